//! What a person searching in Polish may rely on.

use lemma::{Analyser, fold, meet};
use proptest::prelude::*;

/// Forms people type, and the form in the text they look for.
const INFLECTED: &[(&str, &str)] = &[
    ("zgubiłem", "zgubić"),
    ("zgubiłabym", "zgubienie"),
    ("dowodu", "dowód"),
    ("dowodami", "dowód"),
    ("psów", "pies"),
    ("psem", "pies"),
    ("dzieci", "dziecko"),
    ("dzieckiem", "dziecko"),
    ("działki", "działka"),
    ("działek", "działka"),
    ("drzew", "drzewo"),
    ("ludzi", "człowiek"),
    ("roku", "rok"),
    ("ślubie", "ślub"),
    ("aktów", "akt"),
    ("urodzeniu", "urodzenie"),
    ("ojcem", "ojciec"),
    ("meldunkowi", "meldunek"),
    ("wymeldowaliśmy", "wymeldować"),
    ("wymeldowaniu", "wymeldować"),
    ("zarejestrowanego", "zarejestrować"),
    ("niezarejestrowany", "zarejestrować"),
    ("rejestrując", "rejestrować"),
    ("samochodem", "samochód"),
    ("aut", "auto"),
    ("domów", "dom"),
    ("drodze", "droga"),
    ("dróg", "droga"),
    ("nieruchomościach", "nieruchomość"),
    ("podatków", "podatek"),
    ("śmieci", "śmieć"),
    ("przedszkolu", "przedszkole"),
    ("rąk", "ręka"),
    ("wnioskiem", "wniosek"),
    ("wniosła", "wnieść"),
    ("wniósłbym", "wnieść"),
    ("powinnaś", "powinien"),
    ("najważniejszych", "ważny"),
    ("Łodzi", "Łódź"),
    ("Krakowie", "Kraków"),
    ("Nowakowi", "Nowak"),
    ("Annie", "Anna"),
    ("Brzęczyszczykiewiczowi", "Brzęczyszczykiewicz"),
];

#[test]
fn inflected_forms_meet_their_word() {
    let apart: Vec<_> = INFLECTED.iter().filter(|(form, word)| !meet(form, word)).collect();
    assert!(apart.is_empty(), "{apart:?}");
}

#[test]
fn forms_typed_without_diacritics_meet_their_word() {
    let apart: Vec<_> = INFLECTED.iter().filter(|(form, word)| !meet(&fold(form), word)).collect();
    assert!(apart.is_empty(), "{apart:?}");
}

#[test]
fn different_matters_stay_apart() {
    for (one, other) in
        [("zameldować", "wymeldować"), ("urodzenie", "zgon"), ("dowód", "dowóz"), ("plan", "plac"), ("ślub", "śrub")]
    {
        assert!(!meet(one, other), "{one} {other}");
    }
}

#[test]
fn slips_are_repaired_only_to_what_there_is() {
    let stored = ["dowod", "zameldowac", "samochod", "malzenstwo", "ceidg"];
    let known = |term: &str| stored.contains(&term);
    let analyser = Analyser::polish();
    for (typed, meant) in [
        ("dowud", "dowod"),
        ("zamledować", "zameldowac"),
        ("samohodu", "samochod"),
        ("małrzeństwo", "malzenstwo"),
        ("ceigd", "ceidg"),
    ] {
        assert_eq!(analyser.query_terms(typed, &known), [[meant]], "{typed}");
    }
    assert_eq!(analyser.query_terms("dowud", &|_| false)[0][0], "dowud");
    assert_eq!(analyser.query_terms("xyzzyq", &known)[0][0], "xyzzyq");
}

#[test]
fn near_terms_hold_what_was_meant() {
    let analyser = Analyser::polish();
    for (typed, meant) in [("Kowlaski", "Kowalski"), ("Brzeczyg", "Brzęczyk"), ("zamledować", "zameldować")] {
        let near = analyser.near_terms(&analyser.tokens(typed)[0]);
        let meant = analyser.index_terms(meant);
        assert!(meant.iter().any(|t| near.contains(t)), "{typed}: {meant:?}");
    }
    assert!(analyser.near_terms(&analyser.tokens("OR.1.2026")[0]).is_empty());
}

#[test]
fn questions_shrink_to_their_subject() {
    let analyser = Analyser::polish();
    let terms = analyser.query_terms("Co mam zrobić, gdy mój pies pogryzł dowód?", &|_| true);
    assert!(terms.iter().any(|t| t.contains(&"pies".to_owned())));
    assert!(terms.iter().any(|t| t.contains(&"dowod".to_owned())));
    assert!(terms.len() <= 4, "{terms:?}");
}

#[test]
fn a_reference_in_a_letter_is_found_whole_and_by_part() {
    let analyser = Analyser::polish();
    let stored = analyser.index_terms("W sprawie OR.0123.4.2026.JK z 12.01.2026 r.");
    for typed in ["OR.0123.4.2026.JK", "or.0123.4.2026.jk", "0123.4.2026", "12.01.2026"] {
        let terms = analyser.query_terms(typed, &|_| false);
        assert_eq!(terms.len(), 1, "{typed}");
        assert!(stored.contains(&terms[0][0]), "{typed} in {stored:?}");
    }
}

proptest! {
    #[test]
    fn any_text_is_analysed(text in any::<String>()) {
        let analyser = Analyser::polish();
        for token in analyser.tokens(&text) {
            prop_assert_eq!(text.get(token.start..token.start + token.text.len()), Some(token.text.as_str()));
            prop_assert!(!token.terms.is_empty());
        }
        analyser.index_terms(&text);
    }

    #[test]
    fn signs_in_any_order_are_analysed(text in "[ąŻa1+@./ \\-_,:’éß\u{301}]{0,24}") {
        let analyser = Analyser::polish();
        analyser.index_terms(&text);
        analyser.query_terms(&text, &|_| false);
    }

    #[test]
    fn capitals_do_not_matter(text in "[a-ząćęłńóśźż0-9 .+-]{0,40}") {
        let analyser = Analyser::polish();
        prop_assert_eq!(analyser.index_terms(&text), analyser.index_terms(&text.to_uppercase()));
    }

    #[test]
    fn a_word_without_diacritics_still_means_the_word(at in 0..INFLECTED.len()) {
        let analyser = Analyser::polish();
        let (form, _) = INFLECTED[at];
        let plain = analyser.tokens(&fold(form))[0].terms.clone();
        for term in &analyser.tokens(form)[0].terms {
            prop_assert!(plain.contains(term), "{form}: {term} not in {plain:?}");
        }
    }
}
