# Stan sprawy
records-state-open = W toku
records-state-paused = Termin wstrzymany
records-state-settled = Załatwiona

# Sposób załatwienia
records-outcome-granted = Zgodnie z wnioskiem
records-outcome-granted-in-part = Częściowo zgodnie z wnioskiem
records-outcome-refused = Odmowa
records-outcome-discontinued = Postępowanie umorzone
records-outcome-unexamined = Pozostawiona bez rozpoznania
records-outcome-passed-on = Przekazana według właściwości
records-outcome-withdrawn = Wniosek wycofany
records-outcome-done = Załatwiona w inny sposób

# Podstawa wstrzymania terminu
records-ground-other-term = Termin na czynność przewidzianą w innym przepisie
records-ground-suspension = Zawieszenie postępowania
records-ground-mediation = Mediacja
records-ground-party = Oczekiwanie na stronę
records-ground-independent = Przyczyna niezależna od urzędu

# Dokumenty
records-kind-submission = Wniosek
records-kind-attachment = Załącznik
records-kind-letter = Pismo
records-kind-receipt = Potwierdzenie
records-kind-other = Inny dokument
records-origin-party = Od strony
records-origin-sent = Wysłany do strony
records-origin-office = Wewnętrzny

# Rejestr wpływów
records-incoming-received = Do rejestracji
records-incoming-registered = Zarejestrowana
records-incoming-assigned = Przekazana
records-incoming-filed-state = W aktach sprawy
records-incoming-filed = Ta przesyłka należy już do akt sprawy.
records-incoming-unregistered = Najpierw zarejestruj tę przesyłkę.
records-incoming-registered-already = Ktoś przed chwilą zarejestrował tę przesyłkę. Odśwież stronę.
records-channel-form = Formularz na stronie
records-channel-api = Inny system
records-channel-post = Poczta
records-channel-in-person = Osobiście
records-channel-email = E-mail
records-channel-electronic = e-Doręczenia lub ePUAP
records-access-whole = Publiczna w całości
records-access-part = Publiczna w części
records-access-none = Niepubliczna

# Błędy
records-frozen = Ta sprawa jest załatwiona, więc jej akt nie można zmieniać. Przełożony może ją wznowić, podając powód.
records-paused-already = Termin tej sprawy jest już wstrzymany.
records-not-paused = Termin tej sprawy nie jest wstrzymany.
records-not-settled = Ta sprawa nie jest załatwiona.
records-field-empty = Uzupełnij to pole.
records-field-long = Najwyżej { $limit } znaków.
records-field-future = Ta data jest w przyszłości. Podaj dzisiejszą lub wcześniejszą.
records-field-term = Takiego terminu nie da się policzyć. Podaj liczbę większą od zera; najdłuższy termin to 100 lat.
records-field-until = Podaj dzień późniejszy niż dzisiaj i niż obecny termin, najwyżej za rok.
records-field-unit = Wybierz komórkę, w której możesz prowadzić sprawy.
records-field-person = Wybierz osobę, która pracuje w tej komórce.
records-field-class = Wybierz klasę z obowiązującego wykazu akt.
records-field-class-group = To nie jest klasa końcowa. Sprawy zakłada się tylko w klasach końcowych.
records-field-letter-date = Podaj rok, rok i miesiąc albo całą datę, na przykład 2026, 2026-01 lub 2026-01-12.
records-why = { $why }
records-field-identifier = PESEL ma 11 cyfr, NIP 10, a REGON 9 albo 14.
records-field-account = Nie ma takiego konta.
records-field-service = Urząd nie ma takiej usługi.
records-field-incoming = Nie ma takiej przesyłki albo nie masz do niej dostępu.
records-field-to = Podaj jednostkę (unit) albo osobę (person), jedno z nich.
records-field-file = Wyślij dokładnie jeden plik, w części file.
records-field-file-empty = Ten plik jest pusty.
records-field-number = Podaj liczbę od 0 do 10 000.
records-plan-has-errors = W pliku są błędy. Popraw wskazane wiersze i wczytaj go ponownie.
records-plan-day-taken = Od tego dnia obowiązuje już inne wydanie. Podaj inny dzień.
records-plan-in-use = W tym wydaniu są już sprawy, więc nie można go wycofać.

# Czynności w metryce
records-action-case-opened = Wszczęto sprawę
records-action-case-assigned = Przydzielono sprawę
records-action-case-handed-over = Przekazano sprawę
records-action-case-renamed = Zmieniono tytuł sprawy
records-action-case-remarks = Zmieniono uwagi
records-action-case-paused = Wstrzymano bieg terminu
records-action-case-resumed = Wznowiono bieg terminu
records-action-case-extended = Wyznaczono nowy termin
records-action-case-settled = Załatwiono sprawę
records-action-case-reopened = Ponownie otwarto sprawę
records-action-case-exported = Wyeksportowano akta
records-action-document-added = Dodano dokument
records-action-note-added = Dodano notatkę
records-action-note-edited = Zmieniono notatkę
records-action-party-added = Dodano uczestnika sprawy
records-action-party-corrected = Poprawiono dane uczestnika sprawy
records-action-party-removed = Usunięto uczestnika sprawy
records-action-incoming-filed = Włączono przesyłkę do akt
records-action-incoming-corrected = Poprawiono opis przesyłki
records-action-message-received = Otrzymano wiadomość od strony
records-action-message-sent = Wysłano wiadomość do strony
records-action-request-sent = Poproszono stronę o uzupełnienie
records-action-request-answered = Strona odpowiedziała na prośbę
records-action-request-withdrawn = Wycofano prośbę
records-action-letter-drafted = Przygotowano projekt pisma
records-action-letter-submitted = Przekazano pismo do akceptacji
records-action-letter-returned = Zwrócono pismo do poprawy
records-action-letter-approved = Zaakceptowano pismo
records-action-letter-sent = Wysłano pismo
records-action-letter-delivered = Doręczono pismo

# Dziennik zdarzeń
audit-file-plan-imported = Wczytano wykaz akt
audit-file-plan-withdrawn = Wycofano wydanie wykazu akt
audit-case-seen = Otwarto akta sprawy prowadzonej przez inną osobę
audit-mail-opened = Otwarto przesyłkę wpływającą
audit-incoming-exported = Pobrano rejestr przesyłek wpływających
audit-case-list-exported = Pobrano spis spraw
audit-object-incoming = Przesyłka wpływająca
audit-object-incoming-register = Rejestr przesyłek wpływających
audit-object-case-list = Spis spraw
audit-detail-rows = liczba wierszy
audit-case-exported = Wyeksportowano akta sprawy
audit-detail-folder = katalog
audit-detail-entry = wpis metryki
audit-detail-head = skrót wpisu
audit-object-file-plan = Wykaz akt
audit-object-case = Sprawa
audit-detail-classes = Liczba klas
audit-detail-reference = Znak sprawy

# Eksport
records-export-not-empty = Katalog { $folder } nie jest pusty. Podaj nowy lub pusty katalog.
records-export-partial = Jest już katalog { $folder }. Trwa tam inny eksport albo został po przerwanym. Jeżeli żaden eksport nie trwa, usuń ten katalog i spróbuj ponownie.
records-export-unwritable = Nie można zapisać katalogu { $folder }. Sprawdź, czy masz prawo zapisu i czy jest miejsce na dysku. Niczego nie zapisano.
records-export-half = Nie udało się zapisać katalogu { $folder }; usunięto to, co już zapisano. W metryce został wpis { $entry } o tym eksporcie. Usuń przyczynę i eksportuj jeszcze raz.
records-export-cut = Metryka sprawy { $reference } jest niepełna, więc nie da się jej wyeksportować. Wszystkie metryki sprawdza: szpon record audit.
records-export-too-many = Sprawa { $reference } ma za dużo dokumentów ({ $n }), żeby zapisać je w jednym katalogu.

# Sprawdzanie eksportu
records-break-unreadable = { $file }: nie można odczytać ({ $why })
records-break-malformed = { $file }: plik ma niewłaściwą budowę ({ $why })
records-break-format = sprawa.json: katalog jest w formacie { $found }, a ten program sprawdza format { $known }. Wyeksportuj sprawę jeszcze raz albo użyj programu, który zapisał ten katalog.
records-break-ordinal = metryka: w miejscu wpisu { $expected } stoi wpis { $found }; wpis usunięto, dodano lub przestawiono
records-break-previous = metryka, wpis { $ordinal }: nie łączy się z wpisem poprzednim
records-break-content = metryka, wpis { $ordinal }: treść nie zgadza się ze skrótem; wpis zmieniono
records-break-entry-file = { $file }: nie jest to treść wpisu { $ordinal } z pliku metryka.json
records-break-length = metryka: według pliku sprawa.json wpisów powinno być { $expected }, a jest { $found }; metrykę obcięto, dopisano do niej albo zmieniono sprawa.json
records-break-no-export = metryka, wpis { $ordinal }: ostatni wpis nie jest wpisem o eksporcie ze skrótami plików; metrykę obcięto lub dopisano do niej
records-break-other-case = metryka, wpis { $ordinal }: należy do innej sprawy
records-break-missing = { $file }: brakuje tego pliku
records-break-foreign = { $file }: obcy plik lub katalog; eksport takiego nie zapisał
records-break-changed = { $file }: plik zmieniono (skrót { $found } zamiast { $expected })
records-break-document = metryka, wpis { $ordinal }: dokument { $document } ma w opisie sprawy inny skrót albo go tam nie ma
records-break-unrecorded = { $file }: metryka nie zna tego dokumentu
records-break-duplicate = manifest.sha256: plik { $file } wymieniono więcej niż raz
records-break-line = manifest.sha256, wiersz { $line }: eksport takiego wiersza nie zapisał (inny skrót, nazwa albo kolejność)
records-break-unlisted = { $file }: tego pliku nie ma w spisie manifest.sha256

# Wykaz akt
records-plans-title = Wykaz akt
records-plans-admin = Administracja
records-plans-lead = Jednolity rzeczowy wykaz akt Twojego urzędu. Nowe wydanie nie zmienia spraw założonych pod poprzednim.
records-plans-import = Wczytaj wydanie
records-plans-empty = Nie ma jeszcze wykazu akt
records-plans-empty-text = Bez wykazu akt nie można zakładać spraw. Wczytaj go z pliku CSV albo zacznij od gotowego.
records-plans-none-yet = Żadne wydanie jeszcze nie obowiązuje, więc nie można zakładać spraw. Pierwsze zacznie obowiązywać { $from }
records-plan-name = Nazwa
records-plan-standing = Stan
records-plan-from = Obowiązuje od
records-plan-classes = Liczba klas
records-plan-unverified = Do sprawdzenia
records-plan-imported = Wczytano
records-plan-source = Źródło
records-plan-future = Przyszłe
records-plan-in-force = Obowiązuje
records-plan-past = Poprzednie
records-plan-download = Pobierz CSV
records-plan-search = Szukaj klasy po symbolu lub haśle
records-plan-nothing = Nie ma takiej klasy
records-plan-nothing-text = Spróbuj innego słowa albo początku symbolu.
records-plan-show-all = Pokaż cały wykaz
records-plan-no-category = brak kategorii
records-plan-other-units = inne komórki:
records-plan-to-verify = do sprawdzenia
records-plan-unverified-notice = { $n ->
    [one] { $n } klasa nie jest potwierdzona u źródła. Sprawdź ją, zanim zaczniesz z niej korzystać.
    [few] { $n } klasy nie są potwierdzone u źródła. Sprawdź je, zanim zaczniesz z nich korzystać.
   *[many] { $n } klas nie jest potwierdzonych u źródła. Sprawdź je, zanim zaczniesz z nich korzystać.
 }
records-plan-withdraw = Wycofaj to wydanie
records-plan-withdraw-ask = Wycofać to wydanie wykazu akt?
records-plan-withdraw-text = Można wycofać tylko wydanie, pod którym nie ma żadnej sprawy. Wczytasz je ponownie z pliku CSV.
records-plan-withdrawn = Wydanie wykazu akt zostało wycofane.
records-import-title = Wczytaj wydanie wykazu akt
records-import-lead = Najpierw zobaczysz, co się zmieni. Nic nie zostanie zapisane, dopóki tego nie potwierdzisz.
records-import-name-default = Wykaz akt { $year }
records-import-what = Skąd wziąć klasy
records-import-own = Z pliku CSV
records-import-own-hint = Na przykład zapisanego z arkusza jako „CSV UTF-8”.
records-import-gmina = Wykaz startowy dla gminy
records-import-gmina-hint = 27 klas na początek. Większość trzeba sprawdzić i uzupełnić o kategorie.
records-import-ministry = Wykaz ministerstwa od 2025 r.
records-import-ministry-hint = 667 klas z kategoriami archiwalnymi.
records-import-file = Plik CSV
records-import-file-hint = Kolumny: symbol, haslo, kategoria_archiwalna. Dodatkowe: kategoria_inne, uwagi, status, rodzaj, zrodlo.
records-import-from-hint = Od tego dnia nowe sprawy zakłada się według tego wydania.
records-import-preview = Pokaż podgląd
records-import-do = Wczytaj to wydanie
records-import-other = Wybierz inny plik
records-import-back = Wróć do listy
records-import-done = Wydanie wykazu akt zostało wczytane.
records-import-no-file = Wybierz plik CSV.
records-import-too-large = Ten plik jest za duży jak na wykaz akt. Może mieć najwyżej 8 MB.
records-import-why = { $why }
records-import-preview-title = Podgląd
records-import-ready = Plik jest poprawny. Sprawdź zmiany i potwierdź wczytanie pod spodem.
records-import-errors = { $n ->
    [one] W pliku jest { $n } błąd. Popraw go i wczytaj plik jeszcze raz.
    [few] W pliku są { $n } błędy. Popraw je i wczytaj plik jeszcze raz.
   *[many] W pliku jest { $n } błędów. Popraw je i wczytaj plik jeszcze raz.
 }
records-import-errors-table = Błędy
records-import-warnings-table = Ostrzeżenia
records-import-line = Wiersz
records-import-problem = Co jest nie tak
records-import-rows = Klas w pliku
records-import-added = Nowych
records-import-changed = Zmienionych
records-import-removed = Usuniętych
records-import-changes = Zmiany wobec obowiązującego wydania
records-import-symbol = Symbol
records-import-before = Było
records-import-after = Będzie

# Strony i uczestnicy sprawy
records-role-party = Strona
records-role-applicant = Wnioskodawca
records-role-guardian = Przedstawiciel ustawowy
records-role-representative = Pełnomocnik
records-role-acting-as-party = Podmiot na prawach strony
records-role-participant = Inny uczestnik
records-party-email = Podaj adres e-mail, na przykład jan.kowalski@poczta.pl.
records-party-email-needed = Podaj adres e-mail, na który ta osoba ma konto.
records-party-no-account = Nikt nie ma konta z potwierdzonym tym adresem. Popraw adres albo zapisz bez dostępu z konta.
records-party-too-many = Sprawa ma już 200 uczestników. Więcej stron zawiadamia się przez obwieszczenie (art. 49a k.p.a.).
