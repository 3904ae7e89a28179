//! The register: bad input, stale edits, rights.

use crate::world::{ADMIN, FOREIGN, OFFICIAL, REGISTRY, TABLES, World, follow, hidden};

async fn typed_in(w: &World) -> (testkit::Browser, String) {
    let rita = w.as_(REGISTRY).await;
    let form = rita.get("/desk/lipowa/incoming/new").await;
    let once = hidden(&form, "once");
    let fields = [
        ("once", once.as_str()),
        ("channel", "in-person"),
        ("received", "2026-01-12"),
        ("title", "Skarga"),
        ("sender", "Lis Ewa"),
    ];
    let sent = rita.post("/desk/lipowa/incoming/new", &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let address = sent.location().to_owned();
    (rita, address)
}

db::both! { TABLES;

async fn what_cannot_be_registered_is_shown_again_with_its_file_and_the_reasons(db) {
    let w = World::new(&db).await;
    let rita = w.as_(REGISTRY).await;
    let fields = [
        ("once", "a"),
        ("channel", "post"),
        ("received", "2026-02-30"),
        ("title", "Wniosek"),
        ("letter_date", "styczeń"),
        ("remarks", "uwaga, pilne"),
    ];
    let files = [("files", "skan.pdf", b"%PDF-1.4\n%%EOF".as_slice())];
    let page = rita.upload("/desk/lipowa/incoming/new", &fields, &files).await;
    assert_eq!(page.status, 422, "{}", page.text);
    assert!(page.text.contains("uwaga, pilne") && page.text.contains("error-summary"), "{}", page.text);
    let kept = hidden(&page, "kept");
    assert!(!kept.is_empty() && page.text.contains("skan.pdf"), "the file need not be sent again: {}", page.text);
    let fields = [("once", "a"), ("channel", "post"), ("received", "12.01.2026"), ("title", "Wniosek"), ("kept", &kept)];
    let sent = rita.upload("/desk/lipowa/incoming/new", &fields, &[]).await;
    assert!(follow(&rita, &sent).await.text.contains("skan.pdf"));
    let empty = [("files", "pusty.pdf", b"".as_slice())];
    let page = rita.upload("/desk/lipowa/incoming/new", &[("title", "X")], &empty).await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains("pusty.pdf"), "{}", page.text);
}

async fn a_stale_correction_shows_both_versions(db) {
    let w = World::new(&db).await;
    let (rita, address) = typed_in(&w).await;
    let page = rita.get(&address).await;
    let from = page.text.find("/correct\"").unwrap();
    let version = page.text.get(from..).unwrap().split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let first = [("version", version), ("title", "Skarga na hałas"), ("sender", "Lis Ewa")];
    let saved = rita.post(&format!("{address}/correct"), &first).await;
    follow(&rita, &saved).await;
    let second = [("version", version), ("title", "Skarga na zapach"), ("sender", "Lis Ewa")];
    let stale = rita.post(&format!("{address}/correct"), &second).await;
    assert_eq!(stale.status, 409);
    assert!(stale.text.contains("hałas") && stale.text.contains("zapach"), "{}", stale.text);
}

async fn the_register_is_the_registrys_and_nobody_elses(db) {
    let w = World::new(&db).await;
    let (rita, address) = typed_in(&w).await;
    let list = rita.get("/desk/lipowa/incoming").await;
    assert!(list.text.contains("/incoming/register?year=2026&amp;kind=xlsx"), "{}", list.text);
    let csv = rita.get("/desk/lipowa/incoming/register?year=2026&kind=csv").await;
    assert_eq!(csv.status, 200);
    assert!(csv.text.contains("RPW.1.2026") && csv.text.contains(";brak danych;"), "{}", csv.text);
    assert!(rita.get("/desk/lipowa/incoming/register?kind=xlsx").await.text.starts_with("PK"), "a ZIP archive");
    for who in [OFFICIAL, ADMIN] {
        let browser = w.as_(who).await;
        assert_eq!(browser.get("/desk/lipowa/incoming/register").await.status, 403, "{who}");
        assert_eq!(browser.get("/desk/lipowa/incoming/new").await.status, 403, "{who}");
        assert_eq!(browser.get(&address).await.status, 404, "{who}");
        assert_eq!(browser.post(&format!("{address}/assign"), &[("to", "u:x")]).await.status, 404, "{who}");
    }
    let far = w.as_(FOREIGN).await;
    assert_eq!(far.get("/desk/lipowa/incoming").await.status, 404);
    let foreign_address = address.replace("/lipowa/", "/debowa/");
    assert_eq!(far.get(&foreign_address).await.status, 404, "another office's mail under one's own address");
    assert_eq!(w.stranger().get(&address).await.status, 303, "strangers are led to sign in");
}

}
