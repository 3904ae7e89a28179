//! Foreign text: its encoding, its HTML, its Markdown.

pub mod encoding;
mod escape;
mod files;
pub mod html;
mod html_writer;
pub mod markdown;

pub use escape::{escape, plain};
pub use files::{Attachment, Files};

/// Private-use characters that mark gaps while a text is converted; foreign text is freed of them first.
pub(crate) const GAP_OPEN: char = '\u{e000}';
/// The end of a gap's number.
pub(crate) const GAP_CLOSE: char = '\u{e001}';

/// Text without what no text needs: private-use marks of ours, control characters, `\r`.
#[must_use]
pub fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.chars()
        .filter_map(|c| match c {
            '\r' => Some('\n'),
            '\n' | '\t' => Some(c),
            c if c.is_control() || ('\u{e000}'..='\u{e01f}').contains(&c) || c == '\u{feff}' => None,
            // These change the direction of what follows and can make an answer read as its opposite.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
            c => Some(c),
        })
        .collect()
}
