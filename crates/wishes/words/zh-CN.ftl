# 微心愿：大家共用的话

# 是什么东西
wishes-kind-daily = 生活用品
wishes-kind-warm = 御寒衣物、被褥
wishes-kind-learning = 文具、书包
wishes-kind-reading = 图书、订阅
wishes-kind-appliance = 小家电
wishes-kind-farming = 农具、种子
wishes-kind-hobby = 棋、笔墨、球
wishes-kind-time = 陪伴、修理、代写

# 大概要多少
wishes-band-free = 不花钱
wishes-band-to-50 = 50 元以内
wishes-band-to-100 = 100 元以内
wishes-band-to-200 = 200 元以内
wishes-band-to-500 = 500 元以内

# 本人怎么同意的
wishes-consent-paper = 在纸上签了字
wishes-consent-witness = 当着见证人说的

# 到哪一步了
wishes-state-draft = 刚写下，还没请人看
wishes-state-asked = 等两个人看
wishes-state-refused = 有人看了说不合适
wishes-state-open = 等人认领
wishes-state-claimed = 有人认领了
wishes-state-contacted = 两边都联系好了
wishes-state-delivered = 东西送到驿站了
wishes-state-fulfilled = 交到本人手里了
wishes-state-overdue = 九十天没人认领，该转给别处
wishes-state-referred = 转给别处帮了

# 工作人员能做的事
wishes-may-ask = 请两个人看
wishes-may-review = 看一看合不合适
wishes-may-decide-appeal = 裁定申诉
wishes-may-appeal = 记下申诉
wishes-may-contact = 两边都联系好了
wishes-may-deliver = 东西送到了
wishes-may-tell = 告诉本人东西到了
wishes-may-hand-over = 交给本人
wishes-may-refer = 转给别处帮
wishes-may-claim-for = 替来的人认领
wishes-may-give-up = 放回去，让别人认领
wishes-may-new-code = 重打小票
wishes-may-redraft = 改一改
wishes-may-withdraw = 本人撤回，全部删掉

# 东西的名字哪里不行
wishes-item-short = 写清楚是什么东西，至少两个字
wishes-item-long = 太长了，最多四十个字
wishes-item-unreadable = 里面有看不见的符号，请重新打一遍
wishes-item-age = “{ $word }”会让人看出年纪，去掉再写
wishes-item-school = “{ $word }”会让人看出在哪里上学，去掉再写
wishes-item-health = “{ $word }”会让人看出身体怎样，去掉再写。要这类东西，请直接找民政或残联
wishes-item-hardship = “{ $word }”会让人看出家里的难处，去掉再写
wishes-item-name = “{ $word }”像是人的称呼，去掉再写
wishes-item-place = “{ $word }”会让人看出住在哪里，去掉再写
wishes-item-money = “{ $word }”是钱的事。微心愿只送东西，不送钱，换一样再写
wishes-item-number = “{ $word }”像是号码，去掉再写
wishes-item-link = “{ $word }”像是网址或账号，去掉再写

# 不能这样做，为什么，接下来做什么
wishes-no-gone = 这个心愿刚被别人认领，或者已经不用了。谢谢您，还有别的心愿等着。
wishes-no-yours = 这个心愿已经是您认领的。到“我的”里看什么时候前送来。
wishes-no-too-many = 您手里已经有 { $most } 个心愿。先送来一个，或者放回去一个，再认领。
wishes-no-not-open = 这个心愿现在还不能认领。要先等两个人看过。
wishes-no-moved = 刚才有人改过。先看看新的，再决定。
wishes-no-not-asked = 现在不用看这个心愿。可能已经有人看完了，回列表看看。
wishes-no-own-draft = 这是您写下的，要请别人来看。
wishes-no-twice = 您已经看过了。还要另一个人来看。
wishes-no-why = 说不合适，要写明为什么，好告诉本人。
wishes-no-not-now = 现在是“{ $state }”，不能这样做。先看看它能做什么。
wishes-no-taken = 已经有人认领，不能再改。要改，先请他放回来。
wishes-no-needs-guardian = 孩子的心愿，要监护人同意。先请监护人来。
wishes-no-has-one = 这个电话名下已经有一个心愿。等那个办完，再写下一个。
wishes-no-village = 这个村不在本乡镇。重新选一个，或者不选。
wishes-no-kind-stays = 这个心愿公开过，又写了村，不能换成另一类。请本人撤回，重新登记一个。
wishes-no-appealed = 这一次已经申诉过了，等人裁定。
wishes-no-same-hand = 您写过它，说过它不合适，或者记下了申诉。请另一个人来裁定。
wishes-no-decided = 没有等着裁定的申诉了。回列表看看。
wishes-no-contacted = 已经记过“联系好了”，时间只延一次。
wishes-no-wrong-code = 六位数字不对，还能试 { $left } 次。看看是不是这个心愿的小票。
wishes-no-too-many-tries = 错了太多次。请协调员重打一张小票，再来领。
wishes-no-not-there = 东西不在驿站，没有可交的。先看看它到哪一步了。

# 短信：是什么、是谁的，一个字也不说
wishes-told-arrived = 【{ $station }】您在驿站登记的东西到了，请带上小票来取，不着急。
wishes-told-remind = 【{ $station }】您认领的微心愿请在 { $until } 前送到驿站。送不了，请放回去让别人帮。
wishes-told-lapsed = 【{ $station }】您认领的微心愿到时间没有送来，已经放回去让别人帮。谢谢您。
wishes-told-withdrawn = 【{ $station }】您认领的微心愿本人已经不需要了，请不要再买。谢谢您的心意。
wishes-told-to-fetch = 【{ $station }】您送来的东西，本人已经不需要了。您可以来取回去，也可以留给别人。谢谢您的心意。
wishes-told-agreed = 【{ $station }】您在驿站登记的事，有人来帮了。请带上小票到驿站约时间，不着急。

# 打电话时说的
wishes-call-arrived = 您在驿站登记的东西到了，请带上小票来取，不着急。
wishes-call-agreed = 您在驿站登记的事，有人来帮了。请带上小票到驿站约时间，不着急。
wishes-call-told = 告诉了
