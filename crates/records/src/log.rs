//! What this subject writes into the audit log.

use audit::Entry;
use db::Conn;
use kernel::{Ctx, OfficeScope, Result};
use offices::Desk;

use crate::{cases::CaseRow, file_plan::PlanRow};

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

/// Writes into the audit log that a case was exported, and where to.
///
/// # Errors
/// Those of the database.
pub async fn case_exported(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, case: &CaseRow, folder: &str) -> Result<()> {
    let entry = Entry::access("case.exported", "case", case.id)
        .detail("reference", case.reference.as_str())
        .detail("folder", folder);
    audit::write(c, ctx, Some(scope.office()), &entry).await.map(|_| ())
}
