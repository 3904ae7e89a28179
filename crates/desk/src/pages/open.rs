//! `/desk/{office}/cases/new`: opening a case, from incoming mail or on the office's own initiative.

mod check;
mod view;

use axum::response::{IntoResponse as _, Response};
use kernel::{
    Result,
    ids::{CaseId, IncomingId},
};
use maud::Markup;
use offices::{Desk, Role, UnitRow};
use records::{
    file_plan::{self, ClassRow},
    filled_form,
    overview::{self, MailOverview},
    policy,
    suggest::{self, Ground},
};
use serde::Deserialize;
use web::{Answer, Fields, FormData, Once, Req, TypedPath};

use crate::{
    form::{Typed, again},
    msg,
    pages::classes::OFFERED,
    show::case_path,
};

/// The name of the form.
pub(crate) const FORM: &str = "open";

/// `/desk/{office}/cases/new`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/cases/new", rejection(web::BadPath))]
pub struct OpenPath {
    /// The office's name in addresses.
    pub office: String,
}

/// `/desk/{office}/cases/new/preview`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/cases/new/preview", rejection(web::BadPath))]
pub struct PreviewPath {
    /// The office's name in addresses.
    pub office: String,
}

/// What the form begins with.
pub(crate) struct Opening {
    /// The mail it begins with.
    pub mail: Option<MailOverview>,
    /// Units one may open cases in.
    pub units: Vec<UnitRow>,
    /// The class chosen or suggested.
    pub class: Option<ClassRow>,
    /// Why it is suggested, when nobody has chosen yet.
    pub ground: Option<Ground>,
    /// Classes to pick from: found by the words typed, or with names like that of the service.
    pub found: Vec<ClassRow>,
    /// The name of the file plan in force; without one no case can be opened.
    pub plan: Option<String>,
}

async fn desk_of(req: &Req, slug: &str) -> Result<Desk> {
    let desk = offices::desk(req, slug, None).await?;
    if !policy::handles_cases(&desk) {
        desk.need(Some(Role::Official))?;
    }
    Ok(desk)
}

/// Reads what the form shows: `words` are looked for among the classes.
async fn opening(req: &Req, desk: &Desk, fields: &Fields) -> Result<Opening> {
    let (d, ctx) = (desk.clone(), req.ctx.clone());
    let incoming: Option<IncomingId> = fields.parsed("incoming");
    let picked = fields.some("class_pick").or(fields.some("class")).map(str::to_owned);
    // Once the form is sent, only what is written there counts: a suggestion that was deleted does not come back.
    let begins = !fields.has("class");
    let opening = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let today = ctx.now.warsaw_date();
                let mail = match incoming {
                    Some(id) => Some(overview::mail_overview(c, &ctx, &d, id).await?),
                    None => None,
                };
                let sight = policy::sight(&d);
                let mut units = offices::units(c, d.scope, today).await?;
                units.retain(|u| sight.units.contains(&u.id));
                let plan = file_plan::in_force(c, d.scope, today).await?.map(|p| p.name);
                let mut opening = Opening { mail, units, class: None, ground: None, found: Vec::new(), plan };
                match (&picked, &opening.mail) {
                    (Some(words), _) => {
                        opening.class = file_plan::by_symbol(c, d.scope, words, today).await?.filter(|k| k.is_final);
                        if opening.class.is_none() {
                            opening.found = file_plan::choose(c, d.scope, today, words, OFFERED).await?;
                        }
                    }
                    (None, Some(m)) => {
                        let suggestion = suggest::suggest(c, d.scope, &m.mail, today).await?;
                        (opening.class, opening.ground) = suggestion.class.filter(|_| begins).unzip();
                        opening.found = suggestion.alike;
                    }
                    (None, None) => {}
                }
                Ok(opening)
            })
        })
        .await?;
    if let Some(mail) = &opening.mail {
        records::log::looked_at_mail(req, desk, &mail.mail).await?;
    }
    Ok(opening)
}

/// Shows the form.
///
/// # Errors
/// Those of [`offices::desk`]; `NotFound` for mail one may not see.
pub async fn show(path: OpenPath, req: Req) -> Answer<Markup> {
    let desk = desk_of(&req, &path.office).await?;
    let opening = opening(&req, &desk, &req.query).await?;
    Ok(view::page(&req, &desk, &opening, &Typed::nothing(), &req.once()))
}

/// Gives the reference and the last day as they would be, while one writes.
///
/// # Errors
/// Those of [`offices::desk`].
pub async fn preview(path: PreviewPath, req: Req, form: FormData) -> Answer<Markup> {
    let desk = desk_of(&req, &path.office).await?;
    let opening = opening(&req, &desk, &form).await?;
    Ok(view::preview(&req, &desk, &opening, &form))
}

/// Opens the case, or looks for a class and shows the form again.
///
/// # Errors
/// Those of [`offices::desk`]; a refused form is shown again.
pub async fn save(path: OpenPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = desk_of(&req, &path.office).await?;
    let opening = opening(&req, &desk, &form).await?;
    if form.get("go") == "search" {
        let typed = Typed::going_on(FORM, &form);
        return Ok(typed.answer(view::page(&req, &desk, &opening, &typed, &typed.key(&req, FORM))));
    }
    match open(&req, &desk, &form, &opening).await {
        Ok(case) => Ok(req.redirect(case_path(&desk, case)).flash(msg::DESK_OPENED).into_response()),
        Err(fault) => {
            let typed = Typed::refused(FORM, &form, again(fault)?);
            Ok(typed.answer(view::page(&req, &desk, &opening, &typed, &typed.key(&req, FORM))))
        }
    }
}

async fn open(req: &Req, desk: &Desk, form: &FormData, opening: &Opening) -> Result<CaseId> {
    let new = check::read(form, opening)?;
    let form_of_mail = filled_form::prepare(&req.app, desk, new.incoming).await?;
    let desk = desk.clone();
    Once::form(req, form.get("once"), &form.encode())?
        .run(req, move |c, ctx| {
            Box::pin(async move { form_of_mail.open(c, ctx, &desk, new).await.map(|case| case.id) })
        })
        .await?
        .read()
}
