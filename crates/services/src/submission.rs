//! A form that was sent (wniosek złożony): what records, the citizen's pages and the desk read of it.

use std::collections::BTreeMap;

use db::{Conn, Json, q};
use kernel::{
    Lang, Micros, OfficeScope, Result,
    ids::{FormId, OfficeId, PersonId, ServiceId, SubmissionId},
};
use uuid::Uuid;

use crate::{
    answers::{Answer, Answers},
    form::sha256,
};

db::text_enum! {
    /// How it came.
    pub enum Channel {
        /// Through the pages.
        Web = "web",
        /// Through the JSON API.
        Api = "api",
    }
}

db::row! {
    /// A form that was sent. Never changed.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Submission {
        /// Identifier.
        pub id: SubmissionId,
        /// The office.
        pub office_id: OfficeId,
        /// The service.
        pub service_id: ServiceId,
        /// The version of the form it was filled in on.
        pub form_id: FormId,
        /// Year of the number.
        pub year: i64,
        /// Counted within office and year, without gaps.
        pub ordinal: i64,
        /// The number as shown: `WE/12/2026`.
        pub number: String,
        /// The sender's account.
        pub person_id: Option<PersonId>,
        /// The sender's name as given in the form, else of the account.
        pub sender_name: String,
        /// The proven address of the sender.
        pub sender_email: String,
        /// The sender's language: `pl` or `en`.
        pub lang: String,
        /// The answers, checked and in normal form; hidden questions have none.
        pub answers: Json<Answers>,
        /// SHA-256 of the answers' canonical JSON.
        pub answers_hash: String,
        /// When.
        pub sent_at: Micros,
        /// How.
        pub channel: Channel,
        /// SHA-256 over number, time and the fingerprint of every item.
        pub hash: String,
    }
}

impl Submission {
    /// The sender's language.
    pub fn lang(&self) -> Lang {
        Lang::parse(&self.lang).unwrap_or_default()
    }
    /// The sender's postal address in one line, as the forms ask for it in the field `address`; empty when none was given.
    pub fn address(&self) -> String {
        match self.answers.0.get("address") {
            Some(Answer::Address(address)) => address.line(),
            _ => String::new(),
        }
    }
    /// The canonical JSON of the answers: what `answers_hash` is the fingerprint of.
    pub fn answers_json(&self) -> String {
        self.answers.0.canonical()
    }
}

db::row! {
    /// A file sent with a form.
    #[derive(Debug, Clone, PartialEq)]
    pub struct SubmissionFile {
        /// Identifier.
        pub id: Uuid,
        /// Counted from 1 within the submission.
        pub ordinal: i64,
        /// The field it answers.
        pub field: String,
        /// Name as sent.
        pub name: String,
        /// SHA-256 of the content, hexadecimal: its name in the object store.
        pub hash: String,
        /// Bytes.
        pub size: i64,
        /// Media type recognised from the content.
        pub media_type: String,
    }
}

macro_rules! columns {
    () => {
        "id, office_id, service_id, form_id, year, ordinal, number, person_id, sender_name, sender_email, lang, answers, \
         answers_hash, sent_at, channel, hash"
    };
}

/// A submission of an office.
///
/// # Errors
/// `NotFound` when the office has no such submission.
pub async fn submission(c: &mut Conn, scope: OfficeScope, id: SubmissionId) -> Result<Submission> {
    c.one(q!(concat!("SELECT ", columns!(), " FROM submission WHERE office_id = $1 AND id = $2"), scope.office(), id))
        .await
}

/// The files of a submission, in order.
///
/// # Errors
/// When the database is away.
pub async fn submission_files(c: &mut Conn, scope: OfficeScope, id: SubmissionId) -> Result<Vec<SubmissionFile>> {
    c.all(q!(
        "SELECT f.id, f.ordinal, f.field, f.name, f.hash, f.size, f.media_type FROM submission_file f \
         JOIN submission s ON s.id = f.submission_id WHERE s.office_id = $1 AND s.id = $2 ORDER BY f.ordinal LIMIT 1000",
        scope.office(),
        id
    ))
    .await
}

/// The submission a secret link opens (`/s/{secret}`), for people without an account.
///
/// # Errors
/// `NotFound` when no submission has this secret.
pub async fn submission_by_secret(c: &mut Conn, secret: &str) -> Result<Submission> {
    c.one(q!(concat!("SELECT ", columns!(), " FROM submission WHERE secret_hash = $1"), sha256(secret))).await
}

/// Submissions of a person in all offices, the newest first, before a cursor (moment, id).
///
/// # Errors
/// When the database is away.
pub async fn submissions_of(
    c: &mut Conn,
    person: PersonId,
    before: Option<(i64, Uuid)>,
    limit: u32,
) -> Result<Vec<Submission>> {
    let query = q!(concat!("SELECT ", columns!(), " FROM submission WHERE person_id = $1"), person);
    let query = match before {
        Some((at, id)) => query.push(" AND (sent_at, id) < (", at).push(", ", id).text(")"),
        None => query,
    };
    c.all(query.push(" ORDER BY sent_at DESC, id DESC LIMIT ", limit.clamp(1, 200))).await
}

/// A submission already made with this key, if there is one.
pub(crate) async fn by_once(c: &mut Conn, key: &str) -> Result<Option<Submission>> {
    c.opt(q!(concat!("SELECT ", columns!(), " FROM submission WHERE once_key = $1"), key)).await
}

/// The facts whose fingerprint is the submission's own.
pub(crate) fn fingerprint(number: &str, sent_at: Micros, items: &[(String, String)]) -> String {
    let mut facts = BTreeMap::new();
    facts.insert("number", serde_json::json!(number));
    facts.insert("sent_at", serde_json::json!(sent_at.rfc3339()));
    facts.insert("items", serde_json::json!(items));
    sha256(serde_json::to_string(&facts).unwrap_or_default())
}
