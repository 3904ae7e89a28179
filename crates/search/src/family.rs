//! Families of words: which terms come from one root, by the way Polish makes words out of words.
//!
//! The dictionary knows that "zarejestrowanego" is a form of "zarejestrować", but not that "rejestracja" is the same matter.
//! Here a term gets a *root*: derivational suffix cut, vowels dropped, consonants that alternate made equal
//! ("zgłosić", "zgłaszać", "zgłoszenie"; "wypłacić", "wypłata"). Two terms with one root are related; one whose prefix
//! must first be cut ("zarejestrować", "rejestracja") is related less. Two different prefixes never meet: "zameldować"
//! and "wymeldować" are different matters.

/// Derivational endings of folded dictionary forms, the longest first.
const SUFFIXES: &[&str] = &[
    "izowanie", "acyjny", "owanie", "ywanie", "iwanie", "owalny", "izacja", "owiec", "owanie", "owany", "alnosc",
    "awac", "owac", "ywac", "iwac", "arnia", "ownik", "nictwo", "alnik", "unkowy", "enie", "anie", "acja", "ycja",
    "unek", "alny", "elny", "czosc", "nosc", "stwo", "ctwo", "liwy", "owy", "owka", "ecie", "cie", "ony", "any", "osc",
    "nik", "czyk", "arz", "acz", "iec", "nac", "ski", "cki", "yna", "ina", "ica", "iec", "nia", "nie", "ny", "ek",
    "ka", "ik", "ec", "ac", "ic", "yc", "ba", "ca", "ja", "ia", "ie", "a", "e", "i", "o", "y", "c",
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
    rests.filter_map(root).filter(|r| !r.starts_with('=') || r.len() >= 5).collect()
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

/// How alike two words are by their three-letter pieces (Dice coefficient), from 0 to 1. For words nobody knows.
pub(crate) fn likeness(one: &str, other: &str) -> f64 {
    let (a, b) = (trigrams(one), trigrams(other));
    let shared = a.iter().filter(|g| b.contains(g)).count();
    2.0 * count(shared) / count((a.len() + b.len()).max(1))
}

fn trigrams(word: &str) -> Vec<[char; 3]> {
    let letters: Vec<char> = std::iter::once('^').chain(word.chars()).chain(std::iter::once('$')).collect();
    letters.windows(3).filter_map(|w| w.try_into().ok()).collect()
}

fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests {
    use super::{likeness, root, roots_without_prefix};

    #[test]
    fn words_of_one_root_are_related() {
        for (one, other) in [
            ("zglosic", "zglaszac"),
            ("wyplacic", "wyplata"),
            ("przedluzyc", "przedluzac"),
            ("rejestrowac", "rejestracja"),
            ("budowac", "budowlany"),
            ("wycinac", "wycinka"),
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

    #[test]
    fn likeness_falls_with_difference() {
        assert!(likeness("samochod", "samochodowy") > 0.6);
        assert!(likeness("samochod", "szambo") < 0.2);
    }
}
