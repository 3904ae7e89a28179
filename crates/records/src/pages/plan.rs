//! One edition of the file plan: a tree with search, download, withdrawal.

use std::collections::BTreeMap;

use axum::{
    body::Body,
    response::{IntoResponse as _, Response},
};
use i18n::T;
use kernel::ids::PlanId;
use law::{file_plan::Category, fold::fold, format::long_date};
use maud::{Markup, html};
use offices::Role;
use serde::Deserialize;
use ui::{
    Button, ButtonGroup, Confirm, Empty, Form, Icon, Notice, SearchBox, Stack, SummaryList, Tag, Tone, Tree, TreeNode,
};
use web::{Answer, FormData, Req, TypedPath};

use super::plans::{PlansPath, standing};
use crate::{
    file_plan::{self, ClassRow, PlanRow},
    msg,
};

/// `/desk/{office}/admin/file-plan/{plan}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/file-plan/{plan}", rejection(web::BadPath))]
pub struct PlanPath {
    /// The office.
    pub office: String,
    /// The edition.
    pub plan: PlanId,
}

/// `/desk/{office}/admin/file-plan/{plan}/download`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/file-plan/{plan}/download", rejection(web::BadPath))]
pub struct DownloadPath {
    /// The office.
    pub office: String,
    /// The edition.
    pub plan: PlanId,
}

/// `/desk/{office}/admin/file-plan/{plan}/withdraw`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/file-plan/{plan}/withdraw", rejection(web::BadPath))]
pub struct WithdrawPath {
    /// The office.
    pub office: String,
    /// The edition.
    pub plan: PlanId,
}

/// Shows an edition, all of it or what fits the words asked.
///
/// # Errors
/// As [`offices::desk`]; `NotFound`.
pub async fn show(path: PlanPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, id, words) = (desk.scope, path.plan, req.query.get("q").to_owned());
    let asked = words.clone();
    let (plan, plans, classes) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let plan = file_plan::plan(c, scope, id).await?;
                Ok((plan, file_plan::plans(c, scope).await?, file_plan::classes(c, scope, id, &asked).await?))
            })
        })
        .await?;
    let t = req.t;
    let download = DownloadPath { office: path.office.clone(), plan: id }.to_string();
    let page =
        desk.page(&req, "records.plan", plan.name.clone())
            .crumb(t.s(msg::RECORDS_PLANS_ADMIN), desk.path("/admin"))
            .crumb(t.s(msg::RECORDS_PLANS_TITLE), PlansPath { office: path.office.clone() }.to_string())
            .here(plan.name.clone())
            .status(standing(t, &plans, &plan, req.ctx.now.warsaw_date()))
            .actions(ButtonGroup::new().add(
                Button::link(t.s(msg::RECORDS_PLAN_DOWNLOAD), download).secondary().icon(Icon::Download).download(),
            ))
            .body(view(t, &path, &plan, &classes, &words));
    Ok(page.render())
}

fn node(t: T, class: &ClassRow, below: &BTreeMap<String, Vec<&ClassRow>>, open: bool) -> TreeNode {
    let children = below.get(&class.symbol).into_iter().flatten().map(|k| node(t, k, below, open));
    let lang = t.law();
    let category = |text: &str| {
        let meaning = text.parse::<Category>().ok().map(|k| k.meaning(lang));
        html! { (Tag::new(text)) @if let Some(meaning) = meaning { " " (meaning) } }
    };
    let meta = html! {
        @if let Some(home) = &class.category { (category(home)) }
        @else if class.is_final { (Tag::new(t.s(msg::RECORDS_PLAN_NO_CATEGORY)).tone(Tone::Warning)) }
        @if let Some(other) = &class.other_category {
            " · " (t.s(msg::RECORDS_PLAN_OTHER_UNITS)) " " (Tag::new(other.as_str()))
        }
        @if !class.verified { " " (Tag::new(t.s(msg::RECORDS_PLAN_TO_VERIFY)).tone(Tone::Warning)) }
    };
    let label = html! {
        strong { (class.symbol) } " " (class.title)
        @if !class.notes.is_empty() { " (" (class.notes) ")" }
    };
    let node = TreeNode::new(label).meta(meta).children(children);
    if open { node } else { node.folded() }
}

fn view(t: T, path: &PlanPath, plan: &PlanRow, classes: &[ClassRow], words: &str) -> Markup {
    let lang = t.law();
    // A class stands below the nearest one above it that is there.
    let mut below: BTreeMap<String, Vec<&ClassRow>> = BTreeMap::new();
    for k in classes {
        let parent = (1..k.symbol.len())
            .rev()
            .filter_map(|n| k.symbol.get(..n))
            .find(|above| classes.binary_search_by(|c| c.symbol.as_str().cmp(above)).is_ok());
        below.entry(parent.unwrap_or_default().to_owned()).or_default().push(k);
    }
    let asked = !fold(words).is_empty();
    let roots: Vec<TreeNode> = below.get("").into_iter().flatten().map(|k| node(t, k, &below, asked)).collect();
    let here = path.to_string();
    let withdraw = WithdrawPath { office: path.office.clone(), plan: path.plan }.to_string();
    let facts = SummaryList::new(t.lang())
        .fact(t.s(msg::RECORDS_PLAN_FROM), long_date(plan.from.0, lang))
        .fact(t.s(msg::RECORDS_PLAN_CLASSES), plan.classes.to_string())
        .fact(t.s(msg::RECORDS_PLAN_SOURCE), plan.source.clone());
    html! {
        (Stack::new([
            html! {
                @if plan.unverified > 0 {
                    (Notice::warning(t.f(msg::RECORDS_PLAN_UNVERIFIED_NOTICE, &[("n", plan.unverified.into())])))
                }
            },
            html! { (facts) },
            html! { (SearchBox::new(t.lang(), here.clone(), t.s(msg::RECORDS_PLAN_SEARCH)).value(words)) },
            html! {
                @if roots.is_empty() {
                    (Empty::new(Icon::Search, t.s(msg::RECORDS_PLAN_NOTHING))
                        .text(t.s(msg::RECORDS_PLAN_NOTHING_TEXT))
                        .action(Button::link(t.s(msg::RECORDS_PLAN_SHOW_ALL), here).secondary()))
                } @else { (Tree::new(plan.name.clone(), roots)) }
            },
            html! {
                (Confirm::new(t.lang(), "withdraw", t.s(msg::RECORDS_PLAN_WITHDRAW), t.s(msg::RECORDS_PLAN_WITHDRAW_ASK),
                    Form::post(withdraw).body(Button::submit(t.s(msg::RECORDS_PLAN_WITHDRAW)).danger()))
                    .text(t.s(msg::RECORDS_PLAN_WITHDRAW_TEXT)))
            },
        ]))
    }
}

/// Gives an edition as CSV.
///
/// # Errors
/// As [`show`].
pub async fn download(path: DownloadPath, req: Req) -> Answer {
    let desk = offices::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, id) = (desk.scope, path.plan);
    let (plan, classes) = req
        .app
        .db
        .read(move |c| {
            Box::pin(
                async move { Ok((file_plan::plan(c, scope, id).await?, file_plan::classes(c, scope, id, "").await?)) },
            )
        })
        .await?;
    let text = file_plan::csv(&classes)?;
    let size = u64::try_from(text.len()).ok();
    let name = format!("wykaz-akt-{}-od-{}.csv", desk.office.slug, plan.from.0);
    Ok(web::download(Body::from(text), &name, "text/csv", size, false))
}

/// Withdraws an edition that holds no cases.
///
/// # Errors
/// As [`file_plan::withdraw`].
pub async fn withdraw(path: WithdrawPath, req: Req, _form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (ctx, id) = (req.ctx.clone(), path.plan);
    req.app.db.write(move |c| Box::pin(async move { file_plan::withdraw(c, &ctx, &desk, id).await })).await?;
    Ok(req.redirect(PlansPath { office: path.office }).flash(msg::RECORDS_PLAN_WITHDRAWN).into_response())
}
