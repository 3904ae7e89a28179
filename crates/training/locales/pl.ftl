training-title = Szkolenia
training-tabs = Szkolenia urzędu
training-tab-report = Ukończenia
training-tab-people = Osoby
training-tab-late = Po terminie
training-tab-enrol = Zapis osób
training-tab-rules = Szkolenia obowiązkowe
training-tab-opinions = Opinie
training-need-role = Wyniki szkoleń widzą koordynator szkoleń, przełożeni i trenerzy.

training-lead-office = Jak uczą się pracownicy całego urzędu.
training-lead-units = Jak uczą się pracownicy Twoich komórek.
training-lead-courses = Jak pracownicy urzędu uczą się na kursach, które prowadzi urząd.
training-filters = Zawężenie wyników
training-any-course = Wszystkie kursy
training-any-unit = Wszystkie komórki
training-show = Pokaż
training-active = W trakcie
training-going = Uczą się lub czekają
training-completed = Ukończone
training-percent = Ukończono
training-late = Po terminie
training-by-course = Według kursów
training-by-unit = Według komórek
training-no-unit = Bez komórki
training-trend = Ukończenia w ostatnich 12 miesiącach
training-month = Miesiąc
training-nothing = Nie ma tu jeszcze nikogo
training-nothing-text = Wyniki pojawią się, gdy ktoś zapisze się na kurs albo zacznie działać szkolenie obowiązkowe.

training-people = Osoby i ich kursy
training-people-lead = Kto uczy się na którym kursie, kto go ukończył, kiedy i z jakim wynikiem.
training-people-none-found = Nikt nie pasuje do tych warunków
training-people-all = Pokaż wszystkich
training-any-state = Każdy stan
training-completed-on = Dzień ukończenia
training-completed-from = Ukończone od
training-completed-to = Ukończone do
training-score = Wynik (%)
training-by-question = Wyniki testów tego kursu według pytań
training-rating-text = Średnia ocena i liczba odpowiedzi są z całego urzędu. Pokazujemy je, gdy opinię wyraziły co najmniej 3 osoby.
training-rating-country-text = Średnią ocenę kursów i liczbę odpowiedzi pokazujemy, gdy opinię wyraziły co najmniej 3 osoby z urzędu.

training-enrol = Zapis osób na kurs
training-enrol-lead = Wybierz kurs, a potem osoby ze swojego urzędu. Kursy innych urzędów są tu wtedy, gdy każdy może się na nie zapisać.
training-enrol-none = Nie ma takiego kursu
training-given-by = Prowadzi

training-late-list = Osoby po terminie
training-late-lead = Tych kursów nie ukończono w terminie. Przypomnienia o nich wysyłamy sami, raz w tygodniu.
training-nobody-late = Nikt nie jest po terminie
training-nobody-late-text = Kto nie ukończy kursu w terminie, pojawi się na tej liście.
training-person = Osoba
training-course = Kurs
training-unit = Komórka
training-position = Stanowisko
training-due = Termin
training-days-late = Dni po terminie
training-done = Wykonano
training-deleted = Konto usunięte
training-state = Stan
training-file-completion = Ukończenia szkoleń
training-file-late = Po terminie

training-rules = Zasady szkoleń obowiązkowych
training-rules-lead = Kto musi ukończyć jaki kurs i w ile dni. Nowe osoby zapisujemy sami, każdej nocy.
training-rules-none = Nie ma jeszcze szkoleń obowiązkowych
training-rules-none-text = Wskaż kurs i osoby, które mają go ukończyć. Zapiszemy je i przypomnimy o terminie.
training-rule = Zasada
training-rule-new = Dodaj szkolenie obowiązkowe
training-rule-days = Dni na ukończenie
training-rule-days-hint = Od dnia zapisu. Od 1 do 730.
training-rule-months = Ponownie po tylu miesiącach
training-rule-months-hint = Licząc od ostatniego ukończenia. Puste pole oznacza, że wystarczy raz.
training-rule-often = Jak często
training-rule-since = Obowiązuje od
training-rule-until = Zakończono
training-rule-reason = Powód zakończenia
training-rule-reason-hint = Zostanie w dzienniku zdarzeń urzędu.
training-rule-in-force = Obowiązuje
training-rule-ended = Zakończono
training-rule-preview = Zobacz, kogo dotyczy
training-rule-save = Wprowadź i zapisz te osoby
training-rule-edit = Popraw
training-rule-end = Zakończ tę zasadę
training-rule-end-title = Zakończyć to szkolenie obowiązkowe?
training-rule-end-text = Nikogo więcej nie zapiszemy. Kto już się uczy, zostaje na kursie ze swoim terminem.
training-rule-added = Zasada obowiązuje. Za chwilę zapiszemy osoby, których dotyczy.
training-rule-ended-now = Zasada już nie obowiązuje.
training-rule-course-closed = Na ten kurs nie można się teraz zapisać. Wybierz inny.
training-rule-course-not-open = Na ten kurs innego urzędu trzeba mieć jego zgodę. Wybierz kurs, na który każdy może się zapisać.
training-rule-rests = Ta zasada nikogo teraz nie zapisuje: kurs innego urzędu nie jest już otwarty dla każdego. Zakończ zasadę albo poproś ten urząd o otwarcie kursu.
training-rule-choose-course = Wybierz kurs.
training-rule-choose-whom = Wskaż, kogo dotyczy szkolenie.
training-rule-choose-unit = Wybierz komórkę.
training-rule-choose-position = Wybierz stanowisko.
training-rule-range = Podaj liczbę od 1 do { $max }.
training-rule-same = Taka zasada już obowiązuje: ten sam kurs i te same osoby.
training-rule-too-many = Może obowiązywać najwyżej { $max } zasad. Zakończ te, które nie są już potrzebne.
training-rule-reason-needed = Podaj powód, co najmniej 5 znaków. Zostanie w dzienniku zdarzeń.
training-rule-ended-already = Ktoś już zakończył tę zasadę.
training-whom = Kogo dotyczy
training-whom-all = Wszyscy w urzędzie
training-whom-of-unit = Pracownicy komórki
training-whom-of-position = Osoby na stanowisku
training-whom-unit = Komórka: { $unit }
training-whom-unit-below = Komórka z podległymi: { $unit }
training-whom-position = Stanowisko: { $position }
training-below = Także komórki podległe
training-choose = Wybierz
training-courses-own = Kursy urzędu
training-courses-other = Kursy innych urzędów
training-cancel = Anuluj
training-once = Jeden raz
training-every =
    { $n ->
        [one] Co miesiąc
        [few] Co { $n } miesiące
       *[many] Co { $n } miesięcy
    }
training-preview = Sprawdź przed wprowadzeniem
training-preview-text = Jeszcze nic się nie zmieniło. Niżej widzisz, kogo dziś dotyczy ta zasada.
training-concerned = Kogo dotyczy dzisiaj
training-concerned-count = Osoby, których dotyczy
training-asked-count = Do zapisania lub z wcześniejszym terminem
training-concerned-more =
    { $n ->
        [one] I jeszcze { $n } osoba.
        [few] I jeszcze { $n } osoby.
       *[many] I jeszcze { $n } osób.
    }
training-concerns-nobody = Dziś nie dotyczy to nikogo
training-concerns-nobody-text = Gdy ktoś obejmie to stanowisko albo zacznie pracę w komórce, zapiszemy go sami.
training-step = Co się stanie
training-step-begin = Zapiszemy
training-step-again = Zapiszemy ponownie
training-step-sooner = Termin będzie wcześniejszy
training-step-learning = Uczy się
training-step-completed = Ukończono
training-step-excused = Zwolniono z kursu

training-mail-reminder = Czeka na Ciebie szkolenie
training-mail-reminder-text = W SZPON czeka na Ciebie kurs, który ma termin ukończenia. Zajrzyj tam, żeby sprawdzić, co zostało do zrobienia.
training-mail-reminder-button = Otwórz moje kursy
training-mail-late = Szkolenia w Twoich komórkach
training-mail-late-text = Ktoś z Twoich komórek nie ukończył szkolenia w terminie. Szczegóły są w SZPON.
training-mail-late-button = Otwórz szkolenia

training-country = Szkolenia w kraju
training-country-lead = Ile osób uczy się i ukończyło kursy, bez nazwisk.
training-country-wide = Urzędy ogólnokrajowe
training-country-nothing = W żadnym urzędzie z tego województwa nikt się jeszcze nie uczy.
training-country-more = Na stronie jest { $n } największych urzędów. Wszystkie są w pliku.
training-any-voivodeship = Cały kraj
training-voivodeship = Województwo
training-residents = Mieszkańcy (poza urzędami)
training-by-voivodeship = Według województw
training-by-office = Według urzędów
training-office = Urząd

training-opinion = Twoja opinia o kursie
training-opinion-stars = Jak oceniasz ten kurs?
training-opinion-comment = Co było dobre, a co poprawić?
training-opinion-hint = Nieobowiązkowe. Autor i trener zobaczą komentarz bez Twojego nazwiska.
training-opinion-send = Wyślij opinię
training-opinion-back = Wróć do kursu
training-opinion-thanks = Dziękujemy za opinię.
training-opinion-choose = Zaznacz ocenę od 1 do 5.
training-opinion-not-completed = Opinię można wyrazić po ukończeniu kursu.
training-stars-5 = 5 – bardzo dobrze
training-stars-4 = 4 – dobrze
training-stars-3 = 3 – średnio
training-stars-2 = 2 – słabo
training-stars-1 = 1 – bardzo słabo
training-opinions-mean = Średnia ocena
training-opinions-spread = Rozkład ocen
training-answers = Odpowiedzi
training-comments = Komentarze
training-comments-text = Od najnowszych, bez nazwisk.
training-opinions-few = Za mało odpowiedzi
training-opinions-few-text = Wyniki pokażemy, gdy opinię wyrażą co najmniej { $least } osoby. Dzięki temu nikogo nie da się rozpoznać.

audit-training-rule-added = Wprowadzono szkolenie obowiązkowe
audit-training-rule-ended = Zakończono szkolenie obowiązkowe
audit-training-late-exported = Pobrano listę osób po terminie szkolenia
audit-training-people-exported = Pobrano listę osób i ich kursów
audit-training-rule-exported = Pobrano listę osób, których dotyczy szkolenie obowiązkowe
audit-object-training-rule = zasada szkolenia obowiązkowego
audit-detail-whom = kogo dotyczy
audit-detail-days = dni na ukończenie
audit-detail-months = ponownie po miesiącach
