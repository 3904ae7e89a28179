//! A letter as kept, its earlier versions, and the steps of its approval.

use db::{Conn, Json, q};
use kernel::{
    Micros, OfficeScope, Result,
    ids::{CaseId, DocumentId, LetterId, PersonId, TemplateId, UnitId},
};
use offices::{Day, Desk, Role};
use records::{cases, chain::Link};

use crate::{Content, Kind, State, policy};

db::row! {
    /// A letter.
    #[derive(Debug, Clone, PartialEq)]
    pub struct LetterRow {
        /// The identifier.
        pub id: LetterId,
        /// The case.
        pub case: CaseId,
        /// The template it began with.
        pub template: Option<TemplateId>,
        /// The kind.
        pub kind: Kind,
        /// What it is called in lists.
        pub title: String,
        /// What it says.
        pub content: Json<Content>,
        /// Where it stands.
        pub state: State,
        /// The unit that writes: the one that has the case.
        pub unit: UnitId,
        /// Who began it; `None` for the program.
        pub author: Option<PersonId>,
        /// Their name.
        pub author_name: String,
        /// To whom it was submitted for approval.
        pub approver: Option<PersonId>,
        /// Their name.
        pub approver_name: String,
        /// When it was begun.
        pub created: Micros,
        /// When its text was last changed.
        pub changed: Micros,
        /// Who changed it last.
        pub changed_by_id: Option<PersonId>,
        /// Their name.
        pub changed_by: String,
        /// When it was submitted.
        pub submitted_at: Option<Micros>,
        /// When it was approved or returned.
        pub decided_at: Option<Micros>,
        /// Who approved or returned it.
        pub decided_by: String,
        /// The final document of the case.
        pub document: Option<DocumentId>,
        /// SHA-256 of the final PDF.
        pub hash: Option<Link>,
        /// Bytes of the final PDF.
        pub size: Option<i64>,
        /// Pages of the final PDF.
        pub pages: Option<i64>,
        /// Characters the fonts lack, shown as □ in the final PDF.
        pub replaced: String,
        /// The day due whose overrun it tells of (KPA art. 36).
        pub overrun_due: Option<Day>,
        /// Counts edits.
        pub version: i64,
    }
}

/// `SELECT` of a [`LetterRow`] from `letter l`, followed by more SQL.
macro_rules! letter_select {
    ($rest:literal) => {
        concat!(
            "SELECT l.id, l.case_id, l.template_id, l.kind, l.title, l.content, l.state, l.unit_id, l.author_id, \
             l.author_name, l.approver_id, l.approver_name, l.created, l.changed, l.changed_by, l.changed_by_name, \
             l.submitted_at, l.decided_at, l.decided_by, l.document_id, l.hash, l.size, l.pages, l.replaced, \
             l.overrun_due, l.version FROM letter l ",
            $rest
        )
    };
}
pub(crate) use letter_select;

/// A letter of the office. The caller checks that the reader may see it; see [`letter`].
///
/// # Errors
/// `NotFound`.
pub(crate) async fn get(c: &mut Conn, scope: OfficeScope, id: LetterId) -> Result<LetterRow> {
    c.one(q!(letter_select!("WHERE l.id = $1 AND l.office_id = $2"), id, scope.office())).await
}

/// A letter the person at the desk may see: of a case they see, or submitted to them for approval.
///
/// # Errors
/// `NotFound`.
pub async fn letter(c: &mut Conn, desk: &Desk, id: LetterId) -> Result<LetterRow> {
    let row = get(c, desk.scope, id).await?;
    if !policy::addressed(desk, &row) {
        cases::case(c, desk, row.case).await?;
    }
    Ok(row)
}

/// The letters of a case, newest first. The caller has checked that the reader may see the case.
///
/// # Errors
/// Those of the database.
pub async fn case_letters(c: &mut Conn, scope: OfficeScope, case: CaseId) -> Result<Vec<LetterRow>> {
    c.all(q!(
        letter_select!("WHERE l.case_id = $1 AND l.office_id = $2 ORDER BY l.id DESC LIMIT 500"),
        case,
        scope.office()
    ))
    .await
}

/// The letters of a case the person at the desk may see, newest first.
///
/// # Errors
/// `NotFound` for a case they may not see.
pub async fn list_for_case(c: &mut Conn, desk: &Desk, case: CaseId) -> Result<Vec<LetterRow>> {
    cases::case(c, desk, case).await?;
    case_letters(c, desk.scope, case).await
}

fn approvers(desk: &Desk) -> Vec<PersonId> {
    let mut persons = desk.member.stands_in_for.clone();
    persons.push(desk.member.person);
    persons
}

/// The letters that wait for the decision of the person at the desk, or of somebody they stand in for, with the reference
/// of their case; longest waiting first, at most 200.
///
/// # Errors
/// Those of the database.
pub async fn waiting_for_approval(c: &mut Conn, desk: &Desk) -> Result<Vec<(LetterRow, String)>> {
    if !desk.may(Role::Superior) {
        return Ok(Vec::new());
    }
    let rows: Vec<LetterRow> = c
        .all(
            q!(letter_select!("WHERE l.office_id = $1 AND l.state = 'waiting'"), desk.scope.office())
                .push_in(" AND l.approver_id IN ", approvers(desk))
                .text(" ORDER BY l.submitted_at, l.id LIMIT 200"),
        )
        .await?;
    with_references(c, desk, rows).await
}

/// The letters returned with remarks to the person at the desk, or to somebody they stand in for: those they wrote and
/// those of the cases they handle, with the reference of their case; longest returned first, at most 200.
///
/// # Errors
/// Those of the database.
pub async fn returned_to_write(c: &mut Conn, desk: &Desk) -> Result<Vec<(LetterRow, String)>> {
    if !desk.may(Role::Official) && !desk.may(Role::Superior) {
        return Ok(Vec::new());
    }
    let rows: Vec<LetterRow> = c
        .all(
            q!(
                letter_select!(
                    "JOIN case_file cf ON cf.id = l.case_id \
                     WHERE l.office_id = $1 AND l.state = 'returned' AND cf.state <> 'settled'"
                ),
                desk.scope.office()
            )
            .push_in(" AND (l.author_id IN ", approvers(desk))
            .push_in(" OR cf.handler_id IN ", approvers(desk))
            .text(") ORDER BY l.decided_at, l.id LIMIT 200"),
        )
        .await?;
    with_references(c, desk, rows).await
}

async fn with_references(c: &mut Conn, desk: &Desk, rows: Vec<LetterRow>) -> Result<Vec<(LetterRow, String)>> {
    let refs: Vec<(CaseId, String)> = c
        .all(
            q!("SELECT id, reference FROM case_file WHERE office_id = $1", desk.scope.office())
                .push_in(" AND id IN ", rows.iter().map(|r| r.case)),
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let reference = refs.iter().find(|(id, _)| *id == row.case).map(|(_, r)| r.clone()).unwrap_or_default();
            (row, reference)
        })
        .collect())
}

/// How many letters wait for the decision of the person at the desk.
///
/// # Errors
/// Those of the database.
pub async fn waiting_count(c: &mut Conn, desk: &Desk) -> Result<u64> {
    if !desk.may(Role::Superior) {
        return Ok(0);
    }
    let (n,): (u64,) = c
        .one(
            q!("SELECT COUNT(*) FROM letter l WHERE l.office_id = $1 AND l.state = 'waiting'", desk.scope.office())
                .push_in(" AND l.approver_id IN ", approvers(desk)),
        )
        .await?;
    Ok(n)
}

db::text_enum! {
    /// What happened on the way to approval.
    pub enum Step {
        /// Sent for approval.
        Submitted = "submitted",
        /// Taken back by those who wrote it.
        TakenBack = "taken-back",
        /// Returned with remarks.
        Returned = "returned",
        /// Approved.
        Approved = "approved",
        /// Given up.
        Withdrawn = "withdrawn",
    }
}

db::row! {
    /// A step of a letter's approval.
    #[derive(Debug, Clone, PartialEq)]
    pub struct StepRow {
        /// Its number, from 1.
        pub ordinal: i64,
        /// What happened.
        pub step: Step,
        /// The version of the letter it concerned.
        pub version: i64,
        /// Who did it.
        pub name: String,
        /// Their position.
        pub position: String,
        /// To whom it was submitted.
        pub addressed_to: String,
        /// What they said.
        pub remarks: String,
        /// When.
        pub at: Micros,
    }
}

/// The steps of a letter's approval, oldest first.
///
/// # Errors
/// Those of the database.
pub async fn steps(c: &mut Conn, scope: OfficeScope, id: LetterId) -> Result<Vec<StepRow>> {
    c.all(q!(
        "SELECT ordinal, step, letter_version, name, position, addressed_to, remarks, at FROM letter_approval
         WHERE letter_id = $1 AND office_id = $2 ORDER BY ordinal LIMIT 500",
        id,
        scope.office()
    ))
    .await
}

pub(crate) async fn note_step(
    c: &mut Conn,
    ctx: &kernel::Ctx,
    desk: &Desk,
    row: &LetterRow,
    step: Step,
    addressed_to: &str,
    remarks: &str,
) -> Result<()> {
    let (last,): (i64,) =
        c.one(q!("SELECT COALESCE(MAX(ordinal), 0) FROM letter_approval WHERE letter_id = $1", row.id)).await?;
    c.exec(q!(
        "INSERT INTO letter_approval (letter_id, ordinal, office_id, step, letter_version, person_id, name, position, \
         addressed_to, remarks, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        row.id,
        last + 1,
        desk.scope.office(),
        step,
        row.version,
        desk.member.person,
        &desk.member.name,
        &desk.member.position,
        addressed_to,
        remarks,
        ctx.now
    ))
    .await?;
    Ok(())
}

db::row! {
    /// An earlier or the present text of a letter.
    #[derive(Debug, Clone, PartialEq)]
    pub struct VersionRow {
        /// Its number.
        pub version: i64,
        /// The text.
        pub content: Json<Content>,
        /// When it was saved.
        pub at: Micros,
        /// By whom.
        pub by: String,
    }
}

/// The saved texts of a letter, newest first, at most 100.
///
/// # Errors
/// Those of the database.
pub async fn versions(c: &mut Conn, scope: OfficeScope, id: LetterId) -> Result<Vec<VersionRow>> {
    c.all(q!(
        "SELECT version, content, at, by_name FROM letter_version WHERE letter_id = $1 AND office_id = $2
         ORDER BY version DESC LIMIT 100",
        id,
        scope.office()
    ))
    .await
}

/// Whether a letter names an object of the store, so that it must not be deleted.
///
/// # Errors
/// Those of the database.
pub async fn object_in_use(c: &mut Conn, hash: [u8; 32]) -> Result<bool> {
    let found: Option<(LetterId,)> = c.opt(q!("SELECT id FROM letter WHERE hash = $1 LIMIT 1", hash)).await?;
    Ok(found.is_some())
}

/// The letters of cases handled by the person at the desk, or by somebody they stand in for, that are not sent yet, with
/// the reference of their case; last changed first, at most 100.
///
/// # Errors
/// Those of the database.
pub async fn mine_in_progress(c: &mut Conn, desk: &Desk) -> Result<Vec<(LetterRow, String)>> {
    let mine: Vec<(LetterId, String)> = c
        .all(
            q!(
                "SELECT l.id, cf.reference FROM case_file cf JOIN letter l ON l.case_id = cf.id
                 WHERE cf.office_id = $1 AND cf.state <> 'settled' AND l.state IN ('draft', 'waiting', 'returned', 'approved')",
                desk.scope.office()
            )
            .push_in(" AND cf.handler_id IN ", approvers(desk))
            .text(" ORDER BY l.changed DESC, l.id LIMIT 100"),
        )
        .await?;
    let mut rows = Vec::with_capacity(mine.len());
    let found: Vec<LetterRow> = c
        .all(
            q!(letter_select!("WHERE l.office_id = $1"), desk.scope.office())
                .push_in(" AND l.id IN ", mine.iter().map(|(id, _)| *id)),
        )
        .await?;
    for (id, reference) in mine {
        if let Some(row) = found.iter().find(|r| r.id == id) {
            rows.push((row.clone(), reference));
        }
    }
    Ok(rows)
}
