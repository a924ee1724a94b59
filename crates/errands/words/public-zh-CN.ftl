# 来办事: 大家看的页面

public-title = 来办事
public-describe = 先看人在不在、前面几人、要带什么，少跑一趟。
public-describe-matter = { $name }：找谁，在不在，前面几人，带什么。
public-what = 您要办什么？
public-what-hint = 说白话，或者拼音字头 gl
public-find = 找
public-found = 找到 { $n } 件
public-nothing = 没有找到“{ $asked }”。换个说法，或者看看全部。
public-all = 全部事项
public-none = 这里还没有写上能办的事。
public-and = 、
public-ask-why = 还有不明白的，
public-ask-call = 打电话问
public-in-full = 看全部

# 谁在
public-people = 今天谁在
public-people-describe = 经办人在不在，什么时候回来，谁能替。
public-people-how = 在不在是经办人自己说的，不定位。该回来没有回来，过一刻钟就写“未确认”。
public-no-people = 这里还没有写上经办人。
public-person = { $name }{ $is }
public-went = 去{ $place }了
public-instead = 能替：{ $who }
public-usual = 平时 { $hours }

# 先回答
public-desks = { $desks } 号窗
public-at = 在 { $desks }办
public-now = 现在就能办
public-nobody = 现在没人能办
public-not-now = 窗口没开
public-not-today = 今天没有窗口开着
public-go-desk = 去 { $n } 号窗找{ $name }
public-go-desks = 去 { $desks }
public-go-hall = 到大厅找{ $name }
public-say-so = 在办公室，到了跟值班的人说一声
public-stands-in = { $away }，{ $name }（B 岗）现在能办
public-away-draw = 先取个号排着，等{ $name }回来再来
public-ask-first = 来之前先问一声
public-shut = 窗口没开
public-shut-until = 窗口没开，{ $at } 开
public-opens = { $at } 开
public-closed = 什么时候开，还不知道
public-waiting = { $n ->
    [0] 没人在等
   *[other] { $n } 人在等
}
public-ahead = { $n ->
    [0] 前面没有人
   *[other] 前面 { $n } 人
}
public-draw = 取号，在家等
public-draw-early = 先取个号
public-draw-today = 现在就能取今天的号
public-draw-now = 。现在能取今天的号
public-who = 谁办
public-wait-for = 要等{ $name }，取个号排着

# 带什么
public-bring = 带上这 { $n } 样
public-bring-nothing = 什么都不用带，人来就行。
public-may-follow = 可以后补
public-looked-up = 不用带，我们来查
public-ways = 别的办法
public-way-drop-off = 放下材料就走
public-way-drop-off-how = 交给窗口，办好了告诉您
public-way-proxy = 让别人代办
public-way-proxy-how = 家里人、村上的代办员都行
public-way-home = 上门办
public-way-home-how = 走不动的，打个电话
public-way-village = 在村里办
public-way-village-how = 干部下村那天
public-about = 还有
public-minutes = 要多久
public-minutes-n = 轮到了大约 { $n } 分钟
public-line = 排哪个队
public-list = 材料单
public-list-n = 第 { $n } 版
public-note = 说明

# 我的号
public-ticket = 我的号
public-ticket-title = 我的号 { $number }
public-ticket-how = 这一页的网址就是号，发给家里人，他们也能看。手机没电也不要紧：到门口的机器上按号，或者跟值班的人说一声。
public-called = 请到 { $desks }
public-serving = 正在 { $desks }办
public-deferred = { $at } 以后叫您
public-missed = 叫过您了
public-held = 等{ $name }回来
public-done = 办完了
public-past = 前一天的号，过期了
public-come = 到大厅后按“我到了”，才叫号
public-sit = 请坐一会儿，听叫号、看大屏
public-go-now = 现在就过去
public-paused = 一会儿接着办，请不要走远
public-missed-until = { $at } 以前回来还算数，按“我回来了”
public-expired = 叫了没有来，请再取一个
public-turn-now = 正在办
public-turn-you = 您
public-here = 我到了
public-back = 我回来了
public-later = { $time }后再叫
public-give-back = 不去了，退号
public-again = 再取一个号
public-more = 还有别的事要办
public-look-again = 再看看
public-form-until = 这个时间太早，或者那时窗口已经下班了。
public-mine = 我的号 · { $station }
public-hint = 您的号 { $number }：{ $stands }
public-see = 看我的号
public-all-short = 全部
