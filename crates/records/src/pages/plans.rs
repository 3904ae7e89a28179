//! The editions of the file plan.

use i18n::T;
use jiff::civil::Date;
use law::format::{long_date, short_date};
use maud::{Markup, html};
use offices::{Desk, Role};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Column, Empty, Icon, Notice, Row, Table, Tag, Tone};
use web::{Answer, Req, TypedPath};

use super::{import::ImportPath, plan::PlanPath};
use crate::{
    file_plan::{self, PlanRow},
    msg,
};

/// `/desk/{office}/admin/file-plan`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/file-plan", rejection(web::BadPath))]
pub struct PlansPath {
    /// The office.
    pub office: String,
}

/// Shows the editions.
///
/// # Errors
/// As [`offices::desk`].
pub async fn show(path: PlansPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let scope = desk.scope;
    let plans = req.app.db.read(move |c| Box::pin(async move { file_plan::plans(c, scope).await })).await?;
    let import = ImportPath { office: path.office }.to_string();
    let page = desk
        .page(&req, "records.plans", req.t.s(msg::RECORDS_PLANS_TITLE))
        .crumb(req.t.s(msg::RECORDS_PLANS_ADMIN), desk.path("/admin"))
        .here(req.t.s(msg::RECORDS_PLANS_TITLE))
        .lead(req.t.s(msg::RECORDS_PLANS_LEAD))
        .actions(
            ButtonGroup::new().add(Button::link(req.t.s(msg::RECORDS_PLANS_IMPORT), import.clone()).icon(Icon::Upload)),
        )
        .body(view(req.t, &desk, &plans, &import, req.ctx.now.warsaw_date()));
    Ok(page.render())
}

/// How an edition stands on a day, among all, the latest first.
pub(crate) fn standing(t: T, plans: &[PlanRow], plan: &PlanRow, today: Date) -> Tag {
    let in_force = plans.iter().find(|p| p.from.0 <= today);
    if plan.from.0 > today {
        Tag::new(t.s(msg::RECORDS_PLAN_FUTURE)).tone(Tone::Info)
    } else if in_force.is_some_and(|p| p.id == plan.id) {
        Tag::new(t.s(msg::RECORDS_PLAN_IN_FORCE)).tone(Tone::Success)
    } else {
        Tag::new(t.s(msg::RECORDS_PLAN_PAST))
    }
}

fn view(t: T, desk: &Desk, plans: &[PlanRow], import: &str, today: Date) -> Markup {
    let lang = t.law();
    let empty = Empty::new(Icon::Archive, t.s(msg::RECORDS_PLANS_EMPTY))
        .text(t.s(msg::RECORDS_PLANS_EMPTY_TEXT))
        .action(Button::link(t.s(msg::RECORDS_PLANS_IMPORT), import));
    let rows = plans.iter().map(|p| {
        let unverified = if p.unverified == 0 {
            html! { "0" }
        } else {
            html! { (Tag::new(p.unverified.to_string()).tone(Tone::Warning)) }
        };
        Row::new([
            html! { (p.name) },
            html! { (standing(t, plans, p, today)) },
            html! { (short_date(p.from.0, lang)) },
            html! { (p.classes) },
            unverified,
            html! { (short_date(p.imported_at.warsaw_date(), lang)) ", " (p.imported_by) },
        ])
        .link(PlanPath { office: desk.office.slug.clone(), plan: p.id }.to_string())
    });
    let none_yet = !plans.is_empty() && plans.iter().all(|p| p.from.0 > today);
    html! {
        @if none_yet {
            (Notice::warning(t.f(msg::RECORDS_PLANS_NONE_YET, &[("from",
                plans.last().map(|p| long_date(p.from.0, lang)).unwrap_or_default().into())])))
        }
        (Table::new(t.s(msg::RECORDS_PLANS_TITLE))
            .column(Column::new(t.s(msg::RECORDS_PLAN_NAME)))
            .column(Column::new(t.s(msg::RECORDS_PLAN_STANDING)).tight())
            .column(Column::new(t.s(msg::RECORDS_PLAN_FROM)).tight())
            .column(Column::new(t.s(msg::RECORDS_PLAN_CLASSES)).numeric())
            .column(Column::new(t.s(msg::RECORDS_PLAN_UNVERIFIED)).numeric())
            .column(Column::new(t.s(msg::RECORDS_PLAN_IMPORTED)))
            .rows(rows)
            .empty(empty))
    }
}
