# What was done, on the page of changes: `event-` and the name of the event.
event-survey-made = 开始一次幸福指数调查，公布了种子的指纹
event-survey-listed = 交了调查的住户名单
event-survey-drawn = 抽了调查的住户，公布了种子
event-survey-printed = 打了调查的票
event-survey-taken-back = 作废了没用的调查票
event-survey-not-eligible = 记下抽中的住户里有几户没人住
event-survey-closed = 调查结束，结果定了，名单和票都删掉了
event-month-made = 公布了一个月的四常
event-month-corrected = 更正了一个月的四常
event-residents-set = 填了全镇的人数和出处
