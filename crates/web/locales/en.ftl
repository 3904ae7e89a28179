# Faults common to the whole program
fault-not-found = There is no such page, or you have no access to it.
fault-sign-in = Sign in to see this page.
fault-forbidden = You are not allowed to do this.
fault-fields = Check the marked fields.
fault-conflict = Somebody has just changed this. Reload the page and see what changed.
fault-gone = This link has expired or was already used.
fault-too-large = What you are sending is too big. The limit is { $limit }.
fault-too-many = Too many tries. Wait a moment and try again.
fault-unavailable = We cannot do this right now. Nothing was saved. Try again in a moment.
fault-internal = Something went wrong on our side. Nothing was saved. Try again; if it happens again, give the administrator the number { $request }.
fault-form = The form could not be read. Go back and send it again.
fault-json = The JSON could not be read: { $why }
fault-cross-site = This form was sent from another website, so we refused it.
fault-stale = Somebody changed this while you were editing. Your text is kept. Compare both versions.
fault-cursor = The marker of the next page is not valid.
fault-page-not-found-title = We could not find this page
fault-page-forbidden-title = No access
fault-page-gone-title = The link is no longer valid
fault-page-invalid-title = We cannot accept this
fault-page-conflict-title = The data has changed
fault-page-unavailable-title = Unavailable for now
fault-page-internal-title = Something went wrong
fault-page-home = Go to the start page
fault-page-back = Go back to the previous page
field-required = Fill in this field.
field-too-long = The text is too long. The limit is { $max ->
    [one] { $max } character
   *[other] { $max } characters
 }.
field-choice = Choose one of the options.
field-date = Give a date, for example 12.01.2026.
field-number = Give a number.
field-email = Give an e-mail address, for example anna.nowak@example.pl.
page-sign-in = Sign in
page-my = My cases
page-account = My account
page-desk = Desk
page-operator = Operator
page-sign-out = Sign out
page-help = Help
prefs-saved = Your display settings are saved.
page-privacy = Privacy
