//! The page, in both languages.

use audit::{Event, Filter, Kind, Named, Names, Reach, pages};
use db::Json;
use i18n::T;
use jiff::civil::date;
use kernel::{Lang, Micros, ids::AuditId};
use serde_json::json;
use uuid::Uuid;
use web::Cursor;

fn event(n: u128, kind: Kind, action: &str, actor: &str) -> Event {
    let details = json!({"role": "official", "offices": ["a", "b"]});
    Event {
        id: AuditId(Uuid::from_u128(n)),
        office: None,
        at: Micros::start_of(date(2026, 3, 2)).plus_seconds(43_200),
        actor: None,
        actor_name: actor.into(),
        kind,
        action: action.into(),
        object_kind: "audit".into(),
        object_id: "GK.1.2026".into(),
        details: Json(details.as_object().cloned().unwrap_or_default()),
        remote: Some("192.0.2.7".into()),
    }
}

fn shown(lang: Lang) -> String {
    i18n::init(&[audit::msg::SOURCE]);
    let rows = [
        event(1, Kind::Admin, "membership.granted", "Łucja Żak"),
        event(2, Kind::Access, "case.read", "<b>Jan</b>"),
        event(3, Kind::Security, "audit.expired", ""),
    ];
    let filter =
        Filter { actor: "Żak & syn".into(), cursor: Some(Cursor { key: 1, id: Uuid::nil() }), ..Filter::default() };
    let next = rows.last().map(Event::cursor);
    pages::view(T(lang), &filter, &rows, &Names::new(Reach::Installation), "/operator/audit", next).into_string()
}

#[test]
fn the_page_shows_entries_filters_and_ways_on() {
    for (lang, words) in [
        (
            Lang::Pl,
            ["Usunięto wpisy po upływie", "osoba niezalogowana", "Pobierz CSV", "najnowszych wpisów", "Wyczyść filtry"],
        ),
        (
            Lang::En,
            ["past their retention time", "somebody not signed in", "Download CSV", "newest entries", "Clear filters"],
        ),
    ] {
        let html = shown(lang);
        for word in words {
            assert!(html.contains(word), "{word}: {html}");
        }
        assert!(html.contains("&lt;b&gt;Jan&lt;/b&gt;") && !html.contains("<b>Jan"));
        assert!(html.contains("membership.granted"), "an action without words shows itself");
        assert!(html.contains("/operator/audit.csv?actor=%C5%BBak+%26+syn"), "{html}");
        assert!(html.contains("value=\"Żak &amp; syn\""), "{html}");
        assert!(html.contains("rel=\"next\"") && html.contains("cursor="), "{html}");
        assert_eq!(html, shown(lang), "the same page twice");
    }
}

#[test]
fn an_empty_log_and_a_filter_that_finds_nothing_say_different_things() {
    i18n::init(&[audit::msg::SOURCE]);
    let t = T(Lang::Pl);
    let empty = pages::view(t, &Filter::default(), &[], &Names::new(Reach::Installation), "/operator/audit", None)
        .into_string();
    assert!(empty.contains("W dzienniku nic jeszcze nie ma") && !empty.contains("Wyczyść filtry"), "{empty}");
    let filter = Filter { kind: Some(Kind::Access), ..Filter::default() };
    let nothing = pages::view(t, &filter, &[], &Names::new(Reach::Installation), "/operator/audit", None).into_string();
    assert!(nothing.contains("Żaden wpis nie pasuje") && nothing.contains("Wyczyść filtry"), "{nothing}");
}

#[test]
fn things_stand_by_their_names_and_never_by_bare_identifiers() {
    i18n::init(&[audit::msg::SOURCE]);
    let (office, unit) = (Uuid::from_u128(0xabc), Uuid::from_u128(0xdef));
    let mut e = event(1, Kind::Admin, "unit.changed", "Łucja Żak");
    e.office = Some(kernel::ids::OfficeId(office));
    (e.object_kind, e.object_id) = ("unit".into(), unit.to_string());
    let details =
        json!({ "code": "GK", "from": "2026-01-31", "office": office, "token_id": Uuid::from_u128(7), "to": null });
    e.details = Json(details.as_object().cloned().unwrap_or_default());
    let mut names = Names::new(Reach::Installation);
    names.add(("office".into(), office), Named { name: "Urząd Gminy Lipowa".into(), href: None });
    let href = Some("/desk/lipowa/admin/units/1".to_owned());
    names.add(("unit".into(), unit), Named { name: "GK, Referat Gospodarki".into(), href });
    let html = pages::view(T(Lang::Pl), &Filter::default(), &[e], &names, "/operator/audit", None).into_string();
    for there in
        ["Urząd Gminy Lipowa", "31 stycznia 2026", "<a href=\"/desk/lipowa/admin/units/1\">GK, Referat Gospodarki</a>"]
    {
        assert!(html.contains(there), "{there}: {html}");
    }
    assert_eq!(html.matches("Urząd Gminy Lipowa").count(), 1, "the office is named once");
    for gone in [office.to_string(), unit.to_string(), Uuid::from_u128(7).to_string(), "null".to_owned()] {
        assert!(!html.contains(&gone), "{gone}: {html}");
    }
}

#[test]
fn details_are_words_of_the_language_before_and_after_and_codes_never() {
    i18n::init(&[audit::msg::SOURCE]);
    let mut e = event(1, Kind::Admin, "audit.expired", "Łucja Żak");
    let details = json!({
        "roles": "official, registry → superior", "to": " → 2026-01-31", "closed": "false → true", "removed": 12_345,
        "token_id": Uuid::from_u128(7), "open": [450, 930], "events": ["case.*", "case.letter.sent"],
    });
    e.details = Json(details.as_object().cloned().unwrap_or_default());
    let names = Names::new(Reach::Installation);
    for (lang, said) in [
        (
            Lang::Pl,
            ["urzędnik, kancelaria → przełożony", "— → 31 stycznia 2026", "nie → tak", "12\u{a0}345", "wysłano pismo"],
        ),
        (Lang::En, ["official, registry → superior", "— → 31 January 2026", "no → yes", "12,345", "letter sent"]),
    ] {
        let html = pages::view(T(lang), &Filter::default(), std::slice::from_ref(&e), &names, "/operator/audit", None);
        let html = html.into_string();
        for text in said {
            assert!(html.contains(text), "{text}: {html}");
        }
        assert!(html.contains("7:30–15:30") && !html.contains("case.*"), "{html}");
        assert!(!html.contains("token_id"), "{html}");
    }
}
