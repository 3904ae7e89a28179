//! Samples: tables, files, trees, charts.

use i18n::Lang;
use maud::{Markup, html};

use super::{part, say};
use crate::{
    BarChart, Button, Choice, Column, Field, FileItem, FileList, Form, Icon, Pager, Row, Stat, StatGrid, Suggestion,
    Table, Tag, Tone, Toolbar, Tree, TreeNode, Width, suggestions,
};

pub(super) fn parts(lang: Lang) -> Markup {
    html! {
        (part("table", say(lang, "Tabela", "Table"), cases(lang)))
        (part("files", say(lang, "Pliki", "Files"), files(lang)))
        (part("tree", say(lang, "Drzewo", "Tree"), tree(lang)))
        (part("chart", say(lang, "Wykres", "Chart"), chart(lang)))
        (part("suggestions", say(lang, "Podpowiedzi", "Suggestions"), suggesting(lang)))
    }
}

/// A desk with figures, filters and the list of cases, as a whole page.
pub(super) fn desk(lang: Lang) -> Markup {
    html! {
        (StatGrid::new([
            Stat::new(12, say(lang, "Czeka na mnie", "Waiting for me")).link("#").icon(Icon::Inbox).current(true),
            Stat::new(4, say(lang, "Termin w tym tygodniu", "Due this week")).link("#").tone(Tone::Warning).icon(Icon::Clock),
            Stat::new(1, say(lang, "Po terminie", "Overdue")).link("#").tone(Tone::Danger).icon(Icon::Danger),
            Stat::new(6, say(lang, "Obserwuję", "I follow")).link("#").icon(Icon::Star),
        ]))
        (cases(lang))
    }
}

fn cases(lang: Lang) -> Markup {
    let row = |reference: &str, title: &'static str, who: &'static str, state: &str, tone: Tone, term: &str| {
        Row::new([
            html! { (title) },
            html! { (reference) },
            html! { (who) },
            html! { (Tag::new(state).tone(tone).dot()) },
            html! { (term) },
        ])
        .link("#case")
    };
    html! {
        (Toolbar::new()
            .filters(Form::get("#").inline().label(say(lang, "Filtry", "Filters")).body(html! {
                (Field::select(lang, "state", say(lang, "Stan", "State"))
                    .required_unmarked()
                    .auto_submit()
                    .choices([Choice::new("", say(lang, "każdy", "any")), Choice::new("open", say(lang, "w toku", "open"))]))
                (Field::search(lang, "in-list", say(lang, "W tej liście", "In this list")).width(Width::W20))
                (Button::submit(say(lang, "Filtruj", "Filter")).secondary().icon(Icon::Filter))
            }))
            .actions(Button::link(say(lang, "Pobierz CSV", "Download CSV"), "#").quiet().icon(Icon::Download)))
        (Table::new(say(lang, "Sprawy, które czekają na mnie", "Cases waiting for me"))
            .column(Column::new(say(lang, "Sprawa", "Case")))
            .column(Column::new(say(lang, "Znak", "Reference")).tight())
            .column(Column::new(say(lang, "Strona", "Applicant")))
            .column(Column::new(say(lang, "Stan", "State")).tight())
            .column(Column::new(say(lang, "Termin", "Due")).tight().sort("#sort", Some(true)))
            .row(row(
                "FN.3120.9.2026",
                say(lang, "Umorzenie zaległości podatkowej", "Remission of tax arrears"),
                "Maria Wójcik",
                say(lang, "Po terminie", "Overdue"),
                Tone::Danger,
                say(lang, "2 lutego", "2 February"),
            ).tone(Tone::Danger))
            .row(row(
                "FN.3120.14.2026",
                say(lang, "Zgłoszenie nieruchomości do podatku", "Property declared for tax"),
                "Jan Kowalski",
                say(lang, "Nowe pismo", "New letter"),
                Tone::Info,
                say(lang, "12 lutego", "12 February"),
            ).unread(true))
            .row(row(
                "GK.6140.3.2026",
                say(lang, "Zezwolenie na usunięcie drzewa", "Permit to remove a tree"),
                say(lang, "Spółdzielnia Mieszkaniowa „Jutrzenka”", "“Jutrzenka” Housing Cooperative"),
                say(lang, "Czeka na stronę", "Waits for the applicant"),
                Tone::Warning,
                say(lang, "zawieszony", "suspended"),
            ))
            .row(row(
                "OR.1431.2.2026",
                say(lang, "Dostęp do informacji publicznej", "Access to public information"),
                "Fundacja Jawność",
                say(lang, "Projekt do akceptacji", "Draft for approval"),
                Tone::Accent,
                say(lang, "20 lutego", "20 February"),
            ))
            .foot(Pager::new(lang).previous(Some("#p")).next(Some("#n")).note(say(lang, "4 z 12 spraw", "4 of 12 cases"))))
        (Table::new(say(lang, "Opłaty", "Fees"))
            .show_caption()
            .column(Column::new(say(lang, "Czynność", "Act")))
            .column(Column::new(say(lang, "Opłata", "Fee")).numeric())
            .column(Column::new(say(lang, "Działania", "Actions")).hide_label())
            .row(Row::new([
                html! { (say(lang, "Zaświadczenie", "Certificate")) },
                html! { "17,00 zł" },
                html! { (Button::link(say(lang, "Zapłać", "Pay"), "#").small().secondary()) },
            ])))
    }
}

fn files(lang: Lang) -> Markup {
    html! {
        (FileList::new(lang, [
            FileItem::new("wniosek-podpisany.pdf").link("#").size(1_432_000).meta(say(lang, "Jan Kowalski, 3 lutego", "Jan Kowalski, 3 February")),
            FileItem::new(say(lang, "Wypis z rejestru gruntów, działka 118-4, obręb Lipowa.docx", "Extract from the land register.docx"))
                .link("#")
                .size(28_400)
                .action(Button::plain(say(lang, "Usuń", "Remove")).small().quiet().icon_only(Icon::Trash)),
            FileItem::new("elewacja.jpg").link("#").size(3_900_000),
            FileItem::new("stawki.csv").size(900),
        ]))
        (FileList::new(lang, []))
    }
}

fn tree(lang: Lang) -> Markup {
    html! {
        (Tree::new(say(lang, "Komórki urzędu", "Units of the office"), [
            TreeNode::new(say(lang, "Wójt", "Mayor")).link("#").meta(say(lang, "1 osoba", "1 person")).children([
                TreeNode::new(say(lang, "Referat Finansów", "Finance Unit")).link("#").meta(say(lang, "6 osób", "6 people")).children([
                    TreeNode::new(say(lang, "Podatki i opłaty", "Taxes and fees")).link("#").current(true).meta(say(lang, "3 osoby", "3 people")),
                    TreeNode::new(say(lang, "Księgowość", "Accounting")).link("#").meta(say(lang, "3 osoby", "3 people")),
                ]),
                TreeNode::new(say(lang, "Urząd Stanu Cywilnego", "Registry Office")).link("#").folded().children([
                    TreeNode::new(say(lang, "Archiwum", "Archive")),
                ]),
            ]),
        ]))
    }
}

fn chart(lang: Lang) -> Markup {
    html! {
        (BarChart::new(
            lang,
            say(lang, "Sprawy załatwione w pierwszym kwartale", "Cases settled in the first quarter"),
            say(lang, "Miesiąc", "Month"),
            say(lang, "Sprawy", "Cases"),
        )
        .bar(say(lang, "Styczeń", "January"), 118.0, "118")
        .bar(say(lang, "Luty", "February"), 96.0, "96")
        .bar(say(lang, "Marzec", "March"), 143.0, "143"))
    }
}

fn suggesting(lang: Lang) -> Markup {
    html! {
        ul.suggest-static role="listbox" aria-label=(say(lang, "Urzędy", "Offices")) {
            (suggestions([
                Suggestion::new("Łódź", html! { mark { "Łódź" } }).note(say(lang, "miasto, łódzkie", "city, Łódź voivodeship")),
                Suggestion::new("Łódka", html! { mark { "Łód" } "ka" }).link("/o/x"),
            ]))
        }
    }
}
