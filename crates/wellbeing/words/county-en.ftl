# The month: the managers' page, and the county's

county-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }

# What is looked at
county-of-open = Door open
county-of-used = Rooms used
county-of-held = Activities held
county-of-visits = People coming: how often
county-of-visited-hours = People coming: hours with a visit
county-of-contact = Staff and residents meeting
county-of-satisfaction = Satisfaction with life
county-of-response = How many answered
county-contact-desk = served at a desk
county-contact-village = days in a village
county-contact-call-back = calls back
county-contact-reception = people’s deputies’ receptions
county-contact-first-asked = first asked, saw it through
county-contact-activity = activities
county-contact-opinion = opinions answered
county-contact-wish = wishes come true

# Which part
county-part-month = the whole month
county-part-bounds = with those who did not answer, from lowest to highest
county-part-bootstrap = by another method
county-part-group = who chose { $group }

# How a number is said
county-value = { $value } ({ $range })
county-per-100 = { $said } times per 100 residents
county-no-figure = none
county-why-late-facts = records that came late are counted now

# The managers' page
county-desk-tab = Months
county-desk-title = Months
county-desk-what = Each month makes its own page, for everybody to read. Here you see when the next one comes and whether one needs a correction, and you say how many people live in the township. Every number is counted from records; nobody can type one in.
county-desk-next = The next one
county-desk-next-when = { $month } is made by itself on { $day }, from { $time } on. Nobody has to do anything.
county-desk-next-again = On the 8th it is counted once more: if records that came late change a number, a correction is published by itself.
county-desk-months = Published
county-desk-public = As everybody sees them
county-desk-months-how = Every revision is kept
county-desk-none = There is no month yet. The first one is made on the 1st of next month.
county-desk-revision = Revision
county-desk-month = Month
county-desk-made = Made
county-desk-why = Why it was corrected
county-desk-correct = Correction
county-desk-revision-nr = Revision { $nr }
county-desk-first = Published for the first time
county-desk-look = Look for a correction
county-desk-look-at = { $month }: look for a correction
county-desk-see = { $month }, revision { $nr }
county-desk-residents = How many people live here
county-desk-residents-how = “Visits per 100 residents” needs this number. Take the whole number from a statistic: no names, and nobody goes from house to house. Later months use the new number; a month that is published changes only by a correction.
county-desk-residents-none = Not known yet: the month says nothing of visits per 100 residents.
county-desk-residents-all = What was written down; all of it is kept
county-desk-as-of = As of
county-desk-people = People
county-desk-source = Statistic
county-desk-residents-go = Write it down
county-desk-county = What the county sees
county-desk-county-what = The county sees what its stations published, added up: no single station, and no order.
county-desk-county-see = See the county’s page
county-kept-residents = The number is written down
county-kept-corrected = The correction is published; everybody sees the new revision now

# A correction
county-correction-title = Correct { $month }
county-correction-what = The month was counted anew from the records as they are now. Nothing is published yet. Once it is, the earlier revision stays, and each changed number says what it was and why it changed.
county-correction-none = Counted anew, it is what was published. There is nothing to correct.
county-correction-differs = What would change
county-correction-differs-how = As everybody sees it now, and after the correction
county-correction-figure = What
county-correction-part = Which part
county-correction-was = Now
county-correction-is = Corrected
county-correction-publish = Publish this correction
county-correction-go = Publish the correction
county-moved = Not published: the numbers have moved
county-moved-how = More records have come since you looked, and the correction would change something else now. Please look at it once more and publish it then.
county-field-people = How many people
county-field-people-how = All who live here, such as 4012
county-field-source = Which statistic
county-field-source-how = So that others can look it up, such as “Yearbook 2025”
county-field-as-of = As of
county-field-as-of-how = The day that the statistic names, not today
county-field-why = Why it is corrected
county-field-why-how = Everybody reads it. Say which records were late or wrong, and not whose. 3 to 300 characters

# What is wrong
county-wrong-people = From 1 to { $most }, in digits
county-wrong-source = Say which statistic, in { $from } to { $to } characters
county-wrong-day = The day that the statistic names, not later than today and not too long ago
county-wrong-why = Say why, in { $from } to { $to } characters

# The county's page
county-title = { $place }: its stations together
county-what = What the stations published themselves is added up here, and nothing else. No station has a number of its own, nothing is in an order, and nothing has to be reached. Of fewer than { $fewest } stations nothing is added up; what is fewer than 10 is not published.
county-months = Months
county-none = There is no month yet that { $fewest } stations or more have published
county-directory = Stations in { $place }
county-month-title = { $place }: { $month }
county-month-what = Of { $of } stations in { $place }, { $stations } have published this month. What follows is what they published, added up.
county-source = Where it comes from: { $source }.
county-gaps = Bear in mind: { $gaps }.
county-and = ;{ " " }
county-no-number = Not published: fewer than { $fewest } stations have it, or it is fewer than 10

county-say-open = Of 100 hours in which doors were promised to be open, they were open for { $low } at least and { $high } at most.
county-say-open-one = Of 100 hours in which doors were promised to be open, they were open for { $low }.
county-say-used = Of 100 hours in which rooms were open, somebody used them for { $low } at least and { $high } at most.
county-say-used-one = Of 100 hours in which rooms were open, somebody used them for { $low }.
county-say-held = Of 100 planned activities { $low } at least and { $high } at most were held as planned: announced a day ahead, and three or more people came.
county-say-held-one = Of 100 planned activities { $low } were held as planned: announced a day ahead, and three or more people came.
county-say-visits = For every 100 people who live around, { $low } to { $high } visits were seen in this week.
county-say-visits-one = For every 100 people who live around, about { $low } visits were seen in this week.
county-say-visited-hours = Of 100 open hours, somebody was seen to come in about { $low } to { $high }.
county-say-visited-hours-one = Of 100 open hours, somebody was seen to come in about { $low }.
county-say-contact = For example { $week }, { $kind }: { $value } times. If all stays as it is, another week would most likely have { $low } to { $high }: that is what the brackets say.
county-n-open = { $n } days with promised hours, { $stations } stations.
county-n-used = Used { $n } times, { $stations } stations.
county-n-held = { $n } planned, { $stations } stations.
county-n-visits = { $n } people live around them, { $stations } stations.
county-n-visited-hours = { $n } open hours, { $stations } stations.
county-n-contact = { $n } times, { $stations } stations

county-week-week = Week
county-week-read = How to read it, for example { $week }:
county-week-range = From and to
county-week-of = Of how many
county-weeks-visits = Visits per 100 residents, week by week
county-weeks-visited-hours = Hours with a visit, week by week
county-weeks-contact = How often in each week; in brackets what another week would most likely have
county-contact-kind = How they met
county-contact-none = not published

county-missing = What is not seen here
county-missing-few = Stations that published nothing, or do not count something, are not in it: no number does not mean none.
county-missing-stations = No single station is seen. For one, look at its own month.
county-missing-survey = Satisfaction with life is not here: each village asks its own people, and a mean of such means says nothing of the county.
county-data = To calculate with
county-data-how = The same numbers as on this page, for anybody.
county-sum = Checksum: { $sum }
