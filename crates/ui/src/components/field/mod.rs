//! Fields of forms: label, hint, control, error, joined for screen readers.

mod control;
mod fieldset;
mod options;

use i18n::Lang;
use maud::{Markup, Render, html};

pub use fieldset::Fieldset;

use crate::words;

/// How wide a control is drawn; it says how much to write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// About four signs: a year, a number of a house.
    W4,
    /// About eight signs: a postal code.
    W8,
    /// About twelve signs: PESEL, a date, a telephone.
    W12,
    /// About twenty signs: a name.
    W20,
    /// As wide as the measure of text.
    #[default]
    Full,
}

impl Width {
    fn name(self) -> &'static str {
        match self {
            Width::W4 => "4",
            Width::W8 => "8",
            Width::W12 => "12",
            Width::W20 => "20",
            Width::Full => "full",
        }
    }
}

/// One of the things to choose from.
#[derive(Clone, Debug)]
pub struct Choice {
    value: String,
    label: Markup,
    hint: Option<Markup>,
    group: Option<String>,
    disabled: bool,
}

impl Choice {
    /// A choice: the value sent and the words shown.
    pub fn new(value: impl Into<String>, label: impl Render) -> Self {
        Self { value: value.into(), label: label.render(), hint: None, group: None, disabled: false }
    }

    /// A sentence under the words (radio groups and checkboxes only).
    #[must_use]
    pub fn hint(mut self, hint: impl Render) -> Self {
        self.hint = Some(hint.render());
        self
    }

    /// The group in a select; choices of one group stand together.
    #[must_use]
    pub fn group(mut self, group: impl Into<String>) -> Self {
        self.group = Some(group.into());
        self
    }

    /// Cannot be chosen now.
    #[must_use]
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }
}

/// What is written into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Input(&'static str),
    Password,
    Textarea,
    Select,
    Radios,
    Checkboxes,
    Checkbox,
    File,
}

/// A field of a form. Required fields are the rule and carry no mark; the others say "optional".
#[derive(Clone, Debug)]
pub struct Field {
    lang: Lang,
    kind: Kind,
    name: String,
    label: Markup,
    id: Option<String>,
    hint: Option<Markup>,
    error: Option<String>,
    values: Vec<String>,
    choices: Vec<Choice>,
    required: bool,
    disabled: bool,
    readonly: bool,
    autofocus: bool,
    multiple: bool,
    inline: bool,
    hide_label: bool,
    width: Width,
    rows: u16,
    maxlength: Option<u32>,
    autocomplete: Option<String>,
    inputmode: Option<&'static str>,
    pattern: Option<String>,
    accept: Option<String>,
    min: Option<String>,
    max: Option<String>,
    step: Option<String>,
    placeholder: Option<String>,
    prefix: Option<String>,
    suffix: Option<String>,
    suggest: Option<String>,
    when: Vec<String>,
    when_said: Option<Markup>,
    form: Option<String>,
    spellcheck: Option<bool>,
    auto_submit: bool,
    after: Option<Markup>,
}

impl Field {
    fn make(lang: Lang, kind: Kind, name: impl Into<String>, label: impl Render) -> Self {
        Self {
            lang,
            kind,
            name: name.into(),
            label: label.render(),
            id: None,
            hint: None,
            error: None,
            values: Vec::new(),
            choices: Vec::new(),
            required: false,
            disabled: false,
            readonly: false,
            autofocus: false,
            multiple: false,
            inline: false,
            hide_label: false,
            width: Width::Full,
            rows: 5,
            maxlength: None,
            autocomplete: None,
            inputmode: None,
            pattern: None,
            accept: None,
            min: None,
            max: None,
            step: None,
            placeholder: None,
            prefix: None,
            suffix: None,
            suggest: None,
            when: Vec::new(),
            when_said: None,
            form: None,
            spellcheck: None,
            auto_submit: false,
            after: None,
        }
    }

    /// One line of text.
    pub fn text(lang: Lang, name: impl Into<String>, label: impl Render) -> Self {
        Self::make(lang, Kind::Input("text"), name, label)
    }

    /// An e-mail address, with `autocomplete=email`.
    pub fn email(lang: Lang, name: impl Into<String>, label: impl Render) -> Self {
        Self::make(lang, Kind::Input("email"), name, label).autocomplete("email").spellcheck(false)
    }

    /// A telephone, with `autocomplete=tel`.
    pub fn tel(lang: Lang, name: impl Into<String>, label: impl Render) -> Self {
        Self::make(lang, Kind::Input("tel"), name, label).autocomplete("tel").width(Width::W20)
    }

    /// A password with a button that shows it. Give `current-password` or `new-password` to
    /// [`Field::autocomplete`]; the former is set already. A value is never written into the page.
    pub fn password(lang: Lang, name: impl Into<String>, label: impl Render) -> Self {
        Self::make(lang, Kind::Password, name, label).autocomplete("current-password").spellcheck(false)
    }

    /// A day, ISO 8601 (`2026-01-31`) as the value.
    pub fn date(lang: Lang, name: impl Into<String>, label: impl Render) -> Self {
        Self::make(lang, Kind::Input("date"), name, label).width(Width::W12)
    }

    /// A number to count with (not PESEL, not a code: use [`Field::text`] with [`Field::digits`]).
    pub fn number(lang: Lang, name: impl Into<String>, label: impl Render) -> Self {
        Self::make(lang, Kind::Input("number"), name, label).inputmode("decimal").width(Width::W8)
    }

    /// A search text.
    pub fn search(lang: Lang, name: impl Into<String>, label: impl Render) -> Self {
        Self::make(lang, Kind::Input("search"), name, label).required_unmarked()
    }

    /// Several lines; with [`Field::maxlength`] it counts the signs left.
    pub fn textarea(lang: Lang, name: impl Into<String>, label: impl Render) -> Self {
        Self::make(lang, Kind::Textarea, name, label)
    }

    /// One of a list, folded. For up to seven choices prefer [`Field::radios`].
    pub fn select(lang: Lang, name: impl Into<String>, label: impl Render) -> Self {
        Self::make(lang, Kind::Select, name, label)
    }

    /// One of a few, all visible.
    pub fn radios(lang: Lang, name: impl Into<String>, label: impl Render) -> Self {
        Self::make(lang, Kind::Radios, name, label)
    }

    /// Any number of a few.
    pub fn checkboxes(lang: Lang, name: impl Into<String>, label: impl Render) -> Self {
        Self::make(lang, Kind::Checkboxes, name, label)
    }

    /// A single yes or no; sends `on`. Call [`Field::value`] with `"on"` to tick it.
    pub fn checkbox(lang: Lang, name: impl Into<String>, label: impl Render) -> Self {
        Self::make(lang, Kind::Checkbox, name, label)
    }

    /// A file, or several, with a place to drop them. The form must be [`super::Form::multipart`].
    pub fn file(lang: Lang, name: impl Into<String>, label: impl Render) -> Self {
        Self::make(lang, Kind::File, name, label)
    }

    /// A value not shown.
    pub fn hidden(name: impl AsRef<str>, value: impl AsRef<str>) -> Markup {
        html! { input type="hidden" name=(name.as_ref()) value=(value.as_ref()); }
    }

    /// The id of the control, for the error summary and labels.
    #[must_use]
    pub fn control_id(&self) -> String {
        self.id.clone().unwrap_or_else(|| Self::id_of(&self.name))
    }

    /// The id a field of this name has.
    #[must_use]
    pub fn id_of(name: &str) -> String {
        let mut id = String::from("f-");
        id.extend(name.chars().map(|c| if c.is_alphanumeric() || c == '-' || c == '_' { c } else { '-' }));
        id
    }

    fn chosen(&self, value: &str) -> bool {
        self.values.iter().any(|one| one == value)
    }

    fn first_value(&self) -> &str {
        self.values.first().map_or("", String::as_str)
    }

    fn counted(&self) -> bool {
        self.kind == Kind::Textarea && self.maxlength.is_some()
    }

    fn described_by(&self, id: &str) -> Option<String> {
        let mut ids = Vec::new();
        if self.when_said.is_some() {
            ids.push(format!("{id}-when"));
        }
        if self.hint.is_some() {
            ids.push(format!("{id}-hint"));
        }
        if self.error.is_some() {
            ids.push(format!("{id}-error"));
        }
        if self.counted() {
            ids.push(format!("{id}-count"));
        }
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn mark(&self) -> Markup {
        html! {
            @if !self.required && !self.inline && !self.disabled && self.kind != Kind::Checkbox {
                " " span.optional { "(" (words::optional(self.lang)) ")" }
            }
        }
    }

    fn hint_and_error(&self, id: &str) -> Markup {
        html! {
            @if let Some(said) = &self.when_said { p.without-script id={ (id) "-when" } { (said) } }
            @if let Some(hint) = &self.hint { div.hint id={ (id) "-hint" } { (hint) } }
            @if let Some(error) = &self.error {
                p.field-error id={ (id) "-error" } {
                    (super::Icon::Danger) span.visually-hidden { (words::error(self.lang)) ": " } (error)
                }
            }
        }
    }
}

impl Render for Field {
    fn render(&self) -> Markup {
        let id = self.control_id();
        let when = (!self.when.is_empty()).then(|| self.when.join("&"));
        match self.kind {
            Kind::Radios | Kind::Checkboxes => html! {
                fieldset.field.field-group.field-invalid[self.error.is_some()] id=(id) data-when=[when]
                    aria-describedby=[self.described_by(&id)] disabled[self.disabled] {
                    legend.label.visually-hidden[self.hide_label] { (self.label) (self.mark()) }
                    (self.hint_and_error(&id))
                    (self.options(&id))
                    @if let Some(after) = &self.after { (after) }
                }
            },
            Kind::Checkbox => html! {
                div.field.field-invalid[self.error.is_some()] data-when=[when] {
                    @if self.error.is_some() || self.when_said.is_some() {
                        (Field { hint: None, ..self.clone() }.hint_and_error(&id))
                    }
                    (self.single_checkbox(&id))
                    @if let Some(after) = &self.after { (after) }
                }
            },
            _ => html! {
                div.field.field-invalid[self.error.is_some()] data-when=[when] {
                    label.label.visually-hidden[self.hide_label] for=(id) { (self.label) (self.mark()) }
                    (self.hint_and_error(&id))
                    (self.control(&id))
                    @if let Some(after) = &self.after { (after) }
                }
            },
        }
    }
}
