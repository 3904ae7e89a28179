//! What is seen before a letter goes for approval: its text as HTML, its PDF, and what is wrong with it.

use kernel::{Fault, Result};
use maud::{Markup, PreEscaped, html};
use pdf::{PdfError, Rendered, markdown};
use web::App;

use crate::{
    Content,
    paper::{Head, paper},
    placeholders,
};

/// What a look at a letter finds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Check {
    /// Placeholders without a value; the letter cannot be sent for approval with them.
    pub missing: Vec<String>,
    /// Characters the fonts lack; the PDF shows □ in their place.
    pub replaced: Vec<char>,
    /// How many pages it has.
    pub pages: usize,
}

/// Renders a letter as a draft with the watermark PROJEKT.
///
/// # Errors
/// `Unavailable` when too many documents wait, `Invalid` when it is too long.
pub async fn draft_pdf(app: &App, content: &Content, head: &Head) -> Result<Rendered> {
    let today = app.clock.today();
    app.pdf.render(paper(content, head, None, today).into(), today).await.map_err(fault)
}

/// Looks a letter through.
///
/// # Errors
/// As [`draft_pdf`].
pub async fn check(app: &App, content: &Content, head: &Head) -> Result<Check> {
    let rendered = draft_pdf(app, content, head).await?;
    Ok(Check { missing: placeholders::missing(content), replaced: rendered.replaced, pages: rendered.pages })
}

/// What went wrong with a rendering, for a person.
pub(crate) fn fault(e: PdfError) -> Fault {
    match e {
        PdfError::Busy => Fault::unavailable(e),
        PdfError::TooLarge => Fault::field("body", crate::msg::LETTERS_FIELD_TOO_LARGE),
        other => Fault::internal(other),
    }
}

/// The text as HTML, from the same blocks the PDF is made of.
pub fn html_of(content: &Content, words: (&str, &str)) -> Markup {
    let part = |text: &str| PreEscaped(markdown::to_html_safe(&markdown::blocks(text)));
    html! {
        div.prose {
            @for line in Content::lines_of(&content.addressee) { (line) br; }
            @if !content.heading.is_empty() { h2 { (content.heading) } }
            @if !content.subject.is_empty() { p { strong { (content.subject) } } }
            @if !content.legal_basis.is_empty() { p { (content.legal_basis) } }
            (part(&content.body))
            @if !content.reasons.is_empty() { h2 { (words.0) } (part(&content.reasons)) }
            @if !content.instruction.is_empty() { h2 { (words.1) } (part(&content.instruction)) }
        }
    }
}
