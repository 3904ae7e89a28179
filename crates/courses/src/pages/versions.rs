//! `/desk/{office}/courses/{course}/versions`: what was published and when; one version beside the one before.

use kernel::{Fault, Result};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Diff, Empty, Event, Icon, Notice, Section, Timeline, date_time};
use web::{Answer, Req, TypedPath};

use super::{course_page, lesson::text_diff, publish::changes_view};
use crate::{
    Change, ChangeKind, CourseRow, VersionRow, Workshop, changes::changes, content::Snapshot, keep, msg, policy,
    publish::versions,
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/versions", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

/// The path of one version.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/versions/{version}", rejection(web::BadPath))]
pub struct OnePath {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
    /// The number of the version, from 1.
    pub version: u32,
}

/// All versions.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let (workshop, course) = policy::author_course(&req, &path.office, &path.course).await?;
    let id = course.id;
    let rows = req.app.db.read(move |c| Box::pin(async move { versions(c, id).await })).await?;
    let (t, lang) = (req.t, req.lang());
    let body = html! {
        @if rows.is_empty() {
            (Empty::new(Icon::History, t.s(msg::COURSES_VERSIONS_NONE)).text(t.s(msg::COURSES_VERSIONS_NONE_TEXT)))
        } @else {
            (Timeline::new(rows.iter().map(|v| {
                let compare = workshop.course_path(&course, &format!("/versions/{}", v.number));
                Event::new(t.f(msg::COURSES_VERSION, &[("n", v.number.into())]))
                    .when(date_time(lang, v.published_at.timestamp()))
                    .who(v.published_by.clone())
                    .icon(Icon::Check)
                    .body(html! {
                        @for line in v.summary.lines() { p { (line) } }
                        @if v.number > 1 {
                            (Button::link(t.s(msg::COURSES_COMPARE), compare).small().quiet().describes(v.number.to_string()))
                        }
                    })
            })))
        }
    };
    Ok(course_page(&req, &workshop, &course, "courses.versions", "/versions").body(body).render())
}

struct Pair {
    row: VersionRow,
    old: Option<Snapshot>,
    new: Snapshot,
}

async fn load(req: &Req, course: &CourseRow, number: u32) -> Result<Pair> {
    let id = course.id;
    req.app
        .db
        .read(move |c| {
            Box::pin(async move {
                let rows = versions(c, id).await?;
                let row = rows.iter().find(|v| v.number == number).cloned().ok_or_else(Fault::not_found)?;
                let old = match rows.iter().find(|v| v.number + 1 == number) {
                    Some(before) => Some(keep::snapshot(c, before.id).await?),
                    None => None,
                };
                Ok(Pair { new: keep::snapshot(c, row.id).await?, row, old })
            })
        })
        .await
}

/// One version beside the one before.
pub async fn one(path: OnePath, req: Req) -> Answer<Markup> {
    let (workshop, course) = policy::author_course(&req, &path.office, &path.course).await?;
    let pair = load(&req, &course, path.version).await?;
    Ok(view(&req, &workshop, &course, &pair))
}

/// The texts of a lesson in both versions.
fn diff(req: &Req, old: &Snapshot, new: &Snapshot, change: &Change) -> Option<Diff> {
    let find = |s: &Snapshot| s.modules.iter().flat_map(|m| &m.items).find(|i| i.id == change.item).cloned();
    let (before, after) = (find(old)?, find(new)?);
    let (before, after) = (before.lesson?, after.lesson?);
    let t = req.t;
    Some(text_diff(
        req,
        Diff::new(req.lang()).headings(t.s(msg::COURSES_VERSION_BEFORE), t.s(msg::COURSES_VERSION_THIS)),
        &before,
        &after,
    ))
}

fn view(req: &Req, workshop: &Workshop, course: &CourseRow, pair: &Pair) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let title = t.f(msg::COURSES_VERSION, &[("n", pair.row.number.into())]);
    let changed = pair.old.as_ref().map(|old| changes(old, &pair.new)).unwrap_or_default();
    workshop
        .page(req, "courses.version", title.clone())
        .crumb(t.s(msg::COURSES_TITLE), workshop.path("/courses"))
        .crumb(course.title_in(lang), workshop.course_path(course, ""))
        .crumb(t.s(msg::COURSES_TAB_VERSIONS), workshop.course_path(course, "/versions"))
        .here(title)
        .lead(html! { (pair.row.published_by) ", " (date_time(lang, pair.row.published_at.timestamp())) })
        .body(html! {
            @match &pair.old {
                None => (Notice::info(t.s(msg::COURSES_VERSION_FIRST))),
                Some(_) if changed.is_empty() => (Notice::info(t.s(msg::COURSES_NOTHING_CHANGED))),
                Some(old) => {
                    (Section::new(t.s(msg::COURSES_CHANGES)).body(changes_view(req, &changed)))
                    @for change in changed.iter().filter(|c| c.kind == ChangeKind::Changed) {
                        @if let Some(diff) = diff(req, old, &pair.new, change) {
                            (Section::new(&change.title).body(diff))
                        }
                    }
                }
            }
        })
        .render()
}
