# 谁
clubs-somebody = 没留称呼的街坊
clubs-members-n = { $n } 人
clubs-members-few = 几位
clubs-no-leader-yet = 还没有，驿站正在找
clubs-hidden-name = 一个兴趣小组
clubs-hidden-about = 介绍正在核实，暂时不显示。

# 怎么加入
clubs-opens = 点一下就加入
clubs-asks = 组长同意就加入
clubs-waits = 在等组长
clubs-closed = 已经解散

# 不行的时候，说为什么
clubs-no-club-closed = 这个小组已经解散。
clubs-no-club-name-taken = 已经有一个小组叫这个名字，换一个吧。
clubs-no-enough-clubs = 一个人最多当 { $n } 个小组的组长。
clubs-no-club-full = 这个小组已经有 { $n } 人，加不下了。
clubs-no-enough-children-in-club = 一位家长最多给 { $n } 个孩子报名。
clubs-no-leads-club = 你是组长。要走的话，先请一位成员接手，或者解散小组。
clubs-no-cannot-lead-club = 只能请已经加入的大人当组长。
clubs-no-not-asked-to-lead = 现在没有请你当组长，可能已经收回了。
clubs-no-enough-notices = 七天里最多发 { $n } 条通知，{ $at } 以后可以再发。
clubs-no-enough-meetings = 小组自己定的活动时间最多 { $n } 个，结束一个才能再加，或者请工作人员来定。
clubs-no-club-hidden = 小组的文字正在核实，这段时间不能这样做。
clubs-no-same-staff = 要另一位工作人员同意才行，一个人不能隐藏。
clubs-no-club-not-hidden = 现在没有隐藏什么。

# 短信
clubs-message-asked = 【{ $station }】有人想加入“{ $club }”。打开驿站网页，在“我的”里点小组看看。
clubs-message-admitted = 【{ $station }】您已加入“{ $club }”。活动时间在驿站网页“我的”里看。
clubs-message-not-in = 【{ $station }】您现在不在“{ $club }”的名单里。有疑问请打电话给我们。
clubs-message-lead = 【{ $station }】想请您当“{ $club }”的组长。打开驿站网页，在“我的”里点小组，愿意就点“我来当”。
clubs-message-led = 【{ $station }】“{ $club }”已由新的组长接手，谢谢您。
clubs-message-not-led = 【{ $station }】您请的那位不方便当“{ $club }”的组长，可以再请一位。
clubs-message-notice = 【{ $station }】“{ $club }”：{ $words }
clubs-message-closed = 【{ $station }】“{ $club }”解散了，以后的活动都取消。
clubs-message-closed-for = 【{ $station }】“{ $club }”解散了，以后的活动都取消。原因：{ $words }
clubs-message-hidden = 【{ $station }】“{ $club }”的名称和介绍暂时不显示。原因：{ $words }。您可以在小组页面修改、说明。
clubs-message-shown = 【{ $station }】“{ $club }”的名称和介绍恢复显示了。

# 页面
clubs-title = 兴趣小组
clubs-describe = 写字、下棋、跳舞，找到一起玩的人。看看什么时候活动，点一下就加入。
clubs-here = 这里的小组
clubs-all = 全部
clubs-others = 看看别的小组
clubs-none = 还没有兴趣小组。有喜欢的事，就来办一个。
clubs-no-next = 下次活动还没定
clubs-found = 办一个小组
clubs-mine = 我的小组 · { $station }
clubs-mine-heir = 想请你当组长
clubs-mine-leader = 你是组长
clubs-mine-member = 已加入
clubs-mine-asks = 等组长同意
clubs-asking-n = { $n } 人想加入
clubs-asking-one = 想加入

# 一个小组
clubs-join = 加入
clubs-ask = 我想加入
clubs-join-phone = 先用短信验证码确认手机号。号码不公开，小组有事好告诉你。
clubs-who-reads = 只有组长和工作人员看得到怎么称呼你，别人看不到。
clubs-called-hint = 比如“马女士”。组长看得到，别人看不到。
clubs-leave = 退出小组
clubs-ask-no-more = 不加入了
clubs-coming = 活动
clubs-arrive = 我们到了
clubs-about-title = 关于小组
clubs-led-by = 组长
clubs-members = 成员
clubs-calendar = 活动加到日历
clubs-feed = 小组活动的日历
clubs-notices = 通知
clubs-lead = 组长来管
clubs-people = 成员
clubs-meetings = 活动时间
clubs-tell = 发通知
clubs-settings = 介绍和解散
clubs-see = 看小组页面
clubs-children = 我的孩子
clubs-child-in = 已加入
clubs-child-leave = 让 { $name } 退出
clubs-out = 退出
clubs-for-a-child = 替孩子报名
clubs-child-what = 由家长报名，组长同意才加入。13 岁以下的孩子，家长要陪着来。
clubs-child-hint = 只给组长和工作人员看，小名就行。
clubs-ask-for-child = 替孩子报名
clubs-heir = 想请你当“{ $club }”的组长
clubs-heir-what = 组长管成员、活动时间和通知。大家看得到组长的姓。
clubs-heir-yes = 我来当
clubs-heir-no = 不方便
clubs-is-hidden = 名称和介绍暂时不显示：{ $reason }
clubs-is-hidden-what = 可以先改好，再写一句告诉工作人员。
clubs-appeal = 想对工作人员说的
clubs-appeal-send = 告诉工作人员

# 成员
clubs-asking = 想加入的
clubs-asked-on = { $day }提的
clubs-yes = 同意
clubs-no = 不加
clubs-yes-about = 同意 { $name } 加入
clubs-no-about = 不加 { $name }
clubs-leads = 组长
clubs-hand-over = 请 ta 当组长
clubs-hand-over-about = 请 { $name } 当组长
clubs-out-about = 让 { $name } 退出
clubs-heir-waits = 请了 { $name } 当组长，在等答复
clubs-heir-back = 不请了
clubs-names-note = 这里的称呼只给你看，不要传给别人。

# 通知
clubs-notice-words = 告诉成员什么
clubs-notice-hint = 发成短信，不要写电话号码。
clubs-notice-send = 发给全部成员
clubs-notice-note = 七天里最多三条。晚上十点到早上七点写的，七点再发。
clubs-notice-told = 发出去了
clubs-notice-waits = 早上七点发

# 介绍和解散
clubs-name = 小组叫什么
clubs-name-hint = 比如“临帖小组”，不要写人名。
clubs-about = 做什么
clubs-about-hint = 写给没来过的人看，一两句就好，不要写电话号码。
clubs-joining = 怎么加入
clubs-joining-asks = 组长同意
clubs-joining-asks-note = 有人想加入，先问你。
clubs-joining-open = 谁都能加入
clubs-joining-open-note = 点一下就加入，孩子还是先问你。
clubs-keep = 记下
clubs-end = 解散小组
clubs-end-what = 还没到的活动都退掉，成员会收到短信，名单会删掉。解散了不能恢复。
clubs-close = 解散这个小组
clubs-found-do = 办起来
clubs-found-note = 你就是组长。大家看得到小组的名称、介绍、活动时间和你的姓。
clubs-leader-called-hint = 比如“马女士”。大家看得到姓。

# 活动时间
clubs-no-meetings = 还没定活动时间。
clubs-new-meeting = 定一个活动时间
clubs-no-places = 这里没有能由组长自己定的场地，请工作人员来定。
clubs-places-note = 别的场地请打电话，由工作人员来定。
clubs-meeting-of = 小组活动：{ $offering }
clubs-changed-note = 改了时间，记得给成员发个通知。

# 填得不对
clubs-form-empty = 这里要写一句。
clubs-form-title = 小组的活动都用小组的名称，不能另起。

# 工作台
clubs-desk-title = 兴趣小组
clubs-desk-new = 替人办一个小组
clubs-desk-phone = 请谁当组长（手机号）
clubs-desk-phone-hint = 会发短信请 ta，在网页上确认手机号、点“我来当”才算。
clubs-desk-found = 办起来，发短信请 ta
clubs-desk-leaderless = 没有组长，要找一位
clubs-desk-heir = 请了组长，等答复
clubs-desk-hiding = 有人建议隐藏
clubs-desk-hidden = 文字隐藏着
clubs-desk-appealed = 组长有话说
clubs-desk-hide = 不合适的文字
clubs-desk-hide-what = 名称和介绍由两位工作人员一起隐藏：一位写原因，另一位同意才算。组长看得到原因，可以说明。
clubs-desk-hide-why = 为什么隐藏
clubs-desk-hide-ask = 建议隐藏
clubs-desk-hide-agree = 同意隐藏
clubs-desk-show = 不隐藏，照常显示
clubs-desk-hiding-for = 建议隐藏，等另一位同意：{ $reason }
clubs-desk-hidden-for = 隐藏着：{ $reason }
clubs-desk-appeal = 组长说：{ $words }
clubs-desk-close-why = 为什么解散
