//! What waits at the desk for those who lead and look after courses: works and answers to mark, questions of learners,
//! requests to decide.

use db::{BoxFuture, Conn};
use desk::Wait;
use i18n::T;
use kernel::Result;
use offices::{Desk, Role};

use crate::msg;

/// What the desk shows, for [`desk::register_waits`].
pub(crate) fn waits<'c>(c: &'c mut Conn, desk: &'c Desk, t: T) -> BoxFuture<'c, Result<Vec<Wait>>> {
    Box::pin(async move {
        let mut all = Vec::new();
        if desk.may(Role::Trainer) {
            let office = desk.scope.office();
            for (courses, key, rest) in [
                (assignments::waits(c, office).await?, msg::APP_WAITS_WORKS, "work"),
                (quizzes::waits(c, office).await?, msg::APP_WAITS_ANSWERS, "marking"),
                (enrolments::questions_wait(c, office).await?, msg::APP_WAITS_QUESTIONS, "questions-of-learners"),
            ] {
                all.extend(courses.iter().map(|course| Wait {
                    count: course.count,
                    words: t.f(key, &[("n", course.count.into()), ("course", course.title_in(t.lang()).into())]),
                    href: desk.path(&format!("/courses/{}/{rest}", course.slug)),
                }));
            }
        }
        if [Role::Trainer, Role::Superior, Role::Coordinator].iter().any(|r| desk.may(*r)) {
            let n = i64::try_from(enrolments::requests_for(c, desk).await?.len()).unwrap_or(i64::MAX);
            if n > 0 {
                let words = t.f(msg::APP_WAITS_REQUESTS, &[("n", n.into())]);
                all.push(Wait { count: n, words, href: desk.path("/learning/requests") });
            }
        }
        Ok(all)
    })
}
