//! A real browser for one test: what a person does and sees, and what axe says of it.

use std::{
    fs,
    net::TcpListener,
    os::unix::process::CommandExt as _,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use fantoccini::{
    Client, ClientBuilder, Locator,
    actions::{InputSource as _, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    elements::Element,
    wd::{Capabilities, WebDriverCompatibleCommand},
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

pub use crate::site::{Account, Site};

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
                Err(e) => {
                    assert!(driver.try_wait().unwrap().is_none(), "chromedriver ended");
                    assert!(began.elapsed() < Duration::from_secs(60), "no browser: {e}");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            }
        };
        let browser = Self { c, driver, site: site.url.clone(), _profile: profile };
        browser.resize(width, 1000).await;
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
    /// Waits until the browser is at an address that ends so.
    pub async fn leads_to(&self, end: &str) {
        let began = Instant::now();
        while !self.path().await.ends_with(end) {
            assert!(began.elapsed() < Duration::from_secs(20), "at {}, not at …{end}", self.path().await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    pub async fn text(&self) -> String {
        // Between two pages there is none: the next one comes.
        let body = self.c.wait().for_element(Locator::Css("body")).await.unwrap();
        match body.text().await {
            Ok(text) => text,
            Err(_) => self.c.wait().for_element(Locator::Css("body")).await.unwrap().text().await.unwrap(),
        }
    }
    /// Waits until the page, or the one that comes next, shows a text.
    pub async fn sees(&self, text: &str) {
        let began = Instant::now();
        loop {
            let shown = self.text().await;
            if shown.contains(text) {
                return;
            }
            assert!(began.elapsed() < Duration::from_secs(10), "{:?} not on {}:\n{shown}", text, self.path().await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    /// Whether the page does not show a text.
    pub async fn sees_not(&self, text: &str) {
        assert!(!self.text().await.contains(text), "{:?} is on {}", text, self.path().await);
    }
    /// Runs a script until it says yes: the page it is meant for may still be coming.
    pub async fn until(&self, script: &str, args: Vec<Value>) -> bool {
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(5) {
            if self.c.execute(script, args.clone()).await.is_ok_and(|said| said == json!(true)) {
                return true;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        false
    }
    async fn shown(&self, css: &str) -> Option<Element> {
        for e in self.c.find_all(Locator::Css(css)).await.unwrap() {
            if e.is_displayed().await.unwrap_or(false) {
                return Some(e);
            }
        }
        None
    }
    /// Waits for the page that has this.
    pub async fn waits_for(&self, css: &str) {
        self.c.wait().for_element(Locator::Css(css)).await.unwrap();
    }
    /// Types into the field of a name, replacing what is there.
    pub async fn fill(&self, name: &str, value: &str) {
        let css = format!("main [name='{name}']:not([type=hidden])");
        // A field that is folded away is opened as the person would.
        let open = "const e = document.querySelector(arguments[0]); \
            for (let d = e && e.closest('details'); d; d = d.parentElement.closest('details')) d.open = true; return !!e";
        let mut field = self.shown(&css).await;
        if field.is_none() {
            self.until(open, vec![json!(css)]).await;
            field = self.shown(&css).await;
        }
        let Some(field) = field else { panic!("no field {name} on {}:\n{}", self.path().await, self.text().await) };
        field.clear().await.unwrap();
        field.send_keys(value).await.unwrap();
    }
    /// Chooses the option of a select, a radio button or a checkbox by name and value.
    pub async fn choose(&self, name: &str, value: &str) {
        let css = format!("main select[name='{name}'], main input[name='{name}'][value='{value}']");
        let script = "const e = document.querySelector(arguments[0]); if (!e) return false; \
            if (e.tagName === 'SELECT') { e.value = arguments[1]; e.dispatchEvent(new Event('change', {bubbles: true})); return e.value === arguments[1]; } \
            e.click(); return true;";
        let done = self.until(script, vec![json!(css), json!(value)]).await;
        assert!(done, "{name} = {value} cannot be chosen on {}", self.path().await);
    }
    /// Presses the button or link with this text in the page's main part.
    pub async fn press(&self, text: &str) {
        let xpath = format!(
            "//main//*[self::button or self::a or self::summary or self::label][normalize-space(.)={0} or normalize-space(@aria-label)={0}]",
            quoted(text)
        );
        self.click(Locator::XPath(&xpath), text).await;
    }
    /// Presses the first thing on the page that this selector names and that is shown.
    pub async fn press_css(&self, css: &str) {
        self.click(Locator::Css(css), css).await;
    }
    /// Clicks the first of these that is shown, as soon as there is one: a page may still be on its way.
    async fn click(&self, locator: Locator<'_>, name: &str) {
        for _ in 0..100 {
            for e in self.c.find_all(locator).await.unwrap() {
                // What is gone meanwhile belongs to the page before.
                if e.is_displayed().await.unwrap_or(false) {
                    self.c
                        .execute(
                            "arguments[0].scrollIntoView({block: 'center'})",
                            vec![serde_json::to_value(&e).unwrap()],
                        )
                        .await
                        .unwrap();
                    e.click().await.unwrap();
                    return;
                }
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("nothing to press called {name:?} on {}:\n{}", self.path().await, self.text().await);
    }
    /// Chooses the option of a select that contains this text.
    pub async fn pick(&self, name: &str, text: &str) {
        let script = "const s = document.querySelector(`main select[name='${arguments[0]}']`); \
            const o = s && [...s.options].find(o => o.text.includes(arguments[1])); if (!o) return false; \
            s.value = o.value; s.dispatchEvent(new Event('change', {bubbles: true})); return true;";
        let done = self.until(script, vec![json!(name), json!(text)]).await;
        assert!(done, "{name} has no {text} on {}:\n{}", self.path().await, self.text().await);
    }
    /// Sets a field that a browser fills in with a picker: a date.
    pub async fn set(&self, name: &str, value: &str) {
        let script = "const e = document.querySelector(`main [name='${arguments[0]}']`); if (!e) return false; e.value = arguments[1]; \
            e.dispatchEvent(new Event('input', {bubbles: true})); e.dispatchEvent(new Event('change', {bubbles: true})); return e.value === arguments[1];";
        let done = self.until(script, vec![json!(name), json!(value)]).await;
        assert!(done, "{name} cannot be {value} on {}", self.path().await);
    }
    /// What the field holds now.
    pub async fn value(&self, name: &str) -> String {
        let script = "const e = document.querySelector(`main [name='${arguments[0]}']:not([type=hidden])`); return e ? e.value : null;";
        let value = self.c.execute(script, vec![json!(name)]).await.unwrap();
        value.as_str().unwrap_or_else(|| panic!("no field {name}")).to_owned()
    }
    /// Puts a file into a file field.
    pub async fn attach(&self, name: &str, file: &Path) {
        let field = self.c.find(Locator::Css(&format!("main input[type=file][name='{name}']"))).await.unwrap();
        field.send_keys(file.to_str().unwrap()).await.unwrap();
    }
    /// The addresses of the links in the page's main part that a selector names.
    pub async fn links(&self, css: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])].map(a => a.href)";
        let found = self.c.execute(script, vec![json!(css)]).await.unwrap();
        serde_json::from_value(found).unwrap()
    }
    /// Opens the links of a kind on a page until one leads to a page that shows a text.
    pub async fn opens(&self, page: &str, css: &str, text: &str) {
        self.go(page).await;
        for link in self.links(css).await {
            self.go(&link).await;
            if self.text().await.contains(text) {
                return;
            }
        }
        panic!("nothing on {page} leads to {text:?}");
    }
    /// Opens the link in the newest e-mail that somebody got.
    pub async fn open_mail(&self, to: &str) {
        self.go(&format!("/demo/mail?to={to}")).await;
        let mails = self.links("main a[href^='/demo/mail/']").await;
        self.go(mails.first().unwrap_or_else(|| panic!("no e-mail to {to}"))).await;
        let inside = self.links("main .card a").await;
        self.go(inside.first().expect("no link in the e-mail")).await;
    }
    pub async fn sign_in(&self, account: &Account) {
        self.go("/sign-in").await;
        self.fill("email", &account.login).await;
        self.fill("password", &account.password).await;
        self.press("Zaloguj się").await;
        let began = Instant::now();
        while self.path().await.starts_with("/sign-in") {
            assert!(began.elapsed() < Duration::from_secs(10), "not signed in: {}", self.text().await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    /// Forgets everything the site has put into the browser.
    pub async fn leave(&self) {
        self.c.delete_all_cookies().await.unwrap();
    }
    /// Runs axe on the page: WCAG 2.1 A and AA. Every violation and where it is.
    pub async fn violations(&self) -> Vec<String> {
        self.run_axe(json!({ "type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] })).await
    }
    /// Runs axe's rule for contrast alone on the page, in a theme.
    pub async fn low_contrast(&self, theme: &str) -> Vec<String> {
        self.c.execute("document.documentElement.dataset.theme = arguments[0]", vec![json!(theme)]).await.unwrap();
        self.run_axe(json!({ "type": "rule", "values": ["color-contrast"] })).await
    }
    async fn run_axe(&self, only: Value) -> Vec<String> {
        if self.c.execute("return !window.axe", vec![]).await.unwrap() == json!(true) {
            self.c.execute(include_str!("../vendor/axe.min.js"), vec![]).await.unwrap();
        }
        let script = "const [runOnly, done] = arguments; \
            axe.run(document, { runOnly, resultTypes: ['violations'] }).then(r => done(r.violations.map(v => \
            v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + (n.any[0] ? n.any[0].message : '')).join(' | '))), e => done([String(e)]));";
        serde_json::from_value(self.c.execute_async(script, vec![only]).await.unwrap()).unwrap()
    }
    /// Fails with every violation that axe finds.
    pub async fn axe(&self, what: &str) {
        assert_eq!(self.violations().await, Vec::<String>::new(), "axe on {} ({what})", self.path().await);
    }
    /// The status with which the server answered with this page.
    pub async fn status(&self) -> u64 {
        let script = "return performance.getEntriesByType('navigation')[0].responseStatus";
        self.c.execute(script, vec![]).await.unwrap().as_u64().unwrap()
    }
    /// Sends a form with its required fields empty, past the browser's own checks, and waits for the answer.
    pub async fn send_empty(&self, form: &str) {
        let empty = "const form = document.querySelector(arguments[0]); if (!form) return false; \
            for (const e of form.elements) if (e.required && !['hidden', 'radio', 'checkbox'].includes(e.type)) e.value = ''; return true";
        assert!(self.until(empty, vec![json!(form)]).await, "no form {form} on {}", self.path().await);
        let button = |kind: &str| format!("{form} button{kind}[type=submit]");
        let main = button(".btn-primary");
        let chosen = if self.has(&main).await { main } else { button("") };
        self.send_without_checks(&chosen).await;
    }
    /// Sends a form with a button of it, past the browser's own checks, and waits for the answer.
    pub async fn send_without_checks(&self, button: &str) {
        let script = "const b = document.querySelector(arguments[0]); if (!b) return false; \
            window.before = true; b.form.noValidate = true; b.form.requestSubmit(b); return true";
        assert!(self.until(script, vec![json!(button)]).await, "nothing like {button} on {}", self.path().await);
        let came = self.until("return !window.before && document.readyState === 'complete'", vec![]).await;
        assert!(came, "no answer to {button} on {}", self.path().await);
    }
    /// Whether the page has this.
    pub async fn has(&self, css: &str) -> bool {
        !self.c.find_all(Locator::Css(css)).await.unwrap().is_empty()
    }
    /// Waits until the field of a name holds a text, which a script may still be putting back.
    pub async fn holds(&self, name: &str, text: &str) {
        let script = "const e = document.querySelector(`main [name='${arguments[0]}']:not([type=hidden])`); return !!e && e.value === arguments[1]";
        let holds = self.until(script, vec![json!(name), json!(text)]).await;
        assert!(holds, "{name} holds {:?}, not {text:?}", self.value(name).await);
    }
    /// Opens a page again until it shows a text: what somebody else has just done.
    pub async fn comes(&self, page: &str, text: &str) {
        let began = Instant::now();
        loop {
            self.go(page).await;
            if self.text().await.contains(text) {
                return;
            }
            assert!(began.elapsed() < Duration::from_secs(10), "{text:?} does not come to {page}");
        }
    }
    /// Clicks twice, as fast as a person's double click.
    pub async fn press_twice(&self, css: &str) {
        self.waits_for(css).await;
        let button = self.shown(css).await.unwrap_or_else(|| panic!("nothing to press like {css}"));
        let script = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})";
        self.c.execute(script, vec![serde_json::to_value(&button).unwrap()]).await.unwrap();
        let (down, up) =
            (PointerAction::Down { button: MOUSE_BUTTON_LEFT }, PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        let over = PointerAction::MoveToElement { element: button, duration: None, x: 0.0, y: 0.0 };
        let mouse = MouseActions::new("mouse".into());
        let clicks = mouse.then(over).then(down.clone()).then(up.clone()).then(down).then(up);
        self.c.perform_actions(clicks).await.unwrap();
    }
    /// By how many pixels the page is wider than its window.
    pub async fn too_wide(&self) -> i64 {
        let over =
            self.c.execute("return document.documentElement.scrollWidth - window.innerWidth", vec![]).await.unwrap();
        over.as_i64().unwrap()
    }
    /// Makes sure nothing makes the page scroll sideways.
    pub async fn fits(&self) {
        let over = self.too_wide().await;
        assert!(over <= 0, "{} is {over} pixels too wide", self.path().await);
    }
    /// Makes the page so wide and high, narrower than a window can be.
    pub async fn resize(&self, width: u32, height: u64) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.c.issue_cmd(Devtools("Emulation.setDeviceMetricsOverride", metrics)).await.unwrap();
    }
    /// Takes the network away from the browser, or gives it back.
    pub async fn network(&self, on: bool) {
        let speed = json!({ "offline": !on, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
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

fn quoted(text: &str) -> String {
    if text.contains('\'') { format!("\"{text}\"") } else { format!("'{text}'") }
}
