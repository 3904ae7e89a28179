enrolments-title = Udział w kursach

enrolments-state-requested = Czeka na zgodę
enrolments-state-waiting = Na liście rezerwowej
enrolments-state-offered = Czeka na przyjęcie miejsca
enrolments-state-active = W trakcie
enrolments-state-completed = Ukończony
enrolments-state-withdrawn = Przerwany
enrolments-state-expired = Miejsce przepadło

enrolments-source-self = Zapis własny
enrolments-source-request = Na wniosek
enrolments-source-coordinator = Przez koordynatora
enrolments-source-rule = Szkolenie obowiązkowe
enrolments-source-guest = Bez konta

enrolments-item-seen = Otwarte
enrolments-item-failed = Niezaliczone
enrolments-item-skipped = Pominięte
enrolments-item-done = Wykonane
enrolments-item-passed = Zaliczone

enrolments-mode-open = Każdy może się zapisać
enrolments-mode-request = Za zgodą
enrolments-mode-closed = Zapisuje tylko koordynator

enrolments-step-ahead = Jeszcze nie teraz
enrolments-step-waiting = Czeka na decyzję
enrolments-step-approved = Zgoda
enrolments-step-refused = Odmowa
enrolments-step-passed = Pominięto – nie ma osoby, która może zdecydować
enrolments-step-dropped = Wniosek zakończono wcześniej

enrolments-not-open = Na ten kurs nie można się teraz zapisać.
enrolments-on-request = Na ten kurs zapisujesz się za zgodą. Złóż wniosek o zapis.
enrolments-by-coordinator = Na ten kurs zapisuje tylko koordynator szkoleń.
enrolments-for-officials = Ten kurs jest dla osób, które pracują w urzędach.
enrolments-ended = Ten udział w kursie już się zakończył.
enrolments-not-active = Ten kurs nie jest dla Ciebie otwarty. Sprawdź, czy zapis jest ważny.
enrolments-not-offered = Nie ma teraz miejsca, które czeka na Ciebie.
enrolments-not-waiting = Ta osoba nie czeka już na liście rezerwowej.
enrolments-offer-lapsed = Czas na przyjęcie miejsca minął. Możesz zapisać się ponownie.
enrolments-decided = Ktoś już rozpatrzył ten wniosek.
enrolments-group-closed = Ta grupa nie przyjmuje nowych osób.
enrolments-group-full = W tej grupie nie ma wolnych miejsc.
enrolments-chain-empty = Wybierz co najmniej jedną osobę, która wyraża zgodę.
enrolments-seats-range = Podaj liczbę od 1 do { $max } albo zostaw pole puste.
enrolments-offer-range = Podaj od 1 do 720 godzin.
enrolments-period = Koniec nie może być przed początkiem.
enrolments-reason-needed = Podaj powód. Zostanie w dzienniku zdarzeń.

enrolments-mail-button = Otwórz
enrolments-mail-enrolled = Nowy kurs dla Ciebie
enrolments-mail-enrolled-text = Zapisano Cię na kurs. Zajrzyj do SZPON, żeby go zacząć.
enrolments-mail-offered = Czeka na Ciebie miejsce na kursie
enrolments-mail-offered-text = Zwolniło się miejsce na kursie. Przyjmij je w SZPON, zanim minie czas.
enrolments-mail-lapsed = Miejsce na kursie przepadło
enrolments-mail-lapsed-text = Czas na przyjęcie miejsca minął. Jeżeli nadal chcesz wziąć udział, zapisz się ponownie.
enrolments-mail-decided = Jest decyzja w sprawie Twojego zapisu
enrolments-mail-decided-text = Rozpatrzono Twój wniosek o zapis na kurs. Szczegóły są w SZPON.
enrolments-mail-completed = Kurs ukończony
enrolments-mail-completed-text = Masz już wszystko, co było potrzebne do ukończenia kursu. Szczegóły są w SZPON.
enrolments-mail-session = Zmiana w planie zajęć
enrolments-mail-session-text = W planie zajęć Twojego kursu jest coś nowego. Szczegóły są w SZPON.
enrolments-mail-answered = Odpowiedź na Twoje pytanie
enrolments-mail-answered-text = Na pytanie zadane przy lekcji jest odpowiedź. Przeczytasz ją w SZPON.
enrolments-mail-version = Nowa wersja Twojego kursu
enrolments-mail-version-text = Kurs, w którym uczestniczysz, ma nową wersję. Zobacz, co się zmieniło, i zdecyduj, czy na nią przejść.
enrolments-mail-request = Wniosek o zapis na kurs czeka na decyzję
enrolments-mail-request-text = Ktoś prosi o zapis na kurs. Decyzję podejmiesz w SZPON.

audit-enrolments-way = Zmieniono zasady zapisu na kurs
audit-enrolments-moved = Zmieniono miejsce na liście rezerwowej
audit-detail-seats = liczba miejsc
audit-detail-mode = sposób zapisu
audit-detail-place-from = z miejsca
audit-detail-place-to = na miejsce
audit-object-enrolment = udział w kursie
