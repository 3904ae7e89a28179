//! Which page an activity has.

use courses::{Item, ItemKind};

/// Where an activity is taken: lessons and files here, quizzes and assignments on pages of their own.
pub fn link(course: &str, item: &Item) -> String {
    match item.kind {
        ItemKind::Quiz => format!("/learn/{course}/quiz/{}", item.id),
        ItemKind::Assignment => format!("/learn/{course}/work/{}", item.id),
        _ => format!("/learn/{course}/{}", item.id),
    }
}
