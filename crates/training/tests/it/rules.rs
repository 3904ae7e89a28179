//! Rules enrol the right people, once, and again after the period.

use enrolments::{Approver, Mode, Source, State, Way};
use jiff::civil::date;
use kernel::{Fault, ids::TrainingRuleId};
use offices::Role;
use training::{NewRule, Whom};

use crate::world::{ALL, World, get};

impl World {
    pub(crate) fn everybody(&self) -> NewRule {
        NewRule {
            course: self.course,
            whom: Whom::All,
            unit: None,
            below: false,
            position: None,
            days: 30,
            months: None,
        }
    }

    pub(crate) async fn rule(&self, new: NewRule) -> Result<TrainingRuleId, Fault> {
        let scope = self.office;
        self.act(self.trainer, move |c, ctx| Box::pin(async move { training::add_rule(c, ctx, scope, new).await }))
            .await
    }

    /// Sets who may begin the course.
    async fn mode(&self, mode: Mode) {
        let (scope, course) = (self.office, self.course);
        self.act(self.trainer, move |c, ctx| {
            Box::pin(async move {
                let version = enrolments::way(c, course).await?.version;
                let way = Way { mode, chain: vec![Approver::Coordinator], version, ..Way::default() };
                enrolments::set_way(c, ctx, scope, course, &way).await
            })
        })
        .await
        .unwrap();
    }

    /// Who has how many enrolments on the course: trainer, chief, Anna, the foreigner.
    async fn enrolled(&self) -> [usize; 4] {
        let mut n = [0; 4];
        for (n, who) in n.iter_mut().zip([self.trainer, self.chief, self.anna, self.foreign]) {
            *n = self.of(who).await.len();
        }
        n
    }
}

db::both! { ALL;

async fn everybody_of_the_office_is_enrolled_once_with_a_day(db) {
    let w = World::new(&db).await;
    w.rule(w.everybody()).await.unwrap();
    assert_eq!(w.enrolled().await, [0; 4], "a job does it, not the page");
    w.jobs().await;
    assert_eq!(w.enrolled().await, [1, 1, 1, 0], "people of other offices are left alone");
    let mine = &w.of(w.anna).await[0];
    assert_eq!((mine.source, mine.state), (Source::Rule, State::Active));
    assert_eq!(mine.due.map(|d| d.0), Some(date(2026, 4, 1)));
    w.clock().advance_days(1);
    w.jobs().await;
    w.clock().advance_days(1);
    w.jobs().await;
    assert_eq!(w.enrolled().await, [1, 1, 1, 0], "each night the same people, nobody twice");
    assert_eq!(w.of(w.anna).await[0].due.map(|d| d.0), Some(date(2026, 4, 1)), "the day does not move");
    assert!(w.log("training.rule_added").await[0].contains("\"days\":30"));
}

async fn a_unit_with_those_below_or_a_position_is_meant(db) {
    let w = World::new(&db).await;
    let unit = NewRule { whom: Whom::Unit, unit: Some(w.units[0]), ..w.everybody() };
    w.rule(unit).await.unwrap();
    w.jobs().await;
    assert_eq!(w.enrolled().await, [1, 1, 0, 0]);
    w.rule(NewRule { below: true, days: 10, ..unit }).await.unwrap();
    w.jobs().await;
    assert_eq!(w.enrolled().await, [1, 1, 1, 0]);
    assert_eq!(w.of(w.chief).await[0].due.map(|d| d.0), Some(date(2026, 3, 12)), "the earlier day counts");
    let new = w.people(2).await;
    w.serve(new[0], w.units[1], &[Role::Official], Some("Inspektor")).await;
    w.serve(new[1], w.units[1], &[Role::Official], Some("Kierownik")).await;
    let scope = w.office;
    let positions = w.kit.app.db.read(move |c| Box::pin(offices::positions(c, scope))).await.unwrap();
    let inspector = positions.iter().find(|p| p.name == "Inspektor").unwrap().id;
    let rules = w.kit.app.db.read(move |c| Box::pin(training::rules(c, scope))).await.unwrap();
    for rule in rules {
        w.act(w.trainer, move |c, ctx| Box::pin(training::end_rule(c, ctx, scope, rule.id, "Nowe zasady"))).await.unwrap();
    }
    w.rule(NewRule { whom: Whom::Position, position: Some(inspector), ..w.everybody() }).await.unwrap();
    w.jobs().await;
    assert_eq!((w.of(new[0]).await.len(), w.of(new[1]).await.len()), (1, 0));
    assert!(w.log("training.rule_ended").await[0].contains("Nowe zasady"));
}

async fn again_after_the_period_and_not_before(db) {
    let w = World::new(&db).await;
    w.rule(NewRule { months: Some(24), ..w.everybody() }).await.unwrap();
    w.jobs().await;
    w.complete(w.of(w.anna).await[0].id).await;
    w.clock().advance_days(700);
    w.jobs().await;
    assert_eq!(w.of(w.anna).await.len(), 1, "the certificate is fresh still");
    w.clock().advance_days(31);
    w.jobs().await;
    w.jobs().await;
    let mine = w.of(w.anna).await;
    assert_eq!(mine.len(), 2);
    assert_eq!((mine[0].state, mine[1].state), (State::Active, State::Completed));
    assert_eq!(mine[0].due.map(|d| d.0), Some(date(2028, 4, 1)));
}

async fn who_left_is_not_chased_and_who_is_excused_is_let_be(db) {
    let w = World::new(&db).await;
    w.rule(w.everybody()).await.unwrap();
    w.jobs().await;
    let excused = w.of(w.chief).await[0].id;
    w.act(w.trainer, move |c, ctx| Box::pin(enrolments::withdraw(c, ctx, excused, "Urlop rodzicielski"))).await.unwrap();
    w.clock().advance_days(1);
    w.leave(w.anna).await;
    w.jobs().await;
    let mine = w.of(w.anna).await;
    assert_eq!((mine.len(), mine[0].state), (1, State::Withdrawn));
    assert_eq!(w.of(w.chief).await.len(), 1, "the office let them off");
    w.clock().advance_days(60);
    w.jobs().await;
    assert_eq!(w.of(w.anna).await.len(), 1);
    assert_eq!(w.mails(w.anna).await.len(), 1, "only that there is a course, before they left");
    w.serve(w.anna, w.units[1], &[Role::Official], None).await;
    w.clock().advance_days(1);
    w.jobs().await;
    assert_eq!(w.of(w.anna).await[0].state, State::Active, "whoever comes back is asked again");
}

async fn what_cannot_be_a_rule_is_refused_at_its_field(db) {
    let w = World::new(&db).await;
    let scope = w.office;
    let bad = NewRule { whom: Whom::Unit, days: 0, months: Some(500), ..w.everybody() };
    let fault = w.rule(bad).await.unwrap_err();
    let fields: Vec<&str> = fault.fields.iter().map(|f| f.field.as_str()).collect();
    assert_eq!(fields, ["unit", "days", "months"]);
    let id = w.rule(w.everybody()).await.unwrap();
    assert_eq!(w.rule(w.everybody()).await.unwrap_err().key, "training-rule-same");
    let end = |reason: &'static str| {
        w.act(w.trainer, move |c, ctx| Box::pin(training::end_rule(c, ctx, scope, id, reason)))
    };
    assert_eq!(end(" a ").await.unwrap_err().fields[0].field, "reason");
    end("Nie jest potrzebna").await.unwrap();
    assert_eq!(end("Nie jest potrzebna").await.unwrap_err().key, "training-rule-ended-already");
    w.jobs().await;
    assert!(w.of(w.anna).await.is_empty(), "an ended rule enrols nobody, even when its job comes late");
}

async fn all_whom_a_rule_concerns_are_on_its_pages_and_in_its_file(db) {
    let w = World::new(&db).await;
    for person in w.people(120).await {
        w.serve(person, w.units[0], &[Role::Official], None).await;
    }
    let rule = w.rule(w.everybody()).await.unwrap();
    let browser = w.browser();
    let here = format!("/desk/lipowa/training/rules/{rule}");
    let mut seen = Vec::new();
    for page in 1..=2 {
        let page = get(&browser, w.trainer, &format!("{here}?page={page}")).await;
        seen.push(page.text.matches(" Kolejna<").count());
        assert!(!page.text.contains("page=3"), "{}", page.text);
    }
    assert!(seen[0] <= 100 && seen.iter().sum::<usize>() == 120, "{seen:?}");
    let file = get(&browser, w.trainer, &format!("{here}/export?kind=csv")).await;
    assert_eq!(file.text.lines().count(), 1 + 120 + 3, "everybody of the office, and the headings");
    assert!(file.text.contains("Anna Urzędnik;GK;;Zapiszemy;\r\n"), "{}", file.text);
    assert!(get(&browser, w.trainer, &format!("{here}/export?kind=xlsx")).await.bytes.starts_with(b"PK"));
    assert!(w.log("training.rule_exported").await[0].contains("\"people\":123"));
    assert_eq!(get(&browser, w.chief, &format!("{here}/export")).await.status, 403);
}

async fn a_refused_request_excuses_nobody_and_one_under_way_becomes_a_place(db) {
    let w = World::new(&db).await;
    let course = w.course;
    w.mode(Mode::Request).await;
    let ask = |who| w.act(who, move |c, ctx| Box::pin(enrolments::request(c, ctx, who, course, None, "Chcę")));
    let (refused, asked) = (ask(w.anna).await.unwrap(), ask(w.chief).await.unwrap());
    let (office, trainer, today) = (w.office.office(), w.trainer, w.kit.app.clock.today());
    w.act(trainer, move |c, ctx| Box::pin(async move {
        let desk = offices::desk_of(c, office, trainer, today).await?;
        enrolments::decide(c, ctx, &desk, refused.id, false, "Najpierw inni").await
    }))
    .await
    .unwrap();
    w.rule(NewRule { months: Some(24), ..w.everybody() }).await.unwrap();
    w.jobs().await;
    let mine = w.of(w.anna).await;
    assert_eq!((mine.len(), mine[0].state, mine[0].source), (2, State::Active, Source::Rule), "a refused request is no excuse");
    let theirs = w.of(w.chief).await;
    assert_eq!((theirs.len(), theirs[0].id), (1, asked.id));
    assert_eq!((theirs[0].state, theirs[0].source, theirs[0].bound()), (State::Active, Source::Rule, true));
    assert_eq!(theirs[0].due.map(|d| d.0), Some(date(2026, 4, 1)));
    let desk = w.kit.app.db.read(move |c| Box::pin(offices::desk_of(c, office, trainer, today))).await.unwrap();
    let waiting = w.kit.app.db.read(move |c| Box::pin(async move { enrolments::requests_for(c, &desk).await })).await;
    assert!(waiting.unwrap().is_empty(), "there is nothing to decide any more");
    // Let off with a reason: until the next period.
    let excused = asked.id;
    w.act(w.trainer, move |c, ctx| Box::pin(enrolments::withdraw(c, ctx, excused, "Urlop"))).await.unwrap();
    w.clock().advance_days(700);
    w.jobs().await;
    assert_eq!(w.of(w.chief).await.len(), 1);
    w.clock().advance_days(31);
    w.jobs().await;
    assert_eq!(w.of(w.chief).await[0].state, State::Active, "the next period asks them as everybody");
}

async fn a_rule_on_another_offices_course_stands_only_while_it_is_open(db) {
    let w = World::new(&db).await;
    let far = w.far;
    let (course, foreign) = (w.course, w.foreign);
    let new = w.everybody();
    let rule = || w.act(foreign, move |c, ctx| Box::pin(async move { training::add_rule(c, ctx, far, new).await }));
    let browser = w.browser();
    let listed = || async { get(&browser, foreign, "/desk/debowa/training/rules/new").await.text.contains("Prosty język") };
    let offered = || async { get(&browser, foreign, "/desk/debowa/training/enrol").await.text };
    for mode in [Mode::Closed, Mode::Request] {
        w.mode(mode).await;
        let fault = rule().await.unwrap_err();
        assert_eq!((fault.fields[0].field.as_str(), fault.fields[0].key), ("course", "training-rule-course-not-open"));
        assert!(!listed().await, "what may not be chosen is not offered");
        assert!(!offered().await.contains("Prosty język"));
    }
    assert!(w.rule(w.everybody()).await.is_ok(), "on its own course an office decides itself");
    w.mode(Mode::Open).await;
    assert!(listed().await);
    let page = offered().await;
    assert!(page.contains("/desk/debowa/courses/prosty-jezyk/learners/enrol") && page.contains("Urząd lipowa"), "{page}");
    let id = rule().await.unwrap();
    w.mode(Mode::Closed).await;
    w.jobs().await;
    assert!(w.of(foreign).await.is_empty(), "closed meanwhile, it takes nobody of theirs");
    let page = get(&browser, foreign, &format!("/desk/debowa/training/rules/{id}")).await;
    assert!(page.text.contains("Ta zasada nikogo teraz nie zapisuje"), "{}", page.text);
    w.mode(Mode::Open).await;
    w.clock().advance_days(1);
    w.jobs().await;
    assert_eq!(w.of(foreign).await.first().map(|e| e.course), Some(course));
}

async fn who_left_while_waiting_for_a_place_is_let_go(db) {
    let w = World::new(&db).await;
    let (scope, course) = (w.office, w.course);
    w.act(w.trainer, move |c, ctx| Box::pin(async move {
        let way = Way { seats: Some(1), ..Way::default() };
        enrolments::set_way(c, ctx, scope, course, &way).await
    }))
    .await
    .unwrap();
    w.rule(w.everybody()).await.unwrap();
    w.jobs().await;
    assert_eq!(w.of(w.anna).await[0].state, State::Waiting);
    let told = w.mails(w.anna).await;
    assert!(told.len() == 1 && told[0].contains("Czekasz na miejsce na kursie: Prosty język"), "{told:?}");
    w.clock().advance_days(1);
    w.leave(w.anna).await;
    w.jobs().await;
    assert_eq!(w.of(w.anna).await[0].state, State::Withdrawn);
}

}
