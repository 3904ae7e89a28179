//! Families of words: which terms come from one root, by the way Polish makes words out of words.
//!
//! The dictionary knows that "zarejestrowanego" is a form of "zarejestrować", but not that "rejestracja" is the same matter.
//! Here a term gets a *root*: derivational suffix cut, vowels dropped, consonants that alternate made equal
//! ("zgłosić", "zgłaszać", "zgłoszenie"; "wypłacić", "wypłata"). Two terms with one root are related; one whose prefix
//! must first be cut ("zarejestrować", "rejestracja") is related less. Two different prefixes never meet: "zameldować"
//! and "wymeldować" are different matters.

/// Derivational endings of folded dictionary forms, the longest first.
const SUFFIXES: &[&str] = &[
    "izowanie", "owniczy", "acyjny", "alnosc", "iwanie", "izacja", "nictwo", "owalny", "owanie", "owlany", "unkowy",
    "ywanie", "alnik", "arnia", "czosc", "owany", "owiec", "ownik", "acja", "alny", "anie", "awac", "ctwo", "czyk",
    "ecie", "elny", "enie", "iwac", "liwy", "nosc", "owac", "owka", "owla", "stwo", "unek", "ycja", "ynek", "ywac",
    "acz", "any", "arz", "cie", "cki", "ica", "iec", "ina", "nia", "nie", "nik", "ony", "osc", "owa", "owy", "ski",
    "yna", "ac", "ba", "ca", "ec", "ek", "ia", "ic", "ie", "ik", "ja", "ka", "ny", "yc", "a", "c", "e", "i", "o", "y",
];

/// Prefixes that make verbs out of verbs, the longest first.
const PREFIXES: &[&str] = &[
    "prze", "przy", "roze", "roz", "pod", "ode", "wez", "nad", "wy", "za", "od", "do", "po", "na", "ob", "ze", "we",
    "u", "o", "z", "s", "w",
];

/// The root of a term, or `None` when too little of it would be left to tell words apart.
pub(crate) fn root(term: &str) -> Option<String> {
    if !term.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let stem = SUFFIXES.iter().filter_map(|s| term.strip_suffix(s)).find(|rest| rest.len() >= 3).unwrap_or(term);
    let bones = skeleton(stem);
    if bones.len() >= 3 {
        Some(bones)
    } else if stem.len() >= 3 {
        // Few consonants: only the same letters are the same root.
        Some(format!("={stem}"))
    } else {
        None
    }
}

/// The roots of a term with its prefix cut, where enough is left.
pub(crate) fn roots_without_prefix(term: &str) -> Vec<String> {
    let rests = PREFIXES.iter().filter_map(|p| term.strip_prefix(p)).filter(|rest| rest.len() >= 5);
    rests.filter_map(root).collect()
}

/// Consonants of a stem, alternating ones made equal; the first vowel counts if the word begins with it.
fn skeleton(stem: &str) -> String {
    let mut out = String::new();
    let mut letters = stem.chars().peekable();
    let mut first = true;
    while let Some(c) = letters.next() {
        let next = letters.peek().copied();
        let kept = match (c, next) {
            ('s' | 'c' | 'r' | 'd', Some('z')) | ('c', Some('h')) => {
                letters.next();
                match c {
                    's' => 'S',
                    'c' if next == Some('h') => 'S',
                    'c' => 'T',
                    'r' => 'R',
                    _ => 'D',
                }
            }
            ('a' | 'e' | 'i' | 'o' | 'u' | 'y', _) if first => c,
            ('a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j', _) => {
                continue;
            }
            ('s' | 'h', _) => 'S',
            ('t' | 'c' | 'k', _) => 'T',
            ('d' | 'z' | 'g', _) => 'D',
            ('r', _) => 'R',
            (other, _) => other,
        };
        first = false;
        out.push(kept);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{root, roots_without_prefix};

    #[test]
    fn words_of_one_root_are_related() {
        for (one, other) in [
            ("zglosic", "zglaszac"),
            ("wyplacic", "wyplata"),
            ("przedluzyc", "przedluzac"),
            ("rejestrowac", "rejestracja"),
            ("budowac", "budowlany"),
            ("wycinka", "wycinac"),
            ("glosowac", "glos"),
        ] {
            assert_eq!(root(one), root(other), "{one} {other}");
        }
    }

    #[test]
    fn a_prefix_is_cut_on_one_side_only() {
        assert!(roots_without_prefix("zarejestrowac").contains(&root("rejestracja").unwrap()));
        assert_ne!(root("zameldowac"), root("wymeldowac"));
        assert_ne!(root("urodzenie"), root("zgon"));
    }
}
