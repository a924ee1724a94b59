# 来办事: what everybody reads of matters, of who is in, and of tickets.


errands-state-booked = booked
errands-state-waiting = waiting
errands-state-called = being called
errands-state-serving = being served
errands-state-paused = paused
errands-state-deferred = to be called later
errands-state-held = waiting for the official
errands-state-missed = missed
errands-state-done = done
errands-state-expired = missed for good
errands-state-cancelled = given back
errands-state-closed = not served

errands-no-not-now = This ticket is { $state }; that cannot be done now.
errands-no-ticket-changed = Somebody has just changed this ticket. Please look at it again before you press.
errands-no-not-in-the-hall = They are not in the hall yet.
errands-no-nobody-waits = Nobody waits in the hall.
errands-no-desk-taken = This desk has somebody. Please say first whether they came and whether they are done.
errands-no-no-desk = No tickets are called at this desk.
errands-no-too-late-to-undo = More than three minutes have passed, or something else was done since: it cannot be taken back.
errands-no-too-early = That time is over. Please choose a later one.
errands-no-no-tickets-now = No more tickets are given out today.
errands-no-shut-until = No more tickets are given out today; it begins again { $at }.
errands-no-has-a-ticket = You have a ticket in this line already.
errands-no-no-reason = Please write why: whoever has the ticket will read it.
errands-no-back-before = The time of return is over. Please write a later one.
errands-no-back-too-far = At most four months ahead.
errands-no-village = Only a field trip names a village.
errands-no-no-such-matter = There is no such matter here.
errands-no-no-such-way = That way is not open now. Please look at what still is.
errands-no-not-today = This number is of another day. Please press on that day.
errands-day-over = Nobody said that day how it ended
errands-outage = They went during a power cut and were not served
errands-list-comma = ,{" "}
errands-kiosk-unknown = There is no such number today. Please look again.
errands-expected = Called at about { $times }; nine of ten people not later than { $until }
errands-expected-now = You can be called now
errands-expected-no-desk = No desk is open; nobody can say when
errands-expected-no-desk-until = No desk is open; one opens at { $at }
errands-expected-away = The official is away; nobody can say when
errands-expected-away-until = The official is away and back at { $at }
errands-expected-not-before = Many are ahead: it may not be your turn today
errands-expected-not-before-until = Many are ahead: it may not be your turn before { $at }
errands-expected-wide = Called at about { $at }, hard to say yet; nine of ten people not later than { $until }
