//! What a learner meets on the way: a newer version, live sessions and their code, paths, competences.

use courses::{Audience, LessonText, digcomp};
use enrolments::{NewPath, NewSession};
use kernel::{Lang, Micros, ids::GroupId};

use crate::world::{ALL, Course, World};

impl World {
    /// Another text for the first lesson, and a third lesson; publishes with a summary.
    async fn next_version(&self, course: &Course) {
        let (scope, id, first) = (self.office, course.id, course.lessons[0]);
        self.act(move |c, ctx| {
            Box::pin(async move {
                let lesson = courses::lesson::lesson(c, scope, first).await?;
                let text = LessonText { body: "## Po co\n\nNowa treść.".into(), ..lesson.text() };
                courses::edit_lesson(c, ctx, scope, first, &text, lesson.version).await?;
                let module = courses::structure::item(c, first).await?.module;
                let (facts, none) = (courses::ItemFacts::new("Lekcja dodana", 5), serde_json::json!({}));
                courses::add_item(c, ctx, scope, module, courses::ItemKind::Lesson, &facts, none).await?;
                courses::publish(c, ctx, scope, id, "Zmieniły się przepisy").await
            })
        })
        .await;
    }

    /// A session that begins in so many minutes and lasts an hour.
    async fn session(
        &self,
        course: &Course,
        title: &str,
        minutes: i64,
        group: Option<GroupId>,
    ) -> kernel::ids::LiveSessionId {
        let (scope, id) = (self.office, course.id);
        let starts = Micros(self.kit.app.clock.now().0 + minutes * 60_000_000);
        let new = NewSession {
            title: title.into(),
            starts,
            ends: Micros(starts.0 + 3_600_000_000),
            place: "Sala 12".into(),
            link: String::new(),
            note: String::new(),
            group,
            item: None,
        };
        self.act(move |c, ctx| Box::pin(async move { enrolments::add_session(c, ctx, scope, id, &new).await })).await
    }
}

db::both! { ALL;

async fn a_learner_reads_what_changed_and_stays_or_moves(db) {
    let w = World::new(&db).await;
    let course = w.course("Zmienny", Audience::Everyone, true, true).await;
    let home = format!("/learn/{}", course.slug);
    let first = format!("{home}/{}", course.lessons[0]);
    let (stays, moves) = (w.browser(Some(w.citizen)), w.browser(None));
    for browser in [&stays, &moves] {
        browser.post(&format!("{home}/enrol"), &[]).await;
        browser.post(&format!("{first}/done"), &[]).await;
    }
    w.next_version(&course).await;
    let page = stays.get(&home).await.text;
    for words in ["Jest nowa wersja kursu", "Zmieniły się przepisy", "Lekcja dodana", "Zmienione, do powtórzenia"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let version = page.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let choose = format!("{home}/version");
    assert_eq!(stays.post(&choose, &[("version", &version), ("choice", "stay")]).await.location(), home);
    let page = stays.get(&home).await.text;
    assert!(!page.contains("Jest nowa wersja kursu") && page.contains("1 z 2"), "{page}");
    assert!(page.contains("Uczysz się wcześniejszej wersji kursu") && page.contains("Przejdź do nowej wersji"), "{page}");
    assert!(page.contains(&version) && !page.contains("Zostań przy swojej"), "it stays possible to move: {page}");
    assert!(stays.get(&first).await.text.contains("Treść: Lekcja pierwsza"));
    assert_eq!(moves.post(&choose, &[("version", &version), ("choice", "move")]).await.location(), home);
    let page = moves.get(&home).await.text;
    assert!(page.contains("Lekcja dodana") && page.contains("0 z 3"), "the changed lesson is to be done again: {page}");
    assert!(moves.get(&first).await.text.contains("Nowa treść."));
    assert_eq!(stays.post(&choose, &[("version", &version), ("choice", "move")]).await.location(), home);
    let page = stays.get(&home).await.text;
    assert!(page.contains("Lekcja dodana") && !page.contains("Uczysz się wcześniejszej wersji"), "{page}");
}

async fn the_code_of_the_room_is_typed_on_the_page(db) {
    let w = World::new(&db).await;
    let course = w.course("Na żywo", Audience::Everyone, true, true).await;
    let home = format!("/learn/{}", course.slug);
    let session = w.session(&course, "Warsztat", 30, None).await;
    let mine = w.browser(Some(w.citizen));
    mine.post(&format!("{home}/enrol"), &[]).await;
    let page = mine.get(&home).await.text;
    assert!(page.contains("Najbliższe zajęcia") && page.contains("Sala 12"), "{page}");
    let (list, code) = (format!("{home}/sessions"), format!("{home}/sessions/{session}"));
    assert!(mine.get(&list).await.text.contains("Kod z sali"), "around the time of the session");
    mine.post(&code, &[("code", "zly")]).await;
    assert!(mine.get(&list).await.text.contains("Kod nie jest teraz ważny"), "the trainer shows none yet");
    let scope = w.office;
    let right = w.act(move |c, ctx| Box::pin(enrolments::new_code(c, ctx, scope, session, 10))).await;
    mine.post(&code, &[("code", "zly")]).await;
    assert!(mine.get(&list).await.text.contains("To nie ten kod"));
    mine.post(&code, &[("code", &right.to_lowercase())]).await;
    let page = mine.get(&list).await.text;
    assert!(page.contains("Obecność zapisana") && !page.contains("Potwierdź obecność"), "{page}");
}

async fn the_calendar_file_has_the_sessions_of_ones_own_group(db) {
    let w = World::new(&db).await;
    let course = w.course("Kalendarz", Audience::Everyone, true, true).await;
    let home = format!("/learn/{}", course.slug);
    let (ours, theirs) = (w.group(&course, "Nasza", None, None).await, w.group(&course, "Obca", None, None).await);
    for (title, group) in [("Dla wszystkich", None), ("Dla naszej", Some(ours)), ("Dla obcej", Some(theirs))] {
        w.session(&course, title, 60 * 24 * 3, group).await;
    }
    let mine = w.browser(Some(w.citizen));
    assert_eq!(mine.get(&format!("{home}/sessions.ics")).await.status, 404, "not before one learns");
    mine.post(&format!("{home}/enrol"), &[("group", &ours.to_string())]).await;
    assert!(mine.get(&format!("{home}/sessions")).await.text.contains("/sessions.ics"));
    let file = mine.get(&format!("{home}/sessions.ics")).await;
    assert!(file.headers["content-type"].to_str().unwrap().starts_with("text/calendar"));
    assert_eq!(file.text.matches("BEGIN:VEVENT").count(), 2, "{}", file.text);
    assert!(file.text.contains("Dla wszystkich") && file.text.contains("Dla naszej"), "{}", file.text);
    assert!(!file.text.contains("Dla obcej"), "{}", file.text);
    // Three days after noon: the clocks went back meanwhile.
    assert_eq!(file.text.matches("DTSTART;TZID=Europe/Warsaw:20261026T110000").count(), 2, "{}", file.text);
    assert!(file.text.contains("Sala 12"));
}

async fn a_path_shows_its_courses_in_order_and_how_many_are_done(db) {
    let w = World::new(&db).await;
    let first = w.course("Kurs pierwszy", Audience::Everyone, true, true).await;
    let second = w.course("Kurs drugi", Audience::Everyone, true, true).await;
    let (scope, ids) = (w.office, vec![(first.id, true), (second.id, true)]);
    let new = NewPath {
        title: "Na początek".into(),
        title_en: String::new(),
        summary: "Dla nowych osób.".into(),
        summary_en: String::new(),
        published: true,
        courses: ids,
    };
    w.act(move |c, ctx| Box::pin(async move { enrolments::add_path(c, ctx, scope, &new).await })).await;
    let mine = w.browser(Some(w.citizen));
    assert!(mine.get("/learn").await.text.contains("href=\"/learn/paths/na-poczatek\""));
    let page = mine.get("/learn/paths/na-poczatek").await.text;
    assert!(page.contains("Dla nowych osób.") && page.contains("0 z 2 kursów"), "{page}");
    let main = &page[page.find("<main").unwrap()..];
    assert!(main.find("Kurs pierwszy").unwrap() < main.find("Kurs drugi").unwrap());
    let home = format!("/learn/{}", first.slug);
    mine.post(&format!("{home}/enrol"), &[]).await;
    for lesson in &first.lessons {
        mine.post(&format!("{home}/{lesson}/done"), &[]).await;
    }
    let page = mine.get("/learn/paths/na-poczatek").await.text;
    assert!(page.contains("1 z 2 kursów") && page.contains("Ukończony"), "{page}");
    let next = page.find("Ucz się dalej").unwrap();
    assert!(page[..next].rfind(&format!("href=\"/learn/{}\"", second.slug)).is_some(), "the next course: {page}");
    assert_eq!(mine.get("/learn/paths/nie-ma").await.status, 404);
}

async fn a_completed_course_counts_for_its_competence_alone(db) {
    let w = World::new(&db).await;
    let course = w.course_with("Rozmowa", |s| s.competences = vec!["2.1".into()]).await;
    let home = format!("/learn/{}", course.slug);
    let mine = w.browser(Some(w.citizen));
    assert!(mine.get("/learn/competences").await.text.contains("Jeszcze nic tu nie ma"));
    mine.post(&format!("{home}/enrol"), &[]).await;
    for lesson in &course.lessons {
        mine.post(&format!("{home}/{lesson}/done"), &[]).await;
    }
    let page = mine.get("/learn/competences").await.text;
    for area in digcomp::areas() {
        let shown = page.contains(&format!("{}. {}", area.id, area.name(Lang::Pl)));
        assert_eq!(shown, area.id == "2", "area {}: {page}", area.id);
    }
    for competence in digcomp::competences() {
        let shown = page.contains(&format!("<dt>{} {}</dt>", competence.id, competence.name(Lang::Pl)));
        assert_eq!(shown, competence.id == "2.1", "{}: {page}", competence.id);
    }
    assert!(page.contains(&format!("href=\"{home}\"")) && page.contains("Ukończony"), "{page}");
}

}
