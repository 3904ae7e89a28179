//! The way into a course: open, on request, by a coordinator; places and how long an offer waits.

use axum::response::IntoResponse as _;
use courses::{CourseRow, Workshop};
use kernel::Fault;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Choice, Field, Form};
use web::{Answer, Errors, Fields, FormData, Req, TypedPath, number, read, stale, work};

use super::{COORDINATOR, learners_page};
use crate::{Approver, Mode, Way, msg, way};

/// `/desk/{office}/courses/{course}/learners/way`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/learners/way", rejection(web::BadPath))]
pub(crate) struct WayPath {
    pub office: String,
    pub course: String,
}

/// The most steps of a chain the form offers.
const STEPS: usize = 3;

pub(crate) async fn show(path: WayPath, req: Req) -> Answer<Markup> {
    let (workshop, course) = courses::enter_course_people(&req, &path.office, COORDINATOR, &path.course).await?;
    let id = course.id;
    let way = read!(req, |c| way::way(c, id).await)?;
    Ok(view(&req, &workshop, &course, &filled(&way), &Errors::default()))
}

fn filled(way: &Way) -> Fields {
    let mut fields = vec![
        ("mode".to_owned(), way.mode.as_str().to_owned()),
        ("seats".to_owned(), way.seats.map(|n| n.to_string()).unwrap_or_default()),
        ("offer_hours".to_owned(), way.offer_hours.to_string()),
        ("version".to_owned(), way.version.to_string()),
    ];
    fields.extend(way.chain.iter().enumerate().map(|(i, a)| (format!("chain{}", i + 1), a.as_str().to_owned())));
    Fields(fields)
}

/// What another set meanwhile beside what was typed, which takes over its version.
fn beside(req: &Req, now: &Way, mine: &mut Fields) -> Errors {
    let t = req.t;
    let mut names = vec![("mode".to_owned(), t.s(msg::ENROLMENTS_MODE))];
    names.extend((1..=STEPS).map(|n| (format!("chain{n}"), t.f(msg::ENROLMENTS_CHAIN_STEP, &[("n", n.into())]))));
    names.push(("seats".to_owned(), t.s(msg::ENROLMENTS_SEATS)));
    names.push(("offer_hours".to_owned(), t.s(msg::ENROLMENTS_OFFER_HOURS)));
    super::beside(req, &names, &filled(now), mine, |name, of| {
        let value = of.get(name);
        match name {
            "mode" => Mode::parse(value).map(|m| t.s(m.label())).unwrap_or_default(),
            _ if name.starts_with("chain") => Approver::parse(value).map(|a| t.s(a.label())).unwrap_or_default(),
            _ => value.to_owned(),
        }
    })
}

fn read(form: &Fields) -> kernel::Result<Way> {
    let mut faults = Vec::new();
    let seats = number(form, "seats", &mut faults);
    let offer_hours = number(form, "offer_hours", &mut faults).unwrap_or(way::OFFER_HOURS);
    Fault::check(faults)?;
    let mode = Mode::parse(form.get("mode")).ok_or_else(|| Fault::field("mode", web::msg::FIELD_CHOICE))?;
    let mut chain: Vec<Approver> = Vec::new();
    for step in 1..=STEPS {
        if let Some(approver) = Approver::parse(form.get(&format!("chain{step}")))
            && !chain.contains(&approver)
        {
            chain.push(approver);
        }
    }
    Ok(Way { mode, chain, seats, offer_hours, version: form.parsed("version").unwrap_or(0) })
}

pub(crate) async fn save(path: WayPath, req: Req, form: FormData) -> Answer {
    let (workshop, course) = courses::enter_course_people(&req, &path.office, COORDINATOR, &path.course).await?;
    let (scope, id) = (workshop.scope, course.id);
    let done = match read(&form) {
        Ok(way) => work!(req, |c, ctx, way| way::set_way(c, &ctx, scope, id, &way).await),
        Err(fault) => Err(fault),
    };
    match done {
        Ok(()) => {
            let to = workshop.course_path(&course, "/learners/way");
            Ok(req.redirect(to).flash(msg::ENROLMENTS_WAY_SAVED).into_response())
        }
        Err(fault) => {
            let mut sent = form.fields;
            let errors = if stale(&fault) {
                let now = read!(req, |c| way::way(c, id).await)?;
                beside(&req, &now, &mut sent)
            } else {
                Errors::of(req.t, fault)?
            };
            Ok(errors.again(view(&req, &workshop, &course, &sent, &errors)))
        }
    }
}

fn view(req: &Req, workshop: &Workshop, course: &CourseRow, fields: &Fields, errors: &Errors) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let hint = |m: Mode| match m {
        Mode::Open => msg::ENROLMENTS_MODE_OPEN_HINT,
        Mode::Request => msg::ENROLMENTS_MODE_REQUEST_HINT,
        Mode::Closed => msg::ENROLMENTS_MODE_CLOSED_HINT,
    };
    let step = |n: usize| {
        let name = format!("chain{n}");
        let approvers = Approver::ALL.iter().map(|a| Choice::new(a.as_str(), t.s(a.label())));
        let field = Field::select(lang, &name, t.f(msg::ENROLMENTS_CHAIN_STEP, &[("n", n.into())]))
            .choices(std::iter::once(Choice::new("", t.s(msg::ENROLMENTS_CHAIN_NOBODY))).chain(approvers))
            .value(fields.get(&name))
            .when("mode", Mode::Request.as_str())
            .when_said(t.s(Mode::Request.label()));
        if n == 1 { field.error(errors.at("chain")) } else { field }
    };
    let body = html! {
        (errors.summary(t))
        (Form::post(workshop.course_path(course, "/learners/way")).version(fields.get("version")).body(html! {
            (Field::radios(lang, "mode", t.s(msg::ENROLMENTS_MODE)).required()
                .choices(Mode::ALL.iter().map(|m| Choice::new(m.as_str(), t.s(m.label())).hint(t.s(hint(*m)))))
                .value(fields.get("mode")).error(errors.at("mode")))
            @for n in 1..=STEPS { (step(n)) }
            (Field::number(lang, "seats", t.s(msg::ENROLMENTS_SEATS)).hint(t.s(msg::ENROLMENTS_SEATS_HINT)).min(1)
                .value(fields.get("seats")).error(errors.at("seats")))
            (Field::number(lang, "offer_hours", t.s(msg::ENROLMENTS_OFFER_HOURS)).hint(t.s(msg::ENROLMENTS_OFFER_HINT)).required()
                .min(1).max(720).value(fields.get("offer_hours")).error(errors.at("offer_hours")))
            (Button::submit(t.s(msg::ENROLMENTS_SAVE)))
        }))
    };
    learners_page(req, workshop, course, "enrolments.way", "/learners/way", body)
}
