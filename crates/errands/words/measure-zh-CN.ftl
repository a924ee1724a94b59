# 来办事怎么样: 一页数字, 数的是事, 不是人

measure-title = 来办事怎么样
measure-describe = 白跑了几趟，等多久，说话算不算数：每月的数字，都写明是多少次里的。
measure-about = 这一页数的是事，不是人：不按人，不按经办人，不按村。每个数后面括号里是它可能的范围（100 次里 95 次在这里面）；不到 10 次的不写成比例。
measure-months = 看哪个月
measure-month = { $year }年{ $month }
measure-gaps = 没有取号、在门口问一句就走的，这里没有数到。
measure-file = 下载这个月的数（CSV）
measure-link = 来办事怎么样：每月的数字
measure-link-note = 白跑、等候、说话算数、评价
measure-weeks = 一周一周，每 100 次来访白跑几次

measure-value-per100 = 100 次里 { $value } 次（{ $low }–{ $high }）
measure-value-percent = { $value }%（{ $low }–{ $high }）
measure-value-minutes = { $value } 分钟（{ $low }–{ $high }）
measure-count = ，{ $n } 里有 { $count }
measure-not-a-day = 请写日期，如 2026-06-24
measure-backwards = 结束的日子要在开始之后
measure-too-long = 最多 366 天

measure-wasted-trips = 白跑了几趟
measure-wasted-trips-all = 一共
measure-wasted-trips-away = 经办人不在
measure-wasted-trips-paper-missing = 缺材料
measure-wasted-trips-closed = 窗口停办
measure-wasted-trips-not-called = 没有叫到就下班了
measure-wasted-trips-few = 太少，说不准：{ $n } 次来访
measure-wasted-trips-none = 还没有人来过
measure-wasted-trips-how = { $n } 次来访里，到了大厅、一样也没有办成的，算白跑。
measure-end-not-known-all = 叫到了，后来怎样没有记
measure-end-not-known-few = 太少，说不准：{ $n } 次来访
measure-end-not-known-none = 没有
measure-left-before-all = 没轮到就走了
measure-left-before-few = 太少，说不准：{ $n } 次来访
measure-left-before-none = 没有

measure-waiting-time = 在大厅等多久
measure-waiting-time-median = 一半的人不超过
measure-waiting-time-nine-of-ten = 十个人里九个不超过
measure-waiting-time-few = 太少，说不准：{ $n } 次
measure-waiting-time-none = 还没有办完的
measure-waiting-time-how = { $n } 次办完的，从到大厅到窗口开始办；在家等的不算。
measure-way-time-all = 路上多久
measure-way-time-value = 不知道：{ $n } 人在外面取的号，什么时候出的门，没有问
measure-service-time = 在窗口办多久
measure-service-time-median = 一半的人不超过
measure-service-time-nine-of-ten = 十个人里九个不超过
measure-service-time-few = 太少，说不准：{ $n } 次
measure-service-time-none = 还没有办完的
measure-service-time-how = { $n } 次办完的，从开始办到办完；中间停下来等的不算。

measure-promises = 说过的时间算不算数
measure-promises-kept = 做到了
measure-promises-revised-told = 改了，告诉本人了
measure-promises-revised-untold = 改了，没告诉到
measure-promises-broken = 没做到
measure-promises-few = 太少，说不准：{ $n } 次
measure-promises-none = 还没有说过的时间
measure-promises-how = 对人说过的 { $n } 个时间（约好的、几点来、几点回来）；本人自己不要的不算。

measure-forecast-band = 等候时间报得准不准
measure-forecast-band-held = 没有晚于报的时间
measure-forecast-band-few = 太少，说不准：{ $n } 次
measure-forecast-band-none = 还没有报过
measure-forecast-band-how = 最近 { $n } 次报给人的等候时间，不分月；十次里有九次不晚，就是报对了。

measure-presence = 上班时间在不在
measure-presence-present = 自己说在
measure-presence-away = 自己说不在
measure-presence-not-known = 没有说
measure-presence-few = 太少，不写：{ $n } 天
measure-presence-none = 还没有数过
measure-presence-how = { $n } 天里所有经办人的上班时间合在一起。没有说的不算在，所以在不在是一个范围。不到三个经办人上班的日子不算。

measure-ratings = 办完以后怎么评
measure-ratings-rated = 评了的
measure-ratings-content = 评了的里面，基本满意和更好的
measure-ratings-very-satisfied = 非常满意
measure-ratings-satisfied = 满意
measure-ratings-mostly-satisfied = 基本满意
measure-ratings-dissatisfied = 不满意
measure-ratings-very-dissatisfied = 非常不满意
measure-ratings-few = 太少，说不准：办完了 { $n } 次
measure-ratings-none = 还没有评价
measure-ratings-how = { $day } 以前办完了 { $n } 次，每次问一遍，愿意评就评。不评不算满意；评的人是自己愿意的，代表不了没评的。

measure-call-backs = 不满意的，回访了没有
measure-call-backs-settled = 联系上了，解决了
measure-call-backs-not-settled = 联系上了，没解决
measure-call-backs-not-reached = 没有联系上
measure-call-backs-nobody-called = 期限里没有人联系
measure-call-backs-few = 太少，说不准：{ $n } 次
measure-call-backs-none = 还没有到期的回访
measure-call-backs-how = 评了“不满意”和“非常不满意”的 { $n } 次，有结果了或者到了期限的。
measure-month-1 = 1月
measure-month-2 = 2月
measure-month-3 = 3月
measure-month-4 = 4月
measure-month-5 = 5月
measure-month-6 = 6月
measure-month-7 = 7月
measure-month-8 = 8月
measure-month-9 = 9月
measure-month-10 = 10月
measure-month-11 = 11月
measure-month-12 = 12月
