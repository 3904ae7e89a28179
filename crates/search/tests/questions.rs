//! How often a resident's question finds the right service.

mod catalogue;

use catalogue::{questions, services};
use search::services::corpus;

const PLAIN: &str = "as asked";

/// Asks all questions, as changed by the function, and counts those answered first and among the first three.
fn measure(name: &str, ask: impl Fn(&str) -> String) -> Result<(usize, usize), serde_json::Error> {
    let corpus = corpus(services()?);
    let questions = questions()?;
    let (mut first, mut among_three) = (0, 0);
    for question in &questions {
        let hits = corpus.rank(&ask(&question.pytanie), 3);
        let place = hits.iter().position(|h| h.id == question.usluga);
        first += usize::from(place == Some(0));
        among_three += usize::from(place.is_some());
        if name == PLAIN && place != Some(0) {
            let found: Vec<String> = hits.iter().map(|h| format!("{} {:.1}", h.id, h.score)).collect();
            println!("{} {:?}: {} not first in {found:?}", question.id, question.pytanie, question.usluga);
        }
    }
    let all = questions.len();
    let percent = |n: usize| n * 100 / all;
    println!(
        "{name}: of {all} questions {first} ({} %) right at once, {among_three} ({} %) among the first three",
        percent(first),
        percent(among_three)
    );
    Ok((percent(first), percent(among_three)))
}

#[test]
fn residents_questions_find_the_service() {
    let (first, among_three) = measure(PLAIN, str::to_owned).unwrap();
    assert!(first >= 75 && among_three >= 90);
}

#[test]
fn questions_without_diacritics_find_the_service() {
    let (first, among_three) = measure("without diacritics", lemma::fold).unwrap();
    assert!(first >= 75 && among_three >= 90);
}

#[test]
fn questions_with_a_slip_in_the_longest_word_find_the_service() {
    let (first, among_three) = measure("with a slip", |question| {
        let longest = question.split_whitespace().max_by_key(|w| w.chars().count()).unwrap_or_default();
        let mut letters: Vec<char> = longest.chars().collect();
        let middle = letters.len() / 2;
        if middle > 1 {
            letters.swap(middle - 1, middle);
        }
        question.replace(longest, &letters.into_iter().collect::<String>())
    })
    .unwrap();
    assert!(first >= 65 && among_three >= 80);
}

#[test]
fn every_service_has_residents_words() {
    let short: Vec<String> = services().unwrap().into_iter().filter(|s| s.keywords.len() < 20).map(|s| s.id).collect();
    assert!(short.is_empty(), "{short:?}");
}

#[test]
fn nothing_is_found_for_nothing() {
    let corpus = corpus(services().unwrap());
    for question in ["", "???", "jak i gdzie", "qwrtpsdfg"] {
        assert!(corpus.rank(question, 3).is_empty(), "{question:?}");
    }
}
