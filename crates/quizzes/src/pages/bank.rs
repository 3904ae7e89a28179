//! `/desk/{office}/courses/{course}/questions`: the question bank of a course.

use courses::{CourseRow, Workshop, course_page, policy};
use maud::{Markup, html};
use offices::Role;
use serde::Deserialize;
use ui::{
    Button, ButtonGroup, Choice, Column, Empty, Field, Form, Icon, Pager, Reveal, Row, Table, Toolbar, Width, date,
};
use web::{Answer, Req, TypedPath};

use super::ask;
use crate::{
    bank::{self, Find, QuestionLine},
    form::{
        KINDS,
        view::{kind_hint, kind_name},
    },
    msg,
};

/// How many questions a page shows.
const PAGE: u32 = 100;

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/questions", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

/// Lets authors and trainers to a course of their office.
pub(crate) async fn enter(req: &Req, office: &str, course: &str) -> kernel::Result<(Workshop, CourseRow)> {
    policy::enter_course(req, office, &[Role::Author, Role::Trainer], course).await
}

/// A category as people read it.
pub(crate) fn category_name(req: &Req, category: &str) -> String {
    if category.is_empty() { req.t.s(msg::QUIZZES_NO_CATEGORY) } else { category.to_owned() }
}

/// The page.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let (workshop, course) = enter(&req, &path.office, &path.course).await?;
    let page = req.query.parsed::<u32>("page").unwrap_or(0).min(10_000);
    let find = Find {
        text: req.query.get("q").to_owned(),
        category: req.query.raw("category").filter(|c| *c != "*").map(str::to_owned),
        kind: req.query.some("kind").map(str::to_owned),
        removed: req.query.has("aside"),
        skip: page * PAGE,
        limit: PAGE + 1,
    };
    let (scope, id, wanted) = (workshop.scope, course.id, find.clone());
    let (rows, categories) = req
        .app
        .db
        .read(move |c| {
            Box::pin(
                async move { Ok((bank::find(c, scope, id, &wanted).await?, bank::categories(c, scope, id).await?)) },
            )
        })
        .await?;
    Ok(view(&req, &workshop, &course, &find, page, rows, &categories))
}

fn view(
    req: &Req,
    workshop: &Workshop,
    course: &CourseRow,
    find: &Find,
    page: u32,
    mut rows: Vec<QuestionLine>,
    categories: &[(String, i64)],
) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let here = workshop.course_path(course, "/questions");
    let more = rows.len() > PAGE as usize;
    rows.truncate(PAGE as usize);
    let author = workshop.may(Role::Author);
    let any = || std::iter::once(Choice::new("", t.s(msg::QUIZZES_ALL)));
    let named = categories.iter().map(|(c, n)| Choice::new(c.clone(), format!("{} ({n})", category_name(req, c))));
    let filter = Form::get(here.clone()).inline().search().label(t.s(msg::QUIZZES_FIND)).body(html! {
        (Field::search(lang, "q", t.s(msg::QUIZZES_FIND_TEXT)).value(find.text.as_str()).width(Width::W20))
        (Field::select(lang, "category", t.s(msg::QUIZZES_FIELD_CATEGORY)).required_unmarked().auto_submit()
            .value(find.category.as_deref().unwrap_or("*"))
            .choices(std::iter::once(Choice::new("*", t.s(msg::QUIZZES_ALL))).chain(named)))
        (Field::select(lang, "kind", t.s(msg::QUIZZES_KIND)).required_unmarked().auto_submit().value(find.kind.as_deref().unwrap_or_default())
            .choices(any().chain(KINDS.iter().map(|k| Choice::new(*k, t.s(kind_name(k)))))))
        @if find.removed { input type="hidden" name="aside" value="1"; }
        (Button::submit(t.s(msg::QUIZZES_SHOW)).secondary().icon(Icon::Filter))
    });
    let filtered = !find.text.is_empty() || find.category.is_some() || find.kind.is_some();
    let empty = if filtered {
        Empty::new(Icon::Search, t.s(msg::QUIZZES_NONE_FOUND))
            .action(Button::link(t.s(msg::QUIZZES_SHOW_ALL), here.clone()).secondary())
    } else if find.removed {
        Empty::new(Icon::Archive, t.s(msg::QUIZZES_NONE_ASIDE))
    } else {
        Empty::new(Icon::List, t.s(msg::QUIZZES_NONE)).text(t.s(msg::QUIZZES_NONE_TEXT))
    };
    let table = Table::new(t.s(msg::QUIZZES_BANK))
        .column(Column::new(t.s(msg::QUIZZES_QUESTION)))
        .column(Column::new(t.s(msg::QUIZZES_FIELD_CATEGORY)))
        .column(Column::new(t.s(msg::QUIZZES_KIND)))
        .column(Column::new(t.s(msg::QUIZZES_FIELD_POINTS)).numeric())
        .column(Column::new(t.s(msg::QUIZZES_CHANGED)).tight())
        .rows(rows.iter().map(|r| {
            Row::new([
                html! { @if !r.code.is_empty() { (r.code) " · " } (r.name) },
                html! { (category_name(req, &r.category)) },
                html! { (t.s(kind_name(&r.kind))) },
                html! { (ask::decimal(t, r.points)) },
                date(lang, r.edited_at.warsaw_date()),
            ])
            .link(format!("{here}/{}", r.id))
        }))
        .empty(empty);
    let to = |page: u32| {
        let mut q = req.query.clone();
        q.0.retain(|(n, _)| n != "page");
        q.0.push(("page".into(), page.to_string()));
        format!("{here}?{}", q.encode())
    };
    course_page(req, workshop, course, "quizzes.bank", "/questions")
        .body(html! {
            @if author && !find.removed {
                (Reveal::new(t.s(msg::QUIZZES_NEW), html! {
                    ul.link-list role="list" {
                        @for kind in KINDS { li { a href={ (here) "/new?kind=" (kind) } { (t.s(kind_name(kind))) } " – " span.hint { (t.s(kind_hint(kind))) } } }
                    }
                }).boxed().open(rows.is_empty() && !filtered))
            }
            (Toolbar::new().filters(filter))
            (table)
            (Pager::new(lang).previous((page > 0).then(|| to(page - 1))).next(more.then(|| to(page + 1))))
            (ButtonGroup::new()
                .add(Button::link(t.s(msg::QUIZZES_STATISTICS), format!("{here}/statistics")).secondary())
                .add(Button::link(t.s(msg::QUIZZES_IMPORT), format!("{here}/import")).secondary().icon(Icon::Upload))
                .add(Button::link(t.s(msg::QUIZZES_EXPORT), format!("{here}/export")).secondary().icon(Icon::Download))
                .add(if find.removed { Button::link(t.s(msg::QUIZZES_SHOW_ALL), here.clone()).quiet() }
                    else { Button::link(t.s(msg::QUIZZES_ASIDE), format!("{here}?aside=1")).quiet().icon(Icon::Archive) }))
        })
        .render()
}
