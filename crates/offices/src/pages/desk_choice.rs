//! `/desk` and `/admin`: choosing among the offices one serves in, or looks after.

use axum::response::{IntoResponse as _, Response};
use maud::html;
use serde::Deserialize;
use ui::{Area, Button, Card, CardGrid, Empty, Icon};
use web::{Answer, Req, TypedPath};

use crate::{OfficeRow, Role, access, msg, office};

/// `/desk`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk")]
pub struct DeskChoicePath;

/// `/admin`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/admin")]
pub struct AdminChoicePath;

/// The page; leads on at once where there is one office.
pub async fn show(_: DeskChoicePath, req: Req) -> Answer<Response> {
    let person = req.person()?;
    let today = req.ctx.now.warsaw_date();
    let mut offices =
        req.app.db.read(move |c| Box::pin(async move { office::offices_of(c, person, today).await })).await?;
    offices.retain(|o| !o.suspended());
    Ok(choose(
        &req,
        "offices.desk_choice",
        &offices,
        "",
        [msg::OFFICES_NAV_DESK, msg::OFFICES_DESK_NONE, msg::OFFICES_DESK_NONE_TEXT],
    ))
}

/// The administration of the one office a person looks after, or the choice among several.
pub async fn admin(_: AdminChoicePath, req: Req) -> Answer<Response> {
    let person = req.person()?;
    let today = req.ctx.now.warsaw_date();
    let offices = req.app.db.read(move |c| {
        Box::pin(async move {
            let mut mine = Vec::new();
            for office in office::offices_of(c, person, today).await?.into_iter().filter(|o| !o.suspended()) {
                if access::desk_of(c, office.id, person, today).await?.may(Role::Administrator) {
                    mine.push(office);
                }
            }
            Ok(mine)
        })
    });
    let offices = offices.await?;
    Ok(choose(
        &req,
        "offices.admin_choice",
        &offices,
        "/admin",
        [msg::OFFICES_ADMIN_TITLE, msg::OFFICES_ADMIN_NONE, msg::OFFICES_ADMIN_NONE_TEXT],
    ))
}

/// `none` is the title and what is told, in short and at length, where there is nothing to choose from.
fn choose(req: &Req, screen: &'static str, offices: &[OfficeRow], rest: &str, none: [&'static str; 3]) -> Response {
    if let [only] = offices {
        return req.redirect(format!("/desk/{}{rest}", only.slug)).into_response();
    }
    let t = req.t;
    let body = html! {
        @if offices.is_empty() {
            (Empty::new(Icon::Building, t.s(none[1]))
                .text(t.s(none[2]))
                .action(Button::link(t.s(msg::OFFICES_START_TITLE), "/")))
        } @else {
            (CardGrid::new(offices.iter().map(|o| {
                Card::new(o.name_in(t.lang()).to_owned()).icon(Icon::Building).text(o.town.as_str())
                    .link(format!("/desk/{}{rest}", o.slug))
            })))
        }
    };
    let title = if offices.is_empty() { none[0] } else { msg::OFFICES_DESK_TITLE };
    let page = req.page(screen, t.s(title)).area(Area::Start);
    let page = if offices.is_empty() { page } else { page.lead(t.s(msg::OFFICES_DESK_LEAD)) };
    page.body(body).render().into_response()
}
