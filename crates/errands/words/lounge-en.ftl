# The lounge: where one sits and waits
lounge-title = Lounge
lounge-on-ticket = Lounge: { $seats }
lounge-free = { $free } of { $of } seats free
lounge-unknown = not known ({ $free } of { $of } seats were free at { $at })
lounge-tap-came = One sat down
lounge-tap-went = One got up
lounge-tap-same = No change
lounge-tap-empty = All have gone
lounge-none = How many seats the lounge has is not written down yet.
lounge-seats = Seats of the lounge
lounge-seats-hint = 0 to 500; 0 means that there is none.
lounge-seats-wrong = Write 0 to 500
lounge-why = Whoever waits sees on the hall screen and on their ticket how many seats are free. After an hour without a tap it reads “not known”.
lounge-keep = Keep
lounge-more = Seats
