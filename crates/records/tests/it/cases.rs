//! Opening, passing on, terms, settling, who sees what.

use jiff::civil::date;
use kernel::FaultKind;
use law::reference::CaseReference;
use records::{
    cases::{self, Ground, Outcome, Saved, State},
    documents::{self, Kind, NewDocument, Origin},
    notes, overview,
};

use crate::{
    act,
    world::{ALL, World},
};

fn document(name: &str) -> NewDocument {
    let stored = blob::Stored { hash: [7; 32], size: 3, media_type: "text/plain".into(), matches_claim: true };
    NewDocument { stored, name: name.into(), kind: Kind::Other, origin: Origin::Office }
}

db::both! { ALL;

async fn numbers_have_no_gap_when_fifty_open_at_once_and_some_fail(db) {
    let w = World::new(&db).await;
    let tasks: Vec<_> = (0..50).map(|i| {
        let (db, ctx, desk, new) = (w.db.clone(), w.ctx(&w.official), w.official.clone(), w.new_case(&format!("Sprawa {i}")));
        tokio::spawn(async move {
            db.write(move |c| Box::pin(async move {
                let row = cases::open(c, &ctx, &desk, new).await?;
                if i % 5 == 0 { Err(kernel::Fault::invalid("undone")) } else { Ok(row) }
            })).await.ok()
        })
    }).collect();
    let mut numbers = Vec::new();
    for task in tasks {
        if let Some(row) = task.await.unwrap() {
            let reference: CaseReference = row.reference.parse().unwrap();
            assert_eq!(reference.to_string(), format!("GK.6131.{}.2026", row.number));
            numbers.push(row.number);
        }
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=40).collect::<Vec<i64>>());
}

async fn a_case_gets_reference_term_handler_and_record(db) {
    let w = World::new(&db).await;
    let row = w.open("  Wycinka\n dębu ").await;
    assert_eq!(row.reference, "GK.6131.1.2026");
    assert_eq!(row.title, "Wycinka dębu");
    assert_eq!(row.due(), Some(date(2026, 2, 12)));
    assert_eq!(row.handler, Some(w.official.member.person));
    assert_eq!(row.category.as_deref(), Some("B5"));
    let (desk, ctx) = (w.official.clone(), w.ctx(&w.official));
    let whole = w.db.read(move |c| Box::pin(async move { overview::case_overview(c, &ctx, &desk, row.id).await })).await.unwrap();
    assert!(whole.intact);
    assert_eq!(whole.record[0].action, "case.opened");
    assert_eq!(whole.parties[0].name, "Jan Kowalski");
    assert_eq!(whole.class.title, "Wycinka drzew");
}

async fn only_final_classes_and_own_units_hold_new_cases(db) {
    let w = World::new(&db).await;
    let scope = w.official.scope;
    let group = w.db.read(move |c| Box::pin(async move {
        records::file_plan::by_symbol(c, scope, "613", date(2026, 1, 12)).await
    })).await.unwrap().unwrap();
    let mut new = w.new_case("x");
    new.class = group.id;
    let fault = act!(w, w.official, |c, ctx, desk| cases::open(c, &ctx, &desk, new)).unwrap_err();
    assert_eq!(fault.fields[0].field, "class");
    let mut new = w.new_case("x");
    new.unit = w.units[2];
    let fault = act!(w, w.official, |c, ctx, desk| cases::open(c, &ctx, &desk, new)).unwrap_err();
    assert_eq!(fault.fields[0].field, "unit");
    let new = w.new_case("");
    let fault = act!(w, w.official, |c, ctx, desk| cases::open(c, &ctx, &desk, new)).unwrap_err();
    assert_eq!(fault.fields[0].field, "title");
    let new = w.new_case("x");
    assert_eq!(act!(w, w.registry, |c, ctx, desk| cases::open(c, &ctx, &desk, new)).unwrap_err().kind, FaultKind::Forbidden);
    // A superior opens in a unit below; nobody handles it yet, and the reference bears that unit's code.
    let new = w.new_case("Z góry");
    let row = act!(w, w.superior, |c, ctx, desk| cases::open(c, &ctx, &desk, new)).unwrap();
    assert_eq!((row.reference.as_str(), row.handler), ("GK.6131.1.2026", None));
}

async fn a_foreign_unit_and_a_foreign_office_see_nothing(db) {
    let w = World::new(&db).await;
    let id = w.open("Tajna").await.id;
    for desk in [&w.other_unit, &w.foreign, &w.registry, &w.admin] {
        let fault = act!(w, desk, |c, ctx, desk| cases::case(c, &desk, id)).unwrap_err();
        assert_eq!(fault.kind, FaultKind::NotFound, "{}", desk.member.name);
        let fault = act!(w, desk, |c, ctx, desk| notes::add(c, &ctx, &desk, id, "x")).unwrap_err();
        assert_eq!(fault.kind, FaultKind::NotFound);
        let fault = act!(w, desk, |c, ctx, desk| documents::add_at(c, &ctx, &desk, id, document("x"))).unwrap_err();
        assert_eq!(fault.kind, FaultKind::NotFound);
    }
    for desk in [&w.official, &w.colleague, &w.superior] {
        act!(w, desk, |c, ctx, desk| cases::case(c, &desk, id)).unwrap();
    }
    // Handed over to the other unit, it is seen there and no longer here.
    let (unit, person) = (w.units[2], w.other_unit.member.person);
    act!(w, w.superior, |c, ctx, desk| cases::hand_over(c, &ctx, &desk, id, unit, Some(person), "właściwość")).unwrap();
    let row = act!(w, w.other_unit, |c, ctx, desk| cases::case(c, &desk, id)).unwrap();
    assert_eq!((row.handler, row.reference.as_str()), (Some(person), "GK.6131.1.2026"));
    assert_eq!(act!(w, w.colleague, |c, ctx, desk| cases::case(c, &desk, id)).unwrap_err().kind, FaultKind::NotFound);
}

async fn pauses_move_the_day_due_by_the_days_that_do_not_count(db) {
    let w = World::new(&db).await;
    let id = w.open("Z przerwą").await.id;
    w.clock.advance_days(8); // 20 January
    let row = act!(w, w.official, |c, ctx, desk| cases::pause(c, &ctx, &desk, id, Ground::Party, "brak mapy")).unwrap();
    assert_eq!(row.state, State::Paused);
    let twice = act!(w, w.official, |c, ctx, desk| cases::pause(c, &ctx, &desk, id, Ground::Party, "znowu")).unwrap_err();
    assert_eq!(twice.kind, FaultKind::Conflict);
    w.clock.advance_days(10); // 30 January: 20 to 29 do not count
    let row = act!(w, w.official, |c, ctx, desk| cases::resume(c, &ctx, &desk, id)).unwrap();
    // 12 February and ten days is Sunday 22 February, so Monday 23 (art. 57 § 4).
    assert_eq!((row.state, row.due()), (State::Open, Some(date(2026, 2, 23))));
    // Paused and resumed on one day changes nothing.
    act!(w, w.official, |c, ctx, desk| cases::pause(c, &ctx, &desk, id, Ground::Mediation, "rozmowa")).unwrap();
    let row = act!(w, w.official, |c, ctx, desk| cases::resume(c, &ctx, &desk, id)).unwrap();
    assert_eq!(row.due(), Some(date(2026, 2, 23)));
    // Art. 36: a new date; a pause after it pushes the new date.
    let fault = act!(w, w.official, |c, ctx, desk| cases::extend(c, &ctx, &desk, id, date(2026, 2, 20), "x")).unwrap_err();
    assert_eq!(fault.fields[0].field, "until");
    let row = act!(w, w.official, |c, ctx, desk| cases::extend(c, &ctx, &desk, id, date(2026, 3, 31), "biegły")).unwrap();
    assert_eq!(row.due(), Some(date(2026, 3, 31)));
    w.clock.advance_days(3);
    act!(w, w.official, |c, ctx, desk| cases::pause(c, &ctx, &desk, id, Ground::Independent, "powódź")).unwrap();
    w.clock.advance_days(2);
    let row = act!(w, w.official, |c, ctx, desk| cases::resume(c, &ctx, &desk, id)).unwrap();
    assert_eq!(row.due(), Some(date(2026, 4, 2)));
}

async fn a_settled_case_is_frozen_until_a_superior_reopens_it(db) {
    let w = World::new(&db).await;
    let id = w.open("Do końca").await.id;
    let row = act!(w, w.official, |c, ctx, desk| cases::settle(c, &ctx, &desk, id, Outcome::Granted, "")).unwrap();
    assert_eq!((row.state, row.kept_through, row.disposal_year()), (State::Settled, Some(2031), Some(2032)));
    let frozen = |fault: kernel::Fault| assert_eq!((fault.kind, fault.key), (FaultKind::Conflict, records::msg::RECORDS_FROZEN));
    frozen(act!(w, w.official, |c, ctx, desk| notes::add(c, &ctx, &desk, id, "po czasie")).unwrap_err());
    frozen(act!(w, w.official, |c, ctx, desk| documents::add_at(c, &ctx, &desk, id, document("x"))).unwrap_err());
    frozen(act!(w, w.official, |c, ctx, desk| documents::add(c, &ctx, desk.scope, id, document("x"))).unwrap_err());
    frozen(act!(w, w.official, |c, ctx, desk| cases::pause(c, &ctx, &desk, id, Ground::Party, "x")).unwrap_err());
    frozen(act!(w, w.official, |c, ctx, desk| cases::rename(c, &ctx, &desk, id, "inny", 1)).unwrap_err());
    frozen(act!(w, w.official, |c, ctx, desk| cases::settle(c, &ctx, &desk, id, Outcome::Refused, "")).unwrap_err());
    frozen(act!(w, w.official, |c, ctx, desk| records::chain::append(c, &ctx, desk.scope, id, records::chain::Action::new("x"))).unwrap_err());
    let fault = act!(w, w.official, |c, ctx, desk| cases::reopen(c, &ctx, &desk, id, "pomyłka")).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Forbidden);
    assert_eq!(act!(w, w.superior, |c, ctx, desk| cases::reopen(c, &ctx, &desk, id, " ")).unwrap_err().fields[0].field, "reason");
    let row = act!(w, w.superior, |c, ctx, desk| cases::reopen(c, &ctx, &desk, id, "nowe dowody")).unwrap();
    assert_eq!((row.state, row.settled, row.kept_through), (State::Open, None, None));
    act!(w, w.official, |c, ctx, desk| notes::add(c, &ctx, &desk, id, "dalej")).unwrap();
    let scope = w.official.scope;
    let record = w.db.read(move |c| Box::pin(async move { records::chain::entries(c, scope, id).await })).await.unwrap();
    let keys: Vec<&str> = record.iter().map(|e| e.action.as_str()).collect();
    assert_eq!(keys, ["case.opened", "case.settled", "case.reopened", "note.added"]);
}

async fn the_second_of_two_who_edit_sees_both_versions(db) {
    let w = World::new(&db).await;
    let row = w.open("Tytuł").await;
    let id = row.id;
    let first = act!(w, w.official, |c, ctx, desk| cases::rename(c, &ctx, &desk, id, "Mój tytuł", 1)).unwrap();
    let Saved::Done(first) = first else { panic!("the first edit is saved") };
    let second = act!(w, w.colleague, |c, ctx, desk| cases::rename(c, &ctx, &desk, id, "Twój tytuł", 1)).unwrap();
    let Saved::Stale(theirs) = second else { panic!("the second edit is stale") };
    assert_eq!((theirs.title.as_str(), theirs.version), ("Mój tytuł", first.version));
    let note = act!(w, w.official, |c, ctx, desk| notes::add(c, &ctx, &desk, id, "raz")).unwrap();
    let note_id = note.id;
    act!(w, w.official, |c, ctx, desk| notes::edit(c, &ctx, &desk, id, note_id, "dwa", 1)).unwrap();
    let stale = act!(w, w.official, |c, ctx, desk| notes::edit(c, &ctx, &desk, id, note_id, "trzy", 1)).unwrap();
    let Saved::Stale(now) = stale else { panic!("the note was edited meanwhile") };
    assert_eq!(now.text, "dwa");
    let fault = act!(w, w.colleague, |c, ctx, desk| notes::edit(c, &ctx, &desk, id, note_id, "x", 2)).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Forbidden);
}

async fn cases_are_assigned_within_the_unit(db) {
    let w = World::new(&db).await;
    let id = w.open("Dekretacja").await.id;
    let colleague = w.colleague.member.person;
    let row = act!(w, w.official, |c, ctx, desk| cases::assign(c, &ctx, &desk, id, colleague)).unwrap();
    assert_eq!(row.handler_name, "Karol Kolega");
    let me = w.official.member.person;
    let taken = act!(w, w.official, |c, ctx, desk| cases::assign(c, &ctx, &desk, id, me)).unwrap_err();
    assert_eq!(taken.kind, FaultKind::Forbidden, "it is the colleague's now");
    let foreign = w.foreign.member.person;
    let fault = act!(w, w.superior, |c, ctx, desk| cases::assign(c, &ctx, &desk, id, foreign)).unwrap_err();
    assert_eq!(fault.fields[0].field, "person");
}

}
