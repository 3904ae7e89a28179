//! The starter set of templates that a new office gets. One file each, in `src/starter`.
//!
//! A part begins with a line `@part`, its text on that line or on the lines below.

use db::Conn;
use kernel::{Ctx, Fault, OfficeScope, Result};

use crate::{
    Content, Kind,
    template::{NewTemplate, insert},
};

/// The key of the notice that a case will not be settled in time.
pub(crate) const OVERRUN: &str = "przekroczenie-terminu";

const FILES: &[(&str, &str)] = &[
    ("wszczecie", include_str!("starter/wszczecie.md")),
    ("wezwanie-braki", include_str!("starter/wezwanie-braki.md")),
    (OVERRUN, include_str!("starter/przekroczenie-terminu.md")),
    ("zaswiadczenie", include_str!("starter/zaswiadczenie.md")),
    ("odmowa-zaswiadczenia", include_str!("starter/odmowa-zaswiadczenia.md")),
    ("decyzja", include_str!("starter/decyzja.md")),
    ("postanowienie", include_str!("starter/postanowienie.md")),
    ("przekazanie", include_str!("starter/przekazanie.md")),
    ("informacja-publiczna", include_str!("starter/informacja-publiczna.md")),
    ("wypowiedzenie-sie", include_str!("starter/wypowiedzenie-sie.md")),
    ("pismo-ogolne", include_str!("starter/pismo-ogolne.md")),
    ("odpowiedz-na-skarge", include_str!("starter/odpowiedz-na-skarge.md")),
];

fn part<'f>(file: &'f str, name: &str) -> &'f str {
    let found = file.split("\n@").find_map(|p| {
        let p = p.trim_start_matches('@').strip_prefix(name)?;
        p.starts_with([' ', '\n']).then_some(p)
    });
    found.unwrap_or_default().trim()
}

fn read(file: &str) -> Result<NewTemplate> {
    let kind = Kind::parse(part(file, "kind")).ok_or_else(|| Fault::internal("a starter template has no kind"))?;
    let content = Content::default().map(|name, _| part(file, name).to_owned()).tidy();
    Ok(NewTemplate { name: part(file, "name").to_owned(), hint: part(file, "hint").to_owned(), kind, content })
}

/// The text of a starter template.
pub(crate) fn content(key: &str) -> Result<Content> {
    let file = FILES.iter().find(|(k, _)| *k == key).map(|(_, file)| *file);
    Ok(read(file.ok_or_else(|| Fault::internal("no such starter template"))?)?.content)
}

/// Gives an office the starter set. Those it has already, changed or not, stay as they are. Gives how many were added.
///
/// # Errors
/// Those of the database.
pub async fn adopt_templates(c: &mut Conn, ctx: &Ctx, scope: OfficeScope) -> Result<usize> {
    let mut added = 0;
    for (key, file) in FILES {
        if insert(c, ctx, scope, Some(key), read(file)?).await?.is_some() {
            added += 1;
        }
    }
    Ok(added)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::placeholders;

    #[test]
    fn every_starter_template_is_whole() {
        for (key, file) in FILES {
            let template = read(file).unwrap();
            assert!(!template.name.is_empty() && !template.hint.is_empty(), "{key}");
            assert!(!template.content.body.is_empty() && !template.content.addressee.is_empty(), "{key}");
            assert!(!template.content.heading.is_empty() || !template.content.subject.is_empty(), "{key}");
            for name in placeholders::missing(&template.content) {
                let known = placeholders::ALL.iter().any(|p| p.name == name);
                assert!(placeholders::samples().contains_key(&name), "{key}: {name} has no sample");
                // What only the official knows has a plain name without a dot.
                assert!(known || !name.contains('.') && name != "today", "{key}: {name}");
            }
        }
        assert_eq!(FILES.len(), 12);
    }

    #[test]
    fn a_decision_has_the_parts_the_code_asks_for() {
        let decision = content("decyzja").unwrap();
        assert!(decision.legal_basis.starts_with("Na podstawie") && !decision.reasons.is_empty());
        assert!(decision.instruction.contains("odwołanie") && decision.instruction.contains("14 dni"));
    }

    #[test]
    fn the_notice_of_an_overrun_instructs_about_the_reminder() {
        assert!(content(OVERRUN).unwrap().instruction.contains("ponaglenie"));
    }
}
