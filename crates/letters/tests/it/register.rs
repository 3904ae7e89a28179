//! The register of outgoing mail.

use jiff::civil::date;
use kernel::FaultKind;
use letters::{OutgoingFilter, Way, outgoing_list, outgoing_table, record_delivery};

use crate::{
    act,
    world::{ALL, World},
};

db::both! { ALL;

async fn numbers_have_no_gaps_and_a_double_click_takes_one(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let mut ready = Vec::new();
    for n in 0..6 {
        ready.push(w.approved(&case, &format!("Pismo {n}")).await.id);
    }
    let mut got = Vec::new();
    for id in ready {
        let (first, second) = tokio::join!(w.send(id, Way::Post), w.send(id, Way::Post));
        let (first, second) = (first.unwrap(), second.unwrap());
        assert_eq!(first.id, second.id);
        got.push(first);
    }
    let mut numbers: Vec<i64> = got.iter().map(|o| o.number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6]);
    // A new year begins at 1 again.
    w.clock.set(kernel::Micros::start_of(date(2027, 1, 4)));
    let next = w.approved(&case, "W nowym roku").await;
    assert_eq!(w.send(next.id, Way::Post).await.unwrap().label(), "1/2027");
}

async fn those_who_send_at_once_get_different_numbers(db) {
    let w = World::new(&db).await;
    let mut ids = Vec::new();
    for n in 0..4 {
        let case = w.open(&format!("Sprawa {n}")).await;
        ids.push(w.approved(&case, &format!("Pismo {n}")).await.id);
    }
    let (a, b, c, d) = tokio::join!(
        w.send(ids[0], Way::Post), w.send(ids[1], Way::Post), w.send(ids[2], Way::Post), w.send(ids[3], Way::Post)
    );
    let mut numbers: Vec<i64> = [a, b, c, d].into_iter().map(|o| o.unwrap().number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2, 3, 4]);
}

async fn a_way_that_reaches_nobody_is_refused_at_its_field(db) {
    let w = World::new(&db).await;
    let mut new = w.new_case("Bez konta");
    if let Some(party) = &mut new.party {
        party.person = None;
        party.email = String::new();
    }
    let case = act!(w, w.official, |c, ctx, desk| records::cases::open(c, &ctx, &desk, new)).unwrap();
    let row = w.approved(&case, "Treść").await;
    for way in [Way::Account, Way::Email] {
        let fault = w.send(row.id, way).await.unwrap_err();
        assert_eq!((fault.kind, fault.fields[0].field.as_str()), (FaultKind::Invalid, "way"));
    }
    assert_eq!(w.send(row.id, Way::Post).await.unwrap().number, 1, "a refused sending takes no number");
}

async fn a_neighbouring_system_reads_the_register_page_by_page(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    for n in 0..3 {
        let row = w.approved(&case, &format!("Treść {n}")).await;
        w.send(row.id, Way::Post).await.unwrap();
    }
    let kit = w.kit();
    let browser = kit.browser(letters::routes());
    let get = async |desk: &offices::Desk, query: &str| {
        let path = format!("/api/v1/offices/lipowa/outgoing{query}");
        browser.api(axum::http::Method::GET, &path, Some(&desk.member.person.to_string()), None).await
    };
    let first = get(&w.registry, "?limit=2&way=post&year=2026").await.json();
    let numbers = |page: &serde_json::Value| -> Vec<String> {
        page["items"].as_array().unwrap().iter().map(|i| i["number"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(numbers(&first), ["3/2026", "2/2026"]);
    assert_eq!(first["items"][0]["reference"], case.reference);
    let second = get(&w.registry, &format!("?limit=2&way=post&year=2026&cursor={}", first["next"].as_str().unwrap())).await.json();
    assert_eq!((numbers(&second), &second["next"]), (vec!["1/2026".to_owned()], &serde_json::Value::Null));
    for (desk, seen) in [(&w.official, 3), (&w.superior, 3), (&w.other_unit, 0)] {
        assert_eq!(numbers(&get(desk, "?q=kowalski&undelivered=true").await.json()).len(), seen, "{}", desk.member.name);
    }
    assert_eq!(get(&w.foreign, "").await.status, 404);
    let wrong = get(&w.registry, "?way=golebiem").await;
    assert_eq!((wrong.status.as_u16(), wrong.headers["content-type"].to_str().unwrap()), (400, "application/problem+json"));
}

async fn the_register_is_read_by_the_registry_and_narrowed(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let row = w.approved(&case, "Treść").await;
    let out = w.send(row.id, Way::Post).await.unwrap();
    for (desk, seen) in [(&w.registry, 1), (&w.official, 1), (&w.superior, 1), (&w.other_unit, 0), (&w.foreign, 0)] {
        let d = desk.clone();
        let rows = w.db.read(move |c| Box::pin(async move { outgoing_list(c, &d, &OutgoingFilter::default(), None).await })).await;
        assert_eq!(rows.unwrap().0.len(), seen, "{}", desk.member.name);
    }
    for (text, way, seen) in [("ogledzinach", None, 1), ("kowalski", Some(Way::Post), 1), ("1/2026", None, 1), ("%", None, 1), ("brak", None, 0), ("", Some(Way::Account), 0)] {
        let filter = OutgoingFilter { text: text.into(), way, undelivered: true, year: Some(2026) };
        let d = w.registry.clone();
        let rows = w.db.read(move |c| Box::pin(async move { outgoing_list(c, &d, &filter, None).await })).await.unwrap().0;
        assert_eq!(rows.len(), seen, "{text}");
    }
    let (id, version) = (out.id, out.version);
    let early = act!(w, w.registry, |c, ctx, desk| record_delivery(
        c, &ctx, &desk, id, version, "RR123", Some(date(2026, 1, 11)), ""
    )).unwrap_err();
    assert_eq!(early.fields[0].field, "delivered_on");
    w.settle(case.id).await;
    let done = act!(w, w.registry, |c, ctx, desk| record_delivery(
        c, &ctx, &desk, id, version, "RR123", Some(date(2026, 1, 12)), "zwrotka"
    )).unwrap();
    assert_eq!((done.sent_proof.as_str(), done.delivered_by.as_str()), ("RR123", "Rita Rejestr"));
    let stale = act!(w, w.registry, |c, ctx, desk| record_delivery(c, &ctx, &desk, id, version, "", None, "")).unwrap_err();
    assert_eq!(stale.kind, FaultKind::Conflict);
    let d = w.registry.clone();
    let table = w
        .db
        .read(move |c| Box::pin(async move {
            outgoing_table(c, &d, &OutgoingFilter::default(), i18n::T(kernel::Lang::Pl)).await
        }))
        .await
        .unwrap();
    let csv = String::from_utf8(table.csv().unwrap()).unwrap();
    assert!(csv.starts_with('\u{feff}') && csv.contains("1/2026;2026-01-12;Zawiadomienie o oględzinach;Jan Kowalski"), "{csv}");
}

}
