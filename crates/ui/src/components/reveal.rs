//! Text that unfolds.

use maud::{Markup, Render, html};

/// A line that opens more: help, details few people need.
#[derive(Clone, Debug)]
pub struct Reveal {
    label: Markup,
    body: Markup,
    open: bool,
    boxed: bool,
}

impl Reveal {
    /// The line and what it opens.
    pub fn new(label: impl Render, body: impl Render) -> Self {
        Self { label: label.render(), body: body.render(), open: false, boxed: false }
    }

    /// Open from the start.
    #[must_use]
    pub fn open(mut self, open: bool) -> Self {
        self.open = open;
        self
    }

    /// In a frame: a part of a page rather than a remark.
    #[must_use]
    pub fn boxed(mut self) -> Self {
        self.boxed = true;
        self
    }
}

impl Render for Reveal {
    fn render(&self) -> Markup {
        html! {
            details.reveal.reveal-boxed[self.boxed] open[self.open] {
                summary { (super::Icon::ChevronRight) span { (self.label) } }
                div.reveal-body { (self.body) }
            }
        }
    }
}
