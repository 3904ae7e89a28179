# Konto: zasady i usterki
identity-name-signs = Wpisz imię lub nazwisko literami, bez znaków < > @ / \.
identity-email-taken = Ten adres ma już konto.
identity-email-same = To jest Twój obecny adres. Wpisz inny.
identity-password-short = Hasło ma { $given ->
    [one] { $given } znak
    [few] { $given } znaki
   *[many] { $given } znaków
 }, a potrzeba co najmniej { $min }. Najłatwiej dodać kolejne słowo.
identity-password-long = Hasło może mieć najwyżej { $max ->
    [one] { $max } znak
    [few] { $max } znaki
   *[many] { $max } znaków
 }.
identity-password-common = To hasło jest zbyt popularne i łatwo je odgadnąć. Wymyśl własne, na przykład z czterech niezwiązanych ze sobą słów.
identity-password-own = Hasło nie może zawierać Twojego imienia, nazwiska ani adresu e-mail.
identity-password-wrong = To nie jest Twoje obecne hasło.
identity-password-not-chosen = To nie jest hasło wybrane przy zakładaniu konta.
identity-sign-in-wrong = Adres e-mail i hasło do siebie nie pasują. Sprawdź oba albo ustaw nowe hasło.
identity-sign-in-late = Na kod czekamy 10 minut od podania hasła. Zaloguj się jeszcze raz.
identity-too-many = Za dużo prób. Spróbuj ponownie za { $minutes ->
    [one] { $minutes } minutę
    [few] { $minutes } minuty
   *[many] { $minutes } minut
 }.
identity-code-wrong = Ten kod nie pasuje albo został już użyty. Poczekaj na następny i przepisz go z aplikacji.
identity-totp-on-already = Logowanie dwuetapowe jest już włączone.
identity-totp-not-begun = Zacznij od początku: włączanie logowania dwuetapowego zostało przerwane.
identity-last-operator = Jesteś jedynym operatorem tej instalacji, dlatego nie możesz usunąć konta. Najpierw wyznacz drugiego operatora.
identity-token-no-scope = Zaznacz co najmniej jedno uprawnienie.
identity-token-name-taken = Masz już token o tej nazwie. Wybierz inną.
identity-token-too-many = Masz już 100 tokenów. Unieważnij te, których nie używasz.

# Logowanie
identity-sign-in-title = Logowanie
identity-sign-in = Zaloguj się
identity-email-label = Adres e-mail
identity-password = Hasło
identity-forgot = Nie pamiętasz hasła?
identity-no-account = Nie masz konta?
identity-no-account-text = Z kontem zobaczysz swoje sprawy w jednym miejscu. Wniosek do urzędu wyślesz też bez niego.
identity-register = Załóż konto
identity-sign-in-kept-title = Twój tekst jest zachowany
identity-sign-in-kept = Twoja sesja wygasła, zanim formularz do nas dotarł. Zaloguj się, a od razu go wyślesz.
identity-signed-out = Wylogowano.
identity-demo = Konta demonstracyjne
identity-demo-text = To jest wersja demonstracyjna, a osoby są zmyślone. Wybierz jedną z nich, a formularz sam się wypełni.
identity-demo-person = Osoba
identity-demo-role = Rola
identity-demo-password = Hasło wszystkich kont:
identity-demo-mail = To wersja demonstracyjna: otwórz skrzynkę pokazową
identity-demo-code = Wersja demonstracyjna: teraz pasuje kod { $code }.
identity-code-title = Podaj kod
identity-code-lead = Hasło się zgadza. To konto ma logowanie dwuetapowe.
identity-code = Kod
identity-code-hint = Sześć cyfr z aplikacji w telefonie albo jeden z kodów zapasowych.
identity-code-back = Wróć do logowania
identity-resumed-title = Twój tekst jest zachowany
identity-resumed-text = Zalogowano. Formularz nie został jeszcze wysłany. Wyślij go teraz jednym przyciskiem.
identity-resumed-button = Wyślij formularz
identity-resumed-leave = Nie wysyłaj
identity-resumed-what = Zachowany tekst

# Zakładanie konta
identity-register-title = Załóż konto
identity-register-lead = Konto jest bezpłatne. Potrzebujesz tylko adresu e-mail.
identity-given-name = Imię
identity-family-name = Nazwisko
identity-email-hint = Wyślemy na niego link, którym potwierdzisz adres.
identity-password-hint = Co najmniej { $min } znaków. Dobre hasło to na przykład kilka słów ze spacjami. Cyfry i znaki specjalne nie są wymagane.
identity-register-privacy = Dane służą do prowadzenia konta i Twoich spraw.
identity-have-account = Masz już konto?
identity-sent-title = Sprawdź pocztę
identity-register-sent = Wysłaliśmy wiadomość na podany adres. Kliknij w niej link, żeby dokończyć zakładanie konta. Działa przez dobę.
identity-sent-not-there = Nie ma wiadomości? Zajrzyj do folderu ze spamem i sprawdź, czy adres jest poprawny.
identity-sent-again = Spróbuj jeszcze raz
identity-verify-title = Dokończ zakładanie konta
identity-verify-lead = Potwierdzasz adres { $email }.
identity-verify-hint = To, które wybrano przy zakładaniu konta.
identity-verify-button = Potwierdź i zaloguj się
identity-verify-forgot = Zacznij od nowa
identity-welcome = Adres potwierdzony, konto jest gotowe.
identity-verify-new-title = Potwierdź nowy adres
identity-verify-new-lead = Od tej chwili będziesz logować się adresem { $email } i na niego dostawać wiadomości.
identity-verify-new-button = Potwierdź adres

# Nowe hasło
identity-reset-title = Nowe hasło
identity-reset-lead = Podaj adres e-mail swojego konta. Wyślemy link, którym ustawisz nowe hasło.
identity-reset-send = Wyślij link
identity-reset-sent = Jeśli ten adres ma konto, za chwilę przyjdzie na niego wiadomość z linkiem. Działa przez godzinę.
identity-reset-new-title = Ustaw nowe hasło
identity-reset-new-lead = Nowe hasło do konta { $email }. Po zapisaniu wylogujemy Cię na wszystkich urządzeniach.
identity-reset-done = Nowe hasło zapisane. Możesz się zalogować.
identity-invited-title = Ustaw hasło do konta
identity-invited-lead = Konto dla adresu { $email } już czeka. Ustaw hasło, a potem się zaloguj.
identity-password-new = Nowe hasło
identity-password-save = Zapisz hasło

# Moje konto
identity-account = Moje konto
identity-data = Dane osoby
identity-name = Imię i nazwisko
identity-language = Język
identity-language-pl = polski
identity-language-en = angielski
identity-language-hint = Język stron i wiadomości e-mail.
identity-since = Konto od
identity-signing-in = Logowanie
identity-password-set = ustawione
identity-on = włączone
identity-off = wyłączone
identity-rights = Twoje prawa do danych
identity-rights-text = Możesz wziąć kopię swoich danych albo usunąć konto.
identity-save = Zapisz zmiany
identity-not-done = Nie udało się
identity-data-saved = Dane zapisane.
identity-email = Adres e-mail
identity-email-now = Obecny adres: { $email }.
identity-email-new = Nowy adres e-mail
identity-email-new-hint = Stary adres działa, dopóki nie potwierdzisz nowego.
identity-email-send = Wyślij link potwierdzający
identity-email-sent = Wysłaliśmy wiadomość na nowy adres. Kliknij w niej link, żeby go potwierdzić.
identity-email-changed = Adres e-mail zmieniony.
identity-password-lead = Po zmianie hasła wylogujemy Cię na pozostałych urządzeniach.
identity-password-current = Obecne hasło
identity-password-current-why = Pytamy, żeby nikt inny nie zrobił tego za Ciebie.
identity-password-changed = Hasło zmienione. Na innych urządzeniach trzeba zalogować się ponownie.

# Logowanie dwuetapowe
identity-two-step = Logowanie dwuetapowe
identity-totp-lead = Oprócz hasła podajesz kod z aplikacji w telefonie. Samo odgadnięte hasło nie wystarczy, żeby wejść na konto.
identity-totp-what = Potrzebujesz aplikacji, która pokazuje kody, na przykład FreeOTP, Aegis, Google Authenticator albo Microsoft Authenticator.
identity-totp-begin = Włącz logowanie dwuetapowe
identity-totp-step-app = 1. Dodaj konto w aplikacji
identity-totp-step-app-text = Zeskanuj obrazek aplikacją w telefonie.
identity-totp-qr = Kod QR z sekretem dla aplikacji. Ten sam sekret jest poniżej jako tekst.
identity-totp-open = Otwórz w aplikacji na tym urządzeniu
identity-totp-by-hand = Nie możesz zeskanować? Wpisz w aplikacji ten sekret:
identity-totp-step-code = 2. Przepisz kod z aplikacji
identity-totp-code-hint = Sześć cyfr. Kod zmienia się co 30 sekund.
identity-totp-confirm = Sprawdź kod i włącz
identity-totp-cancel = Nie włączaj
identity-totp-is-on = Logowanie dwuetapowe jest włączone.
identity-totp-turn-off = Wyłącz
identity-totp-off-done = Logowanie dwuetapowe jest wyłączone.
identity-totp-lost = Co zrobić, gdy zgubisz telefon?
identity-totp-lost-text = Zaloguj się kodem zapasowym, wyłącz logowanie dwuetapowe i włącz je ponownie na nowym telefonie. Bez telefonu i bez kodów zapasowych nie da się wejść na konto.
identity-codes-left = Niewykorzystane kody zapasowe: { $left }.
identity-codes-few = Pozostało { $left ->
    [0] zero kodów zapasowych
    [one] { $left } kod zapasowy
    [few] { $left } kody zapasowe
   *[many] { $left } kodów zapasowych
 }. Weź nowe, żeby nie stracić dostępu do konta.
identity-codes-new = Weź nowe kody zapasowe
identity-codes-title = Kody zapasowe
identity-codes-lead = Każdy z nich zastąpi raz kod z aplikacji, gdy nie masz przy sobie telefonu. Wcześniejsze kody już nie działają.
identity-codes-once = Pokazujemy je tylko teraz. Wydrukuj je albo zapisz w bezpiecznym miejscu.
identity-codes-line = Wszystkie kody w jednym wierszu, do skopiowania
identity-codes-done = Kody są zapisane

# Sesje
identity-sessions = Zalogowane urządzenia
identity-sessions-lead = Jeśli któregoś nie poznajesz, wyloguj je i zmień hasło.
identity-sessions-count = { $count ->
    [one] { $count } urządzenie
    [few] { $count } urządzenia
   *[many] { $count } urządzeń
 }
identity-session-device = Urządzenie
identity-session-here = to urządzenie
identity-session-unknown = nieznane urządzenie
identity-session-seen = Ostatnio używane
identity-session-since = Zalogowane
identity-session-address = Adres sieciowy
identity-session-end = Wyloguj
identity-session-ended = Urządzenie wylogowane.
identity-sessions-end-others = Wyloguj pozostałe urządzenia
identity-sessions-end-others-ask = Wylogować wszystkie urządzenia oprócz tego?
identity-sessions-end-others-text = Niewysłane formularze na tamtych urządzeniach trzeba będzie wysłać po ponownym zalogowaniu.
identity-sessions-ended = Pozostałe urządzenia są wylogowane.

# Tokeny API
identity-tokens = Tokeny API
identity-tokens-lead = Token pozwala programowi działać w Twoim imieniu przez interfejs JSON, tylko w wybranym zakresie.
identity-tokens-count = { $count ->
    [0] brak
    [one] { $count } token
    [few] { $count } tokeny
   *[many] { $count } tokenów
 }
identity-tokens-none = Nie masz tokenów
identity-tokens-none-text = Utwórz token, gdy inny program ma korzystać z Twoich danych. Do zwykłej pracy w przeglądarce nie jest potrzebny.
identity-token-new = Nowy token
identity-token-name = Nazwa
identity-token-name-hint = Do czego służy, na przykład „obieg dokumentów”. Widać ją w dzienniku zdarzeń.
identity-token-may = Uprawnienia
identity-token-scopes = Co może robić program?
identity-token-until = Ważny do
identity-token-never = bezterminowo
identity-token-used = Ostatnio użyty
identity-token-unused = jeszcze nieużyty
identity-token-expired = wygasł
identity-token-office = Tylko w urzędzie
identity-token-office-hint = Bez wyboru token działa we wszystkich urzędach, w których pracujesz.
identity-token-life = Jak długo ma działać?
identity-token-days = { $days ->
    [one] { $days } dzień
    [few] { $days } dni
   *[many] { $days } dni
 }
identity-token-create = Utwórz token
identity-token-created = Token utworzony
identity-token-once = Pokazujemy go tylko teraz. Skopiuj go i przechowuj jak hasło.
identity-token-how = Program dołącza go do każdego zapytania w takim nagłówku:
identity-token-done = Token jest zapisany
identity-token-end = Unieważnij
identity-token-end-ask = Unieważnić token „{ $name }”?
identity-token-end-text = Program, który go używa, od razu straci dostęp. Tego nie da się cofnąć.
identity-token-ended = Token unieważniony.
identity-scope-cases-read = Czytanie spraw i ich metryk
identity-scope-cases-write = Zakładanie i zmienianie spraw
identity-scope-learning-read = Czytanie kursów, uczestników i postępów
identity-scope-learning-write = Zapisywanie osób na kursy
identity-scope-hooks-write = Powiadamianie innych systemów o zdarzeniach
identity-scope-office-admin = Administrowanie urzędem

# Kopia danych i usunięcie konta
identity-export = Kopia moich danych
identity-export-lead = Pobierz wszystko, co system o Tobie przechowuje (art. 15 i 20 RODO).
identity-export-text = Plik JSON otworzysz w przeglądarce lub edytorze tekstu. Są w nim dane konta, zalogowane urządzenia, tokeny, wnioski i wersje robocze z odpowiedziami, sprawy z wiadomościami, pismami i spisem załączników oraz to, co dziennik zdarzeń zapisał o Twoich czynnościach. Nie ma w nim haseł ani sekretów.
identity-export-button = Pobierz dane
identity-delete = Usuń konto
identity-delete-lead = Usunięcia konta nie da się cofnąć.
identity-delete-goes = Co zniknie
identity-delete-goes-text = Imię, nazwisko i adres e-mail w koncie, hasło, logowanie dwuetapowe, zalogowane urządzenia, tokeny i niewysłane wersje robocze.
identity-delete-stays = Co zostanie, bo tak każe prawo
identity-delete-stays-text = Urząd nie może skasować akt, dopóki obowiązują go przepisy o archiwach (art. 17 ust. 3 lit. b i d RODO).
identity-kept-audit = Wpisy w dzienniku zdarzeń (kto i kiedy się logował, zmieniał ustawienia lub zaglądał do danych) są przechowywane co najmniej 2 lata, a potem usuwane. Wymagają tego Krajowe Ramy Interoperacyjności.
identity-delete-sure = Rozumiem, że stracę dostęp do konta na zawsze.
identity-delete-tick = Zaznacz to pole, jeśli na pewno chcesz usunąć konto.
identity-delete-button = Usuń konto na zawsze
identity-delete-not = Zostaw konto
identity-deleted = Konto zostało usunięte.

# Wiadomości e-mail
identity-mail-not-you = Jeśli to nie Ty, nic nie rób. Bez tego linku nic się nie zmieni.
identity-mail-registration-subject = Potwierdź adres e-mail
identity-mail-registration-text = Ktoś, zapewne Ty, zakłada konto w systemie SZPON z tym adresem. Żeby dokończyć, otwórz link i podaj wybrane hasło. Link działa przez dobę.
identity-mail-registration-button = Dokończ zakładanie konta
identity-mail-already-subject = Masz już konto
identity-mail-already-text = Ktoś, zapewne Ty, chciał użyć tego adresu do nowego konta w systemie SZPON. Ten adres ma już konto. Jeśli nie pamiętasz hasła, możesz ustawić nowe.
identity-mail-already-button = Ustaw nowe hasło
identity-mail-invitation-subject = Zaproszenie do systemu SZPON: { $office }
identity-mail-invitation-text = Masz konto do pracy w systemie SZPON. Urząd: { $office }. Ustaw hasło, żeby zacząć. Link działa przez 14 dni.
identity-mail-invitation-button = Ustaw hasło
identity-mail-invitation-footer = Jeśli nie pracujesz w tym urzędzie, zignoruj tę wiadomość.
identity-mail-added-subject = Nowy dostęp: { $office }
identity-mail-added-text = Twoje konto ma teraz dostęp do biurka urzędu: { $office }. Znajdziesz je po zalogowaniu.
identity-mail-added-button = Przejdź do biurka
identity-mail-reset-subject = Ustaw nowe hasło
identity-mail-reset-text = Ktoś, zapewne Ty, prosi o nowe hasło do konta z tym adresem. Link działa przez godzinę i tylko raz.
identity-mail-reset-button = Ustaw nowe hasło
identity-mail-address-subject = Potwierdź nowy adres e-mail
identity-mail-address-text = Ten adres ma zastąpić dotychczasowy adres Twojego konta w systemie SZPON. Link działa przez dobę.
identity-mail-address-button = Potwierdź adres
identity-mail-address-changed-subject = Adres e-mail konta został zmieniony
identity-mail-address-changed-text = Twoje konto w systemie SZPON ma nowy adres e-mail. Na ten adres nie będziemy już pisać. Jeśli to nie Ty go zmieniasz, skontaktuj się z operatorem systemu.
identity-mail-deleted-subject = Konto zostało usunięte
identity-mail-deleted-text = Twoje konto w systemie SZPON zostało usunięte. To ostatnia wiadomość. Akta Twoich spraw przechowuje urząd tak długo, jak wymaga tego prawo.
identity-mail-security-subject = Zmiana zabezpieczeń konta
identity-mail-security-password = Hasło do Twojego konta zostało zmienione.
identity-mail-security-totp-on = Na Twoim koncie włączono logowanie dwuetapowe.
identity-mail-security-totp-off = Na Twoim koncie wyłączono logowanie dwuetapowe.
identity-mail-security-code = Do zalogowania użyto kodu zapasowego. Pozostałe kody zapasowe: { $left }.
identity-mail-security-if-not = Jeśli to nie Ty, od razu ustaw nowe hasło i wyloguj inne urządzenia.
identity-mail-security-button = Sprawdź swoje konto

# Dziennik zdarzeń
audit-object-person = osoba
audit-account-created = Utworzono konto
audit-account-invited = Zaproszono osobę
audit-account-changed = Zmieniono dane konta
audit-account-exported = Pobrano kopię danych konta
audit-account-deleted = Usunięto konto
audit-operator-granted = Nadano uprawnienia operatora
audit-operator-withdrawn = Odebrano uprawnienia operatora
audit-sign-in = Zalogowano
audit-sign-in-failed = Nieudane logowanie
audit-sign-in-code-refused = Odrzucono kod przy logowaniu
audit-password-refused = Odrzucono hasło przy potwierdzaniu czynności
audit-password-changed = Zmieniono hasło
audit-password-reset-asked = Poproszono o nowe hasło
audit-email-verified = Potwierdzono adres e-mail
audit-email-changed = Zmieniono adres e-mail
audit-session-ended = Wylogowano urządzenie
audit-session-others-ended = Wylogowano pozostałe urządzenia
audit-totp-on = Włączono logowanie dwuetapowe
audit-totp-off = Wyłączono logowanie dwuetapowe
audit-totp-codes = Wydano nowe kody zapasowe
audit-totp-recovery-code-used = Użyto kodu zapasowego
audit-token-created = Utworzono token API
audit-token-ended = Unieważniono token API
audit-detail-second-step = logowanie dwuetapowe
audit-detail-session-id = sesja
audit-detail-sessions-ended = liczba sesji
audit-detail-codes-left = pozostałe kody
audit-detail-token-id = token
audit-detail-token-name = nazwa tokenu
audit-detail-token-scopes = uprawnienia tokenu
audit-scope-cases-read = czytanie spraw i ich metryk
audit-scope-cases-write = zakładanie i zmienianie spraw
audit-scope-learning-read = czytanie kursów, uczestników i postępów
audit-scope-learning-write = zapisywanie osób na kursy
audit-scope-hooks-write = powiadamianie innych systemów o zdarzeniach
audit-scope-office-admin = administrowanie urzędem
identity-token-only = Tylko: { $office }
identity-scope-cases-read-hint = Sprawy, które Ty widzisz: dane, dokumenty, przebieg.
identity-scope-cases-write-hint = Nowe sprawy, pisma, wiadomości i rozstrzygnięcia w Twoim imieniu.
identity-scope-learning-read-hint = Twoje kursy. Jeśli prowadzisz kursy urzędu, także ich uczestnicy.
identity-scope-learning-write-hint = Zapisywanie osób z urzędu na jego kursy. Tylko dla koordynatora szkoleń.
identity-scope-hooks-write-hint = Adresy, pod które urząd wysyła wiadomości o zdarzeniach.
identity-scope-office-admin-hint = Komórki, osoby, role i ustawienia. Tylko dla administratora urzędu.
identity-demo-others = Operator i mieszkańcy
