//! What an author who looks at their course as a learner sees of its live sessions.

use courses::Previewed;
use db::{BoxFuture, Conn};
use kernel::Result;
use maud::{Markup, html};
use ui::{Column, Empty, Icon, Row, Table, date_time};

use crate::{msg, sessions::sessions};

/// What the program registers with [`courses::register_preview`]: the sessions of the activity, without those called off.
pub(crate) fn preview<'c>(c: &'c mut Conn, what: &'c Previewed) -> BoxFuture<'c, Result<Markup>> {
    Box::pin(async move {
        let t = what.t;
        let all = sessions(c, what.content.course.id).await?;
        let rows: Vec<Row> = all
            .iter()
            .filter(|s| s.item == Some(what.item) && !s.cancelled)
            .map(|s| {
                Row::new([
                    html! { (s.title) @if !s.note.is_empty() { p.hint { (s.note) } } },
                    html! { (date_time(t.lang(), s.starts.timestamp())) },
                    html! { (s.place) @if !s.link.is_empty() { " " (t.s(msg::ENROLMENTS_PREVIEW_LINK)) } },
                ])
            })
            .collect();
        if rows.is_empty() {
            let none = Empty::new(Icon::Calendar, t.s(msg::ENROLMENTS_PREVIEW_NONE));
            return Ok(html! { (none.text(t.s(msg::ENROLMENTS_PREVIEW_NONE_TEXT))) });
        }
        let table = Table::new(t.s(msg::ENROLMENTS_TAB_SESSIONS))
            .column(Column::new(t.s(msg::ENROLMENTS_PREVIEW_SESSION)))
            .column(Column::new(t.s(msg::ENROLMENTS_PREVIEW_WHEN)).tight())
            .column(Column::new(t.s(msg::ENROLMENTS_PREVIEW_WHERE)))
            .rows(rows);
        Ok(html! { p { (t.s(msg::ENROLMENTS_PREVIEW_TEXT)) } (table) })
    })
}
