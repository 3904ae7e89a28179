//! Compiles the list of forms written by `tools/forms.py` into the files this crate carries.
//!
//! ```text
//! cargo run --release -p lemma --example compile -- forms.tsv crates/lemma/data
//! ```
//!
//! `pl.fst` maps a form to the number of a line of `pl.rules`; the line says how to make the dictionary forms out of the
//! folded form: `CUT_FRONT,CUT_END,APPEND`, several joined by `|`. Keys come in two kinds: the folded form as it is (`budowe`),
//! and `=` with the exact form (`=budowę`), the latter only where spelling with diacritics narrows the choice.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;

/// The dictionary forms of one spelling, with the best rank seen so far.
#[derive(Default)]
struct Readings {
    rank: u8,
    lemmas: BTreeSet<String>,
}

impl Readings {
    fn add(&mut self, lemma: &str, rank: u8) {
        if self.lemmas.is_empty() || rank < self.rank {
            self.lemmas.clear();
            self.rank = rank;
        }
        if rank == self.rank {
            self.lemmas.insert(lemma.to_owned());
        }
    }
}

/// The rule that turns the folded form into the lemma. A negated or superlative form loses its first three letters.
fn rule(form: &str, lemma: &str) -> String {
    let shared = |a: &str| a.bytes().zip(lemma.bytes()).take_while(|(x, y)| x == y).count();
    let (whole, cut) = (shared(form), form.get(3..).map_or(0, shared));
    let front = if (form.starts_with("nie") || form.starts_with("naj")) && cut > whole { 3 } else { 0 };
    let kept = whole.max(if front == 3 { cut } else { 0 });
    format!("{front},{},{}", form.len() - front - kept, &lemma[kept..])
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(source), Some(target)) = (arguments.next(), arguments.next()) else {
        return Err("usage: compile FORMS.TSV FOLDER".into());
    };
    let mut exact: HashMap<String, Readings> = HashMap::new();
    let mut folded: HashMap<String, Readings> = HashMap::new();
    for line in BufReader::new(File::open(source)?).lines() {
        let line = line?;
        let mut parts = line.split('\t');
        let (Some(form), Some(base), Some(rank)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(format!("not a row of three: {line}").into());
        };
        let (lemma, rank) = (lemma::fold(base), rank.parse()?);
        exact.entry(form.to_owned()).or_default().add(&lemma, rank);
        folded.entry(lemma::fold(form)).or_default().add(&lemma, rank);
    }
    let mut keys: BTreeMap<String, String> = BTreeMap::new();
    let rules =
        |form: &str, readings: &Readings| readings.lemmas.iter().map(|l| rule(form, l)).collect::<Vec<_>>().join("|");
    for (form, readings) in &exact {
        let plain = lemma::fold(form);
        if folded.get(&plain).is_some_and(|all| all.lemmas != readings.lemmas) {
            keys.insert(format!("={form}"), rules(&plain, readings));
        }
    }
    for (form, readings) in &folded {
        keys.insert(form.clone(), rules(form, readings));
    }
    // Frequent rule sets get small numbers: they take fewer bytes in the automaton.
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for set in keys.values() {
        *counts.entry(set).or_default() += 1;
    }
    let mut sets: Vec<(&str, usize)> = counts.into_iter().collect();
    sets.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let numbers: HashMap<&str, u64> = sets.iter().zip(0u64..).map(|((set, _), number)| (*set, number)).collect();

    let folder = Path::new(&target);
    let mut builder = fst::MapBuilder::new(BufWriter::new(File::create(folder.join("pl.fst"))?))?;
    for (key, set) in &keys {
        builder.insert(key, numbers[set.as_str()])?;
    }
    builder.finish()?;
    let mut out = BufWriter::new(File::create(folder.join("pl.rules"))?);
    for (set, _) in &sets {
        writeln!(out, "{set}")?;
    }
    out.flush()?;
    println!("{} forms, {} keys, {} rule sets", exact.len(), keys.len(), sets.len());
    Ok(())
}
