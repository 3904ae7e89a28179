//! The routes of this subject.

use web::{Guard, Routes};

use crate::pages::{country, enrol, export, late, opinion, opinions, people, report, rule, rule_new, rules};

/// The routes of this subject. The roles are asked for in the handlers; to whoever does not serve in the office none of it
/// exists.
pub fn routes() -> Routes {
    Routes::new()
        .get("training.report", Guard::Member, report::show)
        .get("training.people", Guard::Member, people::show)
        .get("training.late", Guard::Member, late::show)
        .get("training.export", Guard::Member, export::office)
        .get("training.enrol", Guard::Member, enrol::show)
        .get("training.rules", Guard::Member, rules::show)
        .get("training.rule_new", Guard::Member, rule_new::show)
        .post("training.rule_new", Guard::Member, rule_new::send)
        .get("training.rule", Guard::Member, rule::show)
        .get("training.rule.export", Guard::Member, rule::export)
        .post("training.rule.end", Guard::Member, rule::end)
        .get("training.opinions", Guard::Member, opinions::show)
        .get("training.opinions.export", Guard::Member, opinions::export)
        .get("training.opinion", Guard::Open, opinion::show)
        .post("training.opinion", Guard::Open, opinion::send)
        .get("training.country", Guard::Operator, country::show)
        .get("training.country.export", Guard::Operator, export::whole)
}
