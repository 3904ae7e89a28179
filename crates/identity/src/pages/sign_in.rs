//! Signing in and out.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use kernel::{Fault, FaultKind, Result};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Code, Field, Form, Notice, Section};
use web::{Answer, FormData, Req, Resume, Tone, TypedPath};

use super::{Errors, again, bare, local, resumed, retry, towards};
use crate::{Browser, demo, msg, session, sign_in, sign_in::Outcome, tokens, totp};

/// `/sign-in`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/sign-in")]
pub(crate) struct SignInPath;

/// `/sign-out`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/sign-out")]
pub(crate) struct SignOutPath;

/// What signing in carries along: where to go afterwards, and a form that was on its way.
#[derive(Debug, Clone, Default)]
struct Carried {
    next: String,
    resume: Resume,
}

impl Carried {
    fn of(form: &FormData) -> Self {
        Self {
            next: form.get("next").to_owned(),
            resume: Resume {
                path: form.get("resume_path").to_owned(),
                body: form.raw("resume_body").unwrap_or_default().to_owned(),
            },
        }
    }
    fn along(&self, mut form: Form) -> Form {
        if local(&self.next).is_some() {
            form = form.hidden("next", &self.next);
        }
        if local(&self.resume.path).is_some() {
            form = form.hidden("resume_path", &self.resume.path).hidden("resume_body", &self.resume.body);
        }
        form
    }
}

/// The page that carries a form which was sent without a session.
pub(crate) fn carrying(req: &Req, resume: &Resume) -> Markup {
    let carried = Carried { next: String::new(), resume: resume.clone() };
    view(req, "", &carried, None)
}

pub(crate) async fn show(_: SignInPath, req: Req) -> Answer {
    let next = req.query.get("next").to_owned();
    if req.signed_in.is_some() {
        return Ok(req.redirect(local(&next).unwrap_or("/my")).into_response());
    }
    let carried = Carried { next, resume: Resume::default() };
    Ok(view(&req, req.query.get("login"), &carried, None).into_response())
}

pub(crate) async fn send(_: SignInPath, req: Req, form: FormData) -> Answer {
    let carried = Carried::of(&form);
    if let Some(step) = form.some("step") {
        let (email, code) = (form.get("email"), form.get("code"));
        return match sign_in::with_code(&req.app, &req.ctx, step, code, Browser::of(&req)).await {
            Ok(secret) => finish(req, &secret, &carried).await,
            Err(fault) if matches!(fault.kind, FaultKind::Gone | FaultKind::NotFound) => {
                let late = Fault::invalid(msg::IDENTITY_SIGN_IN_LATE);
                Ok(again(&late, view(&req, email, &carried, Some(&late))))
            }
            Err(fault) => {
                let fault = retry(fault)?;
                Ok(again(&fault, code_view(&req, email, step, &carried, Some(&fault))))
            }
        };
    }
    let (email, password) = (form.get("email"), form.raw("password").unwrap_or_default());
    match sign_in::with_password(&req.app, &req.ctx, email, password, Browser::of(&req)).await {
        Ok(Outcome::Done(secret)) => finish(req, &secret, &carried).await,
        Ok(Outcome::SecondStep(step)) => Ok(code_view(&req, email, &step, &carried, None).into_response()),
        Err(fault) => {
            let fault = retry(fault)?;
            Ok(again(&fault, view(&req, email, &carried, Some(&fault))))
        }
    }
}

/// After success: the form that waited, or the page asked for, or where this person usually begins.
async fn finish(mut req: Req, secret: &str, carried: &Carried) -> Answer {
    if let Some(path) = local(&carried.resume.path) {
        let (now, given) = (req.ctx.now, secret.to_owned());
        let living = req.app.db.read(move |c| Box::pin(async move { session::find(c, now, &given).await })).await?;
        req.signed_in = living.map(|l| l.signed_in);
        let mut response = resumed::view(&req, path, &carried.resume.body).into_response();
        let cookie = req.redirect("/").session(secret, session::ABSOLUTE).into_response();
        for value in cookie.headers().get_all(header::SET_COOKIE) {
            response.headers_mut().append(header::SET_COOKIE, value.clone());
        }
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        return Ok(response);
    }
    let to = match local(&carried.next) {
        Some(next) => next.to_owned(),
        None => landing(&req, secret).await?.to_owned(),
    };
    Ok(req.redirect(to).session(secret, session::ABSOLUTE).into_response())
}

/// Where a person begins who asked for no page: officials at the desk, the operator at theirs, others at their matters.
async fn landing(req: &Req, secret: &str) -> Result<&'static str> {
    let (ctx, given) = (req.ctx.clone(), secret.to_owned());
    req.app
        .db
        .read(move |c| {
            Box::pin(async move {
                let Some(living) = session::find(c, ctx.now, &given).await? else { return Ok("/my") };
                if !tokens::offices_of(c, &ctx, living.signed_in.person).await?.is_empty() {
                    return Ok("/desk");
                }
                Ok(if living.signed_in.operator { "/operator" } else { "/my" })
            })
        })
        .await
}

pub(crate) async fn out(_: SignOutPath, req: Req) -> Answer {
    if let Some(user) = req.signed_in.clone() {
        let ctx = req.ctx.clone();
        req.app
            .db
            .write(move |c| Box::pin(async move { session::end(c, &ctx, user.person, user.session).await }))
            .await?;
    }
    Ok(signed_out(&req, msg::IDENTITY_SIGNED_OUT))
}

/// The start page, without a session, with a message.
pub(super) fn signed_out(req: &Req, message: &'static str) -> Response {
    req.redirect("/").session("", 0).message(Tone::Success, message).into_response()
}

fn view(req: &Req, email: &str, carried: &Carried, fault: Option<&Fault>) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let errors = Errors::new(t, fault);
    let chosen = demo::shown(&req.app).iter().find(|a| !email.is_empty() && a.login == email);
    let waiting = local(&carried.resume.path).is_some();
    let back = local(&carried.next).unwrap_or_default();
    let password = match chosen {
        // The demonstration's passwords are public: the field shows it, filled in.
        Some(account) => Field::text(lang, "password", t.s(msg::IDENTITY_PASSWORD)).value(&account.password),
        None => Field::password(lang, "password", t.s(msg::IDENTITY_PASSWORD)),
    };
    let form = carried.along(Form::post("/sign-in")).body(html! {
        (Field::email(lang, "email", t.s(msg::IDENTITY_EMAIL_LABEL)).autocomplete("username").value(email).required()
            .error(errors.at("email")))
        (password.required().error(errors.at("password")))
        (ButtonGroup::new().add(Button::submit(t.s(msg::IDENTITY_SIGN_IN)))
            .add(Button::link(t.s(msg::IDENTITY_FORGOT), towards("/reset", back)).quiet()))
    });
    bare(req, "identity.sign_in", msg::IDENTITY_SIGN_IN_TITLE)
        .path(towards("/sign-in", back))
        .body(html! {
            @if waiting {
                (Notice::info(t.s(msg::IDENTITY_SIGN_IN_KEPT)).title(t.s(msg::IDENTITY_SIGN_IN_KEPT_TITLE)).announce())
            }
            (errors.summary())
            (form)
            (Section::new(t.s(msg::IDENTITY_NO_ACCOUNT)).text(t.s(msg::IDENTITY_NO_ACCOUNT_TEXT))
                .body(Button::link(t.s(msg::IDENTITY_REGISTER), towards("/register", back)).secondary()))
            (demo_accounts(req, back, waiting))
        })
        .render()
}

/// A link that fills the form opens the page anew; while a text waits here the accounts are shown without links.
fn demo_accounts(req: &Req, next: &str, waiting: bool) -> Markup {
    let t = req.t;
    let accounts = demo::shown(&req.app);
    html! {
        @if !accounts.is_empty() {
            @let shared = accounts.first().map(|a| a.password.as_str()).filter(|p| accounts.iter().all(|a| a.password == *p));
            (Section::new(t.s(msg::IDENTITY_DEMO)).text(t.s(msg::IDENTITY_DEMO_TEXT)).body(html! {
                @if let Some(password) = shared { p { (t.s(msg::IDENTITY_DEMO_PASSWORD)) " " (Code::new(password)) } }
                @for place in places(accounts) {
                    div {
                        h3.who-title { @if place.is_empty() { (t.s(msg::IDENTITY_DEMO_OTHERS)) } @else { (place) } }
                        ul.who-list role="list" {
                            @for a in accounts.iter().filter(|a| a.place == place) { (demo_account(t, a, next, waiting, shared.is_none())) }
                        }
                    }
                }
            }))
        }
    }
}

/// The offices of the accounts in their order; who belongs to none stands last.
fn places(accounts: &[demo::DemoAccount]) -> Vec<&str> {
    let mut places: Vec<&str> = Vec::new();
    for account in accounts {
        if !account.place.is_empty() && !places.contains(&account.place.as_str()) {
            places.push(&account.place);
        }
    }
    if accounts.iter().any(|a| a.place.is_empty()) {
        places.push("");
    }
    places
}

fn demo_account(t: i18n::T, a: &demo::DemoAccount, next: &str, waiting: bool, own_password: bool) -> Markup {
    let mut query = vec![("login".to_owned(), a.login.clone())];
    if !next.is_empty() {
        query.push(("next".to_owned(), next.to_owned()));
    }
    html! {
        li {
            @if waiting { strong { (a.name) } }
            @else { a href={ "/sign-in?" (web::Fields(query).encode()) } { (a.name) } }
            span.who-role {
                (t.pick(&a.role_pl, &a.role_en))
                @if own_password { " " (Code::new(a.password.as_str())) }
            }
        }
    }
}

fn code_view(req: &Req, email: &str, step: &str, carried: &Carried, fault: Option<&Fault>) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let errors = Errors::new(t, fault);
    let secret = demo::shown(&req.app).iter().find(|a| a.login == email).and_then(|a| a.totp_secret.as_deref());
    let shown = secret.and_then(|s| totp::code_at(s, req.ctx.now).ok());
    let form = carried.along(Form::post("/sign-in").hidden("step", step).hidden("email", email)).body(html! {
        (Field::text(lang, "code", t.s(msg::IDENTITY_CODE)).hint(t.s(msg::IDENTITY_CODE_HINT))
            .autocomplete("one-time-code").spellcheck(false).width(ui::Width::W12).autofocus().required()
            .error(errors.at("code")))
        (ButtonGroup::new().add(Button::submit(t.s(msg::IDENTITY_SIGN_IN)))
            .add(Button::link(t.s(msg::IDENTITY_CODE_BACK), towards("/sign-in", &carried.next)).quiet()))
    });
    bare(req, "identity.sign_in", msg::IDENTITY_CODE_TITLE)
        .path("/sign-in")
        .lead(t.s(msg::IDENTITY_CODE_LEAD))
        .body(html! {
            (errors.summary())
            @if let Some(code) = shown { (Notice::info(t.f(msg::IDENTITY_DEMO_CODE, &[("code", code.into())]))) }
            (form)
        })
        .render()
}
