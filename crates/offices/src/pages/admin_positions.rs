//! The positions of an office.

use axum::response::{IntoResponse as _, Response};
use kernel::ids::PositionId;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Column, Empty, Field, Form, Icon, Reveal, Row, Section, Table};
use web::{Answer, Errors, FormData, Req, TypedPath, read, work};

use super::fields::text;
use crate::{Desk, Role, msg, position};

/// `/desk/{office}/admin/positions`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/positions", rejection(web::BadPath))]
pub struct PositionsPath {
    /// The office.
    pub office: String,
}

/// `/desk/{office}/admin/positions/{position}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/positions/{position}", rejection(web::BadPath))]
pub struct PositionPath {
    /// The office.
    pub office: String,
    /// The position.
    pub position: PositionId,
}

/// The page.
pub async fn show(path: PositionsPath, req: Req) -> Answer<Markup> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    Ok(view(&req, &desk, &web::Fields::default(), &Errors::default()).await?)
}

/// Adds a position.
pub async fn add(path: PositionsPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, name) = (desk.scope, form.get("name").to_owned());
    let outcome = work!(req, |c, ctx, name| position::position(c, &ctx, scope, &name).await);
    answer(&req, &desk, &form, outcome.map(|_| msg::OFFICES_POSITION_ADDED)).await
}

/// Gives a position another name.
pub async fn rename(path: PositionPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, name, id) = (desk.scope, form.get("name").to_owned(), path.position);
    let version = form.parsed("version").unwrap_or(0);
    let outcome = work!(req, |c, ctx, name| position::rename_position(c, &ctx, scope, id, version, &name).await);
    answer(&req, &desk, &form, outcome.map(|()| msg::OFFICES_POSITION_SAVED)).await
}

async fn answer(req: &Req, desk: &Desk, form: &FormData, outcome: kernel::Result<&'static str>) -> Answer<Response> {
    match outcome {
        Ok(done) => Ok(req.redirect(desk.path("/admin/positions")).flash(done).into_response()),
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(view(req, desk, &form.fields, &errors).await?))
        }
    }
}

async fn view(req: &Req, desk: &Desk, f: &web::Fields, errors: &Errors) -> kernel::Result<Markup> {
    let (t, scope) = (req.t, desk.scope);
    let positions = read!(req, |c| position::positions(c, scope).await)?;
    let rows = positions.iter().map(|p| {
        let rename = Form::post(desk.path(&format!("/admin/positions/{}", p.id))).version(p.version).inline().body(html! {
            (Field::text(t.lang(), "name", t.s(msg::OFFICES_POSITION_NAME)).id(format!("name-{}", p.id)).value(p.name.as_str()).required())
            (Button::submit(t.s(msg::OFFICES_SAVE)).small().describes(p.name.as_str()))
        });
        Row::new([html! { (p.name) }, html! { (Reveal::new(t.s(msg::OFFICES_POSITION_RENAME), rename)) }])
    });
    let body = html! {
        (errors.summary(t))
        (Section::new(t.s(msg::OFFICES_POSITION_ADD)).body(
            Form::post(desk.path("/admin/positions")).inline().body(html! {
                (text(t, f, errors, "name", msg::OFFICES_POSITION_NAME).maxlength(120).required())
                (Button::submit(t.s(msg::OFFICES_POSITION_ADD)).icon(Icon::Plus))
            })))
        (Table::new(t.s(msg::OFFICES_POSITIONS_TITLE))
            .columns([t.s(msg::OFFICES_POSITION_NAME)])
            .column(Column::new(t.s(msg::OFFICES_POSITION_RENAME)).hide_label())
            .rows(rows)
            .empty(Empty::new(Icon::Person, t.s(msg::OFFICES_POSITIONS_NONE))))
    };
    Ok(desk
        .page(req, "offices.admin_positions", t.s(msg::OFFICES_POSITIONS_TITLE))
        .crumb(t.s(msg::OFFICES_ADMIN_TITLE), desk.path("/admin"))
        .here(t.s(msg::OFFICES_POSITIONS_TITLE))
        .lead(t.s(msg::OFFICES_POSITIONS_LEAD))
        .body(body)
        .render())
}
