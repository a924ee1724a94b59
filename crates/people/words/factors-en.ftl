# How I sign in
factors-own = My sign-in
factors-desk = Desk
factors-remove = Remove
factors-app-title = Digits of an app
factors-app-what = Put an authenticator app on your phone and type six digits after the password. Whoever sees the password then still stays out.
factors-app-begin = Set up an app
factors-app-on = The app is set up
factors-app-on-what = Six digits are asked for at sign-in
factors-app-remove = Remove the app
factors-app = Set up an app
factors-app-first = First scan with the app
factors-app-scan = Open the authenticator app on your phone and scan this.
factors-app-qr = The code for the authenticator app
factors-app-type = If you cannot scan, type this into the app:
factors-app-ask = Then the 6 digits of the app
factors-app-hint = Only when they are right does the app count.
factors-app-done = Done
factors-must = Managers need a second lock
factors-must-why = A manager decides about everybody's rooms; a password alone is not enough. Set it up once, then type six digits at each sign-in.
factors-codes = Recovery codes
factors-codes-left = { $n } not used yet
factors-codes-new = New ones
factors-codes-done = The app is set up; these are recovery codes
factors-codes-why = Write them down or print them, and keep them safe. If the phone is lost, each lets you in once. They are not shown again.
factors-codes-kept = Kept safe
factors-passkeys = Passkeys
factors-passkey-what = Sign in with a finger, your face or the device's PIN, without a password. It stays on this device or on your security key, and nobody can trick you out of it.
factors-passkey-called = What to call this device
factors-passkey-called-hint = For example: the desk's computer.
factors-passkey-make = Add on this device
factors-passkey-failed = That did not work. Try again, or sign in with the password.
factors-passkey-unnamed = A passkey
factors-passkey-not-used = Not used yet
factors-passkey-used = Last used: { $day }
factors-passkey-remove = Remove the passkey { $name }
factors-passkey-use = Sign in with a passkey

# The second step
factors-second = One more step
factors-second-ask = The 6 digits of your app
factors-second-hint = If the phone is lost, type a recovery code.
factors-second-lost = Lost the phone and the recovery codes? A manager resets a clerk's, the administrator a manager's.
factors-digits-empty = Please type the 6 digits, or a recovery code.

# Refusals
factors-factor-gone = That took too long, or there were too many tries. Please begin again with the password.
factors-factor-wrong = These are not the digits. { $left ->
    [one] You can try once more.
   *[other] You can try { $left } more times.
} Is the phone's clock right?
factors-factor-not-the-digits = These are not the digits. Is the phone's clock right? Wait for the next ones.
factors-factor-has-app = An app is set up already. For a new phone, remove the old one first.
factors-factor-no-app = No app is set up yet.
factors-factor-last = A manager keeps at least one second lock. Add another before you remove this.
factors-passkeys-enough = Ten passkeys at most. Remove one that you no longer use.
factors-passkey-known = This device has a passkey here already.
factors-passkey-unknown = This passkey is not known here. Please sign in with the password.
factors-passkey-nobody-there = The passkey did not confirm that it is you. Try again with your finger or the device's PIN.
factors-passkey-copied = This passkey may have been copied, so it was not let in. Sign in with the password, remove it and add it again.
factors-passkey-not-proved = The passkey did not pass the check. Try again, or sign in with the password.
factors-second-factor-needed = This login has a second step: send the app's digits or a recovery code with the password.
factors-second-factor-to-set-up = A manager has to set up the second step before signing in.
