# Near here
venues-near-title = Near here
venues-near-describe = What is free at the stations around: by activity, time and distance.
venues-near-found = { $what }, { $when }
venues-near-tonight = tonight
venues-near-day-part = { $day }, { $part }
venues-near-part-morning = morning
venues-near-part-afternoon = afternoon
venues-near-part-evening = evening
venues-near-straight = Distances are as the crow flies; the way is longer.
venues-near-directory = Stations
venues-near-where-why = From where? The nearest stations come first.
venues-near-here-button = From where I am now
venues-near-here-why = Your phone asks you first. It is taken to about a kilometre, used for this search only, and not kept.
venues-near-here-not = Your phone did not say where it is. Please write the name of the township below.
venues-near-search = Township, street or village
venues-near-search-hint = A part of its name will do: 三合; or 平安 三合
venues-near-search-go = Find this place
venues-near-which = From where
venues-near-townships = { $n } { $n ->
    [one] township
   *[other] townships
}
venues-near-more = There are more: please write more of the name.
venues-near-no-such = Nothing is called “{ $text }”. Try with fewer letters.
venues-near-from = From { $place }.
venues-near-from-here = From where you are.
venues-near-elsewhere = From elsewhere
venues-near-from-time = { $day } from { $time }
venues-near-close = less than 1 km
venues-near-km = about { $km } km
venues-near-none = No station within { $km } km has “{ $what }”.
venues-near-full = { $n } { $n ->
    [one] station
   *[other] stations
} near here { $n ->
    [one] has
   *[other] have
} “{ $what }”, and nothing is free then.
venues-near-farther = Look within { $km } km
venues-near-next-day = Look at the next day
venues-near-nothing = The stations around have no rooms on their lists yet.
venues-near-ask = Something else
venues-near-what = What for
venues-near-on = Day
venues-near-part = When
venues-near-within = How far
venues-near-reach = { $km } km
venues-near-go = Look
venues-near-activity = { $word ->
    [table-tennis] table tennis
    [gym] gym
    [reading] reading
    [calligraphy] calligraphy
    [chess] chess
    [basketball] basketball
    [meeting] a meeting
    [rest] a rest
    [square-dance] square dance
   *[other] { $name }
}
venues-near-form-activity = Write the activity in small letters, digits and hyphens, 2 to 40 characters: table-tennis.
venues-near-form-part = Choose one of morning, afternoon and evening.
venues-near-form-within = Write a whole number from 1 to 100: kilometres.
venues-near-form-degrees = Write degrees: north (lat) from -90 to 90, east (lon) from -180 to 180.
venues-near-form-at = Write a time: 2026-06-24T19:30:00+08:00.
venues-near-form-division = Write the nine digits of a township, or the twelve of a village.
venues-near-form-whence = Say from where: degrees (lat and lon), or the code of a division (division).
