//! Leaving by oneself, and coming back.

use enrolments::{Approver, Enrolment, Learner, Mark, Mode, NewEnrolment, Source, State, Way};
use jiff::civil::{Date, date};
use kernel::{Fault, FaultKind, ids::EnrolmentId};

use crate::world::{ALL, World, get, post};

impl World {
    async fn goes(&self, id: EnrolmentId) -> Result<Enrolment, Fault> {
        self.act(self.anna, move |c, ctx| Box::pin(enrolments::leave(c, ctx, id))).await
    }

    async fn put_in(&self, source: Source, due: Option<Date>) -> Enrolment {
        let new = NewEnrolment { person: self.anna, course: self.course, group: None, source, due, again: false };
        self.act(self.trainer, move |c, ctx| Box::pin(enrolments::enrol(c, ctx, new))).await.unwrap()
    }
}

db::both! { ALL;

async fn who_comes_back_goes_on_from_where_they_stopped(db) {
    let w = World::new(&db).await;
    let first = w.enrol(w.anna).await;
    w.mark(first.id, 0, Mark::passed(0.8)).await;
    let (id, item) = (first.id, w.items[0]);
    w.act(w.anna, move |c, ctx| Box::pin(async move { enrolments::add_note(c, ctx, id, item, "Ważne").await.map(|_| ()) })).await.unwrap();
    assert_eq!(w.goes(id).await.unwrap().state, State::Withdrawn);
    w.clock().advance_days(5);
    // A rule enrols them now, with its own last day.
    let back = w.put_in(Source::Rule, Some(date(2026, 4, 1))).await;
    assert_eq!((back.id, back.state, back.done, back.started), (id, State::Active, 1, first.started));
    assert_eq!((back.source, back.due.map(|d| d.0)), (Source::Rule, Some(date(2026, 4, 1))));
    let notes = w.kit.app.db.read(move |c| Box::pin(enrolments::notes(c, id, item))).await.unwrap();
    assert_eq!(notes.len(), 1, "the notes are there still");
    let log = w.log("enrolments.resumed").await;
    assert!(log.len() == 1 && log[0].contains("Anna Urzędnik") && log[0].contains("Prosty język"), "{log:?}");
}

async fn a_guest_comes_back_too_and_whom_the_office_took_off_begins_anew(db) {
    let w = World::new(&db).await;
    let (course, who) = (w.course, Learner::Guest([7; 32]));
    let begin = || w.act(w.anna, move |c, ctx| Box::pin(enrolments::enrol_open(c, ctx, who, course, None)));
    let id = begin().await.unwrap().id;
    w.goes(id).await.unwrap();
    assert_eq!(begin().await.unwrap().id, id);
    w.act(w.trainer, move |c, ctx| Box::pin(enrolments::withdraw(c, ctx, id, "Pomyłka"))).await.unwrap();
    let anew = begin().await.unwrap();
    assert!(anew.id != id && anew.state == State::Active && anew.done == 0);
}

async fn on_request_those_who_approve_are_asked_again(db) {
    let w = World::new(&db).await;
    let id = w.enrol(w.anna).await.id;
    w.mark(id, 0, Mark::done()).await;
    w.goes(id).await.unwrap();
    let (scope, course, anna) = (w.office, w.course, w.anna);
    let way = Way { mode: Mode::Request, chain: vec![Approver::Trainer], ..Way::default() };
    w.act(w.trainer, move |c, ctx| Box::pin(async move { enrolments::set_way(c, ctx, scope, course, &way).await })).await.unwrap();
    let desk = w.desk(w.trainer).await;
    for _ in 0..2 {
        let asked = w.act(anna, move |c, ctx| Box::pin(enrolments::request(c, ctx, anna, course, None, "Wracam"))).await.unwrap();
        assert_eq!((asked.id, asked.state), (id, State::Requested));
        let by = desk.clone();
        let row = w.act(w.trainer, move |c, ctx| Box::pin(async move { enrolments::decide(c, ctx, &by, id, true, "").await })).await.unwrap();
        assert_eq!((row.state, row.done), (State::Active, 1));
        w.goes(id).await.unwrap();
    }
}

async fn whom_the_office_or_a_rule_enrolled_cannot_leave(db) {
    let w = World::new(&db).await;
    let id = w.enrol(w.anna).await.id;
    let ruled = w.put_in(Source::Rule, Some(date(2026, 4, 1))).await;
    assert_eq!((ruled.id, ruled.source), (id, Source::Rule), "what one began oneself is the rule's too");
    let fault = w.goes(id).await.unwrap_err();
    assert_eq!((fault.kind, fault.key), (FaultKind::Conflict, "enrolments-leave-bound"));
    assert_eq!(w.row(id).await.state, State::Active);
}

async fn whom_a_rule_enrolled_is_taken_off_with_a_reason_only(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    let id = w.put_in(Source::Rule, Some(date(2026, 4, 1))).await.id;
    let page = format!("/desk/lipowa/courses/prosty-jezyk/learners/{id}");
    assert!(get(&browser, w.trainer, &page).await.text.contains("zasada już jej nie zapisze"));
    let silent = w.act(w.trainer, move |c, ctx| Box::pin(enrolments::withdraw(c, ctx, id, "\n"))).await.unwrap_err();
    assert_eq!((silent.kind, silent.fields[0].field.as_str()), (FaultKind::Invalid, "reason"), "whoever asks");
    let none = post(&browser, w.trainer, &page, &[("do", "withdraw"), ("reason", " ")]).await;
    assert!(none.status == 422 && none.text.contains("Podaj powód"), "{}", none.text);
    assert_eq!(w.row(id).await.state, State::Active);
    let out = post(&browser, w.trainer, &page, &[("do", "withdraw"), ("reason", "Urlop rodzicielski")]).await;
    assert_eq!((out.status.as_u16(), w.row(id).await.reason.as_str()), (303, "Urlop rodzicielski"));
    let log = w.log("enrolments.withdrawn").await;
    assert!(log.len() == 1 && log[0].contains("Anna Urzędnik") && log[0].contains("Urlop rodzicielski"), "{log:?}");
    let later = w.put_in(Source::Coordinator, Some(date(2026, 4, 1))).await.id;
    w.clock().advance_days(40);
    let scope = w.office;
    let due = async |day| w.act(w.trainer, move |c, ctx| Box::pin(enrolments::set_due(c, ctx, scope, later, Some(day)))).await;
    let past = due(date(2026, 4, 2)).await.unwrap_err();
    assert_eq!((past.kind, past.fields[0].field.as_str()), (FaultKind::Invalid, "due"), "whoever asks");
    due(date(2026, 4, 1)).await.unwrap();
    due(w.kit.app.clock.today()).await.unwrap();
}

}
