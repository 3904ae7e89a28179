//! Search with suggestions.

use i18n::Lang;
use maud::{Markup, Render, html};

use super::Icon;
use crate::words;

/// A box to search in: a form with GET, and suggestions while one writes.
#[derive(Clone, Debug)]
pub struct SearchBox {
    lang: Lang,
    action: String,
    label: String,
    id: String,
    name: String,
    value: String,
    hint: Option<Markup>,
    placeholder: Option<String>,
    suggest: Option<String>,
    large: bool,
    hidden: Vec<(String, String)>,
}

impl SearchBox {
    /// A box that asks `action?q=…`; the label is shown above a large box and read out for a small one.
    pub fn new(lang: Lang, action: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            lang,
            action: action.into(),
            label: label.into(),
            id: "search".to_owned(),
            name: "q".to_owned(),
            value: String::new(),
            hint: None,
            placeholder: None,
            suggest: None,
            large: false,
            hidden: Vec::new(),
        }
    }

    /// Another id, when a page has two.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Another name of the parameter than `q`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// What was asked.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// An example or remark below the label (large boxes).
    #[must_use]
    pub fn hint(mut self, hint: impl Render) -> Self {
        self.hint = Some(hint.render());
        self
    }

    /// An example inside a small box.
    #[must_use]
    pub fn placeholder(mut self, placeholder: impl Into<String>) -> Self {
        self.placeholder = Some(placeholder.into());
        self
    }

    /// The address that answers `?q=…` with [`suggestions`].
    #[must_use]
    pub fn suggest(mut self, url: impl Into<String>) -> Self {
        self.suggest = Some(url.into());
        self
    }

    /// The main thing on the page.
    #[must_use]
    pub fn large(mut self) -> Self {
        self.large = true;
        self
    }

    /// A value kept while searching (a filter).
    #[must_use]
    pub fn hidden(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.hidden.push((name.into(), value.into()));
        self
    }
}

impl Render for SearchBox {
    fn render(&self) -> Markup {
        let hint_id = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        html! {
            form.search-box.search-large[self.large] action=(self.action) method="get" role="search"
                aria-label=[(!self.large).then_some(&self.label)] {
                @for (name, value) in &self.hidden { input type="hidden" name=(name) value=(value); }
                label.label.visually-hidden[!self.large] for=(self.id) { (self.label) }
                @if let Some(hint) = &self.hint { div.hint id=[hint_id.as_ref()] { (hint) } }
                div.search-row {
                    (Icon::Search)
                    input.input id=(self.id) name=(self.name) type="search" value=(self.value) autocomplete="off"
                        enterkeyhint="search" placeholder=[self.placeholder.as_ref()] aria-describedby=[hint_id.as_ref()]
                        data-suggest=[self.suggest.as_ref()]
                        data-found=[self.suggest.as_ref().map(|_| words::suggestions_found(self.lang))]
                        data-list-label=[self.suggest.as_ref().map(|_| words::suggestions(self.lang))];
                    button.btn.btn-primary type="submit" { span { (words::search(self.lang)) } }
                }
            }
        }
    }
}

/// One suggestion.
#[derive(Clone, Debug)]
pub struct Suggestion {
    value: String,
    label: Markup,
    note: Option<String>,
    href: Option<String>,
}

impl Suggestion {
    /// The text put into the box, and what is shown.
    pub fn new(value: impl Into<String>, label: impl Render) -> Self {
        Self { value: value.into(), label: label.render(), note: None, href: None }
    }

    /// A grey remark: the district of a town.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Choosing it goes there at once.
    #[must_use]
    pub fn link(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }
}

/// The fragment a suggesting address answers with: options of a list box, without ids (the script gives them).
pub fn suggestions(items: impl IntoIterator<Item = Suggestion>) -> Markup {
    html! {
        @for item in items {
            li role="option" aria-selected="false" data-value=(item.value) data-href=[item.href] {
                span.suggestion-label { (item.label) }
                @if let Some(note) = &item.note { span.suggestion-note { (note) } }
            }
        }
    }
}
