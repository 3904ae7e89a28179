//! The operator's start.

use maud::{Markup, html};
use serde::Deserialize;
use ui::{Area, Button, Icon, NavItem, Notice, Page, Stat, StatGrid, Tone};
use web::{Answer, Req, TypedPath};

use crate::{claims, msg, office};

/// `/operator`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/operator")]
pub struct OperatorPath;

/// A page of the operator with its menu.
pub(crate) fn page(req: &Req, screen: &'static str, title: impl Into<String>) -> Page {
    let items = [
        ("/operator", msg::OFFICES_OPERATOR_HOME, Icon::Home),
        ("/operator/claims", msg::OFFICES_OPERATOR_CLAIMS, Icon::Stamp),
        ("/operator/offices", msg::OFFICES_OPERATOR_OFFICES, Icon::Building),
        ("/operator/audit", msg::OFFICES_NAV_AUDIT, Icon::History),
    ];
    let path = req.path.split('?').next().unwrap_or_default();
    let nav = items
        .into_iter()
        .map(|(href, label, icon)| {
            let current = path == href || href != "/operator" && path.starts_with(href);
            NavItem::new(href, req.t.s(label)).icon(icon).current(current)
        })
        .collect();
    req.page(screen, title).area(Area::Operator).nav(nav)
}

/// The page.
pub async fn show(_: OperatorPath, req: Req) -> Answer<Markup> {
    req.operator()?;
    let ((offices, suspended), waiting, people) = read!(req, |c| {
        let (people,): (u64,) = c.one(db::Q::new("SELECT COUNT(*) FROM person WHERE deleted_at IS NULL")).await?;
        Ok((office::count(c).await?, claims::waiting(c).await?, people))
    })?;
    let t = req.t;
    let claims = Stat::new(waiting, t.s(msg::OFFICES_OPERATOR_WAITING)).icon(Icon::Stamp).link("/operator/claims");
    let body = html! {
        @if waiting > 0 {
            (Notice::info(t.f(msg::OFFICES_OPERATOR_DECIDE, &[("n", waiting.into_i64().into())]))
                .action(Button::link(t.s(msg::OFFICES_OPERATOR_CLAIMS), "/operator/claims").small()))
        }
        (StatGrid::new([
            claims.tone(if waiting > 0 { Tone::Warning } else { Tone::Neutral }),
            Stat::new(offices, t.s(msg::OFFICES_OPERATOR_OFFICES)).icon(Icon::Building).link("/operator/offices")
                .note(t.f(msg::OFFICES_OPERATOR_SUSPENDED, &[("n", suspended.into_i64().into())])),
            Stat::new(people, t.s(msg::OFFICES_OPERATOR_PEOPLE)).icon(Icon::People),
        ]))
    };
    Ok(page(&req, "offices.operator", t.s(msg::OFFICES_OPERATOR_TITLE)).body(body).render())
}

/// A count as messages want it.
pub(crate) trait Count {
    /// The number, at most the greatest there is.
    fn into_i64(self) -> i64;
}

impl Count for u64 {
    fn into_i64(self) -> i64 {
        i64::try_from(self).unwrap_or(i64::MAX)
    }
}
