//! Words outside the dictionary: surnames, trade names, abbreviations, slips of the finger.

use std::collections::BTreeSet;

/// Endings of Polish nouns and adjectives, folded, the longest first.
const ENDINGS: &[&str] = &[
    "owskiego", "owskiemu", "iego", "iemu", "owie", "owi", "ami", "iej", "ego", "emu", "ach", "iem", "ich", "imi",
    "ymi", "em", "ow", "om", "ie", "ej", "im", "ym", "ia", "ii", "a", "e", "i", "o", "u", "y",
];

/// A stem for a folded word that no dictionary knows: `~` and the word without its ending, so that forms of a rare
/// surname meet (`Brzęczykowi`, `Brzęczyka`). `None` when too little would be left.
pub(crate) fn stem(folded: &str) -> Option<String> {
    if !folded.chars().all(char::is_alphabetic) {
        return None;
    }
    let cut = ENDINGS.iter().filter_map(|ending| folded.strip_suffix(ending)).find(|rest| rest.chars().count() >= 3);
    let rest = cut.unwrap_or(folded);
    (rest.chars().count() >= 3).then(|| format!("~{rest}"))
}

/// Every word at Damerau distance one over the folded alphabet: a letter lost, added, changed, or two neighbours swapped.
/// The first letter is repaired too. Source of the measure: F. J. Damerau, CACM 7(3), 1964.
pub(crate) fn neighbours(folded: &str) -> BTreeSet<String> {
    let letters: Vec<char> = folded.chars().collect();
    let mut out = BTreeSet::new();
    let mut add = |head: &[char], middle: &[char], tail: &[char]| {
        out.insert([head, middle, tail].concat().into_iter().collect::<String>());
    };
    for at in 0..=letters.len() {
        let (head, tail) = letters.split_at(at);
        for letter in 'a'..='z' {
            add(head, &[letter], tail);
            if let [_, rest @ ..] = tail {
                add(head, &[letter], rest);
            }
        }
        if let [_, rest @ ..] = tail {
            add(head, &[], rest);
        }
        if let [first, second, rest @ ..] = tail {
            add(head, &[*second, *first], rest);
        }
    }
    out.remove(folded);
    out
}

#[cfg(test)]
mod tests {
    use super::{neighbours, stem};

    #[test]
    fn forms_of_a_rare_surname_meet() {
        for form in ["brzeczyk", "brzeczyka", "brzeczykowi", "brzeczykiem", "brzeczyku"] {
            assert_eq!(stem(form).as_deref(), Some("~brzeczyk"), "{form}");
        }
        assert_eq!(stem("ab"), None);
    }

    #[test]
    fn one_slip_is_one_step() {
        let near = neighbours("dowod");
        for word in ["dowd", "dwood", "dowodd", "sowod", "dowot"] {
            assert!(near.contains(word), "{word}");
        }
        assert!(!near.contains("dowod"));
    }
}
