//! The record: a chain that only grows.

use db::{Db, Q, q};
use records::chain::{self, Action, Break, BreakKind, Trouble};

use crate::{
    act,
    world::{ALL, World},
};

/// Lets entries be changed and removed, as for somebody who has the database in hand.
pub async fn without_triggers(db: &Db) {
    let stays =
        Q::by(db.dialect(), "DROP TRIGGER record_entry_stays", "DROP TRIGGER record_entry_stays ON record_entry");
    let remains =
        Q::by(db.dialect(), "DROP TRIGGER record_entry_remains", "DROP TRIGGER record_entry_remains ON record_entry");
    for q in [stays, remains] {
        db.write(move |c| Box::pin(async move { c.exec(q).await })).await.unwrap();
    }
}

db::both! { ALL;

async fn entries_that_come_at_once_follow_one_another(db) {
    let w = World::new(&db).await;
    let id = w.open("Metryka").await.id;
    let tasks: Vec<_> = (0..20).map(|i| {
        let (db, ctx, scope) = (w.db.clone(), w.ctx(&w.official), w.official.scope);
        tokio::spawn(async move {
            db.write(move |c| Box::pin(async move {
                let action = Action::new("note.added").text(format!("wpis {i} \"ż\"\n")).fact("n", i);
                chain::append(c, &ctx, scope, id, action).await
            })).await
        })
    }).collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    let scope = w.official.scope;
    let entries = w.db.read(move |c| Box::pin(async move { chain::entries(c, scope, id).await })).await.unwrap();
    assert_eq!(entries.len(), 21);
    assert_eq!(chain::verify(&entries).unwrap(), entries[20].hash);

    let broken = |change: &dyn Fn(&mut Vec<chain::Entry>)| {
        let mut copy = entries.clone();
        change(&mut copy);
        chain::verify(&copy).unwrap_err()
    };
    let b = broken(&|e| e[4].payload = e[4].payload.replace("wpis", "wypis"));
    assert_eq!((b.ordinal, b.why), (5, BreakKind::Content));
    let b = broken(&|e| { e.remove(2); });
    assert_eq!((b.ordinal, b.why), (3, BreakKind::Ordinal));
    let b = broken(&|e| e.swap(7, 8));
    assert_eq!((b.ordinal, b.why), (8, BreakKind::Ordinal));
    let b = broken(&|e| e[3].person_name = "Kto Inny".into());
    assert_eq!((b.ordinal, b.why), (4, BreakKind::Columns));
    let b = broken(&|e| { e.remove(2); for (i, e) in e.iter_mut().enumerate() { e.ordinal = i as i64 + 1; } });
    assert_eq!((b.ordinal, b.why), (3, BreakKind::Previous));
}

async fn the_database_refuses_to_change_or_remove_an_entry(db) {
    let w = World::new(&db).await;
    let id = w.open("Metryka").await.id;
    for q in [
        q!("UPDATE record_entry SET text = 'x' WHERE case_id = $1", id),
        q!("DELETE FROM record_entry WHERE case_id = $1", id),
    ] {
        let fault = w.db.write(move |c| Box::pin(async move { c.exec(q).await })).await.unwrap_err();
        assert!(format!("{fault}").contains("append-only"), "{fault}");
    }
    let scope = w.official.scope;
    let entries = w.db.read(move |c| Box::pin(async move { chain::entries(c, scope, id).await })).await.unwrap();
    assert_eq!(entries[0].text, "Metryka");
}

async fn a_check_finds_a_changed_link_and_an_end_cut_off(db) {
    let w = World::new(&db).await;
    let (first, second) = (w.open("Pierwsza").await.id, w.open("Druga").await.id);
    for id in [first, second] {
        for _ in 0..3 {
            act!(w, w.official, |c, ctx, desk| chain::append(c, &ctx, desk.scope, id, Action::new("note.added").at(&desk))).unwrap();
        }
    }
    let check = |id| {
        let (db, scope) = (w.db.clone(), w.official.scope);
        async move { db.read(move |c| Box::pin(async move { chain::check(c, scope, id).await })).await.unwrap() }
    };
    assert_eq!((check(first).await, check(second).await), (None, None));
    without_triggers(&w.db).await;
    let exec = |q: Q| {
        let db = w.db.clone();
        async move { db.write(move |c| Box::pin(async move { c.exec(q).await })).await.unwrap() }
    };
    exec(q!("DELETE FROM record_entry WHERE case_id = $1 AND ordinal = 4", first)).await;
    exec(q!("UPDATE record_entry SET text = 'x' WHERE case_id = $1 AND ordinal = 2", second)).await;
    assert_eq!(check(first).await, Some(Trouble::Count { counted: 4, there: 3 }));
    assert_eq!(check(second).await, Some(Trouble::Link(Break { ordinal: 2, why: BreakKind::Columns })));
    exec(q!("DELETE FROM record_entry WHERE case_id = $1", first)).await;
    assert_eq!(check(first).await, Some(Trouble::Count { counted: 4, there: 0 }));
}

async fn an_entry_says_who_did_what_in_canonical_json(db) {
    let w = World::new(&db).await;
    let row = w.open("Próba").await;
    let id = row.id;
    let entry = act!(w, w.official, |c, ctx, desk| chain::append(c, &ctx, desk.scope, id, Action::new("note.added").at(&desk))).unwrap();
    let expected = format!(
        "{{\"action\":\"note.added\",\"at\":\"2026-01-12T11:00:00.000000Z\",\"by\":{{\"id\":\"{}\",\"name\":\"Olga Urzędnik\",\
         \"position\":\"\"}},\"case\":\"{id}\",\"details\":{{}},\"document\":null,\"ordinal\":2,\"reference\":\"GK.6131.1.2026\",\
         \"text\":\"\",\"v\":1}}",
        w.official.member.person
    );
    assert_eq!(entry.payload, expected);
}

}
