# Well-being: what everybody and the desk share

wellbeing-of-area = How its stations were, month by month

# How a survey stands
wellbeing-state-made = has just begun and has no list of households
wellbeing-state-listed = has a list, and nobody is drawn
wellbeing-state-drawn = has its households drawn
wellbeing-state-open = is being answered
wellbeing-state-closed = is over

# How an answer came
wellbeing-mode-phone = on a phone or computer
wellbeing-mode-kiosk = on the station's screen
wellbeing-mode-paper = on paper
wellbeing-mode-interviewer = asked at the door or by telephone

# Who told what to answer
wellbeing-by-official = somebody of the station or the township
wellbeing-by-village = somebody of the village
wellbeing-by-interviewer = whoever came to ask
wellbeing-by-other = somebody else, or I would rather not say

# What is wrong with a survey
wellbeing-no-running = The survey before is not over yet. Begin the next one afterwards
wellbeing-no-opens = The first day has to be today or later, and within three months
wellbeing-no-closes = The last day has to be after the first, and at most ninety-two days later
wellbeing-no-wanted = Draw between ten and a hundred thousand households: of fewer than ten nothing is published
wellbeing-no-bands = There have to be one to twelve bands of age
wellbeing-no-band = Band { $nr } cannot be so: it needs a short name that no other has, and people in it
wellbeing-no-source = Say where the numbers of people are from, in at most two hundred characters
wellbeing-no-few = The list is too short: it needs { $fewest } households
wellbeing-no-many = The list is too long: at most { $most } households
wellbeing-no-line = Line { $nr } of the list cannot be so: it needs a village and a place, of at most eighty characters each
wellbeing-no-twice = Lines of the list are the same: { $lines }. Take out what stands twice
wellbeing-no-fewer = The list has { $households } households, and { $wanted } are to be drawn: complete the list first
wellbeing-no-not-now = This cannot be done now: the survey { $state }
wellbeing-no-over = The last day is over; the result will be there shortly
wellbeing-no-ballots = At most { $left } more can be printed: one for each household that was drawn
wellbeing-no-empty = At most { $most } households can be empty
wellbeing-no-shown-once = These codes were shown once and are not kept. If they are lost, take all ballots back and print anew
wellbeing-pair = { $a } and { $b }
wellbeing-pairs = ; {""}

# Why an answer is not taken
wellbeing-no-spent = This ballot was used already, or we never printed it. If it was you just now, it has arrived
wellbeing-no-not-open = There is no survey to answer today
wellbeing-no-unknown = The ballot has no such answer: choose one from 0 to 10, and an age

# What is wrong with a month
wellbeing-no-month-same = Counted anew, every number is as it was published: there is nothing to correct
wellbeing-no-month-seen = The records have changed since you looked. Look again at what would be corrected, then publish it
wellbeing-no-month-yet = This month is not published yet: there is nothing to correct
wellbeing-no-month-why = Say why it is corrected, in { $from } to { $to } characters
wellbeing-no-people = The number of people has to be between 1 and { $most }
wellbeing-no-statistic = Say which statistic it is, in at most { $most } characters
wellbeing-no-as-of = The day of the statistic cannot be later than today
