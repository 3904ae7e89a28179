# Wspólne
my-case = Sprawa
my-office = Urząd
my-reference = Znak sprawy
my-stage = Etap
my-due = Termin odpowiedzi
my-download = Pobierz
my-state-open = W toku
my-state-paused = Termin wstrzymany
my-state-settled = Załatwiona

# Moje sprawy
my-begin = Załatw nową sprawę
my-empty-title = Nie masz jeszcze żadnej sprawy
my-empty-text = Znajdź swój urząd, wybierz usługę i wyślij wniosek. Tutaj zobaczysz, co się z nim dzieje i kiedy dostaniesz odpowiedź.
my-empty-link = Jeśli sprawa już trwa, otwórz link z e-maila od urzędu i dołącz ją do konta.
my-empty-find = Znajdź urząd
my-asked-none = Nic nie musisz teraz robić. Żaden urząd nie czeka na Twoją odpowiedź.
my-asked-of-you = { $count ->
    [one] Urząd czeka na Twoją odpowiedź
    [few] Urzędy czekają na { $count } Twoje odpowiedzi
   *[many] Urzędy czekają na { $count } Twoich odpowiedzi
 }
my-asked-past = Termin minął
my-cases-title = Sprawy
my-cases-last = Ostatnia zmiana
my-cases-news = { $count ->
    [one] { $count } nowa wiadomość
    [few] { $count } nowe wiadomości
   *[many] { $count } nowych wiadomości
 }
my-cases-late = po terminie
my-cases-paused = wstrzymany
my-cases-none = Urząd nie założył jeszcze Twojej sprawy
my-cases-none-text = Sprawa pojawi się tutaj, gdy urząd zarejestruje Twój wniosek.
my-cases-first = Wróć na początek listy
my-drafts-title = Wnioski do dokończenia
my-drafts-text = Zapisaliśmy to, co wpisano. Urząd zobaczy wniosek dopiero po wysłaniu.
my-drafts-changed = Ostatnia zmiana
my-drafts-go-on = Dokończ

# Wysłane wnioski
my-sent = Wysłane wnioski
my-certificates = Moje zaświadczenia
my-sent-all = Pokaż wszystkie wysłane wnioski
my-sent-lead = Przy każdym wniosku jest urzędowe potwierdzenie złożenia.
my-sent-none = Nie masz wysłanych wniosków
my-sent-service = Usługa
my-sent-number = Numer wniosku
my-sent-at = Wysłano
my-sent-by = Kto wysłał
my-sent-fate = Co się z nim dzieje
my-sent-is-case = Jest sprawa
my-sent-registered = Zarejestrowany
my-sent-waits = Czeka na rejestrację
my-sent-case = Na podstawie tego wniosku urząd założył sprawę.
my-sent-case-open = Przejdź do sprawy
my-sent-files = Załączniki
my-sent-no-files = Wniosek wysłano bez załączników.
my-sent-answers = Co jest we wniosku
my-receipt = Potwierdzenie
my-receipt-title = Potwierdzenie złożenia
my-receipt-text = Urząd ma Twój wniosek. To potwierdzenie jest dowodem, kiedy i co do niego trafiło.
my-receipt-open = Otwórz potwierdzenie
my-receipt-download = Pobierz potwierdzenie (PDF)

# Czego potrzebuje urząd
my-asked-title = Urząd prosi o uzupełnienie
my-asked-until = Odpowiedz do
my-asked-late = Termin na odpowiedź minął { $date } Nadal możesz odpowiedzieć. Zrób to jak najszybciej.
my-asked-pauses = Urząd czeka na Twoją odpowiedź i do tego czasu nie liczy dni do załatwienia sprawy.
my-nothing-asked = Teraz nie musisz nic robić. O każdej nowości powiadomimy Cię e-mailem.
my-ended-title = Wcześniejsze prośby urzędu
my-ended-answered = Twoja odpowiedź dotarła
my-ended-closed = Odpowiedź nie jest już potrzebna
my-answer-label = Odpowiedź
my-answer-hint = Możesz napisać, dołączyć pliki albo zrobić jedno i drugie.
my-answer-send = Wyślij odpowiedź
my-answer-sent = Wysłaliśmy odpowiedź do urzędu.
my-write-label = Wiadomość do urzędu
my-write-hint = Napisz, o co chodzi. Znaku sprawy nie musisz podawać.
my-write-send = Wyślij wiadomość
my-write-sent = Wysłaliśmy wiadomość do urzędu.
my-files-label = Pliki
my-files-hint = Na przykład PDF, JPG, PNG lub DOCX. Jeden plik może mieć najwyżej { $limit }.
my-files-kept = Te pliki już mamy, nie dodawaj ich drugi raz:
my-lost-title = Tekst, którego nie wysłaliśmy
my-lost-text = Skopiuj go, jeśli chcesz go jeszcze użyć.

# Rozmowa z urzędem
my-talk-title = Wiadomości
my-talk-none = Nie ma jeszcze żadnych wiadomości. Pojawią się tutaj, gdy napisze urząd albo Ty.
my-write-title = Napisz do urzędu
my-talk-closed = Sprawa jest załatwiona, więc nie można w niej pisać. Jeśli masz pytania, skontaktuj się z urzędem.

# Termin
my-term-title = Kiedy urząd odpowie
my-term-title-done = Kiedy urząd odpowiedział
my-term-until = Odpowiemy do { $date }
my-term-today = To dzisiaj.
my-term-left = { $days ->
    [one] Został { $days } dzień.
    [few] Zostały { $days } dni.
   *[many] Zostało { $days } dni.
 }
my-term-paused = Termin jest wstrzymany od { $date }
my-term-paused-left = { $days ->
    [one] Gdy znów ruszy, urzędowi zostanie { $days } dzień.
    [few] Gdy znów ruszy, urzędowi zostaną { $days } dni.
   *[many] Gdy znów ruszy, urzędowi zostanie { $days } dni.
 }
my-term-overdue = Termin minął { $date }
my-term-overdue-by = { $days ->
    [one] Urząd spóźnia się { $days } dzień. Powinien Cię zawiadomić, dlaczego, i podać nowy termin.
    [few] Urząd spóźnia się { $days } dni. Powinien Cię zawiadomić, dlaczego, i podać nowy termin.
   *[many] Urząd spóźnia się { $days } dni. Powinien Cię zawiadomić, dlaczego, i podać nowy termin.
 }
my-term-done = Załatwiliśmy sprawę { $date }
my-term-done-late = Termin mijał { $date } Przepraszamy za opóźnienie.
my-term-extended = Dnia { $on } urząd wyznaczył nowy termin: do { $to } Ma obowiązek zawiadomić Cię o przyczynie (art. 36 k.p.a.).
my-term-how = Jak policzyliśmy ten dzień
my-pauses-title = Dlaczego termin się przesunął
my-pauses-span = Od { $from } do { $to }:
my-pauses-since = Od { $from }:
my-pauses-why = Tych dni nie wlicza się do terminu (art. 35 § 5 k.p.a.).

# Ponaglenie
my-hurry-title = Jak ponaglić urząd
my-hurry-what = Gdy urząd nie załatwi sprawy w terminie, możesz złożyć ponaglenie. Jest bezpłatne.
my-hurry-write = Napisz, że składasz ponaglenie w sprawie { $reference }. Podaj swoje dane i uzasadnienie, na przykład: „Termin minął, a sprawa nie jest załatwiona”. Podpisz pismo.
my-hurry-send = Złóż je w urzędzie, który prowadzi sprawę: { $office }. Urząd ma 7 dni, żeby przekazać je organowi wyższego stopnia razem z odpisem akt. Gdy takiego organu nie ma, rozpatruje je sam.
my-hurry-then = Organ rozpatruje ponaglenie w ciągu 7 dni od jego otrzymania. Jeśli masz rację, wyznaczy termin załatwienia sprawy i zarządzi wyjaśnienie, kto odpowiada za opóźnienie.
my-hurry-court = Po złożeniu ponaglenia możesz wnieść skargę na bezczynność urzędu do wojewódzkiego sądu administracyjnego.
my-hurry-basis = Podstawa: art. 37 Kodeksu postępowania administracyjnego. Do niektórych spraw stosuje się inne przepisy. Szczegóły poda urząd.

# Droga sprawy
my-path-title = Gdzie jest sprawa
my-path-received = Wniosek wpłynął
my-path-number = Numer wniosku: { $number }
my-path-begun = Sprawa się zaczęła
my-path-opened = Sprawa zarejestrowana
my-path-working = Sprawa w toku
my-path-paused = Termin jest wstrzymany.
my-path-settled = Sprawa załatwiona
my-path-until = Najpóźniej { $date }
my-path-registered = Urząd zarejestrował wniosek { $date } Teraz przydzieli go pracownikowi i nada znak sprawy.
my-path-waits = Wniosek czeka na rejestrację. Urząd robi to zwykle w najbliższym dniu roboczym.

# Pisma
my-letters-title = Pisma z urzędu
my-letter-new = Do odebrania
my-letter-sent = wysłano { $date }
my-letter-delivered = odebrano { $date }
my-letter-pages = { $pages ->
    [one] { $pages } strona
    [few] { $pages } strony
   *[many] { $pages } stron
 }
my-letter-means = Gdy otworzysz to pismo, potwierdzisz jego odbiór. Od tego dnia mogą biec terminy, na przykład na odwołanie. Urząd zobaczy datę odbioru.
my-letter-open = Odbierz i otwórz pismo
my-letter-first = Najpierw odbierz to pismo. Przeczytaj, co oznacza odbiór, i naciśnij „Odbierz i otwórz pismo”.

# Dokumenty i przebieg
my-documents-title = Dokumenty
my-documents-text = To, co masz w sprawie: Twoje dokumenty i dokumenty, które dostajesz od urzędu.
my-did-title = { $count ->
    [one] Co się działo w sprawie ({ $count } zdarzenie)
    [few] Co się działo w sprawie ({ $count } zdarzenia)
   *[many] Co się działo w sprawie ({ $count } zdarzeń)
 }
my-did-opened = Urząd zarejestrował sprawę
my-did-handed-over = Sprawę przejęła inna komórka urzędu
my-did-paused = Urząd wstrzymał bieg terminu
my-did-resumed = Termin znów biegnie
my-did-extended = Urząd wyznaczył nowy termin
my-did-settled = Urząd załatwił sprawę
my-did-reopened = Urząd ponownie otworzył sprawę
my-did-wrote = Do urzędu trafiła wiadomość od Ciebie
my-did-office-wrote = Urząd wysłał Ci wiadomość
my-did-asked = Urząd poprosił o uzupełnienie
my-did-answered = Do urzędu trafiła Twoja odpowiedź
my-did-request-closed = Urząd wycofał prośbę o uzupełnienie
my-did-letter-sent = Urząd wysłał pismo
my-did-letter-delivered = Pismo zostało odebrane

# Kto prowadzi sprawę
my-contact-title = Kto prowadzi sprawę
my-unit = Komórka urzędu
my-handler = Prowadzi
my-phone = Telefon
my-email = E-mail
my-address = Adres
my-contact-hint = Gdy dzwonisz, podaj znak sprawy.

# Link bez konta
my-link-title = Oglądasz sprawę bez konta
my-link-text = Załóż konto na adres e-mail, który zna urząd. Potem otwórz ten link jeszcze raz i dołącz sprawę do konta.
my-link-join-text = Możesz dołączyć tę sprawę do swojego konta. Będzie wtedy zawsze wśród Twoich spraw, także gdy ten link wygaśnie.
my-link-later-text = Gdy urząd założy sprawę, otwórz ten link jeszcze raz. Będzie można dołączyć ją do konta.
my-link-keep = Nie przekazuj tego linku dalej. Kto go ma, widzi wszystko, co Ty, i może pisać w Twoim imieniu.
my-link-register = Załóż konto
my-join = Dołącz do mojego konta
my-joined = Sprawa jest już na Twoim koncie.
my-join-later = Urząd nie założył jeszcze sprawy. Spróbuj, gdy ją zarejestruje.
my-join-address = Urząd zna inny adres e-mail niż ten na Twoim koncie. Zaloguj się na konto z adresem, na który przyszedł link.

# Nieaktualny link
my-gone-title = Ten link jest już nieaktualny
my-gone-text = { $days ->
    [one] Ze względów bezpieczeństwa link do sprawy działa { $days } dzień.
   *[other] Ze względów bezpieczeństwa link do sprawy działa { $days } dni.
 }
my-gone-what = Wyślemy nowy na adres e-mail, który zna urząd.
my-gone-ask = Wyślij nowy link
my-gone-account = Jeśli sprawa jest na Twoim koncie, zaloguj się. Link nie będzie potrzebny.
my-renewed-title = Sprawdź pocztę
my-renewed-text = Jeśli ten link prowadził do sprawy, wysłaliśmy nowy na adres, który zna urząd. Powinien dotrzeć w ciągu kilku minut. Gdy nie przyjdzie, zajrzyj do spamu albo skontaktuj się z urzędem.
my-mail-link-subject = { $office }: nowy link do sprawy
my-mail-link-text = Oto nowy link do Twojej sprawy. { $office } prowadzi ją w systemie SZPON.
my-mail-link-why = { $days ->
    [one] Link działa { $days } dzień. Nie przekazuj go nikomu. Jeśli to nie Ty prosisz o nowy link, zignoruj tę wiadomość.
   *[other] Link działa { $days } dni. Nie przekazuj go nikomu. Jeśli to nie Ty prosisz o nowy link, zignoruj tę wiadomość.
 }
my-mail-link-button = Otwórz sprawę
