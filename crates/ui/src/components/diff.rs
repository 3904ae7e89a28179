//! Two versions of one thing, side by side: for edits that met.

use i18n::Lang;
use maud::{Markup, Render, html};

use crate::words;

/// One field in both versions.
#[derive(Clone, Debug)]
struct Pair {
    name: String,
    theirs: String,
    mine: String,
}

/// What another person saved meanwhile, and what you wrote; nothing is lost.
#[derive(Clone, Debug)]
pub struct Diff {
    lang: Lang,
    theirs: String,
    mine: String,
    pairs: Vec<Pair>,
}

/// Parts of two texts, word by word: those only in the first, only in the second, or in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part<'a> {
    Same(&'a str),
    Gone(&'a str),
    New(&'a str),
}

/// The most words compared one by one; longer texts are shown whole as changed.
const MOST_WORDS: usize = 1_500;

impl Diff {
    /// An empty comparison.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self {
            lang,
            theirs: words::diff_theirs(lang).to_owned(),
            mine: words::diff_mine(lang).to_owned(),
            pairs: Vec::new(),
        }
    }

    /// Other headings of the two versions.
    #[must_use]
    pub fn headings(mut self, theirs: impl Into<String>, mine: impl Into<String>) -> Self {
        self.theirs = theirs.into();
        self.mine = mine.into();
        self
    }

    /// A field: its name, the value saved by another, the value of the reader.
    #[must_use]
    pub fn field(mut self, name: impl Into<String>, theirs: impl Into<String>, mine: impl Into<String>) -> Self {
        self.pairs.push(Pair { name: name.into(), theirs: theirs.into(), mine: mine.into() });
        self
    }
}

impl Render for Diff {
    fn render(&self) -> Markup {
        html! {
            div.diff {
                @for pair in &self.pairs {
                    @let same = pair.theirs == pair.mine;
                    @let parts = compare(&pair.theirs, &pair.mine);
                    div.diff-field {
                        h3.diff-name {
                            (pair.name)
                            @if same { " " span.hint { "(" (words::unchanged(self.lang)) ")" } }
                        }
                        div.diff-pair {
                            div.diff-side {
                                p.diff-who { (self.theirs) }
                                div.diff-text {
                                    @for part in &parts {
                                        @match part {
                                            Part::Same(text) => (text),
                                            Part::Gone(text) => del { (text) },
                                            Part::New(_) => {},
                                        }
                                    }
                                }
                            }
                            div.diff-side {
                                p.diff-who { (self.mine) }
                                div.diff-text {
                                    @for part in &parts {
                                        @match part {
                                            Part::Same(text) => (text),
                                            Part::New(text) => ins { (text) },
                                            Part::Gone(_) => {},
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Words with the spaces after them.
fn split(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

/// The longest common run of words, by the table of lengths (quadratic, hence the limit).
fn compare<'a>(old: &'a str, new: &'a str) -> Vec<Part<'a>> {
    if old == new {
        return vec![Part::Same(old)];
    }
    let (a, b) = (split(old), split(new));
    if a.len() > MOST_WORDS || b.len() > MOST_WORDS {
        return vec![Part::Gone(old), Part::New(new)];
    }
    let width = b.len() + 1;
    let mut length = vec![0_u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            length[i * width + j] = if a[i] == b[j] {
                length[(i + 1) * width + j + 1] + 1
            } else {
                length[(i + 1) * width + j].max(length[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut parts) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            parts.push(Part::Same(a[i]));
            i += 1;
            j += 1;
        } else if length[(i + 1) * width + j] >= length[i * width + j + 1] {
            parts.push(Part::Gone(a[i]));
            i += 1;
        } else {
            parts.push(Part::New(b[j]));
            j += 1;
        }
    }
    parts.extend(a[i..].iter().map(|word| Part::Gone(word)));
    parts.extend(b[j..].iter().map(|word| Part::New(word)));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_every_word_of_both_versions() {
        let parts = compare("Termin mija 3 marca", "Termin mija w piątek 3 marca");
        let old: String =
            parts.iter().filter_map(|p| if let Part::New(_) = p { None } else { Some(text(p)) }).collect();
        let new: String =
            parts.iter().filter_map(|p| if let Part::Gone(_) = p { None } else { Some(text(p)) }).collect();
        assert_eq!(old, "Termin mija 3 marca");
        assert_eq!(new, "Termin mija w piątek 3 marca");
        assert_eq!(parts.iter().filter(|p| matches!(p, Part::New(_))).count(), 2);
    }

    fn text<'a>(part: &Part<'a>) -> &'a str {
        match part {
            Part::Same(text) | Part::Gone(text) | Part::New(text) => text,
        }
    }
}
