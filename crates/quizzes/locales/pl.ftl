quizzes-purpose-module = Sprawdzian na koniec modułu
quizzes-purpose-final = Test końcowy
quizzes-purpose-pretest = Test wstępny
quizzes-counts-best = Najlepsze podejście
quizzes-counts-last = Ostatnie podejście
quizzes-counts-first = Pierwsze podejście
quizzes-counts-average = Średnia wszystkich podejść
quizzes-shown-answers = Poprawne odpowiedzi i wyjaśnienia
quizzes-shown-at-the-end = Poprawne odpowiedzi dopiero po zaliczeniu albo po ostatnim podejściu
quizzes-shown-marks = Tylko które odpowiedzi były poprawne
quizzes-shown-score = Tylko wynik
quizzes-fault-minutes = Podaj liczbę minut od 0 do 10 080 (tydzień). 0 oznacza: bez limitu.
quizzes-fault-attempts = Podaj liczbę podejść od 0 do 1000. 0 oznacza: dowolnie wiele.
quizzes-fault-percent = Podaj liczbę od 0 do 100.
quizzes-fault-long = Tekst jest za długi.
quizzes-fault-no-pool = Wybierz, z której kategorii i ile pytań losować.
quizzes-fault-many = Za dużo pytań. Jedno podejście może mieć najwyżej 200 pytań z 50 pul.
quizzes-fault-bands = Każdy komentarz potrzebuje progu od 0 do 100 i krótkiego tekstu.
quizzes-fault-full = W banku może być najwyżej { $most } pytań. Usuń niepotrzebne.
quizzes-fault-answer = Ta odpowiedź nie pasuje do pytania.
quizzes-no-attempts = Nie masz już podejść do tego quizu.
quizzes-too-early = Następne podejście będzie możliwe za { $minutes ->
    [one] { $minutes } minutę
    [few] { $minutes } minuty
   *[many] { $minutes } minut
 }.
quizzes-not-enrolled = Nie możesz teraz rozwiązywać tego quizu. Najpierw zapisz się na kurs.
quizzes-empty = W tym quizie nie ma jeszcze pytań. Wróć później.
