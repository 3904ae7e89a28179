//! The tree of units.

use std::collections::HashMap;

use i18n::T;
use kernel::ids::UnitId;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Column, Empty, Icon, Reveal, Row, Table, Tag, Tree, TreeNode};
use web::{Answer, Req, TypedPath, read};

use crate::{Desk, Filter, Role, UnitRow, member, msg, unit};

/// `/desk/{office}/admin/units`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/units", rejection(web::BadPath))]
pub struct UnitsPath {
    /// The office.
    pub office: String,
}

/// The page.
pub async fn show(path: UnitsPath, req: Req) -> Answer<Markup> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, today, t) = (desk.scope, req.ctx.now.warsaw_date(), req.t);
    let (all, people) = read!(req, |c| {
        let all = unit::all_units(c, scope).await?;
        let mut people: HashMap<UnitId, usize> = HashMap::new();
        for m in member::members(c, scope, Filter::on(today)).await? {
            *people.entry(m.unit).or_default() += 1;
        }
        Ok((all, people))
    })?;
    let (now, other): (Vec<UnitRow>, Vec<UnitRow>) = all.into_iter().partition(|u| u.in_force(today));
    let body = html! {
        @if now.is_empty() {
            (Empty::new(Icon::Building, t.s(msg::OFFICES_UNITS_NONE)).text(t.s(msg::OFFICES_UNITS_NONE_TEXT)))
        } @else {
            (Tree::new(t.s(msg::OFFICES_NAV_UNITS), nodes(t, &desk, &now, &people, None)))
        }
        @if !other.is_empty() {
            (Reveal::new(t.f(msg::OFFICES_UNITS_OTHER, &[("n", other.len().into())]), html! {
                (Table::new(t.s(msg::OFFICES_UNITS_OTHER_TITLE))
                    .column(Column::new(t.s(msg::OFFICES_UNIT_CODE)).tight())
                    .columns([t.s(msg::OFFICES_UNIT_NAME), t.s(msg::OFFICES_FROM), t.s(msg::OFFICES_TO)])
                    .rows(other.iter().map(|u| {
                        Row::new([
                            html! { (u.code) },
                            html! { (u.name) },
                            ui::date(t.lang(), u.from.0),
                            u.to.map(|d| ui::date(t.lang(), d.0)).unwrap_or_default(),
                        ]).link(desk.path(&format!("/admin/units/{}", u.id)))
                    })))
            }).boxed())
        }
    };
    let actions = ButtonGroup::new()
        .add(Button::link(t.s(msg::OFFICES_UNIT_ADD), desk.path("/admin/units/new")).icon(Icon::Plus))
        .add(Button::link(t.s(msg::OFFICES_IMPORT_SHORT), desk.path("/admin/import")).secondary().icon(Icon::Upload));
    let page = desk.page(&req, "offices.admin_units", t.s(msg::OFFICES_NAV_UNITS));
    Ok(page.lead(t.s(msg::OFFICES_UNITS_LEAD)).actions(actions).body(body).render())
}

fn nodes(
    t: T,
    desk: &Desk,
    units: &[UnitRow],
    people: &HashMap<UnitId, usize>,
    above: Option<UnitId>,
) -> Vec<TreeNode> {
    units
        .iter()
        .filter(|u| match above {
            Some(_) => u.parent == above,
            None => u.parent.is_none_or(|p| !units.iter().any(|other| other.id == p)),
        })
        .map(|u| {
            let n = people.get(&u.id).copied().unwrap_or(0);
            TreeNode::new(u.title())
                .link(desk.path(&format!("/admin/units/{}", u.id)))
                .meta(html! {
                    (t.f(msg::OFFICES_UNIT_PEOPLE, &[("n", n.into())]))
                    @if let Some(to) = u.to { " " (Tag::new(t.f(msg::OFFICES_UNIT_UNTIL, &[("day", to.0.to_string().into())]))) }
                })
                .children(nodes(t, desk, units, people, Some(u.id)))
        })
        .collect()
}
