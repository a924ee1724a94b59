# 停电时发的纸号，来电后补进来
pads-title = 补录停电号
pads-link = 停电时发过纸号？来电后在这里补进来。
pads-about = 一行写一张纸号，可以只用键盘：Tab 到下一格，回车记下。每张纸号会排上本队后面的一个新号，因为纸号会丢、会撕、会重，队里的号不能缺；可叫号的先后按他来的时间，不吃亏。
pads-day = 哪一天的纸号
pads-day-hint = 往前最多 { $hours } 小时
pads-lines = 时间写 14:05、1405、9 都行
pads-keep = 记下这些纸号
pads-row-field = 第 { $n } 行，{ $field }
pads-col-row = 行
pads-col-pad = 纸号
pads-col-what = 来办什么
pads-col-from = 几点来的
pads-col-name = 怎么称呼
pads-col-became = 后来
pads-col-way = 怎么办
pads-became-waits = 还在等
pads-became-served = 办好了
pads-became-paper-missing = 缺材料，没办成
pads-became-left = 没等到，走了

# 记好了
pads-kept = 记好了 { $n } 张
pads-became = 纸号 { $pad } 现在是 { $number }
pads-and = ；
pads-tell = 还在等的人要知道新号：写在纸号上，或者打张小票给他。
pads-print = 打小票 { $number }
pads-lately = 这几天补录的

# 没记下
pads-again = 有 { $n } 行还没记下
pads-again-hint = 别的行已经记好。这几行原样留着，改一改再按“记下这些纸号”。
pads-row-kept-before = 这一行刚才已经记下过。要再记一行，请再按一次。
pads-row-fault = 这一行没有记上。内容都在，请再按一次。
pads-way = 这一行怎么办
pads-way-none = 先不动
pads-way-same = 就是那一张，不用再记
pads-way-another = 是另一张，号一样
pads-no-came-later-than-now = 这个时间还没到。
pads-no-too-long-ago = 纸号要在 { $hours } 小时内补录，这一张太早了。
pads-no-day-is-over = 那一天已经过了，没有人还在等。请选后来怎么样了。
pads-no-typed-in-already = 这个队当天的纸号 { $pad } 已经记过，是 { $number }。
pads-no-no-such-matter = 这里已经不办这一件了，请另选一项。
pads-form-pad = 纸号写 1 到 9999
pads-form-what = 请选来办什么
pads-form-clock = 时间写成 14:05 或 1405
pads-form-became = 请选后来怎么样了
