enrolments-title = Enrolments

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
enrolments-mail-enrolled = A new course for you
enrolments-mail-enrolled-text = You have been enrolled on a course. Open SZPON to begin.
enrolments-mail-offered = A place on a course is waiting for you
enrolments-mail-offered-text = A place on a course is free. Take it in SZPON before the time is over.
enrolments-mail-lapsed = The place on the course has lapsed
enrolments-mail-lapsed-text = The time to take the place is over. If you still want to take part, enrol again.
enrolments-mail-decided = There is a decision on your enrolment
enrolments-mail-decided-text = Your request to be enrolled has been decided. See SZPON for details.
enrolments-mail-completed = Course completed
enrolments-mail-completed-text = You have everything the course requires. See SZPON for details.
enrolments-mail-session = Your sessions have changed
enrolments-mail-session-text = There is something new in the schedule of your course. See SZPON for details.
enrolments-mail-answered = Your question has been answered
enrolments-mail-answered-text = The question you asked beside a lesson has an answer. Read it in SZPON.
enrolments-mail-version = A new version of your course
enrolments-mail-version-text = The course you take has a new version. See what changed and decide whether to move to it.
enrolments-mail-request = A request to enrol waits for your decision
enrolments-mail-request-text = Somebody asks to be enrolled on a course. Decide in SZPON.

audit-enrolments-way = Way into a course changed
audit-enrolments-moved = Place on a waiting list changed
audit-detail-seats = places
audit-detail-mode = way in
audit-detail-place-from = from place
audit-detail-place-to = to place
audit-object-enrolment = enrolment
