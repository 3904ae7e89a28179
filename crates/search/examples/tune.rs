//! Measures other numbers for the ranking of services.
//!
//! ```text
//! cargo run --release -p search --example tune
//! ```
//!
//! To judge how numbers do on questions nobody has seen, a part of residents' words is left out at random, many times, and
//! the figures are averaged: what is good only for the full lists does not survive that.

#[path = "../tests/catalogue/mod.rs"]
mod catalogue;

use std::time::Instant;

use catalogue::{Question, questions, services};
use search::Tuning;
use search::services::{ServiceDoc, Weights, tuned};

/// How often a question is answered first, and among the first three, in percent.
fn figures(tuning: Tuning, weights: Weights, services: Vec<ServiceDoc>, questions: &[Question]) -> (f64, f64) {
    let corpus = tuned(tuning, weights, services);
    let (mut first, mut among_three) = (0u32, 0u32);
    for question in questions {
        let place = corpus.rank(&question.pytanie, 3).iter().position(|h| h.id == question.usluga);
        first += u32::from(place == Some(0));
        among_three += u32::from(place.is_some());
    }
    let all = u32::try_from(questions.len()).map_or(1.0, f64::from);
    (100.0 * f64::from(first) / all, 100.0 * f64::from(among_three) / all)
}

/// A repeatable choice of which words to leave out.
fn thinned(all: &[ServiceDoc], share: u64, round: u64) -> Vec<ServiceDoc> {
    let mut state = round.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut services = all.to_vec();
    for service in &mut services {
        service.keywords.retain(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state % 100 >= share
        });
    }
    services
}

fn report(name: &str, tuning: Tuning, weights: Weights, services: &[ServiceDoc], questions: &[Question]) {
    let (full_first, full_three) = figures(tuning, weights, services.to_vec(), questions);
    let (mut first, mut three, mut rounds) = (0.0, 0.0, 0.0);
    for round in 1..=6 {
        let (a, b) = figures(tuning, weights, thinned(services, 40, round), questions);
        (first, three, rounds) = (first + a, three + b, rounds + 1.0);
    }
    let (bare_first, bare_three) = figures(tuning, weights, thinned(services, 100, 1), questions);
    println!(
        "{name:26} all words {full_first:5.1} {full_three:5.1}   40 % left out {:5.1} {:5.1}   none {bare_first:5.1} {bare_three:5.1}",
        first / rounds,
        three / rounds
    );
}

fn main() -> Result<(), serde_json::Error> {
    let (services, questions) = (services()?, questions()?);
    let (t, w) = (Tuning::default(), Weights::default());
    report("as shipped", t, w, &services, &questions);
    let corpus = tuned(t, w, services.clone());
    let begin = Instant::now();
    for question in &questions {
        corpus.rank(&question.pytanie, 10);
    }
    println!("a question takes {:?}", begin.elapsed() / u32::try_from(questions.len()).unwrap_or(1));
    let missed = questions.iter().filter(|q| !corpus.rank(&q.pytanie, 3).iter().any(|h| h.id == q.usluga));
    println!("not among the first three: {}", missed.map(|q| q.id.as_str()).collect::<Vec<_>>().join(" "));
    for (name, tuning) in [
        ("saturation 0.5", Tuning { saturation: 0.5, ..t }),
        ("saturation 1", Tuning { saturation: 1.0, ..t }),
        ("saturation 4", Tuning { saturation: 4.0, ..t }),
        ("length 0", Tuning { length: 0.0, ..t }),
        ("length 0.5", Tuning { length: 0.5, ..t }),
        ("no roots", Tuning { same_root: 0.0, cut_prefix: 0.0, ..t }),
        ("everyday 0.1", Tuning { everyday: 0.1, ..t }),
        ("everyday 0.35", Tuning { everyday: 0.35, ..t }),
        ("everyday 1", Tuning { everyday: 1.0, ..t }),
        ("phrase 0", Tuning { phrase: 0.0, ..t }),
        ("phrase 0.3", Tuning { phrase: 0.3, ..t }),
        ("phrase 1", Tuning { phrase: 1.0, ..t }),
        ("telling 1", Tuning { telling: 1.0, ..t }),
        ("telling 3", Tuning { telling: 3.0, ..t }),
    ] {
        report(name, tuning, w, &services, &questions);
    }
    for (name, weights) in [
        ("name 2.5", Weights { name: 2.5, ..w }),
        ("name 6", Weights { name: 6.0, ..w }),
        ("keywords 4", Weights { keywords: 4.0, ..w }),
        ("description 0.5", Weights { description: 0.5, ..w }),
        ("description 1.5", Weights { description: 1.5, ..w }),
        ("documents 0.2, rest 0.1", Weights { documents: 0.2, rest: 0.1, ..w }),
        ("documents 0.8, rest 0.6", Weights { documents: 0.8, rest: 0.6, ..w }),
    ] {
        report(name, t, weights, &services, &questions);
    }
    Ok(())
}
