//! Lists, quotes, preformatted text and tables.

use super::{Block, DEEPEST, Due, Table, Writer};

impl Writer {
    pub(in crate::text) fn begin_list(&mut self, first: Option<u32>) {
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

    pub(in crate::text) fn item(&mut self) {
        self.block();
        if let Some(Block::List { next, fresh, .. }) = self.blocks.last_mut() {
            if let Some(next) = next {
                *next = next.saturating_add(1);
            }
            *fresh = true;
            self.due = if self.out.ends_with('\n') || self.out.is_empty() { self.due } else { Due::Line };
        }
    }

    pub(in crate::text) fn end_list(&mut self) {
        self.end_nested(|b| matches!(b, Block::List { .. }));
    }

    pub(in crate::text) fn begin_quote(&mut self) {
        self.block();
        if self.blocks.len() >= DEEPEST || self.table.is_some() {
            self.depth_over += 1;
        } else {
            self.blocks.push(Block::Quote);
        }
    }

    pub(in crate::text) fn end_quote(&mut self) {
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

    pub(in crate::text) fn begin_pre(&mut self) {
        self.block();
        if self.table.is_none() && self.pre.is_none() && self.script.is_none() {
            self.pre = Some(String::new());
        }
    }

    pub(in crate::text) fn end_pre(&mut self) {
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

    pub(in crate::text) fn begin_table(&mut self) {
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

    pub(in crate::text) fn row(&mut self) {
        self.end_cell();
        if let Some(table) = &mut self.table {
            table.rows.push(Vec::new());
        }
    }

    pub(in crate::text) fn cell(&mut self) {
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

    pub(in crate::text) fn end_cell(&mut self) {
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

    pub(in crate::text) fn end_table(&mut self) {
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
}
