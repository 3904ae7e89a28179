//! Samples: buttons, icons, tags, notices, cards, figures.

use i18n::Lang;
use maud::{Markup, html};

use super::{part, say};
use crate::{
    Avatar, Button, ButtonGroup, Card, CardGrid, Code, Confirm, Empty, Form, Icon, Notice, Progress, Reveal, Stat,
    StatGrid, Tabs, Tag, Tone, skeleton,
};

pub(super) fn parts(lang: Lang) -> Markup {
    html! {
        (part("buttons", say(lang, "Przyciski", "Buttons"), buttons(lang)))
        (part("icons", say(lang, "Ikony", "Icons"), icons()))
        (part("tags", say(lang, "Etykiety i znaki", "Tags and marks"), tags(lang)))
        (part("notices", say(lang, "Komunikaty", "Notices"), notices(lang)))
        (part("stats", say(lang, "Liczby", "Figures"), stats(lang)))
        (part("cards", say(lang, "Karty", "Cards"), cards(lang)))
        (part("tabs", say(lang, "Zakładki", "Tabs"), sample_tabs(lang)))
        (part("empty", say(lang, "Puste miejsca", "Empty places"), empty(lang)))
        (part("unfold", say(lang, "Rozwijane", "Unfolding"), unfold(lang)))
        (part("wait", say(lang, "Oczekiwanie", "Waiting"), wait(lang)))
    }
}

fn buttons(lang: Lang) -> Markup {
    html! {
        (ButtonGroup::new()
            .add(Button::submit(say(lang, "Wyślij wniosek", "Send the application")))
            .add(Button::link(say(lang, "Zapisz wersję roboczą", "Save draft"), "#").secondary())
            .add(Button::link(say(lang, "Wróć", "Back"), "#").quiet().icon(Icon::ArrowLeft))
            .add(Button::submit(say(lang, "Usuń sprawę", "Delete the case")).danger().icon(Icon::Trash)))
        (ButtonGroup::new()
            .add(Button::link(say(lang, "Pobierz PDF", "Download PDF"), "#").small().icon(Icon::Download).download())
            .add(Button::submit(say(lang, "Filtruj", "Filter")).small().secondary().icon(Icon::Filter))
            .add(Button::plain(say(lang, "Drukuj", "Print")).small().quiet().icon(Icon::Print).does("print", ""))
            .add(Button::plain(say(lang, "Edytuj", "Edit")).small().secondary().icon_only(Icon::Edit))
            .add(Button::link(say(lang, "Dalej", "Next"), "#").small().icon_after(Icon::ArrowRight)))
        (ButtonGroup::new()
            .add(Button::submit(say(lang, "Nie można teraz", "Not now")).disabled(true))
            .add(Button::link(say(lang, "Nie można teraz", "Not now"), "#").secondary().disabled(true)))
        (Confirm::new(
            lang,
            "confirm-sample",
            say(lang, "Zakończ wszystkie sesje", "End all sessions"),
            say(lang, "Zakończyć wszystkie sesje?", "End all sessions?"),
            Form::post("#").body(Button::submit(say(lang, "Zakończ sesje", "End the sessions")).danger()),
        )
        .text(say(
            lang,
            "Zostaniesz wylogowany także na tym urządzeniu.",
            "You will be signed out on this device too.",
        )))
    }
}

fn icons() -> Markup {
    html! {
        ul.icon-gallery role="list" {
            @for icon in Icon::ALL { li { (icon) span { (icon.name()) } } }
        }
    }
}

fn tone_words(lang: Lang, tone: Tone) -> &'static str {
    match tone {
        Tone::Neutral => say(lang, "Zamknięta", "Closed"),
        Tone::Info => say(lang, "W toku", "In progress"),
        Tone::Success => say(lang, "Załatwiona", "Settled"),
        Tone::Warning => say(lang, "Termin za 3 dni", "Due in 3 days"),
        Tone::Danger => say(lang, "Po terminie", "Overdue"),
        Tone::Accent => say(lang, "Pilne", "Urgent"),
    }
}

fn tags(lang: Lang) -> Markup {
    html! {
        div.btn-group { @for tone in Tone::ALL { (Tag::new(tone_words(lang, tone)).tone(tone)) } }
        div.btn-group { @for tone in Tone::ALL { (Tag::new(tone_words(lang, tone)).tone(tone).dot()) } }
        div.btn-group {
            (Tag::new(say(lang, "Niezweryfikowana", "Unverified")).tone(Tone::Warning).icon(Icon::Warning))
            (Code::new("FN.3120.14.2026").copy(lang))
            (Avatar::of("Anna Zielińska")) (Avatar::of("Jan Nowak")) (Avatar::of("Ewa Mazur").large())
            (Avatar::new("GL").square())
        }
        (Code::new("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08").block().copy(lang))
    }
}

fn notices(lang: Lang) -> Markup {
    html! {
        (Notice::info(say(
            lang,
            "Urząd odpowie najpóźniej 3 marca 2026.",
            "The office will answer by 3 March 2026.",
        )))
        (Notice::success(say(lang, "Wniosek przyjęty. Numer: 0004217.", "Application received. Number: 0004217."))
            .title(say(lang, "Dziękujemy", "Thank you"))
            .action(Button::link(say(lang, "Pobierz potwierdzenie", "Download the receipt"), "#").small().secondary()))
        (Notice::warning(say(
            lang,
            "Brakuje załącznika: wypis z rejestru gruntów.",
            "An attachment is missing: extract from the land register.",
        ))
        .title(say(lang, "Uzupełnij wniosek do 12 lutego", "Complete the application by 12 February")))
        (Notice::danger(html! {
            (say(lang, "Nie udało się wysłać. Tekst jest zapisany. ", "Sending failed. Your text is saved. "))
            a href="#" { (say(lang, "Spróbuj jeszcze raz", "Try again")) }
        }))
    }
}

fn stats(lang: Lang) -> Markup {
    let grid = StatGrid::new([
        Stat::new(12, say(lang, "Czeka na mnie", "Waiting for me")).link("#").icon(Icon::Inbox).current(true),
        Stat::new(4, say(lang, "Termin w tym tygodniu", "Due this week"))
            .link("#")
            .tone(Tone::Warning)
            .icon(Icon::Clock),
        Stat::new(1, say(lang, "Po terminie", "Overdue")).link("#").tone(Tone::Danger).icon(Icon::Danger),
        Stat::new("1 204", say(lang, "Załatwione w tym roku", "Settled this year"))
            .icon(Icon::CheckCircle)
            .tone(Tone::Success)
            .note(say(lang, "średnio w 11 dni", "in 11 days on average")),
    ]);
    html! { (grid) }
}

pub(super) fn cards(lang: Lang) -> Markup {
    html! {
        (CardGrid::new([
            Card::new(say(lang, "Gmina Lipowa", "Lipowa Commune"))
                .level(3)
                .link("/o/lipowa")
                .mark(Avatar::new("L").square())
                .text(say(lang, "Gmina wiejska, powiat żywiecki", "Rural commune, Żywiec district"))
                .meta(say(lang, "Otwarte dziś 7:30–15:30", "Open today 7:30–15:30")),
            Card::new(say(lang, "Miasto Gdynia", "City of Gdynia"))
                .level(3)
                .link("/o/gdynia")
                .mark(Avatar::new("G").square())
                .text(say(lang, "Miasto na prawach powiatu, 4 punkty obsługi", "City with district rights, 4 service points"))
                .meta(say(lang, "Otwarte dziś 8:00–16:00", "Open today 8:00–16:00")),
            Card::new(say(lang, "Zameldowanie na pobyt stały", "Register a permanent address"))
                .level(3)
                .icon(Icon::Home)
                .text(say(lang, "Od ręki, bez opłat.", "At once, free of charge."))
                .foot(html! { (Tag::new(say(lang, "Przez internet", "Online")).tone(Tone::Success)) }),
        ]))
    }
}

pub(super) fn sample_tabs(lang: Lang) -> Markup {
    html! {
        (Tabs::new(lang)
            .tab("#", say(lang, "Przebieg", "Course"), true)
            .counted("#", say(lang, "Dokumenty", "Documents"), false, 7)
            .counted("#", say(lang, "Wiadomości", "Messages"), false, 3)
            .tab("#", say(lang, "Metryka", "Record"), false))
    }
}

fn empty(lang: Lang) -> Markup {
    html! {
        (Empty::new(Icon::Inbox, say(lang, "Nic nie czeka", "Nothing is waiting"))
            .text(say(
                lang,
                "Nowe wnioski pojawią się tutaj, gdy tylko wpłyną.",
                "New applications will appear here as soon as they come in.",
            ))
            .action(Button::link(say(lang, "Wpisz wniosek z papieru", "Enter one from paper"), "#").icon(Icon::Plus)))
    }
}

fn unfold(lang: Lang) -> Markup {
    html! {
        (Reveal::new(
            say(lang, "Gdzie znajdę numer działki?", "Where is the number of my plot?"),
            say(lang, "Na wypisie z rejestru gruntów, w pierwszej tabeli.", "On the extract from the land register."),
        ))
        (Reveal::new(
            say(lang, "Podstawa prawna", "Legal basis"),
            say(lang, "Art. 6 ust. 6 ustawy o podatkach i opłatach lokalnych.", "Art. 6(6) of the Act on local taxes."),
        )
        .boxed()
        .open(true))
    }
}

fn wait(lang: Lang) -> Markup {
    html! {
        (Progress::new(say(lang, "Wczytywanie osób z pliku", "Reading people from the file"))
            .of(340, 1200)
            .note(say(lang, "Możesz zamknąć tę stronę.", "You may close this page.")))
        (skeleton(3))
    }
}
