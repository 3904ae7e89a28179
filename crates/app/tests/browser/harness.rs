//! A real browser for one test. What a person does in it stands in [`crate::acts`], what a person sees in [`crate::sees`].

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _},
    os::unix::process::CommandExt as _,
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    time::{Duration, Instant},
};

use fantoccini::{
    Client, ClientBuilder,
    wd::{Capabilities, WebDriverCompatibleCommand},
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

pub use crate::site::{Account, Site};

/// How long anything is waited for. A slow machine needs time; a test that passes waits no longer than it must.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// How long it takes until something waited for is looked at again.
pub const PAUSE: Duration = Duration::from_millis(50);

/// A browser of its own.
pub struct Browser {
    pub c: Client,
    /// Whether pages' scripts run.
    pub scripts: bool,
    driver: Child,
    /// What the driver says; it must be able to go on saying it.
    _said: BufReader<ChildStdout>,
    site: String,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// A browser window of this width, at the site's start page.
    pub async fn open(site: &Site, width: u32) -> Self {
        Self::with(site, width, true).await
    }
    /// A browser in which scripts are switched off.
    pub async fn without_scripts(site: &Site, width: u32) -> Self {
        Self::with(site, width, false).await
    }
    async fn with(site: &Site, width: u32, scripts: bool) -> Self {
        let (driver, said, port) = driver();
        let profile = tempfile::tempdir().unwrap();
        let prefs =
            if scripts { json!({}) } else { json!({ "profile.managed_default_content_settings.javascript": 2 }) };
        let options = json!({ "goog:chromeOptions": { "prefs": prefs, "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
            "--accept-lang=pl-PL,pl", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
            "--force-prefers-reduced-motion",
            format!("--window-size={width},1000"), format!("--user-data-dir={}", profile.path().display()),
        ] } });
        let Value::Object(capabilities) = options else { unreachable!() };
        let capabilities: Capabilities = capabilities;
        let began = Instant::now();
        let c = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match builder.capabilities(capabilities.clone()).connect(&format!("http://127.0.0.1:{port}")).await {
                Ok(c) => break c,
                // On a busy machine a browser may come too late for the driver.
                Err(e) => assert!(began.elapsed() < PATIENCE, "no browser: {e}"),
            }
            tokio::time::sleep(PAUSE).await;
        };
        let browser = Self { c, scripts, driver, _said: said, site: site.url.clone(), _profile: profile };
        browser.resize(width, 1000).await;
        // The window is nobody's on a machine without a screen, and the focus shows only in a window that has it.
        browser.c.issue_cmd(Devtools("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }))).await.unwrap();
        if slow() {
            browser.network(true).await;
            browser.c.issue_cmd(Devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))).await.unwrap();
        }
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
    /// Forgets everything the site has put into the browser.
    pub async fn leave(&self) {
        self.c.delete_all_cookies().await.unwrap();
    }
    /// Makes the page so wide and high, narrower than a window can be.
    pub async fn resize(&self, width: u32, height: u64) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.c.issue_cmd(Devtools("Emulation.setDeviceMetricsOverride", metrics)).await.unwrap();
    }
    /// Takes the network away from the browser, or gives it back.
    pub async fn network(&self, on: bool) {
        let latency = if slow() { 700 } else { 0 };
        let speed = json!({ "offline": !on, "latency": latency, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.c.issue_cmd(Devtools("Network.enable", json!({}))).await.unwrap();
        self.c.issue_cmd(Devtools("Network.emulateNetworkConditions", speed)).await.unwrap();
    }
    /// Chooses language and theme, as the person would in the page's menu.
    pub async fn prefs(&self, lang: &str, theme: &str) {
        let script = "const [lang, theme, done] = arguments; \
            fetch('/prefs', { method: 'POST', body: new URLSearchParams({ lang, theme }) }).then(r => done(r.ok), e => done(String(e)));";
        let done = self.c.execute_async(script, vec![json!(lang), json!(theme)]).await.unwrap();
        assert_eq!(done, json!(true), "preferences");
    }
    /// A picture of the page, as wide as this and no higher than the limit.
    pub async fn picture(&self, file: &Path, width: u32, limit: u64) {
        self.resize(width, 800).await;
        let height =
            self.c.execute("return document.documentElement.scrollHeight", vec![]).await.unwrap().as_u64().unwrap();
        self.resize(width, height.clamp(600, limit)).await;
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, self.c.screenshot().await.unwrap()).unwrap();
    }
}

/// A command of the browser's own tools.
#[derive(Debug)]
struct Devtools(&'static str, Value);

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }
    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "cmd": self.0, "params": self.1 }).to_string()))
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

/// Whether the browser is made slow, as on a poor line and an old machine: shows which test does not wait for what it needs.
fn slow() -> bool {
    std::env::var_os("SZPON_SLOW_BROWSER").is_some()
}

/// A driver of its own, what it says, and the port it has chosen.
fn driver() -> (Child, BufReader<ChildStdout>, u16) {
    let mut command = Command::new("chromedriver");
    command.arg("--port=0").process_group(0).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut driver = command.spawn().expect("chromedriver: `cargo xtask test` installs it");
    let mut said = BufReader::new(driver.stdout.take().unwrap());
    let port = said.by_ref().lines().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.trim_end_matches('.').rsplit_once(" started successfully on port ")?;
        port.parse().ok()
    });
    (driver, said, port.expect("chromedriver says its port"))
}
