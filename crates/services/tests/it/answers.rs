//! Conditions and checks.

use jiff::civil::{Date, date};
use kernel::Lang;
use serde_json::{Value, json};
use services::{
    answers::{Answer, Answers, Checked, Trouble, Visible, check, from_json},
    schema::Form,
};

use crate::setting::texts;

fn form(fields: Value) -> Form {
    let form = json!({ "format": 1, "title": { "pl": "T" }, "purpose": { "pl": "P" }, "lawful_basis": { "pl": "B" },
        "steps": [{ "id": "one", "title": { "pl": "Krok" }, "fields": fields }] });
    services::schema::parse(&form.to_string()).unwrap_or_else(|f| panic!("{f:?}"))
}

fn text(pairs: &[(&str, &str)]) -> Answers {
    Answers(pairs.iter().map(|(k, v)| ((*k).to_owned(), Answer::Text((*v).to_owned()))).collect())
}

const TODAY: Date = date(2026, 3, 2);

fn checked(form: &Form, answers: &Answers, lang: Lang) -> Checked {
    check(form, answers, &|_| 0, TODAY, lang)
}

fn says(form: &Form, answers: &Answers, lang: Lang) -> Vec<(String, String)> {
    texts();
    let t = i18n::T(lang);
    checked(form, answers, lang).troubles.iter().map(|p: &Trouble| (p.field.clone(), t.args(p.key, &p.args))).collect()
}

fn one(kind: &str, rest: Value) -> Form {
    let mut field = json!({ "id": "x", "type": kind, "label": { "pl": "X" }, "required": true });
    for (k, v) in rest.as_object().unwrap() {
        field[k] = v.clone();
    }
    form(json!([field]))
}

#[test]
fn errors_explain_themselves_in_both_languages() {
    let cases: &[(&str, Value, &str, &str, &str)] = &[
        ("pesel", json!({}), "44051401358", "cyfra kontrolna", "check digit"),
        ("pesel", json!({}), "44990001353", "dzień, którego nie ma", "does not exist"),
        ("nip", json!({}), "8567346216", "cyfra kontrolna", "check digit"),
        ("postal_code", json!({}), "0950", "5 cyfr", "5 digits"),
        ("iban", json!({}), "DE89370400440532013000", "polskim banku", "Polish bank"),
        ("email", json!({}), "anna@", "adres e-mail", "e-mail address"),
        ("date", json!({}), "2026-02-30", "30.02.2026", "30.02.2026"),
        ("date", json!({}), "jutro", "12.01.2026", "12.01.2026"),
        ("date", json!({ "validation": { "not_future": true } }), "2026-03-03", "jeszcze nie nadeszła", "not come yet"),
        ("date", json!({ "validation": { "not_past": true } }), "1.03.2026", "już minęła", "has passed"),
        ("date", json!({ "validation": { "min_age": 18 } }), "2008-03-03", "18", "18"),
        ("number", json!({ "validation": { "max": 20.0 } }), "20,5", "większą niż 20", "not above 20"),
        ("number", json!({ "validation": { "whole": true } }), "2,5", "całkowitą", "whole"),
        ("money", json!({}), "12,345", "kwotę", "amount"),
        ("text", json!({ "validation": { "maxlength": 3 } }), "abcde", "skróć go o 2", "shorten it by 2"),
        (
            "text",
            json!({ "validation": { "pattern": { "regex": "[0-9]+/[0-9]+", "message": { "pl": "Ułamek.", "en": "A fraction." } } } }),
            "x1/2",
            "Ułamek.",
            "A fraction.",
        ),
        ("text", json!({}), "a\u{0}b", "znaki", "characters"),
        ("radio", json!({ "options": [{ "value": "a", "label": { "pl": "A" } }] }), "b", "Wybierz", "Choose"),
        ("text", json!({}), "  ", "Wypełnij", "Answer"),
    ];
    for (kind, rest, typed, pl, en) in cases {
        let form = one(kind, rest.clone());
        for (lang, wanted) in [(Lang::Pl, pl), (Lang::En, en)] {
            let said = says(&form, &text(&[("x", typed)]), lang);
            assert!(said.len() == 1 && said[0].0 == "x" && said[0].1.contains(wanted), "{kind} {typed}: {said:?}");
        }
    }
}

#[test]
fn answers_get_their_normal_form() {
    for (kind, typed, normal) in [
        ("number", " 1 234,50", "1234.5"),
        ("money", "1250,5 zł", "1250.50"),
        ("money", "7", "7.00"),
        ("date", "7.3.2025", "2025-03-07"),
        ("nip", "856-734-62-15", "8567346215"),
        ("pesel", "44051401359", "44051401359"),
        ("textarea", "a\r\nb", "a\nb"),
    ] {
        let out = checked(&one(kind, json!({})), &text(&[("x", typed)]), Lang::Pl);
        assert!(out.troubles.is_empty(), "{kind} {typed}: {:?}", out.troubles);
        assert_eq!(out.answers.text("x"), normal);
    }
}

#[test]
fn hidden_questions_are_not_asked_and_not_sent() {
    let form = form(json!([
        { "id": "who", "type": "radio", "label": { "pl": "Kto" }, "required": true,
          "options": [{ "value": "me", "label": { "pl": "Ja" } }, { "value": "firm", "label": { "pl": "Firma" } }] },
        { "id": "nip", "type": "nip", "label": { "pl": "NIP" }, "required": true, "when": { "field": "who", "equals": "firm" } },
        { "id": "why", "type": "text", "label": { "pl": "Po co" }, "required": true,
          "when": { "and": [{ "field": "nip", "answered": true }, { "not": { "field": "who", "in": ["me"] } }] } },
        { "id": "any", "type": "text", "label": { "pl": "C" }, "when": { "or": [{ "field": "who", "equals": "me" }, { "field": "why", "answered": true }] } },
    ]));
    let typed = text(&[("who", "me"), ("nip", "8567346216"), ("why", "bo tak"), ("any", "a")]);
    let out = checked(&form, &typed, Lang::Pl);
    assert!(out.troubles.is_empty(), "{:?}", out.troubles);
    assert_eq!(out.answers.0.keys().collect::<Vec<_>>(), ["any", "who"]);
    let firm = text(&[("who", "firm"), ("nip", "8567346215")]);
    let visible = Visible::of(&form, &firm, &|_| false);
    assert!(visible.field("why") && !visible.field("any"));
    assert_eq!(checked(&form, &firm, Lang::Pl).troubles.len(), 1);
}

#[test]
fn adversarial_json_is_refused_by_field() {
    let form = form(json!([
        { "id": "name", "type": "text", "label": { "pl": "A" } },
        { "id": "ok", "type": "declaration", "label": { "pl": "B" } },
        { "id": "where", "type": "address", "label": { "pl": "C" } },
        { "id": "many", "type": "checkboxes", "label": { "pl": "D" }, "options": [{ "value": "a", "label": { "pl": "A" } }] },
        { "id": "doc", "type": "file", "label": { "pl": "E" } },
    ]));
    for (bad, field) in [
        (json!({ "nobody": "x" }), "nobody"),
        (json!({ "name": 5 }), "name"),
        (json!({ "name": ["x"] }), "name"),
        (json!({ "ok": "true" }), "ok"),
        (json!({ "where": { "street": "x", "planet": "y" } }), "where"),
        (json!({ "where": "Długa 7" }), "where"),
        (json!({ "many": "a" }), "many"),
        (json!({ "many": [1] }), "many"),
        (json!({ "doc": "x" }), "doc"),
        (json!([]), "answers"),
    ] {
        let troubles = from_json(&form, &bad).unwrap_err();
        assert_eq!(troubles[0].field, field, "{bad}");
    }
    let huge = from_json(&form, &json!({ "name": "ż".repeat(500_000), "many": ["a", "z"] })).unwrap();
    let fields: Vec<String> = checked(&form, &huge, Lang::Pl).troubles.into_iter().map(|t| t.field).collect();
    assert_eq!(fields, ["name", "many"]);
}
