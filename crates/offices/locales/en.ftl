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
