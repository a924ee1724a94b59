# The well-being survey, as everybody reads it

ballot-leaf = Well-being survey
ballot-leaf-note = What is asked, who is asked, how they were drawn, earlier results
ballot-short = Well-being
ballot-title = Well-being survey
ballot-machine = Well-being survey
ballot-machine-note = If you were given a ballot, answer here

# The home page
ballot-home = If you were given a ballot, please answer one question
ballot-home-until = Until { $day }
ballot-home-go = Answer

# Whether it is open
ballot-shut = Not now
ballot-soon = Not yet
ballot-none = There is no survey now
ballot-none-how = When the next one begins, it will say so here
ballot-over = This survey is over
ballot-over-how = The result will be here soon
ballot-opens = Answers are taken from { $day }
ballot-opens-how = Households that are drawn get a ballot with a code on it
ballot-late = It begins once the households are drawn

# The ballot
ballot-and = {"; "}
ballot-choose = Choose a number
ballot-send = Send
ballot-next = Next
ballot-nobody = No name is asked. Nobody can find out who answered what, not even the people of the station.
ballot-until = Until { $day }.
ballot-far = More than { $n } ballots so far

# The screen in the hall
ballot-machine-what = Please take the ballot that you were given.
ballot-machine-code-how = Scan the picture on the ballot, or type the ten characters of its code
ballot-machine-leave = Back to the start
ballot-machine-done = Done
ballot-machine-shut = This page is only for the screen in the station’s hall
ballot-machine-shut-how = You can answer on your own phone, too.

# What it is
ballot-about = What this is
ballot-who = Who is asked is drawn by lot
ballot-who-how = From all households of the township. Each that is drawn gets one ballot, and the grown-up whose birthday comes next answers it. Nobody can choose who, and nobody can answer for somebody else
ballot-secret = Nobody knows who answered what
ballot-secret-how = A code works once and is then gone; the answer is not kept with it, nor is the time. Satisfied or not, say what is true for you
ballot-ways = It works without a phone
ballot-ways-how = Tick the paper and drop it into the box at the station, answer on the screen in the hall, or have somebody of the station read it to you
ballot-use = Who sees the result
ballot-use-how = Everybody: it stands on the page of the month. Only totals, and nothing of fewer than ten ballots

# How they were drawn
ballot-draw = How the households were drawn
ballot-draw-before = They are not drawn yet. The seed of the draw is fixed already; below is its fingerprint. The list is handed in later, so nobody can look at the list first and choose.
ballot-draw-what = The seed of the draw was fixed before the list was handed in, and its fingerprint was published then. Since the draw the seed is public, too.
ballot-draw-list = On the list
ballot-draw-asked = Drawn
ballot-draw-hash = Fingerprint of the seed
ballot-draw-seed = Seed
ballot-draw-again = Anybody can draw again: download the sheet and check it with yizhan draw verify. The sheet has line numbers only, no addresses.
ballot-draw-sheet = Download the sheet
ballot-n-households = { $n } households

# Earlier ones
ballot-results = Earlier results
ballot-results-how = 0 is not at all satisfied, 10 is completely satisfied. The mean counts each band of age by how many people it has. What those who did not answer think is not known.
ballot-result-of = Survey that ended on { $day }
ballot-result-answered = { $asked } households were asked, { $answered } answered
ballot-result-share = {" "}({ $value }; with 95 % confidence { $low } to { $high })
ballot-result-mean = Mean { $mean }, with 95 % confidence { $low } to { $high }
ballot-result-no-mean = Under 30 % answered, or fewer than ten, so no mean is published
ballot-result-month-later = The page of its month comes at the beginning of the next

# After an answer
ballot-thanks = It has arrived, thank you
ballot-thanks-how = The code is used up. Nobody can find out who answered what.
ballot-thanks-when = When the survey is over, its result will be here.

# Whether somebody told them
ballot-tip = Did somebody tell you what to answer?
ballot-tip-way = Did somebody tell you what to answer? Tell us here
ballot-tip-what = If not, there is nothing to do. If so, please tell us who it was; no name is needed.
ballot-tip-by = Who told you
ballot-tip-send = Tell us
ballot-tip-how = We only count how many say so, not who says it, and nobody is blamed. The result will say that somebody said so.
ballot-tip-thanks = Noted, thank you
ballot-tip-then = The result will say that somebody said so.
ballot-tip-shut = There is no survey now, so there is nothing to tell
ballot-wrong-by = Choose who told you
ballot-code-known = The code came with the picture you scanned
