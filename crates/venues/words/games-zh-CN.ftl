# 谁
games-somebody = 一位街坊
games-mr = { $surname }先生
games-ms = { $surname }女士
games-child = { $name }（孩子，{ $band }）
games-child-along = { $name }（孩子，{ $band }，家长一起）
games-band-under-13 = 13 岁以下
games-band-13-15 = 13 到 15 岁
games-band-16-17 = 16、17 岁
games-for-band = 孩子们的：{ $band }
games-level-beginner = 新手
games-level-for-fun = 随便玩玩
games-level-strong = 打得好

# 约得怎么样
games-missing = 缺 { $n } 人
games-stands-filled = 约齐了
games-stands-unfilled = 没约齐
games-stands-called-off = 不打了
games-stands-over = 已经结束
games-stands-closed = 现在不能加入

# 不行的时候，说为什么
games-no-not-for-games = 这里不能约伴：要站长同意，或者一次只能一个人。直接订就行。
games-no-game-not-open = 这一场现在不能加入了。
games-no-in-another-game = 这个时间你已经约了另一场。
games-no-with-guardian = 13 岁以下的孩子要家长一起来。
games-no-for-minors = 这一场是孩子们的（{ $band }）。大人带着孩子才能一起来。
games-no-other-ages = 这一场的孩子是{ $band }，年纪差得远了些。
games-no-for-adults = 这一场是大人约的，孩子要家长一起来。
games-no-fewer-left = 只缺 { $n } 个人，大人孩子一起坐不下。
games-no-party-size = 这里一次 { $from } 到 { $to } 人，连你在内。
games-no-too-late-to-leave = 过了能退出的时间（{ $at } 以前）。来不了请打个电话说一声，别人好安排。
games-no-own-game = 这一场是你约的。不打了就点“不约了”，大家都会知道。
games-no-too-few = 至少要 { $n } 个人。
games-no-game-not-now = 这一场现在不能这样改了。
games-no-enough-times = 一个人最多留 { $n } 段时间。先去掉一段再加。

# 短信
games-message-filled = 【{ $station }】约齐了：{ $when } { $what }，{ $who }。来不了请提前一小时在网页上退出，或打电话说一声。
games-message-missing = 【{ $station }】{ $when } 的{ $what }有人退出了，还缺 { $n } 人。位子先留着，开始前一刻钟没约齐就放出去。
games-message-unfilled = 【{ $station }】{ $when } 的{ $what }没有约齐，位子放出去了。可以再约一场，或者直接订。
games-message-called-off = 【{ $station }】{ $when } 的{ $what }不打了。
games-message-called-off-for = 【{ $station }】{ $when } 的{ $what }不打了：{ $reason }。
games-message-fits = 【{ $station }】有人约{ $what }：{ $when }，{ $who }，缺 { $n } 人。想去就打开驿站网页的“约伴”加入。

# 页面
games-title = 约伴
games-describe = 下棋、打球缺人？看看谁在等人，点一下就加入。
games-one = 一场约伴
games-open = 在等人的
games-all = 全部
games-join = 加入
games-look = 看看
games-none = 现在没有人在等人。你来约一场，别人看到就能加入。
games-no-rooms = 这个驿站没有能约伴的场地。
games-post-one = 约一场
games-what = 玩什么
games-mine = 我约的 · { $station }
games-others = 还有这些在等人
games-who = 谁来
games-me = { $name }（我）
games-spare = 我什么时候有空
games-apart = 不想碰到的人

# 一场
games-join-phone = 先用短信验证码确认手机号。号码不公开，有变动好告诉你。
games-surname-only = 别人只看得到你的姓和玩什么。
games-your-name = 怎么称呼你
games-your-name-hint = 比如“马女士”。别人只看得到姓。
games-for-a-child = 替孩子约
games-child-name = 孩子怎么称呼
games-child-hint = 别人只看得到姓。不是替孩子约，就空着。
games-child-band = 孩子多大
games-child-with-me = 我和孩子一起玩
games-child-with-me-hint = 占两个位子。13 岁以下一定要一起。
games-told-open = 还在等人。开始前一刻钟没约齐，位子就放出去，会发短信告诉你。
games-told-unfilled = 没约齐，位子放出去了。可以再约一场，也可以直接订。
games-fewer = 人少也玩，就这些人
games-leave = 不去了，退出
games-leave-until = { $at } 以前可以退出，别人会收到短信。
games-call-off = 不约了
games-keep-apart = 不想再碰到
games-keep-apart-from = 不想再碰到 { $name }

# 约一场
games-post-title = 约人：{ $what }
games-post = 发出去
games-post-terms = 位子先留着 · 约齐了才算
games-post-phone = 约伴要先用短信验证码确认手机号：有人加入、没约齐，都会告诉你。
games-go-on = 下一步
games-no-time = 这天没有来得及约的时间了。换一天看看。
games-how-many = 还缺几个人
games-say-more = 再说两句
games-level = 打得怎么样
games-note = 留言
games-note-hint = 大家都看得到，不要写电话号码。

# 有空
games-spare-why = 有人约的正好在你有空的时候，就发短信告诉你，一天最多一条，晚上十点到早上七点不发。只用来告诉你，别人看不到。
games-spare-mine = 我有空的时候
games-spare-new = 加一段
games-spare-until = 到 { $day }
games-spare-over = 到期了
games-spare-closed = 那天不开
games-spare-open = 开门时间内：{ $times }
games-spare-renew = 再续十二周
games-spare-remove = 去掉
games-spare-keep = 记下
games-spare-ends = 到哪一天
games-spare-ends-hint = 最多十二周，到时候点一下就能续。
games-weekday = 星期几
games-weekday-0 = 周一
games-weekday-1 = 周二
games-weekday-2 = 周三
games-weekday-3 = 周四
games-weekday-4 = 周五
games-weekday-5 = 周六
games-weekday-6 = 周日
games-from = 几点起
games-until = 几点止

# 不想碰到的人
games-apart-why = 你和他们互相看不到、也加入不了对方的约伴。对方不会知道。只有你看得到这一页。
games-apart-none = 没有不想碰到的人。
games-apart-list = 不想碰到
games-apart-since = { $day } 起
games-apart-lift = 撤掉
games-apart-lift-about = 撤掉：{ $name }

# 大厅的屏幕
games-hall = 正在约伴
games-hall-none = 现在没有人在等人。
games-hall-how = 想加入：打开驿站网页点“约伴”，或者跟值班的人说一声。

# 填得不对
games-form-number = 填一个整数。
games-form-more = 选还缺几个人。
games-form-line = 最多 { $most } 个字，不要写电话号码和证件号码，也不要用特殊符号。
games-form-band = 选孩子多大。
games-form-weekday = 选星期几。
games-form-clock = 填一个钟点，例如 18:00。
games-form-backwards = 结束要晚于开始。
games-form-ends-on = 填今天以后、十二周以内的日子。
games-form-reason = 写一句为什么，大家好明白。

# 工作台
games-desk-tab = 约伴
games-desk-title = 今天的约伴
games-desk-none = 今天没有约伴。
games-desk-on = 今天的
games-desk-later = 以后的
games-desk-over = 没打成的和结束的
games-desk-tell = 没留手机号，要当面说：{ $names }
games-desk-add = 加一个人
games-desk-add-about = 把人加进 { $what }
games-desk-name = 怎么称呼
games-desk-reason = 为什么不打了
games-desk-end = 不打了，通知大家
games-desk-remove = 退出
games-desk-remove-about = 让 { $name } 退出
games-desk-post = 替人约一场
games-desk-on-day = 哪一天
games-desk-at = 几点
games-desk-done = 记下了。
