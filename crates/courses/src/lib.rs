//! Courses: modules and lessons that anyone in an office can make and everyone can take.
//!
//! A course of the catalogue is a folder: `course.toml` (title, audience, modules, quizzes), `lessons/*.md` (front matter
//! between lines `+++`, then Markdown), `pictures/*.svg`, `questions.toml` and `assignment.toml`. To add one, add its
//! folder under `catalog/`; [`catalog::courses`] reads it and a test says what is wrong with it.

pub mod catalog;
pub mod text;
