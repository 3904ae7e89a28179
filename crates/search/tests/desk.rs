//! Search at the desk, on both databases.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that fails")]

use db::{Db, Dialect, Q};
use kernel::ids::{CaseId, OfficeId, PersonId};
use kernel::{Micros, OfficeScope};
use search::store::{self, Doc, Finds, MIGRATIONS, Question, Reader, Thing};
use uuid::Uuid;

const ANNA: PersonId = PersonId(Uuid::from_u128(0xA));
const PIOTR: PersonId = PersonId(Uuid::from_u128(0xB));

fn office(n: u128) -> OfficeScope {
    OfficeScope::checked(OfficeId(Uuid::from_u128(n)))
}

fn doc(n: u128, reference: &str, title: &str, names: &[&str], text: &str) -> Doc {
    Doc {
        thing: Thing::Case,
        object: Uuid::from_u128(n),
        case: Some(CaseId(Uuid::from_u128(n))),
        reference: reference.into(),
        title: title.into(),
        names: names.iter().map(|n| (*n).to_owned()).collect(),
        text: text.into(),
        changed: Micros(i64::try_from(n).unwrap()),
        audience: None,
    }
}

async fn put(db: &Db, scope: OfficeScope, docs: Vec<Doc>) {
    db.write(move |c| {
        Box::pin(async move {
            for doc in &docs {
                store::put(c, scope, doc).await?;
            }
            Ok(())
        })
    })
    .await
    .unwrap();
}

async fn ask(db: &Db, scope: OfficeScope, reader: PersonId, question: Question) -> Finds {
    db.read(move |c| Box::pin(async move { store::find(c, scope, Reader::of_all(reader), &question).await }))
        .await
        .unwrap()
}

fn question(text: &str) -> Question {
    Question { text: text.into(), things: Vec::new(), skip: 0, limit: 10 }
}

async fn found(db: &Db, text: &str) -> Vec<u128> {
    ask(db, office(1), ANNA, question(text)).await.items.iter().map(|f| f.object.as_u128()).collect()
}

/// The words PostgreSQL keeps in a table of their own.
async fn terms(db: &Db) -> Vec<String> {
    if db.dialect() == Dialect::Sqlite {
        return Vec::new();
    }
    let all: Vec<(String,)> = db
        .read(|c| Box::pin(async move { c.all(Q::new("SELECT term FROM search_term ORDER BY term LIMIT 1000")).await }))
        .await
        .unwrap();
    all.into_iter().map(|(term,)| term).collect()
}

fn month() -> Vec<Doc> {
    vec![
        doc(
            1,
            "OR.0123.1.2026.JK",
            "Wycinka drzewa przy drodze",
            &["Jan Kowalski"],
            "Wnoszę o zgodę na usunięcie topoli.",
        ),
        doc(
            2,
            "SO.5343.2.2026.AN",
            "Zameldowanie na pobyt stały",
            &["Grażyna Brzęczyszczykiewicz"],
            "Zgłaszam pobyt w Łodzi.",
        ),
        doc(
            3,
            "PP.6730.3.2026.MW",
            "Warunki zabudowy działki",
            &["Budomex sp. z o.o."],
            "Proszę o ustalenie warunków dla domu.",
        ),
        doc(4, "PP.6730.4.2026.MW", "Podział działek", &["Anna Nowak"], "W piśmie mowa o drzewach i o topolach."),
    ]
}

db::both! { &[MIGRATIONS];
    async fn inflection_and_missing_diacritics_are_forgiven(db) {
        put(&db, office(1), month()).await;
        assert_eq!(found(&db, "wycinkę drzew").await[0], 1);
        assert_eq!(found(&db, "zameldowania").await[0], 2);
        assert_eq!(found(&db, "lodz").await[0], 2);
        assert_eq!(found(&db, "działkę").await.len(), 2);
        assert_eq!(found(&db, "Kowalskiemu").await[0], 1);
        assert_eq!(found(&db, "brzeczyszczykiewiczowi").await[0], 2);
    }

    async fn slips_and_beginnings_of_words_are_forgiven(db) {
        put(&db, office(1), month()).await;
        for (typed, meant) in [("zamledowanie", 2), ("Kowlaski", 1), ("Brzeczyszczykiewcz", 2), ("Budomx", 3), ("budom", 3)] {
            let finds = ask(&db, office(1), ANNA, question(typed)).await;
            assert_eq!(finds.items.first().map(|f| f.object.as_u128()), Some(meant), "{typed}");
            assert!(finds.loosened, "{typed}");
        }
        assert!(found(&db, "xyzzyqwe").await.is_empty());
        assert!(!ask(&db, office(1), ANNA, question("zameldowanie")).await.loosened);
    }

    async fn references_are_found_whole_and_by_part(db) {
        put(&db, office(1), month()).await;
        assert_eq!(found(&db, "PP.6730.3.2026.MW").await, [3]);
        assert_eq!(found(&db, "pp.6730.4.2026.mw").await, [4]);
        assert_eq!(found(&db, "0123.1.2026").await, [1]);
        assert_eq!(found(&db, "PP.6730").await.len(), 2);
    }

    async fn the_title_counts_more_than_the_text(db) {
        put(&db, office(1), month()).await;
        assert_eq!(found(&db, "drzewo").await, [1, 4]);
    }

    async fn between_equals_the_newer_goes_first(db) {
        let docs = (1..=3).map(|n| doc(n, "", "Skarga na hałas", &[], "")).collect();
        put(&db, office(1), docs).await;
        assert_eq!(found(&db, "hałasu").await, [3, 2, 1]);
    }

    async fn things_with_some_of_the_words_come_when_none_has_all(db) {
        put(&db, office(1), month()).await;
        let finds = ask(&db, office(1), ANNA, question("zameldowanie psa przy lotnisku")).await;
        assert_eq!(finds.items[0].object.as_u128(), 2);
        assert!(finds.loosened);
    }

    async fn an_office_sees_nothing_of_another(db) {
        put(&db, office(1), month()).await;
        put(&db, office(2), vec![doc(9, "OR.0123.1.2026.JK", "Wycinka drzewa", &[], "")]).await;
        assert_eq!(found(&db, "wycinka drzewa").await.iter().filter(|n| **n == 9).count(), 0);
        let other = ask(&db, office(2), ANNA, question("wycinka")).await;
        assert_eq!(other.items.len(), 1);
        // Writing or removing another office's thing by its identifier changes nothing.
        let taken = doc(1, "", "Przejęte", &[], "");
        let refused = db.write(|c| Box::pin(async move { store::put(c, office(2), &taken).await })).await;
        assert_eq!(refused.unwrap_err().kind, kernel::FaultKind::NotFound);
        db.write(|c| Box::pin(async move { store::remove(c, office(2), Uuid::from_u128(2)).await })).await.unwrap();
        assert_eq!(found(&db, "wycinka drzewa przy drodze").await[0], 1);
        assert_eq!(found(&db, "zameldowanie").await[0], 2);
        assert!(ask(&db, office(2), ANNA, question("przejęte")).await.items.is_empty());
    }

    async fn restricted_things_are_found_by_their_audience_only(db) {
        let mut secret = doc(5, "ZK.1.2026", "Skarga na pracownika", &["Zenon Tajny"], "");
        secret.audience = Some(vec![PIOTR]);
        put(&db, office(1), vec![secret.clone()]).await;
        for typed in ["skarga", "ZK.1.2026", "Tajny", "skrga na pracownika"] {
            assert!(ask(&db, office(1), ANNA, question(typed)).await.items.is_empty(), "{typed}");
        }
        assert_eq!(ask(&db, office(1), PIOTR, question("skargi")).await.items.len(), 1);
        secret.audience = Some(vec![ANNA]);
        put(&db, office(1), vec![secret.clone()]).await;
        assert!(ask(&db, office(1), PIOTR, question("skarga")).await.items.is_empty());
        assert_eq!(ask(&db, office(1), ANNA, question("skarga")).await.items.len(), 1);
        secret.audience = None;
        put(&db, office(1), vec![secret]).await;
        assert_eq!(ask(&db, office(1), PIOTR, question("skarga")).await.items.len(), 1);
    }

    async fn a_change_replaces_what_was_stored(db) {
        put(&db, office(1), month()).await;
        put(&db, office(1), vec![doc(1, "OR.0123.1.2026.JK", "Remont świetlicy", &[], "Nowy dach.")]).await;
        assert!(!found(&db, "topole").await.contains(&1));
        assert_eq!(found(&db, "remonty świetlic").await[0], 1);
        db.write(|c| Box::pin(async move { store::remove(c, office(1), Uuid::from_u128(1)).await })).await.unwrap();
        assert!(found(&db, "świetlica").await.is_empty());
        put(&db, office(1), vec![doc(7, "", "Boisko", &[], "")]).await;
        assert_eq!(found(&db, "boiska").await, [7]);
    }

    async fn pages_follow_each_other_without_gaps(db) {
        put(&db, office(1), (1..=25).map(|n| doc(n, "", "Zgoda na drzewo", &[], "")).collect()).await;
        let mut seen = Vec::new();
        let mut skip = Some(0);
        while let Some(from) = skip {
            let page = ask(&db, office(1), ANNA, Question { skip: from, ..question("drzewa") }).await;
            seen.extend(page.items.iter().map(|f| f.object.as_u128()));
            skip = page.next;
        }
        assert_eq!(seen, (1..=25).rev().collect::<Vec<u128>>());
    }

    async fn a_slip_never_leads_to_what_is_hidden(db) {
        let mut secret = doc(5, "", "Dyscyplinarka Brzdąkiewicza", &[], "");
        secret.audience = Some(vec![PIOTR]);
        put(&db, office(1), vec![secret]).await;
        put(&db, office(2), vec![doc(6, "", "Skarga Brzdąkiewicza", &[], "")]).await;
        for typed in ["Brzdakiewcz", "Brzdąk", "dyscyplinrka", "skrga"] {
            let finds = ask(&db, office(1), ANNA, question(typed)).await;
            assert!(finds.items.is_empty() && !finds.loosened, "{typed}");
        }
        assert_eq!(ask(&db, office(1), PIOTR, question("Brzdakiewcz")).await.items.len(), 1);
    }

    async fn kinds_can_be_chosen(db) {
        let mut letter = doc(8, "", "Pismo o drzewie", &[], "");
        letter.thing = Thing::Letter;
        let mut docs = month();
        docs.push(letter);
        put(&db, office(1), docs).await;
        let only = Question { things: vec![Thing::Letter], ..question("drzewo") };
        let finds = ask(&db, office(1), ANNA, only).await;
        assert_eq!(finds.items.iter().map(|f| f.thing).collect::<Vec<_>>(), [Thing::Letter]);
    }

    async fn any_signs_can_be_stored_and_asked_for(db) {
        let odd = "O'Neil \"a\" OR b* ^c (d) {e} \\ NEAR/2 'x':* & | ! <-> \u{0} \u{1F600} 漢字 ’; DROP TABLE --";
        put(&db, office(1), vec![doc(1, odd, odd, &[odd], odd)]).await;
        for typed in [odd, "O'Neil", "\"", "*", "NEAR", "漢字", "", "   ", "!", "a.b'c\\d/e-1"] {
            ask(&db, office(1), ANNA, question(typed)).await;
        }
        assert_eq!(found(&db, "O’Neil").await, [1]);
        assert_eq!(found(&db, "漢字").await, [1]);
    }

    async fn a_very_long_text_is_stored(db) {
        let text = "Bardzo długie pismo o drogach gminnych nr 12.34.2026. ".repeat(20_000);
        put(&db, office(1), vec![doc(1, "A.1", "Długie", &[], &text)]).await;
        assert_eq!(found(&db, "droga gminna").await, [1]);
    }

    async fn words_no_document_has_any_more_are_forgotten(db) {
        let odd = doc(9, "", "Lampa O'Neill\\przy drodze", &[], "");
        put(&db, office(1), vec![doc(1, "", "Wycinka topoli", &[], ""), odd, doc(3, "", "Remont topielni", &[], "")]).await;
        let all = terms(&db).await;
        assert_eq!(store::tidy(&db).await.unwrap(), 0, "every word stands somewhere");
        assert_eq!(terms(&db).await, all);
        put(&db, office(1), vec![doc(3, "", "Wycinka topoli", &[], "")]).await;
        db.write(|c| Box::pin(async move { store::remove(c, office(1), Uuid::from_u128(9)).await })).await.unwrap();
        let gone = store::tidy(&db).await.unwrap();
        let left = terms(&db).await;
        assert_eq!(usize::try_from(gone).unwrap(), all.len() - left.len());
        assert_eq!(gone > 0, db.dialect() == Dialect::Postgres);
        assert!(!left.iter().any(|t| t.contains("remont") || t.contains("neill")), "{left:?}");
        assert_eq!(found(&db, "wycinka topoli").await.len(), 2);
        assert_eq!(found(&db, "topo").await.len(), 2, "beginnings are still found");
        put(&db, office(1), vec![doc(4, "", "Remont mostu", &[], "")]).await;
        assert_eq!(found(&db, "remo").await, [4], "a word that comes back is known again");
    }
}
