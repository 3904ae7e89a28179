//! The catalogue of services and the questions, as the tests and the example `tune` read them.

use std::collections::HashMap;

use search::services::ServiceDoc;
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

/// A question and the service it should find.
#[derive(Deserialize, Debug)]
pub struct Question {
    pub id: String,
    pub pytanie: String,
    pub usluga: String,
}

/// All services with residents' words.
pub fn services() -> Vec<ServiceDoc> {
    let catalogue: Catalogue = serde_json::from_str(include_str!("../../../services/catalog/uslugi.json")).unwrap();
    let vocabulary: Vocabulary = serde_json::from_str(include_str!("../../../services/catalog/slowa.json")).unwrap();
    let doc = |s: Service| ServiceDoc {
        keywords: vocabulary.slowa[&s.id].clone(),
        id: s.id,
        name: s.nazwa,
        description: s.opis,
        documents: s.dokumenty,
        fee: s.oplata,
        term: s.termin,
        unit: s.komorka,
        basis: s.podstawa,
    };
    catalogue.uslugi.into_iter().map(doc).collect()
}

/// The questions kept for development.
pub fn questions() -> Vec<Question> {
    serde_json::from_str(include_str!("../data/questions-dev.json")).unwrap()
}
