//! The talk with the party of a case, with the form to write.

use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use kernel::{Fault, FaultKind, ids::CaseId};
use maud::{Markup, html};
use offices::{Desk, Role};
use records::cases::{self, CaseRow};
use serde::Deserialize;
use ui::{Button, Icon, Notice, Section};
use web::{Answer, FormData, Req, TypedPath, kept::KeptFile};

use crate::{
    MessageView, NewMessage, Side, keeper, mark_read, messages, msg, office_write, take_files,
    view::{Again, office_form_again, thread},
};

/// `/desk/{office}/cases/{case}/messages`
#[derive(TypedPath, Deserialize)]
#[typed_path("/desk/{office}/cases/{case}/messages", rejection(web::BadPath))]
pub(crate) struct MessagesPath {
    pub office: String,
    pub case: CaseId,
}

impl std::fmt::Debug for MessagesPath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.to_string())
    }
}

async fn read(req: &Req, desk: &Desk, case: CaseId) -> kernel::Result<(CaseRow, Vec<MessageView>)> {
    let d = desk.clone();
    req.app
        .db
        .read(move |c| {
            Box::pin(async move {
                let row = cases::case(c, &d, case).await?;
                Ok((row, messages(c, d.scope, case).await?))
            })
        })
        .await
}

/// Marks what the party wrote as read, when it is the handler or their substitute who looks, or nobody handles the case.
pub(crate) async fn seen(req: &Req, desk: &Desk, row: &CaseRow) -> kernel::Result<()> {
    let mine = row.handler.is_none_or(|h| h == desk.member.person || desk.member.stands_in_for.contains(&h));
    if !mine {
        return Ok(());
    }
    let (ctx, scope, case, name) = (req.ctx.clone(), desk.scope, row.id, desk.member.name.clone());
    req.app
        .db
        .write(move |c| {
            let (ctx, name) = (ctx.clone(), name.clone());
            Box::pin(async move { mark_read(c, &ctx, scope, case, Side::Office, &name).await })
        })
        .await
        .map(|_| ())
}

pub(crate) async fn show(path: MessagesPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, Some(Role::Official)).await?;
    let (row, list) = read(&req, &desk, path.case).await?;
    records::log::looked_at_case(&req, &desk, &row).await?;
    seen(&req, &desk, &row).await?;
    Ok(view(&req, &desk, &row, &list, &Again::default()))
}

pub(crate) async fn send(path: MessagesPath, req: Req, form: FormData) -> Answer {
    let desk = offices::desk(&req, &path.office, Some(Role::Official)).await?;
    let case = path.case;
    let (row, list) = read(&req, &desk, case).await?;
    let keeper = keeper(desk.member.person, case);
    let taken = take_files(&req.app, &req.ctx, &keeper, &form, Side::Office).await?;
    let result = match taken.all() {
        Ok(files) => write(&req, &desk, case, &form, files).await,
        Err(fault) => Err(fault),
    };
    match result {
        Ok(()) => {
            let to = format!("{}#messages", desk.path(&format!("/cases/{case}")));
            Ok(req.redirect(to).flash(msg::CORRESPONDENCE_SENT).into_response())
        }
        Err(fault) if shown_again(&fault) => {
            let (row, list) =
                if fault.kind == FaultKind::Conflict { read(&req, &desk, case).await? } else { (row, list) };
            let again = Again { fields: Some(&form.fields), fault: Some(&fault), kept: taken.files };
            Ok(refused(&fault, view(&req, &desk, &row, &list, &again)))
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Whether a form is shown again after this fault, with what was typed.
pub(crate) fn shown_again(fault: &Fault) -> bool {
    matches!(fault.kind, FaultKind::Invalid | FaultKind::Conflict)
}

async fn write(req: &Req, desk: &Desk, case: CaseId, form: &FormData, files: Vec<KeptFile>) -> kernel::Result<()> {
    let new = NewMessage { text: form.get("text").to_owned(), files, once: once(req, form) };
    let (ctx, desk) = (req.ctx.clone(), desk.clone());
    req.app
        .db
        .write(move |c| {
            let (ctx, desk, new) = (ctx.clone(), desk.clone(), new.clone());
            Box::pin(async move { office_write(c, &ctx, &desk, case, new).await.map(|_| ()) })
        })
        .await
}

/// The key of a form; a form without one is sent once by itself.
pub(crate) fn once(req: &Req, form: &FormData) -> String {
    form.some("once").map_or_else(|| req.once(), str::to_owned)
}

/// A form shown again: 409 after a conflict, else 422.
pub(crate) fn refused(fault: &Fault, page: Markup) -> Response {
    let status =
        if fault.kind == FaultKind::Conflict { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    (status, page).into_response()
}

fn view(req: &Req, desk: &Desk, row: &CaseRow, list: &[MessageView], again: &Again<'_>) -> Markup {
    let t = req.t;
    let case = desk.path(&format!("/cases/{}", row.id));
    let file = |id: kernel::ids::DocumentId| desk.path(&format!("/documents/{id}"));
    desk.page(req, "correspondence.messages", t.s(msg::CORRESPONDENCE_TITLE))
        .crumb(t.s(msg::CORRESPONDENCE_CASES), desk.path("/cases"))
        .crumb(row.reference.clone(), case.clone())
        .here(t.s(msg::CORRESPONDENCE_TITLE))
        .lead(row.title.clone())
        .actions(
            Button::link(t.s(msg::CORRESPONDENCE_ASK_OPEN), format!("{case}/requests")).secondary().icon(Icon::Attach),
        )
        .body(html! {
            (thread(t, Side::Office, list, &file))
            (Section::new(t.s(msg::CORRESPONDENCE_WRITE)).id("write").body(html! {
                @if row.frozen() { (Notice::info(t.s(msg::CORRESPONDENCE_FROZEN))) (again.lost(t, "text")) }
                @else { (office_form_again(t, desk, row.id, &req.once(), again)) }
            }))
        })
        .render()
}
