//! When a question is asked, for whoever fills the form in: what a script decides on the page, and the same in words.

use i18n::T;

use crate::{
    answers::{Answer, Answers},
    msg,
    schema::{Condition, Field, Kind, Step},
};

/// The parts of a condition that ask about fields of this step; what asks about other steps is decided already.
fn here<'c>(condition: &'c Condition, step: &Step) -> Vec<&'c Condition> {
    let of_step = |c: &Condition| c.fields().iter().any(|id| step.fields.iter().any(|f| f.id == *id));
    match condition {
        Condition::And(all) => all.iter().filter(|part| of_step(part)).collect(),
        one if of_step(one) => vec![one],
        _ => Vec::new(),
    }
}

/// Whether a field not asked now may be asked after other answers to this step.
pub(super) fn may_hold(condition: &Condition, step: &Step, answers: &Answers) -> bool {
    let given = |id: &str| answers.get(id).map(Answer::words).unwrap_or_default();
    let parts = here(condition, step);
    let elsewhere = |c: &&Condition| !parts.iter().any(|part| std::ptr::eq(*part, *c));
    !parts.is_empty()
        && match condition {
            Condition::And(all) => all.iter().filter(elsewhere).all(|part| part.holds(&given)),
            _ => true,
        }
}

/// The fields of this step and the values a script compares them with; `None` when no script decides.
pub(super) fn rules(condition: &Condition, step: &Step) -> Option<Vec<(String, String)>> {
    let parts = here(condition, step);
    let rule = |part: &Condition| {
        let (name, values) = part.simple()?;
        let asked = step.fields.iter().find(|f| f.id == name)?;
        let ticked = matches!(asked.kind, Kind::Checkbox | Kind::Declaration);
        let readable = values.iter().all(|v| !v.contains(['&', '|']));
        readable.then(|| (name.to_owned(), if ticked { "on".to_owned() } else { values.join("|") }))
    };
    if parts.is_empty() { None } else { parts.into_iter().map(rule).collect() }
}

/// The condition as a sentence: "Wypełnij, jeśli w pytaniu „Kto składa wniosek?” wybierasz: firma." Empty when nothing
/// of it is about this step.
pub(super) fn in_words(t: T, field: &Field, condition: &Condition, step: &Step) -> String {
    let parts: Vec<String> = here(condition, step).into_iter().map(|part| words(t, part, step)).collect();
    if parts.is_empty() {
        return String::new();
    }
    let key = if field.kind == Kind::Info { msg::SERVICES_WHEN_INFO } else { msg::SERVICES_WHEN };
    t.f(key, &[("condition", parts.join(&t.s(msg::SERVICES_WHEN_AND)).into())])
}

fn words(t: T, condition: &Condition, step: &Step) -> String {
    let joined =
        |all: &[Condition], with: &str| all.iter().map(|one| words(t, one, step)).collect::<Vec<_>>().join(&t.s(with));
    match condition {
        Condition::Equals { field, value } => answer(t, step, field, std::slice::from_ref(value)),
        Condition::In { field, values } => answer(t, step, field, values),
        Condition::Answered { field, answered } => {
            let key = if *answered { msg::SERVICES_WHEN_ANSWERED } else { msg::SERVICES_WHEN_UNANSWERED };
            t.f(key, &[("question", question(t, step, field).into())])
        }
        Condition::Not(one) => t.f(msg::SERVICES_WHEN_NOT, &[("condition", words(t, one, step).into())]),
        Condition::And(all) => joined(all, msg::SERVICES_WHEN_AND),
        Condition::Or(any) => joined(any, msg::SERVICES_WHEN_OR),
    }
}

fn question(t: T, step: &Step, field: &str) -> String {
    step.fields.iter().find(|f| f.id == field).map_or_else(|| field.to_owned(), |f| f.label.get(t.lang()).to_owned())
}

fn answer(t: T, step: &Step, field: &str, values: &[String]) -> String {
    let asked = step.fields.iter().find(|f| f.id == field);
    let question = question(t, step, field);
    if asked.is_none_or(|f| !f.kind.chooses()) {
        return t.f(msg::SERVICES_WHEN_TICKED, &[("question", question.into())]);
    }
    let label = |value: &String| {
        let option = asked.and_then(|f| f.options.iter().find(|o| o.value == *value));
        option.map_or_else(|| value.clone(), |o| o.label.get(t.lang()).to_owned())
    };
    let answers = values.iter().map(label).map(|a| t.f(msg::SERVICES_WHEN_QUOTED, &[("text", a.into())]));
    let answers = answers.collect::<Vec<_>>().join(&t.s(msg::SERVICES_WHEN_OR));
    t.f(msg::SERVICES_WHEN_CHOSEN, &[("question", question.into()), ("answer", answers.into())])
}
