//! The dictionary: an automaton from a form to the rules that give its dictionary forms.

use std::sync::OnceLock;

use crate::fold::fold;

static FORMS: &[u8] = include_bytes!("../data/pl.fst");
static RULES: &str = include_str!("../data/pl.rules");

/// How to make one dictionary form: cut so many bytes in front and at the end of the folded form, then append.
struct Rule {
    front: usize,
    end: usize,
    append: &'static str,
}

/// Forms of Polish words and their dictionary forms.
pub(crate) struct Dictionary {
    forms: Option<fst::Map<&'static [u8]>>,
    rules: Vec<Vec<Rule>>,
}

impl Dictionary {
    /// The dictionary this crate carries; read once (about ten milliseconds), then shared.
    pub(crate) fn polish() -> &'static Dictionary {
        static DICTIONARY: OnceLock<Dictionary> = OnceLock::new();
        DICTIONARY.get_or_init(|| Dictionary {
            // A damaged automaton leaves an empty dictionary: search then works on plain words. A test guards the file.
            forms: fst::Map::new(FORMS).ok(),
            rules: RULES.lines().map(|line| line.split('|').filter_map(parse).collect()).collect(),
        })
    }

    /// Folded dictionary forms of a word written as it is (lower case); empty when the word is unknown.
    ///
    /// A word with diacritics is taken at its word. A word without any may be one typed without them, so every
    /// reading of its folded form counts.
    pub(crate) fn lemmas(&self, word: &str) -> Vec<String> {
        let folded = fold(word);
        let exact = if word == folded { None } else { self.get(&format!("={word}")) };
        self.apply(exact.or_else(|| self.get(&folded)), &folded)
    }

    /// Folded dictionary forms of a word in a well-spelt text: diacritics are believed to be there where they belong.
    pub(crate) fn lemmas_of_careful_spelling(&self, word: &str) -> Vec<String> {
        let folded = fold(word);
        self.apply(self.get(&format!("={word}")).or_else(|| self.get(&folded)), &folded)
    }

    /// Folded dictionary forms of a folded word.
    pub(crate) fn lemmas_of_folded(&self, folded: &str) -> Vec<String> {
        self.apply(self.get(folded), folded)
    }

    fn get(&self, key: &str) -> Option<u64> {
        self.forms.as_ref()?.get(key)
    }

    fn apply(&self, number: Option<u64>, folded: &str) -> Vec<String> {
        let rules = number.and_then(|n| usize::try_from(n).ok()).and_then(|n| self.rules.get(n));
        let mut lemmas: Vec<String> = Vec::new();
        for rule in rules.into_iter().flatten() {
            if let Some(stem) = folded.len().checked_sub(rule.end).and_then(|end| folded.get(rule.front..end)) {
                lemmas.push(format!("{stem}{}", rule.append));
            }
        }
        lemmas
    }
}

fn parse(rule: &'static str) -> Option<Rule> {
    let mut parts = rule.splitn(3, ',');
    Some(Rule { front: parts.next()?.parse().ok()?, end: parts.next()?.parse().ok()?, append: parts.next()? })
}

#[cfg(test)]
mod tests {
    use super::Dictionary;

    #[test]
    fn the_carried_dictionary_is_whole() {
        let dictionary = Dictionary::polish();
        let forms = dictionary.forms.as_ref().unwrap();
        forms.as_fst().verify().unwrap();
        assert!(forms.len() > 2_000_000);
        assert!(dictionary.rules.iter().all(|set| !set.is_empty()));
    }

    #[test]
    fn diacritics_narrow_the_choice() {
        let dictionary = Dictionary::polish();
        assert_eq!(dictionary.lemmas("budowę"), ["budowa"]);
        assert!(dictionary.lemmas("budowe").contains(&"budowa".to_owned()));
        assert!(dictionary.lemmas("niezarejestrowanego").contains(&"zarejestrowac".to_owned()));
    }
}
