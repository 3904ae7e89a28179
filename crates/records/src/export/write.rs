//! Writing the folder.

use std::{
    ffi::OsString,
    io,
    path::{Path, PathBuf},
};

use futures::TryStreamExt as _;
use kernel::{Fault, FaultKind, OfficeScope, Result, ids::CaseId};
use tokio::{fs, io::AsyncWriteExt as _};
use web::App;

use super::{
    DOCUMENTS_DIR, MANIFEST, RECORD_DIR,
    gather::gather,
    parts::{Parts, manifest},
};
use crate::{
    chain::{self, Link},
    log, msg,
};

/// What was exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The folder.
    pub folder: PathBuf,
    /// The reference of the case.
    pub reference: String,
    /// How many files.
    pub files: usize,
    /// How many entries the record has, that of this export included.
    pub entries: usize,
    /// The link of this export's entry: to be noted elsewhere.
    pub head: String,
}

/// Writes a case into a folder, which must be empty or not there yet; before anything leaves the database, an entry into
/// the case's record that names every file with its hash, settled cases included, and one of access into the audit log
/// ([`crate::log`]). The caller checks the right to do so. When it fails, nothing is left in the folder.
///
/// # Errors
/// `NotFound`; `Conflict` when there is something in the folder, when another export into it is under way or was cut short,
/// or when the record lacks entries; `Unavailable` when the folder cannot be written or an object is away; `Internal` when an
/// object is damaged.
pub async fn export(app: &App, scope: OfficeScope, case: CaseId, folder: &Path) -> Result<Exported> {
    let (folder, partial) = prepare(folder).await?;
    let done = filled(app, scope, case, &folder, &partial).await;
    if done.is_err() {
        // Best effort: what stays has a name that says it is not whole, and no manifest.
        let _ = fs::remove_dir_all(&partial).await;
    }
    done
}

/// The folder, and the one beside it that is filled first.
async fn prepare(folder: &Path) -> Result<(PathBuf, PathBuf)> {
    let cannot = |e: io::Error| unwritable(folder, e);
    let whole = match fs::canonicalize(folder).await {
        Ok(path) => path,
        Err(e) if e.kind() == io::ErrorKind::NotFound => std::path::absolute(folder).map_err(cannot)?,
        Err(e) => return Err(cannot(e)),
    };
    match fs::read_dir(&whole).await {
        Ok(mut there) => {
            if there.next_entry().await.map_err(cannot)?.is_some() {
                return Err(not_empty(folder));
            }
        }
        Err(e) if e.kind() == io::ErrorKind::NotFound => {}
        Err(e) if e.kind() == io::ErrorKind::NotADirectory => return Err(not_empty(folder)),
        Err(e) => return Err(cannot(e)),
    }
    let Some((above, name)) = whole.parent().zip(whole.file_name()) else { return Err(not_empty(folder)) };
    let mut beside = OsString::from(name);
    beside.push(".partial");
    let partial = above.join(beside);
    fs::create_dir_all(above).await.map_err(cannot)?;
    match fs::create_dir(&partial).await {
        Ok(()) => Ok((whole, partial)),
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {
            Err(Fault::conflict(msg::RECORDS_EXPORT_PARTIAL).arg("folder", partial.display().to_string()))
        }
        Err(e) => Err(cannot(e)),
    }
}

fn not_empty(folder: &Path) -> Fault {
    Fault::conflict(msg::RECORDS_EXPORT_NOT_EMPTY).arg("folder", folder.display().to_string())
}

fn unwritable(folder: &Path, cause: io::Error) -> Fault {
    let mut fault = Fault::unavailable(cause).arg("folder", folder.display().to_string());
    fault.key = msg::RECORDS_EXPORT_UNWRITABLE;
    fault
}

async fn filled(app: &App, scope: OfficeScope, case: CaseId, folder: &Path, partial: &Path) -> Result<Exported> {
    let (ctx, target) = (app.system_ctx(), folder.display().to_string());
    let parts = app
        .db
        .write(move |c| {
            Box::pin(async move {
                let (ordinal, reference) = chain::reserve(c, scope, case).await?;
                let parts = Parts::of(gather(c, &ctx, scope, case).await?)?;
                let prev = parts.entries.last().map_or(Link::START, |e| e.hash);
                let (of, place) = ((case, reference.as_str()), (ordinal, prev));
                let entry = log::case_exported(c, &ctx, scope, of, place, parts.files(), &target).await?;
                parts.seal(entry)
            })
        })
        .await?;
    write(&app.blobs, &parts, folder, partial).await.map_err(|cause| {
        let kind = if cause.kind == FaultKind::Internal { FaultKind::Internal } else { FaultKind::Unavailable };
        let mut fault = Fault::new(kind, msg::RECORDS_EXPORT_HALF)
            .arg("folder", folder.display().to_string())
            .arg("entry", parts.case.record_entries);
        fault.cause = cause.cause.clone().or_else(|| Some(std::sync::Arc::new(cause)));
        fault
    })?;
    Ok(Exported {
        folder: folder.to_owned(),
        reference: parts.case.reference,
        files: parts.hashes.len() + 1,
        entries: parts.entries.len(),
        head: parts.entries.last().map_or(Link::START, |e| e.hash).hex(),
    })
}

/// Fills the folder beside and gives it its name.
async fn write(store: &blob::Store, parts: &Parts, folder: &Path, partial: &Path) -> Result<()> {
    for dir in [RECORD_DIR, DOCUMENTS_DIR] {
        fs::create_dir(partial.join(dir)).await.map_err(Fault::unavailable)?;
    }
    for (name, hash) in &parts.objects {
        object(&partial.join(name), store, hash).await?;
    }
    for (name, text) in &parts.texts {
        fs::write(partial.join(name), text).await.map_err(Fault::unavailable)?;
    }
    fs::write(partial.join(MANIFEST), manifest(&parts.hashes)).await.map_err(Fault::unavailable)?;
    // An empty folder of that name gives way; one that was filled meanwhile does not.
    fs::rename(partial, folder).await.map_err(Fault::unavailable)
}

/// Copies an object piece by piece; the store checks it against its hash.
async fn object(path: &Path, store: &blob::Store, hash: &blob::Hash) -> Result<()> {
    let (_, mut pieces) = store.stream(hash).await?;
    let mut file = fs::File::create_new(path).await.map_err(Fault::unavailable)?;
    while let Some(piece) = pieces.try_next().await? {
        file.write_all(&piece).await.map_err(Fault::unavailable)?;
    }
    file.flush().await.map_err(Fault::unavailable)
}
