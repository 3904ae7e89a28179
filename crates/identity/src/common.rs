//! The most common passwords, and what people make of them to get past a rule on length.
//!
//! The list and its licence lie in `data/`.

use std::{collections::HashSet, sync::LazyLock};

static COMMON: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../data/common-passwords.txt").lines().filter(|l| !l.is_empty()).collect());

/// The rows of keyboards and of the alphabet that fingers run along.
const RUNS: &[&str] = &[
    "abcdefghijklmnopqrstuvwxyz",
    "012345678901234567890123456789",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "zaq12wsxcde34rfvbgt56yhnmju78ik",
];

/// How many signs around a common word do not make it another password.
const AROUND: usize = 6;

/// Whether a password (at least 12 characters) is common: on the list, a repetition of something short, a run along the
/// keyboard, or a common word with a few signs around it or letters replaced by look-alikes.
pub(crate) fn is_common(password: &str) -> bool {
    let folded = law::fold::fold(password);
    let squeezed: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    let plain: String = folded.chars().filter(|c| c.is_alphanumeric()).map(without_leet).collect();
    let full = password.chars().count();
    [&folded, &squeezed, &plain].into_iter().any(|text| COMMON.contains(text.as_str()))
        || repeats(&folded)
        || runs(&squeezed)
        || dressed(&folded, full)
}

/// The letter a look-alike stands for.
fn without_leet(c: char) -> char {
    match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}

/// Whether a text is one piece of at most six signs over and over, or uses fewer than four different signs.
fn repeats(text: &str) -> bool {
    let signs: Vec<char> = text.chars().collect();
    let few = signs.iter().collect::<HashSet<_>>().len() < 4;
    few || (1..=6.min(signs.len() / 2)).any(|n| signs.iter().zip(signs.iter().skip(n)).all(|(a, b)| a == b))
}

/// Whether a text follows a keyboard or the alphabet, forwards or backwards, in at most three runs.
fn runs(text: &str) -> bool {
    let mut rest = text;
    for _ in 0..3 {
        let taken = RUNS
            .iter()
            .flat_map(|row| [(*row).to_owned(), row.chars().rev().collect()])
            .map(|row| common_run(rest, &row))
            .max()
            .unwrap_or(0);
        if taken < 3 {
            return false;
        }
        rest = rest.get(taken..).unwrap_or_default();
        if rest.is_empty() {
            return true;
        }
    }
    false
}

/// The length of the longest beginning of `text` that stands somewhere in `row`.
fn common_run(text: &str, row: &str) -> usize {
    let ends = text.char_indices().map(|(i, c)| i + c.len_utf8());
    ends.take_while(|&end| text.get(..end).is_some_and(|start| row.contains(start))).last().unwrap_or(0)
}

/// Whether a text is a common word, or one twice, with at most [`AROUND`] other signs before and after it.
fn dressed(text: &str, full: usize) -> bool {
    let core = text.trim_matches(|c: char| !c.is_alphabetic());
    let length = core.chars().count();
    let plain: String = core.chars().map(without_leet).collect();
    let known = [core, &plain].into_iter().any(|word| {
        let (first, second) = word.split_at_checked(word.len() / 2).unwrap_or((word, ""));
        COMMON.contains(word) || (first == second && COMMON.contains(first))
    });
    known && length >= 4 && full.saturating_sub(length) <= AROUND
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_make_of_common_passwords_is_found() {
        for bad in [
            "unbelievable",
            "Administrator",
            "password1234",
            "P@ssw0rd2026!",
            "Warszawa2026",
            "haslohaslo12",
            "aaaaaaaaaaaa",
            "abcabcabcabc",
            "123456789012",
            "qwertyuiopas",
            "abcdefghijkl",
            "098765432109",
            "qwerty 123456",
            "zaq12wsxcde3",
            "Kochanie!2024",
            "121212121212",
        ] {
            assert!(is_common(bad), "{bad}");
        }
    }

    #[test]
    fn a_phrase_is_not_common() {
        for good in [
            "cztery zielone rowery",
            "rowerowa sobota w maju",
            "zupa pomidorowa 1997",
            "kR7#x9!pQ2$wLz",
            "mój pies je o ósmej",
        ] {
            assert!(!is_common(good), "{good}");
        }
    }
}
