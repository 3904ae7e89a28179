//! What an author who looks at their course as a learner sees of an assignment.

use crate::world::{ALL, World, definition, words};

db::both! { ALL;

async fn the_preview_of_a_course_shows_the_instructions_and_the_rubric(db) {
    let w = World::new(&db).await;
    let course = w.course(definition()).await;
    let browser = w.kit.browser(courses::routes());
    browser.cookie("szpon_session", &w.author.to_string());
    let page = words(&browser.get(&format!("/desk/lipowa/courses/prosty-jezyk/preview/{}", course.item)).await);
    for part in ["Napisz krótkie pismo.", "Język", "częściowo"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("na osobnej stronie"), "{page}");
}

}
