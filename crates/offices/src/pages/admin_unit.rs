//! Adding and changing a unit.

use axum::response::{IntoResponse as _, Response};
use kernel::{Fault, ids::UnitId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Choice, Diff, Field, Fieldset, Form, Width};
use web::{Answer, Errors, Fields, FormData, Req, TypedPath, read, stale, work};

use super::fields::{date, day, maybe_day, text, unit_choices};
use crate::{Desk, NewUnit, Role, UnitRow, msg, unit};

/// `/desk/{office}/admin/units/new`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/units/new", rejection(web::BadPath))]
pub struct NewUnitPath {
    /// The office.
    pub office: String,
}

/// `/desk/{office}/admin/units/{unit}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/units/{unit}", rejection(web::BadPath))]
pub struct UnitPath {
    /// The office.
    pub office: String,
    /// The unit.
    pub unit: UnitId,
}

fn filled(unit: &UnitRow) -> Fields {
    let pairs = [
        ("code", unit.code.clone()),
        ("name", unit.name.clone()),
        ("parent", unit.parent.map(|p| p.to_string()).unwrap_or_default()),
        ("from", unit.from.0.to_string()),
        ("to", unit.to.map(|d| d.0.to_string()).unwrap_or_default()),
    ];
    Fields(pairs.map(|(n, v)| (n.to_owned(), v)).into())
}

fn read_form(f: &Fields) -> kernel::Result<NewUnit> {
    let mut faults = Vec::new();
    let (from, to) = (day(f, "from", &mut faults), maybe_day(f, "to", &mut faults));
    let parent = f.some("parent").map(str::parse::<UnitId>).transpose();
    if parent.is_err() {
        faults.push(kernel::FieldFault { field: "parent".into(), key: web::msg::FIELD_CHOICE, args: Vec::new() });
    }
    Fault::check(faults)?;
    Ok(NewUnit {
        parent: parent.unwrap_or_default(),
        code: f.get("code").to_owned(),
        name: f.get("name").to_owned(),
        from: from.unwrap_or_default(),
        to,
    })
}

/// The empty form.
pub async fn new(path: NewUnitPath, req: Req) -> Answer<Markup> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let scope = desk.scope;
    let units = read!(req, |c| unit::all_units(c, scope).await)?;
    let fields = Fields(vec![
        ("from".into(), req.ctx.now.warsaw_date().to_string()),
        ("parent".into(), req.query.get("parent").to_owned()),
    ]);
    Ok(view(&req, &desk, &units, None, &fields, 0, &Errors::default()))
}

/// The form of a unit.
pub async fn show(path: UnitPath, req: Req) -> Answer<Markup> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let scope = desk.scope;
    let units = read!(req, |c| unit::all_units(c, scope).await)?;
    let unit = units.iter().find(|u| u.id == path.unit).cloned().ok_or_else(Fault::not_found)?;
    Ok(view(&req, &desk, &units, Some(&unit), &filled(&unit), unit.version, &Errors::default()))
}

/// Adds a unit.
pub async fn add(path: NewUnitPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let scope = desk.scope;
    let outcome = match read_form(&form) {
        Ok(new) => work!(req, |c, ctx, new| unit::add_unit(c, &ctx, scope, new).await),
        Err(fault) => Err(fault),
    };
    match outcome {
        Ok(_) => Ok(req.redirect(desk.path("/admin/units")).flash(msg::OFFICES_UNIT_ADDED).into_response()),
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            let units = read!(req, |c| unit::all_units(c, scope).await)?;
            Ok(errors.again(view(&req, &desk, &units, None, &form.fields, 0, &errors)))
        }
    }
}

/// Saves a unit.
pub async fn save(path: UnitPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, id, version) = (desk.scope, path.unit, form.parsed("version").unwrap_or(0));
    let outcome = match read_form(&form) {
        Ok(new) => work!(req, |c, ctx, new| unit::change_unit(c, &ctx, scope, id, version, new).await),
        Err(fault) => Err(fault),
    };
    let (stale, errors) = match outcome {
        Ok(()) => return Ok(req.redirect(desk.path("/admin/units")).flash(msg::OFFICES_UNIT_SAVED).into_response()),
        Err(fault) => (stale(&fault), Errors::of(req.t, fault)?),
    };
    let units = read!(req, |c| unit::all_units(c, scope).await)?;
    let unit = units.iter().find(|u| u.id == id).cloned().ok_or_else(Fault::not_found)?;
    let (version, errors) = if stale {
        (unit.version, Errors::beside(compare(&req, &units, &filled(&unit), &form)))
    } else {
        (version, errors)
    };
    Ok(errors.again(view(&req, &desk, &units, Some(&unit), &form.fields, version, &errors)))
}

fn compare(req: &Req, units: &[UnitRow], theirs: &Fields, mine: &Fields) -> Diff {
    let shown = |name: &str, value: &str| match value.parse::<UnitId>() {
        Ok(id) if name == "parent" => units.iter().find(|u| u.id == id).map_or_else(String::new, UnitRow::title),
        _ => value.to_owned(),
    };
    let mut diff = Diff::new(req.lang());
    for (name, label) in LABELS {
        diff = diff.field(req.t.s(label), shown(name, theirs.get(name)), shown(name, mine.get(name)));
    }
    diff
}

const LABELS: [(&str, &str); 5] = [
    ("code", msg::OFFICES_UNIT_CODE),
    ("name", msg::OFFICES_UNIT_NAME),
    ("parent", msg::OFFICES_UNIT_PARENT),
    ("from", msg::OFFICES_FROM),
    ("to", msg::OFFICES_TO),
];

fn view(
    req: &Req,
    desk: &Desk,
    units: &[UnitRow],
    unit: Option<&UnitRow>,
    f: &Fields,
    version: i64,
    errors: &Errors,
) -> Markup {
    let t = req.t;
    let below = unit.map(|u| unit::with_those_below(units, u.id)).unwrap_or_default();
    let today = req.ctx.now.warsaw_date();
    let above: Vec<UnitRow> =
        units.iter().filter(|u| !below.contains(&u.id) && u.to.is_none_or(|to| to.0 >= today)).cloned().collect();
    let choices = std::iter::once(Choice::new("", t.s(msg::OFFICES_UNIT_TOP))).chain(unit_choices(&above));
    let action = match unit {
        Some(unit) => desk.path(&format!("/admin/units/{}", unit.id)),
        None => desk.path("/admin/units/new"),
    };
    let title = unit.map_or_else(|| t.s(msg::OFFICES_UNIT_ADD), UnitRow::title);
    let body = html! {
        (errors.summary(t))
        (Form::post(action).version(version).body(html! {
            (text(t, f, errors, "code", msg::OFFICES_UNIT_CODE).hint(t.s(msg::OFFICES_UNIT_CODE_HINT)).width(Width::W12).spellcheck(false).required())
            (text(t, f, errors, "name", msg::OFFICES_UNIT_NAME).required())
            (Field::select(t.lang(), "parent", t.s(msg::OFFICES_UNIT_PARENT))
                .choices(choices).value(f.get("parent")).error(errors.at("parent")).required_unmarked())
            (Fieldset::new(t.s(msg::OFFICES_UNIT_PERIOD)).hint(t.s(msg::OFFICES_UNIT_PERIOD_HINT)).columns().body(html! {
                (date(t, f, errors, "from", msg::OFFICES_FROM).required())
                (date(t, f, errors, "to", msg::OFFICES_TO))
            }))
            (ButtonGroup::new()
                .add(Button::submit(t.s(msg::OFFICES_SAVE)))
                .add(Button::link(t.s(msg::OFFICES_CANCEL), desk.path("/admin/units")).quiet()))
        }))
        @if let Some(unit) = unit {
            p { (Button::link(t.s(msg::OFFICES_UNIT_ADD_BELOW), desk.path(&format!("/admin/units/new?parent={}", unit.id))).quiet()) }
        }
    };
    desk.page(req, "offices.admin_unit", title.clone())
        .crumb(t.s(msg::OFFICES_NAV_UNITS), desk.path("/admin/units"))
        .here(title)
        .narrow()
        .body(body)
        .render()
}
