# Phone numbers
people-phone-empty = Please type your phone number.
people-phone-not-digits = Digits only, please: 138 0000 5521.
people-phone-too-short = Some digits are missing: a mobile number has 11, a landline needs its area code.
people-phone-too-long = Too many digits: a mobile number has 11.
people-phone-no-such-number = There is no such number. Please compare it once more.

# Names
people-name-empty = Please write what to call you.
people-name-too-long = That is too long; 30 letters are enough.
people-name-has-number = Only a name here: no phone number and no identity number.
people-name-unreadable = There are signs in it that cannot be used. Please write only a name.

# Codes
people-digits-wrong = Please type the 6 digits from the message.
people-code-message = Your code is { $digits }, good for { $minutes } minutes. Type it only on the station's page. Tell nobody; staff never ask for it.
people-code-gone = This code is no longer good; the newest one counts.
people-code-expired = This code is more than 10 minutes old. Please ask for a new one.
people-code-used = This code has been used. Please ask for a new one.
people-code-wrong = These are not the digits. { $left ->
    [one] You can try once more.
   *[other] You can try { $left } more times.
}
people-code-spent = Too many wrong tries: this code is void. Please ask for a new one.
people-phone-not-mobile = A landline receives no messages. Please give a mobile number; without one, the desk at the station helps.

# Signing in
people-sign-in = Sign in
people-sign-in-ask = Your phone number
people-sign-in-why = Why? Only to know that it is you, and to tell you when something changes. It is never shown.
people-sign-in-send = Send a code
people-no-phone = No phone, or not sure how?
people-no-phone-then = Tell your name at the station's desk and they do it for you, without signing in.
people-no-phone-call = Call { $phone }
people-staff-door = I work here
people-home = Home

people-code = Type the code
people-code-ask = The 6 digits from the message
people-code-sent = A message went to { $phone }. It is good until { $time }.
people-code-done = Sign in
people-code-not-come = No message?
people-code-wait = It usually takes less than a minute. After { $time } you can send another.
people-code-again-now = You can send another; the old one is then no longer good.
people-code-again = Send another
people-code-other = Another phone number
people-code-rehearsal = Rehearsal: messages are on the page /messages
people-code-rehearsal-see = See the messages

# Staff
people-staff-sign-in = Staff sign-in
people-staff-login = Login
people-staff-password = Password
people-staff-go = Sign in
people-staff-forgot = Forgot your password? The station manager or the administrator sets a new one.
people-staff-other = I am a resident
people-login-empty = Please type your login.
people-login-wrong = A login has 2 to 40 letters or digits, and may have . _ - in it.
people-login-taken = Somebody has this login already. Please choose another.
people-not-let-in = Login or password is wrong.
people-password-empty = Please type your password.
people-password-short = Too short: at least 10 characters. A sentence that you remember is fine.
people-password-long = Too long: at most 200 characters.
people-password-is-login = The password cannot be the login.

# Mine
people-mine = Mine
people-mine-none = You have nothing booked.
people-mine-look = See what is free
people-mine-me = About me
people-mine-name = What to call me
people-mine-name-none = Not said; that is fine
people-mine-phone = Phone
people-mine-children = My children
people-mine-children-what = A nickname each, to sign them up with one tap
people-mine-data = My data
people-mine-data-what = Take a copy, or have the station forget me
people-mine-phone-none = None
people-mine-change = Change
people-sign-out = Sign out
people-sign-out-everywhere = Sign out on all phones and computers
people-sign-out-everywhere-why = If your phone is lost or new, or you signed in on somebody else's.
people-name = What to call you
people-name-ask = What should we call you?
people-name-hint = Staff see it; it is not public.
people-name-keep = Keep it
