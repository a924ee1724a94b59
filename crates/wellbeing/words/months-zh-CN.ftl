# 几月的驿站：一个月一页
months-leaf = 每月的驿站
months-leaf-note = 门开了多少，场地用了多少，大家来了多少
months-name-1 = 一月
months-name-2 = 二月
months-name-3 = 三月
months-name-4 = 四月
months-name-5 = 五月
months-name-6 = 六月
months-name-7 = 七月
months-name-8 = 八月
months-name-9 = 九月
months-name-10 = 十月
months-name-11 = 十一月
months-name-12 = 十二月
months-month = { $year }年{ $nr }月
months-title = { $name }的驿站
months-what = 这个月驿站怎么样，都在这一页。说不准的，就说最少多少、最多多少。各看各的，不加在一起，也不和别的驿站比。
months-revision = { $month } · 第 { $nr } 版，{ $day }算的
months-earlier = 这是以前的一版，后来更正过。
months-see-newest = 看现在的一版
months-print = 打印这一页（一张 A4 纸）
months-print-how = 用浏览器的“打印”，正好一张 A4 纸。
months-back = 回到网页
months-corrected = 这个月有 { $n } 个数更正过
months-corrected-see = 看看改了什么

# 月份的单子
months-list = 每月的驿站
months-list-what = 每个月一页，人人都能看：大门常开、场所常用、活动常办、群众常来，做到了多少。数是从记录里算的，谁也不能手填。
months-list-none = 还没有哪个月公布。下个月的 1 日会做出第一张。
months-list-all = 有哪些月份
months-list-when = 每月 1 日做出上个月的。8 日再算一遍，晚到的记录也算上；数要是变了，就出新的一版，以前的一版还在。
months-list-why = 更正过：{ $why }

# 看的是什么
months-of-open = 大门常开
months-of-used = 场所常用
months-of-held = 活动常办
months-of-visits = 群众常来
months-of-visited-hours = 开着门，有人来
months-of-contact = 干部和群众打交道
months-of-satisfaction = 幸福指数
months-of-response = 多少户回答了
months-short-open = 大门开
months-short-used = 场地用
months-short-held = 活动办成
months-short-visits = 每 100 人来几次
months-short-visited-hours = 有人来的钟头
months-contact-desk = 窗口办事
months-contact-village = 下村
months-contact-call-back = 打电话回访
months-contact-reception = 人大代表接待
months-contact-first-asked = 首问（谁接谁管）
months-contact-activity = 活动
months-contact-opinion = 答复意见
months-contact-wish = 办成微心愿

# 每个数是什么意思
months-say-open = 说好开门的 100 个钟头里，确实开着的最少 { $low } 个，最多 { $high } 个。
months-say-open-one = 说好开门的 100 个钟头里，确实开着的有 { $low } 个。
months-say-used = 场地开放的 100 个钟头里，有人用的最少 { $low } 个，最多 { $high } 个。三张台子用了一张，算三分之一。
months-say-used-one = 场地开放的 100 个钟头里，有人用的有 { $low } 个。三张台子用了一张，算三分之一。
months-say-held = 计划的 100 场活动里，照样办成的最少 { $low } 场，最多 { $high } 场。办成就是：提前一天告诉了大家，来了三个人以上。
months-say-held-one = 计划的 100 场活动里，照样办成的有 { $low } 场。办成就是：提前一天告诉了大家，来了三个人以上。
months-say-visits = 镇上每 100 个人，一个星期来 { $low } 到 { $high } 次，说的是记到的。
months-say-visits-one = 镇上每 100 个人，一个星期来 { $low } 次上下，说的是记到的。
months-say-visited-hours = 开着门的 100 个钟头里，大约 { $low } 到 { $high } 个记到有人来。
months-say-visited-hours-one = 开着门的 100 个钟头里，大约 { $low } 个记到有人来。
months-say-contact = 比如 { $week }，{ $kind }有 { $value } 次。照这样再过一个星期，多半是 { $low } 到 { $high } 次，就是括号里的。
months-say-response = 问到的每 100 户里，有 { $value } 户回答了。换一批人家来问，多半是 { $low } 到 { $high } 户。
months-say-satisfaction = 从 0 到 10 选一个数，0 是一点也不满意，10 是完全满意。大家平均选 { $value }。要是全镇都问到，平均多半在 { $low } 到 { $high } 之间。
months-say-bounds = 没回答的人怎么想，不知道。他们都选 0，全部平均就是 { $low }；都选 10，就是 { $high }。
months-say-bootstrap = 换个算法再算一遍，是 { $low } 到 { $high }。
months-say-group = 100 份回答里有 { $value } 份选 { $group }。换一批人家来问，多半是 { $low } 到 { $high } 份。

months-n-open = 数了 { $n } 天。
months-n-used = 数了 { $n } 次。
months-n-held = 数了 { $n } 场。
months-n-visits = 数了 { $n } 个星期，这是平均。
months-n-visited-hours = 数了 { $n } 个钟头。
months-n-contact = 数了 { $n } 次。
months-n-satisfaction = 从 { $n } 份回答里算的，按镇上各个年龄的人数折算过。
months-n-response = 问到 { $n } 户。

months-source = 数从哪里来：{ $source }。
months-gaps = 要留意：{ $gaps }。
months-and = ；
months-value = { $value }（{ $range }）
months-dash = 没有
months-no-figure = 没有

# 为什么没有
months-none-open = 这个月没有开门关门的记录，说不出开了多少。不是没开。
months-none-used = 没有场地的记录，或者用了不到 10 次，不公布。不是没人用。
months-none-held = 这个月没有活动的记录。不是没办。
months-none-planned = 这个月没有计划活动。
months-none-residents = 还没填镇上有多少人，说不出每 100 个人来几次。
months-none-visits = 这个月没有谁来过的记录。不是没人来。
months-none-contact = 没有记录，或者每一样都不到 10 次，不公布。不是没打交道。

# 是用什么数算的
months-hours = { $hours } 个钟头
months-times = { $n } 场
months-answers = { $n } 份
months-quarters = { $n } 回，一刻钟算一回
months-open-promised = 说好开门
months-open-open = 看见开着
months-open-closed = 看见关着
months-open-unseen = 没人看见，不知道
months-open-disputed = 有人说开有人说关
months-open-reports = 有人来了门没开
months-used-open = 开放
months-used-used = 有人用
months-used-unsure = 订了，不知来没来
months-used-uses = 用了几次
months-used-times = { $n } 次
months-used-walked = { $uses } 次，{ $walk_ins } 次没预订、直接来
months-held-planned = 计划
months-held-held = 办成
months-held-unknown = 没人点数
months-held-late = 告诉得太晚
months-held-few = 来的不到三人
months-held-off = 取消
months-residents = 镇上的人
months-residents-of = { $n } 人（{ $source }，截至{ $day }）

# 最满
months-fullest = { $day }{ $part }的{ $what }最满：开放的 100 分钟里，有 { $used } 分钟有人用（用了 { $uses } 次）。
months-morning = 上午
months-afternoon = 下午
months-evening = 晚上
months-day-1 = 周一
months-day-2 = 周二
months-day-3 = 周三
months-day-4 = 周四
months-day-5 = 周五
months-day-6 = 周六
months-day-7 = 周日

# 一周一周看
months-weeks = 一周一周看
months-weeks-how = 每个星期从多少到多少
months-weeks-read = 怎么看，比如 { $week }：
months-weeks-which = 星期日在这个月的，整个星期算这个月的；月底没过完的，算下个月的。群众常来、打交道都这样算。
months-week = 哪个星期
months-contact-kind = 怎么打交道
months-contact-how = 点是每个星期多少次，竖线和括号是多半从多少到多少
months-contact-none = 不公布

# 幸福指数
months-survey-more = 调查是怎么做的
months-survey-question = 问的是：总的来说，您对现在的生活有多满意？
months-survey-about = { $day }结束。从 { $frame } 户的名单里抽签，问到 { $asked } 户，{ $answered } 户回答了。谁选了什么，没人知道。
months-survey-effective = 折算以后只顶 { $n } 份。
months-survey-too-few = 没有平均数：回答的不到三成，或者不到 10 份。不说话的比说话的多，平均数会骗人。
months-survey-no-mean = 没有平均数：有的年龄回答的太少，或者没写那个年龄有多少人，算不出全镇的平均。
months-survey-chose = 选了几
months-survey-how-many = 多少
months-survey-groups = 大家选了什么（没有折算）
months-survey-hidden = “不公布”的，是人太少，或者推算得出人太少。
months-survey-ways = 怎么回答的：{ $ways }。
months-survey-parts = 各个年龄的回答：{ $parts }。
months-flags = 看的时候要小心
months-flag-none = 没有看出回答有什么不对的地方。
months-flags-accuse-nobody = 这不是说谁不对。
months-flag-some-way = 有一种回答的办法
months-flag-burst-n = { $way }：一个钟头里一下来了 { $n } 份。赶集的日子也会这样。
months-flag-burst = { $way }：一个钟头里一下来了很多份。赶集的日子也会这样。
months-flag-tens-n = { $way }：{ $n } 份里有 { $tens } 份选 10，比碰巧多得多。
months-flag-tens = { $way }：一大半选 10，比碰巧多得多。
months-flag-suggested-n = 有 { $n } 个人说，有人教他们怎么答。
months-flag-suggested = 有人说，有人教他们怎么答。

# 变了什么
months-changed = 和上个月比
months-changed-how = 和{ $before }比：两个月的数完全错开，才说多了、少了。
months-changed-no-before = 没有上个月的，没法比。
months-changed-nothing = 没有两个月都有的数，没法比。
months-rose = 多了
months-fell = 少了
months-not-sure = 看不出变化
months-by = 差 { $by }
months-corrections = 更正了什么
months-corrections-none = 没有更正过。
months-corrections-beneath = 数出来的细数更正过，上面的数都没有变。
months-corrections-how = 原来是多少、为什么改，一条不删
months-corrections-more = 还有 { $n } 个数更正过，写在网页上。
months-correction-figure = 什么
months-correction-was = 原来
months-correction-is = 现在
months-correction-why = 为什么
months-correction-when = 哪天
months-why-late-facts = 晚到的记录算进来了
months-part-whole = 全月
months-part-bounds = 没回答的也算上
months-part-bootstrap = 另一种算法
months-part-group = 选 { $group } 的

# 不知道的
months-unknown = 这一页不知道什么
months-unknown-one = { $what }：{ $why }
months-unknown-survey = 幸福指数：这个月没有结束的调查，所以没有。
months-unknown-nobody = 哪个人来过、谁接待的，这里没有，也算不出来。

# 拿去自己算
months-data = 拿去自己算
months-data-figures = 公布的数（CSV）
months-data-counted = 数出来的（CSV）
months-data-verify = 每个数都能再算一遍。下载 JSON，用同一个程序验：
months-sum = 核对码：{ $sum }
months-dictionary = 每个词是什么意思
months-dictionary-what = 文件里的每个名字是什么意思、从哪里来、看不到什么。下面一次看一部分，文件里是全部。
months-dictionary-parts = 看哪一部分
months-word-name = 名字
months-word-kind = 是什么样的
months-word-means = 意思
