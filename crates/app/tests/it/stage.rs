//! The demonstration in a test: its data on a database of its own, and browsers without a network.

use std::sync::Arc;

use kernel::{FixedClock, Micros, SeededEntropy};
use szpon::{cli, compose, config::Config, demo, demo::Demo, server};
use testkit::Browser;
use web::App;

/// The demonstration, as it stood on a day in March.
pub struct Stage {
    pub app: App,
    pub demo: Demo,
    _dir: tempfile::TempDir,
}

/// Wednesday, 4 March 2026, 12:00 in Poland.
const NOON: Micros = Micros(1_772_622_000_000_000);

impl Stage {
    /// Makes the demonstration on a database.
    pub async fn new(db: &db::Db) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let data = dir.path().display().to_string();
        let matches = cli::command().get_matches_from(["szpon", "demo", "--data", &data]);
        let config = Config::read(matches.subcommand().unwrap().1).unwrap();
        let clock = Arc::new(FixedClock::at(NOON));
        seal::install(seal::Keyring::parse(&"42".repeat(32)).unwrap());
        let app = server::build(&config, db.clone(), clock, Arc::new(SeededEntropy::new(1)), true).unwrap();
        let demo = demo::make(&app, dir.path()).await.unwrap();
        Self { app, demo, _dir: dir }
    }
    /// A browser nobody has signed in with.
    pub fn browser(&self) -> Browser {
        Browser::over(&self.app, compose::routes())
    }
    /// A browser somebody has signed in with.
    pub async fn signed_in(&self, role: &str, office: &str) -> Browser {
        self.as_(self.account(role, office)).await
    }
    /// A browser in which an account is signed in.
    pub async fn as_(&self, account: &demo::Account) -> Browser {
        let browser = self.browser();
        let answer = browser.post("/sign-in", &[("email", &account.login), ("password", &account.password)]).await;
        assert_eq!(answer.status, 303, "{} cannot sign in: {}", account.name, answer.text);
        browser
    }
    /// An account by role and office.
    pub fn account(&self, role: &str, office: &str) -> &demo::Account {
        self.demo.accounts.iter().find(|a| a.role == role && (office.is_empty() || a.office == office)).unwrap()
    }
}
