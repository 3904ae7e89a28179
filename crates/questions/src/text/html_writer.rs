//! Writes Markdown piece by piece, as HTML comes in.

use super::escape::escape_line;

/// The deepest lists and quotes; deeper ones go on at this depth.
const DEEPEST: usize = 6;

/// The Markdown written so far.
#[derive(Debug, Default)]
pub(super) struct Writer {
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
    pub(super) fn text(&mut self, text: &str) {
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
    pub(super) fn block(&mut self) {
        self.close_inline();
        self.heading = false;
        self.broken = false;
        self.due = Due::Blank;
    }

    pub(super) fn line_break(&mut self) {
        if let Some(pre) = &mut self.pre {
            pre.push('\n');
        } else if self.in_code() {
            self.space = true;
        } else {
            self.close_inline();
            self.broken = !self.out.is_empty();
        }
    }

    pub(super) fn rule(&mut self) {
        self.block();
        if self.table.is_none() && self.pre.is_none() {
            self.before();
            self.out.push_str("---");
            self.due = Due::Blank;
        }
    }

    pub(super) fn heading(&mut self, level: u8) {
        self.block();
        if self.table.is_none() && self.pre.is_none() && self.script.is_none() {
            self.before();
            self.out.push_str(&"#".repeat(usize::from(level.clamp(1, 6))));
            self.line_start = false;
            self.space = true;
            self.heading = true;
        }
    }

    pub(super) fn begin_mark(&mut self, mark: &'static str) {
        if self.pre.is_some() || self.script.is_some() || self.in_code() || self.shut() {
            return;
        }
        if self.inline.iter().any(|i| i.mark == mark) || self.inline.len() > 8 {
            return;
        }
        if self.before() {
            self.space = false;
        } else if std::mem::take(&mut self.space) {
            self.out.push(' ');
        }
        self.inline.push(Inline { mark, target: None, start: self.out.len() });
    }

    /// Whether a table is open but none of its cells.
    fn shut(&self) -> bool {
        self.table.as_ref().is_some_and(|t| !t.open)
    }

    pub(super) fn end_mark(&mut self, mark: &str) {
        if let Some(at) = self.inline.iter().rposition(|i| i.mark == mark) {
            while self.inline.len() > at {
                self.end_last();
            }
        }
    }

    fn close_inline(&mut self) {
        while !self.inline.is_empty() {
            self.end_last();
        }
    }

    fn end_last(&mut self) {
        let Some(Inline { mark, target, start }) = self.inline.pop() else { return };
        let inner = self.out.split_off(start);
        let core = inner.trim();
        if core.is_empty() {
            self.space |= !inner.is_empty();
            return;
        }
        match (mark, target) {
            ("`", _) => self.code(core),
            ("[", Some(target)) => self.out.push_str(&format!("[{core}]({})", address(&target))),
            ("[", None) => self.out.push_str(core),
            _ => self.marked(mark, core),
        }
    }

    /// Emphasis where CommonMark sees it: not right beside a letter when it begins or ends with a sign.
    fn marked(&mut self, mark: &str, core: &str) {
        let signs = [',', '.', ';', ':', '!', '?'];
        let body = core.trim_end_matches(signs);
        let tail = &core[body.len()..];
        let body = if body.ends_with('\\') || body.is_empty() { core } else { body };
        let tail = if body.len() == core.len() { "" } else { tail };
        let beside = self.out.chars().next_back().is_some_and(|c| !c.is_whitespace());
        let begins = body.starts_with(|c: char| !c.is_alphanumeric());
        let ends = body.ends_with(|c: char| !c.is_alphanumeric());
        let clash = self.out.ends_with(['*', '~', '\\']) || body.contains('\n');
        if (beside && begins) || ends || clash {
            self.out.push_str(body);
        } else {
            self.out.push_str(&format!("{mark}{body}{mark}"));
        }
        self.out.push_str(tail);
    }

    fn code(&mut self, core: &str) {
        let longest = core.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest + 1);
        let space = if core.starts_with('`') || core.ends_with('`') { " " } else { "" };
        let core = core.replace('|', if self.table.is_some() { "\\|" } else { "|" });
        self.out.push_str(&format!("{fence}{space}{core}{space}{fence}"));
    }

    pub(super) fn begin_code(&mut self) {
        self.begin_mark("`");
    }

    pub(super) fn end_code(&mut self) {
        self.end_mark("`");
    }

    pub(super) fn begin_link(&mut self, target: Option<String>) {
        let Some(target) = target else { return };
        self.begin_mark("[");
        if let Some(last) = self.inline.last_mut().filter(|i| i.mark == "[" && i.target.is_none()) {
            last.target = Some(target);
        }
    }

    pub(super) fn end_link(&mut self) {
        self.end_mark("[");
    }

    pub(super) fn link(&mut self, label: &str, target: &str) {
        self.begin_link(Some(target.to_owned()));
        self.text(label);
        self.end_link();
    }

    pub(super) fn picture(&mut self, alt: &str, target: &str) {
        if self.pre.is_some() || self.script.is_some() || self.in_code() || self.shut() {
            self.text(alt);
            return;
        }
        if !self.before() && std::mem::take(&mut self.space) {
            self.out.push(' ');
        }
        self.space = false;
        self.line_start = false;
        self.out.push_str("![");
        let alt = alt.split_whitespace().collect::<Vec<_>>().join(" ");
        escape_line(&alt, false, &mut self.out);
        self.out.push_str(&format!("]({})", address(target)));
    }

    pub(super) fn script(&mut self, raised: bool) {
        if self.pre.is_none() && self.script.is_none() && !self.shut() {
            self.script = Some((raised, String::new()));
        }
    }

    /// Raised and lowered digits have characters of their own; other text stays as it is.
    pub(super) fn end_script(&mut self) {
        let Some((raised, text)) = self.script.take() else { return };
        let (from, to) = ("0123456789+-", if raised { "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻" } else { "₀₁₂₃₄₅₆₇₈₉₊₋" });
        let small: Option<String> = text
            .trim()
            .chars()
            .map(|c| from.chars().position(|f| f == c).and_then(|place| to.chars().nth(place)))
            .collect();
        self.text(&small.unwrap_or(text));
    }

    pub(super) fn begin_list(&mut self, first: Option<u32>) {
        self.block();
        if self.blocks.len() >= DEEPEST || self.table.is_some() {
            self.depth_over += 1;
        } else {
            if !self.blocks.is_empty() {
                self.due = Due::Line;
            }
            let next = first.map(|n| n.saturating_sub(1));
            self.blocks.push(Block::List { next, indent: 2, fresh: false });
        }
    }

    pub(super) fn item(&mut self) {
        self.block();
        if let Some(Block::List { next, fresh, .. }) = self.blocks.last_mut() {
            if let Some(next) = next {
                *next = next.saturating_add(1);
            }
            *fresh = true;
            self.due = if self.out.ends_with('\n') || self.out.is_empty() { self.due } else { Due::Line };
        }
    }

    pub(super) fn end_list(&mut self) {
        self.end_nested(|b| matches!(b, Block::List { .. }));
    }

    pub(super) fn begin_quote(&mut self) {
        self.block();
        if self.blocks.len() >= DEEPEST || self.table.is_some() {
            self.depth_over += 1;
        } else {
            self.blocks.push(Block::Quote);
        }
    }

    pub(super) fn end_quote(&mut self) {
        self.end_nested(|b| matches!(b, Block::Quote));
    }

    fn end_nested(&mut self, kind: fn(&Block) -> bool) {
        self.block();
        if self.depth_over > 0 {
            self.depth_over -= 1;
        } else if let Some(at) = self.blocks.iter().rposition(kind) {
            self.blocks.truncate(at);
        }
    }

    pub(super) fn begin_pre(&mut self) {
        self.block();
        if self.table.is_none() && self.pre.is_none() && self.script.is_none() {
            self.pre = Some(String::new());
        }
    }

    pub(super) fn end_pre(&mut self) {
        let Some(text) = self.pre.take() else { return };
        let text = text.trim_matches('\n').to_owned();
        if text.trim().is_empty() {
            return;
        }
        let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        self.due = Due::Blank;
        self.before();
        self.out.push_str(&fence);
        for line in text.lines().chain([fence.as_str()]) {
            let prefix = self.prefix(false);
            self.out.push('\n');
            self.out.push_str(format!("{prefix}{line}").trim_end());
        }
        self.due = Due::Blank;
    }

    pub(super) fn begin_table(&mut self) {
        self.block();
        if self.table.is_none() && self.pre.is_none() && self.script.is_none() {
            self.before_table();
            self.table = Some(Table::default());
        }
    }

    fn before_table(&mut self) {
        // Cells are written into `out` behind this mark and cut off again.
        self.inline.clear();
        self.due = Due::Nothing;
    }

    pub(super) fn row(&mut self) {
        self.end_cell();
        if let Some(table) = &mut self.table {
            table.rows.push(Vec::new());
        }
    }

    pub(super) fn cell(&mut self) {
        self.end_cell();
        let Some(table) = &mut self.table else { return };
        table.open = true;
        if table.rows.is_empty() {
            table.rows.push(Vec::new());
        }
        self.space = false;
        self.due = Due::Nothing;
        self.broken = false;
        self.cells.push(std::mem::take(&mut self.out));
    }

    pub(super) fn end_cell(&mut self) {
        if !self.table.as_ref().is_some_and(|t| t.open) {
            return;
        }
        self.end_script();
        self.close_inline();
        let before = self.cells.pop().unwrap_or_default();
        let cell = std::mem::replace(&mut self.out, before);
        self.due = Due::Nothing;
        self.broken = false;
        self.space = false;
        if let Some(table) = &mut self.table {
            table.open = false;
            if let Some(row) = table.rows.last_mut() {
                row.push(cell.trim().to_owned());
            }
        }
    }

    pub(super) fn end_table(&mut self) {
        self.end_cell();
        let Some(mut table) = self.table.take() else { return };
        table.rows.retain(|r| !r.is_empty());
        let width = table.rows.iter().map(Vec::len).max().unwrap_or(0);
        self.due = Due::Blank;
        for (i, row) in table.rows.iter().enumerate() {
            if i == 0 {
                self.before();
            } else {
                let prefix = self.prefix(false);
                self.out.push('\n');
                self.out.push_str(&prefix);
            }
            let cells = (0..width).map(|c| row.get(c).map_or("", String::as_str));
            self.out.push_str(&format!("| {} |", cells.collect::<Vec<_>>().join(" | ")));
            if i == 0 {
                let prefix = self.prefix(false);
                self.out.push_str(&format!("\n{prefix}|{}", " --- |".repeat(width)));
            }
        }
        self.due = Due::Blank;
    }

    /// Everything, with what is open closed.
    pub(super) fn finish(mut self) -> String {
        self.end_script();
        self.end_pre();
        self.close_inline();
        self.end_table();
        self.out.trim().to_owned()
    }
}

/// An address within `(…)`.
fn address(target: &str) -> String {
    let mut out = String::with_capacity(target.len());
    for c in target.chars() {
        match c {
            ' ' | '(' | ')' | '<' | '>' | '\\' | '"' | '\'' | '`' | '|' | '*' | '[' | ']' | '~' => {
                out.push_str(&format!("%{:02X}", u32::from(c)));
            }
            c if c.is_control() || c.is_whitespace() => {}
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    out
}
