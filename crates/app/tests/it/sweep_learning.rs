//! Things of learning for the sweep: a course of the office with everything on it that an address can name, and what
//! others must not reach of it.

use std::collections::BTreeMap;

use assignments::{Definition, NewFile, Sent};
use courses::{ItemFacts, ItemKind};
use db::BoxFuture;
use enrolments::{Learner, Many, Mark, NewEnrolment, NewGroup, NewPath, NewSession, Source, Whom};
use kernel::{
    Actor, Ctx, Lang, OfficeScope, Result,
    ids::{CourseId, PersonId},
};
use questions::Response;
use quizzes::{PoolRule, Settings};
use serde_json::json;
use szpon::compose;

use crate::{
    stage::Stage,
    sweep::{OFFICE, lets_in, things, try_it},
};

type Things = BTreeMap<&'static str, String>;

/// A person of the office by the role of their account.
struct Colleague {
    id: PersonId,
    ctx: Ctx,
}

async fn colleague(stage: &Stage, role: &str) -> Colleague {
    let login = stage.account(role, OFFICE).login.clone();
    let read =
        stage.app.db.read(move |c| Box::pin(async move { Ok(identity::find_by_email(c, &login).await?.unwrap()) }));
    let person = read.await.unwrap();
    let actor = Actor::Person { id: person.id, name: person.name(), operator: false };
    Colleague { id: person.id, ctx: stage.app.ctx(actor, Lang::Pl) }
}

async fn work<T, F>(stage: &Stage, who: &Colleague, work: F) -> T
where
    T: Send + 'static,
    F: for<'c> FnOnce(&'c mut db::Conn, &'c Ctx) -> BoxFuture<'c, Result<T>> + Send + Clone + 'static,
{
    let ctx = who.ctx.clone();
    let done = stage.app.db.write(move |c| {
        Box::pin(async move {
            let ctx = ctx;
            work(c, &ctx).await
        })
    });
    done.await.unwrap()
}

/// Adds an activity for each kind of address to the course and publishes it.
async fn publish(c: &mut db::Conn, ctx: &Ctx, scope: OfficeScope, id: CourseId) -> Result<courses::CourseRow> {
    let module = courses::structure::modules(c, id).await?.pop().unwrap().id;
    let facts = |title: &str| ItemFacts { required: false, ..ItemFacts::new(title, 5) };
    let add = courses::structure::add_item;
    let open = add(c, ctx, scope, module, ItemKind::Quiz, &facts("Zadanie otwarte"), json!({})).await?;
    let pool = PoolRule { category: "zadania".into(), questions: Vec::new(), count: 1 };
    let rules = Settings { pools: vec![pool], ..Settings::default() };
    quizzes::save(c, ctx, scope, open, &rules, 0).await?;
    add(c, ctx, scope, module, ItemKind::Session, &facts("Spotkanie"), json!({})).await?;
    courses::publish(c, ctx, scope, id, "").await?;
    courses::course(c, id).await
}

/// A course of the office with learners, answers, works, a certificate and all else that addresses name.
pub async fn teach(stage: &Stage) -> Things {
    let (author, learner, other) =
        (colleague(stage, "author").await, colleague(stage, "official").await, colleague(stage, "superior").await);
    let office = stage.app.db.read(|c| Box::pin(async move { Ok(offices::by_slug(c, OFFICE).await?.unwrap()) }));
    let scope = OfficeScope::checked(office.await.unwrap().id);
    let id = courses::adopt(&stage.app, &author.ctx, scope, "segregacja-odpadow").await.unwrap();
    let row = work(stage, &author, move |c, ctx| Box::pin(publish(c, ctx, scope, id))).await;
    let version = row.published.unwrap();
    let content = courses::content(&stage.app, version).await.unwrap();
    let of = |kind: ItemKind| content.items().filter(move |i| i.kind == kind);
    let lesson = of(ItemKind::Lesson).next().unwrap().id;
    let quiz_item = of(ItemKind::Quiz).next_back().unwrap().id;
    let assignment = of(ItemKind::Assignment).next().unwrap();
    let (work_item, definition) = (assignment.id, Definition::of_item(assignment));
    let session_item = of(ItemKind::Session).next().unwrap().id;
    let required: Vec<_> = content.items().filter(|i| i.required).map(|i| i.id).collect();
    let quiz = quizzes::quiz(&stage.app.db, version, quiz_item).await.unwrap();

    let (who, second) = (learner.id, other.id);
    let starts = stage.app.clock.now().plus_days(3);
    let made = work(stage, &author, move |c, ctx| {
        Box::pin(async move {
            let new = |person| NewEnrolment {
                person,
                course: id,
                group: None,
                source: Source::Coordinator,
                due: None,
                again: false,
            };
            let mine = enrolments::enrol(c, ctx, new(who)).await?;
            let done = enrolments::enrol(c, ctx, new(second)).await?;
            for item in required {
                enrolments::mark(c, ctx, done.id, item, Mark::passed(0.9)).await?;
            }
            let certificate = certificates::of_enrolment(c, done.id).await?.unwrap();
            let group = NewGroup { name: "Grupa A".into(), ..NewGroup::default() };
            let group = enrolments::add_group(c, ctx, scope, id, &group).await?;
            let session = NewSession {
                title: "Warsztat".into(),
                starts,
                ends: starts.plus_seconds(3600),
                place: "Sala 1".into(),
                ..NewSession::default()
            };
            let session = enrolments::add_session(c, ctx, scope, id, &session).await?;
            let path = NewPath { title: "Ścieżka".into(), courses: vec![(id, true)], ..NewPath::default() };
            let path = enrolments::add_path(c, ctx, scope, &path).await?;
            let rule = training::NewRule {
                course: id,
                whom: training::Whom::All,
                unit: None,
                below: false,
                position: None,
                days: 30,
                months: None,
            };
            let rule = training::add_rule(c, ctx, scope, rule).await?;
            let many = Many { whom: Whom::People(vec![who]), group: None, due: None };
            let batch = enrolments::keep_many(c, ctx, scope, id, "", &many).await?;
            let (question,): (uuid::Uuid,) =
                c.one(db::q!("SELECT id FROM question WHERE course_id = $1 ORDER BY id LIMIT 1", id)).await?;
            let (file,): (uuid::Uuid,) =
                c.one(db::q!("SELECT id FROM course_file WHERE course_id = $1 ORDER BY id LIMIT 1", id)).await?;
            let module = courses::structure::modules(c, id).await?[0].id;
            Ok(vec![
                ("enrolment", mine.id.to_string()),
                ("certificate", certificate.id.to_string()),
                ("code", certificate.code),
                ("group", group.to_string()),
                ("session", session.to_string()),
                ("path", path.to_string()),
                ("rule", rule.to_string()),
                ("batch", batch.to_string()),
                ("question", question.to_string()),
                ("course-file", file.to_string()),
                ("module", module.to_string()),
            ])
        })
    })
    .await;
    let stored = stage.app.blobs.put_bytes("Lista odpadów", "lista.txt").await.unwrap();
    let written = work(stage, &learner, move |c, ctx| {
        Box::pin(async move {
            let mine = enrolments::on_course(c, Learner::Person(who), id).await?.unwrap();
            let note = enrolments::add_note(c, ctx, mine.id, lesson, "Moja notatka").await?;
            let asked =
                enrolments::ask_trainer(c, ctx, &mine, lesson, "Czy karton po mleku to papier?", "sweep").await?;
            let attempt = quizzes::begin(c, ctx, &quiz, &mine).await?;
            let essay = Response::Essay { text: "Obierki do brązowego, szkło do zielonego.".into() };
            quizzes::answer(c, ctx, attempt.id, 0, 1, &essay).await?;
            quizzes::submit(c, ctx, &quiz, attempt.id).await?;
            let sent = Sent { text: "segreguję odpady ".repeat(100), hand_in: true, ..Sent::default() };
            let sent = Sent { files: vec![NewFile { name: "lista.txt".into(), stored }], ..sent };
            assignments::send(c, ctx, &mine, work_item, &definition, &sent).await?;
            let work = assignments::work_of(c, mine.id, work_item).await?.unwrap();
            assert_eq!(work.editions, 1, "the work is handed in");
            Ok(vec![
                ("learner-note", note.to_string()),
                ("learner-question", asked.to_string()),
                ("attempt", attempt.id.to_string()),
                ("work", work.id.to_string()),
            ])
        })
    })
    .await;
    let items = [("item", lesson), ("quiz-item", quiz_item), ("work-item", work_item), ("session-item", session_item)];
    let items = items.map(|(name, item)| (name, item.to_string()));
    let words = [("course", row.slug), ("number", "1".into()), ("lang", "pl".into())];
    words.into_iter().chain(items).chain(made).chain(written).collect()
}

/// The thing a parameter stands for at an address: the same word names several kinds.
pub fn meant(path: &'static str, name: &'static str) -> &'static str {
    let has = |part: &str| path.contains(part);
    match name {
        "item" if has("{item}/quiz") || has("quiz/{item}") => "quiz-item",
        "item" if has("{item}/work") || has("work/{item}") => "work-item",
        "item" if has("{item}/session") => "session-item",
        "question" if has("questions-of-learners") => "learner-question",
        "note" if path.starts_with("/learn/") => "learner-note",
        "file" if has("courses/") && has("files/{file}") => "course-file",
        other => other,
    }
}

/// Parameters that only addresses of learning have.
const OWN: &[&str] = &[
    "course",
    "module",
    "item",
    "enrolment",
    "certificate",
    "group",
    "session",
    "path",
    "rule",
    "batch",
    "question",
    "attempt",
    "work",
];

#[tokio::test]
async fn every_parameter_of_learning_names_a_thing_that_is_there() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    let things = things(&stage).await;
    let admin = stage.signed_in("author", OFFICE).await;
    let mut missing = Vec::new();
    for route in compose::routes().list.iter().filter(|r| OWN.iter().any(|p| r.path.contains(&format!("{{{p}}}")))) {
        for name in route.path.split('{').skip(1).filter_map(|p| p.split('}').next()) {
            // The name of a file that is made when it is asked for is no thing.
            if meant(route.path, name) != "file" && !things.contains_key(meant(route.path, name)) {
                missing.push(format!("{}: {name}", route.path));
            }
        }
        // Who makes, leads and looks after the courses of the office gets to every page of them.
        if route.method == "GET" && route.path.starts_with("/desk/{office}/") && !route.path.ends_with("/{file}") {
            let path = crate::sweep::address(route, &things);
            let answer = admin.get(&path).await;
            if !(answer.status.is_success() || answer.status.is_redirection()) {
                missing.push(format!("{path}: {}", answer.status));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[tokio::test]
async fn nobody_reaches_what_another_learner_wrote_or_was_given() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    let things = things(&stage).await;
    // A citizen, an official of another office, and colleagues of the learner without a role in learning.
    let people = [
        stage.browser(),
        stage.signed_in("citizen", "").await,
        stage.signed_in("official", "mkidn").await,
        stage.signed_in("registry", OFFICE).await,
    ];
    let mut wrong = Vec::new();
    let mut tried = 0;
    for route in &compose::routes().list {
        let theirs = ["{attempt}", "work/{item}/files", "{note}", "certificates/{code}/{file}"];
        if !(route.path.starts_with("/learn/") && theirs.iter().any(|part| route.path.contains(part))) {
            continue;
        }
        let path = crate::sweep::address(route, &things).replace("{file}", "certificate.pdf");
        for browser in &people {
            let answer = try_it(browser, route, &path, None).await;
            tried += 1;
            let shown = lets_in(&answer) && answer.status.is_success();
            if shown || answer.status.is_server_error() || answer.text.contains("Moja notatka") {
                wrong.push(format!("{} {path}: {}", route.method, answer.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(tried >= 24, "only {tried} were tried");
}

#[tokio::test]
async fn each_role_finds_in_the_menu_only_what_opens_and_begins_with_its_own_page_of_a_course() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    let cases = ["/desk/lublin/incoming", "/desk/lublin/cases", "/desk/lublin/outgoing", "/desk/lublin/templates"];
    for (role, first) in [
        ("author", Some("")),
        ("trainer", Some("/sessions")),
        ("coordinator", Some("/learners")),
        ("official", None),
        ("registry", None),
        ("admin", None),
    ] {
        let browser = stage.signed_in(role, "lublin").await;
        let home = browser.get("/desk/lublin").await;
        let links: Vec<&str> = home.text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let mut menu: Vec<&str> =
            links.into_iter().filter(|l| l.starts_with("/desk/lublin") && !l.contains('?')).collect();
        menu.sort_unstable();
        menu.dedup();
        assert!(menu.len() > 1, "{role}: {menu:?}");
        for link in &menu {
            let page = browser.get(link).await;
            assert_eq!(page.status, 200, "{role} is refused at {link}: {}", page.text);
        }
        let handles = cases.iter().any(|c| menu.contains(c));
        assert_eq!(handles, first.is_none(), "{role}: {menu:?}");
        if let Some(rest) = first {
            let list = browser.get("/desk/lublin/courses").await.text;
            let row = format!("href=\"/desk/lublin/courses/kpa{rest}\"");
            assert!(list.contains(&row), "{role} is led elsewhere than {row}");
            assert_eq!(browser.get(&format!("/desk/lublin/courses/kpa{rest}")).await.status, 200);
        }
    }
}

#[tokio::test]
async fn an_answer_and_a_work_wait_for_the_trainer_of_the_demonstration() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    let trainer = stage.signed_in("trainer", "lublin").await;
    let home = trainer.get("/desk/lublin").await.text;
    for words in ["praca do oceny: Prosty język w urzędzie", "test z odpowiedziami do oceny: Jak przebiega"] {
        assert!(home.contains(words), "{words}: {home}");
    }
    let marking = trainer.get("/desk/lublin/courses/kpa/marking").await.text;
    assert!(marking.contains("Zadanie otwarte: zawiadomienie o zwłoce"), "{marking}");
    let link = |page: &str, begin: &str| {
        let from = page.find(begin).unwrap_or_else(|| panic!("no {begin} in {page}"));
        page[from..].split('"').next().unwrap().to_owned()
    };
    let essay = trainer.get(&link(&marking, "/desk/lublin/courses/kpa/marking/")).await.text;
    assert!(essay.contains("biegły przekaże ją dopiero 24 czerwca"), "{essay}");
    let works = trainer.get("/desk/lublin/courses/prosty-jezyk/work").await.text;
    let work = trainer.get(&link(&works, "/desk/lublin/courses/prosty-jezyk/work/")).await.text;
    assert!(work.contains("Kartę Dużej Rodziny") && work.contains("Czytelnik i układ"), "with its rubric: {work}");
    // The workshop is still ahead.
    let sessions = trainer.get("/desk/lublin/courses/kpa/sessions").await.text;
    assert!(sessions.contains("Decyzja krok po kroku: warsztat"), "{sessions}");
    let now = stage.app.clock.now();
    let starts: Vec<(kernel::Micros,)> = stage
        .app
        .db
        .read(|c| Box::pin(async move { c.all(db::q!("SELECT starts FROM live_session LIMIT 100")).await }))
        .await
        .unwrap();
    assert!(!starts.is_empty() && starts.iter().all(|(at,)| *at > now), "{starts:?}");
}

#[tokio::test]
async fn the_log_names_rules_and_learners_and_the_copy_of_an_author_their_courses() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    let made = teach(&stage).await;
    let author = colleague(&stage, "author").await;
    let id = made["enrolment"].parse().unwrap();
    work(&stage, &author, move |c, ctx| {
        Box::pin(async move {
            let office = enrolments::enrolment(c, id).await?.holder;
            let entry = audit::Entry::admin("enrolments.withdrawn", "enrolment", id);
            audit::write(c, ctx, Some(office), &entry).await.map(|_| ())
        })
    })
    .await;
    let admin = stage.signed_in("admin", OFFICE).await;
    let log = admin.get(&format!("/desk/{OFFICE}/admin/audit")).await.text;
    let learner = &stage.account("official", OFFICE).name;
    let title = "Segregacja";
    let named =
        |kind: &str| log.split(kind).skip(1).any(|rest| rest.chars().take(120).collect::<String>().contains(title));
    assert!(named("zasada szkolenia obowiązkowego: "), "{log}");
    assert!(log.contains(&format!("udział w kursie: {learner}, ")), "{log}");
    for code in ["training_rule", "training.rule", "enrolments.withdrawn"] {
        assert!(!log.contains(code), "{code} has no words");
    }
    for name in ["rule", "enrolment"] {
        assert!(!log.contains(&format!(">{}<", made[name])), "the log shows a bare identifier of the {name}");
    }

    let copy = stage.signed_in("author", OFFICE).await.post("/my/account/export", &[]).await.json();
    let wrote = copy["course_author"].as_array().unwrap();
    assert!(
        wrote.iter().any(|w| w["slug"] == made["course"].as_str() && w["office"] == "Urząd Gminy Kodeń"),
        "{wrote:?}"
    );
    let none = stage.signed_in("citizen", "").await.post("/my/account/export", &[]).await.json();
    assert_eq!(none["course_author"], json!([]));
}
