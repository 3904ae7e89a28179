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
fault-json = The JSON could not be read: syntax error in line { $line }, column { $column }.
fault-query = The parameters of this query cannot be used.
fault-query-unknown = There is no parameter { $name }. Known parameters: { $known }.
fault-query-none = There is no parameter { $name }. This address takes none.
fault-query-twice = The parameter { $name } was given more than once.
fault-query-value = The parameter { $name } cannot be “{ $value }”.
fault-query-choice = The parameter { $name } cannot be “{ $value }”. Allowed: { $allowed }.
fault-query-range = The parameter { $name } cannot be “{ $value }”. Allowed: a number from { $from } to { $to }.
fault-json-unknown = There is no field { $name }. Known fields: { $known }.
fault-json-missing = The field { $name } is missing.
fault-json-twice = The field { $name } is given twice.
fault-json-choice = Only one of these values can stand here: { $known }.
fault-json-type = { $wanted ->
    [text] A text should stand here.
    [number] A number should stand here.
    [flag] Either true or false should stand here.
    [list] A list should stand here.
    [object] An object should stand here.
   *[other] A value of another kind should stand here.
}
fault-json-value = This value cannot be used. See the description of the API for what to give here.
fault-method = This method cannot be used at this address. The header Allow names those that can.
fault-media-type = The body must be of the type { $wanted } (header Content-Type).
fault-file-name = Give the name of the file in the parameter name.
fault-cross-site = This form was sent from another website, so we refused it.
fault-stale = Somebody changed this while you were editing. Your text is kept. Compare both versions.
fault-once-key = An Idempotency-Key may have 200 characters at most.
fault-once-other = This Idempotency-Key was used for another request.
fault-once-again = The same request is being done right now. Repeat it in a moment to get the same answer.
fault-cursor = The marker of the next page is not valid.
fault-page-not-found-title = We could not find this page
fault-page-forbidden-title = No access
fault-page-gone-title = The link is no longer valid
fault-page-invalid-title = We cannot accept this
fault-page-conflict-title = The data has changed
fault-page-unavailable-title = Unavailable for now
fault-page-internal-title = Something went wrong
fault-page-again = Send again
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
page-learn = Learning
page-account = My account
page-desk = Desk
page-operator = Operator
page-sign-out = Sign out
page-help = Help
prefs-saved = Your display settings are saved.
page-csv = Download CSV
page-xlsx = Download XLSX
page-privacy = Privacy
