//! What the party does: writing, and answering a request. The caller has checked that the case is theirs.

use db::Conn;
use kernel::{
    Ctx, Fault, OfficeScope, Result,
    ids::{CaseId, RequestId},
};
use records::cases::{self, event};
use serde_json::json;

use crate::{
    Citizen, MessageRow, NewMessage, RequestState, Side,
    message::{self, Outcome, Writer},
    msg, request,
    words::{Check, MAX_TEXT, lines},
};

fn writer(citizen: &Citizen, request: Option<RequestId>) -> Writer<'_> {
    Writer {
        side: Side::Citizen,
        person: citizen.person,
        name: &citizen.name,
        position: "",
        request,
        key: if request.is_some() { "request.answered" } else { "message.received" },
    }
}

fn checked(new: &mut NewMessage, empty: &'static str) -> Result<()> {
    new.text = lines(&new.text);
    let mut check = Check::default();
    if new.files.is_empty() && new.text.is_empty() {
        check.fault("text", empty, Vec::new());
    }
    check.short("text", &new.text, MAX_TEXT);
    check.done()
}

/// Writes to the office in a case. Emits `case.message`; the official sees it on the desk ([`crate::unread_for`]).
///
/// # Errors
/// `NotFound`; `Conflict` when the case is settled, or another message was sent under the key of the form; `Invalid` at `text` when there is neither text nor file.
pub async fn citizen_write(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    case: CaseId,
    citizen: &Citizen,
    new: NewMessage,
) -> Result<MessageRow> {
    write(c, ctx, scope, case, citizen, None, new).await
}

async fn write(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    case: CaseId,
    citizen: &Citizen,
    request: Option<RequestId>,
    mut new: NewMessage,
) -> Result<MessageRow> {
    let row = cases::open_still(c, scope, case).await?;
    let empty = if request.is_some() { msg::CORRESPONDENCE_FIELD_ANSWER } else { msg::CORRESPONDENCE_FIELD_MESSAGE };
    checked(&mut new, empty)?;
    let message = match message::keep(c, ctx, scope, case, &writer(citizen, request), new).await? {
        Outcome::Kept(message) => message,
        Outcome::Before(message) => return Ok(message),
    };
    let facts =
        json!({"side": "citizen", "message": message.id.to_string(), "request": request.map(|r| r.to_string())});
    c.emit(ctx, &event("case.message", scope, &row, facts)).await?;
    Ok(message)
}

/// Answers a request with files, words or both. The files become documents of the case, the request is answered and the
/// term it paused runs again, all in one unit of work. Late answers are taken as long as the request is open.
///
/// # Errors
/// As [`citizen_write`]; `NotFound` for a request of another case; `Conflict` when it was answered or closed already.
pub async fn citizen_answer(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    case: CaseId,
    id: RequestId,
    citizen: &Citizen,
    mut new: NewMessage,
) -> Result<MessageRow> {
    let asked = request::request(c, scope, case, id).await?;
    if asked.state != RequestState::Open {
        // The same form sent twice is answered with what the first one did.
        new.text = lines(&new.text);
        let before = message::before(c, scope, case, &writer(citizen, Some(id)), &new).await?;
        return before
            .filter(|m| asked.message == Some(m.id))
            .ok_or_else(|| Fault::conflict(msg::CORRESPONDENCE_REQUEST_ENDED));
    }
    let message = write(c, ctx, scope, case, citizen, Some(id), new).await?;
    let by = (citizen.name.as_str(), "");
    if !request::end(c, ctx, scope, &asked, RequestState::Answered, Some(message.id), by).await? {
        return Err(Fault::conflict(msg::CORRESPONDENCE_REQUEST_ENDED));
    }
    request::resume(c, ctx, scope, &asked, "").await?;
    Ok(message)
}
