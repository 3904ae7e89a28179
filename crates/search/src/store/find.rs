//! Asking the index, with the reader's rights in the same statement.

use db::{ColumnError, Conn, Dialect, FromRow, Q, RowRef, q};
use kernel::ids::PersonId;
use kernel::{OfficeScope, Result};
use lemma::{Analyser, Token};

use super::{Find, Finds, Question, beginning};
use crate::engine::{mark, query};

/// The most words of a question that count.
const MOST_WORDS: usize = 12;
/// With fewer finds than this, the question is asked again more loosely.
const FEW: usize = 3;
/// The most words of the index that one mistyped or begun word may stand for.
const MOST_MEANT: i64 = 100;

/// Who asks, and what they may see.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The person; things with an audience are found by those in it only.
    pub person: PersonId,
    /// Adds conditions over `search_doc d`, already narrowed to the office: the rights of the subjects whose things these
    /// are. They become part of the one statement that finds, ranks and counts.
    pub sees: &'a (dyn Fn(Q) -> Q + Send + Sync),
}

impl Reader<'_> {
    /// One who sees all of the office but what has an audience without them.
    pub fn of_all(person: PersonId) -> Self {
        Self { person, sees: &|q| q }
    }
}

/// Finds what the reader may see and the question fits, best first.
///
/// All telling words must be there, in any inflection. When fewer than three things have them all, words nobody wrote are
/// taken for slips or beginnings of words, and, if that does not help, things with some of the words are added.
///
/// # Errors
/// Those of the database.
pub async fn find(c: &mut Conn, scope: OfficeScope, reader: Reader<'_>, question: &Question) -> Result<Finds> {
    let analyser = Analyser::polish();
    let mut tokens: Vec<Token> = analyser.tokens(beginning(&question.text));
    tokens.retain(|t| !t.stop);
    tokens.truncate(MOST_WORDS);
    let asking = Asking { scope, reader, question, mark: mark(scope) };
    let words: Vec<Vec<String>> = tokens.iter().map(|t| t.terms.clone()).collect();
    let (mut items, mut total) = asking.run(c, &words, true, question.skip, question.limit).await?;
    let mut loosened = false;
    if question.skip == 0 && items.len() < FEW && !words.is_empty() {
        let mut loose = Vec::with_capacity(words.len());
        for (token, word) in tokens.iter().zip(&words) {
            let mut meant = word.clone();
            if !asking.written(c, word).await? {
                meant.extend(asking.present(c, &analyser.near_terms(token)).await?);
            }
            if token.folded.chars().count() >= 3 {
                meant.extend(asking.begun(c, &token.folded).await?);
            }
            loose.push(meant);
        }
        loosened |= asking.add(c, &loose, true, &mut items).await?;
        if items.len() < FEW && loose.len() > 1 {
            loosened |= asking.add(c, &loose, false, &mut items).await?;
        }
    }
    if loosened {
        // Loosely found things are shown on one page.
        items.truncate(usize::try_from(question.limit).unwrap_or(usize::MAX));
        let total = u32::try_from(items.len()).unwrap_or(u32::MAX);
        return Ok(Finds { items, next: None, total, loosened });
    }
    if items.is_empty() && question.skip > 0 {
        total = asking.run(c, &words, true, 0, 1).await?.1;
    }
    let next = question.skip.saturating_add(question.limit);
    Ok(Finds { items, next: Some(next).filter(|n| *n < total), total, loosened })
}

struct Asking<'a> {
    scope: OfficeScope,
    reader: Reader<'a>,
    question: &'a Question,
    mark: String,
}

/// A find with the number of all.
struct Counted(Find, u32);

impl FromRow for Counted {
    fn from_row(row: &RowRef<'_>) -> Result<Self, ColumnError> {
        Ok(Counted(Find::from_row(row)?, row.get(6)?))
    }
}

impl Asking<'_> {
    /// Which of the terms the index holds. A question with hundreds of terms would be slow to rank; those not there are
    /// dropped first. The words of what the reader may not see are among them; nothing comes of that, for the statement
    /// that finds has the rights in it.
    async fn present(&self, c: &mut Conn, terms: &[String]) -> Result<Vec<String>> {
        if terms.is_empty() {
            return Ok(Vec::new());
        }
        let marked: Vec<String> = terms.iter().map(|t| format!("{}{t}", self.mark)).collect();
        let q = match c.dialect() {
            Dialect::Sqlite => {
                q!(
                    "SELECT term FROM search_vocabulary WHERE term IN (SELECT value FROM json_each($1))",
                    db::Json(marked)
                )
            }
            Dialect::Postgres => {
                q!("SELECT term FROM search_term WHERE term = ANY (string_to_array($1::text, ' '))", marked.join(" "))
            }
        };
        self.vocabulary(c, q).await
    }

    /// Words of the index that begin so, shorter ones first: they are nearer to what was typed.
    async fn begun(&self, c: &mut Conn, beginning: &str) -> Result<Vec<String>> {
        let from = format!("{}{beginning}", self.mark);
        // Greater than everything that begins so: the highest sign there is follows it.
        let to = format!("{from}{}", char::MAX);
        let start = Q::by(
            c.dialect(),
            "SELECT term FROM search_vocabulary WHERE term >= $1 AND term <= $2",
            "SELECT term FROM search_term WHERE term >= $1 AND term <= $2",
        );
        self.vocabulary(c, start.bind(from).bind(to)).await
    }

    async fn vocabulary(&self, c: &mut Conn, q: Q) -> Result<Vec<String>> {
        let found: Vec<(String,)> = c.all(q.push(" ORDER BY length(term), term LIMIT ", MOST_MEANT)).await?;
        Ok(found.into_iter().filter_map(|(term,)| Some(term.strip_prefix(&self.mark)?.to_owned())).collect())
    }

    /// Confines a question to what the reader may see, as part of the same statement.
    fn allowed(&self, q: Q) -> Q {
        let q = q
            .push(
                " AND (NOT d.restricted OR EXISTS
                 (SELECT 1 FROM search_audience a WHERE a.object_id = d.object_id AND a.person_id = ",
                self.reader.person,
            )
            .text("))");
        let q = (self.reader.sees)(q);
        if self.question.things.is_empty() {
            q
        } else {
            q.push_in(" AND d.kind IN ", self.question.things.iter().copied())
        }
    }

    /// Whether anything the reader sees holds the word.
    async fn written(&self, c: &mut Conn, word: &[String]) -> Result<bool> {
        let text = query(c.dialect(), &self.mark, &[word.to_vec()], true);
        if text.is_empty() {
            return Ok(false);
        }
        // On PostgreSQL the hits are a table of their own (which is filled only as far as it is read), lest the planner,
        // knowing that one row is enough, should read through the documents hoping to meet it early.
        let hits = Q::by(
            c.dialect(),
            "WITH hit AS (SELECT d.object_id FROM search_words JOIN search_doc d ON d.number = search_words.rowid
             WHERE search_words MATCH $1 AND d.office_id = $2",
            "WITH hit AS MATERIALIZED (SELECT d.object_id FROM search_doc d
             WHERE d.words @@ $1::text::tsquery AND d.office_id = $2",
        );
        let hits = self.allowed(hits.bind(text).bind(self.scope.office()));
        let found: Option<(uuid::Uuid,)> = c.opt(hits.text(") SELECT object_id FROM hit LIMIT 1")).await?;
        Ok(found.is_some())
    }

    /// Adds what is not there yet; tells whether anything was added.
    async fn add(&self, c: &mut Conn, words: &[Vec<String>], all: bool, items: &mut Vec<Find>) -> Result<bool> {
        let before = items.len();
        for item in self.run(c, words, all, 0, self.question.limit).await?.0 {
            if !items.iter().any(|i| i.object == item.object) {
                items.push(item);
            }
        }
        Ok(items.len() > before)
    }

    /// A page of what fits, and how many fit; the number is 0 when the page is empty.
    async fn run(
        &self,
        c: &mut Conn,
        words: &[Vec<String>],
        all: bool,
        skip: u32,
        limit: u32,
    ) -> Result<(Vec<Find>, u32)> {
        let text = query(c.dialect(), &self.mark, words, all);
        if text.is_empty() {
            return Ok((Vec::new(), 0));
        }
        let hits = Q::by(
            c.dialect(),
            "WITH hit AS MATERIALIZED (SELECT d.object_id, d.changed, bm25(search_words, 3.0, 1.0) AS distance
             FROM search_words JOIN search_doc d ON d.number = search_words.rowid
             WHERE search_words MATCH $1 AND d.office_id = $2",
            "WITH hit AS MATERIALIZED (SELECT d.object_id, d.changed,
             -ts_rank('{0.33, 0.33, 0.33, 1.0}', d.words, $1::text::tsquery, 1) AS distance
             FROM search_doc d
             WHERE d.words @@ $1::text::tsquery AND d.office_id = $2",
        );
        let page = self
            .allowed(hits.bind(text).bind(self.scope.office()))
            .text(
                ") SELECT d.kind, d.object_id, d.case_id, d.reference, d.title, d.changed, (SELECT COUNT(*) FROM hit)
                 FROM (SELECT * FROM hit ORDER BY distance, changed DESC, object_id",
            )
            .push(" LIMIT ", i64::from(limit))
            .push(" OFFSET ", i64::from(skip))
            .text(
                ") page JOIN search_doc d ON d.object_id = page.object_id
                 ORDER BY page.distance, page.changed DESC, page.object_id",
            );
        let rows: Vec<Counted> = c.all(page).await?;
        let total = rows.first().map_or(0, |r| r.1);
        Ok((rows.into_iter().map(|r| r.0).collect(), total))
    }
}
