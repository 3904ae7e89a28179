//! Tokens of the JSON API.

use axum::http::Method;
use db::q;
use kernel::FaultKind;

use crate::{EMAIL, PASSWORD, TABLES, World};

fn token(page: &str) -> String {
    let start = page.find("szpon_").unwrap();
    page[start..].chars().take_while(|c| c.is_ascii_alphanumeric() || "_-".contains(*c)).collect()
}

db::both! { TABLES;

async fn a_token_is_shown_once_works_and_is_ended(db) {
    let (w, _) = World::with_anna(&db).await;
    let browser = w.signed_in(EMAIL).await;
    let path = "/my/account/tokens";
    let form = |password| [("name", "obieg"), ("scopes", "cases:read"), ("scopes", "cases:write"), ("expires", "30"), ("current_password", password)];
    assert_eq!(browser.post(path, &form("nie to hasło zupełnie")).await.status, 422);
    let shown = browser.post(path, &form(PASSWORD)).await;
    assert_eq!(shown.headers["cache-control"], "no-store");
    let token = token(&shown.text);
    assert_eq!(token.len(), "szpon_".len() + 43);
    let list = browser.get(path).await.text;
    assert!(!list.contains(&token) && list.contains("obieg") && list.contains("jeszcze nieużyty"));
    let stored = db.read(|c| Box::pin(async move { c.all::<(Vec<u8>,)>(q!("SELECT secret_hash FROM api_token")).await })).await.unwrap();
    assert_eq!(stored[0].0.len(), 32);
    let me = w.browser.fresh().api(Method::GET, "/api/v1/me", Some(&token), None).await;
    assert_eq!(me.status, 200);
    let me = me.json();
    assert_eq!((me["email"].as_str(), me["token"]["name"].as_str()), (Some(EMAIL), Some("obieg")));
    assert_eq!(me["token"]["scopes"], serde_json::json!(["cases:read", "cases:write"]));
    assert!(!browser.get(path).await.text.contains("jeszcze nieużyty"));
    // A token opens no pages of one's own account.
    assert_eq!(w.browser.fresh().api(Method::GET, "/my/account", Some(&token), None).await.status, 303);
    let id = db.read(|c| Box::pin(async move { c.one::<(uuid::Uuid,)>(q!("SELECT id FROM api_token")).await })).await.unwrap().0;
    assert_eq!(browser.post(path, &[("end", &id.to_string())]).await.status, 303);
    let refused = w.browser.fresh().api(Method::GET, "/api/v1/me", Some(&token), None).await;
    assert_eq!(refused.status, 401);
    assert_eq!(refused.headers["content-type"], "application/problem+json");
}

async fn a_token_ends_by_itself_and_nonsense_is_refused(db) {
    let (w, anna) = World::with_anna(&db).await;
    let ctx = w.ctx();
    let end = w.now().plus_days(30);
    let token = w.write(move |c| Box::pin(async move {
        identity::tokens::create(c, &ctx, anna, None, "noc", vec!["cases:read".into()], Some(end)).await
    })).await.unwrap();
    let asks = |token: String| { let b = w.browser.fresh(); async move { b.api(Method::GET, "/api/v1/me", Some(&token), None).await.status.as_u16() } };
    assert_eq!(asks(token.clone()).await, 200);
    w.kit.clock.advance_seconds(30 * 86_400);
    assert_eq!(asks(token).await, 401);
    assert_eq!(asks("szpon_x".into()).await, 401);
    for (name, scopes, field) in [("", vec!["cases:read"], "name"), ("noc", vec!["cases:read"], "name"), ("dzień", vec![], "scopes"), ("dzień", vec!["wszystko"], "scopes")] {
        let (ctx, scopes) = (w.ctx(), scopes.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>());
        let fault = w.write(move |c| Box::pin(async move { identity::tokens::create(c, &ctx, anna, None, name, scopes, None).await })).await.unwrap_err();
        assert_eq!((fault.kind, fault.fields[0].field.as_str()), (FaultKind::Invalid, field));
    }
}

}
