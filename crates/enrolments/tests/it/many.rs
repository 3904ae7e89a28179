//! Many at once.

use enrolments::{Many, Op, Source, State, Whom};
use jiff::civil::date;
use kernel::{Fault, FaultKind};
use uuid::Uuid;

use crate::world::{ALL, World};

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

    async fn confirm(&self, id: Uuid, seen: String) -> Result<usize, Fault> {
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
    assert_eq!(w.confirm(id, plan.fingerprint()).await.unwrap(), 3);
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
    assert_eq!(w.confirm(id, plan.fingerprint()).await.unwrap(), 2);
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
    assert_eq!(w.confirm(id, plan.fingerprint()).await.unwrap(), 3);
    let (course, today) = (w.course, crate::world::TODAY);
    let n = w.kit.app.db.read(move |c| Box::pin(enrolments::counts(c, course, today))).await.unwrap();
    assert_eq!((n.active, n.waiting), (2, 1));
    let late = date(2026, 4, 2);
    let n = w.kit.app.db.read(move |c| Box::pin(enrolments::counts(c, course, late))).await.unwrap();
    assert_eq!(n.late, 2, "after the day they are late");
}

}
