//! Words that no document has any more.

use db::{Db, Dialect, Q};
use kernel::Result;

/// How many words are forgotten in one unit of work.
const AT_ONCE: usize = 500;

/// Forgets the words that stand in no document any more, and gives how many; once a day. Only PostgreSQL keeps words in a
/// table of their own, where they would gather for ever.
///
/// All documents are read for it, which takes long in a large office, so that is done without a lock. Each word is then
/// looked up once more, by the index, while nobody can be adding a document with it.
///
/// # Errors
/// Those of the database.
pub async fn tidy(db: &Db) -> Result<u64> {
    if db.dialect() == Dialect::Sqlite {
        return Ok(0);
    }
    let unused: Vec<(String,)> = db
        .write(|c| {
            Box::pin(async move {
                // Longer than any page may take.
                c.exec(Q::new("SET LOCAL statement_timeout = '30min'")).await?;
                c.all(Q::new(
                    "SELECT t.term FROM search_term t LEFT JOIN ts_stat('SELECT words FROM search_doc') s
                         ON s.word = t.term WHERE s.word IS NULL ORDER BY t.term LIMIT 100000",
                ))
                .await
            })
        })
        .await?;
    let mut gone = 0;
    for words in unused.chunks(AT_ONCE) {
        let words: Vec<String> = words.iter().map(|(word,)| word.clone()).collect();
        gone += db
            .write(move |c| {
                let words = words.clone();
                Box::pin(async move {
                    c.exec(Q::new("LOCK TABLE search_term IN EXCLUSIVE MODE")).await?;
                    let delete = Q::new("DELETE FROM search_term t WHERE").push_in(" t.term IN ", words).text(
                        r" AND NOT EXISTS (SELECT 1 FROM search_doc d WHERE d.words @@
                             ('''' || replace(replace(t.term, '\', '\\'), '''', '''''') || '''')::tsquery)",
                    );
                    c.exec(delete).await
                })
            })
            .await?;
    }
    Ok(gone)
}
