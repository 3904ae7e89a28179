//! The screens of this subject, one a file.

pub(crate) mod country;
pub(crate) mod enrol;
pub(crate) mod export;
pub(crate) mod late;
pub(crate) mod opinion;
pub(crate) mod opinions;
pub(crate) mod people;
pub(crate) mod report;
pub(crate) mod rule;
pub(crate) mod rule_new;
pub(crate) mod rules;

use i18n::T;
use kernel::{Fault, FaultKind, Result};
use maud::{Markup, Render, html};
use offices::{Desk, PositionRow, Role, UnitRow};
use ui::Tabs;
use web::Req;

use crate::{Line, Rule, Sees, Whom, msg};

/// Who sees what learners think of a course.
pub(crate) const STAFF: &[Role] = &[Role::Author, Role::Trainer, Role::Coordinator];

/// Lets in who sees reports of an office, and tells what they see.
pub(crate) async fn enter(req: &Req, office: &str) -> Result<(Desk, Sees)> {
    let desk = offices::desk(req, office, None).await?;
    match Sees::of(&desk) {
        Some(sees) => Ok((desk, sees)),
        None => Err(Fault::new(FaultKind::Forbidden, msg::TRAINING_NEED_ROLE)),
    }
}

/// A page about the training of an office, with the tabs of this part.
pub(crate) fn training_page(req: &Req, desk: &Desk, screen: &'static str, here: &str, body: impl Render) -> Markup {
    let t = req.t;
    let mut tabs = Tabs::new(t.lang()).label(t.s(msg::TRAINING_TABS));
    let mut parts = vec![("/training", msg::TRAINING_TAB_REPORT), ("/training/people", msg::TRAINING_TAB_PEOPLE)];
    parts.push(("/training/late", msg::TRAINING_TAB_LATE));
    if desk.may(Role::Coordinator) {
        parts.push(("/training/enrol", msg::TRAINING_TAB_ENROL));
        parts.push(("/training/rules", msg::TRAINING_TAB_RULES));
    }
    for (rest, label) in parts {
        tabs = tabs.tab(desk.path(rest), t.s(label), rest == here);
    }
    desk.page(req, screen, t.s(msg::TRAINING_TITLE)).body(html! { (tabs) (body) }).render()
}

/// Whom a rule concerns, in words.
pub(crate) fn whom_words(t: T, rule: &Rule, units: &[UnitRow], positions: &[PositionRow]) -> String {
    match rule.whom {
        Whom::All => t.s(msg::TRAINING_WHOM_ALL),
        Whom::Unit => {
            let unit = units.iter().find(|u| Some(u.id) == rule.unit).map(UnitRow::title).unwrap_or_default();
            let key = if rule.below { msg::TRAINING_WHOM_UNIT_BELOW } else { msg::TRAINING_WHOM_UNIT };
            t.f(key, &[("unit", unit.into())])
        }
        Whom::Position => {
            let found = positions.iter().find(|p| Some(p.id) == rule.position).map(|p| p.name.clone());
            t.f(msg::TRAINING_WHOM_POSITION, &[("position", found.unwrap_or_default().into())])
        }
    }
}

/// How often a rule asks, in words.
pub(crate) fn often_words(t: T, months: Option<i64>) -> String {
    match months {
        Some(n) => t.f(msg::TRAINING_EVERY, &[("n", n.into())]),
        None => t.s(msg::TRAINING_ONCE),
    }
}

/// Per cent in words; a dash for nobody.
pub(crate) fn percent_words(line: &Line) -> String {
    line.percent().map_or_else(|| "–".to_owned(), |p| format!("{p} %"))
}
