enrolments-state-requested = Czeka na zgodę
enrolments-state-waiting = Na liście rezerwowej
enrolments-state-offered = Czeka na przyjęcie miejsca
enrolments-state-active = W trakcie
enrolments-state-completed = Ukończony
enrolments-state-withdrawn = Przerwany
enrolments-state-expired = Miejsce przepadło

enrolments-source-self = Zapis własny
enrolments-source-request = Na wniosek
enrolments-source-coordinator = Przez koordynatora
enrolments-source-rule = Szkolenie obowiązkowe
enrolments-source-guest = Bez konta

enrolments-item-seen = Otwarte
enrolments-item-failed = Niezaliczone
enrolments-item-skipped = Pominięte
enrolments-item-done = Wykonane
enrolments-item-passed = Zaliczone

enrolments-mode-open = Każdy może się zapisać
enrolments-mode-request = Za zgodą
enrolments-mode-closed = Zapisuje tylko koordynator

enrolments-step-ahead = Jeszcze nie teraz
enrolments-step-waiting = Czeka na decyzję
enrolments-step-approved = Zgoda
enrolments-step-refused = Odmowa
enrolments-step-passed = Pominięto – nie ma osoby, która może zdecydować
enrolments-step-dropped = Wniosek zakończono wcześniej

enrolments-not-open = Na ten kurs nie można się teraz zapisać.
enrolments-on-request = Na ten kurs zapisujesz się za zgodą. Złóż wniosek o zapis.
enrolments-not-yet-again = Ten kurs masz już za sobą. Odnowisz go dwa miesiące przed końcem ważności zaświadczenia.
enrolments-by-coordinator = Na ten kurs zapisuje tylko koordynator szkoleń.
enrolments-for-officials = Ten kurs jest dla osób, które pracują w urzędach.
enrolments-ended = Ten udział w kursie już się zakończył.
enrolments-not-active = Ten kurs nie jest dla Ciebie otwarty. Sprawdź, czy zapis jest ważny.
enrolments-not-offered = Nie ma teraz miejsca, które czeka na Ciebie.
enrolments-not-waiting = Ta osoba nie czeka już na liście rezerwowej.
enrolments-offer-lapsed = Czas na przyjęcie miejsca minął. Możesz zapisać się ponownie.
enrolments-decided = Ktoś już rozpatrzył ten wniosek.
enrolments-group-closed = Ta grupa nie przyjmuje nowych osób.
enrolments-group-full = W tej grupie nie ma wolnych miejsc.
enrolments-chain-empty = Wybierz co najmniej jedną osobę, która wyraża zgodę.
enrolments-seats-range = Podaj liczbę od 1 do { $max } albo zostaw pole puste.
enrolments-offer-range = Podaj od 1 do 720 godzin.
enrolments-period = Koniec nie może być przed początkiem.
enrolments-reason-needed = Podaj powód. Zostanie w dzienniku zdarzeń.

enrolments-mail-button = Otwórz
enrolments-mail-enrolled = Nowy kurs dla Ciebie: { $course }
enrolments-mail-enrolled-text = Masz do przejścia kurs „{ $course }”. Zajrzyj do SZPON, żeby go zacząć.
enrolments-mail-enrolled-by = Na kurs zapisuje Cię: { $name }.
enrolments-mail-enrolled-due = Termin ukończenia: { $day }
enrolments-mail-waiting = Czekasz na miejsce na kursie: { $course }
enrolments-mail-waiting-text = Na kursie „{ $course }” nie ma teraz wolnych miejsc, więc jesteś na liście rezerwowej. Gdy zwolni się miejsce, dostaniesz e-mail.
enrolments-mail-offered = Czeka na Ciebie miejsce na kursie
enrolments-mail-offered-text = Zwolniło się miejsce na kursie. Przyjmij je w SZPON, zanim minie czas.
enrolments-mail-lapsed = Miejsce na kursie przepadło
enrolments-mail-lapsed-text = Czas na przyjęcie miejsca minął. Jeżeli nadal chcesz wziąć udział, zapisz się ponownie.
enrolments-mail-decided = Jest decyzja w sprawie Twojego zapisu
enrolments-mail-decided-text = Rozpatrzono Twój wniosek o zapis na kurs. Szczegóły są w SZPON.
enrolments-mail-completed = Kurs ukończony
enrolments-mail-completed-text = Masz już wszystko, co było potrzebne do ukończenia kursu. Szczegóły są w SZPON.
enrolments-mail-session = Zmiana w planie zajęć
enrolments-mail-session-text = Zmienił się plan zajęć kursu „{ $course }”. Szczegóły są w SZPON.
enrolments-mail-session-added = Nowe zajęcia w Twoim kursie
enrolments-mail-session-added-text = W planie kursu „{ $course }” są nowe zajęcia. Dzień, godzina i miejsce są w SZPON.
enrolments-mail-answered = Odpowiedź na Twoje pytanie
enrolments-mail-answered-text = Na pytanie zadane przy lekcji jest odpowiedź. Przeczytasz ją w SZPON.
enrolments-mail-asked = Uczestnicy czekają na odpowiedź
enrolments-mail-asked-text = Na Twoim kursie jest pytanie bez odpowiedzi. Odpowiesz na nie w SZPON.
enrolments-mail-request = Wniosek o zapis na kurs czeka na decyzję
enrolments-mail-request-text = Ktoś prosi o zapis na kurs. Decyzję podejmiesz w SZPON.

audit-enrolments-way = Zmieniono zasady zapisu na kurs
audit-enrolments-moved = Zmieniono miejsce na liście rezerwowej
audit-detail-seats = liczba miejsc
audit-detail-mode = sposób zapisu
audit-detail-place-from = z miejsca
audit-detail-place-to = na miejsce
audit-object-enrolment = udział w kursie

enrolments-too-many-notes = Masz już na tym kursie tysiąc notatek. Usuń którąś, żeby dodać nową.
enrolments-guest-full = Nie ma teraz wolnych miejsc. Z kontem możesz wpisać się na listę rezerwową: gdy zwolni się miejsce, napiszemy e-mail.
enrolments-too-many-questions = Na odpowiedź czeka już { $max } Twoich pytań. Następne zadasz, gdy trener odpowie.
enrolments-answered = To pytanie ma już odpowiedź.
enrolments-path-short = Ścieżka, którą widzą uczestnicy, ma co najmniej dwa kursy.
enrolments-path-nothing-required = Oznacz co najmniej jeden kurs jako wymagany.
enrolments-session-where = Podaj miejsce albo adres spotkania.
enrolments-session-link = Podaj adres, który zaczyna się od https://.
enrolments-session-long = Zajęcia mogą trwać najwyżej dobę.
enrolments-session-off = Te zajęcia są odwołane.
enrolments-session-cancelled = Odwołane
enrolments-code-minutes = Podaj od 1 do { $max } minut.
enrolments-many-too-many = Naraz można zapisać najwyżej { $max } osób.
enrolments-many-no-address = W tym wierszu nie ma adresu e-mail.
enrolments-many-twice = Ten adres jest już w wierszu { $line }.
enrolments-api-nobody = Podaj co najmniej jeden adres e-mail.
enrolments-api-too-many = Jedno żądanie może zapisać najwyżej 500 osób.
enrolments-many-unknown = Nikt w Twoim urzędzie nie ma takiego adresu.
enrolments-many-done = Te osoby są już zapisane.
enrolments-many-changed = Od chwili podglądu coś się zmieniło. Sprawdź listę jeszcze raz.
enrolments-many-errors = Nie zapisano nikogo. Popraw wiersze z błędami.
enrolments-kept = Ukończone szkolenia zostają w dokumentacji urzędu, w którym je odbyto (art. 94 pkt 6 Kodeksu pracy).

audit-enrolments-many = Zapisano na kurs wiele osób
audit-detail-people = liczba osób
audit-detail-waiting = na liście rezerwowej
audit-detail-due = termin

## Strony

enrolments-tab = Uczestnicy
enrolments-tabs = Uczestnicy kursu
enrolments-tab-list = Lista
enrolments-tab-waiting = Lista rezerwowa
enrolments-tab-groups = Grupy
enrolments-tab-enrol = Zapisz osoby
enrolments-tab-way = Zasady zapisu
enrolments-tab-sessions = Zajęcia
enrolments-tab-asked = Pytania uczestników

enrolments-person = Osoba
enrolments-people = Osoby
enrolments-email = E-mail
enrolments-unit = Komórka
enrolments-group = Grupa
enrolments-state = Stan
enrolments-source = Sposób zapisu
enrolments-done = Postęp
enrolments-done-of = { $done } z { $required }
enrolments-due = Termin ukończenia
enrolments-due-hint = Możesz zostawić puste.
enrolments-score = Wynik
enrolments-enrolled = Zapis
enrolments-completed = Ukończenie
enrolments-last = Ostatnio
enrolments-reason = Powód
enrolments-reason-hint = Przy odmowie powód jest potrzebny. Przeczyta go osoba, która składa wniosek.
enrolments-when = Kiedy
enrolments-where = Gdzie
enrolments-since = Od kiedy czeka
enrolments-until = do
enrolments-late = Po terminie
enrolments-late-count = Po terminie
enrolments-late-of-them = W tym po terminie
enrolments-due-past = Termin nie może być w przeszłości.
enrolments-session-past = Zajęcia nie mogą zaczynać się w przeszłości. Podaj późniejszy dzień albo godzinę.
enrolments-guest = Osoba bez konta
enrolments-deleted = Konto usunięte
enrolments-show = Pokaż
enrolments-save = Zapisz
enrolments-cancel = Anuluj
enrolments-choose = Wybierz
enrolments-yes = tak
enrolments-no = nie

enrolments-list = Uczestnicy kursu, od ostatnio zapisanych
enrolments-filters = Filtry listy
enrolments-search = Imię lub nazwisko
enrolments-any-state = Każdy stan
enrolments-any-group = Każda grupa
enrolments-none = Nikt jeszcze nie jest zapisany
enrolments-none-text = Udostępnij adres kursu albo zapisz osoby ze swojego urzędu.
enrolments-nothing = Nikt nie pasuje do filtrów
enrolments-nothing-text = Zmień nazwisko, stan albo grupę.

enrolments-items = Postęp w kursie
enrolments-item = Element kursu
enrolments-item-none = Jeszcze nieotwarte
enrolments-item-under-way = W toku
enrolments-item-blind = Praca oceniana bez nazwisk
enrolments-item-extra = Dla chętnych
enrolments-steps = Zgody
enrolments-step-who = Kto decyduje
enrolments-step-by = Decyzja
enrolments-change = Zmiany
enrolments-no-group = Bez grupy
enrolments-group-put = Zmień grupę
enrolments-group-set = Grupa jest zmieniona.
enrolments-due-put = Ustaw termin
enrolments-due-set = Termin jest zmieniony.
enrolments-newer =
    Jest nowsza wersja kursu. Do powtórzenia: { $again }, nowych wymaganych elementów: { $added }. To, co się nie zmieniło, zostaje zaliczone.
enrolments-version-put = Przenieś na nową wersję
enrolments-version-set = Uczestnik ma teraz najnowszą wersję kursu.
enrolments-withdraw = Wypisz z kursu
enrolments-withdraw-title = Wypisać tę osobę z kursu?
enrolments-withdraw-text = Straci dostęp do kursu, a miejsce dostanie następna osoba z listy rezerwowej. To, co już zrobiła, zostaje w dokumentacji.
enrolments-withdraw-rule = Tę osobę zapisała zasada szkoleń obowiązkowych. Gdy podasz powód, zasada już jej nie zapisze.
enrolments-leave-bound = Na ten kurs zapisał Cię urząd. Wypisać może Cię koordynator szkoleń urzędu, który prowadzi kurs.
enrolments-withdrawn = Osoba jest wypisana z kursu.

enrolments-many-lead = Wskaż osoby. Przed zapisem zobaczysz listę i sprawdzisz, czy wszystko się zgadza.
enrolments-many-unit = Cała komórka
enrolments-many-below = Razem z komórkami podległymi
enrolments-many-file = Lista adresów
enrolments-many-file-text = Wgraj plik CSV z kolumną adresów e-mail albo wpisz adresy, każdy w osobnym wierszu.
enrolments-many-file-field = Plik z adresami
enrolments-many-typed = Adresy e-mail
enrolments-many-mend = Popraw listę
enrolments-many-mend-text = Popraw albo usuń błędne wiersze i sprawdź listę jeszcze raz. Termin i grupa zostają bez zmian.
enrolments-many-again = Sprawdź poprawioną listę
enrolments-many-people = Wybrane osoby
enrolments-many-preview = Sprawdź listę
enrolments-many-nobody = Nie ma kogo zapisać. Wskaż osoby albo plik.
enrolments-many-new = Do zapisania
enrolments-many-known = Już zapisane
enrolments-many-wrong = Z błędem
enrolments-many-rows = Osoby do zapisania
enrolments-many-line = Wiersz
enrolments-many-op-new = Będzie zapisana
enrolments-many-op-wait = Na listę rezerwową
enrolments-many-op-error = Błąd
enrolments-many-placed = Dostaną miejsce
enrolments-many-waiting = Na listę rezerwową
enrolments-many-confirm-waiting =
    { $n ->
        [one] Zapisz { $n } osobę, pozostałych wpisz na listę rezerwową
        [few] Zapisz { $n } osoby, pozostałych wpisz na listę rezerwową
       *[many] Zapisz { $n } osób, pozostałych wpisz na listę rezerwową
    }
enrolments-many-confirm-all-wait = Wpisz wszystkich na listę rezerwową
enrolments-many-few-places = Na kursie jest za mało wolnych miejsc. Osoby bez miejsca trafią na listę rezerwową w tej kolejności, a gdy zwolni się miejsce, dostaną e-mail.
enrolments-many-other-office = Zapisujesz pracowników swojego urzędu na kurs, który prowadzi: { $office }.
enrolments-many-crumb = Zapis na kurs
enrolments-many-confirm =
    { $n ->
        [one] Zapisz { $n } osobę
        [few] Zapisz { $n } osoby
       *[many] Zapisz { $n } osób
    }
enrolments-many-back = Wskaż inne osoby
enrolments-many-enrolled = Osoby są zapisane. Dostały e-mail, że czeka na nie kurs.
enrolments-many-some-wait = Zapisano tyle osób, ile było miejsc. Pozostałe są na liście rezerwowej. Każda dostała e-mail, czy ma miejsce, czy na nie czeka.
enrolments-many-all-wait = Na kursie nie ma wolnych miejsc. Wszystkie osoby są na liście rezerwowej i dostały o tym e-mail.

enrolments-mode = Kto może się zapisać
enrolments-mode-open-hint = Zapis od razu, dopóki są miejsca.
enrolments-mode-request-hint = Osoba składa wniosek, a wskazani niżej wyrażają zgodę po kolei. Kto nie ma przełożonego albo trenera, pomija ten krok, ale jedna zgoda jest zawsze potrzebna: w ostateczności koordynatora szkoleń urzędu, który prowadzi kurs.
enrolments-mode-closed-hint = Inni nie mogą zapisać się sami.
enrolments-chain-step = Zgoda nr { $n }
enrolments-chain-nobody = Nikt
enrolments-seats = Liczba miejsc
enrolments-seats-hint = Puste pole oznacza brak limitu. Gdy miejsc zabraknie, następne osoby trafiają na listę rezerwową.
enrolments-offer-hours = Ile godzin czeka zaproponowane miejsce
enrolments-offer-hint = Po tym czasie miejsce dostaje następna osoba z listy.
enrolments-way-saved = Zasady zapisu są zmienione.

enrolments-place = Miejsce w kolejce
enrolments-move = Zmień kolejność
enrolments-move-title = Na które miejsce przenieść: { $name }?
enrolments-move-hint = Powód zostanie w dzienniku zdarzeń urzędu.
enrolments-moved = Kolejność jest zmieniona. Powód jest w dzienniku zdarzeń.
enrolments-waiting-none = Nikt nie czeka
enrolments-waiting-none-text = Gdy zabraknie miejsc, osoby pojawią się tu w kolejności zapisu.
enrolments-waiting-rule =
    { $hours ->
        [one] Kurs ma limit miejsc: { $seats }. Wolne miejsce czeka na kolejną osobę { $hours } godzinę.
        [few] Kurs ma limit miejsc: { $seats }. Wolne miejsce czeka na kolejną osobę { $hours } godziny.
       *[many] Kurs ma limit miejsc: { $seats }. Wolne miejsce czeka na kolejną osobę { $hours } godzin.
    }
enrolments-waiting-no-limit = Kurs nie ma limitu miejsc. Czekać można tylko na miejsce w grupie.

enrolments-group-name = Nazwa grupy
enrolments-trainer = Trener
enrolments-no-trainer = Nie wybrano
enrolments-from = Od dnia
enrolments-to = Do dnia
enrolments-period-column = Kiedy
enrolments-taken = Zajęte miejsca
enrolments-taken-of = { $taken } z { $seats }
enrolments-group-is-closed = Zamknięta
enrolments-group-close = Grupa nie przyjmuje nowych osób
enrolments-groups-none = Kurs nie ma grup
enrolments-groups-none-text = Grupy przydają się, gdy zajęcia prowadzi kilku trenerów albo odbywają się w różnych terminach.
enrolments-group-add = Dodaj grupę
enrolments-group-added = Grupa jest dodana.
enrolments-group-saved = Grupa jest zmieniona.
enrolments-group-learners = Uczestnicy grupy

enrolments-session-title = Temat zajęć
enrolments-day = Dzień
enrolments-starts = Od godziny
enrolments-ends = Do godziny
enrolments-hour = Podaj godzinę, na przykład 10:00.
enrolments-hour-left-out = Tej godziny nie ma: zegary przechodzą wtedy na czas letni.
enrolments-place-where = Miejsce
enrolments-link = Adres spotkania online
enrolments-link-hint = Zaczyna się od https://. Widzą go tylko uczestnicy.
enrolments-for = Dla kogo
enrolments-everybody = Wszyscy uczestnicy
enrolments-online = Online
enrolments-session-item = Element kursu
enrolments-session-item-hint = Obecność zaliczy ten element.
enrolments-session-no-item = Żaden
enrolments-session-note = Uwagi dla uczestników
enrolments-session-add = Dodaj zajęcia
enrolments-session-added = Zajęcia są w planie. Uczestnicy dostaną e-mail.
enrolments-session-edit = Zmień dane zajęć
enrolments-session-saved = Zajęcia są zmienione.
enrolments-session-cancel = Odwołaj zajęcia
enrolments-session-cancel-title = Odwołać te zajęcia?
enrolments-session-cancel-text = Uczestnicy dostaną e-mail. Odwołanych zajęć nie można przywrócić, ale można dodać nowe.
enrolments-session-was-cancelled = Zajęcia są odwołane. Uczestnicy dostaną e-mail.
enrolments-sessions-none = W planie nie ma zajęć
enrolments-sessions-none-text = Dodaj zajęcia w sali albo online. Uczestnicy pobiorą je do swojego kalendarza.
enrolments-calendar = Pobierz do kalendarza
enrolments-attendance = Lista obecności
enrolments-attendance-text = Zaznacz osoby, które są na zajęciach.
enrolments-attendance-save = Zapisz obecność
enrolments-attendance-saved = Obecność jest zapisana.
enrolments-attendance-there = tak
enrolments-attendance-absent = nie
enrolments-present = Obecne osoby
enrolments-by-code = kodem
enrolments-expected-none = Na te zajęcia nikt nie jest zapisany
enrolments-code = Kod na sali
enrolments-code-text = Pokaż kod uczestnikom. Wpiszą go na stronie kursu i sami potwierdzą obecność.
enrolments-code-until = Kod ważny do godziny { $hour }
enrolments-code-new = Pokaż nowy kod
enrolments-code-made = Nowy kod jest gotowy.
enrolments-minutes = Ile minut ważny

enrolments-asked-open = Czekają na odpowiedź
enrolments-asked-answered = Z odpowiedzią
enrolments-asked-text = Odpowiedź zobaczą wszyscy uczestnicy kursu, bez nazwiska osoby, która pyta.
enrolments-asked-none = Wszystkie pytania mają odpowiedź
enrolments-answer = Odpowiedź
enrolments-answer-hidden = Pokaż tylko osobie, która pyta
enrolments-answer-only = tylko dla pytającej osoby
enrolments-answer-send = Odpowiedz
enrolments-answer-sent = Odpowiedź jest wysłana.

enrolments-requests = Wnioski o zapis na kursy
enrolments-requests-lead = Wnioski, które czekają na Twoją decyzję.
enrolments-requests-none = Nic nie czeka na Twoją decyzję
enrolments-requests-none-text = Gdy ktoś poprosi o zapis na kurs, dostaniesz e-mail.
enrolments-approve = Wyraź zgodę
enrolments-refuse = Odmów
enrolments-approved = Zgoda jest zapisana.
enrolments-refused = Odmowa jest zapisana. Osoba dostanie e-mail.

enrolments-paths = Ścieżki
enrolments-paths-lead = Ścieżka łączy kilka kursów w kolejności, w jakiej warto je ukończyć.
enrolments-paths-none = Nie ma jeszcze ścieżek
enrolments-paths-none-text = Połącz kursy urzędu, na przykład dla nowych pracowników.
enrolments-path-title = Nazwa ścieżki
enrolments-path-title-en = Nazwa po angielsku
enrolments-path-summary = Opis
enrolments-path-summary-en = Opis po angielsku
enrolments-path-courses = Kursy
enrolments-path-place = Kurs nr { $n }
enrolments-path-required = Kurs nr { $n } jest wymagany
enrolments-path-no-course = Brak
enrolments-path-add = Dodaj ścieżkę
enrolments-path-publish = Uczestnicy widzą ścieżkę
enrolments-path-published = Widoczna
enrolments-path-draft = Ukryta
enrolments-path-saved = Ścieżka jest zapisana.

audit-enrolments-exported = Pobrano listę uczestników kursu
audit-enrolments-attendance-exported = Pobrano listę obecności
audit-enrolments-resumed = Wznowiono przerwany kurs
audit-enrolments-withdrawn = Wypisano z kursu
enrolments-preview-link = oraz przez internet
enrolments-preview-none = Nie ma jeszcze terminów
enrolments-preview-none-text = Gdy trener ogłosi zajęcia, uczestnik zobaczy tu ich terminy i miejsce.
enrolments-preview-session = Zajęcia
enrolments-preview-when = Kiedy
enrolments-preview-where = Gdzie
enrolments-preview-text = Uczestnik zobaczy terminy zajęć, doda je do kalendarza, a na miejscu potwierdzi obecność.
