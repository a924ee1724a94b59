# Numbers given out on paper during a power cut, typed in afterwards
pads-title = Type in paper numbers
pads-link = Were paper numbers given out during a power cut? Type them in here.
pads-about = One sheet to a row, with the keyboard alone: Tab goes on, Enter keeps. Each sheet becomes the next number of its line, because sheets are lost, torn and repeated and the numbers of a line have no gaps. Its turn goes by when they came: nobody loses by it.
pads-day = The sheets of which day
pads-day-hint = At most { $hours } hours ago
pads-lines = Times as 14:05, 1405 or 9
pads-keep = Keep these sheets
pads-row-field = Row { $n }, { $field }
pads-col-row = Row
pads-col-pad = Sheet
pads-col-what = What for
pads-col-from = Came at
pads-col-name = Name
pads-col-became = Then
pads-col-way = what to do
pads-became-waits = Still waits
pads-became-served = Was served
pads-became-paper-missing = A paper was missing
pads-became-left = Went before their turn

# Kept
pads-kept = { $n ->
    [one] 1 sheet is kept
   *[other] { $n } sheets are kept
}
pads-became = Sheet { $pad } is { $number } now
pads-and = ;{" "}
pads-tell = Whoever still waits needs the new number: write it on the sheet, or print a slip.
pads-print = Print { $number }
pads-lately = Typed in these days

# Not kept
pads-again = { $n ->
    [one] 1 row is not kept yet
   *[other] { $n } rows are not kept yet
}
pads-again-hint = All others are. These are as you typed them: change them and press “Keep these sheets” again.
pads-row-kept-before = This row was kept a moment ago. To enter another, press once more.
pads-row-fault = This row was not kept. Everything is still here: please press once more.
pads-way = This row
pads-way-none = Leave it
pads-way-same = It is that sheet: leave it out
pads-way-another = It is another sheet with the same number
pads-no-came-later-than-now = That time has not come yet.
pads-no-too-long-ago = Sheets are typed in within { $hours } hours; this one is from before that.
pads-no-day-is-over = That day is over and nobody waits any more. Please choose what became of it.
pads-no-typed-in-already = Sheet { $pad } of this line and day is in already: it is { $number }.
pads-no-no-such-matter = This is no longer done here: please choose another.
pads-form-pad = Sheets have numbers from 1 to 9999
pads-form-what = Choose what they came for
pads-form-clock = Write the time as 14:05 or 1405
pads-form-became = Choose what became of it
