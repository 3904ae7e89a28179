//! `GET /api/v1/offices/{office}/services/{service}`

use axum::{
    Json,
    http::header,
    response::{IntoResponse as _, Response},
};
use kernel::ids::FormId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use web::{Answer, NoQuery, Req, TypedPath};

use crate::{form::form, schema::json_schema::json_schema, service::published_service};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/services/{service}", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The service.
    pub service: String,
}

/// A service with all its texts and its form.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServiceFull {
    /// The catalogue's identifier.
    pub id: String,
    /// Name in Polish.
    pub name_pl: String,
    /// Name in English.
    pub name_en: String,
    /// One sentence in Polish.
    pub summary_pl: String,
    /// One sentence in English.
    pub summary_en: String,
    /// Part of life.
    pub topic: &'static str,
    /// Who settles it: `gmina`, `powiat`, `ZUS`.
    pub level: &'static str,
    /// What it is.
    pub description: String,
    /// What one needs.
    pub documents: Vec<String>,
    /// The fee in words.
    pub fee: String,
    /// The fee in grosze where it is one amount.
    pub fee_grosze: Option<i64>,
    /// The term in words.
    pub term: String,
    /// Length of the office's term.
    pub term_amount: Option<u32>,
    /// `days`, `weeks`, `months`, `years`.
    pub term_unit: Option<String>,
    /// Whether the days are working days.
    pub term_working: bool,
    /// The last day of the term, were it begun today.
    pub term_if_today: Option<String>,
    /// Legal basis.
    pub legal_basis: Vec<String>,
    /// How to appeal.
    pub appeal: String,
    /// Sources of the texts; to be checked against the law in force.
    pub sources: Vec<String>,
    /// What the editor was not sure of.
    pub remark: String,
    /// Edition of the catalogue.
    pub data_version: String,
    /// Class of the file plan.
    pub jrwa: Option<String>,
    /// The unit that usually settles it.
    pub unit: String,
    /// The published version of the form; none when it cannot be settled online.
    #[schema(value_type = Option<uuid::Uuid>)]
    pub form_id: Option<FormId>,
    /// The form, as the JSON Schema at `/api/v1/form-schema` describes it; none when it cannot be settled online.
    #[schema(value_type = Option<Object>)]
    pub form: Option<Value>,
}

/// The description of forms.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/api/v1/form-schema")]
pub struct SchemaPath;

/// Gives the format of forms as a JSON Schema (draft 2020-12).
///
/// What stands under `form` of a service is checked against it before it is published.
#[utoipa::path(
    get, path = "/api/v1/form-schema", operation_id = "getFormSchema", tag = "services",
    responses((status = 200, description = "The schema", body = Object, content_type = "application/schema+json"))
)]
pub async fn form_schema(_: SchemaPath, _: Req, _: NoQuery) -> Response {
    ([(header::CONTENT_TYPE, "application/schema+json")], json_schema().to_string()).into_response()
}

/// Shows a published service with its texts and its form.
#[utoipa::path(
    get, path = "/api/v1/offices/{office}/services/{service}", operation_id = "getService", tag = "services",
    responses((status = 200, description = "The service with its form", body = ServiceFull))
)]
pub async fn one(path: Path, req: Req, _: NoQuery) -> Answer<Json<ServiceFull>> {
    let site = offices::site(&req, &path.office).await?;
    let scope = site.scope;
    let slug = path.service;
    let (s, form) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let s = published_service(c, scope, &slug).await?;
                let form = match s.form_id {
                    Some(id) => Some(form(c, scope, id).await?),
                    None => None,
                };
                Ok((s, form))
            })
        })
        .await?;
    let if_today = s.last_day(req.ctx.now.warsaw_date());
    Ok(Json(ServiceFull {
        id: s.slug,
        name_pl: s.name_pl,
        name_en: s.name_en,
        summary_pl: s.summary_pl,
        summary_en: s.summary_en,
        topic: s.topic.as_str(),
        level: s.level.as_str(),
        description: s.description,
        documents: s.documents.0,
        fee: s.fee,
        fee_grosze: s.fee_grosze,
        term: s.term,
        term_amount: s.term_amount,
        term_unit: s.term_unit,
        term_working: s.term_working,
        term_if_today: if_today.map(|d| d.to_string()),
        legal_basis: s.legal_basis.0,
        appeal: s.appeal,
        sources: s.sources.0,
        remark: s.remark,
        data_version: s.data_version,
        jrwa: s.jrwa,
        unit: s.unit_name,
        form_id: s.form_id,
        form: form.and_then(|f| serde_json::to_value(f).ok()),
    }))
}
