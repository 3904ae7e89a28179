app-home-services = Settle online
app-home-all-services = All services
app-kept-cases = The files of your cases stay with the offices for as long as archival law requires (GDPR art. 17(3)(b) and (d), the Polish act on the national archival resource).
app-mail-title = Demonstration mailbox
app-mail-lead = In the demonstration e-mails do not leave the machine. Here you see what the recipients would get.
app-mail-empty = There are no messages yet.
app-mail-empty-hint = They appear here when somebody registers, sends a form or gets an answer from an office.
app-mail-to = To
app-mail-subject = Subject
app-mail-when = When
app-mail-state = State
app-mail-back = All messages

# Commands
cli-about = SZPON: service, remote work and learning for public offices
cli-serve = Serves the installation
cli-demo = Starts everything with demonstration data; the same --data continues it
cli-migrate = Brings the database up to this version of the program and stops
cli-operator = Makes a person the operator of the installation; who has no account is invited by e-mail
cli-operator-email = That person's e-mail address
cli-import = Imports units, people or a file plan of an office from CSV
cli-import-what = What to import: units, people or file-plan
cli-import-file = The CSV file
cli-import-apply = Does it; without this only shows what would change
cli-backup = Copies the whole installation into a folder, while it runs
cli-restore = Brings an installation back from a backup
cli-restore-folder = The folder of the backup
cli-record = Exports and checks case files
cli-record-export = Writes a case with its documents and record to a folder
cli-record-export-case = Reference or identifier of the case
cli-record-verify = Proves an exported case whole, with nothing but its folder
cli-record-verify-folder = The folder of the export
cli-record-audit = Checks the records of all cases of an office in the database
cli-law = Rules of Polish administrative law
cli-law-lang = Language of the answer: pl or en (default: that of the system)
cli-law-term = The last day of a term (art. 57 k.p.a.): 2026-01-12 14 days
cli-law-term-words = Date, number and unit: days, working days, weeks, months, years
cli-law-check = Checks a number and says why
cli-law-check-kind = Kind of number: pesel, nip or regon
cli-law-check-number = The number; spaces and dashes do no harm
cli-doctor = Checks that everything the configuration names works
cli-new-folder = A folder that does not exist yet
cli-office = The office's short name in addresses, for example koden
cli-help = Shows this help
cli-version = Shows the version
cli-config = TOML file with the same names, underscores for hyphens.
cli-default = default: { $value }
cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-heading-settings = Settings (the same for all commands)
cli-name-options = OPTIONS
cli-name-command = COMMAND
cli-name-value = VALUE
cli-name-file = FILE
cli-name-folder = FOLDER
cli-name-office = OFFICE
cli-name-case = CASE
cli-name-email = EMAIL
cli-name-what = WHAT
cli-name-term = TERM
cli-name-kind = KIND
cli-name-number = NUMBER
cli-name-lang = LANGUAGE
cli-exit = Exit codes: 0 – done; 1 – not done, the message says why; 2 – the command was written wrongly.
cli-exit-verify = Exit codes: 0 – the case file is whole and unchanged; 1 – it was tampered with or cannot be read; 2 – the command was written wrongly.
cli-exit-audit = Exit codes: 0 – all records hold; 1 – one does not, or they could not be checked; 2 – the command was written wrongly.
cli-exit-import = Exit codes: 0 – the changes were shown or made; 1 – the file has errors or there is nothing to import; 2 – the command was written wrongly.
cli-exit-check = Exit codes: 0 – the number is valid; 1 – it is not; 2 – the command was written wrongly.
cli-exit-term = Exit codes: 0 – the last day is given, on the first line as YYYY-MM-DD; 1 – it cannot be counted; 2 – the command was written wrongly.
cli-exit-doctor = Exit codes: 0 – everything works; 1 – something does not, see the line “FAIL”; 2 – the command was written wrongly.

# A command written wrongly
cli-misuse-help = Help: { $command } --help
cli-misuse-unknown = There is no such option or argument: { $what }.
cli-misuse-command = There is no command { $what }.
cli-misuse-similar = Perhaps you mean: { $what }?
cli-misuse-missing = Missing: { $what }.
cli-misuse-no-command = Say which command to run.
cli-misuse-no-value = { $what } needs a value after it.
cli-misuse-value = { $what }: “{ $value }” does not fit here.
cli-misuse-possible = Possible: { $values }.
cli-misuse-twice = { $what } was given more than once.
cli-misuse-odd = This command cannot be understood.

# Settings
cli-option-listen = Address and port to listen on.
cli-option-data = Folder for the database, files and e-mails, where they are kept on this machine.
cli-option-public-url = Address people reach the installation at, for example https://urzad.example.pl. Default: http:// and the listening address.
cli-option-database-url = sqlite:PATH or postgres://… Default: the file szpon.db in the data folder.
cli-option-database-connections = Readers of SQLite, or connections to PostgreSQL.
cli-option-objects-url = file:PATH or s3://BUCKET?endpoint=…&region=… Default: the folder objects in the data folder.
cli-option-objects-access-key = Access key of the S3-compatible store.
cli-option-objects-secret-key = Secret key of the S3-compatible store.
cli-option-secret-key = Key that seals secrets in the database: 32 bytes in base64 (openssl rand -base64 32). Several, divided by commas: the first seals, all open. Default: the file secret.key in the data folder, made at the first start.
cli-option-secret-key-lost = Start although a key is missing: what it sealed stays unread until the key is found. See docs/administrator.md.
cli-option-smtp-url = Address of the mail server with name and password: smtps://…, or with STARTTLS smtp://…?tls=required (without it a password is not sent). Default: e-mails are written as files to the folder mail in the data folder.
cli-option-mail-from = Sender of e-mails.
cli-option-max-upload-mb = Largest file a person may send, in megabytes.
cli-option-trust-proxy = Whether to believe the last X-Forwarded-For address: true behind a proxy of your own.
cli-option-hooks-allow-private = Whether webhooks may call private and loopback addresses.
cli-option-audit-years = Years to keep the audit log; not fewer than 2.
cli-option-log = What to log, for example info or szpon=debug,info.
cli-option-log-format = text or json.
cli-option-pdf-parallel = How many PDF documents are made at once.
cli-wanted-address = an address and port such as 127.0.0.1:8080
cli-wanted-number = a number
cli-wanted-megabytes = a number of megabytes
cli-wanted-years = a number of years, at least 2
cli-wanted-log = a level (info, warn, debug) or pairs PART=LEVEL divided by commas
cli-wanted-log-format = text or json
cli-wanted-flag = true or false
cli-config-value = { $name } (--{ $name }, { $variable }): “{ $value }” does not fit here. Give { $wanted }.
cli-config-read = The settings file { $file } cannot be read. Check --config.
cli-config-toml = The settings file { $file } is not valid TOML. Correct it.
cli-config-unknown = The settings file { $file }: nothing is called { $key }. All settings are listed by: szpon serve --help
cli-config-kind = The settings file { $file }: { $key } must be text, a number, or true or false.
cli-config-alone = { $name } (--{ $name }) means nothing without { $other }. Give --{ $other } ({ $variable }) too, or take --{ $name } away.

# When something goes wrong
cli-mistake = The program made a mistake; nothing was changed. If it happens again, pass this message to whoever looks after SZPON.
cli-not-now = This cannot be done now; nothing was changed. Try again in a moment.
cli-not-found = What the command speaks of is not there.
cli-read = { $file } cannot be read. Check the name and the rights.
cli-write = { $file } cannot be written. Check the rights and the room on the disk.
cli-no-folder = There is no folder { $folder }. Check the name.
cli-no-database = There is no database { $file }. Check --data; nothing was created.
cli-database = The database cannot be opened. Check database-url (SZPON_DATABASE_URL).
cli-database-away = The database does not answer. Check database-url (SZPON_DATABASE_URL) and whether the database server runs.
cli-schema = The database could not be brought up to this version of the program; nothing in it was changed. Check whether another version used it.
cli-schema-newer = A newer version of the program has used this database and made changes this version does not know; nothing in it was changed. Run the newer version, or bring back a backup from before the upgrade.
cli-objects = The store of files cannot be opened. Check objects-url (SZPON_OBJECTS_URL).
cli-listen = The program cannot listen on { $address }: it is in use or not this machine's. Give another: --listen
cli-server = The server stopped working. Start it again.
cli-mail = E-mails cannot be sent. Check smtp-url (SZPON_SMTP_URL) and mail-from (SZPON_MAIL_FROM).
cli-start = The program could not be started.
cli-no-office = There is no office { $office }. Give the short name from its address, for example koden.
cli-no-case = The office { $office } has no case { $case }. Give its reference or identifier.
cli-tool = The program { $tool } cannot be started. Install PostgreSQL's client programs.
cli-tool-failed = The program { $tool } failed. Its message stands above.

# Start
cli-serving = SZPON serves { $url } (listening on { $address }). Ctrl+C stops it.
cli-migrated = The database fits this version of the program.
cli-demo-accounts = Accounts (password of all: { $password }):
cli-demo-stop = Ctrl+C stops it.

# Operator
cli-operator-done = { $email } runs the installation.
cli-operator-invited = { $email } runs the installation. An e-mail with a link that sets the password waits to be sent.

# Import
cli-import-new = line { $line }: new: { $label }
cli-import-changed = line { $line }: changed: { $label } ({ $changes })
cli-import-problem = line { $line }: error: { $problem }
cli-import-nothing = There is nothing to import, or there are errors; nothing was changed.
cli-import-preview = This is a preview. To make the changes, add --apply.
cli-import-done = Done: { $new } new, { $changed } changed.
cli-plan-classes = Classes: { $n }.
cli-plan-problems = There are errors; nothing was changed.
cli-plan-preview = This is a preview. To import the plan, add --apply.
cli-plan-done = Done.

# Backup
cli-backup-exists = { $folder } exists already. Name a new folder.
cli-backup-partial = There is already a folder { $folder }: it is left from a backup cut short, or a backup is under way. If none is, remove it and try again.
cli-backup-done = Backup in { $folder }: the database and { $n ->
    [one] { $n } file
   *[other] { $n } files
 }.
cli-backup-key = The key of its secrets is in it, as { $file }: keep the backup where only you can read it.
cli-backup-key-apart = The key of its secrets is NOT in it: keep what SZPON_SECRET_KEY says, apart from the backup.
cli-backup-no-key = The key of secrets is NOT in it: it cannot be seen from here. If the service gets it as SZPON_SECRET_KEY, keep it apart; if this installation was never started, there is none yet.
cli-restore-exists = { $file } exists already. Restore into a new data folder.
cli-restore-other-key = { $file } is another key than that of the backup. Restore into a new data folder.
cli-restore-done = Restored: the database and { $n ->
    [one] { $n } file
   *[other] { $n } files
 }.
cli-restore-no-key = The key of its secrets was not in the backup. Before you start the program, put it back as { $file } or say it as SZPON_SECRET_KEY.

# Case files
cli-verified = Case { $reference } is whole and unchanged.
cli-verified-title = Title: { $title }
cli-verified-counts = Entries of the record: { $entries }, documents: { $documents }, files: { $files }
cli-verified-head = Last link: { $head }
cli-verified-compare = Compare it with the one the office's program shows at entry { $entry } of the record, or with the one noted at the export.
cli-broken = BROKEN: { $why }
cli-exported = { $reference }: { $files } files written to { $folder }
cli-exported-head = Note elsewhere the link of entry { $entry } of the record: { $head }
cli-audit-link = { $reference }: { $why }
cli-audit-count = { $reference }: there are { $there } entries, and the case counts { $counted }; the record was cut or added to
cli-audit-ordinal = another entry stands in the place of entry { $n }; an entry was removed, added or moved
cli-audit-previous = entry { $n } does not continue the one before
cli-audit-content = the content of entry { $n } does not give its hash; it was changed
cli-audit-columns = the columns of entry { $n } do not agree with its content; it was changed
cli-audit-done = Records checked: { $checked }, broken: { $broken }

# Doctor
cli-doctor-good = OK
cli-doctor-bad = FAIL
cli-doctor-data = data folder
cli-doctor-database = database
cli-doctor-key = secret key
cli-doctor-objects = objects
cli-doctor-reachable = reachable
cli-doctor-mail = mail
cli-doctor-mail-files = written to files; nobody gets e-mail (set SZPON_SMTP_URL)
cli-doctor-mail-answers = the server answers
cli-doctor-mail-silent = the mail server does not answer. Check smtp-url (SZPON_SMTP_URL).
cli-doctor-address = public address
cli-doctor-no-https = { $url } (without HTTPS: for trials only)

# Key
cli-key-option = secret-key (SZPON_SECRET_KEY): this is no key. A new one is made by: openssl rand -base64 32
cli-key-file = The key's file { $file } is not right. Put the right one there; a backup has it.
cli-key-missing = The secrets in the database are sealed with the key { $id }, and it is not here. Nothing was changed. Put its file back as { $file } (a backup has it), or say the key as SZPON_SECRET_KEY, the same in every process. If it is lost for good, see secret-key-lost in docs/administrator.md
cli-key-first = the key { $id }; the first start will use it
cli-key-none = none yet; the first start makes { $file }
cli-key-seals = the key { $id } seals; secrets sealed: { $n }
cli-key-lost = { $n } of them with a lost key (secret-key-lost)
cli-key-waiting = not yet with this key: { $n }; the next start does it
cli-key-others = the other keys are not needed any more
cli-key-beside = { $file } is used beside SZPON_SECRET_KEY
cli-key-open = others on this machine can read { $file }: chmod 600 { $file }

# Desk
app-waits-works = { $n ->
    [one] work to mark
   *[other] works to mark
}: { $course }
app-waits-answers = { $n ->
    [one] test with answers to mark
   *[other] tests with answers to mark
}: { $course }
app-waits-questions = { $n ->
    [one] question without an answer
   *[other] questions without an answer
}: { $course }
app-waits-requests = { $n ->
    [one] request for a course
   *[other] requests for a course
}

# A request that took too long.
fault-late = This took too long, so we stopped. Before you try again, see whether the change was saved after all.
