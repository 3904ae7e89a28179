//! Which class of the file plan incoming mail probably belongs to.
//!
//! A class is suggested when there is a reason an official can check: the class of the last case this office opened for the
//! same service, else the symbol written at the service. Otherwise classes with names alike are offered to pick from; none
//! of them is taken by itself.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use db::{Conn, q};
use jiff::civil::Date;
use kernel::{OfficeScope, Result, ids::PlanId};
use search::{Corpus, Document};

use crate::{
    file_plan::{self, ClassRow},
    incoming::IncomingRow,
};

/// How many classes with names alike are offered.
const OFFERED: usize = 5;
/// A class scoring less than this part of the best is not alike.
const ALIKE: f64 = 0.5;
/// The most editions whose index is kept in memory; one of 2,000 classes takes about 2 MB.
const MOST: usize = 64;
/// How much a word of the title counts against one of the remarks.
const TITLE: f64 = 3.0;

/// Why a class is suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// The last case of this service in this office has it.
    LastTime,
    /// It is written at the service.
    Service,
}

/// What opening a case begins with.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Suggestion {
    /// The class with the reason for it.
    pub class: Option<(ClassRow, Ground)>,
    /// Without one, final classes with names alike, the likeliest first.
    pub alike: Vec<ClassRow>,
}

/// Suggests a final class of the edition in force on a day.
///
/// # Errors
/// Those of the database.
pub async fn suggest(c: &mut Conn, scope: OfficeScope, mail: &IncomingRow, on: Date) -> Result<Suggestion> {
    let last: Option<(String,)> = match mail.service {
        Some(service) => {
            c.opt(q!(
                "SELECT symbol FROM case_file WHERE office_id = $1 AND service_id = $2 ORDER BY id DESC LIMIT 1",
                scope.office(),
                service
            ))
            .await?
        }
        None => None,
    };
    let last = last.map(|(symbol,)| symbol).unwrap_or_default();
    for (symbol, ground) in [(last.as_str(), Ground::LastTime), (mail.symbol.as_str(), Ground::Service)] {
        if symbol.is_empty() {
            continue;
        }
        // A class may be gone from the edition in force, or hold no cases in it.
        if let Some(class) = file_plan::by_symbol(c, scope, symbol, on).await?.filter(|k| k.is_final) {
            return Ok(Suggestion { class: Some((class, ground)), alike: Vec::new() });
        }
    }
    let about = if mail.service_title.is_empty() { &mail.title } else { &mail.service_title };
    Ok(Suggestion { class: None, alike: alike(c, scope, about, on).await? })
}

/// The final classes of the edition in force whose names are most like a text, the likeliest first.
///
/// # Errors
/// Those of the database.
pub async fn alike(c: &mut Conn, scope: OfficeScope, text: &str, on: Date) -> Result<Vec<ClassRow>> {
    let Some(plan) = file_plan::in_force(c, scope, on).await? else { return Ok(Vec::new()) };
    let index = index(c, scope, plan.id).await?;
    let hits = index.corpus.rank(text, OFFERED);
    let least = hits.first().map_or(0.0, |best| best.score * ALIKE);
    Ok(hits.iter().filter(|h| h.score >= least).filter_map(|h| index.classes.get(h.id).cloned()).collect())
}

/// The final classes of an edition, ready to be asked. An edition never changes.
struct Index {
    classes: Vec<ClassRow>,
    corpus: Corpus<usize>,
}

type Kept = Mutex<HashMap<PlanId, Arc<Index>>>;

fn kept() -> &'static Kept {
    static KEPT: OnceLock<Kept> = OnceLock::new();
    KEPT.get_or_init(Kept::default)
}

async fn index(c: &mut Conn, scope: OfficeScope, plan: PlanId) -> Result<Arc<Index>> {
    let old = kept().lock().unwrap_or_else(PoisonError::into_inner).get(&plan).cloned();
    if let Some(index) = old {
        return Ok(index);
    }
    let mut classes = file_plan::classes(c, scope, plan, "").await?;
    classes.retain(|k| k.is_final);
    let document =
        |k: &ClassRow| Document { fields: vec![(TITLE, vec![k.title.clone()]), (1.0, vec![k.notes.clone()])] };
    let corpus = Corpus::build(classes.iter().map(document).enumerate());
    let index = Arc::new(Index { classes, corpus });
    let mut all = kept().lock().unwrap_or_else(PoisonError::into_inner);
    if all.len() >= MOST {
        all.clear();
    }
    all.insert(plan, Arc::clone(&index));
    Ok(index)
}
