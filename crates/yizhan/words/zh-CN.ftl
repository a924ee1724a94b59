# 演练
yizhan-messages-title = 短信
yizhan-messages-why = 这是演练：短信不会真的发出去
yizhan-messages-why-then = 平时这些内容会发到本人的手机上，别人看不到。演练里谁都可以看，好让您试一遍。
yizhan-messages-none = 还没有短信。订一张球台试试。
yizhan-messages-to = 发给 { $phone }
yizhan-messages-of-all = 全部驿站
