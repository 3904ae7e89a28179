# Wspólne
desk-back = Wróć
desk-save = Zapisz
desk-saved = Zapisaliśmy zmiany.
desk-filters = Filtry
desk-filter = Filtruj
desk-filter-any = wszystkie
desk-filter-clear = Wyczyść filtry
desk-filter-text = Znak, tytuł lub strona
desk-unit = Komórka
desk-units = Komórki
desk-people = Osoby
desk-files = Pliki
desk-no-answer = bez odpowiedzi
desk-reason-hint = Uzasadnienie trafi do metryki sprawy.

# Kolumny
desk-column-author = Autor
desk-column-case = Sprawa
desk-column-changed = Ostatnia zmiana
desk-column-channel = Sposób wpływu
desk-column-due = Termin
desk-column-handler = Prowadzi
desk-column-kind = Rodzaj
desk-column-letter = Pismo
desk-column-news = Nowe
desk-column-number = Numer w rejestrze
desk-column-party = Strona
desk-column-passed = Przekazano
desk-column-received = Wpłynęło
desk-column-mark = Znak lub numer
desk-column-reference = Znak sprawy
desk-column-sender = Nadawca
desk-column-state = Stan
desk-column-title = Tytuł

# Terminy
desk-days-left = { $n ->
    [one] został { $n } dzień
    [few] zostały { $n } dni
   *[many] zostało { $n } dni
 }
desk-days-over = { $n ->
    [one] { $n } dzień po terminie
    [few] { $n } dni po terminie
   *[many] { $n } dni po terminie
 }
desk-due-today = termin mija dziś
desk-term = Termin załatwienia
desk-term-none = bez terminu
desk-term-none-text = Ta sprawa nie ma terminu załatwienia.
desk-term-paused = wstrzymany
desk-term-paused-left = { $n ->
    [one] wstrzymany, po wznowieniu zostanie { $n } dzień
    [few] wstrzymany, po wznowieniu zostaną { $n } dni
   *[many] wstrzymany, po wznowieniu zostanie { $n } dni
 }
desk-term-paused-since = Wstrzymany od
desk-term-extended-to = Nowy termin:
desk-term-in-time = załatwiona w terminie
desk-term-late = załatwiona po terminie
desk-term-until = Ostatni dzień: { $day }
desk-term-length = Długość terminu
desk-term-why = Skąd ten dzień?
desk-term-show = Jak policzono termin
desk-term-change = Wstrzymaj lub zmień termin
desk-term-amount = Długość
desk-term-unit = Jednostka
desk-term-hint = Zostaw długość pustą, jeśli sprawa nie ma terminu. Przy usłudze wpisaliśmy jej termin.
desk-unit-days = dni
desk-unit-working-days = dni robocze
desk-unit-weeks = tygodnie
desk-unit-months = miesiące
desk-unit-years = lata
desk-pauses = Okresy, które nie liczą się do terminu
desk-pause = Wstrzymaj termin
desk-pause-text = Do terminu nie liczą się okresy z art. 35 § 5 k.p.a. Wstrzymanie zaczyna się dzisiaj i trwa, aż je zakończysz.
desk-pause-ground = Podstawa
desk-pause-reason = Powód
desk-pause-from = Od
desk-pause-to = Do
desk-pause-lasts = trwa
desk-pause-do = Wstrzymaj termin
desk-paused = Termin jest wstrzymany.
desk-resume = Wznów bieg terminu
desk-resume-text = Dzisiejszy dzień będzie pierwszym, który znowu liczy się do terminu.
desk-resume-do = Wznów termin
desk-resumed = Termin znowu biegnie.
desk-extend = Wyznacz nowy termin
desk-extend-text = Gdy sprawy nie da się załatwić na czas, wyznacz nowy termin i zawiadom stronę o przyczynie oraz o prawie do ponaglenia (art. 36 k.p.a.).
desk-extend-until = Nowy termin
desk-extend-reason = Przyczyna zwłoki
desk-extend-do = Wyznacz termin
desk-extended = Nowy termin jest wyznaczony. Zawiadom o nim stronę pismem.

# Biurko
desk-home-title = Moje biurko
desk-home-waiting = Czeka na mnie
desk-home-due = Terminy w tym tygodniu
desk-home-overdue = Po terminie
desk-home-followed = Obserwowane
desk-all-cases = Zobacz wszystkie sprawy
desk-todo-title = Do zrobienia
desk-todo-register = { $n ->
    [one] Przesyłka do zarejestrowania
    [few] Przesyłki do zarejestrowania
   *[many] Przesyłek do zarejestrowania
 }
desk-todo-pass = { $n ->
    [one] Przesyłka do przekazania
    [few] Przesyłki do przekazania
   *[many] Przesyłek do przekazania
 }
desk-todo-mail-mine = { $n ->
    [one] Przesyłka przekazana do mnie
    [few] Przesyłki przekazane do mnie
   *[many] Przesyłek przekazanych do mnie
 }
desk-todo-mail-unit = { $n ->
    [one] Przesyłka przekazana do komórki
    [few] Przesyłki przekazane do komórki
   *[many] Przesyłek przekazanych do komórki
 }
desk-todo-unassigned = { $n ->
    [one] Sprawa bez prowadzącego
    [few] Sprawy bez prowadzącego
   *[many] Spraw bez prowadzącego
 }
desk-todo-returned-count = { $n ->
    [one] Pismo zwrócone do poprawy
    [few] Pisma zwrócone do poprawy
   *[many] Pism zwróconych do poprawy
 }
desk-todo-returned = Pisma zwrócone z uwagami
desk-column-returned-by = Zwrócił
desk-todo-approvals = Pisma do akceptacji
desk-todo-news = Nowe wiadomości i odpowiedzi
desk-unread = { $n ->
    [one] { $n } nowa wiadomość od strony
    [few] { $n } nowe wiadomości od strony
   *[many] { $n } nowych wiadomości od strony
 }
desk-empty-waiting = Nic na Ciebie nie czeka
desk-empty-waiting-text = Gdy dostaniesz sprawę, pojawi się tutaj. Nowe sprawy zakłada się z przesyłek przekazanych do Ciebie lub Twojej komórki.
desk-empty-role = Nic tu nie czeka
desk-empty-admin = Ustawienia urzędu
desk-empty-admin-text = Nie prowadzisz spraw. Komórki, osoby, usługi i wykaz akt są w ustawieniach urzędu.
desk-empty-due = W tym tygodniu nie mija żaden termin
desk-empty-due-text = Tu pojawią się sprawy, które trzeba załatwić w ciągu siedmiu dni.
desk-empty-overdue = Żadna sprawa nie jest po terminie
desk-empty-overdue-text = Tak trzymać. Gdy termin którejś minie, zobaczysz ją tutaj.
desk-empty-followed = Nie obserwujesz żadnej sprawy
desk-empty-followed-text = Na stronie sprawy wybierz „Obserwuj”, a będzie pod ręką także wtedy, gdy prowadzi ją ktoś inny.

# Lista spraw
desk-cases-title = Sprawy
desk-view-open = W toku
desk-view-mine = Moje
desk-view-overdue = Po terminie
desk-view-unassigned = Bez prowadzącego
desk-view-all = Wszystkie
desk-cases-none = Nie ma tu jeszcze spraw
desk-cases-none-text = Sprawę zakłada się z zarejestrowanej przesyłki albo z urzędu.
desk-cases-none-fit = Żadna sprawa nie pasuje do filtrów
desk-cases-none-fit-text = Zmień lub wyczyść filtry.
desk-nobody-yet = nikt jeszcze
desk-own-initiative = z urzędu

# Spis spraw
desk-spis-file = spis-spraw
desk-spis-title = Spisy spraw
desk-spis-of-year = Spisy spraw { $year }
desk-spis-one = Spis spraw { $name }
desk-spis-lead = Jeden spis dla roku, komórki i klasy wykazu akt (instrukcja kancelaryjna, § 53).
desk-spis-list = Spis
desk-spis-cases = Liczba spraw
desk-spis-ordinal = Lp.
desk-spis-settled = Załatwiono
desk-spis-none = Nie ma spraw w tym spisie
desk-spis-none-text = Spis powstaje z pierwszą sprawą założoną w danej klasie i roku.

# Rejestr wpływów
desk-incoming-title = Przesyłki wpływające
desk-incoming-new = Wpisz przesyłkę
desk-incoming-new-lead = Przesyłka z papieru, poczty elektronicznej lub e-Doręczeń dostanie od razu numer w rejestrze.
desk-register-csv = Rejestr roku w CSV
desk-register-xlsx = Rejestr roku w XLSX
desk-mail-received = Do zarejestrowania
desk-mail-registered = Do przekazania
desk-mail-mine = Do mnie
desk-mail-assigned = Przekazane
desk-mail-filed = W sprawach
desk-mail-all = Wszystkie
desk-mail-filter-text = Numer, tytuł lub nadawca
desk-mail-no-number = bez numeru
desk-mail-none = Nie ma tu przesyłek
desk-mail-none-text = Pokażą się, gdy ktoś przekaże przesyłkę do Ciebie lub Twojej komórki.
desk-mail-none-fit = Żadna przesyłka nie pasuje do filtrów
desk-mail-none-received = Wszystko jest zarejestrowane
desk-mail-none-received-text = Wnioski wysłane przez internet pojawią się tu same. Przesyłkę papierową wpisz przyciskiem „Wpisz przesyłkę”.
desk-mail-none-registered = Wszystko jest przekazane
desk-mail-none-registered-text = Zarejestrowane przesyłki czekają tu na przekazanie komórce lub osobie.
desk-mail-none-mine = Żadna przesyłka na Ciebie nie czeka
desk-mail-none-mine-text = Zajrzyj też do zakładki „Przekazane”: są tam przesyłki całej komórki.
desk-mail-title = Tytuł przesyłki
desk-mail-sender = Nadawca
desk-mail-sender-hint = Wpisz to, co wiadomo. Puste pole rejestr pokaże jako „brak danych”.
desk-mail-sender-name = Nazwisko i imiona
desk-mail-organisation = Nazwa instytucji lub firmy
desk-mail-address = Adres
desk-mail-town = Miejscowość
desk-mail-country = Kraj
desk-mail-email = Adres e-mail
desk-mail-letter = Pismo
desk-mail-letter-date = Data na piśmie
desk-mail-letter-date-hint = Na przykład 12.01.2026, 2026-01 albo sam rok 2026.
desk-mail-reference = Znak nadawcy
desk-mail-attachments = Liczba załączników
desk-mail-remarks = Uwagi
desk-mail-metadata = Dostęp i typ dokumentu
desk-mail-access = Dostęp
desk-mail-type = Typ (DCMI)
desk-dcmi-text = tekst
desk-dcmi-still-image = obraz
desk-dcmi-moving-image = film
desk-dcmi-sound = dźwięk
desk-dcmi-dataset = zbiór danych
desk-dcmi-collection = kolekcja
desk-dcmi-physical-object = przedmiot
desk-dcmi-software = oprogramowanie
desk-mail-channel = Jak wpłynęła
desk-mail-received-on = Data wpływu
desk-mail-service = Usługa
desk-mail-service-hint = Jeśli przesyłka dotyczy usługi urzędu, wybierz ją: podpowiemy klasę i termin sprawy.
desk-mail-service-none = żadna
desk-mail-scan = Skan lub pliki
desk-mail-scan-hint = Najlepiej PDF. Możesz dodać kilka plików.
desk-mail-type-in = Zarejestruj przesyłkę
desk-mail-typed-in = Przesyłka jest zarejestrowana. Przekaż ją komórce lub osobie.
desk-mail-register = Zarejestruj przesyłkę
desk-mail-register-text = Sprawdź dane i nadaj numer w rejestrze przesyłek wpływających.
desk-mail-register-do = Nadaj numer
desk-mail-registered-now = Przesyłka ma numer. Przekaż ją komórce lub osobie.
desk-mail-waits-for-registry = Przesyłka czeka na zarejestrowanie przez kancelarię.
desk-mail-correct = Popraw dane w rejestrze
desk-mail-no-files = Do przesyłki nie ma plików.
desk-mail-to-case = Co dalej
desk-mail-attach = Dołącz do istniejącej sprawy
desk-mail-attach-hint = Zacznij pisać znak, tytuł lub nazwisko.
desk-mail-attach-do = Dołącz do sprawy
desk-mail-attached = Przesyłka jest częścią tej sprawy.
desk-field-reference = Nie ma sprawy o tym znaku albo jej nie widzisz.
desk-mail-pass = Przekaż (dekretacja)
desk-mail-pass-to = Komu
desk-mail-instruction = Polecenie
desk-mail-pass-do = Przekaż
desk-mail-pass-again = Przekaż komuś innemu
desk-mail-passed = Przesyłka jest przekazana.
desk-mail-passed-meanwhile = Ktoś zmienił tę przesyłkę przed chwilą. Sprawdź, komu jest przekazana, i w razie potrzeby przekaż ją jeszcze raz.
desk-mail-receipt = Numer potwierdzenia
desk-mail-in-case = W sprawie
desk-mail-facts = Dane przesyłki
desk-mail-show = Zobacz przesyłkę

# Zakładanie sprawy
desk-open-case = Załóż sprawę
desk-open-do = Załóż sprawę
desk-opened = Sprawa jest założona.
desk-class = Klasa wykazu akt
desk-class-hint = Wpisz symbol, na przykład 6220, albo słowa, na przykład „wycinka drzew”. Sprawy mieszczą tylko klasy końcowe.
desk-class-found = Znalezione klasy
desk-class-alike = Klasy o podobnej nazwie
desk-class-last-time = Tę klasę ma ostatnia sprawa z tej usługi. Sprawdź, czy pasuje.
desk-class-of-service = Ta klasa jest zapisana przy usłudze. Sprawdź, czy pasuje.
desk-class-search = Znajdź klasę
desk-class-none = Nie znaleźliśmy takiej klasy. Spróbuj krótszego symbolu albo innych słów.
desk-class-unverified = do sprawdzenia
desk-field-class = Wybierz klasę końcową wykazu akt.
desk-field-class-pick = Wybierz jedną z podanych klas albo wpisz inną.
desk-case-title = Tytuł sprawy
desk-case-title-hint = Krótko: czego i kogo sprawa dotyczy.
desk-started = Wszczęcie postępowania
desk-from = Kto wszczyna sprawę
desk-from-party = strona
desk-from-office = urząd z własnej inicjatywy
desk-from-office-hint = W spisie spraw pole „od kogo” zostanie puste.
desk-from-mail = Z przesyłki
desk-party = Strona
desk-party-name = Imię i nazwisko lub nazwa
desk-party-phone = Telefon
desk-party-identifier = PESEL, NIP lub REGON
desk-party-account = Konto w systemie
desk-party-has = tak, widzi sprawę na swoim koncie
desk-party-has-not = nie
desk-preview = Znak i termin
desk-preview-number = nr
desk-preview-symbol = klasa
desk-preview-text = Kolejny numer w klasie i roku nadamy w chwili założenia.
desk-preview-due = Ostatni dzień terminu
desk-no-plan = Urząd nie ma jeszcze wykazu akt
desk-no-plan-text = Sprawy zakłada się w klasach wykazu akt. Poproś administratora urzędu, żeby go wczytał.
desk-no-unit = Nie pracujesz w żadnej komórce
desk-no-unit-text = Sprawę zakłada się w komórce. Poproś administratora urzędu, żeby Cię do niej dodał.

# Strona sprawy
desk-case-parts = Części sprawy
desk-case-tab = Sprawa
desk-record-tab = Metryka
desk-about = O sprawie
desk-category = Kategoria archiwalna
desk-category-none = nieustalona
desk-opened-on = Założono
desk-acts = Czynności
desk-take = Przejmij sprawę
desk-taken = Prowadzisz tę sprawę.
desk-follow = Obserwuj
desk-unfollow = Przestań obserwować
desk-followed-now = Obserwujesz tę sprawę. Znajdziesz ją na biurku.
desk-followed-no-more = Nie obserwujesz już tej sprawy.
desk-case-edit = Popraw tytuł i uwagi
desk-case-remarks = Uwagi
desk-case-remarks-hint = Trafią do spisu spraw.
desk-hand = Przekaż sprawę
desk-hand-text = Znak sprawy się nie zmieni. Przekazanie zapisze się w metryce.
desk-hand-to = Komu
desk-hand-colleagues = Osoby z komórki
desk-hand-elsewhere = Osoby z innych komórek
desk-hand-reason = Powód lub polecenie
desk-hand-reason-hint = Zobaczy je osoba, której przekazujesz sprawę. Trafi też do metryki.
desk-hand-do = Przekaż
desk-handed = Sprawa jest przekazana.
desk-talk = Rozmowa ze stroną
desk-talk-none = Nikt jeszcze nie napisał.
desk-talk-unreachable = Strona nie ma konta ani adresu e-mail. Napisz do niej pismo i wyślij je pocztą.
desk-requests = Prośby do strony
desk-request-ask = Poproś o uzupełnienie
desk-request-close = Zamknij prośbę
desk-letters = Pisma
desk-letter-new = Przygotuj pismo
desk-documents = Dokumenty
desk-documents-none = W sprawie nie ma jeszcze dokumentów.
desk-document-add = Dodaj dokument
desk-document-added = Dokument jest w aktach sprawy.
desk-document-look = Podgląd
desk-document-name = Nazwa dokumentu
desk-document-name-hint = Pusta: zostanie nazwa pliku. Przy kilku plikach każdy zachowa swoją.
desk-document-kind = Rodzaj
desk-document-origin = Skąd pochodzi
desk-origin-office-hint = Strona go nie zobaczy na swoim koncie.
desk-origin-party-hint = Strona zobaczy go na swoim koncie.
desk-field-file = Wybierz plik.
desk-file-empty = Plik { $name } jest pusty. Wybierz inny.
desk-file-kept = już przesłany
desk-notes = Notatki
desk-notes-text = Widzą je tylko pracownicy urzędu.
desk-notes-none = Nie ma notatek.
desk-note-text = Treść notatki
desk-note-add = Dodaj notatkę
desk-note-added = Notatka jest zapisana.
desk-note-edit = Popraw notatkę
desk-note-edit-mine = Popraw swoje notatki
desk-note-edited = poprawiona
desk-note-internal = Tylko w urzędzie
desk-unsaved = Tego nie zapisaliśmy, bo sprawa została załatwiona
desk-frozen = Sprawa jest załatwiona i zamknięta: niczego nie można do niej dodać ani w niej zmienić.
desk-settled-title = Sprawa załatwiona
desk-kept-until = Akta przechowuje się do końca { $year } r.
desk-export = Eksport akt
desk-export-text = Administrator systemu zapisze dokumenty, metadane i metrykę do folderu, który sam dowodzi swojej kompletności:

# Co teraz
desk-now = Co teraz
desk-now-overdue = { $n ->
    [one] Termin minął { $n } dzień temu. Wyznacz nowy i zawiadom stronę o przyczynie (art. 36 k.p.a.).
    [few] Termin minął { $n } dni temu. Wyznacz nowy i zawiadom stronę o przyczynie (art. 36 k.p.a.).
   *[many] Termin minął { $n } dni temu. Wyznacz nowy i zawiadom stronę o przyczynie (art. 36 k.p.a.).
 }
desk-now-nobody = Nikt nie prowadzi tej sprawy. Przejmij ją albo przekaż komuś.
desk-now-read = Przejdź do rozmowy
desk-now-request-overdue = Strona nie odpowiedziała na czas: { $what }
desk-now-draft = Pismo „{ $title }” czeka na dokończenie.
desk-now-draft-do = Dokończ pismo
desk-now-returned = Przełożony zwrócił pismo „{ $title }” z uwagami.
desk-now-waiting = Pismo „{ $title }” czeka na akceptację.
desk-now-look = Zobacz pismo
desk-now-approved = Pismo „{ $title }” jest zaakceptowane. Wyślij je.
desk-now-send = Wyślij pismo
desk-now-asked = Czekamy na odpowiedź strony.
desk-now-settle = Pismo zostało wysłane. Jeśli to koniec, załatw sprawę.
desk-now-start = Sprawdź dokumenty. Jeśli czegoś brakuje, poproś o to stronę. Jeśli jest wszystko, przygotuj pismo.

# Załatwienie
desk-settle = Załatw sprawę
desk-settle-outcome = Jak załatwiono sprawę
desk-settle-remarks = Uwagi
desk-settle-remarks-hint = Trafią do metryki.
desk-settle-freezes = Zamknięcie akt
desk-settle-text = Po załatwieniu akta są zamrożone: nie dodasz dokumentu, wiadomości, pisma ani notatki. Otworzyć sprawę ponownie może tylko przełożony, z podaniem powodu.
desk-settle-sure = Zamykam akta w tym stanie: dokumenty: { $documents }, wiadomości: { $messages }, wpisy w metryce: { $entries }.
desk-settle-do = Załatw i zamknij akta
desk-settled = Sprawa jest załatwiona, akta są zamknięte.
desk-field-outcome = Wybierz, jak załatwiono sprawę.
desk-field-sure = Potwierdź, że chcesz zamknąć akta.
desk-loose = Zanim załatwisz sprawę
desk-loose-requests = { $n ->
    [one] { $n } prośba czeka na odpowiedź strony
    [few] { $n } prośby czekają na odpowiedź strony
   *[many] { $n } próśb czeka na odpowiedź strony
 }
desk-loose-letters = { $n ->
    [one] { $n } pismo nie zostało wysłane
    [few] { $n } pisma nie zostały wysłane
   *[many] { $n } pism nie zostało wysłanych
 }
desk-loose-unread = { $n ->
    [one] { $n } wiadomość od strony jest nieprzeczytana
    [few] { $n } wiadomości od strony są nieprzeczytane
   *[many] { $n } wiadomości od strony jest nieprzeczytanych
 }
desk-reopen = Otwórz sprawę ponownie
desk-reopen-text = Sprawa wróci do toku, a w metryce zostanie ślad: kto, kiedy i dlaczego ją otworzył.
desk-reopen-reason = Powód
desk-reopen-do = Otwórz ponownie
desk-reopened = Sprawa jest znowu w toku.

# Metryka
desk-record-of = Metryka sprawy { $reference }
desk-record-title = Wpisy
desk-record-text = Każdą czynność zapisujemy raz i na zawsze. Skrót każdego wpisu obejmuje poprzedni, więc zmiana czegokolwiek przerywa łańcuch.
desk-record-pdf = Pobierz metrykę (PDF)
desk-record-verify = Sprawdź teraz
desk-record-whole-title = Łańcuch jest nienaruszony
desk-record-whole = { $n ->
    [one] Sprawdziliśmy { $n } wpis:
    [few] Sprawdziliśmy { $n } wpisy:
   *[many] Sprawdziliśmy { $n } wpisów:
 }
desk-record-head = Skrót ostatniego wpisu:
desk-record-broken-title = Łańcuch jest przerwany
desk-record-cut = Jest { $n } z { $all } wpisów: koniec metryki zniknął. Zgłoś to administratorowi.
desk-record-break-ordinal = W miejscu wpisu { $n } stoi inny: wpis usunięto, dodano lub przestawiono. Zgłoś to administratorowi.
desk-record-break-previous = Wpis { $n } nie nawiązuje do poprzedniego. Zgłoś to administratorowi.
desk-record-break-content = Treść wpisu { $n } została zmieniona. Zgłoś to administratorowi.
desk-record-break-columns = Dane wpisu { $n } mówią co innego niż jego treść. Zgłoś to administratorowi.
desk-record-hash = Skrót
desk-record-last = Ostatnie wpisy w metryce
desk-record-all = Cała metryka

# Szukanie
desk-search-title = Szukaj
desk-search-label = Szukaj spraw, pism i przesyłek
desk-search-hint = Znak sprawy, nazwisko, tytuł albo słowa z treści. Nie musisz pisać polskich liter ani końcówek.
desk-search-begin = Czego szukasz?
desk-search-begin-text = Znajdziesz tu tylko to, do czego masz dostęp.
desk-search-none = Niczego nie znaleźliśmy
desk-search-none-text = Sprawdź pisownię albo użyj innych słów. Sprawy innych komórek widzą tylko one same i ich przełożeni.
desk-search-loose = Nic nie pasuje dokładnie, pokazujemy podobne.
desk-search-cases = Sprawy
desk-search-letters = Pisma
desk-search-incoming = Przesyłki wpływające
desk-search-content = Dokumenty, wiadomości i notatki
desk-thing-case = sprawa
desk-thing-letter = pismo
desk-thing-document = dokument
desk-thing-message = wiadomość
desk-thing-request = prośba o uzupełnienie
desk-once-other = Ten formularz był już wysłany z inną treścią. Sprawdź dane i wyślij ponownie.
desk-once-again = Ten formularz właśnie się zapisuje. Odczekaj chwilę i wyślij go jeszcze raz: nic nie zapisze się dwa razy.
desk-thing-note = notatka
desk-thing-incoming = przesyłka wpływająca
desk-thing-outgoing = przesyłka wysłana

# Strony i uczestnicy
desk-parties = Strony i uczestnicy
desk-parties-change = Zmień strony i uczestników
desk-parties-show = Zobacz strony i uczestników
desk-party-role = Rola w sprawie
desk-party-add = Dodaj stronę lub uczestnika
desk-party-added = Dodano. Zapis jest w metryce sprawy.
desk-party-correct = Popraw dane
desk-party-join = Pokaż sprawę na koncie z tym adresem e-mail
desk-party-join-hint = Osoba z tym kontem zobaczy sprawę wśród swoich spraw, z pismami i wiadomościami. Sprawdź adres, zanim zapiszesz.
desk-party-remove = Usuń ze sprawy
desk-party-remove-text = { $name } przestanie widzieć sprawę na swoim koncie i nie dostanie o niej wiadomości. W metryce zostanie zapis.
desk-party-reason = Powód
desk-party-removed = Usunięto ze sprawy. Zapis jest w metryce.
desk-party-gone = Ktoś w międzyczasie usunął tę osobę ze sprawy.
