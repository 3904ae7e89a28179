//! What parties wrote and nobody at the office has opened yet.

use db::{Conn, Q};
use kernel::{
    Micros, OfficeScope, Result,
    ids::{CaseId, MessageId},
};
use offices::Desk;
use records::policy::{self, Sight};

db::row! {
    /// A case with messages nobody has opened.
    #[derive(Debug, Clone, PartialEq)]
    pub struct UnreadCase {
        /// The case.
        pub case: CaseId,
        /// Its reference.
        pub reference: String,
        /// Its title.
        pub title: String,
        /// How many messages.
        pub messages: i64,
        /// When the newest was sent.
        pub newest: Micros,
    }
}

/// What waits for this person: cases they or those they stand in for handle, and cases of their units nobody handles.
fn mine(q: Q, sight: &Sight) -> Q {
    q.push_in(" AND (cf.handler_id IN ", sight.persons.iter().copied())
        .push_in(" OR cf.handler_id IS NULL AND cf.unit_id IN ", sight.units.iter().copied())
        .text(")")
}

/// How many messages of parties wait to be read by the person at the desk.
///
/// # Errors
/// Those of the database.
pub async fn unread_for(c: &mut Conn, desk: &Desk) -> Result<u64> {
    let sight = policy::sight(desk);
    let q = Q::new(
        "SELECT COUNT(*) FROM message m JOIN case_file cf ON cf.id = m.case_id
         WHERE m.office_id = $1 AND m.side = 'citizen' AND m.read_at IS NULL",
    )
    .bind(desk.scope.office());
    let (n,): (u64,) = c.one(mine(q, &sight)).await?;
    Ok(n)
}

/// The cases in which they wait, the newest first, at most 50.
///
/// # Errors
/// Those of the database.
pub async fn unread_cases(c: &mut Conn, desk: &Desk) -> Result<Vec<UnreadCase>> {
    let sight = policy::sight(desk);
    let q = Q::new(
        "SELECT cf.id, cf.reference, cf.title, COUNT(*), MAX(m.sent_at) FROM message m JOIN case_file cf ON cf.id = m.case_id
         WHERE m.office_id = $1 AND m.side = 'citizen' AND m.read_at IS NULL",
    )
    .bind(desk.scope.office());
    c.all(mine(q, &sight).text(" GROUP BY cf.id, cf.reference, cf.title ORDER BY MAX(m.sent_at) DESC, cf.id LIMIT 50"))
        .await
}

/// How many messages of the other side a case has that this reader's side has not opened.
///
/// # Errors
/// Those of the database.
pub async fn unread_of_case(c: &mut Conn, scope: OfficeScope, case: CaseId, reader: crate::Side) -> Result<u64> {
    let found: Vec<(MessageId,)> = c
        .all(db::q!(
            "SELECT id FROM message WHERE office_id = $1 AND case_id = $2 AND side <> $3 AND read_at IS NULL LIMIT 1000",
            scope.office(),
            case,
            reader
        ))
        .await?;
    Ok(found.len() as u64)
}
