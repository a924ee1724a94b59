# 拒绝
venues-no-too-long-ago = 纸上的登记要在 { $hours } 小时内补录，这一条太早了。
venues-no-outage-known = 这段时间里有一段已经记过停用了。

# 打印的单子
paper-print = 打印这一天
paper-type-in = 补录纸上的登记
paper-sheet-made = { $at } 打印 · 到第 { $n } 号改动为止
paper-sheet-how = 停电断网时，先写在空行里，来电以后补录。
paper-sheet-qr = { $url } 的二维码，扫了看这一天
paper-sheet-open = 开门：{ $hours }
paper-sheet-shut = 这一天不开门
paper-sheet-codes = 号：
paper-sheet-phone = 尾号 { $last }
paper-sheet-print = 按 Ctrl+P 打印，A4 纸。

# 表头
paper-col-no = 号
paper-col-who = 怎么称呼
paper-col-row = 行
paper-col-place = 哪里
paper-col-from = 从
paper-col-until = 到
paper-col-name = 怎么称呼
paper-col-people = 人数
paper-col-came = 来了
paper-col-way = 怎么办

# 补录
paper-title = 补录纸上的登记
paper-about = 一行一行照着纸上写，可以只用键盘：Tab 到下一格，在“哪里”输号就能选到，空格打勾，回车记下。人数空着就按最少的算。
paper-day = 哪一天的纸
paper-day-hint = 往前最多 { $hours } 小时
paper-lines = 时间写 14:30、1430、9 都行
paper-keep = 记下这些行
paper-row-field = 第 { $n } 行，{ $field }
paper-again = 有 { $n } 行还没记下
paper-again-hint = 别的行已经记好。这几行原样留着，改一改再按“记下这些行”。
paper-kept = 记好了 { $n } 行
paper-kept-theirs = 其中 { $n } 行本来就有预订，没有重复记，只写上了来没来。
paper-kept-noted = 其中 { $n } 行只留了底，没有占台子。
paper-row-kept-before = 这一行刚才已经记下过。要再记一行，请再按一次。
paper-row-taken = 这个时间那里有人，看看是怎么回事。
paper-row-fault = 这一行没有记上。内容都在，请再按一次。

# 撞上了怎么办
paper-way = 这一行怎么办
paper-way-none = 照上面写的记
paper-way-place = 改记到 { $place }
paper-way-note = 只留个底，不占台子
paper-other-field = 第 { $n } 行，{ $who }
paper-other-none = 先不动
paper-other-same = 就是这一位的预订
paper-other-not-come = 这位没来
paper-other-moved = 这位换了台子

# 填写问题
paper-form-place = 选一个地方
paper-form-clock = 时间写成 14:30 或 1430
paper-form-backwards = 结束要比开始晚
paper-form-group = 人数写 1 到 1000
paper-form-others = 最多写 20 个
paper-form-not-over = 停用还没有结束，结束了再记
paper-form-too-long = 一次最多记 31 天

# 停用
paper-outages = 什么时候用不了
paper-outage-about = 停电断网的时间记在这里，看数字的人就知道那几天为什么少。
paper-outage-from-on = 从哪一天
paper-outage-from-at = 几点
paper-outage-until-on = 到哪一天
paper-outage-until-at = 几点
paper-outage-declare = 记下这段停用
paper-outage-take-back = 撤掉

# 留底
paper-notes = 只留了底的
paper-note-came = 来了
paper-note-not-come = 没来
