# The screen in the hall
hall-title = Hall screen
hall-now = Now calling
hall-nobody-called = No calls yet
hall-please-to = go to
hall-desk-before = desk
hall-desk-after = {""}
hall-others = Called a moment ago
hall-next = Be ready
hall-waiting = { $n ->
    [0] Nobody is waiting
    [one] 1 person waiting
   *[other] { $n } people waiting
}
hall-people = Who is in today
hall-sound-on = Turn the sound on

# Who is where
hall-at-desk = at desk { $n }
hall-in-hall = in the hall
hall-in-office = in the office
hall-is-meeting = in a meeting
hall-is-field = in a village
hall-is-leave = on leave
hall-is-off = gone home
hall-back = { $what }, back { $at }
hall-back-day = { $what }, back { $at }
hall-due = { $what }, back any moment
hall-unconfirmed = due { $at }, not confirmed
hall-unconfirmed-day = due { $at }, not confirmed
hall-not-said = not known

# Beside a door
hall-stand-in = Who can help now
hall-door-scan = Scan to see on your phone whether they are in, or to draw a number
hall-door-qr = QR code: see on your phone whether they are in

# The machine that gives numbers
hall-kiosk = Draw a number
hall-kiosk-what = What do you come for?
hall-kiosk-waiting = { $n ->
    [0] no waiting
    [one] 1 waiting
   *[other] { $n } waiting
}
hall-kiosk-have = I have a number
hall-kiosk-here = say that I am here
hall-kiosk-rate = I am done: rate it
hall-kiosk-rate-how = say how it was
hall-kiosk-help = Not sure which? Ask whoever is on duty at the door.
hall-kiosk-back = Back
hall-kiosk-yours = Your number
hall-kiosk-slip = Your slip is being printed. If none comes out, remember the number: it is called aloud and shown on the screen.
hall-kiosk-done = Done
hall-first = Are you one of these?
hall-first-elderly = 70 or older
hall-first-disabled = Disabled
hall-first-pregnant = Pregnant
hall-first-veteran = Soldier or veteran
hall-first-none = None of these
hall-first-why = These four may go first, at most two in a row, so that nobody else waits for long.
hall-draw = draw a number
hall-here-title = I am here
hall-here-letter = Which letter does your number begin with?
hall-here-digits = And which number?
hall-here-like = such as A017
hall-here-delete = Delete
hall-here-say = I am here
hall-here-noted = We know that you are here
hall-here-wait = Please take a seat. You will be called aloud and on the screen.

# Slips
hall-ahead = { $n ->
    [0] Nobody is before you
    [one] 1 person before you
   *[other] { $n } people before you
}
hall-carried = On behalf: { $name }…
hall-about = about { $times }
hall-bring = Bring
hall-slip-scan = Scan to see
hall-slip-follow = how many are before you
hall-slip-qr = QR code: see on your phone how many are before you
hall-drawn = drawn { $at },
hall-drawn-valid = valid today
hall-phone = Questions:
