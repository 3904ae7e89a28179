//! Opinions: after completing, one each, figures from three on, without names.

use crate::world::{ALL, World, get, post};

const ASK: &str = "/learn/prosty-jezyk/opinion";
const SEE: &str = "/desk/lipowa/courses/prosty-jezyk/opinions";

db::both! { ALL;

async fn who_completed_says_what_they_think_once(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    let mine = w.enrol(w.anna, None).await.id;
    assert_eq!(get(&browser, w.anna, ASK).await.status, 404, "not completed yet");
    w.complete(mine).await;
    let page = get(&browser, w.anna, ASK).await;
    assert!(page.text.contains("type=\"radio\"") && page.text.contains("5 – bardzo dobrze"), "{}", page.text);
    let empty = post(&browser, w.anna, ASK, &[("comment", "Bez oceny")]).await;
    assert!(empty.status == 422 && empty.text.contains("Zaznacz ocenę") && empty.text.contains("Bez oceny"));
    let sent = post(&browser, w.anna, ASK, &[("stars", "3"), ("comment", "")]).await;
    assert_eq!((sent.status.as_u16(), sent.location()), (303, "/learn/prosty-jezyk"));
    assert_eq!(post(&browser, w.anna, ASK, &[("stars", "4"), ("comment", "Lepiej")]).await.status, 303);
    let said = w.kit.app.db.read(move |c| Box::pin(training::opinion(c, mine))).await.unwrap().unwrap();
    assert_eq!((said.stars, said.comment.as_str()), (4, "Lepiej"), "the last word counts");
    assert_eq!(post(&browser, w.chief, ASK, &[("stars", "1")]).await.status, 404, "not a learner");
    let form = training::opinion_form(i18n::T(kernel::Lang::Pl), "prosty-jezyk", Some(&said)).into_string();
    assert!(form.contains("action=\"/learn/prosty-jezyk/opinion\"") && form.contains("Lepiej"), "{form}");
}

async fn results_have_no_names_and_need_three_answers(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    for (who, stars) in [(w.anna, "5"), (w.chief, "4"), (w.citizen, "4")] {
        let page = get(&browser, w.trainer, SEE).await;
        assert!(page.text.contains("Za mało odpowiedzi") && !page.text.contains("Dobry kurs"), "{}", page.text);
        let file = get(&browser, w.trainer, &format!("{SEE}/export")).await;
        assert_eq!(file.text.lines().count(), 1, "with so few answers a file has headings only: {}", file.text);
        let mine = w.enrol(who, None).await.id;
        w.complete(mine).await;
        let sent = post(&browser, who, ASK, &[("stars", stars), ("comment", "Dobry kurs <b>")]).await;
        assert_eq!(sent.status, 303);
    }
    let page = get(&browser, w.trainer, SEE).await;
    assert!(page.text.contains("4,3") && page.text.contains("Dobry kurs &lt;b&gt;"), "{}", page.text);
    assert!(!page.text.contains("Anna") && !page.text.contains("Kowalski"));
    let file = get(&browser, w.trainer, &format!("{SEE}/export?kind=csv")).await;
    assert!(file.text.contains("\r\n5;Dobry kurs <b>\r\n4;Dobry kurs <b>\r\n"), "{}", file.text);
    assert!(!file.text.contains("Anna") && !file.text.contains("Kowalski"));
    assert!(get(&browser, w.trainer, &format!("{SEE}/export?kind=xlsx")).await.bytes.starts_with(b"PK"));
    assert_eq!(get(&browser, w.anna, SEE).await.status, 403);
    assert_eq!(get(&browser, w.foreign, SEE).await.status, 404);
}

async fn coordinator_and_operator_see_the_mean_from_three_answers_on(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    let operator = w.people(1).await[0];
    w.act(w.trainer, move |c, _| {
        Box::pin(async move { c.exec(db::q!("UPDATE person SET operator = $1 WHERE id = $2", true, operator)).await })
    })
    .await
    .unwrap();
    let (report, country) = ("/desk/lipowa/training", "/operator/learning");
    for (who, stars) in [(w.anna, "5"), (w.chief, "4"), (w.trainer, "4")] {
        for page in [get(&browser, w.trainer, report).await, get(&browser, operator, country).await] {
            assert!(page.status == 200 && !page.text.contains("4,5") && !page.text.contains("5,0"), "{}", page.text);
        }
        let mine = w.enrol(who, None).await.id;
        w.complete(mine).await;
        assert_eq!(post(&browser, who, ASK, &[("stars", stars)]).await.status, 303);
    }
    for page in [get(&browser, w.trainer, report).await, get(&browser, operator, country).await] {
        assert!(page.text.contains("Średnia ocena") && page.text.contains("4,3"), "{}", page.text);
    }
    let file = get(&browser, w.trainer, "/desk/lipowa/training/export/completion.csv").await;
    assert!(file.text.contains(";100;0;4,33;3\r\n"), "{}", file.text);
    let file = get(&browser, operator, "/operator/learning/learning.csv").await;
    assert!(file.text.contains("Urząd lipowa;Urzędy ogólnokrajowe;0;3;100;0;4,33;3\r\n"), "{}", file.text);
    let unit = get(&browser, w.trainer, &format!("{report}?unit={}", w.units[1])).await;
    assert!(unit.text.contains("4,3"), "a unit's report shows the mean of the office, so that nobody can be guessed");
}

async fn the_copy_of_own_data_has_them_and_erasing_leaves_no_words(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    let (anna, mine) = (w.anna, w.enrol(w.anna, None).await.id);
    w.complete(mine).await;
    post(&browser, anna, ASK, &[("stars", "5"), ("comment", "Moje słowa")]).await;
    let own = training::own_data();
    let copy = w.kit.app.db.read(move |c| (own.export)(c, anna)).await.unwrap().to_string();
    assert!(copy.contains("Moje słowa") && copy.contains("Prosty język"), "{copy}");
    w.act(anna, move |c, ctx| (training::own_data().erase)(c, ctx, anna)).await.unwrap();
    let said = w.kit.app.db.read(move |c| Box::pin(training::opinion(c, mine))).await.unwrap().unwrap();
    assert_eq!((said.stars, said.comment.as_str()), (5, ""));
}

}
