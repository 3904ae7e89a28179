//! A gmina of the directory whose office is not yet at work here.

use axum::response::{IntoResponse as _, Response};
use kernel::Fault;
use law::teryt;
use maud::html;
use serde::Deserialize;
use ui::{Area, Button, Card, CardGrid, Icon, Notice, Section, Steps, SummaryList};
use web::{Answer, Req, TypedPath};

use crate::{OfficeRow, claims, directory, msg, office};

/// `/offices/{teryt}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/offices/{teryt}", rejection(web::BadPath))]
pub struct EntryPath {
    /// The code of the gmina, seven digits.
    pub teryt: String,
}

/// The gmina of a code in an address.
pub(crate) fn gmina(code: &str) -> kernel::Result<&'static teryt::Gmina> {
    code.parse().ok().and_then(teryt::gmina).ok_or_else(Fault::not_found)
}

/// The page; leads on to the office's own site once it is at work.
pub async fn show(path: EntryPath, req: Req) -> Answer<Response> {
    let gmina = gmina(&path.teryt)?;
    let (code, person) = (path.teryt.clone(), req.ctx.actor.person());
    let (office, mine, near) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let office = office::by_teryt(c, &code).await?;
                let mine = match person {
                    Some(person) => claims::made_by(c, person, Some(&code)).await?,
                    None => Vec::new(),
                };
                let working = directory::at_work(c).await?;
                Ok((office, mine, working))
            })
        })
        .await?;
    if let Some(OfficeRow { slug, .. }) = office {
        return Ok(req.redirect(format!("/o/{slug}")).into_response());
    }
    let (t, lang) = (req.t, req.t.law());
    let near: Vec<_> = near
        .into_iter()
        .filter(|o| o.gmina().is_some_and(|g| g.code.voivodeship() == gmina.code.voivodeship()))
        .take(3)
        .collect();
    let facts = SummaryList::new(t.lang())
        .fact(t.s(msg::OFFICES_ENTRY_KIND), gmina.kind.name(lang))
        .fact(t.s(msg::OFFICES_ENTRY_POWIAT), gmina.powiat)
        .fact(t.s(msg::OFFICES_ENTRY_VOIVODESHIP), gmina.voivodeship)
        .fact(t.s(msg::OFFICES_ENTRY_CODE), gmina.code.to_string())
        .maybe(
            t.s(msg::OFFICES_ENTRY_POPULATION),
            gmina.population.map(|n| t.f(msg::OFFICES_ENTRY_PEOPLE, &[("n", n.into())])),
        );
    let steps = Steps::new(t.lang())
        .step(t.s(msg::OFFICES_ENTRY_STEP_CLAIM), ui::StepState::Current, None::<String>)
        .step(t.s(msg::OFFICES_ENTRY_STEP_DECISION), ui::StepState::Ahead, None::<String>)
        .step(t.s(msg::OFFICES_ENTRY_STEP_SET_UP), ui::StepState::Ahead, None::<String>);
    let body = html! {
        (Notice::info(t.s(msg::OFFICES_ENTRY_TEXT)).title(t.s(msg::OFFICES_ENTRY_NOT_YET)))
        (facts)
        @for claim in &mine {
            (Card::new(t.s(msg::OFFICES_ENTRY_YOUR_CLAIM))
                .icon(Icon::Stamp)
                .text(claim.office_name.as_str())
                .link(format!("/claims/{}", claim.id))
                .foot(ui::Tag::new(t.s(claim.status.label())).tone(claim.status.tone())))
        }
        (Section::new(t.s(msg::OFFICES_ENTRY_FOR_OFFICE)).text(t.s(msg::OFFICES_ENTRY_FOR_OFFICE_TEXT)).boxed().body(html! {
            (steps)
            (Button::link(t.s(msg::OFFICES_ENTRY_CLAIM), format!("/offices/{}/claim", gmina.code)).icon(Icon::Building))
        }))
        @if !near.is_empty() {
            (Section::new(t.s(msg::OFFICES_ENTRY_NEAR)).body(CardGrid::new(near.iter().map(|o| {
                Card::new(o.name_in(t.lang()).to_owned()).level(3).icon(Icon::Building).link(format!("/o/{}", o.slug))
            }))))
        }
    };
    let page = req
        .page("offices.entry", teryt::office_name(gmina))
        .area(Area::Start)
        .crumb(t.s(msg::OFFICES_START_TITLE), "/")
        .here(gmina.name)
        .lead(gmina.place(lang));
    Ok(page.body(body).render().into_response())
}
