//! A newer version of the course: what changed, and the choice to move or stay.

use axum::response::{IntoResponse as _, Response};
use enrolments::{Guest, Newer};
use i18n::T;
use kernel::ids::CourseVersionId;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Form, Notice, Reveal};
use web::{Answer, FormData, Req, TypedPath};

use super::enrol::live;
use crate::{
    msg,
    place::{Place, write},
};

/// `/learn/{course}/version`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/version", rejection(web::BadPath))]
pub(crate) struct VersionPath {
    pub course: String,
}

/// What changed since the learner's version.
fn changes(t: T, newer: &Newer) -> Markup {
    let list = |title: &'static str, names: &[String]| {
        html! { @if !names.is_empty() { p { (t.s(title)) } ul.bullets { @for n in names { li { (n) } } } } }
    };
    html! {
        p { (t.s(msg::LEARN_NEWER_TEXT)) }
        @for version in newer.since.iter().filter(|v| !v.summary.is_empty()) { p.preserve { (version.summary) } }
        (list(msg::LEARN_NEWER_ADDED, &newer.added))
        (list(msg::LEARN_NEWER_AGAIN, &newer.again))
    }
}

fn form(place: &Place, newer: &Newer) -> Form {
    Form::post(place.path("/version")).hidden("version", newer.version.to_string())
}

fn moves(t: T) -> Button {
    Button::submit(t.s(msg::LEARN_NEWER_MOVE)).small().value("choice", "move")
}

/// A line for whoever chose to stay with theirs; what changed, and moving after all, unfold.
pub(crate) fn stays(req: &Req, place: &Place, newer: &Newer) -> Markup {
    let t = req.t;
    let label = t.s(msg::LEARN_NEWER_MOVE);
    html! {
        (Reveal::new(t.s(msg::LEARN_NEWER_YOURS), html! {
            (changes(t, newer))
            (form(place, newer).label(label).body(moves(t).secondary()))
        }))
    }
}

/// What changed, with the choice.
pub(crate) fn offer(req: &Req, place: &Place, newer: &Newer) -> Markup {
    let t = req.t;
    html! {
        (Notice::info(html! {
            (changes(t, newer))
            (form(place, newer).label(t.s(msg::LEARN_NEWER)).body(
                ButtonGroup::new()
                    .add(moves(t))
                    .add(Button::submit(t.s(msg::LEARN_NEWER_STAY)).secondary().small().value("choice", "stay")),
            ))
        }).title(t.s(msg::LEARN_NEWER)))
    }
}

/// Moves to the newer version, or stays.
pub(crate) async fn choose(path: VersionPath, req: Req, guest: Guest, form: FormData) -> Answer<Response> {
    let place = Place::of(&req, &guest, &path.course).await?;
    let (ctx, mine) = (req.ctx.clone(), live(&place)?.id);
    let moves = form.get("choice") == "move";
    let version: Option<CourseVersionId> = form.parsed("version");
    write(&req, move |c| {
        let ctx = ctx.clone();
        Box::pin(async move {
            match version {
                _ if moves => enrolments::move_to_latest(c, &ctx, mine).await.map(|_| ()),
                Some(version) => enrolments::stay(c, mine, version).await,
                None => Ok(()),
            }
        })
    })
    .await?;
    let flash = if moves { msg::LEARN_NEWER_MOVED } else { msg::LEARN_NEWER_STAYED };
    Ok(req.redirect(place.path("")).flash(flash).into_response())
}
