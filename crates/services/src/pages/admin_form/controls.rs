//! The controls of the part being edited: the whole form, a step, a field.

use maud::{Markup, Render as _, html};
use ui::{Button, ButtonGroup, Choice, Field, Fieldset, Form as UiForm, Icon, Reveal, Width};
use web::Req;

use crate::{
    edit::Place,
    msg,
    schema::{Condition, Field as FormField, Form, Kind, Step, Text},
};

/// The words of a kind of field.
fn kind_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => msg::SERVICES_KIND_TEXT,
        Kind::Textarea => msg::SERVICES_KIND_TEXTAREA,
        Kind::Number => msg::SERVICES_KIND_NUMBER,
        Kind::Money => msg::SERVICES_KIND_MONEY,
        Kind::Date => msg::SERVICES_KIND_DATE,
        Kind::Pesel => msg::SERVICES_KIND_PESEL,
        Kind::Nip => msg::SERVICES_KIND_NIP,
        Kind::Regon => msg::SERVICES_KIND_REGON,
        Kind::PostalCode => msg::SERVICES_KIND_POSTAL_CODE,
        Kind::Email => msg::SERVICES_KIND_EMAIL,
        Kind::Phone => msg::SERVICES_KIND_PHONE,
        Kind::Iban => msg::SERVICES_KIND_IBAN,
        Kind::Select => msg::SERVICES_KIND_SELECT,
        Kind::Radio => msg::SERVICES_KIND_RADIO,
        Kind::Checkbox => msg::SERVICES_KIND_CHECKBOX,
        Kind::Checkboxes => msg::SERVICES_KIND_CHECKBOXES,
        Kind::File => msg::SERVICES_KIND_FILE,
        Kind::Address => msg::SERVICES_KIND_ADDRESS,
        Kind::Info => msg::SERVICES_KIND_INFO,
        Kind::Declaration => msg::SERVICES_KIND_DECLARATION,
    }
}

fn kinds(req: &Req, name: &str, value: Kind) -> Field {
    Field::select(req.lang(), name, req.t.s(msg::SERVICES_KIND))
        .required()
        .width(Width::W20)
        .value(value.word())
        .choices(Kind::ALL.iter().map(|k| Choice::new(k.word(), req.t.s(kind_words(*k)))))
}

/// A text in both languages, side by side where there is room.
fn both(req: &Req, name: &str, label: &'static str, text: &Text, long: bool) -> Markup {
    let t = req.t;
    let one = |lang: &str, language: &'static str, value: &str| {
        let (name, words) = (format!("{name}_{lang}"), t.s(language));
        let field =
            if long { Field::textarea(t.lang(), name, words).rows(3) } else { Field::text(t.lang(), name, words) };
        field.value(value).required_if(lang == "pl")
    };
    html! {
        (Fieldset::new(t.s(label)).columns().body(html! {
            (one("pl", msg::SERVICES_E_IN_POLISH, &text.pl))
            (one("en", msg::SERVICES_E_IN_ENGLISH, &text.en))
        }))
    }
}

/// The controls of the part being edited.
pub(super) fn edited(req: &Req, form: &Form, at: &Place, here: &str, version: i64, bad: &[&'static str]) -> Markup {
    let step = at.step.and_then(|i| form.steps.get(i));
    let field = step.and_then(|s| s.fields.get(at.field?));
    match (step, field) {
        (Some(_), Some(field)) => {
            let before = fields_before(form, at);
            shell(req, at, here, version, "field", of_field(req, field, &before, bad), true)
        }
        (Some(step), None) => html! {
            (shell(req, at, here, version, "step", of_step(req, step, &fields_before(form, at), bad), true))
            (UiForm::post(here).version(version).inline().hidden("at_step", at.step.unwrap_or(0).to_string()).body(html! {
                (kinds(req, "kind", Kind::Text).id("new-kind"))
                (Button::submit(req.t.s(msg::SERVICES_FIELD_ADD)).secondary().icon(Icon::Plus).value("go", "add-field"))
            }))
        },
        _ => shell(req, at, here, version, "form", of_form(req, form), false),
    }
}

/// The fields a condition at this place may ask about.
fn fields_before<'f>(form: &'f Form, at: &Place) -> Vec<&'f FormField> {
    let steps = at.step.unwrap_or(0);
    let earlier = form.steps.iter().take(steps).flat_map(|s| &s.fields);
    let same = form.steps.get(steps).into_iter().flat_map(|s| s.fields.iter().take(at.field.unwrap_or(0)));
    earlier.chain(same).filter(|f| f.kind != Kind::Info).collect()
}

fn shell(req: &Req, at: &Place, here: &str, version: i64, go: &str, body: Markup, movable: bool) -> Markup {
    let t = req.t;
    let place = |mut form: UiForm| {
        if let Some(i) = at.step {
            form = form.hidden("at_step", i.to_string());
        }
        if let Some(j) = at.field {
            form = form.hidden("at_field", j.to_string());
        }
        form.version(version)
    };
    html! {
        (place(UiForm::post(here)).preview(format!("{here}/preview"), "form-preview").hidden("go", go).body(html! {
            (body)
            (ButtonGroup::new().add(Button::submit(t.s(msg::SERVICES_SAVE))))
        }))
        @if movable {
            (place(UiForm::post(here)).inline().body(ButtonGroup::new()
                .add(Button::submit(t.s(msg::SERVICES_UP)).small().quiet().value("go", "up"))
                .add(Button::submit(t.s(msg::SERVICES_DOWN)).small().quiet().value("go", "down"))
                .add(Button::submit(t.s(msg::SERVICES_REMOVE)).small().danger().value("go", "remove"))))
        }
    }
}

fn of_form(req: &Req, form: &Form) -> Markup {
    html! {
        (both(req, "title", msg::SERVICES_E_TITLE, &form.title, false))
        (both(req, "intro", msg::SERVICES_E_INTRO, &form.intro, true))
        (both(req, "purpose", msg::SERVICES_E_PURPOSE, &form.purpose, true))
        (both(req, "lawful_basis", msg::SERVICES_E_BASIS, &form.lawful_basis, true))
    }
}

fn id_field(req: &Req, id: &str) -> Field {
    Field::text(req.lang(), "id", req.t.s(msg::SERVICES_E_ID))
        .required()
        .width(Width::W20)
        .value(id)
        .spellcheck(false)
        .hint(req.t.s(msg::SERVICES_E_ID_HELP))
}

fn of_step(req: &Req, step: &Step, before: &[&FormField], bad: &[&'static str]) -> Markup {
    html! {
        (id_field(req, &step.id))
        (both(req, "title", msg::SERVICES_E_TITLE, &step.title, false))
        (both(req, "intro", msg::SERVICES_E_INTRO, &step.intro, true))
        (condition(req, step.when.as_ref(), before, bad))
    }
}

fn condition(req: &Req, when: Option<&Condition>, before: &[&FormField], bad: &[&'static str]) -> Markup {
    let t = req.t;
    let lang = t.lang();
    let is = |c: &Condition| match c {
        Condition::Equals { field, value } => Some((field.clone(), value.clone())),
        Condition::In { field, values } => Some((field.clone(), values.join(", "))),
        _ => None,
    };
    let (field, relation, value) = match when {
        Some(Condition::Answered { field, answered }) => {
            (field.clone(), if *answered { "answered" } else { "empty" }, String::new())
        }
        Some(Condition::Not(inner)) => is(inner).map_or_else(Default::default, |(f, v)| (f, "not", v)),
        Some(c) => is(c).map_or_else(Default::default, |(f, v)| (f, "is", v)),
        None => Default::default(),
    };
    let json = when.filter(|_| field.is_empty()).and_then(|c| serde_json::to_string(c).ok()).unwrap_or_default();
    let open = when.is_some() || !bad.is_empty();
    Reveal::new(t.s(msg::SERVICES_E_WHEN), html! {
        (Field::select(lang, "when_field", t.s(msg::SERVICES_E_WHEN_FIELD)).value(field)
            .choices(before.iter().map(|f| Choice::new(&f.id, format!("{} ({})", f.label.get(lang), f.id)))))
        (Field::radios(lang, "when_is", t.s(msg::SERVICES_E_WHEN_IS)).required_unmarked().value(if relation.is_empty() { "is" } else { relation }).choices([
            Choice::new("is", t.s(msg::SERVICES_E_WHEN_EQUALS)),
            Choice::new("not", t.s(msg::SERVICES_E_WHEN_NOT)),
            Choice::new("answered", t.s(msg::SERVICES_E_WHEN_ANSWERED)),
            Choice::new("empty", t.s(msg::SERVICES_E_WHEN_EMPTY)),
        ]))
        (Field::text(lang, "when_value", t.s(msg::SERVICES_E_WHEN_VALUE)).value(value).hint(t.s(msg::SERVICES_E_WHEN_VALUE_HELP)))
        (Field::textarea(lang, "when_json", t.s(msg::SERVICES_E_WHEN_JSON)).rows(3).value(json).spellcheck(false)
            .error(bad.contains(&"when_json").then(|| t.s(msg::SERVICES_E_WHEN_BAD))))
    })
    .boxed()
    .open(open)
    .render()
}

fn of_field(req: &Req, f: &FormField, before: &[&FormField], bad: &[&'static str]) -> Markup {
    let t = req.t;
    let lang = t.lang();
    let v = &f.validation;
    let words = |value: Option<String>| value.unwrap_or_default();
    let number = |name: &'static str, key: &'static str, value: String| {
        Field::text(lang, name, t.s(key))
            .inputmode("decimal")
            .width(Width::W8)
            .value(value)
            .error(bad.contains(&name).then(|| t.s(web::msg::FIELD_NUMBER)))
    };
    let tick = |name: &'static str, key: &'static str, on: bool| {
        Field::checkbox(lang, name, t.s(key)).value(if on { "on" } else { "" })
    };
    let choosing: Vec<&str> = Kind::ALL.iter().filter(|k| k.chooses()).map(|k| k.word()).collect();
    let options: Vec<String> =
        f.options.iter().map(|o| format!("{} | {} | {}", o.value, o.label.pl, o.label.en)).collect();
    let prefill = f.prefill.and_then(|p| serde_json::to_value(p).ok()).and_then(|p| p.as_str().map(str::to_owned));
    let empty = Text::default();
    html! {
        (id_field(req, &f.id))
        (kinds(req, "kind", f.kind))
        (both(req, "label", msg::SERVICES_E_LABEL, &f.label, matches!(f.kind, Kind::Info | Kind::Declaration)))
        (both(req, "help", msg::SERVICES_E_HELP, &f.help, true))
        (tick("required", msg::SERVICES_E_REQUIRED, f.required))
        (Field::textarea(lang, "options", t.s(msg::SERVICES_E_OPTIONS)).rows(5).value(options.join("\n")).hint(t.s(msg::SERVICES_E_OPTIONS_HELP)).when("kind", &choosing.join("|")))
        (condition(req, f.when.as_ref(), before, bad))
        (Reveal::new(t.s(msg::SERVICES_E_CHECKS), html! {
            (Fieldset::new(t.s(msg::SERVICES_E_NUMBERS)).columns().body(html! {
                (number("min", msg::SERVICES_E_MIN, words(v.min.map(|n| n.to_string()))))
                (number("max", msg::SERVICES_E_MAX, words(v.max.map(|n| n.to_string()))))
                (tick("whole", msg::SERVICES_E_WHOLE, v.whole))
            }))
            (Fieldset::new(t.s(msg::SERVICES_E_LENGTHS)).columns().body(html! {
                (number("minlength", msg::SERVICES_E_MINLENGTH, words(v.minlength.map(|n| n.to_string()))))
                (number("maxlength", msg::SERVICES_E_MAXLENGTH, words(v.maxlength.map(|n| n.to_string()))))
                (number("max_files", msg::SERVICES_E_MAX_FILES, words(v.max_files.map(|n| n.to_string()))))
            }))
            (Fieldset::new(t.s(msg::SERVICES_E_DATES)).body(html! {
                (tick("not_future", msg::SERVICES_E_NOT_FUTURE, v.not_future))
                (tick("not_past", msg::SERVICES_E_NOT_PAST, v.not_past))
                (number("min_age", msg::SERVICES_E_MIN_AGE, words(v.min_age.map(|n| n.to_string()))))
            }))
            (Fieldset::new(t.s(msg::SERVICES_E_PATTERN)).body(html! {
                (Field::text(lang, "regex", t.s(msg::SERVICES_E_REGEX)).spellcheck(false).value(v.pattern.as_ref().map_or("", |p| &p.regex)))
                (both(req, "message", msg::SERVICES_E_MESSAGE, v.pattern.as_ref().map_or(&empty, |p| &p.message), false))
            }))
            (Fieldset::new(t.s(msg::SERVICES_E_MORE)).body(html! {
                (Field::text(lang, "suffix", t.s(msg::SERVICES_E_SUFFIX)).width(Width::W8).value(&f.suffix))
                (Field::text(lang, "autocomplete", t.s(msg::SERVICES_E_AUTOCOMPLETE)).width(Width::W20).spellcheck(false).value(f.autocomplete.as_deref().unwrap_or_default()))
                (Field::select(lang, "prefill", t.s(msg::SERVICES_E_PREFILL)).width(Width::W20).value(prefill.unwrap_or_default()).choices([
                    Choice::new("given_name", t.s(msg::SERVICES_E_PREFILL_GIVEN)),
                    Choice::new("family_name", t.s(msg::SERVICES_E_PREFILL_FAMILY)),
                    Choice::new("full_name", t.s(msg::SERVICES_E_PREFILL_FULL)),
                    Choice::new("email", t.s(msg::SERVICES_E_PREFILL_EMAIL)),
                ]))
            }))
        }).boxed().open(f.validation != crate::schema::Validation::default() || !bad.is_empty()))
    }
}
