# 意见直通车：大家共用的话
opinions-title = 意见直通车
opinions-ask-why = 不会弄，或者想当面说：
opinions-oversight-usual = 上级单位，打 12345

# 短信：什么事，一个字也不说
opinions-told = 【{ $station }】您关注的事有了新进展，请凭回执查看：{ $address }

# 办到哪一步了
opinions-state-received = 收到了，驿站还没看
opinions-state-screened = 驿站看过了，正在定谁来办
opinions-state-assigned = 交给经办人了
opinions-state-working = 正在办
opinions-state-answered = 答复了
opinions-state-solved = 解决了
opinions-state-disputed = 没解决，接着办
opinions-state-unconfirmed = 答复了，没等到回话
opinions-state-merged = 和另一件一起办
opinions-state-out-of-scope = 不归驿站管，指了路
opinions-state-withdrawn = 撤回了

# 一步一步
opinions-step-received = 交上来了
opinions-step-screened = 驿站看过了，分了类
opinions-step-assigned = 交给经办人
opinions-step-working = 开始办
opinions-step-question = 问了一句
opinions-step-reply = 回了话
opinions-step-answered = 答复
opinions-step-solved = 说解决了
opinions-step-disputed = 说没解决
opinions-step-unconfirmed = 十个工作日没有回话，先结了
opinions-step-merged = 和另一件一起办
opinions-step-out-of-scope = 不归驿站管，指了路
opinions-step-named-added = 记下了说的是谁
opinions-step-named-lifted = 查明说的不是他
opinions-step-public-asked = 说了可以登出来
opinions-step-public-refused = 说了不要登出来
opinions-step-masked = 写好了登出来的文字
opinions-step-released = 登出来了
opinions-step-hide-asked = 有人提出隐藏
opinions-step-hidden = 隐藏了
opinions-step-hide-refused = 没有隐藏
opinions-step-appealed = 不同意隐藏
opinions-step-appeal-granted = 重新登出来了
opinions-step-appeal-refused = 还是隐藏
opinions-step-note = 记了一笔

# 谁
opinions-by-reporter = 您
opinions-by-time = 到了时间
opinions-by-station = 驿站
opinions-satisfied-very = 非常满意
opinions-satisfied-yes = 满意
opinions-satisfied-mostly = 基本满意
opinions-satisfied-little = 不满意
opinions-satisfied-not = 非常不满意
opinions-source-web = 网上
opinions-source-kiosk = 取号机
opinions-source-paper = 意见箱
opinions-source-desk = 窗口
opinions-source-partner = 别的平台
opinions-category-none = 不知道归谁管
opinions-due-provisional = （放假安排还没公布，可能会变）
opinions-figure-value = { $value }%（{ $low }–{ $high }），{ $n } 件里有 { $count } 件

# 不行的时候
opinions-no-not-yet = 还不到这一步：{ $state }。
opinions-no-ended = 这件事已经结了：{ $state }。
opinions-no-not-asked = 驿站没有问，不用回话。要补充，等答复后说“没解决”。
opinions-no-named = 这件事说的就是这个人，不能交给他办。
opinions-no-same-hand = 这一步要另一个人来做，一个人不能做两次。
opinions-no-too-many-photos = 照片最多 { $n } 张。
opinions-no-busy = 现在说的人很多。刚才没有交上去，您写的都在下面。等 { $seconds } 秒再按一次就行。
opinions-no-not-released = 这件事还没有登出来。
opinions-no-not-public = 说这件事的人没有同意登出来。
opinions-no-already-hidden = 已经隐藏了。
opinions-no-hide-asked = 已经有人提出隐藏了，等另一个人定。
opinions-no-nothing-to-decide = 这里没有要定的。
opinions-no-wrong-receipt = 没有这个回执号。看看是不是抄错了一位。
opinions-no-not-assignable = 不能交给这个人：不在这里上班，或者说的就是他。
opinions-no-slug-taken = 这个代号已经有一类在用了。
opinions-no-no-category = 没有这一类，或者已经停用了。请重新选。
opinions-no-merge-self = 不能和自己合在一起，也不能并到已经并走的那一件里。
opinions-no-no-phone = 这件事过去太久了，不再发短信，电话就不记了。
