//! The groups of a course: a list, a form for a new one, a page for each.

use axum::response::IntoResponse as _;
use courses::{CourseRow, Workshop};
use kernel::{Fault, ids::GroupId};
use maud::{Markup, html};
use offices::{MemberRow, Role, maybe_day};
use serde::Deserialize;
use ui::{Button, Choice, Column, Empty, Field, Form, Icon, Row, Section, Table, Tag};
use web::{Answer, Errors, Fields, FormData, Req, TypedPath, number, read, stale, work};

use super::{STAFF, chosen, course_page, learners_page, yes};
use crate::{GroupRow, NewGroup, groups, msg};

/// `/desk/{office}/courses/{course}/learners/groups`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/learners/groups", rejection(web::BadPath))]
pub(crate) struct GroupsPath {
    pub office: String,
    pub course: String,
}

/// `/desk/{office}/courses/{course}/learners/groups/{group}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/learners/groups/{group}", rejection(web::BadPath))]
pub(crate) struct GroupPath {
    pub office: String,
    pub course: String,
    pub group: GroupId,
}

/// The people of the office who lead courses.
async fn trainers(req: &Req, workshop: &Workshop) -> kernel::Result<Vec<MemberRow>> {
    let (scope, today) = (workshop.scope, req.ctx.now.warsaw_date());
    let filter = offices::Filter { role: Some(Role::Trainer), ..offices::Filter::on(today) };
    read!(req, |c| offices::members(c, scope, filter).await)
}

fn read(form: &Fields) -> kernel::Result<NewGroup> {
    let mut faults = Vec::new();
    let seats = number(form, "seats", &mut faults);
    let (from, to) = (maybe_day(form, "from", &mut faults), maybe_day(form, "to", &mut faults));
    Fault::check(faults)?;
    Ok(NewGroup {
        name: form.get("name").to_owned(),
        seats,
        trainer: form.parsed("trainer"),
        from,
        to,
        closed: form.has("closed"),
    })
}

fn fields(req: &Req, trainers: &[MemberRow], sent: &Fields, errors: &Errors) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let nobody = std::iter::once(Choice::new("", t.s(msg::ENROLMENTS_NO_TRAINER)));
    let mut seen = Vec::new();
    let people = trainers.iter().filter(|m| {
        let first = !seen.contains(&m.person);
        seen.push(m.person);
        first
    });
    let people = people.map(|m| Choice::new(m.person.to_string(), m.name()));
    html! {
        (Field::text(lang, "name", t.s(msg::ENROLMENTS_GROUP_NAME)).required().maxlength(200).value(sent.get("name")).error(errors.at("name")))
        (Field::number(lang, "seats", t.s(msg::ENROLMENTS_SEATS)).hint(t.s(msg::ENROLMENTS_SEATS_HINT)).min(1)
            .value(sent.get("seats")).error(errors.at("seats")))
        (Field::select(lang, "trainer", t.s(msg::ENROLMENTS_TRAINER)).choices(nobody.chain(people)).value(sent.get("trainer"))
            .error(errors.at("trainer")))
        (Field::date(lang, "from", t.s(msg::ENROLMENTS_FROM)).value(sent.get("from")).error(errors.at("from")))
        (Field::date(lang, "to", t.s(msg::ENROLMENTS_TO)).value(sent.get("to")).error(errors.at("to")))
    }
}

pub(crate) async fn show(path: GroupsPath, req: Req) -> Answer<Markup> {
    let (workshop, course) = courses::enter_course_people(&req, &path.office, STAFF, &path.course).await?;
    Ok(list(&req, &workshop, &course, &Fields::default(), &Errors::default()).await?)
}

pub(crate) async fn add(path: GroupsPath, req: Req, form: FormData) -> Answer {
    let (workshop, course) = courses::enter_course_people(&req, &path.office, STAFF, &path.course).await?;
    let (scope, id) = (workshop.scope, course.id);
    let done = match read(&form) {
        Ok(new) => work!(req, |c, ctx, new| groups::add_group(c, &ctx, scope, id, &new).await),
        Err(fault) => Err(fault),
    };
    match done {
        Ok(_) => {
            let to = workshop.course_path(&course, "/learners/groups");
            Ok(req.redirect(to).flash(msg::ENROLMENTS_GROUP_ADDED).into_response())
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(list(&req, &workshop, &course, &form.fields, &errors).await?))
        }
    }
}

async fn list(
    req: &Req,
    workshop: &Workshop,
    course: &CourseRow,
    sent: &Fields,
    errors: &Errors,
) -> kernel::Result<Markup> {
    let (t, lang, id) = (req.t, req.lang(), course.id);
    let rows = read!(req, |c| groups::groups(c, id).await)?;
    let trainers = trainers(req, workshop).await?;
    let here = workshop.course_path(course, "/learners/groups");
    let who = |g: &GroupRow| {
        let found = g.trainer.and_then(|p| trainers.iter().find(|m| m.person == p));
        found.map(MemberRow::name).unwrap_or_default()
    };
    let table = Table::new(t.s(msg::ENROLMENTS_TAB_GROUPS))
        .columns([t.s(msg::ENROLMENTS_GROUP_NAME), t.s(msg::ENROLMENTS_TRAINER)])
        .column(Column::new(t.s(msg::ENROLMENTS_PERIOD_COLUMN)).tight())
        .column(Column::new(t.s(msg::ENROLMENTS_TAKEN)).numeric().tight())
        .rows(rows.iter().map(|g| {
            let taken = match g.seats {
                Some(seats) => t.f(msg::ENROLMENTS_TAKEN_OF, &[("taken", g.taken.into()), ("seats", seats.into())]),
                None => g.taken.to_string(),
            };
            Row::new([
                html! { (g.name) @if g.closed { " " (Tag::new(t.s(msg::ENROLMENTS_GROUP_IS_CLOSED))) } },
                html! { (who(g)) },
                html! {
                    @if let Some(from) = g.from { (ui::date(lang, from.0)) }
                    @if let Some(to) = g.to { " – " (ui::date(lang, to.0)) }
                },
                html! { (taken) },
            ])
            .link(format!("{here}/{}", g.id))
        }))
        .empty(Empty::new(Icon::People, t.s(msg::ENROLMENTS_GROUPS_NONE)).text(t.s(msg::ENROLMENTS_GROUPS_NONE_TEXT)));
    let body = html! {
        (errors.summary(t))
        (table)
        (Section::new(t.s(msg::ENROLMENTS_GROUP_ADD)).boxed().body(Form::post(here).body(html! {
            (fields(req, &trainers, sent, errors))
            (Button::submit(t.s(msg::ENROLMENTS_GROUP_ADD)).icon(Icon::Plus))
        })))
    };
    Ok(learners_page(req, workshop, course, "enrolments.groups", "/learners/groups", body))
}

pub(crate) async fn edit(path: GroupPath, req: Req) -> Answer<Markup> {
    let (workshop, course) = courses::enter_course_people(&req, &path.office, STAFF, &path.course).await?;
    let (of, id) = (course.id, path.group);
    let g = read!(req, |c| groups::group(c, of, id).await)?;
    Ok(form_page(&req, &workshop, &course, &g, &filled(&g), &Errors::default()).await?)
}

fn filled(g: &GroupRow) -> Fields {
    let mut sent = vec![
        ("name".to_owned(), g.name.clone()),
        ("seats".to_owned(), g.seats.map(|n| n.to_string()).unwrap_or_default()),
        ("trainer".to_owned(), g.trainer.map(|p| p.to_string()).unwrap_or_default()),
        ("from".to_owned(), g.from.map(|d| d.0.to_string()).unwrap_or_default()),
        ("to".to_owned(), g.to.map(|d| d.0.to_string()).unwrap_or_default()),
        ("version".to_owned(), g.version.to_string()),
    ];
    if g.closed {
        sent.push(("closed".to_owned(), "on".to_owned()));
    }
    Fields(sent)
}

/// What another saved meanwhile beside what was typed, which takes over its version.
async fn beside(req: &Req, workshop: &Workshop, now: &GroupRow, mine: &mut Fields) -> kernel::Result<Errors> {
    let t = req.t;
    let people: Vec<(String, String)> =
        trainers(req, workshop).await?.into_iter().map(|m| (m.person.to_string(), m.name())).collect();
    let names = [
        ("name", msg::ENROLMENTS_GROUP_NAME),
        ("seats", msg::ENROLMENTS_SEATS),
        ("trainer", msg::ENROLMENTS_TRAINER),
        ("from", msg::ENROLMENTS_FROM),
        ("to", msg::ENROLMENTS_TO),
        ("closed", msg::ENROLMENTS_GROUP_CLOSE),
    ];
    let names = names.map(|(name, label)| (name.to_owned(), t.s(label)));
    Ok(super::beside(req, &names, &filled(now), mine, |name, of| match name {
        "trainer" => chosen(of.get(name), people.iter().map(|(id, name)| (id.clone(), name.as_str()))),
        "closed" => yes(t, of.has(name)),
        _ => of.get(name).to_owned(),
    }))
}

pub(crate) async fn change(path: GroupPath, req: Req, form: FormData) -> Answer {
    let (workshop, course) = courses::enter_course_people(&req, &path.office, STAFF, &path.course).await?;
    let (scope, of, id) = (workshop.scope, course.id, path.group);
    let g = read!(req, |c| groups::group(c, of, id).await)?;
    let version = form.parsed("version").unwrap_or(0);
    let done = match read(&form) {
        Ok(new) => work!(req, |c, ctx, new| groups::change_group(c, &ctx, scope, of, id, version, &new).await),
        Err(fault) => Err(fault),
    };
    match done {
        Ok(()) => {
            let to = workshop.course_path(&course, "/learners/groups");
            Ok(req.redirect(to).flash(msg::ENROLMENTS_GROUP_SAVED).into_response())
        }
        Err(fault) if stale(&fault) => {
            let now = read!(req, |c| groups::group(c, of, id).await)?;
            let mut sent = form.fields;
            let errors = beside(&req, &workshop, &now, &mut sent).await?;
            Ok(errors.again(form_page(&req, &workshop, &course, &now, &sent, &errors).await?))
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(form_page(&req, &workshop, &course, &g, &form.fields, &errors).await?))
        }
    }
}

async fn form_page(
    req: &Req,
    workshop: &Workshop,
    course: &CourseRow,
    g: &GroupRow,
    sent: &Fields,
    errors: &Errors,
) -> kernel::Result<Markup> {
    let (t, lang) = (req.t, req.lang());
    let trainers = trainers(req, workshop).await?;
    let here = workshop.course_path(course, "/learners/groups");
    let closed = if sent.has("closed") { "on" } else { "" };
    let learners = workshop.course_path(course, &format!("/learners?group={}", g.id));
    Ok(course_page(req, workshop, course, "enrolments.group", "/learners")
        .crumb(t.s(msg::ENROLMENTS_TAB_GROUPS), here.clone())
        .here(g.name.clone())
        .body(html! {
            (errors.summary(t))
            (Section::new(g.name.clone()).actions(Button::link(t.s(msg::ENROLMENTS_GROUP_LEARNERS), learners).secondary().icon(Icon::People))
                .body(Form::post(format!("{here}/{}", g.id)).version(sent.get("version")).body(html! {
                    (fields(req, &trainers, sent, errors))
                    (Field::checkbox(lang, "closed", t.s(msg::ENROLMENTS_GROUP_CLOSE)).value(closed))
                    (Button::submit(t.s(msg::ENROLMENTS_SAVE)))
                })))
        })
        .render())
}
