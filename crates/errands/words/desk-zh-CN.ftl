# 窗口和管理的人看到的
errands-desk-tab-calls = 叫号
errands-desk-tab-presence = 我在哪
errands-desk-tab-draw = 代取号
errands-desk-tab-lines = 队和窗口
errands-desk-tab-matters = 事项
errands-desk-tab-officials = 经办人
errands-desk-tab-measure = 办事数字

# 叫号
errands-desk-calls-title = 叫号
errands-desk-which-desk = 你坐哪个窗口？
errands-desk-desk = { $n } 号窗
errands-desk-no-desks = 还没有写下窗口。
errands-desk-serves-nothing = 这个窗口现在不叫任何一队。在“队和窗口”里可以改。
errands-desk-free = { $n } 号窗 · 没有人在办
errands-desk-call-next = 叫下一位
errands-desk-behind = { $n ->
    [0] 后面没有人在等
   *[other] 后面 { $n } 人
}
errands-desk-earliest = 最早的 { $length }前取的号
errands-desk-called-for = { $length }前叫的
errands-desk-served-for = 已办 { $length }
errands-desk-carried = 代办：{ $name }
errands-desk-waited = 等了 { $length }
errands-desk-just-now = 不到 1 分钟
errands-desk-drawn = { $length }前取的号
errands-desk-calls = 已经叫了 { $n } 遍
errands-desk-press-arrive = 到了
errands-desk-press-recall = 再叫一次
errands-desk-press-serve = 来了，开始办
errands-desk-press-finish = 办完了
errands-desk-press-miss = 没来
errands-desk-press-pause = 先停一下
errands-desk-press-resume = 接着办
errands-desk-press-return = 回来了
errands-desk-press-hold = 等经办人…
errands-desk-press-release = 不等了
errands-desk-press-transfer = 转到…
errands-desk-press-close = 没办成…
errands-desk-do-hold = 让他等
errands-desk-do-transfer = 转过去
errands-desk-do-close = 就这样结束
errands-desk-transfer-to = 转到哪一队，或者哪一位
errands-desk-hold-for = 等哪一位
errands-desk-reason = 为什么
errands-desk-reason-hint = 拿号的人会看到。
errands-desk-outcome-open = 还没说
errands-desk-outcome-done = 办好了
errands-desk-outcome-paper-missing = 缺材料
errands-desk-outcome-away = 经办人不在
errands-desk-outcome-elsewhere = 不归这里办
errands-desk-paper-required = 必须带
errands-desk-paper-may-follow = 可以后补
errands-desk-paper-looked-up = 窗口能查
errands-desk-no-matter = 没说办什么
errands-desk-and = 、
errands-desk-next = 下面是谁 · { $n } 人
errands-desk-nobody-waits = 大厅里没有人在等。
errands-desk-draw-for = 代取号
errands-desk-why-booked = 约的时间到了
errands-desk-why-turn = 让过两位了，轮到他
errands-desk-why-asked = 点名找你
errands-desk-why-transferred = 别的队转来
errands-desk-why-came-back = 过号回来
errands-desk-waits-for = 等 { $who }
errands-desk-later = 还没到，或者等别人
errands-desk-aside = 先放一边的
errands-desk-missed-until = 过号 · { $at } 前回来还能办
errands-desk-deferred-until = { $at } 以后再叫
errands-desk-undo = 撤销：{ $what } { $number }
errands-desk-did-called = 叫
errands-desk-did-serving = 开始办
errands-desk-did-finished = 办完
errands-desk-did-missed = 没来
errands-desk-did-paused = 先停
errands-desk-did-closed = 没办成
errands-desk-did-transferred = 转走
errands-desk-did-held = 等经办人

# 我在哪
errands-desk-presence-title = 谁在哪
errands-desk-where-am-i = 我在哪
errands-desk-where-is = { $who } 在哪
errands-desk-where-all = 大家都在哪
errands-desk-is-desk = 在窗口
errands-desk-is-office = 在办公室
errands-desk-is-meeting = 开会
errands-desk-is-field = 下村
errands-desk-is-leave = 请假
errands-desk-is-off = 下班
errands-desk-told = 已公布：{ $who } · { $is }
errands-desk-no-official = 你的登录没有对上哪位经办人。可以替下面的人说。
errands-desk-say-for = 替他说
errands-desk-when-back = { $who } { $is }，几点回来？
errands-desk-not-this = 不是这个
errands-desk-another-time = 别的时间
errands-desk-on = 哪一天
errands-desk-at = 几点
errands-desk-say-it = 按这个时间公布
errands-desk-nobody-knows = 没定
errands-desk-village = 哪个村
errands-desk-no-village = 不说
errands-desk-village-shown = 大家会看到村名。
errands-desk-village-hidden = 你没有同意公布村名，所以大家看不到。

# 我的一周
errands-desk-week = 我的一周
errands-desk-week-off = 不上班
errands-desk-week-all = { $what }，这一天都不在
errands-desk-week-open = { $what }，没说几点回
errands-desk-week-until = { $what }，{ $at } 回
errands-desk-week-say = 说我在哪
errands-desk-week-how = 上班时间由站长在“经办人”里写。不在的时候在“我在哪”里说一声，大家就看得到。

# 代取号
errands-desk-draw-title = 给来的人取号
errands-desk-what = 来办什么
errands-desk-also = 还办一件
errands-desk-choose-what = 请选一项
errands-desk-nothing-else = 没有别的
errands-desk-line-only = { $line }（不清楚是哪件事）
errands-desk-where-they-are = 人在哪
errands-desk-they-are-hall = 在大厅
errands-desk-they-are-home = 在家，打电话来的
errands-desk-goes-first = 是下面哪一种？
errands-desk-their-name = 怎么称呼
errands-desk-their-phone = 手机号
errands-desk-their-phone-hint = 有事能打电话找到他。不留也行。
errands-desk-drawn-number = 取到的号
errands-desk-print-slip = 打小票

# 队和窗口
errands-desk-lines-title = 队和窗口
errands-desk-lines = 今天各队
errands-desk-no-lines = 还没有写下队。
errands-desk-col-line = 队
errands-desk-col-waiting = 大厅里在等
errands-desk-col-coming = 在路上
errands-desk-col-desks = 哪些窗口叫
errands-desk-col-hours = 时间
errands-desk-no-desk-serves = 没有窗口叫
errands-desk-as-station = 跟驿站一样
errands-desk-desks = 每个窗口叫哪些队
errands-desk-keep = 记下
errands-desk-keep-desk = 记下 { $n } 号窗
errands-desk-kept-desk = 记下了：{ $n } 号窗
errands-desk-kept = 记下了：{ $name }
errands-desk-end-of-day = 今天到此为止
errands-desk-end-of-day-why = 还没办的号会结束，拿号的人能看到为什么。没有人会被算成“办完了”。
errands-desk-end-day = 结束今天…
errands-desk-closing-title = 结束今天
errands-desk-closing-hits = 会影响 { $n } 个号
errands-desk-closing-none = 没有还在等的号，不用结束。
errands-desk-closing-hint = 比如：停电，明天一早接着办。拿号的人会看到。
errands-desk-end-day-of = 结束这 { $n } 个号
errands-desk-not-yet = 先不结束
errands-desk-closed = 今天结束了，{ $n } 个号已经说明了原因。

# 事项
errands-desk-matters-title = 事项
errands-desk-new-matter = 写一件新事项
errands-desk-no-matters = 还没有写下事项。
errands-desk-papers = { $n ->
    [0] 不用带材料
   *[other] { $n } 样材料
}
errands-desk-matter-what = 是什么
errands-desk-matter-who = 谁办
errands-desk-matter-papers = 要带的材料
errands-desk-name-zh = 名字
errands-desk-name-en = 英文名字
errands-desk-words = 别的叫法
errands-desk-words-hint = 大家平时怎么说，用空格分开。
errands-desk-note-zh = 一句提醒
errands-desk-note-en = 英文提醒
errands-desk-note-hint = 来之前该知道的。
errands-desk-slug = 网址里的名字
errands-desk-slug-hint = 小写字母、数字和短横，比如 old-age-allowance。
errands-desk-line = 哪一队
errands-desk-official = A 岗
errands-desk-stand-in = B 岗
errands-desk-minutes = 一般要几分钟
errands-desk-minutes-hint = 1 到 240。
errands-desk-anybody = 窗口上谁都行
errands-desk-ways = 除了自己来等
errands-desk-way-drop-off = 材料可以放在窗口
errands-desk-way-proxy = 可以请人代办
errands-desk-way-home = 可以上门办
errands-desk-way-village = 进村那天在村里办
errands-desk-papers-hint = 一行一样，名字空着的行不算。改了清单就是新的一版，之前拿号的人还看得到旧的。
errands-desk-version = 现在是第 { $n } 版。
errands-desk-col-kind = 哪一种
errands-desk-col-zh = 名字
errands-desk-col-en = 英文
errands-desk-col-note = 说明
errands-desk-col-note-en = 英文说明
errands-desk-paper-kind = 第 { $n } 样是哪一种
errands-desk-paper-zh = 第 { $n } 样的名字
errands-desk-paper-en = 第 { $n } 样的英文名字
errands-desk-paper-note = 第 { $n } 样的说明
errands-desk-paper-note_en = 第 { $n } 样的英文说明

# 经办人
errands-desk-officials-title = 经办人
errands-desk-new-official = 写一位新经办人
errands-desk-no-officials = 还没有写下经办人。
errands-desk-no-login = 没有登录
errands-desk-no-desk = 没有固定窗口
errands-desk-texts = 能发短信报岗
errands-desk-official-name = 姓名
errands-desk-official-title-zh = 职务
errands-desk-official-title-en = 英文职务
errands-desk-official-staff = 哪个登录是他的
errands-desk-staff-hint = 没有登录的，由窗口替他说在哪。
errands-desk-official-desk = 平时坐哪个窗口
errands-desk-official-hours = 上班时间
errands-desk-hours-hint = 空着就跟驿站一样。写法：Mo-Fr 08:30-12:00,14:00-17:30
errands-desk-official-shows-village = 下村时公布村名
errands-desk-shows-village-hint = 本人同意了才勾。
errands-desk-official-phone = 报岗用的手机号
errands-desk-phone-hint = 从这个号发“下村 15点回”就能报岗。我们只存一个看不出号码的记号。
errands-desk-phone-hint-has = 已经记了一个号（看不出是哪个）。空着就不变。
errands-desk-official-no-phone = 不再用短信报岗

# 没记下的原因
errands-desk-choose = 请选一项
errands-desk-text-too-long = 最多 { $most } 个字
errands-desk-text-unreadable = 有看不见的字符，请重新写
errands-desk-too-many = 最多 { $most } 个
errands-desk-not-a-time = 这个时间看不懂
errands-desk-no-such-village = 这个镇没有这个村
errands-desk-not-a-slug = 只能用小写字母、数字和短横
errands-desk-no-name = 请写名字
errands-desk-minutes-wrong = 请写 1 到 240
errands-desk-stand-in-wrong = B 岗要另有其人，而且先要有 A 岗
errands-desk-paper-no-name = 有一样材料没写名字
errands-desk-slug-taken = 别的事项用了这个网址
errands-desk-staff-taken = 这个登录是别人的，或者不在这里上班
errands-desk-phone-taken = 这个号是别的经办人的
errands-desk-no-mobile = 要手机号，座机收不到短信
errands-desk-changed = 别人刚改过，请看一下现在的样子再改。

# 短信
errands-desk-text-read = 已公布：{ $is }
errands-desk-text-not-read = 没看懂。请像这样发：{ $example }
errands-desk-bad-signature = 签名不对。
errands-desk-in-a-while = { $length }后
errands-desk-on-duty = 值守和接待
errands-desk-to-duty = 先锋岗
errands-desk-to-first-asked = 首问
errands-desk-to-deputies = 代表接待日
