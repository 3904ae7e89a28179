//! The screens, one a file, and what they share.

pub(crate) mod data;
pub(crate) mod delete;
pub(crate) mod email;
pub(crate) mod export;
pub(crate) mod overview;
pub(crate) mod password;
pub(crate) mod register;
pub(crate) mod reset;
pub(crate) mod resumed;
pub(crate) mod sessions;
pub(crate) mod sign_in;
pub(crate) mod tokens;
pub(crate) mod two_step;
pub(crate) mod verify;

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use i18n::T;
use kernel::{Fault, FaultKind, Result, ids::PersonId};
use maud::{Markup, Render};
use ui::{Area, ErrorSummary, Field, Icon, NavItem, Page};
use web::{App, Fields, Problem, Req};

use crate::{PersonRow, msg};

/// A page that is one task: signing in, a link from an e-mail.
pub(crate) fn bare(req: &Req, screen: &'static str, title: &'static str) -> Page {
    req.page(screen, req.t.s(title)).area(Area::Bare).narrow()
}

/// A page of one's own account, as wide as text is read.
pub(crate) fn mine(req: &Req, screen: &'static str, title: &'static str) -> Page {
    wide(req, screen, title).narrow()
}

/// A page of one's own account with a table.
pub(crate) fn wide(req: &Req, screen: &'static str, title: &'static str) -> Page {
    let t = req.t;
    let item = |name: &'static str, path: &'static str, icon: Icon, key: &'static str| {
        NavItem::new(path, t.s(key)).icon(icon).current(name == screen)
    };
    let page = req.page(screen, t.s(title)).area(Area::My).nav(vec![
        NavItem::new("/my", t.s(web::msg::PAGE_MY)).icon(Icon::Folder),
        item("identity.account", "/my/account", Icon::Person, msg::IDENTITY_ACCOUNT).group(t.s(web::msg::PAGE_ACCOUNT)),
        item("identity.data", "/my/account/data", Icon::Edit, msg::IDENTITY_DATA),
        item("identity.email", "/my/account/email", Icon::Mail, msg::IDENTITY_EMAIL),
        item("identity.password", "/my/account/password", Icon::Lock, msg::IDENTITY_PASSWORD),
        item("identity.two_step", "/my/account/two-step", Icon::Phone, msg::IDENTITY_TWO_STEP),
        item("identity.sessions", "/my/account/sessions", Icon::Shield, msg::IDENTITY_SESSIONS),
        item("identity.tokens", "/my/account/tokens", Icon::Key, msg::IDENTITY_TOKENS),
        item("identity.export", "/my/account/export", Icon::Download, msg::IDENTITY_EXPORT),
        item("identity.delete", "/my/account/delete", Icon::Trash, msg::IDENTITY_DELETE),
    ]);
    if screen == "identity.account" {
        page
    } else {
        page.crumb(t.s(msg::IDENTITY_ACCOUNT), "/my/account").here(t.s(title))
    }
}

/// The faults of a form, told at its fields and in a summary.
#[derive(Clone, Copy)]
pub(crate) struct Errors<'a> {
    t: T,
    fault: Option<&'a Fault>,
}

impl<'a> Errors<'a> {
    pub fn new(t: T, fault: Option<&'a Fault>) -> Self {
        Self { t, fault }
    }
    /// What is wrong at a field.
    pub fn at(&self, field: &str) -> Option<String> {
        let found = self.fault?.fields.iter().find(|f| f.field == field)?;
        Some(self.t.args(found.key, &found.args))
    }
    /// The summary above the form; nothing when all is well.
    pub fn summary(&self) -> Markup {
        let mut summary = ErrorSummary::new(self.t.lang());
        if let Some(fault) = self.fault {
            if fault.fields.is_empty() {
                summary = summary.title(self.t.s(msg::IDENTITY_NOT_DONE)).form(self.t.fault(fault));
            }
            for field in &fault.fields {
                let text = self.t.args(field.key, &field.args);
                let text = label(&field.field).map_or_else(|| text.clone(), |key| format!("{}: {text}", self.t.s(key)));
                summary = summary.field(&field.field, text);
            }
        }
        summary.render()
    }
}

/// The key of a field's label, so that the summary says which field it means.
fn label(field: &str) -> Option<&'static str> {
    Some(match field {
        "given_name" => msg::IDENTITY_GIVEN_NAME,
        "family_name" => msg::IDENTITY_FAMILY_NAME,
        "email" => msg::IDENTITY_EMAIL_LABEL,
        "password" => msg::IDENTITY_PASSWORD,
        "current_password" => msg::IDENTITY_PASSWORD_CURRENT,
        "code" => msg::IDENTITY_CODE,
        "name" => msg::IDENTITY_TOKEN_NAME,
        _ => return None,
    })
}

/// The fault, when the form can be shown again with it; else it goes on as a page of its own.
pub(crate) fn retry(fault: Fault) -> Result<Fault, Problem> {
    if matches!(fault.kind, FaultKind::Invalid | FaultKind::TooMany) { Ok(fault) } else { Err(Problem(fault)) }
}

/// The form shown again.
pub(crate) fn again(fault: &Fault, page: Markup) -> Response {
    let status = match fault.kind {
        FaultKind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        FaultKind::Conflict => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    (status, page).into_response()
}

/// A page with something shown once: no copy of it stays in the browser.
pub(crate) fn once(page: Markup) -> Response {
    let mut response = page.into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The person of a session, anew from the database.
pub(crate) async fn me(app: &App, id: PersonId) -> Result<PersonRow> {
    app.db.read(move |c| Box::pin(async move { crate::person(c, id).await })).await
}

/// The field that asks for the password again.
pub(crate) fn password_again(t: T, errors: Errors<'_>) -> Field {
    Field::password(t.lang(), "current_password", t.s(msg::IDENTITY_PASSWORD_CURRENT))
        .hint(t.s(msg::IDENTITY_PASSWORD_CURRENT_WHY))
        .required()
        .error(errors.at("current_password"))
}

/// The field for a new password.
pub(crate) fn new_password(t: T, label: &'static str, errors: Errors<'_>) -> Field {
    Field::password(t.lang(), "password", t.s(label))
        .hint(t.f(msg::IDENTITY_PASSWORD_HINT, &[("min", crate::password::SHORTEST.into())]))
        .autocomplete("new-password")
        .required()
        .error(errors.at("password"))
}

/// A path within this installation, or nothing: never another site, never a way to sign in or out again.
pub(crate) fn local(path: &str) -> Option<&str> {
    let safe = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.chars().any(char::is_control)
        && path.len() <= 2000;
    let start = path.split(['?', '#']).next().unwrap_or_default();
    (safe && !matches!(start, "/sign-in" | "/sign-out")).then_some(path)
}

/// The address of a page of this subject that remembers where the person was going; without it when that is nowhere.
pub(crate) fn towards(page: &str, next: &str) -> String {
    match local(next) {
        Some(next) => format!("{page}?{}", Fields(vec![("next".to_owned(), next.to_owned())]).encode()),
        None => page.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_installation_are_followed() {
        for good in ["/", "/my", "/desk/lipowa/cases?q=1", "/sign-in-help"] {
            assert_eq!(local(good), Some(good));
        }
        for bad in [
            "",
            "my",
            "//zlo.pl",
            "/\\zlo.pl",
            "https://zlo.pl",
            "/a\r\nb",
            "/sign-in?next=/",
            "/sign-out",
            "javascript:1",
        ] {
            assert_eq!(local(bad), None, "{bad:?}");
            assert_eq!(towards("/register", bad), "/register");
        }
    }

    #[test]
    fn where_one_was_going_stands_in_the_query() {
        assert_eq!(towards("/register", "/learn/a?q=1&b=2"), "/register?next=%2Flearn%2Fa%3Fq%3D1%26b%3D2");
    }
}
