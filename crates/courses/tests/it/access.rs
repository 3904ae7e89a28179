//! Who gets where.

use crate::{
    act,
    world::{ALL, World},
};

db::both! { ALL;

async fn others_are_refused_as_if_there_were_nothing(db) {
    let w = World::new(&db).await;
    let (id, module, [item, _]) = w.course().await;
    act!(w, |c, ctx, scope| courses::publish(c, &ctx, scope, id, "")).unwrap();
    let own = "/desk/lipowa/courses/obieg-pism";
    let pages = [
        "/desk/lipowa/courses".to_owned(),
        "/desk/lipowa/courses/new".to_owned(),
        "/desk/lipowa/courses/catalog".to_owned(),
        own.to_owned(),
        format!("{own}/modules/{module}"),
        format!("{own}/items/{item}"),
        format!("{own}/files"),
        format!("{own}/settings"),
        format!("{own}/check"),
        format!("{own}/preview"),
        format!("{own}/preview/{item}"),
        format!("{own}/publish"),
        format!("{own}/versions"),
        format!("{own}/versions/1"),
    ];
    for page in &pages {
        for (who, person, status) in [
            ("the author", w.author, 200),
            ("another author", w.second, 200),
            ("the operator", w.operator, 200),
            ("an official without the role", w.official, 403),
            ("an author of another office", w.foreign, 404),
            ("a citizen", w.citizen, 404),
        ] {
            let answer = w.browser(person).get(page).await;
            assert_eq!(answer.status, status, "{page} as {who}: {}", answer.text);
        }
        let stranger = w.kit.browser(courses::routes()).get(page).await;
        assert!(stranger.location().starts_with("/sign-in"), "{page} as a stranger: {}", stranger.status);
    }
    // The same under the address of an office they do serve in.
    for page in pages.iter().filter(|p| p.starts_with(own)) {
        let page = page.replace("/desk/lipowa/", "/desk/debowa/");
        assert_eq!(w.browser(w.foreign).get(&page).await.status, 404, "{page}");
    }
    let mischief = [("title", "Cudzy"), ("remove-item", &item.to_string()), ("archived", "1")];
    for rest in ["", "/settings", "/archive", "/publish"] {
        let page = format!("{own}{rest}");
        assert_eq!(w.browser(w.foreign).post(&page, &mischief).await.status, 404, "{page}");
        assert_eq!(w.browser(w.official).post(&page, &mischief).await.status, 403, "{page}");
        let page = page.replace("/desk/lipowa/", "/desk/debowa/");
        assert_eq!(w.browser(w.foreign).post(&page, &mischief).await.status, 404, "{page}");
    }
    let refused = w.browser(w.official).get(own).await;
    assert!(refused.text.contains("Autor kursów"), "{}", refused.text);
}

async fn another_course_does_not_lend_its_parts(db) {
    let w = World::new(&db).await;
    let (_, module, [item, _]) = w.course().await;
    let settings = courses::Settings::titled("Inny kurs");
    act!(w, |c, ctx, scope| courses::create(c, &ctx, scope, &settings)).unwrap();
    let browser = w.browser(w.author);
    for rest in [format!("modules/{module}"), format!("items/{item}"), format!("preview/{item}")] {
        assert_eq!(browser.get(&format!("/desk/lipowa/courses/inny-kurs/{rest}")).await.status, 404, "{rest}");
    }
}

}
