//! The record of a case (metryka sprawy, KPA art. 66a; Dz.U. 2012 poz. 250) as a chain of hashes.
//!
//! Every entry is a JSON object in [`canonical`](crate::canonical) form; its hash is
//! `SHA-256(previous hash in 64 lower-case hexadecimal digits, followed by that text)`. Before the first entry stand 64
//! zeros. The previous hash goes in as digits, not as bytes, so that anyone can check a link with `sha256sum` alone:
//! `(printf '%s' PREVIOUS; cat 0002.json) | sha256sum`.
//!
//! The fields of an entry, format 1: `v` 1, `case` identifier, `reference`, `ordinal` from 1, `at` (RFC 3339, UTC,
//! microseconds), `by` (`id` or null, `name`, `position`), `action` key, `text`, `details` object, `document` null or
//! (`id`, `name`, `sha256`).

use db::{Col, ColumnError, Conn, RowRef, q};
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{CaseId, DocumentId, PersonId},
};
use offices::Desk;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use crate::canonical::canonical;
use crate::{cases::State, msg};

/// A link of the chain: SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link(pub [u8; 32]);

impl Link {
    /// What stands before the first entry.
    pub const START: Link = Link([0; 32]);
    /// 64 lower-case hexadecimal digits.
    pub fn hex(self) -> String {
        hex::encode(self.0)
    }
    /// Reads 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Link> {
        blob::parse_hash(text).map(Link)
    }
    /// The link of an entry that follows this one.
    pub fn next(self, payload: &str) -> Link {
        Link(Sha256::new().chain_update(self.hex()).chain_update(payload).finalize().into())
    }
}

impl Col for Link {
    fn read(row: &RowRef<'_>, i: usize) -> Result<Self, ColumnError> {
        let bytes = Vec::<u8>::read(row, i)?;
        bytes.try_into().map(Link).map_err(|_| ColumnError::Range(i))
    }
}

impl From<Link> for db::Val {
    fn from(link: Link) -> db::Val {
        link.0.into()
    }
}

/// The document an entry concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocRef {
    /// The document.
    pub id: DocumentId,
    /// Its name.
    pub name: String,
    /// SHA-256 of its content.
    pub hash: [u8; 32],
}

/// What is written into the record.
#[derive(Debug, Clone)]
pub struct Action {
    /// The key of the action: `case.assigned`, `letter.sent`. Its words stand under `records-action-…`.
    pub key: &'static str,
    /// What a reader of the record should know, in Polish: a reason, a name. May be empty.
    pub text: String,
    /// Facts for programs: JSON, whole numbers, no secrets.
    pub details: Map<String, Value>,
    /// The document concerned.
    pub document: Option<DocRef>,
    /// The position of who acts; empty for a citizen and for the program.
    pub position: String,
}

impl Action {
    /// An action with its key.
    pub fn new(key: &'static str) -> Self {
        Self { key, text: String::new(), details: Map::new(), document: None, position: String::new() }
    }
    /// Done at a desk: adds the position.
    #[must_use]
    pub fn at(mut self, desk: &Desk) -> Self {
        self.position = desk.member.position.clone();
        self
    }
    /// Adds what a reader should know.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }
    /// Adds a fact.
    #[must_use]
    pub fn fact(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.details.insert(name.to_owned(), value.into());
        self
    }
    /// Adds the document concerned.
    #[must_use]
    pub fn document(mut self, document: DocRef) -> Self {
        self.document = Some(document);
        self
    }
}

db::row! {
    /// A row of a case's record.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Entry {
        /// Its number, from 1 without gaps.
        pub ordinal: i64,
        /// When.
        pub at: Micros,
        /// Who, if it was a person with an account.
        pub person: Option<PersonId>,
        /// Their name at that time.
        pub person_name: String,
        /// Their position at that time; empty for a citizen.
        pub position: String,
        /// The key of the action.
        pub action: String,
        /// What a reader should know.
        pub text: String,
        /// The document concerned.
        pub document: Option<DocumentId>,
        /// The canonical JSON that is hashed.
        pub payload: String,
        /// The link before.
        pub prev: Link,
        /// This entry's link.
        pub hash: Link,
    }
}

/// The first place at which a chain is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// The ordinal at which an entry was expected.
    pub ordinal: i64,
    /// What is wrong there.
    pub why: BreakKind,
}

/// What is wrong with a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BreakKind {
    /// Another ordinal stands there: an entry was removed, added or moved.
    Ordinal,
    /// The entry does not continue the one before.
    Previous,
    /// The entry's content does not give its hash: it was edited.
    Content,
    /// The columns beside the hashed text say something else than the text does.
    Columns,
}

/// The canonical text of an entry.
pub(crate) fn payload(ctx: &Ctx, (case, reference): (CaseId, &str), ordinal: i64, action: &Action) -> String {
    canonical(&json!({
        "v": 1,
        "case": case.to_string(),
        "reference": reference,
        "ordinal": ordinal,
        "at": ctx.now.rfc3339(),
        "by": {
            "id": ctx.actor.person().map(|p| p.to_string()),
            "name": ctx.actor.name(),
            "position": action.position,
        },
        "action": action.key,
        "text": action.text,
        "details": action.details,
        "document": action.document.as_ref().map(|d| json!({
            "id": d.id.to_string(), "name": d.name, "sha256": hex::encode(d.hash),
        })),
    }))
}

pub(crate) async fn insert(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    case: (CaseId, &str),
    (ordinal, prev): (i64, Link),
    action: &Action,
) -> Result<Entry> {
    let payload = payload(ctx, case, ordinal, action);
    let hash = prev.next(&payload);
    let entry = Entry {
        ordinal,
        at: ctx.now,
        person: ctx.actor.person(),
        person_name: ctx.actor.name().to_owned(),
        position: action.position.clone(),
        action: action.key.to_owned(),
        text: action.text.clone(),
        document: action.document.as_ref().map(|d| d.id),
        payload,
        prev,
        hash,
    };
    c.exec(q!(
        "INSERT INTO record_entry (case_id, ordinal, office_id, at, person_id, person_name, position, action, text, \
         document_id, payload, prev_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        case.0,
        ordinal,
        scope.office(),
        entry.at,
        entry.person,
        &entry.person_name,
        &entry.position,
        &entry.action,
        &entry.text,
        entry.document,
        &entry.payload,
        entry.prev,
        entry.hash,
    ))
    .await?;
    Ok(entry)
}

/// Writes an entry into a case's record and remembers it as the case's last action. The row of the case is locked
/// first, so entries of concurrent units of work follow one another.
///
/// # Errors
/// `NotFound` when the office has no such case, `Conflict` when it is settled and so frozen.
pub async fn append(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, case: CaseId, action: Action) -> Result<Entry> {
    let head: Option<(i64, String)> = c
        .opt(q!(
            "UPDATE case_file SET entries = entries + 1, acted = $3, last_action = $4
             WHERE id = $1 AND office_id = $2 AND state <> 'settled' RETURNING entries, reference",
            case,
            scope.office(),
            ctx.now,
            action.key
        ))
        .await?;
    let Some((ordinal, reference)) = head else { return Err(why_not(c, scope, case).await?) };
    let (prev,): (Link,) = c
        .opt(q!("SELECT hash FROM record_entry WHERE case_id = $1 AND ordinal = $2", case, ordinal - 1))
        .await?
        .ok_or_else(|| Fault::internal(format!("the record of case {case} lacks entry {}", ordinal - 1)))?;
    insert(c, ctx, scope, (case, &reference), (ordinal, prev), &action).await
}

/// Keeps the next place in a case's record for an entry that is no work on the case and may follow its settling: an export.
/// The row of the case is locked first, so nobody writes into the case until this unit of work ends; what was last done in
/// the case stays as it is. Gives the ordinal and the reference; the entry must follow in the same unit of work.
///
/// # Errors
/// `NotFound` when the office has no such case.
pub(crate) async fn reserve(c: &mut Conn, scope: OfficeScope, case: CaseId) -> Result<(i64, String)> {
    c.one(q!(
        "UPDATE case_file SET entries = entries + 1 WHERE id = $1 AND office_id = $2 RETURNING entries, reference",
        case,
        scope.office()
    ))
    .await
}

async fn why_not(c: &mut Conn, scope: OfficeScope, case: CaseId) -> Result<Fault> {
    let state: Option<(State,)> =
        c.opt(q!("SELECT state FROM case_file WHERE id = $1 AND office_id = $2", case, scope.office())).await?;
    Ok(if state.is_some() { Fault::conflict(msg::RECORDS_FROZEN) } else { Fault::not_found() })
}

/// The record of a case, oldest first.
///
/// # Errors
/// Those of the database.
pub async fn entries(c: &mut Conn, scope: OfficeScope, case: CaseId) -> Result<Vec<Entry>> {
    c.all(q!(
        "SELECT ordinal, at, person_id, person_name, position, action, text, document_id, payload, prev_hash, hash
         FROM record_entry WHERE case_id = $1 AND office_id = $2 ORDER BY ordinal LIMIT 100000",
        case,
        scope.office()
    ))
    .await
}

/// Checks a whole chain and gives its last link.
///
/// # Errors
/// The first break.
pub fn verify(entries: &[Entry]) -> Result<Link, Break> {
    let mut prev = Link::START;
    for (expected, entry) in (1i64..).zip(entries) {
        let broken = |why| Break { ordinal: expected, why };
        if entry.ordinal != expected {
            return Err(broken(BreakKind::Ordinal));
        }
        if entry.prev != prev {
            return Err(broken(BreakKind::Previous));
        }
        if prev.next(&entry.payload) != entry.hash {
            return Err(broken(BreakKind::Content));
        }
        if !columns_agree(entry) {
            return Err(broken(BreakKind::Columns));
        }
        prev = entry.hash;
    }
    Ok(prev)
}

/// What is wrong with a record in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// A link does not hold.
    Link(Break),
    /// There are not as many entries as the case counts: the end was cut off, or something added to it.
    Count {
        /// What the case counts.
        counted: i64,
        /// How many are there.
        there: i64,
    },
}

/// Checks the record of a case as it stands in the database, while others may be writing into it: the chain, and that it
/// is as long as the case counts, so that a cut end is found too. `None` when all is well.
///
/// # Errors
/// `NotFound` when the office has no such case.
pub async fn check(c: &mut Conn, scope: OfficeScope, case: CaseId) -> Result<Option<Trouble>> {
    let least = counted(c, scope, case).await?;
    let entries = entries(c, scope, case).await?;
    // Entries written meanwhile are counted by now.
    let most = counted(c, scope, case).await?;
    if let Err(broken) = verify(&entries) {
        return Ok(Some(Trouble::Link(broken)));
    }
    let there = i64::try_from(entries.len()).unwrap_or(i64::MAX);
    let whole = (least..=most).contains(&there);
    Ok((!whole).then_some(Trouble::Count { counted: if there < least { least } else { most }, there }))
}

async fn counted(c: &mut Conn, scope: OfficeScope, case: CaseId) -> Result<i64> {
    let (n,): (i64,) =
        c.one(q!("SELECT entries FROM case_file WHERE id = $1 AND office_id = $2", case, scope.office())).await?;
    Ok(n)
}

fn columns_agree(entry: &Entry) -> bool {
    let Ok(value) = serde_json::from_str::<Value>(&entry.payload) else { return false };
    value["ordinal"] == entry.ordinal
        && value["at"] == entry.at.rfc3339()
        && value["by"]["id"].as_str() == entry.person.map(|p| p.to_string()).as_deref()
        && value["by"]["name"] == entry.person_name.as_str()
        && value["by"]["position"] == entry.position.as_str()
        && value["action"] == entry.action.as_str()
        && value["text"] == entry.text.as_str()
        && value["document"]["id"].as_str() == entry.document.map(|d| d.to_string()).as_deref()
}
