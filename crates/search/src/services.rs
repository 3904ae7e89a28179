//! Finding a service by asking in one's own words.

use crate::corpus::{Corpus, Document};

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
    Corpus::build(services.into_iter().map(|service| {
        let fields = vec![
            (4.0, vec![service.name]),
            (2.5, service.keywords),
            (1.0, sentences(&service.description)),
            (0.4, service.documents),
            (0.3, vec![service.unit]),
            (0.3, service.basis),
            (0.3, vec![service.fee, service.term]),
        ];
        (service.id, Document { fields })
    }))
}

fn sentences(text: &str) -> Vec<String> {
    text.split(['.', ';', ':']).map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect()
}
