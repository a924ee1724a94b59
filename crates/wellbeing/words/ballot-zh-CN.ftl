# 幸福指数调查：大家看的

ballot-leaf = 幸福指数调查
ballot-leaf-note = 问什么，问谁，怎么抽的，以前的结果
ballot-short = 幸福指数
ballot-title = 幸福指数调查
ballot-machine = 幸福指数调查
ballot-machine-note = 收到票的，在这里回答

# 首页
ballot-home = 收到调查票的，请回答一个问题
ballot-home-until = 到{ $day }为止
ballot-home-go = 去回答

# 能不能答
ballot-shut = 现在没有
ballot-soon = 还没开始
ballot-none = 现在没有调查
ballot-none-how = 下一次开始的时候，这里会写
ballot-over = 这次调查结束了
ballot-over-how = 结果马上就出
ballot-opens = { $day }开始回答
ballot-opens-how = 抽中的住户会收到一张票，票上有编号
ballot-late = 抽好住户，就开始回答

# 票
ballot-and = ，
ballot-choose = 选一个数
ballot-send = 交上去
ballot-next = 下一步
ballot-nobody = 不写名字。谁答了什么，谁也查不出来，站里的人也查不出来。
ballot-until = 到{ $day }为止。
ballot-far = 已经收到 { $n } 多张票

# 驿站的屏幕
ballot-machine-what = 请拿出收到的调查票。
ballot-machine-code-how = 扫一下票上的二维码，或者把十个字的编号打进去
ballot-machine-leave = 回到开头
ballot-machine-done = 好了
ballot-machine-shut = 这一页只在驿站大厅的屏幕上用
ballot-machine-shut-how = 用自己的手机，也能回答。

# 是什么
ballot-about = 这是什么
ballot-who = 问谁，是抽签抽的
ballot-who-how = 从全乡镇的住户里抽。抽中的，每户一张票，家里成年人里最近要过生日的那位来答。谁也挑不了，也不能替别人答
ballot-secret = 谁答了什么，谁也不知道
ballot-secret-how = 编号用一次就没了，答案不和编号放在一起，也不记几点答的。满意、不满意，都照实答
ballot-ways = 没有手机也能答
ballot-ways-how = 勾好纸票投进驿站的票箱，到驿站的屏幕上答，或者请站里的人念给您听
ballot-use = 结果给谁看
ballot-use-how = 大家都看得到，写在当月的“四常”里。只有总数，十张票以下的不公布

# 怎么抽的
ballot-draw = 住户是怎么抽的
ballot-draw-before = 还没有抽。抽签用的种子已经定了，下面是它的指纹。名单是以后才交的，所以谁也不能先看名单再挑人。
ballot-draw-what = 抽签用的种子，在交名单以前就定了，当时公布了它的指纹。抽完以后，种子也公开了。
ballot-draw-list = 名单上
ballot-draw-asked = 抽中
ballot-draw-hash = 种子的指纹
ballot-draw-seed = 种子
ballot-draw-again = 谁都能照着再抽一遍：下载抽签单，用 yizhan draw verify 核对。抽签单里只有行号，没有住处。
ballot-draw-sheet = 下载抽签单
ballot-n-households = { $n } 户

# 以前的
ballot-results = 以前的结果
ballot-results-how = 0 是一点也不满意，10 是完全满意。平均数按各年龄段的人数算过。没回答的人怎么想，不知道。
ballot-result-of = { $day }结束的调查
ballot-result-answered = 问了 { $asked } 户，{ $answered } 户回答了
ballot-result-share = ，回答率 { $value }（有九成五的把握在 { $low } 到 { $high } 之间）
ballot-result-mean = 平均 { $mean }，有九成五的把握在 { $low } 到 { $high } 之间
ballot-result-no-mean = 回答率不到 30%，或者不到十张票，不公布平均数
ballot-result-month-later = 当月的那一页，下个月初出

# 答完以后
ballot-thanks = 收到了，谢谢您
ballot-thanks-how = 编号已经作废，谁答了什么，谁也查不出来。
ballot-thanks-when = 调查结束以后，结果公布在这里。

# 有没有人教
ballot-tip = 有人教您怎么答吗
ballot-tip-way = 有人教您怎么答？在这里说一声
ballot-tip-what = 没有就不用管。有的话，请告诉我们是谁，不用写名字。
ballot-tip-by = 谁教的
ballot-tip-send = 说一声
ballot-tip-how = 只记有几个人说过，不记是谁说的，也不追究谁。公布结果的时候，会写上有人说过。
ballot-tip-thanks = 记下了，谢谢您
ballot-tip-then = 公布结果的时候，会写上有人说过。
ballot-tip-shut = 现在没有调查，不用说了
ballot-wrong-by = 选一个：谁教的
ballot-code-known = 扫码时编号已经填好
