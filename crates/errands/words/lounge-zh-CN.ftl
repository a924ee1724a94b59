# 候休区：坐着等的地方
lounge-title = 候休区
lounge-on-ticket = 候休区：{ $seats }
lounge-free = { $of } 个座，空 { $free } 个
lounge-unknown = 空几个座不清楚（{ $at } 时空 { $free } 个，共 { $of } 个）
lounge-tap-came = 坐下一位
lounge-tap-went = 起来一位
lounge-tap-same = 没变
lounge-tap-empty = 都走了
lounge-none = 还没有写下候休区有几个座。
lounge-seats = 候休区有几个座
lounge-seats-hint = 0 到 500；0 就是没有候休区。
lounge-seats-wrong = 请写 0 到 500
lounge-why = 等的人在大厅屏和自己的号上看得到空几个座。一小时没人点，就显示“不清楚”。
lounge-keep = 记下
lounge-more = 座位
