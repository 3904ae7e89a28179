//! `/desk/{office}/cases/{case}/parties`: who takes part in a case; adding, correcting and removing somebody.

use axum::response::{IntoResponse as _, Response};
use axum_extra::routing::TypedPath;
use kernel::{Fault, Result, ids::CaseId};
use maud::{Markup, html};
use offices::Desk;
use records::cases::{self, CaseRow, PartyEdit, PartyRole, PartyRow, Saved};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Choice, Diff, Field, Form, Icon, Notice, Section, SummaryList};
use web::{Answer, FormData, Once, Req};

use super::{case_paths, row, task};
use crate::{
    form::{Typed, again},
    msg,
    show::case_path,
};

case_paths! {
    /// `/desk/{office}/cases/{case}/parties`
    PartiesPath "/desk/{office}/cases/{case}/parties";
}

/// `/desk/{office}/cases/{case}/parties/{ordinal}`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/cases/{case}/parties/{ordinal}", rejection(web::BadPath))]
pub struct PartyPath {
    /// The office's name in addresses.
    pub office: String,
    /// The case.
    pub case: CaseId,
    /// The party's number within the case.
    pub ordinal: i64,
}

/// `/desk/{office}/cases/{case}/parties/{ordinal}/remove`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/cases/{case}/parties/{ordinal}/remove", rejection(web::BadPath))]
pub struct RemovePath {
    /// The office's name in addresses.
    pub office: String,
    /// The case.
    pub case: CaseId,
    /// The party's number within the case.
    pub ordinal: i64,
}

const FORM: &str = "party";
const REMOVE: &str = "remove";

/// Shows who takes part, and the form that adds somebody.
///
/// # Errors
/// Those of [`offices::desk`]; `NotFound`.
pub async fn show(path: PartiesPath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    Ok(list(&req, &desk, path.case, &Typed::nothing(), None).await?)
}

/// Adds somebody.
///
/// # Errors
/// Those of [`offices::desk`] and [`cases::add_party`]; a refused form is shown again.
pub async fn add(path: PartiesPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let added = match read(&form) {
        Ok(new) => {
            let d = desk.clone();
            Once::form(&req, form.get("once"), &form.encode())?
                .run(&req, move |c, ctx| {
                    Box::pin(async move { cases::add_party(c, ctx, &d, path.case, &new).await.map(|p| p.ordinal) })
                })
                .await
        }
        Err(fault) => Err(fault),
    };
    match added {
        Ok(_) => Ok(req.redirect(PartiesPath::of(&desk, path.case)).flash(msg::DESK_PARTY_ADDED).into_response()),
        Err(fault) => {
            let typed = Typed::refused(FORM, &form, again(fault)?);
            Ok(list(&req, &desk, path.case, &typed, None).await?)
        }
    }
}

/// Shows the form that corrects a party, and the one that removes it.
///
/// # Errors
/// Those of [`offices::desk`]; `NotFound`.
pub async fn edit(path: PartyPath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    Ok(one(&req, &desk, &path, &Typed::nothing(), None).await?)
}

/// Saves a corrected party.
///
/// # Errors
/// Those of [`offices::desk`] and [`cases::correct_party`]; a stale edit shows both versions.
pub async fn save(path: PartyPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let edited = match read(&form) {
        Ok(mine) => {
            let (d, ctx, id, edit) = (desk.clone(), req.ctx.clone(), path.case, mine.clone());
            let which = (path.ordinal, form.parsed("version").unwrap_or(0));
            let done = req
                .app
                .db
                .write(move |c| Box::pin(async move { cases::correct_party(c, &ctx, &d, id, which, &edit).await }));
            done.await.map(|saved| (saved, mine))
        }
        Err(fault) => Err(fault),
    };
    match edited {
        Ok((Saved::Done(_), _)) => {
            Ok(req.redirect(PartiesPath::of(&desk, path.case)).flash(msg::DESK_SAVED).into_response())
        }
        Ok((Saved::Stale(now), mine)) => Ok(stale(&req, &desk, &path, &form, now.is_some(), &mine).await?),
        Err(fault) => Ok(one(&req, &desk, &path, &Typed::refused(FORM, &form, again(fault)?), None).await?),
    }
}

/// Removes a party.
///
/// # Errors
/// Those of [`offices::desk`] and [`cases::remove_party`]; a stale one shows the party as it is now.
pub async fn remove(path: RemovePath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (d, ctx, id) = (desk.clone(), req.ctx.clone(), path.case);
    let which = (path.ordinal, form.parsed("version").unwrap_or(0));
    let reason = form.raw("reason").unwrap_or_default().to_owned();
    let removed = req
        .app
        .db
        .write(move |c| Box::pin(async move { cases::remove_party(c, &ctx, &d, id, which, &reason).await }))
        .await;
    let here = PartyPath { office: path.office, case: path.case, ordinal: path.ordinal };
    let fault = match removed {
        Ok(Saved::Done(_)) => {
            return Ok(req.redirect(PartiesPath::of(&desk, id)).flash(msg::DESK_PARTY_REMOVED).into_response());
        }
        Ok(Saved::Stale(None)) => {
            return Ok(req.redirect(PartiesPath::of(&desk, id)).flash(msg::DESK_PARTY_GONE).into_response());
        }
        Ok(Saved::Stale(Some(_))) => Fault::conflict(web::msg::FAULT_STALE),
        Err(fault) => again(fault)?,
    };
    Ok(one(&req, &desk, &here, &Typed::refused(REMOVE, &form, fault), None).await?)
}

fn read(form: &FormData) -> Result<PartyEdit> {
    Ok(PartyEdit {
        role: PartyRole::parse(form.get("role")).ok_or_else(|| Fault::field("role", web::msg::FIELD_CHOICE))?,
        name: form.get("name").to_owned(),
        email: form.get("email").to_owned(),
        phone: form.get("phone").to_owned(),
        address: form.get("address").to_owned(),
        identifier: form.get("identifier").to_owned(),
        account: !form.get("account").is_empty(),
    })
}

/// An edit of a party that somebody else changed meanwhile, or removed: then it can be added with what was typed.
async fn stale(
    req: &Req,
    desk: &Desk,
    path: &PartyPath,
    form: &FormData,
    there: bool,
    mine: &PartyEdit,
) -> Result<Response> {
    let typed = Typed::refused(FORM, form, Fault::conflict(web::msg::FAULT_STALE));
    if there {
        return one(req, desk, path, &typed, Some(mine)).await;
    }
    list(req, desk, path.case, &typed, Some(req.t.s(msg::DESK_PARTY_GONE))).await
}

async fn list(req: &Req, desk: &Desk, id: CaseId, typed: &Typed, notice: Option<String>) -> Result<Response> {
    let case = row(req, desk, id).await?;
    let scope = desk.scope;
    let parties = req.app.db.read(move |c| Box::pin(async move { cases::parties(c, scope, id).await })).await?;
    let t = req.t;
    let changes = records::policy::handles_cases(desk) && !case.frozen();
    let body = html! {
        (typed.summary(t))
        @if let Some(notice) = notice { (Notice::warning(notice)) }
        @if case.frozen() { (Notice::info(t.s(msg::DESK_FROZEN))) }
        @if parties.is_empty() { p { (t.s(msg::DESK_OWN_INITIATIVE)) } }
        @for p in &parties {
            (Section::new(p.name.clone()).boxed().body(html! {
                (facts(req, p))
                @if changes {
                    @let path = PartyPath { office: desk.office.slug.clone(), case: id, ordinal: p.ordinal };
                    (Button::link(t.s(msg::DESK_PARTY_CORRECT), path.to_string()).quiet().small().icon(Icon::Edit)
                        .describes(p.name.clone()))
                }
            }))
        }
        @if changes {
            (Section::new(t.s(msg::DESK_PARTY_ADD)).body(
                Form::post(PartiesPath::of(desk, id).to_string()).once(typed.key(req, FORM)).keep(t.lang(), format!("party-{id}")).body(html! {
                    (fields(req, typed, None))
                    (ButtonGroup::new()
                        .add(Button::submit(t.s(msg::DESK_PARTY_ADD)).icon(Icon::Plus))
                        .add(Button::link(t.s(msg::DESK_BACK), case_path(desk, id)).quiet()))
                })
            ))
        }
    };
    Ok(typed.answer(task(req, desk, "desk.case-parties", &case, msg::DESK_PARTIES).body(body).render()))
}

/// What is known of a party, also beside the case.
pub(super) fn facts(req: &Req, p: &PartyRow) -> Markup {
    let t = req.t;
    let known = |text: &String| Some(text.clone()).filter(|x| !x.is_empty());
    html! {
        (SummaryList::new(t.lang()).compact()
            .fact(t.s(msg::DESK_PARTY_ROLE), t.s(p.role.label()))
            .maybe(t.s(msg::DESK_MAIL_EMAIL), known(&p.email))
            .maybe(t.s(msg::DESK_PARTY_PHONE), known(&p.phone))
            .maybe(t.s(msg::DESK_MAIL_ADDRESS), known(&p.address))
            .maybe(t.s(msg::DESK_PARTY_IDENTIFIER), known(&p.identifier))
            .fact(t.s(msg::DESK_PARTY_ACCOUNT), t.s(if p.person.is_some() { msg::DESK_PARTY_HAS } else { msg::DESK_PARTY_HAS_NOT })))
    }
}

fn fields(req: &Req, typed: &Typed, now: Option<&PartyRow>) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let i = typed.of(t, FORM);
    let of = |get: fn(&PartyRow) -> &String| now.map(get).cloned().unwrap_or_default();
    let role = now.map_or(PartyRole::Party, |p| p.role);
    // A box that was unticked is not sent: what is kept counts only before the form was sent.
    let joined = if now.is_some_and(|p| p.person.is_some()) && !typed.is(FORM) { "on" } else { "" };
    html! {
        (i.select("role", msg::DESK_PARTY_ROLE, role.as_str()).required()
            .choices(PartyRole::ALL.iter().map(|r| Choice::new(r.as_str(), t.s(r.label())))))
        (i.text("name", msg::DESK_PARTY_NAME, &of(|p| &p.name)).required().maxlength(300))
        (i.dress("email", Field::email(lang, "email", t.s(msg::DESK_MAIL_EMAIL)).value(of(|p| &p.email))))
        (i.dress("account", Field::checkbox(lang, "account", t.s(msg::DESK_PARTY_JOIN)).value(joined)
            .hint(t.s(msg::DESK_PARTY_JOIN_HINT))))
        (i.dress("phone", Field::tel(lang, "phone", t.s(msg::DESK_PARTY_PHONE)).value(of(|p| &p.phone))))
        (i.text("address", msg::DESK_MAIL_ADDRESS, &of(|p| &p.address)).maxlength(300))
        (i.text("identifier", msg::DESK_PARTY_IDENTIFIER, &of(|p| &p.identifier)).maxlength(300))
    }
}

async fn one(req: &Req, desk: &Desk, path: &PartyPath, typed: &Typed, stale: Option<&PartyEdit>) -> Result<Response> {
    let (d, id, ordinal) = (desk.clone(), path.case, path.ordinal);
    let (case, now) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move { Ok((cases::case(c, &d, id).await?, cases::party(c, &d, id, ordinal).await?)) })
        })
        .await?;
    records::log::looked_at_case(req, desk, &case).await?;
    let t = req.t;
    let body = html! {
        (typed.summary(t))
        @if let Some(mine) = stale { (diff(req, &PartyEdit::from(&now), mine)) }
        @if case.frozen() { (Notice::info(t.s(msg::DESK_FROZEN))) (facts(req, &now)) } @else { (forms(req, desk, &case, &now, path, typed)) }
    };
    Ok(typed.answer(task(req, desk, "desk.case-party", &case, msg::DESK_PARTY_CORRECT).body(body).render()))
}

fn forms(req: &Req, desk: &Desk, case: &CaseRow, now: &PartyRow, path: &PartyPath, typed: &Typed) -> Markup {
    let t = req.t;
    let back = PartiesPath::of(desk, case.id).to_string();
    let remove = RemovePath { office: path.office.clone(), case: path.case, ordinal: path.ordinal };
    html! {
        (Form::post(path.to_string()).version(now.version).body(html! {
            (fields(req, typed, Some(now)))
            (ButtonGroup::new().add(Button::submit(t.s(msg::DESK_SAVE))).add(Button::link(t.s(msg::DESK_BACK), back).quiet()))
        }))
        (Section::new(t.s(msg::DESK_PARTY_REMOVE)).boxed().body(html! {
            p { (t.f(msg::DESK_PARTY_REMOVE_TEXT, &[("name", now.name.as_str().into())])) }
            (Form::post(remove.to_string()).version(now.version).body(html! {
                (typed.of(t, REMOVE).lines("reason", msg::DESK_PARTY_REASON, "").rows(2).required().maxlength(10_000))
                (Button::submit(t.s(msg::DESK_PARTY_REMOVE)).danger().icon(Icon::Trash))
            }))
        }))
    }
}

fn diff(req: &Req, theirs: &PartyEdit, mine: &PartyEdit) -> Diff {
    let t = req.t;
    let joined = |p: &PartyEdit| t.s(if p.account { msg::DESK_PARTY_HAS } else { msg::DESK_PARTY_HAS_NOT });
    Diff::new(t.lang())
        .field(t.s(msg::DESK_PARTY_ROLE), t.s(theirs.role.label()), t.s(mine.role.label()))
        .field(t.s(msg::DESK_PARTY_NAME), theirs.name.clone(), mine.name.clone())
        .field(t.s(msg::DESK_MAIL_EMAIL), theirs.email.clone(), mine.email.clone())
        .field(t.s(msg::DESK_PARTY_ACCOUNT), joined(theirs), joined(mine))
        .field(t.s(msg::DESK_PARTY_PHONE), theirs.phone.clone(), mine.phone.clone())
        .field(t.s(msg::DESK_MAIL_ADDRESS), theirs.address.clone(), mine.address.clone())
        .field(t.s(msg::DESK_PARTY_IDENTIFIER), theirs.identifier.clone(), mine.identifier.clone())
}
