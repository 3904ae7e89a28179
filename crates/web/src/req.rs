//! A request with its reader.

use axum::{
    extract::{FromRequestParts, OriginalUri},
    http::{HeaderMap, header, request::Parts},
};
use i18n::T;
use kernel::{Actor, Ctx, Fault, Lang, ids::PersonId};
use ui::{Notice, Prefs, UserChip};

use crate::{
    App, Fields, Problem, Redirect, SignedIn, Tone, msg,
    once::{LONGEST_KEY, short_enough},
    response,
};

/// The name of the cookie that holds the session.
pub(crate) const SESSION: &str = "szpon_session";
/// The name of the cookie that holds language and display.
pub(crate) const PREFS: &str = "szpon_prefs";
/// The name of the cookie that holds one message for the next page.
pub(crate) const FLASH: &str = "szpon_flash";

/// A request: the application, who asks, in which language, with what display, from which path.
#[derive(Clone)]
pub struct Req {
    /// The application.
    pub app: App,
    /// The context of the operation.
    pub ctx: Ctx,
    /// Texts in the reader's language.
    pub t: T,
    /// The reader's display.
    pub prefs: Prefs,
    /// The path and query as asked for.
    pub path: String,
    /// The fields of the query.
    pub query: Fields,
    /// The person signed in by cookie.
    pub signed_in: Option<SignedIn>,
    /// Whether a script asked for a fragment (`X-Requested-With: fetch`).
    pub fragment: bool,
    /// The browser as it names itself, at most 300 bytes.
    pub user_agent: String,
    idempotency_key: Option<String>,
    flash: Option<(Tone, String)>,
}

impl Req {
    /// The language.
    pub fn lang(&self) -> Lang {
        self.t.lang()
    }

    /// The person asking.
    ///
    /// # Errors
    /// `SignIn` when nobody is signed in.
    pub fn person(&self) -> Result<PersonId, Fault> {
        self.ctx.actor.person().ok_or_else(Fault::sign_in)
    }

    /// The person signed in by cookie, for screens of one's own account.
    ///
    /// # Errors
    /// `SignIn` when nobody is.
    pub fn signed_in(&self) -> Result<&SignedIn, Fault> {
        self.signed_in.as_ref().ok_or_else(Fault::sign_in)
    }

    /// Makes sure the operator asks; for others the page does not exist.
    ///
    /// # Errors
    /// `SignIn` for strangers, `NotFound` for others.
    pub fn operator(&self) -> Result<(), Fault> {
        match &self.ctx.actor {
            actor if actor.is_operator() => Ok(()),
            Actor::Stranger => Err(Fault::sign_in()),
            _ => Err(Fault::not_found()),
        }
    }

    /// Makes sure that a token, if one asks, has this scope; people signed in by cookie have all of their own rights.
    ///
    /// # Errors
    /// `SignIn` for strangers, `Forbidden` for a token without the scope.
    pub fn scope(&self, scope: &str) -> Result<(), Fault> {
        match &self.ctx.actor {
            Actor::Token { scopes, .. } if !scopes.iter().any(|s| s == scope) => {
                Err(Fault::new(kernel::FaultKind::Forbidden, msg::FAULT_FORBIDDEN))
            }
            Actor::Stranger => Err(Fault::sign_in()),
            _ => Ok(()),
        }
    }

    /// The value of `Idempotency-Key`, if sent.
    ///
    /// # Errors
    /// `Invalid` when it is longer than the API says ([`LONGEST_KEY`](crate::LONGEST_KEY)).
    pub fn idempotency_key(&self) -> kernel::Result<Option<&str>> {
        self.idempotency_key.as_deref().map(|key| short_enough(key).map(|()| key)).transpose()
    }
    /// A fresh key for a form that must not be done twice: `Form::once(req.once())`.
    pub fn once(&self) -> String {
        self.ctx.new_id::<uuid::Uuid>().simple().to_string()
    }

    /// Leads to another page after a change (303).
    pub fn redirect(&self, to: impl std::fmt::Display) -> Redirect {
        Redirect::to(to.to_string(), self.app.settings.secure())
    }

    /// The message left by the page before, if there is one.
    pub fn flash(&self) -> Option<Notice> {
        self.flash.as_ref().map(|(tone, key)| tone.notice(self.t, key))
    }

    /// A page of a screen, with the reader, the display and the message from before filled in.
    pub fn page(&self, screen: &'static str, title: impl Into<String>) -> ui::Page {
        tracing::Span::current().record("screen", screen);
        let t = self.t;
        let mut page = ui::Page::new(screen, title, t.lang())
            .prefs(self.prefs)
            .path(self.path.clone())
            .version(env!("CARGO_PKG_VERSION"))
            .flashes(self.flash())
            .footer_link(t.s(msg::PAGE_HELP), "/help");
        match &self.signed_in {
            Some(user) => {
                let mut chip = UserChip::new(user.name.clone())
                    .note(user.email.clone())
                    .link(t.s(msg::PAGE_DESK), "/desk")
                    .link(t.s(msg::PAGE_MY), "/my")
                    .link(t.s(msg::PAGE_LEARN), "/learn")
                    .link(t.s(msg::PAGE_ACCOUNT), "/my/account");
                if user.operator {
                    chip = chip.link(t.s(msg::PAGE_OPERATOR), "/operator");
                }
                page = page.user(Some(chip.sign_out(t.s(msg::PAGE_SIGN_OUT), "/sign-out")));
            }
            None => page = page.sign_in(format!("/sign-in?next={}", response::encode(&self.path))),
        }
        page
    }
}

/// The value of a cookie.
pub(crate) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(n, v)| (n == name).then_some(v))
}

/// Language and display: from the cookie, else from `Accept-Language`, else Polish.
pub(crate) fn preferences(headers: &HeaderMap) -> (Option<Lang>, Lang, Prefs) {
    let stored = cookie(headers, PREFS).unwrap_or_default();
    let (code, rest) = stored.split_once('.').unwrap_or(("", stored));
    let chosen = Lang::parse(code);
    let asked = || {
        let wanted = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        wanted.split(',').find_map(|part| Lang::parse(part.trim()))
    };
    (chosen, chosen.or_else(asked).unwrap_or_default(), Prefs::parse(rest))
}

fn remote(parts: &Parts, app: &App) -> Option<String> {
    if app.settings.trust_proxy
        && let Some(list) = parts.headers.get("x-forwarded-for").and_then(|v| v.to_str().ok())
    {
        return list.split(',').next_back().map(|a| a.trim().chars().take(64).collect());
    }
    parts.extensions.get::<axum::extract::ConnectInfo<std::net::SocketAddr>>().map(|c| c.0.ip().to_string())
}

impl FromRequestParts<App> for Req {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let (chosen, mut lang, prefs) = preferences(&parts.headers);
        let mut ctx = app.ctx(Actor::Stranger, lang);
        ctx.remote = remote(parts, app);
        let mut signed_in = None;
        // A token has scopes, and only the API asks for them: on pages it is nobody's.
        let whole = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |o| &o.0);
        let api = whole.path().starts_with("/api/");
        let bearer = parts.headers.get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()).filter(|_| api);
        let token = bearer.and_then(|v| v.split_once(' ')).filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
        if let Some((_, token)) = token {
            ctx.actor = app.auth.token(app, &ctx, token.trim()).await?.ok_or_else(Fault::sign_in)?;
        } else if let Some(secret) = cookie(&parts.headers, SESSION) {
            signed_in = app.auth.session(app, &ctx, secret).await?;
            if let Some(user) = &signed_in {
                ctx.actor = Actor::Person { id: user.person, name: user.name.clone(), operator: user.operator };
                lang = chosen.unwrap_or(user.lang);
            }
        }
        ctx.lang = lang;
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |o| &o.0);
        let path = uri.path_and_query().map_or_else(|| uri.path().to_owned(), ToString::to_string);
        let query = Fields::parse(uri.query().unwrap_or_default().as_bytes());
        let header = |name: &str, max: usize| {
            parts.headers.get(name).and_then(|v| v.to_str().ok()).map(|v| v.chars().take(max).collect::<String>())
        };
        Ok(Self {
            app: app.clone(),
            t: T(lang),
            prefs,
            query,
            signed_in,
            fragment: header("x-requested-with", 16).is_some_and(|v| v == "fetch"),
            user_agent: header("user-agent", 300).unwrap_or_default(),
            idempotency_key: header("idempotency-key", LONGEST_KEY + 1),
            flash: cookie(&parts.headers, FLASH).and_then(Tone::read),
            path,
            ctx,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_cookie_makes_it_panic(
            line in prop::collection::vec(any::<u8>(), 0..120),
            known in "(szpon_prefs|szpon_flash|szpon_session)=[\\PC;=.]{0,40}",
            wanted in "[a-zA-Z,;q=. *\\-ąż]{0,40}",
        ) {
            let mut headers = HeaderMap::new();
            for bytes in [line, known.into_bytes()] {
                if let Ok(value) = HeaderValue::from_bytes(&bytes) {
                    headers.append(header::COOKIE, value);
                }
            }
            if let Ok(value) = HeaderValue::from_bytes(wanted.as_bytes()) {
                headers.insert(header::ACCEPT_LANGUAGE, value);
            }
            let (chosen, lang, _) = preferences(&headers);
            prop_assert!(chosen.is_none_or(|chosen| chosen == lang));
            if let Some((tone, key)) = cookie(&headers, FLASH).and_then(Tone::read) {
                // A key that is no message shows nothing.
                let _ = tone.notice(T(lang), &key);
            }
        }
    }

    #[test]
    fn the_first_cookie_of_a_name_counts_and_a_name_is_whole() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("xszpon_session=no; szpon_session=a; szpon_session=b"));
        assert_eq!(cookie(&headers, SESSION), Some("a"));
        assert_eq!(cookie(&headers, "szpon"), None);
    }
}
