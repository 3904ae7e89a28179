//! Completion of training in an office: by course, by unit, month by month.

use i18n::T;
use kernel::ids::{CourseId, UnitId};
use maud::{Markup, html};
use offices::Desk;
use serde::Deserialize;
use ui::{
    BarChart, Button, ButtonGroup, Choice, Column, Empty, Field, Form, Icon, Row, Section, Stat, StatGrid, Table, Tone,
    Toolbar,
};
use web::{Answer, Req, TypedPath};

use super::{enter, percent_words, training_page, unit_choices, with_query};
use crate::{
    Completion, Line, Names, Narrow, Sees, msg,
    report::{by_month, completion},
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
    let (done, months, names, filters) = read!(req, |c| {
        let narrow = Narrow::to(c, scope, &looked, asked.unit, asked.course).await?;
        let done = completion(c, scope, &narrow, today).await?;
        let months = by_month(c, scope, &narrow, today).await?;
        // All that could be chosen, not only what is chosen now.
        let whole = Narrow::to(c, scope, &looked, None, None).await?;
        let all = if asked == Asked::default() { done.clone() } else { completion(c, scope, &whole, today).await? };
        let names = Names::of(c, scope, all.courses.keys().copied()).await?;
        let units = offices::units(c, scope, today).await?;
        Ok((done, months, names, (units, all.courses.into_keys().collect::<Vec<_>>())))
    })?;
    let units: Vec<_> = match &sees {
        Sees::Units(own) => filters.0.into_iter().filter(|u| own.contains(&u.id)).collect(),
        _ => filters.0,
    };
    let mut courses: Vec<Choice> =
        filters.1.into_iter().map(|id| Choice::new(id.to_string(), names.course(t.lang(), id))).collect();
    courses.insert(0, Choice::new("", t.s(msg::TRAINING_ANY_COURSE)));
    let form = filter_form(&req, &desk.path("/training"), &units, courses);
    let body = html! {
        p.lead { (t.s(lead(&sees))) }
        (stats(t, &desk, &req, &done.total))
        (Toolbar::new().filters(form).actions(downloads(&req, &desk.path("/training/export/completion"))))
        @if done.total == Line::default() {
            (Empty::new(Icon::People, t.s(msg::TRAINING_NOTHING)).text(t.s(msg::TRAINING_NOTHING_TEXT)))
        } @else {
            (by_course(t, &done, &names, &desk, &req))
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
    let button = |label: &str, kind: &str| {
        Button::link(req.t.s(label), Asked::link(req, &format!("{path}.{kind}"))).secondary().download()
    };
    ButtonGroup::new()
        .add(button(msg::TRAINING_CSV, "csv").icon(Icon::Download))
        .add(button(msg::TRAINING_XLSX, "xlsx").icon(Icon::Download))
}

/// Fields that narrow a report.
pub(crate) fn filter_form(req: &Req, here: &str, units: &[offices::UnitRow], courses: Vec<Choice>) -> Form {
    let (t, lang) = (req.t, req.lang());
    let any = std::iter::once(Choice::new("", t.s(msg::TRAINING_ANY_UNIT)));
    Form::get(here).inline().label(t.s(msg::TRAINING_FILTERS)).body(html! {
        (Field::select(lang, "course", t.s(msg::TRAINING_COURSE)).required_unmarked().choices(courses)
            .value(req.query.get("course")))
        (Field::select(lang, "unit", t.s(msg::TRAINING_UNIT)).required_unmarked().choices(any.chain(unit_choices(units)))
            .value(req.query.get("unit")))
        (Button::submit(t.s(msg::TRAINING_SHOW)).secondary().icon(Icon::Filter))
    })
}

fn stats(t: T, desk: &Desk, req: &Req, total: &Line) -> StatGrid {
    let mut late = Stat::new(total.late, t.s(msg::TRAINING_LATE)).link(Asked::link(req, &desk.path("/training/late")));
    if total.late > 0 {
        late = late.tone(Tone::Danger);
    }
    StatGrid::new([
        Stat::new(total.active, t.s(msg::TRAINING_ACTIVE)),
        Stat::new(total.completed, t.s(msg::TRAINING_COMPLETED)),
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

/// A row of such a table.
pub(crate) fn figures_row(name: &str, line: &Line) -> Row {
    let row = Row::new([
        html! { (name) },
        html! { (line.active) },
        html! { (line.completed) },
        html! { (percent_words(line)) },
        html! { (line.late) },
    ]);
    if line.late > 0 { row.tone(Tone::Danger) } else { row }
}

fn by_course(t: T, done: &Completion, names: &Names, desk: &Desk, req: &Req) -> Section {
    let mut rows: Vec<(&str, String, &Line)> =
        done.courses.iter().map(|(id, line)| (names.course(t.lang(), *id), id.to_string(), line)).collect();
    rows.sort_by_key(|(name, ..)| law::fold::sort_key(name));
    let rows = rows.into_iter().map(|(name, id, line)| {
        let to = with_query(&desk.path("/training"), &[("course", &id), ("unit", req.query.get("unit"))]);
        figures_row(name, line).link(to)
    });
    let table = figures(t, t.s(msg::TRAINING_BY_COURSE), msg::TRAINING_COURSE).rows(rows);
    Section::new(t.s(msg::TRAINING_BY_COURSE)).body(table)
}

fn by_unit(t: T, done: &Completion, names: &Names) -> Section {
    let none = t.s(msg::TRAINING_NO_UNIT);
    let mut rows: Vec<(&str, &Line)> =
        done.units.iter().map(|(id, line)| (id.map_or(none.as_str(), |id| names.unit(Some(id))), line)).collect();
    rows.sort_by_key(|(name, _)| law::fold::sort_key(name));
    let table = figures(t, t.s(msg::TRAINING_BY_UNIT), msg::TRAINING_UNIT)
        .rows(rows.into_iter().map(|(name, line)| figures_row(name, line)));
    Section::new(t.s(msg::TRAINING_BY_UNIT)).body(table)
}

fn trend(t: T, months: &[(jiff::civil::Date, i64)]) -> BarChart {
    let chart =
        BarChart::new(t.lang(), t.s(msg::TRAINING_TREND), t.s(msg::TRAINING_MONTH), t.s(msg::TRAINING_COMPLETED));
    months.iter().fold(chart, |chart, (month, n)| {
        // Counts of people: exact in a float.
        chart.bar(format!("{:02}.{}", month.month(), month.year()), *n as f64, n.to_string())
    })
}
