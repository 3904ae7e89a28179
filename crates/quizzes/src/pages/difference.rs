//! What differs between two versions of a question, field by field, under the names its form gives them.

use maud::{Markup, html};
use questions::Question;
use web::{Fields, Req};

use crate::{form::fields_of, msg};

/// What differs between the question as it is kept and as it was sent.
pub(super) fn difference(req: &Req, theirs: &Question, mine: &Fields) -> Markup {
    let theirs = fields_of(theirs);
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in theirs.0.iter().chain(&mine.0) {
        if !names.contains(&name.as_str()) && !matches!(name.as_str(), "version" | "go") {
            names.push(name);
        }
    }
    let differ = names.into_iter().filter(|n| theirs.get(n).replace('\r', "") != mine.get(n).replace('\r', ""));
    let diff = differ.fold(ui::Diff::new(req.lang()), |diff, name| {
        diff.field(field_name(req, name), theirs.get(name), mine.get(name))
    });
    html! { (diff) }
}

/// The name of a field on screen.
pub(super) fn field_name(req: &Req, name: &str) -> String {
    let key = match name {
        "text" => msg::QUIZZES_FIELD_TEXT,
        "explanation" => msg::QUIZZES_FIELD_EXPLANATION,
        "category" => msg::QUIZZES_FIELD_CATEGORY,
        "points" => msg::QUIZZES_FIELD_POINTS,
        "code" => msg::QUIZZES_FIELD_CODE,
        "name" => msg::QUIZZES_FIELD_NAME,
        "hint" => msg::QUIZZES_HINT,
        "accepted" => msg::QUIZZES_FIELD_ACCEPTED,
        "pairs" => msg::QUIZZES_FIELD_PAIRS,
        "items" => msg::QUIZZES_FIELD_ITEMS,
        "guide" => msg::QUIZZES_FIELD_GUIDE,
        "tags" => msg::QUIZZES_FIELD_TAGS,
        "fb_correct" => msg::QUIZZES_FIELD_FB_CORRECT,
        "fb_partial" => msg::QUIZZES_FIELD_FB_PARTIAL,
        "fb_incorrect" => msg::QUIZZES_FIELD_FB_INCORRECT,
        "right" => msg::QUIZZES_OPTION_RIGHT,
        other => {
            let number = other.get(1..).and_then(|n| n.parse::<usize>().ok()).map(|n| n + 1);
            let key = match other.as_bytes().first() {
                Some(b'a') => msg::QUIZZES_OPTION,
                Some(b'r') => msg::QUIZZES_OPTION_RIGHT,
                Some(b'f') => msg::QUIZZES_OPTION_FEEDBACK,
                Some(b'v') => msg::QUIZZES_OPTION_WORTH,
                _ => return other.to_owned(),
            };
            return match number {
                Some(n) => format!("{} {n}", req.t.s(key)),
                None => other.to_owned(),
            };
        }
    };
    req.t.s(key)
}

/// What an edit changed.
pub(super) fn difference_of(req: &Req, before: &Question, after: &Question) -> Markup {
    let (old, new) = (fields_of(before), fields_of(after));
    let mut diff = ui::Diff::new(req.lang()).headings(req.t.s(msg::QUIZZES_BEFORE), req.t.s(msg::QUIZZES_AFTER));
    for (name, value) in &new.0 {
        if old.get(name) != value.trim() {
            diff = diff.field(field_name(req, name), old.get(name), value.as_str());
        }
    }
    html! { (diff) }
}
