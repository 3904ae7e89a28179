//! Deleting one's account.

use kernel::{Fault, FaultKind, Result};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Field, Form, Notice, Section};
use web::{Answer, FormData, Req, TypedPath};

use super::{Errors, again, mine, password_again, sign_in::signed_out};
use crate::{account, msg, own_data, sign_in};

/// `/my/account/delete`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/my/account/delete")]
pub(crate) struct DeletePath;

pub(crate) async fn show(_: DeletePath, req: Req) -> Answer<Markup> {
    view(&req, None).await
}

pub(crate) async fn done(_: DeletePath, req: Req, form: FormData) -> Answer {
    req.signed_in()?;
    match delete(&req, &form).await {
        Ok(()) => Ok(signed_out(&req, msg::IDENTITY_DELETED)),
        Err(fault) if matches!(fault.kind, FaultKind::Invalid | FaultKind::TooMany | FaultKind::Conflict) => {
            Ok(again(&fault, view(&req, Some(&fault)).await?))
        }
        Err(fault) => Err(fault.into()),
    }
}

async fn delete(req: &Req, form: &FormData) -> Result<()> {
    let id = req.signed_in()?.person;
    if !form.has("sure") {
        return Err(Fault::field("sure", msg::IDENTITY_DELETE_TICK));
    }
    sign_in::confirm_password(&req.app, &req.ctx, id, form.raw("current_password").unwrap_or_default()).await?;
    let ctx = req.ctx.clone();
    req.app.db.write(move |c| Box::pin(async move { own_data::delete(c, &ctx, id).await })).await
}

async fn view(req: &Req, fault: Option<&Fault>) -> Answer<Markup> {
    let id = req.signed_in()?.person;
    let (kept, allowed) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let kept = own_data::kept(c, id).await?;
                match account::may_delete(c, id).await {
                    Ok(()) => Ok((kept, None)),
                    Err(fault) if fault.kind == FaultKind::Conflict => Ok((kept, Some(fault))),
                    Err(fault) => Err(fault),
                }
            })
        })
        .await?;
    let t = req.t;
    let errors = Errors::new(t, fault);
    Ok(mine(req, "identity.delete", msg::IDENTITY_DELETE)
        .lead(t.s(msg::IDENTITY_DELETE_LEAD))
        .body(html! {
            (errors.summary())
            (Section::new(t.s(msg::IDENTITY_DELETE_GOES)).body(html! { p { (t.s(msg::IDENTITY_DELETE_GOES_TEXT)) } }))
            (Section::new(t.s(msg::IDENTITY_DELETE_STAYS)).text(t.s(msg::IDENTITY_DELETE_STAYS_TEXT))
                .body(html! { ul { @for key in &kept { li { (t.s(key)) } } } }))
            @match &allowed {
                Some(fault) => (Notice::warning(t.fault(fault))),
                None => (Form::post("/my/account/delete").body(html! {
                    (Field::checkbox(req.lang(), "sure", t.s(msg::IDENTITY_DELETE_SURE)).required().error(errors.at("sure")))
                    (password_again(t, errors))
                    (ButtonGroup::new().add(Button::submit(t.s(msg::IDENTITY_DELETE_BUTTON)).danger())
                        .add(Button::link(t.s(msg::IDENTITY_DELETE_NOT), "/my/account").quiet()))
                })),
            }
        })
        .render())
}
