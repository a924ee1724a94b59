# 大家看到的页面

# 首页、总览
opinions-home-more = 都说了什么
opinions-home-go = 去说
opinions-home-note = 不用留名，凭回执看结果
opinions-home-answered = 最近答复的
opinions-describe = 哪里不对、哪里不便，说一件事。不用留名，凭回执看结果；大家说了什么、驿站怎么答的，都在这里。
opinions-about = 哪里不对、哪里不便，说一件事。不用留名，凭回执看结果。
opinions-say = 说一件事
opinions-follow = 查我的意见
opinions-on-paper = 也可以写在纸上：打印一张交到窗口

# 登出来的
opinions-posts = 说过的，答复的
opinions-posts-none = 还没有登出来的。
opinions-posts-newer = 更新的
opinions-posts-older = 更早的
opinions-post-open = 正在办
opinions-post-closed = 结了
opinions-post-closed-answered = 答复了，办结了
opinions-post-answered-week = { $day }那周答复
opinions-post-released = { $day }登出
opinions-post-said = 说的是
opinions-post-answer = 驿站答复
opinions-post-no-answer = 还没有答复，答复了写在这里。
opinions-post-hidden = 这一件隐藏了
opinions-post-hidden-why = 隐藏要两个人同意，写明理由；说这件事的人可以凭回执不同意，由另外的人再定。
opinions-post-how = 文字由驿站遮去名字和电话。日期只写到星期，免得看出是谁说的。

# 数字
opinions-figures = 办得怎么样
opinions-figures-few = 说过的还太少，不到 10 件不写成数字。
opinions-figure-answered = 答复了
opinions-figure-in-time = 按期答复
opinions-figure-reached = 本人回了话
opinions-figure-solved = 本人说解决了
opinions-figure-satisfied = 本人说满意
opinions-figure-too-few = 太少，不写成比例
opinions-figures-how = 最近 12 个月收到 { $n } 件。解决了没有、满意不满意，只算本人回了话的；没有回话的不算满意。括号里是可能的范围（100 次里 95 次在这里面），不到 10 件的不写成比例。愿意回话的人，代表不了没回话的。
opinions-figures-managers = 说到管事的人的意见不算在里面：算进来，他们对一对数字，就知道有这么一件。

# 说一件事
opinions-new-text = 您想说什么
opinions-new-text-hint = 什么事，在哪里，什么时候。不用写自己的名字。
opinions-new-photos = 照片
opinions-new-photos-hint = 最多 { $n } 张，加起来不超过 30 MB。里面记的地点、时间会抹掉。
opinions-new-category = 哪一类的事
opinions-new-more = 还想说明
opinions-new-more-note = 在哪里，说的是谁，留电话，能不能登出来
opinions-new-place = 在哪里
opinions-new-place-hint = 如：骆驼堡村文化广场
opinions-new-about = 说的是哪位工作人员
opinions-new-about-hint = 选了谁，谁就看不到这件事，连数都数不到。
opinions-new-about-other = 别的人，写名字
opinions-new-public = 办的结果可以登出来给大家看
opinions-new-public-hint = 登之前遮去名字和电话，不写是谁说的。
opinions-new-phone = 有进展时发短信
opinions-new-phone-hint = 办事的人看不到号码。短信只说“您关注的事有了新进展，请凭回执查看”。办结 60 天后抹掉。
opinions-new-send = 交上去
opinions-new-leave = 不说了，回去
opinions-new-bar = 不留名，给回执
opinions-new-bar-note = 说的是谁，谁就看不到
opinions-new-who-sees = 只有站长和经办人看得到，谁什么时候看过，您凭回执都查得到。您不留电话，就没有您的电话；网络地址和手机型号不记。
opinions-new-wait = 现在说的人多。写完不用等：按“交上去”前，这一页开了满一分钟就收。
opinions-text-empty = 写一句想说的
opinions-text-too-long = 太长了，最多 { $most } 个字
opinions-place-too-long = 太长了，最多 { $most } 个字
opinions-new-photos-again = 照片要再选一次。
opinions-photo-unreadable = 有一张照片读不出来，换 JPEG 或 PNG 的再试
opinions-photo-too-large = 有一张照片太大了，换一张小于 15 MB 的
opinions-photo-too-many = 照片最多 { $most } 张
opinions-category-unknown = 没有这一类，请重新选
opinions-about-too-many = 说的人太多了，最多二十个。
opinions-about-too-long = 名字太长了，最多 { $most } 个字
opinions-point-odd = 经纬度要成对，北纬在前

# 回执
opinions-left-title = 收到了
opinions-left-notice = 已经交上去了
opinions-left-receipt = 回执号
opinions-left-keep = 拍下这一页，或抄在纸上
opinions-left-lost = 回执号只有您有，我们也查不出来；丢了就看不到结果了。
opinions-left-qr = 查意见的页面
opinions-left-qr-how = 扫码，输回执号，就能看办到哪一步。码里没有回执号。
opinions-left-print = 打印小票
opinions-left-look = 看办到哪一步了
opinions-left-done = 好了，记下了
opinions-due-screen = { $day }前有人看，定谁来办
opinions-due-answer = { $day }前答复
opinions-left-sealed = 驿站的人看不到这件事，凭回执看该找谁
opinions-due-late = 本该{ $day }前答复，已经晚了
opinions-slip-made = { $day }交

# 凭回执看
opinions-receipt = 回执号
opinions-receipt-hint = 16 位数字，空格写不写都行
opinions-receipt-go = 看结果
opinions-receipt-empty = 写上回执号
opinions-receipt-odd = 回执号不对，看看是不是抄错或漏了一位
opinions-receipt-private = 回执号不会留在网址里。在别人的手机上看，看完关掉这一页就行。
opinions-receipt-lost = 丢了回执号，可以再说一遍；旧的一件照常办。
opinions-seen-title = 我的意见

opinions-next-screen = { $day }前有人看，定谁来办
opinions-next-received = { $day }前答复您
opinions-next-late = 答复晚了，本该在{ $day }前
opinions-next-late-note = 不管转给谁，时间都从您交上来那天算，没有重新算。
opinions-next-question = 驿站问您一句
opinions-next-answered = 答复了，解决了吗？
opinions-next-answered-note = 说不说都行。到{ $day }没有回话就先结了，不算满意。
opinions-next-disputed = 接着办，{ $day }前答复您
opinions-next-since = 还从{ $day }您交上来那天算起，没有重新算。
opinions-next-solved = 谢谢您说一声
opinions-next-unconfirmed = 没等到您回话，先结了
opinions-next-unconfirmed-note = 没有算作满意。没解决，现在还可以说。
opinions-next-merged = 有人说了同一件事，放在一起办
opinions-next-merged-state = 那一件：{ $state }
opinions-next-out-of-scope = 这件事要去找：
opinions-next-withdrawn = 撤回了，文字、照片、电话都抹掉了
opinions-next-sealed = 驿站的人一个也看不到这件事
opinions-next-sealed-note = 因为说的是他们。请找：{ $office }。
opinions-next-sealed-until = { $day }起，文字、照片、电话都抹掉，凭回执也看不到了。

opinions-done-reply = 回话交上去了
opinions-done-solved = 记下了，谢谢
opinions-done-dispute = 记下了，接着办
opinions-done-appeal = 记下了，由另外的人再定
opinions-done-public-yes = 记下了，可以登
opinions-done-public-no = 记下了，不登
opinions-done-phone = 电话记下了
opinions-done-phone-gone = 电话抹掉了

opinions-reply-text = 您的回话
opinions-reply-send = 回话
opinions-solved-how = 办得怎么样（可不选）
opinions-solved-send = 解决了
opinions-dispute-open = 没解决
opinions-dispute-text = 哪里没解决
opinions-dispute-send = 没解决，接着办
opinions-dispute-scope-open = 应该归驿站管
opinions-dispute-scope-text = 为什么应该归驿站管
opinions-dispute-scope-send = 请驿站再看
opinions-appeal-open = 不同意隐藏
opinions-appeal-text = 为什么应该给大家看
opinions-appeal-send = 交上去
opinions-appeal-note = 登出来的文字被隐藏了。您可以不同意，当初提出隐藏的人不能定，由另外的人再定一次。

opinions-seen-said = 我说的
opinions-seen-photo = 第 { $n } 张照片
opinions-seen-history = 一步一步
opinions-seen-viewers = { $n ->
    [0] 还没有人看过
   *[other] 看过 { $n } 次
}
opinions-seen-viewers-how = 谁打开过、打印过，都记在这里，改不了。看的人不知道您是谁。
opinions-viewed-opened = 打开看
opinions-viewed-printed = 打印
opinions-seen-more = 还可以
opinions-seen-more-note = 打印小票，登不登出来，短信
opinions-public-yes = 可以登出来
opinions-public-no = 不要登出来
opinions-public-is-yes = 您说过可以登出来。登之前遮去名字和电话；已经登出的，改了就撤下。
opinions-public-is-no = 现在不登出来，只有驿站看得到。
opinions-public-waits = 还没有写好登出来的文字。
opinions-public-masked = 登出来的文字写好了，最早{ $day }和别的一起登：
opinions-public-released = 已经登出来了
opinions-public-hidden = 登出来以后被隐藏了
opinions-public-hidden-reason = 理由：{ $reason }
opinions-public-appealed = 您不同意，等另外的人再定。
opinions-public-appeal-refused = 另外的人看过了，还是隐藏。
opinions-phone-set = 记下电话
opinions-phone-remove = 抹掉电话
opinions-phone-is = 留了电话，有进展会发短信。
opinions-withdraw = 撤回并抹掉
opinions-withdraw-note = 文字、照片、电话、来往的话都抹掉，找不回来。只剩一个数：这个月有一件撤回了。

# 纸上
opinions-paper-title = 意见单
opinions-paper-about = 不用写名字。交到窗口，当场给回执，凭回执看结果；投进意见箱的没有回执，查不了结果。
opinions-paper-text = 想说什么
opinions-paper-place = 在哪里
opinions-paper-category = 哪一类的事
opinions-paper-named = 说的是哪位工作人员（他就看不到）
opinions-paper-public = 办的结果可以登出来给大家看
opinions-paper-phone = 要短信的留电话（办事的人看不到）
opinions-paper-scan = 用手机说也行，扫这个码
