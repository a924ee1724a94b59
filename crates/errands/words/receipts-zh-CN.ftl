# 放下就走
receipt-title = 材料回执
receipt-how = 这一页的网址就是回执，发给家里人，他们也能看。取件时说一声号，或者出示回执。
receipt-state-received = 收下了
receipt-state-in-work = 正在办
receipt-state-ready = 办好了，可以取
receipt-state-needs-more = 还缺材料
receipt-state-handed-back = 已取走
receipt-late = 过了说好的时间
receipt-then-by = { $at } 前办好
receipt-then-late = 说好 { $at } 前办好，晚了。我们在办，会告诉您。
receipt-then-ready = 来取就行，不用排队等。
receipt-then-needs-more = 请补：{ $note }
receipt-then-handed-back = 材料已经交还。
receipt-left = 留下的材料
receipt-missing = 还没有交：{ $papers }。
receipt-mine = 放在窗口的材料
receipt-no-name = 没留名字
receipt-slip-qr = 二维码：在手机上看办好了没有
receipt-slip-follow = 看办好了没有
receipt-slip-made = { $at } 收下，凭这张取

# 告诉本人
receipt-told-ready = 【{ $station }】您放下的{ $matter }材料（{ $folder }）办好了，来取就行。
receipt-told-needs-more = 【{ $station }】您放下的{ $matter }材料（{ $folder }）还缺：{ $note }。
receipt-told-later = 【{ $station }】您放下的{ $matter }材料（{ $folder }）要晚一点，改到 { $at } 前办好。
receipt-told-look = 看进度：{ $address }

# 不行的原因
receipt-no-such-way = 这件事不能放下材料就走。还可以：{ $ways }。
receipt-no-way = 这件事要本人到大厅办。
receipt-no-no-such-matter = 请选一件事。
receipt-no-ready-at = 办好的时间要晚于现在，最多提前说四个月。
receipt-no-no-note = 请写一句缺什么，本人会看到。
receipt-no-receipt-not-now = 这份材料现在是“{ $state }”，不能这样做。

# 窗口
receipt-desk-title = 放下就走
receipt-desk-none = 现在没有放在窗口的材料。
receipt-desk-open = 要办的
receipt-desk-wait = 等来人的
receipt-desk-new = 收一份材料
receipt-desk-what = 为哪件事
receipt-desk-nothing = 没有哪件事能放下材料就走。
receipt-desk-take-for = 收材料：{ $matter }
receipt-desk-papers = 收下哪几样
receipt-desk-no-papers = 这件事不用材料。
receipt-desk-ready-by = 什么时候办好
receipt-desk-promise = 说出去的时间就是承诺，做得到再说。
receipt-desk-whose = 谁的
receipt-desk-take = 收下，给回执
receipt-desk-kept = 记下了。
receipt-desk-slip = 打回执
receipt-desk-note = 缺什么
receipt-desk-log = 经过
receipt-press-start = 开始办
receipt-press-ready = 办好了
receipt-press-hand-back = 交还材料
receipt-press-needs-more = 还缺材料…
receipt-press-later = 要晚一点…
receipt-press-brought = 补来了…
receipt-col-at = 什么时候
receipt-col-stands = 怎么样
receipt-col-ready = 说好的时间
