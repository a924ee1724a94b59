# The pages that everybody sees

# Home page, all of it
opinions-home-more = What was said
opinions-home-go = Go
opinions-home-note = No name needed; a receipt shows what became of it
opinions-home-answered = Answered lately
opinions-describe = Say what is wrong or in the way. No name needed; a receipt shows what became of it. What others said and what the station answered is here.
opinions-about = Say what is wrong or in the way. No name needed; a receipt shows what became of it.
opinions-say = Say something
opinions-follow = Follow mine
opinions-on-paper = On paper instead: print a sheet and hand it in

# Published
opinions-posts = Said and answered
opinions-posts-none = Nothing is published yet.
opinions-posts-newer = Newer
opinions-posts-older = Older
opinions-post-open = In progress
opinions-post-closed = Closed
opinions-post-closed-answered = Answered and closed
opinions-post-answered-week = Answered in the week of { $day }
opinions-post-released = Published { $day }
opinions-post-said = What was said
opinions-post-answer = The station’s answer
opinions-post-no-answer = Not answered yet. The answer will stand here.
opinions-post-hidden = This one is hidden
opinions-post-hidden-why = Hiding takes two people and a reason. Whoever said it can appeal with the receipt, and somebody else decides.
opinions-post-how = The station has masked names and phone numbers. Days are given as weeks only, so that nobody can tell who said it.

# Figures
opinions-figures = How it goes
opinions-figures-few = Too few so far: nothing under 10 is published as a figure.
opinions-figure-answered = Answered
opinions-figure-in-time = Answered in time
opinions-figure-reached = They said how it is
opinions-figure-solved = They said: solved
opinions-figure-satisfied = They said: satisfied
opinions-figure-too-few = too few to give a share
opinions-figures-how = { $n } received in the last 12 months. Solved and satisfied count only among those who said so; silence is not satisfaction. In brackets stands where the true value may lie (95 times in 100). Shares of fewer than 10 are not given. Those who chose to say do not speak for those who did not.
opinions-figures-managers = Opinions about whoever runs the station are not counted: from these figures they could tell that there is one.

# Say something
opinions-new-text = What would you like to say?
opinions-new-text-hint = What, where and when. No name of yours is needed.
opinions-new-photos = Photos
opinions-new-photos-hint = At most { $n }, together under 30 MB. Where and when they were taken is removed as they come in.
opinions-new-category = What kind of matter
opinions-new-more = More, if you like
opinions-new-more-note = Where, about whom, a phone number, may it be published
opinions-new-place = Where
opinions-new-place-hint = The culture square of Luotuobao village, say
opinions-new-about = About which member of staff
opinions-new-about-hint = Whoever you choose cannot see it, not even as a number.
opinions-new-about-other = Somebody else, by name
opinions-new-public = What becomes of it may be published
opinions-new-public-hint = Names and phone numbers are masked first; nobody reads who said it.
opinions-new-phone = Send a message when there is news
opinions-new-phone-hint = Whoever handles it cannot see the number. The message only says that there is news and to look with the receipt. It is erased 60 days after the end.
opinions-new-send = Hand it in
opinions-new-leave = Leave without saying anything
opinions-new-bar = No name; you get a receipt
opinions-new-bar-note = Whom it is about cannot see it
opinions-new-who-sees = Only managers and whoever handles it can see it; with the receipt you read who looked and when. Without a number from you there is none; your network address and the model of your phone are not recorded.
opinions-new-wait = Many people are writing just now. It is taken once this page has been open for a minute.
opinions-text-empty = Write what you want to say
opinions-text-too-long = Too long: { $most } characters at most
opinions-place-too-long = Too long: { $most } characters at most
opinions-new-photos-again = The photos have to be chosen once more.
opinions-photo-unreadable = One of the photos cannot be read: try JPEG or PNG
opinions-photo-too-large = One of the photos is too large: choose one below 15 MB
opinions-photo-too-many = At most { $most } photos
opinions-category-unknown = There is no such kind: choose again
opinions-about-too-many = That is too many people; twenty at most.
opinions-about-too-long = The name is too long: { $most } characters at most
opinions-point-odd = Latitude and longitude come together, north first

# The receipt
opinions-left-title = Received
opinions-left-notice = It has been handed in
opinions-left-receipt = Receipt
opinions-left-keep = Take a picture of this page, or write it down
opinions-left-lost = Only you have this number and we cannot look it up: without it you cannot see what became of it.
opinions-left-qr = The page where opinions are followed
opinions-left-qr-how = Scan, type the receipt, and see how far it is. The code does not contain the receipt.
opinions-left-print = Print a slip
opinions-left-look = See how far it is
opinions-left-done = Done, I have it
opinions-due-screen = Read and given to somebody by { $day }
opinions-due-answer = Answered by { $day }
opinions-left-sealed = Nobody at the station can see this: with the receipt you read whom to turn to
opinions-due-late = Was to be answered by { $day }; it is late
opinions-slip-made = Handed in { $day }

# With the receipt
opinions-receipt = Receipt
opinions-receipt-hint = 16 digits, with or without spaces
opinions-receipt-go = Show me
opinions-receipt-empty = Type the receipt
opinions-receipt-odd = That is no receipt: perhaps a digit is wrong or missing
opinions-receipt-private = The receipt does not stay in any address. On somebody else’s phone, just close this page afterwards.
opinions-receipt-lost = Lost it? You can say it once more; the old one is handled all the same.
opinions-seen-title = My opinion

opinions-next-screen = Read and given to somebody by { $day }
opinions-next-received = You are answered by { $day }
opinions-next-late = The answer is late: it was due by { $day }
opinions-next-late-note = Whoever it is passed to, the time counts from the day you handed it in. It was not started again.
opinions-next-question = The station asks you something
opinions-next-answered = Answered. Is it solved?
opinions-next-answered-note = You need not say. Without a word until { $day } it is closed, and does not count as satisfied.
opinions-next-disputed = Work goes on; you are answered by { $day }
opinions-next-since = Counted from { $day }, when you handed it in. It was not started again.
opinions-next-solved = Thank you for telling us
opinions-next-unconfirmed = Closed, since nothing was said
opinions-next-unconfirmed-note = It does not count as satisfied. If it is not solved you can still say so.
opinions-next-merged = Somebody said the same: both are handled together
opinions-next-merged-state = The other one: { $state }
opinions-next-out-of-scope = For this, turn to:
opinions-next-withdrawn = Withdrawn: text, photos and phone number are erased
opinions-next-sealed = Nobody at the station can see this
opinions-next-sealed-note = Because it is about them. Please turn to: { $office }.
opinions-next-sealed-until = From { $day } on its text, photos and number are erased, and the receipt opens it no more.

opinions-done-reply = Your reply was handed in
opinions-done-solved = Noted, thank you
opinions-done-dispute = Noted, work goes on
opinions-done-appeal = Noted; somebody else will decide
opinions-done-public-yes = Noted: it may be published
opinions-done-public-no = Noted: it is not published
opinions-done-phone = The phone number was noted
opinions-done-phone-gone = The phone number was erased

opinions-reply-text = Your reply
opinions-reply-send = Reply
opinions-solved-how = How was it handled? (optional)
opinions-solved-send = Solved
opinions-dispute-open = Not solved
opinions-dispute-text = What is not solved?
opinions-dispute-send = Not solved, go on
opinions-dispute-scope-open = It is for the station
opinions-dispute-scope-text = Why is it for the station?
opinions-dispute-scope-send = Look at it again
opinions-appeal-open = Against hiding it
opinions-appeal-text = Why should everybody see it?
opinions-appeal-send = Hand it in
opinions-appeal-note = What was published has been hidden. You can disagree; somebody other than whoever asked for hiding it decides again.

opinions-seen-said = What I said
opinions-seen-photo = Photo { $n }
opinions-seen-history = Step by step
opinions-seen-viewers = { $n ->
    [0] Nobody has looked yet
    [one] Looked at once
   *[other] Looked at { $n } times
}
opinions-seen-viewers-how = Who opened or printed it stands here and cannot be changed. They do not know who you are.
opinions-viewed-opened = opened it
opinions-viewed-printed = printed it
opinions-seen-more = You can also
opinions-seen-more-note = Print a slip, publishing, messages
opinions-public-yes = It may be published
opinions-public-no = Do not publish it
opinions-public-is-yes = You said it may be published. Names and phone numbers are masked first; if you change your mind, what is published is taken down.
opinions-public-is-no = It is not published; only the station can see it.
opinions-public-waits = The text for everybody is not written yet.
opinions-public-masked = The text for everybody is written and goes out with others, { $day } at the earliest:
opinions-public-released = It is published
opinions-public-hidden = It was published and then hidden
opinions-public-hidden-reason = Reason: { $reason }
opinions-public-appealed = You disagreed; somebody else decides.
opinions-public-appeal-refused = Somebody else has looked: it stays hidden.
opinions-phone-set = Note my number
opinions-phone-remove = Erase my number
opinions-phone-is = Your number is noted; a message comes when there is news.
opinions-withdraw = Withdraw and erase
opinions-withdraw-note = Text, photos, phone number and messages are erased for good. Only a number stays: one was withdrawn this month.

# On paper
opinions-paper-title = Say something
opinions-paper-about = No name needed. Hand it in at the desk and get a receipt at once, which shows what became of it. What is put into the box has no receipt and cannot be followed.
opinions-paper-text = What you want to say
opinions-paper-place = Where
opinions-paper-category = What kind of matter
opinions-paper-named = About which member of staff (who then cannot see it)
opinions-paper-public = What becomes of it may be published
opinions-paper-phone = A phone number for messages (whoever handles it cannot see it)
opinions-paper-scan = Or by phone: scan this
