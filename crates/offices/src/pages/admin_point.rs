//! A service point: where it is, its opening hours, exceptions.

use axum::response::{IntoResponse as _, Response};
use kernel::{Fault, FieldFault, ids::PointId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Column, Empty, Field, Fieldset, Form, Icon, Row, Section, Table, Width};
use uuid::Uuid;
use web::{Answer, Errors, Fields, FormData, Req, TypedPath, read, work};

use super::{
    fields::{area, date, day, text},
    site_contact::WEEK,
};
use crate::{
    Desk, Role,
    hours::{self, Timetable, clock},
    msg,
    points::{self, NewPoint, PointRow},
};

/// `/desk/{office}/admin/points/new`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/points/new", rejection(web::BadPath))]
pub struct NewPointPath {
    /// The office.
    pub office: String,
}

/// `/desk/{office}/admin/points/{point}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/points/{point}", rejection(web::BadPath))]
pub struct PointPath {
    /// The office.
    pub office: String,
    /// The point.
    pub point: PointId,
}

/// `/desk/{office}/admin/points/{point}/hours`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/points/{point}/hours", rejection(web::BadPath))]
pub struct HoursPath {
    /// The office.
    pub office: String,
    /// The point.
    pub point: PointId,
}

/// `/desk/{office}/admin/points/{point}/exceptions`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/points/{point}/exceptions", rejection(web::BadPath))]
pub struct ExceptionsPath {
    /// The office.
    pub office: String,
    /// The point.
    pub point: PointId,
}

/// `/desk/{office}/admin/points/{point}/exceptions/{exception}/remove`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/points/{point}/exceptions/{exception}/remove", rejection(web::BadPath))]
pub struct RemovePath {
    /// The office.
    pub office: String,
    /// The point.
    pub point: PointId,
    /// The exception.
    pub exception: Uuid,
}

fn read_form(f: &Fields) -> NewPoint {
    let get = |name: &str| f.get(name).to_owned();
    NewPoint {
        name: get("name"),
        street: get("street"),
        postal_code: get("postal_code"),
        town: get("town"),
        phone: get("phone"),
        email: get("email"),
        directions: get("directions"),
        step_free: f.has("step_free"),
        induction_loop: f.has("induction_loop"),
        closed: f.has("closed"),
    }
}

fn filled(p: &PointRow) -> Fields {
    let mut pairs: Vec<(String, String)> = [
        ("name", &p.name),
        ("street", &p.street),
        ("postal_code", &p.postal_code),
        ("town", &p.town),
        ("phone", &p.phone),
        ("email", &p.email),
        ("directions", &p.directions),
    ]
    .map(|(n, v)| (n.to_owned(), v.clone()))
    .into();
    for (name, on) in [("step_free", p.step_free), ("induction_loop", p.induction_loop), ("closed", p.closed)] {
        if on {
            pairs.push((name.to_owned(), "on".to_owned()));
        }
    }
    Fields(pairs)
}

/// The empty form.
pub async fn new(path: NewPointPath, req: Req) -> Answer<Markup> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    Ok(new_view(&req, &desk, &Fields::default(), &Errors::default()))
}

/// Adds a point.
pub async fn add(path: NewPointPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, new) = (desk.scope, read_form(&form));
    match work!(req, |c, ctx, new| points::add(c, &ctx, scope, new).await) {
        Ok(id) => {
            Ok(req.redirect(desk.path(&format!("/admin/points/{id}"))).flash(msg::OFFICES_POINT_ADDED).into_response())
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(new_view(&req, &desk, &form.fields, &errors)))
        }
    }
}

/// The page of a point.
pub async fn show(path: PointPath, req: Req) -> Answer<Markup> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    Ok(view(&req, &desk, path.point, None, &Errors::default()).await?)
}

/// Saves where a point is.
pub async fn save(path: PointPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, id, new) = (desk.scope, path.point, read_form(&form));
    let version = form.parsed("version").unwrap_or(0);
    let outcome = work!(req, |c, ctx, new| points::change(c, &ctx, scope, id, version, new).await);
    answer(&req, &desk, id, &form, outcome).await
}

/// Saves the opening hours of a point.
pub async fn save_hours(path: HoursPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, id) = (desk.scope, path.point);
    let outcome = match read_week(&form) {
        Ok(week) => work!(req, |c, ctx, week| hours::set(c, &ctx, scope, id, &week).await),
        Err(fault) => Err(fault),
    };
    answer(&req, &desk, id, &form, outcome).await
}

fn read_week(f: &Fields) -> kernel::Result<Vec<(i64, i64, i64)>> {
    let (mut week, mut faults) = (Vec::new(), Vec::new());
    for number in 1..=7_i64 {
        let (opens, closes) = (format!("opens-{number}"), format!("closes-{number}"));
        if f.get(&opens).is_empty() && f.get(&closes).is_empty() {
            continue;
        }
        match (hours::parse(f.get(&opens)), hours::parse(f.get(&closes))) {
            (Some(from), Some(to)) => week.push((number, from, to)),
            _ => faults.push(FieldFault { field: opens, key: msg::OFFICES_FIELD_TIME, args: Vec::new() }),
        }
    }
    Fault::check(faults)?;
    Ok(week)
}

/// Adds a day on which a point is open otherwise.
pub async fn except(path: ExceptionsPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, id, note) = (desk.scope, path.point, form.get("note").to_owned());
    let mut faults = Vec::new();
    let on = day(&form, "day", &mut faults);
    let times = (form.some("opens"), form.some("closes"));
    let open = match times {
        (None, None) => None,
        _ => {
            let open = hours::parse(form.get("opens")).zip(hours::parse(form.get("closes")));
            if open.is_none() {
                faults.push(FieldFault { field: "opens".into(), key: msg::OFFICES_FIELD_TIME, args: Vec::new() });
            }
            open
        }
    };
    let outcome = match (Fault::check(faults), on) {
        (Ok(()), Some(on)) => {
            work!(req, |c, ctx, note| hours::except(c, &ctx, scope, id, on, open, &note).await)
        }
        (Err(fault), _) => Err(fault),
        (Ok(()), None) => Err(Fault::field("day", web::msg::FIELD_DATE)),
    };
    answer(&req, &desk, id, &form, outcome).await
}

/// Takes an exception back.
pub async fn remove(path: RemovePath, req: Req) -> Answer<Response> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, exception) = (desk.scope, path.exception);
    work!(req, |c, ctx| hours::forget(c, &ctx, scope, exception).await)?;
    let to = desk.path(&format!("/admin/points/{}", path.point));
    Ok(req.redirect(to).flash(msg::OFFICES_POINT_SAVED).into_response())
}

async fn answer(req: &Req, desk: &Desk, id: PointId, form: &FormData, outcome: kernel::Result<()>) -> Answer<Response> {
    match outcome {
        Ok(()) => {
            let to = desk.path(&format!("/admin/points/{id}"));
            Ok(req.redirect(to).flash(msg::OFFICES_POINT_SAVED).into_response())
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(view(req, desk, id, Some(&form.fields), &errors).await?))
        }
    }
}

/// Where a point is and how one gets in.
fn place_fields(req: &Req, f: &Fields, e: &Errors, main: bool) -> Markup {
    let t = req.t;
    let tick = |name: &str, label: &str| {
        let field = Field::checkbox(t.lang(), name, t.s(label)).error(e.at(name));
        if f.has(name) { field.value("on") } else { field }
    };
    html! {
        (text(t, f, e, "name", msg::OFFICES_POINT_NAME).required())
        (text(t, f, e, "street", msg::OFFICES_DATA_STREET))
        (text(t, f, e, "postal_code", msg::OFFICES_DATA_POSTAL_CODE).width(Width::W8))
        (text(t, f, e, "town", msg::OFFICES_DATA_TOWN))
        (Field::tel(t.lang(), "phone", t.s(msg::OFFICES_DATA_PHONE)).value(f.get("phone")).error(e.at("phone")))
        (Field::email(t.lang(), "email", t.s(msg::OFFICES_DATA_EMAIL)).value(f.get("email")).error(e.at("email")))
        (area(t, f, e, "directions", msg::OFFICES_POINT_DIRECTIONS, 2000).hint(t.s(msg::OFFICES_POINT_DIRECTIONS_HINT)).rows(3))
        (tick("step_free", msg::OFFICES_POINT_STEP_FREE))
        (tick("induction_loop", msg::OFFICES_POINT_LOOP))
        @if !main { (tick("closed", msg::OFFICES_POINT_CLOSED)) }
    }
}

fn new_view(req: &Req, desk: &Desk, f: &Fields, errors: &Errors) -> Markup {
    let t = req.t;
    let body = html! {
        (errors.summary(t))
        (Form::post(desk.path("/admin/points/new")).body(html! {
            (place_fields(req, f, errors, false))
            (ButtonGroup::new()
                .add(Button::submit(t.s(msg::OFFICES_POINT_ADD)))
                .add(Button::link(t.s(msg::OFFICES_CANCEL), desk.path("/admin/points")).quiet()))
        }))
    };
    desk.page(req, "offices.admin_point_new", t.s(msg::OFFICES_POINT_ADD))
        .crumb(t.s(msg::OFFICES_NAV_POINTS), desk.path("/admin/points"))
        .here(t.s(msg::OFFICES_POINT_ADD))
        .narrow()
        .body(body)
        .render()
}

/// The page; what was typed in the form at fault stands in its fields.
async fn view(req: &Req, desk: &Desk, id: PointId, typed: Option<&Fields>, e: &Errors) -> kernel::Result<Markup> {
    let (t, scope, today) = (req.t, desk.scope, req.ctx.now.warsaw_date());
    let (point, table) =
        read!(req, |c| Ok((points::get(c, scope, id).await?, hours::timetable(c, scope, today).await?)))?;
    let base = desk.path(&format!("/admin/points/{id}"));
    let of = |name: &str| typed.filter(|f| f.has(name));
    let own = filled(&point);
    let place = of("street").unwrap_or(&own);
    let body = html! {
        (e.summary(t))
        (Section::new(t.s(msg::OFFICES_SITE_HOURS)).id("hours").text(t.s(msg::OFFICES_POINT_HOURS_TEXT)).body(
            week_form(req, &base, &point, &table, of("opens-1"), e)))
        (Section::new(t.s(msg::OFFICES_POINT_EXCEPTIONS)).id("exceptions").text(t.s(msg::OFFICES_POINT_EXCEPTIONS_TEXT)).body(
            exceptions(req, &base, &point, &table, of("day").unwrap_or(&Fields::default()), e)))
        (Section::new(t.s(msg::OFFICES_POINT_PLACE)).id("place").body(
            Form::post(base.as_str()).version(point.version).body(html! {
                (place_fields(req, place, e, point.main))
                (Button::submit(t.s(msg::OFFICES_SAVE)))
            })))
    };
    Ok(desk
        .page(req, "offices.admin_point", point.name.clone())
        .crumb(t.s(msg::OFFICES_NAV_POINTS), desk.path("/admin/points"))
        .here(point.name.clone())
        .narrow()
        .body(body)
        .render())
}

fn week_form(req: &Req, base: &str, point: &PointRow, table: &Timetable, typed: Option<&Fields>, e: &Errors) -> Markup {
    let t = req.t;
    let time = |name: String, label: String, now: Option<i64>| {
        let value = typed.map_or_else(|| now.map(hours::field).unwrap_or_default(), |f| f.get(&name).to_owned());
        let error = e.at(&name);
        Field::text(t.lang(), name, label)
            .value(value)
            .error(error)
            .width(Width::W8)
            .placeholder("7:30")
            .required_unmarked()
    };
    html! {
        (Form::post(format!("{base}/hours")).body(html! {
            @for (day, label) in WEEK {
                @let number = day.to_monday_one_offset();
                @let usual = table.usual(point.id, day);
                (Fieldset::new(t.s(label)).columns().body(html! {
                    (time(format!("opens-{number}"), t.s(msg::OFFICES_POINT_OPENS), usual.map(|h| h.opens)))
                    (time(format!("closes-{number}"), t.s(msg::OFFICES_POINT_CLOSES), usual.map(|h| h.closes)))
                }))
            }
            (Button::submit(t.s(msg::OFFICES_POINT_SAVE_HOURS)))
        }))
    }
}

fn exceptions(req: &Req, base: &str, point: &PointRow, table: &Timetable, f: &Fields, e: &Errors) -> Markup {
    let t = req.t;
    let rows = table.exceptions.iter().filter(|x| x.point == point.id).map(|x| {
        let times = match (x.opens, x.closes) {
            (Some(opens), Some(closes)) => format!("{}–{}", clock(opens), clock(closes)),
            _ => t.s(msg::OFFICES_SITE_CLOSED),
        };
        let remove = Form::post(format!("{base}/exceptions/{}/remove", x.id))
            .body(Button::submit(t.s(msg::OFFICES_REMOVE)).small().quiet().describes(x.day.0.to_string()));
        Row::new([ui::long_date(t.lang(), x.day.0), html! { (times) }, html! { (x.note) }, html! { (remove) }])
    });
    html! {
        (Table::new(t.s(msg::OFFICES_POINT_EXCEPTIONS))
            .columns([t.s(msg::OFFICES_SITE_DAY), t.s(msg::OFFICES_SITE_HOURS), t.s(msg::OFFICES_POINT_NOTE)])
            .column(Column::new(t.s(msg::OFFICES_REMOVE)).hide_label())
            .rows(rows)
            .empty(Empty::new(Icon::Calendar, t.s(msg::OFFICES_POINT_NO_EXCEPTIONS))))
        (Form::post(format!("{base}/exceptions")).label(t.s(msg::OFFICES_POINT_ADD_EXCEPTION)).body(html! {
            (date(t, f, e, "day", msg::OFFICES_SITE_DAY).required())
            (Fieldset::new(t.s(msg::OFFICES_SITE_HOURS)).hint(t.s(msg::OFFICES_POINT_EXCEPTION_HINT)).columns().body(html! {
                (text(t, f, e, "opens", msg::OFFICES_POINT_OPENS).width(Width::W8).required_unmarked())
                (text(t, f, e, "closes", msg::OFFICES_POINT_CLOSES).width(Width::W8).required_unmarked())
            }))
            (text(t, f, e, "note", msg::OFFICES_POINT_NOTE).hint(t.s(msg::OFFICES_POINT_NOTE_HINT)).maxlength(200))
            (Button::submit(t.s(msg::OFFICES_POINT_ADD_EXCEPTION)).secondary())
        }))
    }
}
