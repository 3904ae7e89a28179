//! How often a resident's question finds the right service.

use std::collections::HashMap;

use search::Corpus;
use search::services::{ServiceDoc, corpus};
use serde::Deserialize;

#[derive(Deserialize)]
struct Catalogue {
    uslugi: Vec<Service>,
}

#[derive(Deserialize)]
struct Service {
    id: String,
    nazwa: String,
    komorka: String,
    opis: String,
    dokumenty: Vec<String>,
    oplata: String,
    termin: String,
    podstawa: Vec<String>,
}

#[derive(Deserialize)]
struct Vocabulary {
    slowa: HashMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct Question {
    id: String,
    pytanie: String,
    usluga: String,
}

fn services() -> Corpus<String> {
    let catalogue: Catalogue = serde_json::from_str(include_str!("../../services/catalog/uslugi.json")).unwrap();
    let vocabulary: Vocabulary = serde_json::from_str(include_str!("../../services/catalog/slowa.json")).unwrap();
    corpus(catalogue.uslugi.into_iter().map(|s| ServiceDoc {
        keywords: vocabulary.slowa[&s.id].clone(),
        id: s.id,
        name: s.nazwa,
        description: s.opis,
        documents: s.dokumenty,
        fee: s.oplata,
        term: s.termin,
        unit: s.komorka,
        basis: s.podstawa,
    }))
}

#[test]
fn residents_questions_find_the_service() {
    let services = services();
    let questions: Vec<Question> = serde_json::from_str(include_str!("data/questions-dev.json")).unwrap();
    let (mut first, mut among_three) = (0, 0);
    for question in &questions {
        let hits = services.rank(&question.pytanie, 3);
        let place = hits.iter().position(|h| h.id == question.usluga);
        first += usize::from(place == Some(0));
        among_three += usize::from(place.is_some());
        if place != Some(0) {
            let found: Vec<String> = hits.iter().map(|h| format!("{} {:.1}", h.id, h.score)).collect();
            println!("{} {:?}: {} not first in {found:?}", question.id, question.pytanie, question.usluga);
        }
    }
    let all = questions.len();
    println!(
        "{all} questions: {first} right at once ({} %), {among_three} among the first three ({} %)",
        first * 100 / all,
        among_three * 100 / all
    );
    assert!(first * 100 >= all * 75, "right at once: {first} of {all}");
    assert!(among_three * 100 >= all * 90, "among the first three: {among_three} of {all}");
}
