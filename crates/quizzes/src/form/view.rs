//! The fields of the form in which a question is written.

use i18n::T;
use maud::{Markup, html};
use questions::gap_marks;
use ui::{Choice, Field, Fieldset, Icon, Reveal, Width};
use web::{Errors, Fields};

use super::MOST_OPTIONS;
use crate::msg;

/// The name of a kind.
pub(crate) fn kind_name(kind: &str) -> &'static str {
    match kind {
        "multiple" => msg::QUIZZES_KIND_MULTIPLE,
        "true_false" => msg::QUIZZES_KIND_TRUE_FALSE,
        "short" => msg::QUIZZES_KIND_SHORT,
        "numeric" => msg::QUIZZES_KIND_NUMERIC,
        "matching" => msg::QUIZZES_KIND_MATCHING,
        "ordering" => msg::QUIZZES_KIND_ORDERING,
        "gaps" => msg::QUIZZES_KIND_GAPS,
        "essay" => msg::QUIZZES_KIND_ESSAY,
        _ => msg::QUIZZES_KIND_SINGLE,
    }
}

/// What a kind is good for.
pub(crate) fn kind_hint(kind: &str) -> &'static str {
    match kind {
        "multiple" => msg::QUIZZES_KIND_MULTIPLE_HINT,
        "true_false" => msg::QUIZZES_KIND_TRUE_FALSE_HINT,
        "short" => msg::QUIZZES_KIND_SHORT_HINT,
        "numeric" => msg::QUIZZES_KIND_NUMERIC_HINT,
        "matching" => msg::QUIZZES_KIND_MATCHING_HINT,
        "ordering" => msg::QUIZZES_KIND_ORDERING_HINT,
        "gaps" => msg::QUIZZES_KIND_GAPS_HINT,
        "essay" => msg::QUIZZES_KIND_ESSAY_HINT,
        _ => msg::QUIZZES_KIND_SINGLE_HINT,
    }
}

struct View<'v> {
    t: T,
    fields: &'v Fields,
    errors: &'v Errors,
}

/// All fields of a question; `rows` is how many options are offered at least.
pub(crate) fn fields(t: T, fields: &Fields, errors: &Errors, rows: usize) -> Markup {
    let v = View { t, fields, errors };
    let kind = fields.get("kind");
    let text_hint = if kind == "gaps" { msg::QUIZZES_FIELD_TEXT_GAPS } else { msg::QUIZZES_FIELD_TEXT_HINT };
    html! {
        input type="hidden" name="kind" value=(kind);
        (v.area("text", msg::QUIZZES_FIELD_TEXT, 5).required().hint(t.s(text_hint)))
        (v.kind(kind, rows))
        (v.area("explanation", msg::QUIZZES_FIELD_EXPLANATION, 3).hint(t.s(msg::QUIZZES_FIELD_EXPLANATION_HINT)))
        (Fieldset::new(t.s(msg::QUIZZES_GROUP_PLACE)).columns().body(html! {
            (v.text("category", msg::QUIZZES_FIELD_CATEGORY).maxlength(300))
            (v.text("points", msg::QUIZZES_FIELD_POINTS).digits(Width::W8))
            (v.text("code", msg::QUIZZES_FIELD_CODE).maxlength(100))
            (v.text("name", msg::QUIZZES_FIELD_NAME).maxlength(200).hint(t.s(msg::QUIZZES_FIELD_NAME_HINT)))
        }))
        (Reveal::new(t.s(msg::QUIZZES_GROUP_MORE), html! {
            (v.area("hint", msg::QUIZZES_HINT, 2))
            (v.area("fb_correct", msg::QUIZZES_FIELD_FB_CORRECT, 2))
            (v.area("fb_partial", msg::QUIZZES_FIELD_FB_PARTIAL, 2))
            (v.area("fb_incorrect", msg::QUIZZES_FIELD_FB_INCORRECT, 2))
            (v.area("tags", msg::QUIZZES_FIELD_TAGS, 2).hint(t.s(msg::QUIZZES_ONE_A_LINE)))
        }).open(["hint", "fb_correct", "fb_partial", "fb_incorrect", "tags"].iter().any(|f| fields.some(f).is_some())))
    }
}

impl View<'_> {
    fn value(&self, name: &str) -> &str {
        self.fields.raw(name).unwrap_or_default()
    }
    fn area(&self, name: &str, key: &str, rows: u16) -> Field {
        Field::textarea(self.t.lang(), name, self.t.s(key))
            .rows(rows)
            .value(self.value(name))
            .error(self.errors.at(name))
    }
    fn text(&self, name: &str, key: &str) -> Field {
        Field::text(self.t.lang(), name, self.t.s(key)).value(self.value(name)).error(self.errors.at(name))
    }
    fn tick(&self, name: &str, key: &str) -> Field {
        Field::checkbox(self.t.lang(), name, self.t.s(key)).value(if self.fields.has(name) { "on" } else { "" })
    }

    fn kind(&self, kind: &str, rows: usize) -> Markup {
        let (t, lang) = (self.t, self.t.lang());
        match kind {
            "multiple" => html! {
                (self.options(rows, true))
                (self.tick("shuffle", msg::QUIZZES_FIELD_SHUFFLE))
                (self.tick("all", msg::QUIZZES_FIELD_ALL))
            },
            "true_false" => html! {
                (Field::radios(lang, "correct", t.s(msg::QUIZZES_FIELD_CORRECT)).required().value(self.value("correct")).error(self.errors.at("correct"))
                    .choices([Choice::new("true", t.s(msg::QUIZZES_TRUE)), Choice::new("false", t.s(msg::QUIZZES_FALSE))]))
                (self.area("on_true", msg::QUIZZES_FIELD_ON_TRUE, 2))
                (self.area("on_false", msg::QUIZZES_FIELD_ON_FALSE, 2))
            },
            "numeric" => html! {
                (self.area("accepted", msg::QUIZZES_FIELD_ACCEPTED, 3).required().hint(t.s(msg::QUIZZES_FIELD_NUMBERS_HINT)))
                (self.area("units", msg::QUIZZES_FIELD_UNITS, 2).hint(t.s(msg::QUIZZES_FIELD_UNITS_HINT)))
                (Field::radios(lang, "unit_rule", t.s(msg::QUIZZES_FIELD_UNIT_RULE)).required_unmarked()
                    .value(if self.value("unit_rule") == "required" { "required" } else { "optional" })
                    .choices([Choice::new("optional", t.s(msg::QUIZZES_UNIT_OPTIONAL)), Choice::new("required", t.s(msg::QUIZZES_UNIT_REQUIRED))]))
                (self.text("penalty", msg::QUIZZES_FIELD_PENALTY).digits(Width::W8).suffix("%").when("unit_rule", "required"))
            },
            "short" => html! {
                (self.area("accepted", msg::QUIZZES_FIELD_ACCEPTED, 3).required().hint(t.s(msg::QUIZZES_FIELD_WORDS_HINT)))
                (self.forgive(""))
            },
            "matching" => html! {
                (self.area("pairs", msg::QUIZZES_FIELD_PAIRS, 5).required().hint(t.s(msg::QUIZZES_FIELD_PAIRS_HINT)))
                (self.area("distractors", msg::QUIZZES_FIELD_DISTRACTORS, 2).hint(t.s(msg::QUIZZES_ONE_A_LINE)))
                (self.tick("shuffle", msg::QUIZZES_FIELD_SHUFFLE_LEFT))
            },
            "ordering" => html! {
                (self.area("items", msg::QUIZZES_FIELD_ITEMS, 5).required().hint(t.s(msg::QUIZZES_FIELD_ITEMS_HINT)))
                (Field::select(lang, "scoring", t.s(msg::QUIZZES_FIELD_SCORING)).required_unmarked().value(self.value("scoring")).choices([
                    Choice::new("adjacent_pairs", t.s(msg::QUIZZES_SCORING_PAIRS)),
                    Choice::new("absolute_position", t.s(msg::QUIZZES_SCORING_PLACES)),
                    Choice::new("all_or_nothing", t.s(msg::QUIZZES_SCORING_ALL)),
                ]))
            },
            "gaps" => self.gaps(),
            "essay" => html! {
                (self.area("guide", msg::QUIZZES_FIELD_GUIDE, 4).hint(t.s(msg::QUIZZES_FIELD_GUIDE_HINT)))
                (Fieldset::new(t.s(msg::QUIZZES_FIELD_WORDS)).columns().body(html! {
                    (self.text("min_words", msg::QUIZZES_FIELD_MIN_WORDS).digits(Width::W8))
                    (self.text("max_words", msg::QUIZZES_FIELD_MAX_WORDS).digits(Width::W8))
                }))
                (self.area("template", msg::QUIZZES_FIELD_TEMPLATE, 3))
            },
            _ => html! {
                (self.options(rows, false))
                (self.tick("shuffle", msg::QUIZZES_FIELD_SHUFFLE))
            },
        }
    }

    fn options(&self, rows: usize, several: bool) -> Markup {
        let t = self.t;
        let used =
            (0..MOST_OPTIONS).filter(|i| self.fields.some(&format!("a{i}")).is_some()).max().map_or(0, |i| i + 1);
        let hint = if several { msg::QUIZZES_OPTIONS_MANY } else { msg::QUIZZES_OPTIONS_ONE };
        html! {
            (Fieldset::new(t.s(msg::QUIZZES_OPTIONS)).hint(t.s(hint)).body(html! {
                @for (name, id) in [("options", "f-options"), ("right", "f-right-error")] {
                    @if let Some(error) = self.errors.at(name) { p.field-error id=(id) { (Icon::Danger) (error) } }
                }
                @for i in 0..rows.max(used).min(MOST_OPTIONS) {
                    @let n = i + 1;
                    @let label = |key: &str| html! { (t.s(key)) " " (n) };
                    div.option-row {
                        (Field::textarea(t.lang(), format!("a{i}"), label(msg::QUIZZES_OPTION)).rows(1).required_unmarked().value(self.value(&format!("a{i}"))))
                        @if several {
                            (Field::checkbox(t.lang(), format!("r{i}"), label(msg::QUIZZES_OPTION_RIGHT)).value(if self.fields.has(&format!("r{i}")) { "on" } else { "" }))
                        } @else {
                            (self.right(n, label(msg::QUIZZES_OPTION_RIGHT)))
                        }
                        (Reveal::new(label(msg::QUIZZES_OPTION_MORE), html! {
                            (Field::textarea(t.lang(), format!("f{i}"), label(msg::QUIZZES_OPTION_FEEDBACK)).rows(2).value(self.value(&format!("f{i}"))))
                            (Field::text(t.lang(), format!("v{i}"), label(msg::QUIZZES_OPTION_WORTH)).digits(Width::W8).suffix("%").hint(t.s(msg::QUIZZES_OPTION_WORTH_HINT))
                                .value(self.value(&format!("v{i}"))).error(self.errors.at(&format!("v{i}"))))
                        }).open(self.fields.some(&format!("f{i}")).is_some() || self.fields.some(&format!("v{i}")).is_some()))
                    }
                }
            }))
        }
    }

    /// One of the marks of which a single one holds; each stands at its option.
    fn right(&self, n: usize, label: Markup) -> Markup {
        // The first one is where the summary of errors leads.
        let id = if n == 1 { "f-right".to_owned() } else { format!("f-right-{n}") };
        let wrong = self.errors.at("right").is_some();
        html! {
            div.field {
                div.option {
                    input id=(id) name="right" type="radio" value=(n) checked[self.value("right") == n.to_string()] required
                        aria-invalid=[wrong.then_some("true")] aria-describedby=[wrong.then_some("f-right-error")];
                    label for=(id) { (label) }
                }
            }
        }
    }

    fn forgive(&self, prefix: &str) -> Markup {
        let name = |rest: &str| format!("{prefix}{rest}");
        html! {
            (Fieldset::new(self.t.s(msg::QUIZZES_FORGIVE)).body(html! {
                (self.tick(&name("case"), msg::QUIZZES_FORGIVE_CASE))
                (self.tick(&name("diacritics"), msg::QUIZZES_FORGIVE_DIACRITICS))
                (self.tick(&name("inflection"), msg::QUIZZES_FORGIVE_INFLECTION))
                (self.text(&name("typos"), msg::QUIZZES_FORGIVE_TYPOS).digits(Width::W4))
            }))
        }
    }

    fn gaps(&self) -> Markup {
        let t = self.t;
        let marks = gap_marks(self.value("text")).into_iter().map(|(n, _)| n).max().unwrap_or(0).min(MOST_OPTIONS);
        html! {
            @if marks == 0 { p.hint { (t.s(msg::QUIZZES_GAPS_NONE)) } }
            @for i in 0..marks {
                @let name = |rest: &str| format!("g{i}_{rest}");
                @let kind = if self.value(&name("kind")).is_empty() { "text" } else { self.value(&name("kind")) };
                (Fieldset::new(t.f(msg::QUIZZES_GAP_N, &[("n", (i + 1).into())])).body(html! {
                    (Field::select(t.lang(), name("kind"), t.s(msg::QUIZZES_GAP_KIND)).required_unmarked().value(kind).choices([
                        Choice::new("text", t.s(msg::QUIZZES_GAP_TEXT)),
                        Choice::new("choice", t.s(msg::QUIZZES_GAP_CHOICE)),
                        Choice::new("number", t.s(msg::QUIZZES_GAP_NUMBER)),
                    ]))
                    (self.area(&name("accepted"), msg::QUIZZES_FIELD_ACCEPTED, 3).required().hint(t.s(msg::QUIZZES_GAP_HINT)))
                    (self.text(&name("weight"), msg::QUIZZES_GAP_WEIGHT).digits(Width::W4))
                    (self.forgive(&name("")))
                }))
            }
        }
    }
}
