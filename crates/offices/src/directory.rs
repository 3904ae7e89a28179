//! The directory: every gmina of the country and every other office that works here, in one search.

use std::collections::HashMap;

use db::{Conn, Q};
use i18n::T;
use kernel::{Lang, Result};
use law::{
    fold::fold,
    teryt::{self, Gmina},
};

use crate::OfficeKind;

db::row! {
    /// An office at work here, as far as the directory shows it.
    #[derive(Debug, Clone, PartialEq)]
    pub struct AtWork {
        /// Its name in addresses.
        pub slug: String,
        /// The code of its gmina.
        pub teryt: Option<String>,
        /// The kind.
        pub kind: OfficeKind,
        /// The full name.
        pub name: String,
        /// The name in English; may be empty.
        pub name_en: String,
        /// What it is found by, folded.
        pub name_fold: String,
        /// Town.
        pub town: String,
    }
}

impl AtWork {
    /// The gmina it is the office of.
    pub fn gmina(&self) -> Option<&'static Gmina> {
        teryt::gmina(self.teryt.as_deref()?.parse().ok()?)
    }
    /// The name in the reader's language, where there is one.
    pub fn name_in(&self, lang: Lang) -> &str {
        lang.choose(&self.name, &self.name_en)
    }
}

/// What the directory is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrow {
    /// What was typed.
    pub text: String,
    /// Two digits of a voivodeship.
    pub voivodeship: Option<String>,
    /// Four digits of a powiat.
    pub powiat: Option<String>,
}

impl Narrow {
    /// Reads the fields `q`, `voivodeship` and `powiat`. A powiat outside the voivodeship chosen is left out, codes that do
    /// not exist too.
    pub fn read(fields: &web::Fields) -> Self {
        let voivodeship = fields.some("voivodeship").filter(|v| teryt::voivodeship(v).is_some()).map(str::to_owned);
        let powiat = fields
            .some("powiat")
            .filter(|p| teryt::powiat(p).is_some())
            .filter(|p| voivodeship.as_deref().is_none_or(|v| p.starts_with(v)))
            .map(str::to_owned);
        Self { text: fields.get("q").chars().take(200).collect(), voivodeship, powiat }
    }
    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.voivodeship.is_none() && self.powiat.is_none()
    }
}

/// An entry of the directory: a gmina, an office at work here, or both.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The gmina.
    pub gmina: Option<&'static Gmina>,
    /// The office at work here.
    pub office: Option<AtWork>,
}

impl Entry {
    /// What people look for: the gmina's name, or the office's.
    pub fn name(&self, lang: Lang) -> String {
        match (&self.gmina, &self.office) {
            (Some(gmina), _) => gmina.name.to_owned(),
            (None, Some(office)) => office.name_in(lang).to_owned(),
            (None, None) => String::new(),
        }
    }
    /// The name of its office: its own where it works here, else the likely one.
    pub fn office_name(&self, lang: Lang) -> String {
        match (&self.office, &self.gmina) {
            (Some(office), _) => office.name_in(lang).to_owned(),
            (None, Some(gmina)) => teryt::office_name(gmina),
            (None, None) => String::new(),
        }
    }
    /// Where it is, in words: kind of gmina, powiat, voivodeship.
    pub fn place(&self, lang: Lang) -> String {
        match (&self.gmina, &self.office) {
            (Some(gmina), _) => gmina.place(T(lang).law()),
            (None, Some(office)) => office.town.clone(),
            (None, None) => String::new(),
        }
    }
    /// Its page: the office's site, or the page of a gmina whose office is not yet at work.
    pub fn href(&self) -> String {
        match (&self.office, &self.gmina) {
            (Some(office), _) => format!("/o/{}", office.slug),
            (None, Some(gmina)) => format!("/offices/{}", gmina.code),
            (None, None) => "/".to_owned(),
        }
    }
}

/// The offices at work here that are not suspended, by name.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn at_work(c: &mut Conn) -> Result<Vec<AtWork>> {
    c.all(Q::new(
        "SELECT slug, teryt, kind, name, name_en, name_fold, town FROM office WHERE status = 'active' \
         ORDER BY name_sort, id LIMIT 5000",
    ))
    .await
}

/// How well an office that is not a gmina's fits what was typed; `None` if it does not.
fn fits(office: &AtWork, typed: &str) -> Option<u8> {
    if typed.is_empty() || office.name_fold.starts_with(typed) {
        return Some(0);
    }
    let english = fold(&office.name_en);
    let begins =
        |word: &str| office.name_fold.split(' ').chain(english.split(' ')).any(|other| other.starts_with(word));
    typed.split(' ').all(begins).then_some(1)
}

/// All entries that fit, the best first: offices at work before the others, within each by how well they fit.
///
/// Gminas are ranked by [`law::teryt::search`]; an office's own name finds it too. Offices that belong to no gmina are
/// found only while no powiat or voivodeship narrows the search.
pub fn search(at_work: &[AtWork], narrow: &Narrow) -> Vec<Entry> {
    let typed = fold(&narrow.text);
    let by_code: HashMap<&str, &AtWork> = at_work.iter().filter_map(|o| Some((o.teryt.as_deref()?, o))).collect();
    let filter = teryt::Filter { voivodeship: narrow.voivodeship.as_deref(), powiat: narrow.powiat.as_deref() };
    let mut working: Vec<(u8, Entry)> = Vec::new();
    let mut others = Vec::new();
    let found = teryt::search(&narrow.text, teryt::gminas().len(), filter);
    for gmina in &found {
        match by_code.get(gmina.code.as_str()) {
            Some(office) => working.push((0, Entry { gmina: Some(gmina), office: Some((*office).clone()) })),
            None => others.push(Entry { gmina: Some(gmina), office: None }),
        }
    }
    let anywhere = narrow.voivodeship.is_none() && narrow.powiat.is_none();
    for office in at_work {
        let gmina = office.gmina();
        let inside = match gmina {
            Some(g) => {
                narrow.voivodeship.as_deref().is_none_or(|v| g.code.voivodeship() == v)
                    && narrow.powiat.as_deref().is_none_or(|p| g.code.powiat() == p)
            }
            None => anywhere,
        };
        let known = gmina.is_some_and(|g| found.iter().any(|f| f.code == g.code));
        if inside
            && !known
            && let Some(rank) = fits(office, &typed)
        {
            working.push((rank, Entry { gmina, office: Some(office.clone()) }));
        }
    }
    working.sort_by_key(|(rank, _)| *rank);
    working.into_iter().map(|(_, entry)| entry).chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office(slug: &str, teryt: Option<&str>, name: &str) -> AtWork {
        AtWork {
            slug: slug.into(),
            teryt: teryt.map(str::to_owned),
            kind: OfficeKind::Other,
            name: name.into(),
            name_en: String::new(),
            name_fold: fold(name),
            town: String::new(),
        }
    }

    fn names(at_work: &[AtWork], text: &str) -> Vec<String> {
        let narrow = Narrow { text: text.into(), ..Narrow::default() };
        search(at_work, &narrow).iter().map(|e| e.name(Lang::Pl)).collect()
    }

    #[test]
    fn lodz_finds_the_city_first_and_a_ministry_is_found_by_a_word_of_its_name() {
        let offices = [office("mc", None, "Ministerstwo Cyfryzacji")];
        assert_eq!(names(&offices, "lodz").first().map(String::as_str), Some("Łódź"));
        assert_eq!(names(&offices, "cyfryzacji"), ["Ministerstwo Cyfryzacji"]);
        assert_eq!(names(&offices, "").len(), teryt::gminas().len() + 1);
    }

    #[test]
    fn an_office_at_work_comes_before_a_better_fitting_one_that_is_not() {
        let small = teryt::gminas().iter().find(|g| g.name.starts_with("Dobra") && g.name != "Dobra").unwrap();
        let offices = [office("x", Some(small.code.as_str()), "Urząd Gminy")];
        assert_eq!(names(&offices, "dobra").first().map(String::as_str), Some(small.name));
    }

    #[test]
    fn a_powiat_narrows_and_a_foreign_one_is_dropped() {
        let fields = web::Fields(vec![("voivodeship".into(), "10".into()), ("powiat".into(), "0201".into())]);
        let narrow = Narrow::read(&fields);
        assert_eq!((narrow.voivodeship.as_deref(), narrow.powiat), (Some("10"), None));
    }
}
