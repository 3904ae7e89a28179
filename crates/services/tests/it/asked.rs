//! What a person sees of the questions: when one is asked, what is known already, and the fee and term in English.

use services::{Channel, NewSubmission, answers::Answers, schema};

use crate::setting::{MIGRATIONS, Setting, sign_in};

/// A form with an address, a question that depends on two others, and files asked for only sometimes.
const FORM: &str = r#"{
 "format": 1, "title": {"pl": "Sprawa", "en": "Matter"},
 "purpose": {"pl": "Załatwienie sprawy.", "en": "To settle the matter."},
 "lawful_basis": {"pl": "Art. 6 ust. 1 lit. c RODO.", "en": "GDPR art. 6(1)(c)."},
 "steps": [
  {"id": "who", "title": {"pl": "Kto", "en": "Who"}, "fields": [
   {"id": "side", "type": "radio", "label": {"pl": "Kto składa wniosek?", "en": "Who applies?"}, "required": true, "options": [
    {"value": "person", "label": {"pl": "Osoba", "en": "A person"}}, {"value": "firm", "label": {"pl": "Firma", "en": "A firm"}}]},
   {"id": "agent", "type": "checkbox", "label": {"pl": "Działa pełnomocnik", "en": "An agent acts"}},
   {"id": "letter", "type": "file", "label": {"pl": "Pełnomocnictwo", "en": "Power of attorney"},
    "when": {"and": [{"field": "side", "equals": "firm"}, {"field": "agent", "equals": "yes"}]}},
   {"id": "address", "type": "address", "label": {"pl": "Adres do kontaktu", "en": "Contact address"}}]},
  {"id": "more", "title": {"pl": "Załączniki", "en": "Attachments"}, "fields": [
   {"id": "paper", "type": "file", "label": {"pl": "Odpis z KRS", "en": "Register copy"}, "when": {"field": "side", "equals": "firm"}}]}
 ]}"#;

async fn publish(s: &Setting) {
    let (ctx, scope) = (s.kit.ctx(kernel::Actor::System), s.scope);
    s.kit
        .app
        .db
        .write(move |c| {
            let ctx = ctx.clone();
            Box::pin(async move {
                let service = services::service_by_slug(c, scope, "ceidg").await?;
                let form = schema::parse(FORM).unwrap_or_else(|f| panic!("{f:?}"));
                let version = services::admin::save_working(c, &ctx, scope, service.id, &form, 0).await?;
                services::admin::publish_form(c, &ctx, scope, service.id, version).await
            })
        })
        .await
        .unwrap();
}

/// Sends the form for Anna with an address, as she did some time ago.
async fn sent_before(s: &Setting) {
    let (ctx, scope, anna) = (s.kit.ctx(kernel::Actor::System), s.scope, s.anna);
    let answers: Answers = serde_json::from_value(serde_json::json!({"side": "person", "address":
        {"street": "ul. Źródlana", "house": "12", "flat": "", "postal_code": "34-324", "city": "Słotwina"}}))
    .unwrap();
    s.kit
        .app
        .db
        .write(move |c| {
            let (ctx, answers) = (ctx.clone(), answers.clone());
            Box::pin(async move {
                let service = services::service_by_slug(c, scope, "ceidg").await?;
                let new = NewSubmission {
                    form: service.form_id.unwrap(),
                    answers,
                    files: Vec::new(),
                    person: Some(anna),
                    name: "Anna Nowak".into(),
                    email: "anna@example.pl".into(),
                    channel: Channel::Web,
                    once: "asked".into(),
                };
                services::submit(c, &ctx, scope, &service, new, "https://example.pl").await
            })
        })
        .await
        .unwrap();
}

db::both! { MIGRATIONS;

async fn without_scripts_a_question_says_when_it_is_asked_and_its_button_stands_with_it(db) {
    let s = Setting::new(&db).await;
    publish(&s).await;
    let b = s.stranger();
    let begun = b.post(&s.o("/services/ceidg/apply"), &[]).await;
    let id = begun.location().split('/').nth(4).unwrap().to_owned();
    let at = |step: &str| s.o(&format!("/apply/{id}/{step}"));
    let page = b.get(&at("who")).await.text;
    let said = "Wypełnij, jeśli w pytaniu „Kto składa wniosek?” wybierasz „Firma” i zaznaczasz „Działa pełnomocnik”.";
    assert!(page.contains(said) && page.contains("class=\"without-script\""), "{page}");
    assert!(page.contains("data-when=\"side=firm&amp;agent=on\""), "{page}");
    let field = page.split("data-when=").nth(1).unwrap();
    let field = &field[..field.find("<fieldset").unwrap()];
    assert!(field.contains("Pełnomocnictwo") && field.contains("Dodaj wybrane pliki"), "hidden together: {field}");
    assert_eq!(page.matches("Dodaj wybrane pliki").count(), 1);
    let on = b.post(&at("who"), &[("version", "0"), ("side", "person"), ("go", "next")]).await;
    assert_eq!(on.location(), at("summary"), "no step without a question");
    let summary = b.get(&at("summary")).await.text;
    assert!(!summary.contains("Załączniki"), "no heading without anything under it: {summary}");
}

async fn the_address_given_last_time_is_filled_in_for_its_owner_alone(db) {
    let s = Setting::new(&db).await;
    publish(&s).await;
    sent_before(&s).await;
    let anna = sign_in(&s.stranger(), s.anna).await;
    let begun = anna.post(&s.o("/services/ceidg/apply"), &[]).await;
    let page = anna.get(begun.location()).await.text;
    assert!(page.contains("value=\"Słotwina\"") && page.contains("value=\"34-324\""), "{page}");
    let other = sign_in(&s.stranger(), s.admin).await;
    let begun = other.post(&s.o("/services/ceidg/apply"), &[]).await;
    assert!(!other.get(begun.location()).await.text.contains("Słotwina"));
}

async fn fee_and_term_are_in_english_until_the_office_writes_its_own(db) {
    let s = Setting::new(&db).await;
    let english = |path: String| {
        let request = axum::http::Request::builder().uri(path).header("accept-language", "en");
        let browser = s.stranger();
        async move { browser.send(request, axum::body::Body::empty()).await.text }
    };
    let page = english(s.o("/services/informacja-publiczna")).await;
    assert!(page.contains("Without undue delay, within 14 days") && !page.contains("przedłużenie"), "{page}");
    let catalog = services::catalog::catalog().unwrap();
    for entry in &catalog.services {
        let addition = catalog.addition(&entry.id).unwrap();
        for text in [&addition.fee, &addition.term] {
            assert!(!text.is_empty() && text.is_ascii() || text.contains(['–', '²']), "{}: {text}", entry.id);
        }
    }
    let admin = sign_in(&s.stranger(), s.admin).await;
    let one = format!("/desk/{}/admin/services/informacja-publiczna", s.slug);
    let edit = [("version", "1"), ("name_pl", "Informacja publiczna"), ("topic", "public"), ("level", "gmina"), ("fee", "bezpłatnie, bez wyjątków"), ("term", "14 dni")];
    assert_eq!(admin.post(&one, &edit).await.status, 303);
    let page = english(s.o("/services/informacja-publiczna")).await;
    assert!(page.contains("<span lang=\"pl\">Bezpłatnie, bez wyjątków</span>"), "{page}");
}

}
