//! The office's list, its wording, its keys; and that another office sees none of it.

use kernel::FaultKind;

use crate::world::{ALL, World};

db::both! { ALL;

async fn the_list_is_searched_filtered_and_downloaded(db) {
    let w = World::new(&db).await;
    let (anna, jan) = (w.complete(w.anna).await, w.complete(w.citizen).await);
    let boss = Some(w.boss);
    let list = |query: &str| format!("/desk/lipowa/certificates{query}");
    let all = w.get(boss, &list("")).await.text;
    assert!(all.contains("Anna Żółć") && all.contains("Jan Kowalski"), "{all}");
    let only = |text: String, name: &str, not: &str| assert!(text.contains(name) && !text.contains(not), "{text}");
    for query in ["?q=zolc", "?q=000001", &format!("?unit={}", w.units[0])] {
        only(w.get(boss, &list(query)).await.text, "Anna Żółć", "Jan Kowalski");
    }
    let typed = certificates::code::grouped(&jan.code);
    only(w.get(boss, &list(&format!("?q={typed}"))).await.text, "Jan Kowalski", "Anna Żółć");
    w.revoke(&anna, "Wydane przez pomyłkę").await;
    only(w.get(boss, &list("?state=revoked")).await.text, "Anna Żółć", "Jan Kowalski");
    only(w.get(boss, &list("?state=valid")).await.text, "Jan Kowalski", "Anna Żółć");
    assert!(w.get(boss, &list("?state=expired")).await.text.contains("Żadne zaświadczenie nie pasuje"));
    let both = w.get(boss, &list(&format!("?course={}", w.course))).await.text;
    assert!(both.contains("Anna Żółć") && both.contains("Jan Kowalski"));
    let course = format!("/desk/lipowa/courses/{}/certificates", anna.facts.0.slug);
    assert!(w.get(boss, &course).await.text.contains("Anna Żółć"));
    assert_eq!(w.get(Some(w.foreign), &course).await.status, 404);
    let csv = w.get(boss, "/desk/lipowa/certificates/export?q=zolc").await;
    assert!(csv.text.contains("SZ/2026/000001;") && csv.text.contains("Wydane przez pomyłkę"), "{}", csv.text);
    assert_eq!(csv.text.lines().count(), 2);
    let xlsx = w.get(boss, "/desk/lipowa/certificates/export?kind=xlsx").await;
    assert!(xlsx.bytes.starts_with(b"PK\x03\x04"));
    let log: Vec<(String,)> = w
        .kit
        .app
        .db
        .read(|c| {
            let q = db::Q::new("SELECT details FROM audit_event WHERE action = 'certificates.exported' ORDER BY details");
            Box::pin(async move { c.all(q).await })
        })
        .await
        .unwrap();
    assert!(log.len() == 2 && log[0].0.contains("\"people\":1") && log[1].0.contains("\"people\":2"), "{log:?}");
}

async fn a_coordinator_revokes_with_a_reason(db) {
    let w = World::new(&db).await;
    let row = w.complete(w.citizen).await;
    let browser = w.browser(Some(w.boss));
    let here = format!("/desk/lipowa/certificates/{}", row.id);
    assert!(browser.get(&here).await.text.contains("Unieważnij"));
    let refused = browser.post(&here, &[("reason", " x ")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("co najmniej 5 znaków"));
    assert_eq!(browser.post(&here, &[("reason", "Wydane przez pomyłkę")]).await.status, 303);
    let page = browser.get(&here).await.text;
    assert!(page.contains("Wydane przez pomyłkę") && page.contains("Jan Kowalski"), "{page}");
    assert_eq!(browser.get(&format!("{here}/certificate.pdf")).await.status, 409);
}

async fn another_office_and_strangers_see_nothing(db) {
    let w = World::new(&db).await;
    let row = w.complete(w.anna).await;
    let one = format!("/desk/lipowa/certificates/{}", row.id);
    let theirs = format!("/desk/debowa/certificates/{}", row.id);
    let foreign = Some(w.foreign);
    for path in ["/desk/lipowa/certificates", "/desk/lipowa/certificates/export", "/desk/lipowa/certificates/template",
        "/desk/lipowa/certificates/keys", &one, &theirs, &format!("{theirs}/certificate.pdf")] {
        assert_eq!(w.get(foreign, path).await.status, 404, "{path}");
        assert_eq!(w.get(Some(w.citizen), path).await.status, 404, "{path}");
    }
    assert_eq!(w.get(Some(w.anna), "/desk/lipowa/certificates").await.status, 403, "an official without the role");
    let posted = w.browser(foreign).post(&theirs, &[("reason", "Bo tak chcemy")]).await;
    assert_eq!(posted.status, 404);
    let (scope, id) = (kernel::OfficeScope::checked(kernel::ids::OfficeId(row.id.0)), row.id);
    let fault = w.act(w.boss, move |c, ctx| Box::pin(async move {
        certificates::revoke(c, ctx, scope, id, "Nie nasze wcale", "x").await
    })).await.unwrap_err();
    assert_eq!(fault.kind, FaultKind::NotFound);
    assert!(w.get(foreign, "/desk/debowa/certificates").await.text.contains("Nie ma jeszcze zaświadczeń"));
}

async fn the_wording_is_edited_previewed_and_kept_for_later_certificates(db) {
    let w = World::new(&db).await;
    let before = w.complete(w.anna).await;
    let browser = w.browser(Some(w.boss));
    let here = "/desk/lipowa/certificates/template";
    assert!(browser.get(here).await.text.contains("za ukończenie kursu"));
    let fields = [
        ("version", "0"), ("signer", "Maria Wójt"), ("heading_pl", "Dyplom ukończenia"), ("opening_pl", "otrzymuje"),
        ("between_pl", "za kurs"), ("closing_pl", "Podstawa: **zarządzenie nr 5**."), ("position_pl", "Sekretarz"),
        ("heading_en", "Diploma"), ("opening_en", "is awarded to"), ("between_en", "for"),
    ];
    let preview = browser.post(&format!("{here}/preview/pl"), &fields).await;
    assert!(preview.bytes.starts_with(b"%PDF-"), "{}", preview.text);
    assert_eq!(browser.post(here, &fields).await.status, 303);
    assert!(browser.get(here).await.text.contains("Dyplom ukończenia"));
    let after = w.complete(w.citizen).await;
    assert_eq!((before.template, after.template), (0, 1));
    assert_eq!(w.log("certificate_template.changed").await.len(), 1);
    let mut stale = fields;
    stale[2].1 = "Świadectwo";
    let conflict = browser.post(here, &stale).await;
    assert_eq!(conflict.status, 409);
    assert!(conflict.text.contains("Świadectwo") && conflict.text.contains("Dyplom"), "both are shown: {}", conflict.text);
    stale[0].1 = "1";
    stale[2].1 = "";
    assert_eq!(browser.post(here, &stale).await.status, 422);
}

async fn a_person_sees_their_own_certificates(db) {
    let w = World::new(&db).await;
    assert!(w.get(Some(w.anna), "/learn/certificates").await.text.contains("Nie masz jeszcze zaświadczeń"));
    let row = w.complete(w.anna).await;
    w.complete(w.citizen).await;
    let page = w.get(Some(w.anna), "/learn/certificates").await.text;
    assert!(page.contains("SZ/2026/000001") && !page.contains("SZ/2026/000002"), "{page}");
    assert!(page.contains(&format!("/learn/certificates/{}/badge.svg", row.code)));
    let one = |slug: &str| format!("/learn/certificates?course={slug}");
    let own = w.get(Some(w.anna), &one(&row.facts.0.slug)).await.text;
    assert!(own.contains("SZ/2026/000001") && !own.contains("Pokaż wszystkie"), "{own}");
    let none = w.get(Some(w.anna), &one("inny")).await.text;
    assert!(!none.contains("SZ/2026/000001") && none.contains("Pokaż wszystkie"), "{none}");
    assert_eq!(w.get(Some(w.anna), &format!("/learn/certificates/{}/x.exe", row.code)).await.status, 404);
}

}
