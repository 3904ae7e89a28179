//! `/demo/mail`: the e-mails of the demonstration, which stay on this machine.

use axum::response::IntoResponse as _;
use kernel::{Fault, ids::MailId};
use maud::{Markup, PreEscaped, html};
use serde::Deserialize;
use ui::{Area, Column, Empty, Icon, Row, Table};
use web::{Answer, Guard, Req, Routes, TypedPath};

use crate::msg;

/// `/demo/mail`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/demo/mail")]
pub struct MailboxPath;

/// `/demo/mail/{mail}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/demo/mail/{mail}", rejection(web::BadPath))]
pub struct MailPath {
    /// The e-mail.
    pub mail: MailId,
}

/// Outside the demonstration there is no such page: e-mails hold secrets.
fn only_demo(req: &Req) -> Result<(), Fault> {
    if req.app.settings.demo { Ok(()) } else { Err(Fault::not_found()) }
}

async fn list(_: MailboxPath, req: Req) -> Answer<Markup> {
    only_demo(&req)?;
    let to = req.query.some("to").map(str::to_owned);
    let rows =
        req.app.db.read(move |c| Box::pin(async move { mail::list_recent(c, 100, to.as_deref()).await })).await?;
    let t = req.t;
    let body = if rows.is_empty() {
        html! { (Empty::new(Icon::Mail, t.s(msg::APP_MAIL_EMPTY)).text(t.s(msg::APP_MAIL_EMPTY_HINT))) }
    } else {
        let mut table = Table::new(t.s(msg::APP_MAIL_TITLE))
            .column(Column::new(t.s(msg::APP_MAIL_SUBJECT)))
            .column(Column::new(t.s(msg::APP_MAIL_TO)))
            .column(Column::new(t.s(msg::APP_MAIL_WHEN)))
            .column(Column::new(t.s(msg::APP_MAIL_STATE)));
        for m in &rows {
            let cells = [
                html! { (m.subject) },
                html! { (m.recipient) },
                html! { (ui::date_time(t.lang(), m.created.timestamp())) },
                html! { (t.s(m.state.key())) },
            ];
            table = table.row(Row::new(cells).link(format!("/demo/mail/{}", m.id)));
        }
        html! { (table) }
    };
    Ok(req
        .page("demo.mailbox", t.s(msg::APP_MAIL_TITLE))
        .area(Area::Start)
        .lead(t.s(msg::APP_MAIL_LEAD))
        .body(body)
        .render())
}

async fn show(path: MailPath, req: Req) -> Answer {
    only_demo(&req)?;
    let mail = req.app.db.read(move |c| Box::pin(async move { mail::get(c, path.mail).await })).await?;
    let t = req.t;
    let body = html! {
        p { (t.s(msg::APP_MAIL_TO)) ": " strong { (mail.recipient) } " · " (ui::date_time(t.lang(), mail.created.timestamp())) }
        div.card { (PreEscaped(linked(&mail.body_text))) }
    };
    let page = req
        .page("demo.mail", mail.subject.clone())
        .area(Area::Start)
        .crumb(t.s(msg::APP_MAIL_TITLE), MailboxPath.to_string())
        .here(mail.subject.clone())
        .narrow()
        .body(body);
    Ok(page.render().into_response())
}

/// The text of an e-mail as paragraphs, its addresses as links.
fn linked(text: &str) -> String {
    let paragraph = |p: &str| {
        let words: Vec<Markup> = p
            .split_inclusive(char::is_whitespace)
            .map(|word| {
                let address = word.trim_end();
                if address.starts_with("http://") || address.starts_with("https://") {
                    html! { a href=(address) { (address) } (&word[address.len()..]) }
                } else {
                    html! { (word) }
                }
            })
            .collect();
        html! { p { @for word in words { (word) } } }.into_string()
    };
    text.split("\n\n").map(paragraph).collect()
}

/// The routes of the demonstration's mailbox.
pub fn routes() -> Routes {
    Routes::new().get("demo.mailbox", Guard::Open, list).get("demo.mail", Guard::Open, show)
}
