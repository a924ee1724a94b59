# Moods: one tap after reading a notice; no names, no appraisal of anybody
moods-title = How do you feel about it?
moods-more = This month's moods
moods-name-happy = Happy
moods-name-sad = Sad
moods-name-like = Like
moods-name-passing = Passing by
moods-name-votes = { $mood } { $n }
moods-chosen = { $mood }, your choice
moods-votes = { $n ->
    [one] 1 vote
   *[other] { $n } votes
}
moods-withdraw = Take mine back
moods-count = { $n } votes, by those who wished to; they stand for nobody else.
moods-few = Fewer than 10 votes: not shown yet.
moods-until = No names; you may choose and change until { $day }.
moods-over = Thirty days have passed: the numbers stand and cannot be changed any more.
moods-page = How do you feel about it?

moods-no-closed = Thirty days have passed: the numbers stand and cannot be changed any more.
moods-no-crowded = Many people have just voted here. Please come back in a while.
moods-bad-device = Use at least 16 random bytes, written as base64url without padding
moods-bad-month = Write a month as 2026-11

# Which notices of a month people felt something about
moods-this-month = this month
moods-in-month = in { $month }
moods-ranked-happy = What made people happy { $month }
moods-ranked-sad = What made people sad { $month }
moods-ranked-like = What people liked { $month }
moods-ranked-passing = What people passed by { $month }
moods-ranked-votes = { $mood }: { $count } of { $n } votes ({ $low }–{ $high })
moods-notices = Notices
moods-describe = Which notices of a month made people happy or sad, and which they liked
moods-which = Which mood
moods-months = Which month
moods-none = No notice of this month has 10 votes yet
moods-how = Only notices with 10 votes or more. In brackets: the range in which the share of this mood probably lies (95 times in 100); the order goes by its lower end, so that many votes alone do not win. The votes are by those who wished to and stand for nobody else. Nothing is counted by editor, and nobody is appraised by it.
