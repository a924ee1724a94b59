# 发给人的消息
waiting-message-free = 【{ $station }】您排队等的{ $what }有空了：{ $when } 给您留到 { $until }。点开就能订下：{ $link }
waiting-message-remember = 【{ $station }】{ $when } 的{ $what }还给您留着，{ $until } 前不回复就让给下一位：{ $link }
waiting-message-lapsed = 【{ $station }】{ $when } 的{ $what }没等到您回复，已经让给下一位。还想来，看看别的时间：{ $rooms }
waiting-message-over = 【{ $station }】您排队等的{ $what }（{ $when }）没有空出来。看看别的时间：{ $rooms }
waiting-message-moved = 【{ $station }】您订的 { $lost } 用不成了：{ $reason }。给您留了{ $what } { $when }，{ $until } 前点开就换好：{ $link }
waiting-message-lost = 【{ $station }】您订的{ $what }（{ $when }）用不成了：{ $reason }。这几天没有合适的空位，请另选时间：{ $rooms }
waiting-message-closed = 【{ $station }】您要订的{ $what }（{ $when }）用不成了：{ $reason }。请另选时间：{ $rooms }
venues-no-not-full = 这个时段还有空位，不用排队，直接订就行。

# 排队
waiting-line-up = 排队等这个时段
waiting-line-up-at = 排队等 { $at }
waiting-full-why = 想要的时间满了？可以排队，有人退了就先给您留着：
waiting-is-full = 现在满着
waiting-how = 有人退了、没来、提前走，就按先后给您留着，发短信请您点一下。
waiting-from = 最早几点开始
waiting-from-why = 能将就的时间越宽，越容易等到。
waiting-last = 最晚几点开始
waiting-line-up-now = 排上
waiting-form-last = 最晚的开始时间要在同一天，不早于最早的时间。
waiting-any-start = { $starts } 之间开始，{ $length }
waiting-ahead = { $n ->
    [0] 您排在第一位。
   *[other] 前面还有 { $n } 位。
}
waiting-answer-by = 给您留到 { $at }，不回复就让给下一位。
waiting-mine-one = 我的排队
waiting-mine = 排队和留位 · { $station }
waiting-state-waiting = 排队中
waiting-state-offered = 有空了
waiting-state-taken = 订好了
waiting-state-stopped = 不等了
waiting-state-passed = 让给下一位了
waiting-state-over = 没等到
waiting-told-how = 有空了发短信告诉您，不用一直看着。
waiting-told-offered = 给您留着，请回复要不要。
waiting-told-stopped = 您已经不排队了。
waiting-told-passed = 没回复，或者说了不要，已经让给下一位。还想来可以再排。
waiting-told-over = 这个时段没有空出来。可以看看别的时间。
waiting-answer = 去回复
waiting-stop = 不等了

# 给您留着
waiting-offer = 给您留着
waiting-kept = 给您留着
waiting-yes = 我要
waiting-no = 不要了，让给别人
waiting-asks = 您要的话，还要等站长点头。
waiting-lost = 您原来订的 { $lost } { $what } 用不成了，换成下面这个行不行？
waiting-code-why = 点“我要”，验证码会发到 { $phone }，输进去就是您的了。
waiting-call = 请打电话或到驿站告诉值班的人要不要。
waiting-said-yes = 已经要了
waiting-said-no = 已经说不要
waiting-too-late = 时间过了，已经让给下一位
waiting-hint = 给您留着：{ $what }
