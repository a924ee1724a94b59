# 报名
signup-state-in = 报上了
signup-state-waiting = 在候补
signup-state-offered = 有名额了，等您答应
signup-state-entered = 等抽签
signup-state-given-back = 不来了
signup-state-lapsed = 过了时间，没留住
signup-state-called-off = 这次取消了
signup-state-missed = 这次没排上
signup-waits-nth = 候补第 { $n } 位
signup-not-drawn-nth = 没抽中，候补第 { $n } 位
signup-ages = { $min }–{ $max } 岁
signup-ages-from = { $min } 岁起
signup-ages-to = { $max } 岁以下
signup-child-of = 孩子 { $band } 岁
signup-child-with = { $child }（{ $holder } 带）
signup-phone-ends = 尾号 { $digits }
signup-number = { $n } 号

# 通知
signup-told-offered = 【{ $station }】{ $title } { $when } 有名额了，给您留到{ $until }。要来请点开答应，不来也点一下让给别人：{ $address }
signup-told-drawn = 【{ $station }】{ $title } { $when } 您抽中了。到时请来{ $place }。来不了请早点退：{ $address }
signup-told-not-drawn = 【{ $station }】{ $title } { $when } 这次没抽中，您在候补第 { $n } 位，有名额会告诉您：{ $address }
signup-told-moved = 【{ $station }】{ $title } 改时间了：{ $when }。您报的名还在，来不了请退：{ $address }
signup-told-called-off = 【{ $station }】{ $title } { $when } 取消了。{ $reason }
signup-told-reminder = 【{ $station }】提醒您：{ $title } { $when } { $place }。来不了请点开退，让给别人：{ $address }

# 为什么不行
signup-no-just-come = 这个活动不用报名，到时候直接来。
signup-no-activity-called-off = 这一次取消了，不能报名。
signup-no-signup-not-yet = 还没到报名的时候。
signup-no-not-yet-until = 还没到时候，{ $at } 起才行。
signup-no-signup-closed = 报名已经结束。
signup-no-signed-up-already = 已经报过名了，在“我的”里能看到。
signup-no-so-many-seats = 一次最多报 { $most } 个人。
signup-no-another-age = 这个活动是给 { $ages } 的，年龄不合适。
signup-no-guardian-first = { $under } 岁以下的孩子要大人带着，请留大人的手机号。
signup-no-no-such-child = 没有找到这个孩子，请重新选。
signup-no-nobody-named = 请写一个称呼或手机号。
signup-no-signup-not-now = 现在是“{ $state }”，不能这样改。
signup-no-offer-lapsed = 过了时间，名额已经让给下一位。
