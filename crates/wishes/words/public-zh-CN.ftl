# 微心愿: what residents read.
wishes-public-title = 微心愿
wishes-public-describe = { $place }的邻居有一些小心愿，您可以帮着圆一个。
wishes-public-what = 邻居的小心愿，等人来帮。东西交到驿站，双方不见面，也不知道是谁。
wishes-public-all = 全部心愿
wishes-public-one = 一个心愿
wishes-public-kinds = 哪一类
wishes-public-bands = 花多少钱
wishes-public-every-kind = 各类
wishes-public-every-band = 不限
wishes-public-more = 再看十个
wishes-public-none = 现在没有等人帮的心愿。
wishes-public-none-such = 这一类现在没有，看看别的。
wishes-public-no-more = 后面没有了。
wishes-public-days-left = { $n ->
    [0] 今天最后一天
   *[other] 还有 { $n } 天
}
wishes-public-wait = { $n } 个心愿等人帮
wishes-public-ask-why = 想问清楚，找驿站：
# one card
wishes-public-open = 等人来帮
wishes-public-taken = 已经有人帮了
wishes-public-fulfilled = 圆梦了
wishes-public-help = 我来帮
wishes-public-help-phone = 先用手机号登录，再点一次“我来帮”。
wishes-public-help-how = 点“我来帮”就归您办：七天内交到驿站，办不到可以还回来。
wishes-public-help-of = 我来帮：{ $item }
wishes-public-how = 怎么帮
wishes-public-step-week = 七天内办好
wishes-public-step-week-how = 办不到也没关系，还回来让别人帮。
wishes-public-step-call = 等驿站的电话
wishes-public-step-call-how = 工作人员跟您说清楚要什么样的。
wishes-public-step-bring = 东西交到驿站窗口
wishes-public-step-bring-how = 不要给钱，也不要自己送上门。
wishes-public-step-time = 在驿站约好时间
wishes-public-step-time-how = 由工作人员安排，不用花钱。
wishes-public-step-apart = 双方不见面
wishes-public-step-apart-how = 您不知道是谁，对方也不知道是您。
wishes-public-step-told = 驿站会通知对方来取
wishes-public-step-told-how = 您不用再跑一趟。
wishes-public-step-code = 对方凭六位数字领走
wishes-public-step-code-how = 领走了，这里会写上“圆梦了”。
wishes-public-another = 这个也在等人帮
wishes-public-see = 看我认领的这个
wishes-public-mine-see = 看我认领的
# whoever has taken one up
wishes-public-yours = 您认领了
wishes-public-yours-agreed = 已经跟双方说好
wishes-public-yours-delivered = 已经交到驿站
wishes-public-now = { $until }前交到驿站
wishes-public-now-delivered = 谢谢您，后面的事交给驿站。
wishes-public-now-fulfilled = 对方已经领走，谢谢您。
wishes-public-give-up = 办不到了，还回去
wishes-public-give-up-why = 还回去以后，别人可以接着帮。
wishes-public-given-up = 还回去了，别人可以接着帮
wishes-public-mine = 我认领的心愿（{ $station }）
# a wish of one's own
wishes-public-ask = 我也有心愿
wishes-public-ask-how = 留个称呼和电话，工作人员打给您。要什么，电话里说，这里不用写。未满 18 岁的，请家长到驿站窗口办。
wishes-public-ask-name = 怎么称呼您
wishes-public-ask-phone = 电话
wishes-public-ask-phone-how = 只用来给您打这一次电话，办完就删。
wishes-public-ask-adult = 为自己，已满 18 岁
wishes-public-ask-adult-how = 替孩子办，请到驿站窗口。
wishes-public-ask-go = 请给我打电话
wishes-public-asked = 记下了，工作人员会给您打电话
wishes-public-wrong-adult = 为自己、已满 18 岁才能在这里留。替孩子办，请到驿站窗口
