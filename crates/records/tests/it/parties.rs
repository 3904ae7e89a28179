//! Parties of a case: added, corrected, removed, each with an entry of the record; a joined account sees the case.

use kernel::{FaultKind, ids::CaseId};
use records::cases::{self, PartyEdit, PartyRole, PartyRow, Saved};

use crate::{
    act,
    world::{ALL, World},
};

pub(crate) fn somebody(name: &str) -> PartyEdit {
    PartyEdit {
        role: PartyRole::Representative,
        name: name.into(),
        email: String::new(),
        phone: String::new(),
        address: String::new(),
        identifier: String::new(),
        account: false,
    }
}

async fn parties(w: &World, case: CaseId) -> Vec<PartyRow> {
    act!(w, w.official, |c, ctx, desk| cases::parties(c, desk.scope, case)).unwrap()
}

async fn sees(w: &World, case: CaseId) -> bool {
    let person = w.colleague.member.person;
    let found = w.db.read(move |c| Box::pin(async move { records::citizen_cases(c, person, None, 10).await })).await;
    found.unwrap().0.iter().any(|r| r.id == case)
}

db::both! { ALL;

async fn a_joined_account_sees_the_case_until_it_is_removed(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await.id;
    let nobody = PartyEdit { email: "nikt@example.pl".into(), account: true, ..somebody("Karol Kolega") };
    let refused = act!(w, w.official, |c, ctx, desk| cases::add_party(c, &ctx, &desk, case, &nobody)).unwrap_err();
    assert_eq!((refused.kind, refused.fields[0].field.as_str()), (FaultKind::Invalid, "email"));
    assert!(!sees(&w, case).await);
    let joined = PartyEdit { email: "Karol.Kolega@example.pl".into(), account: true, ..somebody("Karol Kolega") };
    let new = joined.clone();
    let row = act!(w, w.official, |c, ctx, desk| cases::add_party(c, &ctx, &desk, case, &new)).unwrap();
    assert_eq!(row.person, Some(w.colleague.member.person));
    assert!(sees(&w, case).await);
    let left = PartyEdit { account: false, ..joined.clone() };
    let which = (row.ordinal, row.version);
    let saved = act!(w, w.official, |c, ctx, desk| cases::correct_party(c, &ctx, &desk, case, which, &left)).unwrap();
    let Saved::Done(Some(row)) = saved else { panic!("{saved:?}") };
    assert_eq!(row.person, None);
    assert!(!sees(&w, case).await);
    let which = (row.ordinal, row.version);
    act!(w, w.official, |c, ctx, desk| cases::correct_party(c, &ctx, &desk, case, which, &joined)).unwrap();
    assert!(sees(&w, case).await);
    let row = parties(&w, case).await[1].clone();
    let which = (row.ordinal, row.version);
    act!(w, w.official, |c, ctx, desk| cases::remove_party(c, &ctx, &desk, case, which, "wypowiedzenie")).unwrap();
    assert!(!sees(&w, case).await);
}

async fn each_change_is_in_the_record_without_numbers_and_addresses(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await.id;
    let new = PartyEdit { identifier: "44051401359".into(), address: "ul. Cicha 3".into(), ..somebody("Ewa Nowak") };
    let fixed = PartyEdit { name: "Ewa Nowacka".into(), address: "ul. Cicha 5".into(), ..new.clone() };
    let row = act!(w, w.official, |c, ctx, desk| cases::add_party(c, &ctx, &desk, case, &new)).unwrap();
    let which = (row.ordinal, row.version);
    act!(w, w.official, |c, ctx, desk| cases::correct_party(c, &ctx, &desk, case, which, &fixed)).unwrap();
    let which = (row.ordinal, parties(&w, case).await[1].version);
    let no_reason = act!(w, w.official, |c, ctx, desk| cases::remove_party(c, &ctx, &desk, case, which, " ")).unwrap_err();
    assert_eq!(no_reason.fields[0].field, "reason");
    act!(w, w.official, |c, ctx, desk| cases::remove_party(c, &ctx, &desk, case, which, "pomyłka")).unwrap();
    let entries = act!(w, w.official, |c, ctx, desk| records::chain::entries(c, desk.scope, case)).unwrap();
    records::chain::verify(&entries).unwrap();
    let told: Vec<(&str, &str)> = entries.iter().map(|e| (e.action.as_str(), e.text.as_str())).collect();
    assert_eq!(told[1..], [("party.added", "Ewa Nowak"), ("party.corrected", "Ewa Nowacka"), ("party.removed", "Ewa Nowacka. pomyłka")]);
    assert!(entries[2].payload.contains("\"changed\":\"name,address\"") && entries[2].payload.contains("\"before\":\"Ewa Nowak\""));
    assert!(!entries.iter().any(|e| e.payload.contains("44051401359") || e.payload.contains("Cicha")));
    let citizen = w.citizen;
    let ctx = w.ctx(&w.official);
    let seen = w.db.read(move |c| Box::pin(async move { records::citizen_case(c, &ctx, citizen, case).await })).await.unwrap();
    assert!(seen.record.iter().all(|e| !e.action.starts_with("party.")), "parties are not told of one another's data");
}

async fn a_stale_edit_changes_nothing_and_shows_what_is_there(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await.id;
    let first = parties(&w, case).await[0].clone();
    let which = (first.ordinal, first.version);
    let mine = PartyEdit { name: "Jan Kowal".into(), ..PartyEdit::from(&first) };
    act!(w, w.official, |c, ctx, desk| cases::correct_party(c, &ctx, &desk, case, which, &mine)).unwrap();
    let theirs = PartyEdit { name: "Jan Kowalewski".into(), ..PartyEdit::from(&first) };
    let edit = theirs.clone();
    let stale = act!(w, w.colleague, |c, ctx, desk| cases::correct_party(c, &ctx, &desk, case, which, &edit)).unwrap();
    assert!(matches!(&stale, Saved::Stale(Some(now)) if now.name == "Jan Kowal"), "{stale:?}");
    let stale = act!(w, w.colleague, |c, ctx, desk| cases::remove_party(c, &ctx, &desk, case, which, "x")).unwrap();
    assert!(matches!(&stale, Saved::Stale(Some(_))), "{stale:?}");
    let row = act!(w, w.official, |c, ctx, desk| cases::case(c, &desk, case)).unwrap();
    assert_eq!(row.party_name, "Jan Kowal", "lists show the name as corrected");
    // Removed, and somebody else added: whoever still edits the one removed does not meet the other.
    let which_now = (1, parties(&w, case).await[0].version);
    act!(w, w.official, |c, ctx, desk| cases::remove_party(c, &ctx, &desk, case, which_now, "pomyłka")).unwrap();
    let row = act!(w, w.official, |c, ctx, desk| cases::case(c, &desk, case)).unwrap();
    assert_eq!((row.party_name.as_str(), row.party_person), ("", None));
    let other = somebody("Zofia Inna");
    act!(w, w.official, |c, ctx, desk| cases::add_party(c, &ctx, &desk, case, &other)).unwrap();
    let stale = act!(w, w.colleague, |c, ctx, desk| cases::correct_party(c, &ctx, &desk, case, which_now, &theirs)).unwrap();
    assert_eq!(stale, Saved::Stale(None));
    assert_eq!(parties(&w, case).await.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["Zofia Inna"]);
}

async fn only_who_works_on_an_open_case_changes_its_parties(db) {
    let w = World::new(&db).await;
    let case = w.open("Wycinka").await.id;
    let new = somebody("Ewa Nowak");
    for desk in [&w.other_unit, &w.registry, &w.admin, &w.foreign] {
        let new = new.clone();
        let refused = act!(w, desk, |c, ctx, desk| cases::add_party(c, &ctx, &desk, case, &new)).unwrap_err();
        assert_eq!(refused.kind, FaultKind::NotFound);
    }
    act!(w, w.official, |c, ctx, desk| cases::settle(c, &ctx, &desk, case, cases::Outcome::Done, "")).unwrap();
    let refused = act!(w, w.official, |c, ctx, desk| cases::add_party(c, &ctx, &desk, case, &new)).unwrap_err();
    assert_eq!(refused.kind, FaultKind::Conflict);
}

}
