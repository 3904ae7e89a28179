//! Ranking over a small collection held in memory.
//!
//! The measure is BM25F (Robertson, Zaragoza, *The Probabilistic Relevance Framework*, 2009) over terms of crate
//! `lemma`, with three additions that short questions need: words of one family count in part (see the family module),
//! a whole phrase of a document found in the question counts more than its words, and words that any question may hold
//! ("ile kosztuje", "gdzie złożyć") count little.

use std::collections::HashMap;

use lemma::{Analyser, Kind};

use crate::everyday::everyday;
use crate::family::{likeness, root, roots_without_prefix};

/// How fast repetition stops adding (BM25's k1).
const SATURATION: f64 = 1.0;
/// How much long fields are held back (BM25's b).
const LENGTH: f64 = 0.25;
/// The share of a term of the same root.
const SAME_ROOT: f64 = 0.7;
/// The share of a term related by cutting a prefix.
const CUT_PREFIX: f64 = 0.55;
/// The share of a term that merely looks alike, and the least likeness that counts.
const LOOKS_ALIKE: f64 = 0.5;
const LEAST_LIKENESS: f64 = 0.5;
/// The share of a word that any question may hold.
const EVERYDAY: f64 = 0.2;
/// What a whole phrase adds to the sum of its words.
const PHRASE: f64 = 0.6;
/// What two neighbouring words found as neighbours add.
const NEIGHBOURS: f64 = 0.25;
/// A field at least this heavy tells what a document is about; a term in lighter fields makes it less common.
const TELLING: f64 = 2.0;

/// A document to rank: its fields with their weights. A field holds one or several passages (a name, a list of phrases);
/// words are neighbours only within a passage.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Fields, each with its weight (above 0; 1 is plain text).
    pub fields: Vec<(f64, Vec<String>)>,
}

/// A document found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit<Id> {
    /// Which.
    pub id: Id,
    /// How well it fits; above 0, comparable only within one answer.
    pub score: f64,
}

type TermNumber = usize;

/// A passage of a document, as places holding the terms that may be meant there.
struct Passage {
    weight: f64,
    places: Vec<Vec<TermNumber>>,
}

/// A collection ready to be asked.
pub struct Corpus<Id> {
    ids: Vec<Id>,
    passages: Vec<Vec<Passage>>,
    numbers: HashMap<String, TermNumber>,
    terms: Vec<String>,
    /// By term: documents with the weighted, length-normed frequency.
    postings: Vec<HashMap<usize, f64>>,
    /// By term: in how many documents it tells something (in parts of one).
    spread: Vec<f64>,
    roots: HashMap<String, Vec<TermNumber>>,
    cut_roots: HashMap<String, Vec<TermNumber>>,
}

/// A telling word of a question with what it may match.
struct Asked {
    matches: HashMap<TermNumber, f64>,
    rarity: f64,
}

impl<Id: Clone> Corpus<Id> {
    /// Analyses and counts the documents. A thousand short documents take well under a second.
    pub fn build(documents: impl IntoIterator<Item = (Id, Document)>) -> Self {
        let analyser = Analyser::polish();
        let mut corpus = Corpus {
            ids: Vec::new(),
            passages: Vec::new(),
            numbers: HashMap::new(),
            terms: Vec::new(),
            postings: Vec::new(),
            spread: Vec::new(),
            roots: HashMap::new(),
            cut_roots: HashMap::new(),
        };
        let mut lengths: Vec<Vec<usize>> = Vec::new();
        let mut fields: Vec<Vec<Vec<Passage>>> = Vec::new();
        for (id, document) in documents {
            corpus.ids.push(id);
            let mut parts = Vec::new();
            for (weight, texts) in &document.fields {
                let passages: Vec<Passage> = texts
                    .iter()
                    .map(|text| {
                        let tokens = analyser.index_tokens(text).into_iter().filter(|t| !t.stop);
                        let places = tokens.map(|t| t.terms.iter().map(|term| corpus.number(term)).collect()).collect();
                        Passage { weight: *weight, places }
                    })
                    .collect();
                parts.push(passages);
            }
            lengths.push(parts.iter().map(|f| f.iter().map(|p| p.places.len()).sum()).collect());
            fields.push(parts);
        }
        let widest = lengths.iter().map(Vec::len).max().unwrap_or(0);
        let average: Vec<f64> = (0..widest)
            .map(|f| {
                let all: Vec<usize> = lengths.iter().filter_map(|l| l.get(f).copied()).collect();
                (count(all.iter().sum()) / count(all.len().max(1))).max(1.0)
            })
            .collect();
        corpus.postings = vec![HashMap::new(); corpus.terms.len()];
        corpus.spread = vec![0.0; corpus.terms.len()];
        for (document, parts) in fields.into_iter().enumerate() {
            let mut heaviest: HashMap<TermNumber, f64> = HashMap::new();
            for (field, passages) in parts.iter().enumerate() {
                let own = lengths.get(document).and_then(|l| l.get(field)).copied().unwrap_or(0);
                let norm = 1.0 - LENGTH + LENGTH * count(own) / average.get(field).copied().unwrap_or(1.0);
                for passage in passages {
                    for term in passage.places.iter().flatten() {
                        *corpus.postings[*term].entry(document).or_default() += passage.weight / norm;
                        let best = heaviest.entry(*term).or_default();
                        *best = best.max(passage.weight);
                    }
                }
            }
            for (term, weight) in heaviest {
                corpus.spread[term] += (weight / TELLING).min(1.0);
            }
            corpus.passages.push(parts.into_iter().flatten().collect());
        }
        for (number, term) in corpus.terms.iter().enumerate() {
            if let Some(root) = root(term) {
                corpus.roots.entry(root).or_default().push(number);
            }
            for root in roots_without_prefix(term) {
                corpus.cut_roots.entry(root).or_default().push(number);
            }
        }
        corpus
    }

    /// The best documents for a question in a person's own words, best first.
    pub fn rank(&self, question: &str, limit: usize) -> Vec<Hit<Id>> {
        let asked = self.ask(question);
        let mut hits: Vec<(usize, f64)> =
            (0..self.ids.len()).map(|d| (d, self.score(&asked, d))).filter(|(_, score)| *score > 0.0).collect();
        hits.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        hits.truncate(limit);
        hits.into_iter().filter_map(|(d, score)| self.ids.get(d).map(|id| Hit { id: id.clone(), score })).collect()
    }

    fn number(&mut self, term: &str) -> TermNumber {
        if let Some(number) = self.numbers.get(term) {
            return *number;
        }
        let number = self.terms.len();
        self.numbers.insert(term.to_owned(), number);
        self.terms.push(term.to_owned());
        number
    }

    fn ask(&self, question: &str) -> Vec<Asked> {
        let tokens = Analyser::polish().query_tokens(question, &|term| self.numbers.contains_key(term));
        let tokens = tokens.into_iter().filter(|t| !t.stop && !t.terms.is_empty());
        let asked = tokens.map(|token| {
            let mut matches: HashMap<TermNumber, f64> = HashMap::new();
            let mut exact: Vec<TermNumber> = token.terms.iter().filter_map(|t| self.numbers.get(t).copied()).collect();
            exact.sort_unstable();
            for term in &exact {
                matches.insert(*term, 1.0);
            }
            if token.kind == Kind::Word {
                for term in &token.terms {
                    self.relatives(term, &mut matches);
                }
                if matches.is_empty() {
                    self.lookalikes(&token.folded, &mut matches);
                }
            }
            let common = token.terms.iter().any(|t| everyday(t));
            let basis: Vec<TermNumber> = if exact.is_empty() { matches.keys().copied().collect() } else { exact };
            let rarity = self.rarity(&basis) * if common { EVERYDAY } else { 1.0 };
            Asked { matches, rarity }
        });
        asked.collect()
    }

    fn relatives(&self, term: &str, matches: &mut HashMap<TermNumber, f64>) {
        let mut add = |terms: Option<&Vec<TermNumber>>, share: f64| {
            for number in terms.into_iter().flatten() {
                let best = matches.entry(*number).or_default();
                *best = best.max(share);
            }
        };
        if let Some(root) = root(term) {
            add(self.roots.get(&root), SAME_ROOT);
            add(self.cut_roots.get(&root), CUT_PREFIX);
        }
        for root in roots_without_prefix(term) {
            add(self.roots.get(&root), CUT_PREFIX);
        }
    }

    fn lookalikes(&self, word: &str, matches: &mut HashMap<TermNumber, f64>) {
        for (number, term) in self.terms.iter().enumerate() {
            let likeness = likeness(word, term);
            if likeness >= LEAST_LIKENESS {
                matches.insert(number, likeness * LOOKS_ALIKE);
            }
        }
    }

    /// How much it tells that a word is there: the fewer documents are about it, the more.
    fn rarity(&self, terms: &[TermNumber]) -> f64 {
        let all = count(self.ids.len());
        let with = terms.iter().filter_map(|t| self.spread.get(*t)).fold(0.0f64, |a, b| a.max(*b)).min(all);
        (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }

    fn score(&self, asked: &[Asked], document: usize) -> f64 {
        let words: f64 = asked.iter().map(|word| word.rarity * self.frequency(word, document)).sum();
        if words <= 0.0 {
            return 0.0;
        }
        let mut phrase: f64 = 0.0;
        let mut neighbours: f64 = 0.0;
        for passage in self.passages.get(document).into_iter().flatten() {
            let (whole, pairs) = self.passage(asked, passage);
            phrase = phrase.max(whole);
            neighbours = neighbours.max(pairs);
        }
        words + PHRASE * phrase + NEIGHBOURS * neighbours
    }

    /// The saturated frequency of the best match of a word in a document, from 0 to 1.
    fn frequency(&self, word: &Asked, document: usize) -> f64 {
        let weighted = word.matches.iter().filter_map(|(term, share)| {
            let frequency = self.postings.get(*term)?.get(&document)?;
            Some(share * frequency / (SATURATION + frequency))
        });
        weighted.fold(0.0, f64::max)
    }

    /// What a passage adds: how much of it the question holds (several words of it), and words that are neighbours in both.
    fn passage(&self, asked: &[Asked], passage: &Passage) -> (f64, f64) {
        let importance = (passage.weight / TELLING).min(1.0);
        let (mut held, mut total) = (0.0, 0.0);
        let mut which: Vec<Option<usize>> = Vec::with_capacity(passage.places.len());
        let mut words = 0usize;
        for place in &passage.places {
            let best = asked
                .iter()
                .enumerate()
                .filter_map(|(at, word)| {
                    let share = place.iter().filter_map(|t| word.matches.get(t)).fold(0.0f64, |a, b| a.max(*b));
                    (share > 0.0).then_some((at, share, word.rarity))
                })
                .max_by(|a, b| (a.1 * a.2).total_cmp(&(b.1 * b.2)));
            match best {
                Some((at, share, rarity)) => {
                    held += share * rarity;
                    total += rarity;
                    if !which.contains(&Some(at)) {
                        words += 1;
                    }
                    which.push(Some(at));
                }
                None => {
                    let common = place.iter().any(|t| self.terms.get(*t).is_some_and(|t| everyday(t)));
                    total += self.rarity(place) * if common { EVERYDAY } else { 1.0 };
                    which.push(None);
                }
            }
        }
        let whole = if words >= 2 && total > 0.0 { importance * held * (held / total) } else { 0.0 };
        let mut pairs = 0.0;
        for pair in which.windows(2) {
            if let [Some(a), Some(b)] = pair
                && a != b
                && a.abs_diff(*b) <= 2
                && let (Some(a), Some(b)) = (asked.get(*a), asked.get(*b))
            {
                pairs += importance * a.rarity.min(b.rarity);
            }
        }
        (whole, pairs)
    }
}

fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::MAX, f64::from)
}
