//! The pages and the API.

use axum::http::Method;

use crate::world::{ALL, World, ask, hidden};

const LETTER: [(&str, &str); 4] = [
    ("heading", "Zawiadomienie"),
    ("subject", "o oględzinach"),
    ("addressee", "Jan Kowalski"),
    ("body", "Treść **pisma**"),
];

db::both! { ALL;

async fn a_letter_is_written_approved_and_sent_from_the_pages(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let kit = w.kit();
    // The world and the application draw the same identifiers at the same moment.
    kit.clock.advance_seconds(1);
    let browser = kit.browser(letters::routes());
    let adopted = ask(&browser, &w.admin, "POST", "/desk/lipowa/templates/adopt", &[]).await;
    assert_eq!(adopted.status, 303);
    let list = ask(&browser, &w.official, "GET", "/desk/lipowa/templates", &[]).await;
    assert!(list.text.contains("Odmowa wydania zaświadczenia"));
    let begin = format!("/desk/lipowa/cases/{}/letters/new", case.id);
    let page = ask(&browser, &w.official, "GET", &begin, &[]).await;
    assert!(page.status == 200 && page.text.contains("Decyzja"));
    let made = ask(&browser, &w.official, "POST", &begin, &[("template", ""), ("once", "a")]).await;
    let letter = made.location().to_owned();
    let mut typed = LETTER.to_vec();
    typed.push(("version", "1"));
    assert_eq!(ask(&browser, &w.official, "POST", &letter, &typed).await.status, 303);
    // A colleague who still sees version 1 gets both texts, nothing is lost.
    let mut late = typed.clone();
    late[3] = ("body", "Kolega pisał");
    let both = ask(&browser, &w.colleague, "POST", &letter, &late).await;
    assert_eq!(both.status, 409);
    assert!(both.text.contains("Kolega pisał") && both.text.contains("Porównaj obie wersje"));
    let page = ask(&browser, &w.official, "GET", &letter, &[]).await;
    assert!(page.text.contains("<strong>pisma</strong>") && page.text.contains("Stefan Szef"));
    let pdf = ask(&browser, &w.official, "GET", &format!("{letter}/pdf"), &[]).await;
    assert!(pdf.bytes.starts_with(b"%PDF-") && pdf.headers["content-type"] == "application/pdf");
    let submitted = ask(&browser, &w.official, "POST", &format!("{letter}/submit"), &[("version", "2")]).await;
    assert_eq!(submitted.status, 303, "{}", submitted.text);
    let waiting = ask(&browser, &w.superior, "GET", "/desk/lipowa/approvals", &[]).await;
    assert!(waiting.text.contains("o oględzinach"));
    let refused = ask(&browser, &w.superior, "POST", &format!("{letter}/return"), &[("remarks", "")]).await;
    assert_eq!(refused.status, 422);
    assert_eq!(ask(&browser, &w.official, "POST", &format!("{letter}/approve"), &[]).await.status, 403);
    assert_eq!(ask(&browser, &w.superior, "POST", &format!("{letter}/approve"), &[("version", "2")]).await.status, 303);
    let nowhere = ask(&browser, &w.official, "POST", &format!("{letter}/send"), &[("way", "golebiem")]).await;
    assert_eq!(nowhere.status, 422);
    for _ in 0..2 {
        let sent = ask(&browser, &w.official, "POST", &format!("{letter}/send"), &[("way", "account")]).await;
        assert_eq!(sent.status, 303);
    }
    let register = ask(&browser, &w.registry, "GET", "/desk/lipowa/outgoing?q=kowalski", &[]).await;
    assert_eq!(register.text.matches("1/2026").count(), 1);
    for kind in ["csv", "xlsx"] {
        let file = format!("/desk/lipowa/outgoing/export?q=kowalski&kind={kind}");
        assert!(register.text.contains(&file.replace('&', "&amp;")), "{}", register.text);
        let file = ask(&browser, &w.registry, "GET", &file, &[]).await;
        assert!(file.text.contains("1/2026;") || file.bytes.starts_with(b"PK"), "{kind}");
    }
    let final_pdf = ask(&browser, &w.official, "GET", &format!("{letter}/pdf"), &[]).await;
    assert!(final_pdf.bytes.starts_with(b"%PDF-"));
    let path = format!("/api/v1/offices/lipowa/cases/{}/letters", case.id);
    let token = w.official.member.person.to_string();
    let list = browser.api(Method::GET, &path, Some(&token), None).await.json();
    assert_eq!(list["items"][0]["state"], "sent");
    assert_eq!(list["items"][0]["outgoing"]["number"], "1/2026");
}

async fn a_form_sent_again_with_another_template_does_not_open_the_first_letter(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let kit = w.kit();
    let browser = kit.browser(letters::routes());
    ask(&browser, &w.admin, "POST", "/desk/lipowa/templates/adopt", &[]).await;
    let scope = w.official.scope;
    let list = w.db.read(move |c| Box::pin(async move { letters::templates(c, scope).await })).await.unwrap();
    let [one, other] = [0, 1].map(|n| list[n].id.to_string());
    let begin = format!("/desk/lipowa/cases/{}/letters/new", case.id);
    let first = ask(&browser, &w.official, "POST", &begin, &[("template", &one), ("once", "a")]).await;
    let twice = ask(&browser, &w.official, "POST", &begin, &[("template", &one), ("once", "a")]).await;
    assert_eq!((first.status, first.location()), (twice.status, twice.location()), "a double click is one letter");
    for chosen in [other.as_str(), ""] {
        let again = ask(&browser, &w.official, "POST", &begin, &[("template", chosen), ("once", "a")]).await;
        assert_eq!(again.status, 409);
        assert!(again.text.contains("Z tego formularza zaczęto już inne pismo."), "{}", again.text);
        let key = hidden(&again, "once");
        assert_ne!(key, "a");
        let second = ask(&browser, &w.official, "POST", &begin, &[("template", chosen), ("once", &key)]).await;
        assert!(second.status == 303 && second.location() != first.location());
    }
}

async fn others_are_refused_as_if_there_were_nothing(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await;
    let row = w.submitted(&case, "Treść").await;
    let kit = w.kit();
    let browser = kit.browser(letters::routes());
    let letter = format!("/desk/lipowa/letters/{}", row.id);
    for who in [&w.foreign, &w.other_unit] {
        for path in [letter.clone(), format!("{letter}/pdf"), format!("/desk/lipowa/cases/{}/letters/new", case.id)] {
            assert_eq!(ask(&browser, who, "GET", &path, &[]).await.status, 404, "{path}");
        }
        for step in ["", "/submit", "/take-back", "/withdraw", "/send"] {
            let path = format!("{letter}{step}");
            let refused = ask(&browser, who, "POST", &path, &[("way", "post"), ("body", "a"), ("heading", "a")]).await;
            assert_eq!(refused.status, 404, "{path}");
        }
    }
    assert_eq!(ask(&browser, &w.foreign, "GET", "/desk/lipowa/outgoing", &[]).await.status, 404);
    assert!(browser.get(&letter).await.location().starts_with("/sign-in"));
}

async fn a_template_is_edited_with_its_preview(db) {
    let w = World::new(&db).await;
    let kit = w.kit();
    let browser = kit.browser(letters::routes());
    let mut typed = LETTER.to_vec();
    typed.extend([("name", ""), ("kind", "notice")]);
    let bad = ask(&browser, &w.superior, "POST", "/desk/lipowa/templates/new", &typed).await;
    assert!(bad.status == 422 && bad.text.contains("Treść **pisma**"));
    typed[4] = ("name", "Oględziny");
    let made = ask(&browser, &w.superior, "POST", "/desk/lipowa/templates/new", &typed).await;
    assert_eq!(made.status, 303);
    let page = ask(&browser, &w.superior, "GET", made.location(), &[]).await;
    assert!(page.status == 200 && page.text.contains("data-insert=\"{{case.reference}}\""));
    let read = ask(&browser, &w.official, "GET", made.location(), &[]).await;
    assert!(read.status == 200 && !read.text.contains("{{"), "who may not change it sees it as its letter will look");
    let preview =
        ask(&browser, &w.superior, "POST", "/desk/lipowa/templates/preview", &[("body", "Do {{party.name}} <b>")]).await;
    assert!(preview.text.contains("Do Żaneta Łąk &lt;b&gt;"));
    assert_eq!(ask(&browser, &w.foreign, "GET", made.location(), &[]).await.status, 404);
}

}
