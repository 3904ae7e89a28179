//! Forms: their fields, and files on their way in.

use std::{
    io::{Seek as _, SeekFrom, Write as _},
    str::FromStr,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    extract::{FromRequest, Multipart, Request, multipart::MultipartError},
    http::{StatusCode, header},
};
use bytes::Bytes;
use kernel::{Fault, FaultKind, FieldFault};

use crate::{App, Problem, msg};

/// The most bytes a form without files may have.
const FORM_LIMIT: usize = 4 << 20;
/// The most fields and files a form may have.
const PARTS_LIMIT: usize = 2000;
/// How much of a file's beginning is kept at hand.
const HEAD: usize = 8192;

/// Fields by name, in the order sent; a name may occur more than once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// Reads form-encoded bytes; what cannot be read is left out.
    pub fn parse(bytes: &[u8]) -> Self {
        Self::of(serde_urlencoded::from_bytes(bytes).unwrap_or_default())
    }
    /// Fields as sent, without the character zero: nobody types it, and PostgreSQL has no text with it.
    fn of(mut pairs: Vec<(String, String)>) -> Self {
        for text in pairs.iter_mut().flat_map(|(name, value)| [name, value]) {
            text.retain(|c| c != '\0');
        }
        Self(pairs)
    }
    /// The first value of a name, trimmed; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.raw(name).unwrap_or_default().trim()
    }
    /// The first value of a name as sent.
    pub fn raw(&self, name: &str) -> Option<&str> {
        self.0.iter().find_map(|(n, v)| (n == name).then_some(v.as_str()))
    }
    /// The first value of a name, trimmed, unless empty.
    pub fn some(&self, name: &str) -> Option<&str> {
        Some(self.get(name)).filter(|v| !v.is_empty())
    }
    /// All values of a name, trimmed.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.trim())
    }
    /// Whether a name was sent at all (a ticked box).
    pub fn has(&self, name: &str) -> bool {
        self.raw(name).is_some()
    }
    /// The first value of a name read as a type.
    pub fn parsed<T: FromStr>(&self, name: &str) -> Option<T> {
        self.get(name).parse().ok()
    }
    /// Form-encoded again.
    pub fn encode(&self) -> String {
        serde_urlencoded::to_string(&self.0).unwrap_or_default()
    }
}

/// An address with fields, empty ones left out.
pub fn with_query(path: &str, pairs: &[(&str, &str)]) -> String {
    let fields = Fields(pairs.iter().filter(|(_, v)| !v.is_empty()).map(|(n, v)| ((*n).into(), (*v).into())).collect());
    let query = fields.encode();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// A number typed into a field: empty is none, and what is no number of this type is at fault.
pub fn number<N: FromStr>(fields: &Fields, name: &str, faults: &mut Vec<FieldFault>) -> Option<N> {
    let typed = fields.some(name)?;
    let read = typed.parse().ok();
    if read.is_none() {
        faults.push(FieldFault { field: name.into(), key: msg::FIELD_NUMBER, args: Vec::new() });
    }
    read
}

/// A file that was sent, lying in a temporary place until it is kept or dropped.
#[derive(Debug)]
pub struct Upload {
    /// The field's name.
    pub field: String,
    /// The file's name as the person's machine gave it, without folders, at most 200 characters.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// The first 8 KiB, to tell what it is.
    pub head: Vec<u8>,
    /// The file.
    pub file: tempfile::NamedTempFile,
}

/// A form: its fields and files. Accepts both encodings a browser knows.
#[derive(Debug, Default)]
pub struct FormData {
    /// The fields.
    pub fields: Fields,
    /// The files; fields of files left empty are left out.
    pub files: Vec<Upload>,
}

impl std::ops::Deref for FormData {
    type Target = Fields;
    fn deref(&self) -> &Fields {
        &self.fields
    }
}

/// What a form carried, kept beside the request so that signing in can bring it back.
#[derive(Clone, Default)]
pub(crate) struct Carried(pub Arc<Mutex<Option<Sent>>>);

/// The fields of a form as they were sent, without its files.
#[derive(Clone, Default)]
pub(crate) struct Sent {
    /// The fields, urlencoded.
    pub fields: String,
    /// Whether files came along.
    pub files: bool,
}

impl Sent {
    pub(crate) fn of(form: &FormData) -> Self {
        Self { fields: form.fields.encode(), files: !form.files.is_empty() }
    }
}

pub(crate) fn unreadable<E: std::error::Error + Send + Sync + 'static>(e: E) -> Fault {
    let mut fault = Fault::invalid(msg::FAULT_FORM);
    fault.cause = Some(Arc::new(e));
    fault
}

pub(crate) fn too_large(limit: u64) -> Fault {
    Fault::new(FaultKind::TooLarge, msg::FAULT_TOO_LARGE).arg("limit", format!("{} MB", limit >> 20))
}

/// A whole body of at most [`FORM_LIMIT`]; no more than that is ever taken into memory.
pub(crate) async fn whole(request: Request) -> Result<Bytes, Fault> {
    let told = request.headers().get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse::<u64>().ok());
    if told.is_some_and(|length| length > FORM_LIMIT as u64) {
        return Err(too_large(FORM_LIMIT as u64));
    }
    axum::body::to_bytes(request.into_body(), FORM_LIMIT).await.map_err(|e| {
        let cut = std::error::Error::source(&e).is_some_and(|s| s.is::<http_body_util::LengthLimitError>());
        if cut { too_large(FORM_LIMIT as u64) } else { unreadable(e) }
    })
}

fn multipart_fault(e: MultipartError, limit: u64) -> Fault {
    if e.status() == StatusCode::PAYLOAD_TOO_LARGE { too_large(limit) } else { unreadable(e) }
}

impl FromRequest<App> for FormData {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let carried = request.extensions().get::<Carried>().cloned().unwrap_or_default();
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let form = if kind.starts_with("multipart/form-data") {
            let limit = app.settings.max_upload;
            let parts = Multipart::from_request(request, app).await.map_err(unreadable)?;
            read_parts(parts, limit).await?
        } else {
            let bytes = whole(request).await?;
            let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(&bytes).map_err(unreadable)?;
            if pairs.len() > PARTS_LIMIT {
                return Err(too_large(FORM_LIMIT as u64).into());
            }
            FormData { fields: Fields::of(pairs), files: Vec::new() }
        };
        *carried.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Sent::of(&form));
        Ok(form)
    }
}

async fn read_parts(mut parts: Multipart, limit: u64) -> Result<FormData, Fault> {
    let mut form = FormData::default();
    let mut text_bytes = 0;
    while let Some(mut part) = parts.next_field().await.map_err(|e| multipart_fault(e, limit))? {
        if form.fields.0.len() + form.files.len() >= PARTS_LIMIT {
            return Err(too_large(limit));
        }
        let field = part.name().unwrap_or_default().to_owned();
        let Some(name) = part.file_name().map(clean_name) else {
            let mut text = Vec::new();
            while let Some(chunk) = part.chunk().await.map_err(|e| multipart_fault(e, limit))? {
                text_bytes += chunk.len();
                if text_bytes > FORM_LIMIT {
                    return Err(too_large(FORM_LIMIT as u64));
                }
                text.extend_from_slice(&chunk);
            }
            form.fields.0.extend(Fields::of(vec![(field, String::from_utf8_lossy(&text).into_owned())]).0);
            continue;
        };
        if let Some(upload) = read_file(part, field, name, limit).await? {
            form.files.push(upload);
        }
    }
    Ok(form)
}

async fn read_file(
    mut part: axum::extract::multipart::Field<'_>,
    field: String,
    name: String,
    limit: u64,
) -> Result<Option<Upload>, Fault> {
    let mut spool = Spool::new(limit)?;
    while let Some(chunk) = part.chunk().await.map_err(|e| multipart_fault(e, limit))? {
        spool.write(&chunk)?;
    }
    if name.is_empty() && spool.size == 0 {
        return Ok(None);
    }
    spool.done(field, name).map(Some)
}

/// A file on its way in, written to a temporary place piece by piece.
pub(crate) struct Spool {
    file: tempfile::NamedTempFile,
    size: u64,
    head: Vec<u8>,
    limit: u64,
}

impl Spool {
    /// A place for at most so many bytes.
    pub(crate) fn new(limit: u64) -> Result<Self, Fault> {
        let file = tempfile::NamedTempFile::new().map_err(Fault::unavailable)?;
        Ok(Self { file, size: 0, head: Vec::new(), limit })
    }
    /// Takes a piece.
    pub(crate) fn write(&mut self, chunk: &[u8]) -> Result<(), Fault> {
        self.size += chunk.len() as u64;
        if self.size > self.limit {
            return Err(too_large(self.limit));
        }
        let wanted = HEAD.saturating_sub(self.head.len()).min(chunk.len());
        self.head.extend_from_slice(chunk.get(..wanted).unwrap_or_default());
        self.file.write_all(chunk).map_err(Fault::unavailable)
    }
    /// The file, whole.
    pub(crate) fn done(mut self, field: String, name: String) -> Result<Upload, Fault> {
        self.file.seek(SeekFrom::Start(0)).map_err(Fault::unavailable)?;
        Ok(Upload { field, name, size: self.size, head: self.head, file: self.file })
    }
}

/// A file name without folders and control characters, at most 200 characters.
pub(crate) fn clean_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(200).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use proptest::prelude::*;

    #[test]
    fn the_character_zero_is_left_out() {
        let form =
            multipart(b"--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\0y\r\n--edge--\r\n".to_vec());
        assert_eq!(form.unwrap().get("a"), "xy");
        let fields = Fields::parse(b"class=%00&q=a%00b");
        assert_eq!((fields.some("class"), fields.get("q")), (None, "ab"));
    }

    /// Reads a body sent as multipart with the edge `edge`, as a browser's would be.
    fn multipart(body: Vec<u8>) -> Result<FormData, Fault> {
        let request = Request::builder()
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .body(Body::from(body))
            .map_err(unreadable)?;
        futures_of(async { read_parts(Multipart::from_request(request, &()).await.map_err(unreadable)?, 4096).await })
    }

    fn futures_of<T>(work: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(work)
    }

    fn piece() -> impl Strategy<Value = Vec<u8>> {
        prop_oneof![
            Just(b"--edge\r\n".to_vec()),
            Just(b"--edge--\r\n".to_vec()),
            Just(b"\r\n".to_vec()),
            Just(b"Content-Disposition: form-data; name=\"a\"\r\n\r\n".to_vec()),
            Just(b"Content-Disposition: form-data; name=\"f\"; filename=\"../x\\y.pdf\"\r\n\r\n".to_vec()),
            Just(b"Content-Disposition: form-data; filename*=UTF-8''%ff\r\n".to_vec()),
            Just(b"Content-Type: text/plain; charset=utf-16\r\n".to_vec()),
            prop::collection::vec(any::<u8>(), 0..60),
        ]
    }

    proptest! {
        #[test]
        fn no_body_makes_it_panic(pieces in prop::collection::vec(piece(), 0..12)) {
            if let Ok(form) = multipart(pieces.concat()) {
                for file in &form.files {
                    prop_assert!(!file.name.contains(['/', '\\']) && file.name.chars().count() <= 200);
                    prop_assert!(file.head.len() as u64 <= file.size);
                }
            }
        }

        #[test]
        fn what_is_sent_comes_back(name in "[a-z]{1,9}", value in "[^\u{0}\u{feff}]{0,40}", content in prop::collection::vec(any::<u8>(), 1..200)) {
            let mut body = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes();
            body.extend(b"--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\n");
            body.extend(&content);
            body.extend(b"\r\n--edge--\r\n");
            prop_assume!(!content.windows(6).any(|w| w == b"--edge") && !value.contains("--edge"));
            let form = multipart(body).unwrap();
            prop_assert_eq!(form.fields.raw(&name), Some(value.as_str()));
            prop_assert_eq!(form.files[0].size, content.len() as u64);
            prop_assert_eq!(&form.files[0].head, &content);
        }

        #[test]
        fn no_fields_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), name in ".{0,300}") {
            let fields = Fields::parse(&bytes);
            prop_assert_eq!(Fields::parse(fields.encode().as_bytes()), fields);
            let clean = clean_name(&name);
            prop_assert!(!clean.contains(['/', '\\']) && !clean.chars().any(char::is_control));
        }
    }

    #[test]
    fn a_file_name_loses_its_folders_and_control_characters() {
        assert_eq!(clean_name(r"C:\Users\Anna\wniosek.pdf"), "wniosek.pdf");
        assert_eq!(clean_name("../../etc/passwd\n"), "passwd");
    }

    #[test]
    fn fields_keep_order_and_repeats() {
        let fields = Fields::parse(b"a=+1+&b=2&a=%C5%BC&c");
        assert_eq!(fields.get("a"), "1");
        assert_eq!(fields.all("a").collect::<Vec<_>>(), ["1", "ż"]);
        assert!(fields.has("c") && fields.some("c").is_none() && !fields.has("d"));
        assert_eq!(Fields::parse(fields.encode().as_bytes()), fields);
    }

    #[test]
    fn a_query_leaves_out_what_is_empty() {
        assert_eq!(with_query("/a", &[("q", "Łódź 1"), ("unit", "")]), "/a?q=%C5%81%C3%B3d%C5%BA+1");
        assert_eq!(with_query("/a", &[("q", "")]), "/a");
    }

    #[test]
    fn what_is_no_number_is_at_fault() {
        let (fields, mut faults) = (Fields::parse(b"a=+12+&b=&c=-1&d=x"), Vec::new());
        let read = ["a", "b", "c", "d", "e"].map(|name| number::<u32>(&fields, name, &mut faults));
        assert_eq!(read, [Some(12), None, None, None, None]);
        assert_eq!(faults.iter().map(|f| f.field.as_str()).collect::<Vec<_>>(), ["c", "d"]);
    }
}
