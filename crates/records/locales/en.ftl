# Where a case stands
records-state-open = In progress
records-state-paused = Term paused
records-state-settled = Settled

# How it was settled
records-outcome-granted = As requested
records-outcome-granted-in-part = Partly as requested
records-outcome-refused = Refused
records-outcome-discontinued = Discontinued
records-outcome-unexamined = Left without examination
records-outcome-passed-on = Passed on to the competent authority
records-outcome-withdrawn = Withdrawn by the party
records-outcome-done = Settled in another way

# Grounds for pausing the term
records-ground-other-term = A term set by another provision
records-ground-suspension = Proceedings suspended
records-ground-mediation = Mediation
records-ground-party = Waiting for the party
records-ground-independent = A cause the office cannot help

# Documents
records-kind-submission = Application
records-kind-attachment = Attachment
records-kind-letter = Letter
records-kind-receipt = Receipt
records-kind-other = Other document
records-origin-party = From the party
records-origin-sent = Sent to the party
records-origin-office = Internal

# Register of incoming mail
records-incoming-received = To be registered
records-incoming-registered = Registered
records-incoming-assigned = Passed on
records-incoming-filed-state = Part of a case
records-incoming-filed = This mail is part of a case already.
records-incoming-unregistered = Register this mail first.
records-incoming-registered-already = Somebody has just registered this mail. Reload the page.
records-channel-form = Form on the site
records-channel-api = Another system
records-channel-post = Post
records-channel-in-person = In person
records-channel-email = E-mail
records-channel-electronic = Electronic delivery
records-access-whole = Public as a whole
records-access-part = Public in part
records-access-none = Not public

# Faults
records-frozen = This case is settled, so its file cannot be changed. A superior can reopen it with a reason.
records-paused-already = The term of this case is paused already.
records-not-paused = The term of this case is not paused.
records-not-settled = This case is not settled.
records-field-empty = Fill in this field.
records-field-long = At most { $limit } characters.
records-field-future = This date is in the future. Give today's or an earlier one.
records-field-term = This term cannot be counted. Give a number above zero; the longest term is 100 years.
records-field-until = Give a day after today and after the present term, at most a year ahead.
records-field-unit = Choose a unit in which you may handle cases.
records-field-person = Choose a person who serves in this unit.
records-field-class = Choose a class of the file plan in force.
records-field-class-group = This class is not final. Only final classes hold cases.
records-field-letter-date = Give a year, a year and month, or a whole date, such as 2026, 2026-01 or 2026-01-12.
records-why = { $why }
records-field-identifier = A PESEL has 11 digits, a NIP 10, and a REGON 9 or 14.
records-field-account = There is no such account.
records-field-service = The office has no such service.
records-field-incoming = There is no such mail, or you have no access to it.
records-field-to = Give a unit or a person, one of them.
records-field-file = Send exactly one file, in the part file.
records-field-file-empty = This file is empty.
records-field-number = Give a number from 0 to 10,000.
records-plan-has-errors = The file has errors. Correct the rows named and upload it again.
records-plan-day-taken = Another edition is in force from this day. Choose another day.
records-plan-in-use = There are cases under this edition, so it cannot be withdrawn.

# Actions of the record
records-action-case-opened = Case opened
records-action-case-assigned = Case assigned
records-action-case-handed-over = Case handed over
records-action-case-renamed = Title changed
records-action-case-remarks = Remarks changed
records-action-case-paused = Term paused
records-action-case-resumed = Term resumed
records-action-case-extended = New date set
records-action-case-settled = Case settled
records-action-case-reopened = Case reopened
records-action-case-exported = File exported
records-action-document-added = Document added
records-action-note-added = Note added
records-action-note-edited = Note changed
records-action-party-added = Participant of the case added
records-action-party-corrected = Participant of the case corrected
records-action-party-removed = Participant of the case removed
records-action-incoming-filed = Mail added to the file
records-action-incoming-corrected = Description of mail corrected
records-action-message-received = Message received from the party
records-action-message-sent = Message sent to the party
records-action-request-sent = Party asked to supply something
records-action-request-answered = Party answered the request
records-action-request-withdrawn = Request withdrawn
records-action-letter-drafted = Letter drafted
records-action-letter-submitted = Letter submitted for approval
records-action-letter-returned = Letter returned for correction
records-action-letter-approved = Letter approved
records-action-letter-sent = Letter sent
records-action-letter-delivered = Letter delivered

# Audit log
audit-file-plan-imported = File plan imported
audit-file-plan-withdrawn = Edition of the file plan withdrawn
audit-case-seen = Case handled by somebody else opened
audit-mail-opened = Incoming mail opened
audit-incoming-exported = Register of incoming mail downloaded
audit-case-list-exported = List of cases downloaded
audit-object-incoming = Incoming mail
audit-object-incoming-register = Register of incoming mail
audit-object-case-list = List of cases
audit-detail-rows = rows
audit-case-exported = Case exported
audit-detail-folder = folder
audit-detail-entry = entry of the record
audit-detail-head = hash of the entry
audit-object-file-plan = File plan
audit-object-case = Case
audit-detail-classes = Classes
audit-detail-reference = Case reference

# Export
records-export-not-empty = The folder { $folder } is not empty. Name a new or empty one.
records-export-partial = There is already a folder { $folder }. Another export is under way there, or was cut short. If none is under way, remove that folder and try again.
records-export-unwritable = The folder { $folder } cannot be written. Check that you may write there and that the disk has room. Nothing was written.
records-export-half = The folder { $folder } could not be written; what was written has been removed. Entry { $entry } of the record tells of this export. Remove the cause and export again.
records-export-cut = The record of case { $reference } is incomplete, so it cannot be exported. All records are checked by: szpon record audit.
records-export-too-many = Case { $reference } has too many documents ({ $n }) for one folder.

# Checking an export
records-break-unreadable = { $file }: cannot be read ({ $why })
records-break-malformed = { $file }: the file is not built as it should be ({ $why })
records-break-format = sprawa.json: the folder has format { $found }, and this program checks format { $known }. Export the case again, or use the program that wrote this folder.
records-break-ordinal = record: entry { $found } stands in the place of entry { $expected }; an entry was removed, added or moved
records-break-previous = record, entry { $ordinal }: it does not continue the entry before
records-break-content = record, entry { $ordinal }: its content does not give its hash; the entry was changed
records-break-entry-file = { $file }: this is not the text of entry { $ordinal } in metryka.json
records-break-length = record: sprawa.json speaks of { $expected } entries, and there are { $found }; the record was cut or added to, or sprawa.json was changed
records-break-no-export = record, entry { $ordinal }: the last entry is not that of an export with the hashes of the files; the record was cut or added to
records-break-other-case = record, entry { $ordinal }: it belongs to another case
records-break-missing = { $file }: this file is missing
records-break-foreign = { $file }: a foreign file or folder; the export did not write it
records-break-changed = { $file }: the file was changed (hash { $found } instead of { $expected })
records-break-document = record, entry { $ordinal }: document { $document } has another hash in the description of the case, or is not there
records-break-unrecorded = { $file }: the record does not know this document
records-break-duplicate = manifest.sha256: file { $file } is listed more than once
records-break-line = manifest.sha256, line { $line }: the export did not write such a line (another hash, name or order)
records-break-unlisted = { $file }: manifest.sha256 does not list this file

# File plan
records-plans-title = File plan
records-plans-admin = Administration
records-plans-lead = The file plan of your office. A new edition does not change cases opened under an earlier one.
records-plans-import = Import an edition
records-plans-empty = There is no file plan yet
records-plans-empty-text = Without a file plan no case can be opened. Import one from CSV or begin with a ready one.
records-plans-none-yet = No edition is in force yet, so no case can be opened. The first will be in force from { $from }
records-plan-name = Name
records-plan-standing = Status
records-plan-from = In force from
records-plan-classes = Classes
records-plan-unverified = To be checked
records-plan-imported = Imported
records-plan-source = Source
records-plan-future = To come
records-plan-in-force = In force
records-plan-past = Earlier
records-plan-download = Download CSV
records-plan-search = Find a class by symbol or title
records-plan-nothing = There is no such class
records-plan-nothing-text = Try another word or the beginning of a symbol.
records-plan-show-all = Show the whole plan
records-plan-no-category = no category
records-plan-other-units = other units:
records-plan-to-verify = to be checked
records-plan-unverified-notice = { $n ->
    [one] { $n } class is not confirmed at its source. Check it before you use it.
   *[other] { $n } classes are not confirmed at their source. Check them before you use them.
 }
records-plan-withdraw = Withdraw this edition
records-plan-withdraw-ask = Withdraw this edition of the file plan?
records-plan-withdraw-text = Only an edition that holds no case can be withdrawn. You can import it again from CSV.
records-plan-withdrawn = The edition of the file plan was withdrawn.
records-import-title = Import an edition of the file plan
records-import-lead = First you will see what will change. Nothing is saved until you confirm it.
records-import-name-default = File plan { $year }
records-import-what = Where the classes come from
records-import-own = From a CSV file
records-import-own-hint = For example one saved from a spreadsheet as “CSV UTF-8”.
records-import-gmina = Starter plan of a gmina
records-import-gmina-hint = 27 classes to begin with. Most must be checked and given categories.
records-import-ministry = Plan of a ministry from 2025
records-import-ministry-hint = 667 classes with archival categories.
records-import-file = CSV file
records-import-file-hint = Columns: symbol, haslo, kategoria_archiwalna. Optional: kategoria_inne, uwagi, status, rodzaj, zrodlo.
records-import-from-hint = From this day new cases are opened under this edition.
records-import-preview = Show a preview
records-import-do = Import this edition
records-import-other = Choose another file
records-import-back = Back to the list
records-import-done = The edition of the file plan was imported.
records-import-no-file = Choose a CSV file.
records-import-too-large = This file is too large for a file plan. It may have 8 MB at most.
records-import-why = { $why }
records-import-preview-title = Preview
records-import-ready = The file is in order. Look at the changes and confirm the import below.
records-import-errors = { $n ->
    [one] The file has { $n } error. Correct it and upload the file again.
   *[other] The file has { $n } errors. Correct them and upload the file again.
 }
records-import-errors-table = Errors
records-import-warnings-table = Warnings
records-import-line = Line
records-import-problem = What is wrong
records-import-rows = Classes in the file
records-import-added = New
records-import-changed = Changed
records-import-removed = Removed
records-import-changes = Changes against the edition in force
records-import-symbol = Symbol
records-import-before = Before
records-import-after = After

# Parties and participants of a case
records-role-party = Party
records-role-applicant = Applicant
records-role-guardian = Statutory representative
records-role-representative = Representative
records-role-acting-as-party = Body with the rights of a party
records-role-participant = Other participant
records-party-email = Give an e-mail address, for example jan.kowalski@poczta.pl.
records-party-email-needed = Give the e-mail address with which this person has an account.
records-party-no-account = Nobody has an account with this address confirmed. Correct it, or save without access from an account.
records-party-too-many = The case already has 200 participants. More parties are told by public notice (art. 49a of the Code of Administrative Procedure).
