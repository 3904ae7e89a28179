quizzes-purpose-module = Quiz at the end of a module
quizzes-purpose-final = Final test
quizzes-purpose-pretest = Pre-test
quizzes-counts-best = The best attempt
quizzes-counts-last = The last attempt
quizzes-counts-first = The first attempt
quizzes-counts-average = The mean of all attempts
quizzes-shown-answers = Right answers and explanations
quizzes-shown-at-the-end = Right answers only after passing or after the last attempt
quizzes-shown-marks = Only which answers were right
quizzes-shown-score = Only the score
quizzes-fault-minutes = Give a number of minutes from 0 to 10,080 (a week). 0 means no limit.
quizzes-fault-attempts = Give a number of attempts from 0 to 1000. 0 means any number.
quizzes-fault-percent = Give a number from 0 to 100.
quizzes-fault-long = The text is too long.
quizzes-fault-no-pool = Choose the category to draw from and how many questions.
quizzes-fault-many = Too many questions. An attempt can have at most 200 questions from 50 pools.
quizzes-fault-bands = Each comment needs a threshold from 0 to 100 and a short text.
quizzes-fault-full = A bank holds at most { $most } questions. Remove those you do not need.
quizzes-fault-answer = This answer does not fit the question.
quizzes-fault-one-right = Mark one right answer. Its field cannot be empty.
quizzes-fault-one-full = Only the answer marked as right may earn all points. Correct the worth of the answers.
quizzes-no-attempts = You have no attempts left at this quiz.
quizzes-too-early = The next attempt will be possible in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }.
quizzes-not-enrolled = You cannot take this quiz now. Enrol on the course first.
quizzes-unready = There are no questions in the quiz. Choose the category to draw from and how many questions.
quizzes-empty = There are no questions in this quiz yet. Come back later.
quizzes-learning = Learning
quizzes-question-n = Question { $n } of { $of }
quizzes-points = { $n ->
    [one] { $n } point
   *[other] { $n } points
 }
quizzes-points-part = { $n } points
quizzes-hint = Hint
quizzes-gap-n = Gap { $n }
quizzes-choose = Choose
quizzes-choose-one = Choose one answer
quizzes-choose-many = Choose all right answers
quizzes-true-or-false = True or false?
quizzes-true = True
quizzes-false = False
quizzes-number = Give a number
quizzes-number-units = You may add a unit: { $units }.
quizzes-short = Type the answer
quizzes-match = For each item choose from the list what belongs to it.
quizzes-order = Put in order: 1 is the first item.
quizzes-up = Up
quizzes-down = Down
quizzes-essay = Write your answer
quizzes-essay-least = Write at least { $n ->
    [one] { $n } word
   *[other] { $n } words
 }. The trainer marks the answer.
quizzes-essay-most = Write at most { $n ->
    [one] { $n } word
   *[other] { $n } words
 }. The trainer marks the answer.
quizzes-essay-between = Write { $min } to { $max } words. The trainer marks the answer.
quizzes-no-limit = No limit
quizzes-any-attempts = Any number
quizzes-n-attempts = { $n ->
    [one] { $n } attempt
   *[other] { $n } attempts
 }
quizzes-questions = Questions
quizzes-n-questions = { $n ->
    [one] { $n } question
   *[other] { $n } questions
 }
quizzes-time = Time
quizzes-attempts = Attempts
quizzes-pass = To pass
quizzes-pass-from = from { $n }% of points
quizzes-counts = What counts
quizzes-go-on = Back to the questions
quizzes-start = Start
quizzes-start-again = Try again
quizzes-pretest-text = If you pass this test you may skip the lessons. If not, you lose nothing: just begin with the first lesson.
quizzes-pretest-passed = You may skip the lessons. You can still look into them.
quizzes-rules = Rules
quizzes-rule-saved = Every answer is saved at once. You can close the browser and come back, on another device too.
quizzes-rule-saved-guest = Every answer is saved at once. You can close the page and come back later in the same browser.
quizzes-rule-time = Time runs from the start, also when the page is closed. Answers sent up to { $seconds } seconds after the end are still taken. The trainer decides about later ones.
quizzes-rule-pause = Between attempts one has to wait { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }.
quizzes-rule-whole = Only a wholly right answer gives points.
quizzes-rule-answers = After handing in you will see the right answers with explanations.
quizzes-rule-at-the-end = You will see the right answers after passing or after the last attempt.
quizzes-rule-marks = After handing in you will see which answers were right.
quizzes-rule-score = After handing in you will see your score.
quizzes-enrol-first = To take this quiz, enrol on the course.
quizzes-to-course = Go to the course
quizzes-back-to-course = Back to the course
quizzes-standing = Your score: { $n }%.
quizzes-passed = Passed
quizzes-not-passed = Not passed
quizzes-waits = Waits for marking
quizzes-waits-text = The trainer marks one of the answers. The score will appear here afterwards.
quizzes-attempt = Attempt
quizzes-attempt-n = Attempt { $n }
quizzes-handed-in = Handed in
quizzes-result = Result
quizzes-history = Your attempts
quizzes-superseded = Earlier version of the quiz
quizzes-superseded-text = The quiz has changed since this attempt. The result stays in your history but no longer counts. Attempts at the present version count.
quizzes-different = This quiz has changed
quizzes-different-text = You are on a newer version of the course. Attempts at the earlier version of the quiz stay in your history but do not count. You have all your attempts again.
quizzes-to-quiz = Go to the quiz
quizzes-sign-in-title = We do not know whose attempt this is
quizzes-sign-in-text = Your session may have ended. Answers that were not sent are on this device. Sign in, and you will come back here and we will send them.
quizzes-sign-in = Sign in
quizzes-fault-clock = The clock of this device is more than a day ahead. Set it right and reload the page.
quizzes-too-late = The time is over or this attempt was handed in already. Your last changes were not saved. Answers saved before count.
quizzes-saved = Answers saved.
quizzes-save = Save
quizzes-next = Next question
quizzes-previous = Previous question
quizzes-finish = Finish and hand in
quizzes-taking = { $title } – questions
quizzes-done = Answers
quizzes-answered = – answered
quizzes-unanswered = – not answered
quizzes-ends-at = Ends at
quizzes-left = % left
quizzes-winter-time = winter time
quizzes-summer-time = summer time
quizzes-five-minutes = 5 minutes left.
quizzes-one-minute = 1 minute left.
quizzes-time-over = The time is over. The saved answers are being handed in.
quizzes-newer = This quiz is open in another window too
quizzes-newer-text = The questions marked below were answered in another window or on another device. Those newer answers stay. You can change them now.
quizzes-newer-text-guest = The questions marked below were answered in another window of this browser. Those newer answers stay. You can change them now.
quizzes-newer-here = This is the newer answer, from another window.
quizzes-status-saving = Saving…
quizzes-status-saved = Saved
quizzes-status-offline = No connection – answers wait in this browser
quizzes-status-newer = There is a newer answer from another window – it is shown now.
quizzes-status-second = This quiz is open in another window. Answer in one only – here you may see answers that are out of date.
quizzes-status-late = The time was over before the connection came back. These answers came late. The trainer decides whether they count.
quizzes-status-refused = This answer could not be saved. Reload the page – saved answers stay.
quizzes-beside-pressed = There is no connection. Your answers are on this device. They will be sent, and you will go on, when the connection is back.
quizzes-beside-kept = There is no connection. Your answers are on this device. They will be sent when the connection is back. Press the button again then.
quizzes-beside-unstored = There is no connection, and this browser does not let us keep your answers. Do not close this page: they will be sent when the connection is back.
quizzes-beside-over = The time is over and there is no connection. Keep this page open: your answers will be sent when it is back. The trainer decides about those that come too late.
quizzes-beside-hand-in = There is no connection. Your answers are safe. Do not close this page: they will be handed in when the connection is back.
quizzes-finish-title = Hand in your answers?
quizzes-all-answered = All questions are answered.
quizzes-missing = { $n ->
    [one] { $n } question has no answer:
   *[other] { $n } questions have no answer:
 }
quizzes-finish-text = After handing in, the answers of this attempt cannot be changed.
quizzes-hand-in = Hand in
quizzes-back-to-questions = Back to the questions
quizzes-result-of = { $title } – result
quizzes-by-clock = The time was over, so the attempt was handed in by itself. Answers that came until the end and { $seconds } seconds after it were counted. Later ones do not count by themselves: the trainer decides about them.
quizzes-score = Score of this attempt
quizzes-points-reached = Points
quizzes-go-to = Next: { $title }
quizzes-review = Questions and answers
quizzes-review-later = You will see the right answers and explanations after passing or after the last attempt.
quizzes-your-answer = Your answer
quizzes-right-answer = Right answer
quizzes-why = Why
quizzes-remark = The trainer's remark
quizzes-no-answer = No answer
quizzes-state-right = Right
quizzes-state-partly = Partly right
quizzes-state-wrong = Wrong
quizzes-state-blank = Not answered
quizzes-state-waits = Waits for marking
quizzes-fault-lines = One of the lines cannot be read. Each is: answer | per cent of points | comment.
quizzes-bank = Questions
quizzes-question = Question
quizzes-quiz = Quiz
quizzes-all = All
quizzes-answer = Answer
quizzes-aside = Questions put aside
quizzes-before = Before
quizzes-after = After
quizzes-changed = Changed
quizzes-cancel = Cancel
quizzes-show = Show
quizzes-show-all = Show all
quizzes-state = State
quizzes-save-stay = Save and go on
quizzes-preview = Show preview
quizzes-picture = As the learner will see it
quizzes-new = Add a question
quizzes-kind = Kind
quizzes-no-category = No category
quizzes-find = Search questions
quizzes-find-text = Words of the question
quizzes-none = No questions yet
quizzes-none-text = Add the first question or take a file from Moodle.
quizzes-none-found = No question fits
quizzes-none-aside = No questions are put aside
quizzes-check-clean = This question is complete.
quizzes-question-saved = Question saved. Learners will see it when a new version of the course is published.
quizzes-stale-text = The differences are below; the form holds your version. Mend it if needed, reload the page and save again.
quizzes-is-aside = This question is put aside and will not be in new versions of the course.
quizzes-bring-back = Bring back
quizzes-put-aside = Question put aside. You will find it on the list of those put aside.
quizzes-put-back = Question brought back.
quizzes-set-aside = Put the question aside
quizzes-set-aside-title = Put this question aside?
quizzes-set-aside-text = It will not be in new versions of the course. Published versions keep it. You can bring it back later.
quizzes-versions = Versions of the question
quizzes-version-n = Version { $n }
quizzes-version-now = current
quizzes-version-changes = What changed
quizzes-kind-single = One answer
quizzes-kind-single-hint = one of several options is right
quizzes-kind-multiple = Several answers
quizzes-kind-multiple-hint = more than one option may be right
quizzes-kind-true-false = True or false
quizzes-kind-true-false-hint = a sentence to judge
quizzes-kind-short = Short answer
quizzes-kind-short-hint = the learner types a word or a few
quizzes-kind-numeric = Number
quizzes-kind-numeric-hint = with tolerance and unit
quizzes-kind-matching = Matching
quizzes-kind-matching-hint = pairs to join
quizzes-kind-ordering = Ordering
quizzes-kind-ordering-hint = items to put in order
quizzes-kind-gaps = Gap text
quizzes-kind-gaps-hint = gaps to type into or to choose from a list
quizzes-kind-essay = Essay
quizzes-kind-essay-hint = the trainer marks it
quizzes-field-text = Question
quizzes-field-text-hint = Describe a short situation and ask one thing. You can use bold (**word**) and pictures from the course's files.
quizzes-field-text-gaps = Write [[1]], [[2]] and so on where the gaps are, for example: An appeal is lodged within [[1]] days.
quizzes-field-explanation = Explanation
quizzes-field-explanation-hint = Why the answer is right, best with the legal basis. Learners see it after handing in.
quizzes-field-category = Category
quizzes-field-points = Points
quizzes-field-code = Code
quizzes-field-name = Name on the list
quizzes-field-name-hint = Leave it empty to use the beginning of the question.
quizzes-field-tags = Tags
quizzes-one-a-line = One a line.
quizzes-group-place = Place in the bank
quizzes-group-more = Hint and comments
quizzes-field-fb-correct = Comment on a full answer
quizzes-field-fb-partial = Comment on a partial answer
quizzes-field-fb-incorrect = Comment on a wrong answer
quizzes-options = Options
quizzes-options-one = Mark the one that is right. Empty fields are left out.
quizzes-options-many = Tick all that are right. They share the points evenly, and wrong ones take away so much that ticking everything gives nothing.
quizzes-options-add = More options
quizzes-option = Option
quizzes-option-right = Right option
quizzes-option-more = Comment and worth of option
quizzes-option-feedback = Comment on option
quizzes-option-worth = Worth of option
quizzes-option-worth-hint = Usually leave empty. From −100 to 100% of the points.
quizzes-field-shuffle = Shuffle the options
quizzes-field-shuffle-left = Shuffle the left side
quizzes-field-all = Points only for the complete set of right options
quizzes-field-correct = This sentence is
quizzes-field-on-true = Comment on "true"
quizzes-field-on-false = Comment on "false"
quizzes-field-accepted = Accepted answers
quizzes-field-words-hint = One a line. After a bar you can add the per cent of points it gives and a comment: almost right | 50 | One word is missing.
quizzes-field-numbers-hint = For example 30 or 12.5 ± 0.5 or 100 ± 5%. After a bar you can add the per cent of points it gives and a comment. An asterisk (*) stands for any other number.
quizzes-field-units = Units
quizzes-field-units-hint = One a line. For others than the first add how many make one: km, and on the next line m | 1000.
quizzes-field-unit-rule = Whether the unit is needed
quizzes-unit-optional = It is not needed
quizzes-unit-required = It is needed
quizzes-field-penalty = How much to take away without it
quizzes-field-pairs = Pairs
quizzes-field-pairs-hint = One a line: left side | right side.
quizzes-field-distractors = More right sides that belong to nothing
quizzes-field-items = Items in the right order
quizzes-field-items-hint = One a line. Learners see them mixed.
quizzes-field-scoring = How a partly right order counts
quizzes-scoring-pairs = For neighbours that follow each other
quizzes-scoring-places = For items in their place
quizzes-scoring-all = Only for the whole right order
quizzes-field-guide = Marking guide
quizzes-field-guide-hint = What to look at and how many points for what. Only the trainer sees it.
quizzes-field-words = Length of the answer in words
quizzes-field-min-words = At least
quizzes-field-max-words = At most
quizzes-field-template = Text the learner begins with
quizzes-forgive = What is forgiven
quizzes-forgive-case = Capital letters
quizzes-forgive-diacritics = Missing Polish diacritics
quizzes-forgive-inflection = Another form of the word (inflection)
quizzes-forgive-typos = How many typing errors
quizzes-gap-kind = The learner
quizzes-gap-text = types a word
quizzes-gap-choice = chooses from a list
quizzes-gap-number = types a number
quizzes-gap-hint = One a line. For a list mark the right one like this: right | 100.
quizzes-gap-weight = Weight of the gap
quizzes-gaps-none = Write [[1]] in the text and show the preview, and the fields of the gap appear.
quizzes-quiz-lead = Say what is drawn and by which rules. Learners see changes when a new version of the course is published.
quizzes-quiz-stale = Somebody else saved the rules while you were changing them. The differences are below, and the form holds your settings. Bring over what should stay of theirs, and save.
quizzes-no-questions-yet = There are no questions in the bank yet. Add some first.
quizzes-rules-saved = Rules saved. Publish the course to put them into force.
quizzes-purpose = What this quiz is for
quizzes-pools = Where questions are drawn from
quizzes-pools-hint = Each learner gets another set, drawn from the categories chosen. Empty rows are left out.
quizzes-pool-none = – do not draw –
quizzes-pool-count = How many
quizzes-pool-add = Add a row
quizzes-field-pass = Needed to pass
quizzes-field-pass-hint = Per cent of the points.
quizzes-field-minutes = Time in minutes
quizzes-field-attempts = Attempts
quizzes-field-pause = Pause between attempts in minutes
quizzes-zero-none = 0 – no limit.
quizzes-zero-any = 0 – any number.
quizzes-zero-no-pause = 0 – no pause.
quizzes-field-shown = What the learner sees after handing in
quizzes-field-shuffle-all = Shuffle questions and options
quizzes-field-partial = Points for a part of an answer too
quizzes-field-one-a-page = One question a page
quizzes-field-intro = Introduction for the learner
quizzes-bands = Comment by the score
quizzes-bands-hint = Learners see the comment with the highest threshold they reached.
quizzes-band-from = From
quizzes-band-text = Comment
quizzes-import = Take from a file
quizzes-import-title = Questions from a file
quizzes-import-lead = Moodle XML, GIFT or Aiken. We first show what the file holds. Nothing goes into the bank before you confirm.
quizzes-import-file = File of questions
quizzes-import-file-hint = For example a question bank exported from Moodle (.xml), a .gift or .txt file.
quizzes-import-category = Category for questions without one
quizzes-import-category-hint = May stay empty.
quizzes-import-check = Check the file
quizzes-import-line = Line { $line }
quizzes-import-refused = The file { $name } was not taken
quizzes-import-report = What changes and what is not taken
quizzes-import-at = Line
quizzes-import-what = Remark
quizzes-import-not-taken = left out
quizzes-import-changed = changed
quizzes-import-nothing = There are no questions in this file that can be taken
quizzes-import-only-new = Leave out questions that are in the bank already
quizzes-import-other = Choose another file
quizzes-imported = Questions taken.
quizzes-imported-none = All questions of this file are in the bank already.
quizzes-format = Format
quizzes-format-guess = Recognise it
quizzes-format-moodle = Moodle XML
quizzes-format-gift = GIFT
quizzes-format-aiken = Aiken
quizzes-export = Save to a file
quizzes-export-title = Questions to a file
quizzes-export-lead = Questions to take to another program. Moodle XML holds the most.
quizzes-export-check = Check what will be saved
quizzes-export-report = What this format cannot hold
quizzes-export-not-written = not written
quizzes-export-whole = All questions will be written whole.
quizzes-export-take = Download the file
quizzes-statistics = Question statistics
quizzes-no-quiz = The course has no quiz yet
quizzes-stat-none = Nobody has handed this quiz in yet
quizzes-stat-none-text = Statistics appear after the first attempts.
quizzes-stat-attempts = Attempts
quizzes-stat-mean = Mean score
quizzes-stat-count = Answers
quizzes-stat-facility = Facility
quizzes-stat-discrimination = Discrimination
quizzes-stat-advice = What to do
quizzes-stat-help = What these numbers mean
quizzes-stat-help-facility = Facility is the mean part of the points reached: 100% – everybody knows, 0% – nobody.
quizzes-stat-help-discrimination = Discrimination tells whether those who did well in the rest of the quiz do better at the question. From −1 to 1; below 0.2 a question is worth a look, below 0 there is probably a mistake in it.
quizzes-stat-chosen = What was chosen
quizzes-stat-times = How often
quizzes-advice-few = Too few answers to judge
quizzes-advice-good = A good question
quizzes-advice-negative = Check the key: better learners do worse
quizzes-advice-hard = Too hard or unclear: reword it or add to the lesson
quizzes-advice-easy = Too easy: it checks nothing
quizzes-advice-weak = Tells little: mend the wrong options
quizzes-advice-unused = Nobody chooses one of the options: replace it
quizzes-stat-nobody = Nobody chose option { $n }. Replace it with a mistake people really make.
quizzes-marking = Marking
quizzes-marking-none = Nothing waits for marking
quizzes-marking-none-text = Learners' essays appear here when a quiz is handed in.
quizzes-learner = Learner
quizzes-guest = Somebody without an account
quizzes-marked = Mark saved.
quizzes-marked-meanwhile = Somebody else marked this attempt, or decided about late answers, while you were marking it. Both marks are below and yours is in the form. Change it if you need to and save it again: then it takes the place of the other one.
quizzes-mark-save = Save the mark
quizzes-mark-points = Points (0 to { $of })
quizzes-blank-is-zero = No answer is 0 points.
quizzes-not-handed-in = This attempt is still under way.
quizzes-fault-mark = Give a number of points from 0 to what the question is worth.
quizzes-n-words = { $n ->
    [one] { $n } word
   *[other] { $n } words
 }
quizzes-too-short = { $n ->
    [one] The answer is shorter than { $n } word.
   *[other] The answer is shorter than { $n } words.
 }
quizzes-import-found = { $n ->
    [one] The file holds { $n } question to take:
   *[other] The file holds { $n } questions to take:
 }
quizzes-import-not = { $n ->
    [one] { $n } question cannot be taken. The reason is below.
   *[other] { $n } questions cannot be taken. The reasons are below.
 }
quizzes-import-known = { $n ->
    [one] { $n } question is in the bank already.
   *[other] { $n } questions are in the bank already.
 }
quizzes-import-take = { $n ->
    [one] Take { $n } question
   *[other] Take { $n } questions
 }
quizzes-pool-named = { $n ->
    [one] { $n } question is drawn from questions named one by one.
   *[other] { $n } questions are drawn from questions named one by one.
 }
quizzes-pool-short = The category "{ $category }" holds too few questions: { $want } needed, { $have } there.
audit-questions-imported = Questions taken from a file
audit-detail-questions = Number of questions
quizzes-picture-empty = Write the question and you will see it here.
quizzes-late-title = Answers that came after the end
quizzes-late-text = { $n ->
    [one] The answer to { $n } question came after the time was over. We have it, but it does not count by itself.
   *[other] The answers to { $n } questions came after the time was over. We have them, but they do not count by themselves.
 }
quizzes-late-who = The trainer decides, and sees when they were given and when they came. If they are accepted, the result changes.
quizzes-late-done = The trainer has decided.
quizzes-late-waits = Waits for the trainer
quizzes-late-counted = Counts
quizzes-late-left = Does not count
quizzes-late-bench-text = The attempt ended before these answers came, for example because there was no network. Compare the times and decide whether they count. The time an answer was given is told by the learner’s device, and the clock of a device can be changed.
quizzes-late-ended = Time was over
quizzes-late-given = Given (by the device)
quizzes-late-came = Came
quizzes-late-not-told = the device did not tell
quizzes-late-answer = The answer that came late
quizzes-late-in-time = The answer saved in time
quizzes-late-count = Count the answer
quizzes-late-leave = Do not count
quizzes-late-count-all = Count all given in time
quizzes-late-leave-all = Count none
quizzes-late-after = Even by the device the answer was given after the time was over, so it cannot count.
quizzes-late-after-fault = This answer was given after the time was over, so it cannot count.
quizzes-late-decided = Decided by { $name }
quizzes-late-counted-said = The answers count. The result was worked out anew.
quizzes-late-left-said = The answers do not count.
quizzes-late-n = { $n ->
    [one] { $n } late answer
   *[other] { $n } late answers
 }
quizzes-left-over-sending = Answers of this attempt were left in this browser. Sending them…
quizzes-left-over-offline = Answers of this attempt were left in this browser, and there is no connection. We will send them when it is back.
quizzes-left-over-closed = This attempt is closed, so the answers left in this browser do not count. Questions: %.
quizzes-status-closed = This attempt is closed. These answers were not saved.
audit-quizzes-marked = A quiz answer was marked
audit-quizzes-late-counted = A quiz answer that came late was counted
audit-quizzes-late-left = A quiz answer that came late was not counted
audit-detail-question = question
audit-detail-points = points
audit-detail-given = given
audit-detail-came = came
quizzes-late-column = Late
quizzes-late-said = The time is over. Your last answers came late. The trainer decides whether they count.
quizzes-yes = yes
quizzes-no = no
quizzes-try = Try the quiz
quizzes-try-text = This is a trial: you see the quiz as a learner would, with questions drawn from the draft. Nothing is saved, and nothing goes into the statistics.
quizzes-try-mark = Check the answers
quizzes-try-again = Draw other questions
quizzes-try-end = Back to the preview of the course
quizzes-try-essay = The trainer marks the essay, so in this trial it has no points.
quizzes-to-rules = Set the rules of the quiz
quizzes-stat-n = Question { $n }
