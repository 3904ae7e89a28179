//! Incoming mail: from a submission and from paper, its number, passing on, its way into a case.

use db::q;
use kernel::{
    Event, FaultKind,
    ids::{IncomingId, SubmissionId},
};
use records::{
    cases::{self, Saved},
    documents::{self, Kind, NewDocument, Origin},
    incoming::{self, Channel, Filter, Paper, Registration, State, To},
    overview,
    suggest::{self, Ground},
};
use serde_json::json;

use crate::{
    act,
    world::{ALL, World},
};

fn about(title: &str) -> Registration {
    Registration { title: title.into(), sender: "Nowak Anna".into(), ..Registration::default() }
}

fn paper(w: &World, title: &str) -> Paper {
    Paper { channel: Channel::Post, received: w.today(), sender_person: None, service: None, about: about(title) }
}

async fn sent(w: &World, submission: u128) -> Vec<incoming::IncomingRow> {
    let ctx = w.ctx_of(w.citizen, "Jan Kowalski");
    let event = Event {
        kind: "submission.sent".into(),
        office: Some(w.office),
        object: uuid::Uuid::from_u128(submission),
        concerns: Some(w.citizen),
        payload: json!({"service_slug": "wycinka", "title": "Zezwolenie na wycinkę", "sender_name": "Jan Kowalski",
            "sender_email": "jan@example.pl", "number": "WE/1/2026", "jrwa": "6131", "term": {"amount": 1, "unit": "months"},
            "files": 2}),
    };
    w.db.listen(vec![records::listener()]);
    w.db.write(move |c| Box::pin(async move { c.emit(&ctx, &event).await })).await.unwrap();
    let desk = w.registry.clone();
    w.db.read(move |c| Box::pin(async move { incoming::list(c, &desk, &Filter::default(), None, 50).await }))
        .await
        .unwrap()
        .0
}

db::both! { ALL;

async fn a_submission_comes_once_is_registered_passed_on_and_becomes_a_case(db) {
    let w = World::new(&db).await;
    sent(&w, 5).await;
    let rows = sent(&w, 5).await;
    assert_eq!(rows.len(), 1, "told twice, it came once");
    let row = &rows[0];
    assert_eq!((row.state, row.submission, row.title.as_str()), (State::Received, Some(SubmissionId(uuid::Uuid::from_u128(5))), "Zezwolenie na wycinkę"));
    let id = row.id;
    // Not registered: no case, no passing on, and nobody but the registry sees it.
    assert_eq!(act!(w, w.official, |c, ctx, desk| incoming::get(c, &desk, id)).unwrap_err().kind, FaultKind::NotFound);
    let unit = w.units[1];
    assert_eq!(act!(w, w.registry, |c, ctx, desk| incoming::assign(c, &ctx, &desk, id, To::Unit(unit), "")).unwrap_err().kind, FaultKind::Conflict);
    let said = Registration::from(row);
    let row = act!(w, w.registry, |c, ctx, desk| incoming::register(c, &ctx, &desk, id, &said)).unwrap();
    assert_eq!(row.identifier().as_deref(), Some("RPW.1.2026"));
    let said = Registration::from(&row);
    let again = act!(w, w.registry, |c, ctx, desk| incoming::register(c, &ctx, &desk, id, &said)).unwrap();
    assert_eq!(again.number, Some(1), "registering twice gives no second number");
    let stored = blob::Stored { hash: [9; 32], size: 3, media_type: "application/pdf".into(), matches_claim: true };
    let scan = NewDocument { stored, name: "skan.pdf".into(), kind: Kind::Submission, origin: Origin::Party };
    act!(w, w.registry, |c, ctx, desk| documents::add_to_incoming(c, &ctx, &desk, id, scan)).unwrap();
    act!(w, w.registry, |c, ctx, desk| incoming::assign(c, &ctx, &desk, id, To::Unit(unit), "pilne")).unwrap();
    let (ctx, desk) = (w.ctx(&w.official), w.official.clone());
    let seen = w.db.read(move |c| Box::pin(async move { overview::mail_overview(c, &ctx, &desk, id).await })).await.unwrap();
    let (mail, today) = (seen.mail.clone(), w.today());
    let hint = act!(w, w.official, |c, ctx, desk| suggest::suggest(c, desk.scope, &mail, today)).unwrap();
    assert_eq!(hint.class.map(|(k, ground)| (k.symbol, ground)), Some(("6131".to_owned(), Ground::Service)));
    assert_eq!(act!(w, w.other_unit, |c, ctx, desk| incoming::get(c, &desk, id)).unwrap_err().kind, FaultKind::NotFound);
    let mut new = w.new_case("Wycinka lipy");
    (new.party, new.incoming, new.term) = (None, Some(id), seen.mail.span());
    let twice = new.clone();
    let case = act!(w, w.official, |c, ctx, desk| cases::open(c, &ctx, &desk, new)).unwrap();
    assert_eq!((case.party_name.as_str(), case.party_person), ("Jan Kowalski", Some(w.citizen)));
    assert!(case.due().is_some());
    assert_eq!(act!(w, w.official, |c, ctx, desk| cases::open(c, &ctx, &desk, twice)).unwrap_err().kind, FaultKind::Conflict);
    let case_id = case.id;
    let docs = act!(w, w.official, |c, ctx, desk| documents::list(c, desk.scope, case_id)).unwrap();
    assert_eq!(docs[0].name, "skan.pdf");
    let (me, ctx) = (w.citizen, w.ctx_of(w.citizen, "Jan Kowalski"));
    let mine = w.db.read(move |c| Box::pin(async move { records::citizen_case(c, &ctx, me, case_id).await })).await.unwrap();
    assert_eq!(mine.documents.len(), 1);
    let keys: Vec<&str> = mine.record.iter().map(|e| e.action.as_str()).collect();
    assert_eq!(keys, ["case.opened", "document.added"]);
    let (other, ctx) = (w.foreign.member.person, w.ctx(&w.foreign));
    let fault = w.db.read(move |c| Box::pin(async move { records::citizen_case(c, &ctx, other, case_id).await })).await.unwrap_err();
    assert_eq!(fault.kind, FaultKind::NotFound);
}

async fn paper_gets_numbers_without_gaps_and_what_is_unknown_says_so(db) {
    let w = World::new(&db).await;
    let tasks: Vec<_> = (0..30).map(|i| {
        let (db, ctx, desk, paper) = (w.db.clone(), w.ctx(&w.registry), w.registry.clone(), paper(&w, &format!("Pismo {i}")));
        tokio::spawn(async move {
            db.write(move |c| Box::pin(async move {
                let row = incoming::type_in(c, &ctx, &desk, &paper).await?;
                if i % 3 == 0 { Err(kernel::Fault::invalid("undone")) } else { Ok(row.number) }
            })).await.ok().flatten()
        })
    }).collect();
    let mut numbers = Vec::new();
    for task in tasks {
        numbers.extend(task.await.unwrap());
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=20).collect::<Vec<i64>>());
    let rows = act!(w, w.registry, |c, ctx, desk| incoming::register_of(c, &desk, 2026)).unwrap();
    assert_eq!(rows.len(), 20);
    let csv = incoming::table(2026, &rows).csv_for_programs().unwrap();
    assert!(csv.lines().nth(1).unwrap().contains("RPW.1.2026,2026-01-12,"), "{csv}");
    assert!(csv.contains("Nowak Anna,brak danych,brak danych,brak danych,brak danych,brak danych,brak danych"), "{csv}");
    assert!(incoming::xml("Urząd", 2026, &rows).contains("<miejscowosc>brak danych</miejscowosc>"));
    let fault = act!(w, w.official, |c, ctx, desk| incoming::register_of(c, &desk, 2026)).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Forbidden);
}

async fn a_correction_made_meanwhile_is_not_overwritten(db) {
    let w = World::new(&db).await;
    let p = paper(&w, "Pismo");
    let row = act!(w, w.registry, |c, ctx, desk| incoming::type_in(c, &ctx, &desk, &p)).unwrap();
    let (id, version) = (row.id, row.version);
    let mine = about("Moje");
    let Saved::Done(_) = act!(w, w.registry, |c, ctx, desk| incoming::correct(c, &ctx, &desk, id, &mine, version)).unwrap() else { panic!() };
    let yours = about("Twoje");
    let Saved::Stale(now) = act!(w, w.registry, |c, ctx, desk| incoming::correct(c, &ctx, &desk, id, &yours, version)).unwrap() else { panic!() };
    assert_eq!(now.title, "Moje");
    let mut wrong = about("x");
    wrong.letter_date = "wczoraj".into();
    let version = now.version;
    let fault = act!(w, w.registry, |c, ctx, desk| incoming::correct(c, &ctx, &desk, id, &wrong, version)).unwrap_err();
    assert_eq!(fault.fields[0].field, "letter_date");
}

async fn mail_is_found_by_number_and_by_inflected_words_page_by_page(db) {
    let w = World::new(&db).await;
    let mut ids: Vec<IncomingId> = Vec::new();
    for i in 0..5 {
        let p = paper(&w, &format!("Skarga na hałas {i}"));
        ids.push(act!(w, w.registry, |c, ctx, desk| incoming::type_in(c, &ctx, &desk, &p)).unwrap().id);
        w.clock.advance_seconds(1);
    }
    let ask = |text: &str, after| {
        let (desk, db) = (w.registry.clone(), w.db.clone());
        let filter = Filter { text: text.into(), ..Filter::default() };
        async move { db.read(move |c| Box::pin(async move { incoming::list(c, &desk, &filter, after, 3).await })).await.unwrap() }
    };
    let (rows, next) = ask("", None).await;
    assert_eq!(rows.iter().map(|r| r.id).collect::<Vec<_>>(), [ids[4], ids[3], ids[2]]);
    let (rows, next) = ask("", next).await;
    assert_eq!((rows.len(), next), (2, None));
    assert_eq!(ask("RPW.2.2026", None).await.0[0].id, ids[1]);
    assert_eq!(ask("skargi hałasu", None).await.0.len(), 3);
    assert_eq!(ask("podatek", None).await.0.len(), 0);
    let (id, unit) = (ids[0], w.units[1]);
    act!(w, w.registry, |c, ctx, desk| incoming::assign(c, &ctx, &desk, id, To::Unit(unit), "")).unwrap();
    let counts = act!(w, w.official, |c, ctx, desk| incoming::counts(c, &desk)).unwrap();
    assert_eq!((counts.mine, counts.unit, counts.received), (0, 1, 0));
    let me = w.official.member.person;
    act!(w, w.official, |c, ctx, desk| incoming::assign(c, &ctx, &desk, id, To::Person(me), "biorę")).unwrap();
    assert_eq!(act!(w, w.official, |c, ctx, desk| incoming::counts(c, &desk)).unwrap().mine, 1);
    let counts = act!(w, w.registry, |c, ctx, desk| incoming::counts(c, &desk)).unwrap();
    assert_eq!(counts.registered, 4);
    let (n,): (i64,) = w.db.read(|c| Box::pin(async move { c.one(q!("SELECT COUNT(*) FROM incoming")).await })).await.unwrap();
    assert_eq!(n, 5);
}

}
