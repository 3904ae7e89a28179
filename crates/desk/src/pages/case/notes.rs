//! Notes of a case: adding one on the case's page, editing one's own on a page of its own.

use axum::response::{IntoResponse as _, Response};
use axum_extra::routing::TypedPath;
use kernel::{
    Fault, Result,
    ids::{CaseId, NoteId},
};
use maud::html;
use offices::Desk;
use records::{
    cases::Saved,
    notes::{self, NoteRow},
};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Diff, Form, Notice};
use web::{Answer, FormData, Once, Req};

use super::{case_paths, row, show, task};
use crate::{
    form::{Typed, again},
    msg,
    show::case_path,
};

case_paths! {
    /// `/desk/{office}/cases/{case}/notes`
    NotesPath "/desk/{office}/cases/{case}/notes";
}

/// `/desk/{office}/cases/{case}/notes/{note}`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/cases/{case}/notes/{note}", rejection(web::BadPath))]
pub struct NotePath {
    /// The office's name in addresses.
    pub office: String,
    /// The case.
    pub case: CaseId,
    /// The note.
    pub note: NoteId,
}

/// Adds a note.
///
/// # Errors
/// Those of [`offices::desk`] and [`notes::add`]; a refused form is shown again.
pub async fn add(path: NotesPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (d, id) = (desk.clone(), path.case);
    let text = form.raw("text").unwrap_or_default().to_owned();
    let added = Once::form(&req, form.get("once"), &form.encode())?
        .run(&req, move |c, ctx| Box::pin(async move { notes::add(c, ctx, &d, id, &text).await.map(|note| note.id) }))
        .await;
    match added {
        Ok(_) => {
            let to = format!("{}#notes", case_path(&desk, id));
            Ok(req.redirect(to).flash(msg::DESK_NOTE_ADDED).into_response())
        }
        Err(fault) => Ok(show::render(&req, &desk, id, &Typed::refused("note", &form, again(fault)?)).await?),
    }
}

/// Shows the form that edits a note.
///
/// # Errors
/// Those of [`offices::desk`]; `NotFound`; `Forbidden` for somebody else's note.
pub async fn edit(path: NotePath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let note = note(&req, &desk, &path).await?;
    Ok(render(&req, &desk, &path, &note, &Typed::nothing(), None).await?)
}

/// Saves an edited note.
///
/// # Errors
/// Those of [`offices::desk`] and [`notes::edit`]; a stale edit shows both versions.
pub async fn save(path: NotePath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (d, ctx, p) = (desk.clone(), req.ctx.clone(), path.clone());
    let (text, version) = (form.raw("text").unwrap_or_default().to_owned(), form.parsed("version").unwrap_or(0));
    let mine = text.clone();
    let saved = req
        .app
        .db
        .write(move |c| Box::pin(async move { notes::edit(c, &ctx, &d, p.case, p.note, &text, version).await }))
        .await;
    match saved {
        Ok(Saved::Done(_)) => {
            let to = format!("{}#notes", case_path(&desk, path.case));
            Ok(req.redirect(to).flash(msg::DESK_SAVED).into_response())
        }
        Ok(Saved::Stale(now)) => {
            let typed = Typed::refused("note", &form, Fault::conflict(web::msg::FAULT_STALE));
            Ok(render(&req, &desk, &path, &now, &typed, Some(&mine)).await?)
        }
        Err(fault) => {
            let typed = Typed::refused("note", &form, again(fault)?);
            let note = note(&req, &desk, &path).await?;
            Ok(render(&req, &desk, &path, &note, &typed, None).await?)
        }
    }
}

async fn note(req: &Req, desk: &Desk, path: &NotePath) -> Result<NoteRow> {
    let (d, id, wanted) = (desk.clone(), path.case, path.note);
    let found = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                records::cases::case(c, &d, id).await?;
                notes::list(c, d.scope, id).await
            })
        })
        .await?;
    let note = found.into_iter().find(|n| n.id == wanted).ok_or_else(Fault::not_found)?;
    if note.author == Some(desk.member.person) { Ok(note) } else { Err(Fault::forbidden()) }
}

async fn render(
    req: &Req,
    desk: &Desk,
    path: &NotePath,
    note: &NoteRow,
    typed: &Typed,
    stale: Option<&str>,
) -> Result<Response> {
    let t = req.t;
    let case = row(req, desk, path.case).await?;
    let form = Form::post(path.to_string()).version(note.version).body(html! {
        (typed.of(t, "note").lines("text", msg::DESK_NOTE_TEXT, &note.text).required().maxlength(10_000))
        (ButtonGroup::new()
            .add(Button::submit(t.s(msg::DESK_SAVE)))
            .add(Button::link(t.s(msg::DESK_BACK), case_path(desk, path.case)).quiet()))
    });
    let body = html! {
        (typed.summary(t))
        @if let Some(mine) = stale {
            (Diff::new(t.lang()).field(t.s(msg::DESK_NOTE_TEXT), note.text.clone(), mine.to_owned()))
        }
        @if case.frozen() { (Notice::info(t.s(msg::DESK_FROZEN))) }
        (form)
    };
    Ok(typed.answer(task(req, desk, "desk.note", &case, msg::DESK_NOTE_EDIT).body(body).render()))
}
