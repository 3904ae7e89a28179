//! The learners of a course: who they are, where they stand, with filters and a file for a spreadsheet.

use axum::response::Response;
use i18n::T;
use jiff::civil::Date;
use kernel::ids::GroupId;
use maud::{Markup, html};
use serde::Deserialize;
use sheet::{Cell, Kind, Sheet};
use ui::{Button, Choice, Column, Empty, Field, Form, Icon, Pager, Row, Stat, StatGrid, Table, Tag, Tone, Toolbar};
use web::{Answer, Cursor, Req, TypedPath, read, with_query, work};

use super::{STAFF, learners_page};
use crate::{Counts, Enrolment, Filter, GroupRow, LearnerRow, State, figures, groups, list, msg, score_percent};

/// `/desk/{office}/courses/{course}/learners`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/learners", rejection(web::BadPath))]
pub(crate) struct LearnersPath {
    pub office: String,
    pub course: String,
}

/// `/desk/{office}/courses/{course}/learners/export`, with `kind` as [`Kind::asked`] reads it.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/learners/export", rejection(web::BadPath))]
pub(crate) struct ExportPath {
    pub office: String,
    pub course: String,
}

fn filter(req: &Req) -> Filter {
    let late = req.query.get("state") == "late";
    Filter {
        state: State::parse(req.query.get("state")),
        group: req.query.parsed::<GroupId>("group"),
        office: None,
        unit: req.query.parsed("unit"),
        late_on: late.then(|| req.ctx.now.warsaw_date()),
        text: req.query.get("q").chars().take(100).collect(),
    }
}

/// Where an enrolment stands.
pub(crate) fn state_tag(t: T, row: &Enrolment, today: Date) -> Tag {
    if row.late(today) {
        return Tag::new(t.s(msg::ENROLMENTS_LATE)).tone(Tone::Danger).dot();
    }
    let tone = match row.state {
        State::Completed => Tone::Success,
        State::Active => Tone::Info,
        State::Requested | State::Offered => Tone::Warning,
        State::Waiting | State::Withdrawn | State::Expired => Tone::Neutral,
    };
    Tag::new(t.s(row.state.label())).tone(tone).dot()
}

/// What a learner is called.
pub(crate) fn name(t: T, row: &LearnerRow) -> String {
    if !row.name.is_empty() {
        row.name.clone()
    } else if row.enrolment.guest() {
        t.s(msg::ENROLMENTS_GUEST)
    } else {
        t.s(msg::ENROLMENTS_DELETED)
    }
}

pub(crate) async fn show(path: LearnersPath, req: Req) -> Answer<Markup> {
    let (workshop, course) = courses::enter_course_people(&req, &path.office, STAFF, &path.course).await?;
    let (t, today, id) = (req.t, req.ctx.now.warsaw_date(), course.id);
    let filter = filter(&req);
    let cursor = Cursor::decode(req.query.get("cursor"))?;
    let wanted = filter.clone();
    let ((rows, next), counts, all_groups) = read!(req, |c| Ok((
        list::of_course(c, id, &wanted, cursor).await?,
        figures::counts(c, id, today).await?,
        groups::groups(c, id).await?,
    )))?;
    let here = workshop.course_path(&course, "/learners");
    let narrowed = filter != Filter::default();
    let table = Table::new(t.s(msg::ENROLMENTS_LIST))
        .columns([t.s(msg::ENROLMENTS_PERSON), t.s(msg::ENROLMENTS_UNIT), t.s(msg::ENROLMENTS_STATE)])
        .column(Column::new(t.s(msg::ENROLMENTS_DONE)).numeric().tight())
        .column(Column::new(t.s(msg::ENROLMENTS_DUE)).tight())
        .rows(rows.iter().map(|r| row(t, r, today).link(format!("{here}/{}", r.enrolment.id))))
        .empty(if narrowed {
            Empty::new(Icon::People, t.s(msg::ENROLMENTS_NOTHING)).text(t.s(msg::ENROLMENTS_NOTHING_TEXT))
        } else {
            Empty::new(Icon::People, t.s(msg::ENROLMENTS_NONE)).text(t.s(msg::ENROLMENTS_NONE_TEXT))
        })
        .foot(Pager::new(t.lang()).next(next.map(|n| page_link(&req, &here, &n.encode()))));
    let files = sheet::buttons(t, |kind| {
        let kept = ["state", "group", "unit", "q"].map(|name| (name, req.query.get(name)));
        with_query(&format!("{here}/export"), &[&kept[..], &[("kind", kind.as_str())]].concat())
    });
    let body = html! {
        (stats(t, &counts, &here))
        (Toolbar::new().filters(filters(&req, &here, &all_groups)).actions(files))
        (table)
    };
    Ok(learners_page(&req, &workshop, &course, "enrolments.learners", "/learners", body))
}

fn page_link(req: &Req, here: &str, cursor: &str) -> String {
    let query = &req.query;
    with_query(
        here,
        &[("state", query.get("state")), ("group", query.get("group")), ("q", query.get("q")), ("cursor", cursor)],
    )
}

fn stats(t: T, n: &Counts, here: &str) -> StatGrid {
    let stat =
        |count: i64, label: &str, state: &str| Stat::new(count, t.s(label)).link(format!("{here}?state={state}"));
    let mut late = stat(n.late, msg::ENROLMENTS_LATE_OF_THEM, "late");
    if n.late > 0 {
        late = late.tone(Tone::Danger);
    }
    StatGrid::new([
        stat(n.active, State::Active.label(), "active"),
        late,
        stat(n.completed, State::Completed.label(), "completed"),
        stat(n.requested, State::Requested.label(), "requested"),
        stat(n.waiting + n.offered, State::Waiting.label(), "waiting"),
    ])
}

fn filters(req: &Req, here: &str, groups: &[GroupRow]) -> Form {
    let (t, lang) = (req.t, req.lang());
    let any = |label: &str| std::iter::once(Choice::new("", t.s(label)));
    let states = State::ALL.iter().map(|s| Choice::new(s.as_str(), t.s(s.label())));
    let late = std::iter::once(Choice::new("late", t.s(msg::ENROLMENTS_LATE_COUNT)));
    Form::get(here).inline().label(t.s(msg::ENROLMENTS_FILTERS)).body(html! {
        (Field::search(lang, "q", t.s(msg::ENROLMENTS_SEARCH)).value(req.query.get("q")))
        (Field::select(lang, "state", t.s(msg::ENROLMENTS_STATE)).required_unmarked()
            .choices(any(msg::ENROLMENTS_ANY_STATE).chain(states).chain(late)).value(req.query.get("state")))
        @if !groups.is_empty() {
            (Field::select(lang, "group", t.s(msg::ENROLMENTS_GROUP)).required_unmarked()
                .choices(any(msg::ENROLMENTS_ANY_GROUP).chain(groups.iter().map(|g| Choice::new(g.id.to_string(), &g.name))))
                .value(req.query.get("group")))
        }
        (Button::submit(t.s(msg::ENROLMENTS_SHOW)).secondary().icon(Icon::Filter))
    })
}

fn row(t: T, r: &LearnerRow, today: Date) -> Row {
    let e = &r.enrolment;
    Row::new([
        html! { (name(t, r)) @if !r.email.is_empty() { br; small.hint { (r.email) } } },
        html! { (r.unit_code) },
        html! { (state_tag(t, e, today)) },
        html! { (e.percent()) " %" },
        html! { @if let Some(due) = e.due { (ui::date(t.lang(), due.0)) } },
    ])
}

/// The list as a file. Who takes the names away is in the audit log.
pub(crate) async fn export(path: ExportPath, req: Req) -> Answer<Response> {
    let (workshop, course) = courses::enter_course_people(&req, &path.office, STAFF, &path.course).await?;
    let (t, filter, id, scope, title) = (req.t, filter(&req), course.id, workshop.scope, course.title.clone());
    let rows = read!(req, |c| list::all_of_course(c, id, &filter).await)?;
    let entry =
        audit::Entry::access("enrolments.exported", "course", id).detail("course", title).detail("people", rows.len());
    work!(req, |c, ctx, entry| audit::write(c, &ctx, Some(scope.office()), &entry).await)?;
    let heads = [
        msg::ENROLMENTS_PERSON,
        msg::ENROLMENTS_EMAIL,
        msg::ENROLMENTS_UNIT,
        msg::ENROLMENTS_STATE,
        msg::ENROLMENTS_DONE,
        msg::ENROLMENTS_SCORE,
        msg::ENROLMENTS_DUE,
        msg::ENROLMENTS_ENROLLED,
        msg::ENROLMENTS_COMPLETED,
    ];
    let rows = rows.iter().map(|r| -> Vec<Cell> {
        let e = &r.enrolment;
        vec![
            name(t, r).into(),
            r.email.as_str().into(),
            r.unit_code.as_str().into(),
            t.s(e.state.label()).into(),
            e.percent().into(),
            e.score.map(score_percent).into(),
            e.due.map(|d| d.0).into(),
            Cell::Day(e.created.warsaw_date()),
            e.completed.map(|m| m.warsaw_date()).into(),
        ]
    });
    let sheet = Sheet { name: t.s(msg::ENROLMENTS_LIST), heads: heads.map(|h| t.s(h)).to_vec(), rows: rows.collect() };
    Ok(sheet.answer(&course.slug, Kind::asked(&req), req.ctx.now.warsaw_date()).await?)
}
