//! Samples: history, messages, terms, comparison.

use i18n::Lang;
use jiff::{Timestamp, civil::date as day};
use maud::{Markup, html};

use super::{part, say};
use crate::{
    Button, Code, Diff, Event, Field, FileItem, FileList, Form, Icon, KeyDate, Message, Meter, Section, SummaryList,
    Tag, Thread, Timeline, Tone, date, date_time, day_month, desk_split, long_date,
};

pub(super) fn parts(lang: Lang) -> Markup {
    html! {
        (part("terms", say(lang, "Terminy", "Terms"), terms(lang)))
        (part("history", say(lang, "Przebieg", "History"), history(lang)))
        (part("thread", say(lang, "Rozmowa", "Talk"), thread(lang)))
        (part("diff", say(lang, "Dwie wersje", "Two versions"), diff(lang)))
        (part("split", say(lang, "Lista i wybrana rzecz", "A list and the thing chosen"), desk_split(
            html! { p { (say(lang, "Lista", "List")) } },
            Some(html! { p { (say(lang, "Wybrana sprawa", "The chosen case")) } }),
        )))
    }
}

fn at(hour: i64) -> Timestamp {
    // 3 February 2026, from 8:00 in Poland.
    Timestamp::from_second(1_770_102_000 + hour * 3_600).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn terms(lang: Lang) -> Markup {
    html! {
        div.btn-group {
            (KeyDate::new(say(lang, "Wpłynęło", "Came in"), date(lang, day(2026, 2, 3))))
            (KeyDate::new(say(lang, "Odpowiedz do", "Answer by"), day_month(lang, day(2026, 2, 12))).tone(Tone::Warning))
            (KeyDate::new(say(lang, "Termin minął", "Term passed"), date(lang, day(2026, 2, 2))).tone(Tone::Danger))
        }
        (meter(lang))
        (Meter::new(say(lang, "Termin załatwienia", "Term"), say(lang, "4 dni po terminie", "4 days overdue"), 100).tone(Tone::Danger))
    }
}

fn meter(lang: Lang) -> Meter {
    Meter::new(say(lang, "Termin załatwienia", "Term"), say(lang, "zostało 9 dni", "9 days left"), 70)
        .tone(Tone::Warning)
        .note(html! {
            (say(lang, "Ostatni dzień: ", "Last day: ")) (long_date(lang, day(2026, 3, 5)))
            (say(lang, ". Art. 35 § 3 k.p.a.", ". Art. 35 § 3 of the Code of Administrative Procedure."))
        })
}

pub(super) fn history(lang: Lang) -> Markup {
    html! {
        (Timeline::new([
            Event::new(say(lang, "Wniosek złożony", "Application sent"))
                .icon(Icon::Send).tone(Tone::Info).when(date_time(lang, at(0))).who("Jan Kowalski"),
            Event::new(say(lang, "Sprawa założona", "Case opened"))
                .icon(Icon::Folder).when(date_time(lang, at(2))).who(say(lang, "Anna Zielińska, Referat Podatków", "Anna Zielińska, Tax Unit"))
                .body(html! { (Code::new("FN.3120.14.2026")) }),
            Event::new(say(lang, "Urząd prosi o dokument", "The office asks for a document"))
                .icon(Icon::Warning).tone(Tone::Warning).when(date_time(lang, at(5)))
                .body(say(lang, "Wypis z rejestru gruntów dla działki 118/4.", "Extract from the land register, plot 118/4.")),
            Event::new(say(lang, "Decyzja", "Decision")).icon(Icon::Stamp).ahead(),
        ]))
    }
}

fn thread(lang: Lang) -> Markup {
    html! {
        (Thread::new([
            Message::new("Anna Zielińska", date_time(lang, at(5)), say(
                lang,
                "Dzień dobry,\nproszę o dołączenie wypisu z rejestru gruntów dla działki 118/4. Bez niego nie ustalę podatku.",
                "Good morning,\nplease add the extract from the land register for plot 118/4. I need it to set the tax.",
            )).role(say(lang, "Referat Podatków", "Tax Unit")),
            Message::new("Jan Kowalski", date_time(lang, at(7)), say(lang, "Przesyłam wypis.", "Here is the extract."))
                .mine(true)
                .files(FileList::new(lang, [FileItem::new("wypis-118-4.pdf").link("#").size(284_213)]))
                .status(say(lang, "Przeczytane 3 lutego", "Read on 3 February")),
            Message::new("Piotr Lis", date_time(lang, at(8)), say(lang, "Powierzchnia zgadza się z ewidencją.", "The area agrees with the register."))
                .internal(say(lang, "Notatka widoczna tylko w urzędzie", "Note seen only in the office")),
        ]))
    }
}

fn diff(lang: Lang) -> Markup {
    html! {
        (Diff::new(lang)
            .field(
                say(lang, "Notatka", "Note"),
                say(lang, "Strona odbierze decyzję 5 marca w urzędzie.", "The applicant collects the decision on 5 March."),
                say(lang, "Strona odbierze decyzję 6 marca w punkcie obsługi.", "The applicant collects the decision on 6 March in person."),
            )
            .field(say(lang, "Klasa", "Class"), "3120", "3120"))
    }
}

pub(super) fn case_status(lang: Lang) -> Markup {
    html! {
        (Tag::new(say(lang, "W toku", "In progress")).tone(Tone::Info))
        (KeyDate::new(say(lang, "Załatw do", "Settle by"), date(lang, day(2026, 3, 5))).tone(Tone::Warning))
        (Code::new("FN.3120.14.2026").copy(lang))
    }
}

pub(super) fn case_main(lang: Lang) -> Markup {
    html! {
        (Section::new(say(lang, "Rozmowa ze stroną", "Talk with the applicant")).body(html! {
            (thread(lang))
            (Form::post("#").once("0192").keep(lang, "case-1").body(html! {
                (Field::textarea(lang, "answer", say(lang, "Odpowiedź", "Answer")).required().rows(3))
                (Button::submit(say(lang, "Wyślij do strony", "Send to the applicant")).icon(Icon::Send))
            }))
        }))
    }
}

pub(super) fn case_aside(lang: Lang) -> Markup {
    html! {
        (Section::new(say(lang, "Termin", "Term")).boxed().body(meter(lang)))
        (Section::new(say(lang, "O sprawie", "About the case")).boxed().body(
            SummaryList::new(lang).compact()
                .fact(say(lang, "Strona", "Applicant"), "Jan Kowalski")
                .fact(say(lang, "Prowadzi", "In charge"), "Anna Zielińska")
                .fact(say(lang, "Klasa", "Class"), say(lang, "3120 Wymiar podatków", "3120 Assessment of taxes"))
                .fact(say(lang, "Kategoria", "Category"), "B10"),
        ))
        (Section::new(say(lang, "Przebieg", "History")).boxed().body(history(lang)))
    }
}
