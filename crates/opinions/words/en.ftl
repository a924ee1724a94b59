# The express line for opinions: what all of its pages say
opinions-title = Opinions
opinions-ask-why = Need a hand, or would rather talk:
opinions-oversight-usual = the office above the station, by calling 12345

# A message: not a word of what it is about
opinions-told = [{ $station }] There is news of a matter you follow. Look with your receipt: { $address }

# How far it is
opinions-state-received = Received, not yet read
opinions-state-screened = Read; being decided who handles it
opinions-state-assigned = With whoever handles it
opinions-state-working = Being worked on
opinions-state-answered = Answered
opinions-state-solved = Solved
opinions-state-disputed = Not solved, work goes on
opinions-state-unconfirmed = Answered; nobody said how it is
opinions-state-merged = Handled together with another one
opinions-state-out-of-scope = Not for the station; told where to go
opinions-state-withdrawn = Withdrawn

# Step by step
opinions-step-received = Handed in
opinions-step-screened = Read and sorted by the station
opinions-step-assigned = Given to whoever handles it
opinions-step-working = Work has begun
opinions-step-question = A question
opinions-step-reply = A reply
opinions-step-answered = The answer
opinions-step-solved = Said to be solved
opinions-step-disputed = Said not to be solved
opinions-step-unconfirmed = Nothing was said for ten working days: closed for now
opinions-step-merged = Handled together with another one
opinions-step-out-of-scope = Not for the station; told where to go
opinions-step-named-added = Whom it is about was noted
opinions-step-named-lifted = Found not to be about them
opinions-step-public-asked = Said that it may be published
opinions-step-public-refused = Said not to publish it
opinions-step-masked = The text for everybody was written
opinions-step-released = Published
opinions-step-hide-asked = Somebody asked to hide it
opinions-step-hidden = Hidden
opinions-step-hide-refused = Not hidden
opinions-step-appealed = An appeal against hiding it
opinions-step-appeal-granted = Published again
opinions-step-appeal-refused = It stays hidden
opinions-step-note = A note

# Who
opinions-by-reporter = You
opinions-by-time = Time
opinions-by-station = The station
opinions-satisfied-very = Very satisfied
opinions-satisfied-yes = Satisfied
opinions-satisfied-mostly = Satisfied on the whole
opinions-satisfied-little = Not satisfied
opinions-satisfied-not = Not satisfied at all
opinions-source-web = online
opinions-source-kiosk = at the machine
opinions-source-paper = on paper
opinions-source-desk = at the desk
opinions-source-partner = through another platform
opinions-category-none = I do not know whose matter it is
opinions-due-provisional = {" "}(holidays are not published yet: it may change)
opinions-figure-value = { $value }% ({ $low }–{ $high }), { $count } of { $n }

# When it cannot be
opinions-no-not-yet = It is not that far yet: { $state }.
opinions-no-ended = This has ended: { $state }.
opinions-no-not-asked = The station has not asked anything. To add something, wait for the answer and say “not solved”.
opinions-no-named = It is about this very person: they cannot handle it.
opinions-no-same-hand = This takes another person: nobody does it twice.
opinions-no-too-many-photos = At most { $n } photos.
opinions-no-busy = Many people are writing just now. Nothing was handed in; what you wrote is below. Wait { $seconds } seconds and press once more.
opinions-no-not-released = This has not been published yet.
opinions-no-not-public = Whoever said this has not agreed to publish it.
opinions-no-already-hidden = It is hidden already.
opinions-no-hide-asked = Somebody has asked to hide it; another person decides.
opinions-no-nothing-to-decide = There is nothing to decide here.
opinions-no-wrong-receipt = There is no such receipt. Perhaps one digit was copied wrong.
opinions-no-not-assignable = It cannot be given to this person: they do not work here, or it is about them.
opinions-no-slug-taken = Another kind has this code already.
opinions-no-no-category = There is no such kind, or it is no longer used. Choose again.
opinions-no-merge-self = It cannot be joined with itself, nor with one that was joined to another.
opinions-no-no-phone = This is too long ago: no more messages are sent about it, so no number is kept.
