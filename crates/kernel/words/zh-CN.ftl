# 页面外壳
page-product = 共享驿站
page-skip = 跳到正文
page-nav = 主导航
page-desk-nav = 工作台导航
page-desk-pages = 这一组的页面
page-home = 首页
page-mine = 我的
page-call = 打电话问
page-sign-in = 登录
page-rehearsal = 演练：这里的人和事都是编的
page-stale = 连不上了，这里显示的可能不是最新的。正在重连。
page-works-instead = 这样可以：
page-read-aloud = 念给我听

# 大字、语言
switch-care = 大字
switch-normal = 正常

# 表单
form-optional = （可不填）
form-look-again = { $n ->
    [one] 有一处要改
   *[other] 有 { $n } 处要改
}

# 出了问题
fault-go-home = 回首页
fault-again = 再试一次
fault-look-at-mine = 先看“我的”
fault-ask = 不会弄？到驿站问值班的人，或者打电话。
fault-not-found = 没有这一页
fault-not-found-then = 地址可能写错了，或者这一页已经撤下。从首页再找找。
fault-sign-in-first = 请先登录
fault-sign-in-first-then = 刚才的事没有办。登录后再做一次就行。
fault-too-many-requests = 点得太快了
fault-too-many-requests-then = 歇一会儿再试。刚才这一次没有办，别的都没变。
fault-busy = 现在人多，没轮上
fault-busy-then = 刚才这一次没有办，什么都没变。过几秒再试。
fault-database-away = 机器暂时连不上
fault-database-away-then = 刚才这一次没有办，什么都没变。过几分钟再试。
fault-outcome-unknown = 不知道办成了没有
fault-outcome-unknown-then = 连接正好断了。先到“我的”看一眼：有，就是办成了；没有，再办一次。
fault-already-there = 已经有了
fault-already-there-then = 一样的已经记下了，没有再记一遍。
fault-clash = 碰上别人也在改
fault-clash-then = 刚才这一次没有办，什么都没变。再试一次就行。
fault-broken = 出了点毛病
fault-broken-then = 不是你的错。刚才这一次没有办，毛病已经记下，会有人看。
fault-not-allowed = 这里不能这样做
fault-not-allowed-then = 什么都没变。从首页再进一次。
fault-from-elsewhere = 这一步不是从驿站的页面来的
fault-from-elsewhere-then = 为了安全没有办，什么都没变。从首页再进一次。
fault-too-large = 东西太大了
fault-too-large-then = 没有收下，什么都没变。换一个小一点的。
fault-not-understood = 没看懂
fault-not-understood-then = 发来的内容不完整，没有办。退回上一页再填一次。
fault-fields = 有几处要改一改
fault-unreadable = 这个请求读不懂
fault-key-reused = 这一份已经交过，内容不一样
fault-key-reused-then = 为了不办两次，这一次没有办。从首页重新进来再填。
