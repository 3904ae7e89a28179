//! `/o/{office}/apply/{draft}/receipt`: what was received, under which number, when; the same as PDF.

use axum::{
    body::Body,
    http::HeaderMap,
    response::{IntoResponse as _, Response},
};
use kernel::{Fault, ids::DraftId};
use maud::{Markup, html};
use offices::Site;
use serde::Deserialize;
use ui::{Button, ButtonGroup, Column, Icon, Notice, Row, Section, SummaryList, Table};
use web::{Answer, Req, TypedPath};

use super::{draft_path, holder, pdf, step};
use crate::{
    msg,
    receipt::{ANSWERS_FILE, items, receipt_document, submission_document},
    service::{ServiceRow, service},
    submission::{Submission, SubmissionFile, submission, submission_files},
};

macro_rules! paths {
    ($($(#[$doc:meta])* $name:ident $path:literal),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, TypedPath, Deserialize)]
        #[typed_path($path, rejection(web::BadPath))]
        pub struct $name {
            /// The office.
            pub office: String,
            /// The draft.
            pub draft: DraftId,
        }
    )*};
}
paths! {
    /// The page.
    Path "/o/{office}/apply/{draft}/receipt",
    /// The receipt as PDF.
    PdfPath "/o/{office}/apply/{draft}/receipt.pdf",
    /// The filled form as PDF.
    FormPath "/o/{office}/apply/{draft}/submission.pdf",
    /// The answers as data.
    DataPath "/o/{office}/apply/{draft}/answers.json",
}

struct Received {
    site: Site,
    submission: Submission,
    files: Vec<SubmissionFile>,
    service: ServiceRow,
}

async fn received(req: &Req, headers: &HeaderMap, office: &str, id: DraftId) -> kernel::Result<Received> {
    let site = offices::site(req, office).await?;
    let draft = step::load(req, &site, id, &holder(req, headers)).await?;
    let sent = draft.row.submission_id.ok_or_else(Fault::not_found)?;
    let scope = site.scope;
    let (submission, files, service) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let one = submission(c, scope, sent).await?;
                let files = submission_files(c, scope, sent).await?;
                let service = service(c, scope, one.service_id).await?;
                Ok((one, files, service))
            })
        })
        .await?;
    Ok(Received { site, submission, files, service })
}

/// The page.
pub async fn show(path: Path, req: Req, headers: HeaderMap) -> Answer<Markup> {
    let r = received(&req, &headers, &path.office, path.draft).await?;
    let t = req.t;
    let lang = t.lang();
    let to = |rest: &str| draft_path(&path.office, path.draft, rest);
    let mut table = Table::new(t.s(msg::SERVICES_RECEIPT_ITEMS))
        .column(Column::new(t.s(msg::SERVICES_RECEIPT_ITEM)))
        .column(Column::new(t.s(msg::SERVICES_RECEIPT_SIZE)).numeric())
        .column(Column::new("SHA-256"));
    for item in items(&r.submission, &r.files) {
        table = table.row(Row::new([
            html! { (item.name) },
            html! { (ui::file_size(lang, item.size)) },
            html! { (ui::Code::new(item.sha256)) },
        ]));
    }
    let body = html! {
        (Notice::success(t.f(msg::SERVICES_RECEIPT_DONE, &[("number", r.submission.number.as_str().into())])).announce())
        (SummaryList::new(lang)
            .fact(t.s(msg::SERVICES_RECEIPT_NUMBER), &r.submission.number)
            .fact(t.s(msg::SERVICES_RECEIPT_TIME), ui::date_time(lang, r.submission.sent_at.timestamp()))
            .fact(t.s(msg::SERVICES_RECEIPT_OFFICE), r.site.office.name_in(lang))
            .fact(t.s(msg::SERVICES_RECEIPT_SERVICE), r.service.name(lang))
            .fact(t.s(msg::SERVICES_RECEIPT_SENDER), &r.submission.sender_name)
            .maybe(t.s(msg::SERVICES_RECEIPT_UNTIL), r.service.last_day(r.submission.sent_at.warsaw_date()).map(|d| ui::date(lang, d))))
        (ButtonGroup::new()
            .add(Button::link(t.s(msg::SERVICES_RECEIPT_PDF), to("receipt.pdf")).icon(Icon::Download).download())
            .add(Button::link(t.s(msg::SERVICES_FORM_PDF), to("submission.pdf")).secondary().download())
            .add(Button::link(t.s(msg::SERVICES_ANSWERS_JSON), to("answers.json")).quiet().download()))
        (Section::new(t.s(msg::SERVICES_RECEIPT_ITEMS)).body(table))
        (Section::new(t.s(msg::SERVICES_RECEIPT_NEXT)).body(html! {
            p { (t.s(if r.submission.person_id.is_some() { msg::SERVICES_RECEIPT_NEXT_ACCOUNT } else { msg::SERVICES_RECEIPT_NEXT_LINK })) }
            @if r.submission.person_id.is_some() { p { a href="/my" { (t.s(web::msg::PAGE_MY)) } } }
            @else if req.app.settings.demo { p { a href="/demo/mail" { (t.s(msg::SERVICES_DEMO_MAIL)) } } }
        }))
    };
    let page = r.site.page(&req, "services.receipt", t.s(msg::SERVICES_RECEIPT_TITLE));
    Ok(page.narrow().body(body).render())
}

/// The receipt as PDF.
pub async fn receipt_pdf(path: PdfPath, req: Req, headers: HeaderMap) -> Answer<Response> {
    let r = received(&req, &headers, &path.office, path.draft).await?;
    let (scope, one) = (r.site.scope, r.submission.clone());
    let document = req.app.db.read(move |c| Box::pin(async move { receipt_document(c, scope, &one).await })).await?;
    attachment(&req, document, &r.submission, "potwierdzenie").await
}

/// The filled form as PDF.
pub async fn submission_pdf(path: FormPath, req: Req, headers: HeaderMap) -> Answer<Response> {
    let r = received(&req, &headers, &path.office, path.draft).await?;
    let (scope, one) = (r.site.scope, r.submission.clone());
    let document = req.app.db.read(move |c| Box::pin(async move { submission_document(c, scope, &one).await })).await?;
    attachment(&req, document, &r.submission, "wniosek").await
}

/// The answers as data: what the fingerprint on the receipt is of.
pub async fn answers_json(path: DataPath, req: Req, headers: HeaderMap) -> Answer<Response> {
    let r = received(&req, &headers, &path.office, path.draft).await?;
    let json = r.submission.answers_json();
    let size = json.len() as u64;
    Ok(web::download(Body::from(json), ANSWERS_FILE, "application/json", Some(size), false).into_response())
}

async fn attachment(req: &Req, document: pdf::Document, s: &Submission, what: &str) -> Answer<Response> {
    let bytes = pdf(req, document, s.sent_at).await?;
    let name = format!("{what}-{}.pdf", s.number.replace('/', "-"));
    let size = bytes.len() as u64;
    Ok(web::download(Body::from(bytes), &name, "application/pdf", Some(size), false))
}
