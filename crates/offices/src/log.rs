//! What administration did, for the audit log.

use db::Conn;
use kernel::{Ctx, Result, ids::OfficeId};
use uuid::Uuid;

/// Writes that the actor changed something in the administration of an office (or of the installation).
pub(crate) async fn admin(
    _c: &mut Conn,
    _ctx: &Ctx,
    _office: Option<OfficeId>,
    _action: &'static str,
    _object: Option<Uuid>,
    _details: serde_json::Value,
) -> Result<()> {
    Ok(())
}
