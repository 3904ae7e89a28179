//! `/learn/competences`: what my completed courses say of my digital competences (DigComp 2.2).

use std::collections::{BTreeMap, HashSet};

use courses::{CourseRow, digcomp};
use enrolments::State;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Empty, Icon, Section, Tag, Tone};
use web::{Answer, Req, TypedPath};

use crate::{msg, place::read, view::page};

/// `/learn/competences`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/competences")]
pub(crate) struct CompetencesPath;

pub(crate) async fn show(_: CompetencesPath, req: Req) -> Answer<Markup> {
    let person = req.signed_in()?.person;
    let rows = read(&req, move |c| {
        Box::pin(async move {
            let mut mine = enrolments::of_person(c, person).await?;
            let mut seen = HashSet::new();
            mine.retain(|e| matches!(e.state, State::Active | State::Completed) && seen.insert(e.course));
            let mut known = courses::courses_in(c, mine.iter().map(|e| e.course)).await?;
            let rows = mine.into_iter().filter_map(|e| known.remove(&e.course).map(|course| (e.state, course)));
            Ok(rows.collect::<Vec<(State, CourseRow)>>())
        })
    })
    .await?;
    let mut by: BTreeMap<&str, Vec<&(State, CourseRow)>> = BTreeMap::new();
    for row in &rows {
        for id in &row.1.competences.0 {
            by.entry(id).or_default().push(row);
        }
    }
    let (t, lang) = (req.t, req.lang());
    let none = || {
        Empty::new(Icon::CheckCircle, t.s(msg::LEARN_COMPETENCES_NONE))
            .text(t.s(msg::LEARN_COMPETENCES_NONE_TEXT))
            .action(Button::link(t.s(msg::LEARN_ALL_SHOW), "/learn"))
    };
    Ok(page(&req, "learn.competences", t.s(msg::LEARN_COMPETENCES))
        .crumb(t.s(msg::LEARN_TITLE), "/learn")
        .here(t.s(msg::LEARN_COMPETENCES))
        .lead(t.s(msg::LEARN_COMPETENCES_LEAD))
        .body(html! {
            @if by.is_empty() { (none()) }
            @for area in digcomp::areas() {
                @let of_area: Vec<_> = digcomp::competences().iter().filter(|c| c.area == area.id).collect();
                @if of_area.iter().any(|c| by.contains_key(c.id.as_str())) {
                    (Section::new(format!("{}. {}", area.id, area.name(lang))).body(html! {
                        dl.competences {
                            @for competence in of_area {
                                @if let Some(from) = by.get(competence.id.as_str()) {
                                    div {
                                        dt { (competence.id) " " (competence.name(lang)) }
                                        dd { @for (state, course) in from {
                                            p { a href={ "/learn/" (course.slug) } { (course.title_in(lang)) } " "
                                                (Tag::new(t.s(state.label())).tone(if *state == State::Completed { Tone::Success } else { Tone::Info })) }
                                        } }
                                    }
                                }
                            }
                        }
                    }))
                }
            }
        })
        .render())
}
