//! Files on their way in: kept in the object store before the unit of work, and kept still when the form is shown again.

use kernel::{Fault, FieldFault, Result};
use maud::{Markup, html};
use offices::Desk;
use records::uploads;
pub(crate) use records::uploads::Upload as Kept;
use ui::{Field, FileItem, FileList};
use web::{FormData, Req};

use crate::msg;

/// The name of the hidden field that refers to a file already kept.
const KEPT: &str = "kept";

/// Keeps the files of a form, and finds those kept for this person when it was sent before.
///
/// # Errors
/// `Invalid` at `files` for an empty file; `Unavailable` when the store is away or full.
pub(crate) async fn keep(req: &Req, desk: &Desk, form: &FormData) -> Result<Vec<Kept>> {
    let mut stored = Vec::new();
    for file in &form.files {
        if file.size == 0 {
            let args = vec![("name", file.name.as_str().into())];
            let fault = FieldFault { field: "files".into(), key: msg::DESK_FILE_EMPTY, args };
            return Err(Fault { fields: vec![fault], ..Fault::invalid(web::msg::FAULT_FIELDS) });
        }
        stored.push((req.app.blobs.put_file(file.file.path(), &file.name).await?, file.name.clone()));
    }
    let ids: Vec<_> = form.all(KEPT).filter_map(|id| id.parse().ok()).collect();
    if ids.is_empty() && stored.is_empty() {
        return Ok(Vec::new());
    }
    let (ctx, desk) = (req.ctx.clone(), desk.clone());
    req.app
        .db
        .write(move |c| {
            Box::pin(async move {
                let mut kept = uploads::kept(c, &desk, ids).await?;
                for (stored, name) in stored {
                    kept.push(uploads::keep(c, &ctx, &desk, stored, &name).await?);
                }
                Ok(kept)
            })
        })
        .await
}

/// The files already kept, for a form that is shown again.
pub(crate) fn shown_again(req: &Req, kept: &[Kept]) -> Markup {
    html! {
        @if !kept.is_empty() {
            (FileList::new(req.lang(), kept.iter().map(|k| {
                FileItem::new(k.name.clone()).size(k.stored.size).meta(req.t.s(msg::DESK_FILE_KEPT))
            })))
            @for k in kept { (Field::hidden(KEPT, k.id.to_string())) }
        }
    }
}
