//! Files on their way in: kept in the object store before the unit of work, and kept still when the form is shown again.

use kernel::{Fault, FieldFault, Result};
use maud::{Markup, html};
use offices::Desk;
use ui::{FileItem, FileList};
pub(crate) use web::kept::KeptFile as Kept;
use web::{
    FormData, Req,
    kept::{self, Keeper},
};

use crate::msg;

/// Keeps the files of a form, and finds those kept for this person when it was sent before.
///
/// # Errors
/// `Invalid` at `files` for an empty file; `Unavailable` when the store is away or full.
pub(crate) async fn keep(req: &Req, desk: &Desk, form: &FormData) -> Result<Vec<Kept>> {
    let keeper = Keeper::person(desk.member.person, format_args!("desk of {}", desk.scope.office()));
    let mut kept = keeper.again(&req.ctx, form)?;
    for file in &form.files {
        if file.size == 0 {
            let args = vec![("name", file.name.as_str().into())];
            let fault = FieldFault { field: "files".into(), key: msg::DESK_FILE_EMPTY, args };
            return Err(Fault { fields: vec![fault], ..Fault::invalid(web::msg::FAULT_FIELDS) });
        }
        kept.push(keeper.keep(&req.app, &req.ctx, file).await?);
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
            (kept::hidden(kept))
        }
    }
}
