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
quizzes-fault-one-right = Zaznacz jedną poprawną odpowiedź. Jej pole nie może być puste.
quizzes-fault-one-full = Wszystkie punkty może dawać tylko odpowiedź zaznaczona jako poprawna. Popraw wartości odpowiedzi.
quizzes-no-attempts = Nie masz już podejść do tego testu.
quizzes-too-early = Następne podejście będzie możliwe za { $minutes ->
    [one] { $minutes } minutę
    [few] { $minutes } minuty
   *[many] { $minutes } minut
 }.
quizzes-not-enrolled = Nie możesz teraz rozwiązywać tego testu. Najpierw zapisz się na kurs.
quizzes-unready = W teście nie ma pytań. Wybierz, z której kategorii i ile pytań losować.
quizzes-empty = W tym teście nie ma jeszcze pytań. Wróć później.
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
 }. Odpowiedź oceni trener.
quizzes-essay-most = Napisz najwyżej { $n ->
    [one] { $n } słowo
    [few] { $n } słowa
   *[many] { $n } słów
 }. Odpowiedź oceni trener.
quizzes-essay-between = Napisz od { $min } do { $max } słów. Odpowiedź oceni trener.
quizzes-no-limit = Bez limitu
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
quizzes-rule-saved-guest = Każda odpowiedź zapisuje się od razu. Możesz zamknąć stronę i wrócić później w tej samej przeglądarce.
quizzes-rule-time = Czas biegnie od rozpoczęcia, także po zamknięciu strony. Odpowiedzi wysłane do { $seconds } sekund po końcu czasu jeszcze przyjmiemy. O późniejszych zdecyduje trener.
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
quizzes-enrol-first = Żeby rozwiązać ten test, zapisz się na kurs.
quizzes-to-course = Przejdź do kursu
quizzes-back-to-course = Wróć do kursu
quizzes-standing = Twój wynik: { $n }%.
quizzes-passed = Zaliczone
quizzes-not-passed = Niezaliczone
quizzes-waits = Czeka na ocenę
quizzes-waits-text = Jedną z odpowiedzi ocenia trener. Wynik pojawi się tutaj po ocenie.
quizzes-attempt = Podejście
quizzes-attempt-n = Podejście { $n }
quizzes-handed-in = Oddane
quizzes-result = Wynik
quizzes-history = Twoje podejścia
quizzes-superseded = Wcześniejsza wersja testu
quizzes-superseded-text = Po tym podejściu test się zmienił. Ten wynik zostaje w historii, ale już się nie liczy. Liczą się podejścia do obecnej wersji.
quizzes-different = Ten test się zmienił
quizzes-different-text = Korzystasz z nowszej wersji kursu. Podejścia do wcześniejszej wersji testu zostają w historii, ale się nie liczą. Masz wszystkie podejścia od nowa.
quizzes-to-quiz = Przejdź do testu
quizzes-sign-in-title = Nie wiemy, czyje to podejście
quizzes-sign-in-text = Sesja mogła wygasnąć. Odpowiedzi, których nie wysłaliśmy, są na tym urządzeniu. Zaloguj się, a wrócisz tutaj i je wyślemy.
quizzes-sign-in = Zaloguj się
quizzes-fault-clock = Zegar tego urządzenia spieszy się o ponad dobę. Ustaw go i odśwież stronę.
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
quizzes-winter-time = czasu zimowego
quizzes-summer-time = czasu letniego
quizzes-five-minutes = Zostało 5 minut.
quizzes-one-minute = Została 1 minuta.
quizzes-time-over = Czas minął. Oddajemy zapisane odpowiedzi.
quizzes-newer = Ten test jest otwarty też w innym oknie
quizzes-newer-text = Na zaznaczone pytania odpowiedziano w innym oknie albo na innym urządzeniu. Zostały tamte, nowsze odpowiedzi. Możesz je teraz zmienić.
quizzes-newer-text-guest = Na zaznaczone pytania odpowiedziano w innym oknie tej przeglądarki. Zostały tamte, nowsze odpowiedzi. Możesz je teraz zmienić.
quizzes-newer-here = To jest nowsza odpowiedź, z innego okna.
quizzes-status-saving = Zapisujemy…
quizzes-status-saved = Zapisano
quizzes-status-offline = Brak połączenia – odpowiedzi czekają w tej przeglądarce
quizzes-status-newer = W innym oknie jest nowsza odpowiedź – pokazujemy ją.
quizzes-status-second = Ten test jest otwarty w innym oknie. Odpowiadaj tylko w jednym – tutaj możesz zobaczyć nieaktualne odpowiedzi.
quizzes-status-late = Czas minął, zanim wróciło połączenie. Te odpowiedzi dotarły po czasie. Czy się liczą, zdecyduje trener.
quizzes-status-refused = Nie udało się zapisać tej odpowiedzi. Odśwież stronę – zapisane odpowiedzi zostaną.
quizzes-beside-pressed = Nie ma połączenia. Odpowiedzi są na tym urządzeniu. Wyślemy je i przejdziemy dalej, gdy połączenie wróci.
quizzes-beside-kept = Nie ma połączenia. Odpowiedzi są na tym urządzeniu. Wyślemy je, gdy połączenie wróci. Potem naciśnij przycisk jeszcze raz.
quizzes-beside-unstored = Nie ma połączenia, a ta przeglądarka nie pozwala przechować odpowiedzi. Nie zamykaj tej strony: wyślemy je, gdy połączenie wróci.
quizzes-beside-over = Czas minął, a nie ma połączenia. Nie zamykaj tej strony: odpowiedzi wyślemy, gdy połączenie wróci. O tych, które dotrą za późno, zdecyduje trener.
quizzes-beside-hand-in = Nie ma połączenia. Twoje odpowiedzi są bezpieczne. Nie zamykaj tej strony: oddamy je, gdy połączenie wróci.
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
quizzes-by-clock = Czas minął, więc podejście oddało się samo. Policzyliśmy odpowiedzi, które dotarły do końca czasu i { $seconds } sekund po nim. Późniejsze same się nie liczą: zdecyduje o nich trener.
quizzes-score = Wynik tego podejścia
quizzes-points-reached = Punkty
quizzes-go-to = Dalej: { $title }
quizzes-review = Pytania i odpowiedzi
quizzes-review-later = Poprawne odpowiedzi i wyjaśnienia zobaczysz po zaliczeniu albo po ostatnim podejściu.
quizzes-your-answer = Twoja odpowiedź
quizzes-right-answer = Poprawna odpowiedź
quizzes-why = Dlaczego
quizzes-remark = Komentarz trenera
quizzes-no-answer = Brak odpowiedzi
quizzes-state-right = Dobrze
quizzes-state-partly = Częściowo dobrze
quizzes-state-wrong = Źle
quizzes-state-blank = Bez odpowiedzi
quizzes-state-waits = Czeka na ocenę
quizzes-fault-lines = Nie rozumiemy jednego z wierszy. Każdy to: odpowiedź | ile procent punktów | komentarz.
quizzes-bank = Pytania
quizzes-question = Pytanie
quizzes-quiz = Test
quizzes-all = Wszystkie
quizzes-answer = Odpowiedź
quizzes-aside = Pytania odłożone
quizzes-before = Przedtem
quizzes-after = Potem
quizzes-changed = Zmienione
quizzes-cancel = Anuluj
quizzes-show = Pokaż
quizzes-show-all = Pokaż wszystkie
quizzes-state = Stan
quizzes-save-stay = Zapisz i pisz dalej
quizzes-preview = Pokaż podgląd
quizzes-picture = Tak to zobaczy uczestnik
quizzes-new = Dodaj pytanie
quizzes-kind = Rodzaj
quizzes-no-category = Bez kategorii
quizzes-find = Szukaj wśród pytań
quizzes-find-text = Słowa z pytania
quizzes-none = Nie ma jeszcze pytań
quizzes-none-text = Dodaj pierwsze pytanie albo wczytaj plik z Moodle.
quizzes-none-found = Żadne pytanie nie pasuje
quizzes-none-aside = Nie ma odłożonych pytań
quizzes-check-clean = To pytanie jest kompletne.
quizzes-question-saved = Pytanie zapisane. Uczestnicy zobaczą je po opublikowaniu nowej wersji kursu.
quizzes-stale-text = Niżej są różnice, a w formularzu jest Twoja wersja. Popraw ją, jeśli trzeba, odśwież stronę i zapisz ponownie.
quizzes-is-aside = To pytanie jest odłożone i nie trafi do nowych wersji kursu.
quizzes-bring-back = Przywróć
quizzes-put-aside = Pytanie odłożone. Znajdziesz je na liście odłożonych.
quizzes-put-back = Pytanie przywrócone.
quizzes-set-aside = Odłóż pytanie
quizzes-set-aside-title = Odłożyć to pytanie?
quizzes-set-aside-text = Nie trafi do nowych wersji kursu. Opublikowane wersje je zachowają. Możesz je później przywrócić.
quizzes-versions = Wersje pytania
quizzes-version-n = Wersja { $n }
quizzes-version-now = obecna
quizzes-version-changes = Co się zmieniło
quizzes-kind-single = Jedna odpowiedź
quizzes-kind-single-hint = z kilku podanych jedna jest poprawna
quizzes-kind-multiple = Kilka odpowiedzi
quizzes-kind-multiple-hint = poprawnych może być więcej niż jedna
quizzes-kind-true-false = Prawda czy fałsz
quizzes-kind-true-false-hint = zdanie do oceny
quizzes-kind-short = Krótka odpowiedź
quizzes-kind-short-hint = uczestnik wpisuje słowo lub kilka słów
quizzes-kind-numeric = Liczba
quizzes-kind-numeric-hint = z tolerancją i jednostką
quizzes-kind-matching = Dopasowanie
quizzes-kind-matching-hint = pary do połączenia
quizzes-kind-ordering = Kolejność
quizzes-kind-ordering-hint = elementy do ułożenia po kolei
quizzes-kind-gaps = Tekst z lukami
quizzes-kind-gaps-hint = luki do wpisania albo wyboru z listy
quizzes-kind-essay = Dłuższa odpowiedź
quizzes-kind-essay-hint = ocenia ją trener
quizzes-field-text = Treść pytania
quizzes-field-text-hint = Opisz krótką sytuację i zapytaj o jedną rzecz. Możesz pogrubiać (**słowo**) i wstawiać obrazy z plików kursu.
quizzes-field-text-gaps = W miejscu luk wpisz [[1]], [[2]] i tak dalej, na przykład: Odwołanie wnosi się w terminie [[1]] dni.
quizzes-field-explanation = Wyjaśnienie
quizzes-field-explanation-hint = Dlaczego ta odpowiedź jest poprawna, najlepiej z podstawą prawną. Uczestnik zobaczy je po oddaniu.
quizzes-field-category = Kategoria
quizzes-field-points = Punkty
quizzes-field-code = Oznaczenie
quizzes-field-name = Nazwa na liście
quizzes-field-name-hint = Zostaw puste, a weźmiemy początek pytania.
quizzes-field-tags = Etykiety
quizzes-one-a-line = Każde w osobnym wierszu.
quizzes-group-place = Miejsce w banku
quizzes-group-more = Podpowiedź i komentarze
quizzes-field-fb-correct = Komentarz do pełnej odpowiedzi
quizzes-field-fb-partial = Komentarz do częściowej odpowiedzi
quizzes-field-fb-incorrect = Komentarz do złej odpowiedzi
quizzes-options = Odpowiedzi
quizzes-options-one = Zaznacz jedną poprawną. Puste pola pomijamy.
quizzes-options-many = Zaznacz wszystkie poprawne. Punkty podzielimy po równo, a złe odpowiedzi odejmą tyle, że zaznaczenie wszystkiego nic nie da.
quizzes-options-add = Więcej odpowiedzi
quizzes-option = Odpowiedź
quizzes-option-right = Poprawna odpowiedź
quizzes-option-more = Komentarz i wartość odpowiedzi
quizzes-option-feedback = Komentarz do odpowiedzi
quizzes-option-worth = Wartość odpowiedzi
quizzes-option-worth-hint = Zwykle zostaw puste. Od −100 do 100% punktów.
quizzes-field-shuffle = Mieszaj odpowiedzi
quizzes-field-shuffle-left = Mieszaj lewą stronę
quizzes-field-all = Punkty tylko za komplet poprawnych odpowiedzi
quizzes-field-correct = To zdanie jest
quizzes-field-on-true = Komentarz do odpowiedzi „prawda”
quizzes-field-on-false = Komentarz do odpowiedzi „fałsz”
quizzes-field-accepted = Uznawane odpowiedzi
quizzes-field-words-hint = Każda w osobnym wierszu. Po kresce można dodać, ile procent punktów daje, i komentarz: prawie dobrze | 50 | Brakuje jednego słowa.
quizzes-field-numbers-hint = Na przykład 30 albo 12,5 ± 0,5 albo 100 ± 5%. Po kresce można dodać, ile procent punktów daje, i komentarz. Gwiazdka (*) oznacza każdą inną liczbę.
quizzes-field-units = Jednostki
quizzes-field-units-hint = Każda w osobnym wierszu. Przy innej niż podstawowa dodaj przelicznik: km, a w następnym wierszu m | 1000.
quizzes-field-unit-rule = Czy trzeba podać jednostkę
quizzes-unit-optional = Nie trzeba
quizzes-unit-required = Trzeba
quizzes-field-penalty = Ile odjąć za brak jednostki
quizzes-field-pairs = Pary
quizzes-field-pairs-hint = Każda w osobnym wierszu: lewa strona | prawa strona.
quizzes-field-distractors = Dodatkowe prawe strony, które do niczego nie pasują
quizzes-field-items = Elementy w poprawnej kolejności
quizzes-field-items-hint = Każdy w osobnym wierszu. Uczestnik zobaczy je pomieszane.
quizzes-field-scoring = Jak liczyć częściowo dobrą kolejność
quizzes-scoring-pairs = Za sąsiadów, którzy stoją po sobie
quizzes-scoring-places = Za elementy na swoim miejscu
quizzes-scoring-all = Tylko za całą poprawną kolejność
quizzes-field-guide = Wskazówki do oceny
quizzes-field-guide-hint = Na co zwrócić uwagę i za co dać ile punktów. Widzi je tylko trener.
quizzes-field-words = Długość odpowiedzi w słowach
quizzes-field-min-words = Co najmniej
quizzes-field-max-words = Najwyżej
quizzes-field-template = Tekst, od którego uczestnik zaczyna
quizzes-forgive = Co wybaczamy
quizzes-forgive-case = Wielkość liter
quizzes-forgive-diacritics = Brak polskich znaków
quizzes-forgive-inflection = Inną formę słowa (odmianę)
quizzes-forgive-typos = Ile literówek
quizzes-gap-kind = Uczestnik
quizzes-gap-text = wpisuje słowo
quizzes-gap-choice = wybiera z listy
quizzes-gap-number = wpisuje liczbę
quizzes-gap-hint = Każda w osobnym wierszu. Przy wyborze z listy poprawną oznacz tak: dobra | 100.
quizzes-gap-weight = Waga luki
quizzes-gaps-none = Wpisz w treści [[1]] i pokaż podgląd, a pojawią się pola luki.
quizzes-quiz-lead = Ustal, co losować i na jakich zasadach. Uczestnicy zobaczą zmiany po opublikowaniu nowej wersji kursu.
quizzes-quiz-stale = Ktoś inny zapisał zasady, gdy je zmieniasz. Niżej widać różnice, a w formularzu są Twoje ustawienia. Przenieś do nich, co ma zostać z cudzych, i zapisz.
quizzes-no-questions-yet = W banku nie ma jeszcze pytań. Najpierw je dodaj.
quizzes-rules-saved = Zasady zapisane. Opublikuj kurs, żeby zaczęły obowiązywać.
quizzes-purpose = Do czego jest ten test
quizzes-pools = Skąd losujemy pytania
quizzes-pools-hint = Każdy uczestnik dostanie inny zestaw, wylosowany z wybranych kategorii. Puste wiersze pomijamy.
quizzes-pool-none = – nie losuj –
quizzes-pool-count = Ile pytań
quizzes-pool-add = Dodaj wiersz
quizzes-field-pass = Próg zaliczenia
quizzes-field-pass-hint = Procent punktów.
quizzes-field-minutes = Czas w minutach
quizzes-field-attempts = Liczba podejść
quizzes-field-pause = Przerwa między podejściami w minutach
quizzes-zero-none = 0 – bez limitu.
quizzes-zero-any = 0 – dowolnie wiele.
quizzes-zero-no-pause = 0 – bez przerwy.
quizzes-field-shown = Co uczestnik widzi po oddaniu
quizzes-field-shuffle-all = Mieszaj pytania i odpowiedzi
quizzes-field-partial = Punkty także za część odpowiedzi
quizzes-field-one-a-page = Jedno pytanie na stronie
quizzes-field-intro = Wstęp dla uczestnika
quizzes-bands = Komentarz zależny od wyniku
quizzes-bands-hint = Uczestnik zobaczy komentarz z najwyższym progiem, który osiągnął.
quizzes-band-from = Od
quizzes-band-text = Komentarz
quizzes-import = Wczytaj z pliku
quizzes-import-title = Pytania z pliku
quizzes-import-lead = Moodle XML, GIFT albo Aiken. Najpierw pokażemy, co jest w pliku. Nic nie trafi do banku, zanim tego nie potwierdzisz.
quizzes-import-file = Plik z pytaniami
quizzes-import-file-hint = Na przykład eksport banku pytań z Moodle (.xml), plik .gift albo .txt.
quizzes-import-category = Kategoria dla pytań, które jej nie mają
quizzes-import-category-hint = Może zostać pusta.
quizzes-import-check = Sprawdź plik
quizzes-import-line = Wiersz { $line }
quizzes-import-refused = Nie wczytaliśmy pliku { $name }
quizzes-import-report = Co się zmieni i czego nie weźmiemy
quizzes-import-at = Wiersz
quizzes-import-what = Uwaga
quizzes-import-not-taken = pominięte
quizzes-import-changed = zmienione
quizzes-import-nothing = W tym pliku nie ma pytań, które da się wczytać
quizzes-import-only-new = Pomiń pytania, które już są w banku
quizzes-import-other = Wybierz inny plik
quizzes-imported = Pytania wczytane.
quizzes-imported-none = Wszystkie pytania z tego pliku są już w banku.
quizzes-format = Format
quizzes-format-guess = Rozpoznaj sam
quizzes-format-moodle = Moodle XML
quizzes-format-gift = GIFT
quizzes-format-aiken = Aiken
quizzes-export = Zapisz do pliku
quizzes-export-title = Pytania do pliku
quizzes-export-lead = Pytania do przeniesienia do innego programu. Moodle XML mieści najwięcej.
quizzes-export-check = Sprawdź, co się zapisze
quizzes-export-report = Czego ten format nie zmieści
quizzes-export-not-written = niezapisane
quizzes-export-whole = Wszystkie pytania zapiszą się w całości.
quizzes-export-take = Pobierz plik
quizzes-statistics = Statystyki pytań
quizzes-no-quiz = W kursie nie ma jeszcze testu
quizzes-stat-none = Nikt jeszcze nie oddał tego testu
quizzes-stat-none-text = Statystyki pojawią się po pierwszych podejściach.
quizzes-stat-attempts = Podejścia
quizzes-stat-mean = Średni wynik
quizzes-stat-count = Odpowiedzi
quizzes-stat-facility = Łatwość
quizzes-stat-discrimination = Moc różnicująca
quizzes-stat-advice = Co zrobić
quizzes-stat-help = Co znaczą te liczby
quizzes-stat-help-facility = Łatwość to średnia część punktów, jaką zdobyto za pytanie: 100% – wszyscy wiedzą, 0% – nikt.
quizzes-stat-help-discrimination = Moc różnicująca mówi, czy za pytanie więcej punktów dostają ci, którzy dobrze rozwiązali resztę testu. Od −1 do 1; poniżej 0,2 pytanie warto przejrzeć, a poniżej 0 najpewniej jest w nim błąd.
quizzes-stat-chosen = Co wybierano
quizzes-stat-times = Ile razy
quizzes-advice-few = Za mało odpowiedzi, by oceniać
quizzes-advice-good = Dobre pytanie
quizzes-advice-negative = Sprawdź klucz: lepsi odpowiadają gorzej niż słabsi
quizzes-advice-hard = Za trudne albo niejasne: przeredaguj je lub uzupełnij lekcję
quizzes-advice-easy = Za łatwe: niczego nie sprawdza
quizzes-advice-weak = Słabo odróżnia: popraw mylące odpowiedzi
quizzes-advice-unused = Jednej z odpowiedzi nikt nie wybiera: zamień ją
quizzes-stat-nobody = Odpowiedzi { $n } nikt nie wybrał. Zastąp ją błędem, który ludzie naprawdę popełniają.
quizzes-marking = Do oceny
quizzes-marking-none = Nic nie czeka na ocenę
quizzes-marking-none-text = Dłuższe odpowiedzi uczestników pojawią się tutaj po oddaniu testu.
quizzes-learner = Uczestnik
quizzes-guest = Osoba bez konta
quizzes-marked = Ocena zapisana.
quizzes-marked-meanwhile = Ktoś inny ocenił to podejście albo zdecydował o spóźnionych odpowiedziach, gdy je oceniasz. Niżej są obie oceny, a w formularzu jest Twoja. Popraw ją, jeśli trzeba, i zapisz ponownie – wtedy zastąpi tamtą.
quizzes-mark-save = Zapisz ocenę
quizzes-mark-points = Punkty (od 0 do { $of })
quizzes-blank-is-zero = Brak odpowiedzi to 0 punktów.
quizzes-not-handed-in = To podejście jeszcze trwa.
quizzes-fault-mark = Podaj liczbę punktów od 0 do tylu, ile jest warte pytanie.
quizzes-n-words = { $n ->
    [one] { $n } słowo
    [few] { $n } słowa
   *[many] { $n } słów
 }
quizzes-too-short = { $n ->
    [one] Odpowiedź jest krótsza niż { $n } słowo.
    [few] Odpowiedź jest krótsza niż { $n } słowa.
   *[many] Odpowiedź jest krótsza niż { $n } słów.
 }
quizzes-import-found = { $n ->
    [one] W pliku jest { $n } pytanie do wczytania:
    [few] W pliku są { $n } pytania do wczytania:
   *[many] W pliku jest { $n } pytań do wczytania:
 }
quizzes-import-not = { $n ->
    [one] { $n } pytania nie da się wczytać. Powód jest niżej.
    [few] { $n } pytań nie da się wczytać. Powody są niżej.
   *[many] { $n } pytań nie da się wczytać. Powody są niżej.
 }
quizzes-import-known = { $n ->
    [one] { $n } pytanie już jest w banku.
    [few] { $n } pytania już są w banku.
   *[many] { $n } pytań już jest w banku.
 }
quizzes-import-take = { $n ->
    [one] Wczytaj { $n } pytanie
    [few] Wczytaj { $n } pytania
   *[many] Wczytaj { $n } pytań
 }
quizzes-pool-named = { $n ->
    [one] { $n } pytanie losujemy z listy pytań wskazanych po nazwie.
    [few] { $n } pytania losujemy z listy pytań wskazanych po nazwie.
   *[many] { $n } pytań losujemy z listy pytań wskazanych po nazwie.
 }
quizzes-pool-short = W kategorii „{ $category }” jest za mało pytań: potrzeba { $want }, jest { $have }.
audit-questions-imported = Wczytano pytania z pliku
audit-detail-questions = Liczba pytań
quizzes-picture-empty = Wpisz treść pytania, a zobaczysz je tutaj.
quizzes-late-title = Odpowiedzi, które dotarły po czasie
quizzes-late-text = { $n ->
    [one] Odpowiedź na { $n } pytanie dotarła do nas po końcu czasu. Mamy ją, ale sama się nie liczy.
    [few] Odpowiedzi na { $n } pytania dotarły do nas po końcu czasu. Mamy je, ale same się nie liczą.
   *[many] Odpowiedzi na { $n } pytań dotarły do nas po końcu czasu. Mamy je, ale same się nie liczą.
 }
quizzes-late-who = Zdecyduje trener: zobaczy, o której je podano i o której dotarły. Jeśli je uzna, wynik się zmieni.
quizzes-late-done = Trener już zdecydował.
quizzes-late-waits = Czeka na decyzję trenera
quizzes-late-counted = Liczy się
quizzes-late-left = Nie liczy się
quizzes-late-bench-text = Podejście skończyło się, zanim te odpowiedzi dotarły, na przykład z braku sieci. Porównaj godziny i zdecyduj, czy się liczą. Godzinę podania mówi urządzenie uczestnika, a zegar urządzenia można przestawić.
quizzes-late-ended = Koniec czasu
quizzes-late-given = Podana (według urządzenia)
quizzes-late-came = Dotarła
quizzes-late-not-told = urządzenie nie powiedziało
quizzes-late-answer = Odpowiedź, która dotarła po czasie
quizzes-late-in-time = Odpowiedź zapisana w czasie
quizzes-late-count = Zalicz odpowiedź do wyniku
quizzes-late-leave = Nie zaliczaj
quizzes-late-count-all = Zalicz wszystkie podane w czasie
quizzes-late-leave-all = Nie zaliczaj żadnej
quizzes-late-after = Nawet według urządzenia odpowiedź podano po końcu czasu, więc nie może się liczyć.
quizzes-late-after-fault = Tę odpowiedź podano po końcu czasu, więc nie może się liczyć.
quizzes-late-decided = Zdecydowano: { $name }
quizzes-late-counted-said = Odpowiedzi zaliczone. Wynik policzony od nowa.
quizzes-late-left-said = Odpowiedzi nie liczą się do wyniku.
quizzes-late-n = { $n ->
    [one] { $n } odpowiedź po czasie
    [few] { $n } odpowiedzi po czasie
   *[many] { $n } odpowiedzi po czasie
 }
quizzes-left-over-sending = W tej przeglądarce zostały odpowiedzi z tego podejścia. Wysyłamy je…
quizzes-left-over-offline = W tej przeglądarce zostały odpowiedzi z tego podejścia, a nie ma połączenia. Wyślemy je, gdy wróci.
quizzes-left-over-closed = To podejście jest już zamknięte, więc odpowiedzi, które zostały w tej przeglądarce, się nie liczą. Dotyczy to pytań: %.
quizzes-status-closed = To podejście jest już zamknięte. Tych odpowiedzi nie zapisaliśmy.
audit-quizzes-marked = Oceniono odpowiedź w teście
audit-quizzes-late-counted = Zaliczono odpowiedź testu, która dotarła po czasie
audit-quizzes-late-left = Nie zaliczono odpowiedzi testu, która dotarła po czasie
audit-detail-question = pytanie
audit-detail-points = punkty
audit-detail-given = podano
audit-detail-came = dotarło
quizzes-late-column = Po czasie
quizzes-late-said = Czas minął. Ostatnie odpowiedzi dotarły po czasie. Czy się liczą, zdecyduje trener.
quizzes-yes = tak
quizzes-no = nie
quizzes-try = Wypróbuj test
quizzes-try-text = To jest próba: test zobaczysz tak, jak uczestnik, z pytaniami wylosowanymi z wersji roboczej. Nic się nie zapisze i nie trafi do statystyk.
quizzes-try-mark = Sprawdź odpowiedzi
quizzes-try-again = Wylosuj inne pytania
quizzes-try-end = Wróć do podglądu kursu
quizzes-try-essay = Dłuższą odpowiedź oceni trener, więc w tej próbie nie ma za nią punktów.
quizzes-to-rules = Ustal zasady testu
quizzes-stat-n = Pytanie { $n }
