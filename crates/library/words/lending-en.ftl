# Lending: states, why something is not lent, messages.

lending-kind-book = Books
lending-kind-picture-book = Picture books
lending-kind-magazine = Magazines
lending-kind-media = Discs and audio books
lending-kind-thing = Games, toys, tools

lending-stands-here = In the reading room
lending-stands-missing = Missing
lending-stands-repair = Being repaired
lending-stands-on-the-way = On the way to another station
lending-stands-gone = Not here any more

lending-copy-free = On the shelf, can be borrowed
lending-copy-lent = Lent, back by { $day }
lending-copy-kept = Kept for somebody who waits

lending-no-no-such-copy = No book here has this barcode. Scan it again, or type the digits under it.
lending-no-kind-not-lent = { $kind } are for reading here and are not lent. You are welcome to sit down with them.
lending-no-copy-not-here-here = This copy cannot be lent. Please ask at the desk.
lending-no-copy-not-here-missing = This copy is noted as missing. If you have it in your hands, scan it as a return first, then borrow it.
lending-no-copy-not-here-repair = This copy is being repaired and cannot be lent until then. Have a look at other books.
lending-no-copy-not-here-on-the-way = This copy is going to another station and cannot be lent now. Have a look at other books.
lending-no-copy-not-here-gone = This copy does not belong to the reading room any more. Please give it to a clerk.
lending-no-lent-to-you = You have this copy already, until { $day }. There is nothing more to do.
lending-no-copy-lent = This copy is lent until { $day }. You can wait for it: it is kept for you when it comes back.
lending-no-kept-for-another = This copy is kept for somebody who asked before. You can wait as well; then one is kept for you.
lending-no-too-many-loans = You have { $have }; one reader may have { $most }. Bring one back, then borrow this one.
lending-no-loan-overdue = Something that you have was due on { $day }. Bring it back, then borrow this one.

lending-no-loan-not-yours = This copy is not lent to you, so you cannot renew it.
lending-no-renewed-too-often = A copy can be renewed { $most } times, and this one has been. Bring it back in time; then you can borrow it again.
lending-no-others-wait = Somebody waits for this book, so it cannot be renewed. Please bring it back in time.
lending-no-renewal-overdue = Something that you have was due on { $day }, so nothing can be renewed now. Please bring it back first.
lending-no-renewed-too-early = It would be due on the same day: renewing now would not make it longer. Renew it in a few days.

lending-no-copy-free = One stands on the shelf. You need not wait: go and take it.
lending-no-have-it = You have this book already.
lending-no-waits-already = You wait for this book already.
lending-no-too-many-holds = One reader may wait for { $most } at a time. Cancel one, then wait for this one.
lending-no-no-copies = There is no copy of this book here now, so waiting does not help. Have a look at other books.

lending-next-wait = Wait for it
lending-next-where = See on which shelf
lending-next-mine = See what I have
lending-next-search = Look for other books

lending-told-ready = { $station }: “{ $title }”, which you wait for, is here and kept for you until { $day }. Just ask when you come. If you do not want it any more: { $address }
lending-told-due = { $station }: “{ $title }”, which you have, is due on { $day }. You can renew it: { $address }
lending-told-overdue = { $station }: “{ $title }”, which you have, was due on { $day }. Please bring it back when you can. There is no fine.

lending-call-ready = “{ $title }”, which you wait for, is here and kept for you until { $day }.
lending-call-overdue = “{ $title }”, which you have, was due on { $day }. Please bring it back when you can. There is no fine.
lending-call-told = They know now
