//! The offices of the installation.

use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Column, Empty, Icon, Pager, Row, SearchBox, Table, Tag, Tone, Toolbar};
use web::{Answer, Req, TypedPath, read, with_query};

use super::{
    fields::{skip_cursor, skipped},
    operator,
};
use crate::{msg, office};

/// How many offices a page shows.
const PAGE: usize = 50;

/// `/operator/offices`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/operator/offices")]
pub struct OfficesPath;

/// The page.
pub async fn show(_: OfficesPath, req: Req) -> Answer<Markup> {
    req.operator()?;
    let (text, skip) = (req.query.get("q").chars().take(100).collect::<String>(), skipped(&req.query)?);
    let asked = text.clone();
    let mut rows = read!(req, |c| office::all(c, &asked, skip, PAGE + 1).await)?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let t = req.t;
    let link = |rows: usize| {
        let cursor = if rows == 0 { String::new() } else { skip_cursor(rows) };
        with_query("/operator/offices", &[("q", &text), ("cursor", &cursor)])
    };
    let table = Table::new(t.s(msg::OFFICES_OPERATOR_OFFICES))
        .columns([
            t.s(msg::OFFICES_START_COLUMN_OFFICE),
            t.s(msg::OFFICES_OPERATOR_KIND),
            t.s(msg::OFFICES_OPERATOR_SLUG),
        ])
        .column(Column::new(t.s(msg::OFFICES_OPERATOR_SINCE)).tight())
        .column(Column::new(t.s(msg::OFFICES_CLAIM_STATE)).tight())
        .rows(rows.iter().map(|o| {
            let state = if o.suspended() {
                Tag::new(t.s(msg::OFFICES_STATUS_SUSPENDED)).tone(Tone::Warning)
            } else {
                Tag::new(t.s(msg::OFFICES_STATUS_ACTIVE)).tone(Tone::Success).dot()
            };
            Row::new([
                html! { (o.name) br; small.hint { (o.address()) } },
                html! { (t.s(o.kind.label())) },
                html! { (o.slug) },
                ui::date(t.lang(), o.created.warsaw_date()),
                html! { (state) },
            ])
            .link(format!("/operator/offices/{}", o.slug))
        }))
        .empty(Empty::new(Icon::Building, t.s(msg::OFFICES_START_NOTHING)))
        .foot(
            Pager::new(t.lang())
                .previous((skip > 0).then(|| link(skip.saturating_sub(PAGE))))
                .next(more.then(|| link(skip + PAGE))),
        );
    let search = SearchBox::new(t.lang(), "/operator/offices", t.s(msg::OFFICES_OPERATOR_SEARCH))
        .placeholder(t.s(msg::OFFICES_OPERATOR_SEARCH))
        .value(text.as_str());
    let add = Button::link(t.s(msg::OFFICES_OPERATOR_FOUND), "/operator/offices/new").icon(Icon::Plus);
    let page = operator::page(&req, "offices.operator_offices", t.s(msg::OFFICES_OPERATOR_OFFICES));
    Ok(page.actions(add).body(html! { (Toolbar::new().filters(search)) (table) }).render())
}
