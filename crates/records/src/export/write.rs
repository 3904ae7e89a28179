//! Writing the folder.

use std::path::{Path, PathBuf};

use futures::TryStreamExt as _;
use kernel::{Fault, OfficeScope, Result, ids::CaseId};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use tokio::{fs, io::AsyncWriteExt as _};
use web::App;

use super::{
    CASE_JSON, CASE_XML, DOCUMENTS_DIR, EntryData, MANIFEST, README, RECORD_DIR, RECORD_JSON, RECORD_XML, entry_file,
    gather::{Gathered, gather},
    readme, xml,
};
use crate::{cases, chain::Link, log, msg};

/// What was exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The folder.
    pub folder: PathBuf,
    /// The reference of the case.
    pub reference: String,
    /// How many files.
    pub files: usize,
    /// How many entries the record has.
    pub entries: usize,
    /// The last link of the record: to be noted elsewhere.
    pub head: String,
}

/// Collects what the manifest will list.
struct Folder {
    root: PathBuf,
    listed: Vec<(String, String)>,
}

impl Folder {
    async fn put(&mut self, name: &str, content: &[u8]) -> Result<()> {
        fs::write(self.root.join(name), content).await.map_err(Fault::unavailable)?;
        self.listed.push((hex::encode(Sha256::digest(content)), name.to_owned()));
        Ok(())
    }

    async fn json(&mut self, name: &str, value: &impl Serialize) -> Result<()> {
        let mut text = serde_json::to_string_pretty(value).map_err(Fault::internal)?;
        text.push('\n');
        self.put(name, text.as_bytes()).await
    }

    /// Copies an object piece by piece; the store checks it against its hash.
    async fn object(&mut self, name: &str, store: &blob::Store, hash: &blob::Hash) -> Result<()> {
        let (_, mut pieces) = store.stream(hash).await?;
        let mut file = fs::File::create(self.root.join(name)).await.map_err(Fault::unavailable)?;
        while let Some(piece) = pieces.try_next().await? {
            file.write_all(&piece).await.map_err(Fault::unavailable)?;
        }
        file.flush().await.map_err(Fault::unavailable)?;
        self.listed.push((hex::encode(hash), name.to_owned()));
        Ok(())
    }
}

/// Writes a case into a folder, which must be empty or not there yet, and an entry of access into the audit log before
/// anything leaves the database ([`crate::log::case_exported`]). The caller checks the right to do so.
///
/// # Errors
/// `NotFound`; `Conflict` when there is something in the folder; `Unavailable` when it cannot be written or an object is
/// away; `Internal` when an object is damaged.
pub async fn export(app: &App, scope: OfficeScope, case: CaseId, folder: &Path) -> Result<Exported> {
    prepare(folder).await?;
    let ctx = app.system_ctx();
    let target = folder.display().to_string();
    let by = ctx.clone();
    app.db
        .write(move |c| {
            Box::pin(async move {
                let row = cases::get(c, scope, case).await?;
                log::case_exported(c, &by, scope, &row, &target).await
            })
        })
        .await?;
    let data = app.db.read(move |c| Box::pin(async move { gather(c, &ctx, scope, case).await })).await?;
    write(&app.blobs, &data, folder).await
}

async fn prepare(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).await.map_err(Fault::unavailable)?;
    let mut there = fs::read_dir(folder).await.map_err(Fault::unavailable)?;
    if there.next_entry().await.map_err(Fault::unavailable)?.is_some() {
        return Err(Fault::conflict(msg::RECORDS_EXPORT_NOT_EMPTY));
    }
    Ok(())
}

async fn write(store: &blob::Store, data: &Gathered, folder: &Path) -> Result<Exported> {
    for dir in [RECORD_DIR, DOCUMENTS_DIR] {
        fs::create_dir(folder.join(dir)).await.map_err(Fault::unavailable)?;
    }
    let mut out = Folder { root: folder.to_owned(), listed: Vec::new() };
    for (doc, hash) in data.case.documents.iter().zip(&data.hashes) {
        out.object(&doc.file, store, hash).await?;
        out.put(&format!("{}.xml", doc.file), xml::document(&data.case, doc).as_bytes()).await?;
    }
    for entry in &data.entries {
        out.put(&entry_file(entry.ordinal), entry.payload.as_bytes()).await?;
    }
    let entries: Vec<EntryData> = data
        .entries
        .iter()
        .map(|e| {
            let entry = serde_json::from_str(&e.payload).map_err(Fault::internal)?;
            Ok(EntryData { ordinal: e.ordinal, prev: e.prev.hex(), hash: e.hash.hex(), entry })
        })
        .collect::<Result<_>>()?;
    out.json(RECORD_JSON, &entries).await?;
    out.put(RECORD_XML, xml::record(&data.case, &data.entries).as_bytes()).await?;
    out.json(CASE_JSON, &data.case).await?;
    out.put(CASE_XML, xml::case(&data.case).as_bytes()).await?;
    let head = data.entries.last().map_or(Link::START, |e| e.hash).hex();
    out.put(README, readme::text(&data.case, &head).as_bytes()).await?;
    out.listed.sort_by(|a, b| a.1.cmp(&b.1));
    let manifest: String = out.listed.iter().map(|(hash, name)| format!("{hash}  {name}\n")).collect();
    fs::write(folder.join(MANIFEST), manifest).await.map_err(Fault::unavailable)?;
    Ok(Exported {
        folder: folder.to_owned(),
        reference: data.case.reference.clone(),
        files: out.listed.len() + 1,
        entries: data.entries.len(),
        head,
    })
}
