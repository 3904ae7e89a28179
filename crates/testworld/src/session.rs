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

/// Sessions and tokens that name a person by identifier: the cookie `ID`, or `ID+` for the operator; the token `ID`, or
/// `ID,SCOPE,SCOPE` for other scopes than those of reading and writing cases and reading courses.
pub struct ById;

impl web::Authenticate for ById {
    fn session<'a>(
        &'a self,
        app: &'a App,
        _: &'a Ctx,
        cookie: &'a str,
    ) -> BoxFut<'a, kernel::Result<Option<SignedIn>>> {
        Box::pin(async move {
            let Ok(id) = cookie.trim_end_matches('+').parse::<PersonId>() else { return Ok(None) };
            let person = app.db.read(move |c| Box::pin(async move { identity::person(c, id).await })).await?;
            Ok(Some(SignedIn {
                person: id,
                session: SessionId(id.0),
                name: person.name(),
                email: person.email,
                operator: person.operator || cookie.ends_with('+'),
                lang: Lang::Pl,
            }))
        })
    }
    fn token<'a>(&'a self, _: &'a App, _: &'a Ctx, token: &'a str) -> BoxFut<'a, kernel::Result<Option<Actor>>> {
        Box::pin(async move {
            let (id, scopes) = token.split_once(',').unwrap_or((token, "cases:read,cases:write,courses:read"));
            let Ok(person) = id.parse::<PersonId>() else { return Ok(None) };
            Ok(Some(Actor::Token {
                id: ApiTokenId(person.0),
                name: "próba".into(),
                holder: "próba".into(),
                person,
                office: None,
                scopes: scopes.split(',').map(str::to_owned).collect(),
            }))
        })
    }
    fn sign_in_page(&self, _: &web::Req, _: &web::Resume) -> maud::Markup {
        maud::html! { "sign-in" }
    }
}

/// A page as somebody.
pub async fn get(browser: &Browser, who: PersonId, path: &str) -> Answer {
    send(browser, who, "GET", path, &[]).await
}

/// A form as somebody.
pub async fn post(browser: &Browser, who: PersonId, path: &str, fields: &[(&str, &str)]) -> Answer {
    send(browser, who, "POST", path, fields).await
}

async fn send(browser: &Browser, who: PersonId, method: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    let owned = fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::COOKIE, format!("szpon_session={who}"))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    browser.send(request, Body::from(web::Fields(owned).encode())).await
}

/// A request as somebody at a desk.
pub async fn ask(browser: &Browser, who: &Desk, method: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    send(browser, who.member.person, method, path, fields).await
}

/// The value of a hidden field of a page.
///
/// # Panics
/// When there is none of that name.
#[must_use]
pub fn hidden(page: &Answer, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let rest = page.text.split(&mark).nth(1).unwrap_or_else(|| panic!("no {name} in {}", words(page)));
    rest.split('"').next().unwrap_or_default().to_owned()
}

/// The words of a page without its tags.
#[must_use]
pub fn words(page: &Answer) -> String {
    let mut text = String::new();
    let mut tag = false;
    for c in page.text.chars() {
        match c {
            '<' => tag = true,
            '>' => {
                tag = false;
                text.push(' ');
            }
            c if !tag => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
