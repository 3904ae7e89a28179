# Role
offices-role-official = Urzędnik
offices-role-official-hint = Prowadzi sprawy.
offices-role-superior = Przełożony
offices-role-superior-hint = Przydziela sprawy, akceptuje pisma i widzi sprawy komórek, którymi kieruje.
offices-role-registry = Kancelaria
offices-role-registry-hint = Prowadzi rejestry przesyłek wpływających i wychodzących.
offices-role-administrator = Administrator
offices-role-administrator-hint = Ustawia urząd: komórki, osoby, usługi i wykaz akt. Nie widzi przez to treści spraw.
offices-role-author = Autor kursów
offices-role-author-hint = Tworzy i publikuje kursy urzędu.
offices-role-trainer = Trener
offices-role-trainer-hint = Prowadzi kursy: grupy, zajęcia, oceny i pytania uczestników.
offices-role-coordinator = Koordynator szkoleń
offices-role-coordinator-hint = Zapisuje na kursy, ustala szkolenia obowiązkowe i widzi, kto co ukończył.
offices-need-official = Do tego potrzebna jest rola urzędnika. O rolę poproś administratora swojego urzędu.
offices-need-superior = Do tego potrzebna jest rola przełożonego. O rolę poproś administratora swojego urzędu.
offices-need-registry = Do tego potrzebna jest rola kancelarii. O rolę poproś administratora swojego urzędu.
offices-need-administrator = Do tego potrzebna jest rola administratora urzędu.
offices-need-author = Do tego potrzebna jest rola autora kursów. O rolę poproś administratora swojego urzędu.
offices-need-trainer = Do tego potrzebna jest rola trenera. O rolę poproś administratora swojego urzędu.
offices-need-coordinator = Do tego potrzebna jest rola koordynatora szkoleń. O rolę poproś administratora swojego urzędu.

# Rodzaje urzędów
offices-kind-gmina = urząd gminy
offices-kind-city = urząd miasta
offices-kind-powiat = starostwo powiatowe
offices-kind-voivodeship = urząd wojewódzki lub marszałkowski
offices-kind-ministry = ministerstwo
offices-kind-other = inna instytucja publiczna

# Menu
offices-nav-desk = Biurko
offices-nav-incoming = Przesyłki wpływające
offices-nav-cases = Sprawy
offices-nav-search = Szukaj
offices-nav-search-label = Szukaj spraw, pism i przesyłek
offices-nav-approvals = Akceptacje
offices-nav-outgoing = Rejestr wysyłek
offices-nav-templates = Wzory pism
offices-nav-courses = Kursy
offices-nav-paths = Ścieżki kursów
offices-nav-training = Szkolenia
offices-nav-requests = Prośby o kurs
offices-nav-certificates = Zaświadczenia
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
offices-start-what-learn = Naucz się
offices-start-what-learn-text = Kursy urzędów: segregacja odpadów, dostępność i inne. Część bez konta.
offices-start-what-check = Sprawdź zaświadczenie
offices-start-what-check-text = Ktoś pokazał Ci zaświadczenie o ukończeniu kursu albo odznakę? Sprawdź, czy są ważne i kto je wydał.
offices-start-what-check-code = Wpisz kod zaświadczenia
offices-start-what-check-badge = Sprawdź odznakę
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
offices-claim-position = Stanowisko
offices-claim-position-hint = Na przykład: sekretarz gminy.
offices-claim-email = Służbowy adres e-mail urzędu
offices-claim-email-hint = Pod tym adresem operator może potwierdzić zgłoszenie. Najlepiej adres w domenie urzędu.
offices-claim-justification = Podstawa do reprezentowania urzędu
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
offices-import-role = Nie ma roli „{ $word }”. Możliwe role: urzędnik, przełożony, kancelaria, administrator, autor, trener, koordynator. Kilka ról rozdziel kreską |.
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

# Pulpit i administracja
offices-desk-title = W którym urzędzie chcesz pracować?
offices-desk-lead = Pracujesz w więcej niż jednym urzędzie. Wybierz, do którego wchodzisz.
offices-admin-none = Nie administrujesz żadnym urzędem
offices-admin-none-text = Uprawnienia nadaje administrator urzędu. Jeśli chcesz poprowadzić tu swój urząd, wyszukaj go i zgłoś.
offices-desk-none = Nie pracujesz jeszcze w żadnym urzędzie
offices-desk-none-text = Dostęp do biurka nadaje administrator urzędu. Jeśli chcesz poprowadzić tu swój urząd, wyszukaj go i zgłoś.
offices-admin-title = Ustawienia urzędu
offices-admin-lead = Tu ustawiasz, jak urząd pracuje i co widzą mieszkańcy.
offices-admin-numbers = Urząd w liczbach
offices-admin-more = Pozostałe ustawienia
offices-admin-site = Zobacz stronę urzędu
offices-tasks = Co jeszcze trzeba ustawić
offices-tasks-progress = Gotowe: { $done } z { $all }
offices-tasks-all = Urząd jest gotowy do pracy
offices-tasks-all-text = Wszystko, czego urząd potrzebuje na start, jest ustawione. W każdej chwili możesz to zmienić.
offices-task-done = gotowe
offices-task-next = zacznij od tego
offices-task-ahead = do zrobienia
offices-task-data = Dane urzędu
offices-task-data-text = Adres, telefon, e-mail, inspektor ochrony danych i teksty dla mieszkańców.
offices-task-hours = Godziny otwarcia
offices-task-hours-text = Kiedy i gdzie urząd przyjmuje ludzi.
offices-task-units = Komórki organizacyjne
offices-task-units-text = Referaty, wydziały i sekcje z symbolami, które stoją w znakach spraw.
offices-task-people = Osoby i role
offices-task-people-text = Zaproś współpracowników i powiedz, co mogą robić.
offices-task-file-plan = Wykaz akt
offices-task-file-plan-text = Jednolity rzeczowy wykaz akt, według którego zakłada się sprawy.
offices-task-services = Usługi
offices-task-services-text = Wybierz sprawy, które mieszkańcy załatwią przez internet.
offices-audit-lead = Kto i kiedy zmieniał ustawienia, uprawnienia i zaglądał do chronionych danych.
offices-audit-lead-all = Zdarzenia z całej instalacji: wszystkich urzędów i kont.
offices-show = Pokaż
offices-remove = Usuń
offices-from = Od dnia
offices-to = Do dnia
offices-reason = Powód
offices-data-saved = Dane urzędu zapisane.
offices-data-group-name = Nazwa
offices-data-group-contact = Adres i kontakt
offices-data-group-texts = Teksty dla mieszkańców
offices-data-delivery-hint = Zaczyna się od AE:PL-.
offices-data-account-hint = 26 cyfr. Na ten rachunek mieszkańcy wpłacają opłaty skarbowe.
offices-data-easy-hint = Krótkie zdania, proste słowa, jedna myśl w jednym wierszu. Wymaga tego ustawa z 19 lipca 2019 r. o zapewnianiu dostępności.
offices-data-deaf-hint = SMS, e-mail, wideorozmowa, tłumacz języka migowego i na ile dni wcześniej go zamówić.
offices-data-rodo-hint = Imię, nazwisko, e-mail lub telefon.
offices-data-access-contact-hint = Kto odpowiada na uwagi o dostępności. Gdy puste, podamy e-mail urzędu.
offices-data-access-note-hint = Jedna rzecz w jednym wierszu, na przykład „Skany starszych uchwał nie mają tekstu”.
offices-field-time = Podaj obie godziny, na przykład 7:30 i 15:30.
offices-monday = poniedziałek
offices-tuesday = wtorek
offices-wednesday = środa
offices-thursday = czwartek
offices-friday = piątek
offices-saturday = sobota
offices-sunday = niedziela

# Komórki
offices-units-lead = Z komórek urzędu powstają znaki spraw i to, kto widzi czyje sprawy.
offices-units-none = Nie ma jeszcze żadnej komórki
offices-units-none-text = Dodaj pierwszą albo zaimportuj wszystkie z pliku CSV.
offices-units-other-title = Komórki zakończone i przyszłe
offices-unit-add = Dodaj komórkę
offices-unit-add-below = Dodaj komórkę podległą tej
offices-unit-added = Komórka dodana.
offices-unit-saved = Komórka zapisana.
offices-unit-code = Symbol
offices-unit-code-hint = Stoi na początku znaku sprawy. Litery i cyfry, na przykład OR albo GK; łącznik tylko przed symbolem sekcji: GK-A. W jednym roku symbol oznacza jedną komórkę.
offices-unit-name = Nazwa komórki
offices-unit-parent = Komórka nadrzędna
offices-unit-top = (żadna, komórka najwyższego poziomu)
offices-unit-period = Kiedy działa
offices-unit-period-hint = Bez daty końcowej działa bezterminowo. Zakończoną komórkę nadal widać w starych sprawach.
offices-unit-until = do { $day }
offices-import-short = Import z CSV

# Osoby
offices-people-filters = Filtry listy osób
offices-people-search = Nazwisko, e-mail lub stanowisko
offices-people-any-unit = wszystkie komórki
offices-people-any-role = wszystkie role
offices-people-when = Kiedy
offices-people-now = obecnie i w przyszłości
offices-people-all = także dawniej
offices-people-table = Osoby pracujące w urzędzie
offices-people-none = Nikt nie pasuje do filtrów
offices-people-none-text = Zmień filtry albo dodaj osobę.
offices-person = Osoba
offices-person-unit = Komórka
offices-person-position = Stanowisko
offices-person-position-hint = Wpisz nazwę. Jeśli takiego stanowiska nie ma, powstanie.
offices-person-positions = Stanowiska, które już są
offices-person-role = Rola
offices-person-roles = Role
offices-person-period = Okres
offices-person-future = jeszcze nie zaczęła się
offices-person-past = zakończona
offices-person-add = Dodaj osobę
offices-person-add-send = Dodaj i zaproś
offices-person-add-lead = Wyślemy zaproszenie e-mailem. Osoba sama ustawi hasło.
offices-person-added = Osoba dodana, zaproszenie wysłane.
offices-person-saved = Zmiany zapisane.
offices-person-ended = Praca w komórce zakończona.
offices-person-email = E-mail
offices-person-email-hint = Jeśli ktoś ma już konto z tym adresem, dodamy to konto.
offices-person-names = Imię i nazwisko
offices-person-given = Imię
offices-person-family = Nazwisko
offices-person-last = Ostatni dzień
offices-person-end = Zakończ pracę w komórce
offices-person-end-title = Zakończyć pracę: { $name }?
offices-person-end-text = Po tym dniu ta osoba nie wejdzie na biurko urzędu. To, co zrobiła, zostanie w sprawach.
offices-positions-title = Stanowiska
offices-positions-lead = Nazwy stanowisk, które stoją przy osobach i w metrykach spraw.
offices-positions-none = Nie ma jeszcze żadnego stanowiska
offices-position-add = Dodaj stanowisko
offices-position-name = Nazwa stanowiska
offices-position-rename = Zmień nazwę
offices-position-added = Stanowisko dodane.
offices-position-saved = Nazwa stanowiska zapisana.
offices-substitutions-title = Zastępstwa
offices-substitutions-lead = Zastępca widzi sprawy osoby nieobecnej i ma jej role, oprócz roli administratora.
offices-substitutions-table = Zastępstwa trwające i przyszłe
offices-substitutions-none = Nie ma zastępstw
offices-substitution-absent = Kto jest nieobecny
offices-substitution-substitute = Kto zastępuje
offices-substitution-state = Stan
offices-substitution-now = trwa
offices-substitution-ahead = zaplanowane
offices-substitution-add = Dodaj zastępstwo
offices-substitution-added = Zastępstwo dodane.
offices-substitution-end = Zakończ
offices-substitution-end-title = Zakończyć zastępstwo?
offices-substitution-end-text = { $name } od razu przestanie widzieć sprawy osoby zastępowanej.
offices-substitution-ended = Zastępstwo zakończone.

# Punkty obsługi
offices-points-lead = Miejsca, w których urząd przyjmuje ludzi, z godzinami otwarcia.
offices-point-add = Dodaj punkt obsługi
offices-point-added = Punkt dodany. Teraz podaj godziny otwarcia.
offices-point-saved = Punkt obsługi zapisany.
offices-point-main = siedziba
offices-point-name = Nazwa punktu
offices-point-place = Miejsce i dostępność
offices-point-directions = Jak dojechać i wejść
offices-point-directions-hint = Przystanek, parking, wejście, winda, piętro.
offices-point-step-free = Wejście bez stopni
offices-point-not-step-free = Do wejścia prowadzą stopnie.
offices-point-loop = Pętla indukcyjna
offices-point-no-loop = Nie ma pętli indukcyjnej.
offices-point-closed = Punkt nieczynny na stałe
offices-point-hours-text = Zostaw puste pola w dni, w które punkt jest zamknięty. W święta ustawowe pokażemy, że jest nieczynny.
offices-point-opens = Od godziny
offices-point-closes = Do godziny
offices-point-save-hours = Zapisz godziny
offices-point-exceptions = Dni inne niż zwykle
offices-point-exceptions-text = Na przykład dzień skrócony, zamknięcie z powodu remontu albo otwarta sobota.
offices-point-no-exceptions = Nie ma takich dni
offices-point-add-exception = Dodaj dzień
offices-point-exception-hint = Zostaw puste, jeśli punkt będzie zamknięty cały dzień.
offices-point-note = Powód
offices-point-note-hint = Zobaczą go mieszkańcy, na przykład „Inwentaryzacja”.

# Import
offices-import-title = Import z CSV
offices-import-lead = Wczytaj komórki albo osoby z arkusza. Najpierw zobaczysz, co się zmieni.
offices-import-units = Import komórek
offices-import-units-text = Kolumny: symbol, nazwa, komórka nadrzędna, od, do. Puste daty zostają bez zmian; pusta komórka nadrzędna oznacza najwyższy poziom.
offices-import-units-file = komorki.csv
offices-import-people = Import osób
offices-import-people-text = Kolumny: e-mail, imię, nazwisko, komórka, stanowisko, role, od, do. Nowe osoby dostaną zaproszenie e-mailem.
offices-import-people-file = osoby.csv
offices-import-file = Plik CSV
offices-import-file-hint = Rozdzielony przecinkami lub średnikami, UTF-8 albo Windows-1250. Do 5000 wierszy.
offices-import-no-file = Wybierz plik.
offices-import-preview = Pokaż, co się zmieni
offices-import-preview-title = Podgląd
offices-import-template = Pobierz wzór
offices-import-file-name = Plik: { $file }
offices-import-cannot = Nie możemy wczytać tego pliku
offices-import-other = Wybierz inny plik
offices-import-new = Nowe
offices-import-changes = Zmienione
offices-import-same = Bez zmian
offices-import-errors = Błędy
offices-import-rows = Wiersze pliku: najpierw błędy, potem zmiany
offices-import-line = Wiersz
offices-import-what = Czego dotyczy
offices-import-op = Co się stanie
offices-import-details = Szczegóły
offices-import-op-new = nowe
offices-import-op-changed = zmiana
offices-import-op-same = bez zmian
offices-import-op-error = błąd
offices-import-nothing = Plik niczego nie zmienia
offices-import-nothing-text = Wszystko, co jest w pliku, jest już w urzędzie.
offices-import-fix-text = Nic nie zostało zapisane. Popraw wskazane wiersze w pliku i wczytaj go ponownie.
offices-import-applied = Import zakończony. Wszystkie zmiany są zapisane.
offices-import-shortened = Każdego rodzaju wierszy pokazujemy najwyżej { $n }.

# Operator
offices-operator-title = Instalacja
offices-operator-home = Przegląd
offices-operator-claims = Zgłoszenia urzędów
offices-operator-offices = Urzędy
offices-operator-people = Konta osób
offices-operator-waiting = Zgłoszenia do decyzji
offices-operator-suspended = wstrzymane: { $n }
offices-operator-search = Nazwa, adres lub kod TERYT
offices-operator-kind = Rodzaj
offices-operator-slug = Nazwa w adresie
offices-operator-slug-hint = Małe litery, cyfry i łączniki. Gdy puste, powstanie z nazwy urzędu.
offices-operator-since = Od kiedy
offices-operator-found = Załóż urząd
offices-operator-found-gmina = Urząd gminy lub miasta zakłada się przez zgłoszenie z katalogu. Tutaj założysz inny urząd.
offices-operator-founded = Urząd założony. Administrator dostał zaproszenie.
offices-operator-first = Pierwszy administrator
offices-operator-first-hint = Dostanie zaproszenie e-mailem i ustawi urząd.
offices-claims-all = Wszystkie
offices-claims-none = Nie ma tu zgłoszeń
offices-claim-when = Kiedy
offices-claim-state = Stan
offices-claim-no-file = Nie dołączono upoważnienia.
offices-claim-own-domain = Adres e-mail wygląda na służbowy adres tego urzędu. Mimo to upewnij się, na przykład telefonicznie, że zgłasza go osoba uprawniona.
offices-claim-foreign-domain = Adres e-mail nie wygląda na służbowy adres tego urzędu. Potwierdź zgłoszenie telefonicznie pod numerem z oficjalnej strony urzędu.
offices-claim-decision = Decyzja
offices-claim-reason-hint = Podaj go przy przyjęciu i przy odrzuceniu. Zobaczy go osoba, która zgłosiła urząd.
offices-claim-approve = Przyjmij i załóż urząd
offices-claim-refuse = Odrzuć
offices-claim-approved-done = Zgłoszenie przyjęte, urząd założony.
offices-claim-refused-done = Zgłoszenie odrzucone.
offices-status-active = działa
offices-status-suspended = wstrzymany
offices-status-suspend = Wstrzymaj urząd
offices-status-suspend-title = Wstrzymać urząd: { $office }?
offices-status-suspend-text = Nikt nie wejdzie na biurko ani nie złoży wniosku. Niczego nie usuwamy; urząd można wznowić.
offices-status-resume = Wznów urząd
offices-status-reason-hint = Zapisze się w dzienniku zdarzeń.
offices-status-suspended-done = Urząd wstrzymany.
offices-status-resumed-done = Urząd znowu działa.

# Strona urzędu
offices-site-lead = Czego szukasz? Zapytaj własnymi słowami.
offices-site-search = Jaką sprawę chcesz załatwić?
offices-site-search-hint = Na przykład: „zgubiłem dowód”, „wycinka drzewa”, „ślub”.
offices-site-points = Punkty obsługi
offices-site-easy = Co robi urząd: tekst łatwy do czytania
offices-site-today-title = Urząd dzisiaj
offices-site-today = Dzisiaj od { $from } do { $to }
offices-site-open = Teraz otwarte
offices-site-opens-later = Jeszcze zamknięte
offices-site-closed-already = Dzisiaj już zamknięte
offices-site-closed-today = Dzisiaj zamknięte
offices-site-closed = zamknięte
offices-site-next = Najbliższe otwarcie:
offices-site-hours-unknown = Urząd nie podał jeszcze godzin otwarcia.
offices-site-hours = Godziny otwarcia
offices-site-hours-of = Godziny otwarcia: { $point }
offices-site-day = Dzień
offices-site-holidays = W święta ustawowe zamknięte.
offices-site-exceptions = Dni inne niż zwykle
offices-site-contact = Kontakt
offices-site-contact-more = Wszystkie punkty i godziny
offices-site-address = Adres
offices-site-deaf-unknown = Urząd nie podał jeszcze osobnego kontaktu. Napisz e-mail albo przyjdź z osobą przybraną.
offices-site-deaf-law = Możesz skorzystać z tłumacza PJM, SJM lub SKOGN. Zgłoś to co najmniej 3 dni robocze wcześniej (ustawa z 19 sierpnia 2011 r. o języku migowym).
offices-site-write = Złóż wniosek lub napisz do urzędu
offices-site-units = Komórki urzędu
offices-site-units-text = Przy komórkach podajemy osoby, które nimi kierują.
offices-site-no-units = Urząd nie podał jeszcze swoich komórek
offices-site-rodo = Ochrona danych osobowych
offices-site-rodo-text = Administratorem danych, które podajesz w sprawach, jest { $office }.

# Deklaracja dostępności
offices-statement-title = Deklaracja dostępności
offices-statement-duty = { $office } zapewnia dostępność strony internetowej { $site } zgodnie z ustawą z 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych.
offices-statement-published = Data publikacji strony
offices-statement-updated = Data ostatniej istotnej aktualizacji
offices-statement-state = Stan zgodności
offices-statement-state-text = Strona jest zbudowana zgodnie z WCAG 2.1 na poziomie AA. Każdą podstronę sprawdzamy automatycznie przy każdej zmianie programu.
offices-statement-not = Co nie jest dostępne:
offices-statement-keys = Klawiatura i wygląd
offices-statement-keys-text = Wszystko działa z klawiatury i bez JavaScriptu. W górnym pasku zmienisz wielkość tekstu, kolory i kontrast.
offices-statement-contact = Uwagi i prośby
offices-statement-contact-text = Napisz lub zadzwoń, jeśli coś jest niedostępne. Odpowiemy najpóźniej w 7 dni, a jeśli to niemożliwe, podamy nowy termin, nie dłuższy niż 2 miesiące.
offices-statement-complaint = Skarga
offices-statement-complaint-text = Gdy odmówimy zapewnienia dostępności, możesz złożyć skargę. Potem możesz zawiadomić Rzecznika Praw Obywatelskich (www.rpo.gov.pl).
offices-statement-buildings = Dostępność budynków
offices-statement-dog = Możesz wejść z psem asystującym.
offices-installation-access-lead = Ta deklaracja dotyczy wspólnych stron serwisu { $site }. Każdy urząd ma też własną deklarację.
offices-installation-access-contact = Uwagi o stronach urzędu zgłaszaj temu urzędowi; kontakt jest w jego deklaracji. O stronach wspólnych napisz do operatora serwisu.

# Strony wspólne
offices-privacy-title = Ochrona danych
offices-privacy-who = Kto odpowiada za dane
offices-privacy-who-text = Za dane w sprawie odpowiada urząd, który ją prowadzi. Za konto odpowiada operator serwisu.
offices-privacy-what = Jakie dane i po co
offices-privacy-what-text = Do konta: imię, nazwisko i e-mail. Do sprawy: to, co wpiszesz we wniosku, bo wymaga tego przepis podany przy usłudze.
offices-privacy-rights = Twoje prawa
offices-privacy-rights-text = W ustawieniach konta pobierzesz swoje dane i usuniesz konto. O poprawienie danych w sprawie poproś urząd. Możesz złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych.
offices-privacy-keep = Jak długo
offices-privacy-keep-text = Akta spraw urząd przechowuje tak długo, jak nakazują przepisy archiwalne, także po usunięciu konta. Dziennik zdarzeń przechowujemy co najmniej 2 lata.
offices-privacy-cookies = Pliki cookie
offices-privacy-cookies-text = Używamy tylko niezbędnych: do zalogowania i do zapamiętania wyglądu. Nie śledzimy i nie pokazujemy reklam.
offices-about-title = O systemie
offices-about-lead = SZPON to System Zdalnej Pracy i Nauki: jeden program, w którym urząd obsługuje mieszkańców i prowadzi sprawy.
offices-about-free = Za darmo dla urzędów
offices-about-free-text = Każdy urząd może pracować tu bez opłat. Urzędy korzystają ze wspólnej instalacji, ale nie widzą swoich danych nawzajem.
offices-about-open = Otwarty program
offices-about-open-text = Kod jest otwarty na licencji EUPL 1.2. Inne systemy mogą korzystać z interfejsu API.
offices-about-directory = Wykaz gmin pochodzi z rejestru TERYT (stan: { $day }).
offices-about-api = Opis interfejsu API
offices-help-title = Pomoc
offices-help-citizen = Dla mieszkańców
offices-help-account = Czy muszę mieć konto?
offices-help-account-text = Nie. Wniosek wyślesz bez konta: potwierdzisz tylko swój adres e-mail. Z kontem zobaczysz wszystkie sprawy w jednym miejscu.
offices-help-find = Jak znaleźć właściwą usługę?
offices-help-find-text = Wejdź na stronę swojego urzędu i zapytaj własnymi słowami, na przykład „zgubiłem dowód”.
offices-help-term = Jak długo urząd może załatwiać sprawę?
offices-help-term-text = Termin podajemy przy każdej usłudze i w Twojej sprawie. Jeśli urząd go nie dotrzyma, musi podać powód i nowy termin.
offices-help-not-here = Mojego urzędu tu nie ma
offices-help-not-here-text = Wyszukaj gminę. Na jej stronie napiszemy, że urząd jeszcze tu nie pracuje. Sprawę załatwisz wtedy bezpośrednio w urzędzie.
offices-help-office = Dla urzędów
offices-help-join = Jak poprowadzić tu swój urząd?
offices-help-join-text = Załóż konto, wyszukaj gminę i wybierz „Poprowadź ten urząd tutaj”. Po decyzji operatora ustawisz komórki, osoby, usługi i wykaz akt.
offices-help-cost = Ile to kosztuje?
offices-help-cost-text = Nic.
offices-help-import = Czy muszę wpisywać wszystkich ręcznie?
offices-help-import-text = Nie. Komórki i osoby wczytasz z pliku CSV. Najpierw zobaczysz, co się zmieni, a błędy wskażemy wiersz po wierszu.
offices-units-other = { $n ->
    [one] { $n } komórka zakończona lub przyszła
    [few] { $n } komórki zakończone lub przyszłe
   *[many] { $n } komórek zakończonych lub przyszłych
 }
offices-unit-people = { $n ->
    [one] { $n } osoba
    [few] { $n } osoby
   *[many] { $n } osób
 }
offices-people-total = { $n ->
    [one] { $n } osoba
    [few] { $n } osoby
   *[many] { $n } osób
 }
offices-import-fix = { $n ->
    [one] { $n } wiersz zawiera błąd
    [few] { $n } wiersze zawierają błędy
   *[many] { $n } wierszy zawiera błędy
 }
offices-import-confirm = { $n ->
    [one] Zapisz { $n } zmianę
    [few] Zapisz { $n } zmiany
   *[many] Zapisz { $n } zmian
 }
offices-operator-decide = { $n ->
    [one] { $n } zgłoszenie czeka na decyzję.
    [few] { $n } zgłoszenia czekają na decyzję.
   *[many] { $n } zgłoszeń czeka na decyzję.
 }

# Dziennik zdarzeń
audit-office-founded = Założono urząd
audit-office-changed = Zmieniono dane urzędu
audit-office-suspended = Wstrzymano urząd
audit-office-resumed = Wznowiono urząd
audit-unit-added = Dodano komórkę
audit-unit-changed = Zmieniono komórkę
audit-position-added = Dodano stanowisko
audit-position-renamed = Zmieniono nazwę stanowiska
audit-member-added = Dodano osobę do urzędu
audit-member-changed = Zmieniono zatrudnienie lub role osoby
audit-substitution-added = Dodano zastępstwo
audit-substitution-ended = Zakończono zastępstwo
audit-point-added = Dodano punkt obsługi
audit-point-changed = Zmieniono punkt obsługi
audit-hours-set = Ustawiono godziny otwarcia
audit-hours-exception = Dodano dzień inny niż zwykle
audit-hours-exception-removed = Usunięto dzień inny niż zwykle
audit-claim-made = Zgłoszono urząd
audit-claim-decided = Rozpatrzono zgłoszenie urzędu
audit-import-applied = Zaimportowano dane z pliku CSV
audit-object-office = urząd
audit-object-unit = komórka
audit-object-position = stanowisko
audit-object-member = osoba w urzędzie
audit-object-substitution = zastępstwo
audit-object-point = punkt obsługi
audit-object-hours = godziny otwarcia
audit-object-claim = zgłoszenie urzędu
audit-object-import = import
audit-detail-parent = komórka nadrzędna
audit-detail-closed = zamknięty
audit-detail-teryt = kod TERYT
audit-detail-kind = rodzaj
audit-detail-file = plik
audit-detail-new = nowe
audit-detail-changed = zmienione
audit-detail-unchanged = bez zmian
audit-detail-absent = zastępowana osoba
audit-detail-substitute = zastępca
audit-detail-name-en = nazwa po angielsku
audit-detail-street = ulica i numer
audit-detail-postal-code = kod pocztowy
audit-detail-town = miejscowość
audit-detail-email = e-mail
audit-detail-phone = telefon
audit-detail-website = strona internetowa
audit-detail-delivery-address = adres do doręczeń elektronicznych
audit-detail-easy-text = tekst łatwy do czytania
audit-detail-easy-text-en = tekst łatwy do czytania po angielsku
audit-detail-deaf-contact = kontakt dla osób głuchych
audit-detail-tax-account = rachunek do opłat
audit-detail-rodo-contact = inspektor ochrony danych
audit-detail-accessibility-contact = kontakt w sprawie dostępności
audit-detail-accessibility-note = co nie jest dostępne
offices-operator-well = Wszystko działa
offices-operator-attention = { $n ->
    [one] { $n } rzecz wymaga uwagi
    [few] { $n } rzeczy wymagają uwagi
   *[many] { $n } rzeczy wymaga uwagi
  }
offices-operator-at-work = Urzędy przy pracy
offices-operator-sent = Wysłane wnioski
offices-operator-days = ostatnie { $n } dni
offices-operator-sent-days = Wnioski w { $n } dni
offices-operator-last = Ostatnie zdarzenia
offices-jobs = Zadania w tle
offices-jobs-lead = E-maile, powiadomienia systemów i porządki wykonują się w tle. Tu są te, których mimo powtórzeń nie udało się wykonać.
offices-jobs-failed = { $n ->
    [one] Nie udało się wykonać { $n } zadania w tle, na przykład wysłać e-maila.
   *[other] Nie udało się wykonać { $n } zadań w tle, na przykład wysłać e-maili.
  }
offices-jobs-see = Zobacz zadania
offices-jobs-late = { $n ->
    [one] { $n } zadanie czeka dłużej niż 10 minut. Sprawdź, czy program ma dość mocy i miejsca.
    [few] { $n } zadania czekają dłużej niż 10 minut. Sprawdź, czy program ma dość mocy i miejsca.
   *[many] { $n } zadań czeka dłużej niż 10 minut. Sprawdź, czy program ma dość mocy i miejsca.
  }
offices-jobs-late-short = opóźnione: { $n }
offices-jobs-on-time = na bieżąco
offices-jobs-failed-short = Zadania nieudane
offices-jobs-none-failed = Wszystkie zadania się powiodły
offices-jobs-none-text = Wszystkie e-maile i powiadomienia wychodzą na bieżąco.
offices-jobs-count = nieudane: { $n }
offices-jobs-due = Do wykonania teraz
offices-job-what = Zadanie
offices-job-error = Co poszło źle
offices-job-tries = Próby
offices-job-since = Od kiedy
offices-job-do = Czynności
offices-job-again = Ponów
offices-job-remove = Odłóż
offices-job-revived = Zadanie wróciło do kolejki.
offices-job-removed = Zadanie usunięte z listy.
offices-job-mail-send = Wysłanie e-maila
offices-job-hooks-post = Powiadomienie innego systemu
offices-job-letters-overrun = Przygotowanie zawiadomień o przekroczeniu terminu
offices-job-identity-tidy = Porządki w kontach
offices-job-services-drafts-expire = Usuwanie starych wersji roboczych
offices-job-audit-retention = Usuwanie starych wpisów dziennika
offices-backup-never = Nie zrobiono jeszcze kopii zapasowej. Zrobi ją polecenie
offices-backup-old = Ostatnia kopia zapasowa jest z dnia
offices-backup-none = jeszcze żadnej
offices-system = Stan systemu
offices-system-queue = Kolejka zadań
offices-system-waiting = Zadania czekające
offices-system-backup = Ostatnia kopia zapasowa
offices-system-database = Baza danych
offices-system-version = Wersja programu
offices-system-ready = Gotowość (dla monitoringu)
offices-system-metrics = Metryki Prometheus
offices-system-api = Opis interfejsu API
offices-site-point = Punkt
offices-site-now = Dzisiaj
offices-site-tomorrow = jutro
offices-site-asked-label = Często szukane:
