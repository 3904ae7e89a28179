//! By secret link, without an account.

use jiff::civil::date;

use crate::world::{ALL, EWA, JAN, World, hidden, once, secret_in};

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

async fn a_file_of_a_refused_message_stays_with_its_sender(db) {
    let w = World::new(&db).await;
    let case = w.case_of_ewa("Wycinka lipy").await;
    let (path, other) = (w.link(case.id).await, w.link(case.id).await);
    let action = format!("{path}/messages");
    let files: [(&str, &str, &[u8]); 2] = [("files", "mapa.pdf", b"%PDF-1.7\n%%EOF"), ("files", "mapa.exe", b"MZ\x90\x00\x03")];
    let refused = w.stranger.upload(&action, &[("text", "W załączeniu mapa."), ("once", "1")], &files).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("mapa.pdf"), "the file that is good stays: {}", refused.text);
    let token = hidden(&refused, "kept");
    // Another link of the same case, an account, and the fingerprint of the content get nothing.
    let jans = w.case_of_jan("Wycinka dębu").await;
    let known = w.kit.app.blobs.put_bytes(b"%PDF-1.7\n%%EOF".to_vec(), "mapa.pdf").await.unwrap().hex();
    let jan = w.signed_in(JAN).await;
    for stolen in [token.as_str(), known.as_str()] {
        let (theirs, his) = (format!("{other}/messages"), format!("/my/cases/{}/messages", jans.id));
        let fields = [("text", ""), ("once", "2"), ("kept", stolen)];
        assert_eq!(w.stranger.post(&theirs, &fields).await.status, 422, "nothing is sent");
        assert_eq!(jan.post(&his, &fields).await.status, 422);
    }
    assert_eq!(w.stranger.post(&action, &[("text", ""), ("once", "1"), ("kept", &token)]).await.status, 303);
    assert!(w.stranger.get(&path).await.text.contains("mapa.pdf"));
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

async fn who_is_no_party_any_more_is_not_let_in(db) {
    let w = World::new(&db).await;
    let case = w.case_of_ewa("Wycinka lipy").await;
    let path = w.link(case.id).await;
    w.register(EWA, "Ewa", "Nowak").await;
    let ewa = w.signed_in(EWA).await;
    let place = ewa.post(&format!("{path}/join"), &[]).await.location().to_owned();
    w.ask(case.id, "Mapa działki.", date(2026, 1, 26)).await;
    assert!(ewa.get("/my").await.text.contains("Mapa działki."));
    w.change_parties(case.id, false).await;
    assert_eq!(w.stranger.get(&path).await.status, 404);
    assert_eq!(w.stranger.post(&format!("{path}/messages"), &[("text", "Jestem"), ("once", "1")]).await.status, 404);
    assert_eq!(ewa.get(&place).await.status, 404, "the case left the account");
    let home = ewa.get("/my").await.text;
    assert!(!home.contains("Wycinka lipy") && !home.contains("Mapa działki."), "{home}");
    let before = w.mails(EWA).await.len();
    w.stranger.post(&format!("{path}/renew"), &[]).await;
    assert_eq!(w.mails(EWA).await.len(), before, "no fresh link for strangers");
    // Who comes back gets a new link; the old one stays ended.
    w.change_parties(case.id, true).await;
    assert_eq!(w.stranger.get(&path).await.status, 404);
    assert_eq!(w.stranger.get(&w.link(case.id).await).await.status, 200);
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
