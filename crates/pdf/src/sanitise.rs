//! Makes any text printable: PDF/A-2a and PDF/UA-1 refuse characters that no font has.
//!
//! - Text is composed (NFC); control characters and invisible formatting characters go (joiners,
//!   bidirectional marks, variation selectors, soft hyphens); unusual spaces become a space.
//! - A character that one of the fonts lacks becomes [`MARK`] and is reported.
//! - Very long words get invisible break opportunities, so that they stay on the page.
//! - In Polish a one-letter word does not stay alone at the end of a line, and numbers stay whole.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::document::Language;

/// Stands for a character the fonts lack: a white square.
pub const MARK: char = '\u{25a1}';

/// A word longer than this (in characters) may be broken…
const LONG_WORD: usize = 30;
/// …after each so many characters.
const BREAK_EVERY: usize = 15;
/// Break opportunity without width.
const ZERO_WIDTH_SPACE: char = '\u{200b}';
/// A space that no line ends at.
const NO_BREAK_SPACE: char = '\u{a0}';

/// Cleans one text. `covered` says whether all fonts have a character; what they lack is added to `replaced`.
pub fn clean(text: &str, language: Language, covered: impl Fn(char) -> bool, replaced: &mut BTreeSet<char>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut previous = None;
    for c in text.nfc() {
        match c {
            '\r' => out.push('\n'),
            '\n' if previous == Some('\r') => {}
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push(' '),
            c if c.is_control() || invisible(c) => {}
            c if c.is_whitespace() && c != NO_BREAK_SPACE => out.push(' '),
            c if !private(c) && covered(c) => out.push(c),
            c => {
                replaced.insert(c);
                out.push(MARK);
            }
        }
        previous = Some(c);
    }
    if language == Language::Pl {
        out = bind_short_words(&out);
    }
    break_long_words(&out)
}

/// Characters that show nothing and only steer layout, or could make a text read otherwise than it
/// looks (Unicode TR 36, 3.1).
fn invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Private use characters and non-characters, which PDF/A level A forbids (ISO 19005-2, 6.2.11.7.3).
fn private(c: char) -> bool {
    let code = u32::from(c);
    matches!(code, 0xe000..=0xf8ff | 0xfdd0..=0xfdef | 0xf0000..) || code & 0xfffe == 0xfffe
}

/// Puts a no-break space after one-letter words (Polish conjunctions and prepositions), between the
/// groups of digits of a number, and before "zł" and "r." that follow a number.
fn bind_short_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = [' ', ' '];
    for (index, c) in text.char_indices() {
        let [first, second] = before;
        let word = matches!(second, 'a' | 'i' | 'o' | 'u' | 'w' | 'z' | 'A' | 'I' | 'O' | 'U' | 'W' | 'Z')
            && (first.is_whitespace() || first == '(');
        let rest = text.get(index + 1..).unwrap_or_default();
        let number = second.is_ascii_digit()
            && (rest.starts_with(|next: char| next.is_ascii_digit())
                || rest.starts_with("zł")
                || rest.starts_with("r."));
        let c = if c == ' ' && (word || number) { NO_BREAK_SPACE } else { c };
        out.push(c);
        before = [second, c];
    }
    out
}

/// Puts break opportunities into words that would leave the page.
fn break_long_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for part in text.split_inclusive(|c: char| c.is_whitespace() && c != NO_BREAK_SPACE) {
        if part.chars().count() <= LONG_WORD {
            out.push_str(part);
            continue;
        }
        for (index, c) in part.chars().enumerate() {
            if index > 0 && index % BREAK_EVERY == 0 && !c.is_whitespace() {
                out.push(ZERO_WIDTH_SPACE);
            }
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn latin(c: char) -> bool {
        u32::from(c) < 0x250
    }

    fn pl(text: &str) -> (String, Vec<char>) {
        let mut replaced = BTreeSet::new();
        let clean = clean(text, Language::Pl, latin, &mut replaced);
        (clean, replaced.into_iter().collect())
    }

    #[test]
    fn control_and_invisible_characters_go() {
        assert_eq!(pl("a\0b\u{7}\u{200d}\u{202e}c\u{feff}\u{fe0f}").0, "abc");
        assert_eq!(pl("a\r\nb\rc\u{2028}d\te").0, "a\nb\nc\nd e");
    }

    #[test]
    fn decomposed_letters_are_composed() {
        assert_eq!(pl("Z\u{307}aneta").0, "Żaneta");
    }

    #[test]
    fn missing_characters_are_marked_and_reported() {
        assert_eq!(pl("x字x\u{e000}x😀"), ("x□x□x□".into(), vec!['字', '\u{e000}', '😀']));
    }

    #[test]
    fn long_words_may_break() {
        assert_eq!(pl(&"x".repeat(30)).0, "x".repeat(30));
        assert_eq!(pl(&"x".repeat(31)).0.matches('\u{200b}').count(), 2);
        assert_eq!(pl(&"x".repeat(31)).0.replace('\u{200b}', ""), "x".repeat(31));
    }

    #[test]
    fn one_letter_words_stay_with_the_next() {
        assert_eq!(pl("dom w Łodzi i z kotem").0, "dom w\u{a0}Łodzi i\u{a0}z\u{a0}kotem");
        assert_eq!(pl("litera x w").0, "litera x w");
        assert_eq!(pl("1 234,56 zł z 2 maja 2026 r.").0, "1\u{a0}234,56\u{a0}zł z\u{a0}2 maja 2026\u{a0}r.");
    }
}
