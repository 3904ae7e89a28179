# Roles
offices-role-official = Official
offices-role-official-hint = Handles cases.
offices-role-superior = Superior
offices-role-superior-hint = Assigns cases, approves letters and sees the cases of the units they lead.
offices-role-registry = Registry
offices-role-registry-hint = Keeps the registers of incoming and outgoing mail.
offices-role-administrator = Administrator
offices-role-administrator-hint = Sets up the office: units, people, services and the file plan. This does not show the content of cases.
offices-role-author = Course author
offices-role-author-hint = Makes and publishes the courses of the office.
offices-role-trainer = Trainer
offices-role-trainer-hint = Leads courses: groups, sessions, marks and questions of learners.
offices-role-coordinator = Training coordinator
offices-role-coordinator-hint = Enrols people, sets mandatory training and sees who completed what.
offices-need-official = This needs the role of an official. Ask the administrator of your office for it.
offices-need-superior = This needs the role of a superior. Ask the administrator of your office for it.
offices-need-registry = This needs the registry role. Ask the administrator of your office for it.
offices-need-administrator = This needs the role of an office administrator.
offices-need-author = This needs the role of a course author. Ask the administrator of your office for it.
offices-need-trainer = This needs the role of a trainer. Ask the administrator of your office for it.
offices-need-coordinator = This needs the role of a training coordinator. Ask the administrator of your office for it.

# Kinds of offices
offices-kind-gmina = gmina office
offices-kind-city = city office
offices-kind-powiat = powiat office
offices-kind-voivodeship = voivodeship or marshal’s office
offices-kind-ministry = ministry
offices-kind-other = other public body

# Menu
offices-nav-desk = Desk
offices-nav-incoming = Incoming mail
offices-nav-cases = Cases
offices-nav-search = Search
offices-nav-search-label = Search cases, letters and mail
offices-nav-approvals = Approvals
offices-nav-outgoing = Outgoing register
offices-nav-templates = Letter templates
offices-nav-courses = Courses
offices-nav-paths = Course paths
offices-nav-training = Training
offices-nav-requests = Course requests
offices-nav-certificates = Certificates
offices-nav-admin = Administration
offices-nav-admin-home = Office
offices-nav-units = Units
offices-nav-people = People
offices-nav-points = Service points
offices-nav-import = Import from CSV
offices-nav-services = Services
offices-nav-file-plan = File plan
offices-nav-audit = Audit log
offices-nav-hooks = Webhooks
offices-nav-site-services = Services
offices-nav-site-about = The office
offices-nav-site-contact = Contact and hours
offices-nav-site-accessibility = Accessibility

# Faults
offices-suspended-desk = The operator of the system has suspended this office. Its data are safe. Contact the operator.
offices-suspended-site = { $office } does not handle matters on this site for the time being. Contact the office in another way.
offices-already-at-work = This office is already at work here.
offices-last-administrator = An office must keep at least one administrator. Give the role to somebody else first.
offices-field-teryt = There is no gmina with this TERYT code.
offices-field-slug = This name cannot be used in the address: it is taken or reserved. Choose another.
offices-field-period = The last day cannot be earlier than the first.
offices-field-code = A code is made of letters and digits with at least one letter. A hyphen only divides a unit from its section, for example OR or GK-A.
offices-field-code-taken = In { $year } this code belongs to the unit “{ $unit }”. Within a year a code means one unit.
offices-field-parent-below = A unit cannot stand under itself or under a unit below it.
offices-field-parent-ends = The unit above ends earlier.
offices-field-unit-people = People serve in the unit after that day ({ $people }). Move them or end their service there first.
offices-field-unit-below = Other units stand under this one after that day. Move or close them first.
offices-field-unit-period = The unit does not exist for the whole of this period.
offices-field-roles = Choose at least one role.
offices-field-member-twice = This person already serves in this unit in that period.
offices-field-position-taken = There is already a position of this name.
offices-field-postal-code = Give the postal code as 00-000.
offices-field-main-closed = The main seat of the office cannot be closed.
offices-field-hours = The closing time must be later than the opening time.
offices-field-reason = Give a reason. The person concerned will see it.
offices-field-website = Give an address that begins with https://.
offices-field-account = This is no bank account number. Check the digits: there should be 26.
offices-field-substitute-self = Nobody stands in for themselves. Choose another person.
offices-field-past = This day is over.
offices-field-not-serving = This person does not serve in the office in that period.
offices-cancel = Cancel
offices-save = Save

# Start page
offices-start-title = Find your office
offices-start-lead = Settle your matter online, without queues. Begin with your office.
offices-start-search = Name of a gmina, town or office
offices-start-search-hint = You can leave out Polish letters, for example “lodz”.
offices-start-filters = Narrow the list of offices
offices-start-voivodeship = Voivodeship
offices-start-any-voivodeship = all voivodeships
offices-start-powiat = Powiat
offices-start-any-powiat = all powiats
offices-start-narrow = Narrow
offices-start-clear = Show everything again
offices-start-at-work = Offices already at work here
offices-start-at-work-text = You can apply to these offices and follow what happens to your case.
offices-start-none = No office is at work here yet
offices-start-none-text = Search for your gmina. If you work there, you can run its office here free of charge.
offices-start-more = { $n ->
    [one] And { $n } more office. Use the search to find it.
   *[other] And { $n } more offices. Use the search to find them.
 }
offices-start-what = What you can do here
offices-start-what-find = Learn what is needed
offices-start-what-find-text = Ask in your own words. You will read which documents to prepare, what it costs and how long it takes.
offices-start-what-send = Apply
offices-start-what-send-text = With an account or without one. You get an official receipt at once.
offices-start-what-follow = Follow your case
offices-start-what-follow-text = See where your case is and by when the office should settle it. Write to the office and get an answer.
offices-start-what-learn = Learn
offices-start-what-learn-text = Courses of public offices: waste sorting, accessibility and others. Some need no account.
offices-start-what-check = Check a certificate
offices-start-what-check-text = Has somebody shown you a certificate of a course or a badge? Check whether it is valid and who issued it.
offices-start-what-check-code = Type the code of a certificate
offices-start-what-check-badge = Check a badge
offices-start-what-office = Run your office here
offices-start-what-office-text = Free of charge: e-services, case handling, letters, registers and case records. Claim your office and set it up yourself.
offices-start-found = { $n ->
    [one] { $n } office found
   *[other] { $n } offices found
 }
offices-start-results = Offices that match the search; those at work here come first
offices-start-column-name = Gmina, town or office
offices-start-column-place = Where
offices-start-column-office = Office
offices-start-column-state = On this site
offices-start-nothing = No such office was found
offices-start-nothing-text = Check the spelling, type a shorter name, or change the voivodeship and powiat.
offices-at-work = At work here
offices-not-yet = Not here yet

# A gmina of the directory
offices-entry-not-yet = This office is not at work here yet
offices-entry-text = For now you cannot apply to this office here. Settle your matter at the office or on its own website.
offices-entry-kind = Kind of gmina
offices-entry-powiat = Powiat
offices-entry-voivodeship = Voivodeship
offices-entry-code = TERYT code
offices-entry-population = Population
offices-entry-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
 }
offices-entry-your-claim = Your claim
offices-entry-for-office = Do you work in this office?
offices-entry-for-office-text = An office gets all it needs to serve residents online, free of charge. Whoever the mayor has authorised can claim it.
offices-entry-step-claim = Claim
offices-entry-step-decision = Operator’s decision
offices-entry-step-set-up = Setting up
offices-entry-claim = Run this office here
offices-entry-near = Offices of this voivodeship already at work here

# Claiming an office
offices-claim-title = Run this office here
offices-claim-lead = The operator of the system checks whether you may represent the office. We will tell you of the decision by e-mail.
offices-claim-office-name = Full name of the office
offices-claim-office-name-hint = Correct it if the office has another name, for example “Urząd Miejski w Łomży”.
offices-claim-position = Position
offices-claim-position-hint = For example: secretary of the gmina.
offices-claim-email = Official e-mail of the office
offices-claim-email-hint = The operator may confirm the claim at this address. An address in the office’s own domain is best.
offices-claim-justification = Grounds for representing the office
offices-claim-justification-hint = Say who authorised you and how the operator can check it.
offices-claim-file = Authorisation
offices-claim-file-hint = A scan or a document signed electronically. It makes the decision quicker.
offices-claim-file-kept = kept, no need to add it again
offices-claim-send = Send the claim
offices-claim-sent = The claim is sent. We will tell you of the decision by e-mail.
offices-claim-kicker = Claim of an office
offices-claim-who = Claimed by
offices-claim-waiting = Waiting for a decision
offices-claim-approved = Approved
offices-claim-refused = Refused
offices-claim-withdrawn = Withdrawn
offices-claim-waiting-text = The operator has not decided yet. We will tell you of the decision by e-mail.
offices-claim-approved-text = The office is founded and you are its administrator. Now set up units, people, services and the file plan.
offices-claim-refused-text = The operator refused the claim. The reason stands below. You can send a new claim.
offices-claim-withdrawn-text = This claim was withdrawn.
offices-claim-set-up = Go to the office settings
offices-claim-again = Send a new claim
offices-claim-event-made = Claim sent
offices-claim-event-ahead = Operator’s decision
offices-claim-with-file = Attached file: { $file }
offices-claim-withdraw = Withdraw the claim
offices-claim-withdraw-title = Withdraw the claim?
offices-claim-withdraw-text = The operator will not decide on it. You can send a new one later.
offices-claim-withdrawn-done = The claim is withdrawn.
offices-claim-already-waits = Your claim of this office already waits for a decision.
offices-claim-decided = This claim has already been decided.
offices-mail-claim-subject = Decision on your claim of an office
offices-mail-claim-text = The operator has decided on the claim of: { $office }. Sign in to see the decision and the reason.
offices-mail-claim-button = See the decision

# Import
offices-column-code = code
offices-column-name = name
offices-column-parent = parent
offices-column-from = from
offices-column-to = to
offices-column-email = e-mail
offices-column-given-name = given name
offices-column-family-name = family name
offices-column-unit = unit
offices-column-position = position
offices-column-roles = roles
offices-import-role = There is no role “{ $word }”. Possible roles: official, superior, registry, administrator, author, trainer, coordinator. Divide several by a bar |.
offices-import-date = “{ $text }” is no date. Write it as 2026-01-31 or 31.01.2026.
offices-import-email = “{ $text }” is no e-mail address.
offices-import-no-unit = There is no unit with the code “{ $code }”.
offices-import-twice = The same already stands in line { $line }.
offices-import-ragged = The row has another number of cells than the header. Check that text with a semicolon or comma stands in quotes.
offices-import-done = This file was already imported.
offices-import-changed = The office changed since the preview was shown. Nothing was saved. Check the new preview and confirm it.
offices-import-not-ready = This file cannot be imported: it has errors or changes nothing.
offices-import-file-empty = The file is empty.
offices-import-file-not-text = This is no CSV file. In your spreadsheet choose “Save as” and the format CSV.
offices-import-file-utf16 = The file is in UTF-16. In your spreadsheet choose “CSV UTF-8”.
offices-import-file-encoding = The encoding of letters is not known. Save the file as “CSV UTF-8”.
offices-import-file-columns = The first row lacks these columns: { $columns }. Download the template and compare the headings.
offices-import-file-twice = The column “{ $columns }” stands twice.
offices-import-file-too-long = The file has more than 5000 rows. Divide it into smaller ones.
offices-import-file-no-rows = There is no row below the header.

# Data of an office
offices-data-name = Full name
offices-data-name-en = Name in English
offices-data-street = Street and number
offices-data-postal-code = Postal code
offices-data-town = Town
offices-data-email = E-mail
offices-data-phone = Telephone
offices-data-website = Website
offices-data-delivery = Address for electronic delivery
offices-data-easy = What the office does, in easy-to-read Polish (ETR)
offices-data-easy-en = The same in English
offices-data-deaf = Contact for deaf people
offices-data-account = Bank account for fees
offices-data-rodo = Data protection officer
offices-data-access-contact = Contact about accessibility
offices-data-access-note = What is not accessible

# Desk and administration
offices-desk-title = In which office do you want to work?
offices-desk-lead = Choose the office whose desk you want to open.
offices-admin-none = You do not administer any office
offices-admin-none-text = The administrator of an office gives this right. If you want to run your office here, find it and claim it.
offices-desk-none = You do not serve in any office yet
offices-desk-none-text = The administrator of an office gives access to its desk. If you want to run your office here, find it and claim it.
offices-admin-title = Office settings
offices-admin-lead = Here you set how the office works and what residents see.
offices-admin-numbers = The office in figures
offices-admin-more = Other settings
offices-admin-site = See the office’s site
offices-tasks = What is still to be set up
offices-tasks-progress = Done: { $done } of { $all }
offices-tasks-all = The office is ready to work
offices-tasks-all-text = All that an office needs to begin is set. You can change it at any time.
offices-task-done = done
offices-task-next = begin here
offices-task-ahead = to do
offices-task-data = Data of the office
offices-task-data-text = Address, telephone, e-mail, data protection officer and texts for residents.
offices-task-hours = Opening hours
offices-task-hours-text = When and where the office serves people.
offices-task-units = Units
offices-task-units-text = Departments and sections with the codes that stand in case references.
offices-task-people = People and roles
offices-task-people-text = Invite colleagues and say what they may do.
offices-task-file-plan = File plan
offices-task-file-plan-text = The plan of classes in which cases are opened.
offices-task-services = Services
offices-task-services-text = Choose the matters that residents can settle online.
offices-audit-lead = Who changed settings and rights or looked at protected data, and when.
offices-audit-lead-all = What happened in the whole installation: all offices and accounts.
offices-show = Show
offices-remove = Remove
offices-from = From
offices-to = Until
offices-reason = Reason
offices-data-saved = The data of the office are saved.
offices-data-group-name = Name
offices-data-group-contact = Address and contact
offices-data-group-texts = Texts for residents
offices-data-delivery-hint = It begins with AE:PL-.
offices-data-account-hint = 26 digits. Residents pay stamp duty to this account.
offices-data-easy-hint = Short sentences, simple words, one thought a line. The Act of 19 July 2019 on accessibility asks for it.
offices-data-deaf-hint = Text message, e-mail, video call, sign-language interpreter and how many days ahead to order one.
offices-data-rodo-hint = Name, e-mail or telephone.
offices-data-access-contact-hint = Who answers remarks about accessibility. When empty, the office’s e-mail is shown.
offices-data-access-note-hint = One thing a line, for example “Scans of older resolutions have no text”.
offices-field-time = Give both times, for example 7:30 and 15:30.
offices-monday = Monday
offices-tuesday = Tuesday
offices-wednesday = Wednesday
offices-thursday = Thursday
offices-friday = Friday
offices-saturday = Saturday
offices-sunday = Sunday

# Units
offices-units-lead = Units make case references and decide who sees whose cases.
offices-units-none = There are no units yet
offices-units-none-text = Add the first one or import all of them from a CSV file.
offices-units-other-title = Units that ended or are still to come
offices-unit-add = Add a unit
offices-unit-add-below = Add a unit under this one
offices-unit-added = The unit is added.
offices-unit-saved = The unit is saved.
offices-unit-code = Code
offices-unit-code-hint = It begins the case reference. Letters and digits, for example OR or GK; a hyphen only before a section: GK-A. Within a year a code means one unit.
offices-unit-name = Name of the unit
offices-unit-parent = Unit above
offices-unit-top = (none, top level)
offices-unit-period = When it exists
offices-unit-period-hint = Without a last day it goes on. A unit that ended is still seen in old cases.
offices-unit-until = until { $day }
offices-import-short = Import from CSV

# People
offices-people-filters = Filters of the list of people
offices-people-search = Name, e-mail or position
offices-people-any-unit = all units
offices-people-any-role = all roles
offices-people-when = When
offices-people-now = now and in future
offices-people-all = also in the past
offices-people-table = People who serve in the office
offices-people-none = Nobody matches the filters
offices-people-none-text = Change the filters or add a person.
offices-person = Person
offices-person-unit = Unit
offices-person-position = Position
offices-person-position-hint = Type its name. It is made if there is none yet.
offices-person-positions = Positions there are
offices-person-role = Role
offices-person-roles = Roles
offices-person-period = Period
offices-person-future = not begun yet
offices-person-past = ended
offices-person-add = Add a person
offices-person-add-send = Add and invite
offices-person-add-lead = We send an invitation by e-mail. The person sets their own password.
offices-person-added = The person is added and invited.
offices-person-saved = The changes are saved.
offices-person-ended = The service in the unit is ended.
offices-person-email = E-mail
offices-person-email-hint = If somebody has an account with this address, that account is added.
offices-person-names = Name
offices-person-given = Given name
offices-person-family = Family name
offices-person-last = Last day
offices-person-end = End the service in the unit
offices-person-end-title = End the service of { $name }?
offices-person-end-text = After that day the person cannot enter the desk. What they did stays in the cases.
offices-positions-title = Positions
offices-positions-lead = Names of positions that stand beside people and in case records.
offices-positions-none = There are no positions yet
offices-position-add = Add a position
offices-position-name = Name of the position
offices-position-rename = Rename
offices-position-added = The position is added.
offices-position-saved = The name of the position is saved.
offices-substitutions-title = Substitutions
offices-substitutions-lead = A substitute sees the cases of the person who is away and has their roles, except that of administrator.
offices-substitutions-table = Substitutions now and to come
offices-substitutions-none = There are no substitutions
offices-substitution-absent = Who is away
offices-substitution-substitute = Who stands in
offices-substitution-state = State
offices-substitution-now = now
offices-substitution-ahead = planned
offices-substitution-add = Add a substitution
offices-substitution-added = The substitution is added.
offices-substitution-end = End
offices-substitution-end-title = End the substitution?
offices-substitution-end-text = { $name } at once no longer sees the cases of the person who is away.
offices-substitution-ended = The substitution is ended.

# Service points
offices-points-lead = Places where the office serves people, with opening hours.
offices-point-add = Add a service point
offices-point-added = The point is added. Now give its opening hours.
offices-point-saved = The service point is saved.
offices-point-main = main seat
offices-point-name = Name of the point
offices-point-place = Place and accessibility
offices-point-directions = How to get there and in
offices-point-directions-hint = Stop, car park, entrance, lift, floor.
offices-point-step-free = Step-free entrance
offices-point-not-step-free = There are steps at the entrance.
offices-point-loop = Induction loop
offices-point-no-loop = There is no induction loop.
offices-point-closed = Closed for good
offices-point-hours-text = Leave days off empty. On statutory holidays the point is shown as closed.
offices-point-opens = From
offices-point-closes = To
offices-point-save-hours = Save the hours
offices-point-exceptions = Days that differ
offices-point-exceptions-text = For example a short day, closing for repairs, or an open Saturday.
offices-point-no-exceptions = There are no such days
offices-point-add-exception = Add a day
offices-point-exception-hint = Leave empty if the point is closed all day.
offices-point-note = Reason
offices-point-note-hint = Residents see it, for example “Stocktaking”.

# Import
offices-import-title = Import from CSV
offices-import-lead = Load units or people from a spreadsheet. You first see what will change.
offices-import-units = Import units
offices-import-units-text = Columns: code, name, parent, from, to. Empty dates leave what there is; an empty parent means the top level.
offices-import-units-file = units.csv
offices-import-people = Import people
offices-import-people-text = Columns: e-mail, given name, family name, unit, position, roles, from, to. New people are invited by e-mail.
offices-import-people-file = people.csv
offices-import-file = CSV file
offices-import-file-hint = Separated by commas or semicolons, UTF-8 or Windows-1250. Up to 5000 rows.
offices-import-no-file = Choose a file.
offices-import-preview = Show what will change
offices-import-preview-title = Preview
offices-import-template = Download the template
offices-import-file-name = File: { $file }
offices-import-cannot = This file cannot be read
offices-import-other = Choose another file
offices-import-new = New
offices-import-changes = Changed
offices-import-same = Unchanged
offices-import-errors = Errors
offices-import-rows = Rows of the file: errors first, then changes
offices-import-line = Line
offices-import-what = What
offices-import-op = What happens
offices-import-details = Details
offices-import-op-new = new
offices-import-op-changed = change
offices-import-op-same = unchanged
offices-import-op-error = error
offices-import-nothing = The file changes nothing
offices-import-nothing-text = All that is in the file is in the office already.
offices-import-fix-text = Nothing was saved. Correct these rows in the file and load it again.
offices-import-applied = The import is done. All changes are saved.
offices-import-shortened = At most { $n } rows of each sort are shown.

# Operator
offices-operator-title = Installation
offices-operator-home = Overview
offices-operator-claims = Claims of offices
offices-operator-offices = Offices
offices-operator-people = People’s accounts
offices-operator-waiting = Claims to decide
offices-operator-suspended = suspended: { $n }
offices-operator-search = Name, address or TERYT code
offices-operator-kind = Kind
offices-operator-slug = Name in the address
offices-operator-slug-hint = Lower-case letters, digits and hyphens. Made of the office’s name when empty.
offices-operator-since = Since
offices-operator-found = Found an office
offices-operator-found-gmina = The office of a gmina or town is founded by a claim from the directory. Here you found any other office.
offices-operator-founded = The office is founded. Its administrator is invited.
offices-operator-first = First administrator
offices-operator-first-hint = They are invited by e-mail and set the office up.
offices-claims-all = All
offices-claims-none = There are no claims here
offices-claim-when = When
offices-claim-state = State
offices-claim-no-file = No authorisation was attached.
offices-claim-own-domain = The e-mail seems to be an official address of this office. Make sure all the same, for example by telephone, that this person may claim it.
offices-claim-foreign-domain = The e-mail does not seem to be an official address of this office. Confirm the claim by telephone, at the number on the office’s own website.
offices-claim-decision = Decision
offices-claim-reason-hint = Give it when you approve and when you refuse. Whoever claimed the office will see it.
offices-claim-approve = Approve and found the office
offices-claim-refuse = Refuse
offices-claim-approved-done = The claim is approved and the office founded.
offices-claim-refused-done = The claim is refused.
offices-status-active = at work
offices-status-suspended = suspended
offices-status-suspend = Suspend the office
offices-status-suspend-title = Suspend { $office }?
offices-status-suspend-text = Nobody can enter the desk or apply. Nothing is deleted; the office can be resumed.
offices-status-resume = Resume the office
offices-status-reason-hint = It is kept in the audit log.
offices-status-suspended-done = The office is suspended.
offices-status-resumed-done = The office is at work again.

# Site of an office
offices-site-lead = What are you looking for? Ask in your own words.
offices-site-search = Which matter do you want to settle?
offices-site-search-hint = For example: “lost my identity card”, “felling a tree”, “wedding”.
offices-site-points = Service points
offices-site-easy = What the office does: easy to read
offices-site-today-title = The office today
offices-site-today = Today from { $from } to { $to }
offices-site-open = Open now
offices-site-opens-later = Not open yet
offices-site-closed-already = Closed for today
offices-site-closed-today = Closed today
offices-site-closed = closed
offices-site-next = Opens next:
offices-site-hours-unknown = The office has not given its opening hours yet.
offices-site-hours = Opening hours
offices-site-hours-of = Opening hours: { $point }
offices-site-day = Day
offices-site-holidays = Closed on statutory holidays.
offices-site-exceptions = Days that differ
offices-site-contact = Contact
offices-site-contact-more = All points and hours
offices-site-address = Address
offices-site-deaf-unknown = The office has not given a separate contact yet. Write an e-mail or come with a person who helps you.
offices-site-deaf-law = You may use an interpreter of PJM, SJM or SKOGN. Tell the office at least 3 working days ahead (Act of 19 August 2011 on sign language).
offices-site-write = Apply or write to the office
offices-site-units = Units of the office
offices-site-units-text = Beside a unit stand the people who lead it.
offices-site-no-units = The office has not given its units yet
offices-site-rodo = Protection of personal data
offices-site-rodo-text = The controller of data you give in your matters is { $office }.

# Accessibility statement
offices-statement-title = Accessibility statement
offices-statement-duty = { $office } makes the website { $site } accessible as the Act of 4 April 2019 on the digital accessibility of websites and mobile applications of public bodies requires.
offices-statement-published = Site published
offices-statement-updated = Last important update
offices-statement-state = Conformance
offices-statement-state-text = The site is built to WCAG 2.1 level AA. Every page is checked automatically at each change of the program.
offices-statement-not = What is not accessible:
offices-statement-keys = Keyboard and display
offices-statement-keys-text = All works by keyboard and without JavaScript. Text size, colours and contrast can be changed in the top bar.
offices-statement-contact = Remarks and requests
offices-statement-contact-text = Write or call when something is not accessible. You get an answer within 7 days; if that is impossible, a new date within 2 months.
offices-statement-complaint = Complaint
offices-statement-complaint-text = When accessibility is refused you may complain, and then turn to the Commissioner for Human Rights (www.rpo.gov.pl).
offices-statement-buildings = Accessibility of buildings
offices-statement-dog = You may enter with an assistance dog.
offices-installation-access-lead = This statement is about the common pages of { $site }. Each office has its own statement too.
offices-installation-access-contact = Tell an office about its own pages; the contact is in its statement. About the common pages write to the operator of the site.

# Common pages
offices-privacy-title = Protection of data
offices-privacy-who = Who is responsible
offices-privacy-who-text = The office that handles a case is responsible for its data. The operator of the site is responsible for accounts.
offices-privacy-what = Which data and why
offices-privacy-what-text = For an account: name and e-mail. For a case: what you write in the application, as the law named beside the service requires.
offices-privacy-rights = Your rights
offices-privacy-rights-text = In your account you can download your data and delete the account. Ask the office to correct data in a case. You may complain to the President of the Personal Data Protection Office.
offices-privacy-keep = How long
offices-privacy-keep-text = Offices keep case files as long as archival law requires, also after an account is deleted. The audit log is kept for at least 2 years.
offices-privacy-cookies = Cookies
offices-privacy-cookies-text = Only those needed: for signing in and for the display you chose. No tracking, no advertisements.
offices-about-title = About
offices-about-lead = SZPON is a system of remote work and learning: one program in which an office serves residents and handles cases.
offices-about-free = Free for offices
offices-about-free-text = Any office can work here free of charge. Offices share the installation but see nothing of each other.
offices-about-open = Open program
offices-about-open-text = The code is open under the licence EUPL 1.2. Other systems can use its API.
offices-about-directory = The list of gminas is from the TERYT register ({ $day }).
offices-about-api = API description
offices-help-title = Help
offices-help-citizen = For residents
offices-help-account = Do I need an account?
offices-help-account-text = No. You can apply without one and only confirm your e-mail. With an account you see all your cases in one place.
offices-help-find = How do I find the right service?
offices-help-find-text = Open the site of your office and ask in your own words, for example “lost my identity card”.
offices-help-term = How long may an office take?
offices-help-term-text = The term stands beside each service and in your case. If the office misses it, it must say why and give a new one.
offices-help-not-here = My office is not here
offices-help-not-here-text = Search for the gmina. Its page says that the office is not at work here yet. Then settle your matter at the office itself.
offices-help-office = For offices
offices-help-join = How do I run my office here?
offices-help-join-text = Make an account, find the gmina and choose “Run this office here”. After the operator’s decision you set up units, people, services and the file plan.
offices-help-cost = What does it cost?
offices-help-cost-text = Nothing.
offices-help-import = Must I type everybody in?
offices-help-import-text = No. Units and people can be loaded from CSV files. You first see what will change, and errors are shown row by row.
offices-units-other = { $n ->
    [one] { $n } unit that ended or is still to come
   *[other] { $n } units that ended or are still to come
 }
offices-unit-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
 }
offices-people-total = { $n ->
    [one] { $n } person
   *[other] { $n } people
 }
offices-import-fix = { $n ->
    [one] { $n } row has an error
   *[other] { $n } rows have errors
 }
offices-import-confirm = { $n ->
    [one] Save { $n } change
   *[other] Save { $n } changes
 }
offices-operator-decide = { $n ->
    [one] { $n } claim waits for a decision.
   *[other] { $n } claims wait for a decision.
 }

# Audit log
audit-office-founded = Office founded
audit-office-changed = Data of the office changed
audit-office-suspended = Office suspended
audit-office-resumed = Office resumed
audit-unit-added = Unit added
audit-unit-changed = Unit changed
audit-position-added = Position added
audit-position-renamed = Position renamed
audit-member-added = Person added to the office
audit-member-changed = Person’s service or roles changed
audit-substitution-added = Substitution added
audit-substitution-ended = Substitution ended
audit-point-added = Service point added
audit-point-changed = Service point changed
audit-hours-set = Opening hours set
audit-hours-exception = Different day added
audit-hours-exception-removed = Different day removed
audit-claim-made = Office claimed
audit-claim-decided = Claim of an office decided
audit-import-applied = Data imported from CSV
audit-object-office = office
audit-object-unit = unit
audit-object-position = position
audit-object-member = person in the office
audit-object-substitution = substitution
audit-object-point = service point
audit-object-hours = opening hours
audit-object-claim = claim of an office
audit-object-import = import
audit-detail-parent = unit above
audit-detail-closed = closed
audit-detail-teryt = TERYT code
audit-detail-kind = kind
audit-detail-file = file
audit-detail-new = new
audit-detail-changed = changed
audit-detail-unchanged = unchanged
audit-detail-absent = person absent
audit-detail-substitute = substitute
audit-detail-name-en = name in English
audit-detail-street = street and number
audit-detail-postal-code = postal code
audit-detail-town = town
audit-detail-email = e-mail
audit-detail-phone = telephone
audit-detail-website = website
audit-detail-delivery-address = address for electronic delivery
audit-detail-easy-text = easy-to-read text
audit-detail-easy-text-en = easy-to-read text in English
audit-detail-deaf-contact = contact for deaf people
audit-detail-tax-account = account for fees
audit-detail-rodo-contact = data protection officer
audit-detail-accessibility-contact = contact about accessibility
audit-detail-accessibility-note = what is not accessible
offices-operator-well = All is well
offices-operator-attention = { $n ->
    [one] { $n } thing needs attention
   *[other] { $n } things need attention
  }
offices-operator-at-work = Offices at work
offices-operator-sent = Applications sent
offices-operator-days = last { $n } days
offices-operator-sent-days = Applications in { $n } days
offices-operator-last = Latest events
offices-jobs = Background work
offices-jobs-lead = E-mails, notices to systems and tidying are done in the background. Here is what could not be done even after several tries.
offices-jobs-failed = { $n ->
    [one] { $n } piece of background work failed, such as sending an e-mail.
   *[other] { $n } pieces of background work failed, such as sending e-mails.
  }
offices-jobs-see = See the work
offices-jobs-late = { $n ->
    [one] { $n } piece of work has waited for more than 10 minutes. Check whether the program has enough power and space.
   *[other] { $n } pieces of work have waited for more than 10 minutes. Check whether the program has enough power and space.
  }
offices-jobs-late-short = late: { $n }
offices-jobs-on-time = on time
offices-jobs-failed-short = Failed work
offices-jobs-none-failed = Nothing has failed
offices-jobs-none-text = All e-mails and notices go out on time.
offices-jobs-count = failed: { $n }
offices-jobs-due = To be done now
offices-job-what = Work
offices-job-error = What went wrong
offices-job-tries = Tries
offices-job-since = Since
offices-job-do = Actions
offices-job-again = Try again
offices-job-remove = Put away
offices-job-revived = The work is back in the queue.
offices-job-removed = The work was removed from the list.
offices-job-mail-send = Sending an e-mail
offices-job-hooks-post = A notice to another system
offices-job-letters-overrun = Preparing notices of missed terms
offices-job-identity-tidy = Tidying accounts
offices-job-services-drafts-expire = Removing old drafts
offices-job-audit-retention = Removing old entries of the log
offices-backup-never = No backup has been made yet. This command makes one:
offices-backup-old = The last backup is of
offices-backup-none = none yet
offices-system = State of the system
offices-system-queue = Queue of work
offices-system-waiting = Work waiting
offices-system-backup = Last backup
offices-system-database = Database
offices-system-version = Version of the program
offices-system-ready = Readiness (for monitoring)
offices-system-metrics = Prometheus metrics
offices-system-api = Description of the API
offices-site-point = Place
offices-site-now = Today
offices-site-tomorrow = tomorrow
offices-site-asked-label = Often looked for:
