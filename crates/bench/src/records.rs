//! `bench records`: the desk, a case, a citizen and openings, at growing numbers of cases, on both databases.

use std::{path::Path, sync::Arc, time::Duration};

use db::{Db, Options};
use hyper::Method;
use kernel::{Clock as _, SystemClock};

use crate::{
    fill::{self, Filled},
    idle,
    load::{self, Ask, Figures},
    serve::{self, Server},
};

const USERS: usize = 16;
const TIME: Duration = Duration::from_secs(8);

/// Runs everything and prints tables.
pub async fn run(args: &[String]) -> Result<(), String> {
    let has = |name: &str| args.iter().any(|a| a == name);
    let cases: usize =
        args.iter().position(|a| a == "--cases").and_then(|i| args.get(i + 1)?.parse().ok()).unwrap_or(1_000_000);
    let dir = tempfile::tempdir().map_err(|e| e.to_string())?;
    println!("Start and memory of the demonstration:");
    for (which, (first, memory)) in
        ["first start", "second start"].iter().zip(idle::measure(&dir.path().join("demo")).await?)
    {
        println!("  {which}: first page after {first:.0} ms, {memory:.0} MB resident when idle");
    }
    if !has("--postgres") {
        let data = dir.path().join("sqlite");
        std::fs::create_dir_all(&data).map_err(|e| e.to_string())?;
        measure("SQLite", &format!("sqlite:{}", data.join("szpon.db").display()), &data, cases).await?;
    }
    if !has("--sqlite") {
        let url = std::env::var("SZPON_BENCH_POSTGRES")
            .map_err(|_| "SZPON_BENCH_POSTGRES is not set: use `cargo xtask bench records`")?;
        let data = dir.path().join("postgres");
        std::fs::create_dir_all(&data).map_err(|e| e.to_string())?;
        measure("PostgreSQL", &url, &data, cases).await?;
    }
    Ok(())
}

async fn measure(name: &str, database: &str, data: &Path, cases: usize) -> Result<(), String> {
    println!("\n{name}: filling through the program's own functions");
    let db = Db::open(database, &Options::default()).map_err(|e| e.to_string())?;
    db.migrate(szpon::compose::migrations(), SystemClock.now()).await.map_err(|f| f.to_string())?;
    szpon::compose::init();
    db.listen(szpon::compose::listeners());
    let objects = blob::Store::open(&format!("file:{}", data.join("objects").display()), &blob::Options::default())
        .map_err(|f| f.to_string())?;
    let filled = fill::found(&db, &objects).await.map_err(|f| f.to_string())?;
    let mut have = fill::OWN_CASES;
    println!(
        "{:<34} {:>9} {:>9} {:>9} {:>9} {:>8} {:>7}",
        "", "cases", "a second", "median ms", "p99 ms", "bytes", "failed"
    );
    for size in [10_000, 100_000, 1_000_000].into_iter().filter(|n| *n <= cases) {
        fill::grow(&db, &filled, have, size).await.map_err(|f| f.to_string())?;
        have = size;
        if database.starts_with("postgres") {
            analyse(&db).await?;
        }
        let server = serve::start(data, database).await?;
        pages(&server, &filled, size, size == cases || size == 1_000_000).await?;
    }
    Ok(())
}

/// What autovacuum does by itself a minute later.
pub async fn analyse(db: &Db) -> Result<(), String> {
    db.write(|c| Box::pin(async move { c.exec(db::Q::new("ANALYZE")).await }))
        .await
        .map(|_| ())
        .map_err(|f| f.to_string())
}

fn row(what: &str, cases: usize, f: Figures) {
    println!(
        "{what:<34} {cases:>9} {:>9.0} {:>9.2} {:>9.2} {:>8} {:>7}",
        f.per_second, f.p50, f.p99, f.bytes, f.failed
    );
}

async fn pages(server: &Server, filled: &Filled, cases: usize, last: bool) -> Result<(), String> {
    let address = server.address;
    let mut desk = Vec::new();
    for office in filled.offices.iter().take(USERS) {
        let (_, _, email) = office.officials.first().ok_or("no official")?;
        let cookie = serve::sign_in(address, email, fill::PASSWORD).await?;
        desk.push(get(&format!("/desk/{}/cases", office.slug), &cookie));
    }
    let thick = Ask { path: format!("/desk/{}/cases/{}", filled.offices[0].slug, filled.thick), ..desk[0].clone() };
    let own = serve::sign_in(address, &filled.citizen.1, fill::PASSWORD).await?;
    row("desk list of 50, 16 users", cases, load::run(address, USERS, TIME, Arc::new(desk)).await?);
    row("case page, 50 documents, 1 user", cases, load::run(address, 1, TIME, Arc::new(vec![thick])).await?);
    row(
        "citizen with 1,000 cases, 1 user",
        cases,
        load::run(address, 1, TIME, Arc::new(vec![get("/my", &own)])).await?,
    );
    if last {
        let asks: Vec<Ask> = filled
            .offices
            .iter()
            .flat_map(|o| o.tokens.iter().enumerate().map(move |(i, token)| opening(o, i, token)))
            .collect();
        row("opening a case by the API, 64 users", cases, load::run(address, 64, TIME, Arc::new(asks)).await?);
        println!("  memory of the server afterwards: {:.0} MB resident", idle::memory(server.child.id())?);
    }
    Ok(())
}

fn get(path: &str, cookie: &str) -> Ask {
    Ask { method: Method::GET, path: path.into(), who: ("cookie", cookie.into()), body: None }
}

fn opening(office: &fill::Office, place: usize, token: &str) -> Ask {
    let body = serde_json::json!({
        "symbol": office.symbol,
        "unit": office.units[place],
        "title": "Wydanie zaświadczenia o niezaleganiu w podatkach",
        "party": { "name": "Zofia Maj" },
        "started": SystemClock.today().to_string(),
        "term": { "amount": 30, "unit": "days" },
    });
    Ask {
        method: Method::POST,
        path: format!("/api/v1/offices/{}/cases", office.slug),
        who: ("authorization", format!("Bearer {token}")),
        body: Some(("application/json", body.to_string())),
    }
}
