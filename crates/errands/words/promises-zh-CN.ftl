# 说过的时间: to whoever was told it, to the official, and by a clerk to whoever no message reaches
promises-and = 、
promises-comma = ，
promises-stop = 。
promises-tab = 待通知

# 发给来办事的人
promises-message = 【{ $station }】您的号 { $number }（{ $what }）：{ $said }看号：{ $link }
promises-message-later = { $who }要到 { $at } 才回来。号给您留着，顺序不变，{ $at } 以后来就行。
promises-message-moved = { $who }要到 { $at } 才回来，您的预约改到 { $at }。
promises-message-stand-in = { $who }有事离开了，{ $other }能办，不用等。
promises-message-stand-in-at = { $who }到时不在，换{ $other }给您办，时间不变，还是 { $at }。
promises-message-drop-off = { $who }有事离开了。材料可以放在窗口，不用等。
promises-message-village-day = { $who }有事离开了。{ $at } 起{ $other }到{ $village }，您的事在村里办，不用再来大厅。
promises-message-choose = { $who }有事离开了，今天不一定等得到。号给您留着，也可以换个办法。
promises-message-come-at = { $who }回来了，请您 { $at } 到大厅。
promises-message-full = { $who }回来了，可是下班前办不到您这个号。请换个办法，或者改天再来。
promises-message-late = { $who }说好 { $at } 回来，还没有回来，对不起。有消息马上告诉您，也可以换个办法。

# 号的页面
promises-told-you = 和您说过的时间
promises-come-at = 请 { $at } 到大厅，到了按“我到了”
promises-full = 下班前办不到这个号了
promises-said-slot = { $at } 轮到您
promises-said-come-at = 请您 { $at } 到大厅
promises-said-return = { $who } { $at } 回来
promises-said-somebody = 经办人 { $at } 回来
promises-said-ready = { $at } 前办好
promises-said-answer = { $at } 前答复您
promises-became-open = 还没到时间
promises-became-kept = 做到了
promises-became-moved = 改到 { $at }
promises-became-other = 换{ $who }办
promises-became-changed = 换了办法
promises-became-broken = 没做到，对不起
promises-became-given-back = 不用了
promises-instead-stand-in = 不等了，找{ $who }办
promises-instead-booked = 不等了，另约一个时间
promises-instead-drop-off = 不等了，材料放在窗口

# 经办人要走
promises-leaving = { $who }走之前，有 { $n } 个人在等
promises-leaving-how = 每个人怎么办已经选好了，可以改。一按就公布，并告诉他们。
promises-leaving-do = 公布，并告诉他们
promises-leaving-not = 先不走
promises-told-nothing = 没有说过时间
promises-desk-slot = 约了 { $at }
promises-desk-come-at = 让他 { $at } 来
promises-desk-return = 说好 { $at } 回来
promises-desk-ready = 说好 { $at } 前办好
promises-desk-answer = 说好 { $at } 前答复
promises-do-stand-in = 找{ $who }
promises-do-later = 等到 { $at }
promises-do-drop-off = 放下材料
promises-do-choose = 让他自己选
promises-do-village-day = 到{ $village }办：{ $who } { $at }
promises-settled = { $n } 个等着的人已经安排好了{ $calls ->
    [0] 。
   *[other] ，其中 { $calls } 个要打电话或当面说：
}
promises-mine = 我说过的时间
promises-of = 等{ $who }的
promises-done = 等你的 { $n } 人已经安排：{ $what }
promises-done-each = { $n } 人{ $what }
promises-done-stand-in = 转给{ $who }
promises-done-later = 等到 { $at }
promises-done-drop-off = 放下材料
promises-done-choose = 自己选
promises-done-village-day = 由{ $who } { $at } 进村办

# 待通知
promises-nobody-to-tell = 没有要打电话或当面通知的人。
promises-to-tell-how = 这些人收不到短信。打电话、在大厅里喊号，或者请邻居带个话。
promises-to-tell = 有 { $n } 个人收不到短信，要有人去说
promises-see = 去看看
promises-by-phone = 短信没送到
promises-somebody = 没留名字的人
promises-tell-until = { $at } 前要说到
promises-message-failed = { $at } 的短信没送到
promises-told = 说到了
promises-not-reached = 没找到人
