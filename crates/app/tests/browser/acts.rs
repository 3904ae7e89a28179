//! What a person does in the browser. Whatever leads to another page is over when that page is there.

use std::{path::Path, time::Instant};

use fantoccini::{
    Locator,
    actions::{InputSource as _, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    error::CmdError,
    key::Key,
};
use serde_json::json;

use crate::harness::{Account, Browser, PATIENCE, PAUSE};

/// Notes on the page whether what is done to it leads to another one: a form that is sent, a link that is followed.
const NOTE: &str = "const noted = window.noted = { leads: false }; \
    const elsewhere = e => ['', '_self'].includes(e.target); \
    addEventListener('submit', e => { \
        if (!e.defaultPrevented && elsewhere(e.target) && e.target.method !== 'dialog') noted.leads = true; }); \
    addEventListener('click', e => { const a = e.target.closest && e.target.closest('a[href]'); \
        if (a && !e.defaultPrevented && elsewhere(a) && !a.hasAttribute('download') && !a.getAttribute('href').startsWith('#')) \
            noted.leads = true; });";

impl Browser {
    /// Does something to the page; if it leads to another one, waits until that one is there.
    async fn led<T>(&self, act: impl Future<Output = T>) -> T {
        let _ = self.c.execute(NOTE, vec![]).await;
        let done = act.await;
        let stays = "return !!window.noted && !window.noted.leads";
        if !self.c.execute(stays, vec![]).await.is_ok_and(|said| said == json!(true)) {
            let there = self.until("return !window.noted && document.readyState === 'complete'", vec![]).await;
            assert!(there, "what was done on {} leads nowhere", self.path().await);
        }
        done
    }
    /// Presses a key.
    pub async fn key(&self, key: Key) {
        let value = char::from(key);
        let keys = KeyActions::new("keys".into()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        self.led(self.c.perform_actions(keys)).await.unwrap();
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
        let began = Instant::now();
        let mut last = None;
        while began.elapsed() < PATIENCE {
            match self.led(self.click_first(locator)).await {
                Ok(true) => return,
                Ok(false) => {}
                // What is gone meanwhile belongs to the page before; what is covered may come free.
                Err(e) => last = Some(e),
            }
            tokio::time::sleep(PAUSE).await;
        }
        panic!("nothing to press called {name:?} on {} ({last:?}):\n{}", self.path().await, self.text().await);
    }
    /// Whether there was one of these to click.
    async fn click_first(&self, locator: Locator<'_>) -> Result<bool, CmdError> {
        for e in self.c.find_all(locator).await? {
            if e.is_displayed().await.unwrap_or(false) {
                let middle = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'}); \
                    if (window.noted && !arguments[1]) window.noted.leads = arguments[0].matches('a, button')";
                self.c.execute(middle, vec![serde_json::to_value(&e).unwrap(), json!(self.scripts)]).await?;
                e.click().await?;
                return Ok(true);
            }
        }
        Ok(false)
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
    /// Puts a file into a file field.
    pub async fn attach(&self, name: &str, file: &Path) {
        let field = self.c.find(Locator::Css(&format!("main input[type=file][name='{name}']"))).await.unwrap();
        field.send_keys(file.to_str().unwrap()).await.unwrap();
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
        self.led(self.c.perform_actions(clicks)).await.unwrap();
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
            b.form.noValidate = true; b.form.requestSubmit(b); return true";
        let sent = self.led(self.until(script, vec![json!(button)])).await;
        assert!(sent, "nothing like {button} on {}", self.path().await);
    }
    pub async fn sign_in(&self, account: &Account) {
        self.go("/sign-in").await;
        self.fill("email", &account.login).await;
        self.fill("password", &account.password).await;
        self.press("Zaloguj się").await;
        let path = self.path().await;
        assert!(!path.starts_with("/sign-in"), "not signed in: {}", self.text().await);
    }
    /// Opens the link in the newest e-mail that somebody got.
    pub async fn open_mail(&self, to: &str) {
        self.go(&format!("/demo/mail?to={to}")).await;
        let mails = self.links("main a[href^='/demo/mail/']").await;
        self.go(mails.first().unwrap_or_else(|| panic!("no e-mail to {to}"))).await;
        let inside = self.links("main .card a").await;
        self.go(inside.first().expect("no link in the e-mail")).await;
    }
}

fn quoted(text: &str) -> String {
    if text.contains('\'') { format!("\"{text}\"") } else { format!("'{text}'") }
}
