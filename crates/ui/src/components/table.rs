//! Tables that become cards on narrow screens.

use maud::{Markup, Render, html};

use super::{Icon, Tone};

/// A column: its heading and how its cells stand.
#[derive(Clone, Debug)]
pub struct Column {
    label: String,
    numeric: bool,
    hide_label: bool,
    tight: bool,
    sort: Option<(String, Option<bool>)>,
}

impl Column {
    /// A column with its heading. Every column has one, if only for screen readers.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: false, hide_label: false, tight: false, sort: None }
    }

    /// Numbers: at the end of the cell, digits of one width.
    #[must_use]
    pub fn numeric(mut self) -> Self {
        self.numeric = true;
        self
    }

    /// The heading is for screen readers only (a column of buttons).
    #[must_use]
    pub fn hide_label(mut self) -> Self {
        self.hide_label = true;
        self
    }

    /// As narrow as its content, never broken: references, dates.
    #[must_use]
    pub fn tight(mut self) -> Self {
        self.tight = true;
        self
    }

    /// Can be sorted: the link that does it, and the order now (`Some(true)` ascending).
    #[must_use]
    pub fn sort(mut self, href: impl Into<String>, ascending: Option<bool>) -> Self {
        self.sort = Some((href.into(), ascending));
        self
    }
}

/// A row; the first cell names it.
#[derive(Clone, Debug)]
pub struct Row {
    cells: Vec<Markup>,
    href: Option<String>,
    tone: Tone,
    unread: bool,
    id: Option<String>,
}

impl Row {
    /// A row of cells, as many as there are columns.
    pub fn new<C: Render>(cells: impl IntoIterator<Item = C>) -> Self {
        Self {
            cells: cells.into_iter().map(|cell| cell.render()).collect(),
            href: None,
            tone: Tone::Neutral,
            unread: false,
            id: None,
        }
    }

    /// The first cell becomes a link and the whole row can be clicked.
    #[must_use]
    pub fn link(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }

    /// A coloured edge: overdue, due soon.
    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// Not yet seen: the first cell bold with a dot before it, while the rows already seen are plain.
    #[must_use]
    pub fn unread(mut self, unread: bool) -> Self {
        self.unread = unread;
        self
    }

    /// An id to link to.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }
}

/// A table of things of one kind.
#[derive(Clone, Debug)]
pub struct Table {
    caption: Markup,
    show_caption: bool,
    columns: Vec<Column>,
    rows: Vec<Row>,
    empty: Option<Markup>,
    foot: Option<Markup>,
}

impl Table {
    /// A table with its caption, which screen readers hear; see [`Table::show_caption`].
    pub fn new(caption: impl Render) -> Self {
        Self {
            caption: caption.render(),
            show_caption: false,
            columns: Vec::new(),
            rows: Vec::new(),
            empty: None,
            foot: None,
        }
    }

    /// Shows the caption above the table.
    #[must_use]
    pub fn show_caption(mut self) -> Self {
        self.show_caption = true;
        self
    }

    /// Adds a column.
    #[must_use]
    pub fn column(mut self, column: Column) -> Self {
        self.columns.push(column);
        self
    }

    /// Adds columns with only their headings.
    #[must_use]
    pub fn columns<L: Into<String>>(mut self, labels: impl IntoIterator<Item = L>) -> Self {
        self.columns.extend(labels.into_iter().map(Column::new));
        self
    }

    /// Adds a row.
    #[must_use]
    pub fn row(mut self, row: Row) -> Self {
        self.rows.push(row);
        self
    }

    /// Adds rows.
    #[must_use]
    pub fn rows(mut self, rows: impl IntoIterator<Item = Row>) -> Self {
        self.rows.extend(rows);
        self
    }

    /// What stands in place of an empty table, usually [`super::Empty`].
    #[must_use]
    pub fn empty(mut self, empty: impl Render) -> Self {
        self.empty = Some(empty.render());
        self
    }

    /// What stands under the rows inside the frame, usually [`super::Pager`].
    #[must_use]
    pub fn foot(mut self, foot: impl Render) -> Self {
        self.foot = Some(foot.render());
        self
    }

    fn head(&self) -> Markup {
        html! {
            thead role="rowgroup" {
                tr role="row" {
                    @for column in &self.columns {
                        @let order = column.sort.as_ref().and_then(|(_, order)| *order);
                        th role="columnheader" scope="col" class=[classes(column.numeric, column.tight, false)]
                            aria-sort=[order.map(|up| if up { "ascending" } else { "descending" })] {
                            @if let Some((href, _)) = &column.sort {
                                a.sort href=(href) { (column.label) (Icon::ChevronDown) }
                            } @else {
                                span.visually-hidden[column.hide_label] { (column.label) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn body_row(&self, row: &Row) -> Markup {
        html! {
            tr role="row" id=[row.id.as_ref()] data-tone=[(row.tone != Tone::Neutral).then(|| row.tone.name())]
                class=[row_classes(row)] {
                @for (index, cell) in row.cells.iter().enumerate() {
                    @let column = self.columns.get(index);
                    @let label = column.map(|column| column.label.as_str());
                    @let (num, tight) = column.map_or((false, false), |column| (column.numeric, column.tight));
                    @if index == 0 {
                        th role="rowheader" scope="row" data-label=[label] class=[classes(num, tight, false)] {
                            @if let Some(href) = &row.href { a.row-link href=(href) { (cell) } } @else { (cell) }
                        }
                    } @else {
                        td role="cell" data-label=[label]
                            class=[classes(num, tight, column.is_some_and(|column| column.hide_label))] {
                            // On a phone the label stands beside the cell: several elements must be one box.
                            @if cell.0.contains('<') { div { (cell) } } @else { (cell) }
                        }
                    }
                }
            }
        }
    }
}

/// The classes of a cell, left out when there are none: a list has hundreds of cells.
fn classes(num: bool, tight: bool, bare: bool) -> Option<&'static str> {
    Some(match (num, tight, bare) {
        (false, false, false) => return None,
        (true, false, false) => "num",
        (false, true, false) => "tight",
        (true, true, false) => "num tight",
        (false, false, true) => "cell-bare",
        (true, false, true) => "num cell-bare",
        (false, true, true) => "tight cell-bare",
        (true, true, true) => "num tight cell-bare",
    })
}

fn row_classes(row: &Row) -> Option<&'static str> {
    match (row.href.is_some(), row.unread) {
        (false, false) => None,
        (true, false) => Some("row-linked"),
        (false, true) => Some("row-unread"),
        (true, true) => Some("row-linked row-unread"),
    }
}

impl Render for Table {
    fn render(&self) -> Markup {
        if let (true, Some(empty)) = (self.rows.is_empty(), &self.empty) {
            return empty.clone();
        }
        html! {
            div.table-frame {
                table.table role="table" {
                    caption.visually-hidden[!self.show_caption] { (self.caption) }
                    (self.head())
                    tbody role="rowgroup" { @for row in &self.rows { (self.body_row(row)) } }
                }
                @if let Some(foot) = &self.foot { div.table-foot { (foot) } }
            }
        }
    }
}
