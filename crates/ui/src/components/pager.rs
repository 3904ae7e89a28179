//! Newer and older pages of a list.

use i18n::Lang;
use maud::{Markup, Render, html};

use super::Icon;
use crate::words;

/// Keyset pages: previous and next, no page numbers, so that a page costs the same however far it is.
#[derive(Clone, Debug)]
pub struct Pager {
    lang: Lang,
    previous: Option<String>,
    next: Option<String>,
    note: Option<String>,
}

impl Pager {
    /// A pager without links; nothing is drawn until one is given.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self { lang, previous: None, next: None, note: None }
    }

    /// The address of the previous page.
    #[must_use]
    pub fn previous(mut self, href: Option<impl Into<String>>) -> Self {
        self.previous = href.map(Into::into);
        self
    }

    /// The address of the next page.
    #[must_use]
    pub fn next(mut self, href: Option<impl Into<String>>) -> Self {
        self.next = href.map(Into::into);
        self
    }

    /// A remark between: "50 cases".
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

impl Render for Pager {
    fn render(&self) -> Markup {
        html! {
            @if self.previous.is_some() || self.next.is_some() {
                nav.pager aria-label=(words::pager(self.lang)) {
                    @if let Some(href) = &self.previous {
                        a.btn.btn-secondary.btn-small href=(href) rel="prev" {
                            (Icon::ChevronLeft) span { (words::previous(self.lang)) }
                        }
                    }
                    @if let Some(note) = &self.note { span.pager-note { (note) } }
                    @if let Some(href) = &self.next {
                        a.btn.btn-secondary.btn-small.pager-next href=(href) rel="next" {
                            span { (words::next(self.lang)) } (Icon::ChevronRight)
                        }
                    }
                }
            }
        }
    }
}
