//! How a question is asked: fields that work with a keyboard, a screen reader and without scripts, for every kind.

use i18n::T;
use maud::{Markup, PreEscaped, html};
use questions::{GapKind, GapResponse, Kind, Response, matching_options, shuffled};
use ui::{Choice, Field, Reveal, Width};

use super::read::{field, part_field};
use crate::{
    msg,
    ready::{Asked, Piece},
};

/// Keeps the shuffling of right sides apart from that of left sides.
const RIGHT_SIDES: u32 = 100_000;

/// How one question is shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shown<'a> {
    /// Which question of the attempt, from 0.
    pub slot: usize,
    /// Its number on the page, from 1, and of how many.
    pub number: (usize, usize),
    /// What chance comes from.
    pub seed: u64,
    /// Whether options stand in an order of the learner's own.
    pub shuffle: bool,
    /// What was answered.
    pub response: &'a Response,
    /// The ordinal of that answer, 0 for none.
    pub ordinal: i64,
    /// Whether it can only be read.
    pub locked: bool,
}

impl Shown<'_> {
    fn order(&self, count: usize, shuffle: bool) -> Vec<usize> {
        let stream = u32::try_from(self.slot + 1).unwrap_or(u32::MAX);
        if shuffle && self.shuffle { shuffled(count, self.seed, stream) } else { (0..count).collect() }
    }
}

/// A question with its fields, as a group named by its number and text.
pub(crate) fn question(t: T, asked: &Asked, shown: &Shown<'_>) -> Markup {
    let (number, of) = shown.number;
    let id = format!("q{}", shown.slot);
    html! {
        section.question id={ "question-" (number) } role="group" aria-labelledby={ (id) "-title " (id) "-text" }
            data-question=(shown.slot) data-kind=(asked.question.kind.name()) {
            div.question-head {
                h2.question-title id={ (id) "-title" } { (t.f(msg::QUIZZES_QUESTION_N, &[("n", number.into()), ("of", of.into())])) }
                span.question-points { (points(t, asked.question.points)) }
            }
            @if !shown.locked { input type="hidden" name={ "o" (shown.slot) } value=(shown.ordinal) autocomplete="off"; }
            div.prose.question-text id={ (id) "-text" } { (text(t, asked, shown)) }
            (fields(t, asked, shown))
            @if !asked.hint.is_empty() && !shown.locked {
                (Reveal::new(t.s(msg::QUIZZES_HINT), html! { div.prose { (PreEscaped(&asked.hint)) } }))
            }
        }
    }
}

/// Points in words, halves and thirds too.
pub(crate) fn points(t: T, points: f64) -> String {
    if points.fract() == 0.0 && (0.0..1e6).contains(&points) {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number below a million")]
        return t.f(msg::QUIZZES_POINTS, &[("n", (points as i64).into())]);
    }
    t.f(msg::QUIZZES_POINTS_PART, &[("n", decimal(t, points).into())])
}

/// A number with at most two places, written as in the language.
pub(crate) fn decimal(t: T, value: f64) -> String {
    let text = format!("{value:.2}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    match t.lang() {
        kernel::Lang::Pl => text.replace('.', ","),
        kernel::Lang::En => text.to_owned(),
    }
}

/// The text, with fields where gaps are.
fn text(t: T, asked: &Asked, shown: &Shown<'_>) -> Markup {
    html! {
        @for piece in &asked.text {
            @match piece {
                Piece::Html(text) => (PreEscaped(text)),
                Piece::Gap(gap) => (gap_field(t, asked, shown, *gap)),
            }
        }
    }
}

fn gap_field(t: T, asked: &Asked, shown: &Shown<'_>, gap: usize) -> Markup {
    let Kind::Gaps { gaps } = &asked.question.kind else { return html! {} };
    let Some(kind) = gaps.get(gap).map(|g| &g.kind) else { return html! {} };
    let value = match shown.response {
        Response::Gaps { values } => values.get(gap),
        _ => None,
    };
    let name = part_field(shown.slot, gap);
    let label = t.f(msg::QUIZZES_GAP_N, &[("n", (gap + 1).into())]);
    match kind {
        GapKind::Choice { answers } => {
            let chosen = match value {
                Some(GapResponse::Choice(c)) => Some(*c),
                _ => None,
            };
            html! {
                select.input.select.gap name=(name) id={ "f-" (name) } aria-label=(label) disabled[shown.locked] {
                    option value="" selected[chosen.is_none()] { (t.s(msg::QUIZZES_CHOOSE)) }
                    @for i in shown.order(answers.len(), true) {
                        option value=(i) selected[chosen == Some(i)] { (answers[i].text) }
                    }
                }
            }
        }
        GapKind::Text { .. } | GapKind::Number { .. } => {
            let text = match value {
                Some(GapResponse::Text(text)) => text.as_str(),
                _ => "",
            };
            let mode = matches!(kind, GapKind::Number { .. }).then_some("decimal");
            html! {
                input.input.gap type="text" name=(name) id={ "f-" (name) } value=(text) aria-label=(label) maxlength="1000"
                    autocomplete="off" spellcheck="false" inputmode=[mode] disabled[shown.locked];
            }
        }
    }
}

/// The fields of an answer, gaps left out: they stand in the text.
fn fields(t: T, asked: &Asked, shown: &Shown<'_>) -> Markup {
    let lang = t.lang();
    let name = field(shown.slot);
    let option = |i: usize| PreEscaped(asked.options.get(i).map_or("", String::as_str));
    match &asked.question.kind {
        Kind::Single { answers, shuffle } => {
            let chosen = match shown.response {
                Response::Single { choice } => Some(choice.to_string()),
                _ => None,
            };
            let choices =
                shown.order(answers.len(), *shuffle).into_iter().map(|i| Choice::new(i.to_string(), option(i)));
            html! {
                (Field::radios(lang, name, t.s(msg::QUIZZES_CHOOSE_ONE)).required_unmarked().values(chosen).choices(choices).disabled(shown.locked))
            }
        }
        Kind::Multiple { answers, shuffle, .. } => {
            let chosen: Vec<String> = match shown.response {
                Response::Multiple { choices } => choices.iter().map(usize::to_string).collect(),
                _ => Vec::new(),
            };
            let choices =
                shown.order(answers.len(), *shuffle).into_iter().map(|i| Choice::new(i.to_string(), option(i)));
            html! {
                (Field::checkboxes(lang, name, t.s(msg::QUIZZES_CHOOSE_MANY)).required_unmarked().values(chosen).choices(choices).disabled(shown.locked))
            }
        }
        Kind::TrueFalse { .. } => {
            let chosen = match shown.response {
                Response::TrueFalse { value } => Some(value.to_string()),
                _ => None,
            };
            let choices =
                [("true", msg::QUIZZES_TRUE), ("false", msg::QUIZZES_FALSE)].map(|(v, key)| Choice::new(v, t.s(key)));
            html! {
                (Field::radios(lang, name, t.s(msg::QUIZZES_TRUE_OR_FALSE)).required_unmarked().values(chosen).choices(choices).disabled(shown.locked))
            }
        }
        Kind::Numeric { units, .. } => {
            let typed = match shown.response {
                Response::Numeric { text } => text.as_str(),
                _ => "",
            };
            let names = units.iter().map(|u| u.name.as_str()).collect::<Vec<_>>().join(", ");
            let mut field = Field::text(lang, name, t.s(msg::QUIZZES_NUMBER))
                .required_unmarked()
                .value(typed)
                .inputmode("decimal")
                .autocomplete("off")
                .maxlength(1000)
                .width(Width::W12)
                .disabled(shown.locked);
            if !names.is_empty() {
                field = field.hint(t.f(msg::QUIZZES_NUMBER_UNITS, &[("units", names.into())]));
            }
            html! { (field) }
        }
        Kind::Short { .. } => {
            let typed = match shown.response {
                Response::Short { text } => text.as_str(),
                _ => "",
            };
            html! {
                (Field::text(lang, name, t.s(msg::QUIZZES_SHORT)).required_unmarked().value(typed).autocomplete("off")
                    .spellcheck(false).maxlength(1000).disabled(shown.locked))
            }
        }
        Kind::Matching { pairs, distractors, shuffle } => matching(t, shown, &option, pairs, distractors, *shuffle),
        Kind::Ordering { items, .. } => ordering(t, shown, &option, items.len()),
        Kind::Gaps { .. } => html! {},
        Kind::Essay { min_words, max_words, template, .. } => {
            let typed = match shown.response {
                Response::Essay { text } => text.as_str(),
                _ => template.as_str(),
            };
            let mut field = Field::textarea(lang, name, t.s(msg::QUIZZES_ESSAY))
                .required_unmarked()
                .rows(10)
                .value(typed)
                .spellcheck(true)
                .disabled(shown.locked);
            let words = |key, n: u32| t.f(key, &[("n", n.into())]);
            field = match (*min_words, *max_words) {
                (0, 0) => field,
                (min, 0) => field.hint(words(msg::QUIZZES_ESSAY_LEAST, min)),
                (0, max) => field.hint(words(msg::QUIZZES_ESSAY_MOST, max)),
                (min, max) => field.hint(t.f(msg::QUIZZES_ESSAY_BETWEEN, &[("min", min.into()), ("max", max.into())])),
            };
            html! { (field) }
        }
    }
}

fn matching<'a>(
    t: T,
    shown: &Shown<'_>,
    left: &dyn Fn(usize) -> PreEscaped<&'a str>,
    pairs: &[questions::Pair],
    distractors: &[String],
    shuffle: bool,
) -> Markup {
    let options = matching_options(pairs, distractors);
    let stream = u32::try_from(shown.slot + 1).unwrap_or(0) + RIGHT_SIDES;
    let order = shuffled(options.len(), shown.seed, stream);
    let chosen = |i: usize| match shown.response {
        Response::Matching { rights } => rights.get(i).copied().flatten(),
        _ => None,
    };
    html! {
        p.hint { (t.s(msg::QUIZZES_MATCH)) }
        @for i in shown.order(pairs.len(), shuffle) {
            (Field::select(t.lang(), part_field(shown.slot, i), left(i)).required_unmarked().disabled(shown.locked)
                .values(chosen(i).map(|c| c.to_string()))
                .choices(order.iter().map(|o| Choice::new(o.to_string(), options.get(*o).copied().unwrap_or_default()))))
        }
    }
}

fn ordering<'a>(t: T, shown: &Shown<'_>, item: &dyn Fn(usize) -> PreEscaped<&'a str>, items: usize) -> Markup {
    let stream = u32::try_from(shown.slot + 1).unwrap_or(0);
    let given: &[usize] = match shown.response {
        Response::Ordering { order } => order,
        _ => &[],
    };
    // What has a place already stands in that order; the rest in an order of chance.
    let mut listed: Vec<usize> = given.iter().copied().filter(|i| *i < items).collect();
    listed.extend(shuffled(items, shown.seed, stream).into_iter().filter(|i| !given.contains(i)));
    let place = |i: usize| given.iter().position(|g| *g == i).map(|p| (p + 1).to_string());
    html! {
        p.hint { (t.s(msg::QUIZZES_ORDER)) }
        ol.question-order role="list" data-order data-up=(t.s(msg::QUIZZES_UP)) data-down=(t.s(msg::QUIZZES_DOWN)) {
            @for i in listed {
                li {
                    (Field::select(t.lang(), part_field(shown.slot, i), item(i)).required_unmarked().width(Width::W4)
                        .disabled(shown.locked).values(place(i))
                        .choices(std::iter::once(Choice::new("", "–")).chain((1..=items).map(|n| Choice::new(n.to_string(), n)))))
                }
            }
        }
    }
}
