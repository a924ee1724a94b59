# What staff read
errands-desk-tab-calls = Calls
errands-desk-tab-presence = Presence
errands-desk-tab-draw = Draw a number
errands-desk-tab-lines = Lines and desks
errands-desk-tab-matters = Matters
errands-desk-tab-officials = Officials

errands-desk-calls-title = Calls
errands-desk-which-desk = At which desk do you sit?
errands-desk-desk = Desk { $n }
errands-desk-no-desks = No desks are written down yet.
errands-desk-serves-nothing = This desk calls no line now. Managers change that under Lines and desks.
errands-desk-free = Desk { $n } · nobody is here
errands-desk-call-next = Call the next
errands-desk-behind = { $n ->
    [0] Nobody waits behind
    [one] 1 person waits behind
   *[other] { $n } people wait behind
}
errands-desk-earliest = the first number was drawn { $length } ago
errands-desk-called-for = called { $length } ago
errands-desk-served-for = for { $length }
errands-desk-waited = waited { $length }
errands-desk-just-now = less than a minute
errands-desk-drawn = drawn { $length } ago
errands-desk-calls = called { $n } times
errands-desk-press-arrive = Is here
errands-desk-press-recall = Call again
errands-desk-press-serve = They came
errands-desk-press-finish = Done
errands-desk-press-miss = Did not come
errands-desk-press-pause = Pause
errands-desk-press-resume = Go on
errands-desk-press-return = Came back
errands-desk-press-hold = Wait for an official…
errands-desk-press-release = Wait no more
errands-desk-press-transfer = Transfer…
errands-desk-press-close = Not served…
errands-desk-do-hold = Let them wait
errands-desk-do-transfer = Transfer
errands-desk-do-close = End it so
errands-desk-transfer-to = To which line, or whom
errands-desk-hold-for = For whom
errands-desk-reason = Why
errands-desk-reason-hint = Whoever has the ticket reads it.
errands-desk-outcome-open = Not said
errands-desk-outcome-done = Done
errands-desk-outcome-paper-missing = A paper is missing
errands-desk-outcome-away = The official is away
errands-desk-outcome-elsewhere = Belongs elsewhere
errands-desk-paper-required = Required
errands-desk-paper-may-follow = May follow
errands-desk-paper-looked-up = Can be looked up
errands-desk-no-matter = matter not said
errands-desk-and = {", "}
errands-desk-next = Who is next · { $n }
errands-desk-nobody-waits = Nobody waits in the hall.
errands-desk-draw-for = Draw a number
errands-desk-why-turn = two went before: their turn
errands-desk-why-asked = waits for you
errands-desk-why-transferred = transferred
errands-desk-why-came-back = came back
errands-desk-waits-for = waits for { $who }
errands-desk-later = Not here yet, or waiting for others
errands-desk-aside = Set aside
errands-desk-missed-until = missed · may come back until { $at }
errands-desk-deferred-until = not before { $at }
errands-desk-undo = Undo: { $what } { $number }
errands-desk-did-called = called
errands-desk-did-serving = began
errands-desk-did-finished = done
errands-desk-did-missed = missed
errands-desk-did-paused = paused
errands-desk-did-closed = not served
errands-desk-did-transferred = transferred
errands-desk-did-held = held

errands-desk-presence-title = Who is where
errands-desk-where-am-i = Where am I
errands-desk-where-is = Where is { $who }
errands-desk-where-all = Where everybody is
errands-desk-is-desk = At the desk
errands-desk-is-office = In the office
errands-desk-is-meeting = Meeting
errands-desk-is-field = In a village
errands-desk-is-leave = Leave
errands-desk-is-off = Gone home
errands-desk-told = Everybody now reads: { $who } · { $is }
errands-desk-no-official = Your login belongs to no official. You can say it for those below.
errands-desk-say-for = Say it for them
errands-desk-when-back = { $who }: { $is }. Back when?
errands-desk-not-this = Not this
errands-desk-another-time = Another time
errands-desk-on = Day
errands-desk-at = Time
errands-desk-say-it = Say it
errands-desk-nobody-knows = Not known
errands-desk-village = Which village
errands-desk-no-village = Not said
errands-desk-village-shown = Everybody reads the village's name.
errands-desk-village-hidden = You have not agreed that the village is named: nobody else reads it.

errands-desk-draw-title = Draw for somebody
errands-desk-what = What for
errands-desk-also = Something else too
errands-desk-choose-what = Please choose
errands-desk-nothing-else = Nothing else
errands-desk-line-only = { $line } (matter not known)
errands-desk-where-they-are = Where they are
errands-desk-they-are-hall = In the hall
errands-desk-they-are-home = At home, on the phone
errands-desk-goes-first = Are they one of these?
errands-desk-their-name = Their name
errands-desk-their-phone = Phone
errands-desk-their-phone-hint = So that they can be reached. It may stay empty.
errands-desk-drawn-number = The number
errands-desk-print-slip = Print the slip

errands-desk-lines-title = Lines and desks
errands-desk-lines = The lines today
errands-desk-no-lines = No lines are written down yet.
errands-desk-col-line = Line
errands-desk-col-waiting = In the hall
errands-desk-col-coming = On their way
errands-desk-col-desks = Called at desks
errands-desk-col-hours = Hours
errands-desk-no-desk-serves = no desk
errands-desk-as-station = as the station
errands-desk-desks = What each desk calls
errands-desk-keep = Keep
errands-desk-keep-desk = Keep desk { $n }
errands-desk-kept-desk = Kept: desk { $n }
errands-desk-kept = Kept: { $name }
errands-desk-end-of-day = The end of the day
errands-desk-end-of-day-why = Tickets that still wait end, and whoever has one reads why. Nobody is counted as served.
errands-desk-end-day = End the day…
errands-desk-closing-title = End the day
errands-desk-closing-hits = { $n ->
    [one] 1 ticket is hit
   *[other] { $n } tickets are hit
}
errands-desk-closing-none = No ticket waits: there is nothing to end.
errands-desk-closing-hint = For instance: power cut, we go on tomorrow morning. Whoever has a ticket reads it.
errands-desk-end-day-of = End these { $n }
errands-desk-not-yet = Not yet
errands-desk-closed = The day is over; { $n ->
    [one] 1 ticket was
   *[other] { $n } tickets were
} ended with the reason.

errands-desk-matters-title = Matters
errands-desk-new-matter = A new matter
errands-desk-no-matters = No matters are written down yet.
errands-desk-papers = { $n ->
    [0] no papers
    [one] 1 paper
   *[other] { $n } papers
}
errands-desk-matter-what = What it is
errands-desk-matter-who = Who does it
errands-desk-matter-papers = What to bring
errands-desk-name-zh = Name in Chinese
errands-desk-name-en = Name in English
errands-desk-words = Other words
errands-desk-words-hint = What else people call it, with spaces between.
errands-desk-note-zh = A note in Chinese
errands-desk-note-en = The note in English
errands-desk-note-hint = What one should know before coming.
errands-desk-slug = The end of its address
errands-desk-slug-hint = Small letters, digits and hyphens: old-age-allowance.
errands-desk-line = Line
errands-desk-official = Official
errands-desk-stand-in = Stand-in
errands-desk-minutes = Usual minutes
errands-desk-minutes-hint = 1 to 240.
errands-desk-anybody = Anybody at the desk
errands-desk-ways = Other ways than coming and waiting
errands-desk-way-drop-off = Papers can be left at the desk
errands-desk-way-proxy = Somebody else can come
errands-desk-way-home = The official comes home
errands-desk-way-village = Done in the village on a village day
errands-desk-papers-hint = One to a row; empty rows do not count. A changed list is a new version; whoever drew before still reads the old one.
errands-desk-version = This is version { $n }.
errands-desk-col-kind = Kind
errands-desk-col-zh = Name
errands-desk-col-en = English
errands-desk-col-note = Note
errands-desk-col-note-en = Note in English
errands-desk-paper-kind = Kind of paper { $n }
errands-desk-paper-zh = Name of paper { $n }
errands-desk-paper-en = English name of paper { $n }
errands-desk-paper-note = Note on paper { $n }
errands-desk-paper-note_en = English note on paper { $n }

errands-desk-officials-title = Officials
errands-desk-new-official = A new official
errands-desk-no-officials = No officials are written down yet.
errands-desk-no-login = no login
errands-desk-no-desk = no desk
errands-desk-texts = declares by text message
errands-desk-official-name = Name
errands-desk-official-title-zh = Title in Chinese
errands-desk-official-title-en = Title in English
errands-desk-official-staff = Whose login
errands-desk-staff-hint = Without one, the front desk says where they are.
errands-desk-official-desk = Usual desk
errands-desk-official-hours = Hours
errands-desk-hours-hint = Empty: as the station. Written so: Mo-Fr 08:30-12:00,14:00-17:30
errands-desk-official-shows-village = The village is named
errands-desk-shows-village-hint = Only with their consent.
errands-desk-official-phone = Phone for text messages
errands-desk-phone-hint = From this number “下村 15点回” says where they are. Only a hash of it is kept.
errands-desk-phone-hint-has = A number is known, of which only a hash is kept. Empty leaves it as it is.
errands-desk-official-no-phone = No more text messages

errands-desk-choose = Please choose one
errands-desk-text-too-long = At most { $most } characters
errands-desk-text-unreadable = Some characters cannot be read; please write it again
errands-desk-too-many = At most { $most }
errands-desk-not-a-time = This time cannot be read
errands-desk-no-such-village = There is no such village here
errands-desk-not-a-slug = Small letters, digits and hyphens only
errands-desk-no-name = Please write a name
errands-desk-minutes-wrong = Please write 1 to 240
errands-desk-stand-in-wrong = The stand-in is somebody else, and there is an official first
errands-desk-paper-no-name = A paper has no name
errands-desk-slug-taken = Another matter has this address
errands-desk-staff-taken = This login belongs to another official, or does not work here
errands-desk-phone-taken = This number belongs to another official
errands-desk-no-mobile = A mobile number: others get no messages
errands-desk-changed = Somebody else has just changed this. Please look at it again.

errands-desk-text-read = Everybody now reads: { $is }
errands-desk-text-not-read = Not understood. Send for example: { $example }
errands-desk-bad-signature = The signature is not good.
errands-desk-in-a-while = in { $length }
