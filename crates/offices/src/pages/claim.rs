//! A claim as its maker sees it.

use axum::response::{IntoResponse as _, Response};
use i18n::T;
use kernel::ids::ClaimId;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Area, Button, Confirm, Event, Form, Icon, SummaryList, Tag, Timeline, date_time};
use web::{Answer, Req, TypedPath};

use crate::{
    OfficeRow,
    claims::{self, ClaimRow, ClaimStatus},
    msg, office,
};

/// `/claims/{claim}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/claims/{claim}", rejection(web::BadPath))]
pub struct ClaimPath {
    /// The claim.
    pub claim: ClaimId,
}

/// `/claims/{claim}/withdraw`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/claims/{claim}/withdraw", rejection(web::BadPath))]
pub struct WithdrawPath {
    /// The claim.
    pub claim: ClaimId,
}

/// The page.
pub async fn show(path: ClaimPath, req: Req) -> Answer<Markup> {
    let ctx = req.ctx.clone();
    let (claim, office) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let claim = claims::get(c, &ctx, path.claim).await?;
                let office = match claim.office {
                    Some(id) => Some(office::by_id(c, id).await?),
                    None => None,
                };
                Ok((claim, office))
            })
        })
        .await?;
    let t = req.t;
    let page = req
        .page("offices.claim", claim.office_name.clone())
        .area(Area::Start)
        .kicker(t.s(msg::OFFICES_CLAIM_KICKER))
        .status(Tag::new(t.s(claim.status.label())).tone(claim.status.tone()))
        .crumb(t.s(msg::OFFICES_START_TITLE), "/")
        .crumb(claim.gmina().map_or("", |g| g.name), format!("/offices/{}", claim.teryt))
        .here(t.s(msg::OFFICES_CLAIM_KICKER))
        .narrow();
    Ok(page.body(view(t, &claim, office.as_ref())).render())
}

/// What the claim says.
pub(crate) fn facts(t: T, claim: &ClaimRow) -> SummaryList {
    SummaryList::new(t.lang())
        .fact(t.s(msg::OFFICES_CLAIM_OFFICE_NAME), claim.office_name.as_str())
        .fact(t.s(msg::OFFICES_CLAIM_WHO), claim.person_name.as_str())
        .fact(t.s(msg::OFFICES_CLAIM_POSITION), claim.position.as_str())
        .fact(t.s(msg::OFFICES_CLAIM_EMAIL), claim.email.as_str())
        .fact(t.s(msg::OFFICES_CLAIM_JUSTIFICATION), claim.justification.as_str())
}

/// What happened to it.
pub(crate) fn history(t: T, claim: &ClaimRow) -> Timeline {
    let lang = t.lang();
    let made = Event::new(t.s(msg::OFFICES_CLAIM_EVENT_MADE))
        .when(date_time(lang, claim.created.timestamp()))
        .who(claim.person_name.as_str())
        .icon(Icon::Send);
    let after = match claim.decided_at {
        Some(at) => Event::new(t.s(claim.status.label()))
            .when(date_time(lang, at.timestamp()))
            .who(claim.decided_by.as_str())
            .icon(Icon::Stamp)
            .tone(claim.status.tone())
            .body(claim.reason.as_str()),
        None => Event::new(t.s(msg::OFFICES_CLAIM_EVENT_AHEAD)).ahead(),
    };
    Timeline::new([made, after])
}

fn view(t: T, claim: &ClaimRow, office: Option<&OfficeRow>) -> Markup {
    html! {
        @match claim.status {
            ClaimStatus::Waiting => p { (t.s(msg::OFFICES_CLAIM_WAITING_TEXT)) },
            ClaimStatus::Approved => p { (t.s(msg::OFFICES_CLAIM_APPROVED_TEXT)) },
            ClaimStatus::Refused => p { (t.s(msg::OFFICES_CLAIM_REFUSED_TEXT)) },
            ClaimStatus::Withdrawn => p { (t.s(msg::OFFICES_CLAIM_WITHDRAWN_TEXT)) },
        }
        @if let Some(office) = office {
            p { (Button::link(t.s(msg::OFFICES_CLAIM_SET_UP), format!("/desk/{}/admin", office.slug)).icon_after(Icon::ArrowRight)) }
        }
        @if matches!(claim.status, ClaimStatus::Refused | ClaimStatus::Withdrawn) {
            p { (Button::link(t.s(msg::OFFICES_CLAIM_AGAIN), format!("/offices/{}/claim", claim.teryt)).secondary()) }
        }
        (history(t, claim))
        (facts(t, claim))
        @if !claim.file_name.is_empty() { p { (t.f(msg::OFFICES_CLAIM_WITH_FILE, &[("file", claim.file_name.as_str().into())])) } }
        @if claim.status == ClaimStatus::Waiting {
            (Confirm::new(t.lang(), "withdraw", t.s(msg::OFFICES_CLAIM_WITHDRAW), t.s(msg::OFFICES_CLAIM_WITHDRAW_TITLE),
                Form::post(format!("/claims/{}/withdraw", claim.id)).body(Button::submit(t.s(msg::OFFICES_CLAIM_WITHDRAW)).danger()))
                .text(t.s(msg::OFFICES_CLAIM_WITHDRAW_TEXT)))
        }
    }
}

/// Takes the claim back.
pub async fn withdraw(path: WithdrawPath, req: Req) -> Answer<Response> {
    let ctx = req.ctx.clone();
    req.app
        .db
        .write(move |c| {
            let ctx = ctx.clone();
            Box::pin(async move { claims::withdraw(c, &ctx, path.claim).await })
        })
        .await?;
    Ok(req.redirect(format!("/claims/{}", path.claim)).flash(msg::OFFICES_CLAIM_WITHDRAWN_DONE).into_response())
}
