//! What can be done with a piece of mail: register, correct, pass on, make it part of a case.

use axum::response::{IntoResponse as _, Response};
use kernel::{
    Fault, Result,
    ids::{IncomingId, PersonId, UnitId},
};
use offices::{Desk, Role};
use records::{
    cases::{self, Saved},
    filled_form,
    incoming::{self, To},
};
use serde::Deserialize;
use web::{Answer, FormData, Req, TypedPath};

use super::{
    fields,
    show::{IncomingPath, render},
};
use crate::{
    form::{Typed, again},
    msg,
    show::case_path,
};

macro_rules! paths {
    ($($(#[$doc:meta])* $name:ident $path:tt;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, TypedPath, Deserialize)]
        #[typed_path($path, rejection(web::BadPath))]
        pub struct $name {
            /// The office's name in addresses.
            pub office: String,
            /// The mail.
            pub incoming: IncomingId,
        }

        impl $name {
            pub(super) fn of(desk: &Desk, incoming: IncomingId) -> Self {
                Self { office: desk.office.slug.clone(), incoming }
            }
        }
    )*};
}

paths! {
    /// `/desk/{office}/incoming/{incoming}/register`
    RegisterMailPath "/desk/{office}/incoming/{incoming}/register";
    /// `/desk/{office}/incoming/{incoming}/correct`
    CorrectPath "/desk/{office}/incoming/{incoming}/correct";
    /// `/desk/{office}/incoming/{incoming}/assign`
    AssignPath "/desk/{office}/incoming/{incoming}/assign";
    /// `/desk/{office}/incoming/{incoming}/attach`
    AttachPath "/desk/{office}/incoming/{incoming}/attach";
}

fn done(req: &Req, desk: &Desk, id: IncomingId, key: &'static str) -> Response {
    let to = IncomingPath { office: desk.office.slug.clone(), incoming: id };
    req.redirect(to).flash(key).into_response()
}

async fn refused(
    req: &Req,
    desk: &Desk,
    id: IncomingId,
    form: &'static str,
    f: &FormData,
    fault: Fault,
) -> Answer<Response> {
    Ok(render(req, desk, id, &Typed::refused(form, f, again(fault)?), None).await?)
}

/// Registers the mail: gives it its number.
///
/// # Errors
/// Those of [`offices::desk`] and [`incoming::register`].
pub async fn register(path: RegisterMailPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, Some(Role::Registry)).await?;
    let (d, ctx, about, id) = (desk.clone(), req.ctx.clone(), fields::read(&form), path.incoming);
    let saved =
        req.app.db.write(move |c| Box::pin(async move { incoming::register(c, &ctx, &d, id, &about).await })).await;
    match saved {
        Ok(_) => Ok(done(&req, &desk, id, msg::DESK_MAIL_REGISTERED_NOW)),
        Err(fault) => refused(&req, &desk, id, "register", &form, fault).await,
    }
}

/// Corrects what the register says.
///
/// # Errors
/// Those of [`offices::desk`] and [`incoming::correct`].
pub async fn correct(path: CorrectPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, Some(Role::Registry)).await?;
    let (d, ctx, about, id) = (desk.clone(), req.ctx.clone(), fields::read(&form), path.incoming);
    let (mine, version) = (about.clone(), form.parsed("version").unwrap_or(0));
    let saved = req
        .app
        .db
        .write(move |c| Box::pin(async move { incoming::correct(c, &ctx, &d, id, &about, version).await }))
        .await;
    match saved {
        Ok(Saved::Done(_)) => Ok(done(&req, &desk, id, msg::DESK_SAVED)),
        Ok(Saved::Stale(now)) => {
            let typed = Typed::refused("correct", &form, Fault::conflict(web::msg::FAULT_STALE));
            Ok(render(&req, &desk, id, &typed, Some((&now, &mine))).await?)
        }
        Err(fault) => refused(&req, &desk, id, "correct", &form, fault).await,
    }
}

/// Reads to whom mail is passed: `u:` and a unit, or `p:` and a person.
fn to(text: &str) -> Result<To> {
    let unknown = || Fault::field("to", web::msg::FIELD_CHOICE);
    match text.split_once(':') {
        Some(("u", id)) => id.parse::<UnitId>().map(To::Unit).map_err(|_| unknown()),
        Some(("p", id)) => id.parse::<PersonId>().map(To::Person).map_err(|_| unknown()),
        _ => Err(unknown()),
    }
}

/// Passes the mail to a unit or a person.
///
/// # Errors
/// Those of [`offices::desk`] and [`incoming::assign`].
pub async fn assign(path: AssignPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (d, ctx, id) = (desk.clone(), req.ctx.clone(), path.incoming);
    let (whom, instruction) = (to(form.get("to")), form.get("instruction").to_owned());
    let version: Option<i64> = form.parsed("version");
    let passed = req
        .app
        .db
        .write(move |c| {
            Box::pin(async move {
                let now = incoming::get(c, &d, id).await?;
                let whom = whom?;
                if version.is_some_and(|v| v != now.version) {
                    return Err(Fault::conflict(msg::DESK_MAIL_PASSED_MEANWHILE));
                }
                incoming::assign(c, &ctx, &d, id, whom, &instruction).await
            })
        })
        .await;
    match passed {
        // Whoever passed it on may not see it any more: then the list is the place to go on.
        Ok(row) => {
            let d = desk.clone();
            let still = req.app.db.read(move |c| Box::pin(async move { incoming::get(c, &d, row.id).await })).await;
            match crate::show::seen(still)? {
                Some(_) => Ok(done(&req, &desk, id, msg::DESK_MAIL_PASSED)),
                None => Ok(req.redirect(desk.path("/incoming")).flash(msg::DESK_MAIL_PASSED).into_response()),
            }
        }
        Err(fault) => {
            let mut fault = fault;
            for f in &mut fault.fields {
                if f.field == "unit" || f.field == "person" {
                    f.field = "to".into();
                }
            }
            refused(&req, &desk, id, "assign", &form, fault).await
        }
    }
}

/// Makes the mail part of an open case.
///
/// # Errors
/// Those of [`offices::desk`] and [`incoming::attach`].
pub async fn attach(path: AttachPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (d, ctx, id, reference) = (desk.clone(), req.ctx.clone(), path.incoming, form.get("reference").to_owned());
    let form_of_mail = filled_form::prepare(&req.app, &desk, Some(id)).await?;
    let attached = req
        .app
        .db
        .write(move |c| {
            Box::pin(async move {
                let case = cases::by_reference(c, &d, &reference).await?;
                let case = case.ok_or_else(|| Fault::field("reference", msg::DESK_FIELD_REFERENCE))?;
                form_of_mail.attach(c, &ctx, &d, id, case.id).await
            })
        })
        .await;
    match attached {
        Ok(case) => Ok(req.redirect(case_path(&desk, case.id)).flash(msg::DESK_MAIL_ATTACHED).into_response()),
        Err(fault) => refused(&req, &desk, id, "attach", &form, fault).await,
    }
}
