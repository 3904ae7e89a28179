//! The officials' screens: who may open them, and what they do.

use axum::body::Body;
use enrolments::{Mark, State};
use kernel::ids::PersonId;
use testkit::{Answer, Browser};
use testlearning::hidden;

use crate::world::{ALL, World, get, post};

const BASE: &str = "/desk/lipowa/courses/prosty-jezyk";

/// A file as somebody.
async fn upload(browser: &Browser, who: PersonId, path: &str, fields: &[(&str, &str)], file: &str) -> Answer {
    const EDGE: &str = "edge-of-parts";
    let mut body = String::new();
    for (name, value) in fields {
        body += &format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    }
    body += &format!(
        "--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"osoby.csv\"\r\n\r\n{file}\r\n--{EDGE}--\r\n"
    );
    let request = axum::http::Request::builder()
        .method("POST")
        .uri(path)
        .header("cookie", format!("szpon_session={who}"))
        .header("content-type", format!("multipart/form-data; boundary={EDGE}"));
    browser.send(request, Body::from(body)).await
}

/// The first link of a page that begins so.
fn link(page: &str, begin: &str) -> String {
    let found = page.split("href=\"").filter_map(|rest| rest.split('"').next()).find(|l| l.starts_with(begin));
    found.unwrap().to_owned()
}

/// Sends a form opened before another saved theirs: it comes back with both (`words` stand on the page), takes over the new
/// version, and is saved when sent again. Gives the page that showed both.
async fn saved_after_all(
    browser: &Browser,
    who: PersonId,
    page: &str,
    then: &str,
    mine: &[(&str, &str)],
    words: [&str; 2],
) -> String {
    let met = post(browser, who, page, mine).await;
    assert_eq!(met.status, 409, "{}", met.text);
    assert!(met.text.contains("Ktoś zmienił te dane") && words.iter().all(|w| met.text.contains(w)), "{}", met.text);
    let version = hidden(&met, "version");
    let again: Vec<(&str, &str)> =
        mine.iter().map(|(n, v)| if *n == "version" { (*n, version.as_str()) } else { (*n, *v) }).collect();
    let saved = post(browser, who, page, &again).await;
    assert_eq!(saved.status, 303, "{}", saved.text);
    let now = get(browser, who, then).await.text;
    assert!(
        now.contains(&format!("value=\"{}\"", mine.iter().find(|(_, v)| v.contains(words[1])).unwrap().1)),
        "{now}"
    );
    met.text
}

db::both! { ALL;

async fn others_are_refused_as_if_there_were_nothing(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    let nobody = "01900000-0000-7000-8000-000000000000";
    for route in enrolments::routes().list.into_iter().filter(|r| r.path.contains("{office}")) {
        let path = route
            .path
            .replace("{office}", "lipowa")
            .replace("{course}", "prosty-jezyk")
            .split('/')
            .map(|part| if part.starts_with('{') { nobody } else { part })
            .collect::<Vec<_>>()
            .join("/");
        let foreign = if route.method == "GET" {
            get(&browser, w.foreign, &path).await
        } else {
            post(&browser, w.foreign, &path, &[]).await
        };
        assert_eq!(foreign.status, 404, "{} {path}", route.method);
        let request = axum::http::Request::builder().method(route.method.clone()).uri(&path);
        let stranger = browser.send(request, Body::empty()).await;
        assert!(stranger.location().starts_with("/sign-in") || stranger.status == 401, "{} {path}", route.method);
        // A colleague without a role in training may see requests for their own decision, and nothing else.
        if route.method == "GET" && route.screen != "enrolments.requests" {
            assert_eq!(get(&browser, w.anna, &path).await.status, 403, "{path}");
        }
    }
}

async fn a_coordinator_enrols_from_a_file_after_seeing_what_is_wrong(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    let page = format!("{BASE}/learners/enrol");
    assert!(get(&browser, w.trainer, &page).await.text.contains("Sprawdź listę"));
    let empty = post(&browser, w.trainer, &page, &[("whom", "file")]).await;
    assert!(empty.status == 422 && empty.text.contains("Nie ma kogo zapisać"), "{}", empty.text);
    let wrong = "E-mail\nanna.urzednik@example.pl\nnikt@example.pl\n";
    let kept = upload(&browser, w.trainer, &page, &[("whom", "file"), ("due", "2026-04-01")], wrong).await;
    assert_eq!(kept.status, 303, "{}", kept.text);
    let preview = get(&browser, w.trainer, kept.location()).await;
    assert!(preview.text.contains("Nikt w Twoim urzędzie nie ma takiego adresu") && preview.text.contains("Anna Urzędnik"));
    assert!(!preview.text.contains("name=\"seen\""), "nothing can be confirmed with an error");
    assert!(preview.text.contains("Popraw listę") && preview.text.contains("nikt@example.pl\n"), "{}", preview.text);
    let mended = [("whom", "file"), ("due", "2026-04-01"), ("group", ""), ("addresses", "anna.urzednik@example.pl")];
    let kept = post(&browser, w.trainer, &page, &mended).await;
    assert!(get(&browser, w.trainer, kept.location()).await.text.contains("Zapisz 1 osobę"));
    let past = [("whom", "file"), ("due", "2026-03-01"), ("addresses", "anna.urzednik@example.pl")];
    let past = post(&browser, w.trainer, &page, &past).await;
    assert!(past.status == 422 && past.text.contains("Termin nie może być w przeszłości"), "{}", past.text);
    let kept = upload(&browser, w.trainer, &page, &[("whom", "file")], "E-mail\nanna.urzednik@example.pl\n").await;
    let preview = get(&browser, w.trainer, kept.location()).await;
    assert!(preview.text.contains("Zapisz 1 osobę"), "{}", preview.text);
    let seen = hidden(&preview, "seen");
    let done = post(&browser, w.trainer, kept.location(), &[("seen", &seen)]).await;
    assert_eq!(done.location(), format!("{BASE}/learners"));
    let list = get(&browser, w.trainer, &format!("{BASE}/learners")).await;
    assert!(list.text.contains("Anna Urzędnik") && list.text.contains("GK"), "{}", list.text);
    let found = get(&browser, w.trainer, &format!("{BASE}/learners?q=urzednik&state=active")).await;
    assert!(found.text.contains("Anna Urzędnik"));
    let found = get(&browser, w.trainer, &format!("{BASE}/learners?q=nowak")).await;
    assert!(found.text.contains("Nikt nie pasuje do filtrów"));
    let file = get(&browser, w.trainer, &format!("{BASE}/learners/export")).await;
    assert!(file.text.contains("Anna Urzędnik;anna.urzednik@example.pl;GK;W trakcie;0"), "{}", file.text);
    let xlsx = get(&browser, w.trainer, &format!("{BASE}/learners/export?kind=xlsx&state=active")).await;
    assert!(xlsx.bytes.starts_with(b"PK\x03\x04"));
    let log = w.log("enrolments.exported").await;
    assert!(log.len() == 2 && log.iter().all(|entry| entry.contains("\"people\":1")), "{log:?}");
}

async fn one_learner_can_be_looked_at_given_a_day_and_withdrawn(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    let mine = w.enrol(w.anna).await.id;
    w.mark(mine, 0, Mark::passed(0.8)).await;
    let page = format!("{BASE}/learners/{mine}");
    let seen = get(&browser, w.trainer, &page).await;
    assert!(seen.text.contains("Wstęp") && seen.text.contains("80 %") && seen.text.contains("1 z 3"), "{}", seen.text);
    let wrong = post(&browser, w.trainer, &page, &[("do", "due"), ("due", "jutro")]).await;
    assert_eq!(wrong.status, 422);
    let past = post(&browser, w.trainer, &page, &[("do", "due"), ("due", "2026-03-01")]).await;
    assert!(past.status == 422 && past.text.contains("Termin nie może być w przeszłości"), "{}", past.text);
    assert_eq!(post(&browser, w.trainer, &page, &[("do", "due"), ("due", "2026-03-02")]).await.status, 303);
    w.clock().advance_days(1);
    let list = get(&browser, w.trainer, &format!("{BASE}/learners?state=late")).await;
    assert!(list.text.contains("Anna Urzędnik") && list.text.contains("Po terminie"));
    let out = post(&browser, w.trainer, &page, &[("do", "withdraw"), ("reason", "Zmiana stanowiska")]).await;
    assert_eq!(out.status, 303);
    assert_eq!(w.row(mine).await.state, State::Withdrawn);
    assert!(w.log("enrolments.withdrawn").await[0].contains("Zmiana stanowiska"));
}

async fn the_way_in_is_set_and_a_request_decided_on_pages(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    let page = format!("{BASE}/learners/way");
    let bad = [("mode", "request"), ("seats", "0"), ("offer_hours", "48"), ("version", "0")];
    let again = post(&browser, w.trainer, &page, &bad).await;
    assert!(again.status == 422 && again.text.contains("Wybierz co najmniej jedną osobę"), "{}", again.text);
    let good = [("mode", "request"), ("chain1", "superior"), ("seats", ""), ("offer_hours", "48"), ("version", "0")];
    assert_eq!(post(&browser, w.trainer, &page, &good).await.status, 303);
    // Another form, opened before: what was saved meanwhile stands beside what was typed, and it can be saved after all.
    let mine = [("mode", "request"), ("chain1", "superior"), ("seats", "25"), ("offer_hours", "48"), ("version", "0")];
    saved_after_all(&browser, w.trainer, &page, &page, &mine, ["Liczba miejsc", "25"]).await;
    let (anna, course) = (w.anna, w.course);
    let mine = w.act(anna, move |c, ctx| Box::pin(enrolments::request(c, ctx, anna, course, None, "Piszę <pisma>"))).await;
    let mine = mine.unwrap().id;
    let list = "/desk/lipowa/learning/requests";
    let seen = get(&browser, w.chief, list).await;
    assert!(seen.text.contains("Anna Urzędnik – Prosty język") && seen.text.contains("Piszę &lt;pisma&gt;"), "{}", seen.text);
    assert!(get(&browser, w.anna, list).await.text.contains("Nic nie czeka"));
    let decide = format!("{list}/{mine}");
    assert_eq!(post(&browser, w.anna, &decide, &[("decision", "approve")]).await.status, 404);
    assert_eq!(post(&browser, w.chief, &decide, &[("decision", "refuse")]).await.status, 422);
    assert_eq!(post(&browser, w.chief, &decide, &[("decision", "approve")]).await.status, 303);
    assert_eq!(w.row(mine).await.state, State::Active);
}

async fn of_two_who_change_a_group_a_session_or_a_path_neither_loses_what_they_typed(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    let groups = format!("{BASE}/learners/groups");
    post(&browser, w.trainer, &groups, &[("name", "Grupa A"), ("seats", "10")]).await;
    let list = get(&browser, w.trainer, &groups).await.text;
    let page = link(&list, &format!("{groups}/"));
    let (trainer, theirs) = (w.trainer.to_string(), [("name", "Grupa środowa"), ("version", "1")]);
    assert_eq!(post(&browser, w.trainer, &page, &theirs).await.status, 303);
    let mine = [("name", "Grupa wtorkowa"), ("trainer", trainer.as_str()), ("closed", "on"), ("version", "1")];
    let said = saved_after_all(&browser, w.trainer, &page, &page, &mine, ["środowa", "wtorkowa"]).await;
    assert!(said.contains("Tomasz Trener") && said.contains("<ins>tak</ins>"), "{said}");

    let day = [("day", "2026-03-05"), ("starts", "10:00"), ("ends", "12:00"), ("place", "sala 1")];
    let with = |title: &'static str, version: &'static str| [&[("title", title), ("version", version)][..], &day].concat();
    let made = post(&browser, w.trainer, &format!("{BASE}/sessions"), &with("Warsztat", "")).await;
    let page = made.location();
    assert_eq!(post(&browser, w.trainer, page, &with("Warsztat pierwszy", "1")).await.status, 303);
    saved_after_all(&browser, w.trainer, page, page, &with("Warsztat drugi", "1"), ["pierwszy", "drugi"]).await;

    let paths = "/desk/lipowa/learning/paths";
    let course = w.course.to_string();
    post(&browser, w.trainer, &format!("{paths}/new"), &[("title", "Nowi"), ("course1", &course)]).await;
    let list = get(&browser, w.trainer, paths).await.text;
    let mut links = list.split("href=\"").filter_map(|rest| rest.split('"').next());
    let page = links.find(|l| l.starts_with(&format!("{paths}/")) && !l.ends_with("/new")).unwrap().to_owned();
    assert_eq!(post(&browser, w.trainer, &page, &[("title", "Nowi ludzie"), ("version", "1")]).await.status, 303);
    let mine = [("title", "Nowe osoby"), ("course1", course.as_str()), ("required1", "on"), ("version", "1")];
    let said = saved_after_all(&browser, w.trainer, &page, &page, &mine, ["ludzie", "osoby"]).await;
    assert!(said.contains("Prosty"), "the courses of both are named: {said}");
}

async fn the_menu_of_the_desk_leads_to_paths_and_from_there_to_a_new_one(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    let paths = "/desk/lipowa/learning/paths";
    let desk = get(&browser, w.trainer, "/desk/lipowa/learning/requests").await.text;
    assert!(desk.contains(&format!("href=\"{paths}\"")) && desk.contains("Ścieżki kursów"), "{desk}");
    assert!(get(&browser, w.trainer, paths).await.text.contains(&format!("href=\"{paths}/new\"")));
    let superior = get(&browser, w.chief, "/desk/lipowa/learning/requests").await.text;
    assert!(!superior.contains(paths), "whoever may not make paths is not led there");
}

async fn groups_sessions_and_paths_are_made_on_pages(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    let groups = format!("{BASE}/learners/groups");
    let trainer = w.trainer.to_string();
    assert_eq!(post(&browser, w.trainer, &groups, &[("name", "")]).await.status, 422);
    let made = post(&browser, w.trainer, &groups, &[("name", "Grupa A"), ("seats", "10"), ("trainer", &trainer)]).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let list = get(&browser, w.trainer, &groups).await;
    assert!(list.text.contains("Grupa A") && list.text.contains("0 z 10") && list.text.contains("Tomasz Trener"));
    let sessions = format!("{BASE}/sessions");
    let bad = [("title", "Warsztat"), ("day", "2026-03-29"), ("starts", "2:30"), ("ends", "5"), ("place", "sala")];
    let again = post(&browser, w.trainer, &sessions, &bad).await;
    assert!(again.status == 422 && again.text.contains("Tej godziny nie ma"), "{}", again.text);
    let good = [("title", "Warsztat"), ("day", "2026-03-05"), ("starts", "10:00"), ("ends", "12.30"), ("place", "sala 1")];
    let made = post(&browser, w.trainer, &sessions, &good).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let page = get(&browser, w.trainer, made.location()).await;
    assert!(page.text.contains("10:00") && page.text.contains("12:30") && page.text.contains("value=\"2026-03-05\""));
    let file = get(&browser, w.trainer, &format!("{}/calendar", made.location())).await;
    assert!(file.text.contains("DTSTART;TZID=Europe/Warsaw:20260305T100000"), "{}", file.text);
    assert_eq!(post(&browser, w.trainer, made.location(), &[("do", "code"), ("minutes", "999")]).await.status, 422);
    assert_eq!(post(&browser, w.trainer, made.location(), &[("do", "code"), ("minutes", "5")]).await.status, 303);
    let mine = w.enrol(w.anna).await.id.to_string();
    let there = [("do", "attendance"), ("present", mine.as_str())];
    assert_eq!(post(&browser, w.trainer, made.location(), &there).await.status, 303);
    let page = get(&browser, w.trainer, made.location()).await;
    assert!(page.text.contains("Anna Urzędnik"));
    let paths = "/desk/lipowa/learning/paths";
    let course = w.course.to_string();
    let made = post(&browser, w.trainer, &format!("{paths}/new"), &[("title", "Nowi"), ("course1", &course)]).await;
    assert_eq!(made.status, 303, "{}", made.text);
    assert!(get(&browser, w.trainer, paths).await.text.contains("Nowi"));
}

async fn every_page_reads_well_in_both_languages(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    let mine = w.enrol(w.anna).await.id;
    let scope = w.office;
    let group = w
        .act(w.trainer, {
            let course = w.course;
            move |c, ctx| {
                Box::pin(async move {
                    let new = enrolments::NewGroup { name: "A".into(), ..enrolments::NewGroup::default() };
                    enrolments::add_group(c, ctx, scope, course, &new).await
                })
            }
        })
        .await
        .unwrap();
    for lang in ["pl", "en"] {
        for rest in [
            "/learners".to_owned(),
            format!("/learners/{mine}"),
            "/learners/waiting".into(),
            "/learners/groups".into(),
            format!("/learners/groups/{group}"),
            "/learners/enrol".into(),
            "/learners/way".into(),
            "/sessions".into(),
            "/questions-of-learners".into(),
        ] {
            let path = format!("{BASE}{rest}");
            let request = axum::http::Request::builder()
                .uri(&path)
                .header("cookie", format!("szpon_session={}; szpon_prefs={lang}.", w.trainer));
            let page = browser.send(request, Body::empty()).await;
            assert_eq!(page.status, 200, "{path}");
            assert!(page.text.contains(&format!("<html lang=\"{lang}\"")), "{path}");
            let key = page.text.split(['>', '<', '"', ' ']).find(|word| word.starts_with("enrolments-"));
            assert_eq!(key, None, "{path}: a text is missing in {lang}");
        }
    }
}

async fn the_waiting_list_and_questions_are_worked_on_pages(db) {
    let w = World::new(&db).await;
    let browser = w.browser();
    w.seats(1, 24).await;
    let mut ids = Vec::new();
    for person in w.people(3).await {
        ids.push(w.enrol(person).await);
    }
    let list = format!("{BASE}/learners/waiting");
    let seen = get(&browser, w.trainer, &list).await;
    let (first, second) = (seen.text.find("Osoba1").unwrap(), seen.text.find("Osoba2").unwrap());
    assert!(first < second);
    let move_it = format!("{BASE}/learners/{}/move", ids[2].id);
    assert_eq!(post(&browser, w.trainer, &move_it, &[("place", "1"), ("reason", "")]).await.status, 422);
    assert_eq!(post(&browser, w.trainer, &move_it, &[("place", "1"), ("reason", "Kontrola NIK")]).await.status, 303);
    let seen = get(&browser, w.trainer, &list).await;
    let (first, second) = (seen.text.find("Osoba1").unwrap(), seen.text.find("Osoba2").unwrap());
    assert!(second < first);
    let (row, item) = (ids[0].clone(), w.items[0]);
    let asked = w.act(row.person.unwrap(), move |c, ctx| {
        Box::pin(async move { enrolments::ask_trainer(c, ctx, &row, item, "Dlaczego <tak>?", "x").await })
    });
    let asked = asked.await.unwrap();
    let page = format!("{BASE}/questions-of-learners");
    let seen = get(&browser, w.trainer, &page).await;
    assert!(seen.text.contains("Dlaczego &lt;tak&gt;?") && seen.text.contains("Wstęp"), "{}", seen.text);
    let answer = format!("{page}/{asked}");
    assert_eq!(post(&browser, w.trainer, &answer, &[("answer", " ")]).await.status, 422);
    assert_eq!(post(&browser, w.trainer, &answer, &[("answer", "Bo tak jest prościej.")]).await.status, 303);
    assert_eq!(post(&browser, w.trainer, &answer, &[("answer", "Jeszcze raz")]).await.status, 422);
    assert!(get(&browser, w.trainer, &page).await.text.contains("Bo tak jest prościej."));
}

}
