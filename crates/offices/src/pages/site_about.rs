//! What an office is: who it is made of, what it does, how to reach it.

use maud::{Markup, html};
use serde::Deserialize;
use ui::{Empty, Icon, Section, SummaryList, Tree, TreeNode};
use web::{Answer, Req, TypedPath};

use super::site_home;
use crate::{MemberRow, Role, UnitRow, member, msg, unit};

/// `/o/{office}/about`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/o/{office}/about", rejection(web::BadPath))]
pub struct AboutPath {
    /// The office.
    pub office: String,
}

/// The page.
pub async fn show(path: AboutPath, req: Req) -> Answer<Markup> {
    let site = crate::site(&req, &path.office).await?;
    let (scope, today, t) = (site.scope, req.ctx.now.warsaw_date(), req.t);
    let (units, superiors) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let units = unit::units(c, scope, today).await?;
                let filter = member::Filter { role: Some(Role::Superior), ..member::Filter::on(today) };
                Ok((units, member::members(c, scope, filter).await?))
            })
        })
        .await?;
    let office = &site.office;
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let easy = t.pick(&office.easy_text, &office.easy_text_en);
    let body = html! {
        @if !easy.is_empty() {
            (Section::new(t.s(msg::OFFICES_SITE_EASY)).id("etr").boxed().body(html! {
                @for line in easy.lines().filter(|l| !l.trim().is_empty()) { p { (line) } }
            }))
        }
        (Section::new(t.s(msg::OFFICES_SITE_UNITS)).text(t.s(msg::OFFICES_SITE_UNITS_TEXT)).body(html! {
            @if units.is_empty() { (Empty::new(Icon::Building, t.s(msg::OFFICES_SITE_NO_UNITS))) }
            @else { (Tree::new(t.s(msg::OFFICES_SITE_UNITS), nodes(&units, &superiors, None))) }
        }))
        (site_home::contact(t, office))
        (Section::new(t.s(msg::OFFICES_SITE_RODO)).id("rodo").body(html! {
            p { (t.f(msg::OFFICES_SITE_RODO_TEXT, &[("office", office.name.as_str().into())])) }
            (SummaryList::new(t.lang()).maybe(t.s(msg::OFFICES_DATA_RODO), some(&office.rodo_contact)))
        }))
    };
    let page = site.page(&req, "offices.site_about", t.s(msg::OFFICES_NAV_SITE_ABOUT));
    Ok(page.crumb(office.name_in(t.lang()), site.path("")).here(t.s(msg::OFFICES_NAV_SITE_ABOUT)).body(body).render())
}

fn nodes(units: &[UnitRow], superiors: &[MemberRow], above: Option<&UnitRow>) -> Vec<TreeNode> {
    let top = |u: &&UnitRow| match above {
        Some(above) => u.parent == Some(above.id),
        None => u.depth == 0,
    };
    units
        .iter()
        .filter(top)
        .map(|u| {
            let heads: Vec<String> = superiors
                .iter()
                .filter(|m| m.unit == u.id)
                .map(|m| if m.position.is_empty() { m.name() } else { format!("{}, {}", m.name(), m.position) })
                .collect();
            let node = TreeNode::new(u.title()).children(nodes(units, superiors, Some(u)));
            if heads.is_empty() { node } else { node.meta(heads.join("; ")) }
        })
        .collect()
}
