//! The letters of a case on its page at the desk.

use i18n::T;
use maud::{Markup, html};
use offices::Desk;
use ui::{Button, Column, Icon, Row, Table, Tag, date};

use crate::{LetterRow, msg};

/// A letter's state as a tag.
pub(crate) fn state_tag(t: T, row: &LetterRow) -> Tag {
    Tag::new(t.s(row.state.label())).tone(row.state.tone())
}

/// The letters of a case, newest first, for its page at the desk.
pub fn case_section(t: T, desk: &Desk, rows: &[LetterRow]) -> Markup {
    let lang = t.lang();
    if rows.is_empty() {
        return html! { p { (t.s(msg::LETTERS_NONE)) ". " (t.s(msg::LETTERS_NONE_TEXT)) } };
    }
    let table = Table::new(t.s(msg::LETTERS_OF_CASE))
        .column(Column::new(t.s(msg::LETTERS_COL_TITLE)))
        .column(Column::new(t.s(msg::LETTERS_COL_STATE)).tight())
        .column(Column::new(t.s(msg::LETTERS_COL_AUTHOR)))
        .column(Column::new(t.s(msg::LETTERS_COL_CHANGED)).tight())
        .rows(rows.iter().map(|row| {
            let author = if row.author_name.is_empty() { t.s(msg::LETTERS_BY_SYSTEM) } else { row.author_name.clone() };
            Row::new([
                html! { (row.title) },
                html! { (state_tag(t, row)) },
                html! { (author) },
                html! { (date(lang, row.decided_at.unwrap_or(row.changed).warsaw_date())) },
            ])
            .link(desk.path(&format!("/letters/{}", row.id)))
        }));
    html! { (table) }
}

/// The button that begins a letter in a case.
pub fn new_button(t: T, desk: &Desk, case: kernel::ids::CaseId) -> Markup {
    html! { (Button::link(t.s(msg::LETTERS_NEW), desk.path(&format!("/cases/{case}/letters/new"))).secondary().icon(Icon::Plus)) }
}
