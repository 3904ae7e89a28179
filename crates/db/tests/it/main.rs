//! The same promises on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

use std::ops::ControlFlow;

use db::{Db, Migration, Q, q};
use kernel::{Fault, FaultKind, Micros, ids::UnitId};
use uuid::Uuid;

const TABLES: &[Migration] = &[Migration::new(
    "trial",
    1,
    "CREATE TABLE thing (id UUID PRIMARY KEY, name TEXT NOT NULL UNIQUE, n BIGINT, x DOUBLE PRECISION, ok BOOLEAN NOT NULL, \
     raw BYTEA, at BIGINT NOT NULL);
     CREATE TABLE counter (name TEXT PRIMARY KEY, last BIGINT NOT NULL);",
)];

db::row! {
    /// A thing.
    #[derive(Debug, PartialEq, Clone)]
    struct Thing { id: UnitId, name: String, n: Option<i64>, x: Option<f64>, ok: bool, raw: Option<Vec<u8>>, at: Micros }
}

fn id(n: u128) -> UnitId {
    UnitId(Uuid::from_u128(n))
}

async fn insert(db: &Db, thing: Thing) -> Result<u64, Fault> {
    db.write(move |c| {
        Box::pin(async move {
            c.exec(q!(
                "INSERT INTO thing (id, name, n, x, ok, raw, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                thing.id,
                thing.name,
                thing.n,
                thing.x,
                thing.ok,
                thing.raw,
                thing.at
            ))
            .await
        })
    })
    .await
}

fn thing(n: u128, name: &str) -> Thing {
    Thing { id: id(n), name: name.into(), n: None, x: None, ok: false, raw: None, at: Micros(0) }
}

async fn next(db: &Db, fail: bool) -> Result<i64, Fault> {
    db.write(move |c| {
        Box::pin(async move {
            let (last,): (i64,) = c
                .one(q!(
                    "INSERT INTO counter (name, last) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET last = counter.last + 1 RETURNING last",
                    "cases"
                ))
                .await?;
            if fail { Err(Fault::invalid("refused")) } else { Ok(last) }
        })
    })
    .await
}

db::both! { &[TABLES];

async fn the_signs_of_like_are_looked_for_as_they_are(db) {
    let names = [r"a\b", "a%b", "a_b", "a!b", "axb", r"a\%b", "end%"];
    for (n, name) in (1..).zip(names) {
        insert(&db, thing(n, name)).await.unwrap();
    }
    let found = |q: Q| {
        let q = q.text(" ORDER BY id");
        db.read(move |c| Box::pin(async move { c.all::<(String,)>(q).await }))
    };
    for (word, all) in [
        ("\\", vec![r"a\b", r"a\%b"]), ("%", vec!["a%b", r"a\%b", "end%"]), ("_", vec!["a_b"]), ("!", vec!["a!b"]),
        (r"\%", vec![r"a\%b"]), ("a%b", vec!["a%b"]), ("xb", vec!["axb"]),
    ] {
        let names: Vec<String> =
            found(Q::new("SELECT name FROM thing WHERE TRUE").contains(" AND name", word)).await.unwrap().into_iter().map(|(n,)| n).collect();
        assert_eq!(names, all, "{word}");
    }
    let begin = found(Q::new("SELECT name FROM thing WHERE").begins(" name", "a%")).await.unwrap();
    assert_eq!(begin, [("a%b".to_owned(),)]);
}

async fn every_type_comes_back_as_it_went(db) {
    let full = Thing {
        id: id(7), name: "Żółć \u{1F600} 'x'".into(), n: Some(-5), x: Some(0.25), ok: true, raw: Some(vec![0, 255, 1]),
        at: Micros(1_700_000_000_123_456),
    };
    insert(&db, full.clone()).await.unwrap();
    insert(&db, thing(8, "")).await.unwrap();
    let all: Vec<Thing> = db
        .read(|c| Box::pin(async move { c.all(Q::new("SELECT id, name, n, x, ok, raw, at FROM thing ORDER BY id")).await }))
        .await
        .unwrap();
    assert_eq!(all, [full, thing(8, "")]);
}

async fn values_are_bound_by_their_number_and_lists_may_be_empty(db) {
    insert(&db, thing(1, "a")).await.unwrap();
    let found = |q: Q| { let db = db.clone(); async move {
        db.read(move |c| Box::pin(async move { c.all::<(String,)>(q).await })).await.unwrap().len()
    }};
    assert_eq!(found(q!("SELECT name FROM thing WHERE ok = $2 AND name = $1", "a", false)).await, 1);
    assert_eq!(found(Q::new("SELECT name FROM thing WHERE NOT ok").push(" AND name = ", "a").push_in(" AND name IN ", ["b", "a"])).await, 1);
    assert_eq!(found(Q::new("SELECT name FROM thing WHERE NOT ok").push_in(" AND name IN ", Vec::<String>::new())).await, 0);
}

async fn a_broken_unique_rule_is_a_conflict_and_the_next_work_goes_on(db) {
    insert(&db, thing(1, "a")).await.unwrap();
    let fault = insert(&db, thing(2, "a")).await.unwrap_err();
    assert_eq!(fault.kind, FaultKind::Conflict);
    insert(&db, thing(2, "b")).await.unwrap();
}

async fn what_fails_or_panics_leaves_nothing_and_numbers_have_no_gaps(db) {
    let tasks: Vec<_> = (0..60).map(|i| {
        let db = db.clone();
        tokio::spawn(async move { next(&db, i % 3 == 0).await.ok() })
    }).collect();
    let mut got = Vec::new();
    for task in tasks {
        got.extend(task.await.unwrap());
    }
    got.sort_unstable();
    assert_eq!(got, (1..=40).collect::<Vec<i64>>());
    if db.dialect() == db::Dialect::Sqlite {
        let bad = db.write(|c| Box::pin(async move {
            c.exec(q!("UPDATE counter SET last = 1000")).await?;
            if c.dialect() == db::Dialect::Sqlite { panic!("a mistake in a unit of work") }
            Ok(())
        })).await;
        assert_eq!(bad.unwrap_err().kind, FaultKind::Internal);
    }
    assert_eq!(next(&db, false).await.unwrap(), 41);
}

async fn rows_can_be_seen_one_by_one(db) {
    for n in 0..10 {
        insert(&db, thing(n, &format!("{n}"))).await.unwrap();
    }
    let seen = db.read(|c| Box::pin(async move {
        let mut seen = 0;
        c.each(Q::new("SELECT name FROM thing ORDER BY id"), |_: (String,)| {
            seen += 1;
            if seen == 4 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        }).await?;
        Ok(seen)
    })).await.unwrap();
    assert_eq!(seen, 4);
}

async fn migrating_again_changes_nothing_and_an_edited_change_is_refused(db) {
    assert_eq!(db.migrate(TABLES.to_vec(), Micros(1)).await.unwrap(), 0);
    let edited = Migration::new("trial", 1, "CREATE TABLE other (id UUID)");
    assert_eq!(db.migrate(vec![edited], Micros(1)).await.unwrap_err().kind, FaultKind::Internal);
}

async fn an_older_program_does_not_open_the_database_of_a_newer_one(db) {
    let newer = Migration::new("trial", 2, "CREATE TABLE later (id UUID)");
    assert_eq!(db.migrate([TABLES, &[newer]].concat(), Micros(1)).await.unwrap(), 1);
    let older = Migration::new("other", 1, "CREATE TABLE other (id UUID)");
    let fault = db.migrate([TABLES, &[older]].concat(), Micros(2)).await.unwrap_err();
    assert!(db::is_newer(&fault), "{fault:?}");
    assert!(fault.cause.unwrap().to_string().ends_with("trial 2"));
    let made = db.read(|c| Box::pin(async move { c.all::<(String,)>(Q::new("SELECT subject FROM schema_migration WHERE subject = 'other'")).await }));
    assert!(made.await.unwrap().is_empty(), "the older program changed the schema");
}

async fn a_waiter_is_woken_by_a_commit_that_asks_for_it(db) {
    db.write(|c| Box::pin(async move { c.wake_after_commit(); Ok(()) })).await.unwrap();
    db.woken().await;
}

}

#[tokio::test]
async fn a_copy_is_whole_while_the_database_is_in_use() {
    let db = db::testing::sqlite(&[TABLES]).await;
    insert(&db, thing(1, "a")).await.unwrap();
    let dir = tempfile::tempdir().unwrap();
    let target = dir.path().join("copy.db");
    assert!(db.copy_to(&target).await.unwrap());
    let copy = Db::open(&format!("sqlite:{}", target.display()), &db::Options::default()).unwrap();
    let n: (i64,) =
        copy.read(|c| Box::pin(async move { c.one(Q::new("SELECT COUNT(*) FROM thing")).await })).await.unwrap();
    assert_eq!(n.0, 1);
}

#[tokio::test]
async fn a_unit_of_work_that_takes_too_long_is_stopped_and_the_writer_lives_on() {
    let dir = tempfile::tempdir().unwrap();
    let options = db::Options { limit: std::time::Duration::from_millis(50), ..db::Options::default() };
    let db = Db::open(&format!("sqlite:{}", dir.path().join("t.db").display()), &options).unwrap();
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n";
    let fault = db.write(move |c| Box::pin(async move { c.one::<(i64,)>(Q::new(endless)).await })).await.unwrap_err();
    assert_eq!(fault.kind, FaultKind::Unavailable);
    assert_eq!(db.migrate(TABLES.to_vec(), Micros(0)).await.unwrap(), 1);
}

#[tokio::test]
async fn an_absent_server_is_said_to_be_away() {
    let db = Db::open("postgres://nobody@127.0.0.1:1/none?sslmode=disable", &db::Options::default()).unwrap();
    assert_eq!(db.ping().await.unwrap_err().kind, FaultKind::Unavailable);
}
