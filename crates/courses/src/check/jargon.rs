//! Words of officials and their plainer neighbours.

use law::fold::fold;

/// The beginnings of the words, folded, one after another; what to write instead.
const POLISH: &[(&[&str], &str)] = &[
    (&["niniejsz"], "ten, ta, to"),
    (&["przedmiotow", "spraw"], "ta sprawa"),
    (&["przedmiotow", "wnios"], "ten wniosek"),
    (&["w", "przedmiocie"], "w sprawie, o"),
    (&["w", "zakresie"], "w, o, co do"),
    (&["w", "terminie", "do", "dnia"], "do"),
    (&["w", "celu"], "żeby, aby"),
    (&["celem"], "żeby, aby"),
    (&["w", "przypadku", "gdy"], "gdy, jeśli"),
    (&["w", "sytuacji", "gdy"], "gdy, jeśli"),
    (&["w", "oparciu", "o"], "na podstawie"),
    (&["w", "zwiazku", "z", "powyzszym"], "dlatego"),
    (&["w", "nawiazaniu", "do"], "odpowiadając na"),
    (&["z", "uwagi", "na"], "bo, ze względu na"),
    (&["z", "tytulu"], "za, z powodu"),
    (&["za", "posrednictwem"], "przez"),
    (&["przy", "pomocy"], "za pomocą; czym?"),
    (&["na", "okolicznosc"], "o, w sprawie"),
    (&["odnosnie", "do"], "o, w sprawie"),
    (&["tut", "urzad"], "nasz urząd"),
    (&["tutejsz"], "nasz"),
    (&["tutejszy", "urzad"], "nasz urząd"),
    (&["ww"], "ten"),
    (&["wyzej", "wymienion"], "ten, te"),
    (&["nizej", "wymienion"], "następujący, ten"),
    (&["wyzej", "wskazan"], "ten"),
    (&["uprzejmie", "informuj"], "informujemy"),
    (&["nalezy", "dokonac"], "zrób (i czasownik)"),
    (&["dokonac"], "zwykły czasownik: opłacić, wpisać, wybrać"),
    (&["dokonuj"], "zwykły czasownik: opłaca, wpisuje, wybiera"),
    (&["dokonan"], "zwykły czasownik: opłacić, wpisać, wybrać"),
    (&["ulega", "zmianie"], "zmienia się"),
    (&["ulegl", "zmianie"], "zmienił się"),
    (&["posiadaj"], "mieć"),
    (&["posiadac"], "mieć"),
    (&["posiada"], "ma"),
    (&["winien"], "musi, powinien"),
    (&["winna"], "musi, powinna"),
    (&["winno"], "musi, powinno"),
    (&["zobowiazany", "jest"], "musi"),
    (&["jest", "zobowiazan"], "musi"),
    (&["obowiazany", "jest"], "musi"),
    (&["jest", "obowiazan"], "musi"),
    (&["przysluguje", "prawo"], "może, ma prawo"),
    (&["istnieje", "mozliwosc"], "można"),
    (&["zachodzi", "koniecznosc"], "trzeba"),
    (&["koniecznym", "jest"], "trzeba"),
    (&["niezbednym", "jest"], "trzeba"),
    (&["celowym", "jest"], "warto"),
    (&["uiscic"], "zapłacić"),
    (&["uiszcz"], "zapłacić"),
    (&["uiszczeni"], "zapłata"),
    (&["przedlozyc"], "złożyć, pokazać"),
    (&["przedklad"], "złożyć, pokazać"),
    (&["przedlozeni"], "złożenie"),
    (&["udostepnieniu", "podlega"], "można zobaczyć"),
    (&["zaistni"], "zdarzyć się, być"),
    (&["implementacj"], "wdrożenie"),
    (&["implementowa"], "wdrożyć"),
    (&["procedowa"], "prowadzić, pracować nad"),
    (&["dedykowan"], "przeznaczony dla"),
    (&["aplikowa"], "ubiegać się, wystąpić o"),
    (&["zabezpieczyc", "srodki"], "znaleźć pieniądze"),
    (&["monitorowa"], "sprawdzać"),
    (&["weryfikowa"], "sprawdzać"),
    (&["zweryfikowa"], "sprawdzić"),
    (&["priorytetyz"], "ustalić kolejność"),
    (&["finalizow"], "kończyć"),
    (&["generowa"], "tworzyć, powodować"),
    (&["per", "analogiam"], "tak samo"),
    (&["de", "facto"], "w rzeczywistości"),
    (&["vide"], "zobacz"),
    (&["celem", "niniejszego"], "tu wyjaśniamy"),
    (&["dany", "podmiot"], "ta osoba, ta firma"),
    (&["osoba", "zainteresowana"], "Ty, osoba, która…"),
    (&["petent"], "klient, osoba"),
    (&["interesant"], "klient, osoba"),
    (&["stosownie", "do"], "zgodnie z"),
    (&["zgodnie", "z", "trescia"], "według"),
    (&["na", "mocy"], "na podstawie"),
    (&["rozpatrzyc", "negatywnie"], "odmówić"),
    (&["rozpatrzyc", "pozytywnie"], "zgodzić się"),
    (&["bezposrednio", "po"], "zaraz po"),
    (&["na", "dzien", "dzisiejszy"], "dziś"),
    (&["w", "dniu", "dzisiejszym"], "dziś"),
    (&["w", "chwili", "obecnej"], "teraz"),
    (&["miesiac", "czasu"], "miesiąc"),
    (&["okres", "czasu"], "czas"),
];

const ENGLISH: &[(&[&str], &str)] = &[
    (&["utilis"], "use"),
    (&["utiliz"], "use"),
    (&["commence"], "begin"),
    (&["terminate"], "end"),
    (&["in", "order", "to"], "to"),
    (&["prior", "to"], "before"),
    (&["subsequent", "to"], "after"),
    (&["pursuant", "to"], "under"),
    (&["in", "the", "event", "that"], "if"),
    (&["with", "regard", "to"], "about"),
    (&["at", "this", "point", "in", "time"], "now"),
    (&["facilitate"], "help"),
    (&["endeavour"], "try"),
    (&["in", "accordance", "with"], "by, under"),
    (&["heretofore"], "until now"),
    (&["hereby"], "(leave it out)"),
    (&["aforementioned"], "this"),
    (&["shall"], "must"),
];

/// Words that are said in full and must not be taken for the beginning of others.
const WHOLE: &[&str] = &[
    "w",
    "z",
    "o",
    "do",
    "na",
    "za",
    "po",
    "gdy",
    "ww",
    "tut",
    "per",
    "de",
    "jest",
    "vide",
    "celem",
    "posiada",
    "winien",
    "winna",
    "winno",
    "pod",
    "bez",
    "dnia",
    "in",
    "to",
    "the",
    "at",
    "this",
    "with",
    "shall",
    "przy",
    "dany",
    "czasu",
    "mocy",
    "celu",
    "oparciu",
    "drodze",
    "zakresie",
    "przedmiocie",
];

/// The words of officials in a text, as they stand there, with plainer ones; each once.
pub(super) fn in_text(text: &str, language: &str) -> Vec<(String, &'static str)> {
    let list = if language == "en" { ENGLISH } else { POLISH };
    let shown: Vec<&str> = text
        .split_whitespace()
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|w| !w.is_empty())
        .collect();
    let folded: Vec<String> = shown.iter().map(|w| fold(w)).collect();
    let fits = |pattern: &[&str], at: usize| {
        pattern.iter().enumerate().all(|(i, stem)| {
            folded.get(at + i).is_some_and(|w| if WHOLE.contains(stem) { w == stem } else { w.starts_with(stem) })
        })
    };
    let mut found: Vec<(String, &'static str)> = Vec::new();
    let mut at = 0;
    while at < folded.len() {
        // The longest that fits, so that "w celu" within a longer phrase is told once.
        let best = list.iter().filter(|(p, _)| fits(p, at)).max_by_key(|(p, _)| p.len());
        match best {
            Some((pattern, plain)) => {
                let words = shown.get(at..at + pattern.len()).unwrap_or_default().join(" ");
                if !found.iter().any(|(_, p)| p == plain) {
                    found.push((words, *plain));
                }
                at += pattern.len();
            }
            None => at += 1,
        }
    }
    found
}
