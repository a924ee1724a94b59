# 长期预订
venues-no-no-dates = 这样的规则找不到一个能用的日子，请换一种。
venues-no-series-not-offered = 这里的长期预订由工作人员办理，请打电话或到窗口。
venues-no-too-many-dates = 自己订的话，最多订 { $most } 次。
venues-no-one-series = 你在这里已经有一个长期预订，结束了才能再订一个。
venues-no-series-over-quota = 你在这里已经订得够多，这些日子都加不进去了。
venues-no-series-over = 这个长期预订已经结束。
venues-policy-series-own = 自己订的次数是 2 到 60；要站长审批的可订项不能自己长期订。
venues-policy-series-weeks = 提前订的周数是 1 到 104。

venues-series-booked = 订好了
venues-series-skipped = 这次不办
venues-series-clash = 冲突
venues-series-not-known = 还不知道
venues-series-later = 还没到时候
venues-series-past = 过去了

venues-series-why-holiday = { $name }放假
venues-series-why-closed-for = 不开放：{ $reason }
venues-series-why-closed = 那时不开放
venues-series-why-taken = 已经有人订了
venues-series-why-quota-day = 那天订得够多了
venues-series-why-quota-week = 那周订得够多了
venues-series-why-rules = 规则变了，那时订不了
venues-series-why-given-up = 这次你不来

venues-message-series-dates = 【{ $station }】您长期订的{ $offering }，这几次没有场地：{ $what }。可以在“我的”里另选时间，或打电话给我们。
venues-message-series-ended = 【{ $station }】您长期订的{ $offering }已由驿站结束，以后的都退掉了。有疑问请打电话给我们。
venues-message-series-changed = 【{ $station }】您长期订的{ $offering }改为{ $what }。
