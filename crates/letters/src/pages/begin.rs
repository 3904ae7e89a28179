//! Beginning a letter in a case: choosing a template.

use axum::response::IntoResponse as _;
use kernel::{
    FaultKind, Result,
    ids::{CaseId, TemplateId},
};
use maud::{Markup, html};
use offices::{Desk, Role};
use records::cases;
use serde::Deserialize;
use ui::{Button, Choice, Field, Form, Icon, Notice, Section};
use web::{Answer, FormData, Req, TypedPath, conflict};

use super::{Again, read, write};
use crate::{NewLetter, create, draft_overrun_notice, msg, templates};

/// `/desk/{office}/cases/{case}/letters/new`
#[derive(TypedPath, Deserialize)]
#[typed_path("/desk/{office}/cases/{case}/letters/new", rejection(web::BadPath))]
pub(crate) struct NewPath {
    pub office: String,
    pub case: CaseId,
}

/// `/desk/{office}/cases/{case}/letters/overrun`
#[derive(TypedPath, Deserialize)]
#[typed_path("/desk/{office}/cases/{case}/letters/overrun", rejection(web::BadPath))]
pub(crate) struct OverrunPath {
    pub office: String,
    pub case: CaseId,
}

pub(crate) async fn show(path: NewPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, Some(Role::Official)).await?;
    Ok(page(&req, &desk, path.case, req.query.get("template"), Again::default()).await?)
}

async fn page(req: &Req, desk: &Desk, id: CaseId, chosen: &str, again: Again<'_>) -> Result<Markup> {
    let (case, list) = read(req, desk, move |c, _, desk| {
        Box::pin(async move { Ok((cases::case(c, desk, id).await?, templates(c, desk.scope).await?)) })
    })
    .await?;
    let t = req.t;
    let lang = t.lang();
    let action = desk.path(&format!("/cases/{id}/letters/new"));
    let mut choices: Vec<Choice> = list
        .iter()
        .filter(|row| !row.retired)
        .map(|row| Choice::new(row.id.to_string(), row.name.clone()).hint(row.hint.clone()))
        .collect();
    choices.push(Choice::new("", t.s(msg::LETTERS_NO_TEMPLATE)).hint(t.s(msg::LETTERS_NO_TEMPLATE_HINT)));
    let form = Form::post(action).once(req.once()).body(html! {
        (Field::radios(lang, "template", t.s(msg::LETTERS_CHOOSE_TEMPLATE)).required().value(chosen).choices(choices))
        (Button::submit(t.s(msg::LETTERS_BEGIN)).icon_after(Icon::ArrowRight))
    });
    Ok(desk
        .page(req, "letters.new", t.s(msg::LETTERS_NEW))
        .crumb(t.s(msg::LETTERS_CASES), desk.path("/cases"))
        .crumb(case.reference.clone(), desk.path(&format!("/cases/{id}")))
        .here(t.s(msg::LETTERS_NEW))
        .lead(case.title.clone())
        .body(html! {
            (again.summary(t))
            @if case.frozen() { (Notice::info(t.s(msg::LETTERS_FROZEN))) }
            @else {
                (form)
                @if case.due().is_some() {
                    (Section::new(t.s(msg::LETTERS_OVERRUN)).text(t.s(msg::LETTERS_OVERRUN_TEXT)).body(
                        Form::post(desk.path(&format!("/cases/{id}/letters/overrun")))
                            .body(Button::submit(t.s(msg::LETTERS_OVERRUN_BEGIN)).secondary().icon(Icon::Clock)),
                    ))
                }
            }
        })
        .render())
}

pub(crate) async fn make(path: NewPath, req: Req, form: FormData) -> Answer {
    let desk = offices::desk(&req, &path.office, Some(Role::Official)).await?;
    let case = path.case;
    let once = form.some("once").map_or_else(|| req.once(), str::to_owned);
    let new = match form.parsed::<TemplateId>("template") {
        Some(template) => NewLetter::from_template(template, once),
        None => NewLetter::empty(once),
    };
    let begun = write(&req, &desk, move |c, ctx, desk| Box::pin(create(c, ctx, desk, case, new.clone()))).await;
    match begun {
        Ok(row) => Ok(req.redirect(desk.path(&format!("/letters/{}", row.id))).into_response()),
        Err(fault) if fault.kind == FaultKind::Conflict => {
            let again = Again { fields: Some(&form.fields), fault: Some(&fault) };
            Ok(conflict(page(&req, &desk, case, form.get("template"), again).await?))
        }
        Err(fault) => Err(fault.into()),
    }
}

pub(crate) async fn overrun(path: OverrunPath, req: Req) -> Answer {
    let desk = offices::desk(&req, &path.office, Some(Role::Official)).await?;
    let case = path.case;
    let row = write(&req, &desk, move |c, ctx, desk| Box::pin(draft_overrun_notice(c, ctx, desk, case))).await?;
    Ok(req.redirect(desk.path(&format!("/letters/{}", row.id))).into_response())
}
