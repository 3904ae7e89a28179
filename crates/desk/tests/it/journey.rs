//! From a letter on paper to a settled case, through the pages alone.

use crate::world::{COLLEAGUE, OFFICIAL, REGISTRY, SUPERIOR, TABLES, World, follow, hidden, open_case};

db::both! { TABLES;

async fn a_letter_is_registered_passed_on_opened_as_a_case_and_settled(db) {
    let w = World::new(&db).await;
    let rita = w.as_(REGISTRY).await;
    let form = rita.get("/desk/lipowa/incoming/new").await;
    assert_eq!(form.status, 200, "{}", form.text);
    let once = hidden(&form, "once");
    let fields = [
        ("once", once.as_str()),
        ("channel", "post"),
        ("received", "2026-01-12"),
        ("title", "Wniosek o zgodę na wycinkę lipy"),
        ("sender", "Kowalski Jan"),
        ("sender_email", "jan@example.pl"),
        ("letter_date", "10.01.2026"),
        ("attachments", "1"),
    ];
    let files = [("files", "skan.pdf", b"%PDF-1.4\n%%EOF".as_slice())];
    let sent = rita.upload("/desk/lipowa/incoming/new", &fields, &files).await;
    let mail = follow(&rita, &sent).await;
    let address = sent.location().to_owned();
    for shown in ["RPW.1.2026", "Kowalski Jan", "skan.pdf", "2026-01-10", "brak danych"] {
        assert!(mail.text.contains(shown), "{shown}: {}", mail.text);
    }
    let again = rita.upload("/desk/lipowa/incoming/new", &fields, &files).await;
    assert_eq!(again.location(), address, "a double click registers once");

    let olga = w.as_(OFFICIAL).await;
    assert_eq!(olga.get(&address).await.status, 404, "not passed to her yet");
    let to = format!("u:{}", w.units[1]);
    let passed = rita.post(&format!("{address}/assign"), &[("to", &to), ("instruction", "proszę pilnie")]).await;
    follow(&rita, &passed).await;

    let desk = olga.get("/desk/lipowa").await;
    assert!(desk.text.contains("Przesyłka przekazana do komórki"), "{}", desk.text);
    let mail = olga.get(&address).await;
    assert!(mail.text.contains("proszę pilnie") && mail.text.contains("/cases/new?incoming="), "{}", mail.text);
    let id = address.rsplit('/').next().unwrap();
    let form = olga.get(&format!("/desk/lipowa/cases/new?incoming={id}")).await;
    assert!(form.text.contains("Wniosek o zgodę na wycinkę lipy") && form.text.contains("RPW.1.2026"), "{}", form.text);
    let (once, unit) = (hidden(&form, "once"), w.units[1].to_string());
    let fields = [
        ("once", once.as_str()),
        ("incoming", id),
        ("class", "6131"),
        ("title", "Wycinka lipy przy ulicy Długiej"),
        ("unit", unit.as_str()),
        ("started", "2026-01-12"),
        ("term", "1"),
        ("term_unit", "months"),
    ];
    let opened = olga.post("/desk/lipowa/cases/new", &fields).await;
    let case = follow(&olga, &opened).await;
    let case_address = opened.location().to_owned();
    for shown in ["GK.6131.1.2026", "Wycinka lipy", "Kowalski Jan", "skan.pdf", "Olga Zielona", "zostało 31 dni"] {
        assert!(case.text.contains(shown), "{shown}: {}", case.text);
    }
    let twice = olga.post("/desk/lipowa/cases/new", &fields).await;
    assert_eq!(twice.location(), case_address, "one case, not two");

    let once = hidden(&case, "once");
    let note = olga.post(&format!("{case_address}/notes"), &[("once", &once), ("text", "Oględziny w środę")]).await;
    assert!(follow(&olga, &note).await.text.contains("Oględziny w środę"));
    let paused = olga.post(&format!("{case_address}/pause"), &[("ground", "party"), ("reason", "brak mapy")]).await;
    assert!(follow(&olga, &paused).await.text.contains("wstrzymany"));
    let resumed = olga.post(&format!("{case_address}/resume"), &[]).await;
    follow(&olga, &resumed).await;

    let page = olga.get(&format!("{case_address}/settle")).await;
    assert!(page.text.contains("nie dodasz dokumentu"), "it says what freezes: {}", page.text);
    let unsure = olga.post(&format!("{case_address}/settle"), &[("outcome", "granted"), ("remarks", "Zgoda")]).await;
    assert_eq!(unsure.status, 422);
    assert!(unsure.text.contains("Zgoda"), "what was typed stays");
    let settled =
        olga.post(&format!("{case_address}/settle"), &[("outcome", "granted"), ("remarks", "Zgoda"), ("sure", "on")]).await;
    let page = follow(&olga, &settled).await;
    assert!(page.text.contains("nie można do niej dodać"), "{}", page.text);
    let late = olga.post(&format!("{case_address}/notes"), &[("once", "x"), ("text", "Jeszcze jedno zdanie")]).await;
    assert_eq!(late.status, 409);
    assert!(late.text.contains("Jeszcze jedno zdanie"), "the text is not lost");

    let record = olga.get(&format!("{case_address}/record")).await;
    assert!(record.text.contains("Łańcuch jest nienaruszony"), "{}", record.text);
    let pdf = olga.get(&format!("{case_address}/record.pdf")).await;
    assert_eq!(pdf.status, 200);
    assert!(pdf.bytes.starts_with(b"%PDF"));
    assert_eq!(olga.get(&format!("{case_address}/reopen")).await.status, 403);
    let stefan = w.as_(SUPERIOR).await;
    let reopened = stefan.post(&format!("{case_address}/reopen"), &[("reason", "nowe dowody")]).await;
    assert!(follow(&stefan, &reopened).await.text.contains("Sprawa jest znowu w toku"));
}

async fn a_letter_returned_with_remarks_stands_on_the_desk_of_who_wrote_it(db) {
    let w = World::new(&db).await;
    let olga = w.as_(OFFICIAL).await;
    let case = open_case(&w, &olga, "Wycinka lipy").await;
    let id: kernel::ids::CaseId = case.rsplit('/').next().unwrap().parse().unwrap();
    let asked = olga.get(&case).await;
    assert!(asked.text.contains("/letters/new"), "{}", asked.text);
    let (author, chief) = (w.desk_of(OFFICIAL).await, w.desk_of(SUPERIOR).await);
    let ctx = w.kit.ctx(kernel::Actor::System);
    db.write(move |c| {
        let (ctx, author, chief) = (ctx.clone(), author.clone(), chief.clone());
        Box::pin(async move {
            let row = letters::create(c, &ctx, &author, id, letters::NewLetter::empty("a")).await?;
            let content = letters::Content { heading: "Pismo".into(), addressee: "Jan Nowak".into(), body: "Treść".into(), ..row.content.0.clone() };
            let letters::Saved::Done(row) = letters::save(c, &ctx, &author, row.id, row.version, content).await? else {
                panic!("stale")
            };
            letters::submit(c, &ctx, &author, row.id, row.version, None).await?;
            letters::return_(c, &ctx, &chief, row.id, "Popraw datę").await.map(|_| ())
        })
    })
    .await
    .unwrap();
    let desk = olga.get("/desk/lipowa").await;
    assert!(desk.text.contains("Pismo zwrócone do poprawy") && desk.text.contains("Zwrócił"), "{}", desk.text);
    let colleague = w.as_(COLLEAGUE).await.get("/desk/lipowa").await;
    assert!(!colleague.text.contains("zwrócone do poprawy"), "{}", colleague.text);
}

}
