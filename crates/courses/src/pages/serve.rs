//! `/courses/files/{file}`: a file of a course, for its learners and its authors. Nothing in it can run in the office's
//! origin: drawings come in a sandbox, documents as downloads.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use futures::{StreamExt as _, TryStreamExt as _};
use kernel::{Fault, Result, ids::CourseFileId};
use offices::Role;
use serde::Deserialize;
use web::{Answer, Req, TypedPath};

use crate::{CourseRow, FileRow, course, file, policy};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/courses/files/{file}", rejection(web::BadPath))]
pub struct Path {
    /// The file.
    pub file: CourseFileId,
}

/// Files of a published course that needs no account are for everybody, of another published course for people signed
/// in; of one that is being written for its office's authors, trainers and coordinators.
async fn allowed(req: &Req, course: &CourseRow) -> Result<()> {
    if course.published.is_some() && (course.open || req.signed_in.is_some()) {
        return Ok(());
    }
    let id = course.office;
    let office = req.app.db.read(move |c| Box::pin(async move { offices::by_id(c, id).await })).await?;
    policy::enter(req, &office.slug, &[Role::Author, Role::Trainer, Role::Coordinator]).await.map(|_| ())
}

/// A range of bytes asked for (RFC 9110, section 14): first and last, within the size.
fn range(headers: &HeaderMap, size: u64) -> Option<(u64, u64)> {
    let asked = headers.get(header::RANGE)?.to_str().ok()?.strip_prefix("bytes=")?;
    let (from, to) = asked.split_once('-')?;
    let last = size.checked_sub(1)?;
    let (from, to) = match (from.trim(), to.trim()) {
        ("", tail) => (size.saturating_sub(tail.parse().ok()?), last),
        (from, "") => (from.parse().ok()?, last),
        (from, to) => (from.parse().ok()?, to.parse::<u64>().ok()?.min(last)),
    };
    (from <= to).then_some((from, to))
}

/// The file.
pub async fn show(path: Path, req: Req, headers: HeaderMap) -> Answer<Response> {
    let id = path.file;
    let (row, course) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let row = file::file(c, id).await?;
                let course = course::course(c, row.course).await?;
                Ok((row, course))
            })
        })
        .await?;
    allowed(&req, &course).await?;
    let tag = format!("\"{}\"", row.id);
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|v| v.as_bytes() == tag.as_bytes());
    let mut response =
        if known { StatusCode::NOT_MODIFIED.into_response() } else { content(&req, &row, &headers).await? };
    let set = response.headers_mut();
    // The content under an identifier never changes.
    set.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=31536000, immutable"));
    if let Ok(tag) = HeaderValue::try_from(tag) {
        set.insert(header::ETAG, tag);
    }
    Ok(response)
}

async fn content(req: &Req, row: &FileRow, headers: &HeaderMap) -> Result<Response> {
    let hash = row.object().ok_or_else(Fault::not_found)?;
    let (size, stream) = req.app.blobs.stream(&hash).await?;
    let plays = matches!(row.media_type.as_str(), "video/mp4" | "audio/mpeg");
    let shown = match row.media_type.as_str() {
        "image/svg+xml" => "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
        "text/vtt" | "video/mp4" | "audio/mpeg" => "sandbox; default-src 'none'",
        other => return Ok(web::download(Body::from_stream(stream), &row.name, other, Some(size), true)),
    };
    let part = range(headers, size).filter(|_| plays);
    let (status, length, body) = match part {
        None => (StatusCode::OK, size, Body::from_stream(stream)),
        Some((from, to)) => (StatusCode::PARTIAL_CONTENT, to - from + 1, Body::from_stream(piece(stream, from, to))),
    };
    let mut response = (status, body).into_response();
    let mut set = |name: HeaderName, value: String| {
        if let Ok(value) = HeaderValue::try_from(value) {
            response.headers_mut().insert(name, value);
        }
    };
    set(header::CONTENT_TYPE, row.media_type.clone());
    set(header::CONTENT_SECURITY_POLICY, shown.to_owned());
    set(header::CONTENT_LENGTH, length.to_string());
    if plays {
        set(header::ACCEPT_RANGES, "bytes".into());
    }
    if let Some((from, to)) = part {
        set(header::CONTENT_RANGE, format!("bytes {from}-{to}/{size}"));
    }
    Ok(response)
}

/// The bytes of a stream from one to another.
fn piece(stream: blob::ByteStream, from: u64, to: u64) -> blob::ByteStream {
    let mut at = 0u64;
    stream
        .map_ok(move |bytes| {
            let length = bytes.len() as u64;
            let begin = from.saturating_sub(at).min(length);
            let end = (to + 1).saturating_sub(at).min(length);
            at += length;
            let place = |n: u64| usize::try_from(n).unwrap_or(bytes.len());
            (at > to, bytes.slice(place(begin)..place(end.max(begin))))
        })
        .scan(false, |over, next| {
            let go_on = !*over;
            if let Ok((last, _)) = &next {
                *over = *last;
            }
            futures::future::ready(go_on.then_some(next))
        })
        .map_ok(|(_, bytes)| bytes)
        .boxed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_stay_within_the_file() {
        let asked = |text: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::RANGE, HeaderValue::try_from(text).expect("a header"));
            range(&headers, 100)
        };
        assert_eq!(asked("bytes=0-9"), Some((0, 9)));
        assert_eq!(asked("bytes=90-"), Some((90, 99)));
        assert_eq!(asked("bytes=-5"), Some((95, 99)));
        assert_eq!(asked("bytes=50-500"), Some((50, 99)));
        assert_eq!(asked("bytes=200-"), None);
        assert_eq!(asked("bytes=x-y"), None);
        assert_eq!(range(&HeaderMap::new(), 100), None);
    }

    #[tokio::test]
    async fn a_piece_is_what_was_asked_for() {
        let chunks: Vec<Result<bytes::Bytes>> = vec![Ok("abc".into()), Ok("def".into()), Ok("ghi".into())];
        let whole = futures::stream::iter(chunks).boxed();
        let got: Vec<bytes::Bytes> = piece(whole, 2, 6).try_collect().await.expect("bytes");
        assert_eq!(got.concat(), b"cdefg");
    }
}
