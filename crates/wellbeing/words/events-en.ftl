# What was done, on the page of changes: `event-` and the name of the event.
event-survey-made = Began a survey of well-being and published the hash of its seed
event-survey-listed = Handed in the list of households of a survey
event-survey-drawn = Drew the households of a survey and published its seed
event-survey-printed = Printed ballots of a survey
event-survey-taken-back = Took back the unused ballots of a survey
event-survey-not-eligible = Noted how many drawn households of a survey are empty
event-survey-closed = A survey is over: its result is fixed, list and ballots are erased
event-month-made = Published a month
event-month-corrected = Corrected a month that was published
event-residents-set = Set how many people live in the township, with the statistic
