//! Guests in a browser: the cookie, and coming back with an account.

use axum::response::IntoResponse as _;
use enrolments::{Guest, Learner, Mark, State};
use kernel::ids::CourseId;
use serde::Deserialize;
use web::{Answer, Req, Routes, TypedPath};

use crate::world::{ALL, World};

/// A page as the learner's screens make it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/try/{course}", rejection(web::BadPath))]
struct Try {
    course: CourseId,
}

async fn show(path: Try, req: Req, guest: Guest) -> Answer<String> {
    let mine = enrolments::learner(&req, &guest, path.course).await?;
    let all = enrolments::mine(&req, &guest).await?.len();
    Ok(mine.map_or_else(|| format!("nothing of {all}"), |e| format!("{} {} of {all}", e.id, e.state.as_str())))
}

async fn begin(path: Try, req: Req, guest: Guest) -> Answer {
    let guest = if guest.hash().is_some() { guest } else { Guest::fresh(&req.ctx) };
    let who = Learner::of(&req, &guest).ok_or_else(kernel::Fault::sign_in)?;
    let (ctx, course) = (req.ctx.clone(), path.course);
    req.app
        .db
        .write(move |c| {
            let ctx = ctx.clone();
            Box::pin(async move { enrolments::enrol_open(c, &ctx, who, course, None).await })
        })
        .await?;
    Ok(guest.keep(req.redirect("/")).into_response())
}

db::both! { ALL;

async fn a_guest_is_known_by_the_cookie_and_brings_it_along_to_the_account(db) {
    let w = World::new(&db).await;
    let routes = Routes::new().get("try", web::Guard::Open, show).post("try", web::Guard::Open, begin);
    let browser = w.kit.browser(routes);
    let page = format!("/try/{}", w.course);
    assert_eq!(browser.get(&page).await.text, "nothing of 0");
    let began = browser.post(&page, &[]).await;
    let cookie = began.headers["set-cookie"].to_str().unwrap().to_owned();
    assert!(cookie.starts_with("szpon_learner=") && cookie.contains("HttpOnly"), "{cookie}");
    browser.post(&page, &[]).await;
    let seen = browser.get(&page).await.text;
    assert!(seen.ends_with("active of 1"), "{seen}");
    assert_eq!(browser.fresh().get(&page).await.text, "nothing of 0", "another browser is somebody else");
    let course = w.course;
    let all = w.kit.app.db.read(move |c| {
        Box::pin(async move { enrolments::of_course(c, course, &enrolments::Filter::default(), None).await })
    });
    let (rows, _) = all.await.unwrap();
    let id = rows[0].enrolment.id;
    w.mark(id, 0, Mark::done()).await;
    // Signed in, in the same browser.
    let secret = cookie.split(['=', ';']).nth(1).unwrap();
    let request = axum::http::Request::builder()
        .uri(&page)
        .header("cookie", format!("szpon_session={}; szpon_learner={secret}", w.citizen));
    let seen = w.kit.browser(Routes::new().get("try", web::Guard::Open, show)).send(request, axum::body::Body::empty()).await;
    assert_eq!(seen.text, format!("{id} active of 1"));
    let row = w.row(id).await;
    assert_eq!((row.person, row.state, row.done), (Some(w.citizen), State::Active, 1));
    assert_eq!(browser.get(&page).await.text, "nothing of 0", "the old cookie opens nothing any more");
}

async fn a_guest_never_waits_for_a_place_nobody_could_tell_them_of(db) {
    let w = World::new(&db).await;
    w.seats(1, 24).await;
    let first = w.enrol(w.anna).await.id;
    let course = w.course;
    let guest = Learner::Guest([7; 32]);
    let begin = || w.act(w.citizen, move |c, ctx| Box::pin(enrolments::enrol_open(c, ctx, guest, course, None)));
    assert_eq!(begin().await.unwrap_err().key, enrolments::msg::ENROLMENTS_GUEST_FULL);
    let mine = w.kit.app.db.read(move |c| Box::pin(enrolments::of_learner(c, guest))).await.unwrap();
    assert!(mine.is_empty(), "nothing of it stays: {mine:?}");
    let waits = w.enrol(w.chief).await.id;
    w.act(w.trainer, move |c, ctx| Box::pin(enrolments::withdraw(c, ctx, first, "Zmiana planów"))).await.unwrap();
    w.jobs().await;
    assert_eq!(w.row(waits).await.state, State::Offered, "the place goes to somebody who can be told");
}

async fn what_no_browser_can_come_back_to_ends_and_gives_its_place_to_the_next(db) {
    let w = World::new(&db).await;
    w.seats(1, 24).await;
    let course = w.course;
    let begin = async |guest: u8| {
        let who = Learner::Guest([guest; 32]);
        w.act(w.citizen, move |c, ctx| Box::pin(enrolments::enrol_open(c, ctx, who, course, None))).await.unwrap().id
    };
    let left = begin(1).await;
    w.act(w.citizen, move |c, ctx| Box::pin(enrolments::leave(c, ctx, left))).await.unwrap();
    let going = begin(2).await;
    let waits = w.enrol(w.anna).await.id;
    w.clock().advance_days(399);
    w.jobs().await;
    assert_eq!((w.row(going).await.state, w.row(waits).await.state), (State::Active, State::Waiting), "not yet");
    w.clock().advance_days(2);
    w.jobs().await;
    assert_eq!((w.row(going).await.state, w.row(waits).await.state), (State::Expired, State::Offered));
    assert_eq!(w.row(left).await.state, State::Withdrawn, "what was left stays left");
    assert_eq!((w.told("enrolment.expired").await, w.told("enrolment.offered").await), (1, 1));
    for guest in [1, 2] {
        let who = Learner::Guest([guest; 32]);
        let known = w.kit.app.db.read(move |c| Box::pin(enrolments::of_learner(c, who))).await.unwrap();
        assert!(known.is_empty(), "the secret is forgotten: {known:?}");
    }
}

}
