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
pub fn services() -> Result<Vec<ServiceDoc>, serde_json::Error> {
    let catalogue: Catalogue = serde_json::from_str(include_str!("../../../services/catalog/uslugi.json"))?;
    let vocabulary: Vocabulary = serde_json::from_str(include_str!("../../../services/catalog/slowa.json"))?;
    let doc = |s: Service| ServiceDoc {
        keywords: vocabulary.slowa.get(&s.id).cloned().unwrap_or_default(),
        id: s.id,
        name: s.nazwa,
        description: s.opis,
        documents: s.dokumenty,
        fee: s.oplata,
        term: s.termin,
        unit: s.komorka,
        basis: s.podstawa,
    };
    Ok(catalogue.uslugi.into_iter().map(doc).collect())
}

/// The questions kept for development.
pub fn questions() -> Result<Vec<Question>, serde_json::Error> {
    serde_json::from_str(include_str!("../data/questions-dev.json"))
}
