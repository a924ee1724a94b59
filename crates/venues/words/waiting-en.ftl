# Messages to people
waiting-message-free = { $station }: { $what } that you wait for is free: { $when } is kept for you until { $until }. Open to take it: { $link }
waiting-message-remember = { $station }: { $what }, { $when }, is still kept for you. Without an answer by { $until } it goes to the next in line: { $link }
waiting-message-lapsed = { $station }: { $what }, { $when }, went to the next in line, as no answer came. Other times: { $rooms }
waiting-message-over = { $station }: { $what } that you waited for ({ $when }) did not become free. Other times: { $rooms }
waiting-message-moved = { $station }: your booking { $lost } cannot be kept: { $reason }. { $what }, { $when }, is kept for you instead. Open before { $until } to take it: { $link }
waiting-message-lost = { $station }: your booking of { $what } ({ $when }) cannot be kept: { $reason }. Nothing suitable is free on the next days. Choose another time: { $rooms }
waiting-message-closed = { $station }: { $what } ({ $when }) that you were about to book cannot be had: { $reason }. Choose another time: { $rooms }
venues-no-not-full = There is room at that time: no need to wait, just book it.

# In line
waiting-line-up = Wait for this time
waiting-line-up-at = Wait for { $at }
waiting-full-why = The time you want is taken? Wait in line: if somebody gives it back, it is kept for you first.
waiting-is-full = Taken now
waiting-how = If somebody cancels, does not come or leaves early, it is kept for you in turn, and a message asks you for one tap.
waiting-from = Earliest start
waiting-from-why = The more times would do, the better the chance.
waiting-last = Latest start
waiting-line-up-now = Join the line
waiting-form-last = The latest start has to be on the same day and not before the earliest.
waiting-any-start = any start { $starts }, { $length }
waiting-ahead = { $n ->
    [0] You are first in line.
    [one] One person is ahead of you.
   *[other] { $n } people are ahead of you.
}
waiting-answer-by = Kept for you until { $at }; without an answer it goes to the next in line.
waiting-mine-one = My place in line
waiting-mine = Waiting and kept for you · { $station }
waiting-state-waiting = In line
waiting-state-offered = Free now
waiting-state-taken = Booked
waiting-state-stopped = Stopped waiting
waiting-state-passed = Went to the next
waiting-state-over = Waited in vain
waiting-told-how = A message tells you when it is free; no need to keep looking.
waiting-told-offered = It is kept for you. Do you want it?
waiting-told-stopped = You are no longer in line.
waiting-told-passed = You said no, or no answer came, so it went to the next in line. You can line up again.
waiting-told-over = Nothing became free at that time. Have a look at other times.
waiting-answer = Answer
waiting-stop = Stop waiting

# Kept for you
waiting-offer = Kept for you
waiting-kept = Kept for you
waiting-yes = I want it
waiting-no = No, give it to others
waiting-asks = If you want it, a manager still has to agree.
waiting-lost = Your booking { $lost } { $what } cannot be kept. Would this do instead?
waiting-code-why = “I want it” sends a code to { $phone }; type it and it is yours.
waiting-call = Please call or tell the desk whether you want it.
waiting-said-yes = Accepted
waiting-said-no = Declined
waiting-too-late = Time is over; it went to the next in line
waiting-hint = Kept for you: { $what }
