//! Days on which the machine does not do its part: the disk is full, the database is away, the power goes.

use db::{Db, Q};
use szpon::{cli, compose, config::Config, server};
use testkit::Browser;

use crate::stage::Stage;

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
