//! Versions of a service's form: the one being edited, and those published, which never change.

use db::{Conn, q};
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{FormId, ServiceId},
};
use sha2::{Digest as _, Sha256};

use crate::schema::Form;

db::row! {
    /// A published version of a form, without its text.
    #[derive(Debug, Clone, PartialEq)]
    pub struct VersionRow {
        /// Identifier.
        pub id: FormId,
        /// Counted from 1 within the service.
        pub number: i64,
        /// Fingerprint of the text.
        pub schema_hash: String,
        /// When it was published.
        pub published_at: Micros,
        /// By whom.
        pub published_by_name: String,
    }
}

/// SHA-256 of a text, hexadecimal.
pub(crate) fn sha256(bytes: impl AsRef<[u8]>) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// The form of a published version.
///
/// # Errors
/// `NotFound` when the office has no such version.
pub async fn form(c: &mut Conn, scope: OfficeScope, id: FormId) -> Result<Form> {
    let (body,): (String,) = c
        .one(q!(
            "SELECT s.body FROM service_form f JOIN form_schema s ON s.hash = f.schema_hash WHERE f.office_id = $1 AND f.id = $2",
            scope.office(),
            id
        ))
        .await?;
    serde_json::from_str(&body).map_err(Fault::internal)
}

/// The published versions of a service's form, the newest first (at most 200).
///
/// # Errors
/// When the database is away.
pub async fn versions(c: &mut Conn, scope: OfficeScope, service: ServiceId) -> Result<Vec<VersionRow>> {
    c.all(q!(
        "SELECT id, number, schema_hash, published_at, published_by_name FROM service_form \
         WHERE office_id = $1 AND service_id = $2 ORDER BY number DESC LIMIT 200",
        scope.office(),
        service
    ))
    .await
}

/// Writes a version; it can never be changed again.
pub(crate) async fn store_version(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    service: ServiceId,
    id: FormId,
    number: i64,
    form: &Form,
) -> Result<()> {
    let body = form.to_json();
    let hash = sha256(&body);
    c.exec(q!("INSERT INTO form_schema (hash, body) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING", &hash, &body))
        .await?;
    c.exec(q!(
        "INSERT INTO service_form (id, office_id, service_id, number, schema_hash, published_at, published_by, \
         published_by_name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id,
        scope.office(),
        service,
        number,
        hash,
        ctx.now,
        ctx.actor.person(),
        ctx.actor.name()
    ))
    .await?;
    Ok(())
}
