# Who
games-somebody = a neighbour
games-mr = Mr { $surname }
games-ms = Ms { $surname }
games-child = { $name } (a child, { $band })
games-child-along = { $name } (a child, { $band }, with a parent)
games-band-under-13 = under 13
games-band-13-15 = 13 to 15
games-band-16-17 = 16 or 17
games-for-band = for children: { $band }
games-level-beginner = beginners
games-level-for-fun = just for fun
games-level-strong = strong players

# How it stands
games-missing = { $n } missing
games-stands-filled = complete
games-stands-unfilled = not enough players
games-stands-called-off = called off
games-stands-over = over
games-stands-closed = not open to join

# When it does not work, why
games-no-not-for-games = People do not look for players here: a manager looks at each request, or one person is all that fits. Just book it.
games-no-game-not-open = This game cannot be joined any more.
games-no-in-another-game = You are in another game at that time.
games-no-with-guardian = A child under 13 comes with a parent.
games-no-for-minors = This is a game of children ({ $band }). Adults come along with a child.
games-no-other-ages = The children in this game are { $band }: too far apart in age.
games-no-for-adults = This is a game of adults; a child comes with a parent.
games-no-fewer-left = Only { $n } missing: there is no room for a parent and a child.
games-no-party-size = { $from } to { $to } people play here, you included.
games-no-too-late-to-leave = The time for leaving is over (before { $at }). If you cannot come, please call, so that the others know.
games-no-own-game = This game is yours. If it is off, call it off and everybody will know.
games-no-too-few = At least { $n } people are needed.
games-no-game-not-now = This cannot be changed now.
games-no-enough-times = { $n } times are the most for one person. Remove one first.

# Messages
games-message-filled = [{ $station }] Complete: { $what }, { $when }, { $who }. If you cannot come, leave on the web page an hour before, or call.
games-message-missing = [{ $station }] Somebody left { $what }, { $when }: { $n } missing. The place is kept until a quarter of an hour before the start.
games-message-unfilled = [{ $station }] Not enough players came together for { $what }, { $when }. The place is free again. You can look for players again, or just book.
games-message-called-off = [{ $station }] { $what }, { $when }, is off.
games-message-called-off-for = [{ $station }] { $what }, { $when }, is off: { $reason }.
games-message-fits = [{ $station }] Somebody looks for players: { $what }, { $when }, { $who }, { $n } missing. Join on the station's page.

# Pages
games-title = Games
games-describe = Short of somebody for chess or ball? See who is waiting and join with one tap.
games-one = An open game
games-open = Looking for players
games-all = All
games-join = Join
games-look = See
games-none = Nobody is looking for players now. Start a game and others can join it.
games-no-rooms = This station has no room where people play together.
games-post-one = Start a game
games-what = What to play
games-mine = My games · { $station }
games-others = These are looking for players
games-who = Who comes
games-me = { $name } (me)
games-spare = When I can play
games-apart = People I keep away from

# One game
games-join-phone = First your phone is confirmed by a code. The number is not public; it is for telling you of changes.
games-surname-only = Others see only your surname and what is played.
games-your-name = What to call you
games-your-name-hint = For example “Ms Ma”. Others see only the surname.
games-for-a-child = For a child of mine
games-child-name = What the child is called
games-child-hint = Others see only the surname. Leave it empty if it is not for a child.
games-child-band = How old the child is
games-child-with-me = I play along with the child
games-child-with-me-hint = Takes two places. Under 13 it must be so.
games-told-open = Still looking for players. If they do not come together a quarter of an hour before the start, the place is released and you get a message.
games-told-unfilled = Not enough players came together; the place is free again. Start another game, or just book.
games-fewer = Play with those who are here
games-leave = I cannot come: leave
games-leave-until = You can leave until { $at }; the others get a message.
games-call-off = Call it off
games-keep-apart = Keep away
games-keep-apart-from = Keep away from { $name }

# Starting a game
games-post-title = Find players: { $what }
games-post = Post it
games-post-terms = The place is held · it counts once you are complete
games-post-phone = To start a game, your phone is confirmed by a code: you are told who joins, and if not enough do.
games-go-on = Go on
games-no-time = There is no time left on this day at which others could still join. Try another day.
games-how-many = How many are missing
games-say-more = Say a little more
games-level = How well you play
games-note = A note
games-note-hint = Everybody reads it: no phone numbers.

# Spare times
games-spare-why = When somebody starts a game while you can play, you get a message: at most one a day, none from ten in the evening to seven in the morning. Nobody else sees this.
games-spare-mine = When I can play
games-spare-new = Add a time
games-spare-until = until { $day }
games-spare-over = run out
games-spare-closed = closed on that day
games-spare-open = within opening hours: { $times }
games-spare-renew = Twelve more weeks
games-spare-remove = Remove
games-spare-keep = Keep it
games-spare-ends = Until which day
games-spare-ends-hint = Twelve weeks at most; renewed with one tap.
games-weekday = Weekday
games-weekday-0 = Mon
games-weekday-1 = Tue
games-weekday-2 = Wed
games-weekday-3 = Thu
games-weekday-4 = Fri
games-weekday-5 = Sat
games-weekday-6 = Sun
games-from = From
games-until = Until

# People one keeps away from
games-apart-why = You and they neither see nor join each other's games. They do not get to know. Only you see this page.
games-apart-none = There is nobody you keep away from.
games-apart-list = Kept away from
games-apart-since = since { $day }
games-apart-lift = Lift
games-apart-lift-about = Lift: { $name }

# The screen in the hall
games-hall = Open games
games-hall-none = Nobody is looking for players now.
games-hall-how = To join: open the station's page, or tell the clerk.

# What cannot be read
games-form-number = Write a whole number.
games-form-more = Choose how many are missing.
games-form-line = At most { $most } characters, no phone or identity numbers, no special signs.
games-form-band = Choose how old the child is.
games-form-weekday = Choose a weekday.
games-form-clock = Write a time of day, for example 18:00.
games-form-backwards = The end must be after the start.
games-form-ends-on = Write a day within the next twelve weeks.
games-form-reason = Write why in a sentence, so that people understand.

# The desk
games-desk-tab = Games
games-desk-title = Open games today
games-desk-none = No open games today.
games-desk-on = Today
games-desk-later = Later
games-desk-over = Not played and over
games-desk-tell = No phone, to be told in person: { $names }
games-desk-add = Add somebody
games-desk-add-about = Add somebody to { $what }
games-desk-name = What they are called
games-desk-reason = Why it is off
games-desk-end = Call off and tell everybody
games-desk-remove = Leaves
games-desk-remove-about = { $name } leaves
games-desk-post = Start a game for somebody
games-desk-on-day = Day
games-desk-at = Time
games-desk-done = Done.
