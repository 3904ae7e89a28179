//! What was read a moment ago, kept for seconds: who somebody is at a desk, whose a session is. A page asks for such
//! things every time and they hardly ever change.
//!
//! ```ignore
//! struct Standing(Recent<(String, PersonId), Desk>);
//! let standing = app.db.shared(|db| Standing(Recent::new(db.watch(&["membership", "unit"]))));
//! let desk = standing.0.or_else(key, now, app.db.read(…)).await?;
//! ```
//!
//! A change of a watched table by this process empties it before the change is confirmed to whoever made it. Another
//! process sees a change of this one after [`KEPT_SECONDS`] at the latest.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    hash::Hash,
    sync::{
        Arc, Mutex, OnceLock, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
};

use kernel::{Micros, Result};

use crate::Listener;

/// The longest something is kept, in seconds.
pub const KEPT_SECONDS: i64 = 5;
/// The most things one [`Recent`] keeps.
const ROOM: usize = 20_000;

/// What all connections of a database share.
#[derive(Default)]
pub(crate) struct Shared {
    pub(crate) listeners: OnceLock<Vec<Listener>>,
    watches: RwLock<Vec<Arc<Watch>>>,
    rooms: Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>,
}

impl Shared {
    pub(crate) fn watch(&self, tables: &'static [&'static str]) -> Arc<Watch> {
        let watch = Arc::new(Watch { tables, changes: AtomicU64::new(0) });
        self.watches.write().unwrap_or_else(PoisonError::into_inner).push(Arc::clone(&watch));
        watch
    }

    pub(crate) fn room<T: Send + Sync + 'static>(&self, make: impl FnOnce() -> T) -> Arc<T> {
        let mut rooms = self.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        let room = Arc::clone(rooms.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(make())));
        drop(rooms);
        // The type is the key, so the room is of it.
        room.downcast::<T>().unwrap_or_else(|_| unreachable!("a room is kept under its own type"))
    }

    /// Adds to `changed` the watches a statement touches.
    pub(crate) fn note(&self, sql: &str, changed: &mut Vec<Arc<Watch>>) {
        let Some(table) = written(sql) else { return };
        for watch in self.watches.read().unwrap_or_else(PoisonError::into_inner).iter() {
            if watch.tables.contains(&table) && !changed.iter().any(|c| Arc::ptr_eq(c, watch)) {
                changed.push(Arc::clone(watch));
            }
        }
    }
}

/// Counts the committed changes of some tables in this process.
#[derive(Debug)]
pub struct Watch {
    tables: &'static [&'static str],
    changes: AtomicU64,
}

impl Watch {
    pub(crate) fn changed(&self) {
        self.changes.fetch_add(1, Ordering::SeqCst);
    }
    /// How many units of work changed the tables so far.
    pub fn count(&self) -> u64 {
        self.changes.load(Ordering::SeqCst)
    }
}

/// The table a statement writes to, if it writes.
fn written(sql: &str) -> Option<&str> {
    let mut words = sql.split([' ', '\n', '\t', '(']).filter(|w| !w.is_empty());
    let verb = words.next()?;
    let table = if verb.eq_ignore_ascii_case("UPDATE") {
        words.next()
    } else if verb.eq_ignore_ascii_case("INSERT") || verb.eq_ignore_ascii_case("DELETE") {
        words.find(|w| w.eq_ignore_ascii_case("INTO") || w.eq_ignore_ascii_case("FROM")).and_then(|_| words.next())
    } else {
        None
    };
    table.map(|t| t.trim_matches(|c: char| !c.is_alphanumeric() && c != '_'))
}

struct Kept<V> {
    seen: u64,
    at: Micros,
    value: V,
}

/// Values read a moment ago; see the module.
pub struct Recent<K, V> {
    watch: Arc<Watch>,
    kept: Mutex<HashMap<K, Kept<V>>>,
}

impl<K: Eq + Hash, V: Clone> Recent<K, V> {
    /// Nothing yet.
    pub fn new(watch: Arc<Watch>) -> Self {
        Self { watch, kept: Mutex::new(HashMap::new()) }
    }

    /// The state of the watched tables. Ask before reading, and give it to [`Recent::keep`].
    pub fn seen(&self) -> u64 {
        self.watch.count()
    }

    /// What was kept, if it is recent and nothing changed since it was read.
    pub fn get(&self, key: &K, now: Micros) -> Option<V> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(key).filter(|k| self.fresh(k, now)).map(|k| k.value.clone())
    }

    /// Keeps what was read.
    pub fn keep(&self, key: K, seen: u64, now: Micros, value: V) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= ROOM {
            kept.retain(|_, k| self.fresh(k, now));
            if kept.len() >= ROOM {
                kept.clear();
            }
        }
        kept.insert(key, Kept { seen, at: now, value });
    }

    /// What was kept; else what `read` finds now, which is kept too.
    ///
    /// # Errors
    /// Those of `read`.
    pub async fn or_else(&self, key: K, now: Micros, read: impl Future<Output = Result<V>> + Send) -> Result<V> {
        if let Some(value) = self.get(&key, now) {
            return Ok(value);
        }
        let seen = self.seen();
        let value = read.await?;
        self.keep(key, seen, now, value.clone());
        Ok(value)
    }

    fn fresh(&self, kept: &Kept<V>, now: Micros) -> bool {
        kept.seen == self.watch.count() && kept.at <= now && now <= kept.at.plus_seconds(KEPT_SECONDS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_names_the_table_it_writes() {
        for (sql, table) in [
            ("UPDATE unit SET name = $1", Some("unit")),
            ("INSERT INTO unit (id) VALUES ($1)", Some("unit")),
            ("INSERT INTO unit(id) VALUES ($1)", Some("unit")),
            ("insert or ignore into\n unit VALUES ($1)", Some("unit")),
            ("DELETE FROM unit WHERE id = $1", Some("unit")),
            ("SELECT * FROM unit", None),
        ] {
            assert_eq!(written(sql), table, "{sql}");
        }
    }

    #[test]
    fn what_was_kept_goes_with_a_change_and_with_time() {
        let shared = Shared::default();
        let recent: Recent<u8, &str> = Recent::new(shared.watch(&["unit"]));
        let now = Micros(1_000_000_000);
        recent.keep(1, recent.seen(), now, "a");
        assert_eq!(recent.get(&1, now.plus_seconds(KEPT_SECONDS)), Some("a"));
        assert_eq!(recent.get(&1, now.plus_seconds(KEPT_SECONDS + 1)), None);
        let mut changed = Vec::new();
        shared.note("UPDATE person SET email = $1", &mut changed);
        assert!(changed.is_empty());
        shared.note("UPDATE unit SET name = $1", &mut changed);
        shared.note("DELETE FROM unit", &mut changed);
        assert_eq!(changed.len(), 1);
        let before = recent.seen();
        changed[0].changed();
        assert_eq!(recent.get(&1, now), None, "a change empties it");
        recent.keep(1, before, now, "read before the change");
        assert_eq!(recent.get(&1, now), None, "what was read before the change is not kept after it");
    }
}
