//! Cases: rights, stale edits, handing over, documents, search.

use offices::Role;

use crate::world::{
    COLLEAGUE, FOREIGN, OFFICIAL, OTHER_UNIT, REGISTRY, SUPERIOR, TABLES, World, follow, hidden, open_case,
};

db::both! { TABLES;

async fn a_case_is_seen_by_its_unit_and_those_above_only(db) {
    let w = World::new(&db).await;
    let olga = w.as_(OFFICIAL).await;
    let case = open_case(&w, &olga, "Wycinka klonu").await;
    for who in [COLLEAGUE, SUPERIOR] {
        assert_eq!(w.as_(who).await.get(&case).await.status, 200, "{who}");
    }
    for who in [OTHER_UNIT, REGISTRY, FOREIGN] {
        let browser = w.as_(who).await;
        for part in ["", "/record", "/record.pdf", "/settle", "/edit", "/term", "/hand-over"] {
            assert_eq!(browser.get(&format!("{case}{part}")).await.status, 404, "{who} {part}");
        }
        let note = browser.post(&format!("{case}/notes"), &[("text", "x")]).await;
        assert_eq!(note.status, 404, "{who}");
    }
    let office = w.office;
    let seen = db
        .read(move |c| {
            Box::pin(async move {
                let reach = audit::Reach::Office(kernel::OfficeScope::checked(office));
                audit::list(c, reach, &audit::Filter::default(), 100).await
            })
        })
        .await
        .unwrap();
    let looks: Vec<&str> = seen.iter().filter(|e| e.action == "case.seen").map(|e| e.actor_name.as_str()).collect();
    assert_eq!(looks.len(), 2, "those who do not handle it, once each: {looks:?}");
    assert!(!looks.contains(&"Olga Zielona"));
}

async fn who_only_oversees_reads_the_talk_and_has_no_form_to_write(db) {
    let w = World::new(&db).await;
    let olga = w.as_(OFFICIAL).await;
    let case = open_case(&w, &olga, "Wycinka klonu").await;
    let form = format!("action=\"{case}/messages\"");
    assert!(olga.get(&case).await.text.contains(&form));
    let sara = w.joins("sara@example.pl", Role::Superior).await;
    let page = sara.get(&case).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("id=\"messages\"") && !page.text.contains(&form), "{}", page.text);
}

async fn the_record_is_headed_by_the_reference(db) {
    let w = World::new(&db).await;
    let olga = w.as_(OFFICIAL).await;
    let case = open_case(&w, &olga, "Wycinka klonu").await;
    let record = olga.get(&format!("{case}/record")).await;
    assert!(record.text.contains("Metryka sprawy GK.6131.1.2026</h1>") && record.text.contains("Wycinka klonu"), "{}", record.text);
}

async fn a_stale_title_shows_both_and_loses_nothing(db) {
    let w = World::new(&db).await;
    let olga = w.as_(OFFICIAL).await;
    let case = open_case(&w, &olga, "Wycinka klonu").await;
    let edit = format!("{case}/edit");
    let version = hidden(&olga.get(&edit).await, "version");
    let karol = w.as_(COLLEAGUE).await;
    let saved = karol.post(&edit, &[("version", &version), ("title", "Wycinka dwóch klonów"), ("remarks", "")]).await;
    follow(&karol, &saved).await;
    let stale = olga.post(&edit, &[("version", &version), ("title", "Wycinka klonu i lipy"), ("remarks", "pilne")]).await;
    assert_eq!(stale.status, 409);
    for shown in ["dwóch", "lipy", "pilne"] {
        assert!(stale.text.contains(shown), "{shown}: {}", stale.text);
    }
    let version = hidden(&stale, "version");
    let saved = olga.post(&edit, &[("version", &version), ("title", "Wycinka klonu i lipy"), ("remarks", "pilne")]).await;
    assert!(follow(&olga, &saved).await.text.contains("pilne"));
}

async fn a_case_changes_hands_and_a_unit_that_gave_it_away_sees_it_no_more(db) {
    let w = World::new(&db).await;
    let olga = w.as_(OFFICIAL).await;
    let case = open_case(&w, &olga, "Wycinka klonu").await;
    let nowhere = olga.post(&format!("{case}/hand-over"), &[("to", ""), ("reason", "urlop")]).await;
    assert_eq!(nowhere.status, 422);
    assert!(nowhere.text.contains("urlop"));
    let money = w.units[2].to_string();
    let given = olga.post(&format!("{case}/hand-over"), &[("to", &money), ("reason", "dotyczy opłaty")]).await;
    assert_eq!(given.location(), "/desk/lipowa", "she cannot see it any more");
    assert_eq!(olga.get(&case).await.status, 404);
    let felicja = w.as_(OTHER_UNIT).await;
    let page = felicja.get(&case).await;
    assert!(page.text.contains("Nikt nie prowadzi tej sprawy"), "{}", page.text);
    let taken = felicja.post(&format!("{case}/take"), &[]).await;
    assert!(follow(&felicja, &taken).await.text.contains("Felicja Finanse"));
    let followed = felicja.post(&format!("{case}/follow"), &[("on", "yes")]).await;
    follow(&felicja, &followed).await;
    let list = felicja.get("/desk/lipowa?list=followed").await;
    assert!(list.text.contains("Wycinka klonu") && list.text.contains("GK.6131.1.2026"), "{}", list.text);
}

async fn a_document_is_added_once_shown_safely_and_hidden_from_others(db) {
    let w = World::new(&db).await;
    let olga = w.as_(OFFICIAL).await;
    let case = open_case(&w, &olga, "Wycinka klonu").await;
    let fields = [("once", "d1"), ("name", "Opinia dendrologa"), ("kind", "other"), ("origin", "office")];
    let files = [("files", "scan1.pdf", b"%PDF-1.4\n%%EOF".as_slice())];
    for _ in 0..2 {
        let sent = olga.upload(&format!("{case}/documents"), &fields, &files).await;
        assert_eq!(sent.status, 303, "{}", sent.text);
    }
    let page = olga.get(&case).await;
    assert_eq!(page.text.matches("Opinia dendrologa.pdf</a>").count(), 1, "{}", page.text);
    let at = page.text.find("/desk/lipowa/documents/").unwrap();
    let address: String = page.text.get(at..).unwrap().chars().take_while(|c| !matches!(c, '"' | '?')).collect();
    let file = olga.get(&format!("{address}?look=1")).await;
    assert_eq!(file.headers["content-type"], "application/pdf");
    assert!(file.headers["content-disposition"].to_str().unwrap().starts_with("inline"));
    let file = olga.get(&address).await;
    assert!(file.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    assert_eq!(file.bytes, b"%PDF-1.4\n%%EOF");
    for who in [OTHER_UNIT, REGISTRY, FOREIGN] {
        assert_eq!(w.as_(who).await.get(&address).await.status, 404, "{who}");
    }
    let unsaid = [("once", "d2"), ("kind", "no such kind"), ("origin", "office")];
    let again = olga.upload(&format!("{case}/documents"), &unsaid, &files).await;
    assert_eq!(again.status, 422);
    let kept = hidden(&again, "kept");
    assert!(!kept.is_empty() && again.text.contains("scan1.pdf"), "the file need not be sent again: {}", again.text);
    // What was kept is good for her alone, and the fingerprint of a file is good for nobody.
    let karol = w.as_(COLLEAGUE).await;
    let hash = "3d2ee2c4b3a1c21bb2a9f0bbf3ee1ae2e5e5e5cbd2ab2e1dc4ba7fc1a5b2a9f1";
    for theirs in [kept.clone(), format!("{hash}/scan1.pdf"), hash.to_owned()] {
        let fields = [("once", "d3"), ("kind", "other"), ("origin", "office"), ("kept", &theirs)];
        let refused = karol.post(&format!("{case}/documents"), &fields).await;
        assert_eq!(refused.status, 422, "{theirs}");
        assert!(!refused.text.contains("name=\"kept\""), "{}", refused.text);
    }
    let sent = [("once", "d2"), ("name", "Opinia druga"), ("kind", "other"), ("origin", "office"), ("kept", &kept)];
    for _ in 0..2 {
        assert_eq!(olga.post(&format!("{case}/documents"), &sent).await.status, 303);
    }
    let page = olga.get(&case).await;
    assert_eq!(page.text.matches("Opinia druga.pdf</a>").count(), 1, "{}", page.text);
    let nothing = olga.upload(&format!("{case}/documents"), &[("kind", "other"), ("origin", "office")], &[]).await;
    assert_eq!(nothing.status, 422);
}

async fn parties_are_added_corrected_and_removed_and_a_stale_edit_is_answered(db) {
    let w = World::new(&db).await;
    let olga = w.as_(OFFICIAL).await;
    let case = open_case(&w, &olga, "Wycinka klonu").await;
    let page = olga.get(&format!("{case}/parties")).await;
    let once = hidden(&page, "once");
    let bad = [("once", once.as_str()), ("role", "representative"), ("name", ""), ("email", "nikt@example.pl"), ("account", "on")];
    let refused = olga.post(&format!("{case}/parties"), &bad).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("nikt@example.pl"), "what was typed stays");
    let good = [("once", once.as_str()), ("role", "representative"), ("name", "Anna Prawna"), ("email", "felicja@example.pl"), ("account", "on")];
    for _ in 0..2 {
        let added = olga.post(&format!("{case}/parties"), &good).await;
        follow(&olga, &added).await;
    }
    let page = olga.get(&format!("{case}/parties")).await;
    assert_eq!(page.text.matches("Anna Prawna</h2>").count(), 1, "{}", page.text);
    assert!(page.text.contains("Pełnomocnik") && page.text.contains("tak, widzi sprawę"), "{}", page.text);
    // Two officials correct the first party at once.
    let one = format!("{case}/parties/1");
    let version = hidden(&olga.get(&one).await, "version");
    let edit = |name: &'static str, version: &str| {
        [("version", version.to_owned()), ("role", "applicant".into()), ("name", name.into()), ("email", "jan@example.pl".into())]
    };
    let send = |fields: &[(&'static str, String)]| fields.to_vec();
    let first = send(&edit("Jan Kowalski-Nowak", &version));
    let fields: Vec<(&str, &str)> = first.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let karol = w.as_(COLLEAGUE).await;
    follow(&karol, &karol.post(&one, &fields).await).await;
    let second = send(&edit("Janusz Kowalski", &version));
    let fields: Vec<(&str, &str)> = second.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let stale = olga.post(&one, &fields).await;
    assert_eq!(stale.status, 409);
    assert!(stale.text.contains("Kowalski-Nowak") && stale.text.contains("Janusz Kowalski"), "{}", stale.text);
    let version = hidden(&stale, "version");
    let again = olga.post(&format!("{one}/remove"), &[("version", &version), ("reason", "")]).await;
    assert_eq!(again.status, 422);
    let removed = olga.post(&format!("{one}/remove"), &[("version", &version), ("reason", "pomyłka")]).await;
    let page = follow(&olga, &removed).await;
    assert!(!page.text.contains("Kowalski-Nowak"), "{}", page.text);
    assert_eq!(olga.get(&one).await.status, 404);
    let gone = karol.post(&one, &fields).await;
    assert_eq!(gone.status, 409);
    assert!(gone.text.contains("Janusz Kowalski"), "what was typed can be added anew: {}", gone.text);
    let record = olga.get(&format!("{case}/record")).await;
    for said in ["Dodano uczestnika", "Poprawiono dane uczestnika", "Usunięto uczestnika", "pomyłka"] {
        assert!(record.text.contains(said), "{said}: {}", record.text);
    }
    for who in [OTHER_UNIT, REGISTRY, FOREIGN] {
        assert!(matches!(w.as_(who).await.get(&format!("{case}/parties")).await.status.as_u16(), 403 | 404), "{who}");
    }
}

async fn a_case_is_found_by_reference_and_by_words_with_an_error(db) {
    let w = World::new(&db).await;
    let olga = w.as_(OFFICIAL).await;
    let case = open_case(&w, &olga, "Zezwolenie na wycinkę klonu").await;
    let straight = olga.get("/desk/lipowa/search?q=GK.6131.1.2026").await;
    assert_eq!(straight.location(), case);
    let found = olga.get("/desk/lipowa/search?q=wycinki+klonow").await;
    assert!(found.text.contains("Zezwolenie na wycinkę klonu"), "{}", found.text);
    let suggested = olga.get("/desk/lipowa/search/suggest?q=klon").await;
    assert!(suggested.text.contains("role=\"option\"") && suggested.text.contains(&case), "{}", suggested.text);
    let others = w.as_(OTHER_UNIT).await.get("/desk/lipowa/search?q=klonu").await;
    assert!(!others.text.contains("Zezwolenie"), "{}", others.text);
    let classes = olga.get("/desk/lipowa/classes?q=drzew").await;
    assert!(classes.text.contains("data-value=\"6131\""), "{}", classes.text);
}

async fn the_class_is_found_by_words_without_scripts(db) {
    let w = World::new(&db).await;
    let olga = w.as_(OFFICIAL).await;
    let unit = w.units[1].to_string();
    let fields = [("once", "s"), ("class", "parki"), ("title", "Nowy park"), ("unit", &unit), ("from", "office"), ("started", "2026-01-12")];
    let mut search = fields.to_vec();
    search.push(("go", "search"));
    let page = olga.post("/desk/lipowa/cases/new", &search).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("6132") && page.text.contains("do sprawdzenia"), "marked as not verified: {}", page.text);
    assert!(page.text.contains("Nowy park"));
    let unpicked = olga.post("/desk/lipowa/cases/new", &fields).await;
    assert_eq!(unpicked.status, 422);
    let mut picked = fields.to_vec();
    picked.push(("class_pick", "6132"));
    let opened = olga.post("/desk/lipowa/cases/new", &picked).await;
    let case = follow(&olga, &opened).await;
    assert!(case.text.contains("GK.6132.1.2026") && case.text.contains("z urzędu"), "{}", case.text);
    let list = olga.get("/desk/lipowa/case-lists/one?year=2026&unit=GK&class=6132").await;
    assert!(list.text.contains("Nowy park"), "{}", list.text);
    let file = "/desk/lipowa/case-lists/one/export?year=2026&unit=GK&class=6132&kind=";
    assert!(list.text.contains(&format!("{}xlsx", file.replace('&', "&amp;"))), "{}", list.text);
    let csv = olga.get(&format!("{file}csv")).await;
    assert!(csv.text.contains("Nowy park;") && csv.text.contains("Znak sprawy"), "{}", csv.text);
    assert!(olga.get(&format!("{file}xlsx")).await.text.starts_with("PK"), "a ZIP archive");
}

}
