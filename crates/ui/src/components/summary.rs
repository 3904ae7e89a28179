//! Facts as pairs of name and value.

use i18n::Lang;
use maud::{Markup, Render, html};

use crate::words;

/// One fact.
#[derive(Clone, Debug)]
struct Fact {
    name: Markup,
    value: Markup,
    link: Option<(&'static str, String)>,
}

/// A list of facts; each may have a link to change it (the summary before sending).
#[derive(Clone, Debug)]
pub struct SummaryList {
    lang: Lang,
    facts: Vec<Fact>,
    compact: bool,
}

impl SummaryList {
    /// An empty list.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self { lang, facts: Vec::new(), compact: false }
    }

    /// Adds a fact.
    #[must_use]
    pub fn fact(mut self, name: impl Render, value: impl Render) -> Self {
        self.facts.push(Fact { name: name.render(), value: value.render(), link: None });
        self
    }

    /// Adds a fact when there is one.
    #[must_use]
    pub fn maybe(self, name: impl Render, value: Option<impl Render>) -> Self {
        match value {
            Some(value) => self.fact(name, value),
            None => self,
        }
    }

    /// Adds a fact with a link to change it.
    #[must_use]
    pub fn changeable(self, name: impl Render, value: impl Render, href: impl Into<String>) -> Self {
        let word = words::change(self.lang);
        self.with_link(name, value, word, href)
    }

    /// Adds a fact with a link to where it is seen whole, when nothing is changed there.
    #[must_use]
    pub fn viewable(self, name: impl Render, value: impl Render, href: impl Into<String>) -> Self {
        let word = words::view(self.lang);
        self.with_link(name, value, word, href)
    }

    fn with_link(mut self, name: impl Render, value: impl Render, word: &'static str, href: impl Into<String>) -> Self {
        self.facts.push(Fact { name: name.render(), value: value.render(), link: Some((word, href.into())) });
        self
    }

    /// Name above value, close together: for side panels.
    #[must_use]
    pub fn compact(mut self) -> Self {
        self.compact = true;
        self
    }
}

impl Render for SummaryList {
    fn render(&self) -> Markup {
        html! {
            dl.summary-list.compact[self.compact] {
                @for fact in &self.facts {
                    div {
                        dt { (fact.name) }
                        dd {
                            (fact.value)
                            @if let Some((word, href)) = &fact.link {
                                a.change href=(href) { (word) span.visually-hidden { ": " (fact.name) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
