//! The service points of an office.

use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Card, CardGrid, Icon, Tag, Tone};
use web::{Answer, Req, TypedPath, read};

use crate::{Role, msg, points};

/// `/desk/{office}/admin/points`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/points", rejection(web::BadPath))]
pub struct PointsPath {
    /// The office.
    pub office: String,
}

/// The page.
pub async fn show(path: PointsPath, req: Req) -> Answer<Markup> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, t) = (desk.scope, req.t);
    let list = read!(req, |c| points::list(c, scope).await)?;
    let cards = list.iter().map(|p| {
        let state = html! {
            @if p.main { (Tag::new(t.s(msg::OFFICES_POINT_MAIN)).tone(Tone::Info)) }
            @if p.closed { (Tag::new(t.s(msg::OFFICES_POINT_CLOSED))) }
        };
        Card::new(p.name.as_str())
            .icon(Icon::Pin)
            .text(p.address())
            .link(desk.path(&format!("/admin/points/{}", p.id)))
            .foot(state)
    });
    let add = Button::link(t.s(msg::OFFICES_POINT_ADD), desk.path("/admin/points/new")).icon(Icon::Plus);
    let page = desk.page(&req, "offices.admin_points", t.s(msg::OFFICES_NAV_POINTS));
    Ok(page.lead(t.s(msg::OFFICES_POINTS_LEAD)).actions(add).body(html! { (CardGrid::new(cards)) }).render())
}
