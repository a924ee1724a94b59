# The station's month: one page each
months-leaf = The station, month by month
months-leaf-note = How far it was open, used, and visited
months-name-1 = January
months-name-2 = February
months-name-3 = March
months-name-4 = April
months-name-5 = May
months-name-6 = June
months-name-7 = July
months-name-8 = August
months-name-9 = September
months-name-10 = October
months-name-11 = November
months-name-12 = December
months-month = { $name } { $year }
months-title = The station in { $name }
months-what = How the station did this month, on one page. What is not known exactly is said as “at least” and “at most”. Each stands by itself: nothing is added up, and no station is compared with another.
months-revision = { $month } · revision { $nr }, made on { $day }
months-earlier = This is an earlier revision; it was corrected later.
months-see-newest = See the present one
months-print = Print this page (one sheet of A4)
months-print-how = Your browser’s “Print” makes one sheet of A4.
months-back = Back to the page
months-corrected = { $n ->
    [one] One number of this month was corrected
   *[other] { $n } numbers of this month were corrected
}
months-corrected-see = See what was corrected

# The list of months
months-list = Month by month
months-list-what = A page for each month, for everybody to read: how far the door was open, rooms were used, activities took place and people came. All numbers come from records; nobody can type one in.
months-list-none = No month was published yet. The first one is made on the first of next month.
months-list-all = The months
months-list-when = On the first of each month the month before is made. On the eighth it is counted again with records that came late; if a number differs there is a new revision, and the earlier one stays.
months-list-why = Corrected: { $why }

# What is looked at
months-of-open = The door is open
months-of-used = Rooms are used
months-of-held = Activities take place
months-of-visits = People come
months-of-visited-hours = Open, and somebody came
months-of-contact = Staff and residents meet
months-of-satisfaction = How life is
months-of-response = How many answered
months-short-open = Open
months-short-used = Used
months-short-held = Held
months-short-visits = Visits per 100
months-short-visited-hours = Hours with a visit
months-contact-desk = At the desk
months-contact-village = In the village
months-contact-call-back = Called back
months-contact-reception = People’s deputies’ reception
months-contact-first-asked = First asked, saw it through
months-contact-activity = Activities
months-contact-opinion = Opinions answered
months-contact-wish = Wishes come true

# What each number means
months-say-open = Of 100 hours for which the door was promised to be open, it was open for at least { $low } and at most { $high }.
months-say-open-one = Of 100 hours for which the door was promised to be open, it was open for { $low }.
months-say-used = Of 100 hours for which rooms were open, somebody used them for at least { $low } and at most { $high }. One of three tables counts as a third.
months-say-used-one = Of 100 hours for which rooms were open, somebody used them for { $low }. One of three tables counts as a third.
months-say-held = Of 100 activities that were planned, at least { $low } and at most { $high } took place as planned: everybody was told a day ahead, and three or more came.
months-say-held-one = Of 100 activities that were planned, { $low } took place as planned: everybody was told a day ahead, and three or more came.
months-say-visits = For every 100 people of the township, { $low } to { $high } visits were seen in a week.
months-say-visits-one = For every 100 people of the township, about { $low } visits were seen in a week.
months-say-visited-hours = Of 100 open hours, somebody was seen to come in about { $low } to { $high }.
months-say-visited-hours-one = Of 100 open hours, somebody was seen to come in about { $low }.
months-say-contact = For example { $week }, { $kind }: { $value } times. If all stays as it is, another week would most likely have { $low } to { $high }: that is what the brackets say.
months-say-response = Of every 100 households that were asked, { $value } answered. Other households would most likely have given { $low } to { $high }.
months-say-satisfaction = People chose a number from 0, not at all satisfied, to 10, completely satisfied. The mean is { $value }. If everybody in the township were asked, it would most likely lie between { $low } and { $high }.
months-say-bounds = What those think who did not answer nobody knows. If all of them had chosen 0, the mean would be { $low }; if all had chosen 10, { $high }.
months-say-bootstrap = Calculated again in another way, it lies between { $low } and { $high }.
months-say-group = Of 100 answers, { $value } chose { $group }. Other households would most likely have given { $low } to { $high }.

months-n-open = Counted on { $n } days with promised hours.
months-n-used = Counted from { $n } uses.
months-n-held = Counted from { $n } planned activities.
months-n-visits = The mean of { $n } weeks.
months-n-visited-hours = Counted in { $n } open hours.
months-n-contact = Counted { $n } times.
months-n-satisfaction = From { $n } answers, with each age weighted by how many live in the township.
months-n-response = { $n } households were asked.

months-source = Where it comes from: { $source }.
months-gaps = Bear in mind: { $gaps }.
months-and = ;{ " " }
months-value = { $value } ({ $range })
months-dash = none
months-no-figure = none

# Why there is none
months-none-open = Nobody noted the door in this month, so it cannot be said how far it was open. That does not mean that it was closed.
months-none-used = Nothing was noted of rooms, or they were used fewer than 10 times, which is not published. That does not mean that nobody used them.
months-none-held = Nothing was noted of activities. That does not mean that there were none.
months-none-planned = No activity was planned in this month.
months-none-residents = Nobody has said yet how many people live in the township, so there are no visits per 100 people.
months-none-visits = Nobody noted who came in this month. That does not mean that nobody came.
months-none-contact = Nothing was noted, or fewer than 10 of each kind, which is not published. That does not mean that nobody met.

# What it was calculated from
months-hours = { $hours } hours
months-times = { $n }
months-answers = { $n } answers
months-quarters = { $n ->
    [one] one quarter of an hour
   *[other] { $n } quarters of an hour
}
months-open-promised = Promised
months-open-open = Seen open
months-open-closed = Seen closed
months-open-unseen = Nobody saw: not known
months-open-disputed = Said to be both
months-open-reports = Somebody found it closed
months-used-open = Open
months-used-used = Used
months-used-unsure = Booked; not known whether they came
months-used-uses = How often
months-used-times = { $n } times
months-used-walked = { $uses } times, { $walk_ins } of them without a booking
months-held-planned = Planned
months-held-held = Took place
months-held-unknown = Nobody counted
months-held-late = Told too late
months-held-few = Fewer than three came
months-held-off = Called off
months-residents = Who lives here
months-residents-of = { $n } people ({ $source }, as of { $day })

# When it is fullest
months-fullest = Fullest on { $day } { $part }: { $what }. Of 100 minutes that it was open, somebody used it for { $used } ({ $uses } uses).
months-morning = mornings
months-afternoon = afternoons
months-evening = evenings
months-day-1 = Monday
months-day-2 = Tuesday
months-day-3 = Wednesday
months-day-4 = Thursday
months-day-5 = Friday
months-day-6 = Saturday
months-day-7 = Sunday

# Week by week
months-weeks = Week by week
months-weeks-how = From how much to how much, in each week
months-weeks-read = How to read it, for example { $week }:
months-weeks-which = A week belongs to the month in which its Sunday lies, with its visits and meetings; one that goes on belongs to the next.
months-week = Week
months-contact-kind = How
months-contact-how = A dot is how often in each week; its line and the brackets are what another week would most likely have
months-contact-none = hidden

# How life is
months-survey-more = How the survey is done
months-survey-question = The question: overall, how satisfied are you with your life these days?
months-survey-about = It ended on { $day }. Drawn by lot from a list of { $frame } households; { $asked } were asked, { $answered } answered. Nobody knows who chose what.
months-survey-effective = Weighted, they are worth { $n } answers.
months-survey-too-few = There is no mean: fewer than three in ten answered, or fewer than 10 in all. Where more are silent than speak, a mean misleads.
months-survey-no-mean = There is no mean: of some age too few answered, or how many people are of it is not known.
months-survey-chose = Chose
months-survey-how-many = How many
months-survey-groups = What was chosen (without weights)
months-survey-hidden = “Hidden” is too few, or would show some that are.
months-survey-ways = How they answered: { $ways }.
months-survey-parts = Answers of each age: { $parts }.
months-flags = Read this with care
months-flag-none = Nothing odd was seen in how the answers came in.
months-flags-accuse-nobody = This accuses nobody.
months-flag-some-way = In one of the ways of answering
months-flag-burst-n = { $way }: { $n } answers came within one hour. A market day looks the same.
months-flag-burst = { $way }: very many answers came within one hour. A market day looks the same.
months-flag-tens-n = { $way }: { $tens } of { $n } chose 10, far more than chance would give.
months-flag-tens = { $way }: more than half chose 10, far more than chance would give.
months-flag-suggested-n = { $n } people said that they were told what to answer.
months-flag-suggested = Somebody said that they were told what to answer.

# What changed
months-changed = Since the month before
months-changed-how = Compared with { $before }. Only where the two have nothing in common does it say more or less.
months-changed-no-before = There is no month before to compare with.
months-changed-nothing = There is no number that both months have.
months-rose = More
months-fell = Less
months-not-sure = No change can be seen
months-by = by { $by }
months-corrections = What was corrected
months-corrections-none = Nothing was corrected.
months-corrections-beneath = What was counted was corrected; no figure above is different.
months-corrections-how = What it was before, and why; none is ever taken out
months-corrections-more = { $n } more corrections stand on the page online.
months-correction-figure = What
months-correction-was = Before
months-correction-is = Now
months-correction-why = Why
months-correction-when = When
months-why-late-facts = Records that came late were counted
months-part-whole = whole month
months-part-bounds = with those who did not answer
months-part-bootstrap = another way of calculating
months-part-group = chose { $group }

# What is not known
months-unknown = What this page does not know
months-unknown-one = { $what }: { $why }
months-unknown-survey = How life is: no survey ended in this month, so there is nothing to say.
months-unknown-nobody = Who came and whom they met is not here and cannot be worked out.

# Calculate it yourself
months-data = Calculate it yourself
months-data-figures = Published numbers (CSV)
months-data-counted = What was counted (CSV)
months-data-verify = Every number can be calculated again. Download the JSON and verify it with this very program:
months-sum = Checksum: { $sum }
months-dictionary = What each word means
months-dictionary-what = What each name in the files means, where it comes from and what it does not see. Here one part at a time; the files have all.
months-dictionary-parts = Which part
months-word-name = Name
months-word-kind = What it is
months-word-means = Meaning
