//! Being written down as present by the code shown in the room.

use axum::response::{IntoResponse as _, Response};
use enrolments::{CodeAnswer, Guest};
use kernel::{Fault, ids::LiveSessionId};
use serde::Deserialize;
use web::{Answer, FormData, Req, Tone, TypedPath};

use crate::{
    msg,
    place::{Place, write},
};

/// `/learn/{course}/sessions/{session}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/sessions/{session}", rejection(web::BadPath))]
pub(crate) struct AttendPath {
    pub course: String,
    pub session: LiveSessionId,
}

/// Takes the code.
pub(crate) async fn by_code(path: AttendPath, req: Req, guest: Guest, form: FormData) -> Answer<Response> {
    let place = Place::of(&req, &guest, &path.course).await?;
    let mine = place.open().ok_or_else(Fault::not_found)?.id;
    let (ctx, session, typed) = (req.ctx.clone(), path.session, form.get("code").to_owned());
    let answer = write(&req, move |c| {
        let (ctx, typed) = (ctx.clone(), typed.clone());
        Box::pin(async move { enrolments::attend_by_code(c, &ctx, mine, session, &typed).await })
    })
    .await?;
    let (tone, key) = match answer {
        CodeAnswer::Present => (Tone::Success, msg::LEARN_CODE_PRESENT),
        CodeAnswer::Wrong => (Tone::Warning, msg::LEARN_CODE_WRONG),
        CodeAnswer::Late => (Tone::Warning, msg::LEARN_CODE_LATE),
        CodeAnswer::TooMany => (Tone::Warning, msg::LEARN_CODE_TOO_MANY),
    };
    Ok(req.redirect(format!("{}#session-{session}", place.path("/sessions"))).message(tone, key).into_response())
}
