//! `/learn/paths/{path}`: several courses in an order, and how far I am.

use enrolments::{Guest, Learner, PathStep};
use kernel::Fault;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Card, Icon, Meter, Stack, Tag, Tone};
use web::{Answer, Req, TypedPath};

use crate::{
    msg,
    place::read,
    view::{facts, page},
};

/// `/learn/paths/{path}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/paths/{path}", rejection(web::BadPath))]
pub(crate) struct PathPath {
    pub path: String,
}

pub(crate) async fn show(path: PathPath, req: Req, guest: Guest) -> Answer<Markup> {
    let (who, name) = (Learner::of(&req, &guest), path.path);
    let (row, progress) = read(&req, move |c| {
        Box::pin(async move {
            let row = enrolments::path(c, &name).await?;
            if !row.published {
                return Err(Fault::not_found());
            }
            let progress = enrolments::path_progress(c, row.id, who).await?;
            Ok((row, progress))
        })
    })
    .await?;
    let (t, lang) = (req.t, req.lang());
    let (done, all) = (progress.done, progress.required);
    let value = t.f(msg::LEARN_PATH_DONE, &[("done", done.into()), ("all", all.into())]);
    let percent = u8::try_from(done * 100 / all.max(1)).unwrap_or(100);
    let next = progress.next().map(|s| format!("/learn/{}", s.course.slug));
    Ok(page(&req, "learn.path", row.title_in(lang))
        .crumb(t.s(msg::LEARN_TITLE), "/learn")
        .here(row.title_in(lang).to_owned())
        .kicker(t.s(msg::LEARN_PATH))
        .lead(row.summary_in(lang).to_owned())
        .body(html! {
            (Meter::new(t.s(msg::LEARN_PROGRESS), value, percent))
            @if let Some(next) = next { p { (Button::link(t.s(msg::LEARN_GO_ON), next).icon_after(Icon::ArrowRight)) } }
            (Stack::new(progress.steps.iter().map(|step| card(&req, step))))
        })
        .render())
}

fn card(req: &Req, step: &PathStep) -> Card {
    let (t, lang) = (req.t, req.lang());
    let card = Card::new(step.course.title_in(lang).to_owned())
        .level(2)
        .link(format!("/learn/{}", step.course.slug))
        .text(step.course.summary_in(lang).to_owned())
        .meta(facts(t, &step.course));
    card.foot(html! {
        @if let Some(mine) = &step.enrolment { (Tag::new(t.s(mine.state.label())).tone(if step.completed() { Tone::Success } else { Tone::Info })) }
        @if !step.required { (Tag::new(t.s(msg::LEARN_OPTIONAL))) }
    })
}
