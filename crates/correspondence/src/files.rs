//! Files on their way into a message. They are kept as soon as they arrive, so that a form with a mistake can be shown
//! again without choosing them anew.

use db::{Conn, q};
use kernel::{Ctx, Fault, Micros, Result, ids::CaseId};
use records::chain::Link;
use uuid::Uuid;
use web::{App, FormData};

use crate::{Side, msg};

/// The field of a form that files are sent in.
pub(crate) const FILES: &str = "files";
/// The hidden field that names files kept from an earlier try.
pub(crate) const KEPT: &str = "kept";
/// The most files of one message.
pub(crate) const MAX_FILES: usize = 20;
/// How long a file waits for its form, in days.
const KEPT_DAYS: i64 = 7;

db::row! {
    /// A file in the store, waiting for the form it belongs to.
    #[derive(Debug, Clone, PartialEq)]
    pub struct KeptFile {
        /// The identifier, as the form's hidden field carries it.
        pub id: Uuid,
        /// Its name.
        pub name: String,
        /// SHA-256 of its content.
        pub hash: Link,
        /// Bytes.
        pub size: i64,
        /// Media type recognised from the content.
        pub media_type: String,
    }
}

impl KeptFile {
    /// As the store knows it.
    pub fn stored(&self) -> blob::Stored {
        blob::Stored {
            hash: self.hash.0,
            size: u64::try_from(self.size).unwrap_or(0),
            media_type: self.media_type.clone(),
            matches_claim: true,
        }
    }
    /// A file already in the store, for those who call without a form (the demo, the API).
    pub fn of(ctx: &Ctx, stored: &blob::Stored, name: impl Into<String>) -> Self {
        Self {
            id: ctx.new_id(),
            name: name.into(),
            hash: Link(stored.hash),
            size: i64::try_from(stored.size).unwrap_or(i64::MAX),
            media_type: stored.media_type.clone(),
        }
    }
}

/// Puts the files of a form into the store and adds those kept from an earlier try of the same form.
///
/// # Errors
/// `Invalid` at `files` when there are too many or a citizen sends a kind that is not accepted (the others are kept);
/// `Unavailable` when the store is away or full.
pub async fn take_files(app: &App, ctx: &Ctx, case: CaseId, form: &FormData, from: Side) -> Result<Vec<KeptFile>> {
    let mut files = kept(app, case, form).await?;
    for upload in form.files.iter().filter(|u| u.field == FILES) {
        if files.len() >= MAX_FILES {
            return Err(Fault::invalid("fault-fields").and_field(
                FILES,
                msg::CORRESPONDENCE_TOO_MANY_FILES,
                vec![("max", MAX_FILES.into())],
            ));
        }
        if from == Side::Citizen {
            let sniffed = blob::sniff(&upload.head, &upload.name);
            if let Err(fault) = blob::check_for_citizens(&sniffed, &upload.name) {
                return Err(Fault::invalid("fault-fields").and_field(FILES, fault.key, fault.args));
            }
        }
        let stored = app.blobs.put_file(upload.file.path(), &upload.name).await?;
        let file = KeptFile::of(ctx, &stored, upload.name.clone());
        let (row, at) = (file.clone(), ctx.now);
        app.db.write(move |c| Box::pin(async move { keep(c, case, &row, at).await })).await?;
        files.push(file);
    }
    Ok(files)
}

/// The files that earlier tries of this form kept.
pub(crate) async fn kept(app: &App, case: CaseId, form: &FormData) -> Result<Vec<KeptFile>> {
    let ids: Vec<Uuid> = form.all(KEPT).filter_map(|id| id.parse().ok()).take(MAX_FILES).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    app.db
        .read(move |c| {
            Box::pin(async move {
                c.all(
                    q!("SELECT id, name, hash, size, media_type FROM kept_file WHERE case_id = $1", case)
                        .push_in(" AND id IN ", ids)
                        .text(" ORDER BY id LIMIT 100"),
                )
                .await
            })
        })
        .await
}

async fn keep(c: &mut Conn, case: CaseId, file: &KeptFile, at: Micros) -> Result<()> {
    c.exec(q!(
        "INSERT INTO kept_file (id, case_id, name, hash, size, media_type, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        file.id,
        case,
        &file.name,
        file.hash,
        file.size,
        &file.media_type,
        at
    ))
    .await?;
    Ok(())
}

/// Files that became documents wait no longer.
pub(crate) async fn used(c: &mut Conn, files: &[KeptFile]) -> Result<()> {
    if !files.is_empty() {
        c.exec(q!("DELETE FROM kept_file WHERE id IN ").push_in("", files.iter().map(|f| f.id))).await?;
    }
    Ok(())
}

/// Forgets files whose form was never sent; once a day. Gives how many. Their objects go with the next cleaning of the
/// store, unless something else names them.
///
/// # Errors
/// Those of the database.
pub async fn tidy(c: &mut Conn, ctx: &Ctx) -> Result<u64> {
    c.exec(q!("DELETE FROM kept_file WHERE at < $1", ctx.now.plus_days(-KEPT_DAYS))).await
}

/// Whether a file that waits for its form names an object, so that it must not be deleted.
///
/// # Errors
/// Those of the database.
pub async fn holds(c: &mut Conn, hash: [u8; 32]) -> Result<bool> {
    let found: Option<(i64,)> = c.opt(q!("SELECT size FROM kept_file WHERE hash = $1 LIMIT 1", hash)).await?;
    Ok(found.is_some())
}
