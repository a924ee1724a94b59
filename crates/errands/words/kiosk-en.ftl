# The kiosk: which device is one
kiosk-title = Kiosk
kiosk-shut = This device is not the kiosk
kiosk-shut-how = Only the kiosk in the hall uses this page. To make a device the kiosk, a manager makes a link at the desk under “Lines and desks” and opens it there once.
kiosk-shut-errands = Take a number by phone
kiosk-shut-home = To the station's page
kiosk-desk = Kiosk
kiosk-desk-how = Make a link and open it once on each kiosk in the hall: then it draws numbers, notes who is here and takes ratings. Anywhere else the kiosk's address does nothing.
kiosk-open-since = The link that holds was made { $at }.
kiosk-none = There is no link yet; no kiosk works.
kiosk-renew = Make a link
kiosk-renew-again = Make a new link
kiosk-renew-why = Kiosks that were opened by the old one have to be opened anew.
kiosk-made = The link is shown this once
kiosk-made-how = Open it on the kiosk. It is easiest if the machine opens it whenever it is switched on.
kiosk-close = Close all kiosks
