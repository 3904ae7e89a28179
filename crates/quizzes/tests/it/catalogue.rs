//! The six courses of the catalogue: taken over, published, and passed with right answers.

use courses::ItemKind;
use quizzes::{AttemptState, Purpose};

use crate::world::{ALL, World};

db::both! { ALL;

async fn every_quiz_of_the_catalogue_is_passed_with_right_answers(db) {
    let w = World::new(&db).await;
    assert!(courses::catalog::courses().len() >= 6);
    let scope = w.office;
    for from in courses::catalog::courses() {
        let id = courses::adopt(&w.kit.app, &w.ctx(w.author).await, w.office, &from.slug).await.unwrap();
        w.act(move |c, ctx| Box::pin(async move { courses::publish(c, ctx, scope, id, "").await })).await.unwrap();
        let enrolment = w.enrol(w.official, id).await;
        let content = courses::content(&w.kit.app, enrolment.course_version).await.unwrap();
        let mut purposes = Vec::new();
        for item in content.items().filter(|i| i.kind == ItemKind::Quiz) {
            let quiz = w.quiz(&enrolment, item.id).await;
            purposes.push(quiz.settings.purpose);
            let drawn = usize::try_from(quiz.settings.drawn()).unwrap();
            let attempt = w.take(&quiz, &enrolment, drawn).await;
            assert_eq!(quiz.drawn(attempt.seed()).len(), drawn, "{}: {}", from.slug, item.title);
            assert_eq!((attempt.state, attempt.score, attempt.passed), (AttemptState::Graded, Some(1.0), Some(true)), "{}: {}", from.slug, item.title);
        }
        assert!(purposes.contains(&Purpose::Pretest) && purposes.contains(&Purpose::Final), "{}", from.slug);
        let mine = w.act(move |c, _| Box::pin(enrolments::enrolment(c, enrolment.id))).await.unwrap();
        assert_eq!(mine.state, enrolments::State::Completed, "{}: lessons skipped, quizzes passed", from.slug);
    }
}

}
