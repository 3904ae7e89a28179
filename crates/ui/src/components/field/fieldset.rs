//! Fields that belong together.

use maud::{Markup, Render, html};

/// A group of fields under one heading.
#[derive(Clone, Debug)]
pub struct Fieldset {
    legend: Markup,
    hint: Option<Markup>,
    when: Option<String>,
    columns: bool,
    body: Markup,
}

impl Fieldset {
    /// A group with its heading.
    pub fn new(legend: impl Render) -> Self {
        Self { legend: legend.render(), hint: None, when: None, columns: false, body: html! {} }
    }

    /// A sentence under the heading.
    #[must_use]
    pub fn hint(mut self, hint: impl Render) -> Self {
        self.hint = Some(hint.render());
        self
    }

    /// Shown only while the field `name` has `value` (several divided by `|`).
    #[must_use]
    pub fn when(mut self, name: &str, value: &str) -> Self {
        self.when = Some(format!("{name}={value}"));
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
            fieldset.fieldset data-when=[self.when.as_ref()] {
                legend { (self.legend) }
                @if let Some(hint) = &self.hint { div.hint { (hint) } }
                div.fieldset-body.columns[self.columns] { (self.body) }
            }
        }
    }
}
