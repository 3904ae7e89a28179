//! Founding an office that is not a gmina's, and suspending one.

use axum::response::{IntoResponse as _, Response};
use kernel::{Fault, OfficeScope};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Choice, Confirm, Field, Fieldset, Form, Icon, Notice, SummaryList, Tag, Tone};
use web::{Answer, Errors, Fields, FormData, Req, TypedPath, read, work};

use super::{
    fields::{area, text},
    operator,
};
use crate::{
    Filter, NewOffice, OfficeKind, OfficeRow, OfficeStatus, Role, claims, member, msg, office, points::looks_like_email,
};

/// `/operator/offices/new`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/operator/offices/new")]
pub struct FoundPath;

/// `/operator/offices/{office}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/operator/offices/{office}", rejection(web::BadPath))]
pub struct OfficePath {
    /// The office.
    pub office: String,
}

/// The form of a new office.
pub async fn new(_: FoundPath, req: Req) -> Answer<Markup> {
    req.operator()?;
    Ok(new_view(&req, &Fields::default(), &Errors::default()))
}

/// Founds an office and invites its first administrator.
pub async fn found(_: FoundPath, req: Req, form: FormData) -> Answer<Response> {
    req.operator()?;
    let get = |name: &str| form.get(name).to_owned();
    let (email, given, family, position) = (get("email"), get("given_name"), get("family_name"), get("position"));
    let kind = OfficeKind::parse(form.get("kind"));
    let mut faults = identity::check_person(Some(&email), &given, &family);
    let mut wrong = |field: &str, key| faults.push(kernel::FieldFault { field: field.into(), key, args: Vec::new() });
    if kind.is_none() {
        wrong("kind", web::msg::FIELD_CHOICE);
    }
    if form.get("name").is_empty() {
        wrong("name", web::msg::FIELD_REQUIRED);
    }
    if form.some("office_email").is_some_and(|e| !looks_like_email(e)) {
        wrong("office_email", web::msg::FIELD_EMAIL);
    }
    let outcome = match (Fault::check(faults), kind) {
        (Ok(()), Some(kind)) => {
            let new = NewOffice {
                slug: form.some("slug").map(str::to_owned),
                email: get("office_email"),
                town: get("town"),
                ..NewOffice::named(kind, form.get("name"))
            };
            work!(req, |c, ctx, new, email, given, family, position| {
                let name = new.name.clone();
                let id = office::found(c, &ctx, new).await?;
                let person = member::invite(c, &ctx, &email, &given, &family, &name).await?;
                claims::first_administrator(c, &ctx, OfficeScope::checked(id), kind, person, &position).await
            })
        }
        (Err(fault), _) => Err(fault),
        (Ok(()), None) => Err(Fault::field("kind", web::msg::FIELD_CHOICE)),
    };
    match outcome {
        Ok(()) => Ok(req.redirect("/operator/offices").flash(msg::OFFICES_OPERATOR_FOUNDED).into_response()),
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(new_view(&req, &form.fields, &errors)))
        }
    }
}

fn new_view(req: &Req, f: &Fields, e: &Errors) -> Markup {
    let t = req.t;
    let kinds = [OfficeKind::Ministry, OfficeKind::Voivodeship, OfficeKind::Powiat, OfficeKind::Other];
    let body = html! {
        (e.summary(t))
        (Notice::info(t.s(msg::OFFICES_OPERATOR_FOUND_GMINA)))
        (Form::post("/operator/offices/new").body(html! {
            (text(t, f, e, "name", msg::OFFICES_DATA_NAME).required())
            (Field::select(t.lang(), "kind", t.s(msg::OFFICES_OPERATOR_KIND))
                .choices(kinds.iter().map(|k| Choice::new(k.as_str(), t.s(k.label()))))
                .value(f.get("kind")).error(e.at("kind")).required())
            (text(t, f, e, "slug", msg::OFFICES_OPERATOR_SLUG).hint(t.s(msg::OFFICES_OPERATOR_SLUG_HINT)).prefix("/o/").spellcheck(false))
            (text(t, f, e, "town", msg::OFFICES_DATA_TOWN))
            (Field::email(t.lang(), "office_email", t.s(msg::OFFICES_CLAIM_EMAIL)).value(f.get("office_email")).error(e.at("office_email")))
            (Fieldset::new(t.s(msg::OFFICES_OPERATOR_FIRST)).hint(t.s(msg::OFFICES_OPERATOR_FIRST_HINT)).body(html! {
                (Field::email(t.lang(), "email", t.s(msg::OFFICES_PERSON_EMAIL)).autocomplete("off").value(f.get("email")).error(e.at("email")).required())
                (text(t, f, e, "given_name", msg::OFFICES_PERSON_GIVEN).autocomplete("off").required())
                (text(t, f, e, "family_name", msg::OFFICES_PERSON_FAMILY).autocomplete("off").required())
                (text(t, f, e, "position", msg::OFFICES_PERSON_POSITION))
            }))
            (ButtonGroup::new()
                .add(Button::submit(t.s(msg::OFFICES_OPERATOR_FOUND)))
                .add(Button::link(t.s(msg::OFFICES_CANCEL), "/operator/offices").quiet()))
        }))
    };
    operator::page(req, "offices.operator_found", t.s(msg::OFFICES_OPERATOR_FOUND))
        .crumb(t.s(msg::OFFICES_OPERATOR_OFFICES), "/operator/offices")
        .here(t.s(msg::OFFICES_OPERATOR_FOUND))
        .narrow()
        .body(body)
        .render()
}

async fn office_of(req: &Req, slug: &str) -> kernel::Result<OfficeRow> {
    let slug = slug.to_owned();
    read!(req, |c| office::by_slug(c, &slug).await?.ok_or_else(Fault::not_found))
}

/// The page of an office.
pub async fn show(path: OfficePath, req: Req) -> Answer<Markup> {
    req.operator()?;
    let office = office_of(&req, &path.office).await?;
    Ok(view(&req, &office, &Fields::default(), &Errors::default()).await?)
}

/// Suspends the office, or lets it work again.
pub async fn set_status(path: OfficePath, req: Req, form: FormData) -> Answer<Response> {
    req.operator()?;
    let office = office_of(&req, &path.office).await?;
    let (id, reason) = (office.id, form.get("reason").to_owned());
    let (status, done) = match form.get("status") {
        "suspended" => (OfficeStatus::Suspended, msg::OFFICES_STATUS_SUSPENDED_DONE),
        _ => (OfficeStatus::Active, msg::OFFICES_STATUS_RESUMED_DONE),
    };
    match work!(req, |c, ctx, reason| office::set_status(c, &ctx, id, status, &reason).await) {
        Ok(()) => Ok(req.redirect(format!("/operator/offices/{}", office.slug)).flash(done).into_response()),
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(view(&req, &office, &form.fields, &errors).await?))
        }
    }
}

async fn view(req: &Req, office: &OfficeRow, f: &Fields, errors: &Errors) -> kernel::Result<Markup> {
    let (t, scope, today) = (req.t, OfficeScope::checked(office.id), req.ctx.now.warsaw_date());
    let (people, admins) = read!(req, |c| {
        let filter = Filter { role: Some(Role::Administrator), ..Filter::on(today) };
        Ok((member::count(c, scope.office(), today).await?, member::members(c, scope, filter).await?))
    })?;
    let admins = admins.iter().map(|m| format!("{} ({})", m.name(), m.email)).collect::<Vec<_>>().join(", ");
    let action = format!("/operator/offices/{}", office.slug);
    let reason = || {
        area(t, f, errors, "reason", msg::OFFICES_REASON, 2000)
            .hint(t.s(msg::OFFICES_STATUS_REASON_HINT))
            .rows(3)
            .required()
    };
    let state = if office.suspended() {
        Tag::new(t.s(msg::OFFICES_STATUS_SUSPENDED)).tone(Tone::Warning)
    } else {
        Tag::new(t.s(msg::OFFICES_STATUS_ACTIVE)).tone(Tone::Success)
    };
    let body = html! {
        (errors.summary(t))
        @if office.suspended() { (Notice::warning(office.status_reason.as_str()).title(t.s(msg::OFFICES_STATUS_SUSPENDED))) }
        (SummaryList::new(t.lang())
            .fact(t.s(msg::OFFICES_OPERATOR_KIND), t.s(office.kind.label()))
            .fact(t.s(msg::OFFICES_OPERATOR_SLUG), html! { a href={ "/o/" (office.slug) } { "/o/" (office.slug) } })
            .maybe(t.s(msg::OFFICES_ENTRY_CODE), office.teryt.clone())
            .fact(t.s(msg::OFFICES_DATA_EMAIL), office.email.as_str())
            .fact(t.s(msg::OFFICES_NAV_PEOPLE), people.to_string())
            .fact(t.s(msg::OFFICES_ROLE_ADMINISTRATOR), admins)
            .fact(t.s(msg::OFFICES_OPERATOR_SINCE), ui::date(t.lang(), office.created.warsaw_date())))
        @if office.suspended() {
            (Form::post(action.as_str()).hidden("status", "active").body(html! {
                (reason())
                (Button::submit(t.s(msg::OFFICES_STATUS_RESUME)).icon(Icon::Refresh))
            }))
        } @else {
            (Confirm::new(t.lang(), "suspend", t.s(msg::OFFICES_STATUS_SUSPEND),
                t.f(msg::OFFICES_STATUS_SUSPEND_TITLE, &[("office", office.name.as_str().into())]),
                Form::post(action.as_str()).hidden("status", "suspended").body(html! {
                    (reason())
                    (Button::submit(t.s(msg::OFFICES_STATUS_SUSPEND)).danger())
                }))
                .text(t.s(msg::OFFICES_STATUS_SUSPEND_TEXT)))
        }
    };
    Ok(operator::page(req, "offices.operator_office", office.name.clone())
        .crumb(t.s(msg::OFFICES_OPERATOR_OFFICES), "/operator/offices")
        .here(office.name.clone())
        .status(state)
        .narrow()
        .body(body)
        .render())
}
