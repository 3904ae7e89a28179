//! Official documents as PDF: archival (PDF/A-2a) and accessible (PDF/UA-1).
//!
//! A caller fills one of the data structures of [`document`], hands it to a [`Renderer`] and gets
//! bytes. Nothing else goes in: templates are part of this crate, fonts are compiled in, neither
//! files nor network are touched, and the same input gives the same bytes.
//!
//! ```no_run
//! # async fn example() -> Result<(), pdf::PdfError> {
//! use pdf::{Document, Letter, Renderer, markdown};
//!
//! let renderer = Renderer::new(2);
//! let mut letter = Letter::new("Urząd Miasta Łodzi", "Łódź", jiff::civil::date(2026, 11, 21));
//! letter.kind = "Zawiadomienie".into();
//! letter.subject = "o wszczęciu postępowania".into();
//! letter.body = markdown::blocks("Zawiadamiam, że **wszczęto** postępowanie.");
//! let rendered = renderer.render(Document::from(letter), jiff::civil::date(2026, 11, 21)).await?;
//! assert!(rendered.bytes.starts_with(b"%PDF-"));
//! # Ok(()) }
//! ```
//!
//! To add a kind of document: a struct with its `view` under `src/document/`, a variant of
//! [`Document`], a template under `templates/` (registered in `src/world.rs`), its fixed words in
//! `words/pl.json` and `words/en.json`, a sample in [`samples`] and a row in `tests/it`.
//!
//! What people typed never becomes Typst source: it reaches the template only as values of a
//! virtual `/data.json`, after [`sanitise`](mod@sanitise) has removed what PDF/A refuses.
#![warn(missing_docs)]

pub mod document;
pub mod markdown;
pub mod qr;
mod renderer;
pub mod samples;
pub mod sanitise;
mod template;
mod words;
mod world;

pub use document::{
    Block, CaseRecord, Certificate, Document, Item, Language, Letter, LetterClerk, Office, Receipt, Received,
    RecordEntry, Run, Signature, Submission, SubmissionField, SubmissionStep,
};
pub use renderer::{MAX_COLUMNS, MAX_DATA, PdfError, Rendered, Renderer};
pub use template::{Filled, fill, fill_markdown, placeholders};
