//! The record: a chain that only grows.

use db::q;
use records::chain::{self, Action, BreakKind};

use crate::{
    act,
    world::{ALL, World},
};

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
