//! Terms as the two databases store and ask for them: FTS5 on SQLite, tsvector on PostgreSQL.
//!
//! Each term begins with a mark of its office. So the index falls apart by office: a word that a million documents of
//! others hold costs nothing here, and how rare a word is, is counted within the office.

use std::collections::BTreeMap;

use db::Dialect;
use kernel::OfficeScope;

/// Terms longer than this (in bytes) are not words; the databases have limits of their own.
const LONGEST_TERM: usize = 200;
/// The most terms of one document. A tsvector counts places only up to 16,383.
const MOST_TERMS: usize = 16_000;
/// The most places of one term that a tsvector keeps.
const MOST_PLACES: usize = 255;

/// The mark of an office: eight signs out of its identifier. Should two offices ever share one, only speed suffers:
/// the query also compares the office itself.
pub(crate) fn mark(scope: OfficeScope) -> String {
    let bytes = scope.office().0.into_bytes();
    bytes.iter().rev().take(4).map(|b| format!("{b:02x}")).collect()
}

fn marked<'a>(mark: &'a str, terms: &'a [String]) -> impl Iterator<Item = String> + 'a {
    terms.iter().filter(|t| t.len() <= LONGEST_TERM).take(MOST_TERMS).map(move |t| format!("{mark}{t}"))
}

/// Terms as the text of an FTS5 column, whose tokenizer cuts at spaces only.
pub(crate) fn fts_text(mark: &str, terms: &[String]) -> String {
    marked(mark, terms).map(|t| t.replace('"', "")).collect::<Vec<_>>().join(" ")
}

/// Terms as the text of a tsvector: the title's weigh A, the body's D.
pub(crate) fn ts_text(mark: &str, title: &[String], body: &[String]) -> String {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let weighted = marked(mark, title).map(|t| (t, "A")).chain(marked(mark, body).map(|t| (t, "")));
    for (place, (term, weight)) in (1..=MOST_TERMS).zip(weighted) {
        let kept = places.entry(term).or_default();
        if kept.len() < MOST_PLACES {
            kept.push(format!("{place}{weight}"));
        }
    }
    let lexemes = places.into_iter().map(|(term, places)| format!("{}:{}", quoted(&term), places.join(",")));
    lexemes.collect::<Vec<_>>().join(" ")
}

fn quoted(term: &str) -> String {
    format!("'{}'", term.replace('\\', "\\\\").replace('\'', "''"))
}

/// Words as the text of a query: all of them, or any. A word is found by any of its terms.
pub(crate) fn query(dialect: Dialect, mark: &str, words: &[Vec<String>], all: bool) -> String {
    let sqlite = dialect == Dialect::Sqlite;
    let or = if sqlite { " OR " } else { " | " };
    let and = if sqlite { " AND " } else { " & " };
    let groups = words.iter().map(|terms| {
        let term = |t: String| if sqlite { format!("\"{}\"", t.replace('"', "")) } else { quoted(&t) };
        format!("({})", marked(mark, terms).map(term).collect::<Vec<_>>().join(or))
    });
    groups.filter(|g| g != "()").collect::<Vec<_>>().join(if all { and } else { or })
}

#[cfg(test)]
mod tests {
    use super::{fts_text, query, ts_text};
    use db::Dialect;

    fn words(terms: &[&str]) -> Vec<String> {
        terms.iter().map(|t| (*t).to_owned()).collect()
    }

    #[test]
    fn signs_cannot_leave_the_quotes() {
        assert_eq!(ts_text("m", &words(&["d'or"]), &words(&["a\\b", "d'or"])), r"'ma\\b':2 'md''or':1A,3");
        let wanted = [words(&["a\"b", "c'"]), words(&["d"])];
        assert_eq!(query(Dialect::Sqlite, "m", &wanted, true), r#"("mab" OR "mc'") AND ("md")"#);
        assert_eq!(query(Dialect::Postgres, "m", &wanted, false), r#"('ma"b' | 'mc''') | ('md')"#);
    }

    #[test]
    fn a_huge_text_stays_within_limits() {
        let body: Vec<String> = (0..40_000).map(|n| format!("s{}", n % 3)).collect();
        assert!(ts_text("m", &[], &body).len() < 10_000);
        assert_eq!(fts_text("m", &body).split(' ').count(), 16_000);
    }
}
