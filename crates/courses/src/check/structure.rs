//! Headings, pictures, films, links and tables of a lesson: criteria of WCAG 2.1 that show in its text.

use std::collections::HashSet;

use law::fold::fold;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Found, Rule};
use crate::{FileKind, content::FileRef};

/// From how many words on a lesson needs headings.
const HEADINGS_FROM: usize = 250;
/// The longest alternative text that is easy to listen to, in characters.
const LONGEST_ALT: usize = 300;

/// Words that alone make no alternative text.
const POOR_ALTS: &[&str] = &[
    "obraz",
    "obrazek",
    "zdjecie",
    "grafika",
    "ilustracja",
    "rysunek",
    "schemat",
    "diagram",
    "wykres",
    "ikona",
    "logo",
    "foto",
    "image",
    "picture",
    "photo",
    "graphic",
    "figure",
    "chart",
    "icon",
];

/// Words that alone make no link.
const POOR_LINKS: &[&str] = &[
    "tutaj",
    "tu",
    "kliknij",
    "kliknij tutaj",
    "kliknij tu",
    "link",
    "wiecej",
    "czytaj wiecej",
    "zobacz",
    "zobacz wiecej",
    "pobierz",
    "strona",
    "dalej",
    "tej stronie",
    "here",
    "click here",
    "more",
    "read more",
    "this page",
    "download",
    "see",
];

/// Where the lines of a text begin.
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn of(body: &str) -> Self {
        Self(body.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at).collect())
    }
    /// The line of a place, from 1.
    pub(super) fn line(&self, at: usize) -> u32 {
        u32::try_from(self.0.partition_point(|end| *end < at)).unwrap_or(u32::MAX - 1) + 1
    }
}

pub(super) fn look(body: &str, files: &[FileRef], transcript: bool, found: &mut Found<'_>) {
    let parser = Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    let lines = Lines::of(body);
    let mut level = 1u8;
    let mut headings = HashSet::new();
    let mut words = 0usize;
    // What the words that come now belong to: a heading, a picture or a link with its address, a cell of a table's head.
    let mut text = String::new();
    let mut alt = String::new();
    let mut in_alt = false;
    let mut in_head = false;
    let mut address = String::new();
    for (event, range) in parser.into_offset_iter() {
        let line = Some(lines.line(range.start));
        match event {
            Event::Start(Tag::Heading { .. } | Tag::TableCell) => text.clear(),
            Event::End(TagEnd::Heading(now)) => {
                let now = (now as u8).max(2);
                let title = text.trim();
                if title.is_empty() {
                    found.add(Rule::HeadingEmpty, line, "", Vec::new());
                } else if !headings.insert(fold(title)) {
                    found.add(Rule::HeadingTwice, line, title, Vec::new());
                }
                if now > level + 1 {
                    let wanted = "#".repeat(usize::from(level + 1));
                    found.add(Rule::HeadingSkipped, line, title, vec![("wanted", wanted.into())]);
                }
                level = now;
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                address = dest_url.to_string();
                alt.clear();
                in_alt = true;
            }
            Event::End(TagEnd::Image) => {
                in_alt = false;
                picture(&address, alt.trim(), line, files, transcript, found);
                text.push_str(&alt);
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                address = dest_url.to_string();
                text.clear();
            }
            Event::End(TagEnd::Link) => link(&address, text.trim(), line, files, found),
            Event::Start(Tag::TableHead) => in_head = true,
            Event::End(TagEnd::TableHead) => in_head = false,
            Event::End(TagEnd::TableCell) if in_head && text.trim().is_empty() => {
                found.add(Rule::TableHeading, line, "", Vec::new());
            }
            Event::Text(t) | Event::Code(t) => {
                if in_alt {
                    alt.push_str(&t);
                } else {
                    words += t.split_whitespace().count();
                    text.push_str(&t);
                }
            }
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    if headings.is_empty() && words >= HEADINGS_FROM {
        found.add(Rule::NoHeadings, None, "", vec![("words", words.into())]);
    }
}

fn picture(name: &str, alt: &str, line: Option<u32>, files: &[FileRef], transcript: bool, found: &mut Found<'_>) {
    let plain = fold(alt);
    let bare = name.rsplit('/').next().unwrap_or(name);
    let like_a_name = |end: &str| plain.ends_with(end) && !plain.contains(' ');
    if alt.is_empty() {
        found.add(Rule::NoAlt, line, name, Vec::new());
    } else if POOR_ALTS.contains(&plain.as_str())
        || plain == fold(bare)
        || [".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp", ".mp4"].iter().any(|e| like_a_name(e))
    {
        found.add(Rule::PoorAlt, line, alt, Vec::new());
    } else if alt.chars().count() > LONGEST_ALT {
        found.add(Rule::LongAlt, line, alt, Vec::new());
    }
    let Some(file) = files.iter().find(|f| f.name == name) else {
        found.add(Rule::FileMissing, line, name, vec![("file", name.into())]);
        return;
    };
    let film = file.kind == FileKind::Video;
    if film && file.captions.is_empty() {
        found.add(Rule::NoCaptions, line, name, vec![("file", name.into())]);
    }
    if (film || file.kind == FileKind::Audio) && file.transcript.trim().is_empty() && !transcript {
        found.add(Rule::NoTranscript, line, name, vec![("file", name.into())]);
    }
}

fn link(address: &str, words: &str, line: Option<u32>, files: &[FileRef], found: &mut Found<'_>) {
    let plain = fold(words);
    let plain = plain.trim_matches(|c: char| !c.is_alphanumeric());
    let lower = address.trim().to_ascii_lowercase();
    let raw = plain.starts_with("http://") || plain.starts_with("https://") || plain.starts_with("www.");
    if plain.is_empty() || raw || POOR_LINKS.contains(&plain) {
        found.add(Rule::PoorLink, line, if words.is_empty() { address } else { words }, Vec::new());
    }
    let good = lower.starts_with("https://")
        || lower.starts_with("http://")
        || lower.starts_with("mailto:")
        || lower.starts_with('#')
        || (lower.starts_with('/') && !lower.starts_with("//"))
        || (lower.contains('@') && !lower.contains([':', '/', ' ']))
        || files.iter().any(|f| f.name == address);
    if !good {
        found.add(Rule::BadLink, line, address, Vec::new());
    }
}
