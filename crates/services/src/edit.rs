//! One change to a form, as the editor's pages ask for it. Pure: the store and the pages are elsewhere.

use web::Fields;

use crate::schema::{Choice, Condition, Field, Form, Kind, Pattern, Prefill, Step, Text, Validation};

/// Where in the form the editor stands: a step, and a field of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The step's index.
    pub step: Option<usize>,
    /// The field's index.
    pub field: Option<usize>,
}

/// What was typed that cannot be read: the control's name.
pub type Unreadable = Vec<&'static str>;

/// Changes the form as the pressed button (`go`) says, and tells where the editor stands now. Names of controls that
/// could not be read are given; then the rest is changed nevertheless, so that nothing typed is lost.
pub fn apply(form: &mut Form, place: &Place, fields: &Fields) -> (Place, Unreadable) {
    let mut bad = Vec::new();
    let step = place.step;
    let field = place.field;
    match fields.get("go") {
        "form" => {
            form.title = text(fields, "title");
            form.intro = text(fields, "intro");
            form.purpose = text(fields, "purpose");
            form.lawful_basis = text(fields, "lawful_basis");
        }
        "step" => {
            if let Some(s) = step.and_then(|i| form.steps.get_mut(i)) {
                s.id = fields.get("id").to_owned();
                s.title = text(fields, "title");
                s.intro = text(fields, "intro");
                s.when = condition(fields, &mut bad);
            }
        }
        "field" => {
            if let Some(f) = step.and_then(|i| form.steps.get_mut(i)).and_then(|s| s.fields.get_mut(field?)) {
                *f = read_field(fields, &mut bad);
            }
        }
        "add-step" => {
            let id = unused("krok", '-', |id| form.step(id).is_some());
            let first = new_field(form, Kind::Text);
            form.steps.push(Step {
                id,
                title: Text::new("Nowy krok", "New step"),
                intro: Text::default(),
                when: None,
                fields: vec![first],
            });
            return (Place { step: Some(form.steps.len() - 1), field: None }, bad);
        }
        "add-field" => {
            let kind = Kind::parse(fields.get("kind")).unwrap_or(Kind::Text);
            let new = new_field(form, kind);
            if let Some(s) = step.and_then(|i| form.steps.get_mut(i)) {
                s.fields.push(new);
                return (Place { step, field: Some(s.fields.len() - 1) }, bad);
            }
        }
        "remove" => match (step, field) {
            (Some(i), Some(j)) => {
                if let Some(s) = form.steps.get_mut(i).filter(|s| j < s.fields.len()) {
                    s.fields.remove(j);
                }
                return (Place { step, field: None }, bad);
            }
            (Some(i), None) if i < form.steps.len() => {
                form.steps.remove(i);
                return (Place::default(), bad);
            }
            _ => {}
        },
        direction @ ("up" | "down") => {
            let other = |i: usize| if direction == "up" { i.checked_sub(1) } else { i.checked_add(1) };
            match (step, field) {
                (Some(i), Some(j)) => {
                    if let Some(s) = form.steps.get_mut(i)
                        && let Some(k) = other(j).filter(|k| *k < s.fields.len() && j < s.fields.len())
                    {
                        s.fields.swap(j, k);
                        return (Place { step, field: Some(k) }, bad);
                    }
                }
                (Some(i), None) => {
                    if let Some(k) = other(i).filter(|k| *k < form.steps.len() && i < form.steps.len()) {
                        form.steps.swap(i, k);
                        return (Place { step: Some(k), field: None }, bad);
                    }
                }
                _ => {}
            }
        }
        _ => {}
    }
    (place.clone(), bad)
}

fn unused(stem: &str, divider: char, taken: impl Fn(&str) -> bool) -> String {
    (1..).map(|n| format!("{stem}{divider}{n}")).find(|id| !taken(id)).unwrap_or_default()
}

fn new_field(form: &Form, kind: Kind) -> Field {
    let options = if kind.chooses() {
        vec![
            Choice { value: "yes".into(), label: Text::new("Tak", "Yes"), help: Text::default() },
            Choice { value: "no".into(), label: Text::new("Nie", "No"), help: Text::default() },
        ]
    } else {
        Vec::new()
    };
    Field {
        id: unused("pole", '_', |id| form.field(id).is_some()),
        kind,
        label: Text::new("Nowe pole", "New field"),
        help: Text::default(),
        required: false,
        when: None,
        options,
        validation: Validation::default(),
        autocomplete: None,
        prefill: None,
        suffix: String::new(),
    }
}

fn text(fields: &Fields, name: &str) -> Text {
    let get = |lang: &str| fields.get(&format!("{name}_{lang}")).replace("\r\n", "\n");
    Text::new(get("pl"), get("en"))
}

/// A condition: field, relation and value for the usual ones, JSON for the others.
fn condition(fields: &Fields, bad: &mut Unreadable) -> Option<Condition> {
    if let Some(json) = fields.some("when_json") {
        return match serde_json::from_str(json) {
            Ok(condition) => Some(condition),
            Err(_) => {
                bad.push("when_json");
                None
            }
        };
    }
    let field = fields.some("when_field")?.to_owned();
    let values = || fields.get("when_value").split(',').map(|v| v.trim().to_owned()).filter(|v| !v.is_empty());
    let is = |values: Vec<String>| match <[String; 1]>::try_from(values) {
        Ok([value]) => Condition::Equals { field: field.clone(), value },
        Err(values) => Condition::In { field: field.clone(), values },
    };
    Some(match fields.get("when_is") {
        "answered" => Condition::Answered { field, answered: true },
        "empty" => Condition::Answered { field, answered: false },
        "not" => Condition::Not(Box::new(is(values().collect()))),
        _ => is(values().collect()),
    })
}

fn number<T: std::str::FromStr>(fields: &Fields, name: &'static str, bad: &mut Unreadable) -> Option<T> {
    let typed = fields.some(name)?.replace(',', ".");
    let read = typed.parse().ok();
    if read.is_none() {
        bad.push(name);
    }
    read
}

/// The options, one a line: `value | po polsku | in English`; a value that is missing is made of the words.
fn options(text: &str) -> Vec<Choice> {
    text.lines()
        .map(str::trim)
        .filter(|l| !l.is_empty())
        .map(|line| {
            let parts: Vec<&str> = line.split('|').map(str::trim).collect();
            match parts.as_slice() {
                [pl] => Choice { value: law::fold::slug(pl), label: Text::new(*pl, ""), help: Text::default() },
                [value, pl] => Choice { value: (*value).into(), label: Text::new(*pl, ""), help: Text::default() },
                [value, pl, en, ..] => {
                    Choice { value: (*value).into(), label: Text::new(*pl, *en), help: Text::default() }
                }
                [] => Choice { value: String::new(), label: Text::default(), help: Text::default() },
            }
        })
        .collect()
}

fn read_field(fields: &Fields, bad: &mut Unreadable) -> Field {
    let pattern = fields.some("regex").map(|regex| Pattern { regex: regex.into(), message: text(fields, "message") });
    let kind = Kind::parse(fields.get("kind")).unwrap_or(Kind::Text);
    Field {
        id: fields.get("id").to_owned(),
        kind,
        label: text(fields, "label"),
        help: text(fields, "help"),
        required: fields.has("required") && kind != Kind::Info,
        when: condition(fields, bad),
        options: if kind.chooses() { options(fields.get("options")) } else { Vec::new() },
        validation: Validation {
            min: number(fields, "min", bad),
            max: number(fields, "max", bad),
            whole: fields.has("whole"),
            minlength: number(fields, "minlength", bad),
            maxlength: number(fields, "maxlength", bad),
            pattern,
            not_future: fields.has("not_future"),
            not_past: fields.has("not_past"),
            min_age: number(fields, "min_age", bad),
            max_files: number(fields, "max_files", bad),
        },
        autocomplete: fields.some("autocomplete").map(str::to_owned),
        prefill: match fields.get("prefill") {
            "given_name" => Some(Prefill::GivenName),
            "family_name" => Some(Prefill::FamilyName),
            "full_name" => Some(Prefill::FullName),
            "email" => Some(Prefill::Email),
            _ => None,
        },
        suffix: fields.get("suffix").to_owned(),
    }
}
