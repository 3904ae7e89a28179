//! What the office does: writing, asking, closing a request.

use db::{Conn, q};
use jiff::civil::Date;
use kernel::{
    Ctx, Fault, Result,
    ids::{CaseId, RequestId},
};
use offices::{Day, Desk};
use records::{
    cases::{self, Ground, State, event},
    chain::{self, Action},
    index::{Kept, Thing},
};
use serde_json::json;

use crate::{
    MessageRow, NewMessage, RequestRow, RequestState, Side,
    message::{self, Outcome, Writer},
    msg, news,
    request::{self, SELECT},
    words::{Check, MAX_TEXT, MAX_WHAT, lines},
};

/// Writes to the party of a case. Emits `case.message`; the party gets an e-mail that there is news.
///
/// # Errors
/// As [`cases::writable`]; `Invalid` at `text`; `Conflict` when another message was sent under the key of the form.
pub async fn office_write(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    case: CaseId,
    mut new: NewMessage,
) -> Result<MessageRow> {
    let row = cases::writable(c, desk, case).await?;
    new.text = lines(&new.text);
    let mut check = Check::default();
    check.text("text", &new.text, MAX_TEXT);
    check.done()?;
    let writer = Writer {
        side: Side::Office,
        person: Some(desk.member.person),
        name: &desk.member.name,
        position: &desk.member.position,
        request: None,
        key: "message.sent",
    };
    let message = match message::keep(c, ctx, desk.scope, case, &writer, new).await? {
        Outcome::Kept(message) => message,
        Outcome::Before(message) => return Ok(message),
    };
    c.emit(ctx, &event("case.message", desk.scope, &row, json!({"side": "office", "message": message.id.to_string()})))
        .await?;
    news::tell_party(c, ctx, desk.scope, case).await?;
    Ok(message)
}

/// What the party is asked to supply.
#[derive(Debug, Clone, PartialEq)]
pub struct NewRequest {
    /// What, at most 2,000 characters.
    pub what: String,
    /// Until which day: after today, at most a year ahead. For what an application lacks, at least 7 days (KPA art. 64 § 2).
    pub due: Date,
    /// Why the term of the case waits for it (KPA art. 35 § 5); `None` leaves it running.
    pub pause: Option<String>,
    /// The key of the form: the same key is the same request.
    pub once: String,
}

/// Asks the party to supply something. Pauses the term when a reason is given, unless another request has paused it
/// already. Emits `case.requested`; the party gets an e-mail that there is news.
///
/// # Errors
/// As [`cases::writable`]; `Invalid` at `what`, `due`, `reason`; `Conflict` when the term is paused for another reason, or
/// something else was asked under the key of the form.
pub async fn ask(c: &mut Conn, ctx: &Ctx, desk: &Desk, case: CaseId, new: NewRequest) -> Result<RequestRow> {
    let row = cases::writable(c, desk, case).await?;
    let what = lines(&new.what);
    let reason = new.pause.as_deref().map(lines);
    let today = ctx.now.warsaw_date();
    let mut check = Check::default();
    check.text("what", &what, MAX_WHAT);
    if let Some(reason) = &reason {
        if reason.is_empty() {
            check.fault("reason", msg::CORRESPONDENCE_FIELD_PAUSE_REASON, Vec::new());
        }
        check.short("reason", reason, MAX_TEXT);
    }
    let ahead = today.until(new.due).map_or(0, |s| s.get_days());
    if !(1..=366).contains(&ahead) {
        check.fault("due", msg::CORRESPONDENCE_FIELD_DUE, Vec::new());
    }
    check.done()?;
    let made = c
        .exec(q!(
            "INSERT INTO request (id, office_id, case_id, what, due, pauses, reason, state, made_at, made_by, made_by_name, \
             position, ended_by, end_reason, once) VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9, $10, $11, '', '', $12)
             ON CONFLICT (case_id, once) DO NOTHING",
            ctx.new_id::<RequestId>(),
            desk.scope.office(),
            case,
            &what,
            Day(new.due),
            false,
            reason.clone().unwrap_or_default(),
            ctx.now,
            desk.member.person,
            &desk.member.name,
            &desk.member.position,
            &new.once
        ))
        .await?;
    let by_once = || q!(SELECT, desk.scope.office(), case).push(" AND once = ", new.once.as_str());
    let request: RequestRow = c.one(by_once()).await?;
    if made == 0 {
        let before = (request.made_by, request.what.as_str(), request.due.0, request.reason.as_str());
        let now = (Some(desk.member.person), what.as_str(), new.due, reason.as_deref().unwrap_or_default());
        return if before == now { Ok(request) } else { Err(Fault::conflict(msg::CORRESPONDENCE_OTHER_REQUEST)) };
    }
    let action = Action::new("request.sent")
        .at(desk)
        .text(&what)
        .fact("request", request.id.to_string())
        .fact("due", new.due.to_string())
        .fact("pauses", reason.is_some());
    chain::append(c, ctx, desk.scope, case, action).await?;
    let kept = Kept {
        thing: Thing::Request,
        object: request.id.0,
        title: what.clone(),
        names: vec![desk.member.name.clone()],
        text: what,
        changed: ctx.now,
    };
    records::index::kept(c, desk.scope, case, kept).await?;
    if let Some(reason) = reason {
        if row.state != State::Paused || !request::waits(c, desk.scope, case).await? {
            cases::term::pause_by(c, ctx, desk.scope, case, Ground::Party, &reason, &desk.member.position).await?;
        }
        c.exec(q!("UPDATE request SET pauses = $2 WHERE id = $1", request.id, true)).await?;
    }
    let facts = json!({"request": request.id.to_string(), "due": new.due.to_string()});
    c.emit(ctx, &event("case.requested", desk.scope, &row, facts)).await?;
    news::tell_party(c, ctx, desk.scope, case).await?;
    c.one(by_once()).await
}

/// Closes a request the office needs no answer to any more, with a word why. The term it paused runs again.
///
/// # Errors
/// As [`cases::writable`]; `NotFound`; `Invalid` at `reason`; `Conflict` when it was answered or closed meanwhile.
pub async fn close_request(
    c: &mut Conn,
    ctx: &Ctx,
    desk: &Desk,
    case: CaseId,
    id: RequestId,
    reason: &str,
) -> Result<RequestRow> {
    cases::writable(c, desk, case).await?;
    let row = request::request(c, desk.scope, case, id).await?;
    let reason = lines(reason);
    let mut check = Check::default();
    check.text("reason", &reason, MAX_TEXT);
    check.done()?;
    let by = (desk.member.name.as_str(), reason.as_str());
    if !request::end(c, ctx, desk.scope, &row, RequestState::Closed, None, by).await? {
        return Err(Fault::conflict(msg::CORRESPONDENCE_REQUEST_ENDED));
    }
    let action = Action::new("request.withdrawn").at(desk).text(&reason).fact("request", id.to_string());
    chain::append(c, ctx, desk.scope, case, action).await?;
    request::resume(c, ctx, desk.scope, &row, &desk.member.position).await?;
    news::tell_party(c, ctx, desk.scope, case).await?;
    request::request(c, desk.scope, case, id).await
}
