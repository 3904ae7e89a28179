//! Files of a course: pictures, films, recordings, captions, documents.
//!
//! Lessons name them by their name (`![Droga sprawy](pictures/droga.svg)`). A file that is replaced or removed stays in
//! the store, because published versions show it.

use db::{Conn, Json, q};
use kernel::{
    Ctx, Fault, OfficeScope, Result,
    ids::{CourseFileId, CourseId},
};

use crate::{
    course::{own_course, wrote},
    msg,
};

db::text_enum! {
    /// What a file of a course is to its learners.
    pub enum FileKind {
        /// Shown in a lesson; has an alternative text.
        Picture = "picture",
        /// A film; has captions and a transcript.
        Video = "video",
        /// A recording; has a transcript.
        Audio = "audio",
        /// Captions of a film (W3C WebVTT).
        Captions = "captions",
        /// To be taken.
        Document = "document",
    }
}

db::row! {
    /// A file of a course.
    #[derive(Debug, Clone, PartialEq)]
    pub struct FileRow {
        /// The identifier.
        pub id: CourseFileId,
        /// Its course.
        pub course: CourseId,
        /// Its name in lessons.
        pub name: String,
        /// What it is.
        pub kind: FileKind,
        /// What it shows, for those who do not see it; for films, recordings and documents: what it is.
        pub alt: String,
        /// Files with its captions.
        pub captions: Json<Vec<CourseFileId>>,
        /// What is said in it.
        pub transcript: String,
        /// SHA-256 of its content.
        pub hash: Vec<u8>,
        /// Bytes.
        pub size: i64,
        /// Media type recognised from the content.
        pub media_type: String,
        /// Whether it was replaced or removed.
        pub removed: bool,
        /// Counts edits.
        pub version: i64,
    }
}

const COLUMNS: &str = "SELECT f.id, f.course_id, f.name, f.kind, f.alt, f.captions, f.transcript, f.hash, f.size, \
                       f.media_type, f.removed IS NOT NULL, f.version FROM course_file f";

impl FileRow {
    /// The object in the store.
    pub fn object(&self) -> Option<blob::Hash> {
        self.hash.as_slice().try_into().ok()
    }
}

/// A file on its way into a course; its object is in the store already.
#[derive(Debug, Clone, PartialEq)]
pub struct NewFile {
    /// Its name in lessons.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// What it shows.
    pub alt: String,
    /// What is said in it.
    pub transcript: String,
    /// The object.
    pub stored: blob::Stored,
}

/// The files of a course by name, without those replaced or removed.
///
/// # Errors
/// Those of the database.
pub async fn files(c: &mut Conn, course: CourseId) -> Result<Vec<FileRow>> {
    c.all(
        q!(COLUMNS)
            .push(" WHERE f.course_id = ", course)
            .text(" AND f.removed IS NULL ORDER BY f.name, f.id LIMIT 2000"),
    )
    .await
}

/// A file of a course of any office, also one replaced or removed.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn file(c: &mut Conn, id: CourseFileId) -> Result<FileRow> {
    c.one(q!(COLUMNS).push(" WHERE f.id = ", id)).await
}

/// A file of a course of this office.
///
/// # Errors
/// `NotFound` when the office has none such.
pub async fn own_file(c: &mut Conn, scope: OfficeScope, id: CourseFileId) -> Result<FileRow> {
    c.one(
        q!(COLUMNS)
            .push(" JOIN course k ON k.id = f.course_id WHERE f.id = ", id)
            .push(" AND k.office_id = ", scope.office()),
    )
    .await
}

/// What a file is to learners, by its media type; `None` for kinds that are not accepted.
pub fn kind_of(media_type: &str) -> Option<FileKind> {
    Some(match media_type {
        "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/svg+xml" => FileKind::Picture,
        "video/mp4" => FileKind::Video,
        "audio/mpeg" => FileKind::Audio,
        "text/vtt" => FileKind::Captions,
        "application/pdf"
        | "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        | "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        | "application/vnd.oasis.opendocument.text"
        | "application/vnd.oasis.opendocument.spreadsheet"
        | "application/vnd.oasis.opendocument.presentation"
        | "application/rtf"
        | "text/plain"
        | "text/csv" => FileKind::Document,
        _ => return None,
    })
}

/// A name for lessons: letters of the Latin alphabet, digits and hyphens, with the ending kept.
pub fn tidy_name(name: &str) -> String {
    let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem: String = law::fold::slug(stem).chars().take(80).collect();
    let stem = if stem.is_empty() { "plik" } else { &stem };
    let end: String = end.to_lowercase().chars().filter(char::is_ascii_alphanumeric).take(8).collect();
    if end.is_empty() { stem.to_owned() } else { format!("{stem}.{end}") }
}

/// Adds a file to a course; one of the same name is replaced.
///
/// # Errors
/// `Invalid` at `alt` for a picture without an alternative text; `NotFound` when the office has no such course.
pub async fn add_file(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    course: CourseId,
    new: &NewFile,
) -> Result<CourseFileId> {
    own_course(c, scope, course).await?;
    check(new.kind, &new.alt, &new.transcript)?;
    bring_file(c, ctx, scope, course, new).await
}

/// As [`add_file`], for a picture that comes out of another program, perhaps without an alternative text: the accessibility
/// check then asks for one.
///
/// # Errors
/// `Invalid` at `alt` or `transcript` when it is too long; `NotFound` when the office has no such course.
pub async fn bring_file(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    course: CourseId,
    new: &NewFile,
) -> Result<CourseFileId> {
    own_course(c, scope, course).await?;
    long(&new.alt, &new.transcript)?;
    c.exec(q!(
        "UPDATE course_file SET removed = $3 WHERE course_id = $1 AND name = $2 AND removed IS NULL",
        course,
        &new.name,
        ctx.now
    ))
    .await?;
    let id: CourseFileId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO course_file (id, course_id, name, kind, alt, captions, transcript, hash, size, media_type, added, \
         removed, version) VALUES ($1, $2, $3, $4, $5, '[]', $6, $7, $8, $9, $10, NULL, 1)",
        id,
        course,
        &new.name,
        new.kind,
        new.alt.trim(),
        new.transcript.trim(),
        new.stored.hash,
        i64::try_from(new.stored.size).unwrap_or(i64::MAX),
        &new.stored.media_type,
        ctx.now
    ))
    .await?;
    wrote(c, ctx, course).await?;
    Ok(id)
}

fn check(kind: FileKind, alt: &str, transcript: &str) -> Result<()> {
    if alt.trim().is_empty() && kind != FileKind::Captions {
        return Err(Fault::field("alt", msg::COURSES_ALT_NEEDED));
    }
    long(alt, transcript)
}

fn long(alt: &str, transcript: &str) -> Result<()> {
    if alt.chars().count() > 1000 {
        return Err(Fault::field("alt", msg::COURSES_TOO_LONG));
    }
    if transcript.chars().count() > crate::lesson::LONGEST {
        return Err(Fault::field("transcript", msg::COURSES_TOO_LONG));
    }
    Ok(())
}

/// Changes what a file says of itself, and which files hold its captions.
///
/// # Errors
/// `Invalid` with the fields at fault; `Conflict` (`fault-stale`) when somebody else changed it since `version`.
#[expect(clippy::too_many_arguments, reason = "what is edited, by whom, where")]
pub async fn edit_file(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: CourseFileId,
    alt: &str,
    transcript: &str,
    captions: &[CourseFileId],
    version: i64,
) -> Result<()> {
    let row = own_file(c, scope, id).await?;
    check(row.kind, alt, transcript)?;
    for track in captions {
        let track = own_file(c, scope, *track).await?;
        if track.course != row.course || track.kind != FileKind::Captions {
            return Err(Fault::field("captions", web::msg::FIELD_CHOICE));
        }
    }
    let changed = c
        .exec(q!(
            "UPDATE course_file SET alt = $2, transcript = $3, captions = $4, version = version + 1 WHERE id = $1 AND version = $5",
            id,
            alt.trim(),
            transcript.trim(),
            Json(captions.to_vec()),
            version
        ))
        .await?;
    if changed == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    wrote(c, ctx, row.course).await
}

/// Takes a file out of a course; versions already published keep it.
///
/// # Errors
/// `NotFound` when the office has no such file.
pub async fn remove_file(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: CourseFileId) -> Result<()> {
    let row = own_file(c, scope, id).await?;
    c.exec(q!("UPDATE course_file SET removed = $2 WHERE id = $1 AND removed IS NULL", id, ctx.now)).await?;
    wrote(c, ctx, row.course).await
}

/// Whether a course names an object of the store, so that it must not be deleted.
///
/// # Errors
/// Those of the database.
pub async fn holds(c: &mut Conn, hash: blob::Hash) -> Result<bool> {
    let found: Option<(i64,)> = c.opt(q!("SELECT size FROM course_file WHERE hash = $1 LIMIT 1", hash)).await?;
    Ok(found.is_some())
}
