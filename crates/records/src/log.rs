//! What this subject writes into the audit log, and the one act that stands in both logs: an export.

use audit::Entry;
use db::Conn;
use kernel::{Ctx, OfficeScope, Result, ids::CaseId};
use offices::Desk;
use serde_json::{Map, Value};

use crate::{
    cases::CaseRow,
    chain::{self, Action, Link},
    file_plan::PlanRow,
};

/// The key of an export, in the record and in the log of access.
pub(crate) const EXPORTED: &str = "case.exported";

pub(crate) async fn plan_imported(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, plan: &PlanRow) -> Result<()> {
    let entry = Entry::admin("file-plan.imported", "file-plan", plan.id)
        .detail("name", plan.name.as_str())
        .detail("from", plan.from.0.to_string())
        .detail("classes", plan.classes.to_string());
    audit::write(c, ctx, Some(scope.office()), &entry).await.map(|_| ())
}

pub(crate) async fn plan_withdrawn(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, plan: &PlanRow) -> Result<()> {
    let entry = Entry::admin("file-plan.withdrawn", "file-plan", plan.id)
        .detail("name", plan.name.as_str())
        .detail("from", plan.from.0.to_string());
    audit::write(c, ctx, Some(scope.office()), &entry).await.map(|_| ())
}

/// Writes into the audit log that somebody other than its handler opened a case (access to protected data). Call it in
/// a unit of work of its own when a case page, one of its documents or its export was given.
///
/// # Errors
/// Those of the database.
pub async fn case_opened(c: &mut Conn, ctx: &Ctx, desk: &Desk, case: &CaseRow) -> Result<()> {
    if case.handler == Some(desk.member.person) {
        return Ok(());
    }
    let entry = Entry::access("case.seen", "case", case.id).detail("reference", case.reference.as_str());
    audit::write(c, ctx, Some(desk.scope.office()), &entry).await.map(|_| ())
}

/// Writes that a case was exported: into its record, as the entry whose place was kept ([`chain::reserve`]), with the hash
/// of every file; and into the log of access, with where to and the link of that entry.
///
/// # Errors
/// Those of the database.
pub(crate) async fn case_exported(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    case: (CaseId, &str),
    place: (i64, Link),
    files: Map<String, Value>,
    folder: &str,
) -> Result<chain::Entry> {
    let action = Action::new(EXPORTED).fact("files", files);
    let written = chain::insert(c, ctx, scope, case, place, &action).await?;
    let entry = Entry::access(EXPORTED, "case", case.0)
        .detail("reference", case.1)
        .detail("folder", folder)
        .detail("entry", written.ordinal)
        .detail("head", written.hash.hex());
    audit::write(c, ctx, Some(scope.office()), &entry).await?;
    Ok(written)
}
