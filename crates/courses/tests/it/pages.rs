//! An author's way from nothing to a second version, and every page in both languages.

use axum::{body::Body, http::Request};
use courses::structure;

use crate::{
    act,
    world::{ALL, World, row},
};

/// The first value between two texts.
fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    text.split(before).nth(1).unwrap().split(after).next().unwrap()
}

db::both! { ALL;

async fn an_author_makes_a_course_in_the_browser(db) {
    let w = World::new(&db).await;
    let browser = w.browser(w.author);
    let page = browser.get("/desk/lipowa/courses").await;
    assert!(page.text.contains("Nie ma jeszcze kursów") && page.text.contains("Weź z katalogu"), "{}", page.text);
    let refused = browser.post("/desk/lipowa/courses/new", &[("title", " "), ("audience", "everyone")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("Wypełnij to pole."), "{}", refused.text);
    let made = browser.post("/desk/lipowa/courses/new", &[("title", "Segregacja w biurze"), ("audience", "everyone")]).await;
    assert_eq!((made.status.as_u16(), made.location()), (303, "/desk/lipowa/courses/segregacja-w-biurze"));
    let here = made.location().to_owned();
    let added = browser.post(&here, &[("add-module", "1"), ("title", "Podstawy")]).await;
    assert_eq!(added.status, 303);
    let module = added.location().split("#m-").nth(1).unwrap().to_owned();
    let mut items = Vec::new();
    for title in ["Papier", "Szkło"] {
        let form = [("add-item", module.as_str()), ("kind", "lesson"), ("title", title)];
        let added = browser.post(&here, &form).await;
        items.push(added.location().split("#i-").nth(1).unwrap().to_owned());
    }
    let refused = browser.post(&here, &[("add-item", module.as_str()), ("kind", "quiz"), ("title", "Quiz")]).await;
    assert_eq!(refused.status, 422, "nobody makes quizzes here");
    let page = browser.get(&here).await;
    let (papier, szklo) = (page.text.find(">Papier<").unwrap(), page.text.find(">Szkło<").unwrap());
    assert!(papier < szklo);
    // By keyboard, without scripts.
    assert_eq!(browser.post(&here, &[("up-item", items[1].as_str())]).await.status, 303);
    let page = browser.get(&here).await;
    assert!(page.text.find(">Szkło<").unwrap() < page.text.find(">Papier<").unwrap());
    // By dragging.
    let dragged = Request::builder().method("POST").uri(&here).header("x-requested-with", "fetch")
        .header("content-type", "application/x-www-form-urlencoded");
    let body = format!("place-item={}&into={module}&at=1", items[1]);
    assert_eq!(browser.send(dragged, Body::from(body)).await.status, 204);
    let page = browser.get(&here).await;
    assert!(page.text.find(">Papier<").unwrap() < page.text.find(">Szkło<").unwrap());
    // Put aside and brought back.
    browser.post(&here, &[("remove-item", items[1].as_str())]).await;
    let page = browser.get(&here).await;
    assert!(page.text.contains("Odłożone (1)") && page.text.contains("Przywróć"), "{}", page.text);
    browser.post(&here, &[("restore-item", items[1].as_str())]).await;
    // The lessons are still empty: the check says so, and publishing is the author's choice.
    let check = browser.get(&format!("{here}/check")).await;
    assert!(check.text.contains("Lekcja jest pusta") && check.text.contains(&format!("{here}/items/{}", items[0])));
    let publish = browser.get(&format!("{here}/publish")).await;
    assert!(publish.text.contains("W kursie są jeszcze bariery") && publish.text.contains("pierwsza wersja"), "{}", publish.text);
    let refused = browser.post(&format!("{here}/publish"), &[("despite", "on")]).await;
    assert!(refused.status == 422 && refused.text.contains("Publikuję mimo barier"), "{}", refused.text);
    let despite = [("despite", "on"), ("reason", "Pilotaż dla pięciu osób.")];
    assert_eq!(browser.post(&format!("{here}/publish"), &despite[1..]).await.status, 422);
    let published = browser.post(&format!("{here}/publish"), &despite).await;
    assert_eq!(published.location(), format!("{here}/versions"));
    // A second version with what changed, in the author's words.
    let lesson = format!("{here}/items/{}", items[0]);
    let page = browser.get(&lesson).await;
    let version = between(&page.text, "name=\"version\" value=\"", "\"").to_owned();
    let item_version = between(&page.text, "name=\"item_version\" value=\"", "\"").to_owned();
    let form = [
        ("title", "Papier"), ("minutes", "10"), ("required", "on"), ("body", "## Niebieski kosz\n\nGazety i kartony."),
        ("version", version.as_str()), ("item_version", item_version.as_str()), ("go", "save"),
    ];
    assert_eq!(browser.post(&lesson, &form).await.status, 303);
    let publish = browser.get(&format!("{here}/publish")).await;
    assert!(publish.text.contains("Zmienione: Papier."), "{}", publish.text);
    let again = [("summary", "Papier: doszły kartony."), despite[0], despite[1]];
    assert_eq!(browser.post(&format!("{here}/publish"), &again).await.status, 303);
    let versions = browser.get(&format!("{here}/versions")).await;
    assert!(versions.text.contains("Wersja 2") && versions.text.contains("Papier: doszły kartony."), "{}", versions.text);
    let two = browser.get(&format!("{here}/versions/2")).await;
    assert!(two.text.contains("Niebieski") && two.text.contains("<ins>"), "{}", two.text);
    assert_eq!(browser.get(&format!("{here}/versions/3")).await.status, 404);
    // Archive and back.
    browser.post(&format!("{here}/archive"), &[("archived", "1")]).await;
    let page = browser.get(&format!("{here}/settings")).await;
    assert!(page.text.contains("W archiwum") && page.text.contains("Przywróć z archiwum"), "{}", page.text);
    assert_eq!(browser.post(&format!("{here}/publish"), &despite).await.status, 409);
}

async fn an_item_goes_over_the_edge_of_its_module(db) {
    let w = World::new(&db).await;
    let (id, module, [first, second]) = w.course().await;
    let other = act!(w, |c, ctx, scope| courses::add_module(c, &ctx, scope, id, "Drugi", "")).unwrap();
    let browser = w.browser(w.author);
    let here = "/desk/lipowa/courses/obieg-pism";
    let order = async || {
        let items = act!(w, |c, _ctx, _scope| structure::items(c, id)).unwrap();
        items.into_iter().map(|i| (i.module, i.id)).collect::<Vec<_>>()
    };
    browser.post(here, &[("down-item", &second.to_string())]).await;
    assert_eq!(order().await, [(module, first), (other, second)]);
    browser.post(here, &[("up-item", &second.to_string())]).await;
    assert_eq!(order().await, [(module, first), (module, second)]);
    browser.post(here, &[("up-module", &other.to_string())]).await;
    browser.post(here, &[("up-item", &first.to_string())]).await;
    assert_eq!(order().await, [(other, first), (module, second)]);
    browser.post(here, &[("up-item", &first.to_string())]).await;
    assert_eq!(order().await, [(other, first), (module, second)], "nowhere higher to go");
}

async fn settings_are_checked_and_a_stale_edit_shows_both(db) {
    let w = World::new(&db).await;
    let (id, ..) = w.course().await;
    let page = "/desk/lipowa/courses/obieg-pism/settings";
    let browser = w.browser(w.author);
    let version = row(&w, id).await.version.to_string();
    let mut form = vec![
        ("title", "Obieg pism w gminie"), ("summary", "Dla wszystkich."), ("audience", "officials"), ("open", "on"),
        ("language", "pl"), ("level", "basic"), ("pass_percent", "120"), ("valid_months", "dwa"), ("competences", "1.2"),
        ("competences", "9.9"), ("outcomes", "Po kursie policzysz termin"), ("sources", "Ustawa | javascript:x"),
        ("version", version.as_str()),
    ];
    let refused = browser.post(page, &form).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("Podaj liczbę."), "{}", refused.text);
    form[7] = ("valid_months", "24");
    let refused = browser.post(page, &form).await;
    for said in ["Podaj liczbę od 0 do 100", "Bez konta można przejść tylko kurs dla wszystkich", "Wybierz jedną", "Każde źródło"] {
        assert!(refused.text.contains(said), "{said}: {}", refused.text);
    }
    form[2] = ("audience", "everyone");
    form[6] = ("pass_percent", "80");
    form[9] = ("competences", "4.1");
    form[11] = ("sources", "Ustawa | https://isap.sejm.gov.pl\nKodeks");
    assert_eq!(browser.post(page, &form).await.status, 303);
    let now = row(&w, id).await;
    assert_eq!((now.title.as_str(), now.open, now.valid_months, now.pass_percent), ("Obieg pism w gminie", true, Some(24), 80));
    assert_eq!((now.competences.0.as_slice(), now.sources.0.len()), (&["1.2".to_owned(), "4.1".to_owned()][..], 2));
    // Another author, who began with the old version.
    form[0] = ("title", "Obieg pism w mieście");
    let stale = w.browser(w.second).post(page, &form).await;
    assert_eq!(stale.status, 409);
    assert!(stale.text.contains("Ktoś zmienił te dane") && stale.text.contains("gminie") && stale.text.contains("mieście"));
    assert_eq!(row(&w, id).await.title, "Obieg pism w gminie");
}

async fn every_page_speaks_both_languages(db) {
    let w = World::new(&db).await;
    let (id, module, [item, _]) = w.course().await;
    w.write(item, "## A\n\n#### B\n\n![](nie-ma.png) [tutaj](x) Niniejszy tekst.").await;
    act!(w, |c, ctx, scope| courses::publish(c, &ctx, scope, id, "")).unwrap();
    w.write(item, "## A\n\nTekst.").await;
    act!(w, |c, ctx, scope| courses::publish(c, &ctx, scope, id, "")).unwrap();
    w.write(item, "## A\n\n#### B\n\n![](nie-ma.png) [tutaj](x) Niniejszy tekst.").await;
    let own = "/desk/lipowa/courses/obieg-pism";
    let rests = ["", "/files", "/settings", "/check", "/preview", "/publish", "/versions", "/versions/2"].map(|r| format!("{own}{r}"));
    let pages = ["/desk/lipowa/courses".into(), "/desk/lipowa/courses/new".into(), "/desk/lipowa/courses/catalog".into(),
        format!("{own}/modules/{module}"), format!("{own}/items/{item}"), format!("{own}/preview/{item}")];
    let browser = w.browser(w.author);
    for (lang, word) in [("pl", "Kursy"), ("en", "Courses")] {
        browser.cookie("szpon_prefs", &format!("{lang}."));
        for page in rests.iter().chain(&pages) {
            let shown = browser.get(page).await;
            assert_eq!(shown.status, 200, "{page}");
            assert!(shown.text.contains(&format!("<html lang=\"{lang}\"")) && shown.text.contains(word), "{page} in {lang}");
            let untold = shown.text.split("courses-").nth(1).map(|t| t.chars().take(40).collect::<String>());
            assert_eq!(untold, None, "{page} in {lang} shows a key");
        }
    }
}

}
