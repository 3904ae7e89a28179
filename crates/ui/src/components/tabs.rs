//! Parts of one subject, each a page.

use i18n::Lang;
use maud::{Markup, Render, html};

use crate::words;

/// Tabs that are links: each part has its own address and works without scripts.
#[derive(Clone, Debug)]
pub struct Tabs {
    label: String,
    tabs: Vec<(String, String, bool, Option<u64>)>,
}

impl Tabs {
    /// An empty row of tabs.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self { label: words::sections(lang).to_owned(), tabs: Vec::new() }
    }

    /// Another name for screen readers.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds a tab.
    #[must_use]
    pub fn tab(mut self, href: impl Into<String>, label: impl Into<String>, current: bool) -> Self {
        self.tabs.push((href.into(), label.into(), current, None));
        self
    }

    /// Adds a tab with the number of things in it.
    #[must_use]
    pub fn counted(mut self, href: impl Into<String>, label: impl Into<String>, current: bool, count: u64) -> Self {
        self.tabs.push((href.into(), label.into(), current, Some(count)));
        self
    }
}

impl Render for Tabs {
    fn render(&self) -> Markup {
        html! {
            nav.tabs aria-label=(self.label) {
                ul role="list" {
                    @for (href, label, current, count) in &self.tabs {
                        li {
                            a href=(href) aria-current=[current.then_some("page")] {
                                (label) @if let Some(count) = count { " " span.count { (count) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
