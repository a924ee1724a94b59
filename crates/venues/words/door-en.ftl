# At the door: checking in by a code on the wall
door-title = { $venue }: I am here
door-in = You are checked in
door-until = It is yours until { $at }.
door-yours = This is yours
door-early = It is early
door-let-go = It went to others
door-let-go-why = It was kept for a while and then went to others. No harm done: see below what is free now, or ask the clerk.
door-ask = The last 4 digits of your phone number
door-ask-why = Only to find what you have reserved; no number and no name is shown.
door-free = Here, now
door-form-digits = Type the last 4 digits of your phone number.
door-no-nothing-here = Nothing of yours was found here now. See whether it is this room and today, or ask the clerk.
door-no-let-go = What you had reserved went to others at { $at }. No harm done: see below what is free now, or ask the clerk.
door-no-several-here = Two people here have numbers that end so. Please ask the clerk, or sign in and scan again.

# The sheet beside the door
door-poster = Code for the door
door-poster-what = Reserved this room? Scan when you are here
door-poster-scan = Scan and tap “I am here”
door-poster-else = Nothing to install, no sign-in: the last 4 digits of your phone will do. Everybody can see what is free now.
door-poster-code = The six digits that open the door are in the message, and in “mine”.
door-poster-phone = Not working? Call

# Door codes
door-code = Door code
door-code-see = Show the door code
door-code-type = Type these six digits at the door
door-code-when = Good { $when }
door-code-once = It is shown this once. If you forget it, ask for another; then this one opens nothing any more.
door-code-noted = I have noted it
door-form-code = A door code has 6 digits.
door-message-code = [{ $station }] { $venue }, { $when }: door code { $code }, good from { $from }. Please keep it to yourself.

# What a manager sets up
door-desk-title = { $venue }: at the door
door-desk-kept = Changed.
door-desk-sheet = The code beside the door
door-desk-sheet-why = Print it and hang it beside the door: whoever comes scans it and is checked in, whoever is late sees what is free.
door-desk-sheet-print = Print A4
door-desk-sheet-see = See the page that it leads to
door-desk-no-code = This room has no door codes. To have them, choose “A door code” under how one gets in.
door-desk-keypad = The keypad at the door
door-desk-keypad-why = With six digits and its key, the keypad asks this address whether the door opens:
door-desk-key-there = It has a key. With a new one the old one is no good any more.
door-desk-key-none = There is no key yet, so the keypad is told nothing.
door-desk-key-make = Make a key
door-desk-key-again = Make a new key
door-desk-key-once = The new key, shown this once; put it into the keypad now:
door-desk-lock = A lock on the network
door-desk-lock-why = Some locks know codes themselves. With its address here, it is told who has reserved, moved or given back.
door-desk-lock-url = The address of the lock
door-desk-lock-url-hint = Begins with https:// or http://; empty = nobody is told
door-desk-lock-anew = With another address, all codes are made and sent anew; the old ones open nothing any more.
door-form-url = The address begins with https:// or http://, has no spaces, and at most 500 characters.
