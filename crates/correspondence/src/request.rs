//! A request to the party to supply something until a day (wezwanie).

use db::{Conn, q};
use jiff::civil::Date;
use kernel::{
    Ctx, Micros, OfficeScope, Result,
    ids::{CaseId, MessageId, PersonId, RequestId},
};
use offices::Day;
use records::cases::{self, State};

use crate::msg;

db::text_enum! {
    /// Where a request stands.
    pub enum RequestState {
        /// The office waits.
        Open = "open",
        /// The party answered.
        Answered = "answered",
        /// The office needs it no longer.
        Closed = "closed",
    }
}

impl RequestState {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            RequestState::Open => msg::CORRESPONDENCE_REQUEST_OPEN,
            RequestState::Answered => msg::CORRESPONDENCE_REQUEST_ANSWERED,
            RequestState::Closed => msg::CORRESPONDENCE_REQUEST_CLOSED,
        }
    }
}

db::row! {
    /// A request.
    #[derive(Debug, Clone, PartialEq)]
    pub struct RequestRow {
        /// The identifier.
        pub id: RequestId,
        /// The case.
        pub case: CaseId,
        /// What is asked for.
        pub what: String,
        /// Until which day.
        pub due: Day,
        /// Whether the term of the case waits for the answer.
        pub pauses: bool,
        /// Why the term waits.
        pub reason: String,
        /// Where it stands.
        pub state: RequestState,
        /// When it was made.
        pub made_at: Micros,
        /// Who asked.
        pub made_by: Option<PersonId>,
        /// Their name.
        pub made_by_name: String,
        /// Their position.
        pub position: String,
        /// When the party first opened it.
        pub read_at: Option<Micros>,
        /// The message that answered it.
        pub message: Option<MessageId>,
        /// When it was answered or closed.
        pub ended_at: Option<Micros>,
        /// Who answered or closed it.
        pub ended_by: String,
        /// Why it was closed.
        pub end_reason: String,
    }
}

impl RequestRow {
    /// Whether the office still waits although the day has passed.
    pub fn overdue(&self, today: Date) -> bool {
        self.state == RequestState::Open && self.due.0 < today
    }
}

pub(crate) const SELECT: &str = "SELECT id, case_id, what, due, pauses, reason, state, made_at, made_by, made_by_name, \
                                 position, read_at, message_id, ended_at, ended_by, end_reason FROM request \
                                 WHERE office_id = $1 AND case_id = $2";

/// The requests of a case, oldest first. The caller has checked that the reader may see the case.
///
/// # Errors
/// Those of the database.
pub async fn requests(c: &mut Conn, scope: OfficeScope, case: CaseId) -> Result<Vec<RequestRow>> {
    c.all(q!(SELECT, scope.office(), case).text(" ORDER BY id LIMIT 500")).await
}

/// A request of a case.
///
/// # Errors
/// `NotFound`.
pub async fn request(c: &mut Conn, scope: OfficeScope, case: CaseId, id: RequestId) -> Result<RequestRow> {
    c.one(q!(SELECT, scope.office(), case).push(" AND id = ", id)).await
}

/// The requests of a person's cases that wait for an answer, the most urgent first, with the office of each. For the
/// person's own pages.
///
/// # Errors
/// Those of the database.
pub async fn open_requests(
    c: &mut Conn,
    person: PersonId,
) -> Result<Vec<(kernel::ids::OfficeId, CaseId, RequestId, String, Day)>> {
    c.all(q!(
        "SELECT r.office_id, r.case_id, r.id, r.what, r.due FROM request r
         WHERE r.state = 'open' AND r.case_id IN (SELECT p.case_id FROM case_party p WHERE p.person_id = $1)
         ORDER BY r.due, r.id LIMIT 100",
        person
    ))
    .await
}

/// Ends a request; of two at once one does it. `false` when it was not open any more.
pub(crate) async fn end(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    row: &RequestRow,
    state: RequestState,
    message: Option<MessageId>,
    (by, reason): (&str, &str),
) -> Result<bool> {
    let done = c
        .exec(q!(
            "UPDATE request SET state = $3, message_id = $4, ended_at = $5, ended_by = $6, end_reason = $7
             WHERE id = $1 AND office_id = $2 AND state = 'open'",
            row.id,
            scope.office(),
            state,
            message,
            ctx.now,
            by,
            reason
        ))
        .await?;
    Ok(done == 1)
}

/// Whether an open request keeps the term of the case waiting.
pub(crate) async fn waits(c: &mut Conn, scope: OfficeScope, case: CaseId) -> Result<bool> {
    let found: Option<(RequestId,)> = c
        .opt(q!(
            "SELECT id FROM request WHERE case_id = $1 AND office_id = $2 AND state = 'open' AND pauses LIMIT 1",
            case,
            scope.office()
        ))
        .await?;
    Ok(found.is_some())
}

/// Lets the term run again when the last request it waited for has ended.
pub(crate) async fn resume(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    row: &RequestRow,
    position: &str,
) -> Result<()> {
    if !row.pauses || waits(c, scope, row.case).await? {
        return Ok(());
    }
    // Someone may have let it run again by hand meanwhile.
    if cases::get(c, scope, row.case).await?.state == State::Paused {
        cases::term::resume_by(c, ctx, scope, row.case, position).await?;
    }
    Ok(())
}
