//! Courses: modules and lessons that anyone in an office can make and everyone can take.
//!
//! # Where things are
//! - [`CourseRow`]: a course as lists show it; [`course()`], [`by_slug`], [`courses_of`], [`published`].
//! - The course as it is being written: [`structure`] (modules, activities), [`lesson`], [`file`], [`Settings`]. Every edit
//!   names the version it began with.
//! - [`publish()`] makes a version of it, which never changes; [`content()`] gives a version made ready, kept in memory:
//!
//! ```ignore
//! let course = courses::by_slug(c, "kpa").await?.ok_or_else(Fault::not_found)?;
//! let version = course.published.ok_or_else(Fault::not_found)?;       // or the version a learner is pinned to
//! let content = courses::content(&req.app, version).await?;           // Arc<Content>
//! for item in content.items() { … item.kind, item.title, item.part … }
//! if let Some(lesson) = content.item(id).and_then(|i| i.lesson.as_ref()) { html! { (courses::lesson_view(t, lesson)) } }
//! ```
//! - [`register_part`]: the subject of a kind of activity (quizzes, assignments) gives its definition at publishing; it is
//!   `item.part` of the version ever after. [`register_adopters`]: it takes its part of a catalogue course over in [`adopt()`].
//! - [`register_check`]: it says when such an activity cannot be taken yet; then the course is not published.
//! - [`register_preview`]: it shows what a learner would see of such an activity to an author who tries the course.
//! - [`register_editor`] and [`register_tab`]: that subject's pages among those of a course; it draws them with
//!   [`course_page`], which gives title, tabs and state.
//! - [`policy`]: [`policy::enter_course`] lets authors, trainers or coordinators to a course of their office, and the operator;
//!   [`policy::enter_course_people`] to pages that name learners, without the operator.
//! - `check/`: what stands in the way of people with disabilities, and of plain language.
//!
//! In addresses a course is its `slug`: `/desk/{office}/courses/{course}/…`, `/learn/{course}/…`.
//!
//! # The catalogue
//! A course of the catalogue is a folder: `course.toml` (title, audience, modules, quizzes), `lessons/*.md` (front matter
//! between lines `+++`, then Markdown), `pictures/*.svg`, `questions.toml` and `assignment.toml`. To add one, add its
//! folder under `catalog/`; [`catalog::courses`] reads it and a test says what is wrong with it.

mod adopt;
mod api;
pub mod catalog;
mod changes;
pub mod check;
mod content;
mod course;
pub mod digcomp;
pub mod file;
mod find;
mod hooks;
mod keep;
pub mod lesson;
mod own;
pub mod pages;
pub mod policy;
mod publish;
mod routes;
mod schema;
mod settings;
pub mod structure;
mod svg;
pub mod text;
mod view;
mod waits;

/// Message keys of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use adopt::adopt;
pub use api::Api;
pub use changes::{Change, ChangeKind, summary_of};
pub use check::{Finding, check, check_pictures};
pub use content::{Content, Facts, FileRef, Item, Lesson, Module, address};
pub use course::{
    Audience, CourseRow, CourseState, Level, archive, audience_name, authors, by_slug, course, course_of, courses_of,
    create, edit, level_name, own_course, state_name,
};
pub use file::{FileKind, FileRow, NewFile, add_file, bring_file, holds};
pub use find::{Find, courses_in, published};
pub use hooks::{
    Adopted, Adopter, Check, Part, Preview, Previewed, Texts, Written, register_adopters, register_check,
    register_editor, register_first, register_part, register_people_tab, register_preview, register_tab,
    register_texts,
};
pub use keep::{content, content_in, lately};
pub use lesson::{LessonRow, LessonText, edit_lesson};
pub use own::own_data;
pub use pages::{course_page, tabs};
pub use policy::{Workshop, enter, enter_course, enter_course_people, enter_people};
pub use publish::{Despite, VersionRow, draft, latest, publish, publish_despite, since, version, versions};
pub use routes::routes;
pub use schema::MIGRATIONS;
pub use settings::Settings;
pub use structure::{
    ItemFacts, ItemKind, ItemRow, ModuleRow, add_item, add_module, item, item_kind_name, items, own_item,
    set_item_settings,
};
pub use view::lesson_view;
pub use waits::{Waiting, waiting};
