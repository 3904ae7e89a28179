assignments-tab = Prace
assignments-learning = Nauka
assignments-state = Stan
assignments-state-draft = Szkic
assignments-state-waiting = Czeka na ocenę
assignments-state-returned = Do poprawy
assignments-state-passed = Zaliczona
assignments-yes = tak
assignments-no = nie
assignments-begin-first = Najpierw zacznij kurs. Potem możesz wykonać zadanie.
assignments-task = Zadanie
assignments-task-and-rubric = Zadanie i kryteria oceny
assignments-rubric = Kryteria oceny
assignments-rubric-text = { $n ->
    [one] Możesz zdobyć { $n } punkt.
    [few] Możesz zdobyć { $n } punkty.
   *[many] Możesz zdobyć { $n } punktów.
 } Trener wybierze jeden poziom w każdym kryterium.
assignments-criterion = Kryterium
assignments-levels = Poziomy
assignments-level = Poziom
assignments-points = { $n ->
    [one] { $n } punkt
    [few] { $n } punkty
   *[many] { $n } punktów
 }
assignments-points-column = Punkty
assignments-by-rubric = Ocena według kryteriów
assignments-not-judged = Bez oceny
assignments-sum = { $of ->
    [one] Razem: { $n } z { $of } punktu
    [few] Razem: { $n } z { $of } punktów
   *[many] Razem: { $n } z { $of } punktów
 }
assignments-remark = Uwaga ogólna
assignments-comments = Komentarze
assignments-comment-on = Komentarz do akapitu { $n }
assignments-marked-by = Praca oceniona. Ocena: { $name },
assignments-file-n = Plik { $n }
assignments-work-n = Praca nr { $n }
assignments-guest = Osoba bez konta
assignments-edition-n = Oddanie nr { $n }
assignments-your-work = Twoja praca
assignments-marked-work = Twoja praca z oceną
assignments-earlier = Wcześniejsze oddania
assignments-text = Treść pracy
assignments-text-least = Napisz co najmniej { $least ->
    [one] { $least } słowo
    [few] { $least } słowa
   *[many] { $least } słów
 }. W zapisanym tekście: { $has }.
assignments-text-any = Każdy wiersz będzie osobnym, numerowanym akapitem. Trener może skomentować każdy z nich.
assignments-write-text = Możesz pisać z przerwami: zapisany szkic czeka tu na każdym urządzeniu. Widzisz go tylko Ty.
assignments-saved-at = Szkic zapisany:
assignments-files = Dodaj pliki
assignments-files-hint = Najwyżej { $most } plików, na przykład PDF, DOCX, ODT, JPG lub PNG.
assignments-files-here = Dodane pliki
assignments-file-remove = Usuń plik { $name }
assignments-blind-learner = Ta praca jest oceniana bez nazwiska. Nie podpisuj jej – trener pozna autora dopiero po zaliczeniu.
assignments-hand-in = Oddaj pracę
assignments-hand-in-again = Oddaj poprawioną pracę
assignments-save-draft = Zapisz szkic
assignments-saved = Szkic zapisany. Praca nie jest jeszcze oddana.
assignments-handed-in-now = Praca oddana. Damy znać e-mailem, gdy będzie ocena.
assignments-to-course = Wróć do kursu
assignments-waiting-text = Do czasu oceny nie można jej zmienić. Oddano:
assignments-returned-text = Przeczytaj komentarze, popraw pracę i oddaj ją ponownie.
assignments-passed-text = Zadanie jest zaliczone. Komentarze trenera są poniżej.
assignments-go-write = Przejdź do poprawiania
assignments-stale = Nic nie zginęło – wybierz, co zostaje
assignments-stale-text = W innym oknie zapisano inny tekst. Poniżej są obie wersje. W polu jest to, co wysłano teraz – popraw je i zapisz ponownie.
assignments-closed-text = Tę pracę oddano już z innym tekstem, na przykład w drugim oknie. Tekst wysłany teraz jest poniżej – skopiuj go, jeśli chcesz go zachować.
assignments-kept = Zapisane
assignments-sent = Wysłane teraz
assignments-learner = Kto
assignments-assignment = Zadanie
assignments-edition = Oddanie
assignments-handed-in = Oddano
assignments-nothing = Nie ma tu prac
assignments-nothing-text = Oddane prace pojawią się na tej liście, najdłużej czekające pierwsze.
assignments-marking = Ocena
assignments-handed-in-text = Oddana praca
assignments-no-text = Praca nie ma tekstu, tylko pliki.
assignments-mark-again = Zmień ocenę
assignments-blind-trainer = Oceniasz bez nazwiska. Autora zobaczysz po zaliczeniu pracy.
assignments-most-points = { $n ->
    [one] Najwyżej { $n } punkt.
    [few] Najwyżej { $n } punkty.
   *[many] Najwyżej { $n } punktów.
 } Punkty zsumujemy.
assignments-whole = Cała praca
assignments-remark-hint = Co się udało i co poprawić. Uczestnik zobaczy ją razem z komentarzami.
assignments-outcome = Wynik
assignments-passed-hint = Zadanie będzie zaliczone na stałe.
assignments-returned-hint = Uczestnik poprawi pracę i odda ją ponownie.
assignments-send-mark = Wyślij ocenę
assignments-marked-now = Ocena wysłana. Uczestnik dostanie e-mail, że jest coś nowego.
assignments-marked-meanwhile = Ktoś inny ocenił tę pracę w tym samym czasie. Poniżej są obie oceny, a w formularzu jest Twoja. Możesz ją poprawić i wysłać – wtedy ona będzie obowiązywać. Pierwsza zostanie w historii.
assignments-newer-edition = Uczestnik oddał tymczasem nową wersję pracy. Twoje uwagi są w formularzu, teraz przy nowej wersji – sprawdź je i wyślij ponownie.
assignments-replaced = Oceny zastąpione
assignments-replaced-text = Obowiązuje najnowsza ocena. Wcześniejsze oceny tego samego oddania zostają tutaj.
assignments-instructions = Polecenie
assignments-unready = Zadanie nie ma polecenia. Napisz, co trzeba zrobić.
assignments-instructions-hint = Napisz, co trzeba zrobić i co ma powstać. Możesz używać Markdown: list, pogrubień, tabel.
assignments-min-words = Najmniejsza liczba słów
assignments-min-words-hint = 0 oznacza: dowolnie mało.
assignments-takes-files = Można dodać pliki
assignments-blind = Ocena bez nazwiska
assignments-blind-hint = Trener widzi numer pracy. Nazwisko pozna po zaliczeniu.
assignments-rubric-hint = Uczestnicy widzą kryteria, zanim zaczną pisać. Puste kryterium znika po zapisaniu.
assignments-criterion-n = Kryterium { $n }
assignments-levels-hint = Każdy poziom w osobnym wierszu: punkty | nazwa | jak wygląda taka praca. Na przykład: 2 | częściowo | Brakuje pouczenia.
assignments-more-criteria = Dodaj miejsce na kryteria
assignments-save = Zapisz zadanie
assignments-definition-saved = Zadanie zapisane. Uczestnicy zobaczą je w następnej opublikowanej wersji kursu.
assignments-title-and-time = Tytuł i czas
assignments-edit-text = Polecenie, kryteria i zasady oddawania.
assignments-edited-meanwhile = Ktoś inny zapisał to zadanie. Poniżej są obie wersje, a w formularzu jest Twoja. Przenieś do niej, co trzeba, i zapisz ponownie.
assignments-as-learner = Tak to zobaczy uczestnik
assignments-fault-instructions = Napisz, co trzeba zrobić.
assignments-fault-long = Tekst jest za długi.
assignments-fault-min-words = Podaj liczbę słów od 0 do 10 000.
assignments-fault-criterion = Nazwij to kryterium.
assignments-fault-levels = Podaj od 2 do 8 poziomów, każdy w osobnym wierszu: punkty (od 0 do 1000) | nazwa | opis. Choć jeden poziom musi dawać punkty.
assignments-fault-text-long = Praca może mieć najwyżej { $most } znaków. Skróć ją albo dodaj jako plik.
assignments-fault-few-words = { $has ->
    [one] Praca ma { $has } słowo, a potrzeba co najmniej { $least }. Szkic jest zapisany.
    [few] Praca ma { $has } słowa, a potrzeba co najmniej { $least }. Szkic jest zapisany.
   *[many] Praca ma { $has } słów, a potrzeba co najmniej { $least }. Szkic jest zapisany.
 }
assignments-fault-empty = Praca jest pusta. Napisz tekst albo dodaj plik.
assignments-fault-no-files = Do tego zadania nie można dodać plików.
assignments-fault-many-files = Można dodać najwyżej { $most } plików.
assignments-fault-outcome = Wybierz: zaliczona albo do poprawy.
assignments-fault-level = Wybierz poziom w tym kryterium.
assignments-fault-say-what = Napisz, co poprawić: w uwadze ogólnej albo w komentarzu do akapitu.
assignments-fault-passed-stays = Ta praca jest już zaliczona i tak zostaje. Możesz zmienić punkty i uwagi.
assignments-mail-subject = Jest ocena Twojej pracy
assignments-mail-text = Trener ocenił Twoją pracę. Zaloguj się, aby ją przeczytać.
assignments-mail-button = Zobacz ocenę
audit-work-marked = Praca oceniona
