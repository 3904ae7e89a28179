//! Mail becomes part of a case, with its documents.

use db::{Conn, q};
use kernel::{Ctx, Event, Fault, Result};
use offices::Desk;
use serde_json::json;

use crate::{
    cases::{self, CaseRow},
    chain::{self, Action},
    documents,
    incoming::IncomingRow,
    index, msg,
};

/// Makes mail part of a case and its documents documents of the case. Each document gets an entry in the record with
/// the hash of its content.
pub(crate) async fn take_in(c: &mut Conn, ctx: &Ctx, desk: &Desk, row: CaseRow, mail: &IncomingRow) -> Result<CaseRow> {
    let scope = desk.scope;
    let done = c
        .exec(q!(
            "UPDATE incoming SET state = 'filed', case_id = $3, version = version + 1
             WHERE id = $1 AND office_id = $2 AND state <> 'filed'",
            mail.id,
            scope.office(),
            row.id
        ))
        .await?;
    if done == 0 {
        return Err(Fault::conflict(msg::RECORDS_INCOMING_FILED));
    }
    let opening = row.incoming == Some(mail.id);
    if !opening {
        let mut action = Action::new("incoming.filed").at(desk).text(&mail.title);
        if let Some(number) = mail.identifier() {
            action = action.fact("incoming", number);
        }
        chain::append(c, ctx, scope, row.id, action).await?;
    }
    c.exec(q!(
        "UPDATE document SET case_id = $3 WHERE incoming_id = $1 AND office_id = $2 AND case_id IS NULL",
        mail.id,
        scope.office(),
        row.id
    ))
    .await?;
    for doc in documents::of_incoming(c, scope, mail.id).await? {
        let action = Action::new("document.added")
            .at(desk)
            .text(&doc.name)
            .fact("kind", doc.kind.as_str())
            .fact("origin", doc.origin.as_str())
            .document(doc.reference());
        chain::append(c, ctx, scope, row.id, action).await?;
        index::document(c, scope, &row, &doc).await?;
    }
    let payload = json!({"case": row.id.to_string(), "reference": row.reference});
    let kind = "incoming.filed".to_owned();
    let event = Event { kind, office: Some(scope.office()), object: mail.id.0, concerns: mail.sender_person, payload };
    c.emit(ctx, &event).await?;
    let row = cases::get(c, scope, row.id).await?;
    cases::find_again(c, scope, &row).await?;
    Ok(row)
}
