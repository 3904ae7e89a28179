//! Files that came with a form: kept for whoever sent them, so that a refused form can be sent again without them.
//!
//! The form shown again names such a file by an identifier made here, which is good for that person at that office only.
//! The fingerprint of a file's content would not do: everyone who ever had the file knows it, and could have the store
//! give out what somebody else put there.

use db::{Conn, q};
use kernel::{Ctx, Micros, Result};
use offices::Desk;
use uuid::Uuid;

use crate::chain::Link;

/// How long a file waits for its form, in days.
const KEPT_DAYS: i64 = 7;
/// The most files one form may name.
const MOST: usize = 50;

/// A file that waits for its form.
#[derive(Debug, Clone, PartialEq)]
pub struct Upload {
    /// As the form's hidden field carries it.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// The object.
    pub stored: blob::Stored,
}

db::row! {
    struct Row {
        id: Uuid,
        name: String,
        hash: Link,
        size: i64,
        media_type: String,
    }
}

/// Keeps a file for the person at the desk. What was kept for more than seven days goes: its form has come, or never will.
/// Until then it stays even when it became a document, so that a form sent twice by a double click means the same twice.
///
/// # Errors
/// Those of the database.
pub async fn keep(c: &mut Conn, ctx: &Ctx, desk: &Desk, stored: blob::Stored, name: &str) -> Result<Upload> {
    c.exec(q!("DELETE FROM kept_upload WHERE at < $1", ctx.now.plus_days(-KEPT_DAYS))).await?;
    let kept = Upload { id: ctx.new_id(), name: name.to_owned(), stored };
    let at: Micros = ctx.now;
    c.exec(q!(
        "INSERT INTO kept_upload (id, office_id, person_id, name, hash, size, media_type, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        kept.id,
        desk.scope.office(),
        desk.member.person,
        &kept.name,
        Link(kept.stored.hash),
        i64::try_from(kept.stored.size).unwrap_or(i64::MAX),
        &kept.stored.media_type,
        at
    ))
    .await?;
    Ok(kept)
}

/// Those of the files named that were kept for the person at the desk, in the order they came. Others are passed over.
///
/// # Errors
/// Those of the database.
pub async fn kept(c: &mut Conn, desk: &Desk, ids: impl IntoIterator<Item = Uuid>) -> Result<Vec<Upload>> {
    let q = q!(
        "SELECT id, name, hash, size, media_type FROM kept_upload WHERE office_id = $1 AND person_id = $2",
        desk.scope.office(),
        desk.member.person
    );
    let rows: Vec<Row> = c.all(q.push_in(" AND id IN ", ids.into_iter().take(MOST)).text(" ORDER BY id")).await?;
    let upload = |r: Row| Upload {
        id: r.id,
        name: r.name,
        stored: blob::Stored {
            hash: r.hash.0,
            size: u64::try_from(r.size).unwrap_or(0),
            media_type: r.media_type,
            matches_claim: true,
        },
    };
    Ok(rows.into_iter().map(upload).collect())
}
