//! Everything the page of a case shows, read at one moment.

use correspondence::{MessageView, RequestRow, RequestState, Side};
use db::Conn;
use kernel::{Ctx, Fault, OfficeScope, Result, ids::CaseId};
use letters::SentLetter;
use offices::OfficeRow;
use records::{
    citizen::CitizenCase,
    documents::{DocumentRow, Kind},
};
use services::Submission;

use crate::{
    access::{Access, What},
    store,
};

/// A case with all that passed between the party and the office.
#[derive(Debug, Clone)]
pub(crate) struct CaseFile {
    pub access: Access,
    pub case: CitizenCase,
    pub office: OfficeRow,
    pub messages: Vec<MessageView>,
    pub requests: Vec<RequestRow>,
    pub letters: Vec<SentLetter>,
    pub submission: Option<Submission>,
}

impl CaseFile {
    /// What the office still waits for, unless the case is settled.
    pub fn open_requests(&self) -> impl Iterator<Item = &RequestRow> {
        let frozen = self.case.case.frozen();
        self.requests.iter().filter(move |r| !frozen && r.state == RequestState::Open)
    }
    /// The documents to list: letters have a list of their own, where opening one is its delivery, and files of messages
    /// stand with their message too.
    pub fn documents(&self) -> impl Iterator<Item = &DocumentRow> {
        self.case.documents.iter().filter(|d| d.kind != Kind::Letter)
    }
    /// Whether something of the office was not opened yet.
    pub fn unread(&self) -> bool {
        self.messages.iter().any(|m| m.row.side == Side::Office && m.row.read_at.is_none())
            || self.requests.iter().any(|r| r.read_at.is_none())
    }
}

/// Reads it for somebody who was let in.
///
/// # Errors
/// `NotFound` while there is no case.
pub(crate) async fn read(c: &mut Conn, access: Access) -> Result<CaseFile> {
    let case = match &access.what {
        What::Case(case) => (**case).clone(),
        What::Submission(_) => return Err(Fault::not_found()),
    };
    let (scope, id) = (access.scope, case.case.id);
    let submission = match store::submission_of(c, id).await? {
        Some(submission) => Some(services::submission(c, scope, submission).await?),
        None => None,
    };
    Ok(CaseFile {
        office: offices::by_id(c, scope.office()).await?,
        messages: correspondence::messages(c, scope, id).await?,
        requests: correspondence::requests(c, scope, id).await?,
        letters: letters::sent_of_case(c, scope, id).await?,
        submission,
        access,
        case,
    })
}

/// Notes that the party has seen what the office wrote.
///
/// # Errors
/// Those of the database.
pub(crate) async fn seen(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, case: CaseId, name: &str) -> Result<()> {
    correspondence::mark_read(c, ctx, scope, case, Side::Citizen, name).await.map(|_| ())
}
