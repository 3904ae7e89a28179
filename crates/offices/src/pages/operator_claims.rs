//! The claims that wait for the operator, and those already decided.

use maud::{Markup, html};
use serde::Deserialize;
use ui::{Column, Empty, Icon, Pager, Row, Table, Tabs, Tag};
use web::{Answer, Cursor, Req, TypedPath, read, with_query};

use super::operator;
use crate::{
    claims::{self, ClaimStatus},
    msg,
};

/// How many claims a page shows.
const PAGE: usize = 50;

/// `/operator/claims`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/operator/claims")]
pub struct ClaimsPath;

/// The page.
pub async fn show(_: ClaimsPath, req: Req) -> Answer<Markup> {
    req.operator()?;
    let word = req.query.get("status").to_owned();
    let status = match word.as_str() {
        "all" => None,
        other => Some(ClaimStatus::parse(other).unwrap_or(ClaimStatus::Waiting)),
    };
    let after = Cursor::decode(req.query.get("cursor"))?;
    let (mut rows, waiting) =
        read!(req, |c| Ok((claims::list(c, status, after, PAGE + 1).await?, claims::waiting(c).await?)))?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let t = req.t;
    let next = rows.last().filter(|_| more).map(|last| {
        let cursor = Cursor { key: last.created.0, id: last.id.0 }.encode();
        with_query("/operator/claims", &[("status", &word), ("cursor", &cursor)])
    });
    let mut tabs = Tabs::new(t.lang()).counted(
        "/operator/claims",
        t.s(msg::OFFICES_CLAIM_WAITING),
        status == Some(ClaimStatus::Waiting),
        waiting,
    );
    for other in [ClaimStatus::Approved, ClaimStatus::Refused] {
        let href = format!("/operator/claims?status={}", other.as_str());
        tabs = tabs.tab(href, t.s(other.label()), status == Some(other));
    }
    tabs = tabs.tab("/operator/claims?status=all", t.s(msg::OFFICES_CLAIMS_ALL), status.is_none());
    let table = Table::new(t.s(msg::OFFICES_OPERATOR_CLAIMS))
        .columns([t.s(msg::OFFICES_START_COLUMN_OFFICE), t.s(msg::OFFICES_CLAIM_WHO)])
        .column(Column::new(t.s(msg::OFFICES_CLAIM_WHEN)).tight())
        .column(Column::new(t.s(msg::OFFICES_CLAIM_STATE)).tight())
        .rows(rows.iter().map(|claim| {
            let place = claim.gmina().map(|g| g.place(t.law())).unwrap_or_default();
            Row::new([
                html! { (claim.office_name) br; small.hint { (place) } },
                html! { (claim.person_name) br; small.hint { (claim.position) } },
                ui::date_time(t.lang(), claim.created.timestamp()),
                html! { (Tag::new(t.s(claim.status.label())).tone(claim.status.tone())) },
            ])
            .link(format!("/operator/claims/{}", claim.id))
        }))
        .empty(Empty::new(Icon::CheckCircle, t.s(msg::OFFICES_CLAIMS_NONE)))
        .foot(Pager::new(t.lang()).next(next));
    let page = operator::page(&req, "offices.operator_claims", t.s(msg::OFFICES_OPERATOR_CLAIMS));
    Ok(page.tabs(tabs).body(table).render())
}
