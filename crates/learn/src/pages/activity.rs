//! `/learn/{course}/{item}`: a lesson, a file or a session, with notes and questions beside it.

use axum::response::{IntoResponse as _, Response};
use courses::{Item, ItemKind, address, lesson_view};
use enrolments::{Guest, Mark, NoteRow, QuestionRow};
use kernel::{Args, Fault, ids::ItemId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Form, Icon, Notice, main_aside};
use web::{Answer, Req, TypedPath};

use super::{ask, notes};
use crate::{
    msg,
    place::{Place, read, write},
    view::{course_page, meter, outline},
};

/// `/learn/{course}/{item}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/{item}", rejection(web::BadPath))]
pub(crate) struct ActivityPath {
    pub course: String,
    pub item: ItemId,
}

/// `/learn/{course}/{item}/done`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/{item}/done", rejection(web::BadPath))]
pub(crate) struct DonePath {
    pub course: String,
    pub item: ItemId,
}

/// What stands beside an activity.
#[derive(Default)]
pub(crate) struct Beside {
    pub notes: Vec<NoteRow>,
    pub questions: Vec<QuestionRow>,
}

/// What was typed and cannot be kept as it is: the form (`note`, a note's id, `ask`), the text and why.
#[derive(Default)]
pub(crate) struct Again {
    pub form: String,
    pub text: String,
    pub fault: Option<(&'static str, Args)>,
}

pub(crate) async fn show(path: ActivityPath, req: Req, guest: Guest) -> Answer<Response> {
    let place = Place::of(&req, &guest, &path.course).await?;
    let item = place.content.item(path.item).ok_or_else(Fault::not_found)?.clone();
    let Some(mine) = place.open() else {
        return Ok(req.redirect(place.path("")).message(web::Tone::Info, msg::LEARN_BEGIN_FIRST).into_response());
    };
    if matches!(item.kind, ItemKind::Quiz | ItemKind::Assignment) {
        return Ok(req.redirect(place.item_path(&item)).into_response());
    }
    let (ctx, enrolment, at) = (req.ctx.clone(), mine.id, item.id);
    // The place is kept for another device; opened again at once it need not be written again.
    if mine.last_item != Some(at) || !place.progress.contains_key(&at) {
        write(&req, move |c| {
            let ctx = ctx.clone();
            Box::pin(async move { enrolments::mark(c, &ctx, enrolment, at, Mark::seen()).await })
        })
        .await?;
    }
    let beside = beside(&req, &place, at).await?;
    Ok(view(&req, &place, &item, &beside, &Again::default()).into_response())
}

/// Reads what stands beside an activity of whoever may open it.
pub(crate) async fn beside(req: &Req, place: &Place, item: ItemId) -> kernel::Result<Beside> {
    let mine = place.open().ok_or_else(Fault::not_found)?.clone();
    read(req, move |c| {
        Box::pin(async move {
            Ok(Beside {
                notes: enrolments::notes(c, mine.id, item).await?,
                questions: enrolments::questions_beside(c, &mine, item).await?,
            })
        })
    })
    .await
}

/// Marks it done and leads on.
pub(crate) async fn done(path: DonePath, req: Req, guest: Guest) -> Answer<Response> {
    let place = Place::of(&req, &guest, &path.course).await?;
    let item = place.content.item(path.item).ok_or_else(Fault::not_found)?;
    if !for_learner_to_say(item.kind) {
        return Err(Fault::not_found().into());
    }
    let (ctx, enrolment, at) = (req.ctx.clone(), place.open().ok_or_else(Fault::not_found)?.id, item.id);
    let marked = write(&req, move |c| {
        let ctx = ctx.clone();
        Box::pin(async move { enrolments::mark(c, &ctx, enrolment, at, Mark::done()).await })
    })
    .await?;
    if marked.completed {
        return Ok(req.redirect(place.path("")).flash(msg::LEARN_CONGRATULATIONS).into_response());
    }
    let to = place.content.next(at).map_or_else(|| place.path(""), |next| place.item_path(next));
    Ok(req.redirect(to).into_response())
}

/// The page of an activity.
pub(crate) fn view(req: &Req, place: &Place, item: &Item, beside: &Beside, again: &Again) -> Markup {
    let t = req.t;
    let module = place.content.module_of(item.id).map(|m| m.title.clone()).unwrap_or_default();
    let main = html! {
        (content(req, place, item))
        (steps(req, place, item))
        (notes::section(req, place, item, &beside.notes, again))
        (ask::section(req, place, item, &beside.questions, again))
    };
    let aside = html! {
        nav.course-nav aria-label=(t.s(msg::LEARN_CONTENTS)) {
            @if let Some(mine) = place.open() { (meter(t, mine.done, mine.required)) }
            (outline(req, place, Some(item)))
        }
    };
    course_page(req, place, "learn.activity", item.title.clone())
        .here(item.title.clone())
        .kicker(module)
        .body(main_aside(main, aside))
        .render()
}

fn content(req: &Req, place: &Place, item: &Item) -> Markup {
    let t = req.t;
    let file = item.settings.get("file").and_then(|f| f.as_str()?.parse().ok());
    let file = file.and_then(|id| place.content.file_by_id(id));
    html! {
        @match (&item.lesson, file, item.kind) {
            (Some(lesson), _, _) => div lang=(place.content.course.language) { (lesson_view(t, lesson)) },
            (None, Some(file), _) => p { (Button::link(file.alt.clone(), address(file.id)).icon(Icon::Download)) },
            (None, None, ItemKind::Session) => {
                (Notice::info(t.s(msg::LEARN_SESSION_HERE))
                    .action(Button::link(t.s(msg::LEARN_SESSIONS), place.path("/sessions")).secondary().small()))
            },
            (None, None, _) => p { (t.s(msg::LEARN_NOTHING_HERE)) },
        }
    }
}

/// Whether a learner says themselves that they are done: what is passed or attended is not for them to say.
fn for_learner_to_say(kind: ItemKind) -> bool {
    matches!(kind, ItemKind::Lesson | ItemKind::File)
}

/// Back, done and on.
fn steps(req: &Req, place: &Place, item: &Item) -> Markup {
    let t = req.t;
    let previous = place.content.previous(item.id);
    let next = place.content.next(item.id);
    let sayable = for_learner_to_say(item.kind);
    let label = if next.is_some() { msg::LEARN_DONE_NEXT } else { msg::LEARN_DONE_END };
    html! {
        div.lesson-steps {
            @if sayable && !place.did(item.id) {
                (Form::post(format!("{}/done", place.path(&format!("/{}", item.id)))).label(t.s(label)).body(
                    Button::submit(t.s(label)).icon_after(Icon::ArrowRight),
                ))
            } @else if let Some(next) = next {
                (Button::link(t.f(msg::LEARN_NEXT_IS, &[("title", next.title.clone().into())]), place.item_path(next)).icon_after(Icon::ArrowRight))
            } @else {
                (Button::link(t.s(msg::LEARN_TO_COURSE), place.path("")))
            }
            @if let Some(previous) = previous {
                (Button::link(t.f(msg::LEARN_PREVIOUS_IS, &[("title", previous.title.clone().into())]), place.item_path(previous))
                    .quiet()
                    .icon(Icon::ArrowLeft))
            }
        }
    }
}
