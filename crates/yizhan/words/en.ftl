# The rehearsal
yizhan-messages-title = Messages
yizhan-messages-why = This is a rehearsal: no message really goes out
yizhan-messages-why-then = Otherwise these go to a person's phone as SMS and nobody else sees them. Here everybody can, so that you can try it all.
yizhan-messages-none = No messages yet. Try booking a table.
yizhan-messages-to = to { $phone }
yizhan-messages-of-all = All stations
