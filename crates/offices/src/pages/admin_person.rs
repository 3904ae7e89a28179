//! Adding a person to an office, changing and ending their service.

use axum::response::{IntoResponse as _, Response};
use kernel::{
    Fault, FieldFault,
    ids::{MembershipId, PersonId, UnitId},
};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Confirm, Diff, Field, Fieldset, Form, Reveal};
use web::{Answer, Errors, Fields, FormData, Req, TypedPath, read, stale, work};

use super::fields::{date, day, maybe_day, position_names, role_choices, roles, text, unit_choices};
use crate::{Desk, MemberRow, NewMember, PositionRow, Role, UnitRow, member, msg, position, unit};

/// `/desk/{office}/admin/people/new`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/people/new", rejection(web::BadPath))]
pub struct NewPersonPath {
    /// The office.
    pub office: String,
}

/// `/desk/{office}/admin/people/{membership}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/people/{membership}", rejection(web::BadPath))]
pub struct PersonPath {
    /// The office.
    pub office: String,
    /// The service.
    pub membership: MembershipId,
}

/// `/desk/{office}/admin/people/{membership}/end`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/people/{membership}/end", rejection(web::BadPath))]
pub struct EndPath {
    /// The office.
    pub office: String,
    /// The service.
    pub membership: MembershipId,
}

/// What the form says, apart from who it is.
#[derive(Debug, Clone)]
struct Asked {
    unit: UnitId,
    position: String,
    roles: Vec<Role>,
    from: jiff::civil::Date,
    to: Option<jiff::civil::Date>,
}

fn read_form(f: &Fields) -> kernel::Result<Asked> {
    let mut faults = Vec::new();
    let (from, to) = (day(f, "from", &mut faults), maybe_day(f, "to", &mut faults));
    let unit = f.parsed::<UnitId>("unit");
    if unit.is_none() {
        faults.push(FieldFault { field: "unit".into(), key: web::msg::FIELD_CHOICE, args: Vec::new() });
    }
    let roles = roles(f);
    if roles.is_empty() {
        faults.push(FieldFault { field: "roles".into(), key: msg::OFFICES_FIELD_ROLES, args: Vec::new() });
    }
    Fault::check(faults)?;
    Ok(Asked {
        unit: unit.unwrap_or(UnitId(uuid::Uuid::nil())),
        position: f.get("position").to_owned(),
        roles,
        from: from.unwrap_or_default(),
        to,
    })
}

/// The service asked for, its position made when the office has none of the name.
async fn service(
    c: &mut db::Conn,
    ctx: &kernel::Ctx,
    scope: kernel::OfficeScope,
    person: PersonId,
    asked: Asked,
) -> kernel::Result<NewMember> {
    let position = match asked.position.as_str() {
        "" => None,
        name => Some(position::position(c, ctx, scope, name).await.map_err(at_position)?),
    };
    Ok(NewMember { person, unit: asked.unit, position, roles: asked.roles, from: asked.from, to: asked.to })
}

/// The field of a position's name is called otherwise here.
fn at_position(mut fault: Fault) -> Fault {
    for field in &mut fault.fields {
        field.field = "position".into();
    }
    fault
}

async fn choices(req: &Req, desk: &Desk) -> kernel::Result<(Vec<UnitRow>, Vec<PositionRow>)> {
    let (scope, today) = (desk.scope, req.ctx.now.warsaw_date());
    let (mut units, positions) =
        read!(req, |c| Ok((unit::all_units(c, scope).await?, position::positions(c, scope).await?)))?;
    units.retain(|u| u.to.is_none_or(|to| to.0 >= today));
    Ok((units, positions))
}

/// The empty form.
pub async fn new(path: NewPersonPath, req: Req) -> Answer<Markup> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let fields = Fields(vec![
        ("from".into(), req.ctx.now.warsaw_date().to_string()),
        ("roles".into(), Role::Official.as_str().into()),
    ]);
    Ok(add_view(&req, &desk, &choices(&req, &desk).await?, &fields, &Errors::default()))
}

/// Adds a person: finds or invites them, and lets them serve.
pub async fn add(path: NewPersonPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, office) = (desk.scope, desk.office.name.clone());
    let (email, given, family) =
        (form.get("email").to_owned(), form.get("given_name").to_owned(), form.get("family_name").to_owned());
    let mut faults = identity::check_person(Some(&email), &given, &family);
    let asked = read_form(&form);
    if let Err(fault) = &asked {
        faults.extend(fault.fields.clone());
    }
    let outcome = match (Fault::check(faults), asked) {
        (Ok(()), Ok(asked)) => work!(req, |c, ctx, asked, email, given, family, office| {
            let person = member::invite(c, &ctx, &email, &given, &family, &office).await?;
            let new = service(c, &ctx, scope, person, asked).await?;
            member::add_member(c, &ctx, scope, new).await
        }),
        (Err(fault), _) | (_, Err(fault)) => Err(fault),
    };
    match outcome {
        Ok(_) => Ok(req.redirect(desk.path("/admin/people")).flash(msg::OFFICES_PERSON_ADDED).into_response()),
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(add_view(&req, &desk, &choices(&req, &desk).await?, &form.fields, &errors)))
        }
    }
}

fn filled(m: &MemberRow) -> Fields {
    let mut pairs = vec![
        ("unit".to_owned(), m.unit.to_string()),
        ("position".to_owned(), m.position.clone()),
        ("from".to_owned(), m.from.0.to_string()),
        ("to".to_owned(), m.to.map(|d| d.0.to_string()).unwrap_or_default()),
    ];
    pairs.extend(m.roles.0.iter().map(|r| ("roles".to_owned(), r.as_str().to_owned())));
    Fields(pairs)
}

/// The form of a service.
pub async fn show(path: PersonPath, req: Req) -> Answer<Markup> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, id) = (desk.scope, path.membership);
    let m = read!(req, |c| member::membership(c, scope, id).await)?;
    let lists = choices(&req, &desk).await?;
    Ok(edit_view(&req, &desk, &lists, &m, &filled(&m), m.version, &Errors::default()))
}

/// Saves it.
pub async fn save(path: PersonPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, id, version) = (desk.scope, path.membership, form.parsed("version").unwrap_or(0));
    let m = read!(req, |c| member::membership(c, scope, id).await)?;
    let person = m.person;
    let outcome = match read_form(&form) {
        Ok(asked) => work!(req, |c, ctx, asked| {
            let new = service(c, &ctx, scope, person, asked).await?;
            member::change_member(c, &ctx, scope, id, version, new).await
        }),
        Err(fault) => Err(fault),
    };
    let (stale, errors) = match outcome {
        Ok(()) => return Ok(req.redirect(desk.path("/admin/people")).flash(msg::OFFICES_PERSON_SAVED).into_response()),
        Err(fault) => (stale(&fault), Errors::of(req.t, fault)?),
    };
    let lists = choices(&req, &desk).await?;
    let (version, errors) = if stale {
        (m.version, Errors::beside(compare(&req, &lists.0, &filled(&m), &form)))
    } else {
        (version, errors)
    };
    Ok(errors.again(edit_view(&req, &desk, &lists, &m, &form.fields, version, &errors)))
}

/// Ends a service with a day.
pub async fn end(path: EndPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, id, version) = (desk.scope, path.membership, form.parsed("version").unwrap_or(0));
    let mut faults = Vec::new();
    let last = day(&form, "last", &mut faults);
    let outcome = match (Fault::check(faults), last) {
        (Ok(()), Some(last)) => work!(req, |c, ctx| member::end_member(c, &ctx, scope, id, version, last).await),
        (Err(fault), _) => Err(fault),
        (Ok(()), None) => Err(Fault::field("last", web::msg::FIELD_DATE)),
    };
    match outcome {
        Ok(()) => Ok(req.redirect(desk.path("/admin/people")).flash(msg::OFFICES_PERSON_ENDED).into_response()),
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            let m = read!(req, |c| member::membership(c, scope, id).await)?;
            let lists = choices(&req, &desk).await?;
            Ok(errors.again(edit_view(&req, &desk, &lists, &m, &filled(&m), m.version, &errors)))
        }
    }
}

fn compare(req: &Req, units: &[UnitRow], theirs: &Fields, mine: &Fields) -> Diff {
    let t = req.t;
    let unit =
        |f: &Fields| units.iter().find(|u| Some(u.id) == f.parsed("unit")).map_or_else(String::new, UnitRow::title);
    let roles = |f: &Fields| roles(f).iter().map(|r| t.s(r.label())).collect::<Vec<_>>().join(", ");
    let get = |f: &Fields, name: &str| f.get(name).to_owned();
    Diff::new(t.lang())
        .field(t.s(msg::OFFICES_PERSON_UNIT), unit(theirs), unit(mine))
        .field(t.s(msg::OFFICES_PERSON_POSITION), get(theirs, "position"), get(mine, "position"))
        .field(t.s(msg::OFFICES_PERSON_ROLES), roles(theirs), roles(mine))
        .field(t.s(msg::OFFICES_FROM), get(theirs, "from"), get(mine, "from"))
        .field(t.s(msg::OFFICES_TO), get(theirs, "to"), get(mine, "to"))
}

/// The fields both forms share.
fn service_fields(
    req: &Req,
    (units, positions): &(Vec<UnitRow>, Vec<PositionRow>),
    f: &Fields,
    errors: &Errors,
) -> Markup {
    let t = req.t;
    let names = position_names(positions);
    html! {
        (Field::select(t.lang(), "unit", t.s(msg::OFFICES_PERSON_UNIT))
            .choices(unit_choices(units)).value(f.get("unit")).error(errors.at("unit")).required())
        (text(t, f, errors, "position", msg::OFFICES_PERSON_POSITION).hint(t.s(msg::OFFICES_PERSON_POSITION_HINT)))
        @if !names.is_empty() { (Reveal::new(t.s(msg::OFFICES_PERSON_POSITIONS), names.join(", "))) }
        (Field::checkboxes(t.lang(), "roles", t.s(msg::OFFICES_PERSON_ROLES))
            .choices(role_choices(t)).values(f.all("roles")).error(errors.at("roles")).required())
        (Fieldset::new(t.s(msg::OFFICES_PERSON_PERIOD)).columns().body(html! {
            (date(t, f, errors, "from", msg::OFFICES_FROM).required())
            (date(t, f, errors, "to", msg::OFFICES_TO))
        }))
    }
}

fn add_view(req: &Req, desk: &Desk, lists: &(Vec<UnitRow>, Vec<PositionRow>), f: &Fields, errors: &Errors) -> Markup {
    let t = req.t;
    let body = html! {
        (errors.summary(t))
        (Form::post(desk.path("/admin/people/new")).body(html! {
            (Field::email(t.lang(), "email", t.s(msg::OFFICES_PERSON_EMAIL)).hint(t.s(msg::OFFICES_PERSON_EMAIL_HINT))
                .autocomplete("off").value(f.get("email")).error(errors.at("email")).required())
            (Fieldset::new(t.s(msg::OFFICES_PERSON_NAMES)).columns().body(html! {
                (text(t, f, errors, "given_name", msg::OFFICES_PERSON_GIVEN).autocomplete("off").required())
                (text(t, f, errors, "family_name", msg::OFFICES_PERSON_FAMILY).autocomplete("off").required())
            }))
            (service_fields(req, lists, f, errors))
            (ButtonGroup::new()
                .add(Button::submit(t.s(msg::OFFICES_PERSON_ADD_SEND)))
                .add(Button::link(t.s(msg::OFFICES_CANCEL), desk.path("/admin/people")).quiet()))
        }))
    };
    desk.page(req, "offices.admin_person_new", t.s(msg::OFFICES_PERSON_ADD))
        .crumb(t.s(msg::OFFICES_NAV_PEOPLE), desk.path("/admin/people"))
        .here(t.s(msg::OFFICES_PERSON_ADD))
        .lead(t.s(msg::OFFICES_PERSON_ADD_LEAD))
        .narrow()
        .body(body)
        .render()
}

fn edit_view(
    req: &Req,
    desk: &Desk,
    lists: &(Vec<UnitRow>, Vec<PositionRow>),
    m: &MemberRow,
    f: &Fields,
    version: i64,
    errors: &Errors,
) -> Markup {
    let t = req.t;
    let base = desk.path(&format!("/admin/people/{}", m.id));
    let today = req.ctx.now.warsaw_date();
    let end = Form::post(format!("{base}/end")).version(m.version).body(html! {
        (Field::date(t.lang(), "last", t.s(msg::OFFICES_PERSON_LAST)).value(today.to_string()).error(errors.at("last")).required())
        (Button::submit(t.s(msg::OFFICES_PERSON_END)).danger())
    });
    let body = html! {
        (errors.summary(t))
        (Form::post(base.as_str()).version(version).body(html! {
            (service_fields(req, lists, f, errors))
            (ButtonGroup::new()
                .add(Button::submit(t.s(msg::OFFICES_SAVE)))
                .add(Button::link(t.s(msg::OFFICES_CANCEL), desk.path("/admin/people")).quiet()))
        }))
        @if m.to.is_none_or(|to| to.0 > today) {
            (Confirm::new(t.lang(), "end", t.s(msg::OFFICES_PERSON_END), t.f(msg::OFFICES_PERSON_END_TITLE, &[("name", m.name().into())]), end)
                .text(t.s(msg::OFFICES_PERSON_END_TEXT)))
        }
    };
    desk.page(req, "offices.admin_person", m.name())
        .crumb(t.s(msg::OFFICES_NAV_PEOPLE), desk.path("/admin/people"))
        .here(m.name())
        .lead(m.email.as_str())
        .narrow()
        .body(body)
        .render()
}
