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
records-once-key = Klucz powtórzenia (Idempotency-Key) może mieć najwyżej 200 znaków.
records-once-other = Tego klucza powtórzenia (Idempotency-Key) użyto już do innego żądania.
records-once-again = To samo żądanie jest właśnie wykonywane. Ponów je za chwilę, a dostaniesz tę samą odpowiedź.
records-field-empty = Uzupełnij to pole.
records-field-long = Najwyżej { $limit } znaków.
records-field-future = Ta data jest w przyszłości. Podaj dzisiejszą lub wcześniejszą.
records-field-term = Takiego terminu nie da się policzyć. Podaj liczbę większą od zera.
records-field-until = Podaj dzień późniejszy niż dzisiaj i niż obecny termin, najwyżej za rok.
records-field-unit = Wybierz komórkę, w której możesz prowadzić sprawy.
records-field-person = Wybierz osobę, która pracuje w tej komórce.
records-field-class = Wybierz klasę z obowiązującego wykazu akt.
records-field-class-group = To nie jest klasa końcowa. Sprawy zakłada się tylko w klasach końcowych.
records-field-letter-date = Podaj rok, rok i miesiąc albo całą datę, na przykład 2026, 2026-01 lub 2026-01-12.
records-field-word = Nieznana wartość. Dozwolone wartości są w opisie API.
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
records-action-incoming-filed = Włączono przesyłkę do akt
records-action-incoming-corrected = Poprawiono opis przesyłki
records-action-message-received = Otrzymano wiadomość od strony
records-action-message-sent = Wysłano wiadomość do strony
records-action-request-sent = Wezwano stronę do uzupełnienia
records-action-request-answered = Strona odpowiedziała na wezwanie
records-action-request-withdrawn = Wycofano wezwanie
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
audit-case-exported = Wyeksportowano akta sprawy
audit-object-file-plan = Wykaz akt
audit-object-case = Sprawa
audit-detail-classes = Liczba klas
audit-detail-reference = Znak sprawy

# Eksport
records-export-not-empty = Ten katalog nie jest pusty. Podaj nowy lub pusty katalog.
