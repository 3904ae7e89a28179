//! The page where anyone checks a certificate, and the paper that leads there.

use std::process::Command;

use kernel::{FaultKind, Lang};
use lopdf::Object;

use crate::world::{ALL, World};

db::both! { ALL;

async fn anyone_sees_whether_a_certificate_holds(db) {
    let w = World::new(&db).await;
    let row = w.complete(w.anna).await;
    let page = w.get(None, &row.path()).await;
    assert_eq!(page.status, 200);
    for words in ["Zaświadczenie jest ważne", "Anna Żółć", "Prosty język w urzędzie", "Urząd lipowa", "SZ/2026/000001"] {
        assert!(page.text.contains(words), "{words}: {}", page.text);
    }
    assert_eq!(page.headers["x-robots-tag"], "noindex");
    let browser = w.browser(None);
    browser.cookie("szpon_prefs", "en.");
    let english = browser.get(&row.path()).await.text;
    assert!(english.contains("The certificate is valid") && english.contains("Plain language"), "{english}");

    assert!(english.contains("<ul lang=\"pl\"><li>Po kursie"), "read out as English: {english}");
    assert!(!page.text.contains("<ul lang="), "Polish words on a Polish page need no mark");

    w.clock().advance_days(740);
    assert!(w.get(None, &row.path()).await.text.contains("Zaświadczenie wygasło"));
}

async fn a_revoked_one_says_why_and_since_when(db) {
    let w = World::new(&db).await;
    let row = w.complete(w.citizen).await;
    w.revoke(&row, "Test rozwiązała <inna> osoba").await;
    let page = w.get(None, &row.path()).await.text;
    for words in ["Zaświadczenie zostało unieważnione", "Test rozwiązała &lt;inna&gt; osoba", "2 marca 2026"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(w.log("certificate.revoked").await[0].contains("SZ/2026/000001"));
    assert!(w.mails(w.citizen).await.iter().any(|m| m.contains("SZ/2026/000001") && m.contains("unieważni")));
    let json = w.get(None, &format!("/api/v1/certificates/{}", row.code)).await.json();
    assert_eq!((json["status"].as_str(), json["revoked"].as_str()), (Some("revoked"), Some("2026-03-02")));
    let mine = format!("/learn/certificates/{}/certificate.pdf", row.code);
    assert_eq!(w.get(Some(w.citizen), &mine).await.status, 409, "it is not handed out any more");
    let (office, id) = (w.office, row.id);
    let again = w.act(w.boss, move |c, ctx| Box::pin(async move {
        certificates::revoke(c, ctx, office, id, "Jeszcze raz", "x").await
    }));
    assert_eq!(again.await.unwrap_err().kind, FaultKind::Conflict);
}

async fn a_code_is_typed_in_any_way_and_an_unknown_one_gets_a_plain_answer(db) {
    let w = World::new(&db).await;
    let row = w.complete(w.anna).await;
    let typed = certificates::code::grouped(&row.code).to_lowercase();
    assert_eq!(w.get(None, &format!("/c/{typed}")).await.status, 200);
    assert_eq!(w.get(None, &format!("/c?code={typed}")).await.location(), row.path());
    assert!(w.get(None, "/c?code=abc").await.text.contains("To nie jest kod"));
    for unknown in ["ACDEFGHJKMNP", "abc", "%3Cscript%3E", &"A".repeat(500)] {
        let page = w.get(None, &format!("/c/{unknown}")).await;
        assert_eq!(page.status, 404);
        assert!(page.text.contains("Nie ma zaświadczenia o tym kodzie") && !page.text.contains("<script>"));
        assert_eq!(w.get(None, &format!("/api/v1/certificates/{unknown}")).await.status, 404);
    }
    let json = w.get(None, &format!("/api/v1/certificates/{typed}")).await.json();
    assert_eq!((json["status"].as_str(), json["person"].as_str()), (Some("valid"), Some("Anna Żółć")));
    assert_eq!(json["expires"], "2028-03-02");
}

async fn who_guesses_codes_has_to_wait(db) {
    let w = World::new(&db).await;
    let row = w.complete(w.anna).await;
    let browser = w.browser(None);
    let ask = async |code: &str, last: u8| {
        let from = std::net::SocketAddr::from(([192, 0, 2, last], 40_000));
        let request = axum::http::Request::builder()
            .uri(format!("/api/v1/certificates/{code}"))
            .extension(axum::extract::ConnectInfo(from));
        browser.send(request, axum::body::Body::empty()).await.status.as_u16()
    };
    let wrong = "ACDEFGHJKMNP";
    for _ in 0..28 {
        assert_eq!(ask(wrong, 7).await, 404);
        assert_eq!(ask(&row.code, 7).await, 200, "right ones do not count");
    }
    let (a, b, c, d) = tokio::join!(ask(wrong, 7), ask(wrong, 7), ask(wrong, 7), ask(wrong, 7));
    let mut at_once = [a, b, c, d];
    at_once.sort_unstable();
    assert_eq!(at_once, [404, 404, 429, 429], "those that come at once count as many");
    assert_eq!(ask(&row.code, 7).await, 429, "not even the right one, else one could go on guessing");
    assert_eq!(ask(&row.code, 8).await, 200, "others are let through");
}

async fn the_paper_is_accessible_and_its_code_leads_to_the_page(db) {
    let w = World::new(&db).await;
    let row = w.complete(w.anna).await;
    let pdf = w.get(Some(w.anna), &format!("/learn/certificates/{}/certificate.pdf", row.code)).await;
    assert_eq!((pdf.status.as_u16(), pdf.headers["content-type"].to_str().unwrap()), (200, "application/pdf"));
    let file = lopdf::Document::load_mem(&pdf.bytes).unwrap();
    let catalog = file.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"pl-PL");
    let marked = file.dereference(catalog.get(b"MarkInfo").unwrap()).unwrap().1.as_dict().unwrap();
    assert!(marked.get(b"Marked").unwrap().as_bool().unwrap());
    let metadata = file.dereference(catalog.get(b"Metadata").unwrap()).unwrap().1.as_stream().unwrap();
    let xmp = metadata.decompressed_content().unwrap_or_else(|_| metadata.content.clone());
    let xmp = String::from_utf8(xmp).unwrap();
    for claim in ["<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "SZ/2026/000001"] {
        assert!(xmp.contains(claim), "{claim}");
    }
    let tags: Vec<&[u8]> = file.objects.values().filter_map(|o| o.as_dict().ok())
        .filter(|d| d.get(b"Type").and_then(Object::as_name).is_ok_and(|n| n == b"StructElem"))
        .filter_map(|d| d.get(b"S").and_then(Object::as_name).ok()).collect();
    for tag in [&b"H1"[..], b"TH", b"Figure", b"Link"] {
        assert!(tags.contains(&tag), "{}", String::from_utf8_lossy(tag));
    }
    if let Some(found) = scanned(&pdf.bytes) {
        assert_eq!(found, [format!("http://szpon.test/c/{}", row.code)]);
    }
    // It is made once: a new wording concerns later ones.
    let office = w.office;
    w.act(w.boss, move |c, ctx| Box::pin(async move {
        let mut words = certificates::template::Words::default();
        words.pl.heading = "Dyplom".into();
        certificates::template::change(c, ctx, office, 0, &words).await
    })).await.unwrap();
    let again = w.get(Some(w.anna), &format!("/learn/certificates/{}/certificate.pdf", row.code)).await;
    assert!(again.bytes == pdf.bytes);
    let scope = w.office;
    let office = db.read(move |c| Box::pin(async move { offices::by_id(c, scope.office()).await })).await.unwrap();
    let english = certificates::pdf(&w.kit.app, &w.ctx(w.anna).await, &office, &row, Lang::En).await.unwrap();
    let file = lopdf::Document::load_mem(&english).unwrap();
    assert_eq!(file.catalog().unwrap().get(b"Lang").unwrap().as_str().unwrap(), b"en-GB");
    assert_eq!(w.get(Some(w.citizen), &format!("/learn/certificates/{}/certificate.pdf", row.code)).await.status, 404);
}

}

/// What a scanner reads from the first page, where the program `pdftoppm` (poppler) is there to draw it.
fn scanned(bytes: &[u8]) -> Option<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let (file, out) = (folder.path().join("page.pdf"), folder.path().join("page"));
    std::fs::write(&file, bytes).unwrap();
    let drawn = Command::new("pdftoppm").args(["-gray", "-r", "150", "-singlefile"]).arg(&file).arg(&out).status();
    if !drawn.is_ok_and(|status| status.success()) {
        return None;
    }
    let grey = std::fs::read(out.with_extension("pgm")).unwrap();
    let head: Vec<&[u8]> = grey.splitn(4, u8::is_ascii_whitespace).collect();
    let number = |at: usize| std::str::from_utf8(head[at]).unwrap().parse::<usize>().unwrap();
    let (width, height) = (number(1), number(2));
    let dots = &grey[grey.len() - width * height..];
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| dots[y * width + x]);
    Some(picture.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect())
}
