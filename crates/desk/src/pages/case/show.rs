//! `/desk/{office}/cases/{case}`: one case, all that is needed to settle it.

use axum::response::Response;
use kernel::{Result, ids::CaseId};
use offices::{Desk, Role};
use records::overview::{self, CaseOverview};
use serde::Deserialize;
use web::{Answer, Req, TypedPath};

use super::{Tab, frame, view};
use crate::form::Typed;

/// `/desk/{office}/cases/{case}`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/cases/{case}", rejection(web::BadPath))]
pub struct CasePath {
    /// The office's name in addresses.
    pub office: String,
    /// The case.
    pub case: CaseId,
}

/// What the page shows.
pub(crate) struct Whole {
    /// The case as records tells of it.
    pub overview: CaseOverview,
    /// What was written to and by the party.
    pub messages: Vec<correspondence::MessageView>,
    /// What the party was asked for.
    pub requests: Vec<correspondence::RequestRow>,
    /// The letters.
    pub letters: Vec<letters::LetterRow>,
}

/// Shows the case. What the party wrote is marked as read; opening the case of somebody else is written into the audit log.
///
/// # Errors
/// Those of [`offices::desk`]; `NotFound` for a case one may not see.
pub async fn show(path: CasePath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    Ok(render(&req, &desk, path.case, &Typed::nothing()).await?)
}

/// The page, also after a form on it was refused.
pub(crate) async fn render(req: &Req, desk: &Desk, id: CaseId, typed: &Typed) -> Result<Response> {
    let (d, ctx) = (desk.clone(), req.ctx.clone());
    let whole = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                Ok(Whole {
                    overview: overview::case_overview(c, &ctx, &d, id).await?,
                    messages: correspondence::messages(c, d.scope, id).await?,
                    requests: correspondence::requests(c, d.scope, id).await?,
                    letters: letters::case_letters(c, d.scope, id).await?,
                })
            })
        })
        .await?;
    note_reading(req, desk, &whole).await?;
    let page = frame(req, desk, "desk.case", &whole.overview.case, Some(Tab::Case))
        .actions(view::actions(req, desk, &whole))
        .body(view::body(req, desk, &whole, typed));
    Ok(typed.answer(page.render()))
}

/// Writes down that the case was opened by somebody else than its handler, and that messages were read. Nothing is
/// written when there is nothing to write, so that opening one's own case costs reading only.
async fn note_reading(req: &Req, desk: &Desk, whole: &Whole) -> Result<()> {
    let case = &whole.overview.case;
    let mine = case.handler == Some(desk.member.person);
    // A superior who looks in does not take the news from whoever handles the case.
    let reads = mine || case.handler.is_some_and(|h| desk.member.stands_in_for.contains(&h));
    let unread = whole.messages.iter().any(|m| m.row.side == correspondence::Side::Citizen && m.row.read_at.is_none());
    let reads = unread && (reads || case.handler.is_none() && desk.may(Role::Official));
    if mine && !reads {
        return Ok(());
    }
    let (ctx, desk, case) = (req.ctx.clone(), desk.clone(), case.clone());
    req.app
        .db
        .write(move |c| {
            Box::pin(async move {
                if reads {
                    let side = correspondence::Side::Office;
                    correspondence::mark_read(c, &ctx, desk.scope, case.id, side, &desk.member.name).await?;
                }
                records::log::case_opened(c, &ctx, &desk, &case).await
            })
        })
        .await
}
