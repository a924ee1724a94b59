# Tabs of the desk
venues-desk-tab-today = Today
venues-desk-tab-walk-ins = Walk-in
venues-desk-tab-book = Book for somebody
venues-desk-tab-series = Series
venues-desk-tab-requests = Requests
venues-desk-tab-openings = Closures
venues-desk-tab-venues = Rooms and rules
venues-desk-tab-changes = Changes

# People and times
venues-desk-no-name = no name given
venues-desk-name-withheld = name for managers only
venues-desk-call = { $phone }, call { $who }
venues-desk-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
venues-desk-now = now
venues-desk-closed = closed
venues-desk-open-extra = open in addition
venues-desk-not-open = not open
venues-desk-whole-station = The whole station

# Heads of tables
venues-desk-col-when = When
venues-desk-col-state = How it stands
venues-desk-col-act = To do
venues-desk-col-venue = Room
venues-desk-col-now = Now
venues-desk-col-hours = Opening hours
venues-desk-col-rules = Booking rules
venues-desk-col-reason = Reason

# How a reservation stands
venues-desk-state-asks = waits for the manager
venues-desk-state-held = waits for the code
venues-desk-state-late = not come yet
venues-desk-state-confirmed = booked
venues-desk-state-checked-in = here
venues-desk-state-completed = done
venues-desk-state-expired = not confirmed in time
venues-desk-state-cancelled = given back
venues-desk-state-released = nobody came, given up

# Today
venues-desk-days = Which day
venues-desk-yesterday = yesterday
venues-desk-choose-venue = Which room
venues-desk-all-venues = All rooms
venues-desk-here = Here, or due now ({ $n })
venues-desk-coming = Coming next ({ $n })
venues-desk-over = Done ({ $n })
venues-desk-gone = Given back, or nobody came ({ $n })
venues-desk-over-and-gone = { $over } done, { $gone } given back or not come
venues-desk-nobody-comes = Nobody is here now, and nobody has booked for later.
venues-desk-nobody-that-day = Nobody is to come on this day.
venues-desk-step-check-in = Is here
venues-desk-step-completion = Done
venues-desk-step-cancellation = Give back
venues-desk-did-check-in = Noted: they are here
venues-desk-did-completion = Noted: done, the rest of the time is free again
venues-desk-did-cancellation = Given back, the time is free again
venues-desk-did-walk-in = They are in
venues-desk-did-book = Booked
venues-desk-book-again = The wrong one? Book it again
venues-desk-waiting = { $n ->
    [one] One request waits for you
   *[other] { $n } requests wait for you
}
venues-desk-look = Look
venues-desk-see-day = See that day
venues-desk-board = { $venue } on this day
venues-desk-not-open-that-day = Not open on this day, and nobody has booked.
venues-desk-book-here = Book { $place } at { $time }

# Walk-ins
venues-desk-walk-in-title = Somebody is at the door
venues-desk-where-to = Where to
venues-desk-how-long = For how long
venues-desk-how-many = How many people
venues-desk-name = What to call them
venues-desk-name-hint = “Uncle Luo” is enough
venues-desk-by-card = Showed a household card
venues-desk-name-or-phone-hint = “Uncle Luo” is enough; a name or a number will do
venues-desk-let-in = Let them in
venues-desk-choose-where = Choose where they go

# Booking for somebody
venues-desk-book-title = Book for somebody
venues-desk-book-title-of = Book for somebody · { $offering }
venues-desk-book-what = What
venues-desk-book-other = Something else
venues-desk-book = Book
venues-desk-when = From when
venues-desk-no-starts = Nothing can be booked on this day.
venues-desk-phone = Phone number
venues-desk-phone-hint = To tell them when something changes; leave it empty if there is none
venues-desk-other-time = Another time
venues-desk-other-time-hint = If none of the above fits, write one, such as 14:30
venues-desk-other-day = Another day
venues-desk-show-day = Show this day
venues-desk-name-or-phone = Write what to call them, or a phone number
venues-desk-choose-when = Choose a time, or write one
venues-desk-from-far = That day is too far away; look at the year

# Requests
venues-desk-requests-title = Requests that wait for you
venues-desk-no-requests = No request waits for you.
venues-desk-requests-lapse = A request that nobody has looked at by its start lapses, and the time is free again.
venues-desk-answer-approval = Yes
venues-desk-answer-refusal = No
venues-desk-did-approval = You said yes
venues-desk-did-refusal = You said no; the time is free again

# Closures and extra openings
venues-desk-openings-title = Closures and extra openings
venues-desk-openings-list = Now and to come
venues-desk-no-openings = No closure and no extra opening: everything keeps its usual hours.
venues-desk-close-for-a-while = Close for a while
venues-desk-open-for-a-while = Open for a while
venues-desk-revoke = Take back
venues-desk-laid = Noted; everybody can see it now
venues-desk-cancelled-and-told = { $n ->
    [one] One reservation was given back.
   *[other] { $n } reservations were given back.
} Whoever left a number got a message; tell the others in person.
venues-desk-which-venue = Which room
venues-desk-from-on = From which day
venues-desk-from-at = From what time
venues-desk-until-on = Until which day
venues-desk-until-at = Until what time
venues-desk-reason = Reason
venues-desk-reason-hint = Everybody reads it: “new floor”. In Chinese
venues-desk-reason-en = Reason in English
venues-desk-new-opening = Add one
venues-desk-which-kind = Close or open
venues-desk-kind-closed = Close for a while
venues-desk-kind-closed-note = First see whom it hits, then decide
venues-desk-kind-open = Open for a while
venues-desk-kind-open-note = Also outside the usual hours
venues-desk-go-on = Next: see whom it hits
venues-desk-hits-nobody = It hits nobody's reservation
venues-desk-hits = { $n ->
    [one] It hits one reservation
   *[other] It hits { $n } reservations
}
venues-desk-who-is-hit = Whom it hits
venues-desk-hits-then = You can give them back and tell the people, or keep them for now and call yourself.
venues-desk-gets-message = gets a message
venues-desk-tell-in-person = left no number; tell them in person
venues-desk-close = Close
venues-desk-close-and-tell = { $n ->
    [one] Close, give it back and tell them
   *[other] Close, give the { $n } back and tell them
}
venues-desk-close-and-keep = Close, keep them for now
venues-desk-open = Open
venues-desk-change-it = Go back and change it
venues-desk-no-such-venue = There is no such room; choose again
venues-desk-until-before-from = The end has to be after the start
venues-desk-until-past = That time is over
venues-desk-span-far = It has to begin within a year and last no longer than one
venues-desk-reason-needed = Write a reason, so that people understand

# Rooms
venues-desk-venues-title = Rooms
venues-desk-venues-list = All rooms
venues-desk-as-station = like the station
venues-desk-edit = Change
venues-desk-close-it = Close for a while
venues-desk-kept = Kept: { $name }
venues-desk-keep = Keep
venues-desk-venue-what = Name and door
venues-desk-venue-hours = Opening hours
venues-desk-venue-rules = Booking rules
venues-desk-venue-door = At the door
venues-desk-venue-door-open = Check-in sheet and lock
venues-desk-name-zh = Name in Chinese
venues-desk-name-en = Name in English
venues-desk-note-zh = Note in Chinese
venues-desk-note-en = Note in English
venues-desk-note-hint = Where it is and what to bring, in a sentence or two
venues-desk-owner = Owner
venues-desk-place-in-list = Place in the list
venues-desk-place-in-list-hint = Smaller numbers stand higher
venues-desk-key = How one gets in
venues-desk-key-open = The door is open
venues-desk-key-open-note = During opening hours one just goes in
venues-desk-key-clerk = The clerk opens it
venues-desk-key-clerk-note = The door is usually locked
venues-desk-key-code = A door code
venues-desk-key-code-note = Whoever has reserved gets six digits that open it for that time
venues-desk-hours = Opening hours (written as opening_hours)
venues-desk-hours-hint = Such as Mo-Fr 08:30-22:00; Sa,Su 09:00-22:00; PH off. Empty means like the station; hours in which the station is closed do not count.
venues-desk-hours-show = See what it means
venues-desk-next-openings = It will be open like this
venues-desk-no-such-owner = There is no such owner; choose again
venues-desk-place-range = Write a number from 0 to 999
venues-desk-name-needed = The name cannot be empty
venues-desk-text-too-long = Too long: at most { $most } characters
venues-desk-text-unreadable = There are invisible characters in it; type it again
venues-desk-not-a-number = Write a whole number
venues-desk-not-a-day = Write a day, such as 2026-06-24
venues-desk-not-a-time = Write a time, such as 20:00

# Booking rules
venues-desk-offering-title = Booking rules of { $offering }
venues-desk-policy-stands = Changes hold for new reservations; those that stand keep their rules. Lengths are minutes: 60 is an hour.
venues-desk-policy-group-who = Name, and who may book
venues-desk-policy-group-length = How long
venues-desk-policy-group-ahead = When to book and to give back
venues-desk-policy-group-coming = When they come
venues-desk-policy-group-windows = Priority hours
venues-desk-windows-why = Elderly mornings, children's hours: they book first, and shortly before the start everybody may. Their word is enough, no papers; what is free when it begins is for whoever comes.
venues-desk-window-n = Hours { $n }
venues-desk-window-hours = Which hours
venues-desk-window-hours-hint = Such as Mo-Fr 08:00-10:00
venues-desk-window-whom = Who comes first
venues-desk-window-elderly = People of 60 and over
venues-desk-window-children = Children and whoever comes with them
venues-desk-window-reason-hint = Everybody reads it: “Elderly mornings”. In Chinese
venues-desk-window-to-all = Everybody may book so long before the start (minutes)
venues-desk-window-to-all-hint = 60 is an hour before; 0 keeps it until the start.
venues-desk-window-next = The next ones
venues-desk-window-none = No such hours in the next four weeks
venues-desk-policy-group-share = How much for each
venues-desk-policy-between = From { $least } to { $most }.
venues-desk-policy-who = Who may book
venues-desk-who-anyone = Anybody
venues-desk-who-anyone-note = By themselves, on their phone
venues-desk-who-staff-only = Only staff for somebody
venues-desk-who-staff-only-note = By telephone or at the desk
venues-desk-who-walk-in-only = Nobody books, people just come
venues-desk-who-walk-in-only-note = First come, first served
venues-desk-policy-approval = The manager has to agree
venues-desk-policy-approval-hint = A request waits under “Requests” until the manager has looked at it
venues-desk-policy-usual = Usual length (minutes)
venues-desk-policy-usual-hint = This length is chosen when the page opens.
venues-desk-policy-shortest = Shortest (minutes)
venues-desk-policy-shortest-hint = A multiple of the step between starts.
venues-desk-policy-longest = Longest (minutes)
venues-desk-policy-longest-hint = No use is longer than this.
venues-desk-policy-grid = Step between starts (minutes)
venues-desk-policy-grid-hint = 30 means on the hour and the half hour; a multiple of 5.
venues-desk-policy-days-ahead = How far ahead (days)
venues-desk-policy-days-ahead-hint = 0 means today only.
venues-desk-policy-notice = Book at the latest before the start (minutes)
venues-desk-policy-notice-hint = 0 means until it begins.
venues-desk-policy-cancel-until = Give back at the latest before the start (minutes)
venues-desk-policy-cancel-until-hint = 0 means at any time.
venues-desk-policy-grace = Given up when late by (minutes)
venues-desk-policy-grace-hint = Empty: nobody checks in, it is kept.
venues-desk-policy-hold = Kept for the code (minutes)
venues-desk-policy-hold-hint = So long the place is kept for somebody new who is waiting for the code.
venues-desk-policy-before = Free before the start (minutes)
venues-desk-policy-before-hint = Between two uses the longer of the two gaps counts, not their sum.
venues-desk-policy-after = Free after the end (minutes)
venues-desk-policy-after-hint = To clean up and change over.
venues-desk-policy-per-day = For each person in a day (times)
venues-desk-policy-per-day-hint = Empty: no limit.
venues-desk-policy-per-week = For each person in a week (times)
venues-desk-policy-per-week-hint = From Monday on; empty: no limit.
venues-desk-policy-group-series = Series
venues-desk-policy-series-own = A person's own series (dates)
venues-desk-policy-series-own-hint = How many dates residents may book as a series by themselves; empty: only staff make series.
venues-desk-policy-series-weeks = Weeks booked ahead
venues-desk-policy-series-weeks-hint = Later dates are booked by themselves as time goes on.
venues-desk-policy-walk-ins = Kept for those who just come
venues-desk-policy-walk-ins-hint = So many tables or places cannot be booked by oneself before the start; clerks and walk-ins may take them. What is taken as a whole keeps nothing.
venues-desk-said-elderly = Says: 60 or older
venues-desk-said-children = Says: with a child
venues-desk-policy-smallest-group = Fewest people
venues-desk-policy-smallest-group-hint = Fewer cannot book.
venues-desk-policy-largest-group = Most people
venues-desk-policy-largest-group-hint = More cannot book.

# Changes
venues-desk-changes-title = Recent changes
venues-desk-no-changes = Nothing has been changed yet.
venues-desk-after-range = 0 or more
venues-desk-most-range = From 1 to 500
venues-desk-changes-note = What was done is kept here, not the names or numbers of residents.
venues-desk-older = Older ones
venues-desk-change-number = No. { $n }
venues-desk-by-staff = staff
venues-desk-by-resident = the resident
venues-desk-by-program = by itself, in time
event-other = Changed: { $kind }
event-reservation-held = A place is kept until it is confirmed
event-reservation-confirmed = Booked
event-reservation-checked-in = They came
event-reservation-completed = Done
event-reservation-expired = Not confirmed in time
event-reservation-cancelled = Given back
event-reservation-released = Nobody came, given up
event-reservation-moved = Moved to another time
event-series-made = Series made
event-series-extended = Series went on
event-series-changed = Series changed
event-series-date-placed = A date of a series got its time
event-series-date-given-up = A date of a series was given up
event-series-ended = Series ended
event-club-founded = Club founded
event-club-changed = Club changed its words
event-club-asked = Somebody asks to be in a club
event-club-joined = Somebody joined a club
event-club-left = Somebody left a club
event-club-lead-offered = Somebody was asked to lead a club
event-club-lead-withdrawn = Nobody is asked to lead a club any more
event-club-led = A club has a new leader
event-club-leaderless = A club has no leader any more: find one
event-club-told = A club told its members something
event-club-hiding-asked = Hiding a club's words was proposed
event-club-hidden = A club's words were hidden
event-club-appealed = A leader answered to a hiding
event-club-shown = A club's words are shown again
event-club-closed = Club closed
event-season-opened = Season round opened
event-season-applied = Application in a season round
event-season-withdrawn = Application withdrawn from a season round
event-season-locked = Season round closed for applications
event-season-called-off = Season round called off
event-season-allocated = Season round allocated
event-season-changed = Result of a season round changed
event-season-confirmed = Season round made final
event-season-awarded = A time of a season round booked
event-reservation-walked-in = Walked in
event-game-posted = Open game posted
event-game-joined = Somebody joined an open game
event-game-left = Somebody left an open game
event-game-filled = Open game complete
event-game-reopened = Open game looks for players again
event-game-unfilled = Open game without enough players, released
event-game-called-off = Open game called off
event-game-over = Open game over
event-opening-laid = A closure or extra opening was laid
event-opening-revoked = A closure or extra opening was taken back
event-venue-made = New room
event-venue-edited = Room changed
event-offering-made = Something new can be booked
event-offering-edited = Booking rules changed
event-door-code-made = Door code made
event-door-key-made = New key for a door
event-door-lock-set = Address of a lock changed
event-reservation-from-paper = Typed in from paper
event-paper-noted = A line of paper was kept as a note
event-outage-declared = An outage was noted
event-outage-taken-back = An outage was taken back
