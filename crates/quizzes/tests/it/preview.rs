//! An author tries a quiz before it is published.

use quizzes::Settings;

use crate::world::{ALL, World, pool, single, words};

db::both! { ALL;

async fn an_author_tries_the_quiz_of_the_draft_and_nothing_is_kept(db) {
    let w = World::new(&db).await;
    let band = questions::Band { from: 0.9, text: "Świetnie Ci poszło.".into() };
    let rules = Settings { pools: vec![pool("a", 2)], intro: "Przeczytaj **uważnie**.".into(), bands: vec![band], ..Settings::default() };
    let course = w.course(vec![single("p1", "a"), single("p2", "a")], rules.clone()).await;
    // What is not published yet is tried too.
    let (scope, id, item) = (w.office, course.id, course.quiz);
    w.act(move |c, ctx| Box::pin(async move {
        quizzes::bank::add(c, ctx, scope, id, &single("p3", "a")).await?;
        let rules = Settings { pools: vec![pool("a", 3)], ..rules };
        quizzes::save(c, ctx, scope, item, &rules, 1).await
    })).await.unwrap();
    let author = w.browser(Some(w.author));
    let preview = format!("/desk/lipowa/courses/{}/preview/{}", course.slug, course.quiz);
    let to = format!("{preview}/quiz");
    let page = author.get(&to).await;
    let text = words(&page);
    for part in ["To jest próba", "Pytanie 1 z 3", "Pytanie p3?", "dobra"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let seed: String = page.text.split("name=\"seed\" value=\"").nth(1).unwrap().chars().take_while(|c| *c != '"').collect();
    for (third, points, said) in [("0", "3 / 3", true), ("1", "2 / 3", false)] {
        let marked = author.post(&to, &[("seed", &seed), ("q0", "0"), ("q1", "0"), ("q2", third)]).await;
        let text = words(&marked);
        for part in [points, "art. 35 k.p.a.", "Dobrze", "Nic się nie zapisze"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert_eq!(text.contains("Świetnie Ci poszło."), said, "{text}");
    }
    let kept = w.act(move |c, _| Box::pin(async move { c.all::<(i64,)>(db::q!("SELECT COUNT(*) FROM attempt")).await })).await.unwrap();
    assert_eq!(kept, [(0,)]);
    let figures = words(&author.get(&format!("/desk/lipowa/courses/{}/questions/statistics", course.slug)).await);
    assert!(figures.contains("Nikt jeszcze nie oddał tego testu"), "{figures}");
    for (who, status) in [(w.trainer, 403), (w.official, 403), (w.foreign, 404), (w.citizen, 404)] {
        assert_eq!(w.browser(Some(who)).get(&to).await.status, status);
        assert_eq!(w.browser(Some(who)).post(&to, &[("seed", "1")]).await.status, status);
    }
    // From the rules of the quiz one button leads here.
    let rules = author.get(&format!("/desk/lipowa/courses/{}/items/{}/quiz", course.slug, course.quiz)).await;
    assert!(rules.text.contains(&to));
}

async fn a_quiz_without_questions_says_what_to_do(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let (scope, item) = (w.office, course.quiz);
    w.act(move |c, ctx| Box::pin(async move {
        quizzes::save(c, ctx, scope, item, &Settings { pools: vec![pool("pusta", 3)], ..Settings::default() }, 1).await
    })).await.unwrap();
    let page = w.browser(Some(w.author)).get(&format!("/desk/lipowa/courses/{}/preview/{item}/quiz", course.slug)).await;
    assert!(words(&page).contains("W teście nie ma pytań") && page.text.contains(&format!("/items/{item}/quiz")), "{}", page.text);
}

}
