# Signing up
signup-state-in = Signed up
signup-state-waiting = On the list
signup-state-offered = A place is free: yes or no?
signup-state-entered = In the draw
signup-state-given-back = Not coming
signup-state-lapsed = Not answered in time
signup-state-called-off = Called off
signup-state-missed = No place came free
signup-waits-nth = Number { $n } on the list
signup-not-drawn-nth = Not drawn; number { $n } on the list
signup-ages = age { $min }–{ $max }
signup-ages-from = from age { $min }
signup-ages-to = up to age { $max }
signup-child-of = Child aged { $band }
signup-child-with = { $child } (with { $holder })
signup-phone-ends = phone …{ $digits }
signup-number = Number { $n }

# Messages
signup-told-offered = [{ $station }] A place is free: { $title }, { $when }. It is kept for you until { $until }. Please say yes or no: { $address }
signup-told-drawn = [{ $station }] You were drawn: { $title }, { $when }, { $place }. If you cannot come, please give it back: { $address }
signup-told-not-drawn = [{ $station }] You were not drawn: { $title }, { $when }. You are number { $n } on the list and will be told: { $address }
signup-told-moved = [{ $station }] { $title } is at another time: { $when }. You are still signed up. If you cannot come: { $address }
signup-told-called-off = [{ $station }] Called off: { $title }, { $when }. { $reason }
signup-told-reminder = [{ $station }] A reminder: { $title }, { $when }, { $place }. If you cannot come, please give it back: { $address }

# Why not
signup-no-just-come = Nobody signs up for this; just come.
signup-no-activity-called-off = This one is called off.
signup-no-signup-not-yet = It is too early.
signup-no-not-yet-until = It is too early: from { $at } on.
signup-no-signup-closed = Signing up has ended.
signup-no-signed-up-already = Already signed up; see “My things”.
signup-no-so-many-seats = At most { $most } people at once.
signup-no-another-age = This is for { $ages }.
signup-no-guardian-first = Children under { $under } come with somebody grown up: please leave a grown-up's phone number.
signup-no-no-such-child = There is no such child; please choose again.
signup-no-nobody-named = Please write a name or a phone number.
signup-no-signup-not-now = It is “{ $state }” now; that cannot be done.
signup-no-offer-lapsed = Too late: the place went to the next.
