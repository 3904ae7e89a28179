services-answer-required = Odpowiedz na to pytanie.
services-choice-required = Wybierz jedną z możliwości.
services-declaration-required = Zaznacz to oświadczenie. Bez niego nie możemy przyjąć wniosku.
services-file-required = Dołącz plik.
services-files-many = Za dużo plików. Dopuszczalna liczba: { $max }.
services-wrong-type = Odpowiedź ma niewłaściwą postać.
services-unknown-field = Tego pola nie ma w formularzu.
services-choice-unknown = Wybierz jedną z podanych możliwości.
services-control = W tekście są znaki, których nie da się zapisać. Wpisz go ręcznie zamiast wklejać.
services-too-long = Tekst jest za długi. Najwięcej { $max ->
    [one] { $max } znak
    [few] { $max } znaki
   *[many] { $max } znaków
 }, skróć go o { $over }.
services-too-short = Tekst jest za krótki. Napisz co najmniej { $min ->
    [one] { $min } znak
    [few] { $min } znaki
   *[many] { $min } znaków
 }.
services-why = { $why }
services-pesel-future = Z numeru PESEL wynika data urodzenia, która jeszcze nie nadeszła.
services-too-young = Trzeba mieć ukończone { $min } lat.
services-email = Podaj adres e-mail, na przykład anna.nowak@example.pl.
services-number = Podaj liczbę, na przykład 12 albo 12,5.
services-money = Podaj kwotę w złotych, na przykład 1250 albo 1250,50.
services-whole = Podaj liczbę całkowitą.
services-min = Podaj liczbę nie mniejszą niż { $min }.
services-max = Podaj liczbę nie większą niż { $max }.
services-date = Podaj datę, na przykład 12.01.2026.
services-date-impossible = Nie ma takiego dnia: { $date }.
services-date-future = Ta data jeszcze nie nadeszła. Podaj dzisiejszą albo wcześniejszą.
services-date-past = Ta data już minęła. Podaj dzisiejszą albo późniejszą.
services-house = Podaj numer domu.
services-city = Podaj miejscowość.
services-sent-already = Ten wniosek został już wysłany i nie można go zmieniać.
services-prove-first = Najpierw potwierdź adres e-mail. Wyślemy na niego odnośnik.
services-mail-sent-subject = Przyjęliśmy Twój wniosek { $number }
services-mail-sent-text = Urząd ({ $office }) przyjął wniosek w sprawie: { $service }. Numer wniosku: { $number }.
services-mail-sent-secret = Pod tym odnośnikiem sprawdzisz, co dzieje się ze sprawą, i pobierzesz poświadczenie. Nie przekazuj go nikomu: kto go ma, widzi Twoją sprawę.
services-mail-sent-account = Po zalogowaniu sprawdzisz, co dzieje się ze sprawą, i pobierzesz poświadczenie.
services-mail-sent-button = Zobacz sprawę
services-schema-too-large = Za dużo lub za długie. Najwięcej: { $what }.
services-schema-unreadable = Nie da się odczytać: { $what }
services-schema-empty = Brakuje tekstu po polsku. { $what }
services-schema-deep = Warunki są zagnieżdżone za głęboko. Najwięcej poziomów: { $what }.
services-schema-condition = Warunek pyta o pole „{ $what }”, którego wcześniej w formularzu nie ma.
services-schema-no-options = Dodaj możliwości do wyboru. { $what }
services-schema-options-idle = Pole rodzaju „{ $what }” nie ma możliwości do wyboru.
services-schema-value = Wartość „{ $what }” może mieć tylko litery bez polskich znaków, cyfry, „-” i „_”, najwyżej 60.
services-schema-twice = „{ $what }” występuje dwa razy.
services-schema-min-max = Najmniejsza wartość jest większa od największej: { $what }.
services-schema-pattern = To wyrażenie regularne jest błędne: { $what }
services-schema-info-required = Informacja nie może być obowiązkowa. { $what }
services-schema-format = Nieznane wydanie formatu: { $what }. Obsługujemy 1.
services-schema-no-steps = Formularz musi mieć co najmniej jeden krok. { $what }
services-schema-no-fields = Krok musi mieć co najmniej jedno pole. { $what }
services-schema-step-id = Oznaczenie kroku „{ $what }” może mieć tylko małe litery bez polskich znaków, cyfry i „-”, najwyżej 40, i nie może być słowem zastrzeżonym.
services-schema-field-id = Oznaczenie pola „{ $what }” musi zaczynać się małą literą i może mieć tylko małe litery bez polskich znaków, cyfry i „_”, najwyżej 60; niektóre słowa są zastrzeżone.
