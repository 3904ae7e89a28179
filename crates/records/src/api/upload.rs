//! A file on its way in by the API: in a form, or as the body itself.

use axum::{
    extract::{FromRequest as _, Request},
    http::header,
    response::Response,
};
use kernel::{Fault, FieldFault, Result, ids::CaseId};
use offices::Desk;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use web::{App, Done, FormData, Problem, Req, Upload};

use super::documents::{kinds, origins};
use crate::{
    cases,
    documents::{Kind, NewDocument, Origin},
    msg,
};

/// What is told of a document whose content is the body itself.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DocumentQuery {
    /// The file's name, needed when the content is the body itself.
    #[param(example = "mapa.pdf")]
    pub name: Option<String>,
    /// What the document is; an attachment when not told.
    #[param(schema_with = kinds)]
    pub kind: Option<Kind>,
    /// Where the document comes from. What comes from the party or was sent to the party is shown to the party.
    #[param(schema_with = origins)]
    pub origin: Option<Origin>,
}

/// A document in a form.
#[derive(ToSchema)]
pub struct NewDocumentForm {
    /// The file.
    #[schema(value_type = String, format = Binary)]
    pub file: Vec<u8>,
    /// Its name; the name of the file when left out.
    pub name: Option<String>,
    /// What it is; an attachment when left out.
    #[schema(schema_with = kinds)]
    pub kind: Option<String>,
    /// Where it comes from.
    #[schema(schema_with = origins)]
    pub origin: Option<String>,
}

/// The parts of a form that brings a document.
const PARTS: [&str; 4] = ["file", "name", "kind", "origin"];

/// A document that was sent, not yet in the store.
pub(super) struct Sent {
    upload: Upload,
    name: String,
    kind: Kind,
    origin: Origin,
}

fn wrong(field: &str, key: &'static str) -> Fault {
    Fault::field(field, key)
}

impl Sent {
    /// Reads a document from a request. `origin` is where it comes from when that is not told.
    pub(super) async fn read(
        request: Request,
        app: &App,
        query: DocumentQuery,
        origin: Origin,
    ) -> Result<Self, Problem> {
        let limit = app.settings.max_upload;
        if !web::is_multipart(request.headers()) {
            let upload = web::raw(request, query.name.as_deref().unwrap_or_default(), limit).await?;
            let name = upload.name.clone();
            let (kind, origin) = (query.kind.unwrap_or(Kind::Attachment), query.origin.unwrap_or(origin));
            return Self { upload, name, kind, origin }.whole();
        }
        let mut form = FormData::from_request(request, app).await?;
        for name in form.fields.0.iter().map(|(n, _)| n).chain(form.files.iter().map(|f| &f.field)) {
            if !PARTS.contains(&name.as_str()) {
                let args = vec![("name", name.as_str().into()), ("known", PARTS.join(", ").into())];
                let fields = vec![FieldFault { field: name.clone(), key: web::msg::FAULT_JSON_UNKNOWN, args }];
                return Err(Fault { fields, ..Fault::invalid(web::msg::FAULT_FIELDS) }.into());
            }
        }
        let kind = match form.some("kind") {
            Some(word) => Kind::parse(word).ok_or_else(|| wrong("kind", web::msg::FIELD_CHOICE))?,
            None => query.kind.unwrap_or(Kind::Attachment),
        };
        let origin = match form.some("origin") {
            Some(word) => Origin::parse(word).ok_or_else(|| wrong("origin", web::msg::FIELD_CHOICE))?,
            None => query.origin.unwrap_or(origin),
        };
        let told = form.some("name").map(str::to_owned).or(query.name);
        let (Some(upload), true) = (form.files.pop(), form.files.is_empty()) else {
            return Err(wrong("file", msg::RECORDS_FIELD_FILE).into());
        };
        let name = told.unwrap_or_else(|| upload.name.clone());
        Self { upload, name, kind, origin }.whole()
    }

    fn whole(self) -> Result<Self, Problem> {
        if self.upload.size == 0 {
            return Err(wrong("file", msg::RECORDS_FIELD_FILE_EMPTY).into());
        }
        Ok(self)
    }

    /// Puts the file into the store; gives the document and a text that the same request repeats.
    ///
    /// # Errors
    /// `Invalid` when the file is not what the document's name says.
    pub(super) async fn keep(self, app: &App) -> Result<(NewDocument, String)> {
        let stored = app.blobs.put_file(self.upload.file.path(), &self.name).await?;
        blob::check_claim(&stored, &self.name)
            .map_err(|why| Fault::invalid(web::msg::FAULT_FIELDS).and_field("file", why.key, why.args))?;
        let text = format!("{} {} {} {}", stored.hex(), self.kind.as_str(), self.origin.as_str(), self.name);
        Ok((NewDocument { stored, name: self.name, kind: self.kind, origin: self.origin }, text))
    }
}

/// The answer to what made something below an address, with where it is now.
pub(super) fn created(done: Done, below: &str) -> Response {
    let made = serde_json::from_str::<serde_json::Value>(&done.json).ok();
    let id = made.and_then(|v| v.get("id")?.as_str().map(str::to_owned)).unwrap_or_default();
    let mut response = done.created();
    if let Ok(here) = header::HeaderValue::try_from(format!("{below}/{id}")) {
        response.headers_mut().insert(header::LOCATION, here);
    }
    response
}

/// The body of a request about a case, once it is known that its sender sees the case: what one may not know of is not
/// found, whatever is sent.
pub(super) async fn seen_first<T>(
    req: &Req,
    desk: &Desk,
    case: CaseId,
    body: Result<T, Problem>,
) -> Result<T, Problem> {
    if body.is_err() {
        let desk = desk.clone();
        req.app.db.read(move |c| Box::pin(async move { cases::case(c, &desk, case).await })).await?;
    }
    body
}
