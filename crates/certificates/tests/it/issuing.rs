//! Who gets a certificate, once, with which number.

use std::collections::BTreeSet;

use certificates::Standing;
use enrolments::{Guest, Learner};
use jiff::civil::date;
use tokio::task::JoinSet;

use crate::world::{ALL, TODAY, World};

db::both! { ALL;

async fn who_completes_a_course_gets_a_certificate_with_what_it_says(db) {
    let w = World::new(&db).await;
    let row = w.complete(w.anna).await;
    assert_eq!(row.number, "SZ/2026/000001");
    assert_eq!((row.name.as_str(), row.person), ("Anna Żółć", Some(w.anna)));
    assert_eq!((row.served, row.unit), (Some(w.office.office()), Some(w.units[0])));
    let facts = &row.facts.0;
    assert_eq!((facts.title.as_str(), facts.title_en.as_str()), ("Prosty język w urzędzie", "Plain language"));
    assert_eq!((facts.minutes, facts.outcomes.len(), row.score), (90, 1, Some(0.9)));
    assert_eq!(row.expires.unwrap().0, date(2028, 3, 2));
    assert_eq!(row.standing(TODAY), Standing::Valid);
    assert_eq!(row.standing(date(2028, 3, 2)), Standing::Valid, "its last day counts");
    assert_eq!(row.standing(date(2028, 3, 3)), Standing::Expired);
    assert_eq!(w.of_person(w.anna).await.len(), 1);
}

async fn two_windows_that_end_at_once_give_one_certificate(db) {
    let w = World::new(&db).await;
    for (n, person) in w.people(8).await.into_iter().enumerate() {
        let mine = w.enrol(Learner::Person(person)).await;
        let (first, second) = tokio::join!(w.mark(mine.id, 0), w.mark(mine.id, 1));
        assert!(first ^ second);
        let all = w.of_person(person).await;
        assert_eq!(all.iter().map(|z| z.number.clone()).collect::<Vec<_>>(), [format!("SZ/2026/{:06}", n + 1)]);
    }
}

async fn fifty_who_end_at_once_get_numbers_without_gaps(db) {
    let w = World::new(&db).await;
    let people = w.people(50).await;
    let mut ready = Vec::new();
    for person in &people {
        let mine = w.enrol(Learner::Person(*person)).await;
        w.mark(mine.id, 0).await;
        ready.push(mine.id);
    }
    let mut tasks = JoinSet::new();
    for id in ready {
        let (db, ctx, item) = (w.kit.app.db.clone(), w.ctx(w.boss).await, w.items[1]);
        tasks.spawn(async move {
            db.write(move |c| {
                let ctx = ctx.clone();
                Box::pin(async move { enrolments::mark(c, &ctx, id, item, enrolments::Mark::done()).await })
            })
            .await
        });
    }
    assert!(tasks.join_all().await.into_iter().all(|marked| marked.unwrap().completed));
    let mut numbers = BTreeSet::new();
    let (mut codes, mut places) = (BTreeSet::new(), BTreeSet::new());
    for person in people {
        for row in w.of_person(person).await {
            numbers.insert(row.number);
            codes.insert(row.code);
            places.insert((row.list, row.place));
        }
    }
    assert_eq!(numbers.into_iter().collect::<Vec<_>>(), (1..=50).map(|n| format!("SZ/2026/{n:06}")).collect::<Vec<_>>());
    assert_eq!((codes.len(), places.len()), (50, 50));
}

async fn numbers_begin_anew_with_the_year(db) {
    let w = World::new(&db).await;
    let people = w.people(2).await;
    assert_eq!(w.complete(people[0]).await.number, "SZ/2026/000001");
    w.clock().advance_days(305);
    assert_eq!(w.complete(people[1]).await.number, "SZ/2027/000001");
}

async fn a_guest_gets_it_with_an_account(db) {
    let w = World::new(&db).await;
    let ctx = w.kit.ctx(kernel::Actor::Stranger);
    let guest = Guest::fresh(&ctx);
    let who = Learner::Guest(guest.hash().unwrap());
    let mine = w.enrol(who).await;
    w.mark(mine.id, 0).await;
    assert!(w.mark(mine.id, 1).await);
    assert!(w.of_enrolment(mine.id).await.is_none(), "nobody to name yet");
    w.clock().advance_days(10);
    let person = w.citizen;
    for _ in 0..2 {
        let guest = guest.clone();
        w.act(person, move |c, ctx| Box::pin(async move { enrolments::claim_guest(c, ctx, person, &guest).await }))
            .await
            .unwrap();
    }
    let all = w.of_person(w.citizen).await;
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].name.as_str(), all[0].number.as_str()), ("Jan Kowalski", "SZ/2026/000001"));
    assert_eq!(all[0].issued_on(), date(2026, 3, 12));
    assert_eq!(all[0].completed.warsaw_date(), TODAY);
}

async fn the_name_stays_as_it_was_and_an_edited_course_changes_nothing(db) {
    let w = World::new(&db).await;
    let row = w.complete(w.anna).await;
    let (office, course) = (w.office, w.course);
    w.act(w.boss, move |c, ctx| Box::pin(async move {
        let now = courses::course(c, course).await?;
        let settings = courses::Settings { title: "Inny tytuł".into(), ..courses::Settings::of(&now) };
        courses::edit(c, ctx, office, course, &settings, now.version).await
    })).await.unwrap();
    let same = w.complete(w.citizen).await;
    assert_eq!(same.facts.0.title, "Prosty język w urzędzie", "the version that was completed has its own title");
    assert_eq!(w.of_enrolment(row.enrolment).await.unwrap(), row);
}

async fn a_deleted_account_leaves_the_number_without_the_name(db) {
    let w = World::new(&db).await;
    let (anna, citizen) = (w.complete(w.anna).await, w.complete(w.citizen).await);
    let own = certificates::own_data();
    for who in [w.anna, w.citizen] {
        w.act(who, move |c, ctx| Box::pin(async move { (own.erase)(c, ctx, who).await })).await.unwrap();
    }
    assert_eq!(w.of_enrolment(anna.enrolment).await.unwrap(), anna, "an official's proof of training stays");
    let gone = w.of_enrolment(citizen.enrolment).await.unwrap();
    assert_eq!((gone.name.as_str(), gone.person, gone.number.as_str()), ("", None, "SZ/2026/000002"));
    let page = w.get(None, &gone.path()).await;
    assert!(page.text.contains("unieważnione") && page.text.contains("usunęła konto"), "{}", page.text);
    assert!(!page.text.contains("Kowalski"));
}

}
