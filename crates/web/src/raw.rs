//! A file sent as the body of a request itself.

use axum::{
    extract::Request,
    http::{HeaderMap, header},
};
use futures::TryStreamExt as _;
use kernel::{Fault, FaultKind};

use crate::{
    Upload,
    form::{Spool, clean_name, too_large, unreadable},
    msg,
};

/// Whether a body is a form with parts.
pub fn is_multipart(headers: &HeaderMap) -> bool {
    content_type(headers).starts_with("multipart/form-data")
}

fn content_type(headers: &HeaderMap) -> String {
    headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default().trim().to_ascii_lowercase()
}

/// Takes a file that is the body itself, of at most `limit` bytes, into a temporary place. What it really is will be told
/// from its content; the type it is said to have must only be there, and not be that of a form.
///
/// # Errors
/// `MediaType` without a type or with that of a form; `BadRequest` at `name` without one; `TooLarge`; `Unavailable` when the
/// disk is full.
pub async fn raw(request: Request, name: &str, limit: u64) -> Result<Upload, Fault> {
    let kind = content_type(request.headers());
    if kind.is_empty() || kind.starts_with("application/x-www-form-urlencoded") {
        return Err(Fault::new(FaultKind::MediaType, msg::FAULT_MEDIA_TYPE)
            .arg("wanted", "multipart/form-data, application/octet-stream"));
    }
    let name = clean_name(name);
    if name.is_empty() {
        return Err(Fault::new(FaultKind::BadRequest, msg::FAULT_QUERY).and_field(
            "name",
            msg::FAULT_FILE_NAME,
            Vec::new(),
        ));
    }
    let told = request.headers().get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse::<u64>().ok());
    if told.is_some_and(|length| length > limit) {
        return Err(too_large(limit));
    }
    let mut spool = Spool::new(limit)?;
    let mut body = request.into_body().into_data_stream();
    while let Some(chunk) = body.try_next().await.map_err(unreadable)? {
        spool.write(&chunk)?;
    }
    spool.done(String::new(), name)
}
