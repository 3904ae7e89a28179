//! Plain text as Markdown and back.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Plain text as Markdown that shows exactly that text. Newlines stay as soft breaks; blank lines part paragraphs.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (i, line) in text.trim().lines().map(str::trim).enumerate() {
        if i > 0 {
            out.push('\n');
        }
        escape_line(line, true, &mut out);
    }
    out
}

/// One line; `start` says whether it stands at the beginning of a line of Markdown.
pub(in crate::text) fn escape_line(line: &str, start: bool, out: &mut String) {
    let chars: Vec<char> = line.chars().collect();
    let numbered = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    for (i, c) in chars.iter().enumerate() {
        let next = chars.get(i + 1).copied();
        let within = i > 0 && chars[i - 1].is_alphanumeric() && next.is_some_and(char::is_alphanumeric);
        let escaped = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' => true,
            '_' => !within,
            '&' => next.is_some_and(|n| n.is_ascii_alphanumeric() || n == '#'),
            '>' | '=' if start && i == 0 => true,
            '+' if start && i == 0 => next.is_none_or(char::is_whitespace),
            '#' if start && i == 0 => next.is_none_or(|n| n.is_whitespace() || n == '#'),
            '-' if start && i == 0 => next.is_none_or(|n| n.is_whitespace() || n == '-'),
            ':' if start && i == 0 => next == Some('-'),
            '.' | ')' if start && i == numbered && (1..=9).contains(&numbered) => true,
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(*c);
    }
}

/// Markdown as plain text: what a reader sees, without marks. Pictures give their alternative text.
///
/// ```
/// assert_eq!(questions::text::plain("Ile **dni** ma [rok](https://example.org)?"), "Ile dni ma rok?");
/// ```
#[must_use]
pub fn plain(markdown: &str) -> String {
    let mut out = String::new();
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak => out.push('\n'),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead,
            ) => part(&mut out),
            Event::End(TagEnd::TableCell) => out.push(' '),
            Event::Start(Tag::List(_)) if !out.is_empty() && !out.ends_with('\n') => out.push('\n'),
            _ => {}
        }
    }
    out.trim().to_owned()
}

/// Ends a paragraph; several endings in a row are one.
fn part(out: &mut String) {
    while out.ends_with('\n') {
        out.pop();
    }
    out.push_str("\n\n");
}

/// What our Markdown knows beyond CommonMark.
pub(crate) fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH
}
