//! The log of access: who looks at protected data or takes a register out leaves an entry, and the same look again does not
//! flood it.

use audit::{Event, Filter, Kind, Reach};
use kernel::OfficeScope;
use testkit::Answer;

use crate::world::{ADMIN, OFFICIAL, REGISTRY, SUPERIOR, TABLES, World, follow, hidden, open_case};

impl World {
    /// The entries of access, the newest first.
    async fn accesses(&self) -> Vec<Event> {
        let office = self.office;
        let read = self.kit.app.db.read(move |c| {
            Box::pin(async move {
                let filter = Filter { kind: Some(Kind::Access), ..Filter::default() };
                audit::list(c, Reach::Office(OfficeScope::checked(office)), &filter, 500).await
            })
        });
        read.await.unwrap()
    }
}

/// The first address of a page below another.
fn below(page: &Answer, folder: &str) -> String {
    let at = page.text.find(folder).unwrap_or_else(|| panic!("nothing below {folder}: {}", page.text));
    page.text[at..].chars().take_while(|c| !matches!(c, '"' | '?' | '#')).collect()
}

/// What is looked at: a case with a document and a letter, and mail with its scan.
struct Things {
    case: String,
    document: String,
    letter: String,
    mail: String,
    scan: String,
}

async fn things(w: &World) -> Things {
    let files = [("files", "skan.pdf", b"%PDF-1.4\n%%EOF".as_slice())];
    let olga = w.as_(OFFICIAL).await;
    let case = open_case(w, &olga, "Wycinka klonu").await;
    let fields = [("once", "d"), ("kind", "other"), ("origin", "office")];
    assert_eq!(olga.upload(&format!("{case}/documents"), &fields, &files).await.status, 303);
    let document = below(&olga.get(&case).await, "/desk/lipowa/documents/");
    let begun = olga.post(&format!("{case}/letters/new"), &[("template", ""), ("once", "l")]).await;
    let letter = begun.location().to_owned();
    let rita = w.as_(REGISTRY).await;
    let once = hidden(&rita.get("/desk/lipowa/incoming/new").await, "once");
    let fields = [
        ("once", once.as_str()),
        ("channel", "post"),
        ("received", "2026-01-12"),
        ("title", "Skarga"),
        ("sender", "Lis Ewa"),
    ];
    let sent = rita.upload("/desk/lipowa/incoming/new", &fields, &files).await;
    let scan = below(&follow(&rita, &sent).await, "/desk/lipowa/documents/");
    Things { case, document, letter, mail: sent.location().to_owned(), scan }
}

db::both! { TABLES;

async fn every_look_at_protected_data_leaves_an_entry(db) {
    let w = World::new(&db).await;
    let t = things(&w).await;
    let case = |part: &str| (SUPERIOR, format!("{}{part}", t.case), "case.seen");
    let routes = [
        case(""), case("/record"), case("/record.pdf"), case("/term"), case("/hand-over"), case("/edit"), case("/parties"),
        case("/settle"), case("/messages"), case("/requests"),
        (SUPERIOR, t.document.clone(), "case.seen"),
        (SUPERIOR, t.letter.clone(), "case.seen"),
        (SUPERIOR, format!("{}/pdf", t.letter), "case.seen"),
        (REGISTRY, t.mail.clone(), "mail.opened"),
        (REGISTRY, t.scan.clone(), "mail.opened"),
        (REGISTRY, "/desk/lipowa/incoming/register".to_owned(), "incoming.exported"),
        (REGISTRY, "/desk/lipowa/outgoing/export".to_owned(), "outgoing.exported"),
        (SUPERIOR, "/desk/lipowa/case-lists/one/export?year=2026&unit=GK&class=6131".to_owned(), "case-list.exported"),
        (ADMIN, "/desk/lipowa/admin/audit.csv".to_owned(), "audit.exported"),
    ];
    for (who, path, action) in routes {
        // Later than a look at the same thing before keeps quiet.
        w.kit.clock.advance_seconds(60 * (audit::QUIET_MINUTES + 1));
        let browser = w.as_(who).await;
        let before = w.accesses().await.len();
        assert_eq!(browser.get(&path).await.status, 200, "{path}");
        let after = w.accesses().await;
        assert_eq!((after.len(), after[0].action.as_str()), (before + 1, action), "{path}");
    }
    let page = w.as_(ADMIN).await.get("/desk/lipowa/admin/audit?kind=access").await;
    let said = [
        "Otwarto akta sprawy prowadzonej przez inną osobę", "Otwarto przesyłkę wpływającą",
        "Pobrano rejestr przesyłek wpływających", "Pobrano rejestr przesyłek wychodzących", "Pobrano spis spraw",
        "Pobrano dziennik zdarzeń", "RPW.1.2026", "GK.6131.2026",
    ];
    for said in said {
        assert!(page.text.contains(said), "{said}: {}", page.text);
    }
}

async fn the_same_look_again_leaves_one_entry_and_ones_own_work_none(db) {
    let w = World::new(&db).await;
    let t = things(&w).await;
    let before = w.accesses().await.len();
    let stefan = w.as_(SUPERIOR).await;
    for path in [&t.case, &format!("{}/parties", t.case), &t.letter, &t.document, &t.case] {
        assert_eq!(stefan.get(path).await.status, 200, "{path}");
    }
    assert_eq!(w.accesses().await.len(), before + 1, "one case, looked through once");
    let olga = w.as_(OFFICIAL).await;
    for path in [&t.case, &t.letter, &t.document] {
        assert_eq!(olga.get(path).await.status, 200, "{path}");
    }
    assert_eq!(w.accesses().await.len(), before + 1, "who handles it works with it");
    // A register taken out twice is two files.
    let rita = w.as_(REGISTRY).await;
    for _ in 0..2 {
        rita.get("/desk/lipowa/incoming/register").await;
    }
    assert_eq!(w.accesses().await.len(), before + 3);
}

}
