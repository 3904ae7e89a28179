fault-disk-full = Na serwerze zabrakło miejsca na pliki. Nic nie zostało zapisane. Spróbuj ponownie za jakiś czas.
fault-object-missing = Tego pliku nie ma w magazynie plików.
fault-object-damaged = Plik w magazynie jest uszkodzony: jego treść nie zgadza się z odciskiem. Zgłoś to administratorowi.
fault-file-empty = Plik { $name } jest pusty. Wybierz inny plik.
fault-file-too-large = Plik jest za duży. Największy dozwolony rozmiar to { $limit } MB.
fault-file-kind = Nie przyjmujemy pliku { $name }: jego treść nie jest żadnym z dozwolonych rodzajów. Dozwolone: { $allowed }.
fault-file-mismatch = Plik { $name } nie jest tym, na co wskazuje jego nazwa (rozpoznana treść: { $found }). Zapisz go we właściwym formacie i dodaj ponownie.
fault-file-unlike = Plik { $name } nie jest tym, na co wskazuje jego nazwa: nie rozpoznajemy jego treści. Zapisz go we właściwym formacie i dodaj ponownie.
