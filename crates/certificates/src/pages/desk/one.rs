//! `/desk/{office}/certificates/{certificate}`: one certificate, its files, and revoking it.

use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use courses::Workshop;
use kernel::{FaultKind, ids::CertificateId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Confirm, ErrorSummary, Field, Form, Icon, Section, SummaryList, Tag, date, date_time};
use web::{Answer, FormData, Req, TypedPath};

use crate::{
    Certificate, REASON, Standing, certificate, code, msg,
    pages::{enter, hand_out},
    revoke as revoked,
};

/// `/desk/{office}/certificates/{certificate}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/certificates/{certificate}", rejection(web::BadPath))]
pub struct OnePath {
    /// The office.
    pub office: String,
    /// The certificate.
    pub certificate: CertificateId,
}

/// `/desk/{office}/certificates/{certificate}/{file}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/certificates/{certificate}/{file}", rejection(web::BadPath))]
pub struct FilePath {
    /// The office.
    pub office: String,
    /// The certificate.
    pub certificate: CertificateId,
    /// The file's name; see [`crate::pages::hand_out`].
    pub file: String,
}

async fn read(req: &Req, workshop: &Workshop, id: CertificateId) -> kernel::Result<Certificate> {
    let scope = workshop.scope;
    req.app.db.read(move |c| Box::pin(async move { certificate(c, scope, id).await })).await
}

/// The page.
pub async fn show(path: OnePath, req: Req) -> Answer<Markup> {
    let workshop = enter(&req, &path.office).await?;
    let row = read(&req, &workshop, path.certificate).await?;
    Ok(view(&req, &workshop, &row, "", None))
}

/// Revokes it.
pub async fn revoke(path: OnePath, req: Req, form: FormData) -> Answer<Response> {
    let workshop = enter(&req, &path.office).await?;
    let row = read(&req, &workshop, path.certificate).await?;
    let (scope, ctx, id, reason) = (workshop.scope, req.ctx.clone(), row.id, form.get("reason").to_owned());
    let address = req.app.url(row.path());
    let typed = reason.clone();
    let done = req
        .app
        .db
        .write(move |c| {
            let (ctx, reason, address) = (ctx.clone(), reason.clone(), address.clone());
            Box::pin(async move { revoked(c, &ctx, scope, id, &reason, &address).await })
        })
        .await;
    match done {
        Ok(_) => {
            let here = workshop.path(&format!("/certificates/{id}"));
            Ok(req.redirect(here).flash(msg::CERTIFICATES_REVOKED_DONE).into_response())
        }
        Err(fault) if fault.kind == FaultKind::Invalid => {
            let error = fault.fields.first().map(|f| req.t.args(f.key, &f.args)).unwrap_or_default();
            let page = view(&req, &workshop, &row, &typed, Some(&error));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// A file of it.
pub async fn file(path: FilePath, req: Req) -> Answer<Response> {
    let workshop = enter(&req, &path.office).await?;
    let row = read(&req, &workshop, path.certificate).await?;
    Ok(hand_out(&req, &workshop.office, &row, &path.file).await?)
}

fn view(req: &Req, workshop: &Workshop, row: &Certificate, typed: &str, error: Option<&str>) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let standing = row.standing(req.ctx.now.warsaw_date());
    let here = workshop.path(&format!("/certificates/{}", row.id));
    let person = if row.erased { t.s(msg::CERTIFICATES_NAME_ERASED) } else { row.name.clone() };
    let list = SummaryList::new(lang)
        .fact(t.s(msg::CERTIFICATES_PERSON), person)
        .fact(t.s(msg::CERTIFICATES_COURSE), row.facts.0.title_on(lang))
        .fact(t.s(msg::CERTIFICATES_COMPLETED), date(lang, row.completed.warsaw_date()))
        .fact(t.s(msg::CERTIFICATES_ISSUED), date(lang, row.issued_on()))
        .fact(
            t.s(msg::CERTIFICATES_VALID_UNTIL),
            html! { @match row.expires { Some(day) => (date(lang, day.0)), None => (t.s(msg::CERTIFICATES_FOREVER)) } },
        )
        .fact(t.s(msg::CERTIFICATES_CODE), html! { a href=(row.path()) { (code::grouped(&row.code)) } })
        .maybe(
            t.s(msg::CERTIFICATES_REVOKED),
            row.revoked_at.map(|at| {
                html! {
                    span { (date_time(lang, at.timestamp())) @if !row.revoked_by.is_empty() { ", " (row.revoked_by) } }
                }
            }),
        )
        .maybe(t.s(msg::CERTIFICATES_REASON), Some(row.reason.clone()).filter(|r| !r.is_empty()));
    let files = ButtonGroup::new()
        .add(Button::link(t.s(msg::CERTIFICATES_FILE_PDF), format!("{here}/certificate.pdf")).icon(Icon::Download))
        .add(
            Button::link(t.s(msg::CERTIFICATES_FILE_PDF_EN), format!("{here}/certificate-en.pdf"))
                .secondary()
                .icon(Icon::Download),
        )
        .add(Button::link(t.s(msg::CERTIFICATES_PAGE), row.path()).secondary().icon(Icon::Globe));
    workshop
        .page(req, "certificates.desk.one", row.number.clone())
        .crumb(t.s(msg::CERTIFICATES_TITLE), workshop.path("/certificates"))
        .here(row.number.clone())
        .status(Tag::new(t.s(standing.label())).tone(standing.tone()).dot())
        .body(html! {
            @if let Some(error) = error { (ErrorSummary::new(lang).field("reason", error)) }
            (list)
            @if standing != Standing::Revoked {
                (files)
                (Section::new(t.s(msg::CERTIFICATES_REVOKE)).boxed().text(t.s(msg::CERTIFICATES_REVOKE_TEXT)).body(html! {
                    @let form = Form::post(here.clone()).body(html! {
                        (Field::textarea(lang, "reason", t.s(msg::CERTIFICATES_REASON)).required().rows(3)
                            .maxlength(u32::try_from(REASON).unwrap_or(500)).hint(t.s(msg::CERTIFICATES_REASON_HINT)).value(typed).error(error))
                        (Button::submit(t.s(msg::CERTIFICATES_REVOKE)).danger())
                    });
                    @if error.is_some() { (form) } @else {
                        (Confirm::new(lang, "revoke", t.s(msg::CERTIFICATES_REVOKE), t.f(msg::CERTIFICATES_REVOKE_TITLE, &[("number", row.number.as_str().into())]), form)
                            .icon(Icon::Danger).text(t.s(msg::CERTIFICATES_REVOKE_TEXT)))
                    }
                }))
            }
        })
        .render()
}
