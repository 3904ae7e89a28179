//! The last day of a course is a whole day in Poland, also the one that has 25 hours.

use courses::Audience;
use enrolments::{NewEnrolment, Source};
use jiff::civil::date;
use kernel::Micros;

use crate::world::{ALL, World};

const HOUR: i64 = 3600;

db::both! { ALL;

async fn the_last_day_ends_at_midnight_in_poland_when_the_clocks_go_back_and_forward(db) {
    let w = World::new(&db).await;
    let course = w.course("Prosty język", Audience::Everyone, true, true).await;
    let (id, scope, person) = (course.id, w.office, w.citizen);
    let new = move |due| NewEnrolment { person, course: id, group: None, source: Source::Coordinator, due, again: false };
    let mine = w.act(move |c, ctx| Box::pin(async move { enrolments::enrol(c, ctx, new(None)).await })).await;
    let browser = w.browser(Some(w.citizen));
    // The night of 25 October 2026 has an hour twice, that of 28 March 2027 one hour less.
    for (day, shown, hours) in [(date(2026, 10, 25), "25 października 2026", 25), (date(2027, 3, 28), "28 marca 2027", 23)] {
        let enrolment = mine.id;
        w.act(move |c, ctx| Box::pin(async move { enrolments::set_due(c, ctx, scope, enrolment, Some(day)).await })).await;
        let begins = Micros::start_of(day);
        for (at, late) in [(-1, false), (0, false), (2 * HOUR + HOUR / 2, false), (hours * HOUR - 1, false), (hours * HOUR, true)] {
            w.kit.clock.set(begins.plus_seconds(at));
            for path in [format!("/learn/{}", course.slug), "/learn".to_owned()] {
                let page = browser.get(&path).await.text;
                assert!(page.contains(shown), "{path} {day}: {page}");
                assert_eq!(page.contains("Termin minął"), late, "{path} {day}, {at} seconds after its midnight: {page}");
            }
        }
        // Late is not too late.
        assert_eq!(browser.get(&format!("/learn/{}/{}", course.slug, course.lessons[0])).await.status, 200);
    }
}

}
