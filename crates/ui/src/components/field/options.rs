//! What a field may be told: help, errors, values, limits, how it looks.

use maud::Render;

use super::{Choice, Field, Width};

impl Field {
    /// Help under the label: what to write and why.
    #[must_use]
    pub fn hint(mut self, hint: impl Render) -> Self {
        self.hint = Some(hint.render());
        self
    }

    /// What is wrong and how to correct it; `None` when all is well.
    #[must_use]
    pub fn error(mut self, error: Option<impl Into<String>>) -> Self {
        self.error = error.map(Into::into);
        self
    }

    /// The value, or the one chosen.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.values = vec![value.into()];
        self
    }

    /// The values chosen (checkboxes, select of several).
    #[must_use]
    pub fn values<V: Into<String>>(mut self, values: impl IntoIterator<Item = V>) -> Self {
        self.values = values.into_iter().map(Into::into).collect();
        self
    }

    /// The things to choose from.
    #[must_use]
    pub fn choices(mut self, choices: impl IntoIterator<Item = Choice>) -> Self {
        self.choices = choices.into_iter().collect();
        self
    }

    /// Must be filled in.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Must be filled in, when a condition of the caller holds.
    #[must_use]
    pub fn required_if(mut self, required: bool) -> Self {
        self.required = required;
        self
    }

    /// Takes away the word "optional" without making the field required (filters, search).
    #[must_use]
    pub fn required_unmarked(mut self) -> Self {
        self.inline = true;
        self
    }

    /// Another id than `f-NAME`, when a page has two fields of one name.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Cannot be changed and is not sent.
    #[must_use]
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }

    /// Cannot be changed but is sent.
    #[must_use]
    pub fn readonly(mut self) -> Self {
        self.readonly = true;
        self
    }

    /// Takes the focus when the page opens; only on pages that are one question.
    #[must_use]
    pub fn autofocus(mut self) -> Self {
        self.autofocus = true;
        self
    }

    /// Several files, or several of a select.
    #[must_use]
    pub fn multiple(mut self) -> Self {
        self.multiple = true;
        self
    }

    /// The label is for screen readers only.
    #[must_use]
    pub fn hide_label(mut self) -> Self {
        self.hide_label = true;
        self
    }

    /// How wide the control is.
    #[must_use]
    pub fn width(mut self, width: Width) -> Self {
        self.width = width;
        self
    }

    /// Lines of a text area (5 unless told).
    #[must_use]
    pub fn rows(mut self, rows: u16) -> Self {
        self.rows = rows;
        self
    }

    /// The most signs that are accepted. A text area lets people write over it and says by how many.
    #[must_use]
    pub fn maxlength(mut self, signs: u32) -> Self {
        self.maxlength = Some(signs);
        self
    }

    /// The `autocomplete` token (WCAG 1.3.5): `given-name`, `family-name`, `street-address`, `one-time-code`…
    #[must_use]
    pub fn autocomplete(mut self, token: impl Into<String>) -> Self {
        self.autocomplete = Some(token.into());
        self
    }

    /// The keyboard of a phone: `numeric`, `decimal`, `email`, `tel`, `url`.
    #[must_use]
    pub fn inputmode(mut self, mode: &'static str) -> Self {
        self.inputmode = Some(mode);
        self
    }

    /// Digits only, such as PESEL: numeric keyboard, no spell checking, narrow.
    #[must_use]
    pub fn digits(self, width: Width) -> Self {
        self.inputmode("numeric").spellcheck(false).width(width)
    }

    /// The pattern the browser checks.
    #[must_use]
    pub fn pattern(mut self, pattern: impl Into<String>) -> Self {
        self.pattern = Some(pattern.into());
        self
    }

    /// Kinds of files, as in the `accept` attribute.
    #[must_use]
    pub fn accept(mut self, accept: impl Into<String>) -> Self {
        self.accept = Some(accept.into());
        self
    }

    /// The least number or earliest day.
    #[must_use]
    pub fn min(mut self, min: impl ToString) -> Self {
        self.min = Some(min.to_string());
        self
    }

    /// The greatest number or latest day.
    #[must_use]
    pub fn max(mut self, max: impl ToString) -> Self {
        self.max = Some(max.to_string());
        self
    }

    /// The step of a number (`any`, `0.01`).
    #[must_use]
    pub fn step(mut self, step: impl ToString) -> Self {
        self.step = Some(step.to_string());
        self
    }

    /// An example inside the control; never instead of a label or hint.
    #[must_use]
    pub fn placeholder(mut self, placeholder: impl Into<String>) -> Self {
        self.placeholder = Some(placeholder.into());
        self
    }

    /// Words before the control, such as a country's prefix.
    #[must_use]
    pub fn prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = Some(prefix.into());
        self
    }

    /// Words after the control: a unit, "zł", "m²".
    #[must_use]
    pub fn suffix(mut self, suffix: impl Into<String>) -> Self {
        self.suffix = Some(suffix.into());
        self
    }

    /// Suggests while one writes: the address that answers `?q=…` with [`super::suggestions`].
    #[must_use]
    pub fn suggest(mut self, url: impl Into<String>) -> Self {
        self.suggest = Some(url.into());
        self
    }

    /// Shown only while the field `name` has `value`; several values are divided by `|`. Called again, all must hold. The
    /// server decides the same anew.
    #[must_use]
    pub fn when(mut self, name: &str, value: &str) -> Self {
        self.when.push(format!("{name}={value}"));
        self
    }

    /// When it applies, in words: read where no script hides it.
    #[must_use]
    pub fn when_said(mut self, words: impl Render) -> Self {
        self.when_said = Some(words.render());
        self
    }

    /// The id of the form when the field stands outside it.
    #[must_use]
    pub fn form(mut self, id: impl Into<String>) -> Self {
        self.form = Some(id.into());
        self
    }

    /// Whether the browser checks the spelling.
    #[must_use]
    pub fn spellcheck(mut self, check: bool) -> Self {
        self.spellcheck = Some(check);
        self
    }

    /// Sends the form when the choice changes (filters). Keep a visible button for those without scripts.
    #[must_use]
    pub fn auto_submit(mut self) -> Self {
        self.auto_submit = true;
        self
    }

    /// Anything under the control, such as a live check.
    #[must_use]
    pub fn after(mut self, after: impl Render) -> Self {
        self.after = Some(after.render());
        self
    }
}
