//! From text to the terms that are stored and asked for.

use crate::dictionary::Dictionary;
use crate::fold::fold;
use crate::stop::is_stop_word;
use crate::tokens::{Kind, identifier_terms, pieces};
use crate::unknown::{neighbours, stem};

/// The longest word that is analysed, in bytes; anything longer is not a word of a language.
const LONGEST_WORD: usize = 64;

/// The shortest word repaired, in letters: a three-letter word is one step away from half the dictionary.
const SHORTEST_REPAIRED: usize = 4;

/// A word, number or identifier found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// As written.
    pub text: String,
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// What it is.
    pub kind: Kind,
    /// Folded (see [`fold`]); identifiers have their connectors settled.
    pub folded: String,
    /// The terms it stands for, any of which may be meant: folded dictionary forms, or the word itself when unknown.
    pub terms: Vec<String>,
    /// Whether it carries no subject ("jak", "gdzie", "na") and is left out of index and query.
    pub stop: bool,
    /// Whether the dictionary knows it. Numbers and identifiers count as known.
    pub known: bool,
}

/// The analyser. It holds nothing but the dictionary; get the shared one with [`Analyser::polish`].
pub struct Analyser {
    dictionary: &'static Dictionary,
}

impl Analyser {
    /// The analyser of Polish.
    pub fn polish() -> &'static Analyser {
        static ANALYSER: std::sync::OnceLock<Analyser> = std::sync::OnceLock::new();
        ANALYSER.get_or_init(|| Analyser { dictionary: Dictionary::polish() })
    }

    /// The words, numbers and identifiers of a text, in order, stop words included and marked.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        self.analyse(text, false)
    }

    /// The terms of a text to store in an index, in order of the text, several for an ambiguous word. Text in an index
    /// is taken to be spelt well; identifiers also give their parts (`0123.4.2026` for `OR.0123.4.2026.JK`).
    pub fn index_terms(&self, text: &str) -> Vec<String> {
        self.index_tokens(text).into_iter().filter(|t| !t.stop).flat_map(|t| t.terms).collect()
    }

    /// The same as [`Analyser::index_terms`] with the tokens kept apart, for indexes that store places.
    pub fn index_tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = self.analyse(text, true);
        for token in &mut tokens {
            if token.kind == Kind::Identifier {
                token.terms = identifier_terms(&token.text, &token.folded);
            }
        }
        tokens
    }

    /// The terms of a query: for each telling word the alternatives, any of which may be matched.
    ///
    /// `vocabulary` says whether a term occurs in the index. It only serves to repair slips: a word unknown to the
    /// dictionary and to the index gives way to terms of the index one step away (Damerau distance 1, words of at least
    /// four letters). A word nobody knows stays as it is.
    pub fn query_terms(&self, text: &str, vocabulary: &dyn Fn(&str) -> bool) -> Vec<Vec<String>> {
        self.query_tokens(text, vocabulary).into_iter().filter(|t| !t.stop).map(|t| t.terms).collect()
    }

    /// The same as [`Analyser::query_terms`] with the tokens, stop words included.
    pub fn query_tokens(&self, text: &str, vocabulary: &dyn Fn(&str) -> bool) -> Vec<Token> {
        let mut tokens = self.tokens(text);
        for token in &mut tokens {
            let repairable =
                token.kind == Kind::Word && !token.known && token.folded.chars().count() >= SHORTEST_REPAIRED;
            if repairable && token.folded.len() <= LONGEST_WORD && !token.terms.iter().any(|t| vocabulary(t)) {
                let repaired = self.repair(&token.folded, vocabulary);
                if !repaired.is_empty() {
                    token.terms = repaired;
                }
            }
        }
        tokens
    }

    /// What a mistyped word may have meant, without knowing the index: the terms of every word one step away. Some three
    /// hundred terms for a word of ten letters, so ask for them only when the word itself finds nothing. Empty for numbers,
    /// identifiers and words under four letters.
    pub fn near_terms(&self, token: &Token) -> Vec<String> {
        let letters = token.folded.chars().count();
        if token.kind != Kind::Word || letters < SHORTEST_REPAIRED || token.folded.len() > LONGEST_WORD {
            return Vec::new();
        }
        let mut terms = std::collections::BTreeSet::new();
        for near in neighbours(&token.folded).into_iter().filter(|near| !is_stop_word(near)) {
            let lemmas = self.dictionary.lemmas_of_folded(&near);
            if lemmas.is_empty() {
                terms.extend(stem(&near));
            }
            terms.extend(lemmas);
        }
        terms.into_iter().collect()
    }

    fn repair(&self, folded: &str, vocabulary: &dyn Fn(&str) -> bool) -> Vec<String> {
        let mut found = Vec::new();
        for candidate in neighbours(folded) {
            if is_stop_word(&candidate) {
                continue;
            }
            let mut terms = self.dictionary.lemmas_of_folded(&candidate);
            terms.push(candidate);
            for term in terms {
                if !found.contains(&term) && vocabulary(&term) {
                    found.push(term);
                }
            }
        }
        found
    }

    fn analyse(&self, text: &str, careful: bool) -> Vec<Token> {
        pieces(text)
            .into_iter()
            .map(|piece| {
                let mut terms = Vec::new();
                let stop = piece.kind == Kind::Word && is_stop_word(&piece.folded);
                if piece.kind == Kind::Word && !stop && piece.folded.len() <= LONGEST_WORD {
                    let word = lower(piece.text);
                    terms = if careful {
                        self.dictionary.lemmas_of_careful_spelling(&word)
                    } else {
                        self.dictionary.lemmas(&word)
                    };
                    if terms.is_empty() {
                        // Emp@tia and the like: what was made of the sign may be a word.
                        terms = self.dictionary.lemmas_of_folded(&piece.folded);
                    }
                }
                let known = !terms.is_empty() || piece.kind != Kind::Word || stop;
                if terms.is_empty() {
                    terms.push(piece.folded.clone());
                    if piece.kind == Kind::Word && !stop {
                        terms.extend(stem(&piece.folded));
                    }
                }
                Token {
                    text: piece.text.to_owned(),
                    start: piece.start,
                    kind: piece.kind,
                    folded: piece.folded,
                    terms,
                    stop,
                    known,
                }
            })
            .collect()
    }
}

/// Lower case in composed form, as the dictionary spells.
fn lower(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    if word.is_ascii() { word.to_ascii_lowercase() } else { word.nfc().collect::<String>().to_lowercase() }
}

/// Whether two words share a term; the question behind most uses of the analyser, and handy in tests.
///
/// ```
/// assert!(lemma::meet("zgubiłem", "zgubienie"));
/// assert!(lemma::meet("psow", "pies"));
/// assert!(!lemma::meet("zameldować", "wymeldować"));
/// ```
pub fn meet(one: &str, other: &str) -> bool {
    let analyser = Analyser::polish();
    let right = analyser.tokens(other);
    let same = |folded: &str| right.iter().any(|r| r.folded == folded);
    analyser
        .tokens(one)
        .iter()
        .any(|l| same(&fold(&l.text)) || l.terms.iter().any(|t| right.iter().any(|r| r.terms.contains(t))))
}
