//! `/o/{office}/apply/{draft}/summary`: everything once more before sending; the link that proves an address.

use axum::{
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
};
use kernel::{FaultKind, ids::DraftId};
use mail::Mail;
use maud::{Markup, html};
use offices::Site;
use serde::Deserialize;
use ui::{Button, ButtonGroup, ErrorSummary, Field, FileItem, FileList, Form, Icon, Notice, Section, SummaryList};
use web::{Answer, FormData, Req, TypedPath};

use super::{draft_path, holder, rodo, step};
use crate::{
    answers::{self, Visible},
    draft::{self, Draft, PROOF_HOURS},
    msg, send,
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/o/{office}/apply/{draft}/summary", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The draft.
    pub draft: DraftId,
}

/// Where a draft is thrown away.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/o/{office}/apply/{draft}/discard", rejection(web::BadPath))]
pub struct DiscardPath {
    /// The office.
    pub office: String,
    /// The draft.
    pub draft: DraftId,
}

/// The page.
pub async fn show(path: Path, req: Req, headers: HeaderMap) -> Answer<Response> {
    let site = offices::site(&req, &path.office).await?;
    let draft = step::load(&req, &site, path.draft, &holder(&req, &headers)).await?;
    if draft.row.submission_id.is_some() {
        return Ok(req.redirect(draft_path(&path.office, path.draft, "receipt")).into_response());
    }
    Ok(view(&req, &site, &draft, None).into_response())
}

/// Sends, or for a stranger sends the link that proves the address.
pub async fn post(path: Path, req: Req, headers: HeaderMap, form: FormData) -> Answer<Response> {
    let site = offices::site(&req, &path.office).await?;
    let who = holder(&req, &headers);
    let draft = step::load(&req, &site, path.draft, &who).await?;
    let (scope, ctx, id) = (site.scope, req.ctx.clone(), path.draft);
    if draft.row.submission_id.is_none()
        && draft.row.person_id.or(who.person).is_none()
        && draft.row.email_proven_at.is_none()
    {
        return prove(&req, &site, &draft, &who, form.get("email")).await;
    }
    let url = req.app.settings.public_url.clone();
    let sent = req
        .app
        .db
        .write(move |c| {
            let (ctx, who, url) = (ctx.clone(), who.clone(), url.clone());
            Box::pin(async move { send::send(c, &ctx, scope, id, &who, &url).await })
        })
        .await;
    match sent {
        Ok(_) => Ok(req.redirect(draft_path(&path.office, id, "receipt")).into_response()),
        // What is missing is said on the page itself.
        Err(fault) if fault.kind == FaultKind::Invalid && !fault.fields.is_empty() => {
            Ok((StatusCode::UNPROCESSABLE_ENTITY, view(&req, &site, &draft, None)).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

async fn prove(req: &Req, site: &Site, draft: &Draft, who: &draft::Holder, email: &str) -> Answer<Response> {
    let count = |field: &str| draft.files_of(field);
    let checked = answers::check(&draft.form, &draft.answers(), &count, req.ctx.now.warsaw_date(), req.lang());
    if !checked.troubles.is_empty() {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, view(req, site, draft, None)).into_response());
    }
    let (scope, ctx, id, who) = (site.scope, req.ctx.clone(), draft.row.id, who.clone());
    let (address, t) = (email.to_owned(), req.t);
    let base = req.app.url(format!("/o/{}/confirm/", site.office.slug));
    let office = site.office.name_in(req.lang()).to_owned();
    let proved = req
        .app
        .db
        .write(move |c| {
            let (ctx, who, address, base) = (ctx.clone(), who.clone(), address.clone(), base.clone());
            let office = office.clone();
            Box::pin(async move {
                let secret = draft::prove(c, &ctx, scope, id, &who, &address).await?;
                let letter = Mail::new(&address, "", ctx.lang, t.s(msg::SERVICES_MAIL_PROVE_SUBJECT))
                    .paragraph(
                        t.f(msg::SERVICES_MAIL_PROVE_TEXT, &[("office", office.into()), ("hours", PROOF_HOURS.into())]),
                    )
                    .paragraph(t.s(msg::SERVICES_MAIL_PROVE_OTHER))
                    .button(t.s(msg::SERVICES_MAIL_PROVE_BUTTON), format!("{base}{secret}"));
                mail::queue(c, &ctx, &letter).await
            })
        })
        .await;
    match proved {
        Ok(_) => {
            let text =
                req.t.f(msg::SERVICES_PROVE_SENT_TEXT, &[("email", email.into()), ("hours", PROOF_HOURS.into())]);
            let page = site.page(req, "services.prove", req.t.s(msg::SERVICES_PROVE_SENT)).narrow().body(html! {
                (Notice::success(text).announce())
                p { (req.t.s(msg::SERVICES_PROVE_SENT_NOT)) }
                @if req.app.settings.demo { p { a href="/demo/mail" { (req.t.s(msg::SERVICES_DEMO_MAIL)) } } }
                p { a href=(draft_path(&site.office.slug, draft.row.id, "summary")) { (req.t.s(msg::SERVICES_PROVE_AGAIN)) } }
            });
            Ok(page.render().into_response())
        }
        Err(fault) if !fault.fields.is_empty() => {
            let error = fault.fields.first().map(|f| (email.to_owned(), req.t.args(f.key, &f.args)));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, view(req, site, draft, error)).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Throws the draft away.
pub async fn discard(path: DiscardPath, req: Req, headers: HeaderMap) -> Answer<Response> {
    let site = offices::site(&req, &path.office).await?;
    let (scope, ctx, id, who) = (site.scope, req.ctx.clone(), path.draft, holder(&req, &headers));
    req.app
        .db
        .write(move |c| {
            let (ctx, who) = (ctx.clone(), who.clone());
            Box::pin(async move { draft::discard(c, &ctx, scope, id, &who).await })
        })
        .await?;
    Ok(req.redirect(site.path("/services")).flash(msg::SERVICES_DISCARDED).into_response())
}

/// The answers in words, step by step, with links to change them.
pub(super) fn answers_in_words(req: &Req, site: &Site, draft: &Draft, change: bool) -> Markup {
    let lang = req.lang();
    let shown = answers::shown(&draft.form, &draft.answers(), &|f| draft.files_of(f) > 0, lang);
    html! {
        @for step in &shown {
            @let to = draft_path(&site.office.slug, draft.row.id, &step.id);
            @let mut list = SummaryList::new(lang);
            @for field in &step.fields {
                @let value = html! {
                    @if field.file {
                        (FileList::new(lang, draft.files.iter().filter(|f| f.field == field.id)
                            .map(|f| FileItem::new(&f.name).size(u64::try_from(f.size).unwrap_or(0)))))
                    } @else if field.value.is_empty() { span.hint { (req.t.s(msg::SERVICES_NO_ANSWER)) } }
                    @else { @for (i, line) in field.value.lines().enumerate() { @if i > 0 { br; } (line) } }
                };
                @let () = {
                    list = if change {
                        list.changeable(field.label.as_str(), value, format!("{to}#{}", Field::id_of(&field.id)))
                    } else {
                        list.fact(field.label.as_str(), value)
                    };
                };
            }
            (Section::new(&step.title).body(list))
        }
    }
}

fn view(req: &Req, site: &Site, draft: &Draft, email: Option<(String, String)>) -> Markup {
    let t = req.t;
    let lang = t.lang();
    let all = draft.answers();
    let count = |field: &str| draft.files_of(field);
    let visible = Visible::of(&draft.form, &all, &|f| count(f) > 0);
    let checked = answers::check(&draft.form, &all, &count, req.ctx.now.warsaw_date(), lang);
    let here = draft_path(&site.office.slug, draft.row.id, "summary");
    let stranger = draft.row.person_id.is_none() && req.signed_in.is_none();
    let troubles: Vec<Markup> = checked
        .troubles
        .iter()
        .filter_map(|p| {
            let id = p.field.split('.').next().unwrap_or_default();
            let (step, field) =
                visible.steps().iter().find_map(|(s, fields)| Some((s, fields.iter().find(|f| f.id == id)?)))?;
            let to = format!("{}#{}", draft_path(&site.office.slug, draft.row.id, &step.id), Field::id_of(&p.field));
            Some(html! { a href=(to) { (field.label.get(lang)) ": " (t.args(p.key, &p.args)) } })
        })
        .collect();
    let typed = email.as_ref().map_or_else(
        || if draft.row.email.is_empty() { all.text("email").to_owned() } else { draft.row.email.clone() },
        |(typed, _)| typed.clone(),
    );
    let error = email.map(|(_, error)| error);
    let mut summary = ErrorSummary::new(lang);
    if let Some(error) = &error {
        summary = summary.field("email", error);
    }
    let body = html! {
        (step::progress(req, &site.office.slug, draft, &visible, "summary"))
        (summary)
        @if !troubles.is_empty() {
            (Notice::warning(html! { ul { @for one in &troubles { li { (one) } } } }).title(t.s(msg::SERVICES_MISSING)).announce())
        }
        (answers_in_words(req, site, draft, true))
        @if troubles.is_empty() {
            @if stranger && draft.row.email_proven_at.is_none() {
                (Section::new(t.s(msg::SERVICES_PROVE)).text(t.s(msg::SERVICES_PROVE_TEXT)).boxed().body(
                    Form::post(&here).once(req.once()).body(html! {
                        (Field::email(lang, "email", t.s(msg::SERVICES_PROVE_EMAIL)).required().value(typed).error(error))
                        (ButtonGroup::new().add(Button::submit(t.s(msg::SERVICES_PROVE_SEND)).icon(Icon::Mail)))
                    })))
            } @else {
                (Form::post(&here).once(req.once()).body(ButtonGroup::new()
                    .add(Button::submit(t.s(msg::SERVICES_SEND)).icon(Icon::Send))))
            }
        } @else if let Some(first) = checked.troubles.first() {
            @let id = first.field.split('.').next().unwrap_or_default();
            @if let Some((step, _)) = visible.steps().iter().find(|(_, fields)| fields.iter().any(|f| f.id == id)) {
                (ButtonGroup::new().add(Button::link(t.s(msg::SERVICES_FILL_MISSING), draft_path(&site.office.slug, draft.row.id, &step.id))))
            }
        }
        (step::later(req, site, draft))
        (rodo::clause(t, &site.office, &draft.form))
    };
    site.page(req, "services.summary", t.s(msg::SERVICES_SUMMARY))
        .kicker(draft.form.title.get(lang))
        .lead(t.s(msg::SERVICES_SUMMARY_TEXT))
        .crumb(t.s(msg::SERVICES_TITLE), site.path("/services"))
        .crumb(draft.service.name(lang), site.path(&format!("/services/{}", draft.service.slug)))
        .here(t.s(msg::SERVICES_SUMMARY))
        .narrow()
        .body(body)
        .render()
}
