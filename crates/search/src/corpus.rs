//! Ranking over a small collection held in memory.
//!
//! The measure is BM25F (Robertson, Zaragoza, *The Probabilistic Relevance Framework*, 2009) over terms of crate
//! `lemma`, with three additions that short questions need: words of one family count in part (see the family module),
//! a whole phrase of a document found in the question counts more than its words, and words that any question may hold
//! ("ile kosztuje", "gdzie złożyć") count little.

use std::collections::HashMap;

use lemma::{Analyser, Kind};

use crate::everyday::everyday;
use crate::family::{root, roots_without_prefix};

/// The numbers of the ranking. The default is what was found to work best; the example `tune` measures others.
#[derive(Debug, Clone, Copy)]
pub struct Tuning {
    /// How fast repetition stops adding (BM25's k1).
    pub saturation: f64,
    /// How much long fields are held back (BM25's b), 0 to 1.
    pub length: f64,
    /// The share of a term of the same root, 0 to 1.
    pub same_root: f64,
    /// The share of a term related by cutting a prefix, 0 to 1.
    pub cut_prefix: f64,
    /// The share of a word that any question may hold, 0 to 1.
    pub everyday: f64,
    /// What a whole phrase adds to the sum of its words.
    pub phrase: f64,
    /// A field at least this heavy tells what a document is about; a term in lighter fields makes it less common.
    pub telling: f64,
}

impl Default for Tuning {
    fn default() -> Self {
        Self {
            saturation: 2.0,
            length: 0.25,
            same_root: 0.7,
            cut_prefix: 0.55,
            everyday: 0.2,
            phrase: 0.6,
            telling: 2.0,
        }
    }
}

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
    places: Vec<Place>,
}

/// A place in a passage: the terms that may be meant there, and how much they tell.
struct Place {
    terms: Vec<TermNumber>,
    rarity: f64,
}

/// A collection ready to be asked.
pub struct Corpus<Id> {
    tuning: Tuning,
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

/// The word of a question that a term answers best, and how much that adds.
struct Match {
    word: usize,
    gain: f64,
}

/// A telling word of a question with what it may match.
struct Asked {
    matches: HashMap<TermNumber, f64>,
    rarity: f64,
}

impl<Id: Clone> Corpus<Id> {
    /// Analyses and counts the documents; do it once and keep the result.
    pub fn build(documents: impl IntoIterator<Item = (Id, Document)>) -> Self {
        Self::tuned(Tuning::default(), documents)
    }

    /// The same with other numbers.
    pub fn tuned(tuning: Tuning, documents: impl IntoIterator<Item = (Id, Document)>) -> Self {
        let analyser = Analyser::polish();
        let mut corpus = Corpus {
            tuning,
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
                        let places = tokens
                            .map(|t| Place {
                                terms: t.terms.iter().map(|term| corpus.number(term)).collect(),
                                rarity: 0.0,
                            })
                            .collect();
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
                let norm =
                    1.0 - tuning.length + tuning.length * count(own) / average.get(field).copied().unwrap_or(1.0);
                for passage in passages {
                    for term in passage.places.iter().flat_map(|p| &p.terms) {
                        *corpus.postings[*term].entry(document).or_default() += passage.weight / norm;
                        let best = heaviest.entry(*term).or_default();
                        *best = best.max(passage.weight);
                    }
                }
            }
            for (term, weight) in heaviest {
                corpus.spread[term] += (weight / tuning.telling).min(1.0);
            }
            corpus.passages.push(parts.into_iter().flatten().collect());
        }
        let mut passages = std::mem::take(&mut corpus.passages);
        for place in passages.iter_mut().flatten().flat_map(|p| &mut p.places) {
            place.rarity = corpus.weighed_rarity(&place.terms, place.terms.iter().filter_map(|t| corpus.terms.get(*t)));
        }
        corpus.passages = passages;
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
        let mut best: Vec<Option<Match>> = Vec::new();
        best.resize_with(self.terms.len(), || None);
        for (word, Asked { matches, rarity }) in asked.iter().enumerate() {
            for (term, share) in matches {
                let gain = share * rarity;
                if let Some(slot) = best.get_mut(*term)
                    && slot.as_ref().is_none_or(|m| m.gain < gain)
                {
                    *slot = Some(Match { word, gain });
                }
            }
        }
        let mut hits: Vec<(usize, f64)> =
            (0..self.ids.len()).map(|d| (d, self.score(&asked, &best, d))).filter(|(_, score)| *score > 0.0).collect();
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
            }
            let basis: Vec<TermNumber> = if exact.is_empty() { matches.keys().copied().collect() } else { exact };
            let rarity = self.weighed_rarity(&basis, token.terms.iter());
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
            add(self.roots.get(&root), self.tuning.same_root);
            add(self.cut_roots.get(&root), self.tuning.cut_prefix);
        }
        for root in roots_without_prefix(term) {
            add(self.roots.get(&root), self.tuning.cut_prefix);
        }
    }

    /// How much it tells that a word is there: the fewer documents are about it, the more.
    fn rarity(&self, terms: &[TermNumber]) -> f64 {
        let all = count(self.ids.len());
        let with = terms.iter().filter_map(|t| self.spread.get(*t)).fold(0.0f64, |a, b| a.max(*b)).min(all);
        (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }

    /// The same, held back for words that any question may hold.
    fn weighed_rarity<'a>(&self, terms: &[TermNumber], mut words: impl Iterator<Item = &'a String>) -> f64 {
        self.rarity(terms) * if words.any(|w| everyday(w)) { self.tuning.everyday } else { 1.0 }
    }

    fn score(&self, asked: &[Asked], best: &[Option<Match>], document: usize) -> f64 {
        let words: f64 = asked.iter().map(|word| word.rarity * self.frequency(word, document)).sum();
        if words <= 0.0 {
            return 0.0;
        }
        let passages = self.passages.get(document).into_iter().flatten();
        words + self.tuning.phrase * passages.map(|p| self.whole(asked, best, p)).fold(0.0, f64::max)
    }

    /// The saturated frequency of the best match of a word in a document, from 0 to 1.
    fn frequency(&self, word: &Asked, document: usize) -> f64 {
        let weighted = word.matches.iter().filter_map(|(term, share)| {
            let frequency = self.postings.get(*term)?.get(&document)?;
            Some(share * frequency / (self.tuning.saturation + frequency))
        });
        weighted.fold(0.0, f64::max)
    }

    /// What a passage adds: the weight of its words that the question holds, times the part of the passage they make up.
    fn whole(&self, asked: &[Asked], best: &[Option<Match>], passage: &Passage) -> f64 {
        let (mut held, mut total) = (0.0, 0.0);
        for place in &passage.places {
            let found = place.terms.iter().filter_map(|t| best.get(*t)?.as_ref());
            match found.max_by(|a, b| a.gain.total_cmp(&b.gain)) {
                Some(found) => {
                    held += found.gain;
                    total += asked.get(found.word).map_or(0.0, |word| word.rarity);
                }
                None => total += place.rarity,
            }
        }
        if total > 0.0 { (passage.weight / self.tuning.telling).min(1.0) * held * (held / total) } else { 0.0 }
    }
}

fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::MAX, f64::from)
}
