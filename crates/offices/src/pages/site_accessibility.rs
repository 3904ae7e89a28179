//! The accessibility statement of an office's site (Act of 4 April 2019 on digital accessibility, art. 10) and what the
//! Act of 19 July 2019, art. 6, asks for.

use maud::{Markup, html};
use serde::Deserialize;
use ui::{Section, SummaryList};
use web::{Answer, Req, TypedPath};

use crate::{msg, points};

/// `/o/{office}/accessibility`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/o/{office}/accessibility", rejection(web::BadPath))]
pub struct AccessibilityPath {
    /// The office.
    pub office: String,
}

/// The page.
pub async fn show(path: AccessibilityPath, req: Req) -> Answer<Markup> {
    let site = crate::site(&req, &path.office).await?;
    let (scope, t) = (site.scope, req.t);
    let points = req.app.db.read(move |c| Box::pin(async move { points::list(c, scope).await })).await?;
    let office = &site.office;
    let name = office.name_in(t.lang());
    let contact = if office.accessibility_contact.is_empty() { &office.email } else { &office.accessibility_contact };
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let published = office.created.warsaw_date();
    let body = html! {
        p { (t.f(msg::OFFICES_STATEMENT_DUTY, &[("office", name.into()), ("site", req.app.url(site.path("")).into())])) }
        (SummaryList::new(t.lang())
            .fact(t.s(msg::OFFICES_STATEMENT_PUBLISHED), ui::date(t.lang(), published))
            .fact(t.s(msg::OFFICES_STATEMENT_UPDATED), ui::date(t.lang(), published)))
        (Section::new(t.s(msg::OFFICES_STATEMENT_STATE)).body(html! {
            p { (t.s(msg::OFFICES_STATEMENT_STATE_TEXT)) }
            @if !office.accessibility_note.is_empty() {
                p { (t.s(msg::OFFICES_STATEMENT_NOT)) }
                ul { @for line in office.accessibility_note.lines().filter(|l| !l.trim().is_empty()) { li { (line) } } }
            }
        }))
        (Section::new(t.s(msg::OFFICES_STATEMENT_KEYS)).body(html! { p { (t.s(msg::OFFICES_STATEMENT_KEYS_TEXT)) } }))
        (Section::new(t.s(msg::OFFICES_STATEMENT_CONTACT)).body(html! {
            p { (t.s(msg::OFFICES_STATEMENT_CONTACT_TEXT)) }
            (SummaryList::new(t.lang())
                .maybe(t.s(msg::OFFICES_DATA_ACCESS_CONTACT), some(contact))
                .maybe(t.s(msg::OFFICES_DATA_PHONE), some(&office.phone)))
        }))
        (Section::new(t.s(msg::OFFICES_STATEMENT_COMPLAINT)).body(html! {
            p { (t.s(msg::OFFICES_STATEMENT_COMPLAINT_TEXT)) }
        }))
        (Section::new(t.s(msg::OFFICES_STATEMENT_BUILDINGS)).body(html! {
            @for point in points.iter().filter(|p| !p.closed) {
                h3 { (point.name) }
                p { (point.address()) }
                ul {
                    li { (t.s(if point.step_free { msg::OFFICES_POINT_STEP_FREE } else { msg::OFFICES_POINT_NOT_STEP_FREE })) }
                    li { (t.s(if point.induction_loop { msg::OFFICES_POINT_LOOP } else { msg::OFFICES_POINT_NO_LOOP })) }
                    @if !point.directions.is_empty() { li { (point.directions) } }
                    li { (t.s(msg::OFFICES_STATEMENT_DOG)) }
                }
            }
        }))
        (Section::new(t.s(msg::OFFICES_DATA_DEAF)).body(html! {
            @for line in office.deaf_contact.lines() { p { (line) } }
            p { (t.s(msg::OFFICES_SITE_DEAF_LAW)) }
        }))
    };
    let title = t.s(msg::OFFICES_STATEMENT_TITLE);
    let page = site.page(&req, "offices.site_accessibility", title.clone()).narrow();
    Ok(page.crumb(name, site.path("")).here(title).body(body).render())
}
