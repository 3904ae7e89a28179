# Account: rules and faults
identity-name-signs = Write the name in letters, without < > @ / \.
identity-email-taken = This address already has an account.
identity-email-same = This is your present address. Write another one.
identity-password-short = The password has { $given ->
    [one] { $given } character
   *[other] { $given } characters
 }; at least { $min } are needed. The easiest way is to add a word.
identity-password-long = A password may have at most { $max ->
    [one] { $max } character
   *[other] { $max } characters
 }.
identity-password-common = This password is too common and easy to guess. Make up your own, for example from four unrelated words.
identity-password-own = The password must not contain your name or e-mail address.
identity-password-wrong = This is not your current password.
identity-password-not-chosen = This is not the password chosen when the account was made.
identity-sign-in-wrong = The e-mail address and the password do not match. Check both or set a new password.
identity-sign-in-late = The code must follow within 10 minutes of the password. Sign in again.
identity-too-many = Too many tries. Try again in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }.
identity-code-wrong = This code does not match or was already used. Wait for the next one and copy it from the app.
identity-totp-on-already = Two-step sign-in is already on.
identity-totp-not-begun = Start again: setting up two-step sign-in was interrupted.
identity-last-operator = You are the only operator of this installation, so you cannot delete your account. Appoint another operator first.
identity-token-no-scope = Tick at least one permission.
identity-token-name-taken = You already have a token with this name. Choose another.
identity-token-too-many = You already have 100 tokens. End those you do not use.

# Signing in
identity-sign-in-title = Sign in
identity-sign-in = Sign in
identity-email-label = E-mail address
identity-password = Password
identity-forgot = Forgotten your password?
identity-no-account = No account yet?
identity-no-account-text = With an account you see your cases in one place. You can send an application without one, too.
identity-register = Create an account
identity-sign-in-kept-title = Your text is kept
identity-sign-in-kept = Your session ended before the form reached us. Sign in and you can send it right away.
identity-signed-out = You are signed out.
identity-demo = Demonstration accounts
identity-demo-text = This is a demonstration and its people are invented. Choose one and the form fills itself in.
identity-demo-person = Person
identity-demo-role = Role
identity-demo-password = Password of all accounts:
identity-demo-mail = This is a demonstration: open the demonstration mailbox
identity-demo-code = Demonstration: the code that fits now is { $code }.
identity-code-title = Enter the code
identity-code-lead = The password is right. This account has two-step sign-in.
identity-code = Code
identity-code-hint = Six digits from the app on your phone, or one of your recovery codes.
identity-code-back = Back to sign-in
identity-resumed-title = Your text is kept
identity-resumed-text = You are signed in. The form has not been sent yet. Send it now with one button.
identity-resumed-button = Send the form
identity-resumed-leave = Do not send
identity-resumed-what = The text that was kept

# Making an account
identity-register-title = Create an account
identity-register-lead = An account is free. All you need is an e-mail address.
identity-given-name = Given name
identity-family-name = Family name
identity-email-hint = We will send a link to it, to check the address.
identity-password-hint = At least { $min } characters. A few words with spaces make a good password. Digits and special characters are not required.
identity-register-privacy = The data serve to run your account and your cases.
identity-have-account = Already have an account?
identity-sent-title = Check your e-mail
identity-register-sent = We have sent a message to the address you gave. Open the link in it to finish creating the account. It works for a day.
identity-sent-not-there = No message? Look into the spam folder and check that the address is right.
identity-sent-again = Try again
identity-verify-title = Finish creating the account
identity-verify-lead = You are confirming the address { $email }.
identity-verify-hint = The one chosen when the account was made.
identity-verify-button = Confirm and sign in
identity-verify-forgot = Start again
identity-welcome = The address is confirmed and your account is ready.
identity-verify-new-title = Confirm the new address
identity-verify-new-lead = From now on you will sign in with { $email } and get messages there.
identity-verify-new-button = Confirm the address

# A new password
identity-reset-title = New password
identity-reset-lead = Give the e-mail address of your account. We will send a link that sets a new password.
identity-reset-send = Send the link
identity-reset-sent = If this address has an account, a message with a link will arrive shortly. It works for an hour.
identity-reset-new-title = Set a new password
identity-reset-new-lead = A new password for { $email }. Once it is saved you will be signed out on all devices.
identity-reset-done = The new password is saved. You can sign in.
identity-invited-title = Set your password
identity-invited-lead = The account for { $email } is waiting. Set a password, then sign in.
identity-password-new = New password
identity-password-save = Save the password

# My account
identity-account = My account
identity-data = Personal data
identity-name = Name
identity-language = Language
identity-language-pl = Polish
identity-language-en = English
identity-language-hint = The language of pages and e-mails.
identity-since = Account since
identity-signing-in = Signing in
identity-password-set = set
identity-on = on
identity-off = off
identity-rights = Your rights to your data
identity-rights-text = You may take a copy of your data or delete your account.
identity-save = Save changes
identity-not-done = That did not work
identity-data-saved = Data saved.
identity-email = E-mail address
identity-email-now = Present address: { $email }.
identity-email-new = New e-mail address
identity-email-new-hint = The old address works until you confirm the new one.
identity-email-send = Send the confirmation link
identity-email-sent = We have sent a message to the new address. Open the link in it to confirm.
identity-email-changed = E-mail address changed.
identity-password-lead = After the change you will be signed out on your other devices.
identity-password-current = Current password
identity-password-current-why = We ask so that nobody else can do this for you.
identity-password-changed = Password changed. Your other devices must sign in again.

# Two-step sign-in
identity-two-step = Two-step sign-in
identity-totp-lead = Besides the password you enter a code from an app on your phone. A guessed password alone does not open the account.
identity-totp-what = You need an app that shows codes, such as FreeOTP, Aegis, Google Authenticator or Microsoft Authenticator.
identity-totp-begin = Turn on two-step sign-in
identity-totp-step-app = 1. Add the account to the app
identity-totp-step-app-text = Scan the picture with the app on your phone.
identity-totp-qr = QR code with the secret for the app. The same secret stands below as text.
identity-totp-open = Open in the app on this device
identity-totp-by-hand = Cannot scan? Type this secret into the app:
identity-totp-step-code = 2. Copy the code from the app
identity-totp-code-hint = Six digits. The code changes every 30 seconds.
identity-totp-confirm = Check the code and turn on
identity-totp-cancel = Do not turn on
identity-totp-is-on = Two-step sign-in is on.
identity-totp-turn-off = Turn off
identity-totp-off-done = Two-step sign-in is off.
identity-totp-lost = What if you lose your phone?
identity-totp-lost-text = Sign in with a recovery code, turn two-step sign-in off and on again with the new phone. Without the phone and without recovery codes the account cannot be opened.
identity-codes-left = Recovery codes left: { $left }.
identity-codes-few = You have { $left ->
    [0] no recovery codes
    [one] { $left } recovery code
   *[other] { $left } recovery codes
 } left. Get new ones so that you do not lose access.
identity-codes-new = Get new recovery codes
identity-codes-title = Recovery codes
identity-codes-lead = Each of them replaces a code from the app once, when you do not have your phone. Earlier codes no longer work.
identity-codes-once = They are shown only now. Print them or keep them in a safe place.
identity-codes-line = All codes in one line, for copying
identity-codes-done = I have saved the codes

# Sessions
identity-sessions = Signed-in devices
identity-sessions-lead = If you do not recognise one, sign it out and change your password.
identity-sessions-count = { $count ->
    [one] { $count } device
   *[other] { $count } devices
 }
identity-session-device = Device
identity-session-here = this device
identity-session-unknown = unknown device
identity-session-seen = Last used
identity-session-since = Signed in
identity-session-address = Network address
identity-session-end = Sign out
identity-session-ended = The device is signed out.
identity-sessions-end-others = Sign out other devices
identity-sessions-end-others-ask = Sign out all devices except this one?
identity-sessions-end-others-text = Forms not yet sent there can be sent after signing in again.
identity-sessions-ended = The other devices are signed out.

# API tokens
identity-tokens = API tokens
identity-tokens-lead = A token lets a program act for you through the JSON interface, only within the chosen scope.
identity-tokens-count = { $count ->
    [0] none
    [one] { $count } token
   *[other] { $count } tokens
 }
identity-tokens-none = You have no tokens
identity-tokens-none-text = Create a token when another program is to use your data. You do not need one to work in the browser.
identity-token-new = New token
identity-token-name = Name
identity-token-name-hint = What it is for, such as "document workflow". It is shown in the audit log.
identity-token-may = Permissions
identity-token-scopes = What may the program do?
identity-token-until = Valid until
identity-token-never = no end
identity-token-used = Last used
identity-token-unused = not used yet
identity-token-expired = expired
identity-token-office = Only in the office
identity-token-office-hint = Without a choice the token works in all offices you serve in.
identity-token-life = How long is it to work?
identity-token-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
identity-token-create = Create the token
identity-token-created = Token created
identity-token-once = It is shown only now. Copy it and keep it like a password.
identity-token-how = The program sends it with every request in this header:
identity-token-done = I have saved the token
identity-token-end = End
identity-token-end-ask = End the token "{ $name }"?
identity-token-end-text = The program that uses it loses access at once. This cannot be undone.
identity-token-ended = The token is ended.
identity-scope-cases-read = Read cases and their records
identity-scope-cases-write = Open and change cases
identity-scope-learning-read = Read courses, learners and progress
identity-scope-learning-write = Enrol people on courses
identity-scope-hooks-write = Tell other systems of events
identity-scope-office-admin = Administer an office

# Copy of data and deletion
identity-export = Copy of my data
identity-export-lead = Download everything the system keeps about you (GDPR, art. 15 and 20).
identity-export-text = The JSON file opens in a browser or text editor. It holds your account, signed-in devices, tokens, your applications and drafts with their answers, your cases with messages, letters and the list of attachments, and what the audit log says you did. It holds no passwords or secrets.
identity-export-button = Download the data
identity-delete = Delete account
identity-delete-lead = Deleting an account cannot be undone.
identity-delete-goes = What goes
identity-delete-goes-text = The name and e-mail address of the account, the password, two-step sign-in, signed-in devices, tokens and drafts not sent.
identity-delete-stays = What stays, because the law says so
identity-delete-stays-text = An office may not destroy case files while archival law binds it (GDPR, art. 17(3)(b) and (d)).
identity-kept-audit = Entries of the audit log (who signed in, changed settings or looked at data, and when) are kept for at least 2 years, then removed. The Polish National Interoperability Framework requires it.
identity-delete-sure = I understand that I lose access to the account for ever.
identity-delete-tick = Tick this box if you really want to delete the account.
identity-delete-button = Delete the account for ever
identity-delete-not = Keep the account
identity-deleted = The account is deleted.

# E-mails
identity-mail-not-you = If this was not you, do nothing. Without this link nothing will change.
identity-mail-registration-subject = Confirm your e-mail address
identity-mail-registration-text = Somebody, probably you, is creating an account in SZPON with this address. To finish, open the link and enter the password you chose. The link works for a day.
identity-mail-registration-button = Finish creating the account
identity-mail-already-subject = You already have an account
identity-mail-already-text = Somebody, probably you, wanted to use this address for a new account in SZPON. The address already has an account. If you have forgotten the password, you can set a new one.
identity-mail-already-button = Set a new password
identity-mail-invitation-subject = { $office } invites you to SZPON
identity-mail-invitation-text = { $office } has made an account for your work in SZPON. Set a password to begin. The link works for 14 days.
identity-mail-invitation-button = Set the password
identity-mail-invitation-footer = If you do not work in this office, ignore this message.
identity-mail-added-subject = { $office }: you have new access
identity-mail-added-text = { $office } has added your account to its people. You will find the office's desk after signing in.
identity-mail-added-button = Go to the desk
identity-mail-reset-subject = Set a new password
identity-mail-reset-text = Somebody, probably you, asks for a new password to the account with this address. The link works for an hour and only once.
identity-mail-reset-button = Set a new password
identity-mail-address-subject = Confirm your new e-mail address
identity-mail-address-text = This address is to replace the present address of your SZPON account. The link works for a day.
identity-mail-address-button = Confirm the address
identity-mail-address-changed-subject = The e-mail address of your account was changed
identity-mail-address-changed-text = Your SZPON account has a new e-mail address. We will not write to this one any more. If you did not change it, contact the operator of the system.
identity-mail-deleted-subject = Your account was deleted
identity-mail-deleted-text = Your SZPON account was deleted. This is the last message. The office keeps the files of your cases as long as the law requires.
identity-mail-security-subject = A change in your account's security
identity-mail-security-password = The password of your account was changed.
identity-mail-security-totp-on = Two-step sign-in was turned on for your account.
identity-mail-security-totp-off = Two-step sign-in was turned off for your account.
identity-mail-security-code = A recovery code was used to sign in. Recovery codes left: { $left }.
identity-mail-security-if-not = If this was not you, set a new password at once and sign out other devices.
identity-mail-security-button = Check your account

# Audit log
audit-object-person = person
audit-account-created = Account created
audit-account-invited = Person invited
audit-account-changed = Account data changed
audit-account-exported = Copy of account data downloaded
audit-account-deleted = Account deleted
audit-operator-granted = Operator rights granted
audit-operator-withdrawn = Operator rights withdrawn
audit-sign-in = Signed in
audit-sign-in-failed = Sign-in failed
audit-sign-in-code-refused = Code refused at sign-in
audit-password-refused = Password refused when confirming an act
audit-password-changed = Password changed
audit-password-reset-asked = New password asked for
audit-email-verified = E-mail address confirmed
audit-email-changed = E-mail address changed
audit-session-ended = Device signed out
audit-session-others-ended = Other devices signed out
audit-totp-on = Two-step sign-in turned on
audit-totp-off = Two-step sign-in turned off
audit-totp-codes = New recovery codes issued
audit-totp-recovery-code-used = Recovery code used
audit-token-created = API token created
audit-token-ended = API token ended
audit-detail-second-step = two-step sign-in
audit-detail-session-id = session
audit-detail-sessions-ended = number of sessions
audit-detail-codes-left = codes left
audit-detail-token-id = token
audit-detail-token-name = name of the token
audit-detail-token-scopes = permissions of the token
audit-scope-cases-read = read cases and their records
audit-scope-cases-write = open and change cases
audit-scope-learning-read = read courses, learners and progress
audit-scope-learning-write = enrol people on courses
audit-scope-hooks-write = tell other systems of events
audit-scope-office-admin = administer an office
identity-token-only = Only: { $office }
identity-scope-cases-read-hint = Cases you can see: data, documents, progress.
identity-scope-cases-write-hint = New cases, letters, messages and outcomes in your name.
identity-scope-learning-read-hint = Your own courses. If you run courses of an office, their learners too.
identity-scope-learning-write-hint = Enrolling people of the office on its courses. Only for its coordinator of learning.
identity-scope-hooks-write-hint = Addresses the office sends news of events to.
identity-scope-office-admin-hint = Units, people, roles and settings. Only for the administrator of an office.
identity-demo-others = Operator and residents
