# 大厅屏
hall-title = 大厅屏
hall-now = 正在叫号
hall-nobody-called = 还没有叫号
hall-please-to = 请到
hall-desk-before = {""}
hall-desk-after = 号窗
hall-others = 刚叫过的号
hall-next = 准备好
hall-waiting = { $n ->
    [0] 现在没人在等
   *[other] 共 { $n } 人在等
}
hall-people = 今天谁在
hall-sound-on = 打开声音

# 谁在哪里
hall-at-desk = 在 { $n } 号窗
hall-in-hall = 在大厅
hall-in-office = 在办公室
hall-is-meeting = 开会
hall-is-field = 下村
hall-is-leave = 请假
hall-is-off = 下班了
hall-back = { $what } { $at } 回
hall-back-day = { $what } { $at }回
hall-due = { $what } 快回来了
hall-unconfirmed = 未确认，原说 { $at }
hall-unconfirmed-day = 未确认，原说{ $at }
hall-not-said = 在不在还不清楚

# 门牌
hall-stand-in = 现在可以找
hall-door-scan = 扫一扫，在手机上看人在不在，也能取号
hall-door-qr = 二维码：在手机上看人在不在

# 取号机
hall-kiosk = 取号
hall-kiosk-what = 您来办什么？
hall-kiosk-waiting = { $n ->
    [0] 不用等
   *[other] { $n } 人在等
}
hall-kiosk-have = 我有号了
hall-kiosk-here = 说一声我到了
hall-kiosk-rate = 办完了，评一评
hall-kiosk-rate-how = 好不好，说一声
hall-kiosk-help = 不知道选哪个，问门口值班的人。
hall-kiosk-back = 返回
hall-kiosk-yours = 您的号
hall-kiosk-slip = 小票正在打印。没出来也不要紧：记住这个号，听叫号、看大屏。
hall-kiosk-done = 好了
hall-first = 您是下面哪一种？
hall-first-elderly = 70 岁以上
hall-first-disabled = 残疾人
hall-first-pregnant = 孕妇
hall-first-veteran = 军人、退役军人
hall-first-none = 都不是
hall-first-why = 这四种人可以先办，最多连着叫两位，别人不会等太久。
hall-draw = 取号
hall-here-title = 我到了
hall-here-letter = 您的号是哪个字母开头？
hall-here-digits = 后面是几号？
hall-here-like = 比如 A017
hall-here-delete = 退一格
hall-here-say = 我到了
hall-here-noted = 知道您到了
hall-here-wait = 请坐一会儿，听叫号、看大屏。

# 小票
hall-ahead = { $n ->
    [0] 前面没有人
   *[other] 前面 { $n } 人
}
hall-carried = 代办：{ $name }…
hall-about = 大约 { $times }
hall-bring = 带上
hall-slip-scan = 手机扫一扫
hall-slip-follow = 看前面还有几人
hall-slip-qr = 二维码：在手机上看前面还有几人
hall-drawn = { $at } 取号，
hall-drawn-valid = 当天有效
hall-phone = 问事打
