//! Placeholders of templates and where their values come from.

use std::collections::BTreeMap;

use db::Conn;
use i18n::T;
use kernel::{Ctx, Result};
use law::format::long_date;
use offices::Desk;
use records::cases::{self, CaseRow};

use crate::{Content, msg};

/// A placeholder: its name, the key of what it stands for, and a sample for previews of templates.
pub struct Placeholder {
    /// The name between the braces.
    pub name: &'static str,
    /// The key of a sentence on what it stands for.
    pub label: &'static str,
    /// A sample value.
    pub sample: &'static str,
}

const fn p(name: &'static str, label: &'static str, sample: &'static str) -> Placeholder {
    Placeholder { name, label, sample }
}

/// Every placeholder that is filled in by itself. Any other name in double braces is left for the official to fill in.
pub const ALL: &[Placeholder] = &[
    p("case.reference", msg::LETTERS_PLACE_CASE_REFERENCE, "OR.5345.4.2026"),
    p("case.title", msg::LETTERS_PLACE_CASE_TITLE, "Wniosek o wydanie zaświadczenia o zameldowaniu"),
    p("case.started", msg::LETTERS_PLACE_CASE_STARTED, "12 stycznia 2026 r."),
    p("case.due", msg::LETTERS_PLACE_CASE_DUE, "12 lutego 2026 r."),
    p("case.party_reference", msg::LETTERS_PLACE_CASE_PARTY_REFERENCE, "AK/3/2026"),
    p("party.name", msg::LETTERS_PLACE_PARTY_NAME, "Żaneta Łąk"),
    p("party.address", msg::LETTERS_PLACE_PARTY_ADDRESS, "ul. Źródlana 12 m. 3, 38-200 Jasionka Górna"),
    p("party.email", msg::LETTERS_PLACE_PARTY_EMAIL, "zaneta.lak@example.pl"),
    p("party.identifier", msg::LETTERS_PLACE_PARTY_IDENTIFIER, "44051401359"),
    p("office.name", msg::LETTERS_PLACE_OFFICE_NAME, "Urząd Gminy Jasionka Górna"),
    p("office.address", msg::LETTERS_PLACE_OFFICE_ADDRESS, "ul. Kościelna 7, 38-200 Jasionka Górna"),
    p("office.town", msg::LETTERS_PLACE_OFFICE_TOWN, "Jasionka Górna"),
    p("office.phone", msg::LETTERS_PLACE_OFFICE_PHONE, "13 400 00 00"),
    p("office.email", msg::LETTERS_PLACE_OFFICE_EMAIL, "urzad@example.pl"),
    p("office.account", msg::LETTERS_PLACE_OFFICE_ACCOUNT, "61 1090 1014 0000 0712 1981 2874"),
    p("unit.name", msg::LETTERS_PLACE_UNIT_NAME, "Referat Organizacyjny"),
    p("official.name", msg::LETTERS_PLACE_OFFICIAL_NAME, "Łukasz Gęś"),
    p("official.position", msg::LETTERS_PLACE_OFFICIAL_POSITION, "inspektor"),
    p("official.email", msg::LETTERS_PLACE_OFFICIAL_EMAIL, "l.ges@example.pl"),
    p("today", msg::LETTERS_PLACE_TODAY, "2 lutego 2026 r."),
    p("today.in_7_days", msg::LETTERS_PLACE_IN_7_DAYS, "9 lutego 2026 r."),
    p("today.in_14_days", msg::LETTERS_PLACE_IN_14_DAYS, "16 lutego 2026 r."),
    p("today.in_30_days", msg::LETTERS_PLACE_IN_30_DAYS, "4 marca 2026 r."),
    p("term.span", msg::LETTERS_PLACE_TERM_SPAN, "1 miesiąc"),
];

/// What the starter templates leave to the official, with a believable text for previews.
const LEFT: &[(&str, &str)] = &[
    ("co zrobiono", "Zebrano dokumenty i wystąpiono o opinię do zarządcy drogi."),
    ("czego brakuje", "Podpis pod wnioskiem i potwierdzenie opłaty skarbowej 17 zł."),
    ("dlaczego", "Sprawa dotyczy drogi powiatowej, którą zarządza starosta."),
    ("komu przedłożyć", "bank"),
    ("kto wytworzył", "Referat Organizacyjny"),
    ("nazwa rejestru", "rejestr mieszkańców"),
    ("nowy termin", "12 marca 2026 r."),
    ("o czym", "o zameldowaniu na pobyt stały"),
    ("organ odwoławczy", "Samorządowego Kolegium Odwoławczego"),
    ("organ właściwy", "Starosta Jasielski"),
    ("organ wyższego stopnia", "Samorządowego Kolegium Odwoławczego"),
    ("pouczenie o zażaleniu", "Na to postanowienie zażalenie nie przysługuje."),
    ("przepis", "art. 123"),
    ("przepis materialny", "art. 83 ustawy z dnia 16 kwietnia 2004 r. o ochronie przyrody"),
    ("przyczyna odmowy", "W rejestrze nie ma danych, o których potwierdzenie wniesiono."),
    ("przyczyna zwłoki", "konieczność uzyskania opinii innego organu"),
    ("rozstrzygnięcie", "Zezwalam na usunięcie dwóch lip rosnących przy budynku."),
    ("termin w dniach", "7 dni"),
    ("treść pisma", "W odpowiedzi na pismo informujemy, że naprawa oświetlenia jest planowana w marcu."),
    ("treść zaświadczenia", "jest zameldowana na pobyt stały pod adresem: ul. Źródlana 12 m. 3"),
    ("udostępniana informacja", "Koszt remontu drogi gminnej wyniósł 184 300 zł brutto."),
    ("ustalenia", "Ustalono, że wniosek jest kompletny."),
    ("ustalenia i dowody", "Oględziny potwierdziły, że drzewa są chore i zagrażają budynkowi."),
    ("uzasadnienie", "Zebrane dowody wystarczają, aby załatwić sprawę."),
    ("uzasadnienie prawne", "Wniosek spełnia warunki określone w przepisach."),
    ("w przedmiocie", "w przedmiocie zawieszenia postępowania"),
    ("zarzuty", "Skarżąca wskazuje na zbyt długie oczekiwanie na odpowiedź."),
    ("zasadną lub bezzasadną", "zasadną"),
];

/// The samples, for previews of templates.
pub fn samples() -> BTreeMap<String, String> {
    let known = ALL.iter().map(|p| (p.name, p.sample));
    known.chain(LEFT.iter().copied()).map(|(name, sample)| (name.to_owned(), sample.to_owned())).collect()
}

/// What a placeholder is called on the screen: what it stands for when it is filled in by itself, else its own words.
pub fn called(t: T, name: &str) -> String {
    let known = ALL.iter().find(|p| p.name == name);
    known.map_or_else(|| name.replace(['_', '.'], " "), |p| t.s(p.label))
}

/// A template as its letter may come to look: with samples, and what has none as words in brackets.
pub fn as_sample(t: T, template: &Content) -> Content {
    in_brackets(t, template, samples())
}

/// A letter as it stands, with what is still to be filled in as words in brackets.
pub fn as_it_stands(t: T, letter: &Content) -> Content {
    in_brackets(t, letter, BTreeMap::new())
}

fn in_brackets(t: T, content: &Content, mut data: BTreeMap<String, String>) -> Content {
    for name in missing(content) {
        let words = format!("[{}]", called(t, &name));
        data.entry(name).or_insert(words);
    }
    filled(content, &data)
}

/// The names a template leaves to the official: those that are not filled in by themselves.
pub fn left(template: &Content) -> Vec<String> {
    missing(template).into_iter().filter(|name| ALL.iter().all(|p| p.name != name)).collect()
}

/// The placeholders in groups, each with the key of its heading and how the names in it begin.
pub const GROUPS: &[(&str, &[&str])] = &[
    (msg::LETTERS_GROUP_CASE, &["case.", "term."]),
    (msg::LETTERS_GROUP_PARTY, &["party."]),
    (msg::LETTERS_GROUP_DATES, &["today"]),
    (msg::LETTERS_GROUP_OFFICE, &["office.", "unit."]),
    (msg::LETTERS_GROUP_OFFICIAL, &["official."]),
];

/// The values for a case as seen today by who writes. What is not known has no value, so that it is shown as missing.
///
/// # Errors
/// Those of the database.
pub async fn data_for(c: &mut Conn, ctx: &Ctx, desk: &Desk, case: &CaseRow) -> Result<BTreeMap<String, String>> {
    let party = cases::parties(c, desk.scope, case.id).await?.into_iter().next();
    let unit = offices::unit(c, desk.scope, case.unit).await?;
    let today = ctx.now.warsaw_date();
    let pl = law::Lang::Pl;
    let mut data = BTreeMap::new();
    let mut put = |name: &str, value: String| {
        if !value.trim().is_empty() {
            data.insert(name.to_owned(), value);
        }
    };
    put("case.reference", case.reference.clone());
    put("case.title", case.title.clone());
    put("case.started", long_date(case.started.0, pl));
    put("case.due", case.due().map(|d| long_date(d, pl)).unwrap_or_default());
    put("case.party_reference", case.party_reference.clone());
    put("term.span", case.span().map(|s| s.words(pl)).unwrap_or_default());
    if let Some(party) = party {
        put("party.name", party.name);
        put("party.address", party.address);
        put("party.email", party.email);
        put("party.identifier", party.identifier);
    }
    let office = &desk.office;
    put("office.name", office.name.clone());
    put("office.address", office.address());
    put("office.town", office.town.clone());
    put("office.phone", office.phone.clone());
    put("office.email", office.email.clone());
    put("office.account", office.tax_account.clone());
    put("unit.name", unit.name);
    put("official.name", desk.member.name.clone());
    put("official.position", desk.member.position.clone());
    put("official.email", desk.member.email.clone());
    put("today", long_date(today, pl));
    for days in [7_u32, 14, 30] {
        // Terms set for a party are counted as KPA art. 57 counts them.
        if let Ok(last) = law::term::last_day(today, law::term::Span::new(days, law::term::Unit::Days)) {
            put(&format!("today.in_{days}_days"), long_date(last.last_day, pl));
        }
    }
    Ok(data)
}

/// A template's content with values put in place of placeholders; those without a value stay.
pub fn filled(template: &Content, data: &BTreeMap<String, String>) -> Content {
    template.map(|name, text| {
        let markdown = matches!(name, "body" | "reasons" | "instruction");
        let filled = if markdown { pdf::fill_markdown(text, data) } else { pdf::fill(text, data) };
        filled.text
    })
}

/// The names of placeholders that still stand in a text, in order of appearance.
pub fn missing(content: &Content) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let _ = content.map(|_, text| {
        for name in pdf::placeholders(text) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        String::new()
    });
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_put_in_and_what_has_none_is_named() {
        let template = Content {
            subject: "w sprawie {{case.title}}".into(),
            body: "Do {{party.name}}, do dnia {{kwota}}. {{party.name}}".into(),
            ..Content::default()
        };
        let data = BTreeMap::from([
            ("case.title".to_owned(), "zaświadczenia".to_owned()),
            ("party.name".to_owned(), "*Anna*".to_owned()),
        ]);
        let letter = filled(&template, &data);
        assert_eq!(letter.subject, "w sprawie zaświadczenia");
        assert_eq!(letter.body, "Do \\*Anna\\*, do dnia {{kwota}}. \\*Anna\\*");
        assert_eq!(missing(&letter), ["kwota"]);
    }

    #[test]
    fn a_preview_shows_no_braces() {
        let template = Content { body: "{{party.name}}, {{o czym}}, {{moje_pole}}".into(), ..Content::default() };
        let shown = as_sample(T::default(), &template);
        assert!(!shown.body.contains("{{") && shown.body.contains("Żaneta Łąk"), "{}", shown.body);
        assert!(shown.body.contains("moje pole"), "{}", shown.body);
        assert_eq!(left(&template), ["o czym", "moje_pole"]);
    }

    #[test]
    fn every_placeholder_stands_in_one_group() {
        for p in ALL {
            let groups = GROUPS.iter().filter(|(_, begins)| begins.iter().any(|b| p.name.starts_with(b))).count();
            assert_eq!(groups, 1, "{}", p.name);
        }
    }

    #[test]
    fn no_placeholder_is_named_twice() {
        for (i, p) in ALL.iter().enumerate() {
            assert!(!ALL[..i].iter().any(|q| q.name == p.name), "{}", p.name);
        }
    }
}
