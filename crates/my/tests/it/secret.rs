//! By secret link, without an account.

use jiff::civil::date;

use crate::world::{ALL, EWA, JAN, World, once, secret_in};

db::both! { ALL;

async fn a_link_shows_the_case_and_takes_answers_without_an_account(db) {
    let w = World::new(&db).await;
    let case = w.case_of_ewa("Wycinka lipy").await;
    let request = w.ask(case.id, "Proszę o zgodę sąsiada.", date(2026, 1, 26)).await;
    let mails = w.mails(EWA).await;
    assert!(!mails[0].contains("zgodę"), "an e-mail never says what the news is: {}", mails[0]);
    let path = secret_in(&mails[0]);
    let page = w.stranger.get(&path).await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert!(page.text.contains("Wycinka lipy") && page.text.contains("Proszę o zgodę sąsiada."));
    assert!(page.text.contains("Oglądasz sprawę bez konta") && page.text.contains("Załóż konto"));
    assert_eq!(page.headers["referrer-policy"], "no-referrer");
    assert!(page.headers["x-robots-tag"].to_str().unwrap().contains("noindex"));
    let action = format!("{path}/requests/{}", request.id);
    let key = once(&page, &action);
    for _ in 0..2 {
        let sent = w.stranger.post(&action, &[("text", "Sąsiad się zgadza."), ("once", &key)]).await;
        assert_eq!((sent.status.as_u16(), sent.location()), (303, path.as_str()));
    }
    assert_eq!(w.written(case.id).await, ["Sąsiad się zgadza."]);
    assert!(w.stranger.get(&path).await.text.contains("Ewa Nowak"));
}

async fn an_unknown_link_is_no_page_and_a_link_opens_one_case_only(db) {
    let w = World::new(&db).await;
    let (own, other) = (w.case_of_ewa("Wycinka lipy").await, w.case_of_jan("Wycinka dębu").await);
    let request = w.ask(other.id, "Mapa.", date(2026, 1, 26)).await;
    let path = w.link(own.id).await;
    assert_eq!(w.stranger.get("/s/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").await.status, 404);
    let sent = w.stranger.post(&format!("{path}/requests/{}", request.id), &[("text", "x"), ("once", "1")]).await;
    assert_eq!(sent.status, 404);
    assert!(!w.stranger.get(&path).await.text.contains("Wycinka dębu"));
    assert_eq!(w.stranger.get(&format!("/my/cases/{}", own.id)).await.status, 303);
}

async fn an_expired_link_says_so_and_a_fresh_one_comes_by_mail(db) {
    let w = World::new(&db).await;
    let case = w.case_of_ewa("Wycinka lipy").await;
    let path = w.link(case.id).await;
    w.kit.clock.advance_days(my::LINK_DAYS + 1);
    let page = w.stranger.get(&path).await;
    assert_eq!(page.status, 410);
    assert!(page.text.contains("Ten link jest już nieaktualny") && page.text.contains("Wyślij nowy link"), "{}", page.text);
    assert!(!page.text.contains("Wycinka lipy") && !page.text.contains(EWA), "nothing of the case is told");
    let lost = w.stranger.post(&format!("{path}/messages"), &[("text", "Mój długi list"), ("once", "1")]).await;
    assert_eq!(lost.status, 410);
    assert!(lost.text.contains("Mój długi list"), "what was typed can be copied");
    assert!(w.written(case.id).await.is_empty());

    let before = w.mails(EWA).await.len();
    let asked = w.stranger.post(&format!("{path}/renew"), &[]).await;
    let unknown = w.stranger.post("/s/nothing/renew", &[]).await;
    assert_eq!((asked.status, unknown.status), (axum::http::StatusCode::OK, axum::http::StatusCode::OK));
    let said = |text: &str| text.contains("Jeśli ten link prowadził do sprawy, wysłaliśmy nowy");
    assert!(said(&asked.text) && said(&unknown.text), "the same answer to everyone");
    w.stranger.post(&format!("{path}/renew"), &[]).await;
    let mails = w.mails(EWA).await;
    assert_eq!(mails.len(), before + 1, "no mailbox is flooded");
    let fresh = mails.iter().find(|m| m.contains("nowy link do sprawy")).unwrap();
    assert_eq!(w.stranger.get(&secret_in(fresh)).await.status, 200);
}

async fn a_case_is_joined_to_the_account_of_its_address_only(db) {
    let w = World::new(&db).await;
    let case = w.case_of_ewa("Wycinka lipy").await;
    let path = w.link(case.id).await;
    let jan = w.signed_in(JAN).await;
    assert_eq!(jan.post(&format!("{path}/join"), &[]).await.location(), path);
    assert!(jan.get(&path).await.text.contains("Urząd zna inny adres e-mail"));
    assert_eq!(jan.get(&format!("/my/cases/{}", case.id)).await.status, 404);

    w.register(EWA, "Ewa", "Nowak").await;
    let ewa = w.signed_in(EWA).await;
    assert!(ewa.get(&path).await.text.contains("Dołącz do mojego konta"));
    let joined = ewa.post(&format!("{path}/join"), &[]).await;
    assert_eq!(joined.location(), format!("/my/cases/{}", case.id));
    assert_eq!(ewa.get(joined.location()).await.status, 200);
    assert!(ewa.get("/my").await.text.contains("Wycinka lipy"));
}

async fn old_links_are_forgotten_and_living_ones_kept(db) {
    let w = World::new(&db).await;
    let case = w.case_of_ewa("Wycinka lipy").await;
    let old = w.link(case.id).await;
    w.kit.clock.advance_days(my::LINK_DAYS + 366);
    let living = w.link(case.id).await;
    let ctx = w.kit.ctx(kernel::Actor::System);
    let gone = w.db().write(move |c| Box::pin(async move { my::tidy(c, &ctx).await })).await.unwrap();
    assert_eq!(gone, 1);
    assert_eq!(w.stranger.get(&old).await.status, 404);
    assert_eq!(w.stranger.get(&living).await.status, 200);
}

}
