# The door: “it was closed when I came”, and the three buttons at the desk

door-leaf = Came, and the door was closed?
door-leaf-note = What hours are promised today; tell us if nobody opened

# It was closed when I came
door-shut-title = Came, and the door was closed?
door-shut-today = Promised to be open today: { $spans }
door-shut-and = , { "" }
door-shut-not-today = No opening is promised today
door-shut-now = It should be open now, until { $until }
door-shut-not-promised = These are no opening hours
door-shut-opens = It opens next: { $day } { $time }.
door-shut-may-change = { " " }Holidays are not published yet: this may change.
door-shut-press = It was closed when I came
door-shut-thanks = Noted. Thank you for telling us
door-shut-call = To get in now, call
door-shut-not-now = It is not promised to be open now, so nothing was noted. It opens { $day } { $time }.
door-shut-never = It is not promised to be open now, so nothing was noted. When it opens next is not settled yet.
door-shut-then = What becomes of it
door-shut-then-quarter = Only the quarter of an hour is noted
door-shut-then-quarter-how = You are not asked who you are, and it is not kept. However many press in one quarter of an hour, it counts once.
door-shut-then-range = It goes into “Door open” of the month
door-shut-then-range-how = That is a range: from the time for which it was surely open to the time for which it was not surely closed. Time of which both is said counts as neither.
door-shut-then-blame = Nobody is blamed
door-shut-then-blame-how = There are many reasons for a closed door. Whose shift it was is not noted, and nobody is judged by it.
door-shut-ask = Would you rather talk to somebody?

# The door at the desk
door-desk-tab = Door
door-say-title = Door
door-say-unknown = Nobody has said anything today
door-say-is-open = Open
door-say-is-closed = Closed
door-say-last = Last: { $time } { $sign }
door-say-nothing = Nobody has pressed anything today. Time of which nobody says anything counts neither as open nor as closed.
door-say-opened = Opened it
door-say-closed = Closed it
door-say-seen-open = It is open
door-say-kept = Noted
door-say-kept-back = Taken back, as if it had not been pressed
door-say-back = A slip: take back { $time } { $sign }
door-say-back-how = You can take back your own last press within { $minutes } minutes. Changes show both.
door-say-back-nothing = Nothing was pressed today, so there is nothing to take back
door-say-back-not-yours = Somebody else pressed last, and only they can take it back. If it is wrong, press how it is now
door-say-back-late = More than { $minutes } minutes have passed, so it cannot be taken back. If it is wrong, press how it is now
door-say-wrong-sign = It must be opened, closed or seen-open
door-say-today = Today
door-say-table = What was said and seen today
door-say-when = Time
door-say-what = The door
door-say-from = How it is known
door-say-from-staff = pressed
door-say-from-use = somebody was served or let in within that quarter
door-say-line = The door today
door-say-line-how = The light bar is what is promised, a disc is opened, a ring is closed, a small dot is seen open. The table below says the same.
door-say-how = This is about the station’s door, not about anybody’s attendance. When a number is called or somebody is let in, the door is open: no need to press.

# On the page of changes
event-door-opened = Opened the door
event-door-closed = Closed the door
event-door-seen-open = Saw that the door is open
event-door-taken-back = Took back a slip about the door
