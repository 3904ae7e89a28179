//! What is done to a webhook by one button: each does it and leads back.

use axum::response::IntoResponse as _;
use kernel::ids::{DeliveryId, HookId};
use serde::Deserialize;
use web::{Answer, Req, TypedPath};

use super::{Sent, enter};
use crate::{Change, delivery, hook, msg, policy};

macro_rules! paths {
    ($($name:ident $path:literal { $($field:ident: $t:ty),* })*) => {$(
        #[derive(Debug, TypedPath, Deserialize)]
        #[typed_path($path, rejection(web::BadPath))]
        pub(crate) struct $name { office: String, $($field: $t),* }
    )*};
}

paths! {
    TestPath "/desk/{office}/admin/hooks/{hook}/test" { hook: HookId }
    SecretPath "/desk/{office}/admin/hooks/{hook}/secret" { hook: HookId }
    SwitchPath "/desk/{office}/admin/hooks/{hook}/switch" { hook: HookId }
    DeletePath "/desk/{office}/admin/hooks/{hook}/delete" { hook: HookId }
    DeliveryPath "/desk/{office}/admin/hooks/{hook}/deliveries/{delivery}" { hook: HookId, delivery: DeliveryId }
}

pub(crate) async fn test(path: TestPath, req: Req) -> Answer {
    let desk = enter(&req, &path.office).await?;
    let (scope, ctx, id) = (desk.scope, req.ctx.clone(), path.hook);
    req.app.db.write(move |c| Box::pin(async move { delivery::try_out(c, &ctx, scope, id).await })).await?;
    Ok(req.redirect(desk.path(&format!("/admin/hooks/{id}"))).flash(msg::HOOKS_TESTED).into_response())
}

pub(crate) async fn rotate(path: SecretPath, req: Req) -> Answer {
    let desk = enter(&req, &path.office).await?;
    let (scope, ctx, id) = (desk.scope, req.ctx.clone(), path.hook);
    req.app.db.write(move |c| Box::pin(async move { hook::rotate(c, &ctx, scope, id).await })).await?;
    Ok(req.redirect(desk.path(&format!("/admin/hooks/{id}"))).flash(msg::HOOKS_ROTATED).into_response())
}

pub(crate) async fn switch(path: SwitchPath, req: Req, form: Sent) -> Answer {
    let desk = enter(&req, &path.office).await?;
    let form = form?;
    let (scope, ctx, id) = (desk.scope, req.ctx.clone(), path.hook);
    let change = Change { active: Some(form.get("active") == "on"), ..Change::default() };
    req.app
        .db
        .write(move |c| Box::pin(async move { hook::change(c, &ctx, scope, policy(), id, &change, None).await }))
        .await?;
    Ok(req.redirect(desk.path(&format!("/admin/hooks/{id}"))).flash(msg::HOOKS_SAVED).into_response())
}

pub(crate) async fn delete(path: DeletePath, req: Req) -> Answer {
    let desk = enter(&req, &path.office).await?;
    let (scope, ctx, id) = (desk.scope, req.ctx.clone(), path.hook);
    req.app.db.write(move |c| Box::pin(async move { hook::delete(c, &ctx, scope, id).await })).await?;
    Ok(req.redirect(desk.path("/admin/hooks")).flash(msg::HOOKS_DELETED).into_response())
}

pub(crate) async fn redeliver(path: DeliveryPath, req: Req) -> Answer {
    let desk = enter(&req, &path.office).await?;
    let (scope, ctx, id) = (desk.scope, req.ctx.clone(), path.hook);
    req.app
        .db
        .write(move |c| Box::pin(async move { delivery::redeliver(c, &ctx, scope, id, path.delivery).await }))
        .await?;
    Ok(req.redirect(desk.path(&format!("/admin/hooks/{id}"))).flash(msg::HOOKS_REDELIVERED).into_response())
}
