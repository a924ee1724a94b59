# 发给人的消息
waiting-message-free = 【{ $station }】您排队等的{ $what }有空了：{ $when } 给您留到 { $until }。点开就能订下：{ $link }
waiting-message-remember = 【{ $station }】{ $when } 的{ $what }还给您留着，{ $until } 前不回复就让给下一位：{ $link }
waiting-message-lapsed = 【{ $station }】{ $when } 的{ $what }没等到您回复，已经让给下一位。还想来，看看别的时间：{ $rooms }
waiting-message-over = 【{ $station }】您排队等的{ $what }（{ $when }）没有空出来。看看别的时间：{ $rooms }
waiting-message-moved = 【{ $station }】您订的 { $lost } 用不成了：{ $reason }。给您留了{ $what } { $when }，{ $until } 前点开就换好：{ $link }
waiting-message-lost = 【{ $station }】您订的{ $what }（{ $when }）用不成了：{ $reason }。这几天没有合适的空位，请另选时间：{ $rooms }
venues-no-not-full = 这个时段还有空位，不用排队，直接订就行。
