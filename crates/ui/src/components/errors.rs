//! The list of errors above a form.

use i18n::Lang;
use maud::{Markup, Render, html};

use super::{Field, Icon};
use crate::words;

/// What is wrong, with links to the fields. It takes the focus when the page opens. Nothing when there are no errors.
#[derive(Clone, Debug)]
pub struct ErrorSummary {
    lang: Lang,
    title: Option<String>,
    errors: Vec<(Option<String>, String)>,
}

impl ErrorSummary {
    /// An empty summary.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self { lang, title: None, errors: Vec::new() }
    }

    /// Another heading than the usual one, which depends on whether fields are at fault.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// An error of the field with this name.
    #[must_use]
    pub fn field(mut self, name: &str, error: impl Into<String>) -> Self {
        self.errors.push((Some(Field::id_of(name)), error.into()));
        self
    }

    /// An error of the whole form.
    #[must_use]
    pub fn form(mut self, error: impl Into<String>) -> Self {
        self.errors.push((None, error.into()));
        self
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }
}

impl Render for ErrorSummary {
    fn render(&self) -> Markup {
        let of_fields = self.errors.iter().any(|(target, _)| target.is_some());
        let usual = if of_fields { words::error_summary(self.lang) } else { words::error_summary_form(self.lang) };
        let title = self.title.as_deref().unwrap_or(usual);
        html! {
            @if !self.errors.is_empty() {
                div.error-summary id="error-summary" role="alert" tabindex="-1" data-focus
                    aria-labelledby="error-summary-title" {
                    h2 id="error-summary-title" { (Icon::Danger) (title) }
                    ul {
                        @for (target, text) in &self.errors {
                            li {
                                @if let Some(target) = target { a href={ "#" (target) } { (text) } }
                                @else { (text) }
                            }
                        }
                    }
                }
            }
        }
    }
}
