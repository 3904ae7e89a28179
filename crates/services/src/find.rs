//! Finding a service by asking in one's own words. The index of an office is kept in memory until one of its services
//! changes.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use db::Conn;
use kernel::{OfficeScope, Result, ids::OfficeId};
use search::{
    Corpus,
    services::{ServiceDoc, corpus},
};

use crate::service::{ServiceRow, change_number, services_of};

/// The most offices whose index is kept; one takes about 1 MB.
const MOST: usize = 64;
/// The longest question that is looked at, in characters.
const LONGEST: usize = 500;

/// The published services of an office with their index.
pub struct Index {
    /// The services by slug.
    pub services: HashMap<String, Arc<ServiceRow>>,
    corpus: Corpus<String>,
    change: i64,
}

type Kept = Mutex<HashMap<OfficeId, Arc<Index>>>;

fn kept() -> &'static Kept {
    static KEPT: OnceLock<Kept> = OnceLock::new();
    KEPT.get_or_init(Kept::default)
}

/// The index of an office as its services are now.
///
/// # Errors
/// When the database is away.
pub async fn index(c: &mut Conn, scope: OfficeScope) -> Result<Arc<Index>> {
    let change = change_number(c, scope).await?;
    let old = kept().lock().unwrap_or_else(PoisonError::into_inner).get(&scope.office()).cloned();
    if let Some(index) = old.filter(|i| i.change == change) {
        return Ok(index);
    }
    let services: Vec<ServiceRow> = services_of(c, scope).await?.into_iter().filter(|s| s.published).collect();
    let docs: Vec<ServiceDoc> = services.iter().map(doc).collect();
    let index = Arc::new(Index {
        corpus: corpus(docs),
        services: services.into_iter().map(|s| (s.slug.clone(), Arc::new(s))).collect(),
        change,
    });
    let mut all = kept().lock().unwrap_or_else(PoisonError::into_inner);
    if all.len() >= MOST && !all.contains_key(&scope.office()) {
        all.clear();
    }
    all.insert(scope.office(), Arc::clone(&index));
    Ok(index)
}

/// What the search knows of a service. English names count as residents' words.
fn doc(s: &ServiceRow) -> ServiceDoc {
    ServiceDoc {
        id: s.slug.clone(),
        name: s.name_pl.clone(),
        keywords: s
            .keywords
            .0
            .iter()
            .cloned()
            .chain([s.name_en.clone()].into_iter().filter(|n| !n.is_empty()))
            .collect(),
        description: s.description.clone(),
        documents: s.documents.0.clone(),
        fee: s.fee.clone(),
        term: s.term.clone(),
        unit: s.unit_name.clone(),
        basis: s.legal_basis.0.clone(),
    }
}

impl Index {
    /// The best services for a question, best first, with scores comparable within one answer.
    pub fn rank(&self, question: &str, limit: usize) -> Vec<(Arc<ServiceRow>, f64)> {
        let question: String = question.chars().take(LONGEST).collect();
        let hits = self.corpus.rank(&question, limit);
        hits.into_iter().filter_map(|h| self.services.get(&h.id).map(|s| (Arc::clone(s), h.score))).collect()
    }
}
