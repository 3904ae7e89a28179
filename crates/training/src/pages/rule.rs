//! One rule of mandatory training: what it says, whom it concerns today, ending it.

use axum::response::{IntoResponse as _, Response};
use i18n::T;
use kernel::ids::TrainingRuleId;
use maud::{Markup, html};
use offices::{Desk, Role};
use serde::Deserialize;
use sheet::{Cell, Kind, Sheet};
use ui::{
    Button, Column, Confirm, Empty, Field, Form, Icon, Notice, Pager, Row, Section, SummaryList, Table, Tag, Tone,
    Toolbar,
};
use web::{Answer, Errors, FormData, Req, TypedPath, read, with_query, work};

use super::{often_words, training_page, whom_words};
use crate::{
    Concerned, Names, Step,
    apply::concerned,
    msg,
    rules::{self, end_rule},
};

/// How many people a page has.
pub(crate) const PAGE: usize = 100;

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

/// `/desk/{office}/training/rules/{rule}/export`, with `kind` as [`Kind::asked`] reads it.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/training/rules/{rule}/export", rejection(web::BadPath))]
pub(crate) struct ExportPath {
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
            Ok(errors.again(page(&req, &desk, id, &reason, &errors).await?))
        }
    }
}

/// Whom a rule concerns, as a file. Who takes the names away is in the audit log.
pub(crate) async fn export(path: ExportPath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, Some(Role::Coordinator)).await?;
    let (t, scope, id) = (req.t, desk.scope, path.rule);
    let ctx = req.ctx.clone();
    let all = read!(req, |c| {
        let rule = rules::rule(c, scope, id).await?;
        if rule.ended.is_none() { concerned(c, &ctx, &rule).await } else { Ok(Vec::new()) }
    })?;
    let entry = audit::Entry::access("training.rule_exported", "training_rule", id).detail("people", all.len());
    work!(req, |c, ctx, entry| audit::write(c, &ctx, Some(scope.office()), &entry).await)?;
    let rows = all.into_iter().map(|p| -> Vec<Cell> {
        let day = if let Step::Completed(day) = p.step { Cell::Day(day) } else { Cell::Empty };
        vec![p.name.into(), p.unit_code.into(), p.position.into(), t.s(step_words(p.step)).into(), day]
    });
    let heads = [
        msg::TRAINING_PERSON,
        msg::TRAINING_UNIT,
        msg::TRAINING_POSITION,
        msg::TRAINING_STEP,
        msg::TRAINING_COMPLETED_ON,
    ];
    let sheet =
        Sheet { name: t.s(msg::TRAINING_CONCERNED), heads: heads.map(|h| t.s(h)).to_vec(), rows: rows.collect() };
    Ok(sheet.answer("rule", Kind::asked(&req), req.ctx.now.warsaw_date()).await?)
}

/// The key of what a rule asks of somebody.
fn step_words(step: Step) -> &'static str {
    match step {
        Step::Begin => msg::TRAINING_STEP_BEGIN,
        Step::Again => msg::TRAINING_STEP_AGAIN,
        Step::Sooner => msg::TRAINING_STEP_SOONER,
        Step::Learning => msg::TRAINING_STEP_LEARNING,
        Step::Completed(_) => msg::TRAINING_STEP_COMPLETED,
        Step::Excused => msg::TRAINING_STEP_EXCUSED,
    }
}

/// What a rule asks of somebody, in words.
fn step_tag(t: T, step: Step) -> Markup {
    let tone = match step {
        Step::Begin => Tone::Success,
        Step::Again | Step::Sooner => Tone::Warning,
        Step::Learning => Tone::Info,
        Step::Completed(_) | Step::Excused => Tone::Neutral,
    };
    html! {
        (Tag::new(t.s(step_words(step))).tone(tone))
        @if let Step::Completed(day) = step { " " (ui::date(t.lang(), day)) }
    }
}

/// Some of those whom a rule concerns.
pub(crate) fn people(t: T, some: &[Concerned]) -> Table {
    Table::new(t.s(msg::TRAINING_CONCERNED))
        .columns([t.s(msg::TRAINING_PERSON), t.s(msg::TRAINING_UNIT), t.s(msg::TRAINING_POSITION)])
        .column(Column::new(t.s(msg::TRAINING_STEP)))
        .rows(some.iter().map(|p| {
            Row::new([html! { (p.name) }, html! { (p.unit_code) }, html! { (p.position) }, step_tag(t, p.step)])
        }))
        .empty(
            Empty::new(Icon::People, t.s(msg::TRAINING_CONCERNS_NOBODY)).text(t.s(msg::TRAINING_CONCERNS_NOBODY_TEXT)),
        )
}

async fn page(req: &Req, desk: &Desk, id: TrainingRuleId, reason: &str, errors: &Errors) -> kernel::Result<Markup> {
    let (t, lang, scope, ctx) = (req.t, req.lang(), desk.scope, req.ctx.clone());
    let (rule, names, units, positions, all, rests) = read!(req, |c| {
        let rule = rules::rule(c, scope, id).await?;
        let course = courses::course(c, rule.course).await?;
        let rests = !enrolments::takes(c, scope.office(), &course).await?;
        let units = offices::all_units(c, scope).await?;
        let names = Names::of(c, &units, [rule.course]).await?;
        let all = if rule.ended.is_none() { concerned(c, &ctx, &rule).await? } else { Vec::new() };
        Ok((rule, names, units, offices::positions(c, scope).await?, all, rests))
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
    let here = desk.path(&format!("/training/rules/{id}"));
    let files = sheet::buttons(t, |kind| with_query(&format!("{here}/export"), &[("kind", kind.as_str())]));
    let last = all.len().saturating_sub(1) / PAGE + 1;
    let number = req.query.parsed::<usize>("page").unwrap_or(1).clamp(1, last);
    let some = all.chunks(PAGE).nth(number - 1).unwrap_or_default();
    let link = |number: usize| with_query(&here, &[("page", &number.to_string())]);
    let pager = Pager::new(lang)
        .previous((number > 1).then(|| link(number - 1)))
        .next((number < last).then(|| link(number + 1)));
    let body = html! {
        (errors.summary(t))
        @if rests && rule.ended.is_none() { (Notice::warning(t.s(msg::TRAINING_RULE_RESTS))) }
        (Section::new(t.s(msg::TRAINING_RULE)).body(html! {
            (facts)
            @if rule.ended.is_none() { (confirm) }
        }))
        @if rule.ended.is_none() {
            (Section::new(t.s(msg::TRAINING_CONCERNED)).body(html! {
                @if !all.is_empty() { (Toolbar::new().actions(files)) }
                (people(t, some).foot(pager))
            }))
        }
    };
    Ok(training_page(req, desk, "training.rule", "/training/rules", body))
}
