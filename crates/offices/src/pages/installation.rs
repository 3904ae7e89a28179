//! Pages of the whole installation: accessibility, privacy, about, help.

use maud::{Markup, html};
use serde::Deserialize;
use ui::{Area, Button, ButtonGroup, Icon, Page, Reveal, Section};
use web::{Answer, Req, TypedPath};

use crate::msg;

/// `/accessibility`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/accessibility")]
pub struct AccessibilityPath;

/// `/privacy`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/privacy")]
pub struct PrivacyPath;

/// `/about`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/about")]
pub struct AboutPath;

/// `/help`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/help")]
pub struct HelpPath;

fn page(req: &Req, screen: &'static str, title: &str) -> Page {
    let title = req.t.s(title);
    req.page(screen, title.clone()).area(Area::Start).crumb(req.t.s(msg::OFFICES_START_TITLE), "/").here(title).narrow()
}

fn sections(req: &Req, parts: &[(&str, &str)]) -> Markup {
    html! {
        @for (title, text) in parts {
            (Section::new(req.t.s(title)).body(html! {
                @for line in req.t.s(text).lines() { p { (line) } }
            }))
        }
    }
}

/// The accessibility statement of the installation.
pub async fn accessibility(_: AccessibilityPath, req: Req) -> Answer<Markup> {
    let body = html! {
        p { (req.t.f(msg::OFFICES_INSTALLATION_ACCESS_LEAD, &[("site", req.app.settings.public_url.as_str().into())])) }
        (sections(&req, &[
            (msg::OFFICES_STATEMENT_STATE, msg::OFFICES_STATEMENT_STATE_TEXT),
            (msg::OFFICES_STATEMENT_KEYS, msg::OFFICES_STATEMENT_KEYS_TEXT),
            (msg::OFFICES_STATEMENT_CONTACT, msg::OFFICES_INSTALLATION_ACCESS_CONTACT),
            (msg::OFFICES_STATEMENT_COMPLAINT, msg::OFFICES_STATEMENT_COMPLAINT_TEXT),
        ]))
    };
    Ok(page(&req, "offices.accessibility", msg::OFFICES_STATEMENT_TITLE).body(body).render())
}

/// Protection of data.
pub async fn privacy(_: PrivacyPath, req: Req) -> Answer<Markup> {
    let body = sections(
        &req,
        &[
            (msg::OFFICES_PRIVACY_WHO, msg::OFFICES_PRIVACY_WHO_TEXT),
            (msg::OFFICES_PRIVACY_WHAT, msg::OFFICES_PRIVACY_WHAT_TEXT),
            (msg::OFFICES_PRIVACY_RIGHTS, msg::OFFICES_PRIVACY_RIGHTS_TEXT),
            (msg::OFFICES_PRIVACY_KEEP, msg::OFFICES_PRIVACY_KEEP_TEXT),
            (msg::OFFICES_PRIVACY_COOKIES, msg::OFFICES_PRIVACY_COOKIES_TEXT),
        ],
    );
    Ok(page(&req, "offices.privacy", msg::OFFICES_PRIVACY_TITLE).body(body).render())
}

/// About the program.
pub async fn about(_: AboutPath, req: Req) -> Answer<Markup> {
    let source = req
        .t
        .f(msg::OFFICES_ABOUT_DIRECTORY, &[("day", law::format::long_date(law::teryt::AS_OF, req.t.law()).into())]);
    let body = html! {
        p { (req.t.s(msg::OFFICES_ABOUT_LEAD)) }
        (sections(&req, &[
            (msg::OFFICES_ABOUT_FREE, msg::OFFICES_ABOUT_FREE_TEXT),
            (msg::OFFICES_ABOUT_OPEN, msg::OFFICES_ABOUT_OPEN_TEXT),
        ]))
        p.hint { (source) }
        (ButtonGroup::new()
            .add(Button::link(req.t.s(msg::OFFICES_START_TITLE), "/").icon(Icon::Search))
            .add(Button::link(req.t.s(msg::OFFICES_ABOUT_API), "/api/openapi.json").secondary()))
    };
    Ok(page(&req, "offices.about", msg::OFFICES_ABOUT_TITLE).body(body).render())
}

/// Help: questions and answers.
pub async fn help(_: HelpPath, req: Req) -> Answer<Markup> {
    let ask = |items: &[(&str, &str)]| {
        html! {
            @for (question, answer) in items {
                (Reveal::new(req.t.s(question), html! { @for line in req.t.s(answer).lines() { p { (line) } } }).boxed())
            }
        }
    };
    let body = html! {
        (Section::new(req.t.s(msg::OFFICES_HELP_CITIZEN)).id("citizen").body(ask(&[
            (msg::OFFICES_HELP_ACCOUNT, msg::OFFICES_HELP_ACCOUNT_TEXT),
            (msg::OFFICES_HELP_FIND, msg::OFFICES_HELP_FIND_TEXT),
            (msg::OFFICES_HELP_TERM, msg::OFFICES_HELP_TERM_TEXT),
            (msg::OFFICES_HELP_NOT_HERE, msg::OFFICES_HELP_NOT_HERE_TEXT),
        ])))
        (Section::new(req.t.s(msg::OFFICES_HELP_OFFICE)).id("office").body(ask(&[
            (msg::OFFICES_HELP_JOIN, msg::OFFICES_HELP_JOIN_TEXT),
            (msg::OFFICES_HELP_COST, msg::OFFICES_HELP_COST_TEXT),
            (msg::OFFICES_HELP_IMPORT, msg::OFFICES_HELP_IMPORT_TEXT),
        ])))
    };
    Ok(page(&req, "offices.help", msg::OFFICES_HELP_TITLE).body(body).render())
}
