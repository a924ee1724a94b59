# Household cards
cards-card = Household card
cards-qr = The code on the card
cards-show = Show it at the desk; no phone is needed.
cards-print-now = Print it now, cut it out and laminate it. Once this page is closed the same card cannot be printed again; if it is lost, a new one is made and the old one is good no more.
cards-told = This is a household card. Show it at the station's desk; staff scan it and know whom to call.
cards-told-lost = If you found it, please bring it to the desk. Nobody can see a name or a number by it. If you lost yours, have it made void at the desk soon.
