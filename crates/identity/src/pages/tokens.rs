//! Tokens of the JSON API.

use axum::response::IntoResponse as _;
use kernel::{Fault, Result, ids::OfficeId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Choice, Code, Column, Confirm, Empty, Field, Form, Icon, Notice, Row, Section, Table, Tag, Tone};
use web::{Answer, FormData, Req, TypedPath};

use super::{Errors, again, mine, once, password_again, retry, wide};
use crate::{
    msg, sign_in,
    tokens::{self, SCOPES, TokenRow},
};

/// `/my/account/tokens`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/my/account/tokens")]
pub(crate) struct TokensPath;

/// How long a token may live, in days.
const LIVES: [i64; 3] = [30, 90, 365];

/// A person's tokens, and the offices one may be limited to.
type Own = (Vec<TokenRow>, Vec<(OfficeId, String)>);

pub(crate) async fn show(_: TokensPath, req: Req) -> Answer<Markup> {
    let own = own(&req).await?;
    Ok(view(&req, &own, &FormData::default(), None))
}

async fn own(req: &Req) -> Result<Own> {
    let (id, ctx) = (req.signed_in()?.person, req.ctx.clone());
    req.app
        .db
        .read(move |c| {
            Box::pin(async move { Ok((tokens::list(c, &ctx, id).await?, tokens::offices_of(c, &ctx, id).await?)) })
        })
        .await
}

pub(crate) async fn send(_: TokensPath, req: Req, form: FormData) -> Answer {
    let id = req.signed_in()?.person;
    if let Some(token) = form.parsed("end") {
        let ctx = req.ctx.clone();
        req.app.db.write(move |c| Box::pin(async move { tokens::end(c, &ctx, id, token).await })).await?;
        return Ok(req.redirect("/my/account/tokens").flash(msg::IDENTITY_TOKEN_ENDED).into_response());
    }
    let own = own(&req).await?;
    match create(&req, &own, &form).await {
        Ok(secret) => Ok(once(created(&req, &secret))),
        Err(fault) => {
            let fault = retry(fault)?;
            Ok(again(&fault, view(&req, &own, &form, Some(&fault))))
        }
    }
}

async fn create(req: &Req, own: &Own, form: &FormData) -> Result<String> {
    let id = req.signed_in()?.person;
    let office = match form.some("office") {
        None => None,
        Some(text) => {
            let chosen: Option<OfficeId> = text.parse().ok();
            let known = chosen.filter(|o| own.1.iter().any(|(id, _)| id == o));
            Some(known.ok_or_else(|| Fault::field("office", web::msg::FIELD_CHOICE))?)
        }
    };
    let days = form.parsed::<i64>("expires").filter(|d| LIVES.contains(d));
    let days = days.ok_or_else(|| Fault::field("expires", web::msg::FIELD_CHOICE))?;
    sign_in::confirm_password(&req.app, &req.ctx, id, form.raw("current_password").unwrap_or_default()).await?;
    let (ctx, name) = (req.ctx.clone(), form.get("name").to_owned());
    let scopes: Vec<String> = form.all("scopes").map(str::to_owned).collect();
    let expires = req.ctx.now.plus_days(days);
    req.app
        .db
        .write(move |c| {
            Box::pin(async move { tokens::create(c, &ctx, id, office, &name, scopes, Some(expires)).await })
        })
        .await
}

fn view(req: &Req, own: &Own, form: &FormData, fault: Option<&Fault>) -> Markup {
    let t = req.t;
    let errors = Errors::new(t, fault);
    wide(req, "identity.tokens", msg::IDENTITY_TOKENS)
        .lead(t.s(msg::IDENTITY_TOKENS_LEAD))
        .body(html! {
            (errors.summary())
            (list(req, own))
            (Section::new(t.s(msg::IDENTITY_TOKEN_NEW)).body(new_form(req, own, form, errors)))
        })
        .render()
}

fn list(req: &Req, own: &Own) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let office = |id: OfficeId| own.1.iter().find(|(o, _)| *o == id).map_or_else(|| id.to_string(), |(_, n)| n.clone());
    let row = |token: &TokenRow| {
        let end = Confirm::new(
            lang,
            format!("end-{}", token.id),
            t.s(msg::IDENTITY_TOKEN_END),
            t.f(msg::IDENTITY_TOKEN_END_ASK, &[("name", token.name.as_str().into())]),
            Form::post("/my/account/tokens")
                .hidden("end", token.id.to_string())
                .body(Button::submit(t.s(msg::IDENTITY_TOKEN_END)).danger()),
        )
        .text(t.s(msg::IDENTITY_TOKEN_END_TEXT))
        .small();
        Row::new([
            html! {
                (token.name)
                @if token.expired(req.ctx.now) { " " (Tag::new(t.s(msg::IDENTITY_TOKEN_EXPIRED)).tone(Tone::Warning)) }
            },
            html! {
                ul.plain role="list" { @for scope in &token.scopes.0 { li { (scope_in_words(t, scope)) } } }
                @if let Some(id) = token.office { p.hint { (t.f(msg::IDENTITY_TOKEN_ONLY, &[("office", office(id).into())])) } }
            },
            html! {
                @match token.expires { Some(at) => (ui::date(lang, at.warsaw_date())), None => (t.s(msg::IDENTITY_TOKEN_NEVER)) }
            },
            html! {
                @match token.used {
                    Some(at) => (ui::date_time(lang, at.timestamp())),
                    None => (t.s(msg::IDENTITY_TOKEN_UNUSED)),
                }
            },
            html! { (end) },
        ])
    };
    html! {
        (Table::new(t.s(msg::IDENTITY_TOKENS))
            .column(Column::new(t.s(msg::IDENTITY_TOKEN_NAME)))
            .column(Column::new(t.s(msg::IDENTITY_TOKEN_MAY)))
            .column(Column::new(t.s(msg::IDENTITY_TOKEN_UNTIL)))
            .column(Column::new(t.s(msg::IDENTITY_TOKEN_USED)))
            .column(Column::new(t.s(msg::IDENTITY_TOKEN_END)).hide_label().tight())
            .rows(own.0.iter().map(row))
            .empty(Empty::new(Icon::Key, t.s(msg::IDENTITY_TOKENS_NONE)).text(t.s(msg::IDENTITY_TOKENS_NONE_TEXT))))
    }
}

/// What a scope allows, in words; one this program no longer knows stands as it is.
fn scope_in_words(t: i18n::T, scope: &str) -> String {
    SCOPES.iter().find(|(known, _)| *known == scope).map_or_else(|| scope.to_owned(), |(_, key)| t.s(key))
}

fn new_form(req: &Req, own: &Own, form: &FormData, errors: Errors<'_>) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let scopes = SCOPES.iter().map(|(scope, key)| Choice::new(*scope, t.s(key)).hint(t.s(&format!("{key}-hint"))));
    let offices = own.1.iter().map(|(id, name)| Choice::new(id.to_string(), name.as_str()));
    let lives = LIVES.map(|d| Choice::new(d.to_string(), t.f(msg::IDENTITY_TOKEN_DAYS, &[("days", d.into())])));
    html! {
        (Form::post("/my/account/tokens").body(html! {
            (Field::text(lang, "name", t.s(msg::IDENTITY_TOKEN_NAME)).hint(t.s(msg::IDENTITY_TOKEN_NAME_HINT))
                .maxlength(80).value(form.get("name")).required().error(errors.at("name")))
            (Field::checkboxes(lang, "scopes", t.s(msg::IDENTITY_TOKEN_SCOPES)).choices(scopes)
                .values(form.all("scopes")).required().error(errors.at("scopes")))
            @if !own.1.is_empty() {
                (Field::select(lang, "office", t.s(msg::IDENTITY_TOKEN_OFFICE)).hint(t.s(msg::IDENTITY_TOKEN_OFFICE_HINT))
                    .choices(offices).value(form.get("office")).error(errors.at("office")))
            }
            (Field::radios(lang, "expires", t.s(msg::IDENTITY_TOKEN_LIFE)).choices(lives)
                .value(form.some("expires").unwrap_or("90")).required().error(errors.at("expires")))
            (password_again(t, errors))
            (Button::submit(t.s(msg::IDENTITY_TOKEN_CREATE)))
        }))
    }
}

fn created(req: &Req, secret: &str) -> Markup {
    let t = req.t;
    mine(req, "identity.tokens", msg::IDENTITY_TOKEN_CREATED)
        .path("/my/account/tokens")
        .body(html! {
            (Notice::warning(t.s(msg::IDENTITY_TOKEN_ONCE)))
            (Code::new(secret).copy(req.lang()).block())
            p { (t.s(msg::IDENTITY_TOKEN_HOW)) }
            (Code::new(format!("Authorization: Bearer {secret}")).block())
            (Button::link(t.s(msg::IDENTITY_TOKEN_DONE), "/my/account/tokens"))
        })
        .render()
}
