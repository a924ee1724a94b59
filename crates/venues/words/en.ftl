# How rooms stand
venues-title = Rooms
venues-describe = Table tennis, gym, books, chess: what is free, when, and how to book it.
venues-now = Free right now
venues-rooms = Rooms
venues-all-n = All { $n }
venues-book = Book
venues-look = Look
venues-none = This station has no rooms on its list yet.
venues-full-here = Nothing that suits is left here on that day. At other stations:
venues-part-now = Free now
venues-part-later = Free later
venues-part-closed = Closed now
venues-free = { $kind ->
    [table-tennis] { $n } { $n ->
        [one] table
       *[other] tables
    } free
    [gym] room for { $n } more
    [reading-room] { $n } { $n ->
        [one] seat
       *[other] seats
    } free
    [lounge] { $n } { $n ->
        [one] seat
       *[other] seats
    } free
    [calligraphy] { $n } { $n ->
        [one] desk
       *[other] desks
    } free
    [chess] { $n } { $n ->
        [one] board
       *[other] boards
    } free
   *[other] { $n } free
}
venues-free-short = { $kind ->
   *[other] { $n } free
}
venues-free-whole = free
venues-free-come = { $free }, just come
venues-full = full
venues-full-whole = in use
venues-full-then = { $full }, free from { $next }
venues-closed-for = Closed: { $reason }
venues-opens = opens { $at }
venues-open-until = open until { $at }
venues-shut = closed these two days
venues-ask-why = Stuck?
venues-ask-call = Call us and we book it for you
venues-and = { ", " }

# Booking
venues-which-day = Which day
venues-more-days = More
venues-more-days-under = days
venues-day-shut = closed
venues-which-time = What time
venues-more-times = More times
venues-tag-now = now
venues-tag-elderly = 60+
venues-tag-children = Kids
venues-priority = { $when } is first for { $whom ->
    [elderly] people of 60 and over
   *[other] children and whoever comes with them
}: { $reason }.{" "}
venues-priority-then = From { $length } before the start everybody may book.
venues-priority-come = What is still free then is for whoever comes.
venues-said-elderly = I am 60 or older
venues-said-children = A child comes, or I bring one
venues-said-why = Your word is enough, no papers; it is kept with this reservation only.
venues-not-enough = less than { $length }
venues-how-long = { $kind ->
   *[other] How long
}
venues-half-hour = ½ hour
venues-hours-and-half = { $hours }½ hours
venues-how-many = How many people
venues-choose-time = Choose a time
venues-phone = Mobile number
venues-phone-why = The first time, a code comes by text message. The number is only for knowing you and for telling you of changes.
venues-reserve = Book it
venues-request = Ask for it
venues-move-here = Move here
venues-terms-free = No charge
venues-terms-any-time = give back any time
venues-terms-until = give back until { $length } before
venues-terms-approval = the manager has to agree
venues-tap-instead = One tap books one of these:
venues-moving-now = Moving. You have { $when }
venues-moving-keep = Keep that one
venues-closed-when = { $when } closed: { $reason }
venues-nothing-that-day = Nothing left to book on this day.
venues-just-come = No need to book, just come
venues-staff-only = Staff book this for you
venues-week = See the week
venues-week-of = { $name }: free this week
venues-week-free = free
venues-week-none = nothing free
venues-week-before = Week before
venues-week-after = Week after
venues-feed = Calendar feed
venues-feed-busy = In use
venues-back = Back

# Once it is booked
venues-mine-one = My booking
venues-slip-line = { $day } · { $what } · until { $until }
venues-late = Given to others if you are not here by { $at }
venues-key-clerk = Staff open the door
venues-check-in = I am here
venues-complete = We are done
venues-cancel = Not coming, give it back
venues-move = Another time
venues-to-calendar = Add to calendar
venues-see-game = See this open game
venues-play-together = Find others to play
venues-again = Book again
venues-open-slip = Open
venues-state-held = waiting for the code
venues-state-gathering = looking for players
venues-state-requested = waiting for the manager
venues-state-confirmed = booked
venues-state-checked-in = in use
venues-state-completed = done
venues-state-expired = not booked
venues-state-cancelled = given back
venues-state-released = nobody came, given to others
venues-told-requested = Asked for. Once the manager agrees it is booked; until then it is kept for you.
venues-told-expired = No answer came in time, so the place was let go. Book again if you still want it.
venues-told-released = Nobody came in time, so the place went to others. No harm done: book again.
venues-told-cancelled = You gave this one back; others can use it.
venues-mine = My bookings · { $station }
venues-mine-none = Nothing coming up.
venues-mine-over = { $n } earlier
venues-book-another = Book another
venues-see-mine = See my bookings

# The code
venues-code = Type the code
venues-code-held = Kept for you
venues-code-until = Until { $at }. Type the digits from the message and it is booked.
venues-code-ask = The 6 digits from the message
venues-code-sent = The message went to { $phone }
venues-code-again = Nothing came? Send another

# Not filled in well
venues-form-from = Choose a time.
venues-form-on = Write a date like 2026-06-24.
venues-form-minutes = Write the length in minutes, like 60.
venues-form-group = Write the number of people in digits, like 2.
venues-form-digits = Type the 6 digits from the message.

# Why not
venues-no-unknown-offering = There is no “{ $asked }” here. There is: { $known }.
venues-no-ends-before-start = It has to last for a while: more than zero minutes.
venues-no-past = That time has passed.
venues-no-too-soon = Too late for that; the earliest is { $at }.
venues-no-too-far = Not open for booking yet; the last day is { $day }.
venues-no-off-grid = Start and length have to be multiples of { $length }.
venues-no-too-short = The shortest is { $length }.
venues-no-too-long = The longest is { $length }.
venues-no-closed = It is closed then, or closes in between.
venues-no-closed-for = It is closed then: { $reason }.
venues-no-closed-opens = { " " }Opens { $at }.
venues-no-kept-for = This time is first for { $whom ->
    [elderly] people of 60 and over
   *[other] children and whoever comes with them
}: { $reason }. If that is you, tick the box.{" "}
venues-no-kept-for-until = From { $at } on everybody may book.
venues-no-slot-taken = Somebody has just taken that time.
venues-no-quota-day = { $most } a day is the most, and you have that many. You can move one of them.
venues-no-quota-week = { $most } a week is the most, and you have that many. You can move one of them.
venues-no-group-size = This is for { $from } to { $to } people.
venues-no-staff-only = Staff book this for you: call or ask at the station.
venues-no-walk-in-only = No need to book this, just come.
venues-no-not-now = { $state ->
    [held] This one is not booked yet: type the code or wait for the manager.
    [confirmed] This one is booked already.
    [checked-in] This one is in use.
    [completed] This one is over.
    [expired] The time to confirm is over; it was not booked.
    [cancelled] This one was given back.
   *[released] Nobody came in time; it went to others.
}
venues-no-cancel-too-late = Too late to give it back (until { $at }). Please call if you cannot come.
venues-no-check-in-too-early = A little early: from { $at } on.
venues-no-agreed-time = Others come at this time too, so it cannot be moved. Call it off and post another one instead.
venues-no-changed-meanwhile = Somebody else has just changed it. This is how it is now; please look again.

# Rules that do not fit (desk pages and API)
venues-policy-grid = The step between starts is a multiple of 5, at most 240 minutes.
venues-policy-shortest = The shortest length is a multiple of the step.
venues-policy-longest = The longest length is a multiple of 5, not below the shortest, at most 1440 minutes.
venues-policy-usual = The usual length lies between the shortest and the longest and is a multiple of the step.
venues-policy-range = 0 to 527040 minutes (a year at most).
venues-policy-days-ahead = 0 to 366 days.
venues-policy-gap = The gap is a multiple of 5, at most 240 minutes.
venues-policy-grace = 5 to 120 minutes, or empty if nobody checks in.
venues-policy-hold = 2 to 60 minutes.
venues-policy-quota = 1 to 50 a day, 1 to 200 a week, or empty for no limit.
venues-policy-windows = At most three priority windows; each needs its hours and a reason, and 0 to 10080 minutes.
venues-policy-walk-ins = A number from 0 to 1000.
venues-policy-group = 1 to 1000, the largest not below the smallest.

# Messages
venues-message-closed = { $station }: your booking { $when } cannot be kept: { $reason }. Sorry for the trouble. Book another time or call us.
venues-message-cancelled = { $station }: your booking { $when } was cancelled by the station. Call us if you have questions.
venues-message-approved = { $station }: your request for { $when } was approved.
venues-message-declined = { $station }: your request for { $when } was not approved. Choose another time or call us.
