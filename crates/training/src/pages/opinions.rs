//! What learners think of a course, without names: for its author, trainer and coordinator.

use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;
use sheet::{Cell, Kind, Sheet};
use ui::{BarChart, Card, Empty, Icon, Section, Stack, Stat, StatGrid, Toolbar};
use web::{Answer, Req, TypedPath, read, with_query};

use super::{STAFF, opinion::stars_words};
use crate::{LEAST, msg, opinions, words};

/// `/desk/{office}/courses/{course}/opinions`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/opinions", rejection(web::BadPath))]
pub(crate) struct OpinionsPath {
    pub office: String,
    pub course: String,
}

/// `/desk/{office}/courses/{course}/opinions/export`, with `kind` as [`Kind::asked`] reads it.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/opinions/export", rejection(web::BadPath))]
pub(crate) struct ExportPath {
    pub office: String,
    pub course: String,
}

pub(crate) async fn show(path: OpinionsPath, req: Req) -> Answer<Markup> {
    let (workshop, course) = courses::enter_course(&req, &path.office, STAFF, &path.course).await?;
    let (t, lang, id) = (req.t, req.lang(), course.id);
    let found = read!(req, |c| opinions::opinions(c, id).await)?;
    let body = match (found.stars, found.mean()) {
        (Some(stars), Some(mean)) => {
            let chart = BarChart::new(
                lang,
                t.s(msg::TRAINING_OPINIONS_SPREAD),
                t.s(msg::TRAINING_OPINION_STARS),
                t.s(msg::TRAINING_ANSWERS),
            );
            // Counts of people: exact in a float.
            let bars = [5_i64, 4, 3, 2, 1].into_iter().zip(stars.into_iter().rev());
            let chart = bars.fold(chart, |c, (of, n)| c.bar(stars_words(t, of), n as f64, n.to_string()));
            let here = workshop.course_path(&course, "/opinions/export");
            html! {
                (Toolbar::new().actions(sheet::buttons(t, |kind| with_query(&here, &[("kind", kind.as_str())]))))
                (StatGrid::new([
                    Stat::new(words::one_place(lang, mean), t.s(msg::TRAINING_OPINIONS_MEAN)),
                    Stat::new(found.count, t.s(msg::TRAINING_ANSWERS)),
                ]))
                (chart)
                @if !found.comments.is_empty() {
                    (Section::new(t.s(msg::TRAINING_COMMENTS)).text(t.s(msg::TRAINING_COMMENTS_TEXT)).body(
                        Stack::new(found.comments.iter().map(|o| Card::new(stars_words(t, o.stars)).level(3)
                            .body(html! { p.message-text { (o.comment) } })))))
                }
            }
        }
        _ => html! {
            (Empty::new(Icon::Message, t.s(msg::TRAINING_OPINIONS_FEW))
                .text(t.f(msg::TRAINING_OPINIONS_FEW_TEXT, &[("least", LEAST.into())])))
        },
    };
    Ok(courses::course_page(&req, &workshop, &course, "training.opinions", "/opinions").body(body).render())
}

/// Stars and comments as a file, without names, the best first; nothing but headings when fewer than 3 said something.
pub(crate) async fn export(path: ExportPath, req: Req) -> Answer<Response> {
    let (_, course) = courses::enter_course(&req, &path.office, STAFF, &path.course).await?;
    let (t, id) = (req.t, course.id);
    let rows = read!(req, |c| opinions::answers(c, id).await)?;
    let sheet = Sheet {
        name: t.s(msg::TRAINING_TAB_OPINIONS),
        heads: [msg::TRAINING_OPINION_STARS, msg::TRAINING_OPINION_COMMENT].map(|h| t.s(h)).to_vec(),
        rows: rows.into_iter().map(|o| vec![Cell::Number(o.stars), o.comment.into()]).collect(),
    };
    Ok(sheet.answer(&course.slug, Kind::asked(&req), req.ctx.now.warsaw_date()).await?)
}
