//! `/desk/{office}/courses`: the courses of an office.

use maud::{Markup, html};
use offices::Role;
use serde::Deserialize;
use ui::{Button, ButtonGroup, Choice, Column, Empty, Field, Form, Icon, Row, Table, Toolbar, Width, date};
use web::{Answer, Req, TypedPath};

use super::state_tag;
use crate::{
    CourseRow, CourseState,
    course::{audience_name, courses_of, state_name},
    hooks, msg, policy,
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
}

fn fits(row: &CourseRow, text: &str, state: &str) -> bool {
    let words = law::fold::fold(&format!("{} {}", row.title, row.title_en));
    let begins = |word: &str| words.split(|c: char| !c.is_alphanumeric()).any(|w| w.starts_with(word));
    law::fold::fold(text).split_whitespace().all(begins)
        && CourseState::parse(state).is_none_or(|wanted| row.state == wanted)
}

/// The page.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let workshop = policy::enter(&req, &path.office, &[Role::Author, Role::Trainer, Role::Coordinator]).await?;
    let author = workshop.may(Role::Author);
    let scope = workshop.scope;
    let rows = req.app.db.read(move |c| Box::pin(async move { courses_of(c, scope).await })).await?;
    let (t, lang) = (req.t, req.lang());
    let here = workshop.path("/courses");
    let (text, state) = (req.query.get("q"), req.query.get("state"));
    let shown: Vec<&CourseRow> = rows.iter().filter(|r| fits(r, text, state)).collect();
    let new = || Button::link(t.s(msg::COURSES_NEW), format!("{here}/new")).icon(Icon::Plus);
    let take = || Button::link(t.s(msg::COURSES_TAKE), format!("{here}/catalog")).secondary().icon(Icon::Copy);
    let empty = if rows.is_empty() {
        Empty::new(Icon::Document, t.s(msg::COURSES_NONE))
            .text(t.s(msg::COURSES_NONE_TEXT))
            .action(html! { @if author { (ButtonGroup::new().add(take()).add(new())) } })
    } else {
        Empty::new(Icon::Search, t.s(msg::COURSES_NONE_FOUND))
            .action(Button::link(t.s(msg::COURSES_SHOW_ALL), here.clone()).secondary())
    };
    let states = CourseState::ALL.iter().map(|s| Choice::new(s.as_str(), t.s(state_name(*s))));
    let filter = Form::get(here.clone()).inline().search().label(t.s(msg::COURSES_FILTER)).body(html! {
        (Field::search(lang, "q", t.s(msg::COURSES_FIELD_TITLE)).value(text).width(Width::W20))
        (Field::select(lang, "state", t.s(msg::COURSES_STATE)).required_unmarked().auto_submit().value(state)
            .choices(std::iter::once(Choice::new("", t.s(msg::COURSES_ANY))).chain(states)))
        (Button::submit(t.s(msg::COURSES_SHOW)).secondary().icon(Icon::Filter))
    });
    let first = hooks::first(&workshop);
    let table = Table::new(t.s(msg::COURSES_TITLE))
        .column(Column::new(t.s(msg::COURSES_FIELD_TITLE)))
        .column(Column::new(t.s(msg::COURSES_STATE)).tight())
        .column(Column::new(t.s(msg::COURSES_AUDIENCE)))
        .column(Column::new(t.s(msg::COURSES_MINUTES_COLUMN)).numeric())
        .column(Column::new(t.s(msg::COURSES_UPDATED)).tight())
        .rows(shown.into_iter().map(|r| {
            let row = Row::new([
                html! { (r.title_in(lang)) },
                html! { (state_tag(&req, r)) },
                html! { (t.s(audience_name(r.audience))) },
                html! { (r.minutes) },
                date(lang, r.updated.warsaw_date()),
            ]);
            match first {
                Some(rest) => row.link(workshop.course_path(r, rest)),
                None => row,
            }
        }))
        .empty(empty);
    Ok(workshop
        .page(&req, "courses.list", t.s(msg::COURSES_TITLE))
        .lead(t.s(msg::COURSES_LEAD))
        .actions(html! { @if author { (ButtonGroup::new().add(take()).add(new())) } })
        .body(html! {
            @if !rows.is_empty() { (Toolbar::new().filters(filter)) }
            (table)
        })
        .render())
}
