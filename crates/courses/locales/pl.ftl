courses-title = Kursy
courses-level-basic = Podstawowy
courses-level-intermediate = Średni
courses-level-advanced = Zaawansowany
courses-for-officials = Dla pracowników urzędów
courses-for-everyone = Dla wszystkich
courses-state-draft = Szkic
courses-state-published = Opublikowany
courses-state-archived = W archiwum
courses-need-role = Do tego potrzebna jest jedna z ról: { $roles }. O rolę poproś administratora swojego urzędu.
courses-too-long = Tekst jest za długi.
courses-title-short = Podaj tytuł, który mówi, o czym jest kurs (co najmniej 3 znaki).
courses-open-for-everyone = Bez konta można przejść tylko kurs dla wszystkich.
courses-percent = Podaj liczbę od 0 do 100.
courses-months = Podaj liczbę miesięcy od 1 do 120 albo zostaw puste.
courses-minutes = Podaj liczbę minut od 0 do 10 000.
courses-source-form = Każde źródło zapisz w osobnym wierszu: nazwa, potem po kresce | adres zaczynający się od https://.
courses-glossary-form = Każde pojęcie zapisz w osobnym wierszu: słowo, potem po kresce | wyjaśnienie.
courses-too-many-modules = Kurs może mieć najwyżej { $max } modułów.
courses-too-many-items = Kurs może mieć najwyżej { $max } części.
courses-alt-needed = Opisz słowami, co jest w pliku. Bez opisu nie skorzystają z niego osoby niewidome.
courses-is-archived = Ten kurs jest w archiwum. Przywróć go, żeby opublikować nową wersję.
courses-nothing-in-it = W kursie nic jeszcze nie ma. Dodaj przynajmniej jedną lekcję.
courses-change-added = Nowe
courses-change-removed = Usunięte
courses-change-changed = Zmienione
courses-change-renamed = Nowy tytuł
courses-change-required = Inna obowiązkowość
audit-object-course = Kurs
audit-detail-course = Kurs
audit-course-created = Założono kurs
audit-course-adopted = Przejęto kurs z katalogu
audit-course-edited = Zmieniono opis kursu
audit-course-published = Opublikowano wersję kursu
audit-course-archived = Przeniesiono kurs do archiwum
audit-course-reopened = Przywrócono kurs z archiwum
courses-lesson-goals = Po tej lekcji
courses-lesson-contents = W tej lekcji
courses-lesson-transcript = Tekst nagrań
courses-lesson-glossary = Słowniczek
courses-lesson-sources = Podstawy i źródła
courses-lead = Kursy tego urzędu: szkice, opublikowane i zamknięte.
courses-new = Nowy kurs
courses-begin = Załóż kurs
courses-begun = Kurs założony. Dodaj pierwszy moduł i lekcje.
courses-take = Weź z katalogu
courses-take-one = Weź ten kurs
courses-take-again = Weź jeszcze raz
courses-taken = Macie ten kurs
courses-open-one = Otwórz
courses-catalog = Katalog kursów
courses-catalog-lead = Gotowe kursy z lekcjami, pytaniami i zadaniem. Weź kurs, dopasuj do swojego urzędu i opublikuj.
courses-catalog-facts = { $lessons ->
    [one] { $lessons } lekcja
    [few] { $lessons } lekcje
   *[many] { $lessons } lekcji
 }, { $minutes ->
    [one] { $minutes } minuta
    [few] { $minutes } minuty
   *[many] { $minutes } minut
 }
courses-adopted = Kurs przejęty. Przejrzyj go, zmień, co trzeba, i opublikuj.
courses-none = Nie ma jeszcze kursów
courses-none-text = Zacznij od gotowego kursu z katalogu albo załóż własny.
courses-none-found = Żaden kurs nie pasuje
courses-show-all = Pokaż wszystkie
courses-filter = Szukaj wśród kursów
courses-show = Pokaż
courses-any = Wszystkie
courses-state = Stan
courses-audience = Dla kogo
courses-minutes-column = Minuty
courses-updated = Zmieniony
courses-save = Zapisz
courses-save-stay = Zapisz i pisz dalej
courses-saved = Zapisano.
courses-cancel = Anuluj
courses-yes = tak
courses-no = nie
courses-polish = polski
courses-english = angielski
courses-tab-structure = Budowa
courses-tab-files = Pliki
courses-tab-settings = Opis i ustawienia
courses-tab-check = Dostępność
courses-tab-versions = Wersje
courses-module = Moduł
courses-module-new = Tytuł nowego modułu
courses-module-add = Dodaj moduł
courses-module-added = Moduł dodany.
courses-module-summary = O czym jest ten moduł
courses-no-modules = Kurs jest jeszcze pusty
courses-no-modules-text = Dodaj pierwszy moduł, na przykład „Podstawy”, a w nim lekcje.
courses-item-add = Dodaj
courses-item-add-to = Dodaj część do modułu „{ $module }”
courses-item-added = Dodano. Kliknij tytuł, żeby wypełnić treść.
courses-kind = Rodzaj
courses-kind-lesson = Lekcja
courses-kind-quiz = Test
courses-kind-assignment = Zadanie
courses-kind-session = Zajęcia na żywo
courses-kind-file = Plik do pobrania
courses-kind-survey = Ankieta
courses-n-minutes = { $n ->
    [one] { $n } minuta
    [few] { $n } minuty
   *[many] { $n } minut
 }
courses-optional = nieobowiązkowe
courses-up = Wyżej
courses-down = Niżej
courses-rename = Zmień
courses-remove = Odłóż
courses-restore = Przywróć
courses-moved = Przeniesiono.
courses-not-moved = Nie udało się przenieść. Odśwież stronę i spróbuj ponownie.
courses-put-aside = Odłożono. Znajdziesz to na dole strony i możesz przywrócić.
courses-restored = Przywrócono.
courses-aside = Odłożone ({ $n })
courses-edit-content = Przejdź do edytora
courses-edit-quiz = Wybierz pytania
courses-field-title = Tytuł
courses-field-title-en = Tytuł po angielsku
courses-field-summary = Opis
courses-field-summary-en = Opis po angielsku
courses-field-minutes = Ile minut zajmuje
courses-field-required = Obowiązkowe do ukończenia kursu
courses-field-body = Treść lekcji
courses-field-objectives = Co uczestnik umie po lekcji
courses-field-outcomes = Czego uczy kurs
courses-field-competences = Kompetencje cyfrowe (DigComp 2.2)
courses-field-sources = Źródła
courses-field-level = Poziom
courses-field-language = Język lekcji
courses-field-open = Można przejść bez konta
courses-field-pass = Próg zaliczenia
courses-field-valid = Ważność zaświadczenia w miesiącach
courses-field-alt = Opis dla osób, które nie widzą
courses-field-transcript = Tekst nagrania
courses-field-changes = Co się zmieniło – przeczytają to uczestnicy
courses-title-hint = Powiedz, czego kurs uczy, na przykład „Jak liczyć terminy w sprawie”.
courses-summary-hint = Dwa, trzy zdania: dla kogo i po co.
courses-group-about = O czym to jest
courses-about-hint = Tytuł i opis na listach zmieniają się od razu. Uczestnicy widzą zmiany w lekcjach dopiero po opublikowaniu wersji.
courses-group-for = Dla kogo
courses-group-pass = Zaliczenie i zaświadczenie
courses-group-more = Cele, słowniczek, źródła
courses-open-hint = Tylko kursy dla wszystkich. Konto będzie potrzebne dopiero do zaświadczenia.
courses-outcomes-hint = Każdy efekt w osobnym wierszu, na przykład „Po kursie policzysz termin”.
courses-pass-hint = Tyle procent punktów trzeba zdobyć w quizie końcowym.
courses-valid-hint = Zostaw puste, jeśli zaświadczenie nie traci ważności.
courses-competences-hint = Zaznacz tylko te, których kurs naprawdę uczy. Trafią do zaświadczenia i do profilu uczestnika.
courses-objectives-hint = Każdy cel w osobnym wierszu.
courses-glossary-hint = Każde pojęcie w osobnym wierszu: słowo | wyjaśnienie.
courses-sources-hint = Przepis albo strona, każde w osobnym wierszu, na przykład „Art. 35 § 3 k.p.a.”.
courses-transcript-hint = Wszystko, co słychać w nagraniu. Potrzebują tego osoby niesłyszące i ci, którzy wolą czytać.
courses-body-hint = Pisz zwykłym tekstem. Nagłówek zacznij od ##, punkt od myślnika.
courses-markdown-help = Jak formatować tekst
courses-md-heading = Nagłówek; podrozdział ma ###
courses-md-bold = Ważne słowa
courses-md-list = Lista; każdy punkt w osobnym wierszu
courses-md-steps = Kroki po kolei
courses-md-link = Odnośnik; nazwa mówi, dokąd prowadzi
courses-md-picture = Obraz albo film z plików kursu; w nawiasie kwadratowym to, co na nim widać
courses-md-box = Ramka; może się zaczynać od słów Ważne, Uwaga, Przykład
courses-md-table = Tabela; pierwszy wiersz to nagłówki kolumn
courses-insert-file = Wstaw plik z kursu
courses-picture = Tak to zobaczy uczestnik
courses-show-picture = Pokaż podgląd
courses-edited-by = Ostatnia zmiana: { $who }
courses-stale-lesson = Niżej są obie wersje, a w formularzu jest Twoja. Popraw ją, jeśli trzeba, i zapisz ponownie – wtedy zastąpi tamtą.
courses-preview = Podgląd
courses-preview-text = To jest podgląd szkicu. Uczestnicy zobaczą to dopiero po opublikowaniu.
courses-preview-end = Wróć do edycji
courses-preview-elsewhere = Tę część uczestnik otworzy na osobnej stronie.
courses-file = Plik
courses-file-add = Dodaj plik
courses-file-added = Plik dodany. W lekcji wstawisz go przyciskiem „Wstaw plik z kursu”.
courses-file-hint = Obraz (PNG, JPG, SVG, WebP), film MP4, nagranie MP3, napisy VTT albo dokument (PDF, DOCX, ODT, XLSX…). Plik o tej samej nazwie zastąpi poprzedni.
courses-file-kept = Zachowaliśmy plik { $name } – nie musisz go wybierać ponownie.
courses-alt-hint = Co widać i co z tego wynika, na przykład „Wykres: liczba wniosków rośnie od 120 w styczniu do 310 w maju”.
courses-captions-hint = Plik WebVTT z napisami do filmu. Możesz go dodać później.
courses-file-captions-add = Napisy do filmu (.vtt)
courses-file-picture = Obraz
courses-file-video = Film
courses-file-audio = Nagranie
courses-file-captions = Napisy
courses-file-document = Dokument
courses-file-edit = Zmień opis
courses-file-no-captions = brak napisów
courses-file-no-transcript = brak tekstu nagrania
courses-file-remove = Usuń plik
courses-file-remove-title = Usunąć plik { $name }?
courses-file-remove-text = Plik zniknie z tego kursu. Opublikowane wersje, które go pokazują, zachowają go.
courses-file-removed = Plik usunięty z kursu.
courses-file-kind = Takiego pliku nie można dodać do kursu. Wybierz obraz, film MP4, nagranie MP3 albo dokument.
courses-file-mismatch = Zawartość pliku nie zgadza się z jego nazwą. Zapisz go jeszcze raz we właściwym formacie.
courses-file-not-captions = To nie są napisy WebVTT. Plik powinien zaczynać się od słowa WEBVTT.
courses-file-active = Ten rysunek SVG zawiera skrypty albo elementy z innych stron. Zapisz go jako zwykły rysunek.
courses-files-none = Nie ma jeszcze plików
courses-files-none-text = Dodaj obrazy, filmy i dokumenty, których używasz w lekcjach.
courses-no-files-yet = W kursie nie ma jeszcze plików. Najpierw dodaj plik.
courses-no-tracks = Żeby dodać napisy, wgraj plik .vtt na liście plików kursu.
courses-archive = Przenieś do archiwum
courses-archive-title = Przenieść kurs do archiwum?
courses-archive-text = Nikt nowy nie zacznie tego kursu. Kto już zaczął, może go skończyć. Zaświadczenia pozostają ważne.
courses-unarchive = Przywróć z archiwum
courses-unarchive-text = Kurs wróci na listę i znów będzie można go zacząć.
courses-now-archived = Kurs jest w archiwum.
courses-now-reopened = Kurs przywrócony.
courses-publish = Opublikuj
courses-publish-title = Opublikuj wersję kursu
courses-publish-first = To będzie pierwsza wersja. Od tej chwili kurs można zacząć.
courses-publish-next = Nowi uczestnicy dostaną tę wersję. Ci, którzy są w trakcie, zostają przy swojej albo przechodzą na nową i widzą, co się zmieniło.
courses-publish-now = Opublikuj teraz
courses-published = Wersja opublikowana.
courses-unready = Nie można opublikować kursu. „{ $title }”: { $why }
courses-nothing-changed = Od ostatniej wersji nic się nie zmieniło w lekcjach i zadaniach.
courses-changes = Co się zmieniło
courses-changes-hint = Uzupełniliśmy to za Ciebie. Napisz to tak, żeby uczestnik wiedział, czy musi coś przeczytać jeszcze raz.
courses-version = Wersja { $n }
courses-versions-none = Kurs nie był jeszcze publikowany
courses-versions-none-text = Gdy opublikujesz pierwszą wersję, zobaczysz tu ją i każdą następną.
courses-version-first = To pierwsza wersja kursu.
courses-version-before = Poprzednia wersja
courses-version-this = Ta wersja
courses-compare = Porównaj z poprzednią
courses-check-must = Do poprawy: ktoś nie skorzysta
courses-check-should = Można uprościć
courses-check-must-one = Do poprawy
courses-check-should-one = Warto
courses-check-course = Cały kurs
courses-check-line = wiersz { $line }
courses-check-mend = Popraw
courses-check-see = Zobacz wyniki
courses-check-clean = Nie znaleźliśmy barier
courses-check-clean-text = Lekcje, obrazy i odnośniki przeszły sprawdzenie, a zdania są krótkie.
courses-check-barriers = W kursie są jeszcze bariery
courses-check-brief = { $must ->
    [0] Nic nie wymaga poprawy
    [one] { $must } rzecz do poprawy
    [few] { $must } rzeczy do poprawy
   *[many] { $must } rzeczy do poprawy
 }, { $should ->
    [0] nic do uproszczenia
    [one] { $should } do uproszczenia
    [few] { $should } do uproszczenia
   *[many] { $should } do uproszczenia
 }
courses-check-limits = Program znajduje tylko to, co da się policzyć. Przeczytaj kurs jeszcze raz samodzielnie, a najlepiej poproś o to osobę z grupy, dla której powstał.
courses-check-no-summary = Kurs nie ma opisu
courses-check-no-summary-do = Napisz w dwóch, trzech zdaniach, dla kogo jest kurs i po co.
courses-check-no-outcomes = Nie wiadomo, czego kurs uczy
courses-check-no-outcomes-do = Wypisz, co uczestnik będzie umieć po kursie.
courses-check-empty-lesson = Lekcja jest pusta
courses-check-empty-lesson-do = Napisz treść albo odłóż lekcję.
courses-check-no-headings = Długa lekcja bez nagłówków ({ $words } słów)
courses-check-no-headings-do = Podziel tekst nagłówkami. Czytniki ekranu pozwalają po nich skakać.
courses-check-heading-skipped = Pominięty poziom nagłówka
courses-check-heading-skipped-do = Zacznij ten nagłówek od { $wanted } – po nagłówku może iść najwyżej poziom niższy o jeden.
courses-check-heading-empty = Pusty nagłówek
courses-check-heading-empty-do = Dopisz tytuł albo usuń znaki #.
courses-check-heading-twice = Dwa takie same nagłówki
courses-check-heading-twice-do = Zmień jeden z nich, żeby było wiadomo, czym się różnią.
courses-check-no-alt = Obraz bez opisu
courses-check-no-alt-do = W nawiasie kwadratowym napisz, co widać: ![Tu opis](plik).
courses-check-poor-alt = Opis obrazu nic nie mówi
courses-check-poor-alt-do = Opisz, co jest na obrazie i co z tego wynika.
courses-check-long-alt = Opis obrazu jest bardzo długi
courses-check-long-alt-do = Skróć opis do jednego, dwóch zdań, a resztę napisz w lekcji.
courses-check-file-missing = W kursie nie ma pliku { $file }
courses-check-file-missing-do = Dodaj plik na karcie „Pliki” albo popraw jego nazwę.
courses-check-no-captions = Film { $file } nie ma napisów
courses-check-no-captions-do = Dodaj plik .vtt z napisami. Bez nich filmu nie obejrzą osoby niesłyszące.
courses-check-no-transcript = { $file } nie ma tekstu nagrania
courses-check-no-transcript-do = Przy pliku albo w lekcji wpisz, co słychać i co ważnego widać.
courses-check-poor-link = Nazwa odnośnika nie mówi, dokąd prowadzi
courses-check-poor-link-do = Zamiast „tutaj” czy samego adresu napisz, co się otworzy, na przykład „ustawa o dostępności cyfrowej”.
courses-check-bad-link = Ten odnośnik nie zadziała
courses-check-bad-link-do = Podaj adres zaczynający się od https:// albo nazwę pliku z kursu.
courses-check-table-heading = Kolumna tabeli bez nagłówka
courses-check-table-heading-do = W pierwszym wierszu tabeli nazwij każdą kolumnę.
courses-check-contrast = Za słaby kontrast napisu na rysunku: { $ratio }, potrzeba { $needed }
courses-check-contrast-do = Przyciemnij napis albo rozjaśnij tło.
courses-check-long-sentence = Długie zdanie: { $words ->
    [one] { $words } słowo
    [few] { $words } słowa
   *[many] { $words } słów
 }
courses-check-long-sentence-do = Podziel je na dwa albo trzy. Jedno zdanie – jedna myśl.
courses-check-long-paragraph = Długi akapit: { $words ->
    [one] { $words } słowo
    [few] { $words } słowa
   *[many] { $words } słów
 }
courses-check-long-paragraph-do = Podziel akapit albo zamień go na listę.
courses-check-fog = Trudny tekst: wskaźnik FOG { $index }
courses-check-fog-do = Tyle lat nauki potrzeba, żeby go łatwo zrozumieć. Skróć zdania i zamień długie słowa na krótsze – dąż do 9–12.
courses-check-jargon = Urzędowe słowo
courses-check-jargon-do = Prościej: { $plain }.
courses-check-capitals = Słowa pisane wielkimi literami
courses-check-capitals-do = Pisz zwykłymi literami, a ważne słowa pogrub.
courses-check-no-file = Nie wybrano pliku
courses-check-no-file-do = Wybierz plik, który uczestnik ma pobrać.
courses-check-unready-do = Bez tego kursu nie można opublikować.
