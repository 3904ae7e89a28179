//! Claims: a representative asks to run an office here, the operator decides with a reason.
//!
//! A claim waits until it is approved, refused or withdrawn, and is then never changed. Approval founds the office and
//! makes the claimant its administrator with a first unit.

use db::{Conn, Q, q};
use kernel::{
    Actor, Arg, Ctx, Event, Fault, FieldFault, Micros, Result,
    ids::{ClaimId, OfficeId, PersonId},
};
use law::teryt;

use crate::{log, msg, points::looks_like_email};

mod decide;

pub use decide::{approve, first_administrator, refuse, withdraw};

db::text_enum! {
    /// Where a claim stands.
    pub enum ClaimStatus {
        /// The operator has not decided yet.
        Waiting = "waiting",
        /// The office was founded.
        Approved = "approved",
        /// It was not.
        Refused = "refused",
        /// The claimant took it back.
        Withdrawn = "withdrawn",
    }
}

impl ClaimStatus {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            ClaimStatus::Waiting => msg::OFFICES_CLAIM_WAITING,
            ClaimStatus::Approved => msg::OFFICES_CLAIM_APPROVED,
            ClaimStatus::Refused => msg::OFFICES_CLAIM_REFUSED,
            ClaimStatus::Withdrawn => msg::OFFICES_CLAIM_WITHDRAWN,
        }
    }
    /// What its colour means.
    pub fn tone(self) -> ui::Tone {
        match self {
            ClaimStatus::Waiting => ui::Tone::Info,
            ClaimStatus::Approved => ui::Tone::Success,
            ClaimStatus::Refused => ui::Tone::Danger,
            ClaimStatus::Withdrawn => ui::Tone::Neutral,
        }
    }
}

db::row! {
    /// A claim.
    #[derive(Debug, Clone, PartialEq)]
    pub struct ClaimRow {
        /// The identifier.
        pub id: ClaimId,
        /// The code of the gmina.
        pub teryt: String,
        /// The office's name as the claimant gave it.
        pub office_name: String,
        /// Who claims.
        pub person: PersonId,
        /// Their name when they did.
        pub person_name: String,
        /// Their position in the office.
        pub position: String,
        /// The office's official e-mail.
        pub email: String,
        /// Why they may represent the office.
        pub justification: String,
        /// The fingerprint of the authorisation's file, in hexadecimal.
        pub file_hash: Option<String>,
        /// The file's name.
        pub file_name: String,
        /// Its media type.
        pub file_type: String,
        /// Its size in bytes.
        pub file_size: i64,
        /// The language in which the claimant reads.
        pub lang: String,
        /// Where it stands.
        pub status: ClaimStatus,
        /// The operator's reason.
        pub reason: String,
        /// Who decided.
        pub decided_by: String,
        /// When.
        pub decided_at: Option<Micros>,
        /// The office that was founded.
        pub office: Option<OfficeId>,
        /// When it was made.
        pub created: Micros,
        /// Counts edits.
        pub version: i64,
    }
}

impl ClaimRow {
    /// The gmina it is about.
    pub fn gmina(&self) -> Option<&'static teryt::Gmina> {
        teryt::gmina(self.teryt.parse().ok()?)
    }
}

const SELECT: &str = "SELECT id, teryt, office_name, person_id, person_name, position, email, justification, file_hash, \
     file_name, file_type, file_size, lang, status, reason, decided_by, decided_at, office_id, created, version \
     FROM office_claim";

/// A file kept with a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Authorisation {
    /// The fingerprint, in hexadecimal.
    pub hash: String,
    /// The file's name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Bytes.
    pub size: u64,
}

/// A claim to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct NewClaim {
    /// The code of the gmina.
    pub teryt: String,
    /// The office's full name.
    pub office_name: String,
    /// The claimant's position there.
    pub position: String,
    /// The office's official e-mail.
    pub email: String,
    /// Why the claimant may represent the office.
    pub justification: String,
    /// A file that proves it.
    pub file: Option<Authorisation>,
    /// A key that makes sending twice harmless.
    pub once: String,
}

/// Checks what a claim says, field by field.
pub(crate) fn check(new: &NewClaim) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    let mut wrong = |field: &str, key, args| faults.push(FieldFault { field: field.into(), key, args });
    for (field, text, max) in [
        ("office_name", &new.office_name, 200),
        ("position", &new.position, 120),
        ("email", &new.email, 254),
        ("justification", &new.justification, 4000),
    ] {
        if text.trim().is_empty() {
            wrong(field, web::msg::FIELD_REQUIRED, Vec::new());
        } else if text.chars().count() > max {
            wrong(field, web::msg::FIELD_TOO_LONG, vec![("max", Arg::from(max))]);
        }
    }
    if !new.email.trim().is_empty() && !looks_like_email(&new.email) {
        wrong("email", web::msg::FIELD_EMAIL, Vec::new());
    }
    faults
}

/// Makes a claim in the name of the signed-in actor. Sent twice with one key it is one claim.
///
/// # Errors
/// `SignIn` for strangers, `NotFound` for an unknown gmina, `Invalid` with the fields at fault, `Conflict` when the office
/// is at work already or the person's earlier claim still waits.
pub async fn make(c: &mut Conn, ctx: &Ctx, new: NewClaim) -> Result<ClaimId> {
    let person = ctx.actor.person().ok_or_else(Fault::sign_in)?;
    let code: teryt::Code = new.teryt.parse().map_err(|_| Fault::not_found())?;
    teryt::gmina(code).ok_or_else(Fault::not_found)?;
    Fault::check(check(&new))?;
    let once =
        if new.once.is_empty() { ctx.new_id::<uuid::Uuid>().to_string() } else { format!("{person}/{}", new.once) };
    let before: Option<(ClaimId,)> = c.opt(q!("SELECT id FROM office_claim WHERE once = $1", &once)).await?;
    if let Some((id,)) = before {
        return Ok(id);
    }
    let at_work: Option<(OfficeId,)> = c.opt(q!("SELECT id FROM office WHERE teryt = $1", &new.teryt)).await?;
    if at_work.is_some() {
        return Err(Fault::conflict(msg::OFFICES_ALREADY_AT_WORK));
    }
    let id: ClaimId = ctx.new_id();
    let file = new.file.as_ref();
    let made = c
        .exec(q!(
            "INSERT INTO office_claim (id, teryt, office_name, person_id, person_name, position, email, justification, \
             file_hash, file_name, file_type, file_size, lang, status, reason, decided_by, once, created, version) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'waiting', '', '', $14, $15, 1) \
             ON CONFLICT DO NOTHING",
            id,
            &new.teryt,
            new.office_name.trim(),
            person,
            ctx.actor.name(),
            new.position.trim(),
            new.email.trim(),
            new.justification.trim(),
            file.map(|f| f.hash.clone()),
            file.map_or_else(String::new, |f| f.name.clone()),
            file.map_or_else(String::new, |f| f.media_type.clone()),
            file.map_or(0, |f| i64::try_from(f.size).unwrap_or(i64::MAX)),
            ctx.lang.code(),
            once,
            ctx.now
        ))
        .await?;
    if made == 0 {
        return Err(Fault::conflict(msg::OFFICES_CLAIM_ALREADY_WAITS));
    }
    let what = serde_json::json!({ "teryt": new.teryt, "office": new.office_name.trim() });
    log::admin(c, ctx, None, "claim.made", Some(id.0), what).await?;
    emit(c, ctx, "office.claimed", id, None, Some(person)).await?;
    Ok(id)
}

async fn emit(
    c: &mut Conn,
    ctx: &Ctx,
    kind: &str,
    id: ClaimId,
    office: Option<OfficeId>,
    concerns: Option<PersonId>,
) -> Result<()> {
    let payload = serde_json::json!({});
    c.emit(ctx, &Event { kind: kind.into(), office, object: id.0, concerns, payload }).await
}

/// One claim, for whoever made it and for the operator.
///
/// # Errors
/// `NotFound` for others, `SignIn` for strangers.
pub async fn get(c: &mut Conn, ctx: &Ctx, id: ClaimId) -> Result<ClaimRow> {
    let person = match &ctx.actor {
        Actor::System => None,
        actor => Some(actor.person().ok_or_else(Fault::sign_in)?),
    };
    let claim: ClaimRow = c.one(Q::new(SELECT).push(" WHERE id = ", id)).await?;
    if person.is_none() || ctx.actor.is_operator() || person == Some(claim.person) {
        Ok(claim)
    } else {
        Err(Fault::not_found())
    }
}

/// Claims for the operator: the waiting ones oldest first, the others newest first; `limit` after the marker.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn list(
    c: &mut Conn,
    status: Option<ClaimStatus>,
    after: Option<web::Cursor>,
    limit: usize,
) -> Result<Vec<ClaimRow>> {
    let oldest_first = status == Some(ClaimStatus::Waiting);
    let mut q = Q::new(SELECT);
    q = match status {
        Some(status) => q.push(" WHERE status = ", status),
        None => q.text(" WHERE version > 0"),
    };
    if let Some(after) = after {
        q = q.push(if oldest_first { " AND (created, id) > (" } else { " AND (created, id) < (" }, after.key);
        q = q.push(", ", after.id).text(")");
    }
    q = q.text(if oldest_first { " ORDER BY created, id" } else { " ORDER BY created DESC, id DESC" });
    c.all(q.push(" LIMIT ", limit)).await
}

/// The claims a person made about a gmina, the newest first; about any when no code is given.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn made_by(c: &mut Conn, person: PersonId, teryt: Option<&str>) -> Result<Vec<ClaimRow>> {
    let mut q = Q::new(SELECT).push(" WHERE person_id = ", person);
    if let Some(teryt) = teryt {
        q = q.push(" AND teryt = ", teryt);
    }
    c.all(q.text(" ORDER BY created DESC, id DESC LIMIT 50")).await
}

/// How many claims wait for the operator.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn waiting(c: &mut Conn) -> Result<u64> {
    let (n,): (u64,) = c.one(Q::new("SELECT COUNT(*) FROM office_claim WHERE status = 'waiting'")).await?;
    Ok(n)
}
