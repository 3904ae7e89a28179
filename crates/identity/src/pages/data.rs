//! Changing one's name and language.

use axum::response::IntoResponse as _;
use kernel::{Fault, FaultKind, Lang};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Choice, Diff, Field, Form, Notice, Width};
use web::{Answer, FormData, Req, TypedPath};

use super::{Errors, again, me, mine, overview::language, retry};
use crate::{PersonRow, account, msg};

/// `/my/account/data`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/my/account/data")]
pub(crate) struct DataPath;

/// What stands in the form.
struct Typed {
    given: String,
    family: String,
    lang: Lang,
}

pub(crate) async fn show(_: DataPath, req: Req) -> Answer<Markup> {
    let me = me(&req.app, req.signed_in()?.person).await?;
    let typed = Typed { given: me.given_name.clone(), family: me.family_name.clone(), lang: me.lang };
    Ok(view(&req, &me, &typed, None))
}

pub(crate) async fn save(_: DataPath, req: Req, form: FormData) -> Answer {
    let id = req.signed_in()?.person;
    let typed = Typed {
        given: form.get("given_name").to_owned(),
        family: form.get("family_name").to_owned(),
        lang: Lang::parse(form.get("lang")).unwrap_or(req.lang()),
    };
    let version = form.parsed("version").unwrap_or_default();
    let (ctx, given, family, lang) = (req.ctx.clone(), typed.given.clone(), typed.family.clone(), typed.lang);
    let saved = req
        .app
        .db
        .write(move |c| {
            Box::pin(async move { account::change_data(c, &ctx, id, version, &given, &family, lang).await })
        })
        .await;
    match saved {
        Ok(()) => {
            // The pages follow the account's language from now on, whatever was chosen in this browser before.
            let display = format!("{}.{}", lang.code(), req.prefs);
            let to = req.redirect("/my/account").cookie("szpon_prefs", &display, 31_536_000);
            Ok(to.flash(msg::IDENTITY_DATA_SAVED).into_response())
        }
        Err(fault) if fault.kind == FaultKind::Conflict => {
            Ok(again(&fault, view(&req, &me(&req.app, id).await?, &typed, Some(&fault))))
        }
        Err(fault) => {
            let fault = retry(fault)?;
            Ok(again(&fault, view(&req, &me(&req.app, id).await?, &typed, Some(&fault))))
        }
    }
}

fn view(req: &Req, me: &PersonRow, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let stale = fault.filter(|f| f.kind == FaultKind::Conflict);
    let errors = Errors::new(t, fault.filter(|_| stale.is_none()));
    mine(req, "identity.data", msg::IDENTITY_DATA)
        .body(html! {
            (errors.summary())
            @if let Some(fault) = stale {
                (Notice::warning(t.fault(fault)).announce())
                (Diff::new(lang)
                    .field(t.s(msg::IDENTITY_GIVEN_NAME), me.given_name.as_str(), typed.given.as_str())
                    .field(t.s(msg::IDENTITY_FAMILY_NAME), me.family_name.as_str(), typed.family.as_str())
                    .field(t.s(msg::IDENTITY_LANGUAGE), t.s(language(me.lang)), t.s(language(typed.lang))))
            }
            (Form::post("/my/account/data").version(me.version).body(html! {
                (Field::text(lang, "given_name", t.s(msg::IDENTITY_GIVEN_NAME)).autocomplete("given-name").width(Width::W20)
                    .value(&typed.given).required().error(errors.at("given_name")))
                (Field::text(lang, "family_name", t.s(msg::IDENTITY_FAMILY_NAME)).autocomplete("family-name")
                    .width(Width::W20).value(&typed.family).required().error(errors.at("family_name")))
                (Field::radios(lang, "lang", t.s(msg::IDENTITY_LANGUAGE)).hint(t.s(msg::IDENTITY_LANGUAGE_HINT))
                    .choices([Lang::Pl, Lang::En].map(|l| Choice::new(l.code(), t.s(language(l)))))
                    .value(typed.lang.code()).required())
                (Button::submit(t.s(msg::IDENTITY_SAVE)))
            }))
        })
        .render()
}
