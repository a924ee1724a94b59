# 月报：站长那一页，和县里那一页

county-month = { $year }年{ $month }月

# 看的是什么
county-of-open = 大门常开
county-of-used = 场所常用
county-of-held = 活动常办
county-of-visits = 群众常来：来了多少次
county-of-visited-hours = 群众常来：多少个钟头有人来
county-of-contact = 干部和群众打交道
county-of-satisfaction = 幸福指数
county-of-response = 多少户回答了
county-contact-desk = 窗口办事
county-contact-village = 下村
county-contact-call-back = 打电话回访
county-contact-reception = 人大代表接待
county-contact-first-asked = 首问（谁接谁管）
county-contact-activity = 活动
county-contact-opinion = 答复意见
county-contact-wish = 办成微心愿

# 是哪一段
county-part-month = 全月
county-part-bounds = 没回答的也算上，最低到最高
county-part-bootstrap = 另一种算法
county-part-group = 选 { $group } 的

# 数怎么说
county-value = { $value }（{ $range }）
county-per-100 = 每 100 人 { $said } 次
county-no-figure = 没有
county-why-late-facts = 晚到的记录算进来了

# 站长那一页
county-desk-tab = 月报
county-desk-title = 月报
county-desk-what = 每个月一张月报，自己做出来，人人看得到。这里看什么时候做、用不用更正，也在这里填乡镇有多少人。数都是从记录里算的，谁也不能手填。
county-desk-next = 下一张
county-desk-next-when = { $month }的月报，{ $day } { $time } 以后自己做出来，不用谁动手。
county-desk-next-again = 每月 8 日再算一遍：晚到的记录也算上，要是数变了，就自己出一版更正。
county-desk-months = 已经公布的
county-desk-public = 大家看到的
county-desk-months-how = 每一版都留着，不删
county-desk-none = 还没有月报。下个月的 1 日会做出第一张。
county-desk-revision = 第几版
county-desk-month = 哪个月
county-desk-made = 什么时候做的
county-desk-why = 为什么更正
county-desk-correct = 更正
county-desk-revision-nr = 第 { $nr } 版
county-desk-first = 第一次公布
county-desk-look = 看看要不要更正
county-desk-look-at = { $month }：看看要不要更正
county-desk-see = { $month }第 { $nr } 版
county-desk-residents = 乡镇有多少人
county-desk-residents-how = “每 100 人来多少次”要用这个数。照统计上的总人数填，不填名字，也不用一户一户数。以后的月报用新数；已经公布的月份，更正了才变。
county-desk-residents-none = 还没填：月报里就没有“每 100 人来多少次”。
county-desk-residents-all = 填过的，都留着
county-desk-as-of = 截至哪天
county-desk-people = 多少人
county-desk-source = 哪份统计
county-desk-residents-go = 记下来
county-desk-county = 县里看到什么
county-desk-county-what = 县里只看到各个驿站公布的数加在一起，看不到哪一个驿站，也没有先后。
county-desk-county-see = 看县里那一页
county-kept-residents = 人数记下来了
county-kept-corrected = 更正公布了，大家现在看到的是新的一版

# 更正
county-correction-title = 更正{ $month }
county-correction-what = 这里用现在的记录把这个月重新算了一遍，还没有公布。公布以后，原来的一版还在，每个变了的数旁边都写着原来是多少、为什么变。
county-correction-none = 重新算了一遍，和公布的一样，不用更正。
county-correction-differs = 哪些数会变
county-correction-differs-how = 左边是大家现在看到的，右边是更正以后的
county-correction-figure = 什么
county-correction-part = 哪一段
county-correction-was = 现在
county-correction-is = 更正以后
county-correction-publish = 公布这份更正
county-correction-go = 公布更正
county-moved = 没有公布：数又变了
county-moved-how = 你看过以后又来了新的记录，要变的数和你看到的不一样了。请把上面的表再看一遍，再公布。
county-field-people = 多少人
county-field-people-how = 常住人口的总数，像 4012
county-field-source = 哪份统计
county-field-source-how = 写清楚是哪份，别人能去查，像“2025 年统计年报”
county-field-as-of = 截至哪天
county-field-as-of-how = 统计上写的日子，不是今天
county-field-why = 为什么更正
county-field-why-how = 大家都看得到。只写是什么记录晚了、错了，不写谁。3 到 300 个字

# 哪里不行
county-wrong-people = 人数要在 1 到 { $most } 之间，只写数字
county-wrong-source = 写清楚是哪份统计，{ $from } 到 { $to } 个字
county-wrong-day = 写统计截至的那一天，不能晚过今天，也不能太早
county-wrong-why = 用 { $from } 到 { $to } 个字写清楚为什么

# 县里那一页
county-title = { $place }：各驿站加在一起
county-what = 这里只把各个驿站公布的月报加在一起。看不出是哪一个驿站的，不排先后，也没有要完成多少的说法。少于 { $fewest } 个驿站的不加，少于 10 的不公布。
county-months = 有哪些月份
county-none = 还没有哪个月有 { $fewest } 个以上驿站公布了月报
county-directory = { $place }的驿站
county-month-title = { $place }：{ $month }
county-month-what = { $place }一共 { $of } 个驿站，这个月有 { $stations } 个公布了月报。下面的数只是把它们公布的加在一起。
county-source = 数从哪里来：{ $source }。
county-gaps = 要留意：{ $gaps }。
county-and = ；
county-no-number = 不公布：有这个数的驿站不到 { $fewest } 个，或者数太小，不到 10

county-say-open = 说好开门的 100 个钟头里，确实开着的最少 { $low } 个钟头，最多 { $high } 个钟头。
county-say-open-one = 说好开门的 100 个钟头里，确实开着的有 { $low } 个钟头。
county-say-used = 场地开放的 100 个钟头里，有人用的最少 { $low } 个钟头，最多 { $high } 个钟头。
county-say-used-one = 场地开放的 100 个钟头里，有人用的有 { $low } 个钟头。
county-say-held = 计划的 100 场活动里，照样办成的最少 { $low } 场，最多 { $high } 场。办成就是：提前一天告诉了大家，来了三个人以上。
county-say-held-one = 计划的 100 场活动里，照样办成的有 { $low } 场。办成就是：提前一天告诉了大家，来了三个人以上。
county-say-visits = 附近每 100 个人，这一周来 { $low } 到 { $high } 次，说的是记到的。
county-say-visits-one = 附近每 100 个人，这一周来 { $low } 次上下，说的是记到的。
county-say-visited-hours = 开着门的 100 个钟头里，大约 { $low } 到 { $high } 个记到有人来。
county-say-visited-hours-one = 开着门的 100 个钟头里，大约 { $low } 个记到有人来。
county-say-contact = 比如 { $week }，{ $kind }有 { $value } 次。照这样再过一周，多半是 { $low } 到 { $high } 次，就是括号里的。
county-n-open = 一共 { $n } 个开门的日子，{ $stations } 个驿站。
county-n-used = 一共用了 { $n } 次，{ $stations } 个驿站。
county-n-held = 一共计划了 { $n } 场，{ $stations } 个驿站。
county-n-visits = 附近一共 { $n } 人，{ $stations } 个驿站。
county-n-visited-hours = 一共 { $n } 个开门的钟头，{ $stations } 个驿站。
county-n-contact = 一共 { $n } 次，{ $stations } 个驿站

county-week-week = 哪一周
county-week-read = 怎么看，比如 { $week }：
county-week-range = 从多少到多少
county-week-of = 从多少里数的
county-weeks-visits = 每 100 人来多少次，一周一周看
county-weeks-visited-hours = 多少个钟头有人来，一周一周看
county-weeks-contact = 每一周多少次，括号里是多半从多少到多少
county-contact-kind = 怎么打交道
county-contact-none = 不公布

county-missing = 这里看不到什么
county-missing-few = 有的驿站没公布月报，或者没数这一样，就没加进来。没数，不等于没有。
county-missing-stations = 看不出是哪一个驿站的。要看一个驿站，请看它自己的月报。
county-missing-survey = 没有幸福指数：各处各问各的，平均起来，说明不了全县。
county-data = 拿去自己算
county-data-how = 和这一页是同一份数，谁都可以下载。
county-sum = 核对码：{ $sum }
