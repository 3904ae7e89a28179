//! The waiting list of a course, and moving somebody up with a reason.

use std::collections::HashMap;

use axum::response::IntoResponse as _;
use courses::{CourseRow, Workshop};
use kernel::ids::EnrolmentId;
use maud::{Markup, html};
use offices::Role;
use serde::Deserialize;
use ui::{Button, Column, Confirm, Empty, Field, Form, Icon, Notice, Row, Table, Tag, Tone};
use web::{Answer, Errors, FormData, Req, TypedPath, read, work};

use super::{COORDINATOR, STAFF, learners::name, learners_page};
use crate::{GroupRow, LearnerRow, State, WaitingRow, Way, enrolment, groups, list, msg, waiting, way};

/// `/desk/{office}/courses/{course}/learners/waiting`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/learners/waiting", rejection(web::BadPath))]
pub(crate) struct WaitingPath {
    pub office: String,
    pub course: String,
}

/// `/desk/{office}/courses/{course}/learners/{enrolment}/move`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/learners/{enrolment}/move", rejection(web::BadPath))]
pub(crate) struct MovePath {
    pub office: String,
    pub course: String,
    pub enrolment: EnrolmentId,
}

struct Seen {
    rows: Vec<(WaitingRow, LearnerRow)>,
    way: Way,
    groups: Vec<GroupRow>,
}

async fn see(req: &Req, workshop: &Workshop, course: &CourseRow) -> kernel::Result<Seen> {
    let (scope, id) = (workshop.scope, course.id);
    read!(req, |c| {
        let waiting = waiting::waiting(c, scope, id).await?;
        let mut learners = HashMap::new();
        for page in waiting.chunks(500) {
            let mut rows = Vec::new();
            for row in page {
                rows.push(enrolment::enrolment(c, row.enrolment).await?);
            }
            learners.extend(list::named(c, rows).await?.into_iter().map(|l| (l.enrolment.id, l)));
        }
        let rows = waiting.into_iter().filter_map(|w| learners.remove(&w.enrolment).map(|l| (w, l))).collect();
        Ok(Seen { rows, way: way::way(c, id).await?, groups: groups::groups(c, id).await? })
    })
}

pub(crate) async fn show(path: WaitingPath, req: Req) -> Answer<Markup> {
    let (workshop, course) = courses::enter_course_people(&req, &path.office, STAFF, &path.course).await?;
    let seen = see(&req, &workshop, &course).await?;
    Ok(view(&req, &workshop, &course, &seen, &Errors::default()))
}

pub(crate) async fn move_to(path: MovePath, req: Req, form: FormData) -> Answer {
    let (workshop, course) = courses::enter_course_people(&req, &path.office, COORDINATOR, &path.course).await?;
    let (scope, id, reason) = (workshop.scope, path.enrolment, form.get("reason").to_owned());
    let place = form.parsed("place").unwrap_or(0);
    match work!(req, |c, ctx, reason| waiting::move_to(c, &ctx, scope, id, place, &reason).await) {
        Ok(()) => {
            let to = workshop.course_path(&course, "/learners/waiting");
            Ok(req.redirect(to).flash(msg::ENROLMENTS_MOVED).into_response())
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            let seen = see(&req, &workshop, &course).await?;
            Ok(errors.again(view(&req, &workshop, &course, &seen, &errors)))
        }
    }
}

fn view(req: &Req, workshop: &Workshop, course: &CourseRow, seen: &Seen, errors: &Errors) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let coordinator = workshop.may(Role::Coordinator);
    let mut line = 0;
    let rows = seen.rows.iter().map(|(w, l)| {
        let offered = w.state == State::Offered;
        if !offered {
            line += 1;
        }
        let place = if offered { html! { "–" } } else { html! { (line) } };
        let group = w.group.and_then(|id| seen.groups.iter().find(|g| g.id == id)).map_or("", |g| g.name.as_str());
        let state = html! {
            (Tag::new(t.s(w.state.label())).tone(if offered { Tone::Warning } else { Tone::Neutral }))
            @if let Some(until) = w.offered_until { br; small.hint { (t.s(msg::ENROLMENTS_UNTIL)) " " (ui::date_time(lang, until.timestamp())) } }
        };
        let act = if coordinator && !offered { mover(req, workshop, course, w, &name(t, l), line) } else { html! {} };
        Row::new([
            place,
            html! { (name(t, l)) @if !group.is_empty() { br; small.hint { (group) } } },
            html! { (ui::date_time(lang, w.entered.timestamp())) },
            state,
            act,
        ])
        .id(format!("w-{}", w.enrolment))
    });
    let table = Table::new(t.s(msg::ENROLMENTS_TAB_WAITING))
        .column(Column::new(t.s(msg::ENROLMENTS_PLACE)).numeric().tight())
        .columns([t.s(msg::ENROLMENTS_PERSON), t.s(msg::ENROLMENTS_SINCE), t.s(msg::ENROLMENTS_STATE)])
        .column(Column::new(t.s(msg::ENROLMENTS_MOVE)).hide_label())
        .rows(rows)
        .empty(Empty::new(Icon::Clock, t.s(msg::ENROLMENTS_WAITING_NONE)).text(t.s(msg::ENROLMENTS_WAITING_NONE_TEXT)));
    let rule = match seen.way.seats {
        Some(seats) => {
            t.f(msg::ENROLMENTS_WAITING_RULE, &[("seats", seats.into()), ("hours", seen.way.offer_hours.into())])
        }
        None => t.s(msg::ENROLMENTS_WAITING_NO_LIMIT),
    };
    let body = html! { (errors.summary(t)) (Notice::info(rule)) (table) };
    learners_page(req, workshop, course, "enrolments.waiting", "/learners/waiting", body)
}

fn mover(req: &Req, workshop: &Workshop, course: &CourseRow, w: &WaitingRow, name: &str, place: i64) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let action = workshop.course_path(course, &format!("/learners/{}/move", w.enrolment));
    let form = Form::post(action).body(html! {
        (Field::number(lang, "place", t.s(msg::ENROLMENTS_PLACE)).id(format!("place-{}", w.enrolment)).required().min(1).value(place.to_string()))
        (Field::textarea(lang, "reason", t.s(msg::ENROLMENTS_REASON)).id(format!("reason-{}", w.enrolment)).required().rows(3)
            .hint(t.s(msg::ENROLMENTS_MOVE_HINT)))
        (Button::submit(t.s(msg::ENROLMENTS_MOVE)))
    });
    let title = t.f(msg::ENROLMENTS_MOVE_TITLE, &[("name", name.into())]);
    let question = Confirm::new(lang, format!("move-{}", w.enrolment), t.s(msg::ENROLMENTS_MOVE), title, form);
    html! { (question.calm().small()) }
}
