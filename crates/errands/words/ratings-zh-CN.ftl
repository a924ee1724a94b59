# 好差评: 办完以后问一次

ratings-title = 评一评
ratings-ask = 办得怎么样？
ratings-yours = 您的评价
ratings-free = 愿意评就评，不评不算满意。评的是这件事，不看是谁办的；{ $day } 以前可以改。
ratings-change = 改一改，说两句
ratings-words = 还想说什么
ratings-words-how = 只有站长看得到，最多 500 字。
ratings-keep = 就这样评
ratings-back = 回到我的号
ratings-answer = 回话：
ratings-soon = 我们会在 { $day } 以前回访您。没留电话的，回话写在这一页。
ratings-late = 本来该在 { $day } 以前回访您，晚了，对不起。
ratings-missed-you = 我们联系过您，没有联系上，会再试。
ratings-level-very-satisfied = 非常满意
ratings-level-satisfied = 满意
ratings-level-mostly-satisfied = 基本满意
ratings-level-dissatisfied = 不满意
ratings-level-very-dissatisfied = 非常不满意
ratings-outcome-settled = 联系上了，解决了
ratings-outcome-not-settled = 联系上了，还没有解决
ratings-outcome-not-reached = 没有联系上

ratings-no-ticket-not-done = 还没有办完，办完了再评。
ratings-no-rating-fixed = 评价的时间过了，评价到第二天为止。
ratings-no-rated-already = 这个号评过了。要改，请在手机上打开这个号的网页。
ratings-no-not-for-staff = 工作人员不能替人评价。请退出登录，让本人来评。
ratings-no-call-back-ended = 这次回访已经有结果了。
ratings-no-answer-without-words = 没有解决或者没有联系上的，请写一句，对方在号的那一页看得到。
ratings-no-level = 请选一个
ratings-too-long = 最多 { $most } 字
ratings-unreadable = 有些字读不出来，请重新写

ratings-thanks = 谢谢，知道了
ratings-kiosk-go-on = 下一步
ratings-kiosk-free = 愿意评就评。评的是这件事，不看是谁办的。
ratings-kiosk-call-back = 我们会回访您

# 站长看的
ratings-desk-title = 回访
ratings-desk-open = 要回访 { $n } 位
ratings-desk-none = 没有要回访的
ratings-desk-late = 要回访 { $n } 位，{ $late } 位过了期限
ratings-desk-ended = 有结果的
ratings-desk-kept = 记下了
ratings-desk-how = 评了“不满意”和“非常不满意”的，要回访。这里不写是谁办的，三十天后号和评价就分开了。
ratings-desk-due = { $day } 以前
ratings-desk-over = 过期了，该在 { $day } 以前
ratings-desk-provisional = 那一年的放假安排还没有公布，这个日子可能会变。
ratings-desk-said = 评价
ratings-desk-whom = 找谁
ratings-desk-answered = 回话
ratings-desk-no-phone = 没有电话：在下面写的回话，对方在号的那一页看得到
ratings-desk-outcome = 结果
ratings-desk-answer = 给对方的回话
ratings-desk-answer-how = 拿着号的人看得到，最多 500 字。没有解决或者没有联系上的，一定要写。
ratings-desk-keep = 记下
ratings-desk-choose = 请选一个
ratings-desk-days = 几天以内回访
ratings-desk-days-n = 几个工作日
ratings-desk-days-how = 1 到 15 天。本站没有定过的，是 5 天：这是程序自己定的，不是哪个文件规定的。
ratings-desk-days-keep = 改
ratings-desk-days-wrong = 请写 1 到 15
