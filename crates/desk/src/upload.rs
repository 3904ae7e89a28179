//! Files on their way in: kept in the object store before the unit of work, and kept still when the form is shown again.

use kernel::{Fault, Result};
use maud::{Markup, html};
use offices::Desk;
use ui::{FileItem, FileList};
pub(crate) use web::kept::KeptFile as Kept;
use web::{
    FormData, Req,
    kept::{self, Keeper},
};

use crate::msg;

/// What came of the files of a form: those kept, also when another of them was refused.
#[derive(Default)]
pub(crate) struct Taken {
    /// The files kept, from this try and from earlier ones.
    pub files: Vec<Kept>,
    refused: Option<Fault>,
}

impl Taken {
    /// The files, when none was refused.
    ///
    /// # Errors
    /// `Invalid` at `files`, saying why one was.
    pub fn all(&self) -> Result<Vec<Kept>> {
        self.refused.clone().map_or_else(|| Ok(self.files.clone()), Err)
    }
}

/// Keeps the files of a form, and finds those kept for this person when it was sent before. An empty file is refused, and one
/// that is not what its name says.
///
/// # Errors
/// `Unavailable` when the store is away or full.
pub(crate) async fn keep(req: &Req, desk: &Desk, form: &FormData) -> Result<Taken> {
    let keeper = Keeper::person(desk.member.person, format_args!("desk of {}", desk.scope.office()));
    let mut taken = Taken { files: keeper.again(&req.ctx, form)?, refused: None };
    let wrong = |key, args| Some(Fault::invalid(web::msg::FAULT_FIELDS).and_field("files", key, args));
    for file in &form.files {
        if file.size == 0 {
            taken.refused = wrong(msg::DESK_FILE_EMPTY, vec![("name", file.name.as_str().into())]);
            continue;
        }
        let kept = keeper.keep(&req.app, &req.ctx, file).await?;
        match blob::check_claim(&kept.stored, &kept.name) {
            Ok(()) => taken.files.push(kept),
            Err(fault) => taken.refused = wrong(fault.key, fault.args),
        }
    }
    Ok(taken)
}

/// What a form says with its files, as a text that the same form sent twice repeats.
pub(crate) fn said(form: &FormData, files: &[Kept]) -> String {
    files.iter().fold(form.encode(), |text, f| format!("{text}\n{} {}", f.stored.hex(), f.name))
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
