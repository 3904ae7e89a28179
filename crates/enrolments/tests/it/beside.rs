//! Beside a lesson: notes and questions to the trainer. What is kept of a person.

use enrolments::{Learner, Mark, State, Which};
use kernel::FaultKind;

use crate::world::{ALL, World};

db::both! { ALL;

async fn notes_are_the_learners_own_and_two_devices_do_not_overwrite_each_other(db) {
    let w = World::new(&db).await;
    let (mine, other) = (w.enrol(w.anna).await.id, w.enrol(w.chief).await.id);
    let item = w.items[0];
    let id = w.act(w.anna, move |c, ctx| Box::pin(enrolments::add_note(c, ctx, mine, item, " Zapamiętać\r\n"))).await.unwrap();
    w.act(w.anna, move |c, ctx| Box::pin(enrolments::change_note(c, ctx, mine, id, 1, "Telefon"))).await.unwrap();
    let fault = w.act(w.anna, move |c, ctx| Box::pin(enrolments::change_note(c, ctx, mine, id, 1, "Komputer"))).await;
    assert_eq!(fault.unwrap_err().kind, FaultKind::Conflict);
    let fault = w.act(w.chief, move |c, ctx| Box::pin(enrolments::change_note(c, ctx, other, id, 2, "Cudza"))).await;
    assert_eq!(fault.unwrap_err().kind, FaultKind::NotFound);
    let seen = w.kit.app.db.read(move |c| Box::pin(enrolments::notes(c, other, item))).await.unwrap();
    assert!(seen.is_empty());
    let seen = w.kit.app.db.read(move |c| Box::pin(enrolments::notes(c, mine, item))).await.unwrap();
    assert_eq!(seen[0].text, "Telefon");
    assert!(w.act(w.anna, move |c, _| Box::pin(enrolments::remove_note(c, mine, id))).await.unwrap());
}

async fn a_question_is_answered_once_for_all(db) {
    let w = World::new(&db).await;
    let (mine, other) = (w.enrol(w.anna).await, w.enrol(w.chief).await);
    let (item, row) = (w.items[0], mine.clone());
    let ask = |once: &'static str| {
        let row = row.clone();
        w.act(w.anna, move |c, ctx| {
            Box::pin(async move { enrolments::ask_trainer(c, ctx, &row, item, "Czy to dotyczy e-maili?", once).await })
        })
    };
    let id = ask("a").await.unwrap();
    assert_eq!(ask("a").await.unwrap(), id, "the same form sent twice is one question");
    let hidden = ask("b").await.unwrap();
    let told = w.mails(w.trainer).await;
    assert!(told.len() == 1 && told[0].contains("Uczestnicy czekają na odpowiedź"), "once, not at every question: {told:?}");
    let beside = |row: enrolments::Enrolment| {
        w.kit.app.db.read(move |c| Box::pin(async move { enrolments::questions_beside(c, &row, item).await }))
    };
    assert_eq!(beside(mine.clone()).await.unwrap().len(), 2);
    assert!(beside(other.clone()).await.unwrap().is_empty(), "what waits is seen by the one who asked");
    let scope = w.office;
    w.act(w.trainer, move |c, ctx| Box::pin(enrolments::answer(c, ctx, scope, id, "Tak.", false))).await.unwrap();
    w.act(w.trainer, move |c, ctx| Box::pin(enrolments::answer(c, ctx, scope, hidden, "Zadzwoń.", true))).await.unwrap();
    let fault = w.act(w.trainer, move |c, ctx| Box::pin(enrolments::answer(c, ctx, scope, id, "Nie.", false))).await;
    assert_eq!(fault.unwrap_err().kind, FaultKind::Conflict);
    let seen = beside(other).await.unwrap();
    assert_eq!(seen.iter().map(|q| q.answer.as_str()).collect::<Vec<_>>(), ["Tak."]);
    assert_eq!(beside(mine).await.unwrap().len(), 2);
    assert!(w.mails(w.anna).await[0].contains("Odpowiedź na Twoje pytanie"));
    let course = w.course;
    let open = w.kit.app.db.read(move |c| Box::pin(enrolments::questions_of(c, scope, course, Which::Open))).await;
    assert!(open.unwrap().is_empty());
    let far = kernel::OfficeScope::checked(kernel::ids::OfficeId(uuid::Uuid::nil()));
    let fault = w.act(w.foreign, move |c, ctx| Box::pin(enrolments::answer(c, ctx, far, id, "Nie.", false))).await;
    assert_eq!(fault.unwrap_err().kind, FaultKind::NotFound);
}

async fn a_deleted_account_leaves_completed_training_and_no_notes(db) {
    let w = World::new(&db).await;
    let mine = w.enrol(w.anna).await.id;
    let (anna, item) = (w.anna, w.items[0]);
    w.act(w.anna, move |c, ctx| Box::pin(enrolments::add_note(c, ctx, mine, item, "Moja"))).await.unwrap();
    for item in 0..3 {
        w.mark(mine, item, Mark::done()).await;
    }
    let data = enrolments::own_data();
    let copy = w.kit.app.db.read(move |c| (data.export)(c, anna)).await.unwrap();
    assert_eq!(copy[0]["course"], "Prosty język");
    assert_eq!(copy[0]["notes"][0]["text"], "Moja");
    let kept = w.kit.app.db.read(move |c| (data.may_erase)(c, anna)).await.unwrap();
    assert_eq!(kept, ["enrolments-kept"]);
    w.act(w.anna, move |c, ctx| (data.erase)(c, ctx, anna)).await.unwrap();
    let notes = w.kit.app.db.read(move |c| Box::pin(enrolments::all_notes(c, mine))).await.unwrap();
    assert!(notes.is_empty());
    assert_eq!(w.row(mine).await.state, State::Completed);
    assert!(Learner::Person(anna).person().is_some());
}

}
