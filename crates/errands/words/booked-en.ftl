# Appointments: what residents and staff read

# The pages of matters and tickets
booked-not-now = Not now? Book a time
booked-book = Book a time
booked-stands = Booked for { $at }
booked-come = In the hall, press “I am here” and you are called at your time. It is held until { $until }
booked-come-then = On that day, press “I am here” in the hall and you are called at your time. It is held until { $until }
booked-moved = Moved to another day
booked-see-next = See the new appointment
booked-to-calendar = Add to my calendar
booked-move = Another time
booked-slip = Booked for { $at }
booked-slip-come = press “I am here” when you come

# The page of free times
booked-describe = Choose a time for { $what } and be called then, without waiting in line.
booked-which-day = Which day
booked-day-full = full
booked-how = Tap a time and it is booked. Only a part of each hour can be booked, so that those who just come are served too.
booked-with = { $part } · { $name }
booked-part-morning = Morning
booked-part-afternoon = Afternoon
booked-nothing = Nothing is free on this day any more.
booked-nothing-at-all = Nothing is free in the next days. You can just come and draw a number.
booked-none-here = This needs no appointment: just come.
booked-draw-instead = Draw a number
booked-moving = Now booked for { $at }. Choose a new time; the old one is given back.
booked-keep = Keep it
booked-phone = Mobile number
booked-phone-hint = It may stay empty. We remind you the evening before and an hour before, and delete it the day after.
booked-phone-open = Want a reminder?

# Why not
booked-no-no-appointments-here = This line takes no appointments: just come and draw a number.
booked-no-appointment-past = That time is over. Please choose a later one.
booked-no-too-soon = That is too soon to be kept. Times after { $at } can be booked; if it is urgent, come and draw a number.
booked-no-too-far = Times can be booked up to { $day }.
booked-no-nobody-works-then = Nobody who does this works at that time.
booked-no-official-away-then = The official you asked for is away then.
booked-no-appointment-taken = Somebody has just taken that time.
booked-no-too-many-appointments = You have an appointment on that day already.
booked-form-from = Please choose a time.
booked-form-read = This time cannot be read. Please choose one again.

# Messages
booked-message-booked = { $station }: Booked: { $when }, { $what }, number { $number }. Press “I am here” when you come, or type the number at the kiosk. If you cannot come, please give it back: { $link }
booked-message-remember = { $station }: Do not forget: { $when }, { $what }, number { $number }. Press “I am here” when you come, or type the number at the kiosk. If you cannot come, please give it back: { $link }

# The calendar
booked-calendar = { $what } · number { $number }

# The desk
booked-desk-today = Booked for today
booked-desk-all = See all
booked-desk-coming = { $at } · not here yet
booked-desk-late = { $at }, not here yet, held until { $until }
booked-desk-title = Appointments
booked-desk-new = Book for somebody
booked-desk-none = Nobody has booked for these days.
booked-desk-hit = { $n ->
    [one] 1 appointment can be served by nobody: it needs another time or somebody else
   *[other] { $n } appointments can be served by nobody: they need another time or somebody else
}
booked-desk-day = { $day } · { $n }
booked-desk-with = with { $who }
booked-desk-anybody = anybody at the desk
booked-desk-for-what = What for
booked-desk-choose = See free times
booked-desk-their-name = Their name
booked-desk-done = Booked: { $number } · { $at }
booked-desk-week = Booked with you in these seven days
booked-desk-week-of = Booked with { $who } in these seven days

# What each line takes
booked-policy = Appointments
booked-policy-title = { $line }: appointments
booked-policy-row = { $share } % booked, { $days } days ahead
booked-policy-off = none
booked-policy-share = Percent that may be booked
booked-policy-share-hint = The rest is for those who just come. 0: no appointments.
booked-policy-minutes = One every so many minutes
booked-policy-minutes-hint = 5 to 120.
booked-policy-days = So many days ahead
booked-policy-days-hint = 1 to 60.
booked-policy-notice = At the latest so many minutes before
booked-policy-notice-hint = 0 to 10080, a week.
booked-policy-each = How many for one person and day
booked-policy-each-hint = 1 to 5.
booked-policy-keep = Keep
booked-policy-kept = Kept. What is booked already stays.
booked-policy-share-wrong = Please write 0 to 100
booked-policy-minutes-wrong = Please write 5 to 120
booked-policy-days-wrong = Please write 1 to 60
booked-policy-notice-wrong = Please write 0 to 10080
booked-policy-each-wrong = Please write 1 to 5
