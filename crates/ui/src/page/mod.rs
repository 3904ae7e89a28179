//! The shell around every page.

mod chrome;
mod nav;
mod parts;
mod prefs;

use i18n::Lang;
use maud::{DOCTYPE, Markup, Render, html};

pub use chrome::logo;
pub use nav::NavItem;
pub use parts::{Area, Crumb, SearchSlot, UserChip};
pub use prefs::{Prefs, TextSize, Theme};

use crate::{assets, components::Icon, components::Notice, words};

/// A whole page.
#[derive(Clone, Debug)]
pub struct Page {
    screen: &'static str,
    title: String,
    lang: Lang,
    prefs: Prefs,
    area: Area,
    user: Option<UserChip>,
    sign_in: Option<String>,
    nav: Vec<NavItem>,
    crumbs: Vec<Crumb>,
    flash: Vec<Notice>,
    kicker: Option<Markup>,
    lead: Option<Markup>,
    status: Option<Markup>,
    actions: Option<Markup>,
    tabs: Option<Markup>,
    search: Option<SearchSlot>,
    csrf: Option<String>,
    path: String,
    version: String,
    footer: Vec<(String, String)>,
    hero: Option<Markup>,
    narrow: bool,
    hide_heading: bool,
    refresh: Option<u32>,
    body: Markup,
}

impl Page {
    /// A page of the screen (`records.case`), with its title (the `h1` too) and language.
    pub fn new(screen: &'static str, title: impl Into<String>, lang: Lang) -> Self {
        Self {
            screen,
            title: title.into(),
            lang,
            prefs: Prefs::default(),
            area: Area::Start,
            user: None,
            sign_in: None,
            nav: Vec::new(),
            crumbs: Vec::new(),
            flash: Vec::new(),
            kicker: None,
            lead: None,
            status: None,
            actions: None,
            tabs: None,
            search: None,
            csrf: None,
            path: "/".to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            footer: Vec::new(),
            hero: None,
            narrow: false,
            hide_heading: false,
            refresh: None,
            body: html! {},
        }
    }

    /// Theme and text size.
    #[must_use]
    pub fn prefs(mut self, prefs: Prefs) -> Self {
        self.prefs = prefs;
        self
    }

    /// The part of the system.
    #[must_use]
    pub fn area(mut self, area: Area) -> Self {
        self.area = area;
        self
    }

    /// Who is signed in.
    #[must_use]
    pub fn user(mut self, user: Option<UserChip>) -> Self {
        self.user = user;
        self
    }

    /// The address of signing in, shown when nobody is.
    #[must_use]
    pub fn sign_in(mut self, href: impl Into<String>) -> Self {
        self.sign_in = Some(href.into());
        self
    }

    /// The menu.
    #[must_use]
    pub fn nav(mut self, nav: Vec<NavItem>) -> Self {
        self.nav = nav;
        self
    }

    /// A step of the way here, with its address.
    #[must_use]
    pub fn crumb(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.crumbs.push(Crumb { label: label.into(), href: Some(href.into()) });
        self
    }

    /// The last step: this page.
    #[must_use]
    pub fn here(mut self, label: impl Into<String>) -> Self {
        self.crumbs.push(Crumb { label: label.into(), href: None });
        self
    }

    /// Something to say above the heading, once.
    #[must_use]
    pub fn flash(mut self, notice: Notice) -> Self {
        self.flash.push(notice);
        self
    }

    /// Several things to say.
    #[must_use]
    pub fn flashes(mut self, notices: impl IntoIterator<Item = Notice>) -> Self {
        self.flash.extend(notices);
        self
    }

    /// A small line above the heading: what kind of thing this is.
    #[must_use]
    pub fn kicker(mut self, kicker: impl Render) -> Self {
        self.kicker = Some(kicker.render());
        self
    }

    /// A sentence under the heading.
    #[must_use]
    pub fn lead(mut self, lead: impl Render) -> Self {
        self.lead = Some(lead.render());
        self
    }

    /// Under the heading: tags and key dates.
    #[must_use]
    pub fn status(mut self, status: impl Render) -> Self {
        self.status = Some(status.render());
        self
    }

    /// Buttons beside the heading.
    #[must_use]
    pub fn actions(mut self, actions: impl Render) -> Self {
        self.actions = Some(actions.render());
        self
    }

    /// Parts of the subject; see [`crate::Tabs`].
    #[must_use]
    pub fn tabs(mut self, tabs: impl Render) -> Self {
        self.tabs = Some(tabs.render());
        self
    }

    /// Search in the header.
    #[must_use]
    pub fn search(mut self, search: SearchSlot) -> Self {
        self.search = Some(search);
        self
    }

    /// The key against requests from other sites, for the shell's own forms; sent as `csrf`.
    #[must_use]
    pub fn csrf(mut self, key: impl Into<String>) -> Self {
        self.csrf = Some(key.into());
        self
    }

    /// The address of this page with its query, to which choosing a language or theme returns.
    #[must_use]
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = path.into();
        self
    }

    /// The version shown in the footer.
    #[must_use]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = version.into();
        self
    }

    /// One more link in the footer.
    #[must_use]
    pub fn footer_link(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.footer.push((label.into(), href.into()));
        self
    }

    /// A band over the whole width with the heading and this under it: the start page, an office's site.
    #[must_use]
    pub fn hero(mut self, hero: impl Render) -> Self {
        self.hero = Some(hero.render());
        self
    }

    /// As wide as text is read: forms, articles.
    #[must_use]
    pub fn narrow(mut self) -> Self {
        self.narrow = true;
        self
    }

    /// The heading is for screen readers only.
    #[must_use]
    pub fn hide_heading(mut self) -> Self {
        self.hide_heading = true;
        self
    }

    /// The browser asks for the page again after so many seconds (long work, without scripts).
    #[must_use]
    pub fn refresh(mut self, seconds: u32) -> Self {
        self.refresh = Some(seconds);
        self
    }

    /// What the page is about.
    #[must_use]
    pub fn body(mut self, body: impl Render) -> Self {
        self.body = body.render();
        self
    }

    /// The title in the browser's tab: this page, the office, SZPON.
    fn full_title(&self) -> String {
        match &self.area {
            Area::Office { name, .. } | Area::Desk { office: name, .. } if *name != self.title => {
                format!("{} · {name} · SZPON", self.title)
            }
            _ => format!("{} · SZPON", self.title),
        }
    }

    /// The page as HTML.
    #[must_use]
    pub fn render(&self) -> Markup {
        html! {
            (DOCTYPE)
            html lang=(self.lang.code()) data-theme=(self.prefs.theme.as_str()) data-text=(self.prefs.text.as_str()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.full_title()) }
                    meta name="color-scheme" content=(match self.prefs.theme {
                        Theme::Auto => "light dark",
                        Theme::Light => "light",
                        Theme::Dark | Theme::Contrast => "dark",
                    });
                    @if let Some(seconds) = self.refresh { meta http-equiv="refresh" content=(seconds); }
                    link rel="stylesheet" href=(assets::url("app.css"));
                    link rel="icon" type="image/svg+xml" href=(assets::url("favicon.svg"));
                    script type="module" src=(assets::url("enhance.js")) {}
                }
                body data-screen=(self.screen) data-area=(self.area.name()) .has-side[self.side()] {
                    a.skip href="#main" { (words::skip(self.lang)) }
                    (self.header())
                    @if self.side() { (nav::side(self.lang, &self.nav)) }
                    div.shell {
                        (self.main())
                        (self.page_footer())
                    }
                    @if self.side() { (nav::bottom(self.lang, &self.nav)) }
                }
            }
        }
    }

    fn side(&self) -> bool {
        self.area.has_side() && !self.nav.is_empty()
    }

    fn main(&self) -> Markup {
        html! {
            main id="main" tabindex="-1" .narrow[self.narrow] .has-hero[self.hero.is_some()] {
                @if !self.crumbs.is_empty() {
                    nav.crumbs aria-label=(words::crumbs(self.lang)) {
                        ol role="list" {
                            @for crumb in &self.crumbs {
                                li {
                                    @if let Some(href) = &crumb.href { a href=(href) { (crumb.label) } }
                                    @else { span aria-current="page" { (crumb.label) } }
                                }
                            }
                        }
                    }
                }
                @if !self.flash.is_empty() {
                    div.flash { @for notice in &self.flash { (notice.clone().announce()) } }
                }
                @if let Some(hero) = &self.hero {
                    div.hero { (chrome::hero_mark()) div.hero-in { (self.heading()) div.hero-body { (hero) } } }
                } @else { (self.heading()) }
                @if let Some(tabs) = &self.tabs { (tabs) }
                div.page-body { (self.body) }
            }
        }
    }

    fn heading(&self) -> Markup {
        html! {
            div.page-head.visually-hidden[self.hide_heading] {
                div.page-head-text {
                    @if let Some(kicker) = &self.kicker { p.kicker { (kicker) } }
                    h1 { (self.title) }
                    @if let Some(lead) = &self.lead { p.lead { (lead) } }
                    @if let Some(status) = &self.status { div.page-status { (status) } }
                }
                @if let Some(actions) = &self.actions { div.page-actions { (actions) } }
            }
        }
    }
}

impl Render for Page {
    fn render(&self) -> Markup {
        Page::render(self)
    }
}

/// A page for a fault: what happened in plain words, and what to do now.
pub fn fault_page(page: Page, icon: Icon, text: impl Render, action: impl Render) -> Markup {
    page.narrow()
        .body(html! {
            div.fault { span.empty-icon { (icon) } div.fault-text { (text) } div.btn-group { (action) } }
        })
        .render()
}
