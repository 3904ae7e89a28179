//! What an administrator does.

use crate::setting::{MIGRATIONS, Setting, sign_in};

db::both! { MIGRATIONS;

async fn every_service_and_form_has_its_page_in_both_languages(db) {
    let s = Setting::new(&db).await;
    let b = s.stranger();
    let admin = sign_in(&s.stranger(), s.admin).await;
    for entry in &services::catalog::catalog().unwrap().services {
        for path in [s.o(&format!("/services/{}", entry.id)), s.o(&format!("/services/{}/apply", entry.id))] {
            let en = axum::http::Request::builder().uri(&path).header("accept-language", "en");
            let page = b.send(en, axum::body::Body::empty()).await;
            assert_eq!(page.status, 200, "{path}");
            assert!(!page.text.contains("services-"), "{path}: an unknown message");
        }
        let form = format!("/desk/{}/admin/services/{}/form", s.slug, entry.id);
        let steps = services::defaults::form(entry, None).steps.len();
        for at in [0, 2.min(steps - 1), steps - 1] {
            assert_eq!(admin.get(&format!("{form}?at_step={at}&at_field=0")).await.status, 200, "{form}");
        }
    }
}

async fn a_published_form_never_changes_under_somebody_who_fills_it_in(db) {
    let s = Setting::new(&db).await;
    let b = s.stranger();
    let admin = sign_in(&s.stranger(), s.admin).await;
    let begun = b.post(&s.o("/services/informacja-publiczna/apply"), &[]).await;
    let step = begun.location().replace("/applicant", "/information");
    let form = format!("/desk/{}/admin/services/informacja-publiczna/form", s.slug);
    assert_eq!(b.get(&form).await.status, 303, "strangers sign in");
    let edit = [("go", "field"), ("at_step", "1"), ("at_field", "0"), ("id", "information"), ("kind", "textarea"),
        ("label_pl", "Czego szukasz?"), ("label_en", "What do you look for?"), ("required", "on")];
    let with = |version: &'static str| edit.iter().copied().chain([("version", version)]).collect::<Vec<_>>();
    let preview = admin.post(&format!("{form}/preview"), &with("0")).await;
    assert!(preview.status == 200 && preview.text.contains("Czego szukasz?"), "{}", preview.text);
    assert_eq!(admin.post(&form, &with("0")).await.status, 303);
    // A second administrator began from the same version.
    let stale = admin.post(&form, &with("0")).await;
    assert_eq!(stale.status, 409);
    assert_eq!(admin.post(&form, &[("go", "publish"), ("version", "1")]).await.status, 303);
    assert!(b.get(&step).await.text.contains("O jaką informację prosisz?"));
    let next = b.fresh();
    let begun = next.post(&s.o("/services/informacja-publiczna/apply"), &[]).await;
    assert!(next.get(&begun.location().replace("/applicant", "/information")).await.text.contains("Czego szukasz?"));
    let compare = admin.get(&format!("{form}/compare")).await;
    assert!(compare.text.contains("Wersja 2") && compare.text.contains("Wersja 1"));
}

async fn the_editor_builds_a_form_without_scripts_and_refuses_a_faulty_one(db) {
    let s = Setting::new(&db).await;
    let admin = sign_in(&s.stranger(), s.admin).await;
    let list = format!("/desk/{}/admin/services", s.slug);
    let added = admin.post(&list, &[("name_pl", "Karta mieszkańca"), ("add", "1")]).await;
    assert_eq!((added.status.as_u16(), added.location()), (303, format!("{list}/karta-mieszkanca").as_str()));
    assert_eq!(admin.post(&list, &[("name_pl", "Karta mieszkańca"), ("add", "1")]).await.status, 422);
    assert_eq!(s.stranger().get(&s.o("/services/karta-mieszkanca")).await.status, 404, "hidden at first");
    let form = format!("{list}/karta-mieszkanca/form");
    assert_eq!(admin.post(&form, &[("go", "add-step"), ("version", "0")]).await.status, 303);
    let to = admin.post(&form, &[("go", "add-field"), ("kind", "radio"), ("at_step", "6"), ("version", "1")]).await;
    assert!(to.location().contains("at_step=6"), "{}", to.location());
    assert_eq!(admin.post(&form, &[("go", "up"), ("at_step", "6"), ("version", "2")]).await.status, 303);
    let bad = admin.post(&form, &[("go", "step"), ("at_step", "5"), ("id", "Źle"), ("title_pl", "Krok"), ("version", "3")]).await;
    assert_eq!(bad.status, 303);
    assert!(admin.get(&form).await.text.contains("steps[5].id"));
    assert_eq!(admin.post(&form, &[("go", "publish"), ("version", "4")]).await.status, 422);
    let json = admin.post(&format!("{form}/json"), &[("json", "{\"format\": 2}"), ("version", "4")]).await;
    assert!(json.status == 422 && json.text.contains("missing field"), "{}", json.text);
    assert_eq!(admin.post(&form, &[("go", "remove"), ("at_step", "5"), ("version", "4")]).await.status, 303);
    assert_eq!(admin.post(&form, &[("go", "publish"), ("version", "5")]).await.status, 303);
}

async fn texts_are_edited_with_a_version_and_search_follows(db) {
    let s = Setting::new(&db).await;
    let admin = sign_in(&s.stranger(), s.admin).await;
    let one = format!("/desk/{}/admin/services/ceidg", s.slug);
    assert_eq!(admin.get(&one).await.status, 200);
    let edit = [("version", "1"), ("name_pl", "Rejestr krasnoludków"), ("topic", "other"), ("level", "gmina"), ("sources", "https://example.pl")];
    assert_eq!(admin.post(&one, &edit).await.status, 303);
    assert_eq!(admin.post(&one, &edit).await.status, 409);
    assert_eq!(admin.post(&one, &[("version", "2"), ("name_pl", ""), ("fee_amount", "1,234")]).await.status, 422);
    assert!(s.stranger().get(&s.o("/services?q=krasnoludki")).await.text.contains("/services/ceidg"));
    let citizen = sign_in(&s.stranger(), s.anna).await;
    assert_eq!(citizen.get(&one).await.status, 404);
}

async fn the_list_is_narrowed_by_name_and_state_and_stays_so(db) {
    let s = Setting::new(&db).await;
    let admin = sign_in(&s.stranger(), s.admin).await;
    let list = format!("/desk/{}/admin/services", s.slug);
    let found = admin.get(&format!("{list}?q=DOWODU")).await.text;
    assert!(found.contains("Wydanie dowodu osobistego") && !found.contains("Dodatek mieszkaniowy"), "{found}");
    let none = admin.get(&format!("{list}?q=dowodu&state=hidden")).await.text;
    assert!(none.contains("Żadna usługa nie pasuje"), "{none}");
    let at = found.find("name=\"hide\"").unwrap();
    let id: String = found[at..].split("value=\"").nth(1).unwrap().chars().take_while(|c| *c != '"').collect();
    let hidden = admin.post(&format!("{list}?q=dowodu"), &[("hide", &id)]).await;
    assert_eq!(hidden.location(), format!("{list}?q=dowodu"), "the list stays narrowed");
    assert!(!admin.get(&format!("{list}?q=dowodu&state=hidden")).await.text.contains("Żadna usługa nie pasuje"));
}

}
