//! The control inside a field.

use maud::{Markup, html};

use super::{Choice, Field, Kind};
use crate::{components::Icon, words};

impl Field {
    /// The control itself for the kinds with one element.
    pub(super) fn control(&self, id: &str) -> Markup {
        match self.kind {
            Kind::Textarea => self.textarea_control(id),
            Kind::Select => self.select_control(id),
            Kind::File => self.file_control(id),
            Kind::Password => html! {
                div.input-row {
                    (self.input("password", id))
                    button.btn.btn-secondary.reveal-password type="button" hidden data-reveal=(id)
                        data-show=(words::show(self.lang)) data-hide=(words::hide(self.lang)) aria-controls=(id) { (words::show(self.lang)) }
                }
            },
            Kind::Input(kind) if self.prefix.is_some() || self.suffix.is_some() => html! {
                div.input-row {
                    @if let Some(prefix) = &self.prefix { span.affix aria-hidden="true" { (prefix) } }
                    (self.input(kind, id))
                    @if let Some(suffix) = &self.suffix { span.affix aria-hidden="true" { (suffix) } }
                }
            },
            Kind::Input(kind) => self.input(kind, id),
            Kind::Radios | Kind::Checkboxes | Kind::Checkbox => html! {},
        }
    }

    fn input(&self, kind: &'static str, id: &str) -> Markup {
        let value = (kind != "password").then(|| self.first_value()).filter(|value| !value.is_empty());
        html! {
            input.input id=(id) name=(self.name) type=(kind) value=[value] data-width=(self.width.name())
                required[self.required] disabled[self.disabled] readonly[self.readonly] autofocus[self.autofocus]
                maxlength=[self.maxlength] autocomplete=[self.autocomplete.as_ref()] inputmode=[self.inputmode]
                pattern=[self.pattern.as_ref()] min=[self.min.as_ref()] max=[self.max.as_ref()]
                step=[self.step.as_ref()] placeholder=[self.placeholder.as_ref()] form=[self.form.as_ref()]
                spellcheck=[self.spellcheck.map(|on| if on { "true" } else { "false" })]
                data-suggest=[self.suggest.as_ref()]
                data-found=[self.suggest.as_ref().map(|_| words::suggestions_found(self.lang))]
                data-list-label=[self.suggest.as_ref().map(|_| words::suggestions(self.lang))]
                aria-describedby=[self.described_by(id)] aria-invalid=[self.error.is_some().then_some("true")];
        }
    }

    fn textarea_control(&self, id: &str) -> Markup {
        html! {
            textarea.input id=(id) name=(self.name) rows=(self.rows) required[self.required] disabled[self.disabled]
                readonly[self.readonly] autofocus[self.autofocus] form=[self.form.as_ref()]
                placeholder=[self.placeholder.as_ref()] autocomplete=[self.autocomplete.as_ref()]
                spellcheck=[self.spellcheck.map(|on| if on { "true" } else { "false" })]
                data-count=[self.maxlength] aria-describedby=[self.described_by(id)]
                aria-invalid=[self.error.is_some().then_some("true")] {
                // A parser drops the first line break of a text area; this one is its own.
                "\n" (self.first_value())
            }
            @if let Some(limit) = self.maxlength {
                p.hint.count id={ (id) "-count" } data-left=(words::counter(self.lang))
                    data-over=(words::counter_over(self.lang)) {
                    (words::counter(self.lang).replace('%', &law::money::count(u64::from(limit), i18n::T(self.lang).law())))
                }
            }
        }
    }

    fn select_control(&self, id: &str) -> Markup {
        let empty = !self.multiple && !self.choices.iter().any(|choice| choice.value.is_empty());
        html! {
            select.input.select id=(id) name=(self.name) data-width=(self.width.name()) required[self.required]
                disabled[self.disabled] multiple[self.multiple] autofocus[self.autofocus] form=[self.form.as_ref()]
                autocomplete=[self.autocomplete.as_ref()] data-auto-submit[self.auto_submit]
                aria-describedby=[self.described_by(id)] aria-invalid=[self.error.is_some().then_some("true")] {
                @if empty { option value="" selected[self.values.is_empty()] { (words::choose(self.lang)) } }
                @for run in self.choices.chunk_by(|a, b| a.group == b.group) {
                    @if let Some(group) = run.first().and_then(|choice| choice.group.as_ref()) {
                        optgroup label=(group) { @for choice in run { (self.option(choice)) } }
                    } @else {
                        @for choice in run { (self.option(choice)) }
                    }
                }
            }
        }
    }

    fn option(&self, choice: &Choice) -> Markup {
        html! {
            option value=(choice.value) selected[self.chosen(&choice.value)] disabled[choice.disabled] {
                (choice.label)
            }
        }
    }

    fn file_control(&self, id: &str) -> Markup {
        html! {
            div.drop data-drop data-remove=(words::remove(self.lang)) {
                input.drop-input id=(id) name=(self.name) type="file" required[self.required] disabled[self.disabled]
                    multiple[self.multiple] accept=[self.accept.as_ref()] form=[self.form.as_ref()]
                    aria-describedby=[self.described_by(id)] aria-invalid=[self.error.is_some().then_some("true")];
                div.drop-face aria-hidden="true" {
                    (Icon::Upload)
                    span { strong { (words::choose_file(self.lang)) } " " (words::drop_here(self.lang)) }
                }
                ul.drop-list role="list" hidden aria-live="polite" {}
            }
        }
    }

    /// The list of radio buttons or checkboxes.
    pub(super) fn options(&self, id: &str) -> Markup {
        let kind = if self.kind == Kind::Radios { "radio" } else { "checkbox" };
        html! {
            div.options {
                @for (index, choice) in self.choices.iter().enumerate() {
                    @let option_id = format!("{id}-{}", index + 1);
                    div.option {
                        input id=(option_id) name=(self.name) type=(kind) value=(choice.value)
                            checked[self.chosen(&choice.value)] disabled[choice.disabled]
                            required[self.required && self.kind == Kind::Radios] form=[self.form.as_ref()]
                            data-auto-submit[self.auto_submit]
                            aria-describedby=[choice.hint.as_ref().map(|_| format!("{option_id}-hint"))]
                            aria-invalid=[self.error.is_some().then_some("true")];
                        label for=(option_id) { (choice.label) }
                        @if let Some(hint) = &choice.hint { div.hint id={ (option_id) "-hint" } { (hint) } }
                    }
                }
            }
        }
    }

    /// A single yes or no.
    pub(super) fn single_checkbox(&self, id: &str) -> Markup {
        html! {
            div.option {
                input id=(id) name=(self.name) type="checkbox" value="on" checked[self.chosen("on")]
                    required[self.required] disabled[self.disabled] form=[self.form.as_ref()]
                    data-auto-submit[self.auto_submit]
                    aria-describedby=[self.described_by(id)] aria-invalid=[self.error.is_some().then_some("true")];
                label for=(id) { (self.label) }
                @if let Some(hint) = &self.hint { div.hint id={ (id) "-hint" } { (hint) } }
            }
        }
    }
}
