//! One live session: its data, who was there, the code for the room.

use axum::{
    body::Body,
    response::{IntoResponse as _, Response},
};
use courses::{CourseRow, Workshop};
use kernel::{Micros, ids::EnrolmentId, ids::LiveSessionId};
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::BTreeMap;
use ui::{Button, Choice, Confirm, Empty, Field, Form, Icon, Notice, Section, Stat, StatGrid, Tag, Tone, Toolbar};
use web::{Answer, Errors, Fields, FormData, Req, TypedPath, read, stale, with_query, work};

use super::{
    STAFF, chosen, course_page,
    learners::name,
    sessions::{Offer, fields, offer, period, read},
};
use crate::{
    Attendance, LearnerRow, SessionRow, attendance, ical, msg,
    sessions::{self, wall},
};

/// `/desk/{office}/courses/{course}/sessions/{session}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/sessions/{session}", rejection(web::BadPath))]
pub(crate) struct SessionPath {
    pub office: String,
    pub course: String,
    pub session: LiveSessionId,
}

/// `/desk/{office}/courses/{course}/sessions/{session}/calendar`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/sessions/{session}/calendar", rejection(web::BadPath))]
pub(crate) struct CalendarPath {
    pub office: String,
    pub course: String,
    pub session: LiveSessionId,
}

/// How long a code is valid unless the trainer chooses otherwise, in minutes.
const MINUTES: i64 = 10;

struct Seen {
    row: SessionRow,
    expected: Vec<LearnerRow>,
    there: BTreeMap<EnrolmentId, Attendance>,
    code: Option<(String, Micros)>,
    offer: Offer,
}

async fn see(req: &Req, workshop: &Workshop, course: &CourseRow, id: LiveSessionId) -> kernel::Result<Seen> {
    let (scope, of, ctx) = (workshop.scope, course.id, req.ctx.clone());
    let (row, expected, there, code) = read!(req, |c| {
        let row = sessions::session(c, of, id).await?;
        let expected = attendance::expected(c, &row).await?;
        let there = attendance::attendance(c, id).await?;
        let code = attendance::code(c, &ctx, scope, id).await?;
        Ok((row, expected, there, code))
    })?;
    Ok(Seen { row, expected, there, code, offer: offer(req, course).await? })
}

fn filled(s: &SessionRow) -> Fields {
    let part = |at: Micros, from: usize, to: usize| wall(at).get(from..to).unwrap_or_default().to_owned();
    Fields(vec![
        ("title".into(), s.title.clone()),
        ("day".into(), part(s.starts, 0, 10)),
        ("starts".into(), part(s.starts, 11, 16)),
        ("ends".into(), part(s.ends, 11, 16)),
        ("place".into(), s.place.clone()),
        ("link".into(), s.link.clone()),
        ("note".into(), s.note.clone()),
        ("group".into(), s.group.map(|g| g.to_string()).unwrap_or_default()),
        ("item".into(), s.item.map(|i| i.to_string()).unwrap_or_default()),
        ("version".into(), s.version.to_string()),
    ])
}

pub(crate) async fn show(path: SessionPath, req: Req) -> Answer<Markup> {
    let (workshop, course) = courses::enter_course_people(&req, &path.office, STAFF, &path.course).await?;
    let seen = see(&req, &workshop, &course, path.session).await?;
    Ok(view(&req, &workshop, &course, &seen, &filled(&seen.row), &Errors::default()))
}

pub(crate) async fn change(path: SessionPath, req: Req, form: FormData) -> Answer {
    let (workshop, course) = courses::enter_course_people(&req, &path.office, STAFF, &path.course).await?;
    let (id, scope) = (path.session, workshop.scope);
    let seen = see(&req, &workshop, &course, id).await?;
    let (done, said) = match form.get("do") {
        "attendance" => {
            let ids = |name: &str| -> Vec<EnrolmentId> { form.all(name).filter_map(|e| e.parse().ok()).collect() };
            let (present, shown) = (ids("present"), ids("shown"));
            let done = work!(req, |c, ctx, present, shown| {
                attendance::attend_by_list(c, &ctx, scope, id, &present, &shown).await.map(|_| ())
            });
            (done, msg::ENROLMENTS_ATTENDANCE_SAVED)
        }
        "code" => {
            let minutes = form.parsed("minutes").unwrap_or(0);
            let done = work!(req, |c, ctx| attendance::new_code(c, &ctx, scope, id, minutes).await.map(|_| ()));
            (done, msg::ENROLMENTS_CODE_MADE)
        }
        "cancel" => {
            let done = work!(req, |c, ctx| sessions::cancel_session(c, &ctx, scope, id).await);
            (done, msg::ENROLMENTS_SESSION_WAS_CANCELLED)
        }
        _ => {
            let version = form.parsed("version").unwrap_or(0);
            let done = match read(&form) {
                Ok(new) => work!(req, |c, ctx, new| sessions::change_session(c, &ctx, scope, id, version, &new).await),
                Err(fault) => Err(fault),
            };
            (done, msg::ENROLMENTS_SESSION_SAVED)
        }
    };
    match done {
        Ok(()) => {
            let to = workshop.course_path(&course, &format!("/sessions/{id}"));
            Ok(req.redirect(to).flash(said).into_response())
        }
        Err(fault) if stale(&fault) => {
            let now = see(&req, &workshop, &course, id).await?;
            let mut sent = form.fields;
            let errors = beside(&req, &now, &mut sent);
            Ok(errors.again(view(&req, &workshop, &course, &now, &sent, &errors)))
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            let sent = if form.has("title") { form.fields.clone() } else { filled(&seen.row) };
            Ok(errors.again(view(&req, &workshop, &course, &seen, &sent, &errors)))
        }
    }
}

/// What another saved meanwhile beside what was typed, which takes over its version.
fn beside(req: &Req, now: &Seen, mine: &mut Fields) -> Errors {
    let t = req.t;
    let names = [
        ("title", msg::ENROLMENTS_SESSION_TITLE),
        ("day", msg::ENROLMENTS_DAY),
        ("starts", msg::ENROLMENTS_STARTS),
        ("ends", msg::ENROLMENTS_ENDS),
        ("place", msg::ENROLMENTS_PLACE_WHERE),
        ("link", msg::ENROLMENTS_LINK),
        ("group", msg::ENROLMENTS_FOR),
        ("item", msg::ENROLMENTS_SESSION_ITEM),
        ("note", msg::ENROLMENTS_SESSION_NOTE),
    ];
    let names = names.map(|(name, label)| (name.to_owned(), t.s(label)));
    super::beside(req, &names, &filled(&now.row), mine, |name, of| {
        let value = of.get(name);
        match name {
            "group" if value.is_empty() => t.s(msg::ENROLMENTS_EVERYBODY),
            "group" => chosen(value, now.offer.groups.iter().map(|g| (g.id.to_string(), g.name.as_str()))),
            "item" => chosen(value, now.offer.items.iter().map(|(id, title)| (id.clone(), title.as_str()))),
            _ => value.to_owned(),
        }
    })
}

/// The session as a calendar file.
pub(crate) async fn calendar(path: CalendarPath, req: Req) -> Answer<Response> {
    let (_, course) = courses::enter_course_people(&req, &path.office, STAFF, &path.course).await?;
    let (of, id) = (course.id, path.session);
    let row = read!(req, |c| sessions::session(c, of, id).await)?;
    let url = identity::url(&format!("/learn/{}", course.slug));
    let file = ical::calendar(req.t, course.title_in(req.lang()), &url, &[row]);
    Ok(web::download(Body::from(file), &format!("{}.ics", course.slug), "text/calendar", None, false))
}

fn view(req: &Req, workshop: &Workshop, course: &CourseRow, seen: &Seen, sent: &Fields, errors: &Errors) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let s = &seen.row;
    let here = workshop.course_path(course, &format!("/sessions/{}", s.id));
    let calendar = Button::link(t.s(msg::ENROLMENTS_CALENDAR), format!("{here}/calendar"))
        .secondary()
        .download()
        .icon(Icon::Calendar);
    course_page(req, workshop, course, "enrolments.session", "/sessions")
        .crumb(t.s(msg::ENROLMENTS_TAB_SESSIONS), workshop.course_path(course, "/sessions"))
        .here(s.title.clone())
        .body(html! {
            (errors.summary(t))
            (Section::new(s.title.clone()).actions(calendar).body(html! {
                p { (period(req, s)) @if !s.place.is_empty() { " · " (s.place) } }
                @if !s.link.is_empty() { p { a href=(s.link) rel="noopener external" { (s.link) } } }
                @if s.cancelled { (Notice::warning(t.s(msg::ENROLMENTS_SESSION_OFF))) }
            }))
            @if !s.cancelled {
                (Section::new(t.s(msg::ENROLMENTS_CODE)).text(t.s(msg::ENROLMENTS_CODE_TEXT)).body(code(req, seen, &here, errors)))
                (Section::new(t.s(msg::ENROLMENTS_ATTENDANCE)).text(t.s(msg::ENROLMENTS_ATTENDANCE_TEXT)).body(html! {
                    @if !seen.expected.is_empty() {
                        (Toolbar::new().actions(sheet::buttons(t, |kind| with_query(&format!("{here}/export"), &[("kind", kind.as_str())]))))
                    }
                    (attendance_form(req, seen, &here))
                }))
                (Section::new(t.s(msg::ENROLMENTS_SESSION_EDIT)).body(Form::post(&here).version(sent.get("version")).body(html! {
                    (fields(req, &seen.offer, sent, errors))
                    (Button::submit(t.s(msg::ENROLMENTS_SAVE)))
                })))
                (Confirm::new(lang, "cancel", t.s(msg::ENROLMENTS_SESSION_CANCEL), t.s(msg::ENROLMENTS_SESSION_CANCEL_TITLE),
                    Form::post(&here).hidden("do", "cancel").body(Button::submit(t.s(msg::ENROLMENTS_SESSION_CANCEL)).danger()))
                    .text(t.s(msg::ENROLMENTS_SESSION_CANCEL_TEXT)))
            }
        })
        .render()
}

fn code(req: &Req, seen: &Seen, here: &str, errors: &Errors) -> Markup {
    let (t, lang) = (req.t, req.lang());
    html! {
        @if let Some((code, until)) = &seen.code {
            @let hour = wall(*until).get(11..16).unwrap_or_default().to_owned();
            (StatGrid::new([Stat::new(code, t.f(msg::ENROLMENTS_CODE_UNTIL, &[("hour", hour.into())]))]))
        }
        (Form::post(here).inline().hidden("do", "code").body(html! {
            (Field::number(lang, "minutes", t.s(msg::ENROLMENTS_MINUTES)).required().min(1).max(attendance::LONGEST_MINUTES)
                .value(MINUTES.to_string()).error(errors.at("minutes")))
            (Button::submit(t.s(msg::ENROLMENTS_CODE_NEW)).secondary())
        }))
    }
}

fn attendance_form(req: &Req, seen: &Seen, here: &str) -> Markup {
    let (t, lang) = (req.t, req.lang());
    if seen.expected.is_empty() {
        return html! { (Empty::new(Icon::People, t.s(msg::ENROLMENTS_EXPECTED_NONE))) };
    }
    let choices = seen.expected.iter().map(|l| {
        let by_code = seen.there.get(&l.enrolment.id).is_some_and(|a| a.present && a.way == crate::AttendanceWay::Code);
        let choice = Choice::new(
            l.enrolment.id.to_string(),
            html! {
                (name(t, l)) @if by_code { " " (Tag::new(t.s(msg::ENROLMENTS_BY_CODE)).tone(Tone::Info)) }
            },
        );
        choice.hint(l.unit_code.clone())
    });
    let present: Vec<String> = seen.there.iter().filter(|(_, a)| a.present).map(|(id, _)| id.to_string()).collect();
    // Whom this page shows as present: only of them an unticked box says that they were not.
    let form = present.iter().fold(Form::post(here).hidden("do", "attendance"), |form, id| form.hidden("shown", id));
    html! {
        (form.body(html! {
            (Field::checkboxes(lang, "present", t.s(msg::ENROLMENTS_PRESENT)).required_unmarked().choices(choices).values(present))
            (Button::submit(t.s(msg::ENROLMENTS_ATTENDANCE_SAVE)))
        }))
    }
}
