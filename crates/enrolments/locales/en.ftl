enrolments-state-requested = Waits for approval
enrolments-state-waiting = On the waiting list
enrolments-state-offered = Place offered
enrolments-state-active = In progress
enrolments-state-completed = Completed
enrolments-state-withdrawn = Withdrawn
enrolments-state-expired = Offer lapsed

enrolments-source-self = Enrolled by themselves
enrolments-source-request = On request
enrolments-source-coordinator = By a coordinator
enrolments-source-rule = Mandatory training
enrolments-source-guest = Without an account

enrolments-item-seen = Opened
enrolments-item-failed = Not passed
enrolments-item-skipped = Skipped
enrolments-item-done = Done
enrolments-item-passed = Passed

enrolments-mode-open = Anybody may enrol
enrolments-mode-request = With approval
enrolments-mode-closed = Only a coordinator enrols

enrolments-step-ahead = Not yet
enrolments-step-waiting = Waits for a decision
enrolments-step-approved = Approved
enrolments-step-refused = Refused
enrolments-step-passed = Passed over: there is nobody to decide
enrolments-step-dropped = The request ended before

enrolments-not-open = Nobody can enrol on this course now.
enrolments-on-request = This course needs approval. Ask to be enrolled.
enrolments-not-yet-again = You have completed this course. You can renew it two months before the certificate ends.
enrolments-by-coordinator = Only the training coordinator enrols on this course.
enrolments-for-officials = This course is for people who work in offices.
enrolments-ended = This enrolment has already ended.
enrolments-not-active = This course is not open to you. Check whether your enrolment is valid.
enrolments-not-offered = No place is offered to you now.
enrolments-not-waiting = This person is no longer on the waiting list.
enrolments-offer-lapsed = The time to take the place is over. You can enrol again.
enrolments-decided = Somebody has already decided on this request.
enrolments-group-closed = This group takes nobody new.
enrolments-group-full = This group has no free places.
enrolments-chain-empty = Choose at least one person who approves.
enrolments-seats-range = Give a number from 1 to { $max }, or leave it empty.
enrolments-offer-range = Give 1 to 720 hours.
enrolments-period = The end cannot be before the beginning.
enrolments-reason-needed = Give a reason. It stays in the audit log.

enrolments-mail-button = Open
enrolments-mail-enrolled = A new course for you: { $course }
enrolments-mail-enrolled-text = You have been enrolled on the course “{ $course }”. Open SZPON to begin.
enrolments-mail-enrolled-by = Enrolled by: { $name }.
enrolments-mail-enrolled-due = To be completed by: { $day }
enrolments-mail-waiting = You wait for a place on a course: { $course }
enrolments-mail-waiting-text = The course “{ $course }” has no free place now, so you are on its waiting list. An e-mail tells you when a place is free.
enrolments-mail-offered = A place on a course is waiting for you
enrolments-mail-offered-text = A place on a course is free. Take it in SZPON before the time is over.
enrolments-mail-lapsed = The place on the course has lapsed
enrolments-mail-lapsed-text = The time to take the place is over. If you still want to take part, enrol again.
enrolments-mail-decided = There is a decision on your enrolment
enrolments-mail-decided-text = Your request to be enrolled has been decided. See SZPON for details.
enrolments-mail-completed = Course completed
enrolments-mail-completed-text = You have everything the course requires. See SZPON for details.
enrolments-mail-session = Your sessions have changed
enrolments-mail-session-text = The schedule of the course “{ $course }” has changed. See SZPON for details.
enrolments-mail-session-added = New session on your course
enrolments-mail-session-added-text = There is a new session on the course “{ $course }”. The day, hour and place are in SZPON.
enrolments-mail-answered = Your question has been answered
enrolments-mail-answered-text = The question you asked beside a lesson has an answer. Read it in SZPON.
enrolments-mail-asked = Learners wait for an answer
enrolments-mail-asked-text = There is a question without an answer on your course. Answer it in SZPON.
enrolments-mail-request = A request to enrol waits for your decision
enrolments-mail-request-text = Somebody asks to be enrolled on a course. Decide in SZPON.

audit-enrolments-way = Way into a course changed
audit-enrolments-moved = Place on a waiting list changed
audit-detail-seats = places
audit-detail-mode = way in
audit-detail-place-from = from place
audit-detail-place-to = to place
audit-object-enrolment = enrolment

enrolments-too-many-notes = You have a thousand notes on this course. Remove one to add another.
enrolments-guest-full = There is no free place now. With an account you can join the waiting list: we write when a place is free.
enrolments-too-many-questions = { $max } of your questions wait for an answer. Ask the next one when the trainer has answered.
enrolments-answered = This question has already been answered.
enrolments-path-short = A path that learners see has at least two courses.
enrolments-path-nothing-required = Mark at least one course as required.
enrolments-session-where = Give a place or an address to join.
enrolments-session-link = Give an address that begins with https://.
enrolments-session-long = A session lasts a day at most.
enrolments-session-off = This session has been cancelled.
enrolments-session-cancelled = Cancelled
enrolments-code-minutes = Give 1 to { $max } minutes.
enrolments-many-too-many = At most { $max } people can be enrolled at once.
enrolments-many-no-address = There is no e-mail address in this line.
enrolments-many-twice = This address stands already in line { $line }.
enrolments-api-nobody = Give at least one e-mail address.
enrolments-api-too-many = One request may enrol 500 people at most.
enrolments-many-unknown = Nobody in your office has this address.
enrolments-many-done = These people are already enrolled.
enrolments-many-changed = Something changed since the preview. Check the list again.
enrolments-many-errors = Nobody was enrolled. Correct the lines with errors.
enrolments-kept = Completed training stays in the records of the office it was done for (art. 94 (6) of the Labour Code).

audit-enrolments-many = Many people enrolled on a course
audit-detail-people = people
audit-detail-waiting = on the waiting list
audit-detail-due = due

## Pages

enrolments-tab = Learners
enrolments-tabs = Learners of the course
enrolments-tab-list = List
enrolments-tab-waiting = Waiting list
enrolments-tab-groups = Groups
enrolments-tab-enrol = Enrol people
enrolments-tab-way = Way in
enrolments-tab-sessions = Sessions
enrolments-tab-asked = Learners’ questions

enrolments-person = Person
enrolments-people = People
enrolments-email = E-mail
enrolments-unit = Unit
enrolments-group = Group
enrolments-state = State
enrolments-source = How they came
enrolments-done = Progress
enrolments-done-of = { $done } of { $required }
enrolments-due = To be completed by
enrolments-due-hint = You may leave it empty.
enrolments-score = Score
enrolments-enrolled = Enrolled
enrolments-completed = Completed
enrolments-last = Last seen
enrolments-reason = Reason
enrolments-reason-hint = A refusal needs a reason. Whoever asked will read it.
enrolments-when = When
enrolments-where = Where
enrolments-since = Waiting since
enrolments-until = until
enrolments-late = Late
enrolments-late-count = Late
enrolments-late-of-them = Of them late
enrolments-due-past = The due day cannot be in the past.
enrolments-session-past = A session cannot begin in the past. Give a later day or hour.
enrolments-guest = Without an account
enrolments-deleted = Account deleted
enrolments-show = Show
enrolments-save = Save
enrolments-cancel = Cancel
enrolments-choose = Choose
enrolments-yes = yes
enrolments-no = no

enrolments-list = Learners of the course, the latest first
enrolments-filters = Filters of the list
enrolments-search = Given or family name
enrolments-any-state = Any state
enrolments-any-group = Any group
enrolments-none = Nobody is enrolled yet
enrolments-none-text = Share the address of the course, or enrol people of your office.
enrolments-nothing = Nobody fits the filters
enrolments-nothing-text = Change the name, the state or the group.

enrolments-items = Progress in the course
enrolments-item = Item
enrolments-item-none = Not opened yet
enrolments-item-under-way = Under way
enrolments-item-blind = A work marked without names
enrolments-item-extra = Optional
enrolments-steps = Approvals
enrolments-step-who = Who decides
enrolments-step-by = Decision
enrolments-change = Changes
enrolments-no-group = No group
enrolments-group-put = Change the group
enrolments-group-set = The group has been changed.
enrolments-due-put = Set the day
enrolments-due-set = The day has been changed.
enrolments-newer =
    There is a newer version of the course. To be done again: { $again }, new required items: { $added }. What did not change stays done.
enrolments-version-put = Move to the new version
enrolments-version-set = The learner now has the newest version of the course.
enrolments-withdraw = Withdraw from the course
enrolments-withdraw-title = Withdraw this person from the course?
enrolments-withdraw-text = They lose access to the course, and the next on the waiting list gets the place. What they did stays on record.
enrolments-withdraw-rule = A rule of mandatory training enrolled this person. When you give a reason, the rule leaves them out from now on.
enrolments-leave-bound = An office enrolled you on this course. The training coordinator of the office that runs the course can withdraw you.
enrolments-withdrawn = The person has been withdrawn from the course.

enrolments-many-lead = Choose people. Before anybody is enrolled you see the list and check it.
enrolments-many-unit = A whole unit
enrolments-many-below = With the units below it
enrolments-many-file = A list of addresses
enrolments-many-file-text = Upload a CSV file with a column of e-mail addresses, or type addresses, one a line.
enrolments-many-file-field = File with addresses
enrolments-many-typed = E-mail addresses
enrolments-many-mend = Mend the list
enrolments-many-mend-text = Mend or remove the lines at fault and check the list again. The due day and the group stay as they are.
enrolments-many-again = Check the mended list
enrolments-many-people = Chosen people
enrolments-many-preview = Check the list
enrolments-many-nobody = There is nobody to enrol. Choose people or a file.
enrolments-many-new = To be enrolled
enrolments-many-known = Already enrolled
enrolments-many-wrong = With an error
enrolments-many-rows = People to be enrolled
enrolments-many-line = Line
enrolments-many-op-new = Will be enrolled
enrolments-many-op-wait = To the waiting list
enrolments-many-op-error = Error
enrolments-many-placed = Will get a place
enrolments-many-waiting = To the waiting list
enrolments-many-confirm-waiting =
    { $n ->
        [one] Enrol { $n } person and put the others on the waiting list
       *[other] Enrol { $n } people and put the others on the waiting list
    }
enrolments-many-confirm-all-wait = Put everybody on the waiting list
enrolments-many-few-places = The course has too few free places. Those without one go to the waiting list in this order and get an e-mail when a place is free.
enrolments-many-other-office = You enrol people of your office on a course given by: { $office }.
enrolments-many-crumb = Enrolling on a course
enrolments-many-confirm =
    { $n ->
        [one] Enrol { $n } person
       *[other] Enrol { $n } people
    }
enrolments-many-back = Choose other people
enrolments-many-enrolled = The people are enrolled. An e-mail tells them that a course is waiting.
enrolments-many-some-wait = As many are enrolled as there were places. The others are on the waiting list. An e-mail tells each whether they have a place or wait for one.
enrolments-many-all-wait = The course has no free place. Everybody is on the waiting list, and an e-mail tells them so.

enrolments-mode = Who may enrol
enrolments-mode-open-hint = At once, while there are places.
enrolments-mode-request-hint = People ask, and those named below approve in turn. A step nobody can decide is passed over, but one approval is always needed: in the last resort, of the training coordinator of the office that holds the course.
enrolments-mode-closed-hint = Others cannot enrol by themselves.
enrolments-chain-step = Approval { $n }
enrolments-chain-nobody = Nobody
enrolments-seats = Places
enrolments-seats-hint = Empty means no limit. When places run out, the next people come to the waiting list.
enrolments-offer-hours = Hours an offered place waits
enrolments-offer-hint = After that the next person on the list gets the place.
enrolments-way-saved = The way in has been changed.

enrolments-place = Place in the line
enrolments-move = Change the order
enrolments-move-title = To which place should { $name } be moved?
enrolments-move-hint = The reason stays in the audit log of the office.
enrolments-moved = The order has been changed. The reason is in the audit log.
enrolments-waiting-none = Nobody is waiting
enrolments-waiting-none-text = When places run out, people appear here in the order they came.
enrolments-waiting-rule =
    { $hours ->
        [one] The course has { $seats } places. A free place waits { $hours } hour for the next person.
       *[other] The course has { $seats } places. A free place waits { $hours } hours for the next person.
    }
enrolments-waiting-no-limit = The course has no limit of places. People wait only for a place in a group.

enrolments-group-name = Name of the group
enrolments-trainer = Trainer
enrolments-no-trainer = Not chosen
enrolments-from = From
enrolments-to = Until
enrolments-period-column = When
enrolments-taken = Places taken
enrolments-taken-of = { $taken } of { $seats }
enrolments-group-is-closed = Closed
enrolments-group-close = The group takes nobody new
enrolments-groups-none = The course has no groups
enrolments-groups-none-text = Groups help when several trainers lead, or sessions are at different times.
enrolments-group-add = Add a group
enrolments-group-added = The group has been added.
enrolments-group-saved = The group has been changed.
enrolments-group-learners = Learners of the group

enrolments-session-title = Subject of the session
enrolments-day = Day
enrolments-starts = From
enrolments-ends = To
enrolments-hour = Give a time, for example 10:00.
enrolments-hour-left-out = There is no such time: the clocks change to summer time then.
enrolments-place-where = Place
enrolments-link = Address to join online
enrolments-link-hint = It begins with https://. Only learners see it.
enrolments-for = For whom
enrolments-everybody = All learners
enrolments-online = Online
enrolments-session-item = Item of the course
enrolments-session-item-hint = Taking part counts for this item.
enrolments-session-no-item = None
enrolments-session-note = Remarks for learners
enrolments-session-add = Add a session
enrolments-session-added = The session is in the schedule. Learners get an e-mail.
enrolments-session-edit = Change the session
enrolments-session-saved = The session has been changed.
enrolments-session-cancel = Cancel the session
enrolments-session-cancel-title = Cancel this session?
enrolments-session-cancel-text = Learners get an e-mail. A cancelled session cannot be brought back, but a new one can be added.
enrolments-session-was-cancelled = The session is cancelled. Learners get an e-mail.
enrolments-sessions-none = There are no sessions
enrolments-sessions-none-text = Add a session in a room or online. Learners take it into their calendars.
enrolments-calendar = Add to calendar
enrolments-attendance = Attendance
enrolments-attendance-text = Tick the people who are there.
enrolments-attendance-save = Save attendance
enrolments-attendance-saved = Attendance has been saved.
enrolments-attendance-there = yes
enrolments-attendance-absent = no
enrolments-present = People present
enrolments-by-code = by code
enrolments-expected-none = Nobody is expected at this session
enrolments-code = Code for the room
enrolments-code-text = Show the code to learners. They type it on the page of the course and so confirm that they are there.
enrolments-code-until = Code valid until { $hour }
enrolments-code-new = Show a new code
enrolments-code-made = A new code is ready.
enrolments-minutes = Minutes it is valid

enrolments-asked-open = Waiting for an answer
enrolments-asked-answered = Answered
enrolments-asked-text = All learners of the course see the answer, without the name of who asked.
enrolments-asked-none = All questions have an answer
enrolments-answer = Answer
enrolments-answer-hidden = Show it only to the person who asked
enrolments-answer-only = only for the person who asked
enrolments-answer-send = Answer
enrolments-answer-sent = The answer has been sent.

enrolments-requests = Requests to enrol
enrolments-requests-lead = Requests that wait for your decision.
enrolments-requests-none = Nothing waits for your decision
enrolments-requests-none-text = When somebody asks to be enrolled, you get an e-mail.
enrolments-approve = Approve
enrolments-refuse = Refuse
enrolments-approved = Your approval has been saved.
enrolments-refused = Your refusal has been saved. The person gets an e-mail.

enrolments-paths = Paths
enrolments-paths-lead = A path joins several courses in the order worth taking them.
enrolments-paths-none = There are no paths yet
enrolments-paths-none-text = Join courses of the office, for example for new colleagues.
enrolments-path-title = Name of the path
enrolments-path-title-en = Name in English
enrolments-path-summary = Description
enrolments-path-summary-en = Description in English
enrolments-path-courses = Courses
enrolments-path-place = Course { $n }
enrolments-path-required = Course { $n } is required
enrolments-path-no-course = None
enrolments-path-add = Add a path
enrolments-path-publish = Learners see the path
enrolments-path-published = Visible
enrolments-path-draft = Hidden
enrolments-path-saved = The path has been saved.

audit-enrolments-exported = List of learners downloaded
audit-enrolments-attendance-exported = List of attendance downloaded
audit-enrolments-resumed = Interrupted course taken up again
audit-enrolments-withdrawn = Withdrawn from a course
enrolments-preview-link = and online
enrolments-preview-none = No dates yet
enrolments-preview-none-text = When the trainer announces sessions, learners see their dates and place here.
enrolments-preview-session = Session
enrolments-preview-when = When
enrolments-preview-where = Where
enrolments-preview-text = Learners see the dates of the sessions, add them to their calendar, and confirm on the spot that they are there.
