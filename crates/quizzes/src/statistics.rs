//! How the questions of a quiz do, from the attempts that were graded.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
};

use db::{Conn, Json, Q, q};
use kernel::{
    OfficeScope, Result,
    ids::{AttemptId, CourseId, ItemId, QuestionId},
};
use questions::{Answered, ItemStatistics, Kind, Question, Response, Statistics};

use crate::{attempt::SlotGrade, msg};

/// Of how many attempts, the latest, statistics are made.
pub const MOST_ATTEMPTS: u32 = 5000;
/// From how many answers on a question is judged.
pub const LEAST: u64 = 10;
/// How many questions are read at once.
const AT_ONCE: usize = 1000;

/// A question of a version, with how it does.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionStatistics {
    /// The question.
    pub id: QuestionId,
    /// Which of its versions was asked.
    pub version: i64,
    /// What was asked.
    pub question: Question,
    /// How it does.
    pub figures: ItemStatistics,
}

/// What statistics of a quiz say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct QuizStatistics {
    /// How many attempts they are made of.
    pub attempts: u64,
    /// Mean and standard deviation of the scores, 0 to 1.
    pub scores: Option<(f64, f64)>,
    /// The questions, those that need a look first.
    pub questions: Vec<QuestionStatistics>,
}

/// Statistics of a quiz of this office's course.
///
/// # Errors
/// Those of the database.
pub async fn statistics(c: &mut Conn, scope: OfficeScope, course: CourseId, item: ItemId) -> Result<QuizStatistics> {
    let rows: Vec<(AttemptId, Json<Vec<SlotGrade>>)> = c
        .all(q!(
            "SELECT id, grades FROM attempt WHERE item_id = $1 AND course_id = $2 AND office_id = $3 AND state = 'graded' \
             ORDER BY id DESC LIMIT $4",
            item,
            course,
            scope.office(),
            MOST_ATTEMPTS
        ))
        .await?;
    let mut gathered: Statistics<(QuestionId, i64)> = Statistics::default();
    if let Some((oldest, _)) = rows.last() {
        let mut given: BTreeMap<(AttemptId, usize), Response> = BTreeMap::new();
        let q = q!(
            "SELECT x.attempt_id, x.slot, x.response FROM attempt_answer x JOIN attempt a ON a.id = x.attempt_id \
             WHERE a.item_id = $1 AND a.state = 'graded' AND a.id >= $2",
            item,
            *oldest
        );
        c.each(q, |(attempt, slot, response): (AttemptId, usize, Json<Response>)| {
            given.insert((attempt, slot), response.0);
            ControlFlow::Continue(())
        })
        .await?;
        for (attempt, grades) in &rows {
            let answered: Vec<_> = grades
                .0
                .iter()
                .enumerate()
                .map(|(slot, grade)| {
                    let response = given.get(&(*attempt, slot));
                    Answered {
                        question: (grade.question, grade.version),
                        fraction: grade.fraction,
                        points: grade.points,
                        blank: response.is_none_or(Response::is_blank),
                        chosen: response.map(Response::chosen).unwrap_or_default(),
                    }
                })
                .collect();
            gathered.add(&answered);
        }
    }
    let mut questions = Vec::new();
    let found: Vec<((QuestionId, i64), ItemStatistics)> = gathered.items().map(|(k, v)| (*k, v)).collect();
    let mut contents = contents(c, found.iter().map(|(key, _)| *key).collect()).await?;
    for ((id, version), figures) in found {
        if let Some(question) = contents.remove(&(id, version)) {
            questions.push(QuestionStatistics { id, version, question, figures });
        }
    }
    questions.sort_by_key(|q| (advice(&q.question, &q.figures).1, q.id, q.version));
    Ok(QuizStatistics { attempts: gathered.attempts(), scores: gathered.scores(), questions })
}

/// What was asked in these versions of questions.
async fn contents(c: &mut Conn, mut wanted: Vec<(QuestionId, i64)>) -> Result<BTreeMap<(QuestionId, i64), Question>> {
    wanted.sort_unstable();
    let mut all = BTreeMap::new();
    for some in wanted.chunks(AT_ONCE) {
        // A question asked in two versions brings both; one that only shares its number with another is not kept.
        let numbers: BTreeSet<i64> = some.iter().map(|(_, number)| *number).collect();
        let q = Q::new("SELECT question_id, number, content FROM question_version")
            .push_in(" WHERE question_id IN ", some.iter().map(|(id, _)| *id))
            .push_in(" AND number IN ", numbers);
        c.each(q, |(id, number, content): (QuestionId, i64, Json<Question>)| {
            if some.binary_search(&(id, number)).is_ok() {
                all.insert((id, number), content.0);
            }
            ControlFlow::Continue(())
        })
        .await?;
    }
    Ok(all)
}

/// What to do about a question: the key of the words, and how urgent it is (0 is the most).
pub fn advice(question: &Question, figures: &ItemStatistics) -> (&'static str, u8) {
    if figures.count < LEAST {
        return (msg::QUIZZES_ADVICE_FEW, 8);
    }
    let discrimination = figures.correlation.or(figures.discrimination);
    if discrimination.is_some_and(|d| d < 0.0) {
        return (msg::QUIZZES_ADVICE_NEGATIVE, 0);
    }
    if figures.facility < 0.25 {
        return (msg::QUIZZES_ADVICE_HARD, 1);
    }
    if figures.count >= 2 * LEAST && unused(question, figures).is_some() {
        return (msg::QUIZZES_ADVICE_UNUSED, 4);
    }
    if figures.facility > 0.95 {
        return (msg::QUIZZES_ADVICE_EASY, 3);
    }
    if discrimination.is_some_and(|d| d < 0.2) {
        return (msg::QUIZZES_ADVICE_WEAK, 2);
    }
    (msg::QUIZZES_ADVICE_GOOD, 9)
}

/// A wrong option of a question with one right answer that nobody chose.
pub fn unused(question: &Question, figures: &ItemStatistics) -> Option<usize> {
    let Kind::Single { answers, .. } = &question.kind else { return None };
    let nobody = |i: &usize| !figures.chosen.contains_key(&(0, *i));
    // When nearly everybody knows, no wrong option can be chosen often.
    (figures.facility < 0.9).then(|| (0..answers.len()).find(nobody)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(count: u64, facility: f64, correlation: f64, chosen: &[usize]) -> ItemStatistics {
        ItemStatistics {
            count,
            blank: 0,
            facility,
            deviation: 0.4,
            discrimination: None,
            correlation: Some(correlation),
            chosen: chosen.iter().map(|c| ((0, *c), 5)).collect(),
        }
    }

    #[test]
    fn advice_names_the_worst_first() {
        let question = questions::sample();
        let all = [0, 1, 2];
        for (f, key) in [
            (figures(5, 0.1, -0.5, &all), msg::QUIZZES_ADVICE_FEW),
            (figures(50, 0.5, -0.1, &all), msg::QUIZZES_ADVICE_NEGATIVE),
            (figures(50, 0.2, 0.3, &all), msg::QUIZZES_ADVICE_HARD),
            (figures(50, 0.97, 0.3, &[1]), msg::QUIZZES_ADVICE_EASY),
            (figures(50, 0.6, 0.1, &all), msg::QUIZZES_ADVICE_WEAK),
            (figures(50, 0.6, 0.4, &[0, 1]), msg::QUIZZES_ADVICE_UNUSED),
            (figures(50, 0.6, 0.4, &all), msg::QUIZZES_ADVICE_GOOD),
        ] {
            assert_eq!(advice(&question, &f).0, key, "{f:?}");
        }
    }
}
