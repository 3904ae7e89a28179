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
quizzes-no-attempts = You have no attempts left at this quiz.
quizzes-too-early = The next attempt will be possible in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }.
quizzes-not-enrolled = You cannot take this quiz now. Enrol on the course first.
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
quizzes-n-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
 }
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
quizzes-rule-time = Time runs from the start, also when the page is closed. Answers sent up to { $seconds } seconds after the end are still taken.
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
quizzes-not-passed = Not passed yet
quizzes-waits = Waits for marking
quizzes-waits-text = The trainer marks one of the answers. The score will appear here afterwards.
quizzes-attempt = Attempt
quizzes-attempt-n = Attempt { $n }
quizzes-handed-in = Handed in
quizzes-result = Result
quizzes-history = Your attempts
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
quizzes-five-minutes = 5 minutes left.
quizzes-one-minute = 1 minute left.
quizzes-time-over = The time is over. The saved answers are being handed in.
quizzes-newer = This quiz is open in another window too
quizzes-newer-text = The questions marked below were answered in another window or on another device. Those newer answers stay. You can change them now.
quizzes-newer-here = This is the newer answer, from another window.
quizzes-status-saving = Saving…
quizzes-status-saved = Saved
quizzes-status-offline = No connection – answers wait in this browser
quizzes-status-newer = There is a newer answer from another window – it is shown now.
quizzes-status-second = This quiz is open in another window. Answer in one only – here you may see answers that are out of date.
quizzes-status-late = The time was over before the connection came back. These answers can no longer be saved. Those saved before count.
quizzes-status-refused = This answer could not be saved. Reload the page – saved answers stay.
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
quizzes-by-clock = The time was over, so the attempt was handed in by itself. Answers saved until the end and { $seconds } seconds after it were counted. Answers that did not reach us in time do not count.
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
