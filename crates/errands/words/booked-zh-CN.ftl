# 预约：大家和窗口看到的

# 事项和号的页面
booked-not-now = 现在不方便？预约
booked-book = 预约
booked-stands = 约在 { $at }
booked-come = 到大厅后按“我到了”，到点就叫您；最晚留到 { $until }
booked-come-then = 那天到大厅后按“我到了”，到点就叫您；最晚留到 { $until }
booked-moved = 改到别的日子了
booked-see-next = 看新的约
booked-to-calendar = 加到手机日历
booked-move = 换个时间
booked-slip = 约在 { $at }
booked-slip-come = 到了先按“我到了”

# 预约的页面
booked-describe = 挑一个时间来办{ $what }，到点就叫，不用排队。
booked-which-day = 哪一天
booked-day-full = 满了
booked-how = 点一个时间就约好了。一个钟头只约出去一部分，留一部分给直接来的人。
booked-with = { $part } · { $name }
booked-part-morning = 上午
booked-part-afternoon = 下午
booked-nothing = 这一天没有空的时间了。
booked-nothing-at-all = 近期没有空的时间了。可以直接来，取个号排队。
booked-none-here = 这件事不用预约，直接来就行。
booked-draw-instead = 直接取号
booked-moving = 现在约在 { $at }。挑一个新的时间，原来的就退掉。
booked-keep = 不换了
booked-phone = 手机号
booked-phone-hint = 不写也行。写了，前一天晚上和提前一个钟头发短信提醒您，办完第二天就删掉。
booked-phone-open = 要短信提醒？

# 不行的原因
booked-no-no-appointments-here = 这个队不预约，直接来取号就行。
booked-no-appointment-past = 这个时间已经过了，请选晚一点的。
booked-no-too-soon = 太近了，来不及留。{ $at } 以后的可以约，急的话直接来取号。
booked-no-too-far = 只能约到 { $day }。
booked-no-nobody-works-then = 那个时间没有人办这件事。
booked-no-official-away-then = 您点名的经办人那时不在。
booked-no-appointment-taken = 这个时间刚被约走了。
booked-no-too-many-appointments = 这一天您已经约了，不能再多约。
booked-form-from = 请挑一个时间。
booked-form-read = 这个时间看不懂，请重新挑一个。

# 短信
booked-message-booked = 【{ $station }】约好了：{ $when } { $what }，号 { $number }。到了按“我到了”或在取号机上按号。不来请退号：{ $link }
booked-message-remember = 【{ $station }】提醒您：{ $when } { $what }，号 { $number }。到了按“我到了”或在取号机上按号。不来请退号：{ $link }

# 日历
booked-calendar = { $what } · 号 { $number }

# 窗口
booked-desk-today = 今天约好的
booked-desk-all = 看全部
booked-desk-coming = { $at } · 还没来
booked-desk-late = { $at } 约的，还没来，留到 { $until }
booked-desk-title = 预约
booked-desk-new = 替人预约
booked-desk-none = 这几天还没有人预约。
booked-desk-hit = { $n } 个约没有人能办了，要另找时间或换人
booked-desk-day = { $day } · { $n } 个
booked-desk-with = 找 { $who }
booked-desk-anybody = 窗口上谁都行
booked-desk-for-what = 办什么
booked-desk-choose = 看空的时间
booked-desk-their-name = 怎么称呼
booked-desk-done = 约好了：{ $number } · { $at }
booked-desk-week = 这七天约了你的
booked-desk-week-of = 这七天约了{ $who }的

# 每队怎么约
booked-policy = 预约
booked-policy-title = { $line }：怎么预约
booked-policy-row = 预约 { $share }%，提前 { $days } 天
booked-policy-off = 不预约
booked-policy-share = 最多约出去百分之几
booked-policy-share-hint = 其余的时间留给直接来的人。写 0 就不预约。
booked-policy-minutes = 每几分钟一个
booked-policy-minutes-hint = 5 到 120。
booked-policy-days = 提前几天能约
booked-policy-days-hint = 1 到 60。
booked-policy-notice = 最晚提前多少分钟
booked-policy-notice-hint = 0 到 10080（一周）。
booked-policy-each = 一人一天最多几个
booked-policy-each-hint = 1 到 5。
booked-policy-keep = 记下
booked-policy-kept = 记下了。已经约好的不变。
booked-policy-share-wrong = 请写 0 到 100
booked-policy-minutes-wrong = 请写 5 到 120
booked-policy-days-wrong = 请写 1 到 60
booked-policy-notice-wrong = 请写 0 到 10080
booked-policy-each-wrong = 请写 1 到 5
