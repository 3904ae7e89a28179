//! Who sees what: the party by account, or by a secret link. The only place that says so.

use correspondence::Citizen;
use db::{Conn, q};
use kernel::{
    Ctx, Fault, FaultKind, OfficeScope, Result,
    ids::{CaseId, OfficeId, PersonId, SubmissionId},
};
use records::{
    cases, chain,
    citizen::CitizenCase,
    documents::{self, Origin},
};
use services::Submission;

use crate::link::{self, LinkRow};

/// How the reader came, and so where the pages of the case are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Way {
    /// Signed in; the case is one of theirs.
    Account(CaseId),
    /// Signed in; what they sent has not become a case.
    Sent(SubmissionId),
    /// By the secret in the address.
    Secret(String),
}

impl Way {
    /// The address of the page itself.
    pub fn base(&self) -> String {
        match self {
            Way::Account(case) => format!("/my/cases/{case}"),
            Way::Sent(id) => format!("/my/submissions/{id}"),
            Way::Secret(secret) => format!("/s/{secret}"),
        }
    }
    /// The address of something below it.
    pub fn path(&self, rest: impl std::fmt::Display) -> String {
        format!("{}/{rest}", self.base())
    }
    /// Whether the reader came by a link.
    pub fn secret(&self) -> Option<&str> {
        match self {
            Way::Secret(secret) => Some(secret),
            Way::Account(_) | Way::Sent(_) => None,
        }
    }
}

/// What the reader came for.
#[derive(Debug, Clone)]
pub(crate) enum What {
    /// A case.
    Case(Box<CitizenCase>),
    /// A submission no case was opened for yet.
    Submission(Box<Submission>),
}

/// A reader who was let in.
#[derive(Debug, Clone)]
pub(crate) struct Access {
    pub way: Way,
    pub scope: OfficeScope,
    /// Who they are towards the office.
    pub citizen: Citizen,
    /// The address the office knows.
    pub email: String,
    pub what: What,
}

impl Access {
    /// The case, if there is one.
    pub fn case(&self) -> Option<&CitizenCase> {
        match &self.what {
            What::Case(case) => Some(case),
            What::Submission(_) => None,
        }
    }
    /// The case; a page of a case does not exist while there is none.
    pub fn need_case(&self) -> Result<&CitizenCase> {
        self.case().ok_or_else(Fault::not_found)
    }
}

fn gone() -> Fault {
    Fault::new(FaultKind::Gone, web::msg::FAULT_GONE)
}

/// A case of the person signed in: they are a party, or joined it by a link.
///
/// # Errors
/// `NotFound` for any other case.
pub(crate) async fn by_account(c: &mut Conn, ctx: &Ctx, person: PersonId, id: CaseId) -> Result<Access> {
    let account = identity::person(c, person).await?;
    let case = match records::citizen_case(c, ctx, person, id).await {
        Err(fault) if fault.kind == FaultKind::NotFound => {
            let office = link::joined(c, person, id).await?.ok_or(fault)?;
            as_party(c, ctx, OfficeScope::checked(office), id).await?
        }
        other => other?,
    };
    Ok(Access {
        way: Way::Account(id),
        scope: case.scope,
        citizen: Citizen { person: Some(person), name: account.name() },
        email: account.email,
        what: What::Case(Box::new(case)),
    })
}

/// What the person signed in sent.
///
/// # Errors
/// `NotFound` for what somebody else sent.
pub(crate) async fn sent_by(c: &mut Conn, person: PersonId, id: SubmissionId) -> Result<Access> {
    let office: Option<(OfficeId,)> =
        c.opt(q!("SELECT office_id FROM submission WHERE id = $1 AND person_id = $2", id, person)).await?;
    let scope = OfficeScope::checked(office.ok_or_else(Fault::not_found)?.0);
    let submission = services::submission(c, scope, id).await?;
    Ok(Access {
        way: Way::Sent(id),
        scope,
        citizen: Citizen { person: Some(person), name: submission.sender_name.clone() },
        email: submission.sender_email.clone(),
        what: What::Submission(Box::new(submission)),
    })
}

/// What a secret leads to: a case by a link of this subject; or a submission, and its case once there is one.
///
/// A link of a case works until it expires and as long as a party of the case has its address. The link of a submission
/// works while no case was opened, and for [`link::DAYS`] after sending in any case; afterwards a fresh one can be asked
/// for ([`link::renew`]).
///
/// # Errors
/// `NotFound` for an unknown secret, `Gone` for one that has expired.
pub(crate) async fn by_secret(c: &mut Conn, ctx: &Ctx, secret: &str) -> Result<Access> {
    let way = Way::Secret(secret.to_owned());
    if let Some((row, name)) = link_of_party(c, secret).await? {
        let scope = OfficeScope::checked(row.office);
        if row.expires <= ctx.now {
            return Err(gone());
        }
        let case = as_party(c, ctx, scope, row.case).await?;
        let citizen = Citizen { person: None, name };
        return Ok(Access { way, scope, citizen, email: row.email, what: What::Case(Box::new(case)) });
    }
    let submission = services::submission_by_secret(c, secret).await?;
    let scope = OfficeScope::checked(submission.office_id);
    let case = records::citizen::case_of_submission(c, ctx, scope, submission.id).await?;
    if case.is_some() && submission.sent_at.plus_days(link::DAYS) <= ctx.now {
        return Err(gone());
    }
    Ok(Access {
        way,
        scope,
        citizen: Citizen { person: None, name: submission.sender_name.clone() },
        email: submission.sender_email.clone(),
        what: match case {
            Some(case) => What::Case(Box::new(case)),
            None => What::Submission(Box::new(submission)),
        },
    })
}

/// The case a secret leads or led to, and the address the office knows: for a fresh link.
pub(crate) async fn address_of(c: &mut Conn, secret: &str) -> Result<Option<(OfficeScope, CaseId, String)>> {
    if let Some((row, _)) = link_of_party(c, secret).await? {
        return Ok(Some((OfficeScope::checked(row.office), row.case, row.email)));
    }
    let submission = match services::submission_by_secret(c, secret).await {
        Err(fault) if fault.kind == FaultKind::NotFound => return Ok(None),
        other => other?,
    };
    let scope = OfficeScope::checked(submission.office_id);
    let case: Option<(Option<CaseId>,)> = c
        .opt(q!(
            "SELECT case_id FROM incoming WHERE submission_id = $1 AND office_id = $2",
            submission.id,
            scope.office()
        ))
        .await?;
    let known = case.and_then(|(case,)| case).filter(|_| identity::is_email(&submission.sender_email));
    Ok(known.map(|case| (scope, case, submission.sender_email)))
}

/// The link of a secret with the name of the party that has its address; `None` when no party has it any more.
async fn link_of_party(c: &mut Conn, secret: &str) -> Result<Option<(LinkRow, String)>> {
    let Some(row) = link::find(c, secret).await? else { return Ok(None) };
    let wanted = identity::fold_email(&row.email);
    let parties = cases::parties(c, OfficeScope::checked(row.office), row.case).await?;
    Ok(parties.into_iter().find(|p| identity::fold_email(&p.email) == wanted).map(|p| (row, p.name)))
}

/// A case as its party sees it. The right was checked by the caller.
async fn as_party(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: CaseId) -> Result<CitizenCase> {
    let case = cases::get(c, scope, id).await?;
    let office = offices::by_id(c, scope.office()).await?;
    let unit = offices::unit(c, scope, case.unit).await?;
    let pauses = cases::pauses(c, scope, id).await?;
    let clock = cases::clock(&case, &pauses);
    let today = ctx.now.warsaw_date();
    let mut documents = documents::list(c, scope, id).await?;
    documents.retain(|d| d.origin != Origin::Office);
    let mut record = chain::entries(c, scope, id).await?;
    record.retain(|e| e.document.is_none_or(|d| documents.iter().any(|row| row.id == d)));
    Ok(CitizenCase {
        scope,
        due: clock.as_ref().and_then(|k| k.due(today).ok()),
        term: clock.as_ref().and_then(|k| k.state(today).ok()),
        case,
        office_name: office.name,
        office_slug: office.slug,
        unit_name: unit.name,
        pauses,
        documents,
        record,
    })
}
