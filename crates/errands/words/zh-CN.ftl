# 来办事: what everybody reads of matters, of who is in, and of tickets.


errands-state-booked = 已约
errands-state-waiting = 在等
errands-state-called = 正在叫
errands-state-serving = 正在办
errands-state-paused = 先停一下
errands-state-deferred = 晚点再叫
errands-state-held = 等经办人
errands-state-missed = 过号
errands-state-done = 办完了
errands-state-expired = 过号作废
errands-state-cancelled = 已退号
errands-state-closed = 没有办成

errands-no-not-now = 这个号现在{ $state }，不能这样做。
errands-no-ticket-changed = 别人刚动过这个号，请看一下现在的样子再按。
errands-no-not-in-the-hall = 人还没有到大厅，到了才叫。
errands-no-nobody-waits = 大厅里没有人在等。
errands-no-desk-taken = 这个窗口还有一位，请先说他来了没有、办完了没有。
errands-no-no-desk = 这个窗口不叫号。
errands-no-too-late-to-undo = 过了三分钟，或者已经接着做了别的，收不回来了。
errands-no-too-early = 这个时间已经过了，请选晚一点的。
errands-no-no-tickets-now = 今天不再发号了。
errands-no-shut-until = 今天不再发号了，{ $at } 再开始。
errands-no-has-a-ticket = 您在这个队里已经有一个号了。
errands-no-no-reason = 请写一句为什么，拿号的人会看到。
errands-no-back-before = 回来的时间已经过了，请写晚一点的。
errands-no-back-too-far = 最多提前说四个月。
errands-no-village = 只有下村才写村名。
errands-no-no-such-matter = 这里没有这件事。
errands-no-no-such-way = 这个办法现在不行，请看一下现在还能怎么办。
errands-no-not-today = 这个号不是今天的，到那天再按。
errands-day-over = 当天没有说怎么办完的
errands-outage = 停电的时候走了，没有办成
errands-list-comma = 、
errands-kiosk-unknown = 今天没有这个号，请再看一下。
errands-expected = 大约 { $times } 叫到，十个人里九个不晚于 { $until }
errands-expected-now = 现在就能叫到
errands-expected-no-desk = 没有窗口开着，说不准什么时候
errands-expected-no-desk-until = 没有窗口开着，{ $at } 再开
errands-expected-away = 经办人不在，说不准什么时候
errands-expected-away-until = 经办人不在，{ $at } 回
errands-expected-not-before = 前面人多，今天不一定轮得到
errands-expected-not-before-until = 前面人多，{ $at } 下班前不一定轮得到
errands-expected-wide = 大约 { $at } 叫到，现在还说不太准；十个人里九个不晚于 { $until }
