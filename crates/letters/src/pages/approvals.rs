//! What waits for me: letters to decide on, and my own that wait for the next step.

use maud::{Markup, html};
use serde::Deserialize;
use ui::{Column, Empty, Icon, Row, Section, Table, date_time};
use web::{Answer, Req, TypedPath};

use super::read;
use crate::{letter::mine_in_progress, msg, section::state_tag, waiting_for_approval};

/// `/desk/{office}/approvals`
#[derive(TypedPath, Deserialize)]
#[typed_path("/desk/{office}/approvals", rejection(web::BadPath))]
pub(crate) struct ApprovalsPath {
    pub office: String,
}

pub(crate) async fn show(path: ApprovalsPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let t = req.t;
    let lang = t.lang();
    let (waiting, mine) = read(&req, &desk, |c, _, desk| {
        Box::pin(async move { Ok((waiting_for_approval(c, desk).await?, mine_in_progress(c, desk).await?)) })
    })
    .await?;
    let table = Table::new(t.s(msg::LETTERS_APPROVALS))
        .column(Column::new(t.s(msg::LETTERS_COL_TITLE)))
        .column(Column::new(t.s(msg::LETTERS_COL_CASE)).tight())
        .column(Column::new(t.s(msg::LETTERS_COL_AUTHOR)))
        .column(Column::new(t.s(msg::LETTERS_COL_SUBMITTED)).tight())
        .rows(waiting.iter().map(|(row, reference)| {
            Row::new([
                html! { (row.title) },
                html! { (reference) },
                html! { (row.author_name) },
                html! { @if let Some(at) = row.submitted_at { (date_time(lang, at.timestamp())) } },
            ])
            .link(desk.path(&format!("/letters/{}", row.id)))
        }))
        .empty(html! { (Empty::new(Icon::CheckCircle, t.s(msg::LETTERS_APPROVALS_NONE)).text(t.s(msg::LETTERS_APPROVALS_NONE_TEXT))) });
    let own = Table::new(t.s(msg::LETTERS_MINE))
        .column(Column::new(t.s(msg::LETTERS_COL_TITLE)))
        .column(Column::new(t.s(msg::LETTERS_COL_CASE)).tight())
        .column(Column::new(t.s(msg::LETTERS_COL_STATE)).tight())
        .column(Column::new(t.s(msg::LETTERS_COL_APPROVER)))
        .rows(mine.iter().map(|(row, reference)| {
            Row::new([
                html! { (row.title) },
                html! { (reference) },
                html! { (state_tag(t, row)) },
                html! { (row.approver_name) },
            ])
            .link(desk.path(&format!("/letters/{}", row.id)))
        }))
        .empty(
            html! { (Empty::new(Icon::Document, t.s(msg::LETTERS_MINE_NONE)).text(t.s(msg::LETTERS_MINE_NONE_TEXT))) },
        );
    Ok(desk
        .page(&req, "letters.approvals", t.s(msg::LETTERS_APPROVALS))
        .body(html! {
            (Section::new(t.s(msg::LETTERS_WAITING)).body(table))
            (Section::new(t.s(msg::LETTERS_MINE)).text(t.s(msg::LETTERS_MINE_TEXT)).body(own))
        })
        .render())
}
