# 微心愿: what everybody and the desk share

# what kind of thing
wishes-kind-daily = Things for the house
wishes-kind-warm = Warm clothes and bedding
wishes-kind-learning = Pens, paper, school bags
wishes-kind-reading = Books and subscriptions
wishes-kind-appliance = Small appliances
wishes-kind-farming = Tools and seeds
wishes-kind-hobby = Chess, brushes, balls
wishes-kind-time = Company, repairs, writing a letter

# what it costs at most
wishes-band-free = Costs nothing
wishes-band-to-50 = Up to 50 yuan
wishes-band-to-100 = Up to 100 yuan
wishes-band-to-200 = Up to 200 yuan
wishes-band-to-500 = Up to 500 yuan

# how they agreed
wishes-consent-paper = Signed on paper
wishes-consent-witness = Said before a witness

# how it stands
wishes-state-draft = Written down, nobody was asked to look yet
wishes-state-asked = Waits for two people to look
wishes-state-refused = Somebody looked and said no
wishes-state-open = Waits for somebody to take it on
wishes-state-claimed = Somebody has taken it on
wishes-state-contacted = Both have been spoken to
wishes-state-delivered = The thing is at the station
wishes-state-fulfilled = Handed over
wishes-state-overdue = Nobody took it on in ninety days: to be referred
wishes-state-referred = Others help now

# what staff can do
wishes-may-ask = Ask two people to look
wishes-may-review = Look whether it is all right
wishes-may-decide-appeal = Decide the objection
wishes-may-appeal = Write down an objection
wishes-may-contact = I have spoken to both
wishes-may-deliver = The thing is here
wishes-may-tell = Tell them that it is here
wishes-may-hand-over = Hand it over
wishes-may-refer = Ask others to help
wishes-may-claim-for = Take it on for somebody who is here
wishes-may-give-up = Put it back for others
wishes-may-new-code = Print the slip again
wishes-may-redraft = Change it
wishes-may-withdraw = They take it back: erase everything

# what is wrong with the name of a thing
wishes-item-short = Say what the thing is, in two characters or more
wishes-item-long = Too long: forty characters at most
wishes-item-unreadable = It has marks that cannot be seen. Type it again
wishes-item-age = “{ $word }” tells somebody's age. Leave it out
wishes-item-school = “{ $word }” tells where somebody goes to school. Leave it out
wishes-item-health = “{ $word }” tells how somebody's health is. Leave it out. For such things, ask the civil affairs office or the disabled persons' federation
wishes-item-hardship = “{ $word }” tells what is hard at home. Leave it out
wishes-item-name = “{ $word }” looks like somebody's name. Leave it out
wishes-item-place = “{ $word }” tells where somebody lives. Leave it out
wishes-item-money = “{ $word }” is about money. Wishes are for things, never money. Choose something else
wishes-item-number = “{ $word }” looks like a number of somebody. Leave it out
wishes-item-link = “{ $word }” looks like an address or an account. Leave it out

# why not, and what to do next
wishes-no-gone = Somebody has just taken this wish on, or nobody needs it any more. Thank you: other wishes are waiting.
wishes-no-yours = You have taken this wish on already. See under “mine” until when to bring it.
wishes-no-too-many = You have { $most } wishes already. Bring one or put one back first.
wishes-no-not-open = Nobody can take this wish on yet. Two people have to look at it first.
wishes-no-moved = Somebody has just changed it. Look at it as it is now, then decide.
wishes-no-not-asked = There is nothing to look at now: others may have done so. Go back to the list.
wishes-no-own-draft = You wrote this down, so somebody else has to look.
wishes-no-twice = You have looked already. A second person has to look too.
wishes-no-why = If you say no, say why: it is told to whoever wishes.
wishes-no-not-now = It stands at “{ $state }”, so this cannot be done now. See what can be done with it.
wishes-no-taken = Somebody has taken it on, so it cannot be changed. Ask them to put it back first.
wishes-no-needs-guardian = A child's wish needs a guardian who agrees. Ask the guardian to come first.
wishes-no-has-one = There is a wish with this phone number already. Write the next one when that is done.
wishes-no-village = This village is not in this township. Choose another, or none.
wishes-no-kind-stays = This wish was public with its village, so it stays of its kind. Let them take it back, and write another.
wishes-no-appealed = There is an objection already. It waits for a decision.
wishes-no-same-hand = You wrote it or the objection down, or said no to it. Ask somebody else to decide.
wishes-no-decided = No objection waits for a decision. Go back to the list.
wishes-no-contacted = It is noted already that both were spoken to. Time is added once.
wishes-no-wrong-code = These six digits are wrong; { $left } more tries. See whether it is the slip of this wish.
wishes-no-too-many-tries = Too many wrong tries. Ask the coordinator to print a new slip, then come again.
wishes-no-not-there = Nothing lies at the station for it. See how it stands first.

# messages: never what it is, never whose
wishes-told-arrived = [{ $station }] What you asked for is at the station. Please bring your slip when you come; there is no hurry.
wishes-told-remind = [{ $station }] Please bring the wish that you have taken on to the station by { $until }. If you cannot, put it back for others.
wishes-told-lapsed = [{ $station }] The wish that you had taken on was not brought in time and is back for others. Thank you.
wishes-told-withdrawn = [{ $station }] The wish that you have taken on is not needed any more. Please do not buy it. Thank you all the same.
wishes-told-to-fetch = [{ $station }] What you brought is not needed any more. You may come and fetch it back, or leave it to others. Thank you all the same.
wishes-told-agreed = [{ $station }] Somebody helps with what you asked for. Please come with your slip to agree on a time; there is no hurry.

# what a clerk says on the telephone
wishes-call-arrived = What you asked for is at the station. Please bring your slip when you come; there is no hurry.
wishes-call-agreed = Somebody helps with what you asked for. Please come with your slip to agree on a time; there is no hurry.
wishes-call-told = I told them
