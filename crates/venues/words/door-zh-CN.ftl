# 门口:扫码签到
door-title = { $venue }：到了
door-in = 签到好了
door-until = 用到 { $at }，慢慢来。
door-yours = 是您的
door-early = 还早
door-let-go = 让给别人了
door-let-go-why = 过了等的时间，位子让给别人了。没关系，下面看看现在有没有空的，也可以找值班的人。
door-ask = 您手机号的最后 4 位
door-ask-why = 只用来找到您订的这一次，不会显示号码和姓名。
door-free = 现在这里
door-form-digits = 请填手机号的最后 4 位数字。
door-no-nothing-here = 这会儿没有找到您订的。看看订的是不是这里、是不是今天，或者找值班的人。
door-no-let-go = 您订的这一次 { $at } 让给别人了。没关系，下面看看现在有没有空的，也可以找值班的人。
door-no-several-here = 有两位的号码尾数一样，请找值班的人签到，或者先登录再扫一次。

# 贴在门边的纸
door-poster = 门口签到码
door-poster-what = 订好了这里？到了请扫一扫
door-poster-scan = 扫一扫，点“我到了”
door-poster-else = 不用下载，不用登录：填手机号最后 4 位也行。没订的人扫了也能看到现在有没有空。
door-poster-code = 开门的六位数字在短信里，也在“我订的”里。
door-poster-phone = 不会弄，打电话：

# 门码
door-code = 门码
door-code-see = 看门码
door-code-type = 在门上按这六位数字
door-code-when = { $when } 能开
door-code-once = 只显示这一次。忘了可以再要一个，旧的就开不了了。
door-code-noted = 记下了
door-form-code = 门码是 6 位数字。
door-message-code = 【{ $station }】您订的 { $when } { $venue }，门码 { $code }，{ $from } 起能开。请不要给别人。

# 站长设置
door-desk-title = { $venue }：门口
door-desk-kept = 改好了。
door-desk-sheet = 门口的签到码
door-desk-sheet-why = 打印一张贴在门边：来的人扫一扫就签到，迟到的人能看到现在还有没有空。
door-desk-sheet-print = 打印 A4
door-desk-sheet-see = 看扫码后的页面
door-desk-no-code = 这个场地不用门码。要用的话，先在场地的“怎么进”里选“门码”。
door-desk-keypad = 门上的键盘
door-desk-keypad-why = 键盘收到六位数字，就带着密钥问下面的地址能不能开门：
door-desk-key-there = 已经有密钥。换新的，旧的马上失效。
door-desk-key-none = 还没有密钥，键盘问不到。
door-desk-key-make = 生成密钥
door-desk-key-again = 换一个密钥
door-desk-key-once = 新的密钥，只显示这一次，请马上填到键盘里：
door-desk-lock = 联网的门锁
door-desk-lock-why = 有的锁自己认门码。填上它的地址，谁订好了、换时间了、退掉了，都会告诉它。
door-desk-lock-url = 门锁的地址
door-desk-lock-url-hint = 以 https:// 或 http:// 开头；空着就谁也不告诉
door-desk-lock-anew = 换了地址，已经发出去的门码全部重发，旧的失效。
door-form-url = 地址要以 https:// 或 http:// 开头，不带空格和汉字，最长 500 个字符。
