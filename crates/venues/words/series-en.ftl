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
