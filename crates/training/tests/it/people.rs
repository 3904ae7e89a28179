//! Who learned what, by name: for whom, narrowed, page by page, as a file.

use enrolments::{Enrolment, NewEnrolment, Source};
use jiff::civil::date;
use kernel::ids::{CourseId, ItemId, PersonId};
use offices::Role;

use crate::world::{ALL, World, course, get};

const PEOPLE: &str = "/desk/lipowa/training/people";
const FILE: &str = "/desk/lipowa/training/export/people";

impl World {
    /// A course of the other office.
    async fn far_course(&self) -> (CourseId, Vec<ItemId>) {
        let far = self.far;
        self.act(self.foreign, move |c, ctx| Box::pin(course(c, ctx, far, "Kurs z Dębowej"))).await.unwrap()
    }

    async fn enrol_on(&self, who: PersonId, course: CourseId) -> Enrolment {
        let new =
            NewEnrolment { person: who, course, group: None, source: Source::Coordinator, due: None, again: false };
        self.act(self.trainer, move |c, ctx| Box::pin(enrolments::enrol(c, ctx, new))).await.unwrap()
    }

    async fn complete_items(&self, of: &Enrolment, items: &[ItemId]) {
        let id = of.id;
        for item in items.iter().take(3).copied() {
            let done = enrolments::Mark::done();
            self.act(self.anna, move |c, ctx| Box::pin(enrolments::mark(c, ctx, id, item, done))).await.unwrap();
        }
    }
}

db::both! { ALL;

async fn the_office_sees_who_learned_what_on_whichever_course(db) {
    let w = World::new(&db).await;
    w.learn().await;
    let (far, items) = w.far_course().await;
    let done = w.enrol_on(w.anna, far).await;
    w.complete_items(&done, &items).await;
    let browser = w.browser();
    let page = get(&browser, w.trainer, PEOPLE).await;
    for word in ["Anna Urzędnik", "Stefan Szef", "Tomasz Trener", "Kurs z Dębowej", "Prosty język", "Ukończony"] {
        assert!(page.text.contains(word), "{word}: {}", page.text);
    }
    assert!(!page.text.contains("Obcy Człowiek"), "those of other offices are not theirs to see");
    let below = w.people(1).await[0];
    w.serve(below, w.units[1], &[Role::Superior], None).await;
    let page = get(&browser, below, PEOPLE).await;
    assert!(page.text.contains("Anna Urzędnik") && page.text.contains("Kurs z Dębowej"), "{}", page.text);
    assert!(!page.text.contains("Tomasz Trener") && !page.text.contains("Stefan Szef"), "units above are not theirs");
    let asked = get(&browser, below, &format!("{PEOPLE}?unit={}", w.units[0])).await;
    assert!(!asked.text.contains("Tomasz Trener"), "asked for more than they may see, they see what they may");
    assert_eq!(get(&browser, w.anna, PEOPLE).await.status, 403);
    assert_eq!(get(&browser, w.foreign, PEOPLE).await.status, 404);
}

async fn it_is_narrowed_by_unit_course_state_period_and_name(db) {
    let w = World::new(&db).await;
    w.learn().await;
    let (far, _) = w.far_course().await;
    w.enrol_on(w.trainer, far).await;
    // Somebody who is not in the list: a page names whoever reads it.
    let reader = w.people(1).await[0];
    w.serve(reader, w.units[0], &[Role::Coordinator], None).await;
    let browser = w.browser();
    let (all, unit) = (["Anna Urzędnik", "Stefan Szef", "Tomasz Trener"], w.units[1]);
    for (query, seen) in [
        (format!("unit={unit}"), [true, false, false]),
        (format!("course={far}"), [false, false, true]),
        ("state=completed".into(), [false, true, false]),
        ("state=late".into(), [true, false, false]),
        ("state=active".into(), [true, false, true]),
        ("from=2026-03-02&to=2026-03-02".into(), [false, true, false]),
        ("from=2026-03-03".into(), [false; 3]),
        ("to=01.03.2026".into(), [false; 3]),
        ("q=urzednik".into(), [true, false, false]),
        (format!("q=trener&course={far}&state=active"), [false, false, true]),
    ] {
        let page = get(&browser, reader, &format!("{PEOPLE}?{query}")).await;
        let file = get(&browser, reader, &format!("{FILE}.csv?{query}")).await;
        for (name, there) in all.into_iter().zip(seen) {
            assert_eq!(page.text.contains(name), there, "{name} at {query}: {}", page.text);
            assert_eq!(file.text.contains(name), there, "{name} in the file of {query}: {}", file.text);
        }
    }
}

async fn the_figure_of_those_going_on_leads_to_as_many_people(db) {
    let w = World::new(&db).await;
    let (scope, course) = (w.office, w.course);
    w.act(w.trainer, move |c, ctx| Box::pin(async move {
        let way = enrolments::Way { seats: Some(1), ..enrolments::Way::default() };
        enrolments::set_way(c, ctx, scope, course, &way).await
    }))
    .await
    .unwrap();
    w.enrol(w.anna, None).await;
    w.enrol(w.chief, None).await;
    let reader = w.people(1).await[0];
    w.serve(reader, w.units[0], &[Role::Coordinator], None).await;
    let browser = w.browser();
    let report = get(&browser, reader, &format!("/desk/lipowa/training?course={course}")).await.text;
    let stat = report.split("Uczą się lub czekają").next().unwrap();
    let to = stat.rsplit("href=\"").next().and_then(|l| l.split('"').next()).unwrap().replace("&amp;", "&");
    assert_eq!(to, format!("{PEOPLE}?course={course}&state=going"));
    let figure = report.split("Uczą się lub czekają").take(2).any(|part| part.contains(">2<"));
    assert!(figure, "one learns, one waits: {report}");
    let list = get(&browser, reader, &to).await.text;
    assert!(list.contains("Anna Urzędnik") && list.contains("Stefan Szef") && list.contains("Na liście rezerwowej"), "{list}");
    let active = get(&browser, reader, &format!("{PEOPLE}?state=active")).await.text;
    assert!(active.contains("Anna Urzędnik") && !active.contains("Stefan Szef"), "{active}");
}

async fn it_goes_on_page_by_page(db) {
    let w = World::new(&db).await;
    for person in w.people(60).await {
        w.serve(person, w.units[0], &[Role::Official], None).await;
        w.enrol(person, None).await;
    }
    let browser = w.browser();
    let first = get(&browser, w.trainer, &format!("{PEOPLE}?state=active")).await.text;
    assert_eq!(first.matches(" Kolejna<").count(), 50, "{first}");
    let next = first.split("href=\"").filter_map(|l| l.split('"').next()).find(|l| l.contains("after=")).unwrap();
    assert!(next.contains("state=active"), "{next}");
    let second = get(&browser, w.trainer, &next.replace("&amp;", "&")).await.text;
    assert_eq!(second.matches(" Kolejna<").count(), 10, "{second}");
    for n in 0..60 {
        let name = format!(">Osoba{n} Kolejna<");
        assert!(first.contains(&name) != second.contains(&name), "{name} stands on one of the two");
    }
    let third = second.split("href=\"").filter_map(|l| l.split('"').next()).find(|l| l.contains("after=") && !next.contains(l));
    assert_eq!(third, None);
}

async fn the_file_has_all_and_taking_it_away_is_in_the_log(db) {
    let w = World::new(&db).await;
    let rude = w.act(w.trainer, |c, ctx| Box::pin(async move {
        let new = identity::NewPerson {
            email: "formula@example.pl".into(),
            given_name: "=cmd".into(),
            family_name: "Wzór".into(),
            password_hash: None,
            lang: kernel::Lang::Pl,
            verified: true,
        };
        identity::register(c, ctx, new).await
    }));
    let rude = rude.await.unwrap();
    w.serve(rude, w.units[0], &[Role::Official], None).await;
    w.enrol(rude, Some(date(2026, 4, 1))).await;
    let done = w.enrol(w.anna, None).await;
    w.complete(done.id).await;
    let browser = w.browser();
    let csv = get(&browser, w.trainer, &format!("{FILE}.csv")).await.text;
    let heads = "Osoba;Kurs;Komórka;Stan;Termin;Wykonano;Dzień ukończenia;Wynik (%)\r\n";
    assert!(csv.contains(heads), "{csv}");
    assert!(csv.contains("Anna Urzędnik;Prosty język;GK — Wydział GK;Ukończony;;100;2026-03-02;"), "{csv}");
    assert!(csv.contains("\r\n'=cmd Wzór;Prosty język;SE — Wydział SE;") && csv.contains(";2026-04-01;0;;"), "{csv}");
    assert!(w.log("training.people_exported").await[0].contains("\"people\":2"));
    let xlsx = get(&browser, w.trainer, &format!("{FILE}.xlsx")).await;
    assert!(xlsx.bytes.starts_with(b"PK\x03\x04"));
    assert_eq!(w.log("training.people_exported").await.len(), 2);
    assert_eq!(get(&browser, w.anna, &format!("{FILE}.csv")).await.status, 403);
    assert_eq!(get(&browser, w.foreign, &format!("{FILE}.csv")).await.status, 404);
}

async fn a_former_superior_no_longer_sees_who_moved(db) {
    let w = World::new(&db).await;
    let before = w.people(1).await[0];
    w.serve(before, w.units[1], &[Role::Superior], None).await;
    let done = w.enrol(w.anna, None).await;
    w.complete(done.id).await;
    w.enrol_on(w.anna, w.far_course().await.0).await;
    let browser = w.browser();
    assert!(get(&browser, before, PEOPLE).await.text.contains("Anna Urzędnik"));
    // A new service from tomorrow, the old one until today: nobody does anything tomorrow.
    let (scope, today, anna, to) = (w.office, w.kit.app.clock.today(), w.anna, w.units[0]);
    w.act(w.trainer, move |c, ctx| Box::pin(async move {
        let all = offices::members(c, scope, offices::Filter::on(today)).await?;
        let old = all.into_iter().find(|m| m.person == anna).ok_or_else(kernel::Fault::not_found)?;
        offices::end_member(c, ctx, scope, old.id, old.version, today).await?;
        let (roles, from) = (vec![Role::Official], today.tomorrow().unwrap());
        let new = offices::NewMember { person: anna, unit: to, position: None, roles, from, to: None };
        offices::add_member(c, ctx, scope, new).await.map(|_| ())
    }))
    .await
    .unwrap();
    w.clock().advance_days(1);
    w.jobs().await;
    let page = get(&browser, before, PEOPLE).await.text;
    assert!(!page.contains("Anna Urzędnik"), "{page}");
    let narrowed = get(&browser, w.trainer, &format!("{PEOPLE}?unit={}", w.units[0])).await.text;
    assert_eq!(narrowed.matches(">Anna Urzędnik<").count(), 2, "what goes on, and what is completed: {narrowed}");
}

}
