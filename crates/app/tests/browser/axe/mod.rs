//! Every page for everybody: WCAG 2.1 AA by axe, in both languages, wide and on a phone, in every theme, nothing wider
//! than 320 pixels.
//!
//! The list of pages is not kept here: each test looks at all reading routes of some guards, as the program declares them
//! ([`szpon::compose::routes`]), and fails when it has not seen one that [`NO_PAGE`] does not name.

mod administration;
mod citizens;
mod courses;
mod desk;
mod learners;
mod strangers;

use std::collections::BTreeSet;

use fantoccini::Locator;
use szpon::compose;
use web::{Guard, RouteInfo};

use crate::harness::Browser;

/// Reading routes that answer with something else than a page, and what that is. Below `/api/` there are no pages.
const NO_PAGE: &[(&str, &str)] = &[
    ("/offices/suggest", "a part of a page: suggestions"),
    ("/o/{office}/apply/{draft}/receipt.pdf", "a PDF"),
    ("/o/{office}/apply/{draft}/submission.pdf", "a PDF"),
    ("/o/{office}/apply/{draft}/answers.json", "a download"),
    ("/o/{office}/drafts/{secret}", "leads back to a draft's summary"),
    ("/s/{secret}/documents/{document}", "a download"),
    ("/s/{secret}/files/{file}", "a download"),
    ("/s/{secret}/form", "a PDF"),
    ("/s/{secret}/letters/{letter}/pdf", "a PDF"),
    ("/s/{secret}/receipt", "a PDF"),
    ("/my/account/export", "a download"),
    ("/my/cases/{case}/documents/{document}", "a download"),
    ("/my/cases/{case}/files/{file}", "a download"),
    ("/my/cases/{case}/form", "a PDF"),
    ("/my/cases/{case}/letters/{letter}/pdf", "a PDF"),
    ("/my/cases/{case}/receipt", "a PDF"),
    ("/my/submissions/{submission}/files/{file}", "a download"),
    ("/my/submissions/{submission}/form", "a PDF"),
    ("/my/submissions/{submission}/receipt", "a PDF"),
    ("/desk/{office}/case-lists/one/export", "a download"),
    ("/desk/{office}/cases/{case}/record.pdf", "a PDF"),
    ("/desk/{office}/classes", "a part of a page: suggestions"),
    ("/desk/{office}/documents/{document}", "a download"),
    ("/desk/{office}/incoming/register", "a download"),
    ("/desk/{office}/letters/{letter}/pdf", "a PDF"),
    ("/desk/{office}/outgoing/export", "a download"),
    ("/desk/{office}/search/references", "a part of a page: suggestions"),
    ("/desk/{office}/search/suggest", "a part of a page: suggestions"),
    ("/desk/{office}/admin/audit.csv", "a download"),
    ("/desk/{office}/admin/file-plan/{plan}/download", "a download"),
    ("/desk/{office}/admin/import/template/{kind}", "a download"),
    ("/operator/audit.csv", "a download"),
    ("/operator/claims/{claim}/file", "a download"),
    ("/courses/files/{file}", "a picture or a file of a lesson"),
    ("/learn/{course}/sessions.ics", "a calendar file"),
    ("/learn/{course}/work/{item}/files/{number}", "a download"),
    ("/learn/certificates/{code}/{file}", "a PDF or a badge"),
    ("/desk/{office}/courses/{course}/learners/export", "a download"),
    ("/desk/{office}/courses/{course}/questions/export/file", "a download"),
    ("/desk/{office}/courses/{course}/questions/statistics/export", "a download"),
    ("/desk/{office}/courses/{course}/sessions/{session}/export", "a download"),
    ("/desk/{office}/courses/{course}/opinions/export", "a download"),
    ("/desk/{office}/training/rules/{rule}/export", "a download"),
    ("/desk/{office}/courses/{course}/sessions/{session}/calendar", "a calendar file"),
    ("/desk/{office}/courses/{course}/work/{work}/files/{number}", "a download"),
    ("/desk/{office}/training/export/{file}", "a download"),
    ("/operator/learning/{file}", "a download"),
    ("/desk/{office}/certificates/export", "a download"),
    ("/desk/{office}/certificates/{certificate}/{file}", "a PDF"),
    ("/badges/{office}/issuer", "a document for programs"),
    ("/badges/{office}/keys", "a document for programs"),
    ("/badges/{office}/keys/{key}", "a document for programs"),
    ("/badges/{office}/status/{list}", "a document for programs"),
    ("/badges/{office}/achievements/{version}", "a document for programs"),
    ("/badges/{office}/achievements/{version}/picture.svg", "a picture"),
];

/// Whether a page belongs to learning, which has tests of its own.
fn of_learning(path: &str) -> bool {
    let parts = ["learn", "courses", "learning", "training", "certificates", "badges", "c"];
    path.split('/').any(|part| parts.contains(&part))
}

/// The office whose pages are looked at.
const KODEN: (&str, &str) = ("office", "koden");

/// How a page is looked at: its language and its theme as the server makes it.
const LOOKS: [(&str, &str); 2] = [("pl", "light"), ("en", "dark")];

/// Which reading routes are pages.
fn pages() -> Vec<RouteInfo> {
    let is_page = |r: &RouteInfo| {
        r.method == "GET" && !r.path.starts_with("/api/") && NO_PAGE.iter().all(|(path, _)| *path != r.path)
    };
    compose::routes().list.into_iter().filter(is_page).collect()
}

/// How well a route fits an address: how many of its parts are the very same. `None`: it does not.
fn fits(route: &str, path: &str) -> Option<usize> {
    let (route, path): (Vec<&str>, Vec<&str>) = (route.split('/').collect(), path.split('/').collect());
    if route.len() != path.len() {
        return None;
    }
    let pairs = || route.iter().zip(&path);
    let all = pairs().all(|(r, p)| if r.starts_with('{') { !p.is_empty() } else { r == p });
    all.then(|| pairs().filter(|(r, p)| r == p).count())
}

/// What one test has seen, and what axe said.
#[derive(Default)]
pub struct Review {
    /// Whether it looks at learning, or at all else.
    learning: bool,
    seen: BTreeSet<&'static str>,
    faults: Vec<String>,
}

impl Review {
    /// Of the pages of learning.
    fn of_learning() -> Self {
        Self { learning: true, ..Self::default() }
    }
    /// The pages of these guards that nobody has looked at.
    fn due(&self, guards: &[Guard]) -> Vec<RouteInfo> {
        let due = |r: &RouteInfo| {
            of_learning(r.path) == self.learning && guards.contains(&r.guard) && !self.seen.contains(r.path)
        };
        pages().into_iter().filter(due).collect()
    }
    /// Looks at pages that the server answers with 200.
    async fn pages(&mut self, b: &Browser, pages: &[&str]) {
        self.answered(b, 200, pages).await;
    }
    /// Looks at the pages of these guards that nobody has looked at and whose address these values fill in.
    async fn rest(&mut self, b: &Browser, guards: &[Guard], values: &[(&str, &str)]) {
        let filled = self.due(guards).into_iter().map(|r| {
            values.iter().fold(r.path.to_owned(), |path, (name, value)| path.replace(&format!("{{{name}}}"), value))
        });
        let addresses: Vec<String> = filled.filter(|a| !a.contains('{')).collect();
        self.pages(b, &addresses.iter().map(String::as_str).collect::<Vec<_>>()).await;
    }
    /// Looks at the pages that the first link of a kind on a page leads to.
    async fn linked(&mut self, b: &Browser, from: &[(&str, &str)]) {
        for (page, css) in from {
            let link = link(b, page, css).await;
            self.pages(b, &[&link]).await;
        }
    }
    /// Looks at pages that the server answers with a status.
    async fn answered(&mut self, b: &Browser, status: u64, pages: &[&str]) {
        let routes = compose::routes().list;
        for (lang, theme) in LOOKS {
            b.prefs(lang, theme).await;
            for page in pages {
                b.go(page).await;
                let at = b.c.current_url().await.unwrap();
                assert_eq!(b.status().await, status, "{page}, which leads to {at}");
                self.here(b, page).await;
                let reading = routes.iter().filter(|r| r.method == "GET");
                let best = reading.filter_map(|r| Some((fits(r.path, at.path())?, r.path))).max();
                if let Some((_, route)) = best.filter(|_| status == 200) {
                    self.seen.insert(route);
                }
            }
        }
        b.prefs("pl", "light").await;
    }
    /// Looks at what forms say when they are sent empty.
    async fn refused(&mut self, b: &Browser, forms: &[(&str, &str)]) {
        for (lang, theme) in LOOKS {
            b.prefs(lang, theme).await;
            for (page, form) in forms {
                b.go(page).await;
                b.send_empty(form).await;
                assert_eq!(b.status().await, 422, "{form} of {page}");
                self.here(b, &format!("{page} refused")).await;
            }
        }
        b.prefs("pl", "light").await;
    }
    /// Looks at the page the browser shows, in the language and theme it has, and in high contrast.
    async fn here(&mut self, b: &Browser, what: &str) {
        let root = b.c.find(Locator::Css("html")).await.unwrap();
        let lang = root.attr("lang").await.unwrap().unwrap_or_default();
        let theme = root.attr("data-theme").await.unwrap().unwrap_or_default();
        assert!(LOOKS.contains(&(&lang, &theme)), "{what} is in {lang} and {theme}");
        for width in [1280, 390] {
            b.resize(width, 900).await;
            let found = b.violations().await;
            self.faults.extend(found.into_iter().map(|v| format!("{what} ({lang}, {theme}, {width}): {v}")));
        }
        b.resize(320, 900).await;
        let over = b.too_wide().await;
        if over > 0 {
            self.faults.push(format!("{what} ({lang}): {over} pixels wider than 320"));
        }
        b.resize(1280, 900).await;
        let found = b.low_contrast("contrast").await;
        self.faults.extend(found.into_iter().map(|v| format!("{what} ({lang}, contrast): {v}")));
    }
    /// Fails with every fault, and with every page of these guards that nobody looked at.
    fn end(self, guards: &[Guard]) {
        let due = self.due(guards);
        let missed: Vec<String> =
            due.into_iter().map(|r| format!("{} ({}) was not looked at", r.path, r.screen)).collect();
        let wrong = [self.faults, missed].concat();
        assert!(wrong.is_empty(), "{} of {} pages:\n{}", wrong.len(), self.seen.len(), wrong.join("\n"));
    }
}

/// The first link of a kind on a page.
async fn link(b: &Browser, page: &str, css: &str) -> String {
    b.go(page).await;
    b.links(css).await.into_iter().next().unwrap_or_else(|| panic!("nothing like {css} on {page}"))
}

#[test]
fn every_page_has_somebody_who_looks_at_it() {
    let looked_at = [strangers::GUARDS, citizens::GUARDS, desk::GUARDS, administration::GUARDS].concat();
    let learning = [learners::GUARDS, courses::GUARDS].concat();
    let looked_at = |r: &RouteInfo| if of_learning(r.path) { &learning } else { &looked_at }.contains(&r.guard);
    let list = compose::routes().list;
    let forgotten: Vec<&str> =
        list.iter().filter(|r| !r.path.starts_with("/api/") && !looked_at(r)).map(|r| r.path).collect();
    assert!(forgotten.is_empty(), "no test for the guards of {forgotten:?}");
    let reading: BTreeSet<&str> = list.iter().filter(|r| r.method == "GET").map(|r| r.path).collect();
    let gone: Vec<&str> = NO_PAGE.iter().map(|(path, _)| *path).filter(|p| !reading.contains(p)).collect();
    assert!(gone.is_empty(), "no such routes any more: {gone:?}");
}
