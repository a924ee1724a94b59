# 值班看的排队和腾挪
waiting-desk-tab = 排队
waiting-desk-title = 排队的人
waiting-desk-nobody = 这一天没有人排队。
waiting-desk-line = 排队 { $n } 位
waiting-desk-kept = 因为关门换时间，等回复 { $n } 位
waiting-desk-new = 替人排队
waiting-desk-what = 排什么
waiting-desk-minutes = 用多少分钟
waiting-desk-name = 怎么称呼
waiting-desk-ahead = { $n ->
    [0] 排在第一位
   *[other] 前面 { $n } 位
}
waiting-desk-kept-until = 留到 { $at }，等回复
waiting-desk-said-yes = 要了
waiting-desk-said-no = 不要
waiting-desk-state-kept = 留着，等回复
waiting-desk-stop = 不等了
waiting-desk-acceptance = 他要
waiting-desk-refusal = 他不要
waiting-desk-did-asked = 排上了。有空了会留着，没留手机号的请打电话。
waiting-desk-did-stopped = 已经不排了。
waiting-desk-did-accepted = 替他要了。
waiting-desk-did-refused = 替他说了不要，让给下一位。
waiting-desk-who-is-hit = 影响了谁
waiting-desk-displaced-title = 关门影响了谁
waiting-desk-hit = 影响了 { $n } 个预订，都已经退掉
waiting-desk-hit-nobody = 没有人受影响。
waiting-desk-hit-who = 按预订的先后
waiting-desk-to-call = { $n ->
    [0] 有手机号的都发了消息，给他们留了别的时间。
   *[other] 有手机号的都发了消息；还有 { $n } 位没留手机号，请打电话或当面说。
}
waiting-desk-instead = 给他留了 { $what }
waiting-desk-nothing-found = 一周内没找到合适的空位
waiting-desk-no-answer = 没回复，不留了
event-reservation-offered = 给人留了位
event-reservation-accepted = 留的位有人要了
event-wait-asked = 有人排队
event-wait-stopped = 有人不排了
event-wait-over = 有人没等到
