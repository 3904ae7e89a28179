//! Every component in every state.

mod basics;
mod forms;
mod lists;
mod talks;

use i18n::Lang;
use maud::{Markup, Render, html};

use crate::{Area, Button, Icon, NavItem, Notice, Page, Prefs, SearchBox, SearchSlot, Section, UserChip, main_aside};

/// Polish or English words of a sample.
fn say(lang: Lang, pl: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Pl => pl,
        Lang::En => en,
    }
}

/// A part of the gallery.
fn part(id: &str, title: &str, body: impl Render) -> Section {
    Section::new(title).id(id).body(body)
}

/// The gallery page: components, each in every state.
#[must_use]
pub fn gallery(lang: Lang, prefs: Prefs) -> Markup {
    let parts = html! {
        (basics::parts(lang))
        (forms::parts(lang))
        (lists::parts(lang))
        (talks::parts(lang))
    };
    desk(lang, prefs, say(lang, "Galeria składników", "Gallery of components"), "/gallery")
        .lead(say(lang, "Każdy składnik stron w każdym stanie.", "Every component of pages in every state."))
        .flash(Notice::success(say(lang, "Sprawa została założona.", "The case has been opened.")))
        .body(parts)
        .render()
}

/// The shell of an office's desk with sample menus.
fn desk(lang: Lang, prefs: Prefs, title: &str, path: &str) -> Page {
    Page::new("ui.gallery", title, lang)
        .prefs(prefs)
        .area(Area::Desk { office: say(lang, "Gmina Lipowa", "Lipowa Commune").to_owned(), slug: "lipowa".to_owned() })
        .user(Some(
            UserChip::new("Anna Zielińska")
                .note(say(lang, "inspektor, Referat Podatków", "inspector, Tax Unit"))
                .icon_link(Icon::Person, say(lang, "Moje dane", "My details"), "/my/account")
                .icon_link(Icon::Key, say(lang, "Bezpieczeństwo", "Security"), "/my/security")
                .sign_out(say(lang, "Wyloguj się", "Sign out"), "/sign-out"),
        ))
        .search(SearchSlot::new("/desk/lipowa/search", say(lang, "Szukaj spraw i pism", "Search cases and letters")))
        .nav(vec![
            NavItem::new("/desk/lipowa", say(lang, "Moje biurko", "My desk")).icon(Icon::Home).current(true).count(12),
            NavItem::new("/desk/lipowa/inbox", say(lang, "Wpływ", "Incoming")).icon(Icon::Inbox).count(3),
            NavItem::new("/desk/lipowa/cases", say(lang, "Sprawy", "Cases")).icon(Icon::Folder),
            NavItem::new("/desk/lipowa/approvals", say(lang, "Do akceptacji", "To approve")).icon(Icon::Stamp).count(1),
            NavItem::new("/desk/lipowa/register", say(lang, "Rejestry", "Registers")).icon(Icon::List).group(say(
                lang,
                "Kancelaria",
                "Registry",
            )),
            NavItem::new("/desk/lipowa/outbox", say(lang, "Wysyłka", "Outgoing")).icon(Icon::Send),
            NavItem::new("/desk/lipowa/people", say(lang, "Ludzie i komórki", "People and units"))
                .icon(Icon::People)
                .group(say(lang, "Urząd", "Office")),
            NavItem::new("/desk/lipowa/settings", say(lang, "Ustawienia", "Settings")).icon(Icon::Settings),
        ])
        .crumb(say(lang, "Biurko", "Desk"), "/desk/lipowa")
        .here(title)
        .path(path)
}

/// Whole sample pages by name, for looking at them: the start page, a form, a case.
#[must_use]
pub fn sample_pages(lang: Lang, prefs: Prefs) -> Vec<(&'static str, Markup)> {
    let start = Page::new("ui.sample-start", say(lang, "Załatw sprawę w swoim urzędzie", "Settle a matter with your office"), lang)
        .prefs(prefs)
        .sign_in("/sign-in")
        .lead(say(
            lang,
            "Znajdź gminę, miasto lub ministerstwo i złóż wniosek bez kolejki.",
            "Find a commune, city or ministry and apply without queues.",
        ))
        .hero(
            SearchBox::new(lang, "/offices", say(lang, "Nazwa urzędu lub miejscowości", "Name of an office or place"))
                .large()
                .hint(say(lang, "Na przykład: Łódź, Lipowa, Ministerstwo Kultury", "For example: Łódź, Lipowa, Ministry of Culture"))
                .suggest("/offices/suggest"),
        )
        .body(html! {
            (Section::new(say(lang, "Urzędy, które już tu pracują", "Offices already at work here")).body(basics::cards(lang)))
            (Section::new(say(lang, "Jak to działa", "How it works")).body(talks::history(lang)))
        })
        .render();
    let office =
        Page::new("ui.sample-form", say(lang, "Zgłoszenie nieruchomości do podatku", "Declare property for tax"), lang)
            .prefs(prefs)
            .area(Area::Office {
                name: say(lang, "Gmina Lipowa", "Lipowa Commune").to_owned(),
                slug: "lipowa".to_owned(),
                monogram: None,
            })
            .nav(vec![
                NavItem::new("/o/lipowa", say(lang, "O urzędzie", "About")),
                NavItem::new("/o/lipowa/services", say(lang, "Sprawy do załatwienia", "Services")).current(true),
                NavItem::new("/o/lipowa/contact", say(lang, "Kontakt i godziny", "Contact and hours")),
            ])
            .sign_in("/sign-in")
            .crumb(say(lang, "Sprawy do załatwienia", "Services"), "/o/lipowa/services")
            .here(say(lang, "Zgłoszenie nieruchomości", "Declare property"))
            .narrow()
            .body(forms::wizard(lang))
            .render();
    let case = desk(
        lang,
        prefs,
        say(lang, "Podatek od nieruchomości, Jan Kowalski", "Property tax, Jan Kowalski"),
        "/desk/case",
    )
    .kicker("FN.3120.14.2026")
    .status(talks::case_status(lang))
    .actions(html! {
        (Button::link(say(lang, "Napisz do strony", "Write to the applicant"), "#").icon(Icon::Message))
        (Button::link(say(lang, "Przekaż", "Hand over"), "#").secondary().icon(Icon::ArrowRight))
    })
    .tabs(basics::sample_tabs(lang))
    .body(main_aside(talks::case_main(lang), talks::case_aside(lang)))
    .render();
    let desk_page = desk(lang, prefs, say(lang, "Moje biurko", "My desk"), "/desk/lipowa")
        .actions(Button::link(say(lang, "Załóż sprawę", "Open a case"), "#").icon(Icon::Plus))
        .body(lists::desk(lang))
        .render();
    let sign_in = Page::new("ui.sample-sign-in", say(lang, "Zaloguj się", "Sign in"), lang)
        .prefs(prefs)
        .area(Area::Bare)
        .body(forms::sign_in(lang))
        .render();
    vec![("start", start), ("form", office), ("case", case), ("desk", desk_page), ("sign-in", sign_in)]
}
