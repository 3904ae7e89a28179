//! `/desk`: choosing among the offices one serves in.

use axum::response::{IntoResponse as _, Response};
use maud::html;
use serde::Deserialize;
use ui::{Area, Button, Card, CardGrid, Empty, Icon};
use web::{Answer, Req, TypedPath};

use crate::{msg, office};

/// `/desk`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk")]
pub struct DeskChoicePath;

/// The page; leads on at once where there is one office.
pub async fn show(_: DeskChoicePath, req: Req) -> Answer<Response> {
    let person = req.person()?;
    let today = req.ctx.now.warsaw_date();
    let mut offices =
        req.app.db.read(move |c| Box::pin(async move { office::offices_of(c, person, today).await })).await?;
    offices.retain(|o| !o.suspended());
    if let [only] = offices.as_slice() {
        return Ok(req.redirect(format!("/desk/{}", only.slug)).into_response());
    }
    let t = req.t;
    let body = html! {
        @if offices.is_empty() {
            (Empty::new(Icon::Building, t.s(msg::OFFICES_DESK_NONE))
                .text(t.s(msg::OFFICES_DESK_NONE_TEXT))
                .action(Button::link(t.s(msg::OFFICES_START_TITLE), "/")))
        } @else {
            (CardGrid::new(offices.iter().map(|o| {
                Card::new(o.name_in(t.lang()).to_owned()).icon(Icon::Building).text(o.town.as_str()).link(format!("/desk/{}", o.slug))
            })))
        }
    };
    let page = req.page("offices.desk_choice", t.s(msg::OFFICES_DESK_TITLE)).area(Area::Start);
    Ok(page.lead(t.s(msg::OFFICES_DESK_LEAD)).body(body).render().into_response())
}
