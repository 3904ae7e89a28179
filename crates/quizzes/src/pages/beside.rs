//! The rules of a quiz as another author saved them meanwhile, beside those just typed.

use maud::{Markup, html};
use web::Req;

use super::{bank::category_name, percent};
use crate::{msg, settings::Settings};

/// What differs, rule by rule, under the names the form gives them.
pub(super) fn beside(req: &Req, theirs: &Settings, mine: &Settings) -> Markup {
    let t = req.t;
    let yes = |said: bool| t.s(if said { msg::QUIZZES_YES } else { msg::QUIZZES_NO });
    let pools = |rules: &Settings| {
        let line = |p: &crate::PoolRule| {
            let from = if p.questions.is_empty() {
                category_name(req, &p.category)
            } else {
                t.f(msg::QUIZZES_POOL_NAMED, &[("n", p.questions.len().into())])
            };
            format!("{from}: {}", p.count)
        };
        rules.pools.iter().filter(|p| p.count > 0).map(line).collect::<Vec<_>>().join("\n")
    };
    let bands = |rules: &Settings| {
        let line = |b: &questions::Band| format!("{} {}%: {}", t.s(msg::QUIZZES_BAND_FROM), percent(b.from), b.text);
        rules.bands.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    let differ = [
        (msg::QUIZZES_POOLS, pools(theirs), pools(mine)),
        (msg::QUIZZES_PURPOSE, t.s(theirs.purpose.label()), t.s(mine.purpose.label())),
        (msg::QUIZZES_FIELD_PASS, theirs.pass_percent.to_string(), mine.pass_percent.to_string()),
        (msg::QUIZZES_FIELD_MINUTES, theirs.minutes.to_string(), mine.minutes.to_string()),
        (msg::QUIZZES_FIELD_ATTEMPTS, theirs.attempts.to_string(), mine.attempts.to_string()),
        (msg::QUIZZES_FIELD_PAUSE, theirs.pause.to_string(), mine.pause.to_string()),
        (msg::QUIZZES_COUNTS, t.s(theirs.counts.label()), t.s(mine.counts.label())),
        (msg::QUIZZES_FIELD_SHOWN, t.s(theirs.shown.label()), t.s(mine.shown.label())),
        (msg::QUIZZES_FIELD_SHUFFLE_ALL, yes(theirs.shuffle), yes(mine.shuffle)),
        (msg::QUIZZES_FIELD_PARTIAL, yes(theirs.partial_credit), yes(mine.partial_credit)),
        (msg::QUIZZES_FIELD_ONE_A_PAGE, yes(theirs.one_a_page), yes(mine.one_a_page)),
        (msg::QUIZZES_FIELD_INTRO, theirs.intro.clone(), mine.intro.clone()),
        (msg::QUIZZES_BANDS, bands(theirs), bands(mine)),
    ]
    .into_iter()
    .filter(|(_, a, b)| a != b)
    .fold(ui::Diff::new(req.lang()), |diff, (key, a, b)| diff.field(t.s(key), a, b));
    html! { (differ) }
}
