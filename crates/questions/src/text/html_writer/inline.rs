//! Emphasis, code, links, pictures, raised and lowered text.

use super::{Inline, Writer, escape_line};

impl Writer {
    pub(in crate::text) fn begin_mark(&mut self, mark: &'static str) {
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

    pub(in crate::text) fn end_mark(&mut self, mark: &str) {
        if let Some(at) = self.inline.iter().rposition(|i| i.mark == mark) {
            while self.inline.len() > at {
                self.end_last();
            }
        }
    }

    pub(super) fn close_inline(&mut self) {
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

    pub(in crate::text) fn begin_code(&mut self) {
        self.begin_mark("`");
    }

    pub(in crate::text) fn end_code(&mut self) {
        self.end_mark("`");
    }

    pub(in crate::text) fn begin_link(&mut self, target: Option<String>) {
        let Some(target) = target else { return };
        self.begin_mark("[");
        if let Some(last) = self.inline.last_mut().filter(|i| i.mark == "[" && i.target.is_none()) {
            last.target = Some(target);
        }
    }

    pub(in crate::text) fn end_link(&mut self) {
        self.end_mark("[");
    }

    pub(in crate::text) fn link(&mut self, label: &str, target: &str) {
        self.begin_link(Some(target.to_owned()));
        self.text(label);
        self.end_link();
    }

    pub(in crate::text) fn picture(&mut self, alt: &str, target: &str) {
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

    pub(in crate::text) fn script(&mut self, raised: bool) {
        if self.pre.is_none() && self.script.is_none() && !self.shut() {
            self.script = Some((raised, String::new()));
        }
    }

    /// Raised and lowered digits have characters of their own; other text stays as it is.
    pub(in crate::text) fn end_script(&mut self) {
        let Some((raised, text)) = self.script.take() else { return };
        let (from, to) = ("0123456789+-", if raised { "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻" } else { "₀₁₂₃₄₅₆₇₈₉₊₋" });
        let small: Option<String> = text
            .trim()
            .chars()
            .map(|c| from.chars().position(|f| f == c).and_then(|place| to.chars().nth(place)))
            .collect();
        self.text(&small.unwrap_or(text));
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
