# Messages to people
waiting-message-free = { $station }: { $what } that you wait for is free: { $when } is kept for you until { $until }. Open to take it: { $link }
waiting-message-remember = { $station }: { $what }, { $when }, is still kept for you. Without an answer by { $until } it goes to the next in line: { $link }
waiting-message-lapsed = { $station }: { $what }, { $when }, went to the next in line, as no answer came. Other times: { $rooms }
waiting-message-over = { $station }: { $what } that you waited for ({ $when }) did not become free. Other times: { $rooms }
waiting-message-moved = { $station }: your booking { $lost } cannot be kept: { $reason }. { $what }, { $when }, is kept for you instead. Open before { $until } to take it: { $link }
waiting-message-lost = { $station }: your booking of { $what } ({ $when }) cannot be kept: { $reason }. Nothing suitable is free on the next days. Choose another time: { $rooms }
venues-no-not-full = There is room at that time: no need to wait, just book it.
