//! What a person sees in the browser, and what axe says of it.

use std::time::Instant;

use fantoccini::{Locator, elements::Element};
use serde_json::{Value, json};

use crate::harness::{Browser, PATIENCE, PAUSE};

impl Browser {
    /// Waits until the browser is at an address that ends so.
    pub async fn leads_to(&self, end: &str) {
        let began = Instant::now();
        while !self.path().await.ends_with(end) {
            assert!(began.elapsed() < PATIENCE, "at {}, not at …{end}", self.path().await);
            tokio::time::sleep(PAUSE).await;
        }
    }
    pub async fn text(&self) -> String {
        // Between two pages there is none: the next one comes.
        let began = Instant::now();
        loop {
            if let Ok(body) = self.c.find(Locator::Css("body")).await
                && let Ok(text) = body.text().await
            {
                return text;
            }
            assert!(began.elapsed() < PATIENCE, "no page at {}", self.path().await);
            tokio::time::sleep(PAUSE).await;
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
            assert!(began.elapsed() < PATIENCE, "{:?} not on {}:\n{shown}", text, self.path().await);
            tokio::time::sleep(PAUSE).await;
        }
    }
    /// Whether the page does not show a text.
    pub async fn sees_not(&self, text: &str) {
        assert!(!self.text().await.contains(text), "{:?} is on {}", text, self.path().await);
    }
    /// Runs a script until it says yes: the page it is meant for may still be coming.
    pub async fn until(&self, script: &str, args: Vec<Value>) -> bool {
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            if self.c.execute(script, args.clone()).await.is_ok_and(|said| said == json!(true)) {
                return true;
            }
            tokio::time::sleep(PAUSE).await;
        }
        false
    }
    /// The first of these that can be seen.
    pub async fn shown(&self, css: &str) -> Option<Element> {
        for e in self.c.find_all(Locator::Css(css)).await.unwrap_or_default() {
            if e.is_displayed().await.unwrap_or(false) {
                return Some(e);
            }
        }
        None
    }
    /// Waits for the page that has this.
    pub async fn waits_for(&self, css: &str) {
        let came = self.c.wait().at_most(PATIENCE).for_element(Locator::Css(css)).await;
        assert!(came.is_ok(), "nothing like {css} on {}:\n{}", self.path().await, self.text().await);
    }
    /// What the field holds now.
    pub async fn value(&self, name: &str) -> String {
        let script = "const e = document.querySelector(`main [name='${arguments[0]}']:not([type=hidden])`); return e ? e.value : null;";
        let value = self.c.execute(script, vec![json!(name)]).await.unwrap();
        value.as_str().unwrap_or_else(|| panic!("no field {name}")).to_owned()
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
            assert!(began.elapsed() < PATIENCE, "{text:?} does not come to {page}");
        }
    }
    /// Whether the page has this.
    pub async fn has(&self, css: &str) -> bool {
        !self.c.find_all(Locator::Css(css)).await.unwrap().is_empty()
    }
    /// The status with which the server answered with this page.
    pub async fn status(&self) -> u64 {
        let script = "return performance.getEntriesByType('navigation')[0].responseStatus";
        self.c.execute(script, vec![]).await.unwrap().as_u64().unwrap()
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
}
