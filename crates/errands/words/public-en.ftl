# Errands: the pages that everybody reads

public-title = Errands
public-describe = See who is in, how many wait and what to bring before you leave home.
public-describe-matter = { $name }: who does it, whether they are in, how many wait, what to bring.
public-what = What do you come for?
public-what-hint = Plain words, or initials: gl
public-find = Find
public-found = { $n ->
    [one] 1 matter found
   *[other] { $n } matters found
}
public-nothing = Nothing found for “{ $asked }”. Try other words, or look at everything.
public-all = All matters
public-none = Nothing is written down yet that is done here.
public-and = , 
public-ask-why = Any questions?
public-ask-call = Call and ask
public-in-full = In full

# Who is in
public-people = Who is in today
public-people-describe = Whether officials are in, when they are back, and who stands in.
public-people-how = Officials say themselves where they are; nobody is tracked. A quarter of an hour after a missed return it reads “not confirmed”.
public-no-people = No officials are written down here yet.
public-person = { $name }: { $is }
public-went = in { $place }
public-instead = Stands in: { $who }
public-usual = Usually { $hours }

# The answer first
public-desks = desk { $desks }
public-at = at { $desks }
public-now = Can be done now
public-nobody = Nobody can do it now
public-not-now = The desks are closed
public-not-today = No desk is open today
public-go-desk = Go to desk { $n }, { $name }
public-go-desks = Go to { $desks }
public-go-hall = Ask for { $name } in the hall
public-say-so = In the office: tell whoever is on duty that you are here
public-stands-in = { $away }. { $name } stands in and can do it now
public-away-draw = Draw a number now and come when { $name } is back
public-ask-first = Ask before you come
public-shut = The desks are closed
public-shut-until = Closed, opens { $at }
public-opens = Opens { $at }
public-closed = When they open is not known
public-waiting = { $n ->
    [0] nobody waits
    [one] 1 person waits
   *[other] { $n } people wait
}
public-ahead = { $n ->
    [0] Nobody before you
    [one] 1 person before you
   *[other] { $n } people before you
}
public-draw = Draw a number, wait at home
public-draw-early = Draw a number
public-draw-today = You can draw a number for today now
public-draw-now = . You can draw a number for today now
public-who = Who does it
public-wait-for = Wait for { $name }: draw a number

# What to bring
public-bring = { $n ->
    [one] Bring this
   *[other] Bring these { $n }
}
public-bring-nothing = Nothing to bring, just come.
public-may-follow = May follow later
public-looked-up = Not needed: we look it up
public-ways = Other ways
public-way-drop-off = Leave the papers
public-way-drop-off-how = Hand them in at the desk; you are told when it is done
public-way-proxy = Send somebody
public-way-proxy-how = Family, or the helper of your village
public-way-home = At your home
public-way-home-how = For those who cannot walk far: call us
public-way-village = In your village
public-way-village-how = On the day when officials come there
public-about = More
public-minutes = How long
public-minutes-n = about { $n } minutes at the desk
public-line = Which line
public-list = List of papers
public-list-n = version { $n }
public-note = Good to know

# My ticket
public-ticket = My number
public-ticket-title = My number { $number }
public-ticket-how = The address of this page is the ticket: send it to your family and they see it too. If your phone is empty, type the number at the machine by the door or tell whoever is on duty.
public-called = Go to { $desks }
public-serving = Being served at { $desks }
public-deferred = To be called after { $at }
public-missed = You were called
public-held = Waiting for { $name }
public-done = Done
public-past = Of another day: no longer valid
public-come = In the hall, press “I am here”: only then you are called
public-sit = Please take a seat; you are called aloud and on the screen
public-go-now = Please go there now
public-paused = It goes on shortly; please stay near
public-missed-until = It still counts until { $at }: press “I am back”
public-expired = You were called and did not come. Please draw another number
public-turn-now = now
public-turn-you = you
public-here = I am here
public-back = I am back
public-later = In { $time }
public-give-back = Not coming: give it back
public-again = Draw another number
public-more = Something else to do
public-look-again = Look again
public-form-until = That is too soon, or the desks are closed by then.
public-mine = My numbers · { $station }
public-hint = Your number { $number }: { $stands }
public-see = See it
public-all-short = All
