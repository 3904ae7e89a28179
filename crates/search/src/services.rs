//! Finding a service by asking in one's own words.

use crate::corpus::{Corpus, Document, Tuning};

/// What is known of a service, as far as it helps to find it.
#[derive(Debug, Clone, Default)]
pub struct ServiceDoc {
    /// The service's identifier, as the caller knows it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Words and phrases residents use for it, kept by the editor of the catalogue.
    pub keywords: Vec<String>,
    /// What it is.
    pub description: String,
    /// What one must bring.
    pub documents: Vec<String>,
    /// What it costs.
    pub fee: String,
    /// How long it takes.
    pub term: String,
    /// The unit that settles it.
    pub unit: String,
    /// Legal basis.
    pub basis: Vec<String>,
}

/// A collection of services, with the weights that were found to work best.
///
/// ```
/// use search::services::{ServiceDoc, corpus};
///
/// let dog = ServiceDoc { id: "pies".into(), name: "Zezwolenie na utrzymywanie psa".into(), ..ServiceDoc::default() };
/// let house = ServiceDoc { id: "dom".into(), name: "Pozwolenie na budowę".into(), ..ServiceDoc::default() };
/// let services = corpus([dog, house]);
/// assert_eq!(services.rank("chcę wybudować dom", 3)[0].id, "dom");
/// ```
pub fn corpus(services: impl IntoIterator<Item = ServiceDoc>) -> Corpus<String> {
    tuned(Tuning::default(), Weights::default(), services)
}

/// The same with other numbers.
pub fn tuned(tuning: Tuning, weights: Weights, services: impl IntoIterator<Item = ServiceDoc>) -> Corpus<String> {
    let documents = services.into_iter().map(|service| {
        let fields = vec![
            (weights.name, vec![service.name]),
            (weights.keywords, service.keywords),
            (weights.description, sentences(&service.description)),
            (weights.documents, service.documents),
            (weights.rest, vec![service.unit]),
            (weights.rest, service.basis),
            (weights.rest, vec![service.fee, service.term]),
        ];
        (service.id, Document { fields })
    });
    Corpus::tuned(tuning, documents)
}

/// How much the fields of a service weigh.
#[derive(Debug, Clone, Copy)]
pub struct Weights {
    /// The name.
    pub name: f64,
    /// Residents' words.
    pub keywords: f64,
    /// The description.
    pub description: f64,
    /// Needed documents.
    pub documents: f64,
    /// Unit, legal basis, fee and term, each.
    pub rest: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self { name: 4.0, keywords: 2.5, description: 1.0, documents: 0.4, rest: 0.3 }
    }
}

fn sentences(text: &str) -> Vec<String> {
    text.split(['.', ';', ':']).map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect()
}
