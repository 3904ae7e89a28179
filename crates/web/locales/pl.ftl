# Usterki wspólne dla całego programu
fault-not-found = Nie ma takiej strony albo nie masz do niej dostępu.
fault-sign-in = Zaloguj się, żeby zobaczyć tę stronę.
fault-forbidden = Nie masz uprawnień do tej czynności.
fault-fields = Sprawdź zaznaczone pola.
fault-conflict = Ktoś przed chwilą zmienił te dane. Odśwież stronę i sprawdź, co się zmieniło.
fault-gone = Ten link wygasł albo został już użyty.
fault-too-large = To, co wysyłasz, jest za duże. Dopuszczalny rozmiar: { $limit }.
fault-too-many = Za dużo prób. Odczekaj chwilę i spróbuj ponownie.
fault-unavailable = Nie możemy teraz tego zrobić. Nic nie zostało zapisane. Spróbuj ponownie za chwilę.
fault-internal = Wystąpił błąd po naszej stronie. Nic nie zostało zapisane. Spróbuj ponownie, a jeśli błąd wróci, podaj administratorowi numer { $request }.
fault-form = Nie udało się odczytać formularza. Wróć i wyślij go ponownie.
fault-json = Nie udało się odczytać danych JSON: błąd składni w wierszu { $line }, w kolumnie { $column }.
fault-query = Nie możemy użyć parametrów tego zapytania.
fault-query-unknown = Nie znamy parametru { $name }. Znane parametry: { $known }.
fault-query-none = Nie znamy parametru { $name }. Ten adres nie przyjmuje żadnych.
fault-query-twice = Parametr { $name } podano więcej niż raz.
fault-query-value = Parametr { $name } nie może mieć wartości „{ $value }”.
fault-query-choice = Parametr { $name } nie może mieć wartości „{ $value }”. Dopuszczalne: { $allowed }.
fault-query-range = Parametr { $name } nie może mieć wartości „{ $value }”. Dopuszczalne: liczba od { $from } do { $to }.
fault-json-unknown = Nie znamy pola { $name }. Znane pola: { $known }.
fault-json-missing = Brakuje pola { $name }.
fault-json-twice = Pole { $name } podano dwa razy.
fault-json-choice = Tu można podać tylko jedną z wartości: { $known }.
fault-json-type = { $wanted ->
    [text] Tu ma być tekst.
    [number] Tu ma być liczba.
    [flag] Tu ma być true albo false.
    [list] Tu ma być lista.
    [object] Tu ma być obiekt.
   *[other] Tu ma być wartość innego rodzaju.
}
fault-json-value = Nie możemy użyć tej wartości. Sprawdź w opisie API, co tu podać.
fault-method = Tej metody nie można użyć pod tym adresem. Dozwolone metody podaje nagłówek Allow.
fault-media-type = Treść musi być typu { $wanted } (nagłówek Content-Type).
fault-file-name = Podaj nazwę pliku w parametrze name.
fault-cross-site = Ten formularz został wysłany z innej strony internetowej, dlatego go odrzuciliśmy.
fault-stale = Ktoś zmienił te dane, gdy je edytujesz. Twój tekst jest zachowany. Porównaj obie wersje.
fault-once-key = Klucz powtórzenia (Idempotency-Key) może mieć najwyżej 200 znaków.
fault-once-other = Tego klucza powtórzenia (Idempotency-Key) użyto już do innego żądania.
fault-once-again = To samo żądanie jest właśnie wykonywane. Ponów je za chwilę, a dostaniesz tę samą odpowiedź.
fault-cursor = Nieprawidłowy znacznik następnej strony.
fault-page-not-found-title = Nie znaleźliśmy tej strony
fault-page-forbidden-title = Brak dostępu
fault-page-gone-title = Link nieaktualny
fault-page-invalid-title = Nie możemy tego przyjąć
fault-page-conflict-title = Dane się zmieniły
fault-page-unavailable-title = Chwilowo niedostępne
fault-page-internal-title = Coś poszło nie tak
fault-page-again = Wyślij jeszcze raz
fault-page-home = Przejdź na stronę główną
fault-page-back = Wróć do poprzedniej strony
field-required = Wypełnij to pole.
field-too-long = Tekst jest za długi. Dopuszczalna długość: { $max ->
    [one] { $max } znak
    [few] { $max } znaki
   *[many] { $max } znaków
 }.
field-choice = Wybierz jedną z podanych możliwości.
field-date = Podaj datę, na przykład 12.01.2026.
field-number = Podaj liczbę.
field-email = Podaj adres e-mail, na przykład anna.nowak@example.pl.
page-sign-in = Zaloguj się
page-my = Moje sprawy
page-learn = Nauka
page-account = Moje konto
page-desk = Biurko
page-operator = Operator
page-sign-out = Wyloguj się
page-help = Pomoc
prefs-saved = Zapisaliśmy ustawienia wyglądu.
page-csv = Pobierz CSV
page-xlsx = Pobierz XLSX
page-privacy = Ochrona danych
