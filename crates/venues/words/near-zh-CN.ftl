# 附近
venues-near-title = 附近哪里有空
venues-near-describe = 附近各驿站哪里有空：按项目、时间和远近找，找到就能订。
venues-near-found = { $when } · { $what }
venues-near-tonight = 今晚
venues-near-day-part = { $day }{ $part }
venues-near-part-morning = 上午
venues-near-part-afternoon = 下午
venues-near-part-evening = 晚上
venues-near-straight = 距离按直线算，走路会远一些。
venues-near-directory = 全国驿站
venues-near-where-why = 从哪里找？选好以后，先看最近的驿站。
venues-near-here-button = 从我现在的位置找
venues-near-here-why = 手机会先问您同不同意。位置只精确到一公里左右，只用来找这一次，不保存。
venues-near-here-not = 手机没有给出位置。请在下面写乡镇的名字。
venues-near-search = 乡镇、街道或村的名字
venues-near-search-hint = 写一部分就行，如 三合；也可以写 平安 三合
venues-near-search-go = 找这个地方
venues-near-which = 从哪里找
venues-near-townships = { $n } 个乡镇、街道
venues-near-more = 还有更多，请写得再细一点。
venues-near-no-such = 没有找到“{ $text }”。少写一两个字再试。
venues-near-from = 从{ $place }找。
venues-near-from-here = 从您现在的位置找。
venues-near-elsewhere = 换个地方
venues-near-from-time = { $day } { $time } 起
venues-near-close = 不到 1 公里
venues-near-km = 约 { $km } 公里
venues-near-none = { $km } 公里以内，没有驿站有“{ $what }”。
venues-near-full = 附近 { $n } 个驿站有“{ $what }”，那时都没有空。
venues-near-farther = 找 { $km } 公里以内
venues-near-next-day = 看后一天
venues-near-nothing = 附近的驿站还没有可以用的场地。
venues-near-ask = 换一换
venues-near-what = 想做什么
venues-near-on = 哪一天
venues-near-part = 什么时候
venues-near-within = 多远以内
venues-near-reach = { $km } 公里
venues-near-go = 找一找
venues-near-activity = { $word ->
    [table-tennis] 乒乓球
    [gym] 健身
    [reading] 看书
    [calligraphy] 书法
    [chess] 下棋
    [basketball] 打篮球
    [meeting] 开会
    [rest] 歇脚
    [square-dance] 广场舞
   *[other] { $name }
}
venues-near-form-activity = 项目写小写字母、数字和短横线，2 到 40 个字符，例如 table-tennis。
venues-near-form-part = 请从上午（morning）、下午（afternoon）、晚上（evening）里选一个。
venues-near-form-within = 请写 1 到 100 之间的整数，单位是公里。
venues-near-form-degrees = 请写经纬度的度数：北纬（lat）在 -90 到 90 之间，东经（lon）在 -180 到 180 之间。
venues-near-form-at = 请写时间，例如 2026-06-24T19:30:00+08:00。
venues-near-form-division = 请写 9 位的乡镇代码，或者 12 位的村代码。
venues-near-form-whence = 请写从哪里找：经纬度（lat 和 lon），或者行政区划代码（division）。
