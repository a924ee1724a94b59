# Waiting and moving, as the desk sees it
waiting-desk-tab = Line
waiting-desk-title = Who is waiting
waiting-desk-nobody = Nobody waits on this day.
waiting-desk-line = { $n } in line
waiting-desk-kept = Moved by a closure, not answered yet: { $n }
waiting-desk-new = Line somebody up
waiting-desk-what = What for
waiting-desk-minutes = Minutes
waiting-desk-name = Name
waiting-desk-ahead = { $n ->
    [0] First in line
   *[other] { $n } ahead
}
waiting-desk-kept-until = Kept until { $at }, not answered yet
waiting-desk-said-yes = Accepted
waiting-desk-said-no = Declined
waiting-desk-state-kept = Kept, not answered yet
waiting-desk-stop = Take out
waiting-desk-acceptance = They want it
waiting-desk-refusal = They do not
waiting-desk-did-asked = In line. When it is free it is kept for them; call whoever left no number.
waiting-desk-did-stopped = Taken out of the line.
waiting-desk-did-accepted = Accepted for them.
waiting-desk-did-refused = Declined for them; it goes to the next in line.
waiting-desk-who-is-hit = Who is hit
waiting-desk-displaced-title = Whom the closure hit
waiting-desk-hit = { $n } bookings were hit and cancelled
waiting-desk-hit-nobody = Nobody is hit.
waiting-desk-hit-who = In the order of booking
waiting-desk-to-call = { $n ->
    [0] All have a number and got a message; another time is kept for them.
   *[other] Those with a number got a message; { $n } without one have to be called or told in person.
}
waiting-desk-instead = Kept instead: { $what }
waiting-desk-nothing-found = Nothing suitable within a week
waiting-desk-no-answer = No answer, no longer kept
event-reservation-offered = A place was kept for somebody
event-reservation-accepted = An offer was accepted
event-wait-asked = Somebody lined up
event-wait-stopped = Somebody left the line
event-wait-over = Somebody waited in vain
