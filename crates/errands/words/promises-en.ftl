# promises: to whoever was told a time, to the official, and by a clerk to whoever no message reaches
promises-and = { ", " }
promises-comma = { ", " }
promises-stop = { ". " }
promises-tab = To tell

# to whoever comes
promises-message = [{ $station }] Your number { $number } ({ $what }): { $said } See it: { $link }
promises-message-later = { $who } is back at { $at } only. Your number and your place are kept; come after { $at }.
promises-message-moved = { $who } is back at { $at } only; your appointment is at { $at } now.
promises-message-stand-in = { $who } has left; { $other } can do it, you need not wait.
promises-message-stand-in-at = { $who } will be away; { $other } does it at the same time, { $at }.
promises-message-drop-off = { $who } has left. You can leave your papers at the desk and need not wait.
promises-message-village-day = { $who } has left. { $other } comes to { $village } from { $at } on and does it there; you need not come to the hall.
promises-message-choose = { $who } has left and may not be back today. Your number is kept; you can choose another way.
promises-message-come-at = { $who } is back. Please be in the hall at { $at }.
promises-message-full = { $who } is back, but your number will not be reached before closing. Please choose another way, or another day.
promises-message-late = { $who } was to be back at { $at } and is not, sorry. You will hear as soon as we know; you can choose another way too.

# the ticket's page
promises-told-you = Times that you were told
promises-come-at = Please be in the hall at { $at } and press “I am here”
promises-full = Not to be reached before closing
promises-said-slot = Your turn at { $at }
promises-said-come-at = To be in the hall at { $at }
promises-said-return = { $who } back at { $at }
promises-said-somebody = The official back at { $at }
promises-said-ready = Ready by { $at }
promises-said-answer = An answer by { $at }
promises-became-open = Still to come
promises-became-kept = Kept
promises-became-moved = Moved to { $at }
promises-became-other = { $who } does it
promises-became-changed = Done another way
promises-became-broken = Not kept, sorry
promises-became-given-back = Not needed any more
promises-instead-stand-in = Go to { $who } instead
promises-instead-booked = Book another time instead
promises-instead-drop-off = Leave the papers at the desk instead

# an official leaves
promises-leaving = { $n ->
    [one] One person waits for { $who }
   *[other] { $n } people wait for { $who }
}
promises-leaving-how = What is best for each is chosen; you can change it. One press tells everybody.
promises-leaving-do = Say it and tell them
promises-leaving-not = Do not leave yet
promises-told-nothing = told no time
promises-desk-slot = appointment at { $at }
promises-desk-come-at = told to come at { $at }
promises-desk-return = told that you are back at { $at }
promises-desk-ready = told that it is ready by { $at }
promises-desk-answer = told an answer by { $at }
promises-do-stand-in = { $who } does it
promises-do-later = Wait until { $at }
promises-do-drop-off = Leave the papers
promises-do-choose = Let them choose
promises-do-village-day = In { $village }: { $who }, { $at }
promises-settled = { $n ->
    [one] One person who waited is provided for
   *[other] { $n } people who waited are provided for
}{ $calls ->
    [0] .
   *[other] ; { $calls } of them have to be told by voice:
}
promises-mine = Times that I promised
promises-of = Waiting for { $who }
promises-done = { $n } waiting for you: { $what }
promises-done-each = { $n } { $what }
promises-done-stand-in = to { $who }
promises-done-later = until { $at }
promises-done-drop-off = leave papers
promises-done-choose = choose themselves
promises-done-village-day = met in their village by { $who }, { $at }

# to tell
promises-nobody-to-tell = Nobody has to be told by voice.
promises-to-tell-how = No message reaches these people. Telephone, call their number in the hall, or ask a neighbour.
promises-to-tell = { $n ->
    [one] One person gets no message and has to be told
   *[other] { $n } people get no message and have to be told
}
promises-see = See whom
promises-by-phone = A message that did not arrive
promises-somebody = Somebody without a name
promises-tell-until = Tell them before { $at }
promises-message-failed = The message of { $at } did not arrive
promises-told = Told
promises-not-reached = Not reached
