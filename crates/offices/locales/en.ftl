# Roles
offices-role-official = Official
offices-role-official-hint = Handles cases.
offices-role-superior = Superior
offices-role-superior-hint = Assigns cases, approves letters and sees the cases of the units they lead.
offices-role-registry = Registry
offices-role-registry-hint = Keeps the registers of incoming and outgoing mail.
offices-role-administrator = Administrator
offices-role-administrator-hint = Sets up the office: units, people, services and the file plan. This does not show the content of cases.
offices-need-official = This needs the role of an official. Ask the administrator of your office for it.
offices-need-superior = This needs the role of a superior. Ask the administrator of your office for it.
offices-need-registry = This needs the registry role. Ask the administrator of your office for it.
offices-need-administrator = This needs the role of an office administrator.

# Kinds of offices
offices-kind-gmina = gmina office
offices-kind-city = city office
offices-kind-powiat = powiat office
offices-kind-voivodeship = voivodeship or marshal’s office
offices-kind-ministry = ministry
offices-kind-other = other public body

# Menu
offices-nav-desk = Desk
offices-nav-incoming = Incoming register
offices-nav-cases = Cases
offices-nav-search = Search
offices-nav-approvals = Approvals
offices-nav-outgoing = Outgoing register
offices-nav-templates = Letter templates
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
offices-back = Back

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
offices-claim-position = Your position
offices-claim-position-hint = For example: secretary of the gmina.
offices-claim-email = Official e-mail of the office
offices-claim-email-hint = The operator may confirm the claim at this address. An address in the office’s own domain is best.
offices-claim-justification = Why may you represent the office?
offices-claim-justification-hint = Say who authorised you and how the operator can check it.
offices-claim-file = Authorisation
offices-claim-file-hint = A scan or a document signed electronically. It makes the decision quicker.
offices-claim-file-kept = kept, no need to add it again
offices-claim-send = Send the claim
offices-claim-sent = The claim is sent. We will tell you of the decision by e-mail.
offices-claim-kicker = Claim of an office
offices-claim-who = Who claims
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
offices-claim-decided = This claim is already decided.
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
offices-import-role = There is no role “{ $word }”. Possible roles: official, superior, registry, administrator. Divide several by a bar |.
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
