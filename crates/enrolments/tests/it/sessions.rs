//! Live sessions: the calendar, attendance by list and by code.

use courses::{ItemKind, structure::ItemFacts};
use enrolments::{CodeAnswer, Enrolment, ItemState, NewGroup, NewSession};
use kernel::{Clock as _, FaultKind, ids::LiveSessionId};

use crate::world::{ALL, World, get, post};

impl World {
    /// Adds a required session to the course and publishes it, as a new version.
    async fn session_item(&mut self) {
        let (scope, course, first) = (self.office, self.course, self.items[0]);
        let item = self
            .act(self.trainer, move |c, ctx| {
                Box::pin(async move {
                    let module = courses::structure::item(c, first).await?.module;
                    let facts = ItemFacts { title: "Warsztat".into(), minutes: 60, required: true };
                    let kind = ItemKind::Session;
                    let item = courses::add_item(c, ctx, scope, module, kind, &facts, serde_json::json!({})).await?;
                    courses::publish(c, ctx, scope, course, "").await?;
                    Ok(item)
                })
            })
            .await
            .unwrap();
        self.items.push(item);
    }

    fn session(&self) -> NewSession {
        NewSession {
            title: "Warsztat pisania".into(),
            starts: self.clock().now().plus_days(1),
            ends: self.clock().now().plus_days(1).plus_seconds(7200),
            place: "sala 12".into(),
            item: self.items.get(4).copied(),
            ..NewSession::default()
        }
    }

    async fn set(&self, new: NewSession) -> LiveSessionId {
        let (scope, course) = (self.office, self.course);
        let id = self.act(self.trainer, move |c, ctx| {
            Box::pin(async move { enrolments::add_session(c, ctx, scope, course, &new).await })
        });
        let id = id.await.unwrap();
        self.jobs().await;
        id
    }

    async fn code(&self, id: LiveSessionId, minutes: i64) -> String {
        let scope = self.office;
        self.act(self.trainer, move |c, ctx| Box::pin(enrolments::new_code(c, ctx, scope, id, minutes))).await.unwrap()
    }

    async fn types(&self, mine: &Enrolment, id: LiveSessionId, code: &str) -> CodeAnswer {
        let (e, code) = (mine.id, code.to_owned());
        self.act(self.anna, move |c, ctx| {
            Box::pin(async move { enrolments::attend_by_code(c, ctx, e, id, &code).await })
        })
        .await
        .unwrap()
    }
}

db::both! { ALL;

async fn a_code_shown_in_the_room_counts_for_minutes(db) {
    let mut w = World::new(&db).await;
    w.session_item().await;
    let mine = w.enrol(w.anna).await;
    let id = w.set(w.session()).await;
    assert!(w.mails(w.anna).await[0].contains("Nowe zajęcia w Twoim kursie"));
    assert_eq!(w.types(&mine, id, "ABCDEF").await, CodeAnswer::Late, "no code is shown yet");
    let code = w.code(id, 10).await;
    assert_eq!(w.types(&mine, id, "000000").await, CodeAnswer::Wrong);
    let typed = format!(" {}-{} ", code[..3].to_lowercase(), &code[3..]);
    assert_eq!(w.types(&mine, id, &typed).await, CodeAnswer::Present);
    assert_eq!(w.item_state(mine.id, 4).await, Some(ItemState::Done));
    let other = w.enrol(w.chief).await;
    w.clock().advance_seconds(600);
    assert_eq!(w.types(&other, id, &code).await, CodeAnswer::Late);
    let code = w.code(id, 10).await;
    for _ in 0..10 {
        assert_eq!(w.types(&other, id, "000000").await, CodeAnswer::Wrong);
    }
    assert_eq!(w.types(&other, id, &code).await, CodeAnswer::TooMany);
    // The trainer's list helps out.
    let scope = w.office;
    let there = [mine.id, other.id];
    let n = w.act(w.trainer, move |c, ctx| {
        Box::pin(async move { enrolments::attend_by_list(c, ctx, scope, id, &there, &[]).await })
    });
    assert_eq!(n.await.unwrap(), 2);
    assert_eq!(w.item_state(other.id, 4).await, Some(ItemState::Done));
    let all = w.kit.app.db.read(move |c| Box::pin(enrolments::attendance(c, id))).await.unwrap();
    assert!(all.values().all(|a| a.present) && all.len() == 2);
    w.enrol(w.citizen).await;
    let browser = w.browser();
    let base = format!("/desk/lipowa/courses/prosty-jezyk/sessions/{id}");
    let page = get(&browser, w.trainer, &base).await;
    assert!(page.text.contains("/export?kind=xlsx"), "{}", page.text);
    let file = get(&browser, w.trainer, &format!("{base}/export?kind=csv")).await;
    assert!(file.text.contains("Anna Urzędnik;anna.urzednik@example.pl;GK;2026-"), "{}", file.text);
    assert!(file.text.matches(";tak\r\n").count() == 2 && file.text.lines().count() == 4, "{}", file.text);
    assert!(get(&browser, w.trainer, &format!("{base}/export?kind=xlsx")).await.bytes.starts_with(b"PK"));
    assert_eq!(w.log("enrolments.attendance_exported").await.len(), 2);
}

async fn who_typed_the_code_after_the_list_was_opened_stays_present(db) {
    let w = World::new(&db).await;
    let (mine, other, third) = (w.enrol(w.anna).await, w.enrol(w.chief).await, w.enrol(w.citizen).await);
    let id = w.set(NewSession { item: None, ..w.session() }).await;
    let code = w.code(id, 10).await;
    assert_eq!(w.types(&other, id, &code).await, CodeAnswer::Present);
    let browser = w.browser();
    let path = format!("/desk/lipowa/courses/prosty-jezyk/sessions/{id}");
    let page = get(&browser, w.trainer, &path).await;
    assert!(page.text.contains(&format!("name=\"shown\" value=\"{}\"", other.id)), "{}", page.text);
    assert!(!page.text.contains(&format!("name=\"shown\" value=\"{}\"", mine.id)), "{}", page.text);
    assert_eq!(w.types(&mine, id, &code).await, CodeAnswer::Present);
    let (ticked, shown) = (third.id.to_string(), other.id.to_string());
    let form = [("do", "attendance"), ("shown", shown.as_str()), ("present", ticked.as_str())];
    assert_eq!(post(&browser, w.trainer, &path, &form).await.status, 303);
    let all = w.kit.app.db.read(move |c| Box::pin(enrolments::attendance(c, id))).await.unwrap();
    let there = [mine.id, other.id, third.id].map(|e| all[&e].present);
    assert_eq!(there, [true, false, true], "only whom the trainer saw as present and unticked was not there");
}

async fn a_moved_session_keeps_its_name_in_calendars_and_raises_its_sequence(db) {
    let w = World::new(&db).await;
    let id = w.set(NewSession { item: None, ..w.session() }).await;
    let (scope, course) = (w.office, w.course);
    let read = || w.kit.app.db.read(move |c| Box::pin(enrolments::session(c, course, id)));
    let first = read().await.unwrap();
    let same = NewSession { item: None, ..w.session() };
    let later = NewSession { starts: same.starts.plus_days(7), ends: same.ends.plus_days(7), ..same.clone() };
    for (version, new) in [(1, same), (2, later)] {
        w.act(w.trainer, move |c, ctx| {
            Box::pin(async move { enrolments::change_session(c, ctx, scope, id, version, &new).await })
        })
        .await
        .unwrap();
    }
    let moved = read().await.unwrap();
    assert_eq!((first.sequence, moved.sequence, moved.version), (0, 1, 3));
    w.act(w.trainer, move |c, ctx| Box::pin(enrolments::cancel_session(c, ctx, scope, id))).await.unwrap();
    w.act(w.trainer, move |c, ctx| Box::pin(enrolments::cancel_session(c, ctx, scope, id))).await.unwrap();
    let off = read().await.unwrap();
    assert_eq!((off.sequence, off.cancelled), (2, true));
    let file = enrolments::calendar(i18n::T(kernel::Lang::Pl), "Prosty język", "http://szpon.test/learn/x", &[off]);
    assert!(file.contains(&format!("UID:{id}@szpon\r\n")), "{file}");
    assert!(file.contains("SEQUENCE:2\r\n") && file.contains("STATUS:CANCELLED\r\n"), "{file}");
    assert!(file.contains("DTSTART;TZID=Europe/Warsaw:20260310T120000\r\n"), "{file}");
}

async fn a_session_of_a_group_is_not_for_others(db) {
    let w = World::new(&db).await;
    let mine = w.enrol(w.anna).await;
    let (scope, course) = (w.office, w.course);
    let group = w
        .act(w.trainer, move |c, ctx| {
            Box::pin(async move {
                let new = NewGroup { name: "A".into(), ..NewGroup::default() };
                enrolments::add_group(c, ctx, scope, course, &new).await
            })
        })
        .await
        .unwrap();
    let id = w.set(NewSession { item: None, group: Some(group), ..w.session() }).await;
    assert!(w.mails(w.anna).await.is_empty());
    let row = mine.clone();
    let seen = w.kit.app.db.read(move |c| Box::pin(async move { enrolments::sessions_for(c, &row).await })).await.unwrap();
    assert!(seen.is_empty());
    let e = mine.id;
    let fault = w.act(w.anna, move |c, ctx| {
        Box::pin(async move { enrolments::attend_by_code(c, ctx, e, id, "ABCDEF").await })
    });
    assert_eq!(fault.await.unwrap_err().kind, FaultKind::NotFound);
}

async fn what_cannot_be_a_session_is_refused_at_its_fields(db) {
    let w = World::new(&db).await;
    let (scope, course) = (w.office, w.course);
    let new = NewSession {
        title: " ".into(),
        place: String::new(),
        link: "javascript:alert(1)".into(),
        ends: w.clock().now(),
        item: Some(w.items[0]),
        ..w.session()
    };
    let fault = w.act(w.trainer, move |c, ctx| {
        Box::pin(async move { enrolments::add_session(c, ctx, scope, course, &new).await })
    });
    let fault = fault.await.unwrap_err();
    let fields: Vec<&str> = fault.fields.iter().map(|f| f.field.as_str()).collect();
    assert_eq!(fields, ["title", "link", "ends", "item"]);
    let past = NewSession { starts: w.clock().now().plus_days(-1), item: None, ..w.session() };
    let past = NewSession { ends: past.starts.plus_seconds(3600), ..past };
    let fault = w.act(w.trainer, move |c, ctx| {
        Box::pin(async move { enrolments::add_session(c, ctx, scope, course, &past).await })
    });
    assert_eq!(fault.await.unwrap_err().fields[0].key, enrolments::msg::ENROLMENTS_SESSION_PAST);
    assert!(w.mails(w.anna).await.is_empty());
}

}
