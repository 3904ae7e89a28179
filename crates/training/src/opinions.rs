//! What learners think of a course they completed: one to five stars, and a comment if they like. Whose it is nobody sees.

use db::{Conn, q};
use enrolments::{Enrolment, State};
use kernel::{
    Arg, Ctx, Fault, Result,
    ids::{CourseId, EnrolmentId},
};

use crate::msg;

/// The longest comment, in characters.
pub const COMMENT_MOST: usize = 2_000;
/// With fewer answers no figures and no comments are shown, so that nobody can be guessed.
pub const LEAST: i64 = 3;
/// How many comments are shown.
const COMMENTS: usize = 100;

db::row! {
    /// What a learner said.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Opinion {
        /// 1 (poor) to 5 (very good).
        pub stars: i64,
        /// A comment; may be empty.
        pub comment: String,
    }
}

/// What the learner of an enrolment said, if they did. The caller has checked that it is theirs.
///
/// # Errors
/// Those of the database.
pub async fn opinion(c: &mut Conn, enrolment: EnrolmentId) -> Result<Option<Opinion>> {
    c.opt(q!("SELECT stars, comment FROM course_opinion WHERE enrolment_id = $1", enrolment)).await
}

/// Keeps what a learner says, in place of what they said before. The caller has checked that the enrolment is theirs.
///
/// # Errors
/// `Conflict` when the course is not completed; `Invalid` with `stars` or `comment` at fault.
pub async fn give(c: &mut Conn, ctx: &Ctx, of: &Enrolment, stars: i64, comment: &str) -> Result<()> {
    if of.state != State::Completed {
        return Err(Fault::conflict(msg::TRAINING_OPINION_NOT_COMPLETED));
    }
    if !(1..=5).contains(&stars) {
        return Err(Fault::field("stars", msg::TRAINING_OPINION_CHOOSE));
    }
    let comment = comment.replace("\r\n", "\n");
    let comment: String = comment.trim().chars().filter(|c| !c.is_control() || *c == '\n').collect();
    if comment.chars().count() > COMMENT_MOST {
        let max = vec![("max", Arg::from(COMMENT_MOST))];
        return Err(Fault::invalid(web::msg::FAULT_FIELDS).and_field("comment", web::msg::FIELD_TOO_LONG, max));
    }
    c.exec(q!(
        "INSERT INTO course_opinion (enrolment_id, course_id, office_id, stars, comment, given, version) \
         VALUES ($1, $2, $3, $4, $5, $6, 1) ON CONFLICT (enrolment_id) DO UPDATE SET stars = excluded.stars, \
         comment = excluded.comment, given = excluded.given, version = course_opinion.version + 1",
        of.id,
        of.course,
        of.office,
        stars,
        comment,
        ctx.now
    ))
    .await
    .map(|_| ())
}

/// What learners think of a course.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Opinions {
    /// How many said something.
    pub count: i64,
    /// How many gave 1, 2, 3, 4, 5 stars; nothing when fewer than 3 said something.
    pub stars: Option<[i64; 5]>,
    /// Stars and comments, the newest first, at most 100; nothing when fewer than 3 said something.
    pub comments: Vec<Opinion>,
}

impl Opinions {
    /// The mean, 1 to 5; none when fewer than 3 said something.
    pub fn mean(&self) -> Option<f64> {
        let sum: i64 = self.stars?.iter().zip(1..).map(|(n, stars)| n * stars).sum();
        Some(sum as f64 / self.count as f64)
    }
}

/// What learners think of a course, without names.
///
/// # Errors
/// Those of the database.
pub async fn opinions(c: &mut Conn, course: CourseId) -> Result<Opinions> {
    let rows: Vec<(i64, i64)> = c
        .all(q!(
            "SELECT stars, COUNT(*) FROM course_opinion WHERE course_id = $1 GROUP BY stars ORDER BY stars",
            course
        ))
        .await?;
    let count: i64 = rows.iter().map(|(_, n)| n).sum();
    if count < LEAST {
        return Ok(Opinions { count, ..Opinions::default() });
    }
    let of = |wanted: i64| rows.iter().find(|(stars, _)| *stars == wanted).map_or(0, |(_, n)| *n);
    let comments = c
        .all(
            q!("SELECT stars, comment FROM course_opinion WHERE course_id = $1 AND comment <> ''", course)
                .push(" ORDER BY given DESC, enrolment_id LIMIT ", COMMENTS),
        )
        .await?;
    Ok(Opinions { count, stars: Some([1, 2, 3, 4, 5].map(of)), comments })
}

/// All that learners said of a course, at most 100,000: the best first, so that the order tells nobody's turn; nothing when
/// fewer than 3 said something.
///
/// # Errors
/// Those of the database.
pub(crate) async fn answers(c: &mut Conn, course: CourseId) -> Result<Vec<Opinion>> {
    let q = q!("SELECT stars, comment FROM course_opinion WHERE course_id = $1", course);
    let rows: Vec<Opinion> = c.all(q.text(" ORDER BY stars DESC, comment, enrolment_id LIMIT 100000")).await?;
    let few = i64::try_from(rows.len()).is_ok_and(|n| n < LEAST);
    Ok(if few { Vec::new() } else { rows })
}
