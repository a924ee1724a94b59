# My data
forgetting-data = My data
forgetting-kept = What the station remembers
forgetting-kept-number = Your phone number, and what you want to be called. Both are encrypted; only staff at the desk see them, and they are never public.
forgetting-kept-bookings = What you have booked and when. Some time after it is over, you are no longer in it.
forgetting-kept-consents = What you agreed to: who acts for you, children who are remembered, a household card. When, and whether you took it back, is written there; you take it back in “Mine”.
forgetting-kept-messages = Messages that were sent to you; they go after thirty days.
forgetting-kept-not = No identity number, nothing about where you have been, no score.
forgetting-take-title = Take a copy
forgetting-take-what = Everything that is about you, in one file.
forgetting-take = Download my data
forgetting-forget-title = Forget me
forgetting-forget-what = If you no longer want the station to remember you, it can forget you. First a code goes to your phone, to know that it is you; then you read what happens; only then are you forgotten.
forgetting-forget-begin = Send a code and show what happens

forgetting-confirm = Forget me
forgetting-goes = What goes
forgetting-goes-person = Your number, your name, your messages and sign-ins: at once.
forgetting-goes-future = What you have booked and not yet used: all given back to others.
forgetting-goes-link = You, in everything that you booked before.
forgetting-stays = What stays
forgetting-stays-what = That a room was used then and how many came. Nobody can see that it was you.
forgetting-code-sent = A message went to { $phone }. This cannot be undone.
forgetting-forget-me = Forget me; I know it cannot be undone
forgetting-rather-not = Rather not, go back

forgetting-forgotten = You are forgotten
forgetting-forgotten-done = The station no longer knows you
forgetting-forgotten-then = The door stays open. Come again as if for the first time.
