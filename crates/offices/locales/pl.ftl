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
