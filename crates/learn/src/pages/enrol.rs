//! Beginning a course, taking an offered place, leaving.

use axum::response::{IntoResponse as _, Response};
use enrolments::{Enrolment, Guest, Learner, Mode, State};
use kernel::{Fault, FaultKind, ids::GroupId};
use serde::Deserialize;
use web::{Answer, FormData, Req, Tone, TypedPath};

use crate::{
    msg,
    place::{Place, read, write},
};

/// `/learn/{course}/enrol`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/enrol", rejection(web::BadPath))]
pub(crate) struct EnrolPath {
    pub course: String,
}

/// `/learn/{course}/offer`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/offer", rejection(web::BadPath))]
pub(crate) struct OfferPath {
    pub course: String,
}

/// `/learn/{course}/withdraw`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/withdraw", rejection(web::BadPath))]
pub(crate) struct WithdrawPath {
    pub course: String,
}

/// Enrols whoever asks, or asks for them; a guest gets a cookie, or is asked to make an account where no place is free.
pub(crate) async fn enrol(path: EnrolPath, req: Req, guest: Guest, form: FormData) -> Answer<Response> {
    let place = Place::of(&req, &guest, &path.course).await?;
    let (course, to) = (place.course.id, place.path(""));
    let way = read(&req, move |c| Box::pin(async move { enrolments::way(c, course).await })).await?;
    let (ctx, group) = (req.ctx.clone(), form.parsed::<GroupId>("group"));
    let again = form.has("again");
    if again || way.mode == Mode::Request {
        let (person, why) = (req.person()?, form.get("why").to_owned());
        let made = write(&req, move |c| {
            let (ctx, why) = (ctx.clone(), why.clone());
            Box::pin(async move {
                if again {
                    enrolments::renew(c, &ctx, person, course, group, &why).await
                } else {
                    enrolments::request(c, &ctx, person, course, group, &why).await
                }
            })
        })
        .await;
        return Ok(match made {
            Ok(made) => req.redirect(to).flash(said(made.state)).into_response(),
            Err(fault) => meanwhile(&req, to, fault)?,
        });
    }
    let guest = if guest.hash().is_some() { guest } else { Guest::fresh(&req.ctx) };
    let who = Learner::of(&req, &guest).ok_or_else(Fault::sign_in)?;
    let made = write(&req, move |c| {
        let ctx = ctx.clone();
        Box::pin(async move { enrolments::enrol_open(c, &ctx, who, course, group).await })
    })
    .await;
    let made = match made {
        Ok(made) => made,
        // The page asks them to make an account, and leads back.
        Err(fault) if fault.key == enrolments::msg::ENROLMENTS_GUEST_FULL => {
            return Ok(req.redirect(format!("{to}?full=yes")).into_response());
        }
        Err(fault) => return Ok(meanwhile(&req, to, fault)?),
    };
    let flash = said(made.state);
    let redirect = req.redirect(to).flash(flash);
    // Only a guest needs the cookie.
    Ok(if who.person().is_some() { redirect } else { guest.keep(redirect) }.into_response())
}

/// What came of it.
fn said(state: State) -> &'static str {
    match state {
        State::Requested => msg::LEARN_ASKED,
        State::Waiting => msg::LEARN_IN_LINE,
        _ => msg::LEARN_ENROLLED,
    }
}

/// The course's page again, with why it could not be begun as the page offered: the group was closed meanwhile, the way
/// in was changed, the office enrolled whoever wants to leave.
fn meanwhile(req: &Req, to: String, fault: Fault) -> kernel::Result<Response> {
    if fault.kind != FaultKind::Conflict {
        return Err(fault);
    }
    Ok(req.redirect(to).message(Tone::Warning, fault.key).into_response())
}

/// The enrolment of whoever asks that still goes on.
///
/// # Errors
/// `NotFound` when there is none.
pub(crate) fn live(place: &Place) -> kernel::Result<&Enrolment> {
    place.mine.as_ref().filter(|e| e.state.live()).ok_or_else(Fault::not_found)
}

/// Takes the place offered.
pub(crate) async fn accept(path: OfferPath, req: Req, guest: Guest) -> Answer<Response> {
    let place = Place::of(&req, &guest, &path.course).await?;
    let (ctx, mine) = (req.ctx.clone(), place.mine.as_ref().ok_or_else(Fault::not_found)?.id);
    write(&req, move |c| {
        let ctx = ctx.clone();
        Box::pin(async move { enrolments::accept_offer(c, &ctx, mine).await })
    })
    .await?;
    Ok(req.redirect(place.path("")).flash(msg::LEARN_ENROLLED).into_response())
}

/// Leaves the course; what was learned stays. Whom the office enrolled reads who can take them off.
pub(crate) async fn withdraw(path: WithdrawPath, req: Req, guest: Guest) -> Answer<Response> {
    let place = Place::of(&req, &guest, &path.course).await?;
    let (ctx, mine) = (req.ctx.clone(), live(&place)?.id);
    let left = write(&req, move |c| {
        let ctx = ctx.clone();
        Box::pin(async move { enrolments::leave(c, &ctx, mine).await })
    })
    .await;
    Ok(match left {
        Ok(_) => req.redirect("/learn").flash(msg::LEARN_LEFT).into_response(),
        Err(fault) => meanwhile(&req, place.path(""), fault)?,
    })
}
