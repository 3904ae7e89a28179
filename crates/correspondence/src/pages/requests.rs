//! Asking the party of a case to supply something, and closing a request.

use axum::response::IntoResponse as _;
use kernel::{
    Fault, FaultKind,
    ids::{CaseId, RequestId},
};
use maud::{Markup, html};
use offices::{Desk, Role};
use records::cases::{self, CaseRow};
use serde::Deserialize;
use ui::{Notice, Section};
use web::{Answer, FormData, Req, TypedPath};

use super::messages::{once, refused, shown_again};
use crate::{
    NewRequest, RequestRow, Side, ask, close_request, msg, requests,
    view::{Again, close_question, request_form, requests_section},
};

/// `/desk/{office}/cases/{case}/requests`
#[derive(TypedPath, Deserialize)]
#[typed_path("/desk/{office}/cases/{case}/requests", rejection(web::BadPath))]
pub(crate) struct RequestsPath {
    pub office: String,
    pub case: CaseId,
}

/// `/desk/{office}/cases/{case}/requests/{request}/close`
#[derive(TypedPath, Deserialize)]
#[typed_path("/desk/{office}/cases/{case}/requests/{request}/close", rejection(web::BadPath))]
pub(crate) struct ClosePath {
    pub office: String,
    pub case: CaseId,
    pub request: RequestId,
}

async fn read(req: &Req, desk: &Desk, case: CaseId) -> kernel::Result<(CaseRow, Vec<RequestRow>)> {
    let d = desk.clone();
    req.app
        .db
        .read(move |c| {
            Box::pin(async move {
                let row = cases::case(c, &d, case).await?;
                Ok((row, requests(c, d.scope, case).await?))
            })
        })
        .await
}

pub(crate) async fn show(path: RequestsPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, Some(Role::Official)).await?;
    let (row, list) = read(&req, &desk, path.case).await?;
    records::log::looked_at_case(&req, &desk, &row).await?;
    Ok(view(&req, &desk, &row, &list, &Again::default()))
}

pub(crate) async fn make(path: RequestsPath, req: Req, form: FormData) -> Answer {
    let desk = offices::desk(&req, &path.office, Some(Role::Official)).await?;
    let case = path.case;
    let (row, list) = read(&req, &desk, case).await?;
    let due = offices::day::parse(form.get("due"));
    let result = match due {
        None => Err(Fault::field("due", web::msg::FIELD_DATE)),
        Some(due) => {
            let pause = form.has("pause").then(|| form.get("reason").to_owned());
            let new = NewRequest { what: form.get("what").to_owned(), due, pause, once: once(&req, &form) };
            let (ctx, d) = (req.ctx.clone(), desk.clone());
            req.app
                .db
                .write(move |c| {
                    let (ctx, desk, new) = (ctx.clone(), d.clone(), new.clone());
                    Box::pin(async move { ask(c, &ctx, &desk, case, new).await.map(|_| ()) })
                })
                .await
        }
    };
    match result {
        Ok(()) => {
            let to = format!("{}#requests", desk.path(&format!("/cases/{case}")));
            Ok(req.redirect(to).flash(msg::CORRESPONDENCE_ASKED).into_response())
        }
        Err(fault) if shown_again(&fault) => {
            let (row, list) =
                if fault.kind == FaultKind::Conflict { read(&req, &desk, case).await? } else { (row, list) };
            let again = Again { fields: Some(&form.fields), fault: Some(&fault), kept: Vec::new() };
            Ok(refused(&fault, view(&req, &desk, &row, &list, &again)))
        }
        Err(fault) => Err(fault.into()),
    }
}

pub(crate) async fn close(path: ClosePath, req: Req, form: FormData) -> Answer {
    let desk = offices::desk(&req, &path.office, Some(Role::Official)).await?;
    let (case, id, reason) = (path.case, path.request, form.get("reason").to_owned());
    let (ctx, d) = (req.ctx.clone(), desk.clone());
    let result = req
        .app
        .db
        .write(move |c| {
            let (ctx, desk, reason) = (ctx.clone(), d.clone(), reason.clone());
            Box::pin(async move { close_request(c, &ctx, &desk, case, id, &reason).await.map(|_| ()) })
        })
        .await;
    match result {
        Ok(()) => {
            let to = format!("{}#requests", desk.path(&format!("/cases/{case}")));
            Ok(req.redirect(to).flash(msg::CORRESPONDENCE_CLOSED).into_response())
        }
        Err(fault) if shown_again(&fault) => {
            let (row, list) = read(&req, &desk, case).await?;
            let again = Again { fault: Some(&fault), ..Again::default() };
            Ok(refused(&fault, view(&req, &desk, &row, &list, &again)))
        }
        Err(fault) => Err(fault.into()),
    }
}

fn view(req: &Req, desk: &Desk, row: &CaseRow, list: &[RequestRow], again: &Again<'_>) -> Markup {
    let t = req.t;
    let today = req.ctx.now.warsaw_date();
    let close = |r: &RequestRow| close_question(t, desk, r, &Again::default());
    desk.page(req, "correspondence.requests", t.s(msg::CORRESPONDENCE_REQUESTS_TITLE))
        .crumb(t.s(msg::CORRESPONDENCE_CASES), desk.path("/cases"))
        .crumb(row.reference.clone(), desk.path(&format!("/cases/{}", row.id)))
        .here(t.s(msg::CORRESPONDENCE_REQUESTS_TITLE))
        .lead(row.title.clone())
        .body(html! {
            @if row.frozen() { (Notice::info(t.s(msg::CORRESPONDENCE_FROZEN))) (again.lost(t, "what")) }
            @else {
                (Section::new(t.s(msg::CORRESPONDENCE_ASK_TITLE)).text(t.s(msg::CORRESPONDENCE_ASK_TEXT))
                    .body(request_form(t, desk, row.id, &req.once(), today, again)))
            }
            @if !list.is_empty() {
                (Section::new(t.s(msg::CORRESPONDENCE_REQUESTS)).id("requests")
                    .body(requests_section(t, Side::Office, list, today, &close)))
            }
        })
        .render()
}
