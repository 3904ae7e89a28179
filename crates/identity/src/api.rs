//! The JSON API of this subject: who a token or a session belongs to.

use axum::Json;
use kernel::{Actor, ids::OfficeId, ids::PersonId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, NoQuery, Req, TypedPath};

use crate::person;

/// `GET /api/v1/me`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/api/v1/me")]
pub(crate) struct MePath;

/// The person behind a request.
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    /// The person.
    #[schema(value_type = uuid::Uuid)]
    pub id: PersonId,
    /// The whole name.
    pub name: String,
    /// Given name or names.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// The checked e-mail address.
    pub email: String,
    /// The language chosen, ISO 639-1.
    pub lang: &'static str,
    /// Whether the person runs the installation.
    pub operator: bool,
    /// The token that asked, if it was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<MeToken>,
}

/// The token that asked.
#[derive(Debug, Serialize, ToSchema)]
pub struct MeToken {
    /// The name its owner gave it.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<String>,
    /// The office it is limited to.
    #[schema(value_type = Option<uuid::Uuid>)]
    pub office: Option<OfficeId>,
}

/// The paths of this subject, for the OpenAPI document.
#[derive(utoipa::OpenApi)]
#[openapi(paths(me), components(schemas(Me, MeToken)))]
pub struct Api;

/// Tells who asks: the person behind the token, and what the token may do.
///
/// Any token will do, whatever its scopes.
#[utoipa::path(
    get, path = "/api/v1/me", operation_id = "getMe", tag = "identity",
    responses((status = 200, description = "The person behind the token or session", body = Me)), security(("bearer" = []))
)]
pub(crate) async fn me(_: MePath, req: Req, _: NoQuery) -> Answer<Json<Me>> {
    let id = req.person()?;
    let me = req.app.db.read(move |c| Box::pin(async move { person(c, id).await })).await?;
    let token = match &req.ctx.actor {
        Actor::Token { name, office, scopes, .. } => {
            Some(MeToken { name: name.clone(), scopes: scopes.clone(), office: *office })
        }
        _ => None,
    };
    Ok(Json(Me {
        id,
        name: me.name(),
        given_name: me.given_name,
        family_name: me.family_name,
        email: me.email,
        lang: me.lang.code(),
        operator: me.operator,
        token,
    }))
}
