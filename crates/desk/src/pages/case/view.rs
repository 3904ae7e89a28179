//! The page of a case: what to do now, the talk with the party, letters, documents, notes; at the side the term, the
//! facts and what can be done.

mod aside;
mod now;

use correspondence::{RequestRow, Side};
use maud::{Markup, html};
use offices::{Desk, Role};
use records::{cases::CaseRow, documents::DocumentRow, notes::NoteRow};
use ui::{
    Button, ButtonGroup, Choice, Field, FileItem, FileList, Form, Icon, Message, Notice, Reveal, Section, Thread,
    Width, main_aside,
};
use web::Req;

use super::{documents::DocumentsPath, hand::TakePath, notes as note_pages, settle::SettlePath, show::Whole};
use crate::{
    form::Typed,
    msg,
    pages::document::DocumentPath,
    show::{bytes, case_path, with_query},
    upload,
};

/// The main things to do, beside the heading.
pub(super) fn actions(req: &Req, desk: &Desk, w: &Whole) -> Markup {
    let (t, case) = (req.t, &w.overview.case);
    html! {
        @if !case.frozen() && works(desk) {
            @if case.handler.is_none() {
                (Form::post(TakePath::of(desk, case.id).to_string()).inline()
                    .body(Button::submit(t.s(msg::DESK_TAKE)).icon(Icon::Person)))
            }
            (Button::link(t.s(msg::DESK_SETTLE), SettlePath::of(desk, case.id).to_string()).secondary().icon(Icon::Check))
        }
    }
}

/// Whether the person at the desk works on cases.
fn works(desk: &Desk) -> bool {
    records::policy::handles_cases(desk)
}

/// The whole body.
pub(super) fn body(req: &Req, desk: &Desk, w: &Whole, typed: &Typed) -> Markup {
    let t = req.t;
    html! {
        (typed.summary(t))
        @if w.overview.case.frozen() { (unsaved(req, typed)) }
        (main_aside(main(req, desk, w, typed), aside::view(req, desk, w)))
    }
}

/// What was typed into a case that was settled meanwhile: it must not be lost.
fn unsaved(req: &Req, typed: &Typed) -> Markup {
    let t = req.t;
    let text =
        ["note", "message"].iter().find_map(|form| typed.raw(form, "text")).filter(|text| !text.trim().is_empty());
    html! {
        @if let Some(text) = text {
            (Notice::warning(html! { @for line in text.lines() { p { (line) } } }).title(t.s(msg::DESK_UNSAVED)))
        }
    }
}

fn main(req: &Req, desk: &Desk, w: &Whole, typed: &Typed) -> Markup {
    let (t, o) = (req.t, &w.overview);
    let writes = works(desk) && !o.case.frozen();
    html! {
        (now::view(req, desk, w))
        (Section::new(t.s(msg::DESK_TALK)).id("messages").body(talk(req, desk, w)))
        @if writes || !w.requests.is_empty() { (requests(req, desk, w, writes)) }
        (letters(req, desk, w, writes))
        (Section::new(t.s(msg::DESK_DOCUMENTS)).id("documents").body(documents(req, desk, &o.case, &o.documents, typed)))
        (Section::new(t.s(msg::DESK_NOTES)).id("notes").text(t.s(msg::DESK_NOTES_TEXT)).body(notes(req, desk, &o.case, &o.notes, typed)))
    }
}

fn talk(req: &Req, desk: &Desk, w: &Whole) -> Markup {
    let (t, case) = (req.t, &w.overview.case);
    let file = |id| DocumentPath { office: desk.office.slug.clone(), document: id }.to_string();
    let reachable = w.overview.parties.iter().any(|p| p.person.is_some() || !p.email.is_empty());
    html! {
        @if w.messages.is_empty() { p { (t.s(msg::DESK_TALK_NONE)) } } @else {
            (correspondence::thread(t, Side::Office, &w.messages, &file))
        }
        // Writing to the party is an official's work; a superior reads.
        @if !case.frozen() && desk.may(Role::Official) {
            @if reachable { (correspondence::office_form(t, desk, case.id, &req.once())) }
            @else { (Notice::info(t.s(msg::DESK_TALK_UNREACHABLE))) }
        }
    }
}

/// What the party was asked for. Asking and closing have a page of their own.
fn requests(req: &Req, desk: &Desk, w: &Whole, writes: bool) -> Markup {
    let (t, today) = (req.t, req.ctx.now.warsaw_date());
    let page = format!("{}/requests", case_path(desk, w.overview.case.id));
    let action = |r: &RequestRow| {
        let label = Button::link(t.s(msg::DESK_REQUEST_CLOSE), page.clone()).small().quiet();
        html! { @if writes && desk.may(Role::Official) { (label.describes(r.what.chars().take(60).collect::<String>())) } }
    };
    let mut section = Section::new(t.s(msg::DESK_REQUESTS)).id("requests").body(correspondence::requests_section(
        t,
        Side::Office,
        &w.requests,
        today,
        &action,
    ));
    if writes && desk.may(Role::Official) {
        section = section
            .actions(Button::link(t.s(msg::DESK_REQUEST_ASK), page.clone()).small().secondary().icon(Icon::Plus));
    }
    html! { (section) }
}

fn letters(req: &Req, desk: &Desk, w: &Whole, writes: bool) -> Markup {
    let t = req.t;
    let new = format!("{}/letters/new", case_path(desk, w.overview.case.id));
    let mut section =
        Section::new(t.s(msg::DESK_LETTERS)).id("letters").body(letters::case_section(t, desk, &w.letters));
    if writes && desk.may(Role::Official) {
        section = section.actions(Button::link(t.s(msg::DESK_LETTER_NEW), new).small().secondary().icon(Icon::Plus));
    }
    html! { (section) }
}

fn documents(req: &Req, desk: &Desk, case: &CaseRow, documents: &[DocumentRow], typed: &Typed) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let item = |d: &DocumentRow| {
        let path = DocumentPath { office: desk.office.slug.clone(), document: d.id }.to_string();
        let item = FileItem::new(d.name.clone()).link(path.clone()).size(bytes(d.size)).meta(html! {
            (t.s(d.kind.label())) " · " (t.s(d.origin.label())) " · " (ui::date_time(lang, d.added.timestamp())) " · " (d.added_by)
        });
        if shown_inline(&d.media_type) {
            let look = Button::link(t.s(msg::DESK_DOCUMENT_LOOK), with_query(&path, &[("look", "1")]));
            item.action(look.small().quiet().icon(Icon::Eye).describes(d.name.clone()))
        } else {
            item
        }
    };
    html! {
        @if documents.is_empty() { p { (t.s(msg::DESK_DOCUMENTS_NONE)) } } @else {
            (FileList::new(lang, documents.iter().map(item)))
        }
        @if !case.frozen() && works(desk) {
            (Reveal::new(t.s(msg::DESK_DOCUMENT_ADD), add_document(req, desk, case, typed)).boxed().open(typed.is("document")))
        }
    }
}

/// Whether a browser shows this kind of file in the page's own frame, safely.
pub(crate) fn shown_inline(media_type: &str) -> bool {
    matches!(media_type, "application/pdf" | "image/png" | "image/jpeg" | "image/gif" | "image/webp")
}

fn add_document(req: &Req, desk: &Desk, case: &CaseRow, typed: &Typed) -> Form {
    use records::documents::{Kind, Origin};
    let (t, lang, i) = (req.t, req.lang(), typed.of(req.t, "document"));
    let kinds = [Kind::Other, Kind::Attachment, Kind::Receipt];
    Form::multipart(DocumentsPath::of(desk, case.id).to_string()).once(typed.key(req, "document")).body(html! {
        (upload::shown_again(req, typed.kept("document")))
        (i.dress("files", Field::file(lang, "files", t.s(msg::DESK_FILES)).multiple().required_if(typed.kept("document").is_empty())))
        (i.text("name", msg::DESK_DOCUMENT_NAME, "").maxlength(300).hint(t.s(msg::DESK_DOCUMENT_NAME_HINT)))
        (i.select("kind", msg::DESK_DOCUMENT_KIND, Kind::Other.as_str()).required().width(Width::W20)
            .choices(kinds.iter().map(|k| Choice::new(k.as_str(), t.s(k.label())))))
        (i.radios("origin", msg::DESK_DOCUMENT_ORIGIN, Origin::Office.as_str()).required().choices([
            Choice::new(Origin::Office.as_str(), t.s(Origin::Office.label())).hint(t.s(msg::DESK_ORIGIN_OFFICE_HINT)),
            Choice::new(Origin::Party.as_str(), t.s(Origin::Party.label())).hint(t.s(msg::DESK_ORIGIN_PARTY_HINT)),
        ]))
        (Button::submit(t.s(msg::DESK_DOCUMENT_ADD)).secondary().icon(Icon::Upload))
    })
}

fn notes(req: &Req, desk: &Desk, case: &CaseRow, notes: &[NoteRow], typed: &Typed) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let mine = |n: &NoteRow| n.author == Some(desk.member.person);
    html! {
        @if !notes.is_empty() {
            (Thread::new(notes.iter().rev().map(|n| {
                let mut note = Message::new(n.author_name.clone(), ui::date_time(lang, n.at.timestamp()), n.text.clone())
                    .mine(mine(n))
                    .internal(t.s(msg::DESK_NOTE_INTERNAL));
                if n.version > 1 {
                    note = note.status(t.s(msg::DESK_NOTE_EDITED));
                }
                note
            })))
            @if !case.frozen() && notes.iter().any(mine) {
                (Reveal::new(t.s(msg::DESK_NOTE_EDIT_MINE), ButtonGroup::new().add(html! {
                    @for n in notes.iter().filter(|n| mine(n)) {
                        @let path = note_pages::NotePath { office: desk.office.slug.clone(), case: case.id, note: n.id };
                        (Button::link(excerpt(&n.text), path.to_string()).small().secondary().icon(Icon::Edit))
                    }
                })))
            }
        }
        @if !case.frozen() && works(desk) {
            (Form::post(note_pages::NotesPath::of(desk, case.id).to_string()).once(typed.key(req, "note")).keep(lang, format!("note-{}", case.id)).body(html! {
                (typed.of(t, "note").lines("text", msg::DESK_NOTE_TEXT, "").required().rows(3).maxlength(10_000))
                (Button::submit(t.s(msg::DESK_NOTE_ADD)).secondary())
            }))
        } @else if notes.is_empty() { p { (t.s(msg::DESK_NOTES_NONE)) } }
    }
}

/// The beginning of a text, for naming it.
fn excerpt(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= 40 {
        line.to_owned()
    } else {
        format!("{}…", line.chars().take(40).collect::<String>())
    }
}
