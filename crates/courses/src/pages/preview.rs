//! `/desk/{office}/courses/{course}/preview`: the course as its learners would see it if it were published now.

use std::sync::Arc;

use kernel::{Fault, Result, ids::ItemId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Icon, Notice, Section, Tag};
use web::{Answer, Req, TypedPath};

use crate::{
    Content, CourseRow, ItemKind, Previewed, Workshop, content::address, hooks, item_kind_name, lesson_view, msg,
    policy, publish::draft,
};

/// The path of the whole course.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/preview", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

/// The path of an activity.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/preview/{item}", rejection(web::BadPath))]
pub struct ItemPath {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
    /// The activity.
    pub item: ItemId,
}

async fn load(req: &Req, office: &str, course: &str) -> Result<(Workshop, CourseRow, Content)> {
    let (workshop, course) = policy::author_course(req, office, course).await?;
    let (scope, ctx, id) = (workshop.scope, req.ctx.clone(), course.id);
    let content = req.app.db.read(move |c| Box::pin(async move { draft(c, &ctx, scope, id).await })).await?;
    Ok((workshop, course, content))
}

fn notice(req: &Req, workshop: &Workshop, course: &CourseRow) -> Markup {
    let back = Button::link(req.t.s(msg::COURSES_PREVIEW_END), workshop.course_path(course, "")).secondary().small();
    html! { (Notice::info(req.t.s(msg::COURSES_PREVIEW_TEXT)).action(back)) }
}

/// The whole course.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let (workshop, course, content) = load(&req, &path.office, &path.course).await?;
    let (t, lang) = (req.t, req.lang());
    let title = content.course.title_in(lang).to_owned();
    Ok(workshop
        .page(&req, "courses.preview", title.clone())
        .crumb(t.s(msg::COURSES_TITLE), workshop.path("/courses"))
        .crumb(title, workshop.course_path(&course, ""))
        .here(t.s(msg::COURSES_PREVIEW))
        .lead(content.course.summary_in(lang))
        .body(html! {
            (notice(&req, &workshop, &course))
            @if !content.course.outcomes.is_empty() {
                (Section::new(t.s(msg::COURSES_FIELD_OUTCOMES)).body(html! { ul.bullets { @for o in &content.course.outcomes { li { (o) } } } }))
            }
            @for module in &content.modules {
                (Section::new(&module.title).text(&module.summary).body(html! {
                    ol.structure-items role="list" {
                        @for item in &module.items {
                            li.structure-item {
                                div.structure-what {
                                    a.structure-name href=(workshop.course_path(&course, &format!("/preview/{}", item.id))) { (item.title) }
                                    span.structure-facts {
                                        (Tag::new(t.s(item_kind_name(item.kind)))) " " (ui::duration(t.lang(), item.minutes))
                                    }
                                }
                            }
                        }
                    }
                }))
            }
        })
        .render())
}

/// One activity.
pub async fn item(path: ItemPath, req: Req) -> Answer<Markup> {
    let (workshop, course, content) = load(&req, &path.office, &path.course).await?;
    let (t, lang, content) = (req.t, req.lang(), Arc::new(content));
    let item = content.item(path.item).ok_or_else(Fault::not_found)?;
    let to = |id: ItemId| workshop.course_path(&course, &format!("/preview/{id}"));
    let mut steps = ButtonGroup::new();
    if let Some(previous) = content.previous(item.id) {
        steps = steps.add(Button::link(previous.title.clone(), to(previous.id)).secondary().icon(Icon::ArrowLeft));
    }
    if let Some(next) = content.next(item.id) {
        steps = steps.add(Button::link(next.title.clone(), to(next.id)).icon_after(Icon::ArrowRight));
    }
    let (kind, what) = (item.kind, Previewed { t, content: Arc::clone(&content), item: item.id, here: to(item.id) });
    let others = req.app.db.read(move |c| Box::pin(async move { hooks::preview(c, kind, &what).await })).await?;
    let file = item.settings.get("file").and_then(|f| f.as_str()?.parse().ok()).and_then(|id| content.file_by_id(id));
    Ok(workshop
        .page(&req, "courses.preview.item", item.title.clone())
        .kicker(t.s(item_kind_name(item.kind)))
        .crumb(t.s(msg::COURSES_TITLE), workshop.path("/courses"))
        .crumb(course.title_in(lang), workshop.course_path(&course, "/preview"))
        .here(item.title.clone())
        .body(html! {
            (notice(&req, &workshop, &course))
            @match (&item.lesson, file, others) {
                (Some(lesson), ..) => (lesson_view(t, lesson)),
                (None, Some(file), _) => p { a href=(address(file.id)) { (file.alt) } },
                (None, None, Some(shown)) => (shown),
                (None, None, None) => p { (t.s(if item.kind == ItemKind::File { msg::COURSES_CHECK_NO_FILE } else { msg::COURSES_PREVIEW_ELSEWHERE })) },
            }
            (steps)
        })
        .render())
}
