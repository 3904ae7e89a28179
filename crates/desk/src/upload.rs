//! Files on their way in: kept in the object store before the unit of work, and kept still when the form is shown again.

use kernel::{Fault, FieldFault, Result};
use maud::{Markup, html};
use ui::{Field, FileItem, FileList};
use web::{FormData, Req};

use crate::msg;

/// The name of the hidden field that refers to a file already kept.
const KEPT: &str = "kept";

/// A file in the object store, not yet a document.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    /// The object.
    pub stored: blob::Stored,
    /// The file's name.
    pub name: String,
}

/// Keeps the files of a form, and finds those it kept when it was sent before. A file is referred to by the fingerprint
/// of its content, which only someone who had the content can know.
///
/// # Errors
/// `Invalid` at `files` for an empty file; `Unavailable` when the store is away or full.
pub(crate) async fn keep(req: &Req, form: &FormData) -> Result<Vec<Kept>> {
    let mut kept = Vec::new();
    for reference in form.all(KEPT) {
        let Some((hash, name)) = reference.split_once('/') else { continue };
        let Some(hash) = blob::parse_hash(hash) else { continue };
        if let Ok(bytes) = req.app.blobs.get_bytes(&hash).await {
            let stored = req.app.blobs.put_bytes(bytes, name).await?;
            kept.push(Kept { stored, name: name.to_owned() });
        }
    }
    for file in &form.files {
        if file.size == 0 {
            let args = vec![("name", file.name.as_str().into())];
            let fault = FieldFault { field: "files".into(), key: msg::DESK_FILE_EMPTY, args };
            return Err(Fault { fields: vec![fault], ..Fault::invalid(web::msg::FAULT_FIELDS) });
        }
        let stored = req.app.blobs.put_file(file.file.path(), &file.name).await?;
        kept.push(Kept { stored, name: file.name.clone() });
    }
    Ok(kept)
}

/// The files already kept, for a form that is shown again.
pub(crate) fn shown_again(req: &Req, kept: &[Kept]) -> Markup {
    html! {
        @if !kept.is_empty() {
            (FileList::new(req.lang(), kept.iter().map(|k| {
                FileItem::new(k.name.clone()).size(k.stored.size).meta(req.t.s(msg::DESK_FILE_KEPT))
            })))
            @for k in kept { (Field::hidden(KEPT, format!("{}/{}", k.stored.hex(), k.name))) }
        }
    }
}
