# 心情：看完一条动态，点一下；不记名，不考核谁
moods-title = 看完什么心情
moods-more = 这个月的心情
moods-name-happy = 开心
moods-name-sad = 难过
moods-name-like = 点赞
moods-name-passing = 飘过
moods-name-votes = { $mood } { $n }
moods-chosen = { $mood }，你点的
moods-votes = { $n } 票
moods-withdraw = 收回我点的
moods-count = 一共 { $n } 票，谁愿意谁点，不代表大家。
moods-few = 不到 10 票，先不写票数。
moods-until = 不记名，{ $day }前可以点、可以改。
moods-over = 三十天过了，票数就这样定下来，不能再点、再改。
moods-page = 看完什么心情

moods-no-closed = 三十天过了，票数已经定下来，不能再点、再改。
moods-no-crowded = 这里刚才投的人太多，过一会儿再来。
moods-bad-device = 请用至少 16 个随机字节，写成 base64url，不带等号
moods-bad-month = 请写成 2026-11 这样的月份

# 一个月里，哪些动态让人有感觉
moods-this-month = 这个月
moods-in-month = { $month }
moods-ranked-happy = { $month }让人开心的
moods-ranked-sad = { $month }让人难过的
moods-ranked-like = { $month }大家点赞的
moods-ranked-passing = { $month }大家飘过的
moods-ranked-votes = { $n } 票里 { $count } 票{ $mood }（{ $low }–{ $high }）
moods-notices = 动态
moods-describe = 一个月里，哪些动态让人开心、难过，哪些被点赞
moods-which = 看哪种心情
moods-months = 看哪个月
moods-none = 这个月还没有满 10 票的动态
moods-how = 只排满 10 票的动态。括号里是这种心情可能占的范围（100 次里 95 次在这里面），按范围里小的那头排，票多不占便宜。谁愿意谁点，不代表大家；也不按编辑算，不拿来考核谁。
