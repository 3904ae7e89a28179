//! The way of a letter, and what is refused.

use std::collections::BTreeMap;

use kernel::{FaultKind, ids::LetterId};
use letters::{
    Content, Kind, LetterRow, NewLetter, Saved, Sending, State, Way, approve, create, finish, open_by_party, return_,
    save, send, sent_of_case, submit, take_back, waiting_for_approval, withdraw,
};
use offices::Desk;
use records::cases::CaseRow;

use crate::{
    act,
    world::{ALL, World},
};

fn content(body: &str) -> Content {
    Content {
        heading: "Zawiadomienie".into(),
        subject: "o oględzinach".into(),
        addressee: "Jan Kowalski\nul. Długa 7".into(),
        body: body.into(),
        ..Content::default()
    }
}

impl World {
    pub async fn draft(&self, case: &CaseRow, body: &str) -> LetterRow {
        let (id, once) = (case.id, body.to_owned());
        let row = act!(self, self.official, |c, ctx, desk| create(c, &ctx, &desk, id, NewLetter::empty(once))).unwrap();
        match self.save(&self.official, row.id, row.version, body).await.unwrap() {
            Saved::Done(row) => row,
            Saved::Stale(_) => panic!("nobody else edits it"),
        }
    }

    pub async fn save(&self, desk: &Desk, id: LetterId, version: i64, body: &str) -> kernel::Result<Saved<LetterRow>> {
        let content = content(body);
        act!(self, desk, |c, ctx, desk| save(c, &ctx, &desk, id, version, content.clone()))
    }

    pub async fn submitted(&self, case: &CaseRow, body: &str) -> LetterRow {
        let row = self.draft(case, body).await;
        act!(self, self.official, |c, ctx, desk| submit(c, &ctx, &desk, row.id, row.version, None)).unwrap()
    }

    pub async fn approve(&self, desk: &Desk, id: LetterId) -> kernel::Result<LetterRow> {
        let kit = self.kit();
        let ctx = self.ctx(desk);
        let last = finish(&kit.app, &ctx, desk, id).await?;
        let desk = desk.clone();
        self.db
            .write(move |c| {
                let (ctx, desk, last) = (ctx.clone(), desk.clone(), last.clone());
                Box::pin(async move { approve(c, &ctx, &desk, id, &last).await })
            })
            .await
    }

    pub async fn approved(&self, case: &CaseRow, body: &str) -> LetterRow {
        let row = self.submitted(case, body).await;
        self.approve(&self.superior, row.id).await.unwrap()
    }

    async fn sent(&self, case: kernel::ids::CaseId) -> Vec<letters::SentLetter> {
        let scope = self.official.scope;
        self.db.read(move |c| Box::pin(async move { sent_of_case(c, scope, case).await })).await.unwrap()
    }

    pub async fn send(&self, id: LetterId, way: Way) -> kernel::Result<letters::OutgoingRow> {
        act!(self, self.official, |c, ctx, desk| send(c, &ctx, &desk, id, Sending::by(way)))
    }
}

/// Makes an official of a unit its superior.
async fn promote(
    c: &mut db::Conn,
    ctx: &kernel::Ctx,
    desk: &Desk,
    unit: kernel::ids::UnitId,
    person: kernel::ids::PersonId,
) -> kernel::Result<()> {
    let filter = offices::Filter { unit: Some(unit), ..offices::Filter::default() };
    let found = offices::members(c, desk.scope, filter).await?;
    let member = found.into_iter().find(|m| m.person == person).unwrap();
    let new = offices::NewMember {
        person,
        unit,
        position: None,
        roles: vec![offices::Role::Official, offices::Role::Superior],
        from: member.from.0,
        to: None,
    };
    offices::change_member(c, ctx, desk.scope, member.id, member.version, new).await
}

db::both! { ALL;

async fn a_letter_goes_from_draft_to_the_party_who_opens_it(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let row = w.approved(&case, "Oględziny odbędą się **jutro**.").await;
    assert_eq!((row.state, row.decided_by.as_str()), (State::Approved, "Stefan Szef"));
    assert!(row.document.is_some() && row.hash.is_some() && row.pages == Some(1));
    let scope = w.official.scope;
    assert!(w.sent(case.id).await.is_empty(), "the party does not see what was not sent");
    let out = w.send(row.id, Way::Account).await.unwrap();
    assert_eq!((out.label().as_str(), out.addressee.as_str(), out.address.as_str()), ("1/2026", "Jan Kowalski", "ul. Długa 7"));
    let letters = w.sent(case.id).await;
    assert!(letters[0].is_new());
    let ctx = w.ctx_of(w.citizen, "Jan Kowalski");
    for _ in 0..2 {
        let ctx = ctx.clone();
        let opened = w
            .db
            .write(move |c| {
                let ctx = ctx.clone();
                Box::pin(async move { open_by_party(c, &ctx, scope, case.id, row.id, "Jan Kowalski").await })
            })
            .await
            .unwrap();
        assert_eq!(opened.delivered_on.map(|d| d.0), Some(w.today()));
    }
    assert_eq!(
        w.record(case.id).await,
        ["case.opened", "letter.submitted", "letter.approved", "letter.sent", "letter.delivered"]
    );
}

async fn a_letter_is_found_at_the_desk_by_the_words_of_its_newest_text(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let row = w.draft(&case, "Oględziny drzew odbędą się jutro.").await;
    w.save(&w.official, row.id, row.version, "Oględziny odwołano z powodu burzy.").await.unwrap();
    let found = |text: &str| {
        let (db, desk) = (w.db.clone(), w.official.clone());
        let question = search::store::Question { text: text.into(), things: vec![search::store::Thing::Letter], skip: 0, limit: 10 };
        async move { db.read(move |c| Box::pin(async move { records::index::search(c, &desk, &question).await })).await.unwrap().items }
    };
    assert_eq!(found("burza").await.iter().map(|f| f.object).collect::<Vec<_>>(), [row.id.0]);
    assert!(found("jutro").await.is_empty(), "what was written over is not found");
}

async fn a_superior_returns_with_remarks_and_then_approves(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let row = w.submitted(&case, "Błędna treść").await;
    let id = row.id;
    let empty = act!(w, w.superior, |c, ctx, desk| return_(c, &ctx, &desk, id, " ")).unwrap_err();
    assert_eq!(empty.fields[0].field, "remarks");
    let back = act!(w, w.superior, |c, ctx, desk| return_(c, &ctx, &desk, id, "Proszę poprawić datę")).unwrap();
    assert_eq!(back.state, State::Returned);
    let steps = { let scope = w.official.scope; w.db.read(move |c| Box::pin(async move { letters::steps(c, scope, id).await })).await.unwrap() };
    assert_eq!(steps[1].remarks, "Proszę poprawić datę");
    let Saved::Done(row) = w.save(&w.official, id, back.version, "Dobra treść").await.unwrap() else { panic!("stale") };
    act!(w, w.official, |c, ctx, desk| submit(c, &ctx, &desk, id, row.version, None)).unwrap();
    assert_eq!(w.approve(&w.superior, id).await.unwrap().state, State::Approved);
    let fixed = w.save(&w.official, id, row.version, "Inna treść").await.unwrap_err();
    assert_eq!(fixed.kind, FaultKind::Conflict);
}

async fn a_stale_edit_loses_nothing(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let row = w.draft(&case, "pierwsza").await;
    let Saved::Done(_) = w.save(&w.colleague, row.id, row.version, "kolegi").await.unwrap() else { panic!("stale") };
    let Saved::Stale(theirs) = w.save(&w.official, row.id, row.version, "moja").await.unwrap() else { panic!("overwritten") };
    assert_eq!(theirs.content.0.body, "kolegi");
    let fault = act!(w, w.official, |c, ctx, desk| submit(c, &ctx, &desk, row.id, row.version, None)).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Conflict, "what others wrote is not sent for approval unseen");
}

async fn an_author_does_not_approve_the_own_letter(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    // The superior is the only one: they write and may approve; nobody else stands in for that.
    let id = act!(w, w.superior, |c, ctx, desk| create(c, &ctx, &desk, case.id, NewLetter::empty("s"))).unwrap().id;
    let Saved::Done(row) = w.save(&w.superior, id, 1, "pismo szefa").await.unwrap() else { panic!("stale") };
    act!(w, w.superior, |c, ctx, desk| submit(c, &ctx, &desk, id, row.version, None)).unwrap();
    assert_eq!(w.approve(&w.superior, id).await.unwrap().state, State::Approved);
    // With a second superior the rule holds.
    let (unit, person) = (w.units[1], w.colleague.member.person);
    act!(w, w.admin, |c, ctx, desk| promote(c, &ctx, &desk, unit, person)).unwrap();
    let id = act!(w, w.superior, |c, ctx, desk| create(c, &ctx, &desk, case.id, NewLetter::empty("t"))).unwrap().id;
    let Saved::Done(row) = w.save(&w.superior, id, 1, "drugie").await.unwrap() else { panic!("stale") };
    let me = w.superior.member.person;
    let fault = act!(w, w.superior, |c, ctx, desk| submit(c, &ctx, &desk, id, row.version, Some(me))).unwrap_err();
    assert_eq!(fault.fields[0].field, "approver");
    let row = act!(w, w.superior, |c, ctx, desk| submit(c, &ctx, &desk, id, row.version, None)).unwrap();
    assert_eq!(row.approver_name, "Karol Kolega");
    assert_eq!(w.approve(&w.superior, id).await.unwrap_err().kind, FaultKind::Forbidden);
}

async fn whoever_stands_in_for_the_superior_decides(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let row = w.submitted(&case, "Treść").await;
    assert!(matches!(w.approve(&w.other_unit, row.id).await.unwrap_err().kind, FaultKind::NotFound | FaultKind::Forbidden));
    let (scope, absent, instead, today) = (w.official.scope, w.superior.member.person, w.other_unit.member.person, w.today());
    act!(w, w.admin, |c, ctx, _d| offices::substitute(c, &ctx, scope, absent, instead, today, today)).unwrap();
    let office = w.office;
    let desk = w.db.read(move |c| Box::pin(async move { offices::desk_of(c, office, instead, today).await })).await.unwrap();
    let d = desk.clone();
    let waiting = w.db.read(move |c| Box::pin(async move { waiting_for_approval(c, &d).await })).await.unwrap();
    assert_eq!(waiting[0].1, case.reference);
    assert_eq!(w.approve(&desk, row.id).await.unwrap().decided_by, "Felicja Finanse");
}

async fn what_the_system_does_not_know_is_filled_in_before_approval(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let row = w.draft(&case, "Powód: {{przyczyna}}").await;
    let fault = act!(w, w.official, |c, ctx, desk| submit(c, &ctx, &desk, row.id, row.version, None)).unwrap_err();
    assert_eq!((fault.fields[0].field.as_str(), fault.fields[0].key), ("body", letters::msg::LETTERS_FIELD_MISSING));
}

async fn a_letter_taken_back_or_withdrawn_is_not_approved(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let row = w.submitted(&case, "Treść").await;
    let back = act!(w, w.official, |c, ctx, desk| take_back(c, &ctx, &desk, row.id)).unwrap();
    assert_eq!(back.state, State::Draft);
    assert_eq!(w.approve(&w.superior, row.id).await.unwrap_err().kind, FaultKind::Conflict);
    act!(w, w.official, |c, ctx, desk| withdraw(c, &ctx, &desk, row.id)).unwrap();
    let fault = act!(w, w.official, |c, ctx, desk| submit(c, &ctx, &desk, row.id, row.version, None)).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Conflict);
}

async fn two_who_approve_at_once_approve_once(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let row = w.submitted(&case, "Treść").await;
    let (a, b) = tokio::join!(w.approve(&w.superior, row.id), w.approve(&w.superior, row.id));
    assert_eq!([a.is_ok(), b.is_ok()].iter().filter(|ok| **ok).count(), 1);
    assert_eq!(w.record(case.id).await.iter().filter(|k| *k == "letter.approved").count(), 1);
}

async fn a_settled_case_and_a_foreign_office_are_refused(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let row = w.submitted(&case, "Treść").await;
    for desk in [&w.foreign, &w.other_unit] {
        let fault = act!(w, desk, |c, ctx, desk| create(c, &ctx, &desk, case.id, NewLetter::empty("x"))).unwrap_err();
        assert_eq!(fault.kind, FaultKind::NotFound);
        assert_eq!(w.save(desk, row.id, row.version, "x").await.unwrap_err().kind, FaultKind::NotFound);
        assert_eq!(w.approve(desk, row.id).await.unwrap_err().kind, FaultKind::NotFound);
    }
    let ready = w.approved(&case, "Drugie").await;
    w.settle(case.id).await;
    assert_eq!(w.approve(&w.superior, row.id).await.unwrap_err().kind, FaultKind::Conflict);
    assert_eq!(w.send(ready.id, Way::Post).await.unwrap_err().kind, FaultKind::Conflict);
}

async fn a_letter_may_be_opened_after_the_case_was_settled(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let row = w.approved(&case, "Decyzja").await;
    w.send(row.id, Way::Account).await.unwrap();
    w.settle(case.id).await;
    let (ctx, scope) = (w.ctx_of(w.citizen, "Jan Kowalski"), w.official.scope);
    let opened = w
        .db
        .write(move |c| {
            let ctx = ctx.clone();
            Box::pin(async move { open_by_party(c, &ctx, scope, case.id, row.id, "Jan Kowalski").await })
        })
        .await
        .unwrap();
    assert!(!opened.is_new());
    assert_eq!(w.record(case.id).await.last().map(String::as_str), Some("case.settled"));
}

async fn a_double_click_begins_one_letter(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let begin = || async {
        let new = NewLetter { template: None, kind: Kind::Letter, values: BTreeMap::new(), once: "raz".into() };
        act!(w, w.official, |c, ctx, desk| create(c, &ctx, &desk, case.id, new.clone())).unwrap().id
    };
    let (a, b) = tokio::join!(begin(), begin());
    assert_eq!(a, b);
}

}
