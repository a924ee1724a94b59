# The shell of a page
page-product = Shared station
page-skip = Skip to the text
page-nav = Main
page-desk-nav = Desk
page-desk-pages = Pages of this group
page-home = Home
page-mine = Mine
page-call = Call us
page-sign-in = Sign in
page-rehearsal = Rehearsal: people and events here are invented
page-stale = No connection: what you see may be out of date. Reconnecting.
page-works-instead = This works:
page-read-aloud = Read aloud

# Letters and language
switch-care = Large
switch-normal = Normal

# Forms
form-optional = (optional)
form-look-again = { $n ->
    [one] One thing to correct
   *[other] { $n } things to correct
}

# When something went wrong
fault-go-home = Home page
fault-again = Try again
fault-look-at-mine = Look at “Mine” first
fault-ask = Need a hand? Ask whoever is on duty at the station, or call.
fault-not-found = There is no such page
fault-not-found-then = The address may be wrong, or the page was taken down. Start from the home page.
fault-sign-in-first = Please sign in first
fault-sign-in-first-then = Nothing was changed. Sign in and do it once more.
fault-too-many-requests = That was too fast
fault-too-many-requests-then = Wait a little and try again. This time nothing was done; nothing else changed.
fault-busy = Too many people at once
fault-busy-then = Nothing was changed. Try again in a few seconds.
fault-database-away = The machine cannot be reached right now
fault-database-away-then = Nothing was changed. Try again in a few minutes.
fault-outcome-unknown = We do not know whether it was done
fault-outcome-unknown-then = The connection broke just then. Look at “Mine” first: if it is there, it was done; if not, do it again.
fault-already-there = It is there already
fault-already-there-then = The same thing has been noted before; it was not noted twice.
fault-clash = Someone else was changing it too
fault-clash-then = Nothing was changed. Trying again is enough.
fault-broken = Something broke
fault-broken-then = It is not your fault. Nothing was changed; it has been noted and somebody will look at it.
fault-not-allowed = That cannot be done here
fault-not-allowed-then = Nothing was changed. Start again from the home page.
fault-from-elsewhere = That did not come from a page of the station
fault-from-elsewhere-then = To be safe it was not done; nothing was changed. Start again from the home page.
fault-too-large = That is too large
fault-too-large-then = It was not taken; nothing was changed. Choose something smaller.
fault-not-understood = That could not be read
fault-not-understood-then = Something was missing, so it was not done. Go back a page and fill it in again.
fault-fields = Some of it needs correcting
fault-unreadable = The request could not be read
fault-key-reused = This was sent before with different content
fault-key-reused-then = So that nothing is done twice, it was not done now. Start again from the home page.
