//! `bench learning`: the page of a large course, two thousand people in one quiz, reports over a hundred thousand. Ends with
//! an error when a limit is broken or an answer of the quiz is lost.

mod attempts;
mod fill;
mod people;
mod quiz;

use std::{path::Path, sync::Arc, time::Duration};

use db::{Db, Options};
use hyper::Method;
use kernel::{Clock as _, SystemClock};

use crate::{
    limit::{Broken, Limit},
    load::{self, Ask},
    records,
    serve::{self, Server},
};

const USERS: usize = 16;
const TIME: Duration = Duration::from_secs(8);
/// Learners of the course with many activities.
const LEARNERS: usize = 10_000;
/// People in one quiz.
const SITTING: usize = 2_000;
/// Learners of the report.
const REPORTED: usize = 100_000;

/// Runs everything and prints tables.
pub async fn run(args: &[String]) -> Result<(), String> {
    let has = |name: &str| args.iter().any(|a| a == name);
    let mut broken = Broken::default();
    let dir = tempfile::tempdir().map_err(|e| e.to_string())?;
    if !has("--postgres") {
        let data = dir.path().join("sqlite");
        std::fs::create_dir_all(&data).map_err(|e| e.to_string())?;
        measure("SQLite", &format!("sqlite:{}", data.join("szpon.db").display()), &data, &mut broken).await?;
    }
    if !has("--sqlite") {
        let url = std::env::var("SZPON_BENCH_POSTGRES")
            .map_err(|_| "SZPON_BENCH_POSTGRES is not set: use `cargo xtask bench learning`")?;
        let data = dir.path().join("postgres");
        std::fs::create_dir_all(&data).map_err(|e| e.to_string())?;
        measure("PostgreSQL", &url, &data, &mut broken).await?;
    }
    broken.end()
}

async fn measure(name: &str, database: &str, data: &Path, broken: &mut Broken) -> Result<(), String> {
    println!("\n{name}: filling through the program's own functions");
    let db = Db::open(database, &Options::default()).map_err(|e| e.to_string())?;
    db.migrate(szpon::compose::migrations(), SystemClock.now()).await.map_err(|f| f.to_string())?;
    szpon::compose::init();
    szpon::connect::connect("http://127.0.0.1");
    db.listen(szpon::compose::listeners());
    let filled = fill::fill(&db, LEARNERS, SITTING, REPORTED).await.map_err(|f| f.to_string())?;
    if database.starts_with("postgres") {
        records::analyse(&db).await?;
    }
    let server = serve::start(data, database).await?;
    println!("{:<46} {:>9} {:>9} {:>9} {:>8} {:>7}   limits", "", "a second", "median ms", "p99 ms", "bytes", "failed");
    page(&server, &filled, name, broken).await?;
    reports(&server, &filled, name, broken).await?;
    quiz::sit(&server, &filled, &db, name, broken).await
}

fn row(what: &str, f: load::Figures, database: &str, broken: &mut Broken, limits: &[Limit]) {
    let said = broken.look(&format!("{database}, {what}"), &f, limits);
    println!("{what:<46} {:>9.0} {:>9.2} {:>9.2} {:>8} {:>7}   {said}", f.per_second, f.p50, f.p99, f.bytes, f.failed);
}

async fn page(server: &Server, filled: &fill::Filled, database: &str, broken: &mut Broken) -> Result<(), String> {
    let asks = filled.learners.iter().map(|secret| Ask {
        method: Method::GET,
        path: format!("/learn/{}", filled.large),
        who: ("cookie", format!("szpon_learner={secret}")),
        body: None,
    });
    let asks: Arc<Vec<Ask>> = Arc::new(asks.collect());
    let f = load::run(server.address, USERS, TIME, asks).await?;
    let limits = [Limit::Median(15.0), Limit::PerSecond(1_500.0)];
    row("course page, 200 activities, 10,000 learners", f, database, broken, &limits);
    Ok(())
}

/// The reports over 100,000 learners of one office, each asked for by one user.
async fn reports(server: &Server, filled: &fill::Filled, database: &str, broken: &mut Broken) -> Result<(), String> {
    let coordinator = serve::sign_in(server.address, filled.coordinator, crate::fill::PASSWORD).await?;
    let operator = serve::sign_in(server.address, filled.operator, crate::fill::PASSWORD).await?;
    let desk = format!("/desk/{}", filled.office);
    for (what, path, cookie) in [
        ("completion in an office", format!("{desk}/training"), &coordinator),
        ("who is late in an office", format!("{desk}/training/late"), &coordinator),
        ("who learned what in an office", format!("{desk}/training/people"), &coordinator),
        ("learners of one course", format!("{desk}/courses/{}/learners", filled.reported), &coordinator),
        ("learning in the country", "/operator/learning".to_owned(), &operator),
    ] {
        let who = ("cookie", cookie.clone());
        let ask = Ask { method: Method::GET, path, who, body: None };
        let f = load::run(server.address, 1, TIME, Arc::new(vec![ask])).await?;
        row(&format!("{what}, 100,000 learners"), f, database, broken, &[Limit::P99(300.0)]);
    }
    Ok(())
}
