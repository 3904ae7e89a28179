//! Who sees what: the party by account, or by a secret link. The only place that says so.

use correspondence::Citizen;
use db::{Conn, q};
use kernel::{
    Ctx, Fault, FaultKind, OfficeScope, Result,
    ids::{CaseId, OfficeId, PersonId, SubmissionId},
};
use records::{
    cases,
    citizen::{self, CitizenCase},
};
use services::Submission;
use web::kept::Keeper;

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
    /// For whom files of refused forms of this case are kept: the account, or the link.
    pub fn keeper(&self, case: CaseId) -> Keeper {
        match (&self.way, self.citizen.person) {
            (Way::Secret(secret), _) => correspondence::link_keeper(secret, case),
            (_, Some(person)) => correspondence::keeper(person, case),
            (way, None) => correspondence::link_keeper(&way.base(), case),
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
            citizen::as_party(c, ctx, OfficeScope::checked(office), id).await?
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

/// A case of a person as their own pages show it; see [`by_account`].
///
/// # Errors
/// `NotFound` for any other case.
pub async fn own_case(c: &mut Conn, ctx: &Ctx, person: PersonId, id: CaseId) -> Result<CitizenCase> {
    by_account(c, ctx, person, id).await?.need_case().cloned()
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
/// works while no case was opened, and for [`link::DAYS`] after sending in any case, unless its sender was removed from the
/// parties; afterwards a fresh one can be asked for ([`link::renew`]).
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
        let case = citizen::as_party(c, ctx, scope, row.case).await?;
        let citizen = Citizen { person: None, name };
        return Ok(Access { way, scope, citizen, email: row.email, what: What::Case(Box::new(case)) });
    }
    let submission = services::submission_by_secret(c, secret).await?;
    let scope = OfficeScope::checked(submission.office_id);
    let (opened, party) = fate(c, scope, &submission).await?;
    if opened.is_some() && submission.sent_at.plus_days(link::DAYS) <= ctx.now {
        return Err(gone());
    }
    let case = match opened.filter(|_| party) {
        Some(case) => Some(citizen::as_party(c, ctx, scope, case).await?),
        None => None,
    };
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
    let (case, party) = fate(c, scope, &submission).await?;
    let known = case.filter(|_| party && identity::is_email(&submission.sender_email));
    Ok(known.map(|case| (scope, case, submission.sender_email)))
}

/// The case that what was sent belongs to, and whether its sender is a party there: the case was opened with it and still
/// has the party it was opened with, or a party has the sender's address.
async fn fate(c: &mut Conn, scope: OfficeScope, sent: &Submission) -> Result<(Option<CaseId>, bool)> {
    let found: Option<(CaseId, bool)> = c
        .opt(q!(
            "SELECT cf.id, COALESCE(cf.incoming_id = i.id, FALSE) FROM incoming i JOIN case_file cf ON cf.id = i.case_id
             WHERE i.submission_id = $1 AND i.office_id = $2",
            sent.id,
            scope.office()
        ))
        .await?;
    let Some((case, began)) = found else { return Ok((None, false)) };
    let sender = identity::fold_email(&sent.sender_email);
    let parties = cases::parties(c, scope, case).await?;
    let own =
        |p: &cases::PartyRow| began && p.ordinal == 1 || !sender.is_empty() && identity::fold_email(&p.email) == sender;
    Ok((Some(case), parties.iter().any(own)))
}

/// The link of a secret with the name of the party that has its address; `None` when no party has it any more.
async fn link_of_party(c: &mut Conn, secret: &str) -> Result<Option<(LinkRow, String)>> {
    let Some(row) = link::find(c, secret).await? else { return Ok(None) };
    let wanted = identity::fold_email(&row.email);
    let parties = cases::parties(c, OfficeScope::checked(row.office), row.case).await?;
    Ok(parties.into_iter().find(|p| identity::fold_email(&p.email) == wanted).map(|p| (row, p.name)))
}
