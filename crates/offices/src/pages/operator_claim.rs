//! A claim, for the operator to decide.

use axum::{
    body::Body,
    response::{IntoResponse as _, Response},
};
use kernel::{Fault, ids::ClaimId};
use law::fold::fold;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, FileItem, FileList, Form, Icon, Notice, Section, Tag, main_aside};
use web::{Answer, Errors, Fields, FormData, Req, TypedPath, read, work};

use super::{
    claim::{facts, history},
    fields::area,
    operator,
};
use crate::{
    OfficeRow,
    claims::{self, ClaimRow, ClaimStatus},
    msg, office,
};

/// `/operator/claims/{claim}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/operator/claims/{claim}", rejection(web::BadPath))]
pub struct DecidePath {
    /// The claim.
    pub claim: ClaimId,
}

/// `/operator/claims/{claim}/file`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/operator/claims/{claim}/file", rejection(web::BadPath))]
pub struct FilePath {
    /// The claim.
    pub claim: ClaimId,
}

/// The page.
pub async fn show(path: DecidePath, req: Req) -> Answer<Markup> {
    req.operator()?;
    Ok(view(&req, path.claim, &Fields::default(), &Errors::default()).await?)
}

/// Decides; the button pressed says how.
pub async fn decide(path: DecidePath, req: Req, form: FormData) -> Answer<Response> {
    req.operator()?;
    let (id, reason) = (path.claim, form.get("reason").to_owned());
    let link = req.app.url(format_args!("/claims/{id}"));
    let outcome = match form.get("decision") {
        "approve" => work!(req, |c, ctx, reason, link| claims::approve(c, &ctx, id, &reason, &link).await)
            .map(|_| msg::OFFICES_CLAIM_APPROVED_DONE),
        "refuse" => work!(req, |c, ctx, reason, link| claims::refuse(c, &ctx, id, &reason, &link).await)
            .map(|()| msg::OFFICES_CLAIM_REFUSED_DONE),
        _ => Err(Fault::field("reason", web::msg::FIELD_CHOICE)),
    };
    match outcome {
        Ok(done) => Ok(req.redirect("/operator/claims").flash(done).into_response()),
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(view(&req, id, &form.fields, &errors).await?))
        }
    }
}

/// The file of the authorisation.
pub async fn file(path: FilePath, req: Req) -> Answer<Response> {
    req.operator()?;
    let ctx = req.ctx.clone();
    let claim = read!(req, |c| claims::get(c, &ctx, path.claim).await)?;
    let hash = claim.file_hash.as_deref().and_then(blob::parse_hash).ok_or_else(Fault::not_found)?;
    let (size, content) = req.app.blobs.stream(&hash).await?;
    Ok(web::download(Body::from_stream(content), &claim.file_name, &claim.file_type, Some(size), true))
}

/// Whether the official e-mail seems to be in the office's own domain: a hint, not a proof.
fn own_domain(claim: &ClaimRow) -> bool {
    let domain = claim.email.rsplit('@').next().unwrap_or_default().to_lowercase();
    let name = claim.gmina().map(|g| fold(g.name).replace(' ', "")).unwrap_or_default();
    domain.ends_with(".gov.pl") || !name.is_empty() && domain.replace('-', "").contains(&name)
}

async fn view(req: &Req, id: ClaimId, f: &Fields, errors: &Errors) -> kernel::Result<Markup> {
    let (t, ctx) = (req.t, req.ctx.clone());
    let (claim, office): (ClaimRow, Option<OfficeRow>) = read!(req, |c| {
        let claim = claims::get(c, &ctx, id).await?;
        let office = office::by_teryt(c, &claim.teryt).await?;
        Ok((claim, office))
    })?;
    let place = claim.gmina().map(|g| g.place(t.law())).unwrap_or_default();
    let size = u64::try_from(claim.file_size).unwrap_or(0);
    let main = html! {
        (facts(t, &claim))
        @if claim.file_hash.is_some() {
            (FileList::new(t.lang(), [FileItem::new(claim.file_name.as_str()).link(format!("/operator/claims/{id}/file")).size(size)]))
        } @else { p.hint { (t.s(msg::OFFICES_CLAIM_NO_FILE)) } }
        @if claim.status == ClaimStatus::Waiting {
            @if own_domain(&claim) { (Notice::info(t.s(msg::OFFICES_CLAIM_OWN_DOMAIN))) }
            @else { (Notice::warning(t.s(msg::OFFICES_CLAIM_FOREIGN_DOMAIN))) }
            @if let Some(office) = &office {
                (Notice::warning(t.s(msg::OFFICES_ALREADY_AT_WORK)).action(Button::link(office.name.as_str(), format!("/o/{}", office.slug)).small().quiet()))
            }
            (Section::new(t.s(msg::OFFICES_CLAIM_DECISION)).boxed().body(
                Form::post(format!("/operator/claims/{id}")).body(html! {
                    (area(t, f, errors, "reason", msg::OFFICES_REASON, 2000).hint(t.s(msg::OFFICES_CLAIM_REASON_HINT)).required())
                    (ui::ButtonGroup::new()
                        .add(Button::submit(t.s(msg::OFFICES_CLAIM_APPROVE)).value("decision", "approve").icon(Icon::Check))
                        .add(Button::submit(t.s(msg::OFFICES_CLAIM_REFUSE)).value("decision", "refuse").danger()))
                })))
        }
    };
    let body = html! { (errors.summary(t)) (main_aside(main, history(t, &claim))) };
    Ok(operator::page(req, "offices.operator_claim", claim.office_name.clone())
        .crumb(t.s(msg::OFFICES_OPERATOR_CLAIMS), "/operator/claims")
        .here(claim.office_name.clone())
        .lead(place)
        .status(Tag::new(t.s(claim.status.label())).tone(claim.status.tone()))
        .body(body)
        .render())
}
