training-title = Szkolenia
