//! From the question to the receipt.

use kernel::{Actor, ids::DraftId};
use services::draft::{self, Holder, Saved};

use crate::setting::{MIGRATIONS, Setting, sign_in};

const APPLICANT: &[(&str, &str)] = &[
    ("applicant", "person"),
    ("given_name", "Ewa"),
    ("family_name", "Lis"),
    ("email", "ewa@example.pl"),
    ("phone", ""),
];

/// Everything the form for public information asks, by step.
const INFORMATION: &[(&str, &[(&str, &str)])] = &[
    ("applicant", APPLICANT),
    (
        "information",
        &[
            ("information", "Proszę o rejestr umów za rok 2025."),
            ("information_way", "email"),
            ("information_form", "any"),
        ],
    ),
    ("attachments", &[]),
    ("declarations", &[("remarks", ""), ("truth", "on")]),
];

fn with<'a>(fields: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().chain(more).copied().collect()
}

/// The draft in an address.
fn draft_of(location: &str) -> &str {
    location.split('/').nth(4).unwrap()
}

fn link(text: &str, part: &str) -> String {
    let at = text.find(part).unwrap_or_else(|| panic!("{part} in {text}"));
    text[at..].split(|c: char| c.is_whitespace() || c == '>' || c == ')').next().unwrap().to_owned()
}

/// Whether an e-mail keeps to itself what the matter is about: who reads along must not learn of it.
fn says_nothing(mail: &str) -> bool {
    !["rejestr umów", "nformacji publicznej", "nformacja publiczna"].iter().any(|w| mail.contains(w))
}

db::both! { MIGRATIONS;

async fn a_stranger_asks_fills_in_proves_the_address_and_gets_a_receipt(db) {
    let s = Setting::new(&db).await;
    let b = s.stranger();
    let found = b.get(&s.o("/services?q=gdzie+wyrobi%C4%87+dow%C3%B3d")).await;
    assert!(found.text.contains(&s.o("/services/dowod-osobisty")), "{}", found.text);
    let page = b.get(&s.o("/services/informacja-publiczna")).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("Załatw online") && page.text.contains("16 marca 2026"), "{}", page.text);

    let apply = s.o("/services/informacja-publiczna/apply");
    assert_eq!(b.get(&apply).await.status, 200);
    let begun = b.post(&apply, &[]).await;
    assert_eq!(begun.status, 303);
    let id = draft_of(begun.location()).to_owned();
    let at = |rest: &str| s.o(&format!("/apply/{id}/{rest}"));

    // Typed but wrong: what was typed stays, the error stands there.
    let wrong = b.post(&at("applicant"), &with(&[("given_name", "Ewa"), ("email", "ewa@")], &[("version", "0"), ("go", "next")])).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text.contains("Podaj adres e-mail") && wrong.text.contains("value=\"Ewa\""));
    // Saving while one types, then on.
    let kept = b.post(&at("applicant/autosave"), &with(APPLICANT, &[("version", "1")])).await;
    assert_eq!((kept.status.as_u16(), kept.headers["x-version"].to_str().unwrap()), (204, "2"));
    for (i, (step, fields)) in INFORMATION.iter().enumerate() {
        let version = if i == 0 { "2" } else { "0" };
        let next = b.post(&at(step), &with(fields, &[("version", version), ("go", "next")])).await;
        assert_eq!(next.status, 303, "{step}: {}", next.text);
        let to = INFORMATION.get(i + 1).map_or("summary", |n| n.0);
        assert_eq!(next.location(), at(to));
    }
    // Another browser knows nothing of it.
    assert_eq!(b.fresh().get(&at("summary")).await.status, 404);
    let summary = b.get(&at("summary")).await;
    assert!(summary.text.contains("rejestr umów") && summary.text.contains("Wyślij mi link"), "{}", summary.text);

    let proof = b.post(&at("summary"), &[("email", "ewa@example.pl")]).await;
    assert_eq!(proof.status, 200, "{}", proof.text);
    let mail = s.mails().await.remove(0);
    assert!(says_nothing(&mail), "{mail}");
    let confirm = link(&mail, &s.o("/confirm/"));
    // The link is opened on a telephone, and twice.
    let phone = b.fresh();
    let shown = phone.get(&confirm).await;
    assert!(shown.status == 200 && shown.text.contains("rejestr umów"));
    assert_eq!(b.get(&at("receipt")).await.status, 404, "opening the link sends nothing");
    let sent = phone.post(&confirm, &[]).await;
    assert_eq!((sent.status.as_u16(), sent.location()), (303, at("receipt").as_str()));
    assert_eq!(phone.post(&confirm, &[]).await.location(), at("receipt"));
    let receipt = phone.get(&at("receipt")).await;
    assert!(receipt.text.contains("WE/1/2026"), "{}", receipt.text);
    let pdf = phone.get(&at("receipt.pdf")).await;
    assert!(pdf.bytes.starts_with(b"%PDF"));
    assert!(phone.get(&at("submission.pdf")).await.bytes.starts_with(b"%PDF"));
    assert!(phone.get(&at("answers.json")).await.json()["information"].as_str().unwrap().contains("rejestr"));
    let mail = s.mails().await.remove(0);
    assert!(mail.contains(": przyjęliśmy Twój wniosek WE/1/2026.") && says_nothing(&mail), "{mail}");
    let secret = link(&mail, "/s/").trim_start_matches("/s/").to_owned();
    let by_secret = db.read(move |c| Box::pin(async move { services::submission_by_secret(c, &secret).await })).await.unwrap();
    assert_eq!((by_secret.number.as_str(), by_secret.sender_name.as_str()), ("WE/1/2026", "Ewa Lis"));
    // What was sent is fixed.
    assert_eq!(b.post(&at("information"), &[("version", "1"), ("go", "next")]).await.status, 409);
}

async fn files_are_checked_kept_and_can_be_taken_out(db) {
    let s = Setting::new(&db).await;
    let b = s.stranger();
    let begun = b.post(&s.o("/services/informacja-publiczna/apply"), &[]).await;
    let id = draft_of(begun.location()).to_owned();
    let at = s.o(&format!("/apply/{id}/attachments"));
    let fields = [("version", "0"), ("go", "stay")];
    let bad = b.upload(&at, &fields, &[("attachments", "strona.html", b"<html><script>alert(1)</script></html>")]).await;
    assert_eq!(bad.status, 422);
    assert!(bad.text.contains("strona.html"));
    let pdf = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
    let good = b.upload(&at, &[("version", "1"), ("go", "stay")], &[("attachments", "mapa.pdf", pdf), ("nowhere", "x.pdf", pdf)]).await;
    assert_eq!(good.status, 303, "{}", good.text);
    let page = b.get(&at).await.text;
    assert!(page.contains("mapa.pdf") && !page.contains("x.pdf"));
    let file = page.split("name=\"remove\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(b.fresh().post(&at, &[("remove", &file)]).await.status, 404);
    assert_eq!(b.post(&at, &[("version", "2"), ("remove", &file)]).await.status, 303);
    assert!(!b.get(&at).await.text.contains("mapa.pdf"));
}

async fn two_windows_lose_nothing(db) {
    let s = Setting::new(&db).await;
    let b = sign_in(&s.stranger(), s.anna).await;
    let begun = b.post(&s.o("/services/informacja-publiczna/apply"), &[]).await;
    let id = draft_of(begun.location()).to_owned();
    let at = |rest: &str| s.o(&format!("/apply/{id}/{rest}"));
    assert!(b.get(&at("applicant")).await.text.contains("value=\"Nowak\""), "filled in from the account");
    assert_eq!(b.post(&at("information"), &[("information", "Pierwsze okno"), ("version", "0"), ("go", "stay")]).await.status, 303);
    let second = b.post(&at("information"), &[("information", "Drugie okno"), ("version", "0"), ("go", "stay")]).await;
    assert_eq!(second.status, 409);
    assert!(second.text.contains("Pierwsze") && second.text.contains("Drugie"), "{}", second.text);
    assert!(b.get(&at("information")).await.text.contains("Pierwsze okno"));
    assert_eq!(b.post(&at("information"), &[("information", "Drugie okno"), ("version", "1"), ("go", "stay")]).await.status, 303);
    assert!(b.get(&at("information")).await.text.contains("Drugie okno"));
    // Somebody else signed in sees nothing.
    let other = sign_in(&s.stranger(), s.admin).await;
    assert_eq!(other.get(&at("information")).await.status, 404);
    let anna = s.anna;
    let mine = db.read(move |c| Box::pin(async move { services::drafts_of(c, anna).await })).await.unwrap();
    assert_eq!(mine.len(), 1);
    assert_eq!(b.post(&at("discard"), &[]).await.status, 303);
    assert_eq!(b.get(&at("information")).await.status, 404);
}

async fn sending_twice_at_once_gives_one_number_and_numbers_have_no_gaps(db) {
    let s = Setting::new(&db).await;
    let ctx = s.kit.ctx(Actor::Person { id: s.anna, name: "Anna Nowak".into(), operator: false });
    let (scope, anna) = (s.scope, s.anna);
    let who = Holder { person: Some(anna), secrets: vec![] };
    let mut drafts: Vec<DraftId> = Vec::new();
    for _ in 0..5 {
        let (ctx, who) = (ctx.clone(), who.clone());
        drafts.push(db.write(move |c| { let (ctx, who) = (ctx.clone(), who.clone()); Box::pin(async move {
            let account = identity::person(c, anna).await?;
            let (id, _) = draft::start(c, &ctx, scope, "informacja-publiczna", Some(&account)).await?;
            let draft = draft::draft(c, &ctx, scope, id, &who).await?;
            for (step, fields) in INFORMATION {
                let fields = web::Fields(fields.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect());
                let typed = services::answers::from_fields(draft.form.step(step).unwrap(), &fields);
                let saved = draft::save(c, &ctx, scope, id, &who, step, &typed, draft.version(step), true).await?;
                assert!(matches!(saved, Saved::Done(_)));
            }
            Ok(id)
        })}).await.unwrap());
    }
    let tasks: Vec<_> = drafts.iter().flat_map(|id| [*id, *id, *id]).map(|id| {
        let (db, ctx, who) = (db.clone(), ctx.clone(), who.clone());
        tokio::spawn(async move {
            let sent = db.write(move |c| { let (ctx, who) = (ctx.clone(), who.clone()); Box::pin(async move {
                services::send::send(c, &ctx, scope, id, &who, "http://szpon.test").await
            })}).await.unwrap();
            (id, sent.submission.number, sent.fresh)
        })
    }).collect();
    let mut all = Vec::new();
    for task in tasks {
        all.push(task.await.unwrap());
    }
    assert_eq!(all.iter().filter(|(_, _, fresh)| *fresh).count(), 5);
    let mut numbers: Vec<String> = all.into_iter().map(|(_, number, _)| number).collect();
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers, ["WE/1/2026", "WE/2/2026", "WE/3/2026", "WE/4/2026", "WE/5/2026"]);
}

async fn drafts_nobody_touches_go_after_ninety_days(db) {
    let s = Setting::new(&db).await;
    let b = s.stranger();
    let begun = b.post(&s.o("/services/informacja-publiczna/apply"), &[]).await;
    s.kit.clock.advance_days(89);
    let expire = || { let ctx = s.kit.ctx(Actor::System); let db = db.clone(); async move {
        draft::expire(&db, &ctx).await.unwrap()
    }};
    assert_eq!(expire().await, 0);
    assert_eq!(b.get(begun.location()).await.status, 200);
    s.kit.clock.advance_days(2);
    assert_eq!(expire().await, 1);
    assert_eq!(b.get(begun.location()).await.status, 404);
}

async fn however_many_drafts_are_old_all_go_on_one_day(db) {
    let s = Setting::new(&db).await;
    let one = draft_of(s.stranger().post(&s.o("/services/informacja-publiczna/apply"), &[]).await.location()).to_owned();
    let (one, ctx): (DraftId, _) = (one.parse().unwrap(), s.kit.ctx(Actor::System));
    db.write(move |c| { let ctx = ctx.clone(); Box::pin(async move {
        for _ in 0..1_100 {
            let id = ctx.new_id::<DraftId>();
            c.exec(db::q!(
                "INSERT INTO draft (id, office_id, service_id, form_id, email, created, updated) \
                 SELECT $1, office_id, service_id, form_id, email, created, updated FROM draft WHERE id = $2", id, one
            )).await?;
        }
        Ok(())
    }) }).await.unwrap();
    s.kit.clock.advance_days(91);
    assert_eq!(draft::expire(&db, &s.kit.ctx(Actor::System)).await.unwrap(), 1_101);
    let (left,) = db.read(|c| Box::pin(async move { c.one::<(i64,)>(db::Q::new("SELECT COUNT(*) FROM draft")).await })).await.unwrap();
    assert_eq!(left, 0);
}

}
