# Refusals
venues-no-too-long-ago = What stood on paper is typed in within { $hours } hours; this is from before that.
venues-no-outage-known = Part of that time is noted as an outage already.

# The printed list
paper-print = Print this day
paper-type-in = Type in from paper
paper-sheet-made = Printed { $at } · complete up to change { $n }
paper-sheet-how = When the power is off, write on the blank lines and type them in afterwards.
paper-sheet-qr = QR code of { $url }: shows this day
paper-sheet-open = Open: { $hours }
paper-sheet-shut = Not open on this day
paper-sheet-codes = No.:{" "}
paper-sheet-phone = …{ $last }
paper-sheet-print = Print with Ctrl+P, on A4.

# Columns
paper-col-no = No.
paper-col-who = Name
paper-col-row = Row
paper-col-place = Where
paper-col-from = From
paper-col-until = Until
paper-col-name = Name
paper-col-people = People
paper-col-came = Came
paper-col-way = What to do

# Typing in
paper-title = Type in from paper
paper-about = Line by line as it stands on paper, with the keyboard alone: Tab goes on, typing a number under “Where” finds the place, space ticks, Enter keeps. Without a number of people it is the smallest group.
paper-day = The paper of which day
paper-day-hint = At most { $hours } hours ago
paper-lines = Times as 14:30, 1430 or 9
paper-keep = Keep these rows
paper-row-field = Row { $n }, { $field }
paper-again = { $n } rows are not kept yet
paper-again-hint = All others are. These are as you typed them: change them and press “Keep these rows” again.
paper-kept = { $n } rows are kept
paper-kept-theirs = { $n } of them had a reservation: it was not entered twice, only whether they came.
paper-kept-noted = { $n } of them were kept as notes and take no room.
paper-row-kept-before = This row was kept a moment ago. To enter another, press once more.
paper-row-taken = Somebody is there at that time: say what really was.
paper-row-fault = This row was not kept. Everything is still here: please press once more.

# Ways out of a clash
paper-way = This row
paper-way-none = Keep as typed above
paper-way-place = At { $place } instead
paper-way-note = Only as a note, without the room
paper-other-field = Row { $n }, { $who }
paper-other-none = Leave it
paper-other-same = It is theirs
paper-other-not-come = They did not come
paper-other-moved = They were at another table

# What cannot be read
paper-form-place = Choose a place
paper-form-clock = Write the time as 14:30 or 1430
paper-form-backwards = The end has to be after the start
paper-form-group = 1 to 1000 people
paper-form-others = At most 20
paper-form-not-over = The outage is not over: note it when it is
paper-form-too-long = At most 31 days at once

# Outages
paper-outages = When it was away
paper-outage-about = Note power cuts here, so that whoever looks at the figures knows why those days look empty.
paper-outage-from-on = From which day
paper-outage-from-at = At what time
paper-outage-until-on = Until which day
paper-outage-until-at = At what time
paper-outage-declare = Note this outage
paper-outage-take-back = Take back

# Notes
paper-notes = Kept as notes only
paper-note-came = came
paper-note-not-come = did not come
