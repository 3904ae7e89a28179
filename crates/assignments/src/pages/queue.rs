//! `/desk/{office}/courses/{course}/work`: works handed in, those that wait first.

use std::collections::HashMap;

use kernel::ids::PersonId;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Column, Empty, Icon, Pager, Row, Stat, StatGrid, Table, Tone, date_time};
use web::{Answer, Cursor, Req, TypedPath};

use super::{TRAINERS, state_tag};
use crate::{
    definition::Definition,
    msg,
    queue::{QueueRow, counts, queue},
    work::State,
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/work", rejection(web::BadPath))]
pub struct QueuePath {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

/// The states shown, in order.
const STATES: [State; 3] = [State::Waiting, State::Returned, State::Passed];

/// The page.
pub async fn show(path: QueuePath, req: Req) -> Answer<Markup> {
    let (workshop, course) = courses::enter_course_people(&req, &path.office, TRAINERS, &path.course).await?;
    let (t, lang, id) = (req.t, req.lang(), course.id);
    let asked = State::parse(req.query.get("state")).filter(|s| STATES.contains(s));
    let state = asked.unwrap_or(State::Waiting);
    let cursor = Cursor::decode(req.query.get("cursor"))?;
    let (rows, next, counts, people) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let (rows, next) = queue(c, id, state, cursor).await?;
                let people = identity::people(c, rows.iter().filter_map(|r| r.person)).await?;
                Ok((rows, next, counts(c, id).await?, people))
            })
        })
        .await?;
    let names: HashMap<PersonId, String> = people.into_iter().map(|p| (p.id, p.name())).collect();
    let here = workshop.course_path(&course, "/work");
    let mut shown = Vec::new();
    for row in &rows {
        let content = courses::content(&req.app, row.course_version).await?;
        let item = content.item(row.item);
        let blind = row.state != State::Passed && item.is_some_and(|i| Definition::of_item(i).blind);
        let title = item.map(|i| i.title.clone()).unwrap_or_default();
        shown.push(
            Row::new([
                html! { (whose(&req, row, &names, blind)) },
                html! { (title) },
                html! { (row.editions) },
                html! { (date_time(lang, row.handed_in.timestamp())) },
                html! { (state_tag(&req, row.state)) },
            ])
            .link(format!("{here}/{}", row.id)),
        );
    }
    let pages = next.map(|n| format!("{here}?state={}&cursor={}", state.as_str(), n.encode()));
    let table = Table::new(t.s(msg::ASSIGNMENTS_TAB))
        .column(Column::new(t.s(msg::ASSIGNMENTS_LEARNER)))
        .column(Column::new(t.s(msg::ASSIGNMENTS_ASSIGNMENT)))
        .column(Column::new(t.s(msg::ASSIGNMENTS_EDITION)).numeric().tight())
        .column(Column::new(t.s(msg::ASSIGNMENTS_HANDED_IN)))
        .column(Column::new(t.s(msg::ASSIGNMENTS_STATE)).tight())
        .rows(shown)
        .empty(Empty::new(Icon::Inbox, t.s(msg::ASSIGNMENTS_NOTHING)).text(t.s(msg::ASSIGNMENTS_NOTHING_TEXT)))
        .foot(Pager::new(lang).next(pages));
    let stats = STATES.map(|s| {
        let count = counts.get(&s).copied().unwrap_or(0);
        let stat = Stat::new(count, t.s(s.label())).link(format!("{here}?state={}", s.as_str())).current(s == state);
        if s == State::Waiting && count > 0 { stat.tone(Tone::Warning) } else { stat }
    });
    Ok(courses::course_page(&req, &workshop, &course, "assignments.queue", "/work")
        .body(html! { (StatGrid::new(stats)) (table) })
        .render())
}

fn whose(req: &Req, row: &QueueRow, names: &HashMap<PersonId, String>, blind: bool) -> String {
    let t = req.t;
    if blind {
        return t.f(msg::ASSIGNMENTS_WORK_N, &[("n", row.number.into())]);
    }
    row.person.map_or_else(|| t.s(msg::ASSIGNMENTS_GUEST), |p| names.get(&p).cloned().unwrap_or_default())
}
