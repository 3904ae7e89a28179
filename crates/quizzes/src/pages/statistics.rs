//! `/desk/{office}/courses/{course}/questions/statistics`: how the questions of a quiz do, and what to do about them.

use axum::response::Response;
use courses::{CourseRow, ItemKind, ItemRow, Workshop, course_page, policy};
use i18n::T;
use kernel::ids::ItemId;
use maud::{Markup, html};
use offices::Role;
use questions::{Kind, matching_options, text::plain};
use serde::Deserialize;
use sheet::{Cell, Kind as FileKind, Sheet};
use ui::{
    BarChart, Choice, Column, Empty, Field, Form, Icon, Reveal, Row, Section, Stat, StatGrid, Table, Tag, Tone, Toolbar,
};
use web::{Answer, Req, TypedPath};

use super::{ask::decimal, percent};
use crate::{
    msg,
    statistics::{QuestionStatistics, QuizStatistics, advice, statistics, unused},
};

/// The path; `?quiz=…` names the quiz.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/questions/statistics", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

/// `/desk/{office}/courses/{course}/questions/statistics/export`, with `quiz` as [`Path`] and `kind` as [`FileKind::asked`]
/// reads it.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/questions/statistics/export", rejection(web::BadPath))]
pub struct ExportPath {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

/// Who sees how questions do. Superiors see the figures alone, without what was asked and answered.
pub(crate) const ROLES: &[Role] = &[Role::Author, Role::Trainer, Role::Coordinator, Role::Superior];

async fn enter(req: &Req, office: &str, course: &str) -> kernel::Result<(Workshop, CourseRow)> {
    policy::enter_course(req, office, ROLES, course).await
}

/// Whether somebody works on the questions, and so comes from them.
fn writes(workshop: &Workshop) -> bool {
    workshop.may(Role::Author) || workshop.may(Role::Trainer)
}

/// Whether somebody sees what was chosen, and not figures alone.
fn reads(workshop: &Workshop) -> bool {
    writes(workshop) || workshop.may(Role::Coordinator)
}

/// What a question is called for whoever looks: by its name, or by its number for those who see figures alone.
fn name(t: T, workshop: &Workshop, n: usize, q: &QuestionStatistics) -> String {
    if reads(workshop) { q.question.name.clone() } else { t.f(msg::QUIZZES_STAT_N, &[("n", (n + 1).into())]) }
}

/// The quizzes of a course, which of them is asked for, and how its questions do.
struct Found {
    quizzes: Vec<ItemRow>,
    chosen: Option<ItemId>,
    statistics: QuizStatistics,
}

/// The page.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let (workshop, course) = enter(&req, &path.office, &path.course).await?;
    let found = find(&req, &workshop, &course).await?;
    Ok(view(&req, &workshop, &course, &found.quizzes, found.chosen, &found.statistics))
}

async fn find(req: &Req, workshop: &Workshop, course: &CourseRow) -> kernel::Result<Found> {
    let (scope, id, wanted) = (workshop.scope, course.id, req.query.parsed::<ItemId>("quiz"));
    req.app
        .db
        .read(move |c| {
            Box::pin(async move {
                let items = courses::items(c, id).await?;
                let quizzes: Vec<ItemRow> = items.into_iter().filter(|i| i.kind == ItemKind::Quiz).collect();
                let chosen = wanted.filter(|w| quizzes.iter().any(|q| q.id == *w)).or(quizzes.last().map(|q| q.id));
                let found = match chosen {
                    Some(item) => statistics(c, scope, id, item).await?,
                    None => QuizStatistics::default(),
                };
                Ok(Found { quizzes, chosen, statistics: found })
            })
        })
        .await
}

/// The table as a file.
pub async fn export(path: ExportPath, req: Req) -> Answer<Response> {
    let (workshop, course) = enter(&req, &path.office, &path.course).await?;
    let found = find(&req, &workshop, &course).await?;
    let t = req.t;
    let rows = found.statistics.questions.iter().enumerate().map(|(n, q)| -> Vec<Cell> {
        vec![
            if reads(&workshop) { q.question.code.as_str() } else { "" }.into(),
            name(t, &workshop, n, q).into(),
            t.f(msg::QUIZZES_VERSION_N, &[("n", q.version.into())]).into(),
            i64::try_from(q.figures.count).unwrap_or(i64::MAX).into(),
            Cell::Decimal(q.figures.facility * 100.0),
            q.figures.correlation.or(q.figures.discrimination).into(),
            t.s(advice(&q.question, &q.figures).0).into(),
        ]
    });
    let heads = [
        msg::QUIZZES_FIELD_CODE,
        msg::QUIZZES_QUESTION,
        msg::QUIZZES_VERSIONS,
        msg::QUIZZES_STAT_COUNT,
        msg::QUIZZES_STAT_FACILITY,
        msg::QUIZZES_STAT_DISCRIMINATION,
        msg::QUIZZES_STAT_ADVICE,
    ];
    let sheet =
        Sheet { name: t.s(msg::QUIZZES_STATISTICS), heads: heads.map(|h| t.s(h)).to_vec(), rows: rows.collect() };
    Ok(sheet.answer(&course.slug, FileKind::asked(&req), req.ctx.now.warsaw_date()).await?)
}

fn view(
    req: &Req,
    workshop: &Workshop,
    course: &CourseRow,
    quizzes: &[ItemRow],
    chosen: Option<ItemId>,
    found: &QuizStatistics,
) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let bank = workshop.course_path(course, "/questions");
    let choice = Form::get(format!("{bank}/statistics")).inline().label(t.s(msg::QUIZZES_STATISTICS)).body(html! {
        (Field::select(lang, "quiz", t.s(msg::QUIZZES_QUIZ)).required_unmarked().auto_submit()
            .value(chosen.map(|c| c.to_string()).unwrap_or_default())
            .choices(quizzes.iter().map(|q| Choice::new(q.id.to_string(), q.title.as_str()))))
        (ui::Button::submit(t.s(msg::QUIZZES_SHOW)).secondary())
    });
    let rows = found.questions.iter().enumerate().map(|(n, q)| {
        let (key, rank) = advice(&q.question, &q.figures);
        let tone = match rank {
            0 => Tone::Danger,
            1..=4 => Tone::Warning,
            8 => Tone::Neutral,
            _ => Tone::Success,
        };
        let figure = |x: Option<f64>| x.map_or_else(|| "–".to_owned(), |x| decimal(t, x));
        let row = Row::new([
            html! { @if reads(workshop) && !q.question.code.is_empty() { (q.question.code) " · " } (name(t, workshop, n, q)) @if q.version > 1 { " (" (t.f(msg::QUIZZES_VERSION_N, &[("n", q.version.into())])) ")" } },
            html! { (q.figures.count) },
            html! { (percent(q.figures.facility)) "%" },
            html! { (figure(q.figures.correlation.or(q.figures.discrimination))) },
            html! { (Tag::new(t.s(key)).tone(tone).dot()) },
        ]);
        if writes(workshop) { row.link(format!("{bank}/{}", q.id)) } else { row }
    });
    let table = Table::new(t.s(msg::QUIZZES_STATISTICS))
        .column(Column::new(t.s(msg::QUIZZES_QUESTION)))
        .column(Column::new(t.s(msg::QUIZZES_STAT_COUNT)).numeric())
        .column(Column::new(t.s(msg::QUIZZES_STAT_FACILITY)).numeric())
        .column(Column::new(t.s(msg::QUIZZES_STAT_DISCRIMINATION)).numeric())
        .column(Column::new(t.s(msg::QUIZZES_STAT_ADVICE)))
        .rows(rows);
    let files = sheet::buttons(t, |kind| {
        let quiz = chosen.map(|c| c.to_string()).unwrap_or_default();
        format!("{bank}/statistics/export?quiz={quiz}&kind={}", kind.as_str())
    });
    let tab = if writes(workshop) { "/questions" } else { "/questions/statistics" };
    course_page(req, workshop, course, "quizzes.statistics", tab)
        .body(html! {
            @if quizzes.is_empty() { (Empty::new(Icon::List, t.s(msg::QUIZZES_NO_QUIZ))) }
            @else {
                (choice)
                @if found.attempts == 0 { (Empty::new(Icon::List, t.s(msg::QUIZZES_STAT_NONE)).text(t.s(msg::QUIZZES_STAT_NONE_TEXT))) }
                @else {
                    (StatGrid::new([
                        Stat::new(found.attempts, t.s(msg::QUIZZES_STAT_ATTEMPTS)),
                        Stat::new(format!("{}%", percent(found.scores.map_or(0.0, |s| s.0))), t.s(msg::QUIZZES_STAT_MEAN)),
                    ]))
                    (Toolbar::new().actions(files))
                    (table)
                    (Reveal::new(t.s(msg::QUIZZES_STAT_HELP), html! {
                        p { (t.s(msg::QUIZZES_STAT_HELP_FACILITY)) } p { (t.s(msg::QUIZZES_STAT_HELP_DISCRIMINATION)) }
                    }))
                    @if reads(workshop) {
                        (Section::new(t.s(msg::QUIZZES_STAT_CHOSEN)).body(html! { @for q in &found.questions { (chosen_answers(req, q)) } }))
                    }
                }
            }
        })
        .render()
}

/// How often each answer was chosen, for questions that are answered from a list.
fn chosen_answers(req: &Req, q: &QuestionStatistics) -> Markup {
    let t = req.t;
    let lists: Vec<(String, Vec<String>)> = match &q.question.kind {
        Kind::Single { answers, .. } | Kind::Multiple { answers, .. } => {
            vec![(String::new(), answers.iter().map(|a| mark(&plain(&a.text), a.fraction > 0.0)).collect())]
        }
        Kind::TrueFalse { correct, .. } => {
            vec![(
                String::new(),
                vec![mark(&t.s(msg::QUIZZES_FALSE), !correct), mark(&t.s(msg::QUIZZES_TRUE), *correct)],
            )]
        }
        Kind::Matching { pairs, distractors, .. } => {
            let options = matching_options(pairs, distractors);
            pairs.iter().map(|p| (plain(&p.left), options.iter().map(|o| mark(o, *o == p.right)).collect())).collect()
        }
        _ => Vec::new(),
    };
    let nobody =
        unused(&q.question, &q.figures).filter(|_| advice(&q.question, &q.figures).0 == msg::QUIZZES_ADVICE_UNUSED);
    html! {
        @for (part, (title, options)) in lists.into_iter().enumerate().filter(|_| !q.figures.chosen.is_empty()) {
            @let name = if title.is_empty() { q.question.name.clone() } else { format!("{}: {title}", q.question.name) };
            @let chart = options.into_iter().enumerate().fold(
                BarChart::new(t.lang(), name, t.s(msg::QUIZZES_OPTION), t.s(msg::QUIZZES_STAT_TIMES)),
                |chart, (i, option)| {
                    let n = q.figures.chosen.get(&(part, i)).copied().unwrap_or(0);
                    chart.bar(option, f64::from(u32::try_from(n).unwrap_or(u32::MAX)), n.to_string())
                });
            (chart)
        }
        @if let Some(option) = nobody { p.hint { (t.f(msg::QUIZZES_STAT_NOBODY, &[("n", (option + 1).into())])) } }
    }
}

/// An option with a tick when it is right.
fn mark(text: &str, right: bool) -> String {
    if right { format!("✓ {text}") } else { text.to_owned() }
}
