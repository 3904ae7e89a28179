//! Adding documents to a case.

use axum::response::{IntoResponse as _, Response};
use kernel::{Fault, Result, ids::CaseId};
use offices::Desk;
use records::documents::{self, Kind, NewDocument, Origin};
use web::{Answer, FormData, Once, Req};

use super::{case_paths, show};
use crate::{
    form::{Typed, again},
    msg,
    show::case_path,
    upload::{self, Kept},
};

case_paths! {
    /// `/desk/{office}/cases/{case}/documents`
    DocumentsPath "/desk/{office}/cases/{case}/documents";
}

/// Adds the files sent as documents of the case.
///
/// # Errors
/// Those of [`offices::desk`] and [`documents::add_at`]; a refused form is shown again.
pub async fn add(path: DocumentsPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let id = path.case;
    // Who may not write here must not fill the store either.
    let d = desk.clone();
    let writable = req.app.db.read(move |c| Box::pin(async move { records::cases::writable(c, &d, id).await })).await;
    let kept = match writable {
        Ok(_) => upload::keep(&req, &desk, &form).await,
        Err(fault) => Err(fault),
    };
    let (kept, done) = match kept {
        Ok(taken) => match taken.all() {
            Ok(files) => (taken.files, add_all(&req, &desk, id, &form, files).await),
            Err(fault) => (taken.files, Err(fault)),
        },
        Err(fault) => (Vec::new(), Err(fault)),
    };
    match done {
        Ok(()) => {
            let to = format!("{}#documents", case_path(&desk, id));
            Ok(req.redirect(to).flash(msg::DESK_DOCUMENT_ADDED).into_response())
        }
        Err(fault) => {
            let typed = Typed::refused("document", &form, again(fault)?).with(kept);
            Ok(show::render(&req, &desk, id, &typed).await?)
        }
    }
}

async fn add_all(req: &Req, desk: &Desk, id: CaseId, form: &FormData, files: Vec<Kept>) -> Result<()> {
    if files.is_empty() {
        return Err(Fault::field("files", msg::DESK_FIELD_FILE));
    }
    let kind = Kind::parse(form.get("kind")).ok_or_else(|| Fault::field("kind", web::msg::FIELD_CHOICE))?;
    let origin = Origin::parse(form.get("origin")).ok_or_else(|| Fault::field("origin", web::msg::FIELD_CHOICE))?;
    let (desk, name) = (desk.clone(), form.get("name").to_owned());
    Once::form(req, form.get("once"), &upload::said(form, &files))?
        .run(req, move |c, ctx| {
            Box::pin(async move {
                let single = files.len() == 1;
                for file in files {
                    // A description names a single file; with several each keeps its own name.
                    let name = if single && !name.is_empty() { described(&name, &file.name) } else { file.name };
                    let new = NewDocument { stored: file.stored, name, kind, origin };
                    documents::add_at(c, ctx, &desk, id, new).await?;
                }
                Ok(())
            })
        })
        .await
        .map(|_| ())
}

/// A description as a file's name: with the ending of the file.
fn described(name: &str, file: &str) -> String {
    match file.rsplit_once('.') {
        Some((_, ending))
            if ending.len() <= 5 && !name.to_lowercase().ends_with(&format!(".{}", ending.to_lowercase())) =>
        {
            format!("{name}.{ending}")
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_keeps_the_ending_of_the_file() {
        assert_eq!(described("Opinia", "skan0012.PDF"), "Opinia.PDF");
        assert_eq!(described("Opinia.pdf", "skan0012.PDF"), "Opinia.pdf");
        assert_eq!(described("Opinia", "skan"), "Opinia");
    }
}
