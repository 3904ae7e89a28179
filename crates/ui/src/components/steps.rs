//! Where one is in a form of several pages.

use i18n::Lang;
use maud::{Markup, Render, html};

use super::Icon;
use crate::words;

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Filled in.
    Done,
    /// Filled in, with errors.
    Error,
    /// The one on the screen.
    Current,
    /// Still to come.
    Ahead,
}

/// The steps of a form; done ones may be links.
#[derive(Clone, Debug)]
pub struct Steps {
    lang: Lang,
    steps: Vec<(String, StepState, Option<String>)>,
}

impl Steps {
    /// No steps yet.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self { lang, steps: Vec::new() }
    }

    /// Adds a step; the link lets one go back to it.
    #[must_use]
    pub fn step(mut self, label: impl Into<String>, state: StepState, href: Option<impl Into<String>>) -> Self {
        self.steps.push((label.into(), state, href.map(Into::into)));
        self
    }
}

impl Render for Steps {
    fn render(&self) -> Markup {
        let total = self.steps.len();
        let now = self.steps.iter().position(|(_, state, _)| *state == StepState::Current).map_or(0, |at| at + 1);
        html! {
            nav.steps aria-label=(words::steps(self.lang)) {
                @if now > 0 {
                    p.steps-now { (words::step(self.lang)) " " (now) " " (words::from(self.lang)) " " (total) }
                }
                ol role="list" {
                    @for (index, (label, state, href)) in self.steps.iter().enumerate() {
                        li.step data-state=(match state {
                            StepState::Done => "done",
                            StepState::Error => "error",
                            StepState::Current => "current",
                            StepState::Ahead => "ahead",
                        }) aria-current=[(*state == StepState::Current).then_some("step")] {
                            span.step-mark aria-hidden="true" {
                                @match state {
                                    StepState::Done => (Icon::Check),
                                    StepState::Error => "!",
                                    _ => (index + 1),
                                }
                            }
                            span.step-label {
                                @if let Some(href) = href { a href=(href) { (label) } } @else { (label) }
                                @match state {
                                    StepState::Done => span.visually-hidden { " (" (words::done(self.lang)) ")" },
                                    StepState::Error => span.visually-hidden { " (" (words::error(self.lang)) ")" },
                                    _ => {},
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
