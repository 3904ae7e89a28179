//! What somebody wrote as a guest becomes theirs.

use assignments::State;
use enrolments::{Guest, Learner};

use crate::world::{ALL, World, act, definition};

const TEXT: &str = "To jest moja praca z pięcioma słowami.";

db::both! { ALL;

async fn the_further_work_goes_on_when_a_guest_signs_in(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    let secret = "0f".repeat(32);
    let guest = Guest::of(&secret);
    let (hash, id) = (guest.hash().unwrap(), course.id);
    act!(w, w.citizen, |c, ctx| enrolments::enrol_open(c, ctx, Learner::Guest(hash), id, None).await).unwrap();
    let browser = w.kit.browser(assignments::routes());
    browser.cookie("szpon_learner", &secret);
    let sent = browser.post(&course.page(), &[("text", TEXT), ("version", "0"), ("go", "hand-in")]).await;
    assert_eq!(sent.status, 303);
    // The account has a draft of its own on the same course.
    let mine = w.enrol(w.citizen, &course).await;
    w.browser(w.citizen).post(&course.page(), &[("text", "Szkic"), ("version", "0"), ("go", "save")]).await;
    let citizen = w.citizen;
    act!(w, w.citizen, |c, ctx| enrolments::claim_guest(c, ctx, citizen, &guest).await).unwrap();
    let (work, history) = w.work(&mine, &course).await;
    assert_eq!((work.state, history.editions[0].text.as_str()), (State::Waiting, TEXT));
}
}
