//! `POST /api/v1/offices/{office}/services/{service}/submissions`

use axum::{
    Json,
    extract::{FromRequest, Request},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use kernel::{Actor, Fault, FieldFault, OfficeScope, Result, ids::SubmissionId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use web::{Answer, App, Body, FormData, NoQuery, Problem, Req, TypedPath, Upload};

use crate::{
    answers, files,
    form::form,
    msg,
    schema::{self, Form},
    send::{self, NewFile, NewSubmission},
    service::{ServiceRow, published_service},
    submission::Channel,
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/services/{service}/submissions", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The service.
    pub service: String,
}

/// What is sent.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAnswers {
    /// Answers by the field's id, as the form describes them.
    #[schema(value_type = Object, example = json!({"applicant": "person", "given_name": "Anna", "family_name": "Nowak",
        "email": "anna@example.pl", "information": "Rejestr umów za 2025 r.", "information_way": "email",
        "information_form": "copy", "truth": true}))]
    pub answers: Value,
}

/// What is sent with files: `multipart/form-data`.
#[derive(ToSchema)]
pub struct NewAnswersWithFiles {
    /// Answers by the field's id, as JSON text.
    #[schema(value_type = Object)]
    pub answers: Value,
    /// Files: each part is named after the form's field that asks for it, with a file name; several parts may have one
    /// name. Kinds, sizes and numbers are checked as on the pages.
    #[schema(value_type = Vec<String>, format = Binary)]
    pub field: Vec<Vec<u8>>,
}

/// A request in one of its two shapes.
pub struct Given {
    answers: Value,
    files: Vec<Upload>,
    in_parts: bool,
}

/// The part that holds the answers.
const ANSWERS: &str = "answers";

impl FromRequest<App> for Given {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> std::result::Result<Self, Problem> {
        if !web::is_multipart(request.headers()) {
            let Body(NewAnswers { answers }) = Body::from_request(request, app).await?;
            return Ok(Self { answers, files: Vec::new(), in_parts: false });
        }
        let mut form = FormData::from_request(request, app).await?;
        // Many clients send the JSON as a file, too.
        let sent_as_file = form.files.iter().position(|f| f.field == ANSWERS).map(|i| form.files.remove(i));
        let text = match (form.raw(ANSWERS), &sent_as_file) {
            (Some(text), _) => text.to_owned(),
            (None, Some(upload)) if upload.size <= schema::MAX_BYTES as u64 => {
                std::fs::read_to_string(upload.file.path()).map_err(Fault::unavailable)?
            }
            _ => return Err(Fault::field(ANSWERS, web::msg::FIELD_REQUIRED).into()),
        };
        let answers = web::read_json(text.as_bytes())?;
        Ok(Self { answers, files: form.files, in_parts: true })
    }
}

/// What was received.
#[derive(Debug, Serialize, ToSchema)]
pub struct Receipt {
    /// The submission.
    #[schema(value_type = uuid::Uuid)]
    pub id: SubmissionId,
    /// Its number.
    #[schema(example = "WE/12/2026")]
    pub number: String,
    /// When it was received, RFC 3339 in UTC.
    #[schema(format = DateTime)]
    pub sent_at: String,
    /// SHA-256 of the answers in canonical JSON.
    pub answers_sha256: String,
    /// SHA-256 over number, time and items.
    pub sha256: String,
}

/// Sends a form on behalf of the person behind the token.
///
/// As JSON, or with its files as `multipart/form-data`. The answer is the official receipt: number, time and fingerprints.
#[utoipa::path(
    post, path = "/api/v1/offices/{office}/services/{service}/submissions", operation_id = "submitForm", tag = "services",
    request_body(content(
        (NewAnswers = "application/json"),
        (NewAnswersWithFiles = "multipart/form-data")
    ), description = "With files: a part `answers` with the answers as JSON, and a part for each file, named after the form's field that asks for it"),
    responses((status = 201, description = "Received", body = Receipt), (status = 200, description = "Received before with this key", body = Receipt),
              (status = 409, description = "The service cannot be settled online, or the key was used for other answers"),
              (status = 413, description = "A file above the installation's limit"),
              (status = 422, description = "Answers or files that will not do, by field")),
    security(("bearer" = ["cases:write"]))
)]
pub async fn submit(path: Path, req: Req, _: NoQuery, given: std::result::Result<Given, Problem>) -> Answer<Response> {
    req.scope("cases:write")?;
    let person = req.person()?;
    let site = offices::site(&req, &path.office).await?;
    if matches!(&req.ctx.actor, Actor::Token { office: Some(only), .. } if *only != site.office.id) {
        return Err(Fault::not_found().into());
    }
    let (scope, ctx, slug) = (site.scope, req.ctx.clone(), path.service);
    let (service, form) = online(&req.app, scope, slug.clone()).await?;
    let given = given?;
    let answers = answers::from_json(&form, &given.answers).map_err(|troubles| in_answers(&given, &troubles))?;
    let files = keep(&req.app, &form, &given.files).await?;
    let url = req.app.settings.public_url.clone();
    // The key is the caller's: another person's same key is another submission.
    let once = match req.idempotency_key()? {
        Some(key) => format!("api:{}:{person}:{slug}:{key}", site.office.id),
        None => format!("api:{}", req.once()),
    };
    let sent = req
        .app
        .db
        .write(move |c| {
            Box::pin(async move {
                let form = service.form_id.ok_or_else(|| Fault::conflict(msg::SERVICES_OFFLINE))?;
                let account = identity::person(c, person).await?;
                let (name, email) = (account.name(), account.email);
                let person = Some(person);
                let new = NewSubmission { form, answers, files, person, name, email, channel: Channel::Api, once };
                send::submit(c, &ctx, scope, &service, new, &url).await
            })
        })
        .await?;
    let s = &sent.submission;
    let receipt = Receipt {
        id: s.id,
        number: s.number.clone(),
        sent_at: s.sent_at.rfc3339(),
        answers_sha256: s.answers_hash.clone(),
        sha256: s.hash.clone(),
    };
    let status = if sent.fresh { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(receipt)).into_response())
}

/// What is wrong with answers, at its place in the body. In a form with parts the answers are a part of their own.
fn in_answers(given: &Given, troubles: &[answers::Trouble]) -> Fault {
    let below = if given.in_parts { "" } else { "answers/" };
    let place = |f: FieldFault| FieldFault { field: format!("{below}{}", f.field), ..f };
    let fields = troubles.iter().map(|t| place(t.fault())).collect();
    Fault { fields, ..Fault::invalid("fault-fields") }
}

/// The service and the form it has now.
async fn online(app: &App, scope: OfficeScope, slug: String) -> Result<(ServiceRow, Form)> {
    app.db
        .read(move |c| {
            Box::pin(async move {
                let service = published_service(c, scope, &slug).await?;
                let id = service.form_id.ok_or_else(|| Fault::conflict(msg::SERVICES_OFFLINE))?;
                let form = form(c, scope, id).await?;
                Ok((service, form))
            })
        })
        .await
}

/// Puts the files into the store when all of them will do; names every one that will not.
async fn keep(app: &App, form: &Form, uploads: &[Upload]) -> Result<Vec<NewFile>> {
    let (mut kept, mut faults): (Vec<NewFile>, Vec<FieldFault>) = (Vec::new(), Vec::new());
    for upload in uploads {
        let own = kept.iter().filter(|f| f.field == upload.field).count();
        let Ok(question) = files::question(form, &upload.field) else {
            let field = upload.field.clone();
            faults.push(FieldFault { field, key: msg::SERVICES_UNKNOWN_FIELD, args: Vec::new() });
            continue;
        };
        let stored = match files::room(question, own, kept.len()) {
            Ok(()) => files::keep(app, upload).await,
            Err(fault) => Err(fault),
        };
        match stored {
            Ok(stored) => kept.push(NewFile {
                field: upload.field.clone(),
                name: upload.name.clone(),
                hash: stored.hex(),
                size: i64::try_from(stored.size).unwrap_or(i64::MAX),
                media_type: stored.media_type,
            }),
            Err(fault) if !fault.fields.is_empty() => faults.extend(fault.fields),
            Err(fault) => return Err(fault),
        }
    }
    Fault::check(faults)?;
    Ok(kept)
}
