# 幸福指数调查：站里的人看的，和票上写的

# 票上的话：一个问题，一种说法
survey-question = 总的来说，您对自己现在的生活有多满意？
survey-question-low = 0 是一点也不满意
survey-question-high = 10 是完全满意
survey-question-band = 您的年龄

# 开头
survey-desk-tab = 幸福指数
survey-title = 幸福指数调查
survey-title-of = { $days }的调查
survey-what = 只问一个问题：对现在的生活有多满意，0 到 10。问谁是抽签抽的，谁也挑不了；谁答了什么，谁也不知道，站里的人也不知道。
survey-now = 现在的调查
survey-none = 现在没有调查
survey-begin = 开始一次调查
survey-look = 看这次调查
survey-paper-go = 录入纸票
survey-ask-go = 上门或电话问
survey-over = 以前的调查
survey-over-how = 结束了的，新的在前
survey-result-see = 看结果

# 到哪一步了
survey-far = 到哪一步了
survey-days = 哪几天回答
survey-state = 这次调查
survey-asked = 问多少户
survey-answered = 回答了
survey-response = 回答率
survey-n-households = { $n } 户
survey-n-answers = { $n } 张票
survey-response-few = 还不到十户，先不算
survey-response-how = 括号里是把握有九成五的范围。回答率到 30%、票到十张，才算平均数；答了什么，结束以后才看得到。
survey-with-range = { $value }（{ $range }）

# 新的调查
survey-new-what = 开始的时候，程序先定下抽签的种子，把种子的指纹公布出去，再交名单。这样谁也不能先看名单再挑人。
survey-field-opens = 哪天开始回答
survey-field-opens-how = 今天以后、三个月以内。交名单、抽户、送票都要时间
survey-field-closes = 最后一天
survey-field-closes-how = 这一天过完就结束，结果自己出来。最多九十二天
survey-field-wanted = 抽多少户
survey-field-wanted-how = 要有三成回答、每段年龄十张票，抽一百户以上才稳当
survey-field-bands = 年龄分几段，各有多少人
survey-field-bands-how = 年纪小的在前，空行不算。人数照统计填：哪一段回答得少，也按它的人数算进平均数
survey-field-nr = 行
survey-field-band = 年龄段
survey-field-people = 有多少人
survey-field-of-line = 第 { $nr } 行，{ $what }
survey-field-source = 人数是哪份统计的
survey-field-source-how = 像“2025 年统计年报”
survey-band-18 = 18–34 岁
survey-band-35 = 35–49 岁
survey-band-50 = 50–64 岁
survey-band-65 = 65 岁以上
survey-kept-made = 调查开始了，种子的指纹公布了。下一步：交住户名单

# 名单
survey-list = 住户名单
survey-list-none = 还没有名单。
survey-list-has = 名单有 { $n } 户。抽签以前还能重交。
survey-list-go = 交名单
survey-list-again = 重交名单
survey-list-what = 全乡镇的住户，一行一户：村，住处。最少 { $fewest } 户，最多 { $most } 户，一户只写一次。
survey-list-no-names = 不要写姓名、电话和身份证号
survey-list-no-names-how = 抽的是住处，不是人。一行要是多出一栏，这份名单就不收。
survey-list-replaces = 现在的名单有 { $n } 户，交了新的，旧的就删掉。
survey-list-keep = 交上去
survey-field-list = 名单
survey-field-list-how = 从表格里复制过来就行，像“骆驼堡村，一社 3 号”。名单长的，用下面的文件交
survey-field-file = 或者选一个文件
survey-field-file-how = CSV 文件，UTF-8 编码，两栏：村、住处。选了文件，上面贴的就不看
survey-kept-listed = 名单收到了

# 抽签
survey-draw = 抽户
survey-draw-what = 从 { $n } 户里抽 { $wanted } 户。抽中谁，早就由公布过指纹的种子和名单的行数定了，什么时候按都一样。
survey-draw-once = 只抽一次，抽完不能重来，名单也不能再换。抽完以后种子公开，谁都能照着再抽一遍。
survey-draw-go = 现在抽
survey-kept-drawn = 抽好了，种子公开了。下一步：打票，送到户
survey-seed = 抽签的凭据
survey-seed-how = 下面是种子的指纹，交名单以前就定了。抽完以后种子公开，谁都能核对：指纹对得上，种子就没换过。
survey-seed-drawn = 下面是种子的指纹，交名单以前就定了。现在种子也公开了，谁都能照着再抽一遍。
survey-seed-sheet = 下载抽签单，里面只有行号，没有住处

# 送票
survey-homes = 抽中的住户
survey-homes-what = 照这张单子把票送到户。每户一张，随手拿，不要记哪张给了哪户。
survey-homes-go = 看单子，打出来
survey-homes-paper = 一共 { $n } 户。每户送一张票，家里成年人中，下一个过生日的那位来答。
survey-homes-no-ticks = 不要在这张单子上记谁答了、谁没答，也不要记票的编号。
survey-homes-shred = 送完票，把这张单子交回站里碎掉。
survey-line = 行号
survey-village = 村
survey-address = 住处

# 打票
survey-ballots = 调查票
survey-ballots-how-many = 打了 { $printed } 张，其中 { $unspent } 张还没用。还能打 { $left } 张。
survey-ballots-once = 编号只在打出来的这一次看得到
survey-ballots-once-how = 按下去马上出票，当场打印。程序里只留编号的指纹，不能再打一样的；要是没打成，把没用的票全部作废，再打新的。
survey-ballots-go = 出票
survey-ballots-n = 一共 { $n } 张，一页 A4 四张，沿虚线裁开。
survey-ballots-mix = 裁好以后洗一洗再送，顺序就和住户没有关系了。
survey-field-ballots = 打多少张
survey-back = 票丢了、打坏了
survey-back-what = 把还没用的 { $n } 张票全部作废，送出去还没答的也作废，再打新的送。已经答了的不受影响。
survey-back-go = 没用的票全部作废
survey-kept-back = 没用的票都作废了，可以打新的
survey-ballot-title = 幸福指数调查
survey-ballot-who = 请家里成年人中，下一个过生日的那位来答。
survey-ballot-qr = 二维码：用手机回答的地方
survey-ballot-how = 到{ $day }为止：勾好投进驿站的票箱；或者扫码、到驿站的屏幕上输编号回答。
survey-ballot-nobody = 不写名字。编号只能用一次，答案不和编号放在一起，谁也查不出是谁答的。
survey-ballot-phone = 要帮忙：{ $phone }

# 没人住的
survey-empty = 没人住的
survey-empty-what = 抽中的住户里，搬走了、空着的有几户？写总数。没开门的、不愿意答的不算。
survey-field-empty = 没人住的一共几户
survey-empty-go = 记下来
survey-kept-empty = 没人住的户数记下来了

# 留什么，留到什么时候
survey-kept-what = 留什么，留到什么时候
survey-kept-list = 名单：加密保存，只有站长看得到抽中的住处，调查一结束就删。
survey-kept-codes = 票的编号：只留指纹；票一用，它的指纹就删。
survey-kept-answers = 答案：只有分数、年龄段和怎么答的，没有时间和先后，每天夜里重新洗一遍。
survey-kept-nobody = 哪一户答了，哪里都没有记。

# 录入纸票
survey-paper = 录入纸票
survey-paper-what = 一张一张录。编号不分大小写，空格不用管。录完一张，表就空了，接着录下一张。
survey-paper-kept = 收到了，录下一张
survey-paper-keep = 录下一张
survey-paper-after = 录完的票放进封好的袋子，调查结束后碎掉。票上不要写字，也不要另外记谁的票。
survey-field-code = 票上的编号
survey-field-code-how = 十个字，票上分成两组
survey-field-score = 勾的是几
survey-field-score-how = 0 到 10
survey-field-age = 勾的年龄段

# 上门或电话问
survey-ask = 一个问题
survey-ask-nobody = 不问名字。谁答了什么，谁也查不出来，来问的人也一样。
survey-ask-keep = 答好了
survey-ask-thanks = 收到了，谢谢您
survey-ask-next = 问下一户
survey-ask-back = 回到工作台
survey-field-answer = 选一个

# 结果
survey-result = 结果
survey-listed = 名单上多少户
survey-drawn = 抽中多少户
survey-not-eligible = 没人住的
survey-no-mean = 这次不公布平均数
survey-no-mean-why = 回答率不到 30%，或者不到十张票。没回答的人比回答的人多太多，算出来的数靠不住。
survey-figures-how = 先看多少户回答了，再看平均数
survey-figure = 什么
survey-value = 多少
survey-n = 多少户或多少张票
survey-figure-response = 回答率
survey-figure-mean = 平均数，0 到 10
survey-figure-bounds = 没回答的要是都选 0，或者都选 10
survey-figure-bootstrap = 平均数的范围，另一种算法
survey-figure-group = 选 { $group } 的
survey-hidden = 太少，不公布
survey-effective = 按年龄段人数调整以后，这 { $n } 张票大约顶 { $effective } 张。
survey-parts = 按年龄
survey-parts-how = 不到十张票的年龄段，和旁边的合在一起
survey-ways = 怎么回答的
survey-ways-how = 少于十张的不公布
survey-way = 怎么回答的

# 要留心的
survey-flag-how = 这不说明谁做错了，赶集的日子也会这样。看结果的时候留心就行。
survey-flag-burst = 有一个钟头里来了很多票
survey-flag-burst-n = { $mode }：一个钟头里来了 { $n } 张票
survey-flag-tens = 有一种回答的办法里，一半以上选了 10
survey-flag-tens-mode = { $mode }：一半以上选了 10
survey-flag-tens-n = { $mode }：{ $n } 张票里 { $tens } 张选了 10
survey-flag-suggested = 有人说，答案是别人教的
survey-flag-suggested-n = 有 { $n } 个人说，答案是别人教的
survey-flag-suggested-how = 这里只数有几个人这样说，是谁说的没有记。答案要是真有人教，平均数就会偏。

# 哪里不行
survey-wrong-day = 写一个日子，像 2026-07-01
survey-wrong-number = 只写数字
survey-wrong-ballots = 一次打 1 到 { $most } 张，多的分几次打
survey-wrong-empty = 还没有名单：贴上来，或者选一个文件
survey-wrong-file = 这个文件读不出来。存成 UTF-8 编码的 CSV，或者从表格里复制，贴到上面
survey-wrong-columns = 每行只写村和住处两栏。不对的行：{ $lines }
survey-wrong-length = 编号是十个字，数一数有没有多了或者少了
survey-wrong-letter = 编号里没有这样的字：票上没有 0、字母 O 和 U，像 1 的都是 1
survey-wrong-misread = 编号抄错了一个字，或者两个字颠倒了。票还没用，再对一遍
survey-wrong-score = 选 0 到 10 里的一个
survey-wrong-band = 选一个年龄段
