//! Writes Markdown piece by piece, as HTML comes in.

mod blocks;
mod inline;

use super::escape::escape_line;

/// The deepest lists and quotes; deeper ones go on at this depth.
const DEEPEST: usize = 6;

/// The Markdown written so far.
#[derive(Debug, Default)]
pub(in crate::text) struct Writer {
    out: String,
    /// What is due before the next text.
    due: Due,
    /// Lists and quotes that are open.
    blocks: Vec<Block>,
    /// Marks that are open: where each began in `out`.
    inline: Vec<Inline>,
    pre: Option<String>,
    table: Option<Table>,
    script: Option<(bool, String)>,
    heading: bool,
    /// A line break that waits for more text.
    broken: bool,
    space: bool,
    /// Whether nothing but marks of lists and quotes stands on the line.
    line_start: bool,
    depth_over: usize,
    /// What stood before the open cell of a table.
    cells: Vec<String>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    #[default]
    Nothing,
    Line,
    Blank,
}

#[derive(Debug)]
enum Block {
    List { next: Option<u32>, indent: usize, fresh: bool },
    Quote,
}

#[derive(Debug)]
struct Inline {
    mark: &'static str,
    target: Option<String>,
    start: usize,
}

#[derive(Debug, Default)]
struct Table {
    rows: Vec<Vec<String>>,
    open: bool,
}

impl Writer {
    /// Text between tags.
    pub(in crate::text) fn text(&mut self, text: &str) {
        if let Some(pre) = &mut self.pre {
            pre.push_str(text);
            return;
        }
        if let Some((_, script)) = &mut self.script {
            script.push_str(text);
            return;
        }
        if let Some(table) = &mut self.table
            && !table.open
        {
            if !text.trim().is_empty() {
                // Text between cells is not shown in a table by browsers either, but before it: here as a cell.
                self.cell();
                self.text(text);
                self.end_cell();
            }
            return;
        }
        let white = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
        for (i, word) in text.split(white).enumerate() {
            self.space |= i > 0;
            if !word.is_empty() {
                self.word(word);
            }
        }
    }

    fn in_code(&self) -> bool {
        self.inline.last().is_some_and(|i| i.mark == "`")
    }

    fn word(&mut self, word: &str) {
        let begun = self.before();
        if std::mem::take(&mut self.space) && !begun {
            self.out.push(' ');
        }
        let start = std::mem::take(&mut self.line_start) || self.out.is_empty() || self.out.ends_with('\n');
        if self.in_code() {
            self.out.push_str(word);
        } else {
            escape_line(word, start, &mut self.out);
        }
    }

    /// Writes what is due; says whether a line begins.
    fn before(&mut self) -> bool {
        if self.table.is_some() {
            let broken = std::mem::take(&mut self.broken);
            if (self.due > Due::Nothing || broken) && !self.out.is_empty() && !self.out.ends_with(' ') {
                self.out.push(' ');
            }
            self.due = Due::Nothing;
            return self.out.is_empty();
        }
        let broken = std::mem::take(&mut self.broken);
        if self.due == Due::Nothing {
            if !broken {
                return self.out.is_empty();
            }
            if self.heading {
                self.space = true;
                return false;
            }
            self.out.push_str("\\\n");
            let prefix = self.prefix(false);
            self.out.push_str(&prefix);
            self.line_start = true;
            self.space = false;
            return true;
        }
        if !self.out.is_empty() {
            if self.due == Due::Blank {
                self.out.push('\n');
                let prefix = self.prefix(false);
                self.out.push_str(prefix.trim_end());
            }
            self.out.push('\n');
        }
        self.due = Due::Nothing;
        let prefix = self.prefix(true);
        self.out.push_str(&prefix);
        self.space = false;
        self.line_start = true;
        true
    }

    /// What stands at the beginning of a line within the open lists and quotes.
    fn prefix(&mut self, first: bool) -> String {
        let mut prefix = String::new();
        for block in &mut self.blocks {
            match block {
                Block::Quote => prefix.push_str("> "),
                Block::List { next, indent, fresh } => {
                    if first && *fresh {
                        let mark = next.map_or_else(|| "- ".to_owned(), |n| format!("{n}. "));
                        *indent = mark.len();
                        prefix.push_str(&mark);
                        *fresh = false;
                    } else {
                        prefix.push_str(&" ".repeat(*indent));
                    }
                }
            }
        }
        prefix
    }

    /// A new paragraph begins or one ends.
    pub(in crate::text) fn block(&mut self) {
        self.close_inline();
        self.heading = false;
        self.broken = false;
        self.due = Due::Blank;
    }

    pub(in crate::text) fn line_break(&mut self) {
        if let Some(pre) = &mut self.pre {
            pre.push('\n');
        } else if self.in_code() {
            self.space = true;
        } else {
            self.close_inline();
            self.broken = !self.out.is_empty();
        }
    }

    pub(in crate::text) fn rule(&mut self) {
        self.block();
        if self.table.is_none() && self.pre.is_none() {
            self.before();
            self.out.push_str("---");
            self.due = Due::Blank;
        }
    }

    pub(in crate::text) fn heading(&mut self, level: u8) {
        self.block();
        if self.table.is_none() && self.pre.is_none() && self.script.is_none() {
            self.before();
            self.out.push_str(&"#".repeat(usize::from(level.clamp(1, 6))));
            self.line_start = false;
            self.space = true;
            self.heading = true;
        }
    }

    /// Everything, with what is open closed.
    pub(in crate::text) fn finish(mut self) -> String {
        self.end_script();
        self.end_pre();
        self.close_inline();
        self.end_table();
        self.out.trim().to_owned()
    }
}
