//! Who learns what: enrolments, progress, groups, seats and waiting lists, requests, notes, questions to the trainer, live
//! sessions, paths.
//!
//! # A learner opens a page
//! ```ignore
//! pub async fn show(path: CoursePath, req: Req, guest: Guest) -> Answer<Markup> {
//!     let mine = enrolments::learner(&req, &guest, course.id).await?;              // Option<Enrolment>
//!     let Some(mine) = mine.filter(|e| e.state.open()) else { … offer to enrol … };
//!     let content = courses::content(&req.app, mine.course_version).await?;        // the pinned version
//!     let progress = read(|c| enrolments::progress(c, mine.id)).await?;            // one query
//! ```
//! Whoever has no account is a [`Guest`]: an unguessable cookie of which the hash is stored. To enrol one:
//! ```ignore
//! let guest = if guest.hash().is_some() { guest } else { Guest::fresh(&req.ctx) };
//! let who = Learner::of(&req, &guest).ok_or_else(Fault::sign_in)?;
//! work(|c| enrolments::enrol_open(c, &ctx, who, course, None)).await?;
//! Ok(guest.keep(req.redirect(to)).into_response())                                 // the browser keeps the secret
//! ```
//! Signed in later in the same browser, [`learner`] moves what they learned to the account ([`claim_guest`]).
//!
//! # Progress
//! [`mark`] is the only way to write it: `mark(c, ctx, enrolment, item, Mark::passed(0.8))`. It never goes back, and tells
//! `course.completed` exactly once. Whoever marks has checked that the enrolment is the learner's.
//!
//! # Events
//! `enrolment.requested`, `.waiting`, `.offered`, `.opened`, `.withdrawn`, `.expired`, `.claimed`, `.merged`, `.moved` (to a
//! newer version) and `course.completed`; the object is the enrolment, the payload has `enrolment`, `course`, `version`.

mod api;
mod asked;
mod attendance;
mod claim;
mod enrol;
mod enrolment;
mod figures;
mod follow;
mod groups;
mod ical;
mod learner;
mod leaving;
mod list;
mod listen;
mod mails;
mod many;
mod notes;
mod others;
mod outline;
mod own;
mod pages;
mod paths;
mod preview;
mod progress;
mod renew;
mod requests;
mod routes;
mod schema;
mod score;
mod sessions;
mod steps;
mod tidy;
mod versions;
mod waiting;
mod way;
mod words;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use api::Api;
pub use asked::{
    QuestionRow, Which, answer, ask_trainer, open_questions, questions_beside, questions_of, questions_wait,
};
pub use attendance::{
    Attendance, AttendanceWay, CodeAnswer, attend_by_code, attend_by_list, attendance, attended, code, expected,
    new_code,
};
pub use claim::claim_guest;
pub use enrol::{NewEnrolment, enrol, enrol_open, set_due};
pub use enrolment::{Enrolment, Source, State, enrolment, enrolment_in, of_person};
pub use figures::{Counts, Figure, Reach, counts, figures};
pub use follow::{follow, follow_all};
pub use groups::{GroupRow, NewGroup, add_group, change_group, group, groups, open_groups, put_into_group};
pub use ical::calendar;
pub use learner::{COOKIE, Guest, Learner, learner, mine, of_learner, on_course, owns};
pub use leaving::{leave, let_go, withdraw};
pub use list::{Filter, LearnerRow, all_of_course, of_course};
pub use listen::listener;
pub use many::{Batch, Done, MOST_PEOPLE, Many, Op, Plan, Row, Whom, do_many, keep_many, kept_many, plan_many};
pub use notes::{NoteRow, add_note, all_notes, change_note, notes, remove_note};
pub use others::{open_to, takes};
pub use outline::{OutlineItem, outline};
pub use own::own_data;
pub use paths::{
    NewPath, PathProgress, PathRow, PathStep, add_path, change_path, own_path, path, path_courses, path_progress,
    paths_of, published_paths,
};
pub use progress::{ItemState, Mark, Marked, Progress, item_progress, mark, progress, skip};
pub use renew::{RENEW_MONTHS, renew, renewable, renewable_from};
pub use requests::{RequestRow, decide, decides, request, requests_for};
pub use routes::routes;
pub use schema::MIGRATIONS;
pub use score::score_percent;
pub use sessions::{
    NewSession, SessionRow, add_session, cancel_session, change_session, moment, own_session, session, sessions,
    sessions_for, sessions_lately, wall,
};
pub use steps::{Approver, StepRow, StepState, steps};
pub use versions::{Newer, move_to_latest, newer, stay};
pub use waiting::{WaitingRow, accept_offer, move_to, offered_until, place_of, waiting};
pub use way::{MOST_SEATS, Mode, OFFER_HOURS, Way, room, set_way, way};

/// Connects this subject with those it stands on, once, when the program starts: its pages among the tabs of a course.
/// [`listener`] and [`own_data`] the program registers itself.
pub fn connect() {
    courses::register_people_tab("/learners", msg::ENROLMENTS_TAB, pages::STAFF);
    courses::register_tab("/sessions", msg::ENROLMENTS_TAB_SESSIONS, pages::STAFF);
    courses::register_people_tab("/questions-of-learners", msg::ENROLMENTS_TAB_ASKED, pages::TEACHERS);
    courses::register_first(offices::Role::Coordinator, "/learners");
    courses::register_first(offices::Role::Trainer, "/sessions");
    courses::register_editor(courses::ItemKind::Session, "/session");
    courses::register_preview(courses::ItemKind::Session, preview::preview);
}

/// Registers this subject's background work.
pub fn register(runner: &mut jobs::Runner) {
    waiting::register(runner);
    sessions::register(runner);
    tidy::register(runner);
}
