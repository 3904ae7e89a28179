//! `/desk/{office}/courses/{course}/files/{file}`: what a file shows, its captions and its words.

use axum::response::{IntoResponse as _, Response};
use kernel::{Fault, FaultKind, Result, ids::CourseFileId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Choice, Confirm, Diff, Field, Form, Notice, file_size};
use web::{Answer, Errors, FormData, Req, TypedPath, conflict};

use super::files::kind_name;
use crate::{
    CourseRow, FileKind, FileRow, Workshop,
    content::address,
    file::{edit_file, files, own_file, remove_file},
    msg, policy,
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/files/{file}", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
    /// The file.
    pub file: CourseFileId,
}

struct Bench {
    workshop: Workshop,
    course: CourseRow,
    file: FileRow,
    tracks: Vec<FileRow>,
}

async fn load(req: &Req, path: &Path) -> Result<Bench> {
    let (workshop, course) = policy::author_course(req, &path.office, &path.course).await?;
    let (scope, id, of) = (workshop.scope, path.file, course.id);
    let (file, all) = req
        .app
        .db
        .read(move |c| Box::pin(async move { Ok((own_file(c, scope, id).await?, files(c, of).await?)) }))
        .await?;
    if file.course != of || file.removed {
        return Err(Fault::not_found());
    }
    let tracks = all.into_iter().filter(|f| f.kind == FileKind::Captions).collect();
    Ok(Bench { workshop, course, file, tracks })
}

/// What is said of a file.
struct Said {
    alt: String,
    transcript: String,
    captions: Vec<CourseFileId>,
}

/// The page.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let bench = load(&req, &path).await?;
    let f = &bench.file;
    let said = Said { alt: f.alt.clone(), transcript: f.transcript.clone(), captions: f.captions.0.clone() };
    Ok(view(&req, &bench, &said, &Errors::default(), None))
}

/// Saves it, or takes the file out of the course.
pub async fn save(path: Path, req: Req, form: FormData) -> Answer<Response> {
    let bench = load(&req, &path).await?;
    let (scope, ctx, id) = (bench.workshop.scope, req.ctx.clone(), bench.file.id);
    let list = bench.workshop.course_path(&bench.course, "/files");
    if form.get("go") == "remove" {
        req.app
            .db
            .write(move |c| {
                let ctx = ctx.clone();
                Box::pin(async move { remove_file(c, &ctx, scope, id).await })
            })
            .await?;
        return Ok(req.redirect(list).flash(msg::COURSES_FILE_REMOVED).into_response());
    }
    let said = Said {
        alt: form.get("alt").to_owned(),
        transcript: form.raw("transcript").unwrap_or_default().replace("\r\n", "\n").trim().to_owned(),
        captions: form.all("captions").filter_map(|c| c.parse().ok()).collect(),
    };
    let version = form.parsed("version").unwrap_or(0);
    let mine = (said.alt.clone(), said.transcript.clone(), said.captions.clone());
    let saved = req
        .app
        .db
        .write(move |c| {
            let (ctx, mine) = (ctx.clone(), mine.clone());
            Box::pin(async move { edit_file(c, &ctx, scope, id, &mine.0, &mine.1, &mine.2, version).await })
        })
        .await;
    match saved {
        Ok(()) => Ok(req.redirect(format!("{list}#f-{id}")).flash(msg::COURSES_SAVED).into_response()),
        Err(fault) if fault.kind == FaultKind::Conflict => {
            let bench = load(&req, &path).await?;
            let diff = Diff::new(req.lang())
                .field(req.t.s(msg::COURSES_FIELD_ALT), bench.file.alt.clone(), said.alt.clone())
                .field(req.t.s(msg::COURSES_FIELD_TRANSCRIPT), bench.file.transcript.clone(), said.transcript.clone());
            Ok(conflict(view(&req, &bench, &said, &Errors::default(), Some(diff))))
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(view(&req, &bench, &said, &errors, None)))
        }
    }
}

/// The file as it is shown in a lesson.
fn shown(course: &CourseRow, file: &FileRow, said: &Said) -> Markup {
    let src = address(file.id);
    html! {
        div.lesson-text {
            @match file.kind {
                FileKind::Picture => img src=(src) alt=(said.alt);,
                FileKind::Video => video controls preload="metadata" src=(src) aria-label=(said.alt) {
                    @for track in &said.captions { track kind="captions" src=(address(*track)) srclang=(course.language); }
                },
                FileKind::Audio => audio controls preload="metadata" src=(src) aria-label=(said.alt) {},
                FileKind::Captions | FileKind::Document => a href=(src) { (file.name) },
            }
        }
    }
}

fn view(req: &Req, bench: &Bench, said: &Said, errors: &Errors, stale: Option<Diff>) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let file = &bench.file;
    let list = bench.workshop.course_path(&bench.course, "/files");
    let here = format!("{list}/{}", file.id);
    let speaks = matches!(file.kind, FileKind::Video | FileKind::Audio);
    let tracks = bench.tracks.iter().map(|f| Choice::new(f.id.to_string(), f.name.as_str()));
    let size = file_size(lang, u64::try_from(file.size).unwrap_or(0));
    let remove =
        Form::post(here.clone()).body(Button::submit(t.s(msg::COURSES_FILE_REMOVE)).danger().value("go", "remove"));
    let question = t.f(msg::COURSES_FILE_REMOVE_TITLE, &[("name", file.name.as_str().into())]);
    bench
        .workshop
        .page(req, "courses.file", file.name.clone())
        .kicker(t.s(kind_name(file.kind)))
        .crumb(t.s(msg::COURSES_TITLE), bench.workshop.path("/courses"))
        .crumb(bench.course.title_in(lang), bench.workshop.course_path(&bench.course, ""))
        .crumb(t.s(msg::COURSES_TAB_FILES), list.clone())
        .here(file.name.clone())
        .lead(html! { (size) })
        .actions(Confirm::new(lang, "remove-file", t.s(msg::COURSES_FILE_REMOVE), question, remove).text(t.s(msg::COURSES_FILE_REMOVE_TEXT)))
        .narrow()
        .body(html! {
            (errors.summary(t))
            @if let Some(diff) = &stale { (Notice::warning(t.s(web::msg::FAULT_STALE))) (diff) }
            (shown(&bench.course, file, said))
            @if file.kind != FileKind::Captions {
                (Form::post(here.clone()).version(file.version).keep(lang, format!("file.{}", file.id)).body(html! {
                    (Field::textarea(lang, "alt", t.s(msg::COURSES_FIELD_ALT)).required().rows(3).maxlength(1000)
                        .hint(t.s(msg::COURSES_ALT_HINT)).value(said.alt.as_str()).error(errors.at("alt")))
                    @if file.kind == FileKind::Video {
                        @if bench.tracks.is_empty() { (Notice::info(t.s(msg::COURSES_NO_TRACKS))) }
                        @else {
                            (Field::checkboxes(lang, "captions", t.s(msg::COURSES_FILE_CAPTIONS)).choices(tracks)
                                .values(said.captions.iter().map(ToString::to_string)).error(errors.at("captions")))
                        }
                    }
                    @if speaks {
                        (Field::textarea(lang, "transcript", t.s(msg::COURSES_FIELD_TRANSCRIPT)).rows(8)
                            .hint(t.s(msg::COURSES_TRANSCRIPT_HINT)).value(said.transcript.as_str()).error(errors.at("transcript")))
                    }
                    (ButtonGroup::new().add(Button::submit(t.s(msg::COURSES_SAVE))).add(Button::link(t.s(msg::COURSES_CANCEL), list.clone()).quiet()))
                }))
            }
        })
        .render()
}
