//! The index of an office's desk, in the office's own database and in the same transaction as the things themselves.
//!
//! A subject calls [`put`] whenever a thing it keeps changes, and [`remove`] when it goes away. [`find`] asks, and looks at
//! the rights in the same query: what a reader may not see is neither returned nor counted.

use db::{Conn, Dialect, Migration, Q, q, row, text_enum};
use kernel::ids::{CaseId, PersonId};
use kernel::{Fault, Micros, OfficeScope, Result};
use lemma::{Analyser, Token};
use uuid::Uuid;

use crate::engine::{Wanted, fts_text, mark, query, ts_text};

/// The tables of this subject.
pub const MIGRATIONS: &[Migration] = &[Migration::new(
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
)];

/// The longest text of one thing that is analysed, in bytes; the rest of a longer one is not found.
pub const LONGEST_TEXT: usize = 200_000;
/// The most words of a question that count.
const MOST_WORDS: usize = 12;
/// With fewer finds than this, the question is asked again more loosely.
const FEW: usize = 3;

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
    /// What to skip for the next page, when there is one.
    pub next: Option<u32>,
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
            c.exec(row.bind(ts_text(&mark, &title, &body))).await?;
        }
        Dialect::Sqlite => {
            c.exec(row).await?;
            if known.is_some() {
                forget_words(c, scope, doc.object).await?;
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
        forget_audience(c, scope, doc.object).await?;
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

async fn forget_audience(c: &mut Conn, scope: OfficeScope, object: Uuid) -> Result<()> {
    c.exec(q!(
        "DELETE FROM search_audience WHERE object_id IN
             (SELECT object_id FROM search_doc WHERE object_id = $1 AND office_id = $2)",
        object,
        scope.office()
    ))
    .await?;
    Ok(())
}

/// Takes a thing out of the index; nothing happens when it is not there.
///
/// # Errors
/// Those of the database.
pub async fn remove(c: &mut Conn, scope: OfficeScope, object: Uuid) -> Result<()> {
    if c.dialect() == Dialect::Sqlite {
        forget_words(c, scope, object).await?;
    }
    forget_audience(c, scope, object).await?;
    c.exec(q!("DELETE FROM search_doc WHERE object_id = $1 AND office_id = $2", object, scope.office())).await?;
    Ok(())
}

async fn forget_words(c: &mut Conn, scope: OfficeScope, object: Uuid) -> Result<()> {
    c.exec(q!(
        "DELETE FROM search_words WHERE rowid IN
             (SELECT number FROM search_doc WHERE object_id = $1 AND office_id = $2)",
        object,
        scope.office()
    ))
    .await?;
    Ok(())
}

/// Finds what the reader may see and the question fits, best first.
///
/// All telling words must be there, in any inflection. When fewer than three things have them all, words nobody wrote are
/// taken for slips or beginnings of words, and, if that does not help, things with some of the words are added.
///
/// # Errors
/// Those of the database.
pub async fn find(c: &mut Conn, scope: OfficeScope, reader: PersonId, question: &Question) -> Result<Finds> {
    let analyser = Analyser::polish();
    let mut tokens: Vec<Token> = analyser.tokens(beginning(&question.text));
    tokens.retain(|t| !t.stop);
    tokens.truncate(MOST_WORDS);
    let asking = Asking { scope, reader, question, mark: mark(scope) };
    let words: Vec<Wanted> = tokens.iter().map(|t| Wanted { terms: t.terms.clone(), beginning: None }).collect();
    let mut items = asking.run(c, &words, true, question.skip, question.limit.saturating_add(1)).await?;
    let mut loosened = false;
    if question.skip == 0 && items.len() < FEW && !words.is_empty() {
        let mut loose = Vec::with_capacity(words.len());
        for (token, word) in tokens.iter().zip(&words) {
            let written = asking.run(c, std::slice::from_ref(word), true, 0, 1).await?;
            let mut wanted = word.clone();
            if written.is_empty() {
                wanted.terms.extend(asking.present(c, &analyser.near_terms(token)).await?);
            }
            if token.folded.chars().count() >= 3 {
                wanted.beginning = Some(token.folded.clone());
            }
            loose.push(wanted);
        }
        loosened |= asking.add(c, &loose, true, &mut items).await?;
        if items.len() < FEW && loose.len() > 1 {
            loosened |= asking.add(c, &loose, false, &mut items).await?;
        }
    }
    let limit = usize::try_from(question.limit).unwrap_or(usize::MAX);
    // Loosely found things are shown on one page.
    let more = items.len() > limit && !loosened;
    items.truncate(limit);
    Ok(Finds { items, next: more.then(|| question.skip.saturating_add(question.limit)), loosened })
}

struct Asking<'a> {
    scope: OfficeScope,
    reader: PersonId,
    question: &'a Question,
    mark: String,
}

impl Asking<'_> {
    /// Which of the terms the office's index holds. A question with hundreds of terms would be slow to rank; those not
    /// there are dropped first.
    async fn present(&self, c: &mut Conn, terms: &[String]) -> Result<Vec<String>> {
        if terms.is_empty() {
            return Ok(Vec::new());
        }
        let marked: Vec<String> = terms.iter().map(|t| format!("{}{t}", self.mark)).collect();
        let found: Vec<(String,)> = match c.dialect() {
            Dialect::Sqlite => {
                c.all(q!(
                    "SELECT term FROM search_vocabulary WHERE term IN (SELECT value FROM json_each($1)) LIMIT 50",
                    db::Json(marked)
                ))
                .await?
            }
            Dialect::Postgres => {
                let any = Wanted { terms: terms.to_vec(), beginning: None };
                let holding = Q::new(
                    "SELECT DISTINCT w.lexeme FROM
                     (SELECT d.words FROM search_doc d WHERE d.words @@ $1::text::tsquery AND d.office_id = $2",
                )
                .bind(query(Dialect::Postgres, &self.mark, &[any], true))
                .bind(self.scope.office());
                let holding = self.allowed(holding).text(" LIMIT 200) held, unnest(held.words) w");
                let holding = holding.push(" WHERE w.lexeme = ANY (string_to_array(", marked.join(" "));
                c.all(holding.text("::text, ' ')) LIMIT 50")).await?
            }
        };
        Ok(found.into_iter().filter_map(|(term,)| Some(term.strip_prefix(&self.mark)?.to_owned())).collect())
    }

    /// Confines a question to what the reader may see, as part of the same statement.
    fn allowed(&self, q: Q) -> Q {
        let q = q
            .push(
                " AND (NOT d.restricted OR EXISTS
                 (SELECT 1 FROM search_audience a WHERE a.object_id = d.object_id AND a.person_id = ",
                self.reader,
            )
            .text("))");
        if self.question.things.is_empty() {
            q
        } else {
            q.push_in(" AND d.kind IN ", self.question.things.iter().copied())
        }
    }

    /// Adds what is not there yet; tells whether anything was added.
    async fn add(&self, c: &mut Conn, words: &[Wanted], all: bool, items: &mut Vec<Find>) -> Result<bool> {
        let before = items.len();
        for item in self.run(c, words, all, 0, self.question.limit).await? {
            if !items.iter().any(|i| i.object == item.object) {
                items.push(item);
            }
        }
        Ok(items.len() > before)
    }

    async fn run(&self, c: &mut Conn, words: &[Wanted], all: bool, skip: u32, limit: u32) -> Result<Vec<Find>> {
        let text = query(c.dialect(), &self.mark, words, all);
        if text.is_empty() {
            return Ok(Vec::new());
        }
        let mut q = Q::by(
            c.dialect(),
            "SELECT d.kind, d.object_id, d.case_id, d.reference, d.title, d.changed
             FROM search_words JOIN search_doc d ON d.number = search_words.rowid
             WHERE search_words MATCH $1 AND d.office_id = $2",
            "SELECT d.kind, d.object_id, d.case_id, d.reference, d.title, d.changed
             FROM search_doc d
             WHERE d.words @@ $1::text::tsquery AND d.office_id = $2",
        )
        .bind(text)
        .bind(self.scope.office());
        q = self.allowed(q);
        let order = match c.dialect() {
            Dialect::Sqlite => " ORDER BY bm25(search_words, 3.0, 1.0)",
            Dialect::Postgres => " ORDER BY ts_rank('{0.33, 0.33, 0.33, 1.0}', d.words, $1::text::tsquery, 1) DESC",
        };
        q = q
            .text(order)
            .text(", d.changed DESC, d.object_id")
            .push(" LIMIT ", i64::from(limit))
            .push(" OFFSET ", i64::from(skip));
        c.all(q).await
    }
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
