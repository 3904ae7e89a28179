//! Body text as blocks: the same structure is printed here and shown as HTML.

use serde::{Deserialize, Serialize};

/// A piece of text in one style. A line feed in `text` is a line break.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Run {
    /// The text, without any markup.
    pub text: String,
    /// Strong emphasis.
    pub bold: bool,
    /// Emphasis.
    pub italic: bool,
}

impl Run {
    /// Text without emphasis.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: false, italic: false }
    }

    /// Strong text.
    pub fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: true, italic: false }
    }

    /// Emphasised text.
    pub fn italic(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: false, italic: true }
    }
}

/// An item of a list, perhaps with a list below it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Item {
    /// Text of the item.
    pub runs: Vec<Run>,
    /// Whether the items below are numbered.
    pub ordered: bool,
    /// The list below the item; printed up to three levels deep, deeper ones join the third.
    pub items: Vec<Item>,
}

impl Item {
    /// An item with nothing below it.
    pub fn new(runs: Vec<Run>) -> Self {
        Self { runs, ordered: false, items: Vec::new() }
    }
}

/// A block of body text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// A heading inside the document; levels start at 1 and are evened out so that none is skipped.
    Heading {
        /// 1 to 4; others are moved into this range.
        level: u8,
        /// Text of the heading; an empty heading is left out.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// Text of the paragraph.
        runs: Vec<Run>,
    },
    /// A list.
    List {
        /// Numbered, or with bullets.
        ordered: bool,
        /// The items.
        items: Vec<Item>,
    },
    /// A table with one row of headers, repeated on each page.
    Table {
        /// Caption above the table; may be empty.
        caption: String,
        /// Headers of the columns.
        headers: Vec<String>,
        /// Rows; short ones are filled with empty cells, a longer one widens the table.
        rows: Vec<Vec<Vec<Run>>>,
    },
    /// What follows starts on a new page.
    PageBreak,
}

impl Block {
    /// A paragraph of plain text.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph { runs: vec![Run::plain(text)] }
    }

    /// A heading.
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Self::Heading { level, text: text.into() }
    }
}

/// Levels of nested lists that are printed.
const LIST_LEVELS: usize = 3;

/// Makes blocks fit for the template: heading levels without gaps, square tables, shallow lists.
///
/// `base` is the level of the heading the blocks stand under (the document's title is 1).
/// PDF/UA-1 (ISO 14289-1, 7.4.2) forbids skipped heading levels.
pub(super) fn even(blocks: &[Block], base: u8) -> Vec<Block> {
    let mut last = base;
    let mut even = Vec::with_capacity(blocks.len());
    for block in blocks {
        even.push(match block {
            Block::Heading { text, .. } if text.trim().is_empty() => continue,
            Block::Heading { level, text } => {
                let level = base.saturating_add((*level).clamp(1, 4)).min(last.saturating_add(1));
                last = level;
                Block::Heading { level, text: text.clone() }
            }
            Block::List { items, .. } if items.is_empty() => continue,
            Block::List { ordered, items } => Block::List { ordered: *ordered, items: shallow(items, 1) },
            Block::Table { caption, headers, rows } => {
                let columns = rows.iter().map(Vec::len).chain([headers.len()]).max().unwrap_or(0);
                if columns == 0 {
                    continue;
                }
                let mut headers = headers.clone();
                headers.resize(columns, String::new());
                let mut rows = rows.clone();
                rows.iter_mut().for_each(|row| row.resize(columns, Vec::new()));
                Block::Table { caption: caption.clone(), headers, rows }
            }
            other => other.clone(),
        });
    }
    even
}

/// Lists with everything below the third level moved up into it.
fn shallow(items: &[Item], level: usize) -> Vec<Item> {
    let mut out = Vec::new();
    for item in items {
        let deeper = if level < LIST_LEVELS { shallow(&item.items, level + 1) } else { Vec::new() };
        out.push(Item { runs: item.runs.clone(), ordered: item.ordered, items: deeper });
        if level == LIST_LEVELS {
            out.extend(shallow(&item.items, level));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_skip_no_level() {
        let blocks = [Block::heading(4, "a"), Block::heading(0, " "), Block::heading(200, "b"), Block::heading(1, "c")];
        let levels: Vec<u8> = even(&blocks, 1)
            .iter()
            .map(|block| if let Block::Heading { level, .. } = block { *level } else { 0 })
            .collect();
        assert_eq!(levels, [2, 3, 2]);
    }

    #[test]
    fn tables_are_square_and_lists_shallow() {
        let deep = (0..20).fold(Item::new(vec![Run::plain("x")]), |inner, _| Item {
            runs: vec![],
            ordered: true,
            items: vec![inner],
        });
        let table = Block::Table {
            caption: String::new(),
            headers: vec!["a".into()],
            rows: vec![vec![], vec![vec![Run::plain("1")], vec![Run::plain("2")]]],
        };
        let blocks = even(&[table, Block::List { ordered: false, items: vec![deep] }], 1);
        let Block::Table { headers, rows, .. } = &blocks[0] else { panic!("a table") };
        assert_eq!(headers.len(), 2);
        assert!(rows.iter().all(|row| row.len() == 2));
        let Block::List { items, .. } = &blocks[1] else { panic!("a list") };
        assert_eq!(items[0].items[0].items.len(), 19);
        assert_eq!(items[0].items[0].items[18].runs, [Run::plain("x")]);
    }
}
