# Shared
my-case = Case
my-office = Office
my-reference = Case reference
my-stage = Stage
my-due = Answer due by
my-download = Download
my-state-open = In progress
my-state-paused = Time limit paused
my-state-settled = Settled

# My cases
my-begin = Start something new
my-empty-title = You have no cases yet
my-empty-text = Find your office, choose a service and send an application. Here you will see what happens to it and when you will get an answer.
my-empty-link = If your case is already under way, open the link in the e-mail from the office and add the case to your account.
my-empty-find = Find an office
my-asked-none = No office is waiting for your answer at the moment.
my-asked-of-you = { $count ->
    [one] An office is waiting for your answer
   *[other] Offices are waiting for { $count } answers from you
 }
my-asked-past = Was due on
my-cases-title = Cases
my-cases-last = Last change
my-cases-news = { $count ->
    [one] { $count } new message
   *[other] { $count } new messages
 }
my-cases-late = overdue
my-cases-paused = paused
my-cases-none = The office has not opened a case for you yet
my-cases-none-text = Your case will appear here once the office registers your application.
my-cases-first = Back to the start of the list
my-drafts-title = Applications to finish
my-drafts-text = We have saved what was filled in. The office sees an application only after you send it.
my-drafts-changed = Last change
my-drafts-go-on = Continue

# Sent applications
my-sent = Sent applications
my-certificates = My certificates
my-sent-all = Show all sent applications
my-sent-lead = Every application comes with an official receipt.
my-sent-none = You have not sent any applications
my-sent-service = Service
my-sent-number = Application number
my-sent-at = Sent
my-sent-by = Sent by
my-sent-fate = Progress
my-sent-is-case = Case opened
my-sent-registered = Registered
my-sent-waits = Waiting to be registered
my-sent-case = The office has opened a case for this application.
my-sent-case-open = Go to the case
my-sent-files = Attachments
my-sent-no-files = The application was sent without attachments.
my-sent-answers = What the application says
my-receipt = Receipt
my-receipt-title = Receipt
my-receipt-text = The office has your application. This receipt proves what it received and when.
my-receipt-open = Open the receipt
my-receipt-download = Download the receipt (PDF)

# What the office needs
my-asked-title = The office asks you for something
my-asked-until = Answer by
my-asked-late = The answer was due on { $date }. You can still answer. Please do it as soon as you can.
my-asked-pauses = The office is waiting for your answer. Until then the days do not count towards its time limit.
my-nothing-asked = There is nothing you need to do now. We will e-mail you when there is news.
my-ended-title = Earlier requests
my-ended-answered = Your answer has arrived
my-ended-closed = No answer is needed any more
my-answer-label = Your answer
my-answer-hint = You can write, attach files, or do both.
my-answer-send = Send the answer
my-answer-sent = We have sent your answer to the office.
my-write-label = Message to the office
my-write-hint = Say what it is about. You need not give the case reference.
my-write-send = Send the message
my-write-sent = We have sent your message to the office.
my-files-label = Files
my-files-hint = For example PDF, JPG, PNG or DOCX. One file may have at most { $limit }.
my-files-kept = We already have these files, do not add them again:
my-lost-title = The text we did not send
my-lost-text = Copy it if you still want to use it.

# Talk with the office
my-talk-title = Messages
my-talk-none = There are no messages yet. They appear here when the office or you write.
my-write-title = Write to the office
my-talk-closed = The case is settled, so no messages can be sent in it. If you have questions, contact the office.

# Time limit
my-term-title = When the office will answer
my-term-title-done = When the office answered
my-term-until = We will answer by { $date }.
my-term-today = That is today.
my-term-left = { $days ->
    [one] { $days } day left.
   *[other] { $days } days left.
 }
my-term-paused = The time limit has been paused since { $date }.
my-term-paused-left = { $days ->
    [one] When it runs again, the office will have { $days } day left.
   *[other] When it runs again, the office will have { $days } days left.
 }
my-term-overdue = The time limit passed on { $date }
my-term-overdue-by = { $days ->
    [one] The office is { $days } day late. It should tell you why and give a new date.
   *[other] The office is { $days } days late. It should tell you why and give a new date.
 }
my-term-done = We settled the case on { $date }.
my-term-done-late = The time limit was { $date }. We apologise for the delay.
my-term-extended = On { $on } the office set a new date: { $to }. It must tell you why (art. 36 of the Code of Administrative Procedure).
my-term-how = How we counted this day
my-pauses-title = Why the time limit has moved
my-pauses-span = From { $from } to { $to }:
my-pauses-since = Since { $from }:
my-pauses-why = These days do not count towards the time limit (art. 35 § 5 of the Code of Administrative Procedure).

# Reminder
my-hurry-title = How to hurry the office
my-hurry-what = If the office does not settle a case in time, you can file a reminder (ponaglenie). It is free of charge.
my-hurry-write = Write that you are filing a reminder (ponaglenie) in case { $reference }. Give your details and your reasons, for example: “The time limit has passed and the case is not settled”. Sign the letter.
my-hurry-send = File it with the office that handles the case: { $office }. The office has 7 days to pass it to the higher authority with a copy of the file. If there is no higher authority, it examines the reminder itself.
my-hurry-then = The authority examines the reminder within 7 days of receiving it. If you are right, it sets a date for settling the case and orders an inquiry into who is responsible for the delay.
my-hurry-court = After filing a reminder you can complain about the office's inaction to the regional administrative court.
my-hurry-basis = Legal basis: art. 37 of the Code of Administrative Procedure. Other rules apply to some cases. The office will give you the details.

# The path of a case
my-path-title = Where the case is
my-path-received = Application received
my-path-number = Application number: { $number }
my-path-begun = The case began
my-path-opened = Case registered
my-path-working = Case in progress
my-path-paused = The time limit is paused.
my-path-settled = Case settled
my-path-until = { $date } at the latest
my-path-registered = The office registered the application on { $date }. Next it will assign it to somebody and give it a case reference.
my-path-waits = The application is waiting to be registered. Offices usually do this on the next working day.

# Letters
my-letters-title = Letters from the office
my-letter-new = To be collected
my-letter-sent = sent on { $date }
my-letter-delivered = collected on { $date }
my-letter-pages = { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
 }
my-letter-means = When you open this letter, you confirm that you have received it. Time limits may run from that day, for example for an appeal. The office will see the date.
my-letter-open = Collect and open the letter
my-letter-first = Collect this letter first. Read what that means, then press “Collect and open the letter”.

# Documents and history
my-documents-title = Documents
my-documents-text = What you have in this case: your documents and those you get from the office.
my-did-title = { $count ->
    [one] What has happened ({ $count } event)
   *[other] What has happened ({ $count } events)
 }
my-did-opened = The office registered the case
my-did-handed-over = Another unit of the office took over the case
my-did-paused = The office paused the time limit
my-did-resumed = The time limit runs again
my-did-extended = The office set a new date
my-did-settled = The office settled the case
my-did-reopened = The office reopened the case
my-did-wrote = A message from you reached the office
my-did-office-wrote = The office sent you a message
my-did-asked = The office asked you for something
my-did-answered = Your answer reached the office
my-did-request-closed = The office withdrew its request
my-did-letter-sent = The office sent a letter
my-did-letter-delivered = The letter was collected

# Who handles the case
my-contact-title = Who handles the case
my-unit = Unit
my-handler = Handled by
my-phone = Telephone
my-email = E-mail
my-address = Address
my-contact-hint = When you call, give the case reference.

# Link without an account
my-link-title = You are viewing this without an account
my-link-text = Create an account with the e-mail address the office knows. Then open this link again and add the case to your account.
my-link-join-text = You can add this case to your account. It will then always be among your cases, even when this link stops working.
my-link-later-text = Once the office opens a case, open this link again. You will be able to add the case to your account.
my-link-keep = Do not pass this link on. Whoever has it sees everything you see and can write in your name.
my-link-register = Create an account
my-join = Add to my account
my-joined = The case is now in your account.
my-join-later = The office has not opened a case yet. Try again once it is registered.
my-join-address = The office knows a different e-mail address from the one of your account. Sign in to the account with the address the link was sent to.

# A link that has expired
my-gone-title = This link no longer works
my-gone-text = { $days ->
    [one] For security, a link to a case works for { $days } day.
   *[other] For security, a link to a case works for { $days } days.
 }
my-gone-what = We will send a new one to the e-mail address the office knows.
my-gone-ask = Send a new link
my-gone-account = If the case is in your account, just sign in. You do not need the link.
my-renewed-title = Check your e-mail
my-renewed-text = If this link led to a case, we have sent a new one to the address the office knows. It should arrive within a few minutes. If it does not, look in your spam folder or contact the office.
my-mail-link-subject = { $office }: new link to your case
my-mail-link-text = Here is the new link to your case. { $office } handles it in the SZPON system.
my-mail-link-why = { $days ->
    [one] The link works for { $days } day. Do not pass it on. If you did not ask for a new link, ignore this message.
   *[other] The link works for { $days } days. Do not pass it on. If you did not ask for a new link, ignore this message.
 }
my-mail-link-button = Open the case
