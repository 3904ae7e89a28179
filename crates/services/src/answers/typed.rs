//! Answers as a browser sends them.

use web::Fields;

use super::{Address, Answer, Answers, address::PARTS};
use crate::schema::{Kind, Step};

/// The answers of a step among the fields sent, as typed; nothing else that was sent is looked at. A text keeps at
/// most 20,000 characters, so that a draft stays of a sensible size.
pub fn from_fields(step: &Step, fields: &Fields) -> Answers {
    let clip = |text: &str| -> String { text.chars().take(20_000).collect() };
    let mut answers = Answers::default();
    for field in &step.fields {
        let id = field.id.as_str();
        let answer = match field.kind {
            Kind::Info | Kind::File => continue,
            Kind::Checkbox | Kind::Declaration => Answer::Yes(fields.has(id)),
            Kind::Checkboxes => Answer::Many(fields.all(id).filter(|v| !v.is_empty()).take(200).map(clip).collect()),
            Kind::Address => {
                let part = |name: &str| -> String { fields.get(&format!("{id}.{name}")).chars().take(300).collect() };
                let [street, house, flat, postal_code, city] =
                    [0, 1, 2, 3, 4].map(|i| PARTS.get(i).map_or_else(String::new, |p| part(p)));
                Answer::Address(Address { street, house, flat, postal_code, city })
            }
            _ => Answer::Text(clip(fields.raw(id).unwrap_or_default())),
        };
        if !answer.is_empty() {
            answers.0.insert(id.to_owned(), answer);
        }
    }
    answers
}
