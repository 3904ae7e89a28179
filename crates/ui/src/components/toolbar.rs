//! The bar above a list.

use maud::{Markup, Render, html};

/// Filters at the start, actions at the end; they wrap.
#[derive(Clone, Debug, Default)]
pub struct Toolbar {
    start: Option<Markup>,
    end: Option<Markup>,
}

impl Toolbar {
    /// An empty bar.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Filters: usually a [`super::Form::get`] with `.inline()`.
    #[must_use]
    pub fn filters(mut self, filters: impl Render) -> Self {
        self.start = Some(filters.render());
        self
    }

    /// Actions: buttons.
    #[must_use]
    pub fn actions(mut self, actions: impl Render) -> Self {
        self.end = Some(actions.render());
        self
    }
}

impl Render for Toolbar {
    fn render(&self) -> Markup {
        html! {
            div.toolbar {
                @if let Some(start) = &self.start { div.toolbar-start { (start) } }
                @if let Some(end) = &self.end { div.toolbar-end { (end) } }
            }
        }
    }
}
