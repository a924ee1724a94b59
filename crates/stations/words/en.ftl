# the door
stations-door-open = The door is open
stations-door-closed = The door is closed
stations-door-until = until { $time } { $day }
stations-door-opens = opens { $day } at { $time }
stations-door-always = always open
stations-door-never = there are no opening hours
stations-door-today = door today { $hours }
stations-door-regular = Door: { $hours }
stations-may-change = {" "}(may change: the holidays are not published yet)
stations-this-morning = this morning
stations-tonight = tonight
stations-tomorrow-morning = tomorrow morning
stations-closed-all-day = closed
stations-all-day = all day
stations-between-spans = {" · "}
stations-over-midnight = { $from }–{ $until } next day
stations-make-up-workday = make-up workday
stations-not-known-yet = holidays not published yet
stations-provisional = Some of these days may change
stations-provisional-why = The State Council has not published the holidays of that year yet. When it does, this page changes by itself.

# home page
stations-describe = { $name }: is the door open, which rooms are free, how to get there

# about the station
stations-about = About the station
stations-week = Opening hours, the next seven days
stations-where = Where it is
stations-address = Address
stations-division = Part of
stations-phone = Telephone
stations-map = Place on the map
stations-owners = Owners
stations-more = More
stations-poster = QR poster
stations-poster-note = Print it and put it up at the door

# poster
stations-motto = Door always open, rooms always used, activities always on, people always coming
stations-scan = Scan to see whether the door is open and which rooms are free
stations-no-account = Nothing to install, no account needed
stations-qr-alt = QR code that opens { $url }

# directory
stations-directory = All stations
stations-others = And more
stations-country = The country
stations-search = Find a township or a village
stations-search-hint = A part of its Chinese name, such as 三合; with its county, 平安 三合; or the division code
stations-search-go = Search
stations-nothing-found = Nothing found for “{ $text }”. Try fewer characters, or start from the province.
stations-no-divisions = No divisions have been imported yet
stations-areas = Provinces, cities, counties
stations-townships = Townships and villages
stations-stations = Stations
stations-provinces = { $n } provinces, autonomous regions and municipalities
stations-townships-n = { $n } townships
stations-stations-n = { $n } stations
stations-more-found = The first { $n } are shown. Add a character, or the county before the name.
stations-open-home = Visit
stations-none-yet = no station yet

# desk
stations-group-today = On duty
stations-group-bookings = Bookings
stations-group-activities = Activities
stations-group-rooms = Rooms
stations-group-station = Station
stations-tab-station = Details
stations-tab-owners = Owners
stations-edit-title = About this station
stations-edit-what = What it is called and where it is
stations-edit-hours = When the door is open
stations-name-zh = Chinese name
stations-name-en = English name
stations-phone-hint = Everybody sees it: 0972-8600000
stations-place-hint = Degrees north, degrees east: 36.42, 102.03
stations-zone = Time zone
stations-hours = Opening hours
stations-hours-hint = For example Mo-Su 06:00-22:00. PH are public holidays, off means closed; separate rules with semicolons
stations-hours-show = Show what this means
stations-next-openings = What this means
stations-save = Save
stations-saved = Saved
stations-see-it = See it as others do
stations-no-owners = No owners yet
stations-add-owner = Add an owner
stations-add = Add
stations-rename = Rename

# wrong in a form
stations-name-missing = Please give it a name
stations-address-missing = Please give the address, so that people find the door
stations-text-too-long = One line of at most { $n } characters
stations-place-wrong = Two numbers, north first: 36.42, 102.03. Leave it empty if you do not know
stations-zone-unknown = There is no such time zone; Asia/Shanghai is the usual one
stations-hours-empty = Please write the opening hours. This works: { $hint }
stations-hours-too-long = Nobody reads that much at a door; leave the exceptions to closures. This works: { $hint }
stations-hours-not-ascii = Write English abbreviations and plain punctuation. This works: { $hint }
stations-hours-alternative = || is read in different ways; separate rules with ;. This works: { $hint }
stations-hours-open-end = An open end does not say when the door closes. This works: { $hint }
stations-hours-bare-comment = A note alone does not say whether the door is open; write open or off before it. This works: { $hint }
stations-hours-no-minutes = Write the minutes: 08:00-18:00. This works: { $hint }
stations-hours-day-list = Repeat the month before each day. This works: { $hint }
stations-hours-unknown = People need an answer before they leave home; write open or off. This works: { $hint }
stations-hours-sun = Sunrise and sunset change daily; write times. This works: { $hint }
stations-hours-school-holidays = There is no calendar of school holidays; write the dates. This works: { $hint }
stations-hours-holiday-and-weekday = Put a comma between PH and the weekday. This works: { $hint }
stations-hours-points = Write from when until when. This works: { $hint }
stations-hours-dates = These dates are not read reliably; write simpler rules. This works: { $hint }
stations-hours-not-understood = This cannot be read as opening hours. This works: { $hint }

# refused
stations-no-such-division = No township or village has the code { $code }. The nearest ones are:
stations-slug-taken = Another station has the address { $slug }; { $free } is free
stations-township-full = This township has 99 stations already; there is no room for another

# import
stations-import-problem = { $file }, line { $line }, column { $column }, “{ $what }”: { $why }. Nothing was imported.
stations-import-empty = the file is empty; its first line is code,name,county,city,province
stations-import-heading = the first line is code,name,county,city,province for townships or code,name,township_code for villages
stations-import-columns = the line has { $found } columns; it should have { $wanted }
stations-import-not-a-code = a code of { $digits } digits belongs here, not starting with 0
stations-import-no-name = a name belongs here, and there is none
stations-import-long-name = a name is one line of at most 60 characters
stations-import-twice = the same code stands on line { $first }
stations-import-other-township = a village's code starts with the code of its township
stations-import-no-such-township = no township has this code; import the townships first, or correct the code
stations-import-not-utf8 = the line is not UTF-8; save the file as UTF-8 (spreadsheet programs call it CSV UTF-8)
stations-import-unreadable = the line cannot be read ({ $why })

# API
stations-day-wrong = Write a date: 2026-10-01
stations-out-of-range = Between { $least } and { $most }
