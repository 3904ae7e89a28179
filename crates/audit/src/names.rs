//! What the things of the log are called and where they are looked at.
//!
//! The log keeps identifiers, since names change. The subjects, which stand above this crate, tell the names: `app`
//! registers their functions once with [`register_names`].

use std::{
    collections::{BTreeSet, HashMap},
    sync::OnceLock,
};

use db::{BoxFuture, Conn};
use kernel::Result;
use serde_json::Value;
use uuid::Uuid;

use crate::{Event, Reach};

/// A thing of the log: the kind of object and its identifier.
pub type Thing = (String, Uuid);

/// What a thing is called.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// The name; empty when only the address is known.
    pub name: String,
    /// The page where the reader of the log can look at it, if there is one.
    pub href: Option<String>,
}

/// Tells the names of those things whose kinds it knows, as far as the reader may see them.
pub type NamesOf = for<'c> fn(&'c mut Conn, Reach, &'c [Thing]) -> BoxFuture<'c, Result<Vec<(Thing, Named)>>>;

static TELLERS: OnceLock<Vec<NamesOf>> = OnceLock::new();

/// Registers, once, who tells names.
pub fn register_names(tellers: Vec<NamesOf>) {
    let _ = TELLERS.set(tellers);
}

/// The names of the things on a page of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    known: HashMap<Thing, Named>,
    reach: Reach,
}

impl Names {
    /// No names yet, for a reader who sees so far.
    pub fn new(reach: Reach) -> Self {
        Self { known: HashMap::new(), reach }
    }

    /// Whether entries of several offices stand side by side, so that each says which it belongs to.
    pub(crate) fn of_many_offices(&self) -> bool {
        self.reach == Reach::Installation
    }

    /// A name, if it is known.
    pub fn get(&self, kind: &str, id: Uuid) -> Option<&Named> {
        self.known.get(&(kind.to_owned(), id))
    }

    /// Adds what is known of a thing; what is known already stays.
    pub fn add(&mut self, thing: Thing, named: Named) {
        let known = self.known.entry(thing).or_default();
        if known.name.is_empty() {
            known.name = named.name;
        }
        known.href = known.href.take().or(named.href);
    }
}

/// The things a page of the log speaks of.
fn things(events: &[Event]) -> Vec<Thing> {
    let mut all = BTreeSet::new();
    for event in events {
        if let Ok(id) = event.object_id.parse() {
            all.insert((event.object_kind.clone(), id));
        }
        if let Some(office) = event.office {
            all.insert(("office".to_owned(), office.0));
        }
        for (name, value) in &event.details.0 {
            if let Some(id) = value.as_str().and_then(|text| text.parse().ok()) {
                all.insert((name.clone(), id));
            }
        }
    }
    all.into_iter().collect()
}

/// The names of the things on a page of the log, asked of all who were registered.
///
/// # Errors
/// What the database gives.
pub async fn names(c: &mut Conn, reach: Reach, events: &[Event]) -> Result<Names> {
    let (things, mut names) = (things(events), Names::new(reach));
    for tell in TELLERS.get().into_iter().flatten() {
        for (thing, named) in tell(c, reach, &things).await? {
            names.add(thing, named);
        }
    }
    Ok(names)
}

/// The name an entry itself gives its object: the detail that names it, for things deleted since.
pub(crate) fn told(event: &Event) -> Option<(&'static str, &str)> {
    const NAMING: [&str; 8] = ["reference", "token_name", "name", "title", "url", "service", "person", "file"];
    NAMING.into_iter().find_map(|name| {
        let text = event.details.0.get(name).and_then(Value::as_str)?;
        (!text.is_empty() && !text.contains(" → ") && text.parse::<Uuid>().is_err()).then_some((name, text))
    })
}
