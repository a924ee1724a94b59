# 大门：我来时门没开，和窗口上的三个按钮

door-leaf = 来了，门没开？
door-leaf-note = 今天说好几点开门；没开就说一声

# 我来时门没开
door-shut-title = 来了，门没开？
door-shut-today = 今天说好开门：{ $spans }
door-shut-and = 、
door-shut-not-today = 今天没有说好要开门
door-shut-now = 现在该开着，开到 { $until }
door-shut-not-promised = 现在不是开门的时间
door-shut-opens = 下一次开门：{ $day } { $time }。
door-shut-may-change = 放假安排还没公布，时间可能会变。
door-shut-press = 我来时门没开
door-shut-thanks = 记下了，谢谢您告诉我们
door-shut-call = 现在要进来，打这个电话：
door-shut-not-now = 现在不是说好开门的时间，所以没有记。{ $day } { $time } 开门。
door-shut-never = 现在不是说好开门的时间，所以没有记。下一次什么时候开还没有定。
door-shut-then = 按了以后会怎样
door-shut-then-quarter = 只记是哪一刻钟
door-shut-then-quarter-how = 不问您是谁，也不记您是谁。一刻钟里不管几个人按，都只算一次。
door-shut-then-range = 算进月报里的“大门常开”
door-shut-then-range-how = 那里写的是一个范围：从肯定开着的，到不能肯定关着的。说法不一的时间，两边都不算。
door-shut-then-blame = 不怪谁
door-shut-then-blame-how = 门没开有很多原因。这里不记是谁的班，也不拿来考核谁。
door-shut-ask = 想找人说？

# 窗口上的大门
door-desk-tab = 大门
door-say-title = 大门
door-say-unknown = 今天还没人说
door-say-is-open = 开着
door-say-is-closed = 关着
door-say-last = 最后一次：{ $time } { $sign }
door-say-nothing = 今天还没有人按过。没人说的时间，不算开着，也不算关着。
door-say-opened = 门开了
door-say-closed = 门关了
door-say-seen-open = 门开着
door-say-kept = 记下了
door-say-kept-back = 收回了，就当没按过
door-say-back = 按错了，收回：{ $time } { $sign }
door-say-back-how = 自己最后按的那一次，{ $minutes } 分钟内可以收回。按过和收回，改动里都看得到。
door-say-back-nothing = 今天没有按过，没有可收回的
door-say-back-not-yours = 最后一次是别人按的，要本人收回。看着不对，就按现在的样子再按一次
door-say-back-late = 已经过了 { $minutes } 分钟，不能收回了。看着不对，就按现在的样子再按一次
door-say-wrong-sign = 只能是 opened（门开了）、closed（门关了）或 seen-open（门开着）
door-say-today = 今天
door-say-table = 今天说过和看到的
door-say-when = 时间
door-say-what = 门怎样
door-say-from = 怎么知道的
door-say-from-staff = 按的
door-say-from-use = 那一刻钟有人办事或进了场地
door-say-line = 今天的大门
door-say-line-how = 浅色的是说好开门的时间，实心圆是开，空心圆是关，小圆点是看到开着。下面的表写的一样。
door-say-how = 记的是驿站的门，不是谁的考勤。叫号和进场地的时候，门自然是开着的，不用再按。

# 用在“改动”页
event-door-opened = 开了大门
event-door-closed = 关了大门
event-door-seen-open = 看到大门开着
event-door-taken-back = 收回了按错的大门开关
