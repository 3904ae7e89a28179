//! `/learn/certificates`: a person's own certificates, with their files.

use axum::response::Response;
use kernel::{Fault, Result};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Card, Empty, Icon, Notice, Reveal, Tag, date};
use web::{Answer, Req, TypedPath};

use super::hand_out;
use crate::{Certificate, Standing, by_code, msg, of_person, paper, withdraw::stale};

/// `/learn/certificates`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/certificates")]
pub struct ListPath;

/// `/learn/certificates/{code}/{file}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/certificates/{code}/{file}", rejection(web::BadPath))]
pub struct FilePath {
    /// The code.
    pub code: String,
    /// The file's name; see [`super::hand_out`].
    pub file: String,
}

/// The page; with `?course=SLUG` only those of one course.
pub async fn show(_: ListPath, req: Req) -> Answer<Markup> {
    let person = req.person()?;
    let found =
        req.app.db.read(move |c| Box::pin(async move { Ok((of_person(c, person).await?, stale(c, person).await?)) }));
    let (rows, stale) = found.await?;
    let t = req.t;
    let course = req.query.get("course").to_owned();
    let shown: Vec<&Certificate> = rows.iter().filter(|r| course.is_empty() || r.facts.0.slug == course).collect();
    Ok(req
        .page("certificates.mine", t.s(msg::CERTIFICATES_MINE))
        .lead(t.s(msg::CERTIFICATES_MINE_LEAD))
        .body(html! {
            @if shown.is_empty() {
                (Empty::new(Icon::Stamp, t.s(msg::CERTIFICATES_MINE_NONE)).text(t.s(msg::CERTIFICATES_MINE_NONE_TEXT))
                    .action(Button::link(t.s(msg::CERTIFICATES_COURSES), "/learn")))
            }
            @for row in &shown { (card(&req, row, stale.contains(&row.id))) }
            @if shown.len() < rows.len() {
                p { (Button::link(t.s(msg::CERTIFICATES_SHOW_ALL), "/learn/certificates").secondary()) }
            }
        })
        .render())
}

/// `stale`: the badge as the person has it was signed with a key that does not hold any more.
fn card(req: &Req, row: &Certificate, stale: bool) -> Card {
    let (t, lang) = (req.t, req.lang());
    let standing = row.standing(req.ctx.now.warsaw_date());
    let title = row.facts.0.title_in(lang).to_owned();
    let file = |name: &str| format!("/learn/certificates/{}/{name}", row.code);
    let link = |key: &'static str, name: &str| {
        Button::link(t.s(key), file(name)).secondary().small().icon(Icon::Download).download().describes(title.clone())
    };
    let public = Button::link(t.s(msg::CERTIFICATES_PAGE), row.path())
        .secondary()
        .small()
        .icon(Icon::Globe)
        .describes(title.clone());
    let body = html! {
        p {
            (row.number) " · " (t.s(msg::CERTIFICATES_ISSUED)) " " (date(lang, row.issued_on()))
            @if let Some(last) = row.expires { " · " (t.s(msg::CERTIFICATES_VALID_UNTIL)) " " (date(lang, last.0)) }
        }
        @if standing == Standing::Revoked {
            p { (t.s(msg::CERTIFICATES_REASON)) ": " (row.reason) }
            (ButtonGroup::new().add(public))
        } @else {
            (ButtonGroup::new()
                .add(Button::link(t.s(msg::CERTIFICATES_FILE_PDF), file("certificate.pdf")).small().icon(Icon::Download).describes(title.clone()))
                .add(link(msg::CERTIFICATES_FILE_PDF_EN, "certificate-en.pdf"))
                .add(public))
            @if stale { (Notice::warning(t.s(msg::CERTIFICATES_BADGE_STALE))) }
            (Reveal::new(t.s(msg::CERTIFICATES_BADGE), html! {
                p { (t.s(msg::CERTIFICATES_BADGE_TEXT)) }
                (ButtonGroup::new()
                    .add(link(msg::CERTIFICATES_FILE_SVG, "badge.svg"))
                    .add(link(msg::CERTIFICATES_FILE_PNG, "badge.png"))
                    .add(link(msg::CERTIFICATES_FILE_JWT, "credential.jwt"))
                    .add(link(msg::CERTIFICATES_FILE_JSON, "credential.json")))
            }).open(stale))
        }
    };
    Card::new(row.facts.0.title_on(lang))
        .level(2)
        .meta(Tag::new(t.s(standing.label())).tone(standing.tone()).dot())
        .body(body)
}

/// One's own certificate.
async fn own(req: &Req, code: &str) -> Result<Certificate> {
    let person = req.person()?;
    let code = code.to_owned();
    let row = req.app.db.read(move |c| Box::pin(async move { by_code(c, &code).await })).await?;
    row.filter(|row| row.person == Some(person)).ok_or_else(Fault::not_found)
}

/// A file of it.
pub async fn file(path: FilePath, req: Req) -> Answer<Response> {
    let row = own(&req, &path.code).await?;
    let office = paper::office(&req.app, row.office).await?;
    Ok(hand_out(&req, &office, &row, &path.file).await?)
}
