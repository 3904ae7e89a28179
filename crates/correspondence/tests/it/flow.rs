//! What both sides do, and what is refused.

use correspondence::{
    Citizen, NewMessage, NewRequest, RequestState, Side, ask, citizen_answer, citizen_write, close_request, mark_read,
    messages, office_write, requests, unread_cases, unread_for,
};
use jiff::civil::date;
use kernel::{FaultKind, ids::CaseId};
use records::cases::State;

use crate::{
    act,
    world::{ALL, World},
};

fn say(text: &str, once: &str) -> NewMessage {
    NewMessage { text: text.into(), files: Vec::new(), once: once.into() }
}

fn asked(once: &str, pause: Option<&str>) -> NewRequest {
    NewRequest {
        what: "Wypis z rejestru gruntów".into(),
        due: date(2026, 1, 26),
        pause: pause.map(str::to_owned),
        once: once.into(),
    }
}

impl World {
    fn jan(&self) -> Citizen {
        Citizen { person: Some(self.citizen), name: "Jan Kowalski".into() }
    }

    async fn writes(&self, case: CaseId, new: NewMessage) -> kernel::Result<correspondence::MessageRow> {
        let (ctx, scope, jan) = (self.ctx_of(self.citizen, "Jan Kowalski"), self.official.scope, self.jan());
        self.db
            .write(move |c| {
                let (ctx, jan, new) = (ctx.clone(), jan.clone(), new.clone());
                Box::pin(async move { citizen_write(c, &ctx, scope, case, &jan, new).await })
            })
            .await
    }

    async fn answers(
        &self,
        case: CaseId,
        id: kernel::ids::RequestId,
        new: NewMessage,
    ) -> kernel::Result<correspondence::MessageRow> {
        let (ctx, scope, jan) = (self.ctx_of(self.citizen, "Jan Kowalski"), self.official.scope, self.jan());
        self.db
            .write(move |c| {
                let (ctx, jan, new) = (ctx.clone(), jan.clone(), new.clone());
                Box::pin(async move { citizen_answer(c, &ctx, scope, case, id, &jan, new).await })
            })
            .await
    }

    pub async fn talk(&self, case: CaseId) -> Vec<correspondence::MessageView> {
        let scope = self.official.scope;
        self.db.read(move |c| Box::pin(async move { messages(c, scope, case).await })).await.unwrap()
    }

    async fn unread(&self, desk: &offices::Desk) -> u64 {
        let desk = desk.clone();
        self.db.read(move |c| Box::pin(async move { unread_for(c, &desk).await })).await.unwrap()
    }
}

db::both! { ALL;

async fn both_sides_write_and_each_sees_what_the_other_has_read(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    act!(w, w.official, |c, ctx, desk| office_write(c, &ctx, &desk, case.id, say("Dzień dobry", "a"))).unwrap();
    w.writes(case.id, say(" Dobry\r\nwieczór ", "b")).await.unwrap();
    let talk = w.talk(case.id).await;
    assert_eq!(talk.len(), 2);
    assert_eq!((talk[0].row.side, talk[0].row.name.as_str()), (Side::Office, "Olga Urzędnik"));
    assert_eq!(talk[1].row.text, "Dobry\nwieczór");
    assert!(talk.iter().all(|m| m.row.read_at.is_none()));
    let scope = w.official.scope;
    let n = act!(w, w.official, |c, ctx, _d| mark_read(c, &ctx, scope, case.id, Side::Office, "Olga Urzędnik")).unwrap();
    assert_eq!(n, 1);
    let talk = w.talk(case.id).await;
    assert!(talk[0].row.read_at.is_none() && talk[1].row.read_at.is_some());
    assert_eq!(w.record(case.id).await, ["case.opened", "message.sent", "message.received"]);
}

async fn an_email_says_that_there_is_news_and_nothing_else(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka dębu").await;
    act!(w, w.official, |c, ctx, desk| office_write(c, &ctx, &desk, case.id, say("Tajna treść", "a"))).unwrap();
    w.writes(case.id, say("odpowiedź", "b")).await.unwrap();
    let mails = w.mails().await;
    assert_eq!(mails.len(), 1, "only the party is written to");
    let text = format!("{:?}", mails[0]);
    assert!(text.contains("jan.kowalski@example.pl"));
    for secret in ["Tajna", "dębu", &case.reference] {
        assert!(!text.contains(secret), "{secret}");
    }
}

async fn the_same_form_sent_twice_is_one_message(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let (first, second) = tokio::join!(w.writes(case.id, say("raz", "x")), w.writes(case.id, say("raz", "x")));
    assert_eq!(first.unwrap().id, second.unwrap().id);
    assert_eq!(w.talk(case.id).await.len(), 1);
    for _ in 0..2 {
        act!(w, w.official, |c, ctx, desk| ask(c, &ctx, &desk, case.id, asked("y", Some("brak wypisu")))).unwrap();
    }
    assert_eq!(w.record(case.id).await.iter().filter(|k| *k == "request.sent").count(), 1);
}

async fn another_text_under_the_key_of_a_form_is_not_taken_for_what_was_sent(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let conflict = |fault: kernel::Fault| (fault.kind, fault.key);
    let other = (FaultKind::Conflict, correspondence::msg::CORRESPONDENCE_OTHER_CONTENT);
    w.writes(case.id, say("pierwsza", "x")).await.unwrap();
    assert_eq!(conflict(w.writes(case.id, say("druga", "x")).await.unwrap_err()), other);
    let kit = w.kit();
    let stored = kit.app.blobs.put_bytes("%PDF-1.7 mapa".as_bytes().to_vec(), "mapa.pdf").await.unwrap();
    let file = correspondence::keeper(w.citizen, case.id).stored(&w.ctx(&w.official), stored, "mapa.pdf").unwrap();
    let with_file = NewMessage { files: vec![file], ..say("pierwsza", "x") };
    assert_eq!(conflict(w.writes(case.id, with_file.clone()).await.unwrap_err()), other, "the file would be lost");
    let sent = w.writes(case.id, NewMessage { once: "y".into(), ..with_file.clone() }).await.unwrap();
    assert_eq!(w.writes(case.id, NewMessage { once: "y".into(), ..with_file }).await.unwrap().id, sent.id);
    act!(w, w.official, |c, ctx, desk| office_write(c, &ctx, &desk, case.id, say("urząd", "o"))).unwrap();
    let fault = act!(w, w.official, |c, ctx, desk| office_write(c, &ctx, &desk, case.id, say("inaczej", "o"))).unwrap_err();
    assert_eq!(conflict(fault), other);
    assert_eq!(w.talk(case.id).await.len(), 3);
}

async fn something_else_under_the_key_of_a_request_or_of_its_answer_is_not_lost_either(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let made = act!(w, w.official, |c, ctx, desk| ask(c, &ctx, &desk, case.id, asked("r", Some("brak wypisu")))).unwrap();
    let others = [
        NewRequest { what: "Mapa".into(), ..asked("r", Some("brak wypisu")) },
        NewRequest { due: date(2026, 1, 27), ..asked("r", Some("brak wypisu")) },
        asked("r", Some("inny powód")),
        asked("r", None),
    ];
    for new in others {
        let fault = act!(w, w.official, |c, ctx, desk| ask(c, &ctx, &desk, case.id, new)).unwrap_err();
        assert_eq!((fault.kind, fault.key), (FaultKind::Conflict, correspondence::msg::CORRESPONDENCE_OTHER_REQUEST));
    }
    let sent = w.answers(case.id, made.id, say("wypis", "a")).await.unwrap();
    assert_eq!(w.answers(case.id, made.id, say(" wypis\r\n", "a")).await.unwrap().id, sent.id, "a double click");
    let fault = w.answers(case.id, made.id, say("inny wypis", "a")).await.unwrap_err();
    assert_eq!((fault.kind, fault.key), (FaultKind::Conflict, correspondence::msg::CORRESPONDENCE_OTHER_CONTENT));
}

async fn a_message_is_found_at_the_desk_by_its_words_and_by_nobody_in_another_unit(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    w.writes(case.id, say("Proszę o przyspieszenie oględzin dębów.", "x")).await.unwrap();
    let found = |desk: &offices::Desk| {
        let (db, desk) = (w.db.clone(), desk.clone());
        let question = search::store::Question { text: "oględziny dębu".into(), things: Vec::new(), skip: 0, limit: 10 };
        async move { db.read(move |c| Box::pin(async move { records::index::search(c, &desk, &question).await })).await.unwrap().items }
    };
    let mine = found(&w.official).await;
    assert_eq!(mine.len(), 1);
    assert_eq!((mine[0].thing, mine[0].case, mine[0].reference.as_str()), (search::store::Thing::Message, Some(case.id), case.reference.as_str()));
    let mut stranger = w.official.clone();
    stranger.member.person = kernel::ids::PersonId(uuid::Uuid::from_u128(7));
    stranger.member.units = Vec::new();
    assert!(found(&stranger).await.is_empty());
}

async fn a_request_is_found_at_the_desk_by_what_it_asks_for_and_by_nobody_in_another_unit(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    act!(w, w.official, |c, ctx, desk| ask(c, &ctx, &desk, case.id, asked("r", None))).unwrap();
    for (desk, seen) in [(&w.official, 1), (&w.superior, 1), (&w.other_unit, 0), (&w.foreign, 0)] {
        let (desk, text) = (desk.clone(), "wypisy gruntów".to_owned());
        let question = search::store::Question { text, things: vec![search::store::Thing::Request], skip: 0, limit: 10 };
        let found = w.db.read(move |c| Box::pin(async move { records::index::search(c, &desk, &question).await })).await.unwrap();
        assert_eq!((found.items.len(), found.total), (seen as usize, seen));
    }
}

async fn an_answered_request_gives_documents_and_lets_the_term_run_again(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let request =
        act!(w, w.official, |c, ctx, desk| ask(c, &ctx, &desk, case.id, asked("r", Some("brak wypisu")))).unwrap();
    assert!(request.pauses);
    let scope = w.official.scope;
    let state = |w: &World| {
        let db = w.db.clone();
        async move { db.read(move |c| Box::pin(async move { records::cases::get(c, scope, case.id).await })).await.unwrap().state }
    };
    assert_eq!(state(&w).await, State::Paused);
    let kit = w.kit();
    let stored = kit.app.blobs.put_bytes("%PDF-1.7 wypis".as_bytes().to_vec(), "wypis.pdf").await.unwrap();
    let file = correspondence::keeper(w.citizen, case.id).stored(&w.ctx(&w.official), stored, "wypis.pdf").unwrap();
    w.clock.advance_days(5);
    let answer = NewMessage { text: String::new(), files: vec![file], once: "a".into() };
    let message = w.answers(case.id, request.id, answer.clone()).await.unwrap();
    assert_eq!(state(&w).await, State::Open);
    let talk = w.talk(case.id).await;
    assert_eq!(talk[0].files[0].name, "wypis.pdf");
    assert_eq!(
        w.record(case.id).await,
        ["case.opened", "request.sent", "case.paused", "request.answered", "document.added", "case.resumed"]
    );
    // The same form again is the same answer; another one comes too late.
    assert_eq!(w.answers(case.id, request.id, answer).await.unwrap().id, message.id);
    let late = w.answers(case.id, request.id, say("jeszcze", "z")).await.unwrap_err();
    assert_eq!(late.kind, FaultKind::Conflict);
}

async fn the_term_waits_for_the_last_of_two_requests(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let mut made = Vec::new();
    for once in ["1", "2"] {
        made.push(act!(w, w.official, |c, ctx, desk| ask(c, &ctx, &desk, case.id, asked(once, Some("brak")))).unwrap());
    }
    let scope = w.official.scope;
    let id = made[0].id;
    act!(w, w.official, |c, ctx, desk| close_request(c, &ctx, &desk, case.id, id, "mamy już")).unwrap();
    assert!(!w.record(case.id).await.contains(&"case.resumed".to_owned()));
    w.answers(case.id, made[1].id, say("nie mam", "a")).await.unwrap();
    assert_eq!(w.record(case.id).await.iter().filter(|k| *k == "case.resumed").count(), 1);
    let all = w.db.read(move |c| Box::pin(async move { requests(c, scope, case.id).await })).await.unwrap();
    assert_eq!(all.iter().map(|r| r.state).collect::<Vec<_>>(), [RequestState::Closed, RequestState::Answered]);
    let twice = act!(w, w.official, |c, ctx, desk| close_request(c, &ctx, &desk, case.id, id, "znowu")).unwrap_err();
    assert_eq!(twice.kind, FaultKind::Conflict);
}

async fn a_settled_case_takes_nothing_and_a_foreign_office_knows_of_nothing(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    for desk in [&w.foreign, &w.other_unit] {
        let refused = act!(w, desk, |c, ctx, desk| office_write(c, &ctx, &desk, case.id, say("a", "a"))).unwrap_err();
        assert_eq!(refused.kind, FaultKind::NotFound);
        let refused = act!(w, desk, |c, ctx, desk| ask(c, &ctx, &desk, case.id, asked("a", None))).unwrap_err();
        assert_eq!(refused.kind, FaultKind::NotFound);
    }
    w.settle(case.id).await;
    let late = act!(w, w.official, |c, ctx, desk| office_write(c, &ctx, &desk, case.id, say("a", "a"))).unwrap_err();
    assert_eq!(late.kind, FaultKind::Conflict);
    assert_eq!(w.writes(case.id, say("a", "b")).await.unwrap_err().kind, FaultKind::Conflict);
    assert!(w.talk(case.id).await.is_empty());
}

async fn what_is_wrong_is_named_at_its_field(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let fault = w.writes(case.id, say(" \u{0} ", "a")).await.unwrap_err();
    assert_eq!(fault.fields[0].field, "text");
    let new = NewRequest { what: String::new(), due: date(2026, 1, 12), pause: Some(String::new()), once: "a".into() };
    let fault = act!(w, w.official, |c, ctx, desk| ask(c, &ctx, &desk, case.id, new)).unwrap_err();
    let fields: Vec<&str> = fault.fields.iter().map(|f| f.field.as_str()).collect();
    assert_eq!(fields, ["what", "reason", "due"]);
}

async fn unread_messages_wait_for_the_handler_alone(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    w.writes(case.id, say("jeden", "1")).await.unwrap();
    w.writes(case.id, say("dwa", "2")).await.unwrap();
    let handler = w.official.member.person;
    act!(w, w.official, |c, ctx, desk| records::cases::assign(c, &ctx, &desk, case.id, handler)).unwrap();
    assert_eq!(w.unread(&w.official).await, 2);
    assert_eq!(w.unread(&w.colleague).await, 0);
    assert_eq!(w.unread(&w.foreign).await, 0);
    let desk = w.official.clone();
    let list = w.db.read(move |c| Box::pin(async move { unread_cases(c, &desk).await })).await.unwrap();
    assert_eq!((list[0].case, list[0].messages), (case.id, 2));
}

}
