//! Reminders come in time, once, at most weekly, and say nothing.

use kernel::ids::PersonId;

use crate::world::{ALL, TODAY, World};

impl World {
    async fn remind(&self) -> usize {
        let ctx = self.kit.app.system_ctx();
        training::remind(&self.kit.app.db, &ctx).await.unwrap()
    }

    async fn superiors(&self) -> usize {
        let ctx = self.kit.app.system_ctx();
        training::tell_superiors(&self.kit.app.db, &ctx).await.unwrap()
    }

    async fn reminded(&self, who: PersonId) -> usize {
        self.mails(who).await.iter().filter(|m| m.contains("Czeka na Ciebie szkolenie")).count()
    }
}

fn day(n: i64) -> jiff::civil::Date {
    TODAY.checked_add(jiff::ToSpan::days(n)).unwrap()
}

db::both! { ALL;

async fn each_reminder_is_sent_once_and_no_more_than_weekly(db) {
    let w = World::new(&db).await;
    w.enrol(w.anna, Some(day(30))).await;
    let mut sent = Vec::new();
    for n in 0..60_i64 {
        let mails = w.remind().await;
        assert_eq!(w.remind().await, 0, "the job ran twice on day {n}");
        if mails > 0 {
            sent.push(n);
        }
        w.clock().advance_days(1);
    }
    assert_eq!(sent, [16, 27, 34, 41, 48, 55], "14 and 3 days before, then weekly");
    assert_eq!(w.reminded(w.anna).await, 6);
    let mail = w.mails(w.anna).await.into_iter().find(|m| m.contains("Czeka na Ciebie szkolenie")).unwrap();
    assert!(!mail.contains("Prosty język"), "it says only that there is something to do: {mail}");
    assert!(mail.contains("http://szpon.test/learn#mine"));
}

async fn whoever_completed_stopped_or_left_is_not_reminded(db) {
    let w = World::new(&db).await;
    let done = w.enrol(w.anna, Some(day(30))).await;
    let out = w.enrol(w.chief, Some(day(30))).await.id;
    w.enrol(w.trainer, Some(day(30))).await;
    w.enrol(w.citizen, Some(day(30))).await;
    w.complete(done.id).await;
    w.act(w.chief, move |c, ctx| Box::pin(enrolments::withdraw(c, ctx, out, ""))).await.unwrap();
    w.leave(w.trainer).await;
    w.clock().advance_days(20);
    assert_eq!(w.remind().await, 1, "only the citizen, who was enrolled for themselves");
    assert_eq!(w.reminded(w.citizen).await, 1);
}

async fn the_superior_hears_weekly_only_when_somebody_is_late(db) {
    let w = World::new(&db).await;
    w.enrol(w.anna, Some(day(1))).await;
    assert_eq!(w.superiors().await, 0);
    w.clock().advance_days(2);
    assert_eq!((w.superiors().await, w.superiors().await), (1, 0));
    w.clock().advance_days(6);
    assert_eq!(w.superiors().await, 0);
    w.clock().advance_days(1);
    assert_eq!(w.superiors().await, 1);
    let mails = w.mails(w.chief).await;
    assert_eq!(mails.len(), 2);
    assert!(!mails[0].contains("Anna") && mails[0].contains("/desk/lipowa/training"), "{}", mails[0]);
    assert!(w.mails(w.foreign).await.is_empty());
    w.complete(w.of(w.anna).await[0].id).await;
    w.clock().advance_days(30);
    assert_eq!(w.superiors().await, 0);
}

}
