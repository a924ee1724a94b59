# 场地怎么样
venues-title = 场地
venues-describe = 乒乓球、健身、看书、下棋：哪里空着，几点有空，能订就订。
venues-now = 现在就能用
venues-rooms = 场地
venues-all-n = 全部 { $n } 处
venues-book = 订
venues-look = 看看
venues-none = 这个驿站还没有登记场地。
venues-full-here = 这里那天没有合适的时间了，看看别的驿站：
venues-part-now = 现在空着
venues-part-later = 晚一点有空
venues-part-closed = 现在不开
venues-free = { $kind ->
    [table-tennis] 空 { $n } 张台
    [gym] 还能进 { $n } 人
    [reading-room] 空 { $n } 个座
    [calligraphy] 空 { $n } 张桌
    [chess] 空 { $n } 副棋
    [lounge] 空 { $n } 个座
   *[other] 空 { $n } 处
}
venues-free-short = { $kind ->
    [table-tennis] 空 { $n } 张
    [calligraphy] 空 { $n } 张
    [gym] 还有 { $n } 位
    [reading-room] 空 { $n } 座
    [lounge] 空 { $n } 座
    [chess] 空 { $n } 副
   *[other] 空 { $n } 处
}
venues-free-whole = 空着
venues-free-come = { $free }，直接来
venues-full = 满了
venues-full-whole = 有人用
venues-full-then = { $full }，{ $next } 有空
venues-closed-for = 暂不开放：{ $reason }
venues-opens = { $at } 开
venues-open-until = 开到 { $at }
venues-shut = 这两天不开
venues-ask-why = 不会弄？
venues-ask-call = 打电话，值班的人替你订
venues-and = 、

# 订
venues-which-day = 哪一天
venues-more-days = 更多
venues-more-days-under = 日期
venues-day-shut = 不开
venues-which-time = 几点来
venues-more-times = 更多时间
venues-tag-now = 现在
venues-tag-elderly = 老人
venues-tag-children = 孩子
venues-priority = { $when } 先给{ $whom ->
    [elderly] 满 60 岁的邻居
   *[other] 孩子和带孩子的人
}：{ $reason }。
venues-priority-then = 开始前 { $length }起，大家都能订。
venues-priority-come = 到点还空着，谁来都行。
venues-said-elderly = 我满 60 岁
venues-said-children = 是孩子来，或者带孩子来
venues-said-why = 说一声就行，不用证件；只记在这一次上。
venues-not-enough = 不够 { $length }
venues-how-long = { $kind ->
    [table-tennis] 打多久
    [ball-court] 打多久
    [gym] 练多久
    [reading-room] 看多久
    [calligraphy] 写多久
    [chess] 下多久
   *[other] 用多久
}
venues-half-hour = 半小时
venues-hours-and-half = { $hours } 个半
venues-how-many = 几个人
venues-choose-time = 请选一个时间
venues-phone = 手机号
venues-phone-why = 头一次订，发一条短信验证码。号码只用来认出是你、有变动告诉你，不公开。
venues-reserve = 订下
venues-request = 申请
venues-move-here = 换到这时
venues-terms-free = 不收钱
venues-terms-any-time = 随时能退
venues-terms-until = 提前 { $length } 能退
venues-terms-approval = 要站长同意
venues-tap-instead = 点一下就订这个：
venues-moving-now = 换时间。现在订的是 { $when }
venues-moving-keep = 不换了
venues-closed-when = { $when } 不开：{ $reason }
venues-nothing-that-day = 这天没有能订的时间了。
venues-just-come = 不用订，直接来
venues-staff-only = 这里由值班的人订
venues-week = 看一周
venues-week-of = { $name }：一周空位
venues-week-free = 有空
venues-week-none = 没有空
venues-week-before = 前一周
venues-week-after = 后一周
venues-feed = 日历订阅
venues-feed-busy = 有人用
venues-back = 返回

# 订好以后
venues-mine-one = 我订的
venues-slip-line = { $day } · { $what } · 到 { $until }
venues-late = { $at } 还没到，就让给别人
venues-key-clerk = 门由值班的人开
venues-check-in = 我到了
venues-complete = 用完了
venues-cancel = 不去了，退掉
venues-move = 换个时间
venues-to-calendar = 加到手机日历
venues-again = 再订一次
venues-see-game = 看这一场约伴
venues-play-together = 找人一起
venues-open-slip = 打开
venues-state-held = 等验证码
venues-state-gathering = 在等人
venues-state-requested = 等站长同意
venues-state-confirmed = 订好了
venues-state-checked-in = 正在用
venues-state-completed = 用完了
venues-state-expired = 没订成
venues-state-cancelled = 退掉了
venues-state-released = 没来，让给别人了
venues-told-requested = 报上去了。站长同意了就算订好，这段时间先给你留着。
venues-told-expired = 时间过了没等到回音，位子放出去了。还想要就再订一次。
venues-told-released = 过了时间没来，位子让给别人了。没关系，再订一次就行。
venues-told-cancelled = 这一次退掉了，位子别人可以用。
venues-mine = 我订的 · { $station }
venues-mine-none = 没有要去的。
venues-mine-over = 以前的 { $n } 次
venues-book-another = 再订一个
venues-see-mine = 看我订的

# 验证码
venues-code = 填验证码
venues-code-held = 给你留着
venues-code-until = 留到 { $at }。填了短信里的数字就订好了。
venues-code-ask = 短信里的 6 位数字
venues-code-sent = 短信发到了 { $phone }
venues-code-again = 没收到？再发一条

# 填得不对
venues-form-from = 请选一个时间。
venues-form-on = 请写日期，例如 2026-06-24。
venues-form-minutes = 多久要写成分钟数，例如 60。
venues-form-group = 人数要写成数字，例如 2。
venues-form-digits = 请填短信里的 6 位数字。

# 不行的时候,说为什么
venues-no-unknown-offering = 这里没有“{ $asked }”。有的是：{ $known }。
venues-no-ends-before-start = 至少要用一会儿，时长要大于零。
venues-no-past = 这个时间已经过去了。
venues-no-too-soon = 来不及了，最早能订 { $at }。
venues-no-too-far = 还没开放到那天，最远能订 { $day }。
venues-no-off-grid = 开始的时间和时长都要是 { $length } 的整倍。
venues-no-too-short = 最短是 { $length }。
venues-no-too-long = 最长是 { $length }。
venues-no-closed = 那时候关着，或者中途关门。
venues-no-closed-for = 那时候不开放：{ $reason }。
venues-no-closed-opens = { $at } 开。
venues-no-kept-for = 这段时间先给{ $whom ->
    [elderly] 满 60 岁的邻居
   *[other] 孩子和带孩子的人
}：{ $reason }。是的话，勾上再订。
venues-no-kept-for-until = { $at } 起，大家都能订。
venues-no-slot-taken = 这个时间刚被人订走了。
venues-no-quota-day = 一天最多订 { $most } 次，你这天已经订满了。要换时间，在“我订的”里换。
venues-no-quota-week = 一周最多订 { $most } 次，你这周已经订满了。要换时间，在“我订的”里换。
venues-no-group-size = 这里一次 { $from } 到 { $to } 人。
venues-no-staff-only = 这里由值班的人订，打个电话或到驿站说一声。
venues-no-walk-in-only = 这里不用订，直接来就行。
venues-no-not-now = { $state ->
    [held] 这一次还没订好，先填验证码或者等站长同意。
    [confirmed] 这一次已经订好了。
    [checked-in] 已经在用了。
    [completed] 这一次已经用完了。
    [expired] 留的时间过了，没订成。
    [cancelled] 这一次已经退掉了。
   *[released] 过了时间没来，已经让给别人了。
}
venues-no-cancel-too-late = 过了能退的时间（{ $at } 以前）。来不了请打个电话说一声。
venues-no-check-in-too-early = 还早，{ $at } 起可以点“我到了”。
venues-no-changed-meanwhile = 刚才别人也改了。下面是最新的，请再看一遍。
venues-no-agreed-time = 这是约好的时间，别人也按这个来，不能换。不行就不约了，再约一场。

# 规则填得不对(管理页面和接口共用)
venues-policy-grid = 开始时间的间隔是 5 的倍数，最多 240 分钟。
venues-policy-shortest = 最短时长是间隔的整倍。
venues-policy-longest = 最长时长是 5 的倍数，不短于最短的，最多 1440 分钟。
venues-policy-usual = 一般时长在最短和最长之间，并且是间隔的整倍。
venues-policy-range = 填 0 到 527040 之间的分钟数（最多一年）。
venues-policy-days-ahead = 填 0 到 366 天。
venues-policy-gap = 前后空出的时间是 5 的倍数，最多 240 分钟。
venues-policy-grace = 等多久填 5 到 120 分钟，不用签到就空着。
venues-policy-hold = 等验证码的时间填 2 到 60 分钟。
venues-policy-quota = 每天填 1 到 50 次，每周填 1 到 200 次，不限就空着。
venues-policy-windows = 优先时段最多三段；每段要写明时间和原因，提前的时间填 0 到 10080 分钟。
venues-policy-walk-ins = 填 0 到 1000。
venues-policy-group = 人数填 1 到 1000，最多的不少于最少的。

# 短信
venues-message-closed = 【{ $station }】您订的 { $when } 用不成了：{ $reason }。给您添麻烦了，可以另订时间，或打电话问值班的人。
venues-message-cancelled = 【{ $station }】您订的 { $when } 由驿站退掉了。有疑问请打电话问值班的人。
venues-message-approved = 【{ $station }】您申请的 { $when } 批准了。
venues-message-declined = 【{ $station }】您申请的 { $when } 没有批准。可以另选时间，或打电话问值班的人。
