//! Making an account.

use axum::response::IntoResponse as _;
use kernel::{Fault, Result};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Field, Form, Icon, Notice, Width};
use web::{Answer, FormData, Req, TypedPath};

use super::{Errors, again, bare, local, new_password, retry, towards};
use crate::{NewPerson, msg, password, person::check_person, registration};

/// `/register`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/register")]
pub(crate) struct RegisterPath;

pub(crate) async fn show(_: RegisterPath, req: Req) -> Answer {
    if req.query.has("sent") {
        return Ok(sent(&req).into_response());
    }
    let next = req.query.get("next").to_owned();
    if req.signed_in.is_some() {
        return Ok(req.redirect(local(&next).unwrap_or("/my")).into_response());
    }
    Ok(view(&req, &FormData::default(), &next, None).into_response())
}

pub(crate) async fn send(_: RegisterPath, req: Req, form: FormData) -> Answer {
    crate::set_public_url(&req.app.settings.public_url);
    match begin(&req, &form).await {
        Ok(()) => {
            let mut query = vec![("sent".to_owned(), "1".to_owned())];
            query.extend(local(form.get("next")).map(|next| ("next".to_owned(), next.to_owned())));
            Ok(req.redirect(format!("/register?{}", web::Fields(query).encode())).into_response())
        }
        Err(fault) => {
            let fault = retry(fault)?;
            Ok(again(&fault, view(&req, &form, form.get("next"), Some(&fault))))
        }
    }
}

async fn begin(req: &Req, form: &FormData) -> Result<()> {
    let (email, given, family) = (form.get("email"), form.get("given_name"), form.get("family_name"));
    let chosen = form.raw("password").unwrap_or_default();
    // All at once, so that nobody has to correct one field after the other.
    let mut wrong = check_person(Some(email), given, family);
    if let Err(fault) = password::check("password", chosen, &[email, given, family]) {
        wrong.extend(fault.fields);
    }
    Fault::check(wrong)?;
    let hashed = password::hash_in_background(chosen, req.ctx.entropy().clone()).await?;
    let new = NewPerson {
        email: email.to_owned(),
        given_name: given.to_owned(),
        family_name: family.to_owned(),
        password_hash: Some(hashed),
        lang: req.lang(),
        verified: false,
    };
    let (ctx, next) = (req.ctx.clone(), local(form.get("next")).unwrap_or_default().to_owned());
    req.app.db.write(move |c| Box::pin(async move { registration::begin(c, &ctx, new, &next).await })).await
}

fn view(req: &Req, form: &FormData, next: &str, fault: Option<&Fault>) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let errors = Errors::new(t, fault);
    let mut written = Form::post("/register");
    if let Some(next) = local(next) {
        written = written.hidden("next", next);
    }
    bare(req, "identity.register", msg::IDENTITY_REGISTER_TITLE)
        .path(towards("/register", next))
        .lead(t.s(msg::IDENTITY_REGISTER_LEAD))
        .body(html! {
            (errors.summary())
            (written.body(html! {
                (Field::text(lang, "given_name", t.s(msg::IDENTITY_GIVEN_NAME)).autocomplete("given-name").width(Width::W20)
                    .value(form.get("given_name")).required().error(errors.at("given_name")))
                (Field::text(lang, "family_name", t.s(msg::IDENTITY_FAMILY_NAME)).autocomplete("family-name")
                    .width(Width::W20).value(form.get("family_name")).required().error(errors.at("family_name")))
                (Field::email(lang, "email", t.s(msg::IDENTITY_EMAIL_LABEL)).hint(t.s(msg::IDENTITY_EMAIL_HINT))
                    .value(form.get("email")).required().error(errors.at("email")))
                (new_password(t, msg::IDENTITY_PASSWORD, errors))
                p.hint { (t.s(msg::IDENTITY_REGISTER_PRIVACY)) " " a href="/privacy" { (t.s(web::msg::PAGE_PRIVACY)) } "." }
                (Button::submit(t.s(msg::IDENTITY_REGISTER)))
            }))
            p { (t.s(msg::IDENTITY_HAVE_ACCOUNT)) " " a href=(towards("/sign-in", next)) { (t.s(msg::IDENTITY_SIGN_IN)) } }
        })
        .render()
}

fn sent(req: &Req) -> Markup {
    let t = req.t;
    bare(req, "identity.register", msg::IDENTITY_SENT_TITLE)
        .body(html! {
            (Notice::success(t.s(msg::IDENTITY_REGISTER_SENT)))
            p { (t.s(msg::IDENTITY_SENT_NOT_THERE)) }
            @if req.app.settings.demo { p { a href="/demo/mail" { (t.s(msg::IDENTITY_DEMO_MAIL)) } } }
            (Button::link(t.s(msg::IDENTITY_SENT_AGAIN), towards("/register", req.query.get("next"))).secondary().icon(Icon::Refresh))
        })
        .render()
}
