# 大门
stations-door-open = 大门开着
stations-door-closed = 大门关着
stations-door-until = { $day }到 { $time }
stations-door-opens = { $day } { $time } 开
stations-door-always = 一直开着
stations-door-never = 没有开门的时间
stations-door-today = 大门今天 { $hours }
stations-door-regular = 大门 { $hours }
stations-may-change = （节假日还没公布，可能有变）
stations-this-morning = 今早
stations-tonight = 今晚
stations-tomorrow-morning = 明早
stations-closed-all-day = 不开门
stations-all-day = 全天
stations-between-spans = {" · "}
stations-over-midnight = { $from }–次日 { $until }
stations-make-up-workday = 调休上班
stations-not-known-yet = 节假日还没公布
stations-provisional = 有几天可能会变
stations-provisional-why = 国务院还没有公布那一年的放假安排。公布以后，这里会自己改过来。

# 首页
stations-describe = { $name }：大门开着没有，场地空不空，怎么来

# 关于驿站
stations-about = 关于驿站
stations-week = 这七天几点开门
stations-where = 在哪里
stations-address = 地址
stations-division = 属于
stations-phone = 电话
stations-map = 地图位置
stations-owners = 归口单位
stations-more = 还有
stations-poster = 二维码海报
stations-poster-note = 打印出来，贴在门口

# 海报
stations-motto = 大门常开、场所常用、活动常办、群众常来
stations-scan = 手机扫一扫，看大门开着没有，场地空不空
stations-no-account = 不用装软件，不用注册
stations-qr-alt = 二维码，打开 { $url }

# 全国驿站
stations-directory = 全国驿站
stations-others = 还有
stations-country = 全国
stations-search = 找乡镇、街道或村
stations-search-hint = 写名字的一部分，如 三合；也可以写 平安 三合，或行政区划代码
stations-search-go = 找
stations-nothing-found = 没有找到“{ $text }”。少写一两个字再试，或者从省里往下找。
stations-no-divisions = 还没有导入行政区划
stations-areas = 省、市、县
stations-townships = 乡镇、街道和村
stations-stations = 驿站
stations-provinces = { $n } 个省、自治区、直辖市
stations-townships-n = { $n } 个乡镇、街道
stations-stations-n = { $n } 个驿站
stations-more-found = 只列出前 { $n } 个。多写一个字，或在前面加上县名。
stations-open-home = 去看看
stations-none-yet = 还没有驿站

# 工作台
stations-group-today = 值班
stations-group-bookings = 预约
stations-group-activities = 活动
stations-group-rooms = 场地
stations-group-station = 驿站
stations-tab-station = 信息
stations-tab-owners = 归口单位
stations-edit-title = 驿站的信息
stations-edit-what = 叫什么，在哪里
stations-edit-hours = 几点开门
stations-name-zh = 中文名
stations-name-en = 英文名
stations-phone-hint = 谁都看得到，如 0972-8600000
stations-place-hint = 北纬，东经，如 36.42, 102.03
stations-zone = 时区
stations-hours = 开门时间
stations-hours-hint = 如 Mo-Su 06:00-22:00。周一到周五写 Mo-Fr，节假日写 PH，不开写 off，几段时间用分号隔开
stations-hours-show = 看看对不对
stations-next-openings = 这样写的意思是
stations-save = 保存
stations-saved = 改好了
stations-see-it = 看看别人看到的样子
stations-no-owners = 还没有归口单位
stations-add-owner = 加一个
stations-add = 加上
stations-rename = 改名

# 填错了
stations-name-missing = 请写名字
stations-address-missing = 请写地址，让人找得到门
stations-text-too-long = 写在一行里，最多 { $n } 个字
stations-place-wrong = 写两个数，先北纬后东经，如 36.42, 102.03；不知道就空着
stations-zone-unknown = 没有这个时区；一般选 Asia/Shanghai
stations-hours-empty = 请写开门时间。写成这样就行：{ $hint }
stations-hours-too-long = 太长了，门口没人看得完；例外的日子用“停开”来写。写成这样就行：{ $hint }
stations-hours-not-ascii = 要用英文缩写和半角标点。写成这样就行：{ $hint }
stations-hours-alternative = 不能写 ||；几条规则用分号隔开。写成这样就行：{ $hint }
stations-hours-open-end = 不能只写几点开，要写到几点关。写成这样就行：{ $hint }
stations-hours-bare-comment = 只有说明，没说开不开；前面写上 open 或 off。写成这样就行：{ $hint }
stations-hours-no-minutes = 要写分钟，08:00-18:00。写成这样就行：{ $hint }
stations-hours-day-list = 每一天都要写上月份。写成这样就行：{ $hint }
stations-hours-unknown = 不能写 unknown；人家出门前要一个准话。写成这样就行：{ $hint }
stations-hours-sun = 日出日落天天不同，要写几点几分。写成这样就行：{ $hint }
stations-hours-school-holidays = 没有寒暑假的日历，要写日期。写成这样就行：{ $hint }
stations-hours-holiday-and-weekday = PH 和星期之间要有逗号。写成这样就行：{ $hint }
stations-hours-points = 要写从几点到几点。写成这样就行：{ $hint }
stations-hours-dates = 这样的日期读不准，写简单一点。写成这样就行：{ $hint }
stations-hours-not-understood = 看不懂。写成这样就行：{ $hint }

# 办不成
stations-no-such-division = 没有代码是 { $code } 的乡镇、街道或村。离它最近的是这几个：
stations-slug-taken = 网址 { $slug } 已经有别的驿站用了，{ $free } 还空着
stations-township-full = 这个乡镇已经有 99 个驿站，不能再加

# 导入
stations-import-problem = { $file } 第 { $line } 行，{ $column } 列，“{ $what }”：{ $why }。什么都没有导入。
stations-import-empty = 文件是空的；第一行应是 code,name,county,city,province
stations-import-heading = 第一行应是 code,name,county,city,province（乡镇）或 code,name,township_code（村）
stations-import-columns = 这一行有 { $found } 列，应有 { $wanted } 列
stations-import-not-a-code = 这里应是 { $digits } 位数字的代码，不以 0 开头
stations-import-no-name = 这里应是名字，却是空的
stations-import-long-name = 名字应在一行里，最多 60 个字
stations-import-twice = 同一个代码在第 { $first } 行已经有了
stations-import-other-township = 村的代码应以它的乡镇代码开头
stations-import-no-such-township = 没有这个乡镇；先导入乡镇，或改正代码
stations-import-not-utf8 = 这一行不是 UTF-8；请另存为 UTF-8（表格软件里叫“CSV UTF-8”）
stations-import-unreadable = 这一行读不出来（{ $why }）

# 接口
stations-day-wrong = 请写日期，如 2026-10-01
stations-out-of-range = 应在 { $least } 到 { $most } 之间
