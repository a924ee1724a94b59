# 幸福指数：大家共用的话

wellbeing-of-area = 这里各站每月怎么样

# 调查到哪一步了
wellbeing-state-made = 刚开始，还没有住户名单
wellbeing-state-listed = 有了名单，还没抽
wellbeing-state-drawn = 抽好了
wellbeing-state-open = 正在回答
wellbeing-state-closed = 结束了

# 怎么回答的
wellbeing-mode-phone = 手机或电脑上
wellbeing-mode-kiosk = 驿站的屏幕上
wellbeing-mode-paper = 纸上
wellbeing-mode-interviewer = 上门或电话问的

# 谁教的答案
wellbeing-by-official = 驿站或镇上的人
wellbeing-by-village = 村里的人
wellbeing-by-interviewer = 来问的人
wellbeing-by-other = 别的人，或者不想说

# 调查哪里不行
wellbeing-no-running = 上一次调查还没结束，结束后再开始新的
wellbeing-no-opens = 开始的日子要在今天以后、三个月以内
wellbeing-no-closes = 最后一天要在开始以后，最多九十二天
wellbeing-no-wanted = 抽的户数要在十户到十万户之间：少于十户，结果不能公布
wellbeing-no-bands = 年龄要分一到十二段
wellbeing-no-band = 第 { $nr } 段年龄不行：名字不能空、不能太长、不能和前面的一样，人数要大于零
wellbeing-no-source = 写清楚各段人数是从哪里来的，最多两百个字
wellbeing-no-few = 名单太短，至少要有 { $fewest } 户
wellbeing-no-many = 名单太长，最多 { $most } 户
wellbeing-no-line = 名单第 { $nr } 行不行：村和住处都要写，各不超过八十个字
wellbeing-no-twice = 名单里有一样的行：{ $lines }。去掉重复的再交
wellbeing-no-fewer = 名单只有 { $households } 户，要抽 { $wanted } 户：把名单补全再抽
wellbeing-no-not-now = 现在不能这样做：这次调查{ $state }
wellbeing-no-over = 最后一天已经过了，结果马上就出
wellbeing-no-ballots = 最多还能打 { $left } 张：抽中的每户一张
wellbeing-no-empty = 没人住的最多是 { $most } 户
wellbeing-no-shown-once = 这些编号已经给出过一次，不再保存。要是丢了，把票全部作废再重打
wellbeing-pair = 第 { $a } 行和第 { $b } 行
wellbeing-pairs = 、

# 答案为什么没收
wellbeing-no-spent = 这张票用过了，或者不是我们打的。要是您刚才交的，已经收到了
wellbeing-no-not-open = 今天没有调查要回答
wellbeing-no-unknown = 票上没有这个答案：从 0 到 10 选一个，再选年龄

# 月份哪里不行
wellbeing-no-month-same = 重新数了一遍，每个数都和公布的一样，不用更正
wellbeing-no-month-seen = 您看过以后，记录又变了。请再看一遍会改什么，再公布
wellbeing-no-month-yet = 这个月还没有公布，没有什么可更正的
wellbeing-no-month-why = 写清楚为什么更正，{ $from } 到 { $to } 个字
wellbeing-no-people = 人数要在 1 到 { $most } 之间
wellbeing-no-statistic = 写清楚是哪份统计，最多 { $most } 个字
wellbeing-no-as-of = 统计的日子不能在今天以后
