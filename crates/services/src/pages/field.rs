//! A field of a form on the screen. The citizen's step and the administrator's preview use the same.

use i18n::{Lang, T};
use jiff::civil::Date;
use maud::{Markup, Render as _, html};
use ui::{Choice, Field as Control, Fieldset, FileItem, FileList, Notice, Width};

use super::condition;
use crate::{
    answers::{Address, Answer, Answers},
    draft::DraftFile,
    msg,
    schema::{Field, Form, Kind},
};

/// What a field is drawn with.
pub(super) struct Drawing<'a> {
    /// The reader's texts.
    pub(super) t: T,
    /// The form.
    pub(super) form: &'a Form,
    /// The step shown.
    pub(super) step: &'a str,
    /// What was typed.
    pub(super) answers: &'a Answers,
    /// What is wrong, by the name of the control.
    pub(super) errors: &'a [(String, String)],
    /// Files of the draft.
    pub(super) files: &'a [DraftFile],
    /// Today.
    pub(super) today: Date,
    /// Whether what is chosen can be sent: not in a preview.
    pub(super) live: bool,
    /// Megabytes a file may have.
    pub(super) max_mb: u64,
}

impl Drawing<'_> {
    fn lang(&self) -> Lang {
        self.t.lang()
    }
    fn error(&self, name: &str) -> Option<String> {
        self.errors.iter().find(|(n, _)| n == name).map(|(_, e)| e.clone())
    }

    /// When the field is asked, as far as that depends on this very step.
    fn when(&self, field: &Field) -> When {
        let Some((when, step)) = field.when.as_ref().zip(self.form.step(self.step)) else { return When::default() };
        let said = condition::in_words(self.t, field, when, step);
        match condition::rules(when, step) {
            Some(rules) => When { rules, said, always: String::new() },
            None => When { rules: Vec::new(), said: String::new(), always: said },
        }
    }

    /// The field.
    pub(super) fn draw(&self, field: &Field) -> Markup {
        let lang = self.lang();
        let when = self.when(field);
        match field.kind {
            Kind::Info => {
                let body = html! {
                    @if !when.always.is_empty() { (when.always) " " }
                    (field.label.get(lang)) @if !field.help.is_empty() { " " (field.help.get(lang)) }
                };
                // Information takes no condition of a script by itself: it stands in a group that does.
                if when.rules.is_empty() {
                    return Notice::info(body).render();
                }
                when.group(Fieldset::new("")).body(Notice::info(body)).render()
            }
            Kind::Address => self.address(field, &when),
            _ => {
                let mut control = self.control(field, &when.always);
                for (name, value) in &when.rules {
                    control = control.when(name, value);
                }
                if !when.said.is_empty() {
                    control = control.when_said(when.said);
                }
                if field.kind == Kind::File {
                    control = control.after(self.files(field));
                }
                control.render()
            }
        }
    }

    fn control(&self, field: &Field, asked_when: &str) -> Control {
        let lang = self.lang();
        let id = field.id.as_str();
        let label = field.label.get(lang);
        let v = &field.validation;
        let answer = self.answers.0.get(id);
        let text = answer.map(Answer::text).unwrap_or_default();
        let mut c = match field.kind {
            Kind::Textarea => Control::textarea(lang, id, label).maxlength(v.maxlength.unwrap_or(10_000)),
            // Typed with a comma or a point: a text control with the keyboard of numbers.
            Kind::Number | Kind::Money => Control::text(lang, id, label).inputmode("decimal").width(Width::W12),
            Kind::Date => {
                let mut c = Control::date(lang, id, label);
                if v.not_future {
                    c = c.max(self.today);
                }
                if v.not_past {
                    c = c.min(self.today);
                }
                c
            }
            Kind::Pesel => Control::text(lang, id, label).digits(Width::W12),
            Kind::Nip | Kind::Regon => Control::text(lang, id, label).digits(Width::W20),
            Kind::PostalCode => Control::text(lang, id, label).digits(Width::W8),
            Kind::Iban => Control::text(lang, id, label).spellcheck(false),
            Kind::Email => Control::email(lang, id, label),
            Kind::Phone => Control::tel(lang, id, label),
            Kind::Select => Control::select(lang, id, label),
            Kind::Radio => Control::radios(lang, id, label),
            Kind::Checkboxes => Control::checkboxes(lang, id, label),
            Kind::Checkbox | Kind::Declaration => Control::checkbox(lang, id, label),
            Kind::File => Control::file(lang, id, label).multiple().accept(accept()),
            Kind::Text | Kind::Address | Kind::Info => Control::text(lang, id, label),
        };
        c = match answer {
            Some(Answer::Yes(true)) => c.value("on"),
            Some(Answer::Many(values)) => c.values(values.iter().cloned()),
            _ if !text.is_empty() => c.value(text),
            _ => c,
        };
        if field.kind.chooses() {
            c = c.choices(field.options.iter().map(|o| {
                let choice = Choice::new(&o.value, o.label.get(lang));
                if o.help.is_empty() { choice } else { choice.hint(o.help.get(lang)) }
            }));
        }
        let suffix = if field.suffix.is_empty() && field.kind == Kind::Money { "zł" } else { &field.suffix };
        if !suffix.is_empty() {
            c = c.suffix(suffix);
        }
        if let Some(token) = &field.autocomplete {
            c = c.autocomplete(token);
        }
        let limits = (field.kind == Kind::File)
            .then(|| self.t.f(msg::SERVICES_FILE_HELP, &[("size", i64::try_from(self.max_mb).unwrap_or(0).into())]));
        let help =
            [asked_when, field.help.get(lang), limits.as_deref().unwrap_or_default()].join(" ").trim().to_owned();
        if !help.is_empty() {
            c = c.hint(help);
        }
        c.required_if(field.required).error(self.error(id))
    }

    fn address(&self, field: &Field, when: &When) -> Markup {
        let lang = self.lang();
        let t = self.t;
        let empty = Address::default();
        let typed = match self.answers.0.get(&field.id) {
            Some(Answer::Address(address)) => address,
            _ => &empty,
        };
        let part = |part: &str, label: &'static str, width: Width, token: &str, required: bool| {
            let name = format!("{}.{part}", field.id);
            let error = self.error(&name);
            let token = if token.is_empty() { "off" } else { token };
            let mut c = Control::text(lang, name, t.s(label)).width(width).value(typed.part(part)).error(error);
            if part != "flat" && part != "house" {
                c = c.autocomplete(token);
            }
            if required { c.required_if(field.required) } else { c }
        };
        let mut group = Fieldset::new(field.label.get(lang)).body(html! {
            (part("street", msg::SERVICES_ADDRESS_STREET, Width::Full, "address-line1", false).hint(t.s(msg::SERVICES_ADDRESS_STREET_HELP)))
            (part("house", msg::SERVICES_ADDRESS_HOUSE, Width::W8, "", true))
            (part("flat", msg::SERVICES_ADDRESS_FLAT, Width::W8, "", false))
            (part("postal_code", msg::SERVICES_ADDRESS_CODE, Width::W8, "postal-code", true).inputmode("numeric"))
            (part("city", msg::SERVICES_ADDRESS_CITY, Width::W20, "address-level2", true))
        });
        let help = [when.always.as_str(), field.help.get(lang)].join(" ").trim().to_owned();
        if !help.is_empty() {
            group = group.hint(help);
        }
        when.group(group).render()
    }

    fn files(&self, field: &Field) -> Markup {
        let t = self.t;
        let files: Vec<&DraftFile> = self.files.iter().filter(|f| f.field == field.id).collect();
        html! {
            @if !files.is_empty() {
                (FileList::new(self.lang(), files.iter().map(|f| {
                    FileItem::new(&f.name).size(u64::try_from(f.size).unwrap_or(0)).action(
                        ui::Button::submit(t.s(msg::SERVICES_FILE_REMOVE))
                            .quiet().small().describes(&f.name).value("remove", f.id.to_string()))
                })))
            }
            @if self.live { (ui::Button::submit(t.s(msg::SERVICES_FILES_ADD)).secondary().small().value("go", "stay")) }
        }
    }
}

/// When a field is asked: what a script compares, and the words where none runs or none can decide.
#[derive(Default)]
struct When {
    rules: Vec<(String, String)>,
    said: String,
    always: String,
}

impl When {
    fn group(&self, mut group: Fieldset) -> Fieldset {
        for (name, value) in &self.rules {
            group = group.when(name, value);
        }
        if self.said.is_empty() { group } else { group.when_said(&self.said) }
    }
}

/// What the browser offers to choose from.
fn accept() -> String {
    let endings = blob::kinds_for_citizens().flat_map(|k| k.endings.iter());
    endings.map(|e| format!(".{e}")).collect::<Vec<_>>().join(",")
}
