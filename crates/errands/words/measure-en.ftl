# The measure: one page of figures about errands, never about a person

measure-title = How errands go
measure-describe = Trips for nothing, waiting, promises: the month in figures, each with the number that it is of.
measure-about = This page counts errands, not people: nothing by person, official or village. In brackets stands where a figure lies in 95 of 100 cases; of fewer than 10 no share is given.
measure-months = Which month
measure-month = { $month } { $year }
measure-gaps = Whoever asked at the door and drew no number is not counted here.
measure-file = Download the month (CSV)
measure-link = How errands go: the month in figures
measure-link-note = Trips for nothing, waiting, promises, ratings
measure-weeks = Week by week: trips for nothing per 100 visits

measure-value-per100 = { $value } of 100 ({ $low }–{ $high })
measure-value-percent = { $value }% ({ $low }–{ $high })
measure-value-minutes = { $value } min ({ $low }–{ $high })
measure-count = , { $count } of { $n }
measure-not-a-day = Please write a day as 2026-06-24
measure-backwards = The last day comes after the first
measure-too-long = At most 366 days

measure-wasted-trips = Trips for nothing
measure-wasted-trips-all = All together
measure-wasted-trips-away = The official was away
measure-wasted-trips-paper-missing = A paper was missing
measure-wasted-trips-closed = The desk ended it
measure-wasted-trips-not-called = The day ended before they were called
measure-wasted-trips-few = Too few to say: { $n } visits
measure-wasted-trips-none = Nobody has come yet
measure-wasted-trips-how = Of { $n } visits: whoever was in the hall and got nothing done made the trip for nothing.
measure-end-not-known-all = Called, and nobody noted how it ended
measure-end-not-known-few = Too few to say: { $n } visits
measure-end-not-known-none = None
measure-left-before-all = Left before their turn
measure-left-before-few = Too few to say: { $n } visits
measure-left-before-none = None

measure-waiting-time = Waiting in the hall
measure-waiting-time-median = Half waited no longer than
measure-waiting-time-nine-of-ten = Nine of ten no longer than
measure-waiting-time-few = Too few to say: { $n }
measure-waiting-time-none = Nothing is done yet
measure-waiting-time-how = Of { $n } that were done, from being in the hall to being served; waiting at home does not count.
measure-way-time-all = On the way
measure-way-time-value = Not known: { $n } drew a number elsewhere, and when they set out nobody asked
measure-service-time = Being served
measure-service-time-median = Half took no longer than
measure-service-time-nine-of-ten = Nine of ten no longer than
measure-service-time-few = Too few to say: { $n }
measure-service-time-none = Nothing is done yet
measure-service-time-how = Of { $n } that were done, from the beginning to the end; pauses do not count.

measure-promises = Times that were told
measure-promises-kept = Kept
measure-promises-revised-told = Changed, and they were told
measure-promises-revised-untold = Changed, and they were not told
measure-promises-broken = Broken
measure-promises-few = Too few to say: { $n }
measure-promises-none = No promises yet
measure-promises-how = { $n } times that somebody was told: appointments, when to come, when an official is back. What people gave up themselves does not count.

measure-forecast-band = Waiting times that were told
measure-forecast-band-held = Called no later than told
measure-forecast-band-few = Too few to say: { $n }
measure-forecast-band-none = None was told yet
measure-forecast-band-how = The last { $n } waiting times that were told, of any month; nine of ten should hold.

measure-presence = In during working hours
measure-presence-present = Said to be in
measure-presence-away = Said to be away
measure-presence-not-known = Not said
measure-presence-few = Too few to show: { $n } days
measure-presence-none = Not counted yet
measure-presence-how = Working hours of all officials together, on { $n } days. What was not said is not presence, so it is a range. Days on which fewer than three work are left out.

measure-ratings = Ratings afterwards
measure-ratings-rated = Rated at all
measure-ratings-content = Of those, mostly satisfied or better
measure-ratings-very-satisfied = Very satisfied
measure-ratings-satisfied = Satisfied
measure-ratings-mostly-satisfied = Mostly satisfied
measure-ratings-dissatisfied = Dissatisfied
measure-ratings-very-dissatisfied = Very dissatisfied
measure-ratings-few = Too few to say: { $n } done
measure-ratings-none = No ratings yet
measure-ratings-how = { $n } were done before { $day }; each was asked once, and answers only if they want to. Not rated is not satisfied, and those who rate do not speak for those who did not.

measure-call-backs = Call-backs to the dissatisfied
measure-call-backs-settled = Reached, and settled
measure-call-backs-not-settled = Reached, not settled
measure-call-backs-not-reached = Not reached
measure-call-backs-nobody-called = Nobody called in time
measure-call-backs-few = Too few to say: { $n }
measure-call-backs-none = None is due yet
measure-call-backs-how = { $n } ratings of the two lowest levels whose call-back ended or was due.
measure-month-1 = January
measure-month-2 = February
measure-month-3 = March
measure-month-4 = April
measure-month-5 = May
measure-month-6 = June
measure-month-7 = July
measure-month-8 = August
measure-month-9 = September
measure-month-10 = October
measure-month-11 = November
measure-month-12 = December
