# Role
offices-role-official = Urzędnik
offices-role-official-hint = Prowadzi sprawy.
offices-role-superior = Przełożony
offices-role-superior-hint = Przydziela sprawy, akceptuje pisma i widzi sprawy komórek, którymi kieruje.
offices-role-registry = Kancelaria
offices-role-registry-hint = Prowadzi rejestry przesyłek wpływających i wychodzących.
offices-role-administrator = Administrator
offices-role-administrator-hint = Ustawia urząd: komórki, osoby, usługi i wykaz akt. Nie widzi przez to treści spraw.
offices-need-official = Do tego potrzebna jest rola urzędnika. O rolę poproś administratora swojego urzędu.
offices-need-superior = Do tego potrzebna jest rola przełożonego. O rolę poproś administratora swojego urzędu.
offices-need-registry = Do tego potrzebna jest rola kancelarii. O rolę poproś administratora swojego urzędu.
offices-need-administrator = Do tego potrzebna jest rola administratora urzędu.

# Rodzaje urzędów
offices-kind-gmina = urząd gminy
offices-kind-city = urząd miasta
offices-kind-powiat = starostwo powiatowe
offices-kind-voivodeship = urząd wojewódzki lub marszałkowski
offices-kind-ministry = ministerstwo
offices-kind-other = inna instytucja publiczna

# Menu
offices-nav-desk = Biurko
offices-nav-incoming = Rejestr wpływów
offices-nav-cases = Sprawy
offices-nav-search = Szukaj
offices-nav-approvals = Akceptacje
offices-nav-outgoing = Rejestr wysyłek
offices-nav-templates = Wzory pism
offices-nav-admin = Administracja
offices-nav-admin-home = Urząd
offices-nav-units = Komórki
offices-nav-people = Osoby
offices-nav-points = Punkty obsługi
offices-nav-import = Import z CSV
offices-nav-services = Usługi
offices-nav-file-plan = Wykaz akt
offices-nav-audit = Dziennik zdarzeń
offices-nav-hooks = Powiadomienia systemów
offices-nav-site-services = Usługi
offices-nav-site-about = Urząd
offices-nav-site-contact = Kontakt i godziny
offices-nav-site-accessibility = Dostępność

# Usterki
offices-suspended-desk = Operator systemu wstrzymał pracę tego urzędu. Dane są bezpieczne. Skontaktuj się z operatorem.
offices-suspended-site = { $office } chwilowo nie obsługuje spraw w tym serwisie. Skontaktuj się z urzędem w inny sposób.
offices-already-at-work = Ten urząd już tu pracuje.
offices-last-administrator = W urzędzie musi zostać co najmniej jeden administrator. Najpierw nadaj tę rolę komuś innemu.
offices-field-teryt = Nie ma gminy o takim kodzie TERYT.
offices-field-slug = Tej nazwy w adresie nie można użyć: jest zajęta albo zastrzeżona. Podaj inną.
offices-field-period = Ostatni dzień nie może być wcześniejszy niż pierwszy.
offices-field-code = Symbol składa się z liter i cyfr, w tym co najmniej jednej litery. Łącznik oddziela tylko symbol części komórki, na przykład OR albo GK-A.
offices-field-code-taken = Ten symbol ma w roku { $year } komórka „{ $unit }”. W jednym roku symbol oznacza jedną komórkę.
offices-field-parent-below = Komórka nie może podlegać sobie ani komórce, która jej podlega.
offices-field-parent-ends = Komórka nadrzędna kończy działanie wcześniej.
offices-field-unit-people = W komórce pracują po tym dniu ludzie ({ $people }). Najpierw przenieś ich albo zakończ ich pracę w komórce.
offices-field-unit-below = Po tym dniu tej komórce podlegają inne. Najpierw przenieś je albo zamknij.
offices-field-unit-period = Komórka nie działa przez cały ten okres.
offices-field-roles = Wybierz co najmniej jedną rolę.
offices-field-member-twice = Ta osoba pracuje już w tej komórce w tym okresie.
offices-field-position-taken = Jest już stanowisko o tej nazwie.
offices-field-postal-code = Podaj kod pocztowy w postaci 00-000.
offices-field-main-closed = Siedziby urzędu nie można zamknąć.
offices-field-hours = Godzina zamknięcia musi być późniejsza niż godzina otwarcia.
offices-field-reason = Podaj powód. Zobaczy go osoba, której to dotyczy.
offices-field-website = Podaj adres strony zaczynający się od https://.
offices-field-account = To nie jest numer rachunku bankowego. Sprawdź cyfry: powinno ich być 26.
offices-field-substitute-self = Nikt nie zastępuje samego siebie. Wybierz inną osobę.
offices-field-past = Ten dzień już minął.
offices-field-not-serving = Ta osoba nie pracuje w urzędzie w tym okresie.
offices-cancel = Anuluj
offices-save = Zapisz
offices-back = Wróć

# Strona główna
offices-start-title = Znajdź swój urząd
offices-start-lead = Załatw sprawę przez internet, bez kolejki. Zacznij od swojego urzędu.
offices-start-search = Nazwa gminy, miasta albo urzędu
offices-start-search-hint = Możesz pisać bez polskich liter, na przykład „lodz”.
offices-start-filters = Zawężanie listy urzędów
offices-start-voivodeship = Województwo
offices-start-any-voivodeship = wszystkie województwa
offices-start-powiat = Powiat
offices-start-any-powiat = wszystkie powiaty
offices-start-narrow = Zawęź
offices-start-clear = Pokaż wszystko od początku
offices-start-at-work = Urzędy, które już tu pracują
offices-start-at-work-text = W tych urzędach złożysz wniosek i sprawdzisz, co dzieje się z Twoją sprawą.
offices-start-none = Żaden urząd jeszcze tu nie pracuje
offices-start-none-text = Wyszukaj swoją gminę. Jeśli w niej pracujesz, możesz poprowadzić tu jej urząd za darmo.
offices-start-more = { $n ->
    [one] I jeszcze { $n } urząd. Znajdziesz go w wyszukiwarce.
    [few] I jeszcze { $n } urzędy. Znajdziesz je w wyszukiwarce.
   *[many] I jeszcze { $n } urzędów. Znajdziesz je w wyszukiwarce.
 }
offices-start-what = Co możesz tu zrobić
offices-start-what-find = Dowiedz się, czego potrzeba
offices-start-what-find-text = Zapytaj własnymi słowami. Przeczytasz, jakie dokumenty przygotować, ile to kosztuje i jak długo trwa.
offices-start-what-send = Złóż wniosek
offices-start-what-send-text = Z kontem albo bez konta. Od razu dostaniesz urzędowe potwierdzenie.
offices-start-what-follow = Śledź swoją sprawę
offices-start-what-follow-text = Zobaczysz, na jakim etapie jest sprawa i do kiedy urząd powinien ją załatwić. Napiszesz do urzędu i dostaniesz odpowiedź.
offices-start-what-office = Poprowadź tu swój urząd
offices-start-what-office-text = Za darmo: e-usługi, obieg spraw, pisma, rejestry i metryka. Zgłoś urząd i ustaw go samodzielnie.
offices-start-found = { $n ->
    [one] Znaleźliśmy { $n } urząd
    [few] Znaleźliśmy { $n } urzędy
   *[many] Znaleźliśmy { $n } urzędów
 }
offices-start-results = Urzędy, które pasują do wyszukiwania; najpierw te, które już tu pracują
offices-start-column-name = Gmina, miasto lub urząd
offices-start-column-place = Gdzie
offices-start-column-office = Urząd
offices-start-column-state = W tym serwisie
offices-start-nothing = Nie znaleźliśmy takiego urzędu
offices-start-nothing-text = Sprawdź pisownię, wpisz krótszą nazwę albo zmień województwo i powiat.
offices-at-work = Działa tutaj
offices-not-yet = Jeszcze nie tutaj

# Gmina z katalogu
offices-entry-not-yet = Ten urząd jeszcze tu nie pracuje
offices-entry-text = Nie złożysz tu na razie wniosku do tego urzędu. Swoją sprawę załatwisz w urzędzie albo na jego stronie internetowej.
offices-entry-kind = Rodzaj gminy
offices-entry-powiat = Powiat
offices-entry-voivodeship = Województwo
offices-entry-code = Kod TERYT
offices-entry-population = Liczba mieszkańców
offices-entry-people = { $n ->
    [one] { $n } osoba
    [few] { $n } osoby
   *[many] { $n } osób
 }
offices-entry-your-claim = Twoje zgłoszenie
offices-entry-for-office = Pracujesz w tym urzędzie?
offices-entry-for-office-text = Urząd dostaje tu za darmo wszystko, czego potrzebuje, żeby obsługiwać mieszkańców przez internet. Zgłosić go może osoba upoważniona przez wójta, burmistrza albo prezydenta.
offices-entry-step-claim = Zgłoszenie
offices-entry-step-decision = Decyzja operatora
offices-entry-step-set-up = Ustawienie urzędu
offices-entry-claim = Poprowadź ten urząd tutaj
offices-entry-near = Urzędy z tego województwa, które już tu pracują

# Zgłoszenie urzędu
offices-claim-title = Poprowadź ten urząd tutaj
offices-claim-lead = Operator systemu sprawdzi, czy możesz reprezentować urząd. O decyzji powiadomimy Cię e-mailem.
offices-claim-office-name = Pełna nazwa urzędu
offices-claim-office-name-hint = Popraw, jeśli urząd nazywa się inaczej, na przykład „Urząd Miejski w Łomży”.
offices-claim-position = Twoje stanowisko
offices-claim-position-hint = Na przykład: sekretarz gminy.
offices-claim-email = Służbowy adres e-mail urzędu
offices-claim-email-hint = Pod tym adresem operator może potwierdzić zgłoszenie. Najlepiej adres w domenie urzędu.
offices-claim-justification = Dlaczego możesz reprezentować urząd?
offices-claim-justification-hint = Napisz, kto Cię upoważnił i jak operator może to sprawdzić.
offices-claim-file = Upoważnienie
offices-claim-file-hint = Skan albo dokument podpisany elektronicznie. Przyspieszy decyzję.
offices-claim-file-kept = zachowany, nie musisz dodawać go ponownie
offices-claim-send = Wyślij zgłoszenie
offices-claim-sent = Zgłoszenie wysłane. O decyzji powiadomimy Cię e-mailem.
offices-claim-kicker = Zgłoszenie urzędu
offices-claim-who = Kto zgłasza
offices-claim-waiting = Czeka na decyzję
offices-claim-approved = Przyjęte
offices-claim-refused = Odrzucone
offices-claim-withdrawn = Wycofane
offices-claim-waiting-text = Operator jeszcze nie rozpatrzył zgłoszenia. O decyzji powiadomimy Cię e-mailem.
offices-claim-approved-text = Urząd został założony, a Ty jesteś jego administratorem. Teraz ustaw komórki, osoby, usługi i wykaz akt.
offices-claim-refused-text = Operator odrzucił zgłoszenie. Powód jest niżej. Możesz wysłać nowe zgłoszenie.
offices-claim-withdrawn-text = To zgłoszenie zostało wycofane.
offices-claim-set-up = Przejdź do ustawień urzędu
offices-claim-again = Wyślij nowe zgłoszenie
offices-claim-event-made = Zgłoszenie wysłane
offices-claim-event-ahead = Decyzja operatora
offices-claim-with-file = Dołączony plik: { $file }
offices-claim-withdraw = Wycofaj zgłoszenie
offices-claim-withdraw-title = Wycofać zgłoszenie?
offices-claim-withdraw-text = Operator nie będzie go rozpatrywał. Później możesz wysłać nowe.
offices-claim-withdrawn-done = Zgłoszenie wycofane.
offices-claim-already-waits = Twoje zgłoszenie tego urzędu już czeka na decyzję.
offices-claim-decided = To zgłoszenie jest już rozpatrzone.
offices-mail-claim-subject = Decyzja w sprawie zgłoszenia urzędu
offices-mail-claim-text = Operator rozpatrzył zgłoszenie urzędu: { $office }. Zaloguj się, żeby zobaczyć decyzję i powód.
offices-mail-claim-button = Zobacz decyzję

# Import
offices-column-code = symbol
offices-column-name = nazwa
offices-column-parent = komórka nadrzędna
offices-column-from = od
offices-column-to = do
offices-column-email = e-mail
offices-column-given-name = imię
offices-column-family-name = nazwisko
offices-column-unit = komórka
offices-column-position = stanowisko
offices-column-roles = role
offices-import-role = Nie ma roli „{ $word }”. Możliwe role: urzędnik, przełożony, kancelaria, administrator. Kilka ról rozdziel kreską |.
offices-import-date = „{ $text }” nie jest datą. Zapisz ją tak: 2026-01-31 albo 31.01.2026.
offices-import-email = „{ $text }” nie jest adresem e-mail.
offices-import-no-unit = Nie ma komórki o symbolu „{ $code }”.
offices-import-twice = To samo jest już w wierszu { $line }.
offices-import-ragged = Wiersz ma inną liczbę pól niż nagłówek. Sprawdź, czy tekst ze średnikiem lub przecinkiem jest w cudzysłowie.
offices-import-done = Ten plik został już zaimportowany.
offices-import-changed = Dane urzędu zmieniły się od czasu pokazania podglądu. Nic nie zostało zapisane. Sprawdź nowy podgląd i zatwierdź go.
offices-import-not-ready = Tego pliku nie można zaimportować: zawiera błędy albo niczego nie zmienia.
offices-import-file-empty = Plik jest pusty.
offices-import-file-not-text = To nie jest plik CSV. W arkuszu wybierz „Zapisz jako” i format CSV.
offices-import-file-utf16 = Plik jest zapisany w kodowaniu UTF-16. W arkuszu wybierz „CSV UTF-8”.
offices-import-file-encoding = Nie rozpoznajemy kodowania polskich liter. Zapisz plik jako „CSV UTF-8”.
offices-import-file-columns = W pierwszym wierszu brakuje kolumn: { $columns }. Pobierz wzór pliku i porównaj nagłówki.
offices-import-file-twice = Kolumna „{ $columns }” występuje dwa razy.
offices-import-file-too-long = Plik ma więcej niż 5000 wierszy. Podziel go na mniejsze.
offices-import-file-no-rows = Pod nagłówkiem nie ma żadnego wiersza.

# Dane urzędu
offices-data-name = Pełna nazwa
offices-data-name-en = Nazwa po angielsku
offices-data-street = Ulica i numer
offices-data-postal-code = Kod pocztowy
offices-data-town = Miejscowość
offices-data-email = E-mail
offices-data-phone = Telefon
offices-data-website = Strona internetowa
offices-data-delivery = Adres do doręczeń elektronicznych
offices-data-easy = Co robi urząd, w tekście łatwym do czytania (ETR)
offices-data-easy-en = To samo po angielsku
offices-data-deaf = Kontakt dla osób głuchych
offices-data-account = Rachunek do opłat
offices-data-rodo = Inspektor ochrony danych
offices-data-access-contact = Kontakt w sprawie dostępności
offices-data-access-note = Co nie jest dostępne
