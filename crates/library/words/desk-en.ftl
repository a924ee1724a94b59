# Reading room: what staff read at the counter.
library-desk-tab = Reading room
library-desk-title = Lending and returns
# The counter.
library-desk-scan = Scan a barcode, or type a title
library-desk-scan-hint = Scan a household card and then a book: it is lent to them. Scan a book without a card: it comes back. A title, the first letters of its pinyin or an ISBN finds a book.
library-desk-scan-hint-for = Scan on: each book is lent to { $name }.
library-desk-reader = Who takes it
library-desk-reader-hint = Scan a household card, or type a phone number or a name. Not needed for what comes back.
library-desk-go = Lend, take back, find
library-desk-lend = Lend this one
library-desk-lend-to = Lend to { $name }
library-desk-back = Take this one back
library-desk-next = Done, next please
library-desk-leave = Not after all
library-desk-for-whom = Who takes “{ $title }”?
library-desk-for-whom-waits = Who would like to wait for “{ $title }”?
library-desk-wait-for = Put them in line
library-desk-which = Somebody called “{ $name }” is known here. Which one is it?
library-desk-has-these = Has { $titles }
library-desk-this-one = This one
library-desk-another = Somebody else
library-desk-somebody = this reader
library-desk-at-counter = At the counter
library-desk-new-reader = here for the first time
library-desk-new-reader-how = Scan a book: once it is lent they are known.
library-desk-one-book = “{ $title }”
library-desk-lent = Lent
library-desk-due = Due back { $day }
library-desk-returned = Back again
library-desk-to-shelf = Put it back: { $shelf }.
library-desk-late = { $n ->
    [one] One day late.
   *[other] { $n } days late.
 }
library-desk-put-aside = Not on its shelf: somebody waits for this one. Put it on the shelf for holds.
library-desk-put-aside-see = See who waits
library-desk-was-not-lent = This one was not lent
library-desk-was-not-lent-how = To lend it, scan a household card. If not, put it back: { $shelf }.
library-desk-stays-missing = This one is noted as missing
library-desk-stays-missing-how = Change how it stands on the page of its title.
library-desk-stays-repair = This one is being mended
library-desk-stays-repair-how = Not on its shelf: put it with what is being mended. Once it is whole, change how it stands on the page of its title.
library-desk-stays-on-the-way = This one is on the way to another station
library-desk-stays-on-the-way-how = Not on its shelf: put it with what goes there. If it stays, see “To and from other stations”.
library-desk-stays-gone = This one is noted as gone
library-desk-stays-gone-how = Not on its shelf. If it belongs here again, change how it stands on the page of its title.
library-desk-already = This was sent before
library-desk-already-how = Nothing is done twice. If something is not as it should be, scan it again.
library-desk-renewed = Renewed
library-desk-renewed-some = This one
library-desk-waits = In line
library-desk-waits-how = They are told when it is there; whoever has no phone is found under “Shelf for holds”.
library-desk-cancelled = No longer waiting
library-desk-cancelled-how = They are out of the line.
library-desk-despite = Lend it all the same
library-desk-despite-how = The page of changes will say that it was over the limit.
library-desk-take-back = It comes back now
library-desk-take-back-how = If you have it in your hand, take it back first, then scan it again to lend it.
library-desk-found = { $n ->
    [one] One title found: “{ $words }”
   *[other] { $n } titles found: “{ $words }”
 }
library-desk-copy-free = on its shelf
library-desk-copy-lent = lent, due back { $day }
library-desk-copy-kept = put aside for somebody
library-desk-copy-missing = missing
library-desk-copy-repair = being mended
library-desk-copy-on-the-way = on the way to another station
library-desk-copy-gone = gone
library-desk-no-copies = No copy of it is known.
library-desk-hold = None on the shelf: put somebody in line
library-desk-about = { $title }, { $barcode }
library-desk-has = { $n ->
    [one] With { $name }: one thing
   *[other] With { $name }: { $n } things
 }
library-desk-has-none = Nothing is lent to them.
library-desk-loan-due = due back { $day }
library-desk-loan-over = was due { $day }
library-desk-loan-left = { $n ->
    [one] can be renewed once more
   *[other] can be renewed { $n } times more
 }
library-desk-loan-others = somebody waits: no renewal
library-desk-renew = Renew
library-desk-give-back = Take back
library-desk-renew-about = Renew “{ $title }”
library-desk-give-back-about = Take back “{ $title }”
library-desk-waits-for = They wait for
library-desk-hold-ready = put aside until { $day }
library-desk-hold-place = number { $n } in line
library-desk-cancel = Stop waiting
library-desk-cancel-about = Stop waiting for “{ $title }”
library-desk-blocked = One thing was due { $day }: nothing more until it is back.
# What the script says.
library-desk-offline-sent = The station has everything
library-desk-offline-waiting = Waiting to be sent: { $n }. It goes by itself once there is a network.
library-desk-offline-noted = No network: { $code } is kept on this machine.
library-desk-offline-known = No network: the card is noted. Scan the books now.
library-desk-offline-looks = { $n } did not fit. Please see “To look at”.
library-desk-offline-refused = The station did not take it. Please reload this page; what was noted stays on this machine.
library-desk-offline-sign = The sign-in has ended. Please reload this page and sign in again; what was noted stays on this machine.
library-desk-offline-cards = No network: this has to wait. Without a network a barcode takes a book back; to lend, scan a household card first and then the barcode.
# Other pages.
library-desk-more = More of the reading room
library-desk-holds = Shelf for holds
library-desk-holds-n = Shelf for holds { $n }
library-desk-overdue = Overdue
library-desk-overdue-n = Overdue { $n }
library-desk-tasks = To look at
library-desk-tasks-n = To look at { $n }
library-desk-titles = Titles
library-desk-take-in = Take in new books
library-desk-shelves = Shelves
library-desk-import = Import a file
library-desk-stocktakes = Stocktake
library-desk-transfers = To and from other stations
library-desk-month = The month
library-desk-settings = Rules of lending
library-desk-done = Done
library-desk-holds-how = These are kept for whoever waited. What is not fetched in time goes to the next in line.
library-desk-holds-none = Nothing is put aside.
library-desk-hold-until = kept until { $day }
library-desk-hold-barcode = Barcode { $barcode }
library-desk-hold-for = For { $name }
library-desk-hold-told = They know
library-desk-hold-not-told = Not told yet
library-desk-hold-tell = I told them
library-desk-hold-tell-about = I told them: “{ $title }”
library-desk-overdue-none = Nothing is overdue.
library-desk-overdue-how = What should have come back first stands first. Once it is back it is gone from here, and so is who was late.
library-desk-overdue-with = With { $name }
library-desk-overdue-nobody = Whoever has it has asked to be forgotten
library-desk-overdue-days = { $n ->
    [one] one day late
   *[other] { $n } days late
 }
library-desk-tasks-none = Nothing to look at.
library-desk-tasks-how = Some of what was noted without a network did not fit. Look at it, then press a button.
library-desk-task-no-such-barcode = No such barcode
library-desk-task-no-such-barcode-how = Was it scanned wrongly, or is the book not taken in yet?
library-desk-task-card-not-good = The card was not good
library-desk-task-card-not-good-how = The book is away and nobody knows with whom. Once you know, lend it to them at the counter.
library-desk-task-lent-to-another = Lent to somebody else
library-desk-task-lent-to-another-how = Two people seem to have it. Find out where it is, then take it back and lend it at the counter.
library-desk-task-rule-said-no = The rules say no
library-desk-task-rule-said-no-how = It was not written down. Perhaps it is only read in the room, kept for somebody else, being mended, or cannot be renewed again. Find out where it is and tell them.
library-desk-task-found-while-missing = A missing book is there again
library-desk-task-found-while-missing-how = It is written down with whoever took it. There is nothing to do but to know.
library-desk-task-not-lent-back = It came back and was not lent
library-desk-task-not-lent-back-how = See whether the book is there and how it stands.
library-desk-task-scanned = Scanned: { $barcode }
library-desk-task-person = Taken by { $name }
library-desk-task-with = Written down with { $name } now
library-desk-task-done = It is right now
library-desk-task-dropped = Nothing can be done
library-desk-task-done-about = It is right now: { $what }
library-desk-task-dropped-about = Nothing can be done: { $what }
# Settings.
library-desk-settings-how = Eight rules in all. A day that was given stays: days and how they are counted hold from the next loan or renewal on. Renewals, days over and the most that one reader may have hold at once, for what is lent already too.
library-desk-most-items = Most things with one reader
library-desk-most-items-how = 1 to 50. With so many, something has to come back first; staff may make an exception.
library-desk-loan-days = Days of a loan
library-desk-loan-days-how = 1 to 365.
library-desk-renewals = Most renewals
library-desk-renewals-how = 0 to 9. What others wait for is not renewed.
library-desk-hold-days = Days for which something is put aside
library-desk-hold-days-how = 1 to 30, only days on which the door is open. Then it goes to the next in line.
library-desk-kinds = What is lent
library-desk-kinds-how = The rest is read in the room.
library-desk-block-days = Days over after which nothing more is lent
library-desk-block-days-how = 0 to 365. Empty: they always get more.
library-desk-due-mode = How the day is counted
library-desk-due-calendar = By the calendar
library-desk-due-calendar-how = So many days later, closed days among them.
library-desk-due-skip-closed = Only open days
library-desk-due-skip-closed-how = Days on which the door is closed are not counted.
library-desk-due-next-open-day = Never on a closed day
library-desk-due-next-open-day-how = By the calendar; if the door is closed then, the next day on which it is open.
library-desk-history = Readers may keep a list of what they have read
library-desk-history-how = Usually it is forgotten who had a book as soon as it is back. With this a reader who wants it keeps a list for themselves. Turned off, the lists of all readers are erased at once.
library-desk-settings-save = Let it be so
# What is wrong.
library-desk-no-card = This card is not good: it may have been replaced, or be too old. Take another card, or type a phone number.
library-desk-scan-again = That was a while ago. Please scan the card again.
library-desk-scan-something = Please scan the barcode of a book, or type a title.
library-desk-nothing-found = Nothing found. Was the barcode scanned to its end? Or try other words.
library-desk-one-of-three = Give a card, a phone number or a name: one of them, and only one.
library-desk-too-long = Too long: { $most } characters at most.
library-desk-odd-marks = There are marks in it that cannot be seen. Please type it again.
library-desk-no-barcode = That is no barcode. Scan it again, or type all its digits.
library-desk-too-many = { $most } at most at once: please send them in parts.
library-desk-kinds-twice = Name each kind once.
library-desk-bad-most-items = Most things with one reader: 1 to 50.
library-desk-bad-loan-days = Days of a loan: 1 to 365.
library-desk-bad-renewals = Most renewals: 0 to 9.
library-desk-bad-hold-days = Days put aside: 1 to 30.
library-desk-bad-block-days = Days over: 0 to 365, or nothing.
library-desk-no-kinds = At least one kind has to be lent.
