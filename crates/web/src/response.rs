//! Leading on to another page, with a message for it.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use i18n::T;
use ui::Notice;

use crate::req::FLASH;

/// How a message sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It worked.
    Success,
    /// Something to know.
    Info,
    /// Something to mind.
    Warning,
}

impl Tone {
    pub(crate) fn read(cookie: &str) -> Option<(Tone, String)> {
        let (tone, key) = cookie.split_once('.')?;
        let tone = match tone {
            "s" => Tone::Success,
            "i" => Tone::Info,
            "w" => Tone::Warning,
            _ => return None,
        };
        Some((tone, key.to_owned()))
    }
    fn letter(self) -> char {
        match self {
            Tone::Success => 's',
            Tone::Info => 'i',
            Tone::Warning => 'w',
        }
    }
    pub(crate) fn notice(self, t: T, key: &str) -> Notice {
        // The cookie comes from the browser: only a key that exists is shown.
        let text = if t.has(key) { t.s(key) } else { String::new() };
        match self {
            Tone::Success => Notice::success(text),
            Tone::Info => Notice::info(text),
            Tone::Warning => Notice::warning(text),
        }
    }
}

/// Percent-encodes a text for use in a query.
pub(crate) fn encode(text: &str) -> String {
    serde_urlencoded::to_string([("", text)]).map(|s| s.trim_start_matches('=').to_owned()).unwrap_or_default()
}

/// Leads to another page after a change: 303, so that reloading does not send again.
#[derive(Debug, Clone)]
pub struct Redirect {
    to: String,
    secure: bool,
    cookies: Vec<String>,
}

impl Redirect {
    pub(crate) fn to(to: String, secure: bool) -> Self {
        // Only within this installation: a path, never `//host` or a scheme.
        let safe = to.starts_with('/') && !to.starts_with("//") && !to.contains('\\');
        Self { to: if safe { to } else { "/".into() }, secure, cookies: Vec::new() }
    }
    /// Leaves a success message, by its key, for the next page.
    #[must_use]
    pub fn flash(self, key: &'static str) -> Self {
        self.message(Tone::Success, key)
    }
    /// Leaves a message of any tone for the next page.
    #[must_use]
    pub fn message(mut self, tone: Tone, key: &'static str) -> Self {
        self.cookies.push(format!("{FLASH}={}.{key}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax", tone.letter()));
        self
    }
    /// Sets a cookie for the whole site, kept so many seconds (0 removes it), out of reach of scripts.
    #[must_use]
    pub fn cookie(mut self, name: &str, value: &str, max_age: i64) -> Self {
        let secure = if self.secure { "; Secure" } else { "" };
        self.cookies.push(format!("{name}={value}; Path=/; Max-Age={max_age}; HttpOnly; SameSite=Lax{secure}"));
        self
    }
    /// Puts the session's secret into its cookie; an empty one ends it.
    #[must_use]
    pub fn session(self, secret: &str, max_age: i64) -> Self {
        self.cookie(crate::req::SESSION, secret, max_age)
    }
}

impl IntoResponse for Redirect {
    fn into_response(self) -> Response {
        let mut response = StatusCode::SEE_OTHER.into_response();
        if let Ok(location) = HeaderValue::try_from(self.to) {
            response.headers_mut().insert(header::LOCATION, location);
        }
        for cookie in self.cookies {
            if let Ok(value) = HeaderValue::try_from(cookie) {
                response.headers_mut().append(header::SET_COOKIE, value);
            }
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_never_leads_out_of_the_installation(to in "(/|//|\\\\|https?:|javascript:)?[\\PC]{0,40}") {
            let response = Redirect::to(to, true).into_response();
            let location = response.headers().get(header::LOCATION).map(|v| v.as_bytes().to_vec());
            prop_assert!(location.is_none_or(|l| l.starts_with(b"/") && !l.starts_with(b"//") && !l.contains(&b'\\')));
        }
    }
}
