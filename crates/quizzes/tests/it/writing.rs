//! Writing questions to choose from: one right answer is marked by one of several, many by ticks.

use quizzes::Settings;

use crate::world::{ALL, World, words};

/// The mark at an option of a single choice, as it stands in the page.
fn mark(n: usize, page: &str) -> &str {
    let value = format!("name=\"right\" type=\"radio\" value=\"{n}\"");
    let at = page.find(&value).unwrap_or_else(|| panic!("no mark {n}: {page}"));
    page[at..].split('>').next().unwrap()
}

db::both! { ALL;

async fn of_a_single_choice_one_answer_is_marked_as_right(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let browser = w.browser(Some(w.author));
    let bank = format!("/desk/lipowa/courses/{}/questions", course.slug);
    let to = format!("{bank}/new");
    let empty = browser.get(&format!("{to}?kind=single")).await;
    assert_eq!(empty.text.matches("name=\"right\" type=\"radio\"").count(), 4);
    assert!(!empty.text.contains("name=\"r0\""), "no ticks, of which several could be set");
    assert!(words(&empty).contains("Zaznacz jedną poprawną."));
    let base = [("kind", "single"), ("text", "Kto kieruje gminą?"), ("points", "1"), ("category", "nowe"), ("a0", "starosta"), ("a1", "wójt")];
    let with = |more: &[(&'static str, &'static str)]| [&base[..], more].concat();
    for (more, said) in [
        (&[][..], "Zaznacz jedną poprawną odpowiedź."),
        // The mark stands at an option without words, or at none there is.
        (&[("right", "3"), ("a2", "")][..], "Zaznacz jedną poprawną odpowiedź."),
        (&[("right", "0")][..], "Zaznacz jedną poprawną odpowiedź."),
        (&[("right", "99999999999999999999")][..], "Zaznacz jedną poprawną odpowiedź."),
        // Worth says otherwise than the mark.
        (&[("right", "2"), ("v0", "100")][..], "Wszystkie punkty może dawać tylko odpowiedź zaznaczona"),
        (&[("right", "2"), ("v1", "50")][..], "Wszystkie punkty może dawać tylko odpowiedź zaznaczona"),
    ] {
        let wrong = browser.post(&to, &with(more)).await;
        assert_eq!(wrong.status, 422, "{more:?}");
        assert!(words(&wrong).contains(said), "{more:?}: {}", words(&wrong));
        assert!(wrong.text.contains("href=\"#f-right\"") && wrong.text.contains("id=\"f-right\""), "the summary leads to the marks");
        assert!(wrong.text.contains("starosta") && wrong.text.contains("wójt"), "what was typed stays");
    }
    let picture = browser.post(&format!("{bank}/preview"), &with(&[])).await;
    assert!(words(&picture).contains("Poprawna odpowiedź: Zaznacz jedną"), "{}", words(&picture));
    let more = browser.post(&to, &with(&[("right", "2"), ("go", "more")])).await;
    assert!(mark(2, &more.text).contains("checked") && !mark(1, &more.text).contains("checked") && more.text.contains("name=\"a6\""));
    // A partly right answer beside the right one.
    let saved = browser.post(&to, &with(&[("right", "2"), ("v0", "25"), ("go", "stay")])).await;
    assert_eq!(saved.status, 303, "{}", words(&saved));
    let page = browser.get(saved.location()).await;
    assert!(mark(2, &page.text).contains("checked") && !mark(1, &page.text).contains("checked"), "{}", page.text);
    assert!(page.text.contains("value=\"25\"") && words(&page).contains("To pytanie jest kompletne."));
    // Another becomes right; the history names it by its place.
    let changed = browser.post(saved.location(), &with(&[("right", "1"), ("v0", ""), ("version", "1"), ("go", "stay")])).await;
    assert_eq!(changed.status, 303, "{}", words(&changed));
    let page = browser.get(changed.location()).await;
    assert!(mark(1, &page.text).contains("checked") && words(&page).contains("Poprawna odpowiedź"));
}

async fn of_several_right_answers_each_is_ticked(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let browser = w.browser(Some(w.author));
    let to = format!("/desk/lipowa/courses/{}/questions/new", course.slug);
    let empty = browser.get(&format!("{to}?kind=multiple")).await;
    assert_eq!(empty.text.matches("type=\"checkbox\" value=\"on\"").count(), 6, "four options, and two rules");
    assert!(!empty.text.contains("name=\"right\""));
    let base = [("kind", "multiple"), ("text", "Które?"), ("points", "1"), ("a0", "jeden"), ("a1", "dwa"), ("a2", "trzy")];
    let wrong = browser.post(&to, &base).await;
    assert_eq!(wrong.status, 422);
    assert!(words(&wrong).contains("Zaznacz poprawną odpowiedź.") && wrong.text.contains("id=\"f-options\""), "{}", words(&wrong));
    let right = [&base[..], &[("r0", "on"), ("r2", "on"), ("go", "stay")]].concat();
    let saved = browser.post(&to, &right).await;
    assert_eq!(saved.status, 303, "{}", words(&saved));
    let page = browser.get(saved.location()).await;
    assert_eq!(page.text.matches("value=\"on\" checked").count(), 2, "{}", page.text);
    assert!(words(&page).contains("To pytanie jest kompletne."));
    // The first wrong thing is told where it is, not above the form only.
    let none = browser.post(&to, &[("kind", "true_false"), ("text", ""), ("points", "1")]).await;
    assert!(none.text.contains("href=\"#f-text\"") && none.text.contains("href=\"#f-correct\""), "{}", words(&none));
}

}
