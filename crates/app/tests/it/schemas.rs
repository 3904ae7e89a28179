//! Both databases have the same tables with the same columns, but for the index of the search, which each keeps its
//! own way.

use std::collections::BTreeSet;

use db::{Db, Q};
use szpon::compose;

/// Tables of the search index, of FTS5, and of PostgreSQL's own making.
const OWN: &[&str] = &["search_", "sqlite_"];

async fn columns(db: &Db, sql: &'static str) -> BTreeSet<(String, String)> {
    let rows: Vec<(String, String)> =
        db.read(move |c| Box::pin(async move { c.all(Q::new(sql)).await })).await.unwrap();
    rows.into_iter().filter(|(table, _)| !OWN.iter().any(|own| table.starts_with(own))).collect()
}

#[tokio::test]
async fn both_databases_have_the_same_columns() {
    let sqlite = db::testing::sqlite(&[&compose::migrations()]).await;
    let postgres = db::testing::postgres(&[&compose::migrations()]).await;
    let one = columns(
        &sqlite,
        "SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'",
    )
    .await;
    let other = columns(
        &postgres,
        "SELECT table_name::TEXT, column_name::TEXT FROM information_schema.columns WHERE table_schema = current_schema()",
    )
    .await;
    assert_eq!(one, other);
    assert!(one.len() > 300, "only {} columns", one.len());
}
