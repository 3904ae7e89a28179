//! The operator sees figures of learning, never who learns: every page and file of an office's courses is tried.

use std::collections::BTreeMap;

use axum::{body::Body, http::Request};
use db::{Db, Q};
use szpon::compose;
use uuid::Uuid;

use crate::stage::Stage;

const OFFICE: &str = "lublin";

/// Things of the course, so that every address is that of something.
const THINGS: &[(&str, &str)] = &[
    ("enrolment", "SELECT id FROM enrolment WHERE course_id = $1 AND person_id IS NOT NULL ORDER BY id LIMIT 1"),
    ("session", "SELECT id FROM live_session WHERE course_id = $1 ORDER BY id LIMIT 1"),
    ("question", "SELECT id FROM lesson_question WHERE course_id = $1 ORDER BY id LIMIT 1"),
    (
        "certificate",
        "SELECT z.id FROM certificate z JOIN course k ON k.office_id = z.office_id WHERE k.id = $1 ORDER BY z.id LIMIT 1",
    ),
    ("attempt", "SELECT id FROM attempt WHERE course_id = $1 ORDER BY id LIMIT 1"),
    ("work", "SELECT id FROM work WHERE course_id = $1 ORDER BY id LIMIT 1"),
];

/// Pages the operator keeps: courses and figures without names.
const KEEPS: &[&str] = &["quizzes.bank", "quizzes.statistics", "training.opinions", "enrolments.sessions"];

/// What only those at a desk of the office see.
const NAMES: &[&str] = &[
    "enrolments.learners",
    "enrolments.learners.export",
    "enrolments.learner",
    "enrolments.waiting",
    "enrolments.groups",
    "enrolments.session",
    "enrolments.session.export",
    "enrolments.asked",
    "enrolments.enrol",
    "enrolments.api.list",
    "quizzes.marking",
    "quizzes.mark",
    "assignments.queue",
    "assignments.mark",
    "certificates.desk",
    "certificates.desk.export",
    "certificates.desk.one",
    "certificates.desk.file",
    "certificates.course",
    "training.late",
    "training.people",
    "training.export",
    "training.rule",
    "training.rule.export",
];

async fn one<T: db::FromRow + Send + 'static>(db: &Db, q: Q) -> Option<T> {
    db.read(move |c| Box::pin(async move { c.opt(q).await })).await.unwrap()
}

#[tokio::test]
async fn the_operator_sees_no_names_of_learners() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    let sql =
        "SELECT k.id, k.slug FROM course k JOIN office o ON o.id = k.office_id WHERE o.slug = $1 AND k.slug = 'kpa'";
    let (course, slug): (Uuid, String) = one(&db, Q::new(sql).bind(OFFICE)).await.unwrap();
    let mut things: BTreeMap<&str, String> = BTreeMap::new();
    for (name, sql) in THINGS {
        // What the demonstration does not have on this course is nobody's; the page must refuse as well.
        if let Some((id,)) = one::<(Uuid,)>(&db, Q::new(sql).bind(course)).await {
            things.insert(name, id.to_string());
        }
    }
    for needed in ["enrolment", "session", "question", "attempt"] {
        assert!(things.contains_key(needed), "no {needed} on {slug}");
    }
    things.extend([("office", OFFICE.to_owned()), ("course", slug)]);
    let people: Vec<(String, String)> = db
        .read(|c| {
            let q = Q::new(
                "SELECT DISTINCT p.given_name, p.family_name FROM enrolment e JOIN person p ON p.id = e.person_id",
            );
            Box::pin(async move { c.all(q).await })
        })
        .await
        .unwrap();
    assert!(people.len() > 5);
    let browser = stage.signed_in("operator", "").await;
    let (mut opened, mut refused, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
    for route in compose::routes().list.iter().filter(|r| r.path.contains("/{office}/")) {
        let subject = route.screen.split('.').next().unwrap_or_default();
        if !["courses", "enrolments", "quizzes", "assignments", "certificates", "training"].contains(&subject) {
            continue;
        }
        let files: &[&str] = match route.screen {
            "training.export" => &["completion.csv", "late.xlsx", "people.csv"],
            "certificates.desk.file" => &["certificate.pdf"],
            _ => &[""],
        };
        for file in files {
            let parts =
                route.path.split('/').map(|part| match part.strip_prefix('{').and_then(|p| p.strip_suffix('}')) {
                    Some("file") => (*file).to_owned(),
                    Some(name) => things.get(name).cloned().unwrap_or_else(|| Uuid::from_u128(1).to_string()),
                    None => part.to_owned(),
                });
            let path = parts.collect::<Vec<_>>().join("/");
            let form = Request::builder()
                .method(route.method.clone())
                .uri(&path)
                .header("content-type", "application/x-www-form-urlencoded");
            let answer = browser.send(form, Body::empty()).await;
            let named = people.iter().find(|(given, family)| answer.text.contains(&format!("{given} {family}")));
            if let Some((given, family)) = named {
                wrong.push(format!("{} {path} ({}) names {given} {family}", route.method, route.screen));
            }
            if NAMES.contains(&route.screen) && answer.status != 404 {
                wrong.push(format!("{} {path} ({}): {}, not 404", route.method, route.screen, answer.status));
            }
            if answer.status == 200 { opened.push(route.screen) } else { refused.push(route.screen) }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for screen in NAMES {
        assert!(refused.contains(screen), "{screen} was not tried");
    }
    for screen in KEEPS {
        assert!(opened.contains(screen), "{screen} is the operator's as well");
    }
    // What leads there is not offered.
    let bank = browser.get(&format!("/desk/{OFFICE}/courses/kpa/questions")).await;
    for hidden in ["/learners", "/marking", "/work", "/certificates"] {
        assert!(!bank.text.contains(&format!("/courses/kpa{hidden}\"")), "a tab leads to {hidden}");
    }
    assert!(bank.text.contains("/courses/kpa/opinions\""));
}
