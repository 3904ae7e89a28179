//! Metadata as XML, for archives (Dz.U. 2006 nr 206 poz. 1519).

use i18n::{Lang, T};

use super::{CaseData, DocumentData};
use crate::{action_label, chain::Entry, xml::Xml};

pub(super) fn case(case: &CaseData) -> String {
    let mut x = Xml::new();
    x.open("sprawa", &[("identyfikator", &case.id), ("znak", &case.reference)]);
    x.leaf("urzad", &case.office);
    x.leaf("tytul", &case.title);
    x.leaf("klasa", &case.symbol);
    x.leaf("haslo-klasy", &case.class);
    x.leaf("kategoria-archiwalna", case.category.as_deref().unwrap_or_default());
    x.leaf("komorka", &case.unit);
    x.leaf("prowadzacy", &case.handler);
    x.leaf("stan", &case.state);
    x.leaf("data-otwarcia", &case.opened);
    x.leaf("data-wszczecia", &case.started);
    x.leaf("termin", case.due.as_deref().unwrap_or_default());
    x.leaf("data-zalatwienia", case.settled.as_deref().unwrap_or_default());
    x.leaf("sposob-zalatwienia", case.outcome.as_deref().unwrap_or_default());
    x.leaf("przechowywac-do-konca-roku", &case.kept_through.map(|y| y.to_string()).unwrap_or_default());
    x.leaf("uwagi", &case.remarks);
    x.open("strony", &[]);
    for p in &case.parties {
        x.open("strona", &[("rola", p.role.as_str())]);
        x.leaf("nazwa", &p.name);
        x.leaf("adres", &p.address);
        x.leaf("e-mail", &p.email);
        x.close("strona");
    }
    x.close("strony");
    x.open("przerwy-w-biegu-terminu", &[]);
    for p in &case.pauses {
        let to = p.to.map(|d| d.0.to_string()).unwrap_or_default();
        x.open("przerwa", &[("od", &p.from.0.to_string()), ("do", &to), ("podstawa", p.ground.as_str())]);
        x.leaf("powod", &p.reason);
        x.close("przerwa");
    }
    x.close("przerwy-w-biegu-terminu");
    x.open("przesylki", &[]);
    for mail in &case.mail {
        x.leaf("przesylka", mail);
    }
    x.close("przesylki");
    x.open("notatki", &[]);
    for n in &case.notes {
        x.open("notatka", &[("autor", &n.author), ("data", &n.at)]);
        x.leaf("tresc", &n.text);
        x.close("notatka");
    }
    x.close("notatki");
    x.open("dokumenty", &[]);
    for d in &case.documents {
        body(&mut x, d);
    }
    x.close("dokumenty");
    x.open("metryka", &[("wpisy", &case.record_entries.to_string())]);
    x.close("metryka");
    x.close("sprawa");
    x.done()
}

fn body(x: &mut Xml, d: &DocumentData) {
    x.open("dokument", &[("identyfikator", &d.id), ("plik", &d.file)]);
    x.leaf("nazwa", &d.name);
    x.leaf("rodzaj", &d.kind);
    x.leaf("pochodzenie", &d.origin);
    x.leaf("typ", &d.media_type);
    x.leaf("rozmiar", &d.size.to_string());
    x.leaf("sha256", &d.sha256);
    x.leaf("data-dodania", &d.added);
    x.leaf("dodal", &d.added_by);
    x.close("dokument");
}

pub(super) fn document(case: &CaseData, d: &DocumentData) -> String {
    let mut x = Xml::new();
    x.open("opis-dokumentu", &[("znak-sprawy", &case.reference)]);
    body(&mut x, d);
    x.close("opis-dokumentu");
    x.done()
}

/// The record with its rows by law: ordinal, date, person, action, document (KPA art. 66a). The entry of the export itself
/// is not in it: that entry holds this file's hash.
pub(super) fn record(case: &CaseData, entries: &[Entry]) -> String {
    let mut x = Xml::new();
    x.open("metryka-sprawy", &[("znak", &case.reference), ("tytul", &case.title)]);
    for e in entries {
        x.open("wpis", &[("lp", &e.ordinal.to_string()), ("skrot", &e.hash.hex()), ("poprzedni", &e.prev.hex())]);
        x.leaf("data", &e.at.rfc3339());
        x.leaf("osoba", &e.person_name);
        x.leaf("stanowisko", &e.position);
        x.leaf("czynnosc", &action_label(T(Lang::Pl), &e.action));
        x.leaf("klucz-czynnosci", &e.action);
        x.leaf("opis", &e.text);
        x.leaf("dokument", &e.document.map(|d| d.to_string()).unwrap_or_default());
        x.close("wpis");
    }
    x.close("metryka-sprawy");
    x.done()
}
