//! The live sessions of a course, and the form to set one.

use axum::response::IntoResponse as _;
use courses::{CourseRow, ItemKind, Workshop};
use jiff::civil::Time;
use kernel::{Fault, ids::ItemId};
use maud::{Markup, html};
use offices::Role;
use serde::Deserialize;
use ui::{Button, Choice, Column, Empty, Field, Form, Icon, Row, Section, Table, Tag, Tone, Width};
use web::{Answer, Errors, Fields, FormData, Req, TypedPath, read, work};

use super::{STAFF, course_page};
use crate::{GroupRow, NewSession, SessionRow, groups, msg, sessions};

/// Who sets sessions: those who lead, and authors, whose course has them among its activities.
const MAKERS: &[Role] = &[Role::Trainer, Role::Coordinator, Role::Author];

/// `/desk/{office}/courses/{course}/sessions`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/sessions", rejection(web::BadPath))]
pub(crate) struct SessionsPath {
    pub office: String,
    pub course: String,
}

/// `/desk/{office}/courses/{course}/items/{item}/session`: where the author sets the sessions of an activity.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/items/{item}/session", rejection(web::BadPath))]
pub(crate) struct ItemSessionPath {
    pub office: String,
    pub course: String,
    pub item: ItemId,
}

/// Whether somebody may open a session, where learners are named.
fn opens(workshop: &Workshop) -> bool {
    STAFF.iter().any(|r| workshop.may_people(*r))
}

/// What the form of a session offers.
pub(crate) struct Offer {
    pub groups: Vec<GroupRow>,
    pub items: Vec<(String, String)>,
}

pub(crate) async fn offer(req: &Req, course: &CourseRow) -> kernel::Result<Offer> {
    let id = course.id;
    read!(req, |c| {
        let groups = groups::groups(c, id).await?;
        let items = courses::items(c, id).await?.into_iter().filter(|i| i.kind == ItemKind::Session);
        Ok(Offer { groups, items: items.map(|i| (i.id.to_string(), i.title)).collect() })
    })
}

/// An hour as people write it: `9`, `9:30`, `09.30`.
fn hour(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "0"));
    Time::new(hour.trim().parse().ok()?, minute.trim().parse().ok()?, 0, 0).ok()
}

/// Reads the form: a day, and from and to as hours of that day.
pub(crate) fn read(form: &Fields) -> kernel::Result<NewSession> {
    let mut faults = Vec::new();
    let mut fault = |field: &str, key| faults.push(kernel::FieldFault { field: field.into(), key, args: Vec::new() });
    let day = offices::day::parse(form.get("day"));
    if day.is_none() {
        fault("day", if form.get("day").is_empty() { web::msg::FIELD_REQUIRED } else { web::msg::FIELD_DATE });
    }
    let mut at = |name: &str| {
        let time = hour(form.get(name));
        if time.is_none() {
            fault(name, msg::ENROLMENTS_HOUR);
        }
        let moment = day.zip(time).map(|(day, time)| sessions::moment(&day.to_datetime(time).to_string()));
        if moment == Some(None) {
            fault(name, msg::ENROLMENTS_HOUR_LEFT_OUT);
        }
        moment.flatten()
    };
    let (starts, ends) = (at("starts"), at("ends"));
    Fault::check(faults)?;
    Ok(NewSession {
        title: form.get("title").to_owned(),
        starts: starts.unwrap_or_default(),
        ends: ends.unwrap_or_default(),
        place: form.get("place").to_owned(),
        link: form.get("link").to_owned(),
        note: form.get("note").to_owned(),
        group: form.parsed("group"),
        item: form.parsed("item"),
    })
}

/// The fields of a session.
pub(crate) fn fields(req: &Req, offer: &Offer, sent: &Fields, errors: &Errors) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let everybody = std::iter::once(Choice::new("", t.s(msg::ENROLMENTS_EVERYBODY)));
    let groups = offer.groups.iter().map(|g| Choice::new(g.id.to_string(), &g.name));
    let nothing = std::iter::once(Choice::new("", t.s(msg::ENROLMENTS_SESSION_NO_ITEM)));
    let items = offer.items.iter().map(|(id, title)| Choice::new(id, title));
    let hour = |name: &str, label: &str| {
        Field::text(lang, name, t.s(label))
            .required()
            .width(Width::W8)
            .placeholder("10:00")
            .inputmode("numeric")
            .value(sent.get(name))
            .error(errors.at(name))
    };
    html! {
        (Field::text(lang, "title", t.s(msg::ENROLMENTS_SESSION_TITLE)).required().maxlength(200).value(sent.get("title")).error(errors.at("title")))
        (Field::date(lang, "day", t.s(msg::ENROLMENTS_DAY)).required().value(sent.get("day")).error(errors.at("day")))
        (hour("starts", msg::ENROLMENTS_STARTS))
        (hour("ends", msg::ENROLMENTS_ENDS))
        (Field::text(lang, "place", t.s(msg::ENROLMENTS_PLACE_WHERE)).maxlength(200).value(sent.get("place")).error(errors.at("place")))
        (Field::text(lang, "link", t.s(msg::ENROLMENTS_LINK)).hint(t.s(msg::ENROLMENTS_LINK_HINT)).inputmode("url").spellcheck(false)
            .value(sent.get("link")).error(errors.at("link")))
        @if !offer.groups.is_empty() {
            (Field::select(lang, "group", t.s(msg::ENROLMENTS_FOR)).choices(everybody.chain(groups)).value(sent.get("group"))
                .error(errors.at("group")))
        }
        @if !offer.items.is_empty() {
            (Field::select(lang, "item", t.s(msg::ENROLMENTS_SESSION_ITEM)).hint(t.s(msg::ENROLMENTS_SESSION_ITEM_HINT))
                .choices(nothing.chain(items)).value(sent.get("item")).error(errors.at("item")))
        }
        (Field::textarea(lang, "note", t.s(msg::ENROLMENTS_SESSION_NOTE)).rows(3).value(sent.raw("note").unwrap_or_default())
            .error(errors.at("note")))
    }
}

pub(crate) async fn show(path: SessionsPath, req: Req) -> Answer<Markup> {
    let (workshop, course) = courses::enter_course(&req, &path.office, MAKERS, &path.course).await?;
    Ok(list(&req, &workshop, &course, &Fields::default(), &Errors::default()).await?)
}

pub(crate) async fn of_item(path: ItemSessionPath, req: Req) -> Answer<Markup> {
    let (workshop, course) = courses::enter_course(&req, &path.office, MAKERS, &path.course).await?;
    let (scope, id) = (workshop.scope, path.item);
    let item = read!(req, |c| courses::own_item(c, scope, id).await)?;
    if item.course != course.id || item.kind != ItemKind::Session {
        return Err(Fault::not_found().into());
    }
    let sent = Fields(vec![("title".into(), item.title), ("item".into(), id.to_string())]);
    Ok(list(&req, &workshop, &course, &sent, &Errors::default()).await?)
}

pub(crate) async fn add(path: SessionsPath, req: Req, form: FormData) -> Answer {
    let (workshop, course) = courses::enter_course(&req, &path.office, MAKERS, &path.course).await?;
    let (scope, id) = (workshop.scope, course.id);
    let done = match read(&form) {
        Ok(new) => work!(req, |c, ctx, new| sessions::add_session(c, &ctx, scope, id, &new).await),
        Err(fault) => Err(fault),
    };
    match done {
        Ok(id) => {
            let one = if opens(&workshop) { format!("/{id}") } else { String::new() };
            let to = workshop.course_path(&course, &format!("/sessions{one}"));
            Ok(req.redirect(to).flash(msg::ENROLMENTS_SESSION_ADDED).into_response())
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(list(&req, &workshop, &course, &form.fields, &errors).await?))
        }
    }
}

/// From when to when: `5 listopada 2026, 10:00 – 12:00`.
pub(crate) fn period(req: &Req, s: &SessionRow) -> Markup {
    let lang = req.lang();
    html! {
        (ui::date_time(lang, s.starts.timestamp())) " – "
        @if s.starts.warsaw_date() == s.ends.warsaw_date() { (ui::hour(s.ends.timestamp())) }
        @else { (ui::date_time(lang, s.ends.timestamp())) }
    }
}

async fn list(
    req: &Req,
    workshop: &Workshop,
    course: &CourseRow,
    sent: &Fields,
    errors: &Errors,
) -> kernel::Result<Markup> {
    let (t, id) = (req.t, course.id);
    let rows = read!(req, |c| sessions::sessions(c, id).await)?;
    let offer = offer(req, course).await?;
    let here = workshop.course_path(course, "/sessions");
    let group = |s: &SessionRow| {
        let found = s.group.and_then(|id| offer.groups.iter().find(|g| g.id == id));
        found.map_or_else(|| t.s(msg::ENROLMENTS_EVERYBODY), |g| g.name.clone())
    };
    let table = Table::new(t.s(msg::ENROLMENTS_TAB_SESSIONS))
        .column(Column::new(t.s(msg::ENROLMENTS_SESSION_TITLE)))
        .columns([t.s(msg::ENROLMENTS_WHEN), t.s(msg::ENROLMENTS_WHERE), t.s(msg::ENROLMENTS_FOR)])
        .rows(rows.iter().map(|s| {
            let row = Row::new([
                html! { (s.title) @if s.cancelled { " " (Tag::new(t.s(msg::ENROLMENTS_SESSION_CANCELLED)).tone(Tone::Danger)) } },
                period(req, s),
                html! { @if s.place.is_empty() { (t.s(msg::ENROLMENTS_ONLINE)) } @else { (s.place) } },
                html! { (group(s)) },
            ]);
            let row = if opens(workshop) { row.link(format!("{here}/{}", s.id)) } else { row };
            if s.ends < req.ctx.now { row.tone(Tone::Neutral) } else { row }
        }))
        .empty(Empty::new(Icon::Calendar, t.s(msg::ENROLMENTS_SESSIONS_NONE)).text(t.s(msg::ENROLMENTS_SESSIONS_NONE_TEXT)));
    let body = html! {
        (errors.summary(t))
        (table)
        (Section::new(t.s(msg::ENROLMENTS_SESSION_ADD)).boxed().body(Form::post(here).body(html! {
            (fields(req, &offer, sent, errors))
            (Button::submit(t.s(msg::ENROLMENTS_SESSION_ADD)).icon(Icon::Plus))
        })))
    };
    Ok(course_page(req, workshop, course, "enrolments.sessions", "/sessions").body(body).render())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (text, found) in
            [("9", Some((9, 0))), ("9:30", Some((9, 30))), ("09.05", Some((9, 5))), ("25:00", None), ("rano", None)]
        {
            assert_eq!(hour(text).map(|t| (t.hour(), t.minute())), found, "{text}");
        }
    }
}
