//! `/desk/{office}/cases/{case}/hand-over`: giving a case to a colleague or another unit; taking it; following it.

use axum::response::{IntoResponse as _, Response};
use kernel::{
    Fault, Result,
    ids::{CaseId, PersonId, UnitId},
};
use maud::html;
use offices::{Desk, MemberRow, Role, UnitRow};
use records::cases::{self, CaseRow};
use ui::{Button, ButtonGroup, Choice, Form, Icon, Notice};
use web::{Answer, FormData, Req};

use super::{case_paths, task};
use crate::{
    form::{Typed, again},
    msg,
    show::{case_path, seen},
};

case_paths! {
    /// `/desk/{office}/cases/{case}/hand-over`
    HandPath "/desk/{office}/cases/{case}/hand-over";
    /// `/desk/{office}/cases/{case}/take`
    TakePath "/desk/{office}/cases/{case}/take";
    /// `/desk/{office}/cases/{case}/follow`
    FollowPath "/desk/{office}/cases/{case}/follow";
}

/// Shows the form.
///
/// # Errors
/// Those of [`offices::desk`]; `NotFound`.
pub async fn show(path: HandPath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    Ok(render(&req, &desk, path.case, &Typed::nothing()).await?)
}

async fn render(req: &Req, desk: &Desk, id: CaseId, typed: &Typed) -> Result<Response> {
    let (d, today) = (desk.clone(), req.ctx.now.warsaw_date());
    let (case, units, people) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let case = cases::case(c, &d, id).await?;
                let units = offices::units(c, d.scope, today).await?;
                Ok((case, units, offices::members(c, d.scope, offices::Filter::on(today)).await?))
            })
        })
        .await?;
    records::log::looked_at_case(req, desk, &case).await?;
    let (t, i) = (req.t, typed.of(req.t, "hand"));
    let form = Form::post(HandPath::of(desk, id).to_string()).keep(t.lang(), format!("hand-{id}")).body(html! {
        (i.select("to", msg::DESK_HAND_TO, "").required().choices(choices(req, &case, &units, &people)))
        (i.lines("reason", msg::DESK_HAND_REASON, "").rows(3).maxlength(10_000).hint(t.s(msg::DESK_HAND_REASON_HINT)))
        (ButtonGroup::new()
            .add(Button::submit(t.s(msg::DESK_HAND_DO)).icon(Icon::ArrowRight))
            .add(Button::link(t.s(msg::DESK_BACK), case_path(desk, id)).quiet()))
    });
    let body = html! {
        (typed.summary(t))
        @if case.frozen() { (Notice::info(t.s(msg::DESK_FROZEN))) } @else { p { (t.s(msg::DESK_HAND_TEXT)) } (form) }
    };
    Ok(typed.answer(task(req, desk, "desk.case-hand", &case, msg::DESK_HAND).body(body).render()))
}

/// Colleagues of the unit first, then other units, then people elsewhere. A person chosen brings their unit.
fn choices(req: &Req, case: &CaseRow, units: &[UnitRow], people: &[MemberRow]) -> Vec<Choice> {
    let t = req.t;
    let handles = |p: &&MemberRow| p.has(Role::Official) || p.has(Role::Superior);
    let person = |p: &MemberRow, group: &str| {
        Choice::new(format!("{}:{}", p.unit, p.person), format!("{} ({})", p.name(), p.unit_code))
            .group(group.to_owned())
    };
    let (mine, other, unit) = (t.s(msg::DESK_HAND_COLLEAGUES), t.s(msg::DESK_HAND_ELSEWHERE), t.s(msg::DESK_UNITS));
    let own = people.iter().filter(handles).filter(|p| p.unit == case.unit && Some(p.person) != case.handler);
    let elsewhere = people.iter().filter(handles).filter(|p| p.unit != case.unit);
    own.map(|p| person(p, &mine))
        .chain(units.iter().map(|u| Choice::new(u.id.to_string(), u.title()).group(unit.clone())))
        .chain(elsewhere.map(|p| person(p, &other)))
        .collect()
}

/// Reads to whom: a unit, or a unit and a person.
fn to(text: &str) -> Result<(UnitId, Option<PersonId>)> {
    let unknown = || Fault::field("to", web::msg::FIELD_CHOICE);
    let (unit, person) = match text.split_once(':') {
        Some((unit, person)) => (unit, Some(person.parse().map_err(|_| unknown())?)),
        None => (text, None),
    };
    Ok((unit.parse().map_err(|_| unknown())?, person))
}

/// Hands the case over.
///
/// # Errors
/// Those of [`offices::desk`] and [`cases::hand_over`].
pub async fn save(path: HandPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (d, ctx, id, reason) =
        (desk.clone(), req.ctx.clone(), path.case, form.raw("reason").unwrap_or_default().to_owned());
    let whom = to(form.get("to"));
    let done = req
        .app
        .db
        .write(move |c| {
            Box::pin(async move {
                let (unit, person) = whom?;
                let now = cases::writable(c, &d, id).await?;
                match person {
                    // Within the unit it is an assignment; the record says so.
                    Some(person) if unit == now.unit && reason.trim().is_empty() => {
                        cases::assign(c, &ctx, &d, id, person).await
                    }
                    _ => cases::hand_over(c, &ctx, &d, id, unit, person, &reason).await,
                }
            })
        })
        .await;
    match done {
        Ok(_) => {
            // Whoever gave it away may not see it any more.
            let d = desk.clone();
            let still = req.app.db.read(move |c| Box::pin(async move { cases::case(c, &d, id).await })).await;
            let to = if seen(still)?.is_some() { case_path(&desk, id) } else { desk.path("") };
            Ok(req.redirect(to).flash(msg::DESK_HANDED).into_response())
        }
        Err(mut fault) => {
            for f in &mut fault.fields {
                if f.field == "unit" || f.field == "person" {
                    f.field = "to".into();
                }
            }
            Ok(render(&req, &desk, id, &Typed::refused("hand", &form, again(fault)?)).await?)
        }
    }
}

/// Takes a case nobody handles, or as a superior one that somebody does.
///
/// # Errors
/// Those of [`offices::desk`] and [`cases::assign`].
pub async fn take(path: TakePath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (d, ctx, id) = (desk.clone(), req.ctx.clone(), path.case);
    req.app
        .db
        .write(move |c| {
            Box::pin(async move {
                let me = d.member.person;
                let now = cases::writable(c, &d, id).await?;
                if now.handler == Some(me) { Ok(now) } else { cases::assign(c, &ctx, &d, id, me).await }
            })
        })
        .await?;
    Ok(req.redirect(case_path(&desk, id)).flash(msg::DESK_TAKEN).into_response())
}

/// Follows the case, or stops.
///
/// # Errors
/// Those of [`offices::desk`] and [`cases::follow`].
pub async fn follow(path: FollowPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (d, ctx, id, on) = (desk.clone(), req.ctx.clone(), path.case, form.get("on") == "yes");
    req.app.db.write(move |c| Box::pin(async move { cases::follow(c, &ctx, &d, id, on).await })).await?;
    let key = if on { msg::DESK_FOLLOWED_NOW } else { msg::DESK_FOLLOWED_NO_MORE };
    Ok(req.redirect(case_path(&desk, id)).flash(key).into_response())
}
