//! Answers in words, for the summary, the PDF and the officials.

use i18n::T;
use kernel::Lang;

use super::{Answer, Answers, Visible};
use crate::{
    schema::{Field, Form, Kind},
    words,
};

/// A field with its answer in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The field's id.
    pub id: String,
    /// The question.
    pub label: String,
    /// The answer; empty when there is none.
    pub value: String,
    /// Whether it is a confirmed declaration.
    pub declaration: bool,
    /// Whether files answer it.
    pub file: bool,
}

/// A step with its answers in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownStep {
    /// The step's id.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Its questions and answers.
    pub fields: Vec<Shown>,
}

/// All questions that are shown, with their answers in words; steps without a question are left out.
pub fn shown(form: &Form, answers: &Answers, files: &dyn Fn(&str) -> bool, lang: Lang) -> Vec<ShownStep> {
    let visible = Visible::of(form, answers, files);
    visible
        .steps()
        .iter()
        .map(|(step, fields)| ShownStep {
            id: step.id.clone(),
            title: step.title.get(lang).to_owned(),
            fields: fields
                .iter()
                .filter(|f| f.kind != Kind::Info)
                .map(|field| Shown {
                    id: field.id.clone(),
                    label: field.label.get(lang).to_owned(),
                    value: answers.get(&field.id).map(|a| in_words(field, a, lang)).unwrap_or_default(),
                    declaration: field.kind == Kind::Declaration,
                    file: field.kind == Kind::File,
                })
                .collect(),
        })
        .filter(|step: &ShownStep| !step.fields.is_empty())
        .collect()
}

fn in_words(field: &Field, answer: &Answer, lang: Lang) -> String {
    let choice = |value: &str| {
        field
            .options
            .iter()
            .find(|o| o.value == value)
            .map_or_else(|| value.to_owned(), |o| o.label.get(lang).to_owned())
    };
    match answer {
        Answer::Yes(_) => words::yes(lang).to_owned(),
        Answer::Many(values) => values.iter().map(|v| choice(v)).collect::<Vec<_>>().join("\n"),
        Answer::Address(address) => address.lines().join("\n"),
        Answer::Text(text) => match field.kind {
            Kind::Radio | Kind::Select => choice(text),
            Kind::Date => text.parse().map_or_else(|_| text.clone(), |d| law::format::long_date(d, T(lang).law())),
            Kind::Money => money(text, lang).unwrap_or_else(|| text.clone()),
            Kind::Number => {
                let number = if lang == Lang::Pl { text.replace('.', ",") } else { text.clone() };
                if field.suffix.is_empty() { number } else { format!("{number} {}", field.suffix) }
            }
            Kind::Nip => text.parse::<law::check::Nip>().map_or_else(|_| text.clone(), |n| n.grouped()),
            Kind::Iban => text.parse::<law::check::BankAccount>().map_or_else(|_| text.clone(), |n| n.grouped()),
            Kind::Phone => text.parse::<law::check::Phone>().map_or_else(|_| text.clone(), |n| n.grouped()),
            _ => text.clone(),
        },
    }
}

fn money(text: &str, lang: Lang) -> Option<String> {
    let (whole, part) = text.split_once('.')?;
    let grosze = whole.parse::<i64>().ok()?.checked_mul(100)?;
    let part: i64 = part.parse().ok()?;
    let grosze = if whole.starts_with('-') { grosze - part } else { grosze + part };
    Some(law::money::grosze(grosze, T(lang).law()))
}
