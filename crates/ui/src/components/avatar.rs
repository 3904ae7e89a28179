//! A person or office by initials.

use maud::{Markup, Render, html};

/// A round (person) or square (office) sign with one to three initials. Decorative: the name stands beside it.
#[derive(Clone, Debug)]
pub struct Avatar {
    initials: String,
    square: bool,
    large: bool,
}

impl Avatar {
    /// An avatar with the given initials.
    pub fn new(initials: impl Into<String>) -> Self {
        Self { initials: initials.into(), square: false, large: false }
    }

    /// An avatar with initials taken from a name: first letters of at most two words.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let initials = name.split_whitespace().filter_map(|word| word.chars().next()).take(2);
        Self::new(initials.flat_map(char::to_uppercase).collect::<String>())
    }

    /// Square: an office or unit.
    #[must_use]
    pub fn square(mut self) -> Self {
        self.square = true;
        self
    }

    /// Larger, for headings.
    #[must_use]
    pub fn large(mut self) -> Self {
        self.large = true;
        self
    }
}

impl Render for Avatar {
    fn render(&self) -> Markup {
        let hue =
            self.initials.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(131).wrapping_add(u32::from(byte))) / 7 % 5;
        html! {
            span.avatar.avatar-square[self.square].avatar-large[self.large] data-hue=(hue) aria-hidden="true" {
                (self.initials)
            }
        }
    }
}
