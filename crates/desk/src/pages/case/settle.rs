//! `/desk/{office}/cases/{case}/settle`: the end of a case, after naming what freezes; and opening it again.

use axum::response::{IntoResponse as _, Response};
use correspondence::RequestState;
use kernel::{Fault, Result, ids::CaseId};
use maud::{Markup, html};
use offices::{Desk, Role};
use records::cases::{self, CaseRow, Outcome};
use ui::{Button, ButtonGroup, Choice, Form, Icon, Notice, Section};
use web::{Answer, FormData, Req};

use super::{case_paths, row, task};
use crate::{
    form::{Typed, again},
    msg,
    show::case_path,
};

case_paths! {
    /// `/desk/{office}/cases/{case}/settle`
    SettlePath "/desk/{office}/cases/{case}/settle";
    /// `/desk/{office}/cases/{case}/reopen`
    ReopenPath "/desk/{office}/cases/{case}/reopen";
}

/// What is still open in a case that is about to be settled, and what freezes.
struct Loose {
    case: CaseRow,
    requests: usize,
    letters: usize,
    unread: usize,
    documents: usize,
    messages: usize,
}

async fn loose(req: &Req, desk: &Desk, id: CaseId) -> Result<Loose> {
    let d = desk.clone();
    req.app
        .db
        .read(move |c| {
            Box::pin(async move {
                let case = cases::case(c, &d, id).await?;
                let requests = correspondence::requests(c, d.scope, id).await?;
                let letters = letters::case_letters(c, d.scope, id).await?;
                let messages = correspondence::messages(c, d.scope, id).await?;
                let documents = records::documents::list(c, d.scope, id).await?;
                let unread = |m: &&correspondence::MessageView| {
                    m.row.side == correspondence::Side::Citizen && m.row.read_at.is_none()
                };
                Ok(Loose {
                    case,
                    requests: requests.iter().filter(|r| r.state == RequestState::Open).count(),
                    letters: letters
                        .iter()
                        .filter(|l| !matches!(l.state, letters::State::Sent | letters::State::Withdrawn))
                        .count(),
                    unread: messages.iter().filter(unread).count(),
                    documents: documents.len(),
                    messages: messages.len(),
                })
            })
        })
        .await
}

/// Shows what is still open, what freezes, and the form.
///
/// # Errors
/// Those of [`offices::desk`]; `NotFound`.
pub async fn show(path: SettlePath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let loose = loose(&req, &desk, path.case).await?;
    records::log::looked_at_case(&req, &desk, &loose.case).await?;
    Ok(render(&req, &desk, &loose, &Typed::nothing()))
}

fn render(req: &Req, desk: &Desk, l: &Loose, typed: &Typed) -> Response {
    let (t, i) = (req.t, typed.of(req.t, "settle"));
    let form = Form::post(SettlePath::of(desk, l.case.id).to_string()).body(html! {
        (i.radios("outcome", msg::DESK_SETTLE_OUTCOME, "").required()
            .choices(Outcome::ALL.iter().map(|o| Choice::new(o.as_str(), t.s(o.label())))))
        (i.lines("remarks", msg::DESK_SETTLE_REMARKS, "").rows(3).maxlength(10_000).hint(t.s(msg::DESK_SETTLE_REMARKS_HINT)))
        (i.dress("sure", ui::Field::checkbox(t.lang(), "sure", t.f(msg::DESK_SETTLE_SURE, &[
            ("documents", l.documents.into()), ("messages", l.messages.into()), ("entries", l.case.entries.into()),
        ]))).required())
        (ButtonGroup::new()
            .add(Button::submit(t.s(msg::DESK_SETTLE_DO)).icon(Icon::Check))
            .add(Button::link(t.s(msg::DESK_BACK), case_path(desk, l.case.id)).quiet()))
    });
    let body = html! {
        (typed.summary(t))
        @if l.case.frozen() { (Notice::info(t.s(msg::DESK_FROZEN))) } @else {
            (open_things(req, l))
            (Section::new(t.s(msg::DESK_SETTLE_FREEZES)).text(t.s(msg::DESK_SETTLE_TEXT)).body(form))
        }
    };
    typed.answer(task(req, desk, "desk.case-settle", &l.case, msg::DESK_SETTLE).body(body).render())
}

fn open_things(req: &Req, l: &Loose) -> Markup {
    let t = req.t;
    let lines = [
        (l.requests, msg::DESK_LOOSE_REQUESTS),
        (l.letters, msg::DESK_LOOSE_LETTERS),
        (l.unread, msg::DESK_LOOSE_UNREAD),
    ];
    html! {
        @if lines.iter().any(|(n, _)| *n > 0) {
            (Notice::warning(html! {
                ul { @for (n, key) in lines { @if n > 0 { li { (t.f(key, &[("n", n.into())])) } } } }
            }).title(t.s(msg::DESK_LOOSE)))
        }
    }
}

/// Settles the case.
///
/// # Errors
/// Those of [`offices::desk`] and [`cases::settle`].
pub async fn save(path: SettlePath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (d, ctx, id, remarks) =
        (desk.clone(), req.ctx.clone(), path.case, form.raw("remarks").unwrap_or_default().to_owned());
    let outcome = Outcome::parse(form.get("outcome")).ok_or_else(|| Fault::field("outcome", msg::DESK_FIELD_OUTCOME));
    let outcome = match outcome {
        Ok(_) if form.get("sure").is_empty() => Err(Fault::field("sure", msg::DESK_FIELD_SURE)),
        other => other,
    };
    let done = req
        .app
        .db
        .write(move |c| Box::pin(async move { cases::settle(c, &ctx, &d, id, outcome?, &remarks).await }))
        .await;
    match done {
        Ok(_) => Ok(req.redirect(case_path(&desk, id)).flash(msg::DESK_SETTLED).into_response()),
        Err(fault) => {
            let typed = Typed::refused("settle", &form, again(fault)?);
            let loose = loose(&req, &desk, id).await?;
            Ok(render(&req, &desk, &loose, &typed))
        }
    }
}

/// Shows the form that opens a settled case again.
///
/// # Errors
/// Those of [`offices::desk`]; `NotFound`.
pub async fn ask_reopen(path: ReopenPath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, Some(Role::Superior)).await?;
    let case = row(&req, &desk, path.case).await?;
    Ok(reopen_page(&req, &desk, &case, &Typed::nothing()))
}

fn reopen_page(req: &Req, desk: &Desk, case: &CaseRow, typed: &Typed) -> Response {
    let t = req.t;
    let form = Form::post(ReopenPath::of(desk, case.id).to_string()).body(html! {
        (typed.of(t, "reopen").lines("reason", msg::DESK_REOPEN_REASON, "").required().rows(3).maxlength(10_000)
            .hint(t.s(msg::DESK_REASON_HINT)))
        (ButtonGroup::new()
            .add(Button::submit(t.s(msg::DESK_REOPEN_DO)))
            .add(Button::link(t.s(msg::DESK_BACK), case_path(desk, case.id)).quiet()))
    });
    let body = html! { (typed.summary(t)) p { (t.s(msg::DESK_REOPEN_TEXT)) } (form) };
    typed.answer(task(req, desk, "desk.case-reopen", case, msg::DESK_REOPEN).body(body).render())
}

/// Opens a settled case again.
///
/// # Errors
/// Those of [`offices::desk`] and [`cases::reopen`].
pub async fn reopen(path: ReopenPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, Some(Role::Superior)).await?;
    let (d, ctx, id, reason) =
        (desk.clone(), req.ctx.clone(), path.case, form.raw("reason").unwrap_or_default().to_owned());
    let done = req.app.db.write(move |c| Box::pin(async move { cases::reopen(c, &ctx, &d, id, &reason).await })).await;
    match done {
        Ok(_) => Ok(req.redirect(case_path(&desk, id)).flash(msg::DESK_REOPENED).into_response()),
        Err(fault) => {
            let typed = Typed::refused("reopen", &form, again(fault)?);
            let case = row(&req, &desk, id).await?;
            Ok(reopen_page(&req, &desk, &case, &typed))
        }
    }
}
