# What was done, on the page of changes: `event-` and the name of the event.
event-open-key-issued = Gave a partner a key
event-open-key-withdrawn = Withdrew a partner's key
