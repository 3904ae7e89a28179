//! Forms.

use i18n::Lang;
use maud::{Markup, Render, html};

use crate::words;

/// A form. It disables its buttons while it is being sent; a double click sends once. The server's checks answer instead
/// of the browser's, with better words, in the reader's language and with a summary.
#[derive(Clone, Debug)]
pub struct Form {
    action: String,
    method: &'static str,
    multipart: bool,
    id: Option<String>,
    hidden: Vec<(String, String)>,
    lang: Lang,
    keep: Option<String>,
    autosave: Option<String>,
    preview: Option<(String, String)>,
    inline: bool,
    label: Option<String>,
    search: bool,
    body: Markup,
}

impl Form {
    fn make(action: impl Into<String>, method: &'static str) -> Self {
        Self {
            action: action.into(),
            method,
            multipart: false,
            id: None,
            hidden: Vec::new(),
            lang: Lang::Pl,
            keep: None,
            autosave: None,
            preview: None,
            inline: false,
            label: None,
            search: false,
            body: html! {},
        }
    }

    /// A form that changes something.
    pub fn post(action: impl Into<String>) -> Self {
        Self::make(action, "post")
    }

    /// A form that only asks: filters and search.
    pub fn get(action: impl Into<String>) -> Self {
        Self::make(action, "get")
    }

    /// A form with files.
    pub fn multipart(action: impl Into<String>) -> Self {
        Self { multipart: true, ..Self::make(action, "post") }
    }

    /// The id, for buttons and fields that stand elsewhere.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// A value sent but not shown.
    #[must_use]
    pub fn hidden(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.hidden.push((name.into(), value.into()));
        self
    }

    /// The version of what is edited, sent as `version`: the server refuses a stale one.
    #[must_use]
    pub fn version(self, version: impl ToString) -> Self {
        self.hidden("version", version.to_string())
    }

    /// The key that makes sending twice harmless, sent as `once`.
    #[must_use]
    pub fn once(self, key: impl Into<String>) -> Self {
        self.hidden("once", key)
    }

    /// The key against requests from other sites, sent as `csrf`.
    #[must_use]
    pub fn csrf(self, key: impl Into<String>) -> Self {
        self.hidden("csrf", key)
    }

    /// Keeps unsent text in this browser's tab under the key, and puts it back after a lost session.
    #[must_use]
    pub fn keep(mut self, lang: Lang, key: impl Into<String>) -> Self {
        self.lang = lang;
        self.keep = Some(key.into());
        self
    }

    /// Sends the form there as a draft 1.5 s after the last change; the page says so under the form.
    #[must_use]
    pub fn autosave(mut self, lang: Lang, url: impl Into<String>) -> Self {
        self.lang = lang;
        self.autosave = Some(url.into());
        self
    }

    /// Sends the form there after a change and puts the answer into the element of the id.
    #[must_use]
    pub fn preview(mut self, url: impl Into<String>, target_id: impl Into<String>) -> Self {
        self.preview = Some((url.into(), target_id.into()));
        self
    }

    /// Fields and button in one line where they fit.
    #[must_use]
    pub fn inline(mut self) -> Self {
        self.inline = true;
        self
    }

    /// The name for screen readers, when several forms stand on a page.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// A search: a landmark of its own.
    #[must_use]
    pub fn search(mut self) -> Self {
        self.search = true;
        self
    }

    /// The fields and buttons.
    #[must_use]
    pub fn body(mut self, body: impl Render) -> Self {
        self.body = body.render();
        self
    }
}

impl Render for Form {
    fn render(&self) -> Markup {
        let post = self.method == "post";
        html! {
            form.form.form-inline[self.inline] id=[self.id.as_ref()] action=(self.action) method=(self.method)
                enctype=[self.multipart.then_some("multipart/form-data")] novalidate
                role=[self.search.then_some("search")] aria-label=[self.label.as_ref()]
                data-once[post] data-keep=[self.keep.as_ref()] data-autosave=[self.autosave.as_ref()]
                data-preview=[self.preview.as_ref().map(|(url, _)| url)]
                data-preview-target=[self.preview.as_ref().map(|(_, target)| target)] {
                @for (name, value) in &self.hidden { input type="hidden" name=(name) value=(value); }
                (self.body)
                @if self.autosave.is_some() || self.keep.is_some() {
                    p.form-status role="status" data-status data-saving=(words::draft_saving(self.lang))
                        data-saved=(words::draft_saved(self.lang)) data-failed=(words::draft_failed(self.lang))
                        data-restored=(words::draft_restored(self.lang)) {}
                }
            }
        }
    }
}
