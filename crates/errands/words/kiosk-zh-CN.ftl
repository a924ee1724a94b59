# 取号机：哪台设备是它
kiosk-title = 取号机
kiosk-shut = 这台设备不是取号机
kiosk-shut-how = 大厅里的取号机才用这一页。要把一台设备当取号机，站长在工作台“队和窗口”里拿一个链接，在那台设备上打开一次就行。
kiosk-shut-errands = 用手机取号
kiosk-shut-home = 去驿站首页
kiosk-desk = 取号机
kiosk-desk-how = 拿一个链接，在大厅每台取号机上打开一次，它就能取号、报到、评价。别处打开取号机的网址，什么也做不了。
kiosk-open-since = 现在的链接是 { $at } 发的。
kiosk-none = 还没有链接，取号机用不了。
kiosk-renew = 发一个链接
kiosk-renew-again = 换一个新链接
kiosk-renew-why = 换了以后，旧链接打开的取号机都要重新打开。
kiosk-made = 链接只显示这一次
kiosk-made-how = 在取号机上打开它。机器每天开机自动打开这个链接最省事。
kiosk-close = 关掉所有取号机
