# 微心愿: what residents read.
wishes-public-title = Small wishes
wishes-public-describe = Neighbours in { $place } have small wishes. You can fulfil one.
wishes-public-what = Small wishes of neighbours. Things are handed in at the station; neither side meets or knows the other.
wishes-public-all = All wishes
wishes-public-one = A wish
wishes-public-kinds = What kind
wishes-public-bands = What it costs
wishes-public-every-kind = All kinds
wishes-public-every-band = Any
wishes-public-more = Ten more
wishes-public-none = No wish is waiting now.
wishes-public-none-such = None like this now. Look at the others.
wishes-public-no-more = There are no more.
wishes-public-days-left = { $n ->
    [0] last day today
    [one] one more day
   *[other] { $n } more days
}
wishes-public-wait = { $n ->
    [one] one wish is waiting
   *[other] { $n } wishes are waiting
}
wishes-public-ask-why = To ask first, turn to the station:
# one card
wishes-public-open = Waiting for somebody
wishes-public-taken = Somebody has taken it up
wishes-public-fulfilled = Fulfilled
wishes-public-help = I will help
wishes-public-help-phone = Sign in with your phone number first, then press it once more.
wishes-public-help-how = Press “I will help” and it is yours to bring: within seven days, to the station. You may give it back.
wishes-public-help-of = I will help: { $item }
wishes-public-how = How it goes
wishes-public-step-week = Within seven days
wishes-public-step-week-how = If it does not work out, give it back for others.
wishes-public-step-call = The station calls you
wishes-public-step-call-how = Somebody tells you exactly what is wanted.
wishes-public-step-bring = Bring it to the station
wishes-public-step-bring-how = Give no money, and do not bring it to a home.
wishes-public-step-time = A time is agreed at the station
wishes-public-step-time-how = The station arranges it. It costs no money.
wishes-public-step-apart = The two of you do not meet
wishes-public-step-apart-how = You do not learn whose wish it is, nor do they learn who you are.
wishes-public-step-told = The station tells them to come
wishes-public-step-told-how = You need not come again.
wishes-public-step-code = They take it with six digits
wishes-public-step-code-how = Then it says here that it is fulfilled.
wishes-public-another = This one is waiting too
wishes-public-see = See the one you took up
wishes-public-mine-see = See what you took up
# whoever has taken one up
wishes-public-yours = You took it up
wishes-public-yours-agreed = Agreed with both sides
wishes-public-yours-delivered = Handed in at the station
wishes-public-now = Bring it to the station by { $until }
wishes-public-now-delivered = Thank you. The station does the rest.
wishes-public-now-fulfilled = They have it. Thank you.
wishes-public-give-up = I cannot; give it back
wishes-public-give-up-why = Then others can take it up.
wishes-public-given-up = Given back; others can take it up
wishes-public-mine = Wishes you took up ({ $station })
# a wish of one's own
wishes-public-ask = I have a wish too
wishes-public-ask-how = Leave a name and a number, and somebody calls you. Say then what you wish; do not write it here. For anybody under 18, a parent comes to the station.
wishes-public-ask-name = What to call you
wishes-public-ask-phone = Phone
wishes-public-ask-phone-how = Only for this one call; then it is deleted.
wishes-public-ask-adult = It is for myself, and I am 18 or older
wishes-public-ask-adult-how = For a child, please come to the station.
wishes-public-ask-go = Please call me
wishes-public-asked = Noted. Somebody will call you
wishes-public-wrong-adult = This is for people of 18 or older and for themselves. For a child, please come to the station
