//! Completion of training in an office: by course, by unit, month by month.

use std::collections::HashMap;

use i18n::T;
use jiff::civil::Date;
use kernel::ids::{CourseId, UnitId};
use maud::{Markup, html};
use offices::{Desk, UnitRow, unit_choices};
use serde::Deserialize;
use ui::{
    BarChart, Button, ButtonGroup, Choice, Column, Empty, Field, Form, Icon, Row, Section, Stat, StatGrid, Table, Tone,
    Toolbar,
};
use web::{Answer, Req, TypedPath, read, with_query};

use super::{enter, people::GOING, percent_words, training_page};
use crate::{
    Completion, Line, Names, Narrow, Rating, Sees, msg,
    ratings::ratings,
    report::{by_month, completion},
    words,
};

/// `/desk/{office}/training`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/training", rejection(web::BadPath))]
pub(crate) struct ReportPath {
    pub office: String,
}

/// What the address narrows a report to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    pub unit: Option<UnitId>,
    pub course: Option<CourseId>,
}

impl Asked {
    pub fn of(req: &Req) -> Self {
        Self { unit: req.query.parsed("unit"), course: req.query.parsed("course") }
    }
    /// An address with the same narrowing.
    pub fn link(req: &Req, path: &str) -> String {
        with_query(path, &[("unit", req.query.get("unit")), ("course", req.query.get("course"))])
    }
}

pub(crate) async fn show(path: ReportPath, req: Req) -> Answer<Markup> {
    let (desk, sees) = enter(&req, &path.office).await?;
    let (t, scope, today, asked) = (req.t, desk.scope, req.ctx.now.warsaw_date(), Asked::of(&req));
    let looked = sees.clone();
    let (done, months, rated, names, filters, questions) = read!(req, |c| {
        let units = offices::all_units(c, scope).await?;
        let whole = Narrow::of(c, scope, &looked).await?;
        let narrow = whole.to(&units, asked.unit, asked.course);
        let done = completion(c, scope, &narrow, today).await?;
        let months = by_month(c, scope, &narrow, today).await?;
        // All that could be chosen, not only what is chosen now.
        let all = if asked == Asked::default() { done.clone() } else { completion(c, scope, &whole, today).await? };
        let names = Names::of(c, &units, all.courses.keys().copied()).await?;
        let units = own_units(&looked, units, today);
        let rated = ratings(c, scope).await?;
        let questions = match asked.course {
            Some(id) if all.courses.contains_key(&id) => Some(courses::course(c, id).await?),
            _ => None,
        };
        let questions = questions.filter(|course| course.office == scope.office()).map(|course| course.slug);
        Ok((done, months, rated, names, (units, all.courses.into_keys().collect::<Vec<_>>()), questions))
    })?;
    let (units, courses) = filters;
    let form = filter_form(&req, &desk.path("/training"), &units, choices(t, &names, &courses));
    let body = html! {
        p.lead { (t.s(lead(&sees))) }
        (stats(t, &desk, &req, &done.total))
        (Toolbar::new().filters(form).actions(downloads(&req, &desk.path("/training/export/completion"))))
        @if let Some(course) = &questions {
            p { a href=(desk.path(&format!("/courses/{course}/questions/statistics"))) { (t.s(msg::TRAINING_BY_QUESTION)) } }
        }
        @if done.total == Line::default() {
            (Empty::new(Icon::People, t.s(msg::TRAINING_NOTHING)).text(t.s(msg::TRAINING_NOTHING_TEXT)))
        } @else {
            (by_course(&req, &desk, &done, &rated, &names))
            (by_unit(t, &done, &names))
            (trend(t, &months))
        }
    };
    Ok(training_page(&req, &desk, "training.report", "/training", body))
}

fn lead(sees: &Sees) -> &'static str {
    match sees {
        Sees::Office => msg::TRAINING_LEAD_OFFICE,
        Sees::Units(_) => msg::TRAINING_LEAD_UNITS,
        Sees::Courses => msg::TRAINING_LEAD_COURSES,
    }
}

/// The two files of a report.
pub(crate) fn downloads(req: &Req, path: &str) -> ButtonGroup {
    sheet::buttons(req.t, |kind| Asked::link(req, &format!("{path}.{}", kind.as_str())))
}

/// The units somebody may choose from: those in force, of all of the office.
pub(crate) fn own_units(sees: &Sees, mut all: Vec<UnitRow>, today: Date) -> Vec<UnitRow> {
    all.retain(|u| u.in_force(today));
    if let Sees::Units(own) = sees {
        all.retain(|u| own.contains(&u.id));
    }
    all
}

/// Courses to choose from, by title.
pub(crate) fn choices(t: T, names: &Names, courses: &[CourseId]) -> Vec<Choice> {
    let mut all: Vec<(CourseId, &str)> = courses.iter().map(|id| (*id, names.course(t.lang(), *id))).collect();
    all.sort_by_key(|(_, name)| law::fold::sort_key(name));
    let any = std::iter::once(Choice::new("", t.s(msg::TRAINING_ANY_COURSE)));
    any.chain(all.into_iter().map(|(id, name)| Choice::new(id.to_string(), name))).collect()
}

/// The choice of a unit.
pub(crate) fn unit_field(req: &Req, units: &[UnitRow]) -> Field {
    let any = std::iter::once(Choice::new("", req.t.s(msg::TRAINING_ANY_UNIT)));
    Field::select(req.lang(), "unit", req.t.s(msg::TRAINING_UNIT))
        .required_unmarked()
        .choices(any.chain(unit_choices(units)))
        .value(req.query.get("unit"))
}

/// Fields that narrow a report.
pub(crate) fn filter_form(req: &Req, here: &str, units: &[UnitRow], courses: Vec<Choice>) -> Form {
    let (t, lang) = (req.t, req.lang());
    Form::get(here).inline().label(t.s(msg::TRAINING_FILTERS)).body(html! {
        (Field::select(lang, "course", t.s(msg::TRAINING_COURSE)).required_unmarked().choices(courses)
            .value(req.query.get("course")))
        (unit_field(req, units))
        (Button::submit(t.s(msg::TRAINING_SHOW)).secondary().icon(Icon::Filter))
    })
}

fn stats(t: T, desk: &Desk, req: &Req, total: &Line) -> StatGrid {
    let mut late = Stat::new(total.late, t.s(msg::TRAINING_LATE)).link(Asked::link(req, &desk.path("/training/late")));
    if total.late > 0 {
        late = late.tone(Tone::Danger);
    }
    let people = |count: i64, label: &str, state: &str| {
        let to = Asked::link(req, &desk.path("/training/people"));
        let more = if to.contains('?') { '&' } else { '?' };
        Stat::new(count, t.s(label)).link(format!("{to}{more}state={state}"))
    };
    StatGrid::new([
        people(total.active, msg::TRAINING_GOING, GOING),
        people(total.completed, msg::TRAINING_COMPLETED, "completed"),
        Stat::new(percent_words(total), t.s(msg::TRAINING_PERCENT)),
        late,
    ])
}

/// A table of figures; the first column is named.
pub(crate) fn figures(t: T, caption: String, first: &str) -> Table {
    Table::new(caption)
        .column(Column::new(t.s(first)))
        .column(Column::new(t.s(msg::TRAINING_ACTIVE)).numeric().tight())
        .column(Column::new(t.s(msg::TRAINING_COMPLETED)).numeric().tight())
        .column(Column::new(t.s(msg::TRAINING_PERCENT)).numeric().tight())
        .column(Column::new(t.s(msg::TRAINING_LATE)).numeric().tight())
}

/// Two more columns: the mean of the opinions and how many they are.
pub(crate) fn rating_columns(t: T, table: Table) -> Table {
    table
        .column(Column::new(t.s(msg::TRAINING_OPINIONS_MEAN)).numeric().tight())
        .column(Column::new(t.s(msg::TRAINING_ANSWERS)).numeric().tight())
}

/// The two cells of these columns; dashes when too few said something.
pub(crate) fn rating_cells(t: T, rating: Rating) -> [Markup; 2] {
    match rating.shown() {
        Some((mean, count)) => [html! { (words::one_place(t.lang(), mean)) }, html! { (count) }],
        None => [html! { "–" }, html! { "–" }],
    }
}

/// A row of such a table, with cells of more columns after it.
pub(crate) fn figures_row(name: &str, line: &Line, more: impl IntoIterator<Item = Markup>) -> Row {
    let own = [
        html! { (name) },
        html! { (line.active) },
        html! { (line.completed) },
        html! { (percent_words(line)) },
        html! { (line.late) },
    ];
    let row = Row::new(own.into_iter().chain(more));
    if line.late > 0 { row.tone(Tone::Danger) } else { row }
}

fn by_course(req: &Req, desk: &Desk, done: &Completion, rated: &HashMap<CourseId, Rating>, names: &Names) -> Section {
    let t = req.t;
    let mut rows: Vec<(&str, CourseId, &Line)> =
        done.courses.iter().map(|(id, line)| (names.course(t.lang(), *id), *id, line)).collect();
    rows.sort_by_key(|(name, ..)| law::fold::sort_key(name));
    let rows = rows.into_iter().map(|(name, id, line)| {
        let to = with_query(&desk.path("/training"), &[("course", &id.to_string()), ("unit", req.query.get("unit"))]);
        let rating = rated.get(&id).copied().unwrap_or_default();
        figures_row(name, line, rating_cells(t, rating)).link(to)
    });
    let table = rating_columns(t, figures(t, t.s(msg::TRAINING_BY_COURSE), msg::TRAINING_COURSE)).rows(rows);
    Section::new(t.s(msg::TRAINING_BY_COURSE)).text(t.s(msg::TRAINING_RATING_TEXT)).body(table)
}

fn by_unit(t: T, done: &Completion, names: &Names) -> Section {
    let none = t.s(msg::TRAINING_NO_UNIT);
    let mut rows: Vec<(&str, &Line)> =
        done.units.iter().map(|(id, line)| (id.map_or(none.as_str(), |id| names.unit(Some(id))), line)).collect();
    rows.sort_by_key(|(name, _)| law::fold::sort_key(name));
    let table = figures(t, t.s(msg::TRAINING_BY_UNIT), msg::TRAINING_UNIT)
        .rows(rows.into_iter().map(|(name, line)| figures_row(name, line, [])));
    Section::new(t.s(msg::TRAINING_BY_UNIT)).body(table)
}

fn trend(t: T, months: &[(Date, i64)]) -> BarChart {
    let chart =
        BarChart::new(t.lang(), t.s(msg::TRAINING_TREND), t.s(msg::TRAINING_MONTH), t.s(msg::TRAINING_COMPLETED));
    months.iter().fold(chart, |chart, (month, n)| {
        // Counts of people: exact in a float.
        chart.bar(format!("{:02}.{}", month.month(), month.year()), *n as f64, n.to_string())
    })
}
