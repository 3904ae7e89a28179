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
quizzes-learning = Nauka
quizzes-question-n = Pytanie { $n } z { $of }
quizzes-points = { $n ->
    [one] { $n } punkt
    [few] { $n } punkty
   *[many] { $n } punktów
 }
quizzes-points-part = { $n } punktu
quizzes-hint = Podpowiedź
quizzes-gap-n = Luka { $n }
quizzes-choose = Wybierz
quizzes-choose-one = Wybierz jedną odpowiedź
quizzes-choose-many = Wybierz wszystkie poprawne odpowiedzi
quizzes-true-or-false = Prawda czy fałsz?
quizzes-true = Prawda
quizzes-false = Fałsz
quizzes-number = Podaj liczbę
quizzes-number-units = Możesz dopisać jednostkę: { $units }.
quizzes-short = Wpisz odpowiedź
quizzes-match = Do każdego elementu wybierz z listy to, co do niego pasuje.
quizzes-order = Nadaj kolejność: 1 to pierwszy element.
quizzes-up = Wyżej
quizzes-down = Niżej
quizzes-essay = Napisz odpowiedź
quizzes-essay-least = Napisz co najmniej { $n ->
    [one] { $n } słowo
    [few] { $n } słowa
   *[many] { $n } słów
 }. Odpowiedź oceni prowadzący.
quizzes-essay-most = Napisz najwyżej { $n ->
    [one] { $n } słowo
    [few] { $n } słowa
   *[many] { $n } słów
 }. Odpowiedź oceni prowadzący.
quizzes-essay-between = Napisz od { $min } do { $max } słów. Odpowiedź oceni prowadzący.
quizzes-no-limit = Bez limitu
quizzes-n-minutes = { $n ->
    [one] { $n } minuta
    [few] { $n } minuty
   *[many] { $n } minut
 }
quizzes-any-attempts = Dowolnie wiele
quizzes-n-attempts = { $n ->
    [one] { $n } podejście
    [few] { $n } podejścia
   *[many] { $n } podejść
 }
quizzes-questions = Pytania
quizzes-n-questions = { $n ->
    [one] { $n } pytanie
    [few] { $n } pytania
   *[many] { $n } pytań
 }
quizzes-time = Czas
quizzes-attempts = Podejścia
quizzes-pass = Zaliczenie
quizzes-pass-from = od { $n }% punktów
quizzes-counts = Liczy się
quizzes-go-on = Wróć do pytań
quizzes-start = Zacznij
quizzes-start-again = Spróbuj jeszcze raz
quizzes-pretest-text = Jeśli zaliczysz ten test, możesz pominąć lekcje. Jeśli nie, nic nie tracisz: po prostu zacznij od pierwszej lekcji.
quizzes-pretest-passed = Lekcje możesz pominąć. Nadal możesz do nich zajrzeć.
quizzes-rules = Zasady
quizzes-rule-saved = Każda odpowiedź zapisuje się od razu. Możesz zamknąć przeglądarkę i wrócić, także na innym urządzeniu.
quizzes-rule-time = Czas biegnie od rozpoczęcia, także po zamknięciu strony. Odpowiedzi wysłane do { $seconds } sekund po końcu czasu jeszcze przyjmiemy.
quizzes-rule-pause = Między podejściami trzeba odczekać { $minutes ->
    [one] { $minutes } minutę
    [few] { $minutes } minuty
   *[many] { $minutes } minut
 }.
quizzes-rule-whole = Punkty są tylko za odpowiedź w całości poprawną.
quizzes-rule-answers = Po oddaniu zobaczysz poprawne odpowiedzi i wyjaśnienia.
quizzes-rule-at-the-end = Poprawne odpowiedzi zobaczysz po zaliczeniu albo po ostatnim podejściu.
quizzes-rule-marks = Po oddaniu zobaczysz, które odpowiedzi były poprawne.
quizzes-rule-score = Po oddaniu zobaczysz swój wynik.
quizzes-enrol-first = Żeby rozwiązać ten quiz, zapisz się na kurs.
quizzes-to-course = Przejdź do kursu
quizzes-back-to-course = Wróć do kursu
quizzes-standing = Twój wynik: { $n }%.
quizzes-passed = Zaliczone
quizzes-not-passed = Jeszcze niezaliczone
quizzes-waits = Czeka na ocenę
quizzes-waits-text = Jedną z odpowiedzi ocenia prowadzący. Wynik pojawi się tutaj po ocenie.
quizzes-attempt = Podejście
quizzes-attempt-n = Podejście { $n }
quizzes-handed-in = Oddane
quizzes-result = Wynik
quizzes-history = Twoje podejścia
quizzes-too-late = Czas minął albo to podejście jest już oddane. Ostatnich zmian nie zapisaliśmy. Liczą się odpowiedzi zapisane wcześniej.
quizzes-saved = Zapisano odpowiedzi.
quizzes-save = Zapisz
quizzes-next = Następne pytanie
quizzes-previous = Poprzednie pytanie
quizzes-finish = Zakończ i oddaj
quizzes-taking = { $title } – pytania
quizzes-done = Odpowiedzi
quizzes-answered = – jest odpowiedź
quizzes-unanswered = – bez odpowiedzi
quizzes-ends-at = Koniec o
quizzes-left = zostało %
quizzes-five-minutes = Zostało 5 minut.
quizzes-one-minute = Została 1 minuta.
quizzes-time-over = Czas minął. Oddajemy zapisane odpowiedzi.
quizzes-newer = Ten quiz jest otwarty też w innym oknie
quizzes-newer-text = Na zaznaczone pytania odpowiedziano w innym oknie albo na innym urządzeniu. Zostały tamte, nowsze odpowiedzi. Możesz je teraz zmienić.
quizzes-newer-here = To jest nowsza odpowiedź, z innego okna.
quizzes-status-saving = Zapisujemy…
quizzes-status-saved = Zapisano
quizzes-status-offline = Brak połączenia – odpowiedzi czekają w tej przeglądarce
quizzes-status-newer = W innym oknie jest nowsza odpowiedź – pokazujemy ją.
quizzes-status-second = Ten quiz jest otwarty w innym oknie. Odpowiadaj tylko w jednym – tutaj możesz zobaczyć nieaktualne odpowiedzi.
quizzes-status-late = Czas minął, zanim wróciło połączenie. Tych odpowiedzi nie da się już zapisać. Liczą się zapisane wcześniej.
quizzes-status-refused = Nie udało się zapisać tej odpowiedzi. Odśwież stronę – zapisane odpowiedzi zostaną.
quizzes-finish-title = Oddać odpowiedzi?
quizzes-all-answered = Odpowiedzi są na wszystkie pytania.
quizzes-missing = { $n ->
    [one] { $n } pytanie jest bez odpowiedzi:
    [few] { $n } pytania są bez odpowiedzi:
   *[many] { $n } pytań jest bez odpowiedzi:
 }
quizzes-finish-text = Po oddaniu nie można już zmienić odpowiedzi w tym podejściu.
quizzes-hand-in = Oddaj
quizzes-back-to-questions = Wróć do pytań
quizzes-result-of = { $title } – wynik
quizzes-by-clock = Czas minął, więc podejście oddało się samo. Policzyliśmy odpowiedzi zapisane do końca czasu i { $seconds } sekund po nim. Odpowiedzi, które nie zdążyły do nas dotrzeć, się nie liczą.
quizzes-score = Wynik tego podejścia
quizzes-points-reached = Punkty
quizzes-go-to = Dalej: { $title }
quizzes-review = Pytania i odpowiedzi
quizzes-review-later = Poprawne odpowiedzi i wyjaśnienia zobaczysz po zaliczeniu albo po ostatnim podejściu.
quizzes-your-answer = Twoja odpowiedź
quizzes-right-answer = Poprawna odpowiedź
quizzes-why = Dlaczego
quizzes-remark = Komentarz prowadzącego
quizzes-no-answer = Brak odpowiedzi
quizzes-state-right = Dobrze
quizzes-state-partly = Częściowo dobrze
quizzes-state-wrong = Źle
quizzes-state-blank = Bez odpowiedzi
quizzes-state-waits = Czeka na ocenę
quizzes-fault-lines = Nie rozumiemy jednego z wierszy. Każdy to: odpowiedź | ile procent punktów | komentarz.
