//! `/desk/{office}/cases/{case}/edit`: the title, and the remarks for the list of cases.

use axum::response::{IntoResponse as _, Response};
use kernel::Fault;
use maud::html;
use offices::Desk;
use records::cases::{self, CaseRow, Saved};
use ui::{Button, ButtonGroup, Diff, Form, Notice};
use web::{Answer, FormData, Req};

use super::{case_paths, row, task};
use crate::{
    form::{Typed, again},
    msg,
    show::case_path,
};

case_paths! {
    /// `/desk/{office}/cases/{case}/edit`
    EditPath "/desk/{office}/cases/{case}/edit";
}

/// Shows the form.
///
/// # Errors
/// Those of [`offices::desk`]; `NotFound`.
pub async fn show(path: EditPath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let case = row(&req, &desk, path.case).await?;
    Ok(render(&req, &desk, &case, &Typed::nothing(), None))
}

/// Saves what was changed.
///
/// # Errors
/// Those of [`offices::desk`] and [`cases::rename`]; a stale edit shows both versions.
pub async fn save(path: EditPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (d, ctx, id) = (desk.clone(), req.ctx.clone(), path.case);
    let title = form.get("title").to_owned();
    let remarks = form.raw("remarks").unwrap_or_default().to_owned();
    let version: i64 = form.parsed("version").unwrap_or(0);
    let mine = (title.clone(), remarks.clone());
    let saved = req
        .app
        .db
        .write(move |c| {
            Box::pin(async move {
                let now = match cases::rename(c, &ctx, &d, id, &title, version).await? {
                    Saved::Done(now) => now,
                    stale => return Ok(stale),
                };
                if now.remarks == remarks.trim().replace("\r\n", "\n") {
                    return Ok(Saved::Done(now));
                }
                cases::set_remarks(c, &ctx, &d, id, &remarks, now.version).await
            })
        })
        .await;
    match saved {
        Ok(Saved::Done(_)) => Ok(req.redirect(case_path(&desk, id)).flash(msg::DESK_SAVED).into_response()),
        Ok(Saved::Stale(now)) => {
            let typed = Typed::refused("edit", &form, Fault::conflict(web::msg::FAULT_STALE));
            Ok(render(&req, &desk, &now, &typed, Some(&mine)))
        }
        Err(fault) => {
            let typed = Typed::refused("edit", &form, again(fault)?);
            let case = row(&req, &desk, id).await?;
            Ok(render(&req, &desk, &case, &typed, None))
        }
    }
}

fn render(req: &Req, desk: &Desk, case: &CaseRow, typed: &Typed, stale: Option<&(String, String)>) -> Response {
    let t = req.t;
    let i = typed.of(t, "edit");
    let form = Form::post(EditPath::of(desk, case.id).to_string()).version(case.version).body(html! {
        (i.text("title", msg::DESK_CASE_TITLE, &case.title).required().maxlength(500))
        (i.lines("remarks", msg::DESK_CASE_REMARKS, &case.remarks).rows(3).maxlength(10_000).hint(t.s(msg::DESK_CASE_REMARKS_HINT)))
        (ButtonGroup::new()
            .add(Button::submit(t.s(msg::DESK_SAVE)))
            .add(Button::link(t.s(msg::DESK_BACK), case_path(desk, case.id)).quiet()))
    });
    let body = html! {
        (typed.summary(t))
        @if let Some((title, remarks)) = stale {
            (Diff::new(t.lang())
                .field(t.s(msg::DESK_CASE_TITLE), case.title.clone(), title.clone())
                .field(t.s(msg::DESK_CASE_REMARKS), case.remarks.clone(), remarks.clone()))
        }
        @if case.frozen() { (Notice::info(t.s(msg::DESK_FROZEN))) } @else { (form) }
    };
    typed.answer(task(req, desk, "desk.case-edit", case, msg::DESK_CASE_EDIT).body(body).render())
}
