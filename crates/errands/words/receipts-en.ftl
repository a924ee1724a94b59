# Leave the papers and go
receipt-title = Receipt for papers
receipt-how = This page's address is the receipt; send it to your family and they see it too. When you fetch them, say the number or show the receipt.
receipt-state-received = Received
receipt-state-in-work = Being worked on
receipt-state-ready = Ready to fetch
receipt-state-needs-more = A paper is missing
receipt-state-handed-back = Handed back
receipt-late = Later than promised
receipt-then-by = Ready by { $at }
receipt-then-late = Promised by { $at }, and late. We work on it and will tell you.
receipt-then-ready = Just come and fetch them: no waiting in line.
receipt-then-needs-more = Please bring: { $note }
receipt-then-handed-back = The papers were handed back.
receipt-left = What was left
receipt-missing = Not handed in yet: { $papers }.
receipt-mine = My papers at the desk
receipt-no-name = No name
receipt-slip-qr = QR code: see on your phone whether they are ready
receipt-slip-follow = See whether they are ready
receipt-slip-made = Received { $at }; fetch them with this

# What people are told
receipt-told-ready = [{ $station }] Your papers for { $matter } ({ $folder }) are ready: just come and fetch them.
receipt-told-needs-more = [{ $station }] Your papers for { $matter } ({ $folder }) need more: { $note }.
receipt-told-later = [{ $station }] Your papers for { $matter } ({ $folder }) take longer: ready by { $at }.
receipt-told-look = See: { $address }

# Why not
receipt-no-such-way = Papers cannot be left for this. You can also: { $ways }.
receipt-no-way = For this one has to come to the hall oneself.
receipt-no-no-such-matter = Please choose what for.
receipt-no-ready-at = The time has to be later than now, four months ahead at most.
receipt-no-no-note = Please write what is missing; they read it.
receipt-no-receipt-not-now = These papers are “{ $state }”; that does not follow.

# The desk
receipt-desk-title = Papers left
receipt-desk-none = No papers are at the desk.
receipt-desk-open = To be done
receipt-desk-wait = Waiting for somebody
receipt-desk-new = Take papers
receipt-desk-what = What for
receipt-desk-nothing = Papers cannot be left for anything.
receipt-desk-take-for = Papers for { $matter }
receipt-desk-papers = What is left
receipt-desk-no-papers = This needs no papers.
receipt-desk-ready-by = When they are ready
receipt-desk-promise = A time that is told is a promise: tell one that you keep.
receipt-desk-whose = Whose
receipt-desk-take = Take them, give a receipt
receipt-desk-kept = Kept.
receipt-desk-slip = Print the receipt
receipt-desk-note = What is missing
receipt-desk-log = What was
receipt-press-start = Begin
receipt-press-ready = Ready
receipt-press-hand-back = Hand back
receipt-press-needs-more = A paper is missing…
receipt-press-later = It takes longer…
receipt-press-brought = They brought it…
receipt-col-at = When
receipt-col-stands = How they stand
receipt-col-ready = Promised by
