//! Registration, invitation, a forgotten password.

use kernel::{FaultKind, Lang};

use crate::{EMAIL, PASSWORD, TABLES, World, hidden};

fn form(email: &str) -> [(&str, &str); 4] {
    [("given_name", "Anna"), ("family_name", "Kowal"), ("email", email), ("password", PASSWORD)]
}

db::both! { TABLES;

async fn an_account_is_made_when_the_address_is_proved_with_the_password(db) {
    let w = World::new(&db);
    let sent = w.browser.post("/register", &form(EMAIL)).await;
    assert_eq!((sent.status.as_u16(), sent.location()), (303, "/register?sent=1"));
    assert!(w.person(EMAIL).await.is_none(), "not before the address is proved");
    let link = w.link(EMAIL).await;
    assert!(w.browser.get(&link).await.text.contains(EMAIL));
    let wrong = w.browser.post(&link, &[("password", "zupełnie inne hasło")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text.contains("To nie jest hasło wybrane"));
    let done = w.browser.post(&link, &[("password", PASSWORD)]).await;
    assert_eq!((done.status.as_u16(), done.location()), (303, "/my"));
    assert_eq!(w.who(&w.browser).await.as_deref(), Some(EMAIL));
    let me = w.person(EMAIL).await.unwrap();
    assert_eq!((me.name().as_str(), me.verified_at), ("Anna Kowal", Some(w.now())));
    assert_eq!(w.browser.get(&link).await.status, 410, "a link works once");
    assert_eq!(w.browser.get("/verify/nosuchsecret").await.status, 404);
}

async fn who_registers_on_the_way_somewhere_lands_there_when_the_address_is_proved(db) {
    let w = World::new(&db);
    let going = "/learn/prosty-jezyk?od=1&do=2";
    let page = w.browser.get("/register?next=%2Flearn%2Fprosty-jezyk%3Fod%3D1%26do%3D2").await;
    assert_eq!(hidden(&page, "next"), going);
    let back = "/sign-in?next=%2Flearn%2Fprosty-jezyk%3Fod%3D1%26do%3D2";
    assert!(page.text.contains(back), "whoever has an account goes there too");
    let mut wrong = form(EMAIL).to_vec();
    wrong[0].1 = "";
    wrong.push(("next", going));
    assert_eq!(hidden(&w.browser.post("/register", &wrong).await, "next"), going, "a mistake does not lose the way");
    let mut right = form(EMAIL).to_vec();
    right.push(("next", going));
    let sent = w.browser.post("/register", &right).await;
    assert!(w.browser.get(sent.location()).await.text.contains("/register?next=%2Flearn%2Fprosty-jezyk"), "to try again");
    let link = w.link(EMAIL).await;
    assert!(!link.contains("next"), "nothing of it stands in the e-mail: {link}");
    // Opened on the phone where the e-mail is read.
    let phone = w.browser.fresh();
    let done = phone.post(&link, &[("password", PASSWORD)]).await;
    assert_eq!((done.status.as_u16(), done.location()), (303, going));
    assert_eq!(w.who(&phone).await.as_deref(), Some(EMAIL));
    assert_eq!(phone.get("/register?next=%2Flearn%2Fprosty-jezyk").await.location(), "/learn/prosty-jezyk", "who has an account goes on");
}

async fn registering_leads_to_no_other_site(db) {
    let w = World::new(&db);
    for (n, next) in ["//zlo.pl", "https://zlo.pl/", "/\\zlo.pl", "javascript:alert(1)", "/sign-out", ""].into_iter().enumerate() {
        let query = web::Fields(vec![("next".into(), next.into())]).encode();
        let page = w.browser.fresh().get(&format!("/register?{query}")).await;
        assert!(!page.text.contains("name=\"next\""), "{next}");
        let email = format!("ktos{n}@example.pl");
        let mut fields = form(&email).to_vec();
        fields.push(("next", next));
        assert_eq!(w.browser.fresh().post("/register", &fields).await.location(), "/register?sent=1", "{next}");
        let link = w.link(&email).await;
        assert_eq!(w.browser.fresh().post(&link, &[("password", PASSWORD)]).await.location(), "/my", "{next}");
    }
}

async fn who_forgot_the_password_on_the_way_somewhere_signs_in_to_there(db) {
    let (w, _) = World::with_anna(&db).await;
    let page = w.browser.get("/sign-in?next=%2Flearn%2Fprosty-jezyk").await;
    for to in ["/register?next=%2Flearn%2Fprosty-jezyk", "/reset?next=%2Flearn%2Fprosty-jezyk"] {
        assert!(page.text.contains(to), "{to}: {}", page.text);
    }
    let ask = w.browser.get("/reset?next=%2Flearn%2Fprosty-jezyk").await;
    let next = hidden(&ask, "next");
    w.browser.post("/reset", &[("email", EMAIL), ("next", &next)]).await;
    let link = w.link(EMAIL).await;
    let done = w.browser.fresh().post(&link, &[("password", "siedem niebieskich latawców")]).await;
    assert_eq!(done.location(), "/sign-in?next=%2Flearn%2Fprosty-jezyk");
}

async fn every_wrong_field_is_told_at_once_and_what_was_typed_stays(db) {
    let w = World::new(&db);
    let answer = w.browser.post("/register", &[("given_name", "Łucja"), ("family_name", ""), ("email", "lucja@"), ("password", "krótkie")]).await;
    assert_eq!(answer.status, 422);
    for expected in ["Wypełnij to pole.", "Podaj adres e-mail, na przykład", "Hasło ma 7 znaków", "value=\"Łucja\"", "value=\"lucja@\""] {
        assert!(answer.text.contains(expected), "{expected}");
    }
    assert!(!answer.text.contains("krótkie"), "a password is never written into a page");
}

async fn an_address_with_an_account_gets_the_same_answer_and_an_email(db) {
    let (w, _) = World::with_anna(&db).await;
    let stranger = w.browser.fresh();
    let known = stranger.post("/register", &form("ANNA.kowal@example.pl")).await;
    let unknown = stranger.post("/register", &form("inna@example.pl")).await;
    assert_eq!((known.status, known.location(), &known.text), (unknown.status, unknown.location(), &unknown.text));
    assert!(w.mails(EMAIL).await[0].starts_with("Masz już konto"));
}

async fn a_foreign_registration_of_my_address_does_not_give_it_a_foreign_password(db) {
    let w = World::new(&db);
    w.browser.post("/register", &[("given_name", "Zły"), ("family_name", "Człowiek"), ("email", EMAIL), ("password", "hasło złego człeka")]).await;
    let foreign = w.link(EMAIL).await;
    w.browser.post("/register", &form(EMAIL)).await;
    let own = w.link(EMAIL).await;
    // The owner of the mailbox opens the wrong link and enters the own password.
    assert_eq!(w.browser.post(&foreign, &[("password", PASSWORD)]).await.status, 422);
    assert_eq!(w.browser.post(&own, &[("password", PASSWORD)]).await.status, 303);
    assert_eq!(w.browser.fresh().get(&foreign).await.status, 410, "what others began with the address is over");
    assert_eq!(w.person(EMAIL).await.unwrap().name(), "Anna Kowal");
}

async fn emails_cannot_be_asked_for_without_end(db) {
    let w = World::new(&db);
    let mut last = 0;
    for _ in 0..5 {
        last = w.browser.post("/register", &form(EMAIL)).await.status.as_u16();
    }
    assert_eq!(last, 429);
    assert_eq!(w.mails(EMAIL).await.len(), 3);
}

async fn a_forgotten_password_is_set_anew_by_a_link_that_works_once_for_an_hour(db) {
    let (w, _) = World::with_anna(&db).await;
    let elsewhere = w.signed_in(EMAIL).await;
    let known = w.browser.post("/reset", &[("email", EMAIL)]).await;
    let unknown = w.browser.post("/reset", &[("email", "nikt@example.pl")]).await;
    assert_eq!((known.status, known.location()), (unknown.status, unknown.location()));
    assert!(w.mails("nikt@example.pl").await.is_empty());
    let link = w.link(EMAIL).await;
    assert_eq!(w.browser.get(&link).await.status, 200);
    assert_eq!(w.browser.post(&link, &[("password", "anna.kowal anna.kowal")]).await.status, 422);
    let new = "siedem niebieskich latawców";
    let done = w.browser.post(&link, &[("password", new)]).await;
    assert_eq!((done.status.as_u16(), done.location()), (303, "/sign-in"));
    assert_eq!(w.browser.post(&link, &[("password", new)]).await.status, 410);
    assert_eq!(w.who(&elsewhere).await, None, "all sessions end");
    assert_eq!(w.browser.post("/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await.status, 422);
    assert_eq!(w.browser.post("/sign-in", &[("email", EMAIL), ("password", new)]).await.status, 303);
    w.kit.clock.advance_seconds(1);
    w.browser.fresh().post("/reset", &[("email", EMAIL)]).await;
    let late = w.link(EMAIL).await;
    w.kit.clock.advance_seconds(3601);
    assert_eq!(w.browser.fresh().get(&late).await.status, 410);
}

async fn a_link_used_by_two_at_once_works_for_one(db) {
    let (w, _) = World::with_anna(&db).await;
    w.browser.post("/reset", &[("email", EMAIL)]).await;
    let link = w.link(EMAIL).await;
    let (a, b) = (w.browser.fresh(), w.browser.fresh());
    let (one, two) = ("siedem niebieskich latawców", "osiem czerwonych latawców");
    let (first, second) = ([("password", one)], [("password", two)]);
    let (a, b) = tokio::join!(a.post(&link, &first), b.post(&link, &second));
    let mut got = [a.status.as_u16(), b.status.as_u16()];
    got.sort_unstable();
    assert_eq!(got, [303, 410]);
}

async fn an_invited_colleague_sets_a_password_and_a_known_one_is_only_told(db) {
    let (w, anna) = World::with_anna(&db).await;
    let ctx = w.ctx();
    identity::set_public_url("http://szpon.test");
    let (new, known) = w.write(move |c| Box::pin(async move {
        let new = identity::invite(c, &ctx, "jan@example.pl", "Jan Maria Nowak", Lang::En, "Gmina Lipowa").await?;
        let known = identity::invite(c, &ctx, EMAIL, "Anna Kowal", Lang::Pl, "Gmina Lipowa").await?;
        Ok((new, known))
    })).await.unwrap();
    assert_eq!(known, anna);
    let told = &w.mails(EMAIL).await[0];
    assert!(told.contains("Gmina Lipowa") && !told.contains("/reset/"), "{told}");
    let invited = &w.mails("jan@example.pl").await[0];
    assert!(invited.starts_with("Gmina Lipowa invites you"), "in the person's language: {invited}");
    let row = w.person("jan@example.pl").await.unwrap();
    assert_eq!((row.id, row.given_name.as_str(), row.verified_at), (new, "Jan Maria", None));
    let link = w.link("jan@example.pl").await;
    assert_eq!(w.browser.post(&link, &[("password", PASSWORD)]).await.status, 303);
    w.signed_in("jan@example.pl").await;
}

async fn an_address_has_one_account_whatever_the_case_of_its_letters(db) {
    let (w, _) = World::with_anna(&db).await;
    let new = identity::NewPerson {
        email: "Anna.KOWAL@example.pl".into(), given_name: "A".into(), family_name: "B".into(), password_hash: None,
        lang: Lang::Pl, verified: true,
    };
    let ctx = w.ctx();
    let fault = w.write(move |c| Box::pin(async move { identity::register(c, &ctx, new).await })).await.unwrap_err();
    assert_eq!((fault.kind, fault.key), (FaultKind::Conflict, identity::msg::IDENTITY_EMAIL_TAKEN));
}

}
