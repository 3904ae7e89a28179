//! Searching the desk: what is found, counted and suggested is what the reader may see, at every moment.

use db::Q;
use offices::Desk;
use records::{cases, index, notes};
use search::store::{Finds, Question, Thing};

use crate::{
    act,
    world::{ALL, World},
};

async fn ask(w: &World, desk: &Desk, text: &str, skip: u32, limit: u32) -> Finds {
    let (desk, question) = (desk.clone(), Question { text: text.into(), things: Vec::new(), skip, limit });
    w.db.read(move |c| Box::pin(async move { index::search(c, &desk, &question).await })).await.unwrap()
}

async fn total(w: &World, desk: &Desk, text: &str) -> u32 {
    ask(w, desk, text, 0, 20).await.total
}

db::both! { ALL;

async fn units_superiors_and_other_offices_find_what_is_theirs(db) {
    let w = World::new(&db).await;
    for n in 0..4 {
        w.open(&format!("Wycinka topoli nad rzeką {n}")).await;
    }
    let mut new = w.new_case("Wycinka topoli przy kasie");
    new.unit = w.units[2];
    act!(w, w.other_unit, |c, ctx, desk| cases::open(c, &ctx, &desk, new)).unwrap();
    assert_eq!(total(&w, &w.official, "topola").await, 4);
    assert_eq!(total(&w, &w.colleague, "topola").await, 4, "of the same unit");
    assert_eq!(total(&w, &w.other_unit, "topola").await, 1);
    assert_eq!(total(&w, &w.superior, "topola").await, 4, "the unit below, not the one beside");
    for desk in [&w.registry, &w.admin, &w.foreign] {
        for typed in ["topola", "topla", "topo", "GK.6131.1.2026", "Kowalski"] {
            let found = ask(&w, desk, typed, 0, 20).await;
            assert!(found.items.is_empty() && found.total == 0 && !found.loosened, "{typed}: {found:?}");
        }
    }
}

async fn the_hidden_takes_no_room_on_pages(db) {
    let w = World::new(&db).await;
    // Newer and as good, but of another unit: before, they filled the first pages.
    w.open("Wycinka brzozy").await;
    w.open("Wycinka brzozy").await;
    w.open("Wycinka brzozy").await;
    for _ in 0..12 {
        w.clock.advance_seconds(1);
        let mut new = w.new_case("Wycinka brzozy");
        new.unit = w.units[2];
        act!(w, w.other_unit, |c, ctx, desk| cases::open(c, &ctx, &desk, new)).unwrap();
    }
    let first = ask(&w, &w.official, "brzoza", 0, 2).await;
    assert_eq!((first.items.len(), first.next, first.total), (2, Some(2), 3));
    let second = ask(&w, &w.official, "brzoza", 2, 2).await;
    assert_eq!((second.items.len(), second.next, second.total), (1, None, 3));
    let beyond = ask(&w, &w.official, "brzoza", 40, 2).await;
    assert_eq!((beyond.items.len(), beyond.next, beyond.total), (0, None, 3));
}

async fn a_case_handed_over_is_found_where_it_went_with_all_it_holds(db) {
    let w = World::new(&db).await;
    let case = w.open("Ogrodzenie stawu").await.id;
    act!(w, w.official, |c, ctx, desk| notes::add(c, &ctx, &desk, case, "Zadzwonić do wędkarzy")).unwrap();
    assert_eq!(total(&w, &w.official, "staw").await, 1);
    assert_eq!(total(&w, &w.official, "wędkarz").await, 1);
    assert_eq!(total(&w, &w.other_unit, "staw").await, 0);
    let unit = w.units[2];
    act!(w, w.official, |c, ctx, desk| cases::hand_over(c, &ctx, &desk, case, unit, None, "")).unwrap();
    for desk in [&w.official, &w.colleague, &w.superior] {
        assert_eq!(total(&w, desk, "staw").await, 0);
        assert_eq!(total(&w, desk, "wędkarz").await, 0, "nor its notes");
        assert_eq!(total(&w, desk, "wedkaz").await, 0, "nor loosely");
    }
    assert_eq!(total(&w, &w.other_unit, "staw").await, 1);
    assert_eq!(total(&w, &w.other_unit, "wędkarz").await, 1);
}

async fn what_a_citizen_wrote_in_the_form_finds_the_mail_and_then_the_case(db) {
    let w = World::new(&db).await;
    let mail = crate::filled_form::sent(&w, "s").await;
    let others = [&w.other_unit, &w.foreign, &w.admin];
    for desk in [&w.official, &w.superior, &w.registry] {
        let found = ask(&w, desk, "118/4", 0, 20).await;
        assert_eq!(found.items.iter().map(|f| (f.thing, f.object)).collect::<Vec<_>>(), [(Thing::Incoming, mail.0)], "{}", desk.member.name);
    }
    let mut new = w.new_case("Rejestr umów");
    (new.party, new.incoming) = (None, Some(mail));
    let case = act!(w, w.official, |c, ctx, desk| cases::open(c, &ctx, &desk, new)).unwrap();
    for desk in [&w.official, &w.superior] {
        let found = ask(&w, desk, "działka 118/4", 0, 20).await;
        assert!(found.items.iter().any(|f| (f.thing, f.object) == (Thing::Case, case.id.0)), "{found:?}");
    }
    for desk in others {
        let found = ask(&w, desk, "118/4", 0, 20).await;
        assert!(found.items.is_empty() && found.total == 0, "{}: {found:?}", desk.member.name);
    }
    for number in ["44051401359", "anna@example.pl"] {
        let found = ask(&w, &w.official, number, 0, 20).await;
        assert!(!found.items.iter().any(|f| f.thing == Thing::Incoming), "nobody is looked up by {number}: {found:?}");
    }
    let (id, version) = (case.id, case.version);
    act!(w, w.official, |c, ctx, desk| cases::set_remarks(c, &ctx, &desk, id, "Akta u żubrologa", version)).unwrap();
    assert_eq!(total(&w, &w.official, "żubrolog").await, 1, "the remarks");
    act!(w, w.official, |c, ctx, desk| cases::add_party(c, &ctx, &desk, id, &crate::parties::somebody("Bronisława Żurawińska"))).unwrap();
    let found = ask(&w, &w.official, "118/4", 0, 20).await;
    assert!(found.items.iter().any(|f| f.thing == Thing::Case), "a new party forgets no words");
}

async fn a_party_added_later_finds_the_case(db) {
    let w = World::new(&db).await;
    let case = w.open("Ogrodzenie stawu").await.id;
    let edit = crate::parties::somebody("Bronisława Żurawińska");
    act!(w, w.official, |c, ctx, desk| cases::add_party(c, &ctx, &desk, case, &edit)).unwrap();
    let found = ask(&w, &w.official, "zurawinskiej", 0, 20).await;
    assert_eq!(found.items.iter().map(|f| (f.thing, f.object)).collect::<Vec<_>>(), [(Thing::Case, case.0)]);
    act!(w, w.official, |c, ctx, desk| cases::rename(c, &ctx, &desk, case, "Płot stawu", 1)).unwrap();
    assert_eq!(total(&w, &w.official, "zurawinskiej").await, 1, "a new title forgets nobody");
}

async fn the_loose_search_asks_the_vocabulary_by_its_key(db) {
    if db.dialect() == db::Dialect::Sqlite {
        return;
    }
    let plan: Vec<(String,)> = db
        .write(|c| {
            Box::pin(async move {
                c.exec(Q::new("SET LOCAL enable_seqscan = off")).await?;
                c.all(Q::new("EXPLAIN SELECT term FROM search_term WHERE term >= 'a' AND term <= 'b' ORDER BY length(term), term LIMIT 100")).await
            })
        })
        .await
        .unwrap();
    let plan: String = plan.into_iter().map(|(line,)| line).collect();
    assert!(plan.contains("search_term_pkey") && !plan.contains("Seq Scan"), "{plan}");
}

}
