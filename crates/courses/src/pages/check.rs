//! `/desk/{office}/courses/{course}/check`: what stands in the way of people with disabilities, and of plain language.

use kernel::{Result, ids::CourseFileId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Empty, Icon, Notice, Reveal, Section, Stat, StatGrid, Tag, Tone};
use web::{Answer, Req, TypedPath};

use super::{course_page, files::READ_AT_MOST};
use crate::{
    Content, CourseRow, Workshop,
    check::{Finding, Place, Severity, check, check_pictures},
    msg, policy,
    publish::draft,
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/check", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

/// All findings of a course as it is being written, its drawings included.
pub(super) async fn findings(req: &Req, workshop: &Workshop, course: &CourseRow) -> Result<Vec<Finding>> {
    let (scope, ctx, id) = (workshop.scope, req.ctx.clone(), course.id);
    let content = req.app.db.read(move |c| Box::pin(async move { draft(c, &ctx, scope, id).await })).await?;
    let mut all = check(&content);
    all.extend(check_pictures(&content, &drawings(req, &content).await?));
    all.sort_by_key(|f| f.rule.severity());
    Ok(all)
}

/// The drawings of a course as texts.
async fn drawings(req: &Req, content: &Content) -> Result<Vec<(CourseFileId, String)>> {
    let small = i64::try_from(READ_AT_MOST).unwrap_or(i64::MAX);
    let ids: Vec<CourseFileId> =
        content.files.iter().filter(|f| f.media_type == "image/svg+xml" && f.size <= small).map(|f| f.id).collect();
    let rows = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let mut rows = Vec::new();
                for id in ids {
                    rows.push(crate::file::file(c, id).await?);
                }
                Ok(rows)
            })
        })
        .await?;
    let mut all = Vec::new();
    for row in rows {
        let Some(hash) = row.object() else { continue };
        let bytes = req.app.blobs.get_bytes(&hash).await?;
        all.push((row.id, String::from_utf8_lossy(&bytes).into_owned()));
    }
    Ok(all)
}

/// The numbers of what must be mended and of what can be made easier.
pub(super) fn counted(all: &[Finding]) -> (usize, usize) {
    let must = all.iter().filter(|f| f.rule.severity() == Severity::Must).count();
    (must, all.len() - must)
}

/// The page.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let (workshop, course) = policy::author_course(&req, &path.office, &path.course).await?;
    let all = findings(&req, &workshop, &course).await?;
    let t = req.t;
    let (must, should) = counted(&all);
    let body = html! {
        @if all.is_empty() {
            (Empty::new(Icon::CheckCircle, t.s(msg::COURSES_CHECK_CLEAN)).text(t.s(msg::COURSES_CHECK_CLEAN_TEXT)))
        } @else {
            (StatGrid::new([
                Stat::new(must, t.s(msg::COURSES_CHECK_MUST)).tone(if must > 0 { Tone::Danger } else { Tone::Success }),
                Stat::new(should, t.s(msg::COURSES_CHECK_SHOULD)),
            ]))
            @for (title, group) in grouped(&all) {
                (Section::new(if title.is_empty() { t.s(msg::COURSES_CHECK_COURSE) } else { title.to_owned() }).body(html! {
                    ul.findings role="list" { @for finding in group { (view(&req, finding, Some((&workshop, &course)))) } }
                }))
            }
        }
        (Notice::info(t.s(msg::COURSES_CHECK_LIMITS)))
    };
    Ok(course_page(&req, &workshop, &course, "courses.check", "/check").body(body).render())
}

/// Findings by what they are of, in the order of the first of each.
fn grouped(all: &[Finding]) -> Vec<(&str, Vec<&Finding>)> {
    let mut groups: Vec<(&str, Vec<&Finding>)> = Vec::new();
    for finding in all {
        match groups.iter_mut().find(|(of, _)| *of == finding.of) {
            Some((_, group)) => group.push(finding),
            None => groups.push((&finding.of, vec![finding])),
        }
    }
    groups
}

/// A finding: what is wrong, where, what to do; with the way to where it is mended.
fn view(req: &Req, finding: &Finding, at: Option<(&Workshop, &CourseRow)>) -> Markup {
    let t = req.t;
    let (what, to_do) = finding.rule.texts();
    let must = finding.rule.severity() == Severity::Must;
    let tag = if must {
        Tag::new(t.s(msg::COURSES_CHECK_MUST_ONE)).tone(Tone::Danger).dot()
    } else {
        Tag::new(t.s(msg::COURSES_CHECK_SHOULD_ONE)).dot()
    };
    let line = if let Place::Item(_, line) = finding.place { line } else { None };
    let link = at.map(|(workshop, course)| match &finding.place {
        Place::Settings => workshop.course_path(course, "/settings"),
        Place::Item(id, _) => workshop.course_path(course, &format!("/items/{id}")),
        Place::Page(rest) => workshop.course_path(course, rest),
        Place::File(id) => workshop.course_path(course, &format!("/files/{id}")),
    });
    html! {
        li.finding {
            p.finding-what {
                (tag) " " strong { (t.args(what, &finding.args)) }
                @if !finding.part.is_empty() { " " span.hint { "(" (t.s(finding.part)) ")" } }
                @if let Some(line) = line { " " span.hint { (t.f(msg::COURSES_CHECK_LINE, &[("line", line.into())])) } }
            }
            @if !finding.quote.is_empty() { p.finding-quote { "„" (finding.quote) "”" } }
            p { (t.args(to_do, &finding.args)) }
            @if let Some(link) = link {
                (Button::link(t.s(msg::COURSES_CHECK_MEND), link).small().quiet().describes(format!("{} {}", finding.of, line.map(|l| l.to_string()).unwrap_or_default())))
            }
        }
    }
}

/// What the check finds in one lesson, below its picture.
pub(super) fn brief(req: &Req, all: &[Finding]) -> Markup {
    let t = req.t;
    let (must, should) = counted(all);
    html! {
        @if all.is_empty() { (Notice::success(t.s(msg::COURSES_CHECK_CLEAN))) }
        @else {
            (Reveal::new(t.f(msg::COURSES_CHECK_BRIEF, &[("must", must.into()), ("should", should.into())]), html! {
                ul.findings role="list" { @for finding in all { (view(req, finding, None)) } }
            }).boxed().open(must > 0))
        }
    }
}
