//! Who learned what in an office, by name: for the coordinator everybody, for superiors their units, for trainers their
//! courses.

use enrolments::State;
use i18n::T;
use jiff::civil::Date;
use kernel::ids::EnrolmentId;
use maud::{Markup, html};
use offices::UnitRow;
use serde::Deserialize;
use sheet::{Cell, Sheet};
use ui::{Button, Choice, Column, Empty, Field, Form, Icon, Pager, Row, Table, Tag, Tone, Toolbar};
use web::{Answer, Req, TypedPath, read, with_query};

use super::{
    enter,
    report::{Asked, choices, own_units, unit_field},
    training_page,
};
use crate::{Names, Narrow, PersonRow, Wanted, msg, people::people, report::completion};

/// How many rows a page has.
const PAGE: usize = 50;
/// The choice of those who learn or wait for a place or consent, where states stand: whom reports count as going on.
pub(crate) const GOING: &str = "going";
/// The choice of those who are late, where states stand.
const LATE: &str = "late";
/// The fields of the address, but for the place in the list.
const FIELDS: [&str; 6] = ["q", "course", "unit", "state", "from", "to"];

/// `/desk/{office}/training/people`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/training/people", rejection(web::BadPath))]
pub(crate) struct PeoplePath {
    pub office: String,
}

impl Wanted {
    /// What the address asks for.
    pub(crate) fn of(req: &Req) -> Self {
        let query = &req.query;
        Self {
            state: State::parse(query.get("state")),
            going: query.get("state") == GOING,
            late: query.get("state") == LATE,
            from: offices::day::parse(query.get("from")),
            to: offices::day::parse(query.get("to")),
            text: query.get("q").chars().take(100).collect(),
        }
    }
}

pub(crate) async fn show(path: PeoplePath, req: Req) -> Answer<Markup> {
    let (desk, sees) = enter(&req, &path.office).await?;
    let (t, scope, today, asked) = (req.t, desk.scope, req.ctx.now.warsaw_date(), Asked::of(&req));
    let (wanted, after) = (Wanted::of(&req), req.query.parsed::<EnrolmentId>("after"));
    let (looked, filter) = (sees.clone(), wanted.clone());
    let (mut rows, names, units, courses) = read!(req, |c| {
        let units = offices::all_units(c, scope).await?;
        let whole = Narrow::of(c, scope, &looked).await?;
        let narrow = whole.to(&units, asked.unit, asked.course);
        let rows = people(c, scope, &narrow, &filter, today, after, PAGE + 1).await?;
        let courses: Vec<_> = completion(c, scope, &whole, today).await?.courses.into_keys().collect();
        let shown = rows.iter().map(|r| r.course).chain(courses.iter().copied());
        let names = Names::of(c, &units, shown).await?.with_people(c, rows.iter().map(|r| r.person)).await?;
        Ok((rows, names, own_units(&looked, units, today), courses))
    })?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let here = desk.path("/training/people");
    let next = rows.last().filter(|_| more).map(|r| link(&req, &here, &[("after", &r.enrolment.to_string())]));
    let pager = Pager::new(t.lang()).previous(after.map(|_| link(&req, &here, &[]))).next(next);
    let files =
        sheet::buttons(t, |kind| link(&req, &desk.path(&format!("/training/export/people.{}", kind.as_str())), &[]));
    let narrowed = wanted != Wanted::default() || asked != Asked::default();
    let empty = if narrowed {
        Empty::new(Icon::Search, t.s(msg::TRAINING_PEOPLE_NONE_FOUND))
            .action(Button::link(t.s(msg::TRAINING_PEOPLE_ALL), here.clone()).secondary())
    } else {
        Empty::new(Icon::People, t.s(msg::TRAINING_NOTHING)).text(t.s(msg::TRAINING_NOTHING_TEXT))
    };
    let table = Table::new(t.s(msg::TRAINING_PEOPLE))
        .columns([t.s(msg::TRAINING_PERSON), t.s(msg::TRAINING_COURSE), t.s(msg::TRAINING_UNIT)])
        .column(Column::new(t.s(msg::TRAINING_STATE)).tight())
        .column(Column::new(t.s(msg::TRAINING_COMPLETED_ON)).tight())
        .column(Column::new(t.s(msg::TRAINING_SCORE)).numeric().tight())
        .rows(rows.iter().map(|r| row(t, r, &names, today)))
        .empty(empty)
        .foot(pager);
    let form = filters(&req, &here, &units, choices(t, &names, &courses));
    let body = html! {
        p.lead { (t.s(msg::TRAINING_PEOPLE_LEAD)) }
        (Toolbar::new().filters(form).actions(files))
        (table)
    };
    Ok(training_page(&req, &desk, "training.people", "/training/people", body))
}

/// An address with the same narrowing.
fn link(req: &Req, path: &str, more: &[(&str, &str)]) -> String {
    let fields: Vec<(&str, &str)> = FIELDS.iter().map(|f| (*f, req.query.get(f))).chain(more.iter().copied()).collect();
    with_query(path, &fields)
}

fn filters(req: &Req, here: &str, units: &[UnitRow], courses: Vec<Choice>) -> Form {
    let (t, lang) = (req.t, req.lang());
    let any = std::iter::once(Choice::new("", t.s(msg::TRAINING_ANY_STATE)));
    let states = State::ALL.iter().map(|s| Choice::new(s.as_str(), t.s(s.label())));
    let going = std::iter::once(Choice::new(GOING, t.s(msg::TRAINING_GOING)));
    let late = std::iter::once(Choice::new(LATE, t.s(msg::TRAINING_LATE)));
    Form::get(here).inline().label(t.s(msg::TRAINING_FILTERS)).body(html! {
        (Field::search(lang, "q", t.s(msg::TRAINING_PERSON)).value(req.query.get("q")))
        (Field::select(lang, "course", t.s(msg::TRAINING_COURSE)).required_unmarked().choices(courses)
            .value(req.query.get("course")))
        (unit_field(req, units))
        (Field::select(lang, "state", t.s(msg::TRAINING_STATE)).required_unmarked().choices(any.chain(going).chain(states).chain(late))
            .value(req.query.get("state")))
        (Field::date(lang, "from", t.s(msg::TRAINING_COMPLETED_FROM)).value(req.query.get("from")))
        (Field::date(lang, "to", t.s(msg::TRAINING_COMPLETED_TO)).value(req.query.get("to")))
        (Button::submit(t.s(msg::TRAINING_SHOW)).secondary().icon(Icon::Filter))
    })
}

fn state_words(t: T, r: &PersonRow, today: Date) -> String {
    t.s(if r.late(today) { msg::TRAINING_LATE } else { r.state.label() })
}

fn row(t: T, r: &PersonRow, names: &Names, today: Date) -> Row {
    let tone = match r.state {
        _ if r.late(today) => Tone::Danger,
        State::Completed => Tone::Success,
        State::Active => Tone::Info,
        State::Requested | State::Offered => Tone::Warning,
        State::Waiting | State::Withdrawn | State::Expired => Tone::Neutral,
    };
    Row::new([
        html! { (names.person(t, r.person)) },
        html! { (names.course(t.lang(), r.course)) },
        html! { (names.unit(r.unit)) },
        html! { (Tag::new(state_words(t, r, today)).tone(tone).dot()) },
        html! { @if let Some(at) = r.completed { (ui::date(t.lang(), at.warsaw_date())) } },
        html! { @if let Some(score) = r.percent_score() { (score) } },
    ])
}

/// The list as a table to be taken away.
pub(crate) fn file(t: T, rows: &[PersonRow], names: &Names, today: Date) -> Sheet {
    let cells = rows.iter().map(|r| -> Vec<Cell> {
        vec![
            names.person(t, r.person).into(),
            names.course(t.lang(), r.course).into(),
            names.unit(r.unit).into(),
            state_words(t, r, today).into(),
            r.due.map(|d| d.0).into(),
            crate::words::percent(r.done, r.required).into(),
            r.completed.map(|at| at.warsaw_date()).into(),
            r.percent_score().into(),
        ]
    });
    let heads = [
        msg::TRAINING_PERSON,
        msg::TRAINING_COURSE,
        msg::TRAINING_UNIT,
        msg::TRAINING_STATE,
        msg::TRAINING_DUE,
        msg::TRAINING_DONE,
        msg::TRAINING_COMPLETED_ON,
        msg::TRAINING_SCORE,
    ];
    Sheet { name: t.s(msg::TRAINING_PEOPLE), heads: heads.map(|h| t.s(h)).to_vec(), rows: cells.collect() }
}
