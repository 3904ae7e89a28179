//! `/c/{code}`: whether a certificate holds, for whoever has its code; and `/c`, where one types a code.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use identity::throttle::{self, What};
use kernel::{Ctx, Result};
use maud::{Markup, html};
use offices::{OfficeRow, Site};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Field, Form, Icon, Notice, Section, SummaryList, Width, duration, long_date};
use web::{Answer, App, Req, TypedPath};

use crate::{Certificate, Standing, by_code, code, msg};

/// `/c`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/c")]
pub struct FindPath;

/// `/c/{code}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/c/{code}", rejection(web::BadPath))]
pub struct PublicPath {
    /// The code.
    pub code: String,
}

/// A certificate by its code with its office, for whoever has it. A code that does not exist is counted, right ones are not.
///
/// # Errors
/// `TooMany` when too many codes that do not exist came from this network address.
pub(crate) async fn find_by_code(app: &App, ctx: &Ctx, typed: &str) -> Result<Option<(Certificate, OfficeRow)>> {
    let (ctx, typed) = (ctx.clone(), typed.to_owned());
    app.db
        .write(move |c| {
            let (ctx, typed) = (ctx.clone(), typed.clone());
            Box::pin(async move {
                // Before looking: while a pause lasts not even a right code is answered, else it would not slow anybody.
                let door = match &ctx.remote {
                    Some(remote) => Some(throttle::enter(c, &ctx, What::Code(remote)).await?),
                    None => None,
                };
                match (by_code(c, &typed).await?, door) {
                    (Some(row), _) => {
                        let office = offices::by_id(c, row.office).await?;
                        return Ok(Some((row, office)));
                    }
                    (None, Some(door)) => door.count(c, &ctx).await?,
                    (None, None) => {}
                }
                Ok(None)
            })
        })
        .await
}

/// A page that search engines leave out.
fn unlisted(status: StatusCode, page: Markup) -> Response {
    let mut response = (status, page).into_response();
    response.headers_mut().insert("x-robots-tag", HeaderValue::from_static("noindex"));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}

/// Where one types a code.
pub async fn find(_: FindPath, req: Req) -> Answer<Response> {
    if let Some(code) = code::read(req.query.get("code")) {
        return Ok(req.redirect(format_args!("/c/{code}")).into_response());
    }
    let typed = req.query.some("code").map(str::to_owned);
    let error = typed.is_some().then(|| req.t.s(msg::CERTIFICATES_CODE_FORM));
    Ok((StatusCode::OK, form_page(&req, typed.as_deref().unwrap_or_default(), error, None)).into_response())
}

fn form_page(req: &Req, typed: &str, error: Option<String>, notice: Option<Notice>) -> Markup {
    let (t, lang) = (req.t, req.lang());
    req.page("certificates.find", t.s(msg::CERTIFICATES_FIND))
        .narrow()
        .lead(t.s(msg::CERTIFICATES_FIND_LEAD))
        .body(html! {
            @if let Some(notice) = notice { (notice) }
            (Form::get("/c").body(html! {
                (Field::text(lang, "code", t.s(msg::CERTIFICATES_CODE)).required().value(typed).width(Width::W20)
                    .maxlength(40).autocomplete("off").spellcheck(false).hint(t.s(msg::CERTIFICATES_CODE_HINT)).error(error))
                (Button::submit(t.s(msg::CERTIFICATES_CHECK)))
            }))
            p { (t.s(msg::CERTIFICATES_VERIFY_LINK)) " " a href="/badges/verify" { (t.s(msg::CERTIFICATES_VERIFY)) } }
        })
        .render()
}

/// The page.
pub async fn show(path: PublicPath, req: Req) -> Answer<Response> {
    let Some((row, office)) = find_by_code(&req.app, &req.ctx, &path.code).await? else {
        let t = req.t;
        let notice = Notice::danger(t.s(msg::CERTIFICATES_UNKNOWN_TEXT)).title(t.s(msg::CERTIFICATES_UNKNOWN));
        let typed: String = path.code.chars().take(40).collect();
        return Ok(unlisted(StatusCode::NOT_FOUND, form_page(&req, &typed, None, Some(notice))));
    };
    Ok(unlisted(StatusCode::OK, view(&req, &row, office)))
}

fn notice(req: &Req, row: &Certificate) -> Notice {
    let t = req.t;
    let day = |at: jiff::civil::Date| html! { (long_date(t.lang(), at)) };
    match row.standing(req.ctx.now.warsaw_date()) {
        Standing::Valid => Notice::success(t.s(msg::CERTIFICATES_VALID_TEXT)).title(t.s(msg::CERTIFICATES_VALID_TITLE)),
        Standing::Expired => Notice::warning(html! {
            p { (t.s(msg::CERTIFICATES_EXPIRED_TEXT)) " "
                @if let Some(last) = row.expires { strong { (day(last.0)) } } "." }
        })
        .title(t.s(msg::CERTIFICATES_EXPIRED_TITLE)),
        Standing::Revoked => Notice::danger(html! {
            p { (t.s(msg::CERTIFICATES_REVOKED_ON)) " "
                @if let Some(at) = row.revoked_at { strong { (day(at.warsaw_date())) } } "." }
            @if row.erased { p { (t.s(msg::CERTIFICATES_ERASED)) } }
            @else { p { (t.s(msg::CERTIFICATES_REASON)) ": " strong { (row.reason) } } }
        })
        .title(t.s(msg::CERTIFICATES_REVOKED_TITLE)),
    }
}

fn view(req: &Req, row: &Certificate, office: OfficeRow) -> Markup {
    let (t, lang, facts) = (req.t, req.lang(), &row.facts.0);
    let name = office.name_in(lang).to_owned();
    let site = Site { scope: kernel::OfficeScope::checked(office.id), office };
    let link = site.path("");
    let list = SummaryList::new(lang)
        .maybe(t.s(msg::CERTIFICATES_PERSON), Some(row.name.clone()).filter(|n| !n.is_empty()))
        .fact(t.s(msg::CERTIFICATES_COURSE), facts.title_on(lang))
        .fact(t.s(msg::CERTIFICATES_OFFICE), html! { a href=(link) { (name) } })
        .fact(t.s(msg::CERTIFICATES_COMPLETED), long_date(lang, row.completed.warsaw_date()))
        .fact(t.s(msg::CERTIFICATES_ISSUED), long_date(lang, row.issued_on()))
        .fact(
            t.s(msg::CERTIFICATES_VALID_UNTIL),
            html! { @match row.expires { Some(day) => (long_date(lang, day.0)), None => (t.s(msg::CERTIFICATES_FOREVER)) } },
        )
        .maybe(
            t.s(msg::CERTIFICATES_LENGTH),
            (facts.minutes > 0).then(|| duration(lang, facts.minutes)),
        )
        .fact(t.s(msg::CERTIFICATES_NUMBER), row.number.clone())
        .fact(t.s(msg::CERTIFICATES_CODE), code::grouped(&row.code));
    let print = Button::plain(t.s(msg::CERTIFICATES_PRINT)).secondary().icon(Icon::Print).does("print", "");
    site.page(req, "certificates.public", t.f(msg::CERTIFICATES_PUBLIC, &[("number", row.number.as_str().into())]))
        .narrow()
        .actions(ButtonGroup::new().add(print))
        .body(html! {
            (notice(req, row))
            (list)
            @if !facts.outcomes.is_empty() {
                (Section::new(t.s(msg::CERTIFICATES_OUTCOMES)).minor().body(html! {
                    ul lang=[facts.foreign(lang)] { @for outcome in &facts.outcomes { li { (outcome) } } }
                }))
            }
            p { (t.s(msg::CERTIFICATES_PUBLIC_NOTE)) " " (req.app.url(row.path())) }
        })
        .render()
}
