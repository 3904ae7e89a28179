//! References and codes.

use i18n::Lang;
use maud::{Markup, Render, html};

use super::Icon;
use crate::words;

/// A reference in digits of one width, with a button to copy it when scripts are there.
#[derive(Clone, Debug)]
pub struct Code {
    text: String,
    copy: Option<Lang>,
    block: bool,
}

impl Code {
    /// A reference: case reference, PESEL, number of a receipt.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), copy: None, block: false }
    }

    /// With a button to copy it.
    #[must_use]
    pub fn copy(mut self, lang: Lang) -> Self {
        self.copy = Some(lang);
        self
    }

    /// Long, on lines of its own: a token shown once, a hash.
    #[must_use]
    pub fn block(mut self) -> Self {
        self.block = true;
        self
    }
}

impl Render for Code {
    fn render(&self) -> Markup {
        html! {
            span.code.code-block[self.block] {
                code { (self.text) }
                @if let Some(lang) = self.copy {
                    button.code-copy type="button" hidden data-copy=(self.text) data-copied=(words::copied(lang))
                        aria-label={ (words::copy(lang)) ": " (self.text) } title=(words::copy(lang)) { (Icon::Copy) }
                }
            }
        }
    }
}
