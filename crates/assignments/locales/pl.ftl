assignments-title = Zadania
