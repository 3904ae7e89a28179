//! Figures, names only for whom they concern, files, and the plans of the queries.

use db::{Conn, Dialect, Q};
use jiff::civil::date;
use kernel::ids::UnitId;
use training::{Line, Narrow, Sees};

use crate::world::{ALL, TODAY, World, get};

impl World {
    /// Anna late in the second unit, the chief completed and the trainer learning in the first.
    pub(crate) async fn learn(&self) {
        self.enrol(self.anna, Some(date(2026, 3, 1))).await;
        let done = self.enrol(self.chief, None).await;
        self.complete(done.id).await;
        self.enrol(self.trainer, Some(date(2026, 4, 1))).await;
        self.enrol(self.foreign, Some(date(2026, 3, 1))).await;
    }

    async fn completion(&self, sees: Sees, unit: Option<UnitId>) -> training::Completion {
        let scope = self.office;
        self.kit
            .app
            .db
            .read(move |c| {
                Box::pin(async move {
                    let units = offices::all_units(c, scope).await?;
                    let narrow = Narrow::of(c, scope, &sees).await?.to(&units, unit, None);
                    training::completion(c, scope, &narrow, TODAY).await
                })
            })
            .await
            .unwrap()
    }
}

/// What the database would do for a query.
async fn plan(c: &mut Conn, q: Q) -> kernel::Result<String> {
    let explained = match c.dialect() {
        Dialect::Sqlite => {
            let rows: Vec<(i64, i64, i64, String)> = c.all(q).await?;
            rows.into_iter().map(|r| r.3).collect::<Vec<_>>()
        }
        Dialect::Postgres => {
            let rows: Vec<(String,)> = c.all(q).await?;
            rows.into_iter().map(|r| r.0).collect()
        }
    };
    Ok(explained.join("\n"))
}

db::both! { ALL;

async fn completion_is_counted_by_course_and_unit(db) {
    let w = World::new(&db).await;
    w.learn().await;
    let all = w.completion(Sees::Office, None).await;
    assert_eq!(all.total, Line { active: 2, completed: 1, late: 1 });
    assert_eq!(all.total.percent(), Some(33));
    assert_eq!(all.units[&Some(w.units[1])], Line { active: 1, completed: 0, late: 1 });
    assert_eq!(all.courses[&w.course], all.total);
    let below = w.completion(Sees::Units(vec![w.units[1]]), None).await;
    assert_eq!(below.total, Line { active: 1, completed: 0, late: 1 });
    let none = w.completion(Sees::Units(vec![w.units[1]]), Some(w.units[0])).await;
    assert_eq!(none.total, below.total, "asked for more than they see, they see what they may");
    let scope = w.office;
    let months = w.kit.app.db.read(move |c| {
        Box::pin(async move { training::by_month(c, scope, &Narrow::default(), TODAY).await })
    });
    let months = months.await.unwrap();
    assert_eq!((months.len(), months[11], months[0].0), (12, (date(2026, 3, 1), 1), date(2025, 4, 1)));
}

async fn names_are_for_the_coordinator_and_the_superior_of_the_unit(db) {
    let w = World::new(&db).await;
    w.learn().await;
    let below = w.people(1).await[0];
    w.serve(below, w.units[1], &[offices::Role::Superior], None).await;
    w.enrol(w.trainer, Some(date(2026, 3, 1))).await;
    let browser = w.browser();
    let late = "/desk/lipowa/training/late";
    let seen = get(&browser, w.trainer, late).await;
    assert!(seen.text.contains("Anna Urzędnik") && seen.text.contains("Tomasz Trener"), "{}", seen.text);
    assert!(!seen.text.contains("Obcy Człowiek"), "of another office");
    let seen = get(&browser, w.chief, late).await;
    assert!(seen.text.contains("Anna Urzędnik"), "the unit below");
    let seen = get(&browser, below, late).await;
    assert!(seen.text.contains("Anna Urzędnik") && !seen.text.contains("Tomasz Trener"), "only their own unit");
    let one = get(&browser, below, &format!("/desk/lipowa/training?course={}", w.course)).await;
    assert!(one.text.contains("/questions/statistics\""), "to the figures of its questions: {}", one.text);
    let other = get(&browser, below, &format!("{late}?unit={}", w.units[0])).await;
    assert!(!other.text.contains("Tomasz Trener"), "not by asking for another unit either");
    let file = get(&browser, below, "/desk/lipowa/training/export/late.csv").await;
    assert!(file.text.contains("Anna Urzędnik") && !file.text.contains("Tomasz Trener"), "{}", file.text);
    assert_eq!(get(&browser, w.anna, late).await.status, 403);
    assert_eq!(get(&browser, w.foreign, late).await.status, 404);
}

async fn files_hold_what_the_page_shows(db) {
    let w = World::new(&db).await;
    w.learn().await;
    let browser = w.browser();
    let base = "/desk/lipowa/training/export";
    let csv = get(&browser, w.trainer, &format!("{base}/completion.csv")).await;
    assert!(csv.text.contains("Kurs;Komórka;W trakcie;Ukończone;Ukończono;Po terminie;Średnia ocena;Odpowiedzi\r\n"), "{}", csv.text);
    assert!(csv.text.contains("Prosty język;GK — Wydział GK;1;0;0;1;;\r\n"), "{}", csv.text);
    assert!(csv.text.contains("Prosty język;SE — Wydział SE;1;1;50;0;;\r\n"), "{}", csv.text);
    let csv = get(&browser, w.trainer, &format!("{base}/late.csv")).await;
    assert!(csv.text.contains("Anna Urzędnik;Prosty język;GK — Wydział GK;2026-03-01;1;0\r\n"), "{}", csv.text);
    assert!(w.log("training.late_exported").await[0].contains("\"people\":1"));
    for file in ["completion.xlsx", "late.xlsx"] {
        let xlsx = get(&browser, w.trainer, &format!("{base}/{file}")).await;
        assert!(xlsx.status == 200 && xlsx.bytes.starts_with(b"PK\x03\x04"), "{file}");
        assert!(xlsx.headers["content-disposition"].to_str().unwrap().contains(".xlsx"));
    }
    assert_eq!(get(&browser, w.trainer, &format!("{base}/late.pdf")).await.status, 404);
    assert_eq!(get(&browser, w.trainer, &format!("{base}/nobody.csv")).await.status, 404);
}

async fn the_operator_sees_figures_without_names(db) {
    let w = World::new(&db).await;
    w.learn().await;
    let operator = w.people(1).await[0];
    w.enrol(w.citizen, None).await;
    w.act(w.trainer, move |c, _| {
        Box::pin(async move { c.exec(db::q!("UPDATE person SET operator = $1 WHERE id = $2", true, operator)).await })
    })
    .await
    .unwrap();
    let browser = w.browser();
    let page = get(&browser, operator, "/operator/learning").await;
    assert!(page.text.contains("Urząd lipowa") && page.text.contains("Urząd debowa"), "{}", page.text);
    assert!(page.text.contains("Mieszkańcy"));
    let csv = get(&browser, operator, "/operator/learning/learning.csv").await;
    assert!(csv.text.contains("Urząd lipowa;Urzędy ogólnokrajowe;2;1;33;1;;\r\n"), "{}", csv.text);
    for text in [&page.text, &csv.text] {
        for name in ["Anna", "Tomasz", "Stefan", "Obcy", "Kowalski"] {
            assert!(!text.contains(name), "{name}");
        }
    }
    assert!(get(&browser, operator, "/operator/learning/learning.xlsx").await.bytes.starts_with(b"PK"));
    assert_eq!(get(&browser, w.trainer, "/operator/learning").await.status, 404);
    assert_eq!(get(&browser, operator, "/desk/lipowa/training/late").await.status, 404, "names are not theirs to see");
}

async fn reports_are_answered_from_indexes(db) {
    let w = World::new(&db).await;
    let office = w.office.office();
    let plans = w.act(w.trainer, move |c, ctx| Box::pin(async move {
        // An empty table is read whole on PostgreSQL; asked what it would do with a full one, it tells.
        if c.dialect() == Dialect::Postgres {
            c.exec(Q::new("SET LOCAL enable_seqscan = off")).await?;
        }
        let explain = match c.dialect() {
            Dialect::Sqlite => "EXPLAIN QUERY PLAN ",
            Dialect::Postgres => "EXPLAIN ",
        };
        let today = offices::Day(ctx.now.warsaw_date());
        let late = Q::new(explain)
            .push("SELECT id FROM enrolment WHERE state = 'active' AND due IS NOT NULL AND office_id = ", office)
            .push(" AND due < ", today)
            .text(" ORDER BY due, id LIMIT 51");
        let months = Q::new(explain)
            .push("SELECT COUNT(*) FROM enrolment WHERE state = 'completed' AND office_id = ", office)
            .push(" AND completed >= ", ctx.now.plus_days(-30))
            .push(" AND completed < ", ctx.now);
        let figures = Q::new(explain)
            .push(
                "SELECT course_id, office_id, unit_id, state, COUNT(*), COUNT(CASE WHEN state = 'active' AND due < ",
                today,
            )
            .push(" THEN 1 END) FROM enrolment WHERE office_id = ", office)
            .text(" GROUP BY course_id, office_id, unit_id, state LIMIT 100000");
        let people = Q::new(explain)
            .push("SELECT id FROM enrolment WHERE person_id IS NOT NULL AND office_id = ", office)
            .text(" ORDER BY id DESC LIMIT 51");
        let ratings = Q::new(explain)
            .push("SELECT course_id, COUNT(*), CAST(SUM(stars) AS BIGINT) FROM course_opinion WHERE office_id = ", office)
            .text(" GROUP BY course_id LIMIT 100000");
        Ok([
            plan(c, late).await?,
            plan(c, months).await?,
            plan(c, figures).await?,
            plan(c, people).await?,
            plan(c, ratings).await?,
        ])
    }));
    let [late, months, figures, people, ratings] = plans.await.unwrap();
    assert!(late.contains("enrolment_late"), "{late}");
    assert!(months.contains("enrolment_completed"), "{months}");
    assert!(people.contains("enrolment_of_office") && !people.to_lowercase().contains("sort"), "{people}");
    assert!(!people.contains("TEMP B-TREE"), "{people}");
    assert!(ratings.contains("course_opinion_of_office"), "{ratings}");
    assert!(figures.contains("enrolment_by_office") || figures.contains("enrolment_figures"), "{figures}");
}

}
