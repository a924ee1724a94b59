# Ratings: asked once, afterwards

ratings-title = Rate it
ratings-ask = How was it?
ratings-yours = Your rating
ratings-free = Only if you want to; not rated does not count as satisfied. You rate the matter, not the person who did it; you can change it until { $day }.
ratings-change = Change it, add words
ratings-words = Anything to add
ratings-words-how = Only the station's managers read it, at most 500 characters.
ratings-keep = Keep it so
ratings-back = Back to my number
ratings-answer = Answer:
ratings-soon = We will call you back by { $day }. If you left no number, the answer will stand on this page.
ratings-late = We should have called you back by { $day }. We are late, and sorry.
ratings-missed-you = We tried to reach you and did not. We will try again.
ratings-level-very-satisfied = Very satisfied
ratings-level-satisfied = Satisfied
ratings-level-mostly-satisfied = Mostly satisfied
ratings-level-dissatisfied = Dissatisfied
ratings-level-very-dissatisfied = Very dissatisfied
ratings-outcome-settled = Reached, and settled
ratings-outcome-not-settled = Reached, not settled
ratings-outcome-not-reached = Not reached

ratings-no-ticket-not-done = It is not done yet. Rate it afterwards.
ratings-no-rating-fixed = The time for ratings is over: until the end of the next day.
ratings-no-rated-already = This number was rated. To change it, open the number's page on a phone.
ratings-no-not-for-staff = Staff cannot rate for anybody. Sign out, and let them rate themselves.
ratings-no-call-back-ended = This call-back has ended already.
ratings-no-answer-without-words = If it is not settled or nobody was reached, please write why: they read it on the number's page.
ratings-no-level = Please choose one
ratings-too-long = At most { $most } characters
ratings-unreadable = Some characters cannot be read; please write it again

ratings-thanks = Thank you, noted
ratings-kiosk-go-on = Go on
ratings-kiosk-free = Only if you want to. You rate the matter, not the person who did it.
ratings-kiosk-call-back = We will call you back

# What managers read
ratings-desk-title = Call-backs
ratings-desk-open = { $n ->
    [one] 1 person to call back
   *[other] { $n } people to call back
}
ratings-desk-none = Nobody to call back
ratings-desk-late = { $n } to call back, { $late } of them late
ratings-desk-ended = Ended
ratings-desk-kept = Noted
ratings-desk-how = Whoever was dissatisfied or very dissatisfied is called back. Who served them is not written here, and after thirty days number and rating are apart.
ratings-desk-due = by { $day }
ratings-desk-over = late: it was due by { $day }
ratings-desk-provisional = The holidays of that year are not published yet: the day may move.
ratings-desk-said = Rating
ratings-desk-whom = Whom
ratings-desk-answered = Answer
ratings-desk-no-phone = No phone: they read the answer below on the number's page
ratings-desk-outcome = How it ended
ratings-desk-answer = Your answer to them
ratings-desk-answer-how = Whoever has the number reads it, at most 500 characters. It is needed unless it is settled.
ratings-desk-keep = Note it
ratings-desk-choose = Please choose one
ratings-desk-days = How soon
ratings-desk-days-n = Working days
ratings-desk-days-how = 1 to 15. Five unless the station says otherwise: the program's own default, no regulation.
ratings-desk-days-keep = Change
ratings-desk-days-wrong = Please write 1 to 15
