quizzes-title = Testy
