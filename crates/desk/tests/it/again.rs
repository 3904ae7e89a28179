//! Forms sent a second time with other content, and files that are not what their names say.

use crate::world::{OFFICIAL, REGISTRY, TABLES, World, follow, hidden, open_case};

const PDF: &[u8] = b"%PDF-1.4\n%%EOF";
const OTHER: &str = "Ten formularz był już wysłany z inną treścią. Sprawdź dane i wyślij ponownie.";

db::both! { TABLES;

async fn mail_typed_in_anew_on_an_old_page_is_not_lost(db) {
    let w = World::new(&db).await;
    let rita = w.as_(REGISTRY).await;
    let new = "/desk/lipowa/incoming/new";
    let fields = |title: &'static str, key: &str| {
        [("once", key.to_owned()), ("channel", "post".into()), ("received", "2026-01-12".into()), ("title", title.into())]
    };
    let send = async |fields: [(&str, String); 4], file: &[u8]| {
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        rita.upload(new, &fields, &[("files", "skan.pdf", file)]).await
    };
    let first = send(fields("Skarga", "a"), PDF).await;
    let twice = send(fields("Skarga", "a"), PDF).await;
    assert_eq!((first.status, first.location()), (twice.status, twice.location()), "a double click");
    for (title, file) in [("Wniosek", PDF), ("Skarga", b"%PDF-1.4\nother\n%%EOF".as_slice())] {
        let refused = send(fields(title, "a"), file).await;
        assert_eq!(refused.status, 409);
        assert!(refused.text.contains(OTHER) && !refused.text.contains("Idempotency"), "{}", refused.text);
        assert!(refused.text.contains(title) && refused.text.contains("skan.pdf"), "what was typed and sent is kept");
        let key = hidden(&refused, "once");
        assert_ne!(key, "a");
        let kept = hidden(&refused, "kept");
        let again = [("once", key.as_str()), ("channel", "post"), ("received", "2026-01-12"), ("title", title), ("kept", &kept)];
        let sent = rita.post(new, &again).await;
        assert!(follow(&rita, &sent).await.text.contains("skan.pdf"));
        assert_ne!(sent.location(), first.location());
    }
}

async fn a_case_and_a_note_and_a_document_sent_anew_are_not_lost_either(db) {
    let w = World::new(&db).await;
    let olga = w.as_(OFFICIAL).await;
    let unit = w.units[1].to_string();
    let open = |title: &'static str, key: &str| {
        [
            ("once", key.to_owned()), ("class", "6131".into()), ("title", title.into()), ("unit", unit.clone()),
            ("from", "party".into()), ("party", "Jan Kowalski".into()), ("started", "2026-01-12".into()),
            ("term", "1".into()), ("term_unit", "months".into()),
        ]
    };
    let send = async |fields: [(&str, String); 9]| {
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        olga.post("/desk/lipowa/cases/new", &fields).await
    };
    let first = send(open("Wycinka klonu", "a")).await;
    assert_eq!(first.status, 303, "{}", first.text);
    let refused = send(open("Wycinka dębu", "a")).await;
    assert_eq!(refused.status, 409);
    assert!(refused.text.contains(OTHER) && refused.text.contains("Wycinka dębu"), "{}", refused.text);
    let second = send(open("Wycinka dębu", &hidden(&refused, "once"))).await;
    assert!(follow(&olga, &second).await.text.contains("Wycinka dębu"));

    let case = first.location();
    let notes = format!("{case}/notes");
    assert_eq!(olga.post(&notes, &[("once", "n"), ("text", "pierwsza")]).await.status, 303);
    let refused = olga.post(&notes, &[("once", "n"), ("text", "druga")]).await;
    assert_eq!(refused.status, 409);
    assert!(refused.text.contains(OTHER) && refused.text.contains("druga</textarea>"), "{}", refused.text);
    assert!(!refused.text.contains("value=\"n\""), "every form of the page has a new key");
    let documents = format!("{case}/documents");
    let fields = [("once", "d"), ("kind", "other"), ("origin", "office")];
    assert_eq!(olga.upload(&documents, &fields, &[("files", "a.pdf", PDF)]).await.status, 303);
    let refused = olga.upload(&documents, &fields, &[("files", "b.pdf", PDF)]).await;
    assert_eq!(refused.status, 409);
    assert!(refused.text.contains(OTHER) && refused.text.contains("b.pdf") && !refused.text.contains("value=\"d\""), "{}", refused.text);
}

async fn a_file_that_is_not_what_its_name_says_is_refused_at_the_desk(db) {
    let w = World::new(&db).await;
    let olga = w.as_(OFFICIAL).await;
    let case = open_case(&w, &olga, "Wycinka klonu").await;
    let not = "nie jest tym, na co wskazuje jego nazwa";
    let files = [("files", "dobry.pdf", PDF), ("files", "falszywy.pdf", b"Zwykly tekst.\n".as_slice())];
    let fields = [("once", "d"), ("kind", "other"), ("origin", "sent")];
    let refused = olga.upload(&format!("{case}/documents"), &fields, &files).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains(not) && refused.text.contains("falszywy.pdf"), "{}", refused.text);
    let kept = hidden(&refused, "kept");
    let again = [("once", "d"), ("kind", "other"), ("origin", "sent"), ("kept", &kept)];
    assert_eq!(olga.post(&format!("{case}/documents"), &again).await.status, 303, "the good one need not be sent again");
    let page = olga.get(&case).await;
    assert!(page.text.contains("dobry.pdf") && !page.text.contains("falszywy.pdf"), "{}", page.text);

    let refused = olga.upload(&format!("{case}/messages"), &[("once", "m"), ("text", "Oto mapa")], &files[1..]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains(not) && refused.text.contains("Oto mapa"), "{}", refused.text);

    let rita = w.as_(REGISTRY).await;
    let fields = [("once", "a"), ("channel", "post"), ("received", "2026-01-12"), ("title", "Wniosek")];
    let refused = rita.upload("/desk/lipowa/incoming/new", &fields, &files).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains(not) && refused.text.contains("dobry.pdf"), "{}", refused.text);
    // A kind the program does not know claims nothing it could check.
    let plan = [("files", "plan.dgn", b"\x08\x09\xfe\x02 plan".as_slice())];
    assert_eq!(rita.upload("/desk/lipowa/incoming/new", &fields, &plan).await.status, 303);
}

}
