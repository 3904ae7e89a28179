//! Days on which the machine does not do its part: the disk is full, the database is away, the power goes.

use axum::http::{Method, StatusCode};
use db::{Db, Q};
use szpon::{cli, compose, config::Config, server};
use testkit::Browser;

use crate::{
    commands::{drop_database, postgres_database, psql},
    stage::Stage,
};

#[tokio::test]
async fn a_full_disk_is_said_plainly_and_nothing_is_lost() {
    let db = db::testing::sqlite(&[&compose::migrations()]).await;
    let stage = Stage::new(&db).await;
    let official = stage.signed_in("official", "koden").await;
    let desk = official.get("/desk/koden/cases").await;
    assert_eq!(desk.status, 200);
    let limit = |pages: &'static str| {
        let db = db.clone();
        async move { db.write(move |c| Box::pin(async move { c.exec(Q::new(pages)).await })).await.unwrap() }
    };
    limit("PRAGMA max_page_count = 1").await;
    // What is in the file can be read; what would make it grow is refused as a whole.
    let mut refused = None;
    for n in 0..400 {
        let email = format!("nowy{n}@mieszkancy.example");
        let fields = [
            ("email", email.as_str()),
            ("given_name", "Nowa"),
            ("family_name", "Osoba"),
            ("password", "zielony parasol nad Wisłą"),
            ("password_again", "zielony parasol nad Wisłą"),
            ("terms", "yes"),
        ];
        let answer = stage.browser().post("/register", &fields).await;
        if answer.status == 503 {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("the database never filled up");
    assert!(refused.text.contains("Na serwerze zabrakło miejsca"), "{}", refused.text);
    assert_eq!(official.get("/desk/koden/cases").await.status, 200);
    limit("PRAGMA max_page_count = 1073741823").await;
    let fields = [
        ("email", "potem@mieszkancy.example"),
        ("given_name", "Nowa"),
        ("family_name", "Osoba"),
        ("password", "zielony parasol nad Wisłą"),
        ("password_again", "zielony parasol nad Wisłą"),
        ("terms", "yes"),
    ];
    let answer = stage.browser().post("/register", &fields).await;
    assert!(answer.status.is_success() || answer.status.is_redirection(), "{}", answer.text);
}

#[tokio::test]
async fn a_database_that_is_away_is_said_plainly() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().display().to_string();
    let away = "postgres://nobody@127.0.0.1:1/none?sslmode=disable";
    let matches = cli::command().get_matches_from(["szpon", "serve", "--data", &data, "--database-url", away]);
    let config = Config::read(matches.subcommand().unwrap().1).unwrap();
    let db = Db::open(away, &db::Options::default()).unwrap();
    let clock = std::sync::Arc::new(kernel::SystemClock);
    let app = server::build(&config, db, clock, std::sync::Arc::new(kernel::SeededEntropy::new(1)), false).unwrap();
    let browser = Browser::over(&app, compose::routes());
    let page = browser.get("/").await;
    assert_eq!(page.status, 503);
    assert!(page.text.contains("Nic nie zostało zapisane"), "{}", page.text);
    let api = browser.get("/api/v1/directory?q=lodz").await;
    assert_eq!(api.status, 503);
    assert_eq!(api.headers["content-type"], "application/problem+json");
}

/// Lets everybody into a database again, or nobody, and cuts every connection to it; waits until they are cut.
fn connections(database: &str, allowed: bool) {
    psql(&format!("ALTER DATABASE {database} ALLOW_CONNECTIONS {allowed}"));
    if !allowed {
        psql(&format!("SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity WHERE datname = '{database}'"));
    }
}

#[tokio::test]
async fn a_database_that_goes_away_and_comes_back_loses_nothing_that_was_typed() {
    let name = format!("szpon_away_{}", std::process::id());
    let url = postgres_database(&name);
    let db = Db::open(&url, &db::Options::default()).unwrap();
    db.migrate(compose::migrations(), kernel::Micros(0)).await.unwrap();
    let stage = Stage::new(&db).await;
    let citizen = stage.signed_in("citizen", "").await;
    let token = stage.account("citizen", "").api_token.clone();
    let mine = stage.browser().api(Method::GET, "/api/v1/my/cases", Some(&token), None).await.json();
    let (mut case, mut once) = (String::new(), None);
    for item in mine["items"].as_array().unwrap() {
        case = item["id"].as_str().unwrap().to_owned();
        let shown = citizen.get(&format!("/my/cases/{case}")).await.text;
        // Only an open case has a form to write by.
        let form = shown.split(&format!("action=\"/my/cases/{case}/messages\"")).nth(1).map(str::to_owned);
        once = form.and_then(|f| Some(f.split("name=\"once\" value=\"").nth(1)?.split('"').next()?.to_owned()));
        if once.is_some() {
            break;
        }
    }
    let once = once.expect("the citizen has no open case");
    let (page, send) = (format!("/my/cases/{case}"), format!("/my/cases/{case}/messages"));
    let text = "Dzień dobry, przesyłam obiecane wyjaśnienie. Żółta gęś.";
    let message = [("text", text), ("once", once.as_str())];

    connections(&name, false);
    let refused = citizen.post(&send, &message).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE, "{}", refused.text);
    assert!(refused.text.contains("Nic nie zostało zapisane"), "{}", refused.text);
    let kept = format!("name=\"text\" value=\"{text}\"");
    assert!(refused.text.contains(&kept) && refused.text.contains("Wyślij jeszcze raz"), "{}", refused.text);
    assert!(refused.text.contains(&format!("action=\"{send}\"")), "{}", refused.text);
    assert_eq!(citizen.get(&page).await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(stage.browser().get("/o/koden").await.status, StatusCode::SERVICE_UNAVAILABLE);

    connections(&name, true);
    if let Err(fault) = db.ping().await {
        panic!("{fault:?}: {:?}", fault.cause);
    }
    let sent = citizen.post(&send, &message).await;
    assert!(sent.status.is_redirection(), "{} {}", sent.status, sent.text);
    let after = citizen.get(&page).await;
    assert_eq!((after.status.as_u16(), after.text.matches(text).count()), (200, 1), "{}", after.text);
    // A password is never put into a page.
    connections(&name, false);
    let sign_in = [("email", "kto@example.pl"), ("password", "zielony parasol nad Bugiem")];
    let refused = stage.browser().post("/sign-in", &sign_in).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(!refused.text.contains("parasol"), "{}", refused.text);
    drop(stage);
    drop_database(&name);
}
