quizzes-title = Quizzes
