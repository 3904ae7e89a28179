//! What stands where a list would be.

use maud::{Markup, Render, html};

use super::Icon;

/// An empty place that says what to do.
#[derive(Clone, Debug)]
pub struct Empty {
    icon: Icon,
    title: String,
    text: Option<Markup>,
    action: Option<Markup>,
}

impl Empty {
    /// An icon and what is (not) here.
    pub fn new(icon: Icon, title: impl Into<String>) -> Self {
        Self { icon, title: title.into(), text: None, action: None }
    }

    /// Why, or what will appear here.
    #[must_use]
    pub fn text(mut self, text: impl Render) -> Self {
        self.text = Some(text.render());
        self
    }

    /// What to do.
    #[must_use]
    pub fn action(mut self, action: impl Render) -> Self {
        self.action = Some(action.render());
        self
    }
}

impl Render for Empty {
    fn render(&self) -> Markup {
        html! {
            div.empty {
                span.empty-icon { (self.icon) }
                p.empty-title { (self.title) }
                @if let Some(text) = &self.text { p.empty-text { (text) } }
                @if let Some(action) = &self.action { div.empty-action { (action) } }
            }
        }
    }
}
