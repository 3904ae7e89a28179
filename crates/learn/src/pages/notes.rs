//! A learner's own notes: beside an activity, and all of a course on one page.

use axum::response::{IntoResponse as _, Response};
use courses::Item;
use enrolments::{Guest, NoteRow};
use kernel::{
    Fault, FaultKind,
    ids::{ItemId, LearnerNoteId},
};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Empty, Field, Form, Icon, Reveal, Section};
use web::{Answer, FormData, Req, TypedPath, unprocessable};

use super::activity::{self, Again, beside};
use crate::{
    msg,
    place::{Place, read, write},
    view::course_page,
};

/// `/learn/{course}/notes`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/notes", rejection(web::BadPath))]
pub(crate) struct NotesPath {
    pub course: String,
}

/// `/learn/{course}/{item}/notes`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/{item}/notes", rejection(web::BadPath))]
pub(crate) struct AddPath {
    pub course: String,
    pub item: ItemId,
}

/// `/learn/{course}/{item}/notes/{note}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/{item}/notes/{note}", rejection(web::BadPath))]
pub(crate) struct ChangePath {
    pub course: String,
    pub item: ItemId,
    pub note: LearnerNoteId,
}

/// The longest note, in characters.
const MOST: u32 = 4_000;

/// All notes of the course, by activity.
pub(crate) async fn all(path: NotesPath, req: Req, guest: Guest) -> Answer<Markup> {
    let place = Place::of(&req, &guest, &path.course).await?;
    let mine = place.open().ok_or_else(Fault::not_found)?.id;
    let notes = read(&req, move |c| Box::pin(async move { enrolments::all_notes(c, mine).await })).await?;
    let t = req.t;
    let of = |item: &Item| notes.iter().filter(|n| n.item == item.id).collect::<Vec<_>>();
    Ok(course_page(&req, &place, "learn.notes", t.s(msg::LEARN_MY_NOTES))
        .here(t.s(msg::LEARN_MY_NOTES))
        .lead(t.s(msg::LEARN_NOTES_TEXT))
        .body(html! {
            @if notes.is_empty() { (Empty::new(Icon::Edit, t.s(msg::LEARN_NOTES_NONE)).text(t.s(msg::LEARN_NOTES_NONE_TEXT))) }
            @for item in place.content.items() {
                @let rows = of(item);
                @if !rows.is_empty() {
                    (Section::new(html! { a href={ (place.item_path(item)) "#notes" } { (item.title) } }).body(html! {
                        @for note in rows { p.preserve { (note.text) } }
                    }))
                }
            }
        })
        .render())
}

/// The notes beside an activity, with the forms to write and change them.
pub(crate) fn section(req: &Req, place: &Place, item: &Item, notes: &[NoteRow], again: &Again) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let base = place.path(&format!("/{}/notes", item.id));
    let typed = |form: &str| (again.form == form).then_some(again);
    let field = |id: &str, text: &str, again: Option<&Again>| {
        let field = Field::textarea(lang, "text", t.s(msg::LEARN_NOTE))
            .id(format!("note-{id}"))
            .required()
            .rows(3)
            .maxlength(MOST);
        let field = field.value(again.map_or(text, |a| &a.text));
        match again.and_then(|a| a.fault.as_ref()) {
            Some((key, args)) => field.error(Some(t.args(key, args))),
            None => field,
        }
    };
    let new = Form::post(base.clone())
        .label(t.s(msg::LEARN_NOTE_ADD))
        .keep(lang, format!("note-{}", item.id))
        .body(html! { (field("new", "", typed("note"))) (Button::submit(t.s(msg::LEARN_NOTE_ADD)).secondary()) });
    html! {
        (Section::new(t.s(msg::LEARN_MY_NOTES)).id("notes").text(t.s(msg::LEARN_NOTES_TEXT)).body(html! {
            @for note in notes {
                @let id = note.id.to_string();
                @let mistake = typed(&id);
                div.note {
                    p.preserve { (note.text) }
                    (Reveal::new(t.s(msg::LEARN_NOTE_CHANGE), Form::post(format!("{base}/{id}")).label(t.s(msg::LEARN_NOTE_CHANGE)).version(note.version).body(html! {
                        (field(&id, &note.text, mistake))
                        (ButtonGroup::new()
                            .add(Button::submit(t.s(msg::LEARN_NOTE_SAVE)).small())
                            .add(Button::submit(t.s(msg::LEARN_NOTE_REMOVE)).danger().small().value("remove", "yes")))
                    })).open(mistake.is_some()))
                }
            }
            (new)
        }))
    }
}

/// The page again, with what was typed.
pub(crate) async fn again(
    req: &Req,
    place: &Place,
    item: ItemId,
    form: &str,
    text: &str,
    fault: Fault,
) -> Answer<Response> {
    if !matches!(fault.kind, FaultKind::Invalid | FaultKind::Conflict) {
        return Err(fault.into());
    }
    let reason = fault.fields.first().map_or((fault.key, fault.args.clone()), |f| (f.key, f.args.clone()));
    let item = place.content.item(item).ok_or_else(Fault::not_found)?;
    let beside = beside(req, place, item.id).await?;
    let again = Again { form: form.to_owned(), text: text.to_owned(), fault: Some(reason) };
    Ok(unprocessable(activity::view(req, place, item, &beside, &again)))
}

/// Writes a note.
pub(crate) async fn add(path: AddPath, req: Req, guest: Guest, form: FormData) -> Answer<Response> {
    let place = Place::of(&req, &guest, &path.course).await?;
    let item = place.content.item(path.item).ok_or_else(Fault::not_found)?.id;
    let mine = place.open().ok_or_else(Fault::not_found)?.id;
    let (ctx, text) = (req.ctx.clone(), form.get("text").to_owned());
    let typed = text.clone();
    let done = write(&req, move |c| {
        let (ctx, text) = (ctx.clone(), text.clone());
        Box::pin(async move { enrolments::add_note(c, &ctx, mine, item, &text).await })
    })
    .await;
    match done {
        Ok(_) => Ok(req
            .redirect(format!("{}#notes", place.path(&format!("/{item}"))))
            .flash(msg::LEARN_NOTE_SAVED)
            .into_response()),
        Err(fault) => again(&req, &place, item, "note", &typed, fault).await,
    }
}

/// Changes or removes a note.
pub(crate) async fn change(path: ChangePath, req: Req, guest: Guest, form: FormData) -> Answer<Response> {
    let place = Place::of(&req, &guest, &path.course).await?;
    let mine = place.open().ok_or_else(Fault::not_found)?.id;
    let (ctx, text, note) = (req.ctx.clone(), form.get("text").to_owned(), path.note);
    let (version, remove) = (form.parsed("version").unwrap_or_default(), form.has("remove"));
    let typed = text.clone();
    let done = write(&req, move |c| {
        let (ctx, text) = (ctx.clone(), text.clone());
        Box::pin(async move {
            if remove {
                enrolments::remove_note(c, mine, note).await.map(|_| ())
            } else {
                enrolments::change_note(c, &ctx, mine, note, version, &text).await
            }
        })
    })
    .await;
    let flash = if remove { msg::LEARN_NOTE_REMOVED } else { msg::LEARN_NOTE_SAVED };
    match done {
        Ok(()) => {
            Ok(req.redirect(format!("{}#notes", place.path(&format!("/{}", path.item)))).flash(flash).into_response())
        }
        Err(fault) => again(&req, &place, path.item, &note.to_string(), &typed, fault).await,
    }
}
