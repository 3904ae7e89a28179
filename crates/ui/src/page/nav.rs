//! Menus.

use i18n::Lang;
use maud::{Markup, html};

use crate::{components::Icon, words};

/// An item of the menu.
#[derive(Clone, Debug)]
pub struct NavItem {
    href: String,
    label: String,
    current: bool,
    count: Option<u64>,
    icon: Option<Icon>,
    group: Option<String>,
}

impl NavItem {
    /// A link with its words.
    pub fn new(href: impl Into<String>, label: impl Into<String>) -> Self {
        Self { href: href.into(), label: label.into(), current: false, count: None, icon: None, group: None }
    }

    /// The page shown belongs here.
    #[must_use]
    pub fn current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }

    /// How many things wait there; nothing is shown for 0.
    #[must_use]
    pub fn count(mut self, count: u64) -> Self {
        self.count = Some(count);
        self
    }

    /// An icon, which the menus at the side and at the bottom need.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Begins a group with this heading in the menu at the side.
    #[must_use]
    pub fn group(mut self, heading: impl Into<String>) -> Self {
        self.group = Some(heading.into());
        self
    }

    fn link(&self) -> Markup {
        html! {
            a href=(self.href) aria-current=[self.current.then_some("page")] {
                @if let Some(icon) = self.icon { (icon) }
                span.nav-label { (self.label) }
                @if let Some(count) = self.count.filter(|count| *count > 0) { " " span.count { (count) } }
            }
        }
    }
}

/// The menu below the header of public pages.
pub(super) fn top(lang: Lang, items: &[NavItem]) -> Markup {
    html! {
        nav.top-nav aria-label=(words::main_nav(lang)) {
            ul role="list" { @for item in items { li { (item.link()) } } }
        }
    }
}

/// The menu at the side, on wide screens.
pub(super) fn side(lang: Lang, items: &[NavItem]) -> Markup {
    html! {
        nav.side aria-label=(words::main_nav(lang)) {
            ul role="list" {
                @for item in items {
                    @if let Some(group) = &item.group { li.side-group { (group) } }
                    li { (item.link()) }
                }
            }
        }
    }
}

/// How many items stand in the bar at the bottom beside "More".
const IN_BAR: usize = 4;

/// The same menu at the bottom, on phones: the first four, the others behind "More".
pub(super) fn bottom(lang: Lang, items: &[NavItem]) -> Markup {
    let (bar, more) = if items.len() > IN_BAR + 1 { items.split_at(IN_BAR) } else { (items, &[][..]) };
    html! {
        nav.bottom aria-label=(words::main_nav(lang)) {
            ul role="list" {
                @for item in bar { li { (item.link()) } }
                @if !more.is_empty() {
                    li {
                        details.bottom-more data-menu {
                            summary.more-here[more.iter().any(|item| item.current)] {
                                (Icon::Menu) span.nav-label { (words::more(lang)) }
                            }
                            ul.bottom-sheet role="list" { @for item in more { li { (item.link()) } } }
                        }
                    }
                }
            }
        }
    }
}
