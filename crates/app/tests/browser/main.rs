//! Whole journeys in a real browser: joining, asking, settling, without scripts, by keyboard, for everybody.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on must stop")]

mod acts;
mod axe;
mod citizen;
mod colleagues;
mod course_author;
mod course_certificate;
mod course_coordinator;
mod forms;
mod harness;
mod join;
mod keyboard;
mod office;
mod quiz;
mod quiz_ended;
mod quiz_offline;
mod quiz_order;
mod quiz_signed_out;
mod quiz_windows;
mod screenshots;
mod sees;
mod settle;
mod site;
mod without_scripts;
