//! What happens at the start: whether the keys fit the database, and sealing what is not sealed with the first of them.

use std::sync::Arc;

use db::{Db, Q, q};
use kernel::{Ctx, Fault, Result};
use uuid::Uuid;

use crate::{
    Column, Keyring, Place,
    keyring::{OpenError, id_of_mark, is_sealed, mark},
};

/// Why the program must not go on.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The database is sealed with a key that is not here.
    #[error("secrets in the database are sealed with the key {0}, and that key is not here")]
    Unknown(String),
    /// The database cannot be used.
    #[error("{0}")]
    Database(Fault),
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Self::Database(fault)
    }
}

/// What stands in the database.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Secrets by the fingerprint of their key.
    pub sealed: Vec<(String, u64)>,
    /// Secrets that are not sealed.
    pub plain: u64,
    /// Secrets just sealed with the first key.
    pub changed: u64,
}

impl Found {
    /// How many secrets are sealed.
    pub fn total(&self) -> u64 {
        self.sealed.iter().map(|(_, n)| n).sum()
    }
    /// Fingerprints of keys that are needed and not in a keyring.
    pub fn missing<'a>(&'a self, keys: &'a Keyring) -> impl Iterator<Item = &'a str> {
        self.sealed.iter().map(|(id, _)| id.as_str()).filter(|id| !keys.has(id))
    }
}

/// The fingerprint of the key the database was last sealed with; `None` before the first start.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn established(db: &Db) -> Result<Option<String>> {
    db.read(|c| {
        Box::pin(async move {
            let there = Q::by(
                c.dialect(),
                "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'installation_key'",
                "SELECT COUNT(*) FROM information_schema.tables \
                 WHERE table_schema = current_schema() AND table_name = 'installation_key'",
            );
            let (tables,): (i64,) = c.one(there).await?;
            if tables == 0 {
                return Ok(None);
            }
            let row: Option<(String,)> = c.opt(Q::new("SELECT key_id FROM installation_key WHERE slot = 1")).await?;
            Ok(row.map(|(id,)| id))
        })
    })
    .await
}

/// Counts secrets by their key. Only reads.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn inspect(db: &Db, columns: &'static [&'static [Column]]) -> Result<Found> {
    db.read(move |c| {
        Box::pin(async move {
            let mut found = Found::default();
            for column in columns.concat() {
                for (beginning, count) in c.all::<(String, i64)>(Q::new(column.marks)).await? {
                    let count = u64::try_from(count).unwrap_or(0);
                    let Some(id) = id_of_mark(&beginning) else {
                        found.plain += count;
                        continue;
                    };
                    match found.sealed.iter_mut().find(|(known, _)| known == id) {
                        Some((_, n)) => *n += count,
                        None => found.sealed.push((id.to_owned(), count)),
                    }
                }
            }
            Ok(found)
        })
    })
    .await
}

/// Makes sure that the keys fit the database, and seals with the first key what is plain or sealed with another one. With
/// `lost`, what no key opens stays as it is, and the program may go on without it.
///
/// # Errors
/// [`Trouble::Unknown`] when a key is missing and `lost` was not said; then nothing was changed.
pub async fn prepare(
    db: &Db,
    ctx: &Ctx,
    keys: &Arc<Keyring>,
    columns: &'static [&'static [Column]],
    lost: bool,
) -> Result<Found, Trouble> {
    let (first, now) = (keys.first().to_owned(), ctx.now);
    let established = db
        .write({
            let first = first.clone();
            move |c| {
                Box::pin(async move {
                    // Of two processes that start together with different keys, one is told so.
                    c.exec(q!(
                        "INSERT INTO installation_key (slot, key_id, since) VALUES (1, $1, $2) ON CONFLICT (slot) DO NOTHING",
                        &first,
                        now
                    ))
                    .await?;
                    let (id,): (String,) = c.one(Q::new("SELECT key_id FROM installation_key WHERE slot = 1")).await?;
                    Ok(id)
                })
            }
        })
        .await?;
    let before = inspect(db, columns).await?;
    if !lost {
        let missing = Some(established.as_str()).filter(|id| !keys.has(id)).or_else(|| before.missing(keys).next());
        if let Some(id) = missing {
            return Err(Trouble::Unknown(id.to_owned()));
        }
    }
    let mut changed = 0;
    for column in columns.concat() {
        changed += seal_column(db, ctx, keys, column).await?;
    }
    if established != first {
        db.write(move |c| {
            Box::pin(async move {
                c.exec(q!("UPDATE installation_key SET key_id = $1, since = $2 WHERE slot = 1", &first, now)).await
            })
        })
        .await?;
    }
    Ok(Found { changed, ..inspect(db, columns).await? })
}

/// Seals what is not sealed with the first key, 200 rows at a time.
async fn seal_column(db: &Db, ctx: &Ctx, keys: &Arc<Keyring>, column: Column) -> Result<u64> {
    let (mut after, mut changed) = (Uuid::nil(), 0);
    loop {
        let (ctx, keys) = (ctx.clone(), Arc::clone(keys));
        let (last, done) = db
            .write(move |c| {
                Box::pin(async move {
                    let rows: Vec<(Uuid, String)> =
                        c.all(Q::new(column.rows).bind(mark(keys.first())).bind(after)).await?;
                    let mut done = 0;
                    for (row, stored) in &rows {
                        let place = Place::new(column.table, *row);
                        let secret = match keys.open(place, stored) {
                            Ok(secret) => secret,
                            Err(OpenError::Plain) if !is_sealed(stored) => stored.clone(),
                            Err(_) => continue,
                        };
                        let sealed = keys.seal(&**ctx.entropy(), place, &secret)?;
                        done += c.exec(Q::new(column.store).bind(sealed).bind(*row).bind(stored.clone())).await?;
                    }
                    Ok((rows.last().map(|(row, _)| *row), done))
                })
            })
            .await?;
        changed += done;
        match last {
            Some(row) => after = row,
            None => return Ok(changed),
        }
    }
}

#[cfg(test)]
mod tests {
    use db::{Migration, testing::TestDb};
    use kernel::{FixedClock, Micros, SeededEntropy};

    use super::*;

    const COLUMNS: &[&[Column]] = &[&[crate::column!("box", "secret"), crate::column!("box", "old_secret")]];
    const BOX: &[Migration] =
        &[Migration::new("box", 1, "CREATE TABLE box (id UUID PRIMARY KEY, secret TEXT NOT NULL, old_secret TEXT);")];

    fn ring(seeds: &[u8]) -> Arc<Keyring> {
        let text: Vec<String> = seeds.iter().map(|s| hex::encode([*s; 32])).collect();
        Arc::new(Keyring::parse(&text.join(" ")).unwrap())
    }

    fn ctx() -> Ctx {
        Ctx::system(Arc::new(FixedClock::at(Micros(1))), Arc::new(SeededEntropy::new(4)))
    }

    async fn fill(db: &TestDb, rows: u128) {
        db.write(move |c| {
            Box::pin(async move {
                for n in 1..=rows {
                    let id = Uuid::from_u128(n);
                    let old = (n % 2 == 0).then(|| format!("old {n}"));
                    c.exec(q!(
                        "INSERT INTO box (id, secret, old_secret) VALUES ($1, $2, $3)",
                        id,
                        format!("new {n}"),
                        old
                    ))
                    .await?;
                }
                Ok(())
            })
        })
        .await
        .unwrap();
    }

    async fn rows(db: &TestDb) -> Vec<(Uuid, String, Option<String>)> {
        db.read(|c| {
            Box::pin(
                async move { c.all(Q::new("SELECT id, secret, old_secret FROM box ORDER BY id LIMIT 1000")).await },
            )
        })
        .await
        .unwrap()
    }

    fn read(keys: &Keyring, rows: &[(Uuid, String, Option<String>)]) {
        for (n, (id, secret, old)) in (1u128..).zip(rows) {
            let place = Place::new("box", *id);
            assert_eq!(keys.open(place, secret).unwrap(), format!("new {n}"));
            let old = old.as_deref().map(|o| keys.open(place, o).unwrap());
            assert_eq!(old, (n % 2 == 0).then(|| format!("old {n}")));
        }
    }

    db::both! { &[crate::MIGRATIONS, BOX];

    async fn what_stood_plainly_is_sealed_at_the_start_and_once(db) {
        fill(&db, 401).await;
        let keys = ring(&[1]);
        assert_eq!(established(&db).await.unwrap(), None);
        let found = prepare(&db, &ctx(), &keys, COLUMNS, false).await.unwrap();
        assert_eq!((found.changed, found.plain, found.total()), (601, 0, 601));
        let stored = rows(&db).await;
        read(&keys, &stored);
        assert_eq!(prepare(&db, &ctx(), &keys, COLUMNS, false).await.unwrap().changed, 0);
        assert_eq!(rows(&db).await, stored);
        assert_eq!(established(&db).await.unwrap().as_deref(), Some(keys.first()));
    }

    async fn a_wrong_key_is_named_and_nothing_is_changed(db) {
        fill(&db, 3).await;
        let (right, wrong) = (ring(&[1]), ring(&[2]));
        prepare(&db, &ctx(), &right, COLUMNS, false).await.unwrap();
        let stored = rows(&db).await;
        let said = prepare(&db, &ctx(), &wrong, COLUMNS, false).await.unwrap_err();
        assert!(said.to_string().contains(right.first()), "{said}");
        assert_eq!(rows(&db).await, stored);
        read(&right, &stored);
    }

    async fn a_key_is_known_before_anything_is_sealed(db) {
        prepare(&db, &ctx(), &ring(&[1]), COLUMNS, false).await.unwrap();
        assert!(prepare(&db, &ctx(), &ring(&[2]), COLUMNS, false).await.is_err());
    }

    async fn after_a_new_key_was_put_first_the_old_one_is_not_needed(db) {
        fill(&db, 3).await;
        prepare(&db, &ctx(), &ring(&[1]), COLUMNS, false).await.unwrap();
        let found = prepare(&db, &ctx(), &ring(&[2, 1]), COLUMNS, false).await.unwrap();
        assert_eq!((found.changed, found.total()), (4, 4));
        prepare(&db, &ctx(), &ring(&[2]), COLUMNS, false).await.unwrap();
        read(&ring(&[2]), &rows(&db).await);
        assert!(prepare(&db, &ctx(), &ring(&[1]), COLUMNS, false).await.is_err());
    }

    async fn with_a_lost_key_the_program_goes_on_and_the_old_texts_stay(db) {
        fill(&db, 3).await;
        prepare(&db, &ctx(), &ring(&[1]), COLUMNS, false).await.unwrap();
        let stored = rows(&db).await;
        let found = prepare(&db, &ctx(), &ring(&[2]), COLUMNS, true).await.unwrap();
        assert_eq!((found.changed, found.total()), (0, 4));
        assert_eq!(rows(&db).await, stored);
        // The key was found again.
        prepare(&db, &ctx(), &ring(&[2, 1]), COLUMNS, false).await.unwrap();
        read(&ring(&[2]), &rows(&db).await);
    }

    }
}
