//! The index of an office's desk, in the office's own database and in the same transaction as the things themselves.
//!
//! A subject calls [`put`] whenever a thing it keeps changes, and [`remove`] when it goes away. [`find`] asks, and the
//! rights, which the subjects add as conditions of their own ([`Reader`]), are part of the same statement: what a reader
//! may not see is neither returned nor counted.

mod find;
mod tidy;

use db::{Conn, Dialect, Migration, Q, q, row, text_enum};
use kernel::ids::{CaseId, PersonId};
use kernel::{Fault, Micros, OfficeScope, Result};
use lemma::Analyser;
use uuid::Uuid;

pub use self::{
    find::{Reader, find},
    tidy::tidy,
};
use crate::engine::{fts_text, mark, ts_text};

/// The tables of this subject.
pub const MIGRATIONS: &[Migration] = &[TABLES, VOCABULARY];

const TABLES: Migration = Migration::new(
    "search",
    1,
    "CREATE TABLE search_doc (
        object_id UUID PRIMARY KEY,
        office_id UUID NOT NULL,
        kind TEXT NOT NULL,
        case_id UUID,
        reference TEXT NOT NULL,
        title TEXT NOT NULL,
        changed BIGINT NOT NULL,
        restricted BOOLEAN NOT NULL
    );
    CREATE INDEX search_doc_case ON search_doc (office_id, case_id);
    CREATE TABLE search_audience (
        object_id UUID NOT NULL REFERENCES search_doc (object_id) ON DELETE CASCADE,
        person_id UUID NOT NULL,
        PRIMARY KEY (object_id, person_id)
    );",
)
.with(
    "ALTER TABLE search_doc ADD COLUMN number BIGINT;
    CREATE UNIQUE INDEX search_doc_number ON search_doc (number);
    CREATE VIRTUAL TABLE search_words USING fts5(title, body, content='', contentless_delete=1,
        tokenize=\"unicode61 remove_diacritics 0 tokenchars '.,-/@_:+~\\’'''\");
    CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab(search_words, 'row');",
    "ALTER TABLE search_doc ADD COLUMN words TSVECTOR NOT NULL DEFAULT ''::tsvector;
    CREATE INDEX search_doc_words ON search_doc USING GIN (words);",
);

/// On PostgreSQL the words of the index get a table of their own, as FTS5 has one: which words begin so, and which of the
/// likely ones exist, is then a walk along its key instead of a look into documents. Bytes are compared, so that a
/// beginning is a range.
const VOCABULARY: Migration = Migration::new("search", 2, "").with(
    "",
    "CREATE TABLE search_term (term TEXT COLLATE \"C\" PRIMARY KEY);
    INSERT INTO search_term (term) SELECT word FROM ts_stat('SELECT words FROM search_doc');",
);

/// The longest text of one thing that is analysed, in bytes; the rest of a longer one is not found.
pub const LONGEST_TEXT: usize = 200_000;

text_enum! {
    /// What kind of thing was found.
    pub enum Thing {
        /// A case.
        Case = "case",
        /// A letter of a case.
        Letter = "letter",
        /// A document kept in a case.
        Document = "document",
        /// A message between citizen and office.
        Message = "message",
        /// A request to the party to supply something.
        Request = "request",
        /// A note within a case.
        Note = "note",
        /// An entry in the register of incoming mail.
        Incoming = "incoming",
        /// An entry in the register of outgoing mail.
        Outgoing = "outgoing",
    }
}

/// A thing to be found.
#[derive(Debug, Clone)]
pub struct Doc {
    /// What it is.
    pub thing: Thing,
    /// Its identifier; a thing is in the index once.
    pub object: Uuid,
    /// The case it belongs to, or which it is.
    pub case: Option<CaseId>,
    /// Its reference or number in a register; may be empty.
    pub reference: String,
    /// Its title, as shown in a list of finds.
    pub title: String,
    /// Names of people and firms it concerns; found like the title, not shown.
    pub names: Vec<String>,
    /// Its text.
    pub text: String,
    /// When it last changed; between equally good finds the newer goes first.
    pub changed: Micros,
    /// Who may find it: `None` is everyone at the office's desk, `Some` only these people.
    pub audience: Option<Vec<PersonId>>,
}

row! {
    /// A find.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Find {
        /// What it is.
        pub thing: Thing,
        /// Its identifier.
        pub object: Uuid,
        /// The case it belongs to, or which it is.
        pub case: Option<CaseId>,
        /// Its reference; may be empty.
        pub reference: String,
        /// Its title.
        pub title: String,
        /// When it last changed.
        pub changed: Micros,
    }
}

/// A question of the desk.
#[derive(Debug, Clone)]
pub struct Question {
    /// What the person typed.
    pub text: String,
    /// Only these kinds; empty is all.
    pub things: Vec<Thing>,
    /// How many finds to leave out: those of the pages before.
    pub skip: u32,
    /// How many finds to give at most.
    pub limit: u32,
}

/// The finds of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Finds {
    /// Best first.
    pub items: Vec<Find>,
    /// What to skip for the next page, when there is one. Pages of a ranking are counted off, not kept by a key: one new
    /// thing moves every score a little, so a remembered score would leave finds out or show them twice.
    pub next: Option<u32>,
    /// How many finds there are on all pages together.
    pub total: u32,
    /// Whether little or nothing fitted and similar spellings or a part of the words were accepted: say so on the page.
    pub loosened: bool,
}

/// Stores a thing or what has changed about it. Who could find it before and is no longer in the audience, finds it
/// no more from the same commit on.
///
/// # Errors
/// `NotFound` when the identifier belongs to a thing of another office; those of the database.
pub async fn put(c: &mut Conn, scope: OfficeScope, doc: &Doc) -> Result<()> {
    let analyser = Analyser::polish();
    let mut title = analyser.index_terms(&doc.reference);
    title.extend(analyser.index_terms(&doc.title));
    title.extend(doc.names.iter().flat_map(|name| analyser.index_terms(name)));
    let body = analyser.index_terms(beginning(&doc.text));
    let mark = mark(scope);
    let known: Option<(Uuid, bool)> =
        c.opt(q!("SELECT office_id, restricted FROM search_doc WHERE object_id = $1", doc.object)).await?;
    if known.is_some_and(|(office, _)| office != scope.office().0) {
        return Err(Fault::not_found());
    }
    let row = Q::by(
        c.dialect(),
        "INSERT INTO search_doc (object_id, office_id, kind, case_id, reference, title, changed, restricted, number)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, (SELECT COALESCE(MAX(number), 0) + 1 FROM search_doc))
         ON CONFLICT (object_id) DO UPDATE SET kind = excluded.kind, case_id = excluded.case_id,
             reference = excluded.reference, title = excluded.title, changed = excluded.changed,
             restricted = excluded.restricted",
        "INSERT INTO search_doc (object_id, office_id, kind, case_id, reference, title, changed, restricted, words)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::tsvector)
         ON CONFLICT (object_id) DO UPDATE SET kind = excluded.kind, case_id = excluded.case_id,
             reference = excluded.reference, title = excluded.title, changed = excluded.changed,
             restricted = excluded.restricted, words = excluded.words
         WHERE search_doc.office_id = excluded.office_id",
    )
    .bind(doc.object)
    .bind(scope.office())
    .bind(doc.thing)
    .bind(doc.case)
    .bind(printable(&doc.reference))
    .bind(printable(&doc.title))
    .bind(doc.changed)
    .bind(doc.audience.is_some());
    match c.dialect() {
        Dialect::Postgres => {
            let words = ts_text(&mark, &title, &body);
            c.exec(row.bind(words.clone())).await?;
            c.exec(q!(
                "INSERT INTO search_term (term) SELECT t FROM unnest(tsvector_to_array($1::text::tsvector)) t ORDER BY t
                 ON CONFLICT DO NOTHING",
                words
            ))
            .await?;
        }
        Dialect::Sqlite => {
            c.exec(row).await?;
            if known.is_some() {
                forget(c, scope, doc.object, WORDS).await?;
            }
            c.exec(q!(
                "INSERT INTO search_words (rowid, title, body)
                 SELECT number, $3, $4 FROM search_doc WHERE object_id = $1 AND office_id = $2",
                doc.object,
                scope.office(),
                fts_text(&mark, &title),
                fts_text(&mark, &body)
            ))
            .await?;
        }
    }
    if known.is_some_and(|(_, restricted)| restricted) {
        forget(c, scope, doc.object, AUDIENCE).await?;
    }
    for person in doc.audience.iter().flatten() {
        c.exec(q!(
            "INSERT INTO search_audience (object_id, person_id)
             SELECT object_id, $3 FROM search_doc WHERE object_id = $1 AND office_id = $2
             ON CONFLICT DO NOTHING",
            doc.object,
            scope.office(),
            *person
        ))
        .await?;
    }
    Ok(())
}

/// Takes a thing out of the index; nothing happens when it is not there.
///
/// # Errors
/// Those of the database.
pub async fn remove(c: &mut Conn, scope: OfficeScope, object: Uuid) -> Result<()> {
    if c.dialect() == Dialect::Sqlite {
        forget(c, scope, object, WORDS).await?;
    }
    forget(c, scope, object, AUDIENCE).await?;
    c.exec(q!("DELETE FROM search_doc WHERE object_id = $1 AND office_id = $2", object, scope.office())).await?;
    Ok(())
}

/// What is kept of a thing beside its row.
const WORDS: &str = "DELETE FROM search_words WHERE rowid IN (SELECT number FROM search_doc WHERE object_id = ";
const AUDIENCE: &str =
    "DELETE FROM search_audience WHERE object_id IN (SELECT object_id FROM search_doc WHERE object_id = ";

/// Forgets what is kept of a thing beside its row.
async fn forget(c: &mut Conn, scope: OfficeScope, object: Uuid, what: &'static str) -> Result<()> {
    c.exec(Q::new(what).push("", object).push(" AND office_id = ", scope.office()).text(")")).await?;
    Ok(())
}

/// The part of a text that is analysed.
fn beginning(text: &str) -> &str {
    let mut end = text.len().min(LONGEST_TEXT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Text without control characters, which PostgreSQL refuses and no list shows.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
