//! Asking once before something is destroyed.

use i18n::Lang;
use maud::{Markup, Render, html};

use super::{Button, Icon};
use crate::words;

/// A button that opens a question naming what goes. Without scripts it unfolds in place; with them it is a dialog.
#[derive(Clone, Debug)]
pub struct Confirm {
    lang: Lang,
    id: String,
    open: String,
    icon: Option<Icon>,
    title: String,
    text: Markup,
    form: Markup,
    danger: bool,
    small: bool,
}

impl Confirm {
    /// A question. `id` is unique on the page; `open` is the verb on the first button; `title` is the question;
    /// `form` holds the button that does it (a [`super::Form`] without Cancel, which is added here).
    pub fn new(
        lang: Lang,
        id: impl Into<String>,
        open: impl Into<String>,
        title: impl Into<String>,
        form: impl Render,
    ) -> Self {
        Self {
            lang,
            id: id.into(),
            open: open.into(),
            icon: None,
            title: title.into(),
            text: html! {},
            form: form.render(),
            danger: true,
            small: false,
        }
    }

    /// What will happen, and whether it can be undone.
    #[must_use]
    pub fn text(mut self, text: impl Render) -> Self {
        self.text = text.render();
        self
    }

    /// An icon on the first button.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Nothing is destroyed: the first button is an ordinary one.
    #[must_use]
    pub fn calm(mut self) -> Self {
        self.danger = false;
        self
    }

    /// The first button is small.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }
}

impl Render for Confirm {
    fn render(&self) -> Markup {
        let title_id = format!("{}-title", self.id);
        html! {
            details.confirm id=(self.id) data-confirm {
                summary.btn.btn-secondary.btn-small[self.small].btn-warn[self.danger] {
                    @if let Some(icon) = self.icon { (icon) } span { (self.open) }
                }
                div.confirm-box role="group" aria-labelledby=(title_id) {
                    h2.confirm-title id=(title_id) { (self.title) }
                    div.confirm-text { (self.text) }
                    div.confirm-actions {
                        (self.form)
                        (Button::plain(words::cancel(self.lang)).quiet().does("close", self.id.as_str()))
                    }
                }
            }
        }
    }
}
