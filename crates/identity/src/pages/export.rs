//! A copy of one's own data.

use axum::body::Body;
use kernel::Fault;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Form, Icon};
use web::{Answer, Req, TypedPath, download};

use super::mine;
use crate::{msg, own_data};

/// `/my/account/export`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/my/account/export")]
pub(crate) struct ExportPath;

pub(crate) async fn show(_: ExportPath, req: Req) -> Answer<Markup> {
    req.signed_in()?;
    let t = req.t;
    Ok(mine(&req, "identity.export", msg::IDENTITY_EXPORT)
        .lead(t.s(msg::IDENTITY_EXPORT_LEAD))
        .body(html! {
            p { (t.s(msg::IDENTITY_EXPORT_TEXT)) }
            (Form::post("/my/account/export")
                .body(Button::submit(t.s(msg::IDENTITY_EXPORT_BUTTON)).icon(Icon::Download)))
        })
        .render())
}

pub(crate) async fn give(_: ExportPath, req: Req) -> Answer {
    let (id, ctx) = (req.signed_in()?.person, req.ctx.clone());
    // A long copy is read beside the writer, so that nobody waits for it.
    let of = ctx.clone();
    let data = req.app.db.read(move |c| Box::pin(async move { own_data::export(c, &of, id).await })).await?;
    req.app.db.write(move |c| Box::pin(async move { own_data::exported(c, &ctx, id).await })).await?;
    let text = serde_json::to_vec_pretty(&data).map_err(Fault::internal)?;
    let size = text.len() as u64;
    let name = format!("szpon-{}.json", req.ctx.now.warsaw_date());
    Ok(download(Body::from(text), &name, "application/json", Some(size), false))
}
