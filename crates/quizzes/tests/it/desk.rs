//! Pages of authors and trainers: the bank, writing questions, files, rules, marking, statistics.

use questions::{Kind, Response, State};
use quizzes::{AttemptState, Settings};

use crate::world::{ALL, Course, World, pool, single, words};

fn bank_of(course: &Course) -> String {
    format!("/desk/lipowa/courses/{}/questions", course.slug)
}

async fn count(w: &World, course: &Course) -> usize {
    let id = course.id;
    w.act(move |c, _| Box::pin(quizzes::bank::all(c, id))).await.unwrap().len()
}

const GOOD: &str = r#"<?xml version="1.0" encoding="UTF-8"?><quiz>
  <question type="category"><category><text>$course$/top/Terminy</text></category></question>
  <question type="truefalse"><name><text>Termin</text></name><questiontext format="html"><text><![CDATA[<p>Termin liczy się od <b>dnia następnego</b>.</p><script>alert(1)</script>]]></text></questiontext>
    <answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>
  <question type="calculated"><name><text>Wzór</text></name><questiontext format="html"><text>?</text></questiontext></question>
</quiz>"#;

db::both! { ALL;

async fn an_author_writes_a_question_of_every_kind(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let browser = w.browser(Some(w.author));
    let bank = bank_of(&course);
    let forms: [(&str, &[(&str, &str)]); 9] = [
        ("single", &[("a0", "tak"), ("right", "1"), ("a1", "nie")]),
        ("multiple", &[("a0", "a"), ("r0", "on"), ("a1", "b"), ("r1", "on"), ("a2", "c")]),
        ("true_false", &[("correct", "false")]),
        ("short", &[("accepted", "urząd\nratusz | 50 | Prawie."), ("case", "on"), ("inflection", "on"), ("typos", "1")]),
        ("numeric", &[("accepted", "12,5 ± 0,5"), ("units", "km\nm | 1000"), ("unit_rule", "optional")]),
        ("matching", &[("pairs", "wójt | gmina\nstarosta | powiat"), ("distractors", "sołectwo")]),
        ("ordering", &[("items", "pierwszy\ndrugi\ntrzeci"), ("scoring", "adjacent_pairs")]),
        ("gaps", &[("g0_kind", "number"), ("g0_accepted", "14")]),
        ("essay", &[("guide", "Przykłady."), ("min_words", "20")]),
    ];
    for (kind, extra) in forms {
        let empty = browser.get(&format!("{bank}/new?kind={kind}")).await;
        assert_eq!(empty.status, 200, "{kind}");
        let text = if kind == "gaps" { "Termin to [[1]] dni." } else { "Jak jest?" };
        let mut fields = vec![("kind", kind), ("text", text), ("points", "2"), ("category", "nowe"), ("name", kind), ("go", "save")];
        fields.extend(extra);
        let saved = browser.post(&format!("{bank}/new"), &fields).await;
        assert_eq!(saved.status, 303, "{kind}: {}", words(&saved));
        let picture = browser.post(&format!("{bank}/preview"), &fields).await;
        assert!(words(&picture).contains("Pytanie 1 z 1"), "{kind}: {}", words(&picture));
    }
    let list = words(&browser.get(&format!("{bank}?category=nowe")).await);
    for name in ["Jedna odpowiedź", "Kilka odpowiedzi", "Prawda czy fałsz", "Krótka odpowiedź", "Liczba", "Dopasowanie", "Kolejność", "Tekst z lukami", "Dłuższa odpowiedź"] {
        assert!(list.contains(name), "{name}");
    }
    let (id, scope) = (course.id, w.office);
    let find = quizzes::bank::Find { category: Some("nowe".into()), limit: 50, ..Default::default() };
    let lines = w.act(move |c, _| Box::pin(async move { quizzes::bank::find(c, scope, id, &find).await })).await.unwrap();
    assert_eq!(lines.len(), 9);
    for line in lines {
        let page = browser.get(&format!("{bank}/{}", line.id)).await;
        assert!(words(&page).contains("To pytanie jest kompletne.") || words(&page).contains("dają razem"), "{}: {}", line.kind, words(&page));
    }
}

async fn what_is_wrong_with_a_question_is_said_and_nothing_typed_is_lost(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let browser = w.browser(Some(w.author));
    let to = format!("{}/new", bank_of(&course));
    let wrong = browser.post(&to, &[("kind", "single"), ("text", "Kto?"), ("a0", "wójt"), ("a1", "starosta"), ("points", "1")]).await;
    assert_eq!(wrong.status, 422);
    assert!(words(&wrong).contains("Zaznacz jedną poprawną odpowiedź") && wrong.text.contains("starosta"), "{}", words(&wrong));
    let script = browser.post(&to, &[("kind", "true_false"), ("text", "<script>x</script>"), ("correct", "true"), ("points", "1")]).await;
    assert_eq!(script.status, 422);
    assert!(!script.text.contains("<script>x"), "never as it was typed");
    let more = browser.post(&to, &[("kind", "single"), ("a0", "jeden"), ("go", "more")]).await;
    assert!(more.text.contains("name=\"a6\"") && more.text.contains("jeden"));
    assert_eq!(count(&w, &course).await, 16);
}

async fn a_file_is_shown_first_and_taken_whole_afterwards(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let browser = w.browser(Some(w.author));
    let to = format!("{}/import", bank_of(&course));
    let report = browser.upload(&to, &[("category", "x")], &[("file", "pytania.xml", GOOD.as_bytes())]).await;
    assert_eq!(report.status, 200);
    let text = words(&report);
    for part in ["W pliku jest 1 pytanie", "Prawda czy fałsz: 1", "1 pytania nie da się wczytać", "calculated", "niebezpieczny element", "Wczytaj 1 pytanie"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(count(&w, &course).await, 16, "nothing was taken yet");
    let mark = "value=\"";
    let at = report.text.find("name=\"kept\"").or_else(|| report.text.find("name=\"kept_file\"")).map_or(0, |at| at);
    let kept: String = report.text[at..].split(mark).nth(1).unwrap().chars().take_while(|c| *c != '"').collect();
    let name: String = report.text[at + 6..].chars().take_while(|c| *c != '"').collect();
    for _ in 0..2 {
        let taken = browser.post(&to, &[(name.as_str(), &kept), ("format", "moodle"), ("go", "take"), ("only_new", "on")]).await;
        assert_eq!(taken.location(), bank_of(&course), "{}", words(&taken));
        assert_eq!(count(&w, &course).await, 17, "the second time there is nothing new");
    }
    let id = course.id;
    let all = w.act(move |c, _| Box::pin(quizzes::bank::all(c, id))).await.unwrap();
    let new = all.iter().find(|q| matches!(q.content.0.kind, Kind::TrueFalse { .. })).unwrap();
    assert_eq!((new.content.0.category.as_str(), new.content.0.text.as_str()), ("Terminy", "Termin liczy się od **dnia następnego**."));
}

async fn hostile_and_broken_files_are_refused_with_what_is_wrong_and_where(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let browser = w.browser(Some(w.author));
    let to = format!("{}/import", bank_of(&course));
    let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE quiz [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><quiz>&b;</quiz>";
    let nested = format!("<quiz>{}{}</quiz>", "<question>".repeat(500), "</question>".repeat(500));
    for (name, bytes, said) in [
        ("bomba.xml", bomb.as_bytes().to_vec(), "DOCTYPE"),
        ("uciety.xml", GOOD.as_bytes()[..300].to_vec(), "ucięty"),
        ("gleboki.xml", nested.into_bytes(), "zagnieżdżone"),
        ("obraz.xml", vec![0x89, b'P', b'N', b'G', 0, 0, 1, 2], "nie jest plik"),
        ("html.xml", b"<html><script>alert(1)</script></html>".to_vec(), "Moodle XML"),
    ] {
        let refused = browser.upload(&to, &[], &[("file", name, &bytes)]).await;
        assert_eq!(refused.status, 422, "{name}");
        let text = words(&refused);
        assert!(text.contains(said) && text.contains(name), "{name}: {text}");
    }
    let huge = vec![b'x'; (5 << 20) + 1];
    assert_eq!(browser.upload(&to, &[], &[("file", "wielki.txt", &huge)]).await.status, 413);
    assert_eq!(browser.upload(&to, &[], &[]).await.status, 422, "no file");
    assert_eq!(count(&w, &course).await, 16);
}

async fn a_bank_goes_out_and_comes_back(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let browser = w.browser(Some(w.author));
    let bank = bank_of(&course);
    for (format, name) in [("moodle", "pytania-"), ("gift", ".gift"), ("aiken", ".txt")] {
        let page = browser.get(&format!("{bank}/export?format={format}")).await;
        assert!(words(&page).contains("Pobierz plik"), "{format}");
        let file = browser.get(&format!("{bank}/export/file?format={format}&category=a")).await;
        assert!(file.headers["content-disposition"].to_str().unwrap().contains(name));
        let read = match format {
            "moodle" => questions::moodle::import(&file.bytes, &questions::Limits::default()),
            "gift" => questions::gift::import(&file.bytes, &questions::Limits::default()),
            _ => questions::aiken::import(&file.bytes, &questions::Limits::default()),
        };
        assert_eq!(read.unwrap().entries.len(), 16, "{format}");
    }
}

async fn the_rules_of_a_quiz_are_set_and_checked(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let browser = w.browser(Some(w.author));
    let to = format!("/desk/lipowa/courses/{}/items/{}/quiz", course.slug, course.quiz);
    assert!(words(&browser.get(&to).await).contains("Skąd losujemy pytania"));
    let base = [("purpose", "final"), ("pass_percent", "75"), ("minutes", "30"), ("attempts", "3"), ("pause", "0"), ("counts", "first"), ("shown", "marks")];
    let with = |more: &[(&'static str, &'static str)]| [&base[..], more].concat();
    let wrong = browser.post(&to, &with(&[("version", "1"), ("minutes", "x")])).await;
    assert_eq!(wrong.status, 422, "no pool");
    let fields = with(&[("version", "1"), ("pool0_category", "a"), ("pool0_count", "20"), ("band0_from", "90"), ("band0_text", "Świetnie!"), ("one_a_page", "on")]);
    assert_eq!(browser.post(&to, &fields).await.status, 303);
    let text = words(&browser.get(&to).await);
    assert!(text.contains("za mało pytań: potrzeba 20, jest 16"), "{text}");
    // Another author began with the same version: both sides are shown, and what was typed is in the form.
    let other = with(&[("version", "1"), ("pool0_category", "a"), ("pool0_count", "8"), ("intro", "Masz dwa podejścia."), ("shuffle", "on"), ("band0_from", "50"), ("band0_text", "Dobrze!")]);
    let other: Vec<(&str, &str)> = other.into_iter().map(|(n, v)| if n == "minutes" { (n, "45") } else { (n, v) }).collect();
    let stale = browser.post(&to, &other).await;
    assert_eq!(stale.status, 409, "the version has moved on");
    let differ: String = stale.text.split("<div class=\"diff\">").nth(1).unwrap().split("<form").next().unwrap().into();
    for (rule, theirs, mine) in [
        ("Skąd losujemy pytania", "<del>20</del>", "<ins>8</ins>"),
        ("Czas w minutach", "<del>30</del>", "<ins>45</ins>"),
        ("Mieszaj pytania i odpowiedzi", "<del>nie</del>", "<ins>tak</ins>"),
        ("Jedno pytanie na stronie", "<del>tak</del>", "<ins>nie</ins>"),
        ("Wstęp dla uczestnika", "", "<ins>podejścia.</ins>"),
        ("Komentarz zależny od wyniku", "Świetnie!", "Dobrze!"),
    ] {
        assert!(differ.contains(rule) && differ.contains(theirs) && differ.contains(mine), "{rule}: {differ}");
    }
    assert!(!differ.contains("Próg zaliczenia"), "what is the same is left out: {differ}");
    assert!(stale.text.contains("name=\"minutes\"") && stale.text.contains("Masz dwa podejścia.</textarea>"), "{}", stale.text);
    assert_eq!(browser.post(&to, &[("version", "1")]).await.status, 422);
    let page = browser.get(&to).await.text;
    assert!(page.contains("Świetnie!") && !page.contains("Masz dwa"), "nothing of the other author is overwritten");
    let item = course.quiz;
    let row = w.act(move |c, _| Box::pin(async move { let item = courses::item(c, item).await?; Ok((item.settings.0.clone(), quizzes::quiz_of(c, &item).await?)) })).await.unwrap();
    assert_eq!(row.0["role"], "final");
    let rules = row.1.settings.0;
    assert_eq!((rules.minutes, rules.attempts, rules.counts, rules.one_a_page, rules.shuffle), (30, 3, quizzes::Counts::First, true, false));
    assert_eq!(rules.bands[0].from, 0.9);
}

async fn a_new_quiz_begins_with_the_threshold_of_its_course(db) {
    let w = World::new(&db).await;
    let scope = w.office;
    let row = w
        .act(move |c, ctx| {
            Box::pin(async move {
                let facts = courses::Settings { pass_percent: 85, ..courses::Settings::titled("Ochrona danych") };
                let id = courses::create(c, ctx, scope, &facts).await?;
                let module = courses::add_module(c, ctx, scope, id, "Pierwszy", "").await?;
                let facts = courses::structure::ItemFacts::new("Sprawdź się", 5);
                let kind = courses::ItemKind::Quiz;
                let quiz = courses::add_item(c, ctx, scope, module, kind, &facts, serde_json::json!({})).await?;
                let item = courses::item(c, quiz).await?;
                quizzes::quiz_of(c, &item).await
            })
        })
        .await
        .unwrap();
    assert_eq!(row.settings.0.pass_percent, 85);
}

async fn a_trainer_marks_what_no_program_can(db) {
    let w = World::new(&db).await;
    let essay = questions::Question {
        points: 4.0,
        kind: Kind::Essay { guide: "Zwróć uwagę na przykłady.".into(), min_words: 5, max_words: 0, template: String::new() },
        ..single("esej", "a")
    };
    let course = w.course(vec![essay], Settings { pools: vec![pool("a", 1)], ..Settings::default() }).await;
    let enrolment = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&enrolment, course.quiz).await;
    let attempt = w.begin(&quiz, &enrolment).await.unwrap();
    w.answer(attempt.id, 0, 1, Response::Essay { text: "Krótko.".into() }).await;
    let marking = format!("/desk/lipowa/courses/{}/marking", course.slug);
    let trainer = w.browser(Some(w.trainer));
    assert_eq!(trainer.get(&format!("{marking}/{}", attempt.id)).await.status, 404, "still under way");
    w.submit(&quiz, attempt.id).await;
    assert!(words(&trainer.get(&marking).await).contains("Jan Kowalski"));
    let page = words(&trainer.get(&format!("{marking}/{}", attempt.id)).await);
    for part in ["Zwróć uwagę na przykłady", "Krótko.", "1 słowo", "krótsza niż 5 słów", "Punkty (od 0 do 4)"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let to = format!("{marking}/{}", attempt.id);
    assert_eq!(trainer.post(&to, &[("markings", "0"), ("points0", "5")]).await.status, 422);
    assert_eq!(trainer.post(&to, &[("markings", "0"), ("points0", "")]).await.status, 422);
    let marked = trainer.post(&to, &[("markings", "0"), ("points0", "3,0"), ("remark0", "Dodaj przykład.")]).await;
    assert_eq!(marked.location(), marking);
    let done = w.row(attempt.id).await;
    assert_eq!((done.state, done.score, done.grades.0[0].state), (AttemptState::Graded, Some(0.75), State::Graded));
    assert!(words(&trainer.get(&marking).await).contains("Nic nie czeka na ocenę"));
    let mine = words(&w.browser(Some(w.citizen)).get(&format!("/learn/{}/quiz/{}/{}/result", course.slug, course.quiz, attempt.id)).await);
    assert!(mine.contains("75%") && mine.contains("Dodaj przykład."), "{mine}");
    // A mark may be mended.
    trainer.post(&to, &[("markings", "1"), ("points0", "4")]).await;
    assert_eq!(w.row(attempt.id).await.score, Some(1.0));
}

async fn statistics_say_what_to_do_about_a_bad_question(db) {
    let w = World::new(&db).await;
    let course = w.course(vec![single("p1", "a"), single("p2", "a"), single("zły klucz", "a")], Settings { pools: vec![pool("a", 3)], ..Settings::default() }).await;
    let enrolment = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&enrolment, course.quiz).await;
    for n in 0..12 {
        let attempt = w.begin(&quiz, &enrolment).await.unwrap();
        for (slot, place) in quiz.drawn(attempt.seed()).into_iter().enumerate() {
            // Those who know the rest get the badly keyed question wrong.
            let good = (n % 2 == 0) != (quiz.questions[place].question.name == "zły klucz");
            w.answer(attempt.id, slot, 1, Response::Single { choice: if good { 0 } else { 1 } }).await;
        }
        w.submit(&quiz, attempt.id).await;
    }
    let text = words(&w.browser(Some(w.trainer)).get(&format!("{}/statistics", bank_of(&course))).await);
    assert!(text.contains("Sprawdź klucz") && text.contains("50%") && text.contains("12"), "{text}");
    let export = format!("{}/statistics/export", bank_of(&course));
    let file = w.browser(Some(w.trainer)).get(&format!("{export}?kind=csv")).await;
    assert!(file.text.contains("zły klucz;Wersja 1;12;50,00;") && file.text.lines().count() == 4, "{}", file.text);
    assert!(w.browser(Some(w.trainer)).get(&format!("{export}?kind=xlsx")).await.bytes.starts_with(b"PK"));
    // A coordinator sees the same, by a tab of their own; the questions themselves are not theirs.
    let page = w.browser(Some(w.coordinator)).get(&format!("{}/statistics", bank_of(&course))).await;
    let text = words(&page);
    assert!(text.contains("Sprawdź klucz") && text.contains("zły klucz") && text.contains("✓ dobra"), "{text}");
    assert!(page.text.contains("aria-current=\"page\">Statystyki pytań"), "{}", page.text);
    assert_eq!(w.browser(Some(w.coordinator)).get(&bank_of(&course)).await.status, 403);
    // A superior sees the figures alone.
    let superior = w.browser(Some(w.superior));
    let text = words(&superior.get(&format!("{}/statistics", bank_of(&course))).await);
    assert!(text.contains("Sprawdź klucz") && text.contains("50%") && text.contains("12"), "{text}");
    let file = superior.get(&format!("{export}?kind=csv")).await.text;
    for hidden in ["dobra", "zły klucz", "Kowalski"] {
        assert!(!text.contains(hidden) && !file.contains(hidden), "{hidden}: {text} {file}");
    }
}

async fn only_authors_and_trainers_of_the_office_come_in(db) {
    let w = World::new(&db).await;
    let course = w.sixteen(Settings::default()).await;
    let enrolment = w.enrol(w.citizen, course.id).await;
    let quiz = w.quiz(&enrolment, course.quiz).await;
    let attempt = w.take(&quiz, &enrolment, 3).await;
    let id = course.id;
    let question = w.act(move |c, _| Box::pin(quizzes::bank::all(c, id))).await.unwrap()[0].id;
    let bank = bank_of(&course);
    let base = format!("/desk/lipowa/courses/{}", course.slug);
    let pages = [
        bank.clone(),
        format!("{bank}/new"),
        format!("{bank}/{question}"),
        format!("{bank}/import"),
        format!("{bank}/export"),
        format!("{bank}/export/file"),
        format!("{bank}/statistics"),
        format!("{base}/items/{}/quiz", course.quiz),
        format!("{base}/marking"),
        format!("{base}/marking/{}", attempt.id),
    ];
    for page in &pages {
        assert_eq!(w.browser(None).get(page).await.status, 303, "{page}: a stranger signs in");
        assert_eq!(w.browser(Some(w.foreign)).get(page).await.status, 404, "{page}: another office");
        assert_eq!(w.browser(Some(w.citizen)).get(page).await.status, 404, "{page}: a citizen");
        assert_eq!(w.browser(Some(w.official)).get(page).await.status, 403, "{page}: without the role");
        // Through an address of one's own office nothing foreign is reached either.
        let own = page.replace("/desk/lipowa/", "/desk/debowa/");
        assert_eq!(w.browser(Some(w.foreign)).get(&own).await.status, 404, "{own}");
    }
    for page in [&pages[1], &pages[2], &pages[3], &pages[7], &pages[9]] {
        assert_eq!(w.browser(Some(w.foreign)).post(page, &[("go", "aside")]).await.status, 404, "{page}");
    }
    let author = w.browser(Some(w.author));
    author.cookie("szpon_prefs", "en.");
    for page in &pages[..8] {
        let seen = author.get(page).await;
        assert_eq!(seen.status, 200, "{page}");
        assert!(!words(&seen).contains("quizzes-"), "a text is missing: {page}");
    }
}

}
