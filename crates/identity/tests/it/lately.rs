//! What is kept of sessions and tokens for a moment: never longer than until they end in this process.

use axum::http::Method;
use db::{Db, Options, q};
use identity::{own_data, session, tokens};
use kernel::{Clock as _, ids::PersonId};
use testkit::Browser;

use crate::{EMAIL, PASSWORD, TABLES, World};

async fn token(w: &World, person: PersonId) -> String {
    let ctx = w.ctx();
    let scopes = vec!["cases:read".to_owned()];
    w.write(move |c| Box::pin(async move { tokens::create(c, &ctx, person, None, "system", scopes, None).await }))
        .await
        .unwrap()
}

async fn by_token(browser: &Browser, token: &str) -> u16 {
    browser.api(Method::GET, "/api/v1/me", Some(token), None).await.status.as_u16()
}

db::both! { TABLES;

async fn an_ended_session_is_refused_at_the_next_request(db) {
    let (w, anna) = World::with_anna(&db).await;
    let (here, there) = (w.signed_in(EMAIL).await, w.signed_in(EMAIL).await);
    assert!(w.who(&here).await.is_some() && w.who(&there).await.is_some());
    let ctx = w.ctx();
    let sessions = w.write(move |c| Box::pin(async move { session::list(c, &ctx, anna).await })).await.unwrap();
    assert_eq!(sessions.len(), 2);
    let (ctx, one) = (w.ctx(), sessions[0].id);
    w.write(move |c| Box::pin(async move { session::end(c, &ctx, anna, one).await })).await.unwrap();
    let left = [w.who(&here).await, w.who(&there).await].into_iter().flatten().count();
    assert_eq!(left, 1, "the clock stood still");
}

async fn a_new_password_ends_other_sessions_at_once(db) {
    let (w, _) = World::with_anna(&db).await;
    let (here, there) = (w.signed_in(EMAIL).await, w.signed_in(EMAIL).await);
    assert!(w.who(&here).await.is_some() && w.who(&there).await.is_some());
    let new = "siedem żółtych tramwajów";
    let fields = [("current_password", PASSWORD), ("password", new), ("password_again", new)];
    assert_eq!(here.post("/my/account/password", &fields).await.status, 303);
    assert!(w.who(&here).await.is_some());
    assert_eq!(w.who(&there).await, None);
}

async fn all_sessions_can_be_ended_at_once(db) {
    let (w, anna) = World::with_anna(&db).await;
    let (here, there) = (w.signed_in(EMAIL).await, w.signed_in(EMAIL).await);
    assert!(w.who(&here).await.is_some() && w.who(&there).await.is_some());
    let ctx = w.ctx();
    w.write(move |c| Box::pin(async move { session::end_others(c, &ctx, anna, None).await })).await.unwrap();
    assert_eq!((w.who(&here).await, w.who(&there).await), (None, None));
}

async fn a_deleted_account_is_signed_out_everywhere_with_its_tokens(db) {
    let (w, anna) = World::with_anna(&db).await;
    let (browser, token) = (w.signed_in(EMAIL).await, token(&w, anna).await);
    assert!(w.who(&browser).await.is_some());
    assert_eq!(by_token(&w.browser, &token).await, 200);
    let ctx = w.ctx();
    w.write(move |c| Box::pin(async move { own_data::delete(c, &ctx, anna).await })).await.unwrap();
    assert_eq!(w.who(&browser).await, None);
    assert_eq!(by_token(&w.browser, &token).await, 401);
}

async fn rights_and_names_change_at_once(db) {
    let (w, anna) = World::with_anna(&db).await;
    let browser = w.signed_in(EMAIL).await;
    assert!(!browser.get("/my/account").await.text.contains("href=\"/operator\""));
    for operator in [true, false] {
        let ctx = w.ctx();
        w.write(move |c| Box::pin(async move { identity::make_operator(c, &ctx, EMAIL, operator).await })).await.unwrap();
        assert_eq!(browser.get("/my/account").await.text.contains("href=\"/operator\""), operator);
    }
    let (ctx, version) = (w.ctx(), w.person(EMAIL).await.unwrap().version);
    w.write(move |c| Box::pin(async move {
        identity::account::change_data(c, &ctx, anna, version, "Joanna", "Kowal", kernel::Lang::Pl).await
    })).await.unwrap();
    assert!(browser.get("/my/account").await.text.contains("Joanna Kowal"));
}

async fn an_ended_token_is_refused_at_the_next_request(db) {
    let (w, anna) = World::with_anna(&db).await;
    let token = token(&w, anna).await;
    assert_eq!(by_token(&w.browser, &token).await, 200);
    let ctx = w.ctx();
    w.write(move |c| Box::pin(async move {
        let id = tokens::list(c, &ctx, anna).await?[0].id;
        tokens::end(c, &ctx, anna, id).await
    })).await.unwrap();
    assert_eq!(by_token(&w.browser, &token).await, 401);
}

async fn what_ends_by_itself_ends_to_the_second(db) {
    let (w, anna) = World::with_anna(&db).await;
    let (ctx, until) = (w.ctx(), w.now().plus_seconds(2));
    let scopes = vec!["cases:read".to_owned()];
    let token = w
        .write(move |c| Box::pin(async move { tokens::create(c, &ctx, anna, None, "krótki", scopes, Some(until)).await }))
        .await
        .unwrap();
    assert_eq!(by_token(&w.browser, &token).await, 200);
    w.kit.clock.advance_seconds(2);
    assert_eq!(by_token(&w.browser, &token).await, 401);
}

}

/// Two processes of one installation on PostgreSQL: what one ends, the other refuses after five seconds at the latest.
#[tokio::test]
async fn what_another_process_ends_is_refused_within_five_seconds() {
    let url = db::testing::postgres_schema().await;
    let (one, two) = (Db::open(&url, &Options::default()).unwrap(), Db::open(&url, &Options::default()).unwrap());
    one.migrate(TABLES.concat(), kernel::Micros(0)).await.unwrap();
    let (w, anna) = World::with_anna(&one).await;
    let other = World::new(&two);
    let browser = w.browser.fresh();
    let signed_in = browser.post("/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await;
    let cookie = signed_in.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    assert!(cookie.starts_with("szpon_session="));
    let token = token(&w, anna).await;
    // The other process knows both, and keeps them.
    let there = || async {
        let request = axum::http::Request::builder().uri("/api/v1/me").header("cookie", &cookie);
        let by_cookie = other.browser.fresh().send(request, axum::body::Body::empty()).await.status.as_u16();
        (by_cookie, by_token(&other.browser, &token).await)
    };
    assert_eq!(there().await, (200, 200));
    // The use of the token was just written; now it is kept.
    assert_eq!(there().await, (200, 200));
    let ctx = w.ctx();
    w.write(move |c| {
        Box::pin(async move {
            session::end_others(c, &ctx, anna, None).await?;
            c.exec(q!("UPDATE api_token SET ended = $1 WHERE person_id = $2", ctx.now, anna)).await
        })
    })
    .await
    .unwrap();
    assert_eq!(w.who(&browser).await, None, "at once where it was ended");
    assert_eq!(by_token(&w.browser, &token).await, 401);
    assert_eq!(there().await, (200, 200), "the other process has not looked yet");
    other.kit.clock.advance_seconds(db::KEPT_SECONDS + 1);
    assert_eq!(there().await, (401, 401));
    assert!(other.kit.clock.now() > w.now());
}
