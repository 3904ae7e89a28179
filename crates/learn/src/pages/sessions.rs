//! `/learn/{course}/sessions`: live sessions, with a calendar file and the code of the room.

use axum::{
    http::header,
    response::{IntoResponse as _, Response},
};
use enrolments::{Guest, SessionRow};
use kernel::{Fault, ids::LiveSessionId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Empty, Field, Form, Icon, Section, SummaryList, Tag, Tone};
use web::{Answer, Req, TypedPath};

use crate::{
    msg,
    place::{Place, read},
    view::course_page,
};

/// `/learn/{course}/sessions`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/sessions", rejection(web::BadPath))]
pub(crate) struct SessionsPath {
    pub course: String,
}

/// `/learn/{course}/sessions.ics`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/sessions.ics", rejection(web::BadPath))]
pub(crate) struct CalendarPath {
    pub course: String,
}

async fn rows(req: &Req, place: &Place) -> kernel::Result<(Vec<SessionRow>, Vec<LiveSessionId>)> {
    let mine = place.open().ok_or_else(Fault::not_found)?.clone();
    read(req, move |c| {
        Box::pin(
            async move { Ok((enrolments::sessions_for(c, &mine).await?, enrolments::attended(c, mine.id).await?)) },
        )
    })
    .await
}

pub(crate) async fn show(path: SessionsPath, req: Req, guest: Guest) -> Answer<Markup> {
    let place = Place::of(&req, &guest, &path.course).await?;
    let (rows, attended) = rows(&req, &place).await?;
    let t = req.t;
    let mut page = course_page(&req, &place, "learn.sessions", t.s(msg::LEARN_SESSIONS)).here(t.s(msg::LEARN_SESSIONS));
    if !rows.is_empty() {
        let file = Button::link(t.s(msg::LEARN_CALENDAR), place.path("/sessions.ics"))
            .secondary()
            .icon(Icon::Calendar)
            .download();
        page = page.actions(file);
    }
    Ok(page
        .body(html! {
            @if rows.is_empty() { (Empty::new(Icon::Calendar, t.s(msg::LEARN_SESSIONS_NONE)).text(t.s(msg::LEARN_SESSIONS_NONE_TEXT))) }
            @for row in &rows { (one(&req, &place, row, attended.contains(&row.id))) }
        })
        .render())
}

fn one(req: &Req, place: &Place, row: &SessionRow, attended: bool) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let (starts, ends) = (row.starts.timestamp(), row.ends.timestamp());
    let mut facts = SummaryList::new(lang)
        .fact(t.s(msg::LEARN_SESSION_WHEN), html! { (ui::date_time(lang, starts)) " – " (ui::hour(ends)) });
    if !row.place.is_empty() {
        facts = facts.fact(t.s(msg::LEARN_SESSION_PLACE), row.place.clone());
    }
    if !row.link.is_empty() {
        facts = facts
            .fact(t.s(msg::LEARN_SESSION_LINK), html! { a href=(row.link) rel="noopener noreferrer" { (row.link) } });
    }
    if !row.note.is_empty() {
        facts = facts.fact(t.s(msg::LEARN_SESSION_NOTE), row.note.clone());
    }
    // The code is shown in the room: around the time of the session.
    let hour = 3_600_000_000;
    let now = req.ctx.now.0;
    let open = !row.cancelled && !attended && now > row.starts.0 - hour && now < row.ends.0 + hour;
    html! {
        (Section::new(html! { (row.title) @if row.cancelled { " " (Tag::new(t.s(msg::LEARN_SESSION_OFF)).tone(Tone::Danger)) } })
            .id(format!("session-{}", row.id))
            .body(html! {
                (facts)
                @if attended { p { (Tag::new(t.s(msg::LEARN_ATTENDED)).tone(Tone::Success)) } }
                @if open {
                    (Form::post(place.path(&format!("/sessions/{}", row.id))).label(t.s(msg::LEARN_CODE)).body(html! {
                        (Field::text(lang, "code", t.s(msg::LEARN_CODE)).id(format!("code-{}", row.id)).hint(t.s(msg::LEARN_CODE_HINT)))
                        (Button::submit(t.s(msg::LEARN_CODE_SEND)).secondary())
                    }))
                }
            }))
    }
}

/// The sessions as a calendar file.
pub(crate) async fn calendar(path: CalendarPath, req: Req, guest: Guest) -> Answer<Response> {
    let place = Place::of(&req, &guest, &path.course).await?;
    let (rows, _) = rows(&req, &place).await?;
    let text = enrolments::calendar(req.t, &place.course.title, &req.app.url(place.path("")), &rows);
    let name = format!("attachment; filename=\"{}.ics\"", place.course.slug);
    Ok(([(header::CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)], text)
        .into_response())
}
