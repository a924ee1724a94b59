# 手机号码
people-phone-empty = 请填手机号。
people-phone-not-digits = 这里只填数字，例如 138 0000 5521。
people-phone-too-short = 少了几位：手机号是 11 位数字，座机要带区号。
people-phone-too-long = 多了几位：手机号是 11 位数字。
people-phone-no-such-number = 没有这样的号码，请对照着再看一遍。

# 称呼
people-name-empty = 请写怎么称呼，例如 罗大爷。
people-name-too-long = 太长了，30 个字以内就行。
people-name-has-number = 这里只写称呼，不要写电话号码和证件号码。
people-name-unreadable = 里面有不能用的符号，请只写称呼。

# 验证码
people-digits-wrong = 请填短信里的 6 位数字。
people-code-message = 验证码 { $digits }，{ $minutes } 分钟内有效。只在共享驿站的页面上填，不要告诉别人，工作人员也不会问。
people-code-gone = 这条验证码已经不能用了，以最新的一条为准。
people-code-expired = 这条验证码过了 10 分钟，请重新发一条。
people-code-used = 这条验证码已经用过了，请重新发一条。
people-code-wrong = 数字不对，还可以再填 { $left } 次。
people-code-spent = 填错太多次，这条验证码作废了，请重新发一条。
people-phone-not-mobile = 座机收不到短信。请填手机号，没有手机可以到驿站窗口办。

# 登录
people-sign-in = 登录
people-sign-in-ask = 您的手机号
people-sign-in-why = 为什么要手机号？只用来认出是您，有变动时告诉您。不公开。
people-sign-in-send = 发验证码
people-no-phone = 没有手机，或者不会弄？
people-no-phone-then = 到驿站窗口，跟工作人员说一声名字就能办，不用登录。
people-no-phone-call = 打电话 { $phone }
people-staff-door = 我是工作人员
people-home = 首页

people-code = 填验证码
people-code-ask = 短信里的 6 位数字
people-code-sent = 短信发到了 { $phone }，{ $time } 之前有效。
people-code-done = 登录
people-code-not-come = 没收到短信？
people-code-wait = 一般一分钟内到。{ $time } 以后可以再发一条。
people-code-again-now = 可以再发一条，旧的一条就不能用了。
people-code-again = 再发一条
people-code-other = 换一个手机号
people-code-rehearsal = 演练：短信在 /messages 页
people-code-rehearsal-see = 去看短信

# 工作人员
people-staff-sign-in = 工作人员登录
people-staff-login = 登录名
people-staff-password = 密码
people-staff-go = 登录
people-staff-forgot = 忘了密码？请站长或管理员重新设一个。
people-staff-other = 我是来办事的居民
people-login-empty = 请填登录名。
people-login-wrong = 登录名用 2 到 40 个字母、数字或汉字，可以带 . _ -。
people-login-taken = 这个登录名已经有人用了，请换一个。
people-not-let-in = 登录名或密码不对。
people-password-empty = 请填密码。
people-password-short = 密码太短，至少 10 个字符；一句好记的话就行。
people-password-long = 密码太长，最多 200 个字符。
people-password-is-login = 密码不能和登录名一样。

# 我的
people-mine = 我的
people-mine-none = 现在没有您的预订。
people-mine-look = 看看有什么空着
people-mine-me = 我自己
people-mine-name = 怎么称呼
people-mine-name-none = 还没有写，不写也行
people-mine-phone = 手机号
people-mine-children = 我的孩子
people-mine-children-what = 记一个小名，报名时一点就行
people-mine-data = 我的数据
people-mine-data-what = 带走一份，或者让驿站忘掉我
people-mine-phone-none = 没有留
people-mine-change = 改
people-sign-out = 退出登录
people-sign-out-everywhere = 在所有手机和电脑上退出
people-sign-out-everywhere-why = 手机丢了、换了，或者在别人的手机上登录过，点这个。
people-name = 怎么称呼
people-name-ask = 怎么称呼您
people-name-hint = 例如 罗大爷。工作人员看得到，不公开。
people-name-keep = 记下
