//! Whole documents: what the files say about themselves, and that no text can break them.
#![expect(clippy::unwrap_used, reason = "helpers of tests stop the test")]

mod hostile;
mod standards;

use jiff::civil::{Date, date};
use pdf::{Document, PdfError, Rendered, Renderer};

/// The date all tests use.
const DATE: Date = date(2026, 11, 21);

fn render(document: impl Into<Document>) -> Rendered {
    try_render(document).unwrap()
}

fn try_render(document: impl Into<Document>) -> Result<Rendered, PdfError> {
    use std::sync::LazyLock;
    static RENDERER: LazyLock<Renderer> = LazyLock::new(|| Renderer::new(2));
    RENDERER.render_blocking(&document.into(), DATE)
}
