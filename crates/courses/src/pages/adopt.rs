//! `/desk/{office}/courses/catalog`: courses that come with the program, to be taken over.

use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Card, CardGrid, Form, Icon, Tag, duration};
use web::{Answer, FormData, Req, TypedPath};

use crate::{
    adopt, catalog,
    course::{self, audience_name, courses_of},
    msg, policy,
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/catalog", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
}

/// The page.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let workshop = policy::author(&req, &path.office).await?;
    let scope = workshop.scope;
    let rows = req.app.db.read(move |c| Box::pin(async move { courses_of(c, scope).await })).await?;
    let t = req.t;
    let here = workshop.path("/courses/catalog");
    let cards = catalog::courses().iter().map(|course| {
        let title = t.pick(&course.title, &course.title_en);
        let taken = rows.iter().find(|r| r.catalog == course.slug);
        let facts = t.f(
            msg::COURSES_CATALOG_FACTS,
            &[("lessons", course.lessons.len().into()), ("time", duration(t.lang(), course.minutes).into())],
        );
        let verb = if taken.is_some() { msg::COURSES_TAKE_AGAIN } else { msg::COURSES_TAKE_ONE };
        let take = Button::submit(t.s(verb)).icon(Icon::Plus).describes(title).value("slug", course.slug.clone());
        let foot = html! {
            @if let Some(row) = taken {
                (Tag::new(t.s(msg::COURSES_TAKEN)).icon(Icon::Check))
                (Button::link(t.s(msg::COURSES_OPEN_ONE), workshop.course_path(row, "")).small().quiet().describes(title))
                (Form::post(here.clone()).inline().body(take.small().quiet()))
            } @else {
                (Form::post(here.clone()).inline().body(take.secondary()))
            }
        };
        Card::new(title)
            .icon(Icon::Document)
            .text(t.pick(&course.summary, &course.summary_en))
            .meta(format!("{} · {facts}", t.s(audience_name(course.audience))))
            .foot(foot)
    });
    let cards: Vec<Card> = cards.collect();
    Ok(workshop
        .page(&req, "courses.catalog", t.s(msg::COURSES_CATALOG))
        .crumb(t.s(msg::COURSES_TITLE), workshop.path("/courses"))
        .here(t.s(msg::COURSES_CATALOG))
        .lead(t.s(msg::COURSES_CATALOG_LEAD))
        .body(CardGrid::new(cards))
        .render())
}

/// Takes one over.
pub async fn save(path: Path, req: Req, form: FormData) -> Answer<Response> {
    let workshop = policy::author(&req, &path.office).await?;
    let id = adopt(&req.app, &req.ctx, workshop.scope, form.get("slug")).await?;
    let row = req.app.db.read(move |c| Box::pin(async move { course::course(c, id).await })).await?;
    Ok(req.redirect(workshop.course_path(&row, "")).flash(msg::COURSES_ADOPTED).into_response())
}
