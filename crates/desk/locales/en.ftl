# Shared
desk-back = Back
desk-save = Save
desk-saved = Your changes are saved.
desk-filters = Filters
desk-filter = Filter
desk-filter-any = any
desk-filter-clear = Clear filters
desk-filter-text = Reference, title or party
desk-unit = Unit
desk-units = Units
desk-people = People
desk-files = Files
desk-no-answer = no answer
desk-reason-hint = The reason goes into the record of the case.

# Columns
desk-column-author = Author
desk-column-case = Case
desk-column-changed = Changed
desk-column-channel = How it came
desk-column-due = Due
desk-column-handler = Handled by
desk-column-kind = Kind
desk-column-letter = Letter
desk-column-news = New
desk-column-number = Number in the register
desk-column-party = Party
desk-column-passed = Passed to
desk-column-received = Received
desk-column-mark = Reference or number
desk-column-reference = Reference
desk-column-sender = Sender
desk-column-state = State
desk-column-title = Title

# Terms
desk-days-left = { $n ->
    [one] { $n } day left
   *[other] { $n } days left
 }
desk-days-over = { $n ->
    [one] { $n } day overdue
   *[other] { $n } days overdue
 }
desk-due-today = due today
desk-term = Term
desk-term-none = no term
desk-term-none-text = This case has no term.
desk-term-paused = paused
desk-term-paused-left = { $n ->
    [one] paused, { $n } day left once it runs again
   *[other] paused, { $n } days left once it runs again
 }
desk-term-paused-since = Paused since
desk-term-extended-to = New date:
desk-term-in-time = settled in time
desk-term-late = settled late
desk-term-until = Last day: { $day }
desk-term-length = Length of the term
desk-term-why = How was this day counted?
desk-term-show = How the term was counted
desk-term-change = Pause or change the term
desk-term-amount = Length
desk-term-unit = Unit of time
desk-term-hint = Leave the length empty if the matter has no term. For a service its term is filled in.
desk-unit-days = days
desk-unit-working-days = working days
desk-unit-weeks = weeks
desk-unit-months = months
desk-unit-years = years
desk-pauses = Periods that do not count
desk-pause = Pause the term
desk-pause-text = Periods named in art. 35 § 5 of the Code of Administrative Procedure do not count. The pause begins today and lasts until you end it.
desk-pause-ground = Ground
desk-pause-reason = Reason
desk-pause-from = From
desk-pause-to = To
desk-pause-lasts = lasts
desk-pause-do = Pause the term
desk-paused = The term is paused.
desk-resume = Let the term run again
desk-resume-text = Today will be the first day that counts again.
desk-resume-do = Resume the term
desk-resumed = The term runs again.
desk-extend = Set a new date
desk-extend-text = When a case cannot be settled in time, set a new date and tell the party why, and of the right to a reminder (art. 36 of the Code of Administrative Procedure).
desk-extend-until = New date
desk-extend-reason = Cause of the delay
desk-extend-do = Set the date
desk-extended = The new date is set. Tell the party by letter.

# Desk
desk-home-title = My desk
desk-home-waiting = Waiting for me
desk-home-due = Due this week
desk-home-overdue = Overdue
desk-home-followed = Followed
desk-all-cases = See all cases
desk-todo-title = To do
desk-todo-register = { $n ->
    [one] Item to register
   *[other] Items to register
 }
desk-todo-pass = { $n ->
    [one] Item to pass on
   *[other] Items to pass on
 }
desk-todo-mail-mine = { $n ->
    [one] Item passed to me
   *[other] Items passed to me
 }
desk-todo-mail-unit = { $n ->
    [one] Item passed to the unit
   *[other] Items passed to the unit
 }
desk-todo-unassigned = { $n ->
    [one] Case nobody handles
   *[other] Cases nobody handles
 }
desk-todo-returned-count = { $n ->
    [one] Letter returned to me
   *[other] Letters returned to me
 }
desk-todo-returned = Letters returned with remarks
desk-column-returned-by = Returned by
desk-todo-approvals = Letters to approve
desk-todo-news = New messages and answers
desk-unread = { $n ->
    [one] { $n } new message from the party
   *[other] { $n } new messages from the party
 }
desk-empty-waiting = Nothing waits for you
desk-empty-waiting-text = Cases given to you appear here. New cases are opened from mail passed to you or your unit.
desk-empty-role = Nothing waits here
desk-empty-admin = Settings of the office
desk-empty-admin-text = You handle no cases. Units, people, services and the file plan are in the settings of the office.
desk-empty-due = Nothing is due this week
desk-empty-due-text = Cases to be settled within seven days appear here.
desk-empty-overdue = Nothing is overdue
desk-empty-overdue-text = Keep it up. A case whose term passes appears here.
desk-empty-followed = You follow no cases
desk-empty-followed-text = Choose “Follow” on the page of a case to have it at hand even when somebody else handles it.

# List of cases
desk-cases-title = Cases
desk-view-open = In progress
desk-view-mine = Mine
desk-view-overdue = Overdue
desk-view-unassigned = Unassigned
desk-view-all = All
desk-cases-none = There are no cases here yet
desk-cases-none-text = A case is opened from registered mail or on the office’s own initiative.
desk-cases-none-fit = No case fits the filters
desk-cases-none-fit-text = Change or clear the filters.
desk-nobody-yet = nobody yet
desk-own-initiative = own initiative

# Lists of cases
desk-spis-file = list-of-cases
desk-spis-title = Lists of cases
desk-spis-of-year = Lists of cases { $year }
desk-spis-one = List of cases { $name }
desk-spis-lead = One list for each year, unit and class of the file plan (Office Instruction, § 53).
desk-spis-list = List
desk-spis-cases = Cases
desk-spis-ordinal = No.
desk-spis-settled = Settled on
desk-spis-none = There are no cases in this list
desk-spis-none-text = A list begins with the first case opened in a class and year.

# Incoming mail
desk-incoming-title = Incoming mail
desk-incoming-new = Type in mail
desk-incoming-new-lead = Mail from paper, e-mail or electronic delivery gets its number in the register at once.
desk-register-csv = Register of the year as CSV
desk-register-xlsx = Register of the year as XLSX
desk-mail-received = To register
desk-mail-registered = To pass on
desk-mail-mine = To me
desk-mail-assigned = Passed on
desk-mail-filed = In cases
desk-mail-all = All
desk-mail-filter-text = Number, title or sender
desk-mail-no-number = no number
desk-mail-none = There is no mail here
desk-mail-none-text = Mail appears when somebody passes it to you or your unit.
desk-mail-none-fit = No mail fits the filters
desk-mail-none-received = Everything is registered
desk-mail-none-received-text = Applications sent online appear here by themselves. Type in paper mail with the button “Type in mail”.
desk-mail-none-registered = Everything is passed on
desk-mail-none-registered-text = Registered mail waits here to be passed to a unit or a person.
desk-mail-none-mine = No mail waits for you
desk-mail-none-mine-text = Look also under “Passed on”: mail of the whole unit is there.
desk-mail-title = Title
desk-mail-sender = Sender
desk-mail-sender-hint = Fill in what is known. An empty field stands in the register as “brak danych” (no data).
desk-mail-sender-name = Surname and given names
desk-mail-organisation = Organisation or company
desk-mail-address = Address
desk-mail-town = Town
desk-mail-country = Country
desk-mail-email = E-mail address
desk-mail-letter = The letter
desk-mail-letter-date = Date on the letter
desk-mail-letter-date-hint = For example 12.01.2026, 2026-01 or the year alone: 2026.
desk-mail-reference = Sender’s reference
desk-mail-attachments = Number of attachments
desk-mail-remarks = Remarks
desk-mail-metadata = Access and type
desk-mail-access = Access
desk-mail-type = Type (DCMI)
desk-dcmi-text = text
desk-dcmi-still-image = picture
desk-dcmi-moving-image = film
desk-dcmi-sound = sound
desk-dcmi-dataset = data set
desk-dcmi-collection = collection
desk-dcmi-physical-object = physical object
desk-dcmi-software = software
desk-mail-channel = How it came
desk-mail-received-on = Date received
desk-mail-service = Service
desk-mail-service-hint = If it concerns a service of the office, choose it: the class and term of the case will be suggested.
desk-mail-service-none = none
desk-mail-scan = Scan or files
desk-mail-scan-hint = PDF is best. You can add several files.
desk-mail-type-in = Register the mail
desk-mail-typed-in = The mail is registered. Pass it to a unit or a person.
desk-mail-register = Register the mail
desk-mail-register-text = Check the data and give the number in the register of incoming mail.
desk-mail-register-do = Give the number
desk-mail-registered-now = The mail has its number. Pass it to a unit or a person.
desk-mail-waits-for-registry = The mail waits to be registered by the registry.
desk-mail-correct = Correct the register
desk-mail-no-files = The mail has no files.
desk-mail-to-case = What next
desk-mail-attach = Add to an existing case
desk-mail-attach-hint = Begin to write the reference, a title or a name.
desk-mail-attach-do = Add to the case
desk-mail-attached = The mail is part of this case.
desk-field-reference = There is no case with this reference, or you cannot see it.
desk-mail-pass = Pass on
desk-mail-pass-to = To whom
desk-mail-instruction = Instruction
desk-mail-pass-do = Pass on
desk-mail-pass-again = Pass to somebody else
desk-mail-passed = The mail was passed on.
desk-mail-passed-meanwhile = Somebody has just changed this mail. Check to whom it is passed, and pass it on again if needed.
desk-mail-receipt = Number of the receipt
desk-mail-in-case = In the case
desk-mail-facts = About the mail
desk-mail-show = See the mail

# Opening a case
desk-open-case = Open a case
desk-open-do = Open the case
desk-opened = The case is open.
desk-class = Class of the file plan
desk-class-hint = Write a symbol, for example 6220, or words. Only final classes hold cases.
desk-class-found = Classes found
desk-class-alike = Classes with a similar name
desk-class-last-time = The last case of this service has this class. Check that it fits.
desk-class-of-service = This class is written at the service. Check that it fits.
desk-class-search = Find a class
desk-class-none = No such class was found. Try a shorter symbol or other words.
desk-class-unverified = to be checked
desk-field-class = Choose a final class of the file plan.
desk-field-class-pick = Choose one of these classes, or write another.
desk-case-title = Title of the case
desk-case-title-hint = In short: what and whom the case concerns.
desk-started = Proceedings began
desk-from = Who begins the case
desk-from-party = a party
desk-from-office = the office on its own initiative
desk-from-office-hint = In the list of cases “from whom” stays blank.
desk-from-mail = From mail
desk-party = Party
desk-party-name = Name
desk-party-phone = Telephone
desk-party-identifier = PESEL, NIP or REGON
desk-party-account = Account here
desk-party-has = yes, sees the case in the account
desk-party-has-not = no
desk-preview = Reference and term
desk-preview-number = no
desk-preview-symbol = class
desk-preview-text = The next number in the class and year is given when the case is opened.
desk-preview-due = Last day of the term
desk-no-plan = The office has no file plan yet
desk-no-plan-text = Cases are opened in classes of the file plan. Ask the administrator of the office to import one.
desk-no-unit = You serve in no unit
desk-no-unit-text = A case is opened in a unit. Ask the administrator of the office to add you to one.

# Page of a case
desk-case-parts = Parts of the case
desk-case-tab = Case
desk-record-tab = Record
desk-about = About the case
desk-category = Archival category
desk-category-none = not known
desk-opened-on = Opened on
desk-acts = Actions
desk-take = Take the case
desk-taken = You handle this case now.
desk-follow = Follow
desk-unfollow = Stop following
desk-followed-now = You follow this case. It is on your desk.
desk-followed-no-more = You no longer follow this case.
desk-case-edit = Edit title and remarks
desk-case-remarks = Remarks
desk-case-remarks-hint = They stand in the list of cases.
desk-hand = Hand over
desk-hand-text = The reference does not change. The record shows the handing over.
desk-hand-to = To whom
desk-hand-colleagues = People of the unit
desk-hand-elsewhere = People of other units
desk-hand-reason = Reason or instruction
desk-hand-reason-hint = The person who gets the case sees it. It also goes into the record.
desk-hand-do = Hand over
desk-handed = The case was handed over.
desk-talk = Talk with the party
desk-talk-none = Nobody has written yet.
desk-talk-unreachable = The party has neither an account nor an e-mail address. Write a letter and send it by post.
desk-requests = Requests to the party
desk-request-ask = Ask for something
desk-request-close = Close the request
desk-letters = Letters
desk-letter-new = Prepare a letter
desk-documents = Documents
desk-documents-none = There are no documents in the case yet.
desk-document-add = Add a document
desk-document-added = The document is in the case.
desk-document-look = Look
desk-document-name = Name of the document
desk-document-name-hint = Left empty, the name of the file stays. With several files each keeps its own.
desk-document-kind = Kind
desk-document-origin = Where it comes from
desk-origin-office-hint = The party does not see it in the account.
desk-origin-party-hint = The party sees it in the account.
desk-field-file = Choose a file.
desk-file-empty = The file { $name } is empty. Choose another one.
desk-file-kept = already sent
desk-notes = Notes
desk-notes-text = Only people of the office see them.
desk-notes-none = There are no notes.
desk-note-text = Note
desk-note-add = Add the note
desk-note-added = The note is saved.
desk-note-edit = Edit the note
desk-note-edit-mine = Edit your notes
desk-note-edited = edited
desk-note-internal = In the office only
desk-unsaved = This was not saved, because the case was settled
desk-frozen = The case is settled and closed: nothing can be added to it or changed in it.
desk-settled-title = The case is settled
desk-kept-until = The file is kept until the end of { $year }.
desk-export = Export
desk-export-text = The administrator of the system writes documents, metadata and the record into a folder that proves itself whole:

# What to do now
desk-now = What to do now
desk-now-overdue = { $n ->
    [one] The term passed { $n } day ago. Set a new date and tell the party why (art. 36 of the Code of Administrative Procedure).
   *[other] The term passed { $n } days ago. Set a new date and tell the party why (art. 36 of the Code of Administrative Procedure).
 }
desk-now-nobody = Nobody handles this case. Take it or give it to somebody.
desk-now-read = Go to the talk
desk-now-request-overdue = The party has not answered in time: { $what }
desk-now-draft = The letter “{ $title }” waits to be finished.
desk-now-draft-do = Finish the letter
desk-now-returned = The superior returned the letter “{ $title }” with remarks.
desk-now-waiting = The letter “{ $title }” waits for approval.
desk-now-look = See the letter
desk-now-approved = The letter “{ $title }” is approved. Send it.
desk-now-send = Send the letter
desk-now-asked = We wait for the party’s answer.
desk-now-settle = The letter was sent. If that is all, settle the case.
desk-now-start = Check the documents. If something is missing, ask the party for it. If all is there, prepare the letter.

# Settling
desk-settle = Settle the case
desk-settle-outcome = How the case was settled
desk-settle-remarks = Remarks
desk-settle-remarks-hint = They go into the record.
desk-settle-freezes = Closing the file
desk-settle-text = Once settled, the file is frozen: no document, message, letter or note can be added. Only a superior can open the case again, giving a reason.
desk-settle-sure = I understand that the file is closed as it is: documents: { $documents }, messages: { $messages }, entries in the record: { $entries }.
desk-settle-do = Settle and close the file
desk-settled = The case is settled and its file closed.
desk-field-outcome = Choose how the case was settled.
desk-field-sure = Confirm that you want to close the file.
desk-loose = Before you settle the case
desk-loose-requests = { $n ->
    [one] { $n } request waits for the party’s answer
   *[other] { $n } requests wait for the party’s answer
 }
desk-loose-letters = { $n ->
    [one] { $n } letter was not sent
   *[other] { $n } letters were not sent
 }
desk-loose-unread = { $n ->
    [one] { $n } message of the party is unread
   *[other] { $n } messages of the party are unread
 }
desk-reopen = Open the case again
desk-reopen-text = The case goes on, and the record shows who opened it again, when and why.
desk-reopen-reason = Reason
desk-reopen-do = Open again
desk-reopened = The case is in progress again.

# Record
desk-record-of = Record of case { $reference }
desk-record-title = Entries
desk-record-text = Every action is written once and for good. The hash of each entry covers the one before, so any change breaks the chain.
desk-record-pdf = Download the record (PDF)
desk-record-verify = Verify now
desk-record-whole-title = The chain is whole
desk-record-whole = { $n ->
    [one] { $n } entry was verified:
   *[other] { $n } entries were verified:
 }
desk-record-head = Hash of the last entry:
desk-record-broken-title = The chain is broken
desk-record-cut = There are { $n } of { $all } entries: the end of the record is gone. Tell the administrator.
desk-record-break-ordinal = Another entry stands in place of entry { $n }: one was removed, added or moved. Tell the administrator.
desk-record-break-previous = Entry { $n } does not continue the one before. Tell the administrator.
desk-record-break-content = The content of entry { $n } was changed. Tell the administrator.
desk-record-break-columns = The data of entry { $n } say something else than its content. Tell the administrator.
desk-record-hash = Hash
desk-record-last = Last entries of the record
desk-record-all = The whole record

# Search
desk-search-title = Search
desk-search-label = Search cases, letters and mail
desk-search-hint = A reference, a name, a title or words of the text. Polish letters and endings do not matter.
desk-search-begin = What are you looking for?
desk-search-begin-text = You find only what you have access to.
desk-search-none = Nothing was found
desk-search-none-text = Check the spelling or use other words. Cases of other units are seen only by them and their superiors.
desk-search-loose = Nothing fits exactly; these are similar.
desk-search-cases = Cases
desk-search-letters = Letters
desk-search-incoming = Incoming mail
desk-search-content = Documents, messages and notes
desk-thing-case = case
desk-thing-letter = letter
desk-thing-document = document
desk-thing-message = message
desk-thing-request = request to the party
desk-once-other = This form was already sent with other content. Check what you typed and send it again.
desk-once-again = This form is being saved right now. Wait a moment and send it once more: nothing is saved twice.
desk-thing-note = note
desk-thing-incoming = incoming mail
desk-thing-outgoing = outgoing mail

# Parties and participants
desk-parties = Parties and participants
desk-parties-change = Change parties and participants
desk-parties-show = See parties and participants
desk-party-role = Role in the case
desk-party-add = Add a party or participant
desk-party-added = Added. The record of the case says so.
desk-party-correct = Correct the details
desk-party-join = Show the case in the account with this e-mail address
desk-party-join-hint = The holder of that account will see the case among their own, with letters and messages. Check the address before you save.
desk-party-remove = Remove from the case
desk-party-remove-text = { $name } will no longer see the case in their account or get messages about it. The record will keep an entry.
desk-party-reason = Reason
desk-party-removed = Removed from the case. The record says so.
desk-party-gone = Meanwhile somebody removed this person from the case.
