//! By account.

use jiff::civil::date;
use kernel::ids::CaseId;

use crate::world::{ALL, World, once};

db::both! { ALL;

async fn somebody_new_is_told_how_to_begin(db) {
    let w = World::new(&db).await;
    let page = w.signed_in(crate::world::JAN).await.get("/my").await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("Nie masz jeszcze żadnej sprawy") && page.text.contains("Znajdź urząd"), "{}", page.text);
    assert_eq!(w.stranger.get("/my").await.location(), "/sign-in?next=%2Fmy");
}

async fn a_citizen_sees_only_own_cases(db) {
    let w = World::new(&db).await;
    let own = w.case_of_jan("Wycinka dębu").await;
    let foreign = w.case_of_ewa("Wycinka lipy").await;
    let jan = w.signed_in(crate::world::JAN).await;
    let list = jan.get("/my").await;
    assert!(list.text.contains("Wycinka dębu") && list.text.contains(&own.reference), "{}", list.text);
    assert!(!list.text.contains("Wycinka lipy"));
    let page = jan.get(&format!("/my/cases/{}", own.id)).await;
    assert_eq!(page.status, 200, "{}", page.text);
    for words in ["Odpowiemy do 12 lutego 2026 r.", "Sprawa w toku", "Gospodarka komunalna", "Teraz nie musisz nic robić"] {
        assert!(page.text.contains(words), "{words}\n{}", page.text);
    }
    for id in [foreign.id, CaseId(uuid::Uuid::from_u128(7))] {
        assert_eq!(jan.get(&format!("/my/cases/{id}")).await.status, 404);
        let sent = jan.post(&format!("/my/cases/{id}/messages"), &[("text", "dzień dobry"), ("once", "1")]).await;
        assert_eq!(sent.status, 404);
    }
    assert!(w.written(foreign.id).await.is_empty());
    assert_eq!(w.stranger.get(&format!("/my/cases/{}", own.id)).await.status, 303, "strangers sign in first");
}

async fn a_request_stands_first_and_is_answered_once(db) {
    let w = World::new(&db).await;
    let case = w.case_of_jan("Wycinka dębu").await;
    let request = w.ask(case.id, "Proszę o mapę działki.", date(2026, 1, 26)).await;
    let jan = w.signed_in(crate::world::JAN).await;
    let list = jan.get("/my").await;
    assert!(list.text.contains("Urząd czeka na Twoją odpowiedź") && list.text.contains("26 stycznia 2026"), "{}", list.text);
    let path = format!("/my/cases/{}", case.id);
    let page = jan.get(&path).await;
    assert!(page.text.contains("Proszę o mapę działki.") && page.text.contains("Termin jest wstrzymany od 12 stycznia 2026 r."));
    let action = format!("{path}/requests/{}", request.id);
    let key = once(&page, &action);

    let empty = jan.post(&action, &[("text", ""), ("once", &key)]).await;
    assert_eq!(empty.status, 422);
    assert!(empty.text.contains("error-summary"), "{}", empty.text);
    let wrong = jan.upload(&action, &[("text", "W załączeniu mapa."), ("once", &key)], &[("files", "mapa.exe", b"MZ\x90\x00\x03")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text.contains("W załączeniu mapa."), "the text survives: {}", wrong.text);

    for _ in 0..2 {
        let sent = jan.upload(&action, &[("text", "W załączeniu mapa."), ("once", &key)], &[("files", "mapa.pdf", b"%PDF-1.7\n%%EOF")]).await;
        assert_eq!(sent.status, 303, "{}", sent.text);
        assert_eq!(sent.location(), path);
    }
    assert_eq!(w.written(case.id).await, ["W załączeniu mapa."]);
    let page = jan.get(&path).await;
    assert!(page.text.contains("mapa.pdf") && page.text.contains("Odpowiemy do 12 lutego 2026 r."), "{}", page.text);
    let link = page.text.split("href=\"").find(|h| h.starts_with(&format!("{path}/documents/"))).unwrap();
    let file = jan.get(link.split('"').next().unwrap()).await;
    assert_eq!((file.status.as_u16(), file.text.as_str()), (200, "%PDF-1.7\n%%EOF"));

    let late = jan.post(&action, &[("text", "Jeszcze jedno."), ("once", "other")]).await;
    assert_eq!(late.status, 409);
    assert!(late.text.contains("Jeszcze jedno."), "the text waits in the form of a message: {}", late.text);
    assert!(jan.get("/my").await.text.contains("Żaden urząd nie czeka"));
}

async fn a_message_sent_twice_is_one_and_the_office_reads_it_is_said(db) {
    let w = World::new(&db).await;
    let case = w.case_of_jan("Wycinka dębu").await;
    let jan = w.signed_in(crate::world::JAN).await;
    let path = format!("/my/cases/{}", case.id);
    let action = format!("{path}/messages");
    let key = once(&jan.get(&path).await, &action);
    for _ in 0..2 {
        assert_eq!(jan.post(&action, &[("text", "Kiedy oględziny?"), ("once", &key)]).await.status, 303);
    }
    assert_eq!(w.written(case.id).await, ["Kiedy oględziny?"]);
    assert!(jan.get(&path).await.text.contains("Wysłaliśmy wiadomość do urzędu."));
    w.kit.clock.advance_seconds(1);
    // Back in the browser, written anew and sent: another message, not the same one again.
    let anew = jan.post(&action, &[("text", "A kto na nich będzie?"), ("once", &key)]).await;
    assert_eq!(anew.status, 409);
    assert!(anew.text.contains("Ta wiadomość była już wysłana z inną treścią. Sprawdź tekst i wyślij ponownie."), "{}", anew.text);
    assert!(anew.text.contains("A kto na nich będzie?</textarea>"), "{}", anew.text);
    let fresh = once(&anew, &action);
    assert_ne!(fresh, key);
    assert_eq!(jan.post(&action, &[("text", "A kto na nich będzie?"), ("once", &fresh)]).await.status, 303);
    assert_eq!(w.written(case.id).await, ["Kiedy oględziny?", "A kto na nich będzie?"]);
}

async fn after_the_term_the_page_says_how_to_hurry_the_office(db) {
    let w = World::new(&db).await;
    let case = w.case_of_jan("Wycinka dębu").await;
    let path = format!("/my/cases/{}", case.id);
    assert!(!w.signed_in(crate::world::JAN).await.get(&path).await.text.contains("ponaglenie"));
    w.kit.clock.advance_days(33);
    let page = w.signed_in(crate::world::JAN).await.get(&path).await;
    for words in ["Termin minął 12 lutego 2026 r.", "Urząd spóźnia się 2 dni.", "Jak ponaglić urząd", "art. 37"] {
        assert!(page.text.contains(words), "{words}\n{}", page.text);
    }
}

async fn what_the_office_notes_for_itself_is_not_shown(db) {
    let w = World::new(&db).await;
    let case = w.case_of_jan("Wycinka dębu").await;
    let id = case.id;
    w.write(&w.official, move |c, ctx, desk| {
        Box::pin(async move {
            records::cases::set_remarks(c, &ctx, &desk, id, "Strona trudna", case.version).await.map(|_| ())
        })
    })
    .await;
    let page = w.signed_in(crate::world::JAN).await.get(&format!("/my/cases/{id}")).await;
    assert!(!page.text.contains("trudna") && !page.text.contains("Zmieniono uwagi"), "{}", page.text);
    assert!(page.text.contains("Urząd zarejestrował sprawę"));
}

async fn many_cases_come_in_pages(db) {
    let w = World::new(&db).await;
    for i in 0..53 {
        w.kit.clock.advance_seconds(1);
        w.case_of_jan(&format!("Sprawa numer {i:03}.")).await;
    }
    let jan = w.signed_in(crate::world::JAN).await;
    let first = jan.get("/my").await;
    assert!(first.text.contains("numer 052.") && !first.text.contains("numer 002."));
    let next = first.text.split("href=\"").find(|h| h.starts_with("/my?after=")).unwrap().split('"').next().unwrap();
    let second = jan.get(next).await;
    assert_eq!(second.text.matches("Sprawa numer").count(), 3, "{}", second.text);
    assert!(second.text.contains("numer 002.") && second.text.contains("Wróć na początek listy"));
    assert_eq!(jan.get("/my?after=nonsense").await.status, 422);
}

}
