//! From a document to bytes, a bounded number at a time.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;
use tokio::sync::Semaphore;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::document::Document;
use crate::sanitise;
use crate::world::{Desk, Shared};

/// Upper limit of all texts of a document together, in bytes. A page has about 3,000.
pub const MAX_DATA: usize = 2_000_000;
/// Upper limit of columns in one table.
pub const MAX_COLUMNS: usize = 30;
/// How many renderings may wait for each one that runs.
const WAITING_PER_RUNNING: usize = 64;

/// A finished document.
#[derive(Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The PDF file.
    pub bytes: Vec<u8>,
    /// Number of pages.
    pub pages: usize,
    /// Characters that the fonts lack and that were replaced by [`sanitise::MARK`], in order, each once.
    pub replaced: Vec<char>,
}

impl fmt::Debug for Rendered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rendered")
            .field("bytes", &self.bytes.len())
            .field("pages", &self.pages)
            .field("replaced", &self.replaced)
            .finish()
    }
}

/// Why a document was not rendered.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// So many renderings wait already; try again later.
    #[error("too many documents wait to be rendered")]
    Busy,
    /// The texts are longer than [`MAX_DATA`] or a table is wider than [`MAX_COLUMNS`].
    #[error("the document is too large")]
    TooLarge,
    /// The data could not be written as JSON.
    #[error("the data could not be prepared")]
    Data(#[from] serde_json::Error),
    /// The program's own fonts or templates are broken.
    #[error("fonts or templates could not be read: {0}")]
    Setup(String),
    /// The template or the standard was violated: a defect of this crate. The texts name places in
    /// the template, not what people wrote.
    #[error("the document could not be set: {}", .0.join("; "))]
    Typesetting(Vec<String>),
    /// The rendering stopped unexpectedly.
    #[error("the rendering stopped unexpectedly")]
    Stopped,
}

/// Renders documents on blocking threads. Cheap to clone; keep one per process.
#[derive(Clone)]
pub struct Renderer {
    shared: Arc<Result<Arc<Shared>, String>>,
    running: Arc<Semaphore>,
    admitted: Arc<Semaphore>,
}

impl fmt::Debug for Renderer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Renderer").field("free", &self.running.available_permits()).finish_non_exhaustive()
    }
}

impl Renderer {
    /// A renderer that works on at most `parallel` documents at a time (at least one; the number of
    /// cores is a good choice) and lets 64 times as many wait.
    pub fn new(parallel: usize) -> Self {
        let parallel = parallel.clamp(1, 1024);
        Self {
            shared: Arc::new(Shared::load().map(Arc::new)),
            running: Arc::new(Semaphore::new(parallel)),
            admitted: Arc::new(Semaphore::new(parallel.saturating_mul(WAITING_PER_RUNNING + 1))),
        }
    }

    /// Renders a document. `date` is the file's date of creation; with the same document and date the
    /// bytes are the same.
    ///
    /// # Errors
    /// [`PdfError::Busy`] at once if too many wait, [`PdfError::TooLarge`] by size; the others are defects.
    pub async fn render(&self, document: Document, date: Date) -> Result<Rendered, PdfError> {
        let admitted = Arc::clone(&self.admitted).try_acquire_owned().map_err(|_| PdfError::Busy)?;
        let running = Arc::clone(&self.running).acquire_owned().await.map_err(|_| PdfError::Stopped)?;
        let renderer = self.clone();
        tokio::task::spawn_blocking(move || {
            let rendered = renderer.render_blocking(&document, date);
            drop((running, admitted));
            rendered
        })
        .await
        .map_err(|_| PdfError::Stopped)?
    }

    /// Renders a document on the calling thread, whatever else runs. For commands without a runtime.
    ///
    /// # Errors
    /// As [`Renderer::render`], without [`PdfError::Busy`].
    pub fn render_blocking(&self, document: &Document, date: Date) -> Result<Rendered, PdfError> {
        let shared = self.shared.as_ref().as_ref().map_err(|error| PdfError::Setup(error.clone()))?;
        let language = document.language();
        // Cleaned first: what is left of a text decides whether its heading or row is shown at all.
        let mut replaced = BTreeSet::new();
        let mut length = 0_usize;
        let document = document.with_texts(&mut |text| {
            length = length.saturating_add(text.len());
            if length > MAX_DATA {
                return;
            }
            *text = sanitise::clean(text, language, |c| shared.covers(c), &mut replaced);
        })?;
        let view = document.view(shared.words(language))?;
        if length > MAX_DATA || widest_table(&view) > MAX_COLUMNS {
            return Err(PdfError::TooLarge);
        }
        let json = serde_json::to_string(&view)?;

        let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
            .map_err(|error| PdfError::Setup(error.message().to_string()))?;
        let options = PdfOptions {
            ident: Smart::Custom(json.clone()),
            creator: Smart::Custom(Some("SZPON".to_owned())),
            timestamp: timestamp(date),
            standards,
            ..PdfOptions::default()
        };
        let desk = Desk::new(Arc::clone(shared), document.template(), json)
            .ok_or_else(|| PdfError::Setup(format!("no template {}", document.template())))?;
        let result = typst::compile::<PagedDocument>(&desk).output.and_then(|document| {
            let bytes = typst_pdf::pdf(&document, &options)?;
            Ok((bytes, document.pages().len()))
        });
        // Without this the cache of layouts grows for ever; what the last documents had in common stays.
        typst::comemo::evict(2);
        let (bytes, pages) = result.map_err(|errors| PdfError::Typesetting(errors.iter().map(describe).collect()))?;
        Ok(Rendered { bytes, pages, replaced: replaced.into_iter().collect() })
    }
}

/// Midnight UTC of the date. PDF/A asks for a date and PDF knows no years before 1, so earlier ones
/// become the first day of it.
fn timestamp(date: Date) -> Option<Timestamp> {
    let date = date.max(Date::constant(1, 1, 1));
    let number = |part: i8| u8::try_from(part).ok();
    Datetime::from_ymd_hms(i32::from(date.year()), number(date.month())?, number(date.day())?, 0, 0, 0)
        .map(Timestamp::new_utc)
}

/// The largest number of columns among the tables of a view.
fn widest_table(view: &serde_json::Value) -> usize {
    ["body", "reasons", "appeal"]
        .iter()
        .filter_map(|part| view.get(part)?.as_array())
        .flatten()
        .filter_map(|block| Some(block.get("headers")?.as_array()?.len()))
        .max()
        .unwrap_or(0)
}

fn describe(error: &SourceDiagnostic) -> String {
    let hints: Vec<&str> = error.hints.iter().map(|hint| hint.v.as_str()).collect();
    if hints.is_empty() { error.message.to_string() } else { format!("{} ({})", error.message, hints.join("; ")) }
}
