//! `/my/submissions`: everything the person signed in ever sent, with receipts.

use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Column, Empty, Icon, Pager, Row, Table, Tag, Tone};
use web::{Answer, Cursor, Req, TypedPath};

use crate::{
    msg,
    store::{self, SentLine},
    view::mine,
    words::at,
};

/// Submissions on a page.
const PAGE: u32 = 50;

/// `/my/submissions`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/my/submissions")]
pub(crate) struct SubmissionsPath;

pub(crate) async fn show(_: SubmissionsPath, req: Req) -> Answer<Markup> {
    let person = req.signed_in()?.person;
    let after = Cursor::decode(req.query.get("after"))?;
    let (rows, next) =
        req.app.db.read(move |c| Box::pin(async move { store::sent(c, person, after, PAGE).await })).await?;
    let t = req.t;
    let next = next.map(|c| format!("/my/submissions?after={}", c.encode()));
    let body = html! {
        @if after.is_some() {
            p { (Button::link(t.s(msg::MY_CASES_FIRST), "/my/submissions").secondary().small().icon(Icon::ArrowLeft)) }
        }
        (table(&req, &rows))
        (Pager::new(req.lang()).next(next))
    };
    let page =
        mine(&req, "my.submissions", t.s(msg::MY_SENT)).crumb(t.s(web::msg::PAGE_MY), "/my").here(t.s(msg::MY_SENT));
    Ok(page.lead(t.s(msg::MY_SENT_LEAD)).body(body).render())
}

/// Submissions, each with what became of it and its receipt.
pub(crate) fn table(req: &Req, rows: &[SentLine]) -> Markup {
    let t = req.t;
    let rows = rows.iter().map(|s| {
        let name = t.pick(&s.name_pl, if s.name_en.is_empty() { &s.name_pl } else { &s.name_en });
        let fate = match (s.case, s.registered) {
            (Some(case), _) => html! { a href={ "/my/cases/" (case) } { (t.s(msg::MY_SENT_IS_CASE)) } },
            (None, Some(_)) => html! { (Tag::new(t.s(msg::MY_SENT_REGISTERED)).tone(Tone::Info).dot()) },
            (None, None) => html! { (Tag::new(t.s(msg::MY_SENT_WAITS)).dot()) },
        };
        let receipt = Button::link(t.s(msg::MY_RECEIPT), format!("/my/submissions/{}/receipt", s.submission));
        Row::new([
            html! { (name) },
            html! { (s.number) },
            html! { (s.office) },
            at(t, s.sent_at),
            fate,
            html! { (receipt.secondary().small().icon(Icon::Stamp).describes(s.number.clone())) },
        ])
        .link(format!("/my/submissions/{}", s.submission))
    });
    let table = Table::new(t.s(msg::MY_SENT))
        .column(Column::new(t.s(msg::MY_SENT_SERVICE)))
        .column(Column::new(t.s(msg::MY_SENT_NUMBER)).tight())
        .column(Column::new(t.s(msg::MY_OFFICE)))
        .column(Column::new(t.s(msg::MY_SENT_AT)))
        .column(Column::new(t.s(msg::MY_SENT_FATE)))
        .column(Column::new(t.s(msg::MY_RECEIPT)).hide_label())
        .rows(rows)
        .empty(
            Empty::new(Icon::Send, t.s(msg::MY_SENT_NONE))
                .text(t.s(msg::MY_EMPTY_TEXT))
                .action(Button::link(t.s(msg::MY_EMPTY_FIND), "/").icon(Icon::Search)),
        );
    html! { (table) }
}
