//! Letters, and what was sent before there is a case.

use kernel::{
    Event,
    ids::{CaseId, FormId, LetterId, SubmissionId},
};
use letters::{Content, NewLetter, Sending, Way};
use records::{
    cases::NewCase,
    incoming::{self, Registration},
};
use services::Which;
use sha2::{Digest as _, Sha256};

use crate::world::{ALL, EWA, JAN, World};

/// A letter written, approved and sent to the party of a case.
pub(crate) async fn letter(w: &World, case: CaseId, way: Way) -> LetterId {
    let chief = w.chief.member.person;
    let row = w
        .write(&w.official, move |c, ctx, desk| {
            Box::pin(async move {
                let row = letters::create(c, &ctx, &desk, case, NewLetter::empty("letter")).await?;
                let content = Content {
                    heading: "Zawiadomienie".into(),
                    addressee: "Ewa Nowak".into(),
                    body: "Oględziny odbędą się w środę.".into(),
                    ..Content::default()
                };
                letters::save(c, &ctx, &desk, row.id, row.version, content).await?;
                let row = letters::letter(c, &desk, row.id).await?;
                letters::submit(c, &ctx, &desk, row.id, row.version, Some(chief)).await?;
                letters::letter(c, &desk, row.id).await
            })
        })
        .await;
    let id = row.id;
    let last = letters::finish(&w.kit.app, &w.ctx(&w.chief), &w.chief, id).await.unwrap();
    w.write(&w.chief, move |c, ctx, desk| {
        Box::pin(async move { letters::approve(c, &ctx, &desk, id, &last).await.map(|_| ()) })
    })
    .await;
    w.write(&w.official, move |c, ctx, desk| {
        Box::pin(async move { letters::send(c, &ctx, &desk, id, Sending::by(way)).await.map(|_| ()) })
    })
    .await;
    id
}

async fn delivered(w: &World, case: CaseId) -> bool {
    let scope = w.scope();
    let sent =
        w.db().read(move |c| Box::pin(async move { letters::sent_of_case(c, scope, case).await })).await.unwrap();
    sent.iter().all(|l| l.delivered_on.is_some())
}

/// What a stranger or Jan sent, with the secret `SECRET`, and its incoming mail.
async fn submission(w: &World, by_account: bool) -> SubmissionId {
    let (ctx, scope, jan) = (w.kit.ctx(kernel::Actor::System), w.scope(), w.jan);
    w.db()
        .write(move |c| {
            Box::pin(async move {
                let services =
                    services::adopt_catalog(c, &ctx, scope, &Which::Slugs(vec!["dowod-osobisty".into()])).await?;
                let service = services::service(c, scope, services[0]).await?;
                let (form,): (FormId,) =
                    c.one(db::q!("SELECT id FROM service_form WHERE service_id = $1 LIMIT 1", service.id)).await?;
                let id: SubmissionId = ctx.new_id();
                c.exec(db::q!(
                    "INSERT INTO submission (id, office_id, service_id, form_id, once_key, year, ordinal, number, person_id, \
                     sender_name, sender_email, lang, answers, answers_hash, sent_at, channel, hash, secret_hash) VALUES \
                     ($1, $2, $3, $4, 'once', 2026, 1, 'WE/1/2026', $5, 'Ewa Nowak', $6, 'pl', '{}', '', $7, 'web', '', $8)",
                    id,
                    scope.office(),
                    service.id,
                    form,
                    by_account.then_some(jan),
                    EWA,
                    ctx.now,
                    hex::encode(Sha256::digest("SECRET"))
                ))
                .await?;
                let event = Event {
                    kind: "submission.sent".into(),
                    office: Some(scope.office()),
                    object: id.0,
                    concerns: by_account.then_some(jan),
                    payload: serde_json::json!({
                        "service": service.id, "title": service.name_pl, "sender_name": "Ewa Nowak", "sender_email": EWA,
                        "number": "WE/1/2026",
                    }),
                };
                c.emit(&ctx, &event).await?;
                Ok(id)
            })
        })
        .await
        .unwrap()
}

db::both! { ALL;

async fn a_letter_is_delivered_by_opening_it_and_this_is_said_before(db) {
    let w = World::new(&db).await;
    let case = w.case_of_ewa("Wycinka lipy").await;
    let id = letter(&w, case.id, Way::Email).await;
    let path = w.link(case.id).await;
    let page = w.stranger.get(&path).await;
    assert!(page.text.contains("potwierdzisz jego odbiór"), "{}", page.text);
    assert!(!page.text.contains("documents/"), "no way around the confirmation: {}", page.text);
    let pdf = format!("{path}/letters/{id}/pdf");
    assert_eq!(w.stranger.get(&pdf).await.location(), path, "reading an address delivers nothing");
    assert!(!delivered(&w, case.id).await);
    let opened = w.stranger.post(&format!("{path}/letters/{id}"), &[]).await;
    assert_eq!(opened.location(), pdf, "{}", opened.text);
    assert!(delivered(&w, case.id).await);
    let file = w.stranger.get(&pdf).await;
    assert!(file.bytes.starts_with(b"%PDF"));
    assert!(file.headers["content-disposition"].to_str().unwrap().starts_with("inline"));
    assert!(w.stranger.get(&format!("{pdf}?download=1")).await.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    let page = w.stranger.get(&path).await;
    assert!(page.text.contains("odebrano 12 stycznia 2026 r.") && page.text.contains("Pismo zostało odebrane"), "{}", page.text);
    assert_eq!(w.signed_in(JAN).await.get(&format!("/my/cases/{}/letters/{id}/pdf", case.id)).await.status, 404);
}

async fn what_was_sent_has_its_receipt_and_becomes_the_case(db) {
    let w = World::new(&db).await;
    let id = submission(&w, false).await;
    let page = w.stranger.get("/s/SECRET").await;
    assert_eq!(page.status, 200, "{}", page.text);
    for words in ["WE/1/2026", "Wniosek czeka na rejestrację", "Potwierdzenie złożenia", "Oglądasz sprawę bez konta"] {
        assert!(page.text.contains(words), "{words}\n{}", page.text);
    }
    assert!(w.stranger.get("/s/SECRET/receipt").await.bytes.starts_with(b"%PDF"));
    assert_eq!(w.stranger.post("/s/SECRET/messages", &[("text", "x"), ("once", "1")]).await.status, 404, "no case yet");
    assert_eq!(w.signed_in(JAN).await.get(&format!("/my/submissions/{id}")).await.status, 404, "somebody else sent it");

    let mail = w
        .write(&w.registry, move |c, ctx, desk| {
            Box::pin(async move {
                let (mail,) = c.one(db::q!("SELECT id FROM incoming WHERE submission_id = $1", id)).await?;
                let about = Registration { title: "Dowód osobisty".into(), sender: "Ewa Nowak".into(), sender_email: EWA.into(), ..Registration::default() };
                incoming::register(c, &ctx, &desk, mail, &about).await?;
                incoming::assign(c, &ctx, &desk, mail, incoming::To::Unit(desk.member.unit), "").await?;
                Ok(mail)
            })
        })
        .await;
    assert!(w.stranger.get("/s/SECRET").await.text.contains("Urząd zarejestrował wniosek 12 stycznia 2026 r."));
    let (class, unit) = (w.class, w.unit);
    let case = w.write(&w.official, move |c, ctx, desk| {
        Box::pin(async move {
            let new = NewCase {
                class, unit, title: "Dowód osobisty Ewy".into(), service: None, incoming: Some(mail), party: None,
                started: ctx.now.warsaw_date(), term: None,
            };
            records::cases::open(c, &ctx, &desk, new).await.map(|row| row.id)
        })
    })
    .await;
    let page = w.stranger.get("/s/SECRET").await;
    assert!(page.text.contains("Dowód osobisty Ewy") && page.text.contains("Sprawa w toku"), "{}", page.text);
    assert!(w.stranger.get("/s/SECRET/receipt").await.bytes.starts_with(b"%PDF"), "the receipt stays");
    // Removed from the parties, the sender still sees what they sent, and nothing of the case.
    w.change_parties(case, false).await;
    let page = w.stranger.get("/s/SECRET").await;
    assert!(page.status == 200 && page.text.contains("WE/1/2026"), "{}", page.text);
    assert!(!page.text.contains("Dowód osobisty Ewy") && !page.text.contains(&case.to_string()), "{}", page.text);
    assert_eq!(w.stranger.post("/s/SECRET/messages", &[("text", "x"), ("once", "1")]).await.status, 404);
    w.change_parties(case, true).await;
    assert!(w.stranger.get("/s/SECRET").await.text.contains("Dowód osobisty Ewy"), "a party again, by the address");
    w.kit.clock.advance_days(my::LINK_DAYS + 1);
    assert_eq!(w.stranger.get("/s/SECRET").await.status, 410);
}

async fn what_i_sent_is_listed_with_its_receipt(db) {
    let w = World::new(&db).await;
    let id = submission(&w, true).await;
    let jan = w.signed_in(JAN).await;
    for list in ["/my", "/my/submissions"] {
        let page = jan.get(list).await;
        assert!(page.text.contains("WE/1/2026") && page.text.contains(&format!("/my/submissions/{id}/receipt")), "{}", page.text);
    }
    assert_eq!(jan.get(&format!("/my/submissions/{id}")).await.status, 200);
    assert!(jan.get(&format!("/my/submissions/{id}/receipt")).await.bytes.starts_with(b"%PDF"));
    assert!(jan.get(&format!("/my/submissions/{id}/form")).await.bytes.starts_with(b"%PDF"));
}

}
