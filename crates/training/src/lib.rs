//! Training of an office: rules that make people learn by a day, reminders, completion in figures, what learners think.
//!
//! # A rule
//! ```ignore
//! let new = NewRule { course, whom: Whom::Unit, unit: Some(unit), below: true, position: None, days: 30, months: Some(24) };
//! training::add_rule(c, ctx, scope, new).await?;      // in the log; a job enrols whom it concerns at once
//! ```
//! Every night [`register`]'s job releases who left the office, lets enrolments follow who changed units
//! ([`enrolments::follow_all`]), applies all rules ([`apply`]: enrols who has not begun, again who completed longer ago than
//! the period) and reminds ([`remind`], [`tell_superiors`]). All of it may be done
//! twice without doing anything twice.
//!
//! # Figures
//! [`Sees::of`] tells whose learning somebody at a desk sees; [`Narrow`] is the condition every report takes:
//! [`completion`], [`by_month`], [`late`], [`people()`]. [`country`] is the operator's, without names.
//!
//! # Opinions
//! After completing a course the learner is shown [`opinion_form`]:
//! ```ignore
//! let said = training::opinion(c, mine.id).await?;
//! html! { (training::opinion_form(t, &course.slug, said.as_ref())) }
//! ```
//! With fewer than three answers no figures are given ([`opinions()`], [`ratings()`], [`ratings_by_office`]).

mod apply;
mod choices;
mod leave;
mod nightly;
mod opinions;
mod own;
mod pages;
mod people;
mod ratings;
mod remind;
mod report;
mod routes;
mod rules;
mod schema;
mod words;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use apply::{Concerned, Step, apply, concerned};
pub use leave::release;
pub use nightly::register;
pub use opinions::{COMMENT_MOST, LEAST, Opinion, Opinions, give, opinion, opinions};
pub use own::own_data;
pub use pages::opinion::opinion_form;
pub use people::{PersonRow, Wanted, people};
pub use ratings::{Rating, ratings, ratings_by_office};
pub use remind::{FIRST, SECOND, WEEK, remind, tell_superiors};
pub use report::{
    Body, Completion, Country, LateRow, Line, MONTHS, Names, Narrow, Sees, by_month, completion, country, late,
};
pub use routes::routes;
pub use rules::{MOST_DAYS, MOST_MONTHS, NewRule, Rule, Whom, add_rule, check_rule, end_rule, rule, rules};
pub use schema::MIGRATIONS;

/// Connects this subject with those it stands on, once, when the program starts: its page among those of a course. [`own_data`] the program registers itself.
pub fn connect() {
    courses::register_tab("/opinions", msg::TRAINING_TAB_OPINIONS, pages::STAFF);
}
