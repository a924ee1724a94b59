# Deputies' reception days
deputies-title = Deputies' reception days
deputies-describe = When and where people's deputies receive, and which times are free; no sign-in is needed.
deputies-all = All
deputies-none = No reception day is announced now.
deputies-how = Days are announced at least three days ahead. To talk to a deputy, take a time; no name is needed.
deputies-free = { $n ->
    [1] 1 time free
   *[other] { $n } times free
}
deputies-full = All times are taken
deputies-called-off = Called off: { $reason }
deputies-choose = Choose a time
deputies-slot-free = Free
deputies-slot-taken = Taken
deputies-take = Take this time
deputies-take-how = You then get an address where you see your time and the reply. Without a phone, call or come to the desk.
deputies-choose-a-slot = Choose a time
deputies-mine = My time with the deputy
deputies-give-back = I will not come
deputies-said = What I said
deputies-log = What happened
deputies-address = Keep this address: everything that comes of it is shown here.

deputies-state-booked = taken
deputies-state-cancelled = given back
deputies-state-missed = nobody came
deputies-state-registered = written down, not yet with an office
deputies-state-routed = with an office
deputies-state-answered = answered
deputies-state-closed = closed
deputies-routed = { $office } replies by { $day }
deputies-again = Not settled, says the deputy; { $office } replies again by { $day }
deputies-overdue = { $office } should have replied by { $day }
deputies-answered = { $office } has replied

deputies-step-taken = A time was taken
deputies-step-given-back = The time was given back
deputies-step-called-off = The day was called off
deputies-step-missed = Nobody came that day
deputies-step-registered = Received by the deputy and written down
deputies-step-routed = To { $office }, which replies by { $day }
deputies-step-answered = The office replied
deputies-step-comment = The deputy says
deputies-step-not-settled = Not settled, says the deputy; { $office } replies again by { $day }
deputies-step-closed = Closed by the office
deputies-step-settled = Settled on the spot
deputies-step-withdrawn = No reply is asked for any more

# The desk
deputies-people = Deputies
deputies-open = Waiting for offices · { $n }
deputies-nothing-open = Nothing is waiting.
deputies-closed = Closed in the last thirty days
deputies-coming = Days to come
deputies-past = Days gone by
deputies-new-day = Announce a day
deputies-announced = Announced
deputies-announce = Announce
deputies-three-days = At least three days ahead: { $day } at the earliest
deputies-who = Deputy
deputies-place = Place
deputies-place-en = The same in English
deputies-minutes = Minutes for each
deputies-nobody = No deputies are written down yet.
deputies-no-name = No name given
deputies-come = Who comes · { $n }
deputies-nobody-comes = Nobody has taken a time yet.
deputies-take-for = Take a time for somebody
deputies-slot = Time
deputies-take-it = Take it
deputies-here = Came without a time
deputies-receive = Receive
deputies-what = What they say
deputies-register = Write down
deputies-category = Kind
deputies-no-category = Not said
deputies-category-roads-water-power = Roads, water, power
deputies-category-farming = Farming
deputies-category-welfare = Welfare and insurance
deputies-category-school = School
deputies-category-health = Health
deputies-category-environment = Environment
deputies-category-other = Something else
deputies-call-off = Call this day off…
deputies-why = Why
deputies-why-hint = Whoever has a time reads it: by message if they gave a number, by a call if they gave a name.
deputies-call-off-it = Call the day off
deputies-called-off-told = { $n ->
    [0] Called off; nobody had a time
    [1] Called off; the one who had a time is being told
   *[other] Called off; the { $n } who had a time are being told
}
deputies-fact-stands = Now
deputies-fact-day = Received
deputies-fact-who = By
deputies-fact-said = They said
deputies-fact-category = Kind
deputies-without-slot = without a time
deputies-route = Which office replies
deputies-route-elsewhere = Another office after all…
deputies-office = Office
deputies-choose-office = Choose an office
deputies-days = Working days until the reply
deputies-settle = No office is needed
deputies-answer = The office's reply
deputies-answer-words = The reply
deputies-answer-hint = Whoever said it reads this.
deputies-close = Close
deputies-speak = The deputy's word
deputies-speak-words = What the deputy says
deputies-give-back-for = They will not come: give the time back
deputies-press-register = Write down
deputies-press-route = Pass it on
deputies-press-answer = Reply
deputies-press-comment = Write it down
deputies-press-not-settled = Not settled, says the deputy
deputies-press-close = Close
deputies-press-settle = Settled on the spot: close
deputies-new = New deputy
deputies-name = Name
deputies-post = Office held
deputies-post-en = The same in English
deputies-login = Which login is theirs
deputies-login-hint = Whoever signs in with it neither replies nor closes for an office. For a deputy without a login the desk writes what they say.
deputies-signs-in = Signs in
deputies-does-not-sign-in = The desk writes for them
deputies-retired = Receives no more
deputies-retired-hint = Their days so far stay.

# Why something was not written down
deputies-minutes-wrong = Write 5 to 120
deputies-place-missing = Write where it is
deputies-what-missing = Write what they say
deputies-words-missing = Write a sentence
deputies-days-wrong = Write 1 to 30
deputies-no-no-such-deputy = There is no such deputy; choose again.
deputies-no-no-such-office = There is no such office; choose again.
deputies-no-announced-too-late = Days are announced at least three days ahead; the earliest now is { $day }.
deputies-no-no-room-for-a-slot = At least one time has to fit between the two hours.
deputies-no-too-long = Ten hours a day at most.
deputies-no-receives-elsewhere = This deputy receives on that day already, { $times }.
deputies-no-called-off = This day was called off.
deputies-no-no-such-slot = There is no such time on this day; choose again.
deputies-no-slot-over = That time is over; choose a later one.
deputies-no-slot-taken = Somebody has just taken this time.
deputies-no-has-a-slot = They have a time on this day already.
deputies-no-does-not-follow = This is { $state }; that cannot be done now.
deputies-no-not-yet = That is written down on the day itself.
deputies-no-deputies-do-not-close = About what an office has, a deputy may speak and say that it is not settled; only the office replies and closes.
deputies-no-not-your-office = Another office has this; it replies and closes.
deputies-no-not-the-deputy = A deputy writes their own word; for one who does not sign in, somebody of another office does.

# Messages
deputies-message-reception-taken = [{ $station }] { $when }, { $place }: deputy { $deputy } receives you. If you cannot come: { $link }
deputies-message-reception-called-off = [{ $station }] Deputy { $deputy } will not receive on { $when }: { $reason }. We are sorry; please take another time.
deputies-message-reception-routed = [{ $station }] What you said is with { $office }, which replies by { $day }. { $follow }
deputies-message-reception-again = [{ $station }] Not settled, says the deputy; { $office } replies again by { $day }. { $follow }
deputies-message-reception-answered = [{ $station }] There is a reply to what you said: { $words } { $follow }
# In messages only: nobody reads an address out over the telephone
deputies-message-follow = More: { $link }
