//! The party's side: letters sent in a case, and opening one. The caller has checked that the case is theirs.

use db::{Conn, q};
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{CaseId, LetterId},
};
use offices::Day;
use records::{
    cases::{self, event},
    chain::{self, Action, Link},
};
use serde_json::json;

use crate::{Kind, Way};

db::row! {
    /// A letter as the party sees it.
    #[derive(Debug, Clone, PartialEq)]
    pub struct SentLetter {
        /// The letter.
        pub id: LetterId,
        /// Its title.
        pub title: String,
        /// Its kind.
        pub kind: Kind,
        /// The way it was sent.
        pub way: Way,
        /// When.
        pub sent_at: Micros,
        /// The day it was delivered.
        pub delivered_on: Option<Day>,
        /// SHA-256 of the PDF, which names the object.
        pub hash: Link,
        /// Bytes of the PDF.
        pub size: i64,
        /// Pages of the PDF.
        pub pages: i64,
    }
}

impl SentLetter {
    /// Whether the party has not opened it yet.
    pub fn is_new(&self) -> bool {
        self.way.opened_here() && self.delivered_on.is_none()
    }
    /// The name of the PDF as downloaded.
    pub fn file_name(&self) -> String {
        let title: String =
            self.title.chars().filter(|c| c.is_alphanumeric() || " -_.".contains(*c)).take(100).collect();
        format!("{}.pdf", title.trim())
    }
}

const SELECT: &str = "SELECT l.id, l.title, l.kind, o.way, o.sent_at, o.delivered_on, l.hash, l.size, l.pages \
                      FROM letter l JOIN outgoing o ON o.letter_id = l.id \
                      WHERE l.office_id = $1 AND l.case_id = $2 AND l.state = 'sent'";

/// The letters sent in a case, newest first.
///
/// # Errors
/// Those of the database.
pub async fn sent_of_case(c: &mut Conn, scope: OfficeScope, case: CaseId) -> Result<Vec<SentLetter>> {
    c.all(q!(SELECT, scope.office(), case).text(" ORDER BY o.sent_at DESC, l.id DESC LIMIT 500")).await
}

/// A letter the party opens: its first opening is its delivery (KPA art. 46 § 4 and the Act on electronic delivery speak
/// of receipt), written into the register and, while the case is not settled, into the record. Then give the PDF by
/// [`SentLetter::hash`]. `name` is who opens it.
///
/// # Errors
/// `NotFound` for a letter of another case or one not sent.
pub async fn open_by_party(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    case: CaseId,
    letter: LetterId,
    name: &str,
) -> Result<SentLetter> {
    let query = || q!(SELECT, scope.office(), case).push(" AND l.id = ", letter);
    let sent: SentLetter = c.opt(query()).await?.ok_or_else(Fault::not_found)?;
    if !sent.is_new() {
        return Ok(sent);
    }
    let today = ctx.now.warsaw_date();
    let done = c
        .exec(q!(
            "UPDATE outgoing SET delivered_on = $3, delivered_at = $4, delivered_by = $5, version = version + 1
             WHERE letter_id = $1 AND office_id = $2 AND delivered_on IS NULL",
            letter,
            scope.office(),
            Day(today),
            ctx.now,
            name
        ))
        .await?;
    if done == 1 {
        let row = cases::get(c, scope, case).await?;
        if !row.frozen() {
            let action = Action::new("letter.delivered")
                .text(format!("{}. {name}", sent.title))
                .fact("letter", letter.to_string())
                .fact("on", today.to_string());
            chain::append(c, ctx, scope, case, action).await?;
        }
        c.emit(ctx, &event("case.letter.delivered", scope, &row, json!({"letter": letter.to_string()}))).await?;
    }
    c.one(query()).await
}
