//! What waits at the desk for those who lead and look after courses: works and answers to mark, questions of learners,
//! requests to decide.

use db::{BoxFuture, Conn, q};
use desk::Wait;
use i18n::T;
use kernel::{Lang, Result};
use offices::{Desk, Role};

use crate::msg;

/// Slug, title, English title, and how many wait; the twenty courses with most.
type Waiting = Vec<(String, String, String, i64)>;

/// Counts rows that belong to courses of an office: a table with its condition.
macro_rules! waiting {
    ($c:expr, $desk:expr, $rows:literal) => {
        $c.all(q!(
            concat!(
                "SELECT k.slug, k.title, k.title_en, COUNT(*) AS n FROM course k JOIN ",
                $rows,
                " WHERE k.office_id = $1 GROUP BY k.slug, k.title, k.title_en ORDER BY n DESC, k.slug LIMIT 20"
            ),
            $desk.scope.office()
        ))
        .await?
    };
}

/// What the desk shows, for [`desk::register_waits`].
pub(crate) fn waits<'c>(c: &'c mut Conn, desk: &'c Desk, t: T) -> BoxFuture<'c, Result<Vec<Wait>>> {
    Box::pin(async move {
        let mut all = Vec::new();
        if desk.may(Role::Trainer) {
            let works: Waiting = waiting!(
                c,
                desk,
                "work w ON w.course_id = k.id AND w.state = 'waiting' \
                 JOIN enrolment e ON e.id = w.enrolment_id AND e.state IN ('active', 'completed')"
            );
            // Answers that came after the end of a quiz wait for a trainer too.
            let answers: Waiting = waiting!(
                c,
                desk,
                "(SELECT id, course_id FROM attempt WHERE state = 'marking' UNION \
                 SELECT attempt_id, course_id FROM attempt_late WHERE state = 'waits') a ON a.course_id = k.id"
            );
            let asked: Waiting = waiting!(c, desk, "lesson_question a ON a.course_id = k.id AND a.answered_at IS NULL");
            for (rows, key, rest) in [
                (works, msg::APP_WAITS_WORKS, "work"),
                (answers, msg::APP_WAITS_ANSWERS, "marking"),
                (asked, msg::APP_WAITS_QUESTIONS, "questions-of-learners"),
            ] {
                all.extend(rows.into_iter().map(|(slug, title, title_en, n)| {
                    let title = if t.lang() == Lang::En && !title_en.is_empty() { title_en } else { title };
                    Wait {
                        count: n,
                        words: t.f(key, &[("n", n.into()), ("course", title.into())]),
                        href: desk.path(&format!("/courses/{slug}/{rest}")),
                    }
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
