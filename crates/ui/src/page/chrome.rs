//! Header and footer.

use maud::{Markup, PreEscaped, html};

use super::{Area, Page, TextSize, Theme, nav};
use crate::{
    components::{Avatar, Icon, SearchBox},
    words,
};

/// The mark of SZPON: three talons closing on one point, drawn for this system.
#[must_use]
pub fn logo() -> Markup {
    html! {
        svg.logo viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false" {
            rect.logo-field width="40" height="40" rx="9" {}
            (PreEscaped(TALONS))
        }
    }
}

/// The talons alone, large and faint, behind the heading of a hero.
pub(super) fn hero_mark() -> Markup {
    html! {
        svg.hero-mark viewBox="7 5 27 30" aria-hidden="true" focusable="false" { (PreEscaped(TALONS)) }
    }
}

/// The drawing, the same as in `assets/favicon.svg`.
const TALONS: &str = concat!(
    r#"<path class="logo-a" d="M9 7.5c1 9.5 5.5 18 15 25.5C18.5 25.5 15.5 17 15.8 7.5z"/>"#,
    r#"<path class="logo-b" d="M19 7.5c-.3 8 1.8 15 6.8 21.5-2-7-2.3-14-.5-21.5z"/>"#,
    r#"<path class="logo-c" d="M28.5 7.5c-1.8 6.5-2 12.5-.5 18.5 1.5-5.5 3.3-11.5 4-18.5z"/>"#,
);

impl Page {
    /// The header: the mark, whose site it is, search, language, display, the person.
    pub(super) fn header(&self) -> Markup {
        html! {
            header.top {
                div.top-in {
                    a.brand href="/" { (logo()) span.brand-name { "SZPON" } }
                    (self.place())
                    @if let Some(search) = &self.search {
                        div.top-search {
                            ({
                                let mut field = SearchBox::new(self.lang, search.action.as_str(), search.label.as_str())
                                    .id("top-search")
                                    .value(search.value.as_str())
                                    .placeholder(search.label.as_str());
                                if let Some(url) = &search.suggest { field = field.suggest(url.as_str()); }
                                field
                            })
                        }
                    }
                    div.top-tools {
                        (self.language())
                        (self.display())
                        (self.person())
                    }
                }
                @if !self.area.has_side() && !self.nav.is_empty() { (nav::top(self.lang, &self.nav)) }
            }
        }
    }

    fn place(&self) -> Markup {
        match &self.area {
            Area::Start | Area::Bare => html! { span.place.place-system { (words::system(self.lang)) } },
            Area::Office { name, slug, monogram } => html! {
                a.place href={ "/o/" (slug) } {
                    (Avatar::new(monogram.clone().unwrap_or_else(|| name.chars().take(1).collect())).square())
                    span.place-name { (name) }
                }
            },
            Area::My => html! { a.place href="/my" { span.place-name { (words::my(self.lang)) } } },
            Area::Desk { office, slug } => html! {
                a.place href={ "/desk/" (slug) } {
                    span.place-name { (office) } span.place-kind { (words::desk(self.lang)) }
                }
            },
            Area::Operator => {
                html! { a.place href="/operator" { span.place-name { (words::operator(self.lang)) } } }
            }
        }
    }

    /// The values every form of the shell sends along.
    fn hidden(&self) -> Markup {
        html! {
            input type="hidden" name="return" value=(self.path);
            @if let Some(key) = &self.csrf { input type="hidden" name="csrf" value=(key); }
        }
    }

    fn language(&self) -> Markup {
        html! {
            form.lang-switch action="/prefs" method="post" role="group" aria-label=(words::language(self.lang)) {
                (self.hidden())
                @for (code, name) in [("pl", "Polski"), ("en", "English")] {
                    button type="submit" name="lang" value=(code) lang=(code)
                        aria-pressed=(if code == self.lang.code() { "true" } else { "false" }) {
                        abbr title=(name) { (code.to_uppercase()) }
                    }
                }
            }
        }
    }

    fn display(&self) -> Markup {
        let lang = self.lang;
        html! {
            details.menu data-menu {
                summary.menu-button title=(words::display(lang)) {
                    (Icon::Sliders) span.visually-hidden { (words::display(lang)) }
                }
                form.menu-box.display-form action="/prefs" method="post" {
                    (self.hidden())
                    fieldset {
                        legend { (words::theme(lang)) }
                        @for theme in Theme::ALL {
                            @let id = format!("theme-{}", theme.as_str());
                            div.option {
                                input type="radio" id=(id) name="theme" value=(theme.as_str())
                                    checked[theme == self.prefs.theme];
                                label for=(id) {
                                    (match theme {
                                        Theme::Auto => words::theme_auto(lang),
                                        Theme::Light => words::light(lang),
                                        Theme::Dark => words::dark(lang),
                                        Theme::Contrast => words::contrast(lang),
                                    })
                                }
                            }
                        }
                    }
                    fieldset {
                        legend { (words::text_size(lang)) }
                        @for size in TextSize::ALL {
                            @let id = format!("text-{}", size.as_str());
                            div.option {
                                input type="radio" id=(id) name="text" value=(size.as_str())
                                    checked[size == self.prefs.text];
                                label for=(id) {
                                    (match size {
                                        TextSize::Normal => words::text_normal(lang),
                                        TextSize::Large => words::text_large(lang),
                                        TextSize::Larger => words::text_larger(lang),
                                    })
                                }
                            }
                        }
                    }
                    button.btn.btn-primary.btn-block type="submit" { span { (words::save_display(lang)) } }
                }
            }
        }
    }

    fn person(&self) -> Markup {
        let Some(user) = &self.user else {
            return html! {
                @if let Some(href) = &self.sign_in {
                    a.btn.btn-secondary.btn-small.top-sign-in href=(href) {
                        (Icon::Person) span { (words::sign_in(self.lang)) }
                    }
                }
            };
        };
        let avatar = user.initials.clone().map_or_else(|| Avatar::of(&user.name), Avatar::new);
        html! {
            details.menu data-menu {
                summary.menu-button.menu-user {
                    (avatar) span.visually-hidden { (words::user_menu(self.lang)) ": " }
                    span.menu-user-name { (user.name) } (Icon::ChevronDown)
                }
                div.menu-box {
                    p.menu-who {
                        strong { (user.name) }
                        @if let Some(note) = &user.note { span { (note) } }
                    }
                    ul role="list" {
                        @for (label, href, icon) in &user.links {
                            li { a href=(href) { @if let Some(icon) = icon { (icon) } span { (label) } } }
                        }
                    }
                    @if let Some((label, action)) = &user.sign_out {
                        form action=(action) method="post" {
                            @if let Some(key) = &self.csrf { input type="hidden" name="csrf" value=(key); }
                            button.menu-out type="submit" { (Icon::SignOut) span { (label) } }
                        }
                    }
                }
            }
        }
    }

    /// The footer: what the law asks for, and the version.
    pub(super) fn page_footer(&self) -> Markup {
        html! {
            footer.foot {
                div.foot-in {
                    p.foot-brand { (logo()) span { strong { "SZPON" } " " (words::system(self.lang)) } }
                    nav aria-label=(words::footer(self.lang)) {
                        ul role="list" {
                            @for (label, href) in &self.footer { li { a href=(href) { (label) } } }
                            li { a href="/accessibility" { (words::accessibility(self.lang)) } }
                            li { a href="/privacy" { (words::privacy(self.lang)) } }
                            li { a href="/about" { (words::about(self.lang)) } }
                        }
                    }
                    p.foot-version { (words::version(self.lang)) " " (self.version) " · EUPL-1.2" }
                }
            }
        }
    }
}
