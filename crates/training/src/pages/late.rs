//! Who is late in an office, by name: for the coordinator everybody, for superiors their units, for trainers their courses.

use kernel::ids::CourseId;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Column, Empty, Icon, Pager, Row, Table, Tone, Toolbar};
use web::{Answer, Req, TypedPath, read, with_query};

use super::{
    enter,
    report::{Asked, choices, downloads, filter_form, own_units},
    training_page,
};
use crate::{
    Names, Narrow, msg,
    report::{completion, late},
};

/// How many people a page has.
const PAGE: usize = 50;
/// The last page.
const LAST: usize = 2_000;

/// `/desk/{office}/training/late`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/training/late", rejection(web::BadPath))]
pub(crate) struct LatePath {
    pub office: String,
}

pub(crate) async fn show(path: LatePath, req: Req) -> Answer<Markup> {
    let (desk, sees) = enter(&req, &path.office).await?;
    let (t, scope, today, asked) = (req.t, desk.scope, req.ctx.now.warsaw_date(), Asked::of(&req));
    let page = req.query.parsed::<usize>("page").unwrap_or(1).clamp(1, LAST);
    let looked = sees.clone();
    let (mut rows, names, units, courses) = read!(req, |c| {
        let units = offices::all_units(c, scope).await?;
        let whole = Narrow::of(c, scope, &looked).await?;
        let narrow = whole.to(&units, asked.unit, asked.course);
        let rows = late(c, scope, &narrow, today, (page - 1) * PAGE, PAGE + 1).await?;
        let done = completion(c, scope, &whole, today).await?;
        let courses: Vec<CourseId> = done.courses.iter().filter(|(_, l)| l.late > 0).map(|(id, _)| *id).collect();
        let names =
            Names::of(c, &units, courses.iter().copied()).await?.with_people(c, rows.iter().map(|r| r.person)).await?;
        Ok((rows, names, own_units(&looked, units, today), courses))
    })?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let choices = choices(t, &names, &courses);
    let here = desk.path("/training/late");
    let link = |page: usize| {
        let page = page.to_string();
        with_query(&here, &[("unit", req.query.get("unit")), ("course", req.query.get("course")), ("page", &page)])
    };
    let pager = Pager::new(t.lang())
        .previous((page > 1).then(|| link(page - 1)))
        .next((more && page < LAST).then(|| link(page + 1)));
    let table = Table::new(t.s(msg::TRAINING_LATE_LIST))
        .columns([t.s(msg::TRAINING_PERSON), t.s(msg::TRAINING_COURSE), t.s(msg::TRAINING_UNIT)])
        .column(Column::new(t.s(msg::TRAINING_DUE)).tight())
        .column(Column::new(t.s(msg::TRAINING_DAYS_LATE)).numeric().tight())
        .column(Column::new(t.s(msg::TRAINING_DONE)).numeric().tight())
        .rows(rows.iter().map(|r| {
            let days = r.due.0.until(today).map_or(0, |span| span.get_days());
            Row::new([
                html! { (names.person(t, r.person)) },
                html! { (names.course(t.lang(), r.course)) },
                html! { (names.unit(r.unit)) },
                html! { (ui::date(t.lang(), r.due.0)) },
                html! { (days) },
                html! { (crate::words::percent(r.done, r.required).unwrap_or(0)) " %" },
            ])
            .tone(Tone::Danger)
        }))
        .empty(Empty::new(Icon::CheckCircle, t.s(msg::TRAINING_NOBODY_LATE)).text(t.s(msg::TRAINING_NOBODY_LATE_TEXT)))
        .foot(pager);
    let body = html! {
        p.lead { (t.s(msg::TRAINING_LATE_LEAD)) }
        (Toolbar::new().filters(filter_form(&req, &here, &units, choices)).actions(downloads(&req, &desk.path("/training/export/late"))))
        (table)
    };
    Ok(training_page(&req, &desk, "training.late", "/training/late", body))
}
