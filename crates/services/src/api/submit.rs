//! `POST /api/v1/offices/{office}/services/{service}/submissions`

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use kernel::{Actor, Fault, ids::SubmissionId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use web::{Answer, Body, Req, TypedPath};

use crate::{
    answers,
    form::form,
    msg,
    send::{self, NewSubmission},
    service::published_service,
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
    #[schema(value_type = Object)]
    pub answers: Value,
}

/// What was received.
#[derive(Debug, Serialize, ToSchema)]
pub struct Receipt {
    /// The submission.
    #[schema(value_type = uuid::Uuid)]
    pub id: SubmissionId,
    /// Its number.
    pub number: String,
    /// When it was received, RFC 3339 in UTC.
    pub sent_at: String,
    /// SHA-256 of the answers in canonical JSON.
    pub answers_sha256: String,
    /// SHA-256 over number, time and items.
    pub sha256: String,
}

/// Sends a form on behalf of the person behind the token. The form's fields for files must not be required.
#[utoipa::path(
    post, path = "/api/v1/offices/{office}/services/{service}/submissions", tag = "services",
    params(("office" = String, Path, description = "Slug of the office"), ("service" = String, Path, description = "Identifier of the service"),
           ("Idempotency-Key" = Option<String>, Header, description = "Sending again with the same key gives the same receipt")),
    request_body = NewAnswers,
    responses((status = 201, description = "Received", body = Receipt), (status = 200, description = "Received before with this key", body = Receipt),
              (status = 401, description = "No token"), (status = 403, description = "The token lacks cases:write"),
              (status = 422, description = "Answers that will not do, by field"))
)]
pub async fn submit(path: Path, req: Req, body: Body<NewAnswers>) -> Answer<Response> {
    req.scope("cases:write")?;
    let person = req.person()?;
    let site = offices::site(&req, &path.office).await?;
    if matches!(&req.ctx.actor, Actor::Token { office: Some(only), .. } if *only != site.office.id) {
        return Err(Fault::not_found().into());
    }
    let (scope, ctx, slug, given) = (site.scope, req.ctx.clone(), path.service, body.0.answers);
    let url = req.app.settings.public_url.clone();
    // The key is the caller's: another person's same key is another submission.
    let once = match &req.idempotency_key {
        Some(key) => format!("api:{}:{person}:{slug}:{key}", site.office.id),
        None => format!("api:{}", req.once()),
    };
    let sent = req
        .app
        .db
        .write(move |c| {
            let (ctx, slug, given, url, once) = (ctx.clone(), slug.clone(), given.clone(), url.clone(), once.clone());
            Box::pin(async move {
                let service = published_service(c, scope, &slug).await?;
                let form_id = service.form_id.ok_or_else(|| Fault::conflict(msg::SERVICES_OFFLINE))?;
                let form = form(c, scope, form_id).await?;
                let answers = answers::from_json(&form, &given).map_err(|troubles| Fault {
                    fields: troubles.iter().map(answers::Trouble::fault).collect(),
                    ..Fault::invalid("fault-fields")
                })?;
                let account = identity::person(c, person).await?;
                let new = NewSubmission {
                    form: form_id,
                    answers,
                    files: Vec::new(),
                    person: Some(person),
                    name: account.name(),
                    email: account.email,
                    channel: Channel::Api,
                    once,
                };
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
