# Lines and desks: written down, renamed, retired, brought back
setup-new-line = Write down a new line
setup-line = Change this line
setup-line-letter = Letter before its numbers
setup-line-letter-hint = One of A to Z that no line has had. It stays: it is printed on slips.
setup-line-slug = Name in its address
setup-line-slug-hint = Small letters, digits and hyphens, like civil. It stays.
setup-line-name-zh = Name
setup-line-name-en = English name
setup-line-hours = Hours
setup-new-desk = Add a desk
setup-desk = Change this desk
setup-desk-id = Number on its sign
setup-desk-id-hint = 1 to 999. It stays.
setup-desk-note-zh = Where it is
setup-desk-note-en = The same in English
setup-desk-note-hint = For instance: the first on the left
setup-desk-lines = Which lines it calls
setup-edit-line = Change “{ $line }”
setup-where = Where it is
setup-where-desk = Where it is: desk { $n }
setup-letter-taken = Another line has or had this letter
setup-not-a-letter = Write one letter, A to Z
setup-not-a-sign = Write 1 to 999
setup-desk-there = There is a desk of this number already, retired ones included

# Retired and brought back
setup-retire = Retire
setup-retire-why = Nobody sees it any more and no numbers are drawn for it. What was recorded stays, and it can be brought back.
setup-retired = Retired
setup-retired-why = Nothing here is deleted: “Bring back” makes it usable again. An official needs a login and a number for text messages anew.
setup-retired-none = Nothing is retired.
setup-bring-back = Bring back
setup-what-line = Lines
setup-what-desk = Desks
setup-what-matter = Matters
setup-what-official = Officials
setup-no-tickets-stand = Not now: { $n ->
    [one] 1 ticket is
   *[other] { $n } tickets are
} not finished. Serve or send them on first.
setup-no-matters-name-it = Not now: these matters use it: { $matters }. Change them first.
setup-no-officials-sit-there = Not now: { $who } usually sit here. Give them another desk first.
setup-no-needs-what-is-retired = Not now: its line or its official is retired. Bring them back first.
