app-home-services = Załatw przez internet
app-home-all-services = Wszystkie usługi
app-kept-cases = Akta Twoich spraw zostają w urzędach tak długo, jak nakazują przepisy o archiwach (art. 17 ust. 3 lit. b i d RODO, ustawa o narodowym zasobie archiwalnym i archiwach).
app-mail-title = Skrzynka pokazowa
app-mail-lead = W demonstracji e-maile nie wychodzą na zewnątrz. Tu zobaczysz wiadomości, które dostaliby odbiorcy.
app-mail-empty = Nie ma jeszcze żadnych wiadomości.
app-mail-empty-hint = Pojawią się tutaj, gdy ktoś się zarejestruje, wyśle wniosek albo dostanie odpowiedź urzędu.
app-mail-to = Do
app-mail-subject = Temat
app-mail-when = Kiedy
app-mail-state = Stan
app-mail-back = Wszystkie wiadomości

# Polecenia
cli-about = SZPON: załatwianie spraw, praca i nauka na odległość w urzędzie
cli-serve = Uruchamia instalację
cli-demo = Uruchamia wszystko z danymi pokazowymi; ten sam --data podejmuje poprzedni pokaz
cli-migrate = Dostosowuje bazę danych do tej wersji programu i kończy
cli-operator = Daje osobie rolę operatora instalacji; kto nie ma konta, dostanie zaproszenie e-mailem
cli-operator-email = Adres e-mail tej osoby
cli-import = Wprowadza komórki, ludzi albo wykaz akt urzędu z pliku CSV
cli-import-what = Co wprowadzić: units (komórki), people (ludzie) albo file-plan (wykaz akt)
cli-import-file = Plik CSV
cli-import-apply = Wprowadza zmiany; bez tego tylko pokazuje, co by się zmieniło
cli-backup = Zapisuje kopię całej instalacji w katalogu, także w czasie jej pracy
cli-restore = Przywraca instalację z kopii
cli-restore-folder = Katalog kopii
cli-record = Eksportuje i sprawdza akta spraw
cli-record-export = Zapisuje sprawę z dokumentami i metryką w katalogu
cli-record-export-case = Znak albo identyfikator sprawy
cli-record-verify = Sprawdza wyeksportowaną sprawę; wystarczy do tego jej katalog
cli-record-verify-folder = Katalog z eksportem
cli-record-audit = Sprawdza w bazie danych metryki wszystkich spraw urzędu
cli-law = Zasady polskiego prawa administracyjnego
cli-law-lang = Język odpowiedzi: pl albo en (domyślnie język systemu)
cli-law-term = Ostatni dzień terminu (art. 57 k.p.a.): 2026-01-12 14 dni
cli-law-term-words = Data, liczba i jednostka: dni, dni robocze, tygodnie, miesiące, lata
cli-law-check = Sprawdza numer i mówi dlaczego
cli-law-check-kind = Rodzaj numeru: pesel, nip albo regon
cli-law-check-number = Numer; odstępy i kreski nie przeszkadzają
cli-doctor = Sprawdza, czy działa wszystko, co wymieniają ustawienia
cli-new-folder = Katalog, którego jeszcze nie ma
cli-office = Skrót urzędu z jego adresu na stronie, na przykład koden
cli-help = Wyświetla tę pomoc
cli-version = Wyświetla wersję
cli-config = Plik TOML z tymi samymi nazwami, z podkreśleniem zamiast łącznika
cli-default = domyślnie: { $value }
cli-heading-usage = Użycie
cli-heading-commands = Polecenia
cli-heading-arguments = Argumenty
cli-heading-options = Opcje
cli-heading-settings = Ustawienia (wspólne dla poleceń)
cli-name-options = OPCJE
cli-name-command = POLECENIE
cli-name-value = WARTOŚĆ
cli-name-file = PLIK
cli-name-folder = KATALOG
cli-name-office = URZĄD
cli-name-case = SPRAWA
cli-name-email = E-MAIL
cli-name-what = CO
cli-name-term = TERMIN
cli-name-kind = RODZAJ
cli-name-number = NUMER
cli-name-lang = JĘZYK
cli-exit = Kody wyjścia: 0 – wykonano; 1 – nie wykonano, powód jest w komunikacie; 2 – polecenie zapisano z błędem.
cli-exit-verify = Kody wyjścia: 0 – akta są kompletne i niezmienione; 1 – naruszono je albo nie da się ich odczytać; 2 – polecenie zapisano z błędem.
cli-exit-audit = Kody wyjścia: 0 – wszystkie metryki są nienaruszone; 1 – któraś jest naruszona albo nie udało się ich sprawdzić; 2 – polecenie zapisano z błędem.
cli-exit-import = Kody wyjścia: 0 – pokazano albo wprowadzono zmiany; 1 – plik ma błędy albo nie ma czego wprowadzić; 2 – polecenie zapisano z błędem.
cli-exit-check = Kody wyjścia: 0 – numer jest poprawny; 1 – numer jest błędny; 2 – polecenie zapisano z błędem.
cli-exit-term = Kody wyjścia: 0 – podano ostatni dzień, w pierwszym wierszu jako RRRR-MM-DD; 1 – nie da się go policzyć; 2 – polecenie zapisano z błędem.
cli-exit-doctor = Kody wyjścia: 0 – wszystko działa; 1 – coś nie działa, jest w wierszu „BŁĄD”; 2 – polecenie zapisano z błędem.

# Polecenie zapisane z błędem
cli-misuse-help = Pomoc: { $command } --help
cli-misuse-unknown = Nie ma takiej opcji ani argumentu: { $what }.
cli-misuse-command = Nie ma polecenia { $what }.
cli-misuse-similar = Może chodzi o: { $what }?
cli-misuse-missing = Brakuje: { $what }.
cli-misuse-no-command = Podaj, które polecenie wykonać.
cli-misuse-no-value = Po { $what } brakuje wartości.
cli-misuse-value = { $what }: „{ $value }” tu nie pasuje.
cli-misuse-possible = Możliwe: { $values }.
cli-misuse-twice = { $what } podano więcej niż raz.
cli-misuse-odd = Tego polecenia nie da się zrozumieć.

# Ustawienia
cli-option-listen = Adres i port, pod którym program słucha.
cli-option-data = Katalog bazy danych, plików i e-maili, jeżeli są na tym komputerze.
cli-option-public-url = Adres, pod którym ludzie otwierają instalację, na przykład https://urzad.example.pl. Domyślnie: http:// i adres, pod którym program słucha.
cli-option-database-url = sqlite:ŚCIEŻKA albo postgres://… Domyślnie: plik szpon.db w katalogu danych.
cli-option-database-connections = Liczba czytających połączeń SQLite albo połączeń z PostgreSQL.
cli-option-objects-url = file:ŚCIEŻKA albo s3://BUCKET?endpoint=…&region=… Domyślnie: katalog objects w katalogu danych.
cli-option-objects-access-key = Klucz dostępu do magazynu zgodnego z S3.
cli-option-objects-secret-key = Tajny klucz do magazynu zgodnego z S3.
cli-option-secret-key = Klucz, którym szyfrowane są sekrety w bazie: 32 bajty w base64 (openssl rand -base64 32). Kilka kluczy rozdziel przecinkami: pierwszy szyfruje, wszystkie odczytują. Domyślnie: plik secret.key w katalogu danych, utworzony przy pierwszym uruchomieniu.
cli-option-secret-key-lost = Uruchom mimo braku klucza: co nim zaszyfrowano, zostaje nieczytelne, aż klucz się znajdzie. Zob. docs/administrator.md.
cli-option-smtp-url = Adres serwera poczty z nazwą i hasłem: smtps://…, a ze STARTTLS smtp://…?tls=required (bez tego hasło nie zostanie wysłane). Domyślnie: e-maile trafiają jako pliki do katalogu mail w katalogu danych.
cli-option-mail-from = Nadawca e-maili.
cli-option-max-upload-mb = Największy plik, jaki można wysłać, w megabajtach.
cli-option-trust-proxy = Czy wierzyć ostatniemu adresowi z X-Forwarded-For: true za własnym pośrednikiem (proxy).
cli-option-hooks-allow-private = Czy webhooki mogą wołać adresy prywatne i lokalne.
cli-option-audit-years = Przez ile lat przechowywać dziennik zdarzeń; nie mniej niż 2.
cli-option-log = Co zapisywać w logu, na przykład info albo szpon=debug,info.
cli-option-log-format = text albo json.
cli-option-pdf-parallel = Ile dokumentów PDF tworzyć jednocześnie.
cli-wanted-address = adres i port, na przykład 127.0.0.1:8080
cli-wanted-number = liczbę
cli-wanted-megabytes = liczbę megabajtów
cli-wanted-years = liczbę lat, nie mniejszą niż 2
cli-wanted-log = poziom (info, warn, debug) albo pary CZĘŚĆ=POZIOM oddzielone przecinkami
cli-wanted-log-format = text albo json
cli-wanted-flag = true albo false
cli-config-value = { $name } (--{ $name }, { $variable }): „{ $value }” tu nie pasuje. Podaj { $wanted }.
cli-config-read = Nie można odczytać pliku ustawień { $file }. Sprawdź --config.
cli-config-toml = Plik ustawień { $file } nie jest poprawnym plikiem TOML. Popraw go.
cli-config-unknown = Plik ustawień { $file }: nie ma ustawienia { $key }. Wszystkie wypisuje: szpon serve --help
cli-config-kind = Plik ustawień { $file }: { $key } musi być tekstem, liczbą albo true lub false.
cli-config-alone = { $name } (--{ $name }) nic nie znaczy bez { $other }. Podaj też --{ $other } ({ $variable }) albo usuń --{ $name }.

# Gdy coś się nie uda
cli-mistake = W programie wystąpił błąd; niczego nie zmieniono. Jeżeli się powtarza, przekaż ten komunikat osobie, która utrzymuje SZPON.
cli-not-now = Nie można teraz tego zrobić; niczego nie zmieniono. Spróbuj ponownie za chwilę.
cli-not-found = Nie ma tego, czego dotyczy polecenie.
cli-read = Nie można odczytać { $file }. Sprawdź nazwę i prawa.
cli-write = Nie można zapisać { $file }. Sprawdź prawa zapisu i miejsce na dysku.
cli-no-folder = Nie ma katalogu { $folder }. Sprawdź nazwę.
cli-no-database = Nie ma bazy danych { $file }. Sprawdź --data; niczego nie utworzono.
cli-database = Nie można otworzyć bazy danych. Sprawdź database-url (SZPON_DATABASE_URL).
cli-database-away = Baza danych nie odpowiada. Sprawdź database-url (SZPON_DATABASE_URL) i czy serwer bazy działa.
cli-schema = Nie udało się dostosować bazy danych do tej wersji programu; niczego w niej nie zmieniono. Sprawdź, czy nie używała jej inna wersja.
cli-schema-newer = Tej bazy danych używała nowsza wersja programu, której zmian ta wersja nie zna; niczego w niej nie zmieniono. Uruchom nowszą wersję albo przywróć kopię sprzed aktualizacji.
cli-objects = Nie można otworzyć magazynu plików. Sprawdź objects-url (SZPON_OBJECTS_URL).
cli-listen = Program nie może słuchać pod adresem { $address }: jest zajęty albo nie należy do tego komputera. Podaj inny: --listen
cli-server = Serwer przerwał pracę. Uruchom go ponownie.
cli-mail = Nie można wysyłać e-maili. Sprawdź smtp-url (SZPON_SMTP_URL) i mail-from (SZPON_MAIL_FROM).
cli-start = Nie udało się uruchomić programu.
cli-no-office = Nie ma urzędu { $office }. Podaj skrót z jego adresu na stronie, na przykład koden.
cli-no-case = W urzędzie { $office } nie ma sprawy { $case }. Podaj jej znak albo identyfikator.
cli-tool = Nie można uruchomić programu { $tool }. Zainstaluj programy klienckie PostgreSQL.
cli-tool-failed = Program { $tool } zakończył się błędem. Jego komunikat jest powyżej.

# Uruchomienie
cli-serving = SZPON działa: { $url } (słucha pod adresem { $address }). Zatrzymuje: Ctrl+C.
cli-migrated = Baza danych odpowiada tej wersji programu.
cli-demo-accounts = Konta (hasło wszystkich: { $password }):
cli-demo-stop = Ctrl+C zatrzymuje.

# Operator
cli-operator-done = { $email } jest operatorem instalacji.
cli-operator-invited = { $email } jest operatorem instalacji. E-mail z linkiem do ustawienia hasła czeka na wysłanie.

# Import
cli-import-new = wiersz { $line }: nowy: { $label }
cli-import-changed = wiersz { $line }: zmiana: { $label } ({ $changes })
cli-import-problem = wiersz { $line }: błąd: { $problem }
cli-import-nothing = Nie ma czego wprowadzić albo są błędy; nic nie zmieniono.
cli-import-preview = To podgląd. Żeby wprowadzić zmiany, dodaj --apply.
cli-import-done = Wprowadzono: nowych { $new }, zmienionych { $changed }.
cli-plan-classes = Klas: { $n }.
cli-plan-problems = Są błędy; nic nie zmieniono.
cli-plan-preview = To podgląd. Żeby wprowadzić wykaz, dodaj --apply.
cli-plan-done = Wprowadzono.

# Kopia
cli-backup-exists = { $folder } już istnieje. Podaj nowy katalog.
cli-backup-partial = Jest już katalog { $folder }: został po przerwanej kopii albo kopia właśnie trwa. Jeżeli nie trwa, usuń go i spróbuj ponownie.
cli-backup-done = Kopia w { $folder }: baza danych i { $n ->
    [one] { $n } plik
    [few] { $n } pliki
   *[many] { $n } plików
 }.
cli-backup-key = Jest w niej klucz do sekretów, plik { $file }: przechowuj kopię tam, gdzie tylko Ty możesz ją czytać.
cli-backup-key-apart = NIE MA w niej klucza do sekretów: przechowuj osobno to, co mówi SZPON_SECRET_KEY.
cli-backup-no-key = NIE MA w niej klucza do sekretów: tutaj go nie widać. Jeśli usługa dostaje go w SZPON_SECRET_KEY, przechowuj go osobno; jeśli tej instalacji nigdy nie uruchomiono, klucza jeszcze nie ma.
cli-restore-exists = { $file } już istnieje. Przywróć kopię do nowego katalogu danych.
cli-restore-other-key = { $file } to inny klucz niż w kopii. Przywróć kopię do nowego katalogu danych.
cli-restore-done = Przywrócono bazę danych i { $n ->
    [one] { $n } plik
    [few] { $n } pliki
   *[many] { $n } plików
 }.
cli-restore-no-key = W kopii nie było klucza do sekretów. Zanim uruchomisz program, włóż go z powrotem jako { $file } albo podaj w SZPON_SECRET_KEY.

# Akta
cli-verified = Sprawa { $reference } jest kompletna i niezmieniona.
cli-verified-title = Tytuł: { $title }
cli-verified-counts = Wpisy metryki: { $entries }, dokumenty: { $documents }, pliki: { $files }
cli-verified-head = Ostatni skrót: { $head }
cli-verified-compare = Porównaj go z tym, który program w urzędzie pokazuje przy wpisie { $entry } metryki, albo z zapisanym przy eksporcie.
cli-broken = NARUSZONO: { $why }
cli-exported = { $reference }: zapisano plików: { $files }, w katalogu { $folder }
cli-exported-head = Zapisz w innym miejscu skrót wpisu { $entry } metryki: { $head }
cli-audit-link = { $reference }: { $why }
cli-audit-count = { $reference }: wpisów jest { $there }, a sprawa liczy ich { $counted }; metrykę obcięto albo dopisano do niej
cli-audit-ordinal = w miejscu wpisu { $n } stoi inny; wpis usunięto, dodano lub przestawiono
cli-audit-previous = wpis { $n } nie łączy się z poprzednim
cli-audit-content = treść wpisu { $n } nie zgadza się ze skrótem; wpis zmieniono
cli-audit-columns = kolumny wpisu { $n } nie zgadzają się z jego treścią; wpis zmieniono
cli-audit-done = Sprawdzone metryki: { $checked }, naruszone: { $broken }

# Sprawdzenie ustawień
cli-doctor-good = OK
cli-doctor-bad = BŁĄD
cli-doctor-data = katalog danych
cli-doctor-database = baza danych
cli-doctor-key = klucz do sekretów
cli-doctor-objects = magazyn plików
cli-doctor-reachable = działa
cli-doctor-mail = poczta
cli-doctor-mail-files = zapisywana w plikach; nikt nie dostaje e-maili (podaj SZPON_SMTP_URL)
cli-doctor-mail-answers = serwer odpowiada
cli-doctor-mail-silent = serwer poczty nie odpowiada. Sprawdź smtp-url (SZPON_SMTP_URL).
cli-doctor-address = adres publiczny
cli-doctor-no-https = { $url } (bez HTTPS: tylko do prób)

# Klucz
cli-key-option = secret-key (SZPON_SECRET_KEY): klucz jest niewłaściwy. Nowy robi: openssl rand -base64 32
cli-key-file = Plik klucza { $file } jest niewłaściwy. Włóż właściwy; ma go kopia.
cli-key-missing = Sekrety w bazie danych są zaszyfrowane kluczem { $id }, a nie ma go tutaj. Niczego nie zmieniono. Włóż jego plik z powrotem jako { $file } (ma go kopia) albo podaj klucz w SZPON_SECRET_KEY, ten sam w każdym procesie. Jeżeli przepadł na dobre, zob. secret-key-lost w docs/administrator.md
cli-key-first = klucz { $id }; użyje go pierwsze uruchomienie
cli-key-none = jeszcze go nie ma; pierwsze uruchomienie utworzy { $file }
cli-key-seals = szyfruje klucz { $id }; zaszyfrowane sekrety: { $n }
cli-key-lost = w tym { $n } zgubionym kluczem (secret-key-lost)
cli-key-waiting = jeszcze nie tym kluczem: { $n }; zrobi to następne uruchomienie
cli-key-others = inne klucze nie są już potrzebne
cli-key-beside = { $file } jest używany obok SZPON_SECRET_KEY
cli-key-open = inni na tym komputerze mogą czytać { $file }: chmod 600 { $file }

# Biurko
app-waits-works = { $n ->
    [one] praca do oceny
    [few] prace do oceny
   *[many] prac do oceny
}: { $course }
app-waits-answers = { $n ->
    [one] test z odpowiedziami do oceny
    [few] testy z odpowiedziami do oceny
   *[many] testów z odpowiedziami do oceny
}: { $course }
app-waits-questions = { $n ->
    [one] pytanie bez odpowiedzi
    [few] pytania bez odpowiedzi
   *[many] pytań bez odpowiedzi
}: { $course }
app-waits-requests = { $n ->
    [one] prośba o kurs
    [few] prośby o kurs
   *[many] próśb o kurs
}

# A request that took too long.
fault-late = To trwało zbyt długo, więc przerwaliśmy. Zanim spróbujesz ponownie, sprawdź, czy zmiana się nie zapisała.
