//! Ways into a course: a group chosen, approval asked for, an offered place taken, a completed course taken anew.

use courses::Audience;
use enrolments::{Approver, Learner, Mode, NewGroup, State, Way};
use jiff::civil::{Date, date};
use kernel::ids::GroupId;

use crate::world::{ALL, Course, World};

impl World {
    async fn way(&self, course: &Course, way: Way) {
        let (scope, id) = (self.office, course.id);
        self.act(move |c, ctx| Box::pin(async move { enrolments::set_way(c, ctx, scope, id, &way).await })).await;
    }

    pub(crate) async fn group(&self, course: &Course, name: &str, seats: Option<i64>, to: Option<Date>) -> GroupId {
        let (scope, id) = (self.office, course.id);
        let from = to.map(|to| to.checked_sub(jiff::Span::new().days(7)).unwrap());
        let new = NewGroup { name: name.into(), seats, from, to, ..NewGroup::default() };
        self.act(move |c, ctx| Box::pin(async move { enrolments::add_group(c, ctx, scope, id, &new).await })).await
    }

    async fn state(&self, course: &Course) -> State {
        let (who, id) = (Learner::Person(self.citizen), course.id);
        let mine = self.kit.app.db.read(move |c| Box::pin(enrolments::on_course(c, who, id))).await;
        mine.unwrap().unwrap().state
    }
}

db::both! { ALL;

async fn a_learner_chooses_a_group_and_waits_for_a_full_one(db) {
    let w = World::new(&db).await;
    let course = w.course("Warsztaty", Audience::Everyone, true, true).await;
    let home = format!("/learn/{}", course.slug);
    assert!(!w.browser(None).get(&home).await.text.contains("name=\"group\""), "a course without groups asks nothing");
    let monday = w.group(&course, "Poniedziałki", Some(1), Some(date(2026, 11, 20))).await.to_string();
    let friday = w.group(&course, "Piątki", Some(2), None).await.to_string();
    w.group(&course, "Wiosna", None, Some(date(2026, 4, 30))).await;
    let (guest, mine) = (w.browser(None), w.browser(Some(w.citizen)));
    let page = guest.get(&home).await.text;
    assert!(page.contains("Poniedziałki") && page.contains("20 listopada 2026"), "{page}");
    assert!(page.contains("1 wolne miejsce") && page.contains("2 wolne miejsca") && page.contains("Bez grupy"), "{page}");
    assert!(!page.contains("Wiosna"), "a group that ended is not offered");
    guest.post(&format!("{home}/enrol"), &[("group", &monday)]).await;
    let page = guest.get(&home).await.text;
    assert!(page.contains("Poniedziałki") && page.contains("0 z 2"), "the learner sees their group: {page}");
    let page = mine.get(&home).await.text;
    assert!(page.contains("brak wolnych miejsc"), "{page}");
    mine.post(&format!("{home}/enrol"), &[("group", &monday)]).await;
    assert!(mine.get(&home).await.text.contains("Jesteś na liście"), "who chooses a full group waits for it");
    assert_eq!(w.state(&course).await, State::Waiting);
    let other = w.browser(None);
    other.post(&format!("{home}/enrol"), &[("group", &friday)]).await;
    assert!(other.get(&home).await.text.contains("Piątki"));
    assert!(w.browser(None).get(&home).await.text.contains("1 wolne miejsce"), "one of two is taken");
}

async fn a_group_closed_meanwhile_is_said_and_nobody_is_enrolled(db) {
    let w = World::new(&db).await;
    let course = w.course("Warsztaty", Audience::Everyone, true, true).await;
    let home = format!("/learn/{}", course.slug);
    let group = w.group(&course, "Poniedziałki", None, None).await;
    let (scope, id) = (w.office, course.id);
    w.act(move |c, ctx| Box::pin(async move {
        let closed = NewGroup { name: "Poniedziałki".into(), closed: true, ..NewGroup::default() };
        enrolments::change_group(c, ctx, scope, id, group, 1, &closed).await
    }))
    .await;
    let mine = w.browser(Some(w.citizen));
    let sent = mine.post(&format!("{home}/enrol"), &[("group", &group.to_string())]).await;
    assert_eq!(sent.location(), home);
    let page = mine.get(&home).await.text;
    assert!(page.contains("Ta grupa nie przyjmuje nowych osób") && page.contains("Zacznij kurs"), "{page}");
}

async fn a_citizen_asks_and_reads_who_decides(db) {
    let w = World::new(&db).await;
    let course = w.course("Za zgodą", Audience::Everyone, true, true).await;
    let home = format!("/learn/{}", course.slug);
    w.way(&course, Way { mode: Mode::Request, chain: vec![Approver::Superior], ..Way::default() }).await;
    let group = w.group(&course, "Poniedziałki", None, None).await.to_string();
    let mine = w.browser(Some(w.citizen));
    let page = mine.get(&home).await.text;
    assert!(page.contains("Poproś o zapisanie") && page.contains("Po co Ci ten kurs") && page.contains("Poniedziałki"), "{page}");
    mine.post(&format!("{home}/enrol"), &[("why", "Piszę pisma."), ("group", &group)]).await;
    let page = mine.get(&home).await.text;
    assert!(page.contains("Prośba wysłana") && page.contains("Czeka na zgodę"), "{page}");
    // Nobody is their superior, and the office has no coordinator yet: the request waits all the same.
    assert!(page.contains("Pominięto") && page.contains("Teraz decyduje: Urząd lipowa.") && page.contains("Prośba poczeka"), "{page}");
    assert!(page.contains("Poniedziałki"), "with the group they asked for: {page}");
    assert_eq!(w.state(&course).await, State::Requested);
    assert_eq!(mine.get(&format!("{home}/{}", course.lessons[0])).await.location(), home, "no lesson opens before");
}

async fn whom_the_office_enrolled_reads_who_can_take_them_off(db) {
    let w = World::new(&db).await;
    let course = w.course("Obowiązkowy", Audience::Everyone, true, true).await;
    let home = format!("/learn/{}", course.slug);
    w.way(&course, Way { mode: Mode::Closed, ..Way::default() }).await;
    let mine = w.browser(Some(w.citizen));
    let page = mine.get(&home).await.text;
    assert!(page.contains("Na ten kurs zapisuje koordynator szkoleń: Urząd lipowa."), "{page}");
    let (person, id, source) = (w.citizen, course.id, enrolments::Source::Coordinator);
    let new = enrolments::NewEnrolment { person, course: id, group: None, source, due: None, again: false };
    w.act(move |c, ctx| Box::pin(async move { enrolments::enrol(c, ctx, new).await })).await;
    let page = mine.get(&home).await.text;
    assert!(page.contains("Wypisać może Cię koordynator szkoleń: Urząd lipowa.") && !page.contains("Zrezygnuj z kursu"), "{page}");
    assert_eq!(mine.post(&format!("{home}/withdraw"), &[]).await.location(), home);
    assert!(mine.get(&home).await.text.contains("Wypisać może Cię koordynator szkoleń urzędu, który prowadzi kurs"));
    assert_eq!(w.state(&course).await, State::Active);
}

async fn a_place_that_comes_free_is_offered_and_taken(db) {
    let w = World::new(&db).await;
    let course = w.course("Mało miejsc", Audience::Everyone, true, true).await;
    let home = format!("/learn/{}", course.slug);
    w.way(&course, Way { seats: Some(1), ..Way::default() }).await;
    let (first, mine) = (w.browser(None), w.browser(Some(w.citizen)));
    first.post(&format!("{home}/enrol"), &[]).await;
    mine.post(&format!("{home}/enrol"), &[]).await;
    let page = mine.get(&home).await.text;
    assert!(page.contains("miejsce 1") && !page.contains("Przyjmij miejsce"), "{page}");
    assert_eq!(mine.post(&format!("{home}/offer"), &[]).await.status, 409, "nothing is offered yet");
    first.post(&format!("{home}/withdraw"), &[]).await;
    let page = mine.get(&home).await.text;
    assert!(page.contains("Jest dla Ciebie miejsce") && page.contains("Przyjmij miejsce"), "{page}");
    assert_eq!(mine.post(&format!("{home}/offer"), &[]).await.location(), home);
    assert!(mine.get(&home).await.text.contains("0 z 2"));
    assert_eq!(mine.get(&format!("{home}/{}", course.lessons[0])).await.status, 200);
}

async fn a_course_whose_certificate_ends_is_renewed(db) {
    let w = World::new(&db).await;
    let course = w.course_with("Bezpieczeństwo", |s| s.valid_months = Some(24)).await;
    let home = format!("/learn/{}", course.slug);
    let mine = w.browser(Some(w.citizen));
    mine.post(&format!("{home}/enrol"), &[]).await;
    for lesson in &course.lessons {
        mine.post(&format!("{home}/{lesson}/done"), &[]).await;
    }
    assert_eq!(w.state(&course).await, State::Completed);
    let renew = [("again", "yes")];
    for (days, offered) in [(0, false), (600, false), (90, true)] {
        w.kit.clock.advance_days(days);
        let (page, list) = (mine.get(&home).await.text, mine.get("/learn").await.text);
        assert_eq!((page.contains("Odnów"), list.contains("Odnów")), (offered, offered), "{page}");
    }
    let page = mine.get(&home).await.text;
    assert!(page.contains("Zaświadczenie jest ważne do") && page.contains("23 października 2028"), "{page}");
    w.kit.clock.advance_days(60);
    assert!(mine.get(&home).await.text.contains("Zaświadczenie było ważne do"));
    assert_eq!(mine.post(&format!("{home}/enrol"), &renew).await.location(), home);
    let page = mine.get(&home).await.text;
    assert!(page.contains("0 z 2") && !page.contains("Odnów"), "{page}");
    let list = mine.get("/learn").await.text;
    assert!(list.contains("id=\"completed\"") && list.contains("23 października 2026"), "what was completed stays in the list: {list}");
}

async fn the_list_of_courses_leads_to_certificates_and_to_checking_them(db) {
    let w = World::new(&db).await;
    let (stranger, mine) = (w.browser(None).get("/learn").await.text, w.browser(Some(w.citizen)).get("/learn").await.text);
    for link in ["href=\"/c\"", "href=\"/badges/verify\""] {
        assert!(stranger.contains(link) && mine.contains(link), "{stranger}");
    }
    assert!(mine.contains("href=\"/learn/certificates\"") && mine.contains("Moje zaświadczenia"), "{mine}");
    assert!(!stranger.contains("/learn/certificates"), "a stranger has none");
}

async fn facts_of_a_course_are_told_once_and_stay_whole(db) {
    let w = World::new(&db).await;
    let course = w.course("Fakty", Audience::Everyone, true, true).await;
    let browser = w.browser(None);
    let list = browser.get("/learn").await.text;
    assert!(list.contains("<span class=\"fact\">Podstawowy</span>") && !list.contains("Podstawowy · "), "{list}");
    let page = browser.get(&format!("/learn/{}", course.slug)).await.text;
    assert_eq!(page.matches("Podstawowy").count(), 1, "{page}");
    assert_eq!(page.matches("20\u{a0}min").count(), 1, "{page}");
}

async fn a_guest_without_a_free_place_is_asked_to_make_an_account(db) {
    let w = World::new(&db).await;
    let course = w.course("Mało miejsc", Audience::Everyone, true, true).await;
    let home = format!("/learn/{}", course.slug);
    w.way(&course, Way { seats: Some(1), ..Way::default() }).await;
    let (late, mine) = (w.browser(None), w.browser(Some(w.citizen)));
    assert!(late.get(&home).await.text.contains("Zacznij bez konta"));
    w.browser(None).post(&format!("{home}/enrol"), &[]).await;
    // The page was opened while there was a place.
    let sent = late.post(&format!("{home}/enrol"), &[]).await;
    assert!(!sent.headers.contains_key("set-cookie"), "nobody is enrolled");
    let back = url::form_urlencoded::byte_serialize(home.as_bytes()).collect::<String>();
    for page in [late.get(sent.location()).await.text, late.get(&home).await.text] {
        assert!(page.contains("Nie ma teraz wolnych miejsc") && !page.contains("Zacznij bez konta"), "{page}");
        assert!(page.contains(&format!("/register?next={back}")) && page.contains(&format!("/sign-in?next={back}")), "{page}");
    }
    mine.post(&format!("{home}/enrol"), &[]).await;
    assert!(mine.get(&home).await.text.contains("miejsce 1"), "the first in the line");
}

}
