//! The accessibility check of a course looks at its quizzes too.

use questions::{Attachment, Entry, Question};
use quizzes::Settings;

use crate::world::{ALL, World, pool, single, words};

db::both! { ALL;

async fn pictures_without_words_in_questions_and_introductions_are_found(db) {
    let w = World::new(&db).await;
    let asked = Question { text: "![](files/a.png)\n\nCo to?".into(), ..single("Obrazek", "a") };
    let explained = Question { explanation: "Zobacz [tutaj](https://gov.pl).".into(), ..single("Wyjaśnienie", "a") };
    let kind = questions::Kind::Ordering { items: vec!["![](files/b.png)".into(), "drugi".into()], scoring: Default::default() };
    let ordered = Question { kind, ..single("Kolejność", "a") };
    let clean = single("Czyste", "a");
    let mut chosen = single("Wybór", "a");
    if let questions::Kind::Single { answers, .. } = &mut chosen.kind {
        answers[1].text = "![](files/d.png)".into();
    }
    let rules = Settings { intro: "Wstęp.\n\n![](files/c.png)".into(), pools: vec![pool("a", 5)], ..Settings::default() };
    let course = w.course(vec![asked, explained, ordered, chosen, clean], rules).await;
    let author = w.kit.browser(courses::routes());
    author.cookie("szpon_session", &w.author.to_string());
    let page = author.get(&format!("/desk/lipowa/courses/{}/check", course.slug)).await;
    let text = words(&page);
    for part in ["Sprawdź się: Obrazek", "„files/a.png”", "Sprawdź się: Wyjaśnienie", "„tutaj”", "Sprawdź się: Kolejność", "„files/b.png”", "„files/c.png”"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    // Each names the field where it is mended.
    for (part, quote) in [("(Treść pytania)", "„files/a.png”"), ("(Wyjaśnienie)", "„tutaj”"), ("(Elementy w poprawnej kolejności)", "„files/b.png”"), ("(Odpowiedź)", "„files/d.png”"), ("(Wstęp dla uczestnika)", "„files/c.png”")] {
        let before = text.split(quote).next().unwrap();
        let finding = before.rfind("(").map_or("", |at| &before[at..]);
        assert!(finding.starts_with(part), "{part} {quote}: {text}");
    }
    assert!(!text.contains("Sprawdź się: Czyste"), "{text}");
    let id = course.id;
    for row in w.act(move |c, _| Box::pin(quizzes::bank::all(c, id))).await.unwrap() {
        let link = format!("/desk/lipowa/courses/{}/questions/{}\"", course.slug, row.id);
        assert_eq!(page.text.contains(&link), row.content.0.name != "Czyste", "{}", row.content.0.name);
    }
    assert!(page.text.contains(&format!("/desk/lipowa/courses/{}/items/{}\"", course.slug, course.quiz)), "the introduction");
}

async fn an_imported_picture_without_words_stays_without_and_the_check_says_so(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let gif = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;";
    let question = Question { text: "![](files/mapa.gif)\n\nGdzie to?".into(), ..single("Mapa", "a") };
    let entry = Entry { question, files: vec![Attachment { name: "mapa.gif".into(), alt: " ".into(), bytes: gif.to_vec() }] };
    let (arriving, left_out) = quizzes::exchange::arrive(&w.kit.app, entry).await.unwrap();
    assert!(left_out.is_empty(), "{left_out:?}");
    let name = arriving.files[0].name.clone();
    let (scope, id) = (w.office, course.id);
    let added = w.act(move |c, ctx| Box::pin(async move { quizzes::exchange::take(c, ctx, scope, id, &[arriving], false).await })).await;
    assert_eq!(added.unwrap(), 1);
    let draft = w.act(move |c, ctx| Box::pin(async move { courses::draft(c, ctx, scope, id).await })).await.unwrap();
    let found: Vec<_> = courses::check(&draft).into_iter().filter(|f| f.rule.texts().0 == courses::msg::COURSES_CHECK_NO_ALT).collect();
    let mut places: Vec<_> = found.iter().map(|f| f.of.as_str()).collect();
    places.sort_unstable();
    assert_eq!(places, ["Sprawdź się: Mapa", &name], "where it is shown, and the file itself");
}

async fn questions_of_the_catalogue_stand_in_nobodys_way(db) {
    let w = World::new(&db).await;
    let scope = w.office;
    for from in courses::catalog::courses() {
        let id = courses::adopt(&w.kit.app, &w.ctx(w.author).await, scope, &from.slug).await.unwrap();
        let draft = w.act(move |c, ctx| Box::pin(async move { courses::draft(c, ctx, scope, id).await })).await.unwrap();
        let quizzes: Vec<_> = draft.items().filter(|i| i.kind == courses::ItemKind::Quiz).map(|i| i.title.as_str()).collect();
        let found = courses::check(&draft).into_iter().filter(|f| quizzes.iter().any(|title| f.of.starts_with(title)));
        let must: Vec<_> = found.filter(|f| format!("{:?}", f.rule.severity()) == "Must").collect();
        assert!(must.is_empty(), "{}: {must:?}", from.slug);
    }
}

}
