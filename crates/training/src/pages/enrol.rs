//! On which courses an office can enrol its people at once: its own, and those of other offices that are open.

use std::collections::{HashMap, hash_map::Entry};

use kernel::ids::OfficeId;
use maud::{Markup, html};
use offices::Role;
use serde::Deserialize;
use ui::{Button, Column, Empty, Field, Form, Icon, Row, Table, Toolbar};
use web::{Answer, Req, TypedPath, read};

use super::training_page;
use crate::{choices::choices, msg};

/// `/desk/{office}/training/enrol`, with words as `q`.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/training/enrol", rejection(web::BadPath))]
pub(crate) struct EnrolPath {
    pub office: String,
}

/// The courses; each leads to where people are chosen and enrolled.
pub(crate) async fn show(path: EnrolPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, Some(Role::Coordinator)).await?;
    let (t, lang, scope) = (req.t, req.lang(), desk.scope);
    let text: String = req.query.get("q").chars().take(100).collect();
    let looked = text.clone();
    let (courses, names) = read!(req, |c| {
        let courses = choices(c, scope, &looked).await?;
        let mut names: HashMap<OfficeId, String> = HashMap::new();
        for row in &courses {
            if let Entry::Vacant(slot) = names.entry(row.office) {
                slot.insert(offices::by_id(c, row.office).await?.name_in(lang).to_owned());
            }
        }
        Ok((courses, names))
    })?;
    let search = Form::get(desk.path("/training/enrol")).inline().label(t.s(msg::TRAINING_ENROL)).body(html! {
        (Field::search(lang, "q", t.s(msg::TRAINING_COURSE)).value(text.as_str()))
        (Button::submit(t.s(msg::TRAINING_SHOW)).secondary().icon(Icon::Search))
    });
    let table = Table::new(t.s(msg::TRAINING_ENROL))
        .columns([t.s(msg::TRAINING_COURSE)])
        .column(Column::new(t.s(msg::TRAINING_GIVEN_BY)))
        .rows(courses.iter().map(|r| {
            let office = names.get(&r.office).map_or("", String::as_str);
            Row::new([html! { (r.title_in(lang)) }, html! { (office) }])
                .link(desk.path(&format!("/courses/{}/learners/enrol", r.slug)))
        }))
        .empty(Empty::new(Icon::Search, t.s(msg::TRAINING_ENROL_NONE)));
    let body = html! {
        p.lead { (t.s(msg::TRAINING_ENROL_LEAD)) }
        (Toolbar::new().filters(search))
        (table)
    };
    Ok(training_page(&req, &desk, "training.enrol", "/training/enrol", body))
}
