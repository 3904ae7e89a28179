//! The text that explains the folder to whoever opens it.

use super::{CASE_JSON, CASE_XML, CaseData, DOCUMENTS_DIR, MANIFEST, RECORD_DIR, RECORD_JSON, RECORD_XML, entry_file};

/// In Polish: the language of the file and of whoever must be able to check it years from now. The last link is not in it:
/// the entry of that link holds this text's hash.
pub(super) fn text(case: &CaseData) -> String {
    format!(
        "AKTA SPRAWY {reference}
{title}
{office}

Ten katalog zawiera całą sprawę: dokumenty, opis i metrykę. Można sprawdzić bez żadnego
specjalnego programu, że nic w nim nie zmieniono. Wystarczy polecenie sha256sum, które jest
w każdym systemie Linux (w Windows: certutil -hashfile PLIK SHA256, w macOS: shasum -a 256).


CO JEST W KATALOGU

{CASE_JSON}, {CASE_XML}      opis sprawy, stron, przerw w biegu terminu, notatek i dokumentów
{RECORD_JSON}, {RECORD_XML}    metryka sprawy: kto, kiedy i co zrobił
{RECORD_DIR}/0001.json, …         dokładna treść kolejnych wpisów metryki, z której liczone są skróty
{DOCUMENTS_DIR}/                  dokumenty, a przy każdym plik .xml z jego opisem
{MANIFEST}             skróty SHA-256 wszystkich plików


JAK SPRAWDZIĆ RĘCZNIE

1. Czy żaden plik się nie zmienił. W tym katalogu wpisz:

     sha256sum -c {MANIFEST}

   Przy każdym pliku powinno się pojawić „OK” (albo „DOBRZE”).

2. Czy nie dołożono obcych plików. To polecenie powinno nie wypisać nic:

     find . ! -type d ! -name {MANIFEST} | sed 's|^./||' | sort | comm -23 - <(cut -c67- {MANIFEST} | sort)

3. Czy metryka jest nienaruszona. Każdy wpis jest związany z poprzednim: jego skrót to SHA-256
   z tekstu złożonego ze skrótu poprzedniego wpisu (64 znaki) i treści wpisu. Przed pierwszym
   wpisem stoją 64 zera. Wpisz:

     p=$(printf '%064d' 0); for f in {RECORD_DIR}/*.json; do p=$( (printf '%s' \"$p\"; cat \"$f\") | sha256sum | cut -c1-64 ); echo \"$p  $f\"; done

   Wypisane skróty muszą być takie same jak pola „hash” w pliku {RECORD_JSON}.
   Wpisów jest {entries}. Ostatni mówi o tym eksporcie; w {RECORD_XML} go nie ma.

4. Czy pliki są tymi, które zapisał urząd. Ostatni wpis metryki, {last}, wymienia w polu
   „files” każdy plik z jego skrótem, prócz siebie samego, {RECORD_JSON} i {MANIFEST}.
   W tym katalogu wpisz:

     sed 's/.*\"files\":{{\\([^}}]*\\)}}.*/\\1/' {last} | tr ',' '\\n' | sed 's/\"\\([^\"]*\\)\":\"\\([^\"]*\\)\"/\\2  \\1/' | sha256sum -c

   Przy każdym pliku powinno się pojawić „OK”. Plik {RECORD_JSON} powtarza wpisy z katalogu
   {RECORD_DIR} i dodaje do każdego jego skrót oraz skrót poprzedniego.

5. Czy to te same dokumenty. Wpis o dodaniu dokumentu zawiera jego skrót (pole „sha256”),
   taki sam jak skrót pliku w katalogu {DOCUMENTS_DIR}.

Kto mógłby zmienić cały katalog, mógłby też policzyć wszystkie skróty od nowa. Dlatego porównaj
ostatni skrót z punktu 3 z tym, który program w urzędzie pokazuje przy tym samym wpisie metryki
(numer {entries}, „Wyeksportowano akta”), albo z zapisanym w czasie eksportu w innym miejscu.
Jeżeli są takie same, to nie zmieniono żadnego pliku ani wpisu i żadnego nie brakuje.

Wszystko naraz sprawdza polecenie:  szpon record verify KATALOG
",
        reference = case.reference,
        title = case.title,
        office = case.office,
        entries = case.record_entries,
        last = entry_file(case.record_entries),
    )
}
