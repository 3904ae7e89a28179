//! `/desk/{office}/courses/{course}/files`: pictures, films, recordings and documents of a course.

use axum::response::{IntoResponse as _, Response};
use kernel::{Fault, Result, ids::CourseFileId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Empty, Field, FileItem, FileList, Form, Icon, Section, Tag, Tone};
use web::{
    Answer, Errors, FormData, Req, TypedPath,
    kept::{self, Keeper, KeptFile},
};

use super::course_page;
use crate::{
    CourseRow, FileKind, FileRow, NewFile, Workshop,
    content::address,
    file::{add_file, edit_file, files, kind_of, tidy_name},
    msg, policy, svg,
};

/// The largest drawing or file of captions that is read, in bytes.
pub(super) const READ_AT_MOST: u64 = 2 << 20;
/// What the field of the form offers to choose.
const ACCEPT: &str =
    ".png,.jpg,.jpeg,.gif,.webp,.svg,.mp4,.mp3,.vtt,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.rtf,.txt,.csv";

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/files", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

async fn load(req: &Req, course: &CourseRow) -> Result<Vec<FileRow>> {
    let id = course.id;
    req.app.db.read(move |c| Box::pin(async move { files(c, id).await })).await
}

/// What was typed, to be shown again.
#[derive(Default)]
struct Typed<'f> {
    alt: &'f str,
    transcript: &'f str,
    kept: &'f [KeptFile],
}

/// The page.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let (workshop, course) = policy::author_course(&req, &path.office, &path.course).await?;
    let rows = load(&req, &course).await?;
    Ok(view(&req, &workshop, &course, &rows, &Typed::default(), &Errors::default()))
}

/// A file that came with the form, told what it is.
struct Arrived {
    file: KeptFile,
    kind: FileKind,
    media_type: String,
}

/// Tells what a file is and whether it may stand in a course.
async fn look(req: &Req, file: KeptFile) -> Result<Arrived> {
    let captions = file.name.to_lowercase().ends_with(".vtt");
    let mut media_type = file.stored.media_type.clone();
    if media_type == "text/plain" && captions {
        let bytes = req.app.blobs.get_bytes(&file.stored.hash).await?;
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        if file.stored.size > READ_AT_MOST || !text.starts_with(b"WEBVTT") {
            return Err(Fault::field("file", msg::COURSES_FILE_NOT_CAPTIONS));
        }
        media_type = "text/vtt".into();
    } else if !file.stored.matches_claim || captions {
        return Err(Fault::field("file", msg::COURSES_FILE_MISMATCH));
    }
    if media_type == "image/svg+xml" {
        let bytes = req.app.blobs.get_bytes(&file.stored.hash).await?;
        let safe = file.stored.size <= READ_AT_MOST && std::str::from_utf8(&bytes).is_ok_and(svg::harmless);
        if !safe {
            return Err(Fault::field("file", msg::COURSES_FILE_ACTIVE));
        }
    }
    let kind = kind_of(&media_type).ok_or_else(|| Fault::field("file", msg::COURSES_FILE_KIND))?;
    Ok(Arrived { file, kind, media_type })
}

/// Adds a file, with its captions if it is a film.
pub async fn save(path: Path, req: Req, form: FormData) -> Answer<Response> {
    let (workshop, course) = policy::author_course(&req, &path.office, &path.course).await?;
    let keeper = Keeper::person(req.person()?, format_args!("files of course {}", course.id));
    let mut arrived = if form.has(kept::FIELD) { keeper.again(&req.ctx, &form)? } else { Vec::new() };
    for upload in form.files.iter().filter(|u| matches!(u.field.as_str(), "file" | "captions")) {
        arrived.push(keeper.keep(&req.app, &req.ctx, upload).await?);
    }
    match add(&req, &workshop, &course, &form, arrived.clone()).await {
        Ok(id) => {
            let to = workshop.course_path(&course, &format!("/files#f-{id}"));
            Ok(req.redirect(to).flash(msg::COURSES_FILE_ADDED).into_response())
        }
        Err(fault) => {
            // A file that cannot stand in a course is not kept; one whose description is missing is.
            let refused = fault.fields.iter().any(|f| f.field == "file");
            let errors = Errors::of(req.t, fault)?;
            let rows = load(&req, &course).await?;
            let kept = if refused { &[][..] } else { &arrived };
            let typed = Typed { alt: form.get("alt"), transcript: form.get("transcript"), kept };
            Ok(errors.again(view(&req, &workshop, &course, &rows, &typed, &errors)))
        }
    }
}

async fn add(
    req: &Req,
    workshop: &Workshop,
    course: &CourseRow,
    form: &FormData,
    arrived: Vec<KeptFile>,
) -> Result<CourseFileId> {
    let mut main = None;
    let mut captions = Vec::new();
    for file in arrived {
        let seen = look(req, file).await?;
        match (seen.kind, &main) {
            (FileKind::Captions, _) => captions.push(seen),
            (_, None) => main = Some(seen),
            (_, Some(_)) => {}
        }
    }
    let new = |a: &Arrived| NewFile {
        name: tidy_name(&a.file.name),
        kind: a.kind,
        alt: if a.kind == FileKind::Captions { String::new() } else { form.get("alt").to_owned() },
        transcript: form.raw("transcript").unwrap_or_default().replace("\r\n", "\n"),
        stored: blob::Stored { media_type: a.media_type.clone(), ..a.file.stored.clone() },
    };
    let tracks: Vec<NewFile> = captions.iter().map(|a| NewFile { transcript: String::new(), ..new(a) }).collect();
    let main = main.as_ref().map(new);
    if main.is_none() && tracks.is_empty() {
        return Err(Fault::field("file", web::msg::FIELD_REQUIRED));
    }
    let (scope, ctx, id) = (workshop.scope, req.ctx.clone(), course.id);
    req.app
        .db
        .write(move |c| {
            let (ctx, main, tracks) = (ctx.clone(), main.clone(), tracks.clone());
            Box::pin(async move {
                let mut added = Vec::new();
                for track in &tracks {
                    added.push(add_file(c, &ctx, scope, id, track).await?);
                }
                let Some(main) = main else { return added.pop().ok_or_else(Fault::not_found) };
                let file = add_file(c, &ctx, scope, id, &main).await?;
                if main.kind == FileKind::Video && !added.is_empty() {
                    edit_file(c, &ctx, scope, file, &main.alt, &main.transcript, &added, 1).await?;
                }
                Ok(file)
            })
        })
        .await
}

/// The key of the name of a kind of file.
pub(super) fn kind_name(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Picture => msg::COURSES_FILE_PICTURE,
        FileKind::Video => msg::COURSES_FILE_VIDEO,
        FileKind::Audio => msg::COURSES_FILE_AUDIO,
        FileKind::Captions => msg::COURSES_FILE_CAPTIONS,
        FileKind::Document => msg::COURSES_FILE_DOCUMENT,
    }
}

/// What a film or recording lacks.
fn lacks(req: &Req, row: &FileRow) -> Markup {
    let t = req.t;
    let film = row.kind == FileKind::Video;
    let warn = |key| Tag::new(t.s(key)).tone(Tone::Warning).dot();
    html! {
        @if film && row.captions.0.is_empty() { " " (warn(msg::COURSES_FILE_NO_CAPTIONS)) }
        @if (film || row.kind == FileKind::Audio) && row.transcript.is_empty() { " " (warn(msg::COURSES_FILE_NO_TRANSCRIPT)) }
    }
}

fn view(
    req: &Req,
    workshop: &Workshop,
    course: &CourseRow,
    rows: &[FileRow],
    typed: &Typed<'_>,
    errors: &Errors,
) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let here = workshop.course_path(course, "/files");
    let items = rows.iter().map(|f| {
        let edit = Button::link(t.s(msg::COURSES_FILE_EDIT), format!("{here}/{}", f.id)).small().quiet().describes(f.name.as_str());
        FileItem::new(f.name.as_str())
            .link(address(f.id))
            .size(u64::try_from(f.size).unwrap_or(0))
            .meta(html! {
                span id={ "f-" (f.id) } { (t.s(kind_name(f.kind))) @if !f.alt.is_empty() { " · " (f.alt) } (lacks(req, f)) }
            })
            .action(edit)
    });
    let list = FileList::new(lang, items.collect::<Vec<_>>());
    let body = html! {
        (errors.summary(t))
        @if rows.is_empty() { (Empty::new(Icon::Image, t.s(msg::COURSES_FILES_NONE)).text(t.s(msg::COURSES_FILES_NONE_TEXT))) }
        @else { (list) }
        (Section::new(t.s(msg::COURSES_FILE_ADD)).boxed().body(Form::multipart(here.clone()).keep(lang, format!("file.{}", course.id)).body(html! {
            (kept::hidden(typed.kept))
            (Field::file(lang, "file", t.s(msg::COURSES_FILE)).required().accept(ACCEPT).error(errors.at("file"))
                .hint(html! {
                    (t.s(msg::COURSES_FILE_HINT))
                    @for file in typed.kept { " " strong { (t.f(msg::COURSES_FILE_KEPT, &[("name", file.name.as_str().into())])) } }
                }))
            (Field::textarea(lang, "alt", t.s(msg::COURSES_FIELD_ALT)).required().rows(2).maxlength(1000)
                .hint(t.s(msg::COURSES_ALT_HINT)).value(typed.alt).error(errors.at("alt")))
            (Field::file(lang, "captions", t.s(msg::COURSES_FILE_CAPTIONS_ADD)).accept(".vtt").hint(t.s(msg::COURSES_CAPTIONS_HINT)).error(errors.at("captions")))
            (Field::textarea(lang, "transcript", t.s(msg::COURSES_FIELD_TRANSCRIPT)).rows(3)
                .hint(t.s(msg::COURSES_TRANSCRIPT_HINT)).value(typed.transcript).error(errors.at("transcript")))
            (Button::submit(t.s(msg::COURSES_FILE_ADD)).icon(Icon::Upload))
        })))
    };
    course_page(req, workshop, course, "courses.files", "/files").body(body).render()
}
