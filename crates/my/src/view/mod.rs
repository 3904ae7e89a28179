//! What the pages show. One view of a case for both ways to it.

pub(crate) mod case;
pub(crate) mod forms;
pub(crate) mod history;
pub(crate) mod letters;
pub(crate) mod path;
pub(crate) mod submission;
pub(crate) mod talk;
pub(crate) mod term;

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use ui::{Area, Icon, NavItem, Page};
use web::Req;

use crate::{access::Way, msg};

/// A page among a person's own.
pub(crate) fn mine(req: &Req, screen: &'static str, title: impl Into<String>) -> Page {
    let t = req.t;
    let here = |name: &str| screen == name;
    req.page(screen, title).area(Area::My).nav(vec![
        NavItem::new("/my", t.s(web::msg::PAGE_MY)).icon(Icon::Folder).current(here("my.home") || here("my.case")),
        NavItem::new("/my/submissions", t.s(msg::MY_SENT))
            .icon(Icon::Send)
            .current(here("my.submissions") || here("my.submission")),
        NavItem::new("/learn/certificates", t.s(msg::MY_CERTIFICATES)).icon(Icon::Stamp),
        NavItem::new("/my/account", t.s(web::msg::PAGE_ACCOUNT)).icon(Icon::Person),
    ])
}

/// A page for the way the reader came.
pub(crate) fn page(req: &Req, way: &Way, screen: &'static str, title: impl Into<String>) -> Page {
    match way {
        Way::Account(_) | Way::Sent(_) => mine(req, screen, title),
        Way::Secret(_) => req.page(screen, title).area(Area::Bare),
    }
}

/// An answer with the headers its way asks for: a secret in an address is found by no search engine, told to no other
/// site and left in no cache.
pub(crate) fn guarded(way: &Way, answer: impl IntoResponse) -> Response {
    let mut response = answer.into_response();
    if way.secret().is_some() {
        secretly(&mut response);
    }
    response
}

/// The headers of pages below `/s/`.
pub(crate) fn secretly(response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
}
