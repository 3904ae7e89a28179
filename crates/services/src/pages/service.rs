//! `/o/{office}/services/{service}`: all a person needs to know of a service.

use i18n::T;
use maud::{Markup, html};
use offices::OfficeRow;
use serde::Deserialize;
use ui::{Area, Button, Icon, KeyDate, Notice, Section, SummaryList, main_aside};
use web::{Answer, Req, TypedPath};

use super::{list, marked, polish};
use crate::{
    msg,
    service::{Level, ServiceRow, published_service},
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/o/{office}/services/{service}", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The service.
    pub service: String,
}

/// The page; with `?print` without menu and buttons.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let site = offices::site(&req, &path.office).await?;
    let scope = site.scope;
    let slug = path.service;
    let today = req.ctx.now.warsaw_date();
    let (service, unit) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let service = published_service(c, scope, &slug).await?;
                let unit = match service.unit_id {
                    Some(id) => offices::unit(c, scope, id).await.ok().map(|u| u.name),
                    None => None,
                };
                Ok((service, unit))
            })
        })
        .await?;
    let t = req.t;
    let lang = t.lang();
    let print = req.query.has("print");
    let base = site.path("/services");
    let own = format!("{base}/{}", service.slug);
    let unit = unit.unwrap_or_else(|| service.unit_name.clone());
    let main = html! {
        @if let Some((title, text)) = elsewhere(service.level, &site.office) {
            (Notice::info(t.s(text)).title(t.s(title)))
        }
        @if !print && !service.online() { (Notice::info(t.s(msg::SERVICES_OFFLINE))) }
        (Section::new(t.s(msg::SERVICES_IN_SHORT)).boxed().body(html! {
            (in_short(t, &site.office, &service))
            @if service.level == Level::Gmina && let Some(day) = service.last_day(today) {
                (KeyDate::new(t.s(msg::SERVICES_IF_TODAY), ui::date(lang, day)))
            }
        }))
        @if lang != i18n::Lang::Pl { p.hint { (t.s(msg::SERVICES_IN_POLISH)) } }
        (Section::new(t.s(msg::SERVICES_WHAT)).body(html! { p { (polish(lang, &service.description)) } }))
        (Section::new(t.s(msg::SERVICES_NEEDED)).body(needed(t, &service)))
        (Section::new(t.s(msg::SERVICES_APPEAL)).body(html! { p { (polish(lang, &sentence(&service.appeal))) } }))
        (Section::new(t.s(msg::SERVICES_BASIS)).body(html! {
            ul { @for act in &service.legal_basis.0 { li { (polish(lang, act)) } } }
            @if !service.fee_basis.is_empty() { p { (t.s(msg::SERVICES_FEE)) ": " (polish(lang, &service.fee_basis)) } }
        }))
        (sources(t, &service))
    };
    let aside = html! {
        (facts(t, &site.office, &service, &unit))
        @if !print { (Button::link(t.s(msg::SERVICES_PRINT), format!("{own}?print=1")).quiet().icon(Icon::Print)) }
    };
    let page = site.page(&req, "services.service", service.name(lang)).lead(marked(
        lang,
        service.summary(lang),
        &service.summary_pl,
    ));
    let page = if print {
        page.area(Area::Bare).kicker(site.office.name_in(lang).to_owned())
    } else {
        page.crumb(t.s(msg::SERVICES_TITLE), base).here(service.name(lang))
    };
    // Under the title, so that on a phone it does not stand below everything else.
    let page = if service.online() && !print {
        page.actions(Button::link(t.s(action(&service)), format!("{own}/apply")).icon_after(Icon::ArrowRight))
    } else {
        page
    };
    Ok(page.body(main_aside(main, aside)).render())
}

/// The keys of what to say where the matter is not settled online by the office: a title and a text.
fn elsewhere(level: Level, office: &OfficeRow) -> Option<(&'static str, &'static str)> {
    match level {
        Level::Gmina => None,
        Level::Powiat if list::is_powiat(office) => Some((msg::SERVICES_IN_PERSON, msg::SERVICES_IN_PERSON_TEXT)),
        Level::Powiat => Some((msg::SERVICES_ELSEWHERE_POWIAT, msg::SERVICES_LEVEL_TEXT)),
        Level::Zus => Some((msg::SERVICES_ELSEWHERE_ZUS, msg::SERVICES_LEVEL_TEXT)),
    }
}

/// The text with a capital letter at its beginning.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The year of an edition of the catalogue, the digits its name begins with; empty when it names none.
fn year(edition: &str) -> &str {
    edition.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit())).unwrap_or_default()
}

/// The key of the main action's words.
pub(super) fn action(service: &ServiceRow) -> &'static str {
    if service.level == Level::Gmina { msg::SERVICES_APPLY } else { msg::SERVICES_APPLY_HELP }
}

fn needed(t: T, service: &ServiceRow) -> Markup {
    html! {
        @if service.documents.0.is_empty() { p { (t.s(msg::SERVICES_NEEDED_NOTHING)) } }
        @else { ul.checklist { @for document in &service.documents.0 { li { (polish(t.lang(), document)) } } } }
    }
}

/// Whether the office itself settles it.
fn settled_here(office: &OfficeRow, service: &ServiceRow) -> bool {
    service.level == Level::Gmina || (service.level == Level::Powiat && list::is_powiat(office))
}

/// What most people come for: how much and how long. Before the long texts, so that a phone shows it first.
fn in_short(t: T, office: &OfficeRow, service: &ServiceRow) -> SummaryList {
    let lang = t.lang();
    let pays = service.fee_grosze.is_none_or(|g| g > 0) && !office.tax_account.is_empty();
    let account = office.tax_account.parse::<law::check::BankAccount>();
    let here = settled_here(office, service);
    SummaryList::new(lang)
        .fact(
            t.s(msg::SERVICES_FEE),
            html! { div {
                (marked(lang, &sentence(service.fee(lang)), &sentence(&service.fee)))
                @if pays && here {
                    br; (t.s(msg::SERVICES_FEE_ACCOUNT)) " "
                    @match &account { Ok(account) => (account.grouped()), Err(_) => (office.tax_account) }
                }
            } },
        )
        .fact(
            t.s(msg::SERVICES_TERM),
            html! { div {
                (marked(lang, &sentence(service.term(lang)), &sentence(&service.term)))
                // A term only in Polish is told by its length, too.
                @if lang == i18n::Lang::En && service.term(lang) == service.term && let Some(span) = service.span() { " (" (span.words(law::Lang::En)) ")" }
            } },
        )
}

/// Who settles it and where.
fn facts(t: T, office: &OfficeRow, service: &ServiceRow, unit: &str) -> SummaryList {
    let (lang, here) = (t.lang(), settled_here(office, service));
    SummaryList::new(lang)
        .compact()
        .maybe(t.s(msg::SERVICES_UNIT), (here && !unit.is_empty()).then(|| polish(lang, unit)))
        .fact(
            t.s(if here { msg::SERVICES_WHERE } else { msg::SERVICES_WHERE_HELP }),
            html! { div {
                (office.name_in(lang)) @if !office.address().is_empty() { br; (office.address()) }
                br; a href={ "/o/" (office.slug) "/contact" } { (t.s(msg::SERVICES_CONTACT)) }
            } },
        )
}

fn sources(t: T, service: &ServiceRow) -> Section {
    let lang = t.lang();
    Section::new(t.s(msg::SERVICES_SOURCES)).body(html! {
        @if !service.data_version.is_empty() {
            p { (t.f(msg::SERVICES_CHECK, &[("year", year(&service.data_version).into())])) }
        }
        ul { @for source in &service.sources.0 { li { a href=(source) rel="noopener noreferrer" { (source) } } } }
        p.hint { (t.s(msg::SERVICES_UPDATED)) " " (ui::date(lang, service.updated.warsaw_date())) }
    })
}
