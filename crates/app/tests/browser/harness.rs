//! A demonstration server and a real browser for one test.

use std::{
    fs::{self, File},
    net::TcpListener,
    os::unix::process::CommandExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::OnceLock,
    time::{Duration, Instant},
};

use fantoccini::{Client, ClientBuilder, Locator, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

/// A running demonstration with a data folder of its own.
pub struct Site {
    pub url: String,
    demo: Value,
    data: tempfile::TempDir,
    server: Child,
}

/// A person of the demonstration.
#[derive(Debug, Clone)]
pub struct Account {
    pub login: String,
    pub password: String,
}

impl Site {
    pub fn start() -> Self {
        let data = tempfile::tempdir().unwrap();
        copy(&template(), data.path());
        let (server, demo) = demo(data.path());
        Self { url: demo["base_url"].as_str().unwrap().to_owned(), demo, data, server }
    }
    /// The account of a role, in an office if the role belongs to one.
    pub fn account(&self, role: &str, office: &str) -> Account {
        let found = self.demo["accounts"].as_array().unwrap().iter().find(|a| {
            a["role"] == role && (office.is_empty() || a["office"] == office)
        });
        let found = found.unwrap_or_else(|| panic!("no {role} in {office}"));
        Account { login: found["login"].as_str().unwrap().into(), password: found["password"].as_str().unwrap().into() }
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

fn demo(data: &Path) -> (Child, Value) {
    let said = data.join("demo.json");
    let _ = fs::remove_file(&said);
    let mut server = Command::new(env!("CARGO_BIN_EXE_szpon"))
        .args(["demo", "--listen", "127.0.0.1:0", "--log", "warn", "--data"])
        .arg(data)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
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
            let (mut server, _) = demo(&folder);
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

/// A browser of its own.
pub struct Browser {
    pub c: Client,
    driver: Child,
    site: String,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// A browser window of this width, at the site's start page.
    pub async fn open(site: &Site, width: u32) -> Self {
        Self::with(site, width, json!({})).await
    }
    /// A browser in which scripts are switched off.
    pub async fn without_scripts(site: &Site, width: u32) -> Self {
        Self::with(site, width, json!({ "profile.managed_default_content_settings.javascript": 2 })).await
    }
    async fn with(site: &Site, width: u32, prefs: Value) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut driver = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .process_group(0)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver: `cargo xtask test` installs it");
        let profile = tempfile::tempdir().unwrap();
        let options = json!({ "goog:chromeOptions": { "prefs": prefs, "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
            format!("--window-size={width},1000"), format!("--user-data-dir={}", profile.path().display()),
        ] } });
        let Value::Object(capabilities) = options else { unreachable!() };
        let capabilities: Capabilities = capabilities;
        let began = Instant::now();
        let c = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match builder.capabilities(capabilities.clone()).connect(&format!("http://127.0.0.1:{port}")).await {
                Ok(c) => break c,
                Err(e) => {
                    assert!(driver.try_wait().unwrap().is_none(), "chromedriver ended");
                    assert!(began.elapsed() < Duration::from_secs(60), "no browser: {e}");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            }
        };
        let browser = Self { c, driver, site: site.url.clone(), _profile: profile };
        browser.go("/").await;
        browser
    }
    pub async fn go(&self, path: &str) {
        let url = if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.site) };
        self.c.goto(&url).await.unwrap();
    }
    pub async fn path(&self) -> String {
        let url = self.c.current_url().await.unwrap();
        url.query().map_or_else(|| url.path().to_owned(), |q| format!("{}?{q}", url.path()))
    }
    pub async fn text(&self) -> String {
        self.c.find(Locator::Css("body")).await.unwrap().text().await.unwrap()
    }
    /// Whether the page shows a text.
    pub async fn sees(&self, text: &str) {
        let shown = self.text().await;
        assert!(shown.contains(text), "{:?} not on {}:\n{shown}", text, self.path().await);
    }
    /// Types into the field of a name, replacing what is there.
    pub async fn fill(&self, name: &str, value: &str) {
        let field = self.c.find(Locator::Css(&format!("main [name='{name}']:not([type=hidden])"))).await;
        let field = match field {
            Ok(f) => f,
            Err(e) => panic!("no field {name} on {}: {e}\n{}", self.path().await, self.text().await),
        };
        field.clear().await.unwrap();
        field.send_keys(value).await.unwrap();
    }
    /// Chooses the option of a select, a radio button or a checkbox by name and value.
    pub async fn choose(&self, name: &str, value: &str) {
        let css = format!("main select[name='{name}'], main input[name='{name}'][value='{value}']");
        let script = "const e = document.querySelector(arguments[0]); if (!e) return false; \
            if (e.tagName === 'SELECT') { e.value = arguments[1]; e.dispatchEvent(new Event('change', {bubbles: true})); return e.value === arguments[1]; } \
            e.click(); return true;";
        let done = self.c.execute(script, vec![json!(css), json!(value)]).await.unwrap();
        assert_eq!(done, json!(true), "{name} = {value} cannot be chosen on {}", self.path().await);
    }
    /// Presses the button or link with this text in the page's main part.
    pub async fn press(&self, text: &str) {
        let xpath = format!(
            "//main//*[self::button or self::a or self::summary or self::label][normalize-space(.)={0} or normalize-space(@aria-label)={0}]",
            quoted(text)
        );
        match self.c.find(Locator::XPath(&xpath)).await {
            Ok(e) => {
                self.c.execute("arguments[0].scrollIntoView({block: 'center'})", vec![serde_json::to_value(&e).unwrap()]).await.unwrap();
                e.click().await.unwrap();
            }
            Err(e) => panic!("nothing to press called {text:?} on {}: {e}\n{}", self.path().await, self.text().await),
        }
    }
    pub async fn sign_in(&self, account: &Account) {
        self.go("/sign-in").await;
        self.fill("email", &account.login).await;
        self.fill("password", &account.password).await;
        self.press("Zaloguj się").await;
        assert!(!self.path().await.starts_with("/sign-in"), "not signed in: {}", self.text().await);
    }
    /// Runs axe on the page: WCAG 2.1 A and AA. Fails with every violation and where it is.
    pub async fn axe(&self) {
        self.c.execute(include_str!("../vendor/axe.min.js"), vec![]).await.unwrap();
        let script = "const done = arguments[arguments.length - 1]; \
            axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then(r => done(r.violations.map(v => \
            v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + (n.any[0] ? n.any[0].message : '')).join(' | '))), e => done([String(e)]));";
        let found = self.c.execute_async(script, vec![]).await.unwrap();
        assert_eq!(found, json!([]), "axe on {}", self.path().await);
    }
    /// Makes sure nothing makes the page scroll sideways.
    pub async fn fits(&self) {
        let over = self.c.execute("return document.documentElement.scrollWidth - window.innerWidth", vec![]).await.unwrap();
        assert!(over.as_i64().unwrap() <= 0, "{} is {over} pixels too wide", self.path().await);
    }
    /// A picture of the whole page.
    pub async fn picture(&self, file: &Path) {
        let height = self.c.execute("return document.documentElement.scrollHeight", vec![]).await.unwrap().as_u64().unwrap();
        let (width, _) = self.c.get_window_size().await.unwrap();
        self.c.set_window_size(u32::try_from(width).unwrap(), u32::try_from(height.clamp(600, 4000)).unwrap()).await.unwrap();
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, self.c.screenshot().await.unwrap()).unwrap();
        self.c.set_window_size(u32::try_from(width).unwrap(), 1000).await.unwrap();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The whole group: the driver does not take its browser along when it is killed.
        let group = format!("-{}", self.driver.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.driver.wait();
    }
}

fn quoted(text: &str) -> String {
    if text.contains('\'') { format!("\"{text}\"") } else { format!("'{text}'") }
}
