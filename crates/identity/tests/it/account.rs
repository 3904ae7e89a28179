//! Changing one's account.

use crate::{EMAIL, PASSWORD, TABLES, World, hidden};

db::both! { TABLES;

async fn a_stale_edit_shows_both_versions_and_loses_nothing(db) {
    let (w, _) = World::with_anna(&db).await;
    let browser = w.signed_in(EMAIL).await;
    let path = "/my/account/data";
    let version = hidden(&browser.get(path).await, "version");
    let form = |given| [("given_name", given), ("family_name", "Kowal"), ("lang", "pl"), ("version", version.as_str())];
    assert_eq!(browser.post(path, &form("Hanna")).await.status, 303);
    let stale = browser.post(path, &form("Joanna")).await;
    assert_eq!(stale.status, 409);
    assert!(stale.text.contains("Hanna") && stale.text.contains("value=\"Joanna\""));
    let version = hidden(&stale, "version");
    let again = browser.post(path, &[("given_name", "Joanna"), ("family_name", "Kowal"), ("lang", "en"), ("version", &version)]).await;
    assert_eq!(again.status, 303);
    assert_eq!(w.person(EMAIL).await.unwrap().name(), "Joanna Kowal");
    assert!(browser.get("/my/account").await.text.contains("<html lang=\"en\""), "the chosen language holds at once");
}

async fn a_new_address_counts_once_it_is_proved_and_the_old_one_is_told(db) {
    let (w, anna) = World::with_anna(&db).await;
    w.register("zajety@example.pl", "Jan", "Nowak").await;
    let browser = w.signed_in(EMAIL).await;
    let path = "/my/account/email";
    let form = |email| [("email", email), ("current_password", PASSWORD)];
    assert_eq!(browser.post(path, &[("email", "nowa@example.pl"), ("current_password", "nie to hasło zupełnie")]).await.status, 422);
    assert_eq!(browser.post(path, &form(EMAIL)).await.status, 422);
    let taken = browser.post(path, &form("zajety@example.pl")).await;
    assert_eq!(taken.status, 303, "an address of another account gets the same answer");
    assert!(w.mails("zajety@example.pl").await[0].starts_with("Masz już konto"));
    // A link to the old mailbox must not open the account afterwards.
    w.browser.fresh().post("/reset", &[("email", EMAIL)]).await;
    let old_link = w.link(EMAIL).await;
    assert_eq!(browser.post(path, &form("nowa@example.pl")).await.status, 303);
    assert_eq!(w.person("nowa@example.pl").await, None);
    let link = w.link("nowa@example.pl").await;
    assert!(w.browser.get(&link).await.text.contains("nowa@example.pl"));
    assert_eq!(w.browser.post(&link, &[]).await.status, 303);
    assert_eq!(w.person("nowa@example.pl").await.unwrap().id, anna);
    assert_eq!(w.person(EMAIL).await, None);
    assert!(w.mails(EMAIL).await[0].starts_with("Adres e-mail konta został zmieniony"));
    assert_eq!(w.browser.fresh().get(&old_link).await.status, 410);
    w.signed_in("nowa@example.pl").await;
}

async fn a_new_password_signs_other_devices_out(db) {
    let (w, _) = World::with_anna(&db).await;
    let (here, there) = (w.signed_in(EMAIL).await, w.signed_in(EMAIL).await);
    let path = "/my/account/password";
    let form = |current, new| [("current_password", current), ("password", new)];
    let new = "siedem niebieskich latawców";
    assert_eq!(here.post(path, &form("nie to hasło zupełnie", new)).await.status, 422);
    let common = here.post(path, &form(PASSWORD, "administrator1")).await;
    assert!(common.text.contains("To hasło jest zbyt popularne"));
    assert_eq!(here.post(path, &form(PASSWORD, new)).await.status, 303);
    assert!(w.who(&here).await.is_some());
    assert_eq!(w.who(&there).await, None);
    assert!(w.mails(EMAIL).await[0].contains("Hasło do Twojego konta zostało zmienione."));
}

async fn devices_are_listed_and_signed_out_one_by_one_or_all_others(db) {
    let (w, anna) = World::with_anna(&db).await;
    let (here, there, third) = (w.signed_in(EMAIL).await, w.signed_in(EMAIL).await, w.signed_in(EMAIL).await);
    let path = "/my/account/sessions";
    let page = here.get(path).await;
    assert_eq!(page.text.matches("name=\"session\"").count(), 3);
    assert_eq!(page.text.matches("to urządzenie").count(), 1);
    let ctx = w.ctx();
    let all = db.read(move |c| Box::pin(async move { identity::session::list(c, &ctx, anna).await })).await.unwrap();
    // Another person cannot end it.
    w.register("jan@example.pl", "Jan", "Nowak").await;
    let jan = w.signed_in("jan@example.pl").await;
    for session in &all {
        jan.post(path, &[("session", &session.id.to_string())]).await;
    }
    assert!(w.who(&here).await.is_some() && w.who(&there).await.is_some() && w.who(&third).await.is_some());
    here.post(path, &[("others", "1")]).await;
    assert!(w.who(&here).await.is_some() && w.who(&jan).await.is_some());
    assert_eq!((w.who(&there).await, w.who(&third).await), (None, None));
    let own = hidden(&here.get(path).await, "session");
    assert_eq!(here.post(path, &[("session", &own)]).await.location(), "/");
    assert_eq!(w.who(&here).await, None);
}

}
