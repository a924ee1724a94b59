# The survey of well-being: what staff read, and what stands on a ballot

# On the ballot: one question, one wording
survey-question = Overall, how satisfied are you with life as a whole these days?
survey-question-low = 0 is not at all satisfied
survey-question-high = 10 is completely satisfied
survey-question-band = Your age

# The beginning
survey-desk-tab = Well-being
survey-title = Survey of well-being
survey-title-of = Survey of { $days }
survey-what = One question only: how satisfied people are with life, from 0 to 10. Who is asked is drawn by lot, so nobody can choose. Who answered what is known to nobody, not to the station either.
survey-now = The survey now
survey-none = There is no survey now
survey-begin = Begin a survey
survey-look = See this survey
survey-paper-go = Type in ballots
survey-ask-go = Ask at the door or by telephone
survey-over = Earlier surveys
survey-over-how = Those that are over, the newest first
survey-result-see = See the result

# How far it is
survey-far = How far it is
survey-days = Answers are taken
survey-state = This survey
survey-asked = Households asked
survey-answered = Answered
survey-response = Response
survey-n-households = { $n } { $n ->
    [one] household
   *[other] households
}
survey-n-answers = { $n } { $n ->
    [one] ballot
   *[other] ballots
}
survey-response-few = not counted under ten households
survey-response-how = The range in brackets holds in 95 of 100 cases. A mean needs 30 % response and ten ballots. What was answered is seen when the survey is over.
survey-with-range = { $value } ({ $range })

# A new survey
survey-new-what = At the beginning the program fixes the seed of the draw and publishes its hash; the list is handed in afterwards. So nobody can look at the list first and choose.
survey-field-opens = First day of answers
survey-field-opens-how = Today or later, within three months. The list, the draw and bringing the ballots take time
survey-field-closes = Last day
survey-field-closes-how = When it is over the survey closes and the result comes by itself. At most ninety-two days
survey-field-wanted = Households to draw
survey-field-wanted-how = It takes 30 % response and ten ballots of each age: more than a hundred households are safer
survey-field-bands = Bands of age, and how many people each has
survey-field-bands-how = The youngest first; empty lines do not count. Take the numbers from a statistic: a band that answers little still counts by its people
survey-field-nr = Line
survey-field-band = Age
survey-field-people = People
survey-field-of-line = Line { $nr }, { $what }
survey-field-source = Statistic of these numbers
survey-field-source-how = Such as “Yearbook 2025”
survey-band-18 = 18–34
survey-band-35 = 35–49
survey-band-50 = 50–64
survey-band-65 = 65 and older
survey-kept-made = The survey has begun and the hash of its seed is published. Next: hand in the list of households

# The list
survey-list = List of households
survey-list-none = There is no list yet.
survey-list-has = The list has { $n } households. It can be replaced until the draw.
survey-list-go = Hand in a list
survey-list-again = Replace the list
survey-list-what = All households of the township, one to a line: village, place. From { $fewest } to { $most }, each of them once.
survey-list-no-names = No names, telephone numbers or ID numbers
survey-list-no-names-how = Places are drawn, not people. A list with one column more is not taken.
survey-list-replaces = The list has { $n } households now; it is deleted when you hand in another.
survey-list-keep = Hand it in
survey-field-list = List
survey-field-list-how = Copied from a spreadsheet will do, such as “Luotuobao, group 1 no. 3”. A long list comes as a file, below
survey-field-file = Or choose a file
survey-field-file-how = A CSV file in UTF-8 with two columns: village and place. With a file, what is pasted above is not looked at
survey-kept-listed = The list has arrived

# The draw
survey-draw = Draw
survey-draw-what = { $wanted } of { $n } households are drawn. Which ones is fixed already, by the seed whose hash was published and by the number of lines: it does not matter when you press.
survey-draw-once = It is done once. It cannot be repeated, nor can the list be replaced afterwards. Then the seed is published, and anybody can draw again.
survey-draw-go = Draw now
survey-kept-drawn = Drawn, and the seed is published. Next: print ballots and bring them to the households
survey-seed = Proof of the draw
survey-seed-how = This is the hash of the seed, fixed before there was a list. After the draw the seed is published, and anybody can see that it has this hash.
survey-seed-drawn = This is the hash of the seed, fixed before there was a list. Now the seed is published too, and anybody can draw again.
survey-seed-sheet = Download the sheet of the draw: numbers of lines, no addresses

# Bringing the ballots
survey-homes = Households that were drawn
survey-homes-what = Bring the ballots by this list, one to each household, whichever comes to hand. Do not write down which went where.
survey-homes-go = See the list and print it
survey-homes-paper = { $n } households. Bring one ballot to each; whoever of the grown-ups has their birthday next answers it.
survey-homes-no-ticks = Do not note here who has answered and who has not, nor the code of any ballot.
survey-homes-shred = When the ballots are out, bring this list back to the station to be shredded.
survey-line = Line
survey-village = Village
survey-address = Place

# Printing
survey-ballots = Ballots
survey-ballots-how-many = { $printed } are printed, { $unspent } of them not used yet. { $left } more can be printed.
survey-ballots-once = The codes are shown only when they are printed
survey-ballots-once-how = The ballots appear when you press: print them at once. Only hashes of the codes are kept, so the same cannot be printed again. If printing fails, take back all unused ballots and print new ones.
survey-ballots-go = Make the ballots
survey-ballots-n = { $n } ballots, four to a sheet of A4, to be cut along the dashed lines.
survey-ballots-mix = Shuffle them before they go out, so that their order says nothing of the households.
survey-field-ballots = How many
survey-back = Ballots are lost or spoiled
survey-back-what = All { $n } unused ballots become useless, those that were brought and not answered too; print and bring new ones. What was answered stays.
survey-back-go = Take back all unused ballots
survey-kept-back = All unused ballots are taken back; new ones can be printed
survey-ballot-title = Survey of well-being
survey-ballot-who = For the grown-up of your household whose birthday is next.
survey-ballot-qr = Code that opens the page where a phone answers
survey-ballot-how = Until { $day }: tick, and put this into the box at the station; or scan the code; or type it at the station’s screen.
survey-ballot-nobody = No name. The code works once and is not kept with the answer: nobody can find out who answered.
survey-ballot-phone = Help: { $phone }

# Where nobody lives
survey-empty = Empty houses
survey-empty-what = In how many of the drawn households does nobody live any more? The number in all. Those who did not open the door or do not want to answer do not count.
survey-field-empty = Empty houses in all
survey-empty-go = Write it down
survey-kept-empty = The number of empty houses is written down

# What is kept, and until when
survey-kept-what = What is kept, and until when
survey-kept-list = The list: sealed; only managers see the places that were drawn; deleted when the survey is over.
survey-kept-codes = Codes of ballots: as hashes only; the hash goes when its ballot is used.
survey-kept-answers = Answers: the number, the band of age and how it came; no time and no order; mixed anew each night.
survey-kept-nobody = Which household has answered is written nowhere.

# Typing in ballots
survey-paper = Type in ballots
survey-paper-what = One after the other. Small letters and blanks in codes are as good. After each the form is empty for the next.
survey-paper-kept = Taken. The next one, please
survey-paper-keep = Take it, and the next
survey-paper-after = Put what you have typed in into a closed bag; it is shredded when the survey is over. Write nothing on ballots, and do not note whose they are.
survey-field-code = Code of the ballot
survey-field-code-how = Ten characters, printed in two groups
survey-field-score = Which number is ticked
survey-field-score-how = 0 to 10
survey-field-age = Which age is ticked

# Asking at the door or by telephone
survey-ask = One question
survey-ask-nobody = No name is asked. Nobody can find out who answered what, and neither can whoever asks.
survey-ask-keep = That is my answer
survey-ask-thanks = It has arrived. Thank you
survey-ask-next = Next household
survey-ask-back = Back to the desk
survey-field-answer = Choose one

# The result
survey-result = Result
survey-listed = Households of the list
survey-drawn = Households drawn
survey-not-eligible = Empty houses
survey-no-mean = No mean is published this time
survey-no-mean-why = Response is under 30 %, or there are fewer than ten ballots. Too many are silent for a mean to be trusted.
survey-figures-how = First how many answered, then the mean
survey-figure = What
survey-value = How much
survey-n = Of how many
survey-figure-response = Response
survey-figure-mean = Mean, from 0 to 10
survey-figure-bounds = If all who did not answer had said 0, or 10
survey-figure-bootstrap = Range of the mean by another method
survey-figure-group = Those who chose { $group }
survey-hidden = too few, not published
survey-effective = Weighed by the people of each age, these { $n } ballots are worth about { $effective }.
survey-parts = By age
survey-parts-how = Bands of fewer than ten ballots are joined to a neighbour
survey-ways = How they answered
survey-ways-how = Fewer than ten are not published
survey-way = How

# What to be careful about
survey-flag-how = It does not say that anybody did wrong: a market day looks like this too. Keep it in mind when you read the result.
survey-flag-burst = Many ballots came within one hour
survey-flag-burst-n = { $n } ballots came within one hour { $mode }
survey-flag-tens = In one way of answering more than half chose 10
survey-flag-tens-mode = More than half of those who answered { $mode } chose 10
survey-flag-tens-n = { $tens } of { $n } who answered { $mode } chose 10
survey-flag-suggested = Somebody said that they were told what to answer
survey-flag-suggested-n = { $n } people said that they were told what to answer
survey-flag-suggested-how = Only how many said so is counted, never who. If answers were suggested, the mean is off.

# What is wrong
survey-wrong-day = Write a day, such as 2026-07-01
survey-wrong-number = Digits only
survey-wrong-ballots = From 1 to { $most } at once; print more in several goes
survey-wrong-empty = There is no list yet: paste one, or choose a file
survey-wrong-file = This file cannot be read. Save it as CSV in UTF-8, or copy it from the spreadsheet and paste it above
survey-wrong-columns = Each line has two columns, village and place. Lines that have not: { $lines }
survey-wrong-length = A code has ten characters: one is missing or too many
survey-wrong-letter = No code has such a character: there is no 0, O or U, and what looks like 1 is 1
survey-wrong-misread = One character is misread, or two are exchanged. The ballot is not used: look at it again
survey-wrong-score = Choose one from 0 to 10
survey-wrong-band = Choose an age
