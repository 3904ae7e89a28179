assignments-tab = Assignments
assignments-learning = Learning
assignments-state = State
assignments-state-draft = Draft
assignments-state-waiting = Waiting to be marked
assignments-state-returned = To be improved
assignments-state-passed = Passed
assignments-yes = yes
assignments-no = no
assignments-begin-first = Begin the course first. Then you can do the assignment.
assignments-task = What to do
assignments-task-and-rubric = What to do and how it is marked
assignments-rubric = How it is marked
assignments-rubric-text = { $n ->
    [one] You can get { $n } point.
   *[other] You can get { $n } points.
 } The trainer chooses one level for each criterion.
assignments-criterion = Criterion
assignments-levels = Levels
assignments-level = Level
assignments-points = { $n ->
    [one] { $n } point
   *[other] { $n } points
 }
assignments-points-column = Points
assignments-by-rubric = Marks by criterion
assignments-not-judged = Not judged
assignments-sum = { $of ->
    [one] Together: { $n } of { $of } point
   *[other] Together: { $n } of { $of } points
 }
assignments-remark = Overall remark
assignments-comments = Comments
assignments-comment-on = Comment on paragraph { $n }
assignments-marked-by = Marked by { $name },
assignments-file-n = File { $n }
assignments-work-n = Work no. { $n }
assignments-guest = Somebody without an account
assignments-edition-n = Handed in, no. { $n }
assignments-your-work = Your work
assignments-marked-work = Your work, marked
assignments-earlier = Handed in earlier
assignments-text = Your text
assignments-text-least = Write at least { $least ->
    [one] { $least } word
   *[other] { $least } words
 }. In the saved text: { $has }.
assignments-text-any = Each line will be a numbered paragraph. The trainer can comment on each of them.
assignments-write-text = You can write in several sittings: the saved draft waits here on every device. Only you see it.
assignments-saved-at = Draft saved:
assignments-files = Add files
assignments-files-hint = At most { $most } files, for example PDF, DOCX, ODT, JPG or PNG.
assignments-files-here = Files added
assignments-file-remove = Remove the file { $name }
assignments-blind-learner = This work is marked without names. Do not sign it: the trainer learns whose it is only when it is passed.
assignments-hand-in = Hand in
assignments-hand-in-again = Hand in the improved work
assignments-save-draft = Save the draft
assignments-saved = Draft saved. It is not handed in yet.
assignments-handed-in-now = Handed in. We will write to you when it is marked.
assignments-to-course = Back to the course
assignments-waiting-text = It cannot be changed until it is marked. Handed in:
assignments-returned-text = Read the comments, improve your work and hand it in again.
assignments-passed-text = The assignment is passed. The trainer’s comments are below.
assignments-go-write = Improve it
assignments-stale = Nothing is lost: choose what stays
assignments-stale-text = Another text was saved in another window. Both are below. The field has what was sent now: correct it and save again.
assignments-closed-text = This work was already handed in with another text, perhaps in a second window. What was sent now is below: copy it if you want to keep it.
assignments-kept = Saved
assignments-sent = Sent now
assignments-learner = Who
assignments-assignment = Assignment
assignments-edition = Handed in, no.
assignments-handed-in = Handed in
assignments-nothing = Nothing here
assignments-nothing-text = Work handed in will stand in this list, what has waited longest first.
assignments-marking = Marks
assignments-handed-in-text = The work handed in
assignments-no-text = There is no text, only files.
assignments-mark-again = Change the marks
assignments-blind-trainer = You mark without names. You will see whose work it is when it is passed.
assignments-most-points = { $n ->
    [one] At most { $n } point.
   *[other] At most { $n } points.
 } Points are summed for you.
assignments-whole = The whole work
assignments-remark-hint = What went well and what to improve. The learner sees it together with the comments.
assignments-outcome = Result
assignments-passed-hint = The assignment is passed for good.
assignments-returned-hint = The learner improves the work and hands it in again.
assignments-send-mark = Send the marks
assignments-marked-now = Marks sent. The learner gets an e-mail that there is news.
assignments-marked-meanwhile = Somebody else marked this work at the same time. Both are below, and the form has yours. Correct it and send it: then yours counts. The first stays in the history.
assignments-newer-edition = The learner has meanwhile handed in a newer version. Your remarks are in the form, now beside the newer version: check them and send again.
assignments-replaced = Marks replaced
assignments-replaced-text = The newest marks count. Earlier marks of the same version stay here.
assignments-instructions = Instructions
assignments-unready = The assignment has no instructions. Say what is to be done.
assignments-instructions-hint = Say what to do and what should come of it. You can use Markdown: lists, bold, tables.
assignments-min-words = Least number of words
assignments-min-words-hint = 0 means any number.
assignments-takes-files = Files can be added
assignments-blind = Mark without names
assignments-blind-hint = Trainers see a number. They learn the name when the work is passed.
assignments-rubric-hint = Learners see the criteria before they begin to write. An empty criterion goes when you save.
assignments-criterion-n = Criterion { $n }
assignments-levels-hint = Each level on a line of its own: points | name | what such work looks like. For example: 2 | partly | The instruction is missing.
assignments-more-criteria = Add room for criteria
assignments-save = Save the assignment
assignments-definition-saved = Assignment saved. Learners will see it in the next published version of the course.
assignments-title-and-time = Title and time
assignments-edit-text = Instructions, criteria and rules of handing in.
assignments-edited-meanwhile = Somebody else saved this assignment. Both versions are below, and the form has yours. Bring over what you need and save again.
assignments-as-learner = As learners will see it
assignments-fault-instructions = Say what is to be done.
assignments-fault-long = The text is too long.
assignments-fault-min-words = Give a number of words from 0 to 10,000.
assignments-fault-criterion = Give this criterion a name.
assignments-fault-levels = Give 2 to 8 levels, each on a line of its own: points (0 to 1000) | name | description. At least one level must give points.
assignments-fault-text-long = The text can have at most { $most } characters. Shorten it or add it as a file.
assignments-fault-few-words = { $has ->
    [one] The text has { $has } word; at least { $least } are needed. The draft is saved.
   *[other] The text has { $has } words; at least { $least } are needed. The draft is saved.
 }
assignments-fault-empty = There is nothing in it. Write a text or add a file.
assignments-fault-no-files = Files cannot be added to this assignment.
assignments-fault-many-files = At most { $most } files can be added.
assignments-fault-outcome = Choose: passed or to be improved.
assignments-fault-level = Choose a level for this criterion.
assignments-fault-say-what = Say what to improve: in the overall remark or in a comment on a paragraph.
assignments-fault-passed-stays = This work is passed and stays so. You can change points and remarks.
assignments-mail-subject = Your work was marked
assignments-mail-text = A trainer has marked your work. Sign in to read it.
assignments-mail-button = See the marks
audit-work-marked = Work marked
