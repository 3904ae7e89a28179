//! Questions to the trainer beside an activity, answered once for all.

use axum::response::{IntoResponse as _, Response};
use courses::Item;
use enrolments::{Guest, QuestionRow};
use kernel::{Fault, ids::ItemId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Field, Form, Message, Section, Thread};
use web::{Answer, FormData, Req, TypedPath};

use super::{activity::Again, notes};
use crate::{
    msg,
    place::{Place, write},
};

/// `/learn/{course}/{item}/questions`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/{item}/questions", rejection(web::BadPath))]
pub(crate) struct AskPath {
    pub course: String,
    pub item: ItemId,
}

/// Questions with their answers, and the form to ask.
pub(crate) fn section(req: &Req, place: &Place, item: &Item, rows: &[QuestionRow], again: &Again) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let mine = place.open().map(|e| e.id);
    let typed = (again.form == "ask").then_some(again);
    let mut field =
        Field::textarea(lang, "text", t.s(msg::LEARN_QUESTION)).id("question").required().rows(3).maxlength(4_000);
    if let Some(again) = typed {
        field = field.value(&again.text);
        if let Some((key, args)) = &again.fault {
            field = field.error(Some(t.args(key, args)));
        }
    }
    let messages = rows.iter().flat_map(|q| {
        let own = Some(q.enrolment) == mine;
        let who = t.s(if own { msg::LEARN_QUESTION_MINE } else { msg::LEARN_QUESTION_OTHER });
        let mut asked = Message::new(who, ui::date_time(lang, q.asked_at.timestamp()), q.text.clone()).mine(own);
        if q.answered_at.is_none() {
            asked = asked.status(t.s(msg::LEARN_QUESTION_WAITS));
        }
        let answer = q.answered_at.map(|at| {
            Message::new(q.answered_by.clone(), ui::date_time(lang, at.timestamp()), q.answer.clone())
                .role(t.s(msg::LEARN_TRAINER))
        });
        std::iter::once(asked).chain(answer)
    });
    html! {
        (Section::new(t.s(msg::LEARN_QUESTIONS)).id("questions").text(t.s(msg::LEARN_QUESTIONS_TEXT)).body(html! {
            @if !rows.is_empty() { (Thread::new(messages)) }
            (Form::post(place.path(&format!("/{}/questions", item.id)))
                .label(t.s(msg::LEARN_QUESTION_ASK))
                .once(req.once())
                .keep(lang, format!("question-{}", item.id))
                .body(html! { (field) (Button::submit(t.s(msg::LEARN_QUESTION_ASK)).secondary()) }))
        }))
    }
}

/// Asks the trainer.
pub(crate) async fn ask(path: AskPath, req: Req, guest: Guest, form: FormData) -> Answer<Response> {
    let place = Place::of(&req, &guest, &path.course).await?;
    let mine = place.open().ok_or_else(Fault::not_found)?.clone();
    // Whoever has no account has no address to write to.
    let guest_asks = mine.person.is_none();
    let once = form.some("once").map_or_else(|| req.once(), str::to_owned);
    let (ctx, text, item) = (req.ctx.clone(), form.get("text").to_owned(), path.item);
    let typed = text.clone();
    let done = write(&req, move |c| {
        let (ctx, mine, text, once) = (ctx.clone(), mine.clone(), text.clone(), once.clone());
        Box::pin(async move { enrolments::ask_trainer(c, &ctx, &mine, item, &text, &once).await })
    })
    .await;
    match done {
        Ok(_) => {
            let to = format!("{}#questions", place.path(&format!("/{item}")));
            let told = if guest_asks { msg::LEARN_QUESTION_ASKED_HERE } else { msg::LEARN_QUESTION_ASKED };
            Ok(req.redirect(to).flash(told).into_response())
        }
        Err(fault) => notes::again(&req, &place, item, "ask", &typed, fault).await,
    }
}
