//! A demonstration server for one test, on SQLite or on PostgreSQL.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::OnceLock,
    time::{Duration, Instant},
};

use serde_json::Value;

/// A running demonstration with a data folder of its own.
pub struct Site {
    pub url: String,
    demo: Value,
    data: tempfile::TempDir,
    /// The address of its database, unless that lies in the data folder.
    database: Option<String>,
    server: Child,
}

/// A person of the demonstration.
#[derive(Debug, Clone)]
pub struct Account {
    pub login: String,
    pub password: String,
}

impl Site {
    /// On SQLite, with a copy of the demonstration's data.
    pub fn start() -> Self {
        let data = tempfile::tempdir().unwrap();
        copy(&template(), data.path());
        Self::with(data, None)
    }
    /// On a fresh schema of the PostgreSQL server for tests.
    pub async fn on_postgresql() -> Self {
        Self::with(tempfile::tempdir().unwrap(), Some(db::testing::postgres_schema().await))
    }
    fn with(data: tempfile::TempDir, database: Option<String>) -> Self {
        let (server, demo) = demo(data.path(), database.as_deref());
        Self { url: demo["base_url"].as_str().unwrap().to_owned(), demo, data, database, server }
    }
    /// Runs a command of the program on the site's data; whether it succeeded and what it said.
    pub fn command(&self, args: &[&str]) -> (bool, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_szpon"));
        command.args(args).arg("--data").arg(self.data());
        if let Some(database) = &self.database {
            command.args(["--database-url", database]);
        }
        let done = command.output().unwrap();
        let said = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
        (done.status.success(), said)
    }
    /// The site's database beside the server, to make happen what only time brings about. SQLite only.
    pub fn database(&self) -> db::Db {
        let url = format!("sqlite:{}", self.data().join("szpon.db").display());
        db::Db::open(&url, &db::Options::default()).unwrap()
    }
    /// The account of a role, in an office if the role belongs to one.
    pub fn account(&self, role: &str, office: &str) -> Account {
        let found = self.demo["accounts"]
            .as_array()
            .unwrap()
            .iter()
            .find(|a| a["role"] == role && (office.is_empty() || a["office"] == office));
        let found = found.unwrap_or_else(|| panic!("no {role} in {office}"));
        Account { login: found["login"].as_str().unwrap().into(), password: found["password"].as_str().unwrap().into() }
    }
    /// The account of somebody by the address; everybody in the demonstration has the same password.
    pub fn person(&self, login: &str) -> Account {
        Account { login: login.into(), password: self.account("operator", "").password }
    }
    /// The official of Kodeń's unit GK whom most journeys meet.
    pub fn tomasz(&self) -> Account {
        self.person("tomasz.kuzmicki@koden.example")
    }
    pub fn data(&self) -> &Path {
        self.data.path()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn demo(data: &Path, database: Option<&str>) -> (Child, Value) {
    let said = data.join("demo.json");
    let _ = fs::remove_file(&said);
    let mut command = Command::new(env!("CARGO_BIN_EXE_szpon"));
    command.args(["demo", "--listen", "127.0.0.1:0", "--log", "warn", "--data"]).arg(data).stdout(Stdio::null());
    if let Some(database) = database {
        command.args(["--database-url", database]);
    }
    let mut server = command.spawn().unwrap();
    let began = Instant::now();
    loop {
        if let Some(demo) = fs::read(&said).ok().and_then(|t| serde_json::from_slice(&t).ok()) {
            return (server, demo);
        }
        assert!(server.try_wait().unwrap().is_none(), "the demonstration ended at once");
        assert!(began.elapsed() < Duration::from_secs(180), "the demonstration did not start");
        std::thread::sleep(Duration::from_millis(30));
    }
}

/// The demonstration's data, made once for all tests of this build and copied for each.
fn template() -> PathBuf {
    static DONE: OnceLock<PathBuf> = OnceLock::new();
    DONE.get_or_init(|| {
        let binary = Path::new(env!("CARGO_BIN_EXE_szpon"));
        let stamp = fs::metadata(binary).and_then(|m| m.modified()).unwrap();
        let stamp = stamp.duration_since(std::time::UNIX_EPOCH).unwrap().as_nanos();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("demo-{stamp}"));
        let lock = File::create(Path::new(env!("CARGO_TARGET_TMPDIR")).join("demo.lock")).unwrap();
        lock.lock().unwrap();
        if !folder.join("whole").exists() {
            for old in fs::read_dir(env!("CARGO_TARGET_TMPDIR")).unwrap().flatten() {
                if old.file_name().to_string_lossy().starts_with("demo-") {
                    let _ = fs::remove_dir_all(old.path());
                }
            }
            fs::create_dir_all(&folder).unwrap();
            let (mut server, _) = demo(&folder, None);
            // A clean stop, so that the copy is whole.
            Command::new("kill").args(["-TERM", &server.id().to_string()]).status().unwrap();
            server.wait().unwrap();
            File::create(folder.join("whole")).unwrap();
        }
        folder
    })
    .clone()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
