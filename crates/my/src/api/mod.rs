//! The JSON API of a citizen: own cases, what they and the office write, documents and letters. Tokens need `cases:read`, or
//! `cases:write` to write or to confirm that a letter was received. Who sees what is said by [`crate::access`], as for pages;
//! a token limited to one office sees the cases there.

pub mod cases;
pub mod letters;
pub mod talk;

use kernel::{Actor, Fault, Result, ids::CaseId, ids::OfficeId};
use web::{Guard, Req, Routes};

use crate::access::{self, Access};

macro_rules! paths {
    ($($(#[$doc:meta])* $name:ident $path:literal { $($field:ident : $t:ty),* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, web::TypedPath, serde::Deserialize)]
        #[typed_path($path, rejection(web::BadPath))]
        pub struct $name {
            $(
                /// The thing named in the path.
                pub $field: $t,
            )*
        }
    )*};
}
use paths;

/// The paths of this subject, for the OpenAPI document.
#[derive(utoipa::OpenApi)]
#[openapi(
    paths(
        cases::list,
        cases::show,
        cases::documents,
        cases::content,
        talk::list,
        talk::send,
        talk::read,
        letters::list,
        letters::receive,
        letters::pdf
    ),
    components(schemas(
        cases::MyCase,
        cases::MyCaseList,
        cases::MyCaseFull,
        cases::MyPause,
        cases::MyRequest,
        letters::MyLetter,
        letters::MyLetterList,
        talk::MyMessageForm
    ))
)]
pub struct Api;

pub(crate) fn routes() -> Routes {
    let person = Guard::Person;
    Routes::new()
        .get("my.api.cases", person, cases::list)
        .get("my.api.case", person, cases::show)
        .get("my.api.documents", person, cases::documents)
        .get("my.api.document", person, cases::content)
        .get("my.api.messages", person, talk::list)
        .post("my.api.write", person, talk::send)
        .post("my.api.read", person, talk::read)
        .get("my.api.letters", person, letters::list)
        .post("my.api.receive", person, letters::receive)
        .get("my.api.letter", person, letters::pdf)
}

/// The one office a token is limited to.
fn only(req: &Req) -> Option<OfficeId> {
    match &req.ctx.actor {
        Actor::Token { office, .. } => *office,
        _ => None,
    }
}

/// Lets a person in to a case of theirs.
async fn enter(req: &Req, case: CaseId, scope: &str) -> Result<Access> {
    req.scope(scope)?;
    let (person, ctx) = (req.person()?, req.ctx.clone());
    let access =
        req.app.db.read(move |c| Box::pin(async move { access::by_account(c, &ctx, person, case).await })).await?;
    if only(req).is_some_and(|office| office != access.scope.office()) {
        return Err(Fault::not_found());
    }
    Ok(access)
}
