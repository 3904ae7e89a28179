//! Many at once.

use enrolments::{Done, Many, Mode, Op, Source, State, Way, Whom};
use jiff::civil::date;
use kernel::{Fault, FaultKind};
use uuid::Uuid;

use testlearning::{hidden, words};

use crate::world::{ALL, World, get, post};

const BASE: &str = "/desk/lipowa/courses/prosty-jezyk";

impl World {
    async fn keep(&self, whom: Whom) -> (Uuid, enrolments::Plan) {
        let (scope, course) = (self.office, self.course);
        let many = Many { whom, group: None, due: Some(date(2026, 4, 1)) };
        self.act(self.trainer, move |c, ctx| {
            Box::pin(async move {
                let plan = enrolments::plan_many(c, ctx, scope, course, &many).await?;
                Ok((enrolments::keep_many(c, ctx, scope, course, "osoby.csv", &many).await?, plan))
            })
        })
        .await
        .unwrap()
    }

    async fn confirm(&self, id: Uuid, seen: String) -> Result<Done, Fault> {
        let scope = self.office;
        self.act(self.trainer, move |c, ctx| {
            Box::pin(async move { enrolments::do_many(c, ctx, scope, id, &seen).await })
        })
        .await
    }

    async fn learners(&self) -> usize {
        let course = self.course;
        let all = self.kit.app.db.read(move |c| {
            Box::pin(async move { enrolments::of_course(c, course, &enrolments::Filter::default(), None).await })
        });
        all.await.unwrap().0.len()
    }
}

db::both! { ALL;

async fn a_unit_with_those_below_is_enrolled_with_a_day(db) {
    let w = World::new(&db).await;
    let (_, plan) = w.keep(Whom::Unit { unit: w.units[0], below: false }).await;
    assert_eq!(plan.to_enrol(), 2, "the trainer and the chief");
    let (id, plan) = w.keep(Whom::Unit { unit: w.units[0], below: true }).await;
    assert_eq!(plan.to_enrol(), 3);
    assert_eq!(w.confirm(id, plan.fingerprint()).await.unwrap(), Done { placed: 3, waiting: 0 });
    let (anna, course) = (w.anna, w.course);
    let mine = w.kit.app.db.read(move |c| Box::pin(enrolments::of_person(c, anna))).await.unwrap();
    assert_eq!((mine[0].course, mine[0].source, mine[0].state), (course, Source::Coordinator, State::Active));
    assert_eq!(mine[0].due.map(|d| d.0), Some(date(2026, 4, 1)));
    let told = w.mails(w.anna).await;
    let named = ["Nowy kurs dla Ciebie: Prosty język", "Na kurs zapisuje Cię: Tomasz Trener.", "1 kwietnia 2026 r."];
    assert!(named.iter().all(|x| told[0].contains(x)), "{told:?}");
    assert!(w.log("enrolments.many").await[0].contains("\"people\":3"));
    assert_eq!(w.confirm(id, plan.fingerprint()).await.unwrap_err().key, "enrolments-many-done");
    let (_, again) = w.keep(Whom::Unit { unit: w.units[0], below: true }).await;
    assert!(again.to_enrol() == 0 && !again.ready(), "nobody is enrolled twice");
}

async fn a_file_with_one_wrong_line_enrols_nobody(db) {
    let w = World::new(&db).await;
    let text = "Imię;E-mail\nAnna;anna.urzednik@example.pl\nStefan;STEFAN.szef@example.pl\nJan;jan.kowalski@example.pl\n\
                Ktoś;to nie adres\nAnna;Anna.Urzednik@example.pl\n\n";
    let (id, plan) = w.keep(Whom::Addresses(text.into())).await;
    assert_eq!((plan.to_enrol(), plan.errors(), plan.rows.len()), (2, 3, 5));
    let wrong: Vec<(usize, &str)> = plan
        .rows
        .iter()
        .filter_map(|r| match r.op {
            Op::Error(key, _) => Some((r.line, key)),
            _ => None,
        })
        .collect();
    assert_eq!(wrong, [
        (4, "enrolments-many-unknown"),
        (5, "enrolments-many-no-address"),
        (6, "enrolments-many-twice"),
    ]);
    assert_eq!(w.confirm(id, plan.fingerprint()).await.unwrap_err().kind, FaultKind::Invalid);
    assert_eq!(w.learners().await, 0);
    let (id, plan) = w.keep(Whom::Addresses("anna.urzednik@example.pl\nstefan.szef@example.pl".into())).await;
    assert_eq!(w.confirm(id, plan.fingerprint()).await.unwrap(), Done { placed: 2, waiting: 0 });
}

async fn what_changed_since_the_preview_is_shown_again(db) {
    let w = World::new(&db).await;
    let (id, plan) = w.keep(Whom::People(vec![w.anna, w.chief])).await;
    w.enrol(w.anna).await;
    assert_eq!(w.confirm(id, plan.fingerprint()).await.unwrap_err().key, "enrolments-many-changed");
    assert_eq!(w.learners().await, 1, "nobody was enrolled by it");
    let (_, plan) = w.keep(Whom::People(vec![w.anna, w.chief, w.foreign])).await;
    assert_eq!((plan.to_enrol(), plan.rows.len()), (1, 2), "people of other offices are not enrolled");
}

async fn more_than_there_are_places_for_come_to_the_list(db) {
    let w = World::new(&db).await;
    w.seats(2, 24).await;
    let (id, plan) = w.keep(Whom::Unit { unit: w.units[0], below: true }).await;
    assert_eq!((plan.to_enrol(), plan.to_place(), plan.to_wait()), (3, 2, 1));
    assert_eq!(w.confirm(id, plan.fingerprint()).await.unwrap(), Done { placed: 2, waiting: 1 });
    let (course, today) = (w.course, crate::world::TODAY);
    let n = w.kit.app.db.read(move |c| Box::pin(enrolments::counts(c, course, today))).await.unwrap();
    assert_eq!((n.active, n.waiting), (2, 1));
    let late = date(2026, 4, 2);
    let n = w.kit.app.db.read(move |c| Box::pin(enrolments::counts(c, course, late))).await.unwrap();
    assert_eq!(n.late, 2, "after the day they are late");
}

async fn the_preview_and_the_message_say_who_waits(db) {
    let w = World::new(&db).await;
    w.seats(2, 24).await;
    let browser = w.browser();
    let page = format!("{BASE}/learners/enrol");
    let unit = w.units[0].to_string();
    let form = [("whom", "unit"), ("unit", unit.as_str()), ("below", "on")];
    let kept = post(&browser, w.trainer, &page, &form).await;
    let preview = get(&browser, w.trainer, kept.location()).await;
    let said = words(&preview);
    for part in ["Dostaną miejsce", "Zapisz 2 osoby, pozostałych wpisz na listę rezerwową", "za mało wolnych miejsc"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!((said.matches("Będzie zapisana").count(), preview.text.matches("Na listę rezerwową").count()), (2, 2), "{said}");
    // A place is taken meanwhile: nothing is done before the coordinator saw it.
    let guest = w.people(1).await[0];
    w.enrol(guest).await;
    let seen = hidden(&preview, "seen");
    let met = post(&browser, w.trainer, kept.location(), &[("seen", &seen)]).await;
    assert!(met.status == 409 && met.text.contains("Zapisz 1 osobę, pozostałych wpisz"), "{}", met.text);
    let seen = hidden(&met, "seen");
    let done = post(&browser, w.trainer, kept.location(), &[("seen", &seen)]).await;
    assert_eq!(done.location(), format!("{BASE}/learners"));
    let flash = done.headers["set-cookie"].to_str().unwrap();
    assert!(flash.contains("enrolments-many-some-wait"), "{flash}");
    let mut told = [0, 0];
    for who in [w.trainer, w.chief, w.anna] {
        let mails = w.mails(who).await;
        assert_eq!(mails.len(), 1, "{mails:?}");
        told[0] += usize::from(mails[0].contains("Nowy kurs dla Ciebie"));
        told[1] += usize::from(mails[0].contains("Czekasz na miejsce na kursie") && mails[0].contains("Na kurs zapisuje Cię: Tomasz Trener."));
    }
    assert_eq!(told, [1, 2]);
}

async fn people_are_enrolled_on_an_open_course_of_another_office_and_on_no_other(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    let page = "/desk/debowa/courses/prosty-jezyk/learners/enrol";
    let seen = get(&browser, w.foreign, page).await;
    assert!(seen.text.contains("Zapisujesz pracowników swojego urzędu na kurs, który prowadzi: Urząd lipowa"), "{}", seen.text);
    assert!(seen.text.contains("Obcy") && !seen.text.contains("Anna"), "only people of their own office: {}", seen.text);
    let form = [("whom", "file"), ("addresses", "anna.urzednik@example.pl")];
    let kept = post(&browser, w.foreign, page, &form).await;
    assert!(get(&browser, w.foreign, kept.location()).await.text.contains("Nikt w Twoim urzędzie nie ma takiego adresu"));
    let person = w.foreign.to_string();
    let kept = post(&browser, w.foreign, page, &[("whom", "people"), ("people", &person)]).await;
    let preview = get(&browser, w.foreign, kept.location()).await;
    assert!(preview.text.contains("Zapisz 1 osobę"), "{}", preview.text);
    let seen = hidden(&preview, "seen");
    let done = post(&browser, w.foreign, kept.location(), &[("seen", &seen)]).await;
    assert_eq!(done.location(), format!("/desk/debowa/training/people?course={}", w.course));
    let who = w.foreign;
    let mine = w.kit.app.db.read(move |c| Box::pin(enrolments::of_person(c, who))).await.unwrap();
    assert_eq!((mine.len(), mine[0].state, mine[0].source), (1, State::Active, Source::Coordinator));
    // What another office closes, or gives on request, is closed to them.
    let (scope, course) = (w.office, w.course);
    for mode in [Mode::Closed, Mode::Request] {
        w.act(w.trainer, move |c, ctx| Box::pin(async move {
            let version = enrolments::way(c, course).await?.version;
            let way = Way { mode, chain: vec![enrolments::Approver::Trainer], version, ..Way::default() };
            enrolments::set_way(c, ctx, scope, course, &way).await
        }))
        .await
        .unwrap();
        assert_eq!(get(&browser, w.foreign, page).await.status, 404);
        assert_eq!(post(&browser, w.foreign, page, &form).await.status, 404);
        assert_eq!(get(&browser, w.foreign, kept.location()).await.status, 404);
        assert_eq!(get(&browser, w.trainer, &format!("{BASE}/learners/enrol")).await.status, 200, "their own office enrols");
    }
}

}
