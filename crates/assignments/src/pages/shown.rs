//! What several pages show: instructions, the rubric, a text with comments in place, a marking.

use i18n::T;
use maud::{Markup, PreEscaped, html};
use ui::{Column, FileItem, FileList, Icon, Message, Row, Section, Table, Thread, date_time};

use crate::{
    definition::{Criterion, Definition},
    msg,
    text::paragraphs,
    work::{Edition, Marking, WorkFile},
};

/// The instructions.
pub(crate) fn instructions(definition: &Definition) -> Markup {
    html! { div.prose { (PreEscaped(courses::text::render(&definition.instructions, &|_| None).html)) } }
}

/// Points in words.
pub(crate) fn points(t: T, n: i64) -> String {
    t.f(msg::ASSIGNMENTS_POINTS, &[("n", n.into())])
}

/// The rubric as it is known beforehand.
pub(crate) fn rubric(t: T, definition: &Definition) -> Markup {
    if definition.rubric.is_empty() {
        return html! {};
    }
    let levels = |c: &Criterion| {
        html! {
            ul.bullets {
                @for level in &c.levels {
                    li { strong { (level.label) } " (" (points(t, level.points.into())) ")" @if !level.text.is_empty() { ": " (level.text) } }
                }
            }
        }
    };
    let table = Table::new(t.s(msg::ASSIGNMENTS_RUBRIC))
        .column(Column::new(t.s(msg::ASSIGNMENTS_CRITERION)))
        .column(Column::new(t.s(msg::ASSIGNMENTS_LEVELS)))
        .rows(definition.rubric.iter().map(|c| Row::new([html! { (c.name) }, levels(c)])));
    let text = t.f(msg::ASSIGNMENTS_RUBRIC_TEXT, &[("n", definition.most().into())]);
    html! { (Section::new(t.s(msg::ASSIGNMENTS_RUBRIC)).text(text).body(table)) }
}

/// The levels a trainer chose, with the sum.
fn chosen(t: T, definition: &Definition, marking: &Marking) -> Markup {
    if definition.rubric.is_empty() {
        return html! {};
    }
    let row = |(i, c): (usize, &Criterion)| {
        let level = marking.levels.0.get(i).copied().flatten().and_then(|l| c.levels.get(l));
        let said = match level {
            Some(level) => html! { strong { (level.label) } @if !level.text.is_empty() { ": " (level.text) } },
            None => html! { (t.s(msg::ASSIGNMENTS_NOT_JUDGED)) },
        };
        let got = level.map_or(0, |l| l.points);
        Row::new([html! { (c.name) }, said, html! { (got) " / " (c.most()) }])
    };
    html! {
        (Table::new(t.s(msg::ASSIGNMENTS_BY_RUBRIC))
            .column(Column::new(t.s(msg::ASSIGNMENTS_CRITERION)))
            .column(Column::new(t.s(msg::ASSIGNMENTS_LEVEL)))
            .column(Column::new(t.s(msg::ASSIGNMENTS_POINTS_COLUMN)).numeric().tight())
            .rows(definition.rubric.iter().enumerate().map(row)))
        p { strong { (t.f(msg::ASSIGNMENTS_SUM, &[("n", marking.points.into()), ("of", marking.most.into())])) } }
    }
}

/// What a trainer said: by the rubric and as a whole.
pub(crate) fn marking(t: T, definition: &Definition, marking: &Marking) -> Markup {
    html! {
        (chosen(t, definition, marking))
        @if !marking.remark.is_empty() {
            (Thread::new([Message::new(marking.by.as_str(), date_time(t.lang(), marking.at.timestamp()), marking.remark.as_str())
                .role(t.s(msg::ASSIGNMENTS_REMARK))]))
        } @else {
            p { (t.f(msg::ASSIGNMENTS_MARKED_BY, &[("name", marking.by.as_str().into())])) " " (date_time(t.lang(), marking.at.timestamp())) }
        }
    }
}

/// A paragraph with its number.
pub(crate) fn paragraph(n: usize, text: &str) -> Markup {
    html! {
        div.lines id=(format!("p-{n}")) {
            @for (i, line) in text.lines().enumerate() { p { @if i == 0 { strong { (n) ". " } } (line) } }
        }
    }
}

/// A text, its paragraphs numbered, with the comments of a marking under those they are about.
pub(crate) fn commented(t: T, text: &str, marking: Option<&Marking>) -> Markup {
    html! {
        @for (i, words) in paragraphs(text).iter().enumerate() {
            (paragraph(i + 1, words))
            @if let Some(marking) = marking {
                @for comment in marking.comments.0.iter().filter(|c| c.paragraph == i + 1) {
                    (Thread::new([Message::new(marking.by.as_str(), date_time(t.lang(), marking.at.timestamp()), comment.text.as_str())
                        .role(t.f(msg::ASSIGNMENTS_COMMENT_ON, &[("n", (i + 1).into())]))]))
                }
            }
        }
    }
}

/// Files with the address of each by its number. `names` tells whether their names may be seen; without them only their
/// kinds are, for a name may tell whose they are.
pub(crate) fn files<'f>(t: T, all: impl Iterator<Item = &'f WorkFile>, base: &str, names: bool) -> Markup {
    let items: Vec<FileItem> = all
        .enumerate()
        .map(|(i, f)| {
            let name = if names { f.name.clone() } else { blind_name(t, i + 1, f) };
            FileItem::new(name).link(format!("{base}/files/{}", f.number)).size(u64::try_from(f.size).unwrap_or(0))
        })
        .collect();
    if items.is_empty() {
        html! {}
    } else {
        html! { (FileList::new(t.lang(), items)) }
    }
}

/// What a file is called where its own name may tell whose it is.
pub(crate) fn blind_name(t: T, n: usize, file: &WorkFile) -> String {
    let ending = file.name.rsplit_once('.').map(|(_, end)| end).filter(|e| e.len() <= 5);
    let plain = t.f(msg::ASSIGNMENTS_FILE_N, &[("n", n.into())]);
    ending.map_or_else(|| plain.clone(), |end| format!("{plain}.{end}"))
}

/// An edition with its files and what was said of it.
pub(crate) fn edition<'f>(
    t: T,
    definition: &Definition,
    edition: &Edition,
    files_of: impl Iterator<Item = &'f WorkFile>,
    said: Option<&Marking>,
    base: &str,
    names: bool,
) -> Markup {
    html! {
        @if let Some(said) = said { (marking(t, definition, said)) }
        (commented(t, &edition.text, said))
        (files(t, files_of, base, names))
    }
}

/// The name of an edition: which one and when.
pub(crate) fn edition_title(t: T, edition: &Edition) -> Markup {
    html! {
        (Icon::History) " "
        (t.f(msg::ASSIGNMENTS_EDITION_N, &[("n", edition.number.into())])) " · "
        (date_time(t.lang(), edition.at.timestamp()))
    }
}
