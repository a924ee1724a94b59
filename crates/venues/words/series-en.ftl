# Series
venues-no-no-dates = This rule names no day that can be used. Please choose another.
venues-no-series-not-offered = Series are made by staff here. Please call or come to the desk.
venues-no-too-many-dates = By yourself you can book { $most } dates at most.
venues-no-one-series = You have a series here already. End it before you begin another.
venues-no-series-over-quota = You have as much as one can have here; none of these dates can be added.
venues-no-series-over = This series has ended.
venues-policy-series-own = A person's own series has 2 to 60 dates, and none where a manager approves each request.
venues-policy-series-weeks = Series are booked 1 to 104 weeks ahead.

venues-series-booked = Booked
venues-series-skipped = Does not take place
venues-series-clash = Clash
venues-series-not-known = Not known yet
venues-series-later = Not booked yet
venues-series-past = Past

venues-series-why-holiday = public holiday: { $name }
venues-series-why-closed-for = closed: { $reason }
venues-series-why-closed = closed at that time
venues-series-why-taken = somebody else has it
venues-series-why-quota-day = enough booked on that day
venues-series-why-quota-week = enough booked in that week
venues-series-why-rules = the rules no longer allow it
venues-series-why-given-up = you do without this one

venues-message-series-dates = [{ $station }] Your series of { $offering } has no room on these dates: { $what }. Choose another time under "My things", or call us.
venues-message-series-ended = [{ $station }] The station has ended your series of { $offering }; what was to come is given back. Call us if you have questions.
venues-message-series-changed = [{ $station }] Your series of { $offering } is now { $what }.

# Pages
venues-series-free = Can be booked
venues-series-new-of = A series of { $offering }
venues-series-make-own = Book a series
venues-series-mine-one = My series
venues-series-of = Series: { $offering }
venues-series-back = This series
venues-series-part-of = One date of a series
venues-series-which-pattern = How often
venues-series-pattern-weekly = Every week
venues-series-pattern-fortnightly = Every second week
venues-series-pattern-monthly-weekday = A weekday of the month
venues-series-pattern-monthly-day = A day of the month
venues-series-pattern-lunar-monthly = Lunar, every month
venues-series-pattern-lunar-yearly = Lunar, every year
venues-series-which-days = On which days
venues-series-which-of-month = Which one
venues-series-nth = { $n ->
    [-1] the last
    [1] the first
    [2] the second
    [3] the third
   *[other] number { $n }
}
venues-series-weekday = Weekday
venues-series-which-day = Which day
venues-series-day-of-month = day { $n }
venues-series-last-day = the last day
venues-series-lunar-month = Lunar month
venues-series-day-mo = Monday
venues-series-day-tu = Tuesday
venues-series-day-we = Wednesday
venues-series-day-th = Thursday
venues-series-day-fr = Friday
venues-series-day-sa = Saturday
venues-series-day-su = Sunday
venues-series-short-mo = Mon
venues-series-short-tu = Tue
venues-series-short-we = Wed
venues-series-short-th = Thu
venues-series-short-fr = Fri
venues-series-short-sa = Sat
venues-series-short-su = Sun
venues-series-at = Begins at
venues-series-how-long = How long each time
venues-series-from-day = From which day on
venues-series-times = How many times
venues-series-times-most = { $most } at most.
venues-series-until = Until which day
venues-series-holidays = On public holidays too
venues-series-holidays-hint = If not ticked, public holidays are left out.
venues-series-title = What it is for
venues-series-title-hint = Such as “calligraphy group”; no names of persons.
venues-series-look = See which days work
venues-series-make = Book these
venues-series-preview-note = For days that clash you can choose another time once the series is made.
venues-series-no-rule = This rule gives no days. Choose another day.
venues-series-no-day = Choose a day at least.
venues-series-not-times = A whole number from 1 to 1000.
venues-series-not-a-day = Write a day, such as 2026-07-01.
venues-series-too-far = That is too far away: begin within two years.
venues-series-not-a-time = Write a time, such as 19:00.
venues-series-not-a-number = Write a whole number that fits.
venues-series-title-too-long = 30 characters on one line at most.
venues-series-rule-unreadable = This rule cannot be read: { $why }
venues-series-next = Next on { $day }
venues-series-runs = Goes on
venues-series-ended = Has ended
venues-series-clashes = { $n ->
    [one] 1 clash to settle
   *[other] { $n } clashes to settle
}
venues-series-clash-on = { $day }: { $why }
venues-series-dates = Dates to come
venues-series-nothing-to-come = Nothing is to come any more.
venues-series-over-n = { $n } over
venues-series-works = { $times } works on that day
venues-series-kept-time = Kept its old time ({ $why })
venues-series-edit = Change
venues-series-other-time = Another time
venues-series-do-without = Do without
venues-series-on-day = On which day
venues-series-on-day-hint = For this date alone, any day within a week of it.
venues-series-which = Which dates
venues-series-only-this = This one
venues-series-only-this-note = All others stay.
venues-series-this-and-later = This and all later ones
venues-series-this-and-later-note = Earlier ones stay; dates on which the new time is taken keep their old one.
venues-series-keep = Change it
venues-series-cancel-this = Give this one back
venues-series-calendar = Add to a calendar
venues-series-end = End the series
venues-series-end-note = What is still to come is given back.
venues-series-title-desk = Series
venues-series-none-run = No series is running.
venues-series-new = A new series
venues-series-for-whom = For whom
venues-series-for-somebody = For a person (write below)
venues-series-held-by = Held by { $who }
