//! The gallery: every component in every state, in both languages.

use std::collections::HashSet;

use i18n::Lang;
use ui::{Area, Icon, Page, Prefs, TextSize, Theme, assets, gallery, sample_pages};

use crate::markup::tags;

fn pages(lang: Lang) -> Vec<(&'static str, String)> {
    let mut pages: Vec<_> =
        sample_pages(lang, Prefs::default()).into_iter().map(|(name, page)| (name, page.into_string())).collect();
    pages.push(("gallery", gallery(lang, Prefs::default()).into_string()));
    pages
}

/// The page with a line for each tag and without hashes of assets, which change with every edit of a style.
fn readable(page: &str) -> String {
    let page = assets::names().fold(page.to_owned(), |page, name| page.replace(&assets::url(name), name));
    page.replace("><", ">\n<")
}

#[test]
fn the_gallery_is_the_same_twice_and_as_reviewed() {
    for lang in [Lang::Pl, Lang::En] {
        let page = gallery(lang, Prefs::default()).into_string();
        assert_eq!(page, gallery(lang, Prefs::default()).into_string());
        insta::assert_snapshot!(format!("gallery-{}", lang.code()), readable(&page));
    }
}

#[test]
fn sample_pages_are_as_reviewed() {
    for lang in [Lang::Pl, Lang::En] {
        for (name, page) in sample_pages(lang, Prefs::default()) {
            insta::assert_snapshot!(format!("{name}-{}", lang.code()), readable(&page.into_string()));
        }
    }
}

#[test]
fn ids_are_unique_and_whatever_points_to_one_finds_it() {
    for lang in [Lang::Pl, Lang::En] {
        for (name, page) in pages(lang) {
            let tags = tags(&page);
            let mut ids = HashSet::new();
            for id in tags.iter().filter_map(|tag| tag.get("id")) {
                assert!(ids.insert(id), "{name}: two elements have the id {id}");
            }
            for tag in &tags {
                for attribute in ["for", "aria-describedby", "aria-labelledby", "aria-controls"] {
                    for id in tag.get(attribute).unwrap_or_default().split_whitespace() {
                        assert!(ids.contains(id), "{name}: {attribute}={id} of {} leads nowhere", tag.name);
                    }
                }
            }
        }
    }
}

#[test]
fn every_control_has_a_label() {
    for (name, page) in pages(Lang::Pl) {
        let tags = tags(&page);
        let labelled: HashSet<_> =
            tags.iter().filter(|tag| tag.name == "label").filter_map(|tag| tag.get("for")).collect();
        for tag in tags.iter().filter(|tag| ["input", "select", "textarea"].contains(&tag.name)) {
            if tag.get("type") == Some("hidden") {
                continue;
            }
            let id = tag.get("id").unwrap_or_default();
            assert!(labelled.contains(id), "{name}: the control {:?} has no label", tag.get("name"));
        }
    }
}

#[test]
fn every_icon_is_silent_and_drawn() {
    let mut drawings = HashSet::new();
    for icon in Icon::ALL {
        let svg = maud::Render::render(icon).into_string();
        assert!(svg.contains("aria-hidden=\"true\"") && svg.contains("focusable=\"false\""), "{}", icon.name());
        assert!(drawings.insert(svg), "{} is drawn like another", icon.name());
    }
}

#[test]
fn every_page_has_one_heading_one_main_part_and_a_way_to_it() {
    for (name, page) in pages(Lang::En) {
        let tags = tags(&page);
        let count = |wanted: &str| tags.iter().filter(|tag| tag.name == wanted).count();
        assert_eq!((count("h1"), count("main"), count("header"), count("footer")), (1, 1, 1, 1), "{name}");
        assert!(tags.iter().any(|tag| tag.name == "a" && tag.get("href") == Some("#main")), "{name}");
    }
}

#[test]
fn nothing_on_a_page_is_refused_by_its_own_policy() {
    for (name, page) in pages(Lang::Pl) {
        for tag in tags(&page) {
            for (attribute, _) in &tag.attributes {
                assert!(*attribute != "style" && !attribute.starts_with("on"), "{name}: {} has {attribute}", tag.name);
            }
            assert!(tag.name != "style", "{name}: a style element");
            assert!(tag.name != "script" || tag.get("src").is_some(), "{name}: a script inside the page");
        }
    }
}

#[test]
fn texts_given_by_people_are_escaped() {
    let page = Page::new("ui.test", "<script>alert(1)</script>", Lang::Pl)
        .area(Area::Office { name: "<b>".into(), slug: "x\"y".into(), monogram: None })
        .path("/?q=\"><i>")
        .render()
        .into_string();
    assert!(!page.contains("<script>alert") && !page.contains("<b>") && !page.contains("><i>"));
}

#[test]
fn preferences_survive_being_written_and_read() {
    for theme in Theme::ALL {
        for text in TextSize::ALL {
            let prefs = Prefs { theme, text };
            assert_eq!(Prefs::parse(&prefs.to_string()), prefs);
        }
    }
    assert_eq!(Prefs::parse("<x>"), Prefs::default());
    let page = gallery(Lang::En, Prefs { theme: Theme::Dark, text: TextSize::Larger }).into_string();
    assert!(page.contains("lang=\"en\" data-theme=\"dark\" data-text=\"150\""));
}
