//! `GET /api/v1/offices/{office}/outgoing`: the register of outgoing mail.

use axum::Json;
use kernel::Micros;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use web::{Answer, Cursor, Limit, Query, Req, TypedPath};

use crate::{
    OutgoingFilter, OutgoingRow, Way,
    api::ways,
    outgoing::{PAGE, outgoing_page},
};

/// The register.
#[derive(TypedPath, Deserialize)]
#[typed_path("/api/v1/offices/{office}/outgoing", rejection(web::BadPath))]
pub(crate) struct RegisterPath {
    pub office: String,
}

/// What the register is narrowed to.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OutgoingQuery {
    /// Sent in this year.
    #[param(example = 2026)]
    pub year: Option<i64>,
    /// Sent this way.
    #[param(schema_with = ways)]
    pub way: Option<Way>,
    /// Only what is not delivered yet, as far as known.
    #[serde(default)]
    pub undelivered: bool,
    /// A part of the title, the addressee or the case reference.
    #[serde(default)]
    pub q: String,
    /// How many items, 1 to 50.
    #[serde(default)]
    #[param(inline)]
    pub limit: Limit<50, 50>,
    /// `next` of the page before; the first page when left out.
    #[param(value_type = Option<String>)]
    pub cursor: Option<Cursor>,
}

/// An entry of the register of outgoing mail.
#[derive(Debug, Serialize, ToSchema)]
pub struct OutgoingEntry {
    /// The identifier.
    pub id: Uuid,
    /// The number and the year.
    #[schema(example = "12/2026")]
    pub number: String,
    /// The case.
    pub case: Uuid,
    /// The case reference.
    #[schema(example = "GK.6131.1.2026")]
    pub reference: String,
    /// The letter.
    pub letter: Uuid,
    /// The title of the letter.
    pub title: String,
    /// To whom.
    pub addressee: String,
    /// Where to; empty when it went to an account.
    pub address: String,
    /// The way of sending.
    #[schema(schema_with = ways)]
    pub way: String,
    /// When it was sent, RFC 3339.
    #[schema(format = DateTime)]
    pub sent_at: String,
    /// By whom.
    pub sent_by: String,
    /// Proof of sending.
    pub sent_proof: String,
    /// The day of delivery, ISO 8601; null when not known.
    #[schema(format = Date)]
    pub delivered_on: Option<String>,
    /// When the delivery was recorded, or the letter opened, RFC 3339.
    #[schema(format = DateTime)]
    pub delivered_at: Option<String>,
    /// Proof of delivery.
    pub delivered_proof: String,
}

/// A page of the register, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct OutgoingList {
    /// The entries.
    pub items: Vec<OutgoingEntry>,
    /// The cursor of the next page; null on the last.
    pub next: Option<String>,
}

impl From<OutgoingRow> for OutgoingEntry {
    fn from(o: OutgoingRow) -> Self {
        Self {
            id: o.id.0,
            number: o.label(),
            case: o.case.0,
            letter: o.letter.0,
            way: o.way.as_str().to_owned(),
            sent_at: o.sent_at.rfc3339(),
            delivered_on: o.delivered_on.map(|d| d.0.to_string()),
            delivered_at: o.delivered_at.map(Micros::rfc3339),
            reference: o.reference,
            title: o.title,
            addressee: o.addressee,
            address: o.address,
            sent_by: o.sent_by,
            sent_proof: o.sent_proof,
            delivered_proof: o.delivered_proof,
        }
    }
}

/// Lists outgoing mail, the newest first.
///
/// Those who keep the register see all of it, others what belongs to cases they see.
#[utoipa::path(
    get, path = "/api/v1/offices/{office}/outgoing", operation_id = "listOutgoing", tag = "letters", params(OutgoingQuery),
    responses((status = 200, description = "A page of the register", body = OutgoingList)),
    security(("bearer" = ["cases:read"]))
)]
pub(crate) async fn list(
    path: RegisterPath,
    req: Req,
    Query(query): Query<OutgoingQuery>,
) -> Answer<Json<OutgoingList>> {
    req.scope("cases:read")?;
    let desk = offices::desk(&req, &path.office, None).await?;
    let OutgoingQuery { year, way, undelivered, q: text, limit, cursor } = query;
    let filter = OutgoingFilter { year, way, undelivered, text };
    let most = usize::try_from(limit.get()).unwrap_or(PAGE);
    let (rows, next) =
        req.app.db.read(move |c| Box::pin(async move { outgoing_page(c, &desk, &filter, cursor, most).await })).await?;
    Ok(Json(OutgoingList {
        items: rows.into_iter().map(OutgoingEntry::from).collect(),
        next: next.map(Cursor::encode),
    }))
}
