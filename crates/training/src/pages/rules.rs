//! The rules of mandatory training of an office.

use maud::{Markup, html};
use offices::Role;
use serde::Deserialize;
use ui::{Button, Column, Empty, Icon, Row, Table, Tag, Tone, Toolbar};
use web::{Answer, Req, TypedPath, read};

use super::{often_words, training_page, whom_words};
use crate::{Names, msg, rules};

/// `/desk/{office}/training/rules`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/training/rules", rejection(web::BadPath))]
pub(crate) struct RulesPath {
    pub office: String,
}

pub(crate) async fn show(path: RulesPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, Some(Role::Coordinator)).await?;
    let (t, scope) = (req.t, desk.scope);
    let (rules, names, units, positions) = read!(req, |c| {
        let rules = rules::rules(c, scope).await?;
        let units = offices::all_units(c, scope).await?;
        let names = Names::of(c, &units, rules.iter().map(|r| r.course)).await?;
        Ok((rules, names, units, offices::positions(c, scope).await?))
    })?;
    let new = || Button::link(t.s(msg::TRAINING_RULE_NEW), desk.path("/training/rules/new")).icon(Icon::Plus);
    let table = Table::new(t.s(msg::TRAINING_RULES))
        .columns([t.s(msg::TRAINING_COURSE), t.s(msg::TRAINING_WHOM), t.s(msg::TRAINING_RULE_OFTEN)])
        .column(Column::new(t.s(msg::TRAINING_RULE_DAYS)).numeric().tight())
        .column(Column::new(t.s(msg::TRAINING_STATE)).tight())
        .rows(rules.iter().map(|r| {
            let state = match r.ended {
                Some(_) => Tag::new(t.s(msg::TRAINING_RULE_ENDED)),
                None => Tag::new(t.s(msg::TRAINING_RULE_IN_FORCE)).tone(Tone::Success),
            };
            Row::new([
                html! { (names.course(t.lang(), r.course)) },
                html! { (whom_words(t, r, &units, &positions)) },
                html! { (often_words(t, r.months)) },
                html! { (r.days) },
                html! { (state.dot()) },
            ])
            .link(desk.path(&format!("/training/rules/{}", r.id)))
        }))
        .empty(
            Empty::new(Icon::List, t.s(msg::TRAINING_RULES_NONE))
                .text(t.s(msg::TRAINING_RULES_NONE_TEXT))
                .action(new()),
        );
    let body = html! {
        p.lead { (t.s(msg::TRAINING_RULES_LEAD)) }
        @if !rules.is_empty() { (Toolbar::new().actions(new())) }
        (table)
    };
    Ok(training_page(&req, &desk, "training.rules", "/training/rules", body))
}
