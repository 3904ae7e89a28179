//! Finding a gmina by what a person types.

use super::{Gmina, gminas};
use crate::fold::{fold, sort_key};
use std::cmp::Reverse;

/// Narrows a search to a part of the country; empty filters let everything through.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter<'a> {
    /// Two digits of a voivodeship.
    pub voivodeship: Option<&'a str>,
    /// Four digits of a powiat.
    pub powiat: Option<&'a str>,
}

impl Filter<'_> {
    fn lets_through(&self, gmina: &Gmina) -> bool {
        self.voivodeship.is_none_or(|code| gmina.code.voivodeship() == code)
            && self.powiat.is_none_or(|code| gmina.code.powiat() == code)
    }
}

/// Folds a text into words of letters and digits with single spaces between.
pub(super) fn words_of(text: &str) -> String {
    fold(text)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Words people put around a name when they look for an office.
const AROUND: [&str; 20] = [
    "urzad",
    "urzedu",
    "urzedzie",
    "gmina",
    "gminy",
    "gminie",
    "gminny",
    "miasto",
    "miasta",
    "miescie",
    "miejski",
    "miejska",
    "m",
    "st",
    "powiat",
    "wojewodztwo",
    "w",
    "we",
    "i",
    "ug",
];

/// Gminas that match what was typed, the best first, at most `limit`.
///
/// Case, diacritics, dashes and spaces do not matter. In order: the whole name, a name that begins so, a name with
/// a word that begins so, a name that contains it, a name all of whose typed words it or its powiat or voivodeship
/// contains (`bolesławiec dolnośląskie`); among equals the more populous first. Digits find codes that
/// begin so. Words like `urząd gminy` around the name are left out when nothing is found with them, and
/// then one mistyped letter is forgiven in names of five letters or more. With nothing typed the list is alphabetical.
#[must_use]
pub fn search(typed: &str, limit: usize, filter: Filter<'_>) -> Vec<&'static Gmina> {
    let typed = words_of(typed);
    let within = || gminas().iter().filter(|gmina| filter.lets_through(gmina));
    if typed.is_empty() {
        let mut all: Vec<_> = within().collect();
        all.sort_by_cached_key(|gmina| (sort_key(gmina.name), gmina.code));
        all.truncate(limit);
        return all;
    }
    if typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return within().filter(|gmina| gmina.code.as_str().starts_with(&typed)).take(limit).collect();
    }
    let bare = typed.split(' ').filter(|word| !AROUND.contains(word)).collect::<Vec<_>>().join(" ");
    let ranked = |rank: &dyn Fn(&Gmina) -> Option<u8>| {
        let mut found: Vec<_> = within().filter_map(|gmina| rank(gmina).map(|rank| (rank, gmina))).collect();
        found.sort_by_key(|(rank, gmina)| (*rank, Reverse(gmina.population.unwrap_or(0)), gmina.code));
        found.into_iter().map(|(_, gmina)| gmina).take(limit).collect::<Vec<_>>()
    };
    let mut found = ranked(&|gmina| rank(gmina, &typed));
    if found.is_empty() && !bare.is_empty() && bare != typed {
        found = ranked(&|gmina| rank(gmina, &bare));
    }
    if found.is_empty() && bare.chars().count() >= 5 {
        found = ranked(&|gmina| one_typo(&gmina.folded, &bare).then_some(0));
    }
    found
}

/// How well a gmina matches, 0 the best; `None` if it does not.
fn rank(gmina: &Gmina, typed: &str) -> Option<u8> {
    let name = gmina.folded.as_str();
    if name == typed {
        return Some(0);
    }
    if let Some(rest) = name.strip_prefix(typed) {
        return Some(if rest.starts_with(' ') { 1 } else { 2 });
    }
    if name.match_indices(typed).any(|(at, _)| name.get(..at).is_some_and(|before| before.ends_with(' '))) {
        return Some(3);
    }
    if name.contains(typed) {
        return Some(4);
    }
    let mut in_name = 0;
    for word in typed.split(' ') {
        if begins_a_word(name, word) {
            in_name += 1;
        } else if !begins_a_word(&gmina.folded_around, word) {
            return None;
        }
    }
    Some(if in_name > 0 { 5 } else { 6 })
}

fn begins_a_word(text: &str, word: &str) -> bool {
    text.split(' ').any(|other| other.starts_with(word))
}

/// Whether two texts differ by one letter changed, added, left out, or two neighbours swapped.
fn one_typo(name: &str, typed: &str) -> bool {
    let (name, typed): (Vec<char>, Vec<char>) = (name.chars().collect(), typed.chars().collect());
    let same = name.iter().zip(&typed).take_while(|(a, b)| a == b).count();
    let after = |list: &[char], skip: usize| list.get(same + skip..).map(<[char]>::to_vec).unwrap_or_default();
    match (name.len(), typed.len()) {
        (a, b) if a == b => {
            let swapped = name.get(same) == typed.get(same + 1) && name.get(same + 1) == typed.get(same);
            after(&name, 1) == after(&typed, 1) || (swapped && after(&name, 2) == after(&typed, 2))
        }
        (a, b) if a == b + 1 => after(&name, 1) == after(&typed, 0),
        (a, b) if a + 1 == b => after(&name, 0) == after(&typed, 1),
        _ => false,
    }
}
