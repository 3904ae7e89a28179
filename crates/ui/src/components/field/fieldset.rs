//! Fields that belong together.

use maud::{Markup, Render, html};

/// A group of fields under one heading.
#[derive(Clone, Debug)]
pub struct Fieldset {
    legend: Markup,
    hint: Option<Markup>,
    when: Vec<String>,
    when_said: Option<Markup>,
    columns: bool,
    body: Markup,
}

impl Fieldset {
    /// A group with its heading.
    pub fn new(legend: impl Render) -> Self {
        Self { legend: legend.render(), hint: None, when: Vec::new(), when_said: None, columns: false, body: html! {} }
    }

    /// A sentence under the heading.
    #[must_use]
    pub fn hint(mut self, hint: impl Render) -> Self {
        self.hint = Some(hint.render());
        self
    }

    /// Shown only while the field `name` has `value` (several divided by `|`). Called again, all must hold.
    #[must_use]
    pub fn when(mut self, name: &str, value: &str) -> Self {
        self.when.push(format!("{name}={value}"));
        self
    }

    /// When it applies, in words: read where no script hides it.
    #[must_use]
    pub fn when_said(mut self, words: impl Render) -> Self {
        self.when_said = Some(words.render());
        self
    }

    /// Short fields side by side where they fit.
    #[must_use]
    pub fn columns(mut self) -> Self {
        self.columns = true;
        self
    }

    /// The fields.
    #[must_use]
    pub fn body(mut self, body: impl Render) -> Self {
        self.body = body.render();
        self
    }
}

impl Render for Fieldset {
    fn render(&self) -> Markup {
        html! {
            fieldset.fieldset data-when=[(!self.when.is_empty()).then(|| self.when.join("&"))] {
                legend { (self.legend) }
                @if let Some(said) = &self.when_said { p.without-script { (said) } }
                @if let Some(hint) = &self.hint { div.hint { (hint) } }
                div.fieldset-body.columns[self.columns] { (self.body) }
            }
        }
    }
}
