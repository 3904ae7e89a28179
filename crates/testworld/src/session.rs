//! Sessions without signing in.

use axum::{
    body::Body,
    http::{Request, header},
};
use kernel::{
    Actor, Ctx, Lang,
    ids::{ApiTokenId, PersonId, SessionId},
};
use offices::Desk;
use testkit::{Answer, Browser};
use web::{App, BoxFut, SignedIn};

/// A session whose cookie, and a token that, is the person's identifier.
pub(crate) struct ById;

impl web::Authenticate for ById {
    fn session<'a>(
        &'a self,
        app: &'a App,
        _: &'a Ctx,
        cookie: &'a str,
    ) -> BoxFut<'a, kernel::Result<Option<SignedIn>>> {
        Box::pin(async move {
            let Ok(id) = cookie.parse::<PersonId>() else { return Ok(None) };
            let person = app.db.read(move |c| Box::pin(async move { identity::person(c, id).await })).await?;
            Ok(Some(SignedIn {
                person: id,
                session: SessionId(id.0),
                name: person.name(),
                email: person.email,
                operator: false,
                lang: Lang::Pl,
            }))
        })
    }
    fn token<'a>(&'a self, _: &'a App, _: &'a Ctx, token: &'a str) -> BoxFut<'a, kernel::Result<Option<Actor>>> {
        Box::pin(async move {
            let Ok(person) = token.parse::<PersonId>() else { return Ok(None) };
            Ok(Some(Actor::Token {
                id: ApiTokenId(person.0),
                name: "próba".into(),
                holder: "próba".into(),
                person,
                office: None,
                scopes: vec!["cases:read".into(), "cases:write".into()],
            }))
        })
    }
    fn sign_in_page(&self, _: &web::Req, _: &web::Resume) -> maud::Markup {
        maud::html! { "sign-in" }
    }
}

/// A request as somebody.
pub async fn ask(browser: &Browser, who: &Desk, method: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    let owned = fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::COOKIE, format!("szpon_session={}", who.member.person))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    browser.send(request, Body::from(web::Fields(owned).encode())).await
}
