//! The forms an office begins with: one for every service of the catalogue, composed of shared parts and of steps of
//! its own. They are plain data like any other form; the office edits them as it likes.

mod base;
mod business;
mod documents;
mod dsl;
mod family;
mod land;
mod nature;
mod public;
mod roads;
mod support;
mod taxes;

use base::Base;

use crate::{
    catalog::{Addition, Entry},
    schema::{Field, Form, Step, Text},
    service::Level,
};

/// What is special to a service: which shared parts, its own steps, its own attachments.
struct Special {
    base: Base,
    steps: Vec<Step>,
    attachments: Vec<Field>,
}

impl Special {
    fn new(base: Base, steps: Vec<Step>) -> Self {
        Self { base, steps, attachments: Vec::new() }
    }
    fn with(mut self, attachments: Vec<Field>) -> Self {
        self.attachments = attachments;
        self
    }
}

/// The default form of a service.
pub fn form(entry: &Entry, addition: Option<&Addition>) -> Form {
    let special = if entry.level == Level::Gmina { special(&entry.id) } else { Some(public::help()) };
    let special = special.unwrap_or_else(|| public::free(entry.fee_zloty.is_some_and(|z| z > 0.0)));
    let mut steps = base::before(special.base);
    steps.extend(special.steps);
    steps.extend(base::after(special.base, special.attachments));
    let acts = entry.legal_basis.join("; ");
    let name_en = addition.map_or("", |a| a.name.as_str());
    Form {
        format: 1,
        title: Text::new(&entry.name, name_en),
        intro: Text::default(),
        purpose: Text::new(
            format!("Załatwienie sprawy: {}.", entry.name),
            format!("Settling the matter: {}.", if name_en.is_empty() { &entry.name } else { name_en }),
        ),
        lawful_basis: Text::new(
            format!("Obowiązek prawny urzędu (art. 6 ust. 1 lit. c RODO): {acts}."),
            format!("Legal duty of the office (GDPR art. 6(1)(c)): {acts}."),
        ),
        steps,
    }
}

fn special(id: &str) -> Option<Special> {
    documents::special(id)
        .or_else(|| family::special(id))
        .or_else(|| support::special(id))
        .or_else(|| land::special(id))
        .or_else(|| roads::special(id))
        .or_else(|| nature::special(id))
        .or_else(|| business::special(id))
        .or_else(|| taxes::special(id))
        .or_else(|| public::special(id))
}

/// A form for a service of the office's own: the shared parts and a matter in free words.
pub fn blank(name_pl: &str, name_en: &str, acts: &[String]) -> Form {
    let special = public::free(false);
    let mut steps = base::before(special.base);
    steps.extend(special.steps);
    steps.extend(base::after(special.base, special.attachments));
    let name_en = if name_en.is_empty() { name_pl } else { name_en };
    let acts = acts.join("; ");
    Form {
        format: 1,
        title: Text::new(name_pl, name_en),
        intro: Text::default(),
        purpose: Text::new(format!("Załatwienie sprawy: {name_pl}."), format!("Settling the matter: {name_en}.")),
        lawful_basis: Text::new(
            format!("Obowiązek prawny urzędu (art. 6 ust. 1 lit. c RODO). {acts}").trim().to_owned(),
            format!("Legal duty of the office (GDPR art. 6(1)(c)). {acts}").trim().to_owned(),
        ),
        steps,
    }
}
