# Who
clubs-somebody = a neighbour without a name
clubs-members-n = { $n } people
clubs-members-few = a few people
clubs-no-leader-yet = nobody yet; the station is looking for one
clubs-hidden-name = A club
clubs-hidden-about = Its description is being looked at and not shown for now.

# How one joins
clubs-opens = join with one tap
clubs-asks = join when the leader agrees
clubs-waits = waits for a leader
clubs-closed = closed

# When it does not work, why
clubs-no-club-closed = This club is closed.
clubs-no-club-name-taken = There is a club of that name already; choose another.
clubs-no-enough-clubs = One person leads { $n } clubs at most.
clubs-no-club-full = This club has { $n } members already and takes no more.
clubs-no-enough-children-in-club = One guardian enters { $n } children at most.
clubs-no-leads-club = You lead this club. To leave, first ask a member to take over, or close it.
clubs-no-cannot-lead-club = Only grown members can be asked to lead.
clubs-no-not-asked-to-lead = You are not asked to lead now; perhaps it was taken back.
clubs-no-enough-notices = Members are told something { $n } times in seven days at most; again from { $at } on.
clubs-no-enough-meetings = { $n } series of meetings are the most that a leader makes. End one first, or ask the desk.
clubs-no-club-hidden = The club's words are being looked at; this is not possible meanwhile.
clubs-no-same-staff = Another member of staff has to agree; nobody hides alone.
clubs-no-club-not-hidden = Nothing is hidden now.

# Messages
clubs-message-asked = [{ $station }] Somebody would like to join “{ $club }”. Open the station's page and look under “My things”.
clubs-message-admitted = [{ $station }] You are in “{ $club }”. When it meets stands under “My things”.
clubs-message-not-in = [{ $station }] You are not on the list of “{ $club }” now. Please call us with any question.
clubs-message-lead = [{ $station }] You are asked to lead “{ $club }”. Open the station's page, find the club under “My things” and tap “I will”.
clubs-message-led = [{ $station }] “{ $club }” has a new leader. Thank you.
clubs-message-not-led = [{ $station }] Whom you asked cannot lead “{ $club }”. You can ask somebody else.
clubs-message-notice = [{ $station }] “{ $club }”: { $words }
clubs-message-closed = [{ $station }] “{ $club }” is closed; its meetings to come are off.
clubs-message-closed-for = [{ $station }] “{ $club }” is closed; its meetings to come are off. Why: { $words }
clubs-message-hidden = [{ $station }] Name and description of “{ $club }” are not shown for now. Why: { $words }. You can change them and answer on the club's page.
clubs-message-shown = [{ $station }] Name and description of “{ $club }” are shown again.

# Pages
clubs-title = Clubs
clubs-describe = Calligraphy, chess, dancing: find people to do it with. See when they meet and join with one tap.
clubs-here = Clubs here
clubs-all = All
clubs-others = See other clubs
clubs-none = There are no clubs yet. If there is something you like, start one.
clubs-no-next = The next meeting is not fixed yet
clubs-found = Start a club
clubs-mine = My clubs · { $station }
clubs-mine-heir = you are asked to lead it
clubs-mine-leader = you lead it
clubs-mine-member = joined
clubs-mine-asks = the leader has not answered yet
clubs-asking-n = { $n } would like to join
clubs-asking-one = would like to join

# One club
clubs-join = Join
clubs-ask = I would like to join
clubs-join-phone = First your phone is confirmed by a code. The number is not public; it is for telling you of the club.
clubs-who-reads = Only the leader and the staff see what you are called.
clubs-called-hint = For example “Ms Ma”. The leader sees it, nobody else.
clubs-leave = Leave the club
clubs-ask-no-more = I ask no more
clubs-coming = Meetings
clubs-arrive = We are here
clubs-about-title = About the club
clubs-led-by = Leader
clubs-members = Members
clubs-calendar = Meetings to my calendar
clubs-feed = The club's calendar
clubs-notices = Notices
clubs-lead = For you as the leader
clubs-people = Members
clubs-meetings = Meeting times
clubs-tell = Tell the members
clubs-settings = Description and end
clubs-see = See the club's page
clubs-children = My children
clubs-child-in = joined
clubs-child-leave = { $name } leaves
clubs-out = Leaves
clubs-for-a-child = For a child of mine
clubs-child-what = A parent asks, and the leader agrees. Under 13 a parent comes along.
clubs-child-hint = Only for the leader and the staff; a nickname will do.
clubs-ask-for-child = Ask for the child
clubs-heir = You are asked to lead “{ $club }”
clubs-heir-what = The leader looks after members, meeting times and notices. Everybody sees the leader's surname.
clubs-heir-yes = I will
clubs-heir-no = I cannot
clubs-is-hidden = Name and description are not shown for now: { $reason }
clubs-is-hidden-what = You can change them first and then write a word to the staff.
clubs-appeal = What you want to say to the staff
clubs-appeal-send = Tell the staff

# Members
clubs-asking = Would like to join
clubs-asked-on = asked { $day }
clubs-yes = Agree
clubs-no = Decline
clubs-yes-about = Let { $name } in
clubs-no-about = Decline { $name }
clubs-leads = leads the club
clubs-hand-over = Ask to lead
clubs-hand-over-about = Ask { $name } to lead
clubs-out-about = Take { $name } out
clubs-heir-waits = { $name } is asked to lead and has not answered yet
clubs-heir-back = Ask no more
clubs-names-note = These names are for you only; please do not pass them on.

# Notices
clubs-notice-words = What to tell the members
clubs-notice-hint = It goes out as a message: no phone numbers.
clubs-notice-send = Send to all members
clubs-notice-note = Three in seven days at most. What is written between ten in the evening and seven in the morning goes out at seven.
clubs-notice-told = sent
clubs-notice-waits = goes out at seven

# Description and end
clubs-name = What the club is called
clubs-name-hint = For example “Calligraphy club”; no names of persons.
clubs-about = What it does
clubs-about-hint = For people who have never been there, in a sentence or two; no phone numbers.
clubs-joining = How one joins
clubs-joining-asks = The leader agrees
clubs-joining-asks-note = You are asked first.
clubs-joining-open = Everybody may
clubs-joining-open-note = One tap and they are in; for children you are still asked.
clubs-keep = Keep it
clubs-end = Close the club
clubs-end-what = Meetings to come are given back, members get a message, and the list is deleted. It cannot be undone.
clubs-close = Close this club
clubs-found-do = Start it
clubs-found-note = You lead it. Everybody sees its name, description, meeting times and your surname.
clubs-leader-called-hint = For example “Ms Ma”. Everybody sees the surname.

# Meeting times
clubs-no-meetings = No meeting times yet.
clubs-new-meeting = A new meeting time
clubs-no-places = There is no room here that a leader books; please ask the staff.
clubs-places-note = For other rooms please call; the staff book them.
clubs-meeting-of = Club meeting: { $offering }
clubs-changed-note = If you change times, remember to tell the members.

# What cannot be read
clubs-form-empty = Write a sentence here.
clubs-form-title = The meetings of a club are called like the club.

# The desk
clubs-desk-title = Clubs
clubs-desk-new = Start a club for somebody
clubs-desk-phone = Whom to ask to lead (mobile number)
clubs-desk-phone-hint = They get a message; it counts once they have confirmed the number on the page and tapped “I will”.
clubs-desk-found = Start it and ask them
clubs-desk-leaderless = no leader: find one
clubs-desk-heir = asked to lead, no answer yet
clubs-desk-hiding = hiding is proposed
clubs-desk-hidden = words are hidden
clubs-desk-appealed = the leader has answered
clubs-desk-hide = Unsuitable words
clubs-desk-hide-what = Two of staff hide name and description together: one writes why, another agrees. The leader reads the reason and can answer.
clubs-desk-hide-why = Why hide them
clubs-desk-hide-ask = Propose to hide
clubs-desk-hide-agree = Agree to hide
clubs-desk-show = Do not hide, show them
clubs-desk-hiding-for = Hiding is proposed, another has to agree: { $reason }
clubs-desk-hidden-for = Hidden: { $reason }
clubs-desk-appeal = The leader says: { $words }
clubs-desk-close-why = Why it is closed
