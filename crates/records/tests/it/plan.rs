//! File plans in editions.

use jiff::civil::date;
use kernel::FaultKind;
use records::{
    cases,
    file_plan::{self, NewPlan},
};

use crate::{
    act,
    world::{ALL, World},
};

fn edition(from: jiff::civil::Date, text: &str) -> NewPlan {
    let plan = law::file_plan::parse(text.as_bytes()).unwrap();
    NewPlan { name: "Nowy wykaz".into(), from, source: "zarządzenie 1/2026".into(), plan }
}

const NEXT: &str = "symbol,haslo,kategoria_archiwalna\n6,Gospodarka,\n61,Środowisko,\n6133,Drzewa i krzewy,BE10\n";

db::both! { ALL;

async fn a_new_edition_leaves_open_cases_alone_and_rules_new_ones(db) {
    let w = World::new(&db).await;
    let old = w.open("Pod starym").await;
    let new = edition(date(2026, 2, 1), NEXT);
    let same = new.clone();
    act!(w, w.admin, |c, ctx, desk| file_plan::import(c, &ctx, &desk, &new)).unwrap();
    let fault = act!(w, w.admin, |c, ctx, desk| file_plan::import(c, &ctx, &desk, &same)).unwrap_err();
    assert_eq!(fault.fields[0].field, "from");
    let new = edition(date(2026, 3, 1), NEXT);
    let fault = act!(w, w.official, |c, ctx, desk| file_plan::import(c, &ctx, &desk, &new)).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Forbidden);
    // Until February the old edition rules.
    w.open("Jeszcze pod starym").await;
    w.clock.advance_days(20);
    let again = w.new_case("Już pod nowym");
    let fault = act!(w, w.official, |c, ctx, desk| cases::open(c, &ctx, &desk, again)).unwrap_err();
    assert_eq!(fault.fields[0].field, "class");
    let scope = w.official.scope;
    let class = w.db.read(move |c| Box::pin(async move { file_plan::by_symbol(c, scope, "6133", date(2026, 2, 1)).await })).await.unwrap().unwrap();
    let mut again = w.new_case("Już pod nowym");
    again.class = class.id;
    let row = act!(w, w.official, |c, ctx, desk| cases::open(c, &ctx, &desk, again)).unwrap();
    assert_eq!((row.reference.as_str(), row.category.as_deref()), ("GK.6133.1.2026", Some("BE10")));
    let id = old.id;
    assert_eq!(act!(w, w.official, |c, ctx, desk| cases::case(c, &desk, id)).unwrap().category.as_deref(), Some("B5"));
}

async fn an_edition_is_withdrawn_only_while_it_holds_no_cases(db) {
    let w = World::new(&db).await;
    let new = edition(date(2027, 1, 1), NEXT);
    let plan = act!(w, w.admin, |c, ctx, desk| file_plan::import(c, &ctx, &desk, &new)).unwrap().id;
    act!(w, w.admin, |c, ctx, desk| file_plan::withdraw(c, &ctx, &desk, plan)).unwrap();
    let used = act!(w, w.admin, |c, ctx, desk| file_plan::plans(c, desk.scope)).unwrap();
    assert_eq!(used.len(), 1);
    w.open("Trzyma").await;
    let used = used[0].id;
    let fault = act!(w, w.admin, |c, ctx, desk| file_plan::withdraw(c, &ctx, &desk, used)).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Conflict);
}

async fn classes_are_found_by_symbol_and_words_and_come_back_from_csv(db) {
    let w = World::new(&db).await;
    let plan = act!(w, w.admin, |c, ctx, desk| file_plan::plans(c, desk.scope)).unwrap().remove(0);
    assert_eq!((plan.classes, plan.unverified), (5, 1));
    let id = plan.id;
    let found = act!(w, w.admin, |c, ctx, desk| file_plan::classes(c, desk.scope, id, "WYCINKA")).unwrap();
    let symbols: Vec<&str> = found.iter().map(|k| k.symbol.as_str()).collect();
    assert_eq!(symbols, ["6", "61", "613", "6131"]);
    let chosen = act!(w, w.admin, |c, ctx, desk| file_plan::choose(c, desk.scope, date(2026, 1, 12), "613", 10)).unwrap();
    assert_eq!(chosen.iter().map(|k| (k.symbol.as_str(), k.verified)).collect::<Vec<_>>(), [("6131", true), ("6132", false)]);
    let all = act!(w, w.admin, |c, ctx, desk| file_plan::classes(c, desk.scope, id, "")).unwrap();
    let again = law::file_plan::parse(file_plan::csv(&all).unwrap().as_bytes()).unwrap();
    assert!(again.can_be_imported());
    assert_eq!(again.rows.len(), 5);
    assert_eq!(again.rows.iter().filter(|r| !r.verified).count(), 1);
    assert_eq!(again.rows.iter().filter(|r| r.kind == law::file_plan::RowKind::Final).count(), 2);
}

}
