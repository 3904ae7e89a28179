//! One rule of mandatory training: what it says, whom it concerns today, ending it.

use axum::response::{IntoResponse as _, Response};
use i18n::T;
use kernel::ids::TrainingRuleId;
use maud::{Markup, html};
use offices::{Desk, Role};
use serde::Deserialize;
use ui::{Button, Column, Confirm, Empty, Field, Form, Icon, Row, Section, SummaryList, Table, Tag, Tone};
use web::{Answer, FormData, Req, TypedPath};

use super::{Errors, often_words, training_page, unprocessable, whom_words};
use crate::{
    Concerned, Names, Step,
    apply::concerned,
    msg,
    rules::{self, end_rule},
};

/// How many people stand on the page.
pub(crate) const SHOWN: usize = 200;

/// `/desk/{office}/training/rules/{rule}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/training/rules/{rule}", rejection(web::BadPath))]
pub(crate) struct RulePath {
    pub office: String,
    pub rule: TrainingRuleId,
}

/// `/desk/{office}/training/rules/{rule}/end`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/training/rules/{rule}/end", rejection(web::BadPath))]
pub(crate) struct EndPath {
    pub office: String,
    pub rule: TrainingRuleId,
}

pub(crate) async fn show(path: RulePath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, Some(Role::Coordinator)).await?;
    Ok(page(&req, &desk, path.rule, "", &Errors::default()).await?)
}

pub(crate) async fn end(path: EndPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, Some(Role::Coordinator)).await?;
    let (scope, id, reason) = (desk.scope, path.rule, form.get("reason").to_owned());
    match work!(req, |c, ctx, reason| end_rule(c, &ctx, scope, id, &reason).await) {
        Ok(()) => Ok(req.redirect(desk.path("/training/rules")).flash(msg::TRAINING_RULE_ENDED_NOW).into_response()),
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(unprocessable(page(&req, &desk, id, &reason, &errors).await?))
        }
    }
}

/// What a rule asks of somebody, in words.
fn step_tag(t: T, step: Step) -> Markup {
    match step {
        Step::Begin => html! { (Tag::new(t.s(msg::TRAINING_STEP_BEGIN)).tone(Tone::Success)) },
        Step::Again => html! { (Tag::new(t.s(msg::TRAINING_STEP_AGAIN)).tone(Tone::Warning)) },
        Step::Sooner => html! { (Tag::new(t.s(msg::TRAINING_STEP_SOONER)).tone(Tone::Warning)) },
        Step::Learning => html! { (Tag::new(t.s(msg::TRAINING_STEP_LEARNING)).tone(Tone::Info)) },
        Step::Completed(day) => html! { (Tag::new(t.s(msg::TRAINING_STEP_COMPLETED))) " " (ui::date(t.lang(), day)) },
        Step::Excused => html! { (Tag::new(t.s(msg::TRAINING_STEP_EXCUSED))) },
    }
}

/// Whom a rule concerns.
pub(crate) fn people(t: T, all: &[Concerned]) -> Markup {
    let table = Table::new(t.s(msg::TRAINING_CONCERNED))
        .columns([t.s(msg::TRAINING_PERSON), t.s(msg::TRAINING_UNIT), t.s(msg::TRAINING_POSITION)])
        .column(Column::new(t.s(msg::TRAINING_STEP)))
        .rows(all.iter().take(SHOWN).map(|p| {
            Row::new([html! { (p.name) }, html! { (p.unit_code) }, html! { (p.position) }, step_tag(t, p.step)])
        }))
        .empty(
            Empty::new(Icon::People, t.s(msg::TRAINING_CONCERNS_NOBODY)).text(t.s(msg::TRAINING_CONCERNS_NOBODY_TEXT)),
        );
    html! {
        (table)
        @if all.len() > SHOWN { p.hint { (t.f(msg::TRAINING_CONCERNED_MORE, &[("n", (all.len() - SHOWN).into())])) } }
    }
}

async fn page(req: &Req, desk: &Desk, id: TrainingRuleId, reason: &str, errors: &Errors) -> kernel::Result<Markup> {
    let (t, lang, scope, ctx) = (req.t, req.lang(), desk.scope, req.ctx.clone());
    let (rule, names, units, positions, all) = read!(req, |c| {
        let rule = rules::rule(c, scope, id).await?;
        let names = Names::of(c, scope, [rule.course]).await?;
        let all = if rule.ended.is_none() { concerned(c, &ctx, &rule).await? } else { Vec::new() };
        Ok((rule, names, offices::all_units(c, scope).await?, offices::positions(c, scope).await?, all))
    })?;
    let facts = SummaryList::new(lang)
        .fact(t.s(msg::TRAINING_COURSE), names.course(lang, rule.course))
        .fact(t.s(msg::TRAINING_WHOM), whom_words(t, &rule, &units, &positions))
        .fact(t.s(msg::TRAINING_RULE_DAYS), rule.days)
        .fact(t.s(msg::TRAINING_RULE_OFTEN), often_words(t, rule.months))
        .fact(t.s(msg::TRAINING_RULE_SINCE), ui::date(lang, rule.created.warsaw_date()))
        .maybe(t.s(msg::TRAINING_RULE_UNTIL), rule.ended.map(|at| ui::date(lang, at.warsaw_date())))
        .maybe(t.s(msg::TRAINING_RULE_REASON), Some(&rule.reason).filter(|r| !r.is_empty()));
    let form = Form::post(desk.path(&format!("/training/rules/{id}/end"))).body(html! {
        (Field::text(lang, "reason", t.s(msg::TRAINING_RULE_REASON)).required().hint(t.s(msg::TRAINING_RULE_REASON_HINT))
            .maxlength(1000).value(reason).error(errors.at("reason")))
        (Button::submit(t.s(msg::TRAINING_RULE_END)).danger())
    });
    let confirm = Confirm::new(lang, "end-rule", t.s(msg::TRAINING_RULE_END), t.s(msg::TRAINING_RULE_END_TITLE), form)
        .text(t.s(msg::TRAINING_RULE_END_TEXT));
    let body = html! {
        (errors.summary(t))
        (Section::new(t.s(msg::TRAINING_RULE)).body(html! {
            (facts)
            @if rule.ended.is_none() { (confirm) }
        }))
        @if rule.ended.is_none() { (Section::new(t.s(msg::TRAINING_CONCERNED)).body(people(t, &all))) }
    };
    Ok(training_page(req, desk, "training.rule", "/training/rules", body))
}
