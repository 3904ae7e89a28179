//! An office joins: a claim, the operator's decision, the first administrator.

use super::*;

const LODZ: &str = "1061011";

fn claim(reason: &str) -> Vec<(&str, &str)> {
    vec![
        ("office_name", "Urząd Miasta Łodzi"),
        ("position", "sekretarz miasta"),
        ("email", "sekretarz@uml.lodz.pl"),
        ("justification", reason),
        ("once", "k1"),
    ]
}

db::both! { TABLES;
async fn a_claim_is_decided_with_a_reason_and_founds_the_office(db) {
    let world = World::new(&db);
    world.person("ewa@uml.lodz.pl", "Ewa", "Nowak").await;
    let operator = world.operator().await;
    let stranger = world.browser.get(&format!("/offices/{LODZ}/claim")).await;
    assert_eq!(stranger.status, 303, "a stranger signs in first");
    let ewa = world.sign_in("ewa@uml.lodz.pl").await;
    let entry = ewa.get(&format!("/offices/{LODZ}")).await;
    assert!(entry.text.contains("Poprowadź ten urząd tutaj") && entry.text.contains("Urząd Miasta Łodzi"), "{}", entry.text);

    let path = format!("/offices/{LODZ}/claim");
    let pdf: &[u8] = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
    let wrong = ewa.upload(&path, &claim(""), &[("file", "upowaznienie.pdf", pdf)]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text.contains("sekretarz miasta") && wrong.text.contains("upowaznienie.pdf"), "typed text and file stay");
    let kept = hidden(&wrong, "kept");
    let mut good = claim("Upoważnienie prezydenta w załączeniu.");
    good.push(("kept", kept.as_str()));
    let sent = ewa.post(&path, &good).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let place = sent.location().to_owned();
    assert_eq!(ewa.post(&path, &good).await.location(), place, "a double click is one claim");
    let mut other = good.clone();
    other[4].1 = "k2";
    assert_eq!(ewa.post(&path, &other).await.status, 422, "one claim waits at a time");

    let id = place.strip_prefix("/claims/").unwrap().to_owned();
    assert_eq!(ewa.get(&format!("/operator/claims/{id}")).await.status, 404, "only the operator decides");
    let list = operator.get("/operator/claims").await;
    assert!(list.text.contains("Urząd Miasta Łodzi") && list.text.contains("Ewa Nowak"));
    let decide = format!("/operator/claims/{id}");
    assert!(operator.get(&decide).await.text.contains("Przyjmij i załóż urząd"));
    let file = operator.get(&format!("{decide}/file")).await;
    assert_eq!((file.status.as_u16(), file.bytes.as_slice()), (200, pdf));
    assert_eq!(operator.post(&decide, &[("decision", "approve"), ("reason", " ")]).await.status, 422, "a reason is needed");
    assert_eq!(operator.post(&decide, &[("decision", "approve"), ("reason", "Potwierdzone telefonicznie.")]).await.status, 303);
    assert_eq!(operator.post(&decide, &[("decision", "refuse"), ("reason", "Jednak nie.")]).await.status, 422, "decided once");

    let mails = world.mails("ewa@uml.lodz.pl").await;
    assert!(mails.iter().any(|m| m.contains(&place) && !m.contains("telefonicznie")), "{mails:?}");
    let page = ewa.get(&place).await;
    assert!(page.text.contains("Potwierdzone telefonicznie.") && page.text.contains("/desk/lodz/admin"), "{}", page.text);
    let admin = ewa.get("/desk/lodz/admin").await;
    assert_eq!(admin.status, 200);
    assert!(admin.text.contains("Co jeszcze trzeba ustawić"));
    assert_eq!(ewa.get("/desk").await.location(), "/desk/lodz");
    assert_eq!(world.browser.get(&format!("/offices/{LODZ}")).await.location(), "/o/lodz");
    assert_eq!(world.browser.get("/o/lodz").await.status, 200);
}

async fn a_file_is_taken_from_its_sender_only(db) {
    let world = World::new(&db);
    world.person("ewa@uml.lodz.pl", "Ewa", "Nowak").await;
    world.person("jan@example.pl", "Jan", "Kowal").await;
    let operator = world.operator().await;
    let (ewa, jan) = (world.sign_in("ewa@uml.lodz.pl").await, world.sign_in("jan@example.pl").await);
    let path = format!("/offices/{LODZ}/claim");
    let pdf: &[u8] = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
    let refused = ewa.upload(&path, &claim(""), &[("file", "upowaznienie.pdf", pdf)]).await;
    let theirs = hidden(&refused, "kept");
    let known = world.kit.app.blobs.put_bytes(pdf.to_vec(), "upowaznienie.pdf").await.unwrap().hex();
    let mut taken = claim("To moje upoważnienie.");
    taken.extend([("kept", theirs.as_str()), ("kept", known.as_str()), ("file_hash", known.as_str()), ("file_name", "a.pdf")]);
    let sent = jan.post(&path, &taken).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let decide = format!("/operator{}", sent.location());
    assert!(!operator.get(&decide).await.text.contains(".pdf"), "somebody else's file came along");
    assert_eq!(operator.get(&format!("{decide}/file")).await.status, 404);
}

async fn a_refused_claim_says_why_and_may_be_made_again(db) {
    let world = World::new(&db);
    world.person("jan@example.pl", "Jan", "Kowal").await;
    let operator = world.operator().await;
    let jan = world.sign_in("jan@example.pl").await;
    let path = format!("/offices/{LODZ}/claim");
    let place = jan.post(&path, &claim("Bo tak.")).await.location().to_owned();
    let decide = format!("/operator{place}");
    assert_eq!(operator.post(&decide, &[("decision", "refuse"), ("reason", "Urząd nie zna tej osoby.")]).await.status, 303);
    assert!(jan.get(&place).await.text.contains("Urząd nie zna tej osoby."));
    let mut again = claim("Teraz z upoważnieniem.");
    again[4].1 = "k2";
    let second = jan.post(&path, &again).await.location().to_owned();
    assert_ne!(second, place);
    assert_eq!(jan.post(&format!("{second}/withdraw"), &[]).await.status, 303);
    assert!(jan.get(&second).await.text.contains("To zgłoszenie zostało wycofane."));
    world.person("inny@example.pl", "Iwo", "Inny").await;
    assert_eq!(world.sign_in("inny@example.pl").await.get(&place).await.status, 404, "claims are private");
}

async fn namesakes_get_their_powiat_into_the_address(db) {
    let world = World::new(&db);
    let twins: Vec<_> = law::teryt::gminas().iter().filter(|g| g.name == "Dobra").take(2).collect();
    assert_eq!(twins.len(), 2);
    let mut slugs = Vec::new();
    for gmina in twins {
        let slug = world.write(move |c, ctx| Box::pin(async move {
            let id = offices::found(c, ctx, NewOffice::of_gmina(gmina)).await?;
            Ok(offices::by_id(c, id).await?.slug)
        })).await.unwrap();
        slugs.push(slug);
    }
    assert_eq!(slugs[0], "dobra");
    assert!(slugs[1].starts_with("dobra-"), "{slugs:?}");
    let lodz = law::teryt::gmina(LODZ.parse().unwrap()).unwrap();
    world.write(move |c, ctx| Box::pin(offices::found(c, ctx, NewOffice::of_gmina(lodz)))).await.unwrap();
    let twice = world.write(move |c, ctx| Box::pin(offices::found(c, ctx, NewOffice::of_gmina(lodz)))).await.unwrap_err();
    assert_eq!(twice.kind, kernel::FaultKind::Conflict);
}
}
