//! Lists of files.

use i18n::Lang;
use maud::{Markup, Render, html};

use super::Icon;
use crate::words;

/// The size of a file in words: `1,4 MB` in Polish, `1.4 MB` in English; decimal units.
#[must_use]
pub fn file_size(lang: Lang, bytes: u64) -> String {
    let (unit, name) = match bytes {
        0..1_000 => return format!("{bytes} {}", words::bytes_b(lang)),
        1_000..1_000_000 => (1_000, "kB"),
        1_000_000..1_000_000_000 => (1_000_000, "MB"),
        _ => (1_000_000_000, "GB"),
    };
    let tenths = (bytes / (unit / 10)).max(1);
    let (whole, tenth) = (tenths / 10, tenths % 10);
    let point = if lang == Lang::Pl { ',' } else { '.' };
    if whole >= 100 || tenth == 0 { format!("{whole} {name}") } else { format!("{whole}{point}{tenth} {name}") }
}

/// A file: its name, address, type and size.
#[derive(Clone, Debug)]
pub struct FileItem {
    name: String,
    href: Option<String>,
    bytes: Option<u64>,
    meta: Option<Markup>,
    action: Option<Markup>,
}

impl FileItem {
    /// A file without an address yet.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), href: None, bytes: None, meta: None, action: None }
    }

    /// Where it opens or downloads.
    #[must_use]
    pub fn link(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }

    /// Its size in bytes.
    #[must_use]
    pub fn size(mut self, bytes: u64) -> Self {
        self.bytes = Some(bytes);
        self
    }

    /// Facts after the size: who added it and when, the number of pages.
    #[must_use]
    pub fn meta(mut self, meta: impl Render) -> Self {
        self.meta = Some(meta.render());
        self
    }

    /// Buttons at the end.
    #[must_use]
    pub fn action(mut self, action: impl Render) -> Self {
        self.action = Some(action.render());
        self
    }

    /// The ending of the name in capitals, at most four signs.
    fn kind(&self) -> String {
        match self.name.rsplit_once('.') {
            Some((_, ending)) if (1..=4).contains(&ending.len()) => ending.to_uppercase(),
            _ => String::new(),
        }
    }
}

/// Files, one below the other.
#[derive(Clone, Debug)]
pub struct FileList {
    lang: Lang,
    files: Vec<FileItem>,
}

impl FileList {
    /// The given files.
    pub fn new(lang: Lang, files: impl IntoIterator<Item = FileItem>) -> Self {
        Self { lang, files: files.into_iter().collect() }
    }
}

impl Render for FileList {
    fn render(&self) -> Markup {
        if self.files.is_empty() {
            return html! { p.hint { (words::files_none(self.lang)) } };
        }
        html! {
            ul.files role="list" {
                @for file in &self.files {
                    @let kind = file.kind();
                    li.file {
                        span.file-icon data-kind=(kind.to_lowercase()) aria-hidden="true" {
                            @if kind.is_empty() { (Icon::File) } @else { (kind) }
                        }
                        div.file-text {
                            @if let Some(href) = &file.href { a.file-name href=(href) { (file.name) } }
                            @else { span.file-name { (file.name) } }
                            @if file.bytes.is_some() || file.meta.is_some() {
                                span.file-meta {
                                    @if let Some(bytes) = file.bytes { (file_size(self.lang, bytes)) }
                                    @if file.bytes.is_some() && file.meta.is_some() { " · " }
                                    @if let Some(meta) = &file.meta { (meta) }
                                }
                            }
                        }
                        @if let Some(action) = &file.action { div.file-action { (action) } }
                    }
                }
            }
        }
    }
}
