//! The copy of one's own data, and deleting the account.

use identity::OwnData;
use serde_json::json;

use crate::{EMAIL, PASSWORD, TABLES, World};

/// A part kept by another subject, as the program registers it.
fn other() -> OwnData {
    OwnData {
        name: "drafts",
        export: |_, id| Box::pin(async move { Ok(json!([{ "of": id }])) }),
        may_erase: |_, _| Box::pin(async move { Ok(vec![identity::msg::IDENTITY_KEPT_AUDIT]) }),
        erase: |_, _, _| Box::pin(async move { Ok(()) }),
    }
}

db::both! { TABLES;

async fn the_copy_has_everything_and_no_secrets(db) {
    identity::own_data::register(vec![other()]);
    let (w, anna) = World::with_anna(&db).await;
    let browser = w.signed_in(EMAIL).await;
    let file = browser.post("/my/account/export", &[]).await;
    assert!(file.headers["content-disposition"].to_str().unwrap().contains("szpon-2026-03-02.json"));
    let data = file.json();
    assert_eq!(data["account"]["email"], EMAIL);
    assert_eq!(data["sessions"].as_array().unwrap().len(), 1);
    assert_eq!(data["drafts"][0]["of"], json!(anna));
    assert!(w.actions().await.contains(&"account.exported".to_owned()));
    assert!(!file.text.contains("argon2") && !file.text.contains("secret"));
}

async fn deleting_asks_the_password_says_what_stays_and_frees_the_address(db) {
    identity::own_data::register(vec![other()]);
    let (w, anna) = World::with_anna(&db).await;
    let browser = w.signed_in(EMAIL).await;
    let path = "/my/account/delete";
    let page = browser.get(path).await.text;
    assert!(page.contains("Co zostanie, bo tak każe prawo") && page.contains("co najmniej 2 lata"));
    assert_eq!(browser.post(path, &[("current_password", PASSWORD)]).await.status, 422);
    assert_eq!(browser.post(path, &[("sure", "on"), ("current_password", "nie to hasło zupełnie")]).await.status, 422);
    assert_eq!(browser.post(path, &[("sure", "on"), ("current_password", PASSWORD)]).await.location(), "/");
    assert_eq!(w.who(&browser).await, None);
    let now = w.now();
    assert!(w.mails(EMAIL).await[0].starts_with("Konto zostało usunięte"));
    let row = db.read(move |c| Box::pin(async move { identity::person(c, anna).await })).await.unwrap();
    assert_eq!((row.name().as_str(), row.email.as_str(), row.deleted_at), ("", "", Some(now)));
    assert_eq!(w.browser.post("/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await.status, 422);
    w.register(EMAIL, "Anna", "Kowal").await;
    assert_eq!(w.actions().await.iter().filter(|a| *a == "account.deleted").count(), 1);
}

async fn the_only_operator_cannot_delete_the_account(db) {
    let (w, _) = World::with_anna(&db).await;
    let ctx = w.ctx();
    w.write(move |c| Box::pin(async move { identity::make_operator(c, &ctx, EMAIL, true).await })).await.unwrap();
    let browser = w.browser.fresh();
    assert_eq!(browser.post("/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await.location(), "/operator");
    let path = "/my/account/delete";
    assert!(browser.get(path).await.text.contains("Jesteś jedynym operatorem"));
    assert_eq!(browser.post(path, &[("sure", "on"), ("current_password", PASSWORD)]).await.status, 409);
    assert!(w.person(EMAIL).await.is_some());
}

}
