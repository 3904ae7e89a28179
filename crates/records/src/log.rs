//! What this subject writes into the audit log, and the one act that stands in both logs: an export.

use audit::Entry;
use db::Conn;
use kernel::{Ctx, OfficeScope, Result, ids::CaseId};
use offices::Desk;
use serde_json::{Map, Value};
use web::Req;

use crate::{
    cases::CaseRow,
    chain::{self, Action, Link},
    file_plan::PlanRow,
    incoming::IncomingRow,
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

/// Writes into the audit log that somebody other than its handler looked into a case (access to protected data): at its
/// page, a document, a message, a letter. Looking again within [`audit::QUIET_MINUTES`] leaves no second entry.
///
/// # Errors
/// Those of the database.
pub async fn case_opened(c: &mut Conn, ctx: &Ctx, desk: &Desk, case: &CaseRow) -> Result<()> {
    if case.handler == Some(desk.member.person) {
        return Ok(());
    }
    let entry = Entry::access("case.seen", "case", case.id).detail("reference", case.reference.as_str());
    audit::note(c, ctx, desk.scope, &entry).await
}

/// As [`case_opened`], for mail: by somebody other than the person it was passed to.
///
/// # Errors
/// Those of the database.
pub async fn mail_opened(c: &mut Conn, ctx: &Ctx, desk: &Desk, mail: &IncomingRow) -> Result<()> {
    if mail.person == Some(desk.member.person) {
        return Ok(());
    }
    let number = mail.identifier().unwrap_or_else(|| mail.submission_number.clone());
    let entry = Entry::access("mail.opened", "incoming", mail.id).detail("name", number);
    audit::note(c, ctx, desk.scope, &entry).await
}

/// Does what [`case_opened`] does, for a screen that has only read so far.
///
/// # Errors
/// Those of the database.
pub async fn looked_at_case(req: &Req, desk: &Desk, case: &CaseRow) -> Result<()> {
    if case.handler == Some(desk.member.person) {
        return Ok(());
    }
    let (ctx, desk, case) = (req.ctx.clone(), desk.clone(), case.clone());
    req.app.db.write(move |c| Box::pin(async move { case_opened(c, &ctx, &desk, &case).await })).await
}

/// Does what [`mail_opened`] does, for a screen that has only read so far.
///
/// # Errors
/// Those of the database.
pub async fn looked_at_mail(req: &Req, desk: &Desk, mail: &IncomingRow) -> Result<()> {
    if mail.person == Some(desk.member.person) {
        return Ok(());
    }
    let (ctx, desk, mail) = (req.ctx.clone(), desk.clone(), mail.clone());
    req.app.db.write(move |c| Box::pin(async move { mail_opened(c, &ctx, &desk, &mail).await })).await
}

/// Writes that a register was taken out as a file, before the file is given: `action` (`incoming.exported`), the kind of
/// register as the log names it, what narrows it, and how many rows it has, if known. Every file leaves its entry.
///
/// # Errors
/// Those of the database; the file must then not be given.
pub async fn exported(
    req: &Req,
    desk: &Desk,
    action: &'static str,
    register: &'static str,
    name: &str,
    rows: Option<usize>,
) -> Result<()> {
    let office = desk.scope.office();
    let mut entry = Entry::access(action, register, office).detail("name", name);
    if let Some(rows) = rows {
        entry = entry.detail("rows", rows);
    }
    let ctx = req.ctx.clone();
    req.app
        .db
        .write(move |c| Box::pin(async move { audit::write(c, &ctx, Some(office), &entry).await.map(|_| ()) }))
        .await
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
