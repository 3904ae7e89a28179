//! Letters of the office to the party. Opening one for the first time is its delivery, and the page says so before.

use letters::SentLetter;
use maud::{Markup, html};
use ui::{Button, FileItem, FileList, Form, Icon, Notice, Section, Tag, Tone};
use web::Req;

use crate::{
    file::CaseFile,
    msg,
    words::{day, with_day},
};

fn unopened(req: &Req, file: &CaseFile, letter: &SentLetter) -> Markup {
    let t = req.t;
    let form = Form::post(file.access.way.path(format_args!("letters/{}", letter.id)))
        .body(Button::submit(t.s(msg::MY_LETTER_OPEN)).icon(Icon::Mail).describes(letter.title.clone()));
    html! {
        (Section::new(letter.title.clone()).minor().boxed().body(html! {
            p {
                (Tag::new(t.s(letter.kind.label()))) " "
                (Tag::new(t.s(msg::MY_LETTER_NEW)).tone(Tone::Warning)) " "
                (t.f(msg::MY_LETTER_SENT, &[("date", day(t, letter.sent_at.warsaw_date()).into())]))
            }
            (Notice::info(t.s(msg::MY_LETTER_MEANS)))
            (form)
        }))
    }
}

fn opened(req: &Req, file: &CaseFile, letter: &SentLetter) -> FileItem {
    let t = req.t;
    let pdf = file.access.way.path(format_args!("letters/{}/pdf", letter.id));
    let meta = html! {
        (t.s(letter.kind.label())) " · "
        (t.f(msg::MY_LETTER_PAGES, &[("pages", letter.pages.into())])) " · "
        (t.f(msg::MY_LETTER_SENT, &[("date", day(t, letter.sent_at.warsaw_date()).into())]))
        @if let Some(on) = letter.delivered_on { " · " (with_day(t, msg::MY_LETTER_DELIVERED, on.0)) }
    };
    FileItem::new(letter.file_name())
        .link(pdf.clone())
        .size(u64::try_from(letter.size).unwrap_or_default())
        .meta(meta)
        .action(
            Button::link(t.s(msg::MY_DOWNLOAD), format!("{pdf}?download=1"))
                .secondary()
                .small()
                .icon(Icon::Download)
                .describes(letter.title.clone()),
        )
}

/// All letters, those not yet opened first; nothing without any.
pub(crate) fn section(req: &Req, file: &CaseFile) -> Markup {
    let t = req.t;
    let (new, old): (Vec<&SentLetter>, Vec<&SentLetter>) = file.letters.iter().partition(|l| l.is_new());
    html! {
        @if !file.letters.is_empty() {
            (Section::new(t.s(msg::MY_LETTERS_TITLE)).id("letters").body(html! {
                @for letter in &new { (unopened(req, file, letter)) }
                @if !old.is_empty() { (FileList::new(req.lang(), old.iter().map(|l| opened(req, file, l)))) }
            }))
        }
    }
}
