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
