# Who
seasons-kind-youth = young people
seasons-kind-elderly = elderly people
seasons-kind-beginners = beginners
seasons-kind-other = other residents
seasons-kind-office = an office

# How it stands
seasons-stands-open = open for applications
seasons-stands-locked = closed, result to come
seasons-stands-allocated = result published
seasons-stands-confirmed = final
seasons-stands-called-off = called off

# Why
seasons-term-fit = fills the room
seasons-term-continuity = goes on
seasons-term-turn = their turn
seasons-points = { $n } points ({ $parts })
seasons-got = got it, round { $pick }
seasons-same-time = at the same time as { $slot }, which they got
seasons-enough = they have as many as they wanted
seasons-by-earlier-pick = { $name } got it a round earlier
seasons-by-more-points = { $name } has more points ({ $n })
seasons-by-lottery = { $name } has as many points ({ $n }) and came first in the lottery
seasons-then = {"; "}

# When it does not work, why
seasons-no-closed = Applications closed { $at }. Nothing can be changed any more.
seasons-no-still-open = Applications close { $at }; the result comes after that.
seasons-no-not-now = Not now: it is final, has no result yet, or was called off.
seasons-no-wishes = Name 1 to { $most } wishes.
seasons-no-wants = One can get { $most } times at most.
seasons-no-no-such-slot = There is no time number { $number }. Choose from the list.
seasons-no-wished-twice = Time number { $number } is there twice; once is enough.
seasons-no-size = The room of time number { $number } takes { $from } to { $to } people.
seasons-no-not-theirs = This time is not theirs.
seasons-no-theirs-already = This time is theirs already.
seasons-no-full = Time number { $number } is given away. Take it from somebody first.
seasons-no-no-such-owner = There is no such office.
seasons-no-no-offering = Line { $line }: there is nothing of that name to give.
seasons-no-shared = Line { $line }: several groups share this room, so it cannot be given to one.
seasons-no-off-grid = Line { $line }: starts lie on multiples of { $grid } minutes, and one use lasts { $shortest } to { $longest } minutes.
seasons-no-over-midnight = Line { $line }: not over midnight.
seasons-no-overlap = Lines { $line } and { $other } need the same place at the same time (the gap between uses counts).
seasons-no-no-slots = Name 1 to { $most } times.
seasons-no-dates = The dates do not fit: applications close first, the season begins on a later day, within a year, and lasts for a year at most.

# Forms
seasons-form-name = Write the group's name, up to 20 characters, without numbers of phones.
seasons-form-kind = Choose one.
seasons-form-size = From 1 to 1000 people.
seasons-form-wants = How many times: 1 to 7.
seasons-form-wishes = Choose at least one wish.
seasons-form-title = Write a name, up to 30 characters, without numbers of phones.
seasons-form-limit = From 1 to 7.
seasons-form-weights = Points are 0 to 100.
seasons-form-apply-until = Write until which day and hour one can apply.
seasons-form-slots = Choose at least one thing to give and one weekday, and write times like 18:00 19:30.
seasons-form-weekday = Weekdays are 0 (Monday) to 6 (Sunday).
seasons-form-reason = Say why in a sentence that everybody reads, up to 60 characters, without numbers of phones.
seasons-form-change = Choose an application, a time, and whether to give or to take.

# Messages
seasons-message-season-result = [{ $station }] { $title }: { $group } got { $what }. Each date is under "Mine"; the page says why it was allocated like that.
seasons-message-season-nothing = [{ $station }] { $title }: there was nothing left for { $group }. The page says why for each wish; what is free can be booked any time.
seasons-message-season-called-off = [{ $station }] { $title } is called off: { $what }. The application of { $group } does not count any more.

# The pages for everybody
seasons-title = Season rounds
seasons-describe = How the fixed times of a season go to offices and groups: applications, rule, result and reasons.
seasons-none = No season is being allocated now.
seasons-all = All season rounds
seasons-home = Apply for the season
seasons-dates = { $from } to { $until }
seasons-until = apply until { $at }
seasons-limit = one can get { $n } { $n ->
    [one] time
   *[other] times
}
seasons-apply = Apply for our group
seasons-apply-again = Change our application
seasons-apply-how = You sign in with a phone number first. Only the group's name is published, never a person's.
seasons-withdraw = Withdraw the application
seasons-filed = { $n } { $n ->
    [one] application
   *[other] applications
} so far; all are published when the time is over.
seasons-slots = These times are given away
seasons-places = { $n } { $n ->
    [one] place
   *[other] places
}
seasons-size = { $from }–{ $to } people
seasons-free = nobody's
seasons-rule = How it is allocated
seasons-rule-picks = Round by round: everybody gets a first time before anybody gets a second.
seasons-rule-points = Where several want the same time, more points win. The points are added up from the terms below.
seasons-rule-best = Everybody gets the dearest of their wishes to which nobody has a stronger claim when it is their round.
seasons-rule-lottery = A lottery decides between equal points. Its seed was fixed and sealed before anybody applied, and its hash is public now; the seed is published with the result, and anybody can draw again.
seasons-weights = Points
seasons-weight-youth = a group of young people
seasons-weight-elderly = a group of elderly people
seasons-weight-beginners = a group of beginners
seasons-weight-other = a group of other residents
seasons-weight-office = an office
seasons-weight-fit = fills the room (a smaller group: its share)
seasons-weight-continuity = had the same room then last season
seasons-weight-turn = did not get its first wish last season
seasons-result = Result
seasons-reasons = Each wish, and why
seasons-wish = Wish { $rank }
seasons-in-lottery = number { $n } in the lottery
seasons-about = { $kind } · { $size } people · would like { $wants }
seasons-changes = Changed by the station
seasons-change-gives = Given to { $name }: { $slot }
seasons-change-takes = Taken from { $name }: { $slot }
seasons-by-staff = { $name } (given by the station)
seasons-applications = Who has applied
seasons-mine = Our application
seasons-mine-at = Season rounds at { $station }
seasons-mine-got = { $n } { $n ->
    [one] time
   *[other] times
}
seasons-mine-nothing = nothing this time
seasons-made = { $n } dates booked
seasons-not-made = not booked
seasons-without = not on { $days }
seasons-verify = Do it again yourself
seasons-verify-why = Download the file of this season and run yizhan season verify FILE: it computes the result and every reason again, and finds a single changed letter.
seasons-download = Download the file (JSON)
seasons-commitment = Hash of the seed
seasons-locked = Hash of the applications
seasons-seed = Seed
seasons-sum = Hash of the file
seasons-not-yet = not published yet
seasons-called-off-for = Why it was called off

# Applying
seasons-apply-title = Apply: { $title }
seasons-group-name = Name of the group
seasons-group-name-hint = Everybody reads it: no names of persons.
seasons-group-kind = What kind of group
seasons-group-size = How many usually come
seasons-wants = How many times you would like
seasons-wants-hint = { $n } at most.
seasons-wishes = Wishes
seasons-wishes-hint = The dearest first. Name several: if the first is gone, the next is still there.
seasons-no-wish = none
seasons-send = Hand in
seasons-sent = Handed in. You can change it until the time is over.

# The desk
seasons-desk-title = Season rounds
seasons-desk-none = There was no season round yet.
seasons-desk-new = Open a round
seasons-desk-name = Name
seasons-desk-starts = From
seasons-desk-ends = Until
seasons-desk-until = Apply until
seasons-desk-until-at = at
seasons-desk-limit = Times per applicant at most
seasons-desk-slots = Which times are given away
seasons-desk-slots-hint = Each set: one thing to give, some weekdays, some starts; together they make the times. Leave a set empty that you do not need.
seasons-desk-group = Set { $n }
seasons-desk-offering = What
seasons-desk-times = Starts
seasons-desk-times-hint = With spaces between them: 18:00 19:30.
seasons-desk-minutes = Minutes each
seasons-desk-weights-hint = 0 to 100 each. They cannot be changed once it is open, and everybody reads them.
seasons-desk-open = Open for applications
seasons-desk-public = The page for everybody
seasons-desk-apply = Apply for an office
seasons-desk-owner = Which office
seasons-desk-remove = Withdraw
seasons-desk-remove-about = Withdraw the application of { $name }
seasons-desk-allocate = Allocate by the rule
seasons-desk-allocate-why = Nobody can change anything any more. The seed becomes public, and result and reasons are published at once.
seasons-desk-wait = Applications close { $at }; after that it can be allocated.
seasons-desk-confirm = Make it final and book the rooms
seasons-desk-confirm-why = It cannot be changed afterwards. Groups get a message, and each time becomes a series.
seasons-desk-change = Change the result
seasons-desk-change-why = Only for good reasons. The reason is published.
seasons-desk-which = Who
seasons-desk-slot = Which time
seasons-desk-gives = give
seasons-desk-takes = take
seasons-desk-give-or-take = Give or take
seasons-desk-reason = Why (everybody reads it)
seasons-desk-do-change = Change
seasons-desk-call-off = Call this round off
seasons-desk-awards = How the booking went
seasons-desk-clashes = { $n } dates without a room
seasons-desk-problem = Not booked: { $why }
seasons-desk-nobody-leads = nobody leads the group any more
seasons-desk-refused = the room is not to be had then; make room and try again
seasons-desk-again = Try again what was not booked
seasons-desk-to-see = Season rounds: the fixed times of a season for offices and groups
