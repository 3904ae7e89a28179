//! `/desk/{office}/courses/{course}/items/{item}/work`: an assignment for its author.

use axum::response::{IntoResponse as _, Response};
use courses::{CourseRow, ItemKind, ItemRow, Workshop};
use kernel::{Fault, FaultKind, FieldFault, Result, ids::ItemId};
use maud::{Markup, html};
use offices::Role;
use serde::Deserialize;
use ui::{Button, ButtonGroup, Diff, Field, Fieldset, Form, Icon, Notice, Reveal, Section, Width};
use web::{Answer, Errors, Fields, Req, TypedPath, conflict};

use super::shown;
use crate::{
    assignment::{AssignmentRow, assignment_of, save as store},
    definition::{Criterion, Definition, MOST_CRITERIA, read_levels, written},
    msg,
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/items/{item}/work", rejection(web::BadPath))]
pub struct EditPath {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
    /// The assignment.
    pub item: ItemId,
}

struct Bench {
    workshop: Workshop,
    course: CourseRow,
    item: ItemRow,
    row: AssignmentRow,
}

impl Bench {
    async fn load(req: &Req, path: &EditPath) -> Result<Self> {
        let (workshop, course) = courses::enter_course(req, &path.office, &[Role::Author], &path.course).await?;
        let (scope, id, of) = (workshop.scope, path.item, course.id);
        let (item, row) = req
            .app
            .db
            .read(move |c| {
                Box::pin(async move {
                    let item = courses::own_item(c, scope, id).await?;
                    if item.course != of || item.kind != ItemKind::Assignment {
                        return Err(Fault::not_found());
                    }
                    let row = assignment_of(c, &item).await?;
                    Ok((item, row))
                })
            })
            .await?;
        Ok(Self { workshop, course, item, row })
    }
    fn path(&self, rest: &str) -> String {
        self.workshop.course_path(&self.course, &format!("/items/{}{rest}", self.item.id))
    }
}

/// An assignment as typed: levels may not read.
#[derive(Debug, Clone, PartialEq)]
struct Typed {
    definition: Definition,
    /// The criteria as lines, by their place in the form.
    rows: Vec<(String, String)>,
    min_words: String,
}

impl Typed {
    fn of(definition: &Definition) -> Self {
        let rows = definition.rubric.iter().map(|c| (c.name.clone(), written(&c.levels))).collect();
        let min_words = definition.min_words.to_string();
        Self { definition: definition.clone(), rows, min_words }
    }

    /// Reads the form; rows left empty are left out.
    fn read(form: &Fields, faults: &mut Vec<FieldFault>) -> Self {
        let text = |name: &str| form.raw(name).unwrap_or_default().replace("\r\n", "\n").trim().to_owned();
        let mut fault = |field: String, key| faults.push(FieldFault { field, key, args: Vec::new() });
        let rows: Vec<(String, String)> = (0..MOST_CRITERIA)
            .map(|i| (text(&format!("criterion-{i}")), text(&format!("levels-{i}"))))
            .filter(|(name, levels)| !name.is_empty() || !levels.is_empty())
            .collect();
        let mut rubric = Vec::new();
        for (i, (name, lines)) in rows.iter().enumerate() {
            let levels = read_levels(lines).unwrap_or_else(|| {
                fault(format!("levels-{i}"), msg::ASSIGNMENTS_FAULT_LEVELS);
                Vec::new()
            });
            rubric.push(Criterion { name: name.clone(), levels });
        }
        let min_words = form.get("min_words").to_owned();
        let least = if min_words.is_empty() { Some(0) } else { min_words.parse().ok() };
        if least.is_none() {
            fault("min_words".into(), msg::ASSIGNMENTS_FAULT_MIN_WORDS);
        }
        let definition = Definition {
            instructions: text("instructions"),
            rubric,
            min_words: least.unwrap_or(0),
            files: form.has("files"),
            blind: form.has("blind"),
        };
        Self { definition, rows, min_words }
    }
}

/// The page.
pub async fn show(path: EditPath, req: Req) -> Answer<Markup> {
    let bench = Bench::load(&req, &path).await?;
    let typed = Typed::of(&bench.row.definition.0);
    Ok(view(&req, &bench, &typed, 2, &Errors::default(), None))
}

/// Saves it, or gives more room for criteria.
pub async fn save(path: EditPath, req: Req, form: web::FormData) -> Answer<Response> {
    let bench = Bench::load(&req, &path).await?;
    let mut faults = Vec::new();
    let typed = Typed::read(&form, &mut faults);
    if form.get("go") == "more" {
        return Ok(view(&req, &bench, &typed, 3, &Errors::default(), None).into_response());
    }
    let saved = match Fault::check(faults) {
        Ok(()) => {
            let (ctx, scope, id) = (req.ctx.clone(), bench.workshop.scope, bench.item.id);
            let (definition, version) = (typed.definition.clone(), form.parsed("version").unwrap_or(0));
            req.app
                .db
                .write(move |c| {
                    let (ctx, definition) = (ctx.clone(), definition.clone());
                    Box::pin(async move { store(c, &ctx, scope, id, &definition, version).await })
                })
                .await
        }
        Err(fault) => Err(fault),
    };
    match saved {
        Ok(()) => Ok(req.redirect(bench.path("/work")).flash(msg::ASSIGNMENTS_DEFINITION_SAVED).into_response()),
        Err(fault) if fault.kind == FaultKind::Conflict => {
            let now = Bench::load(&req, &path).await?;
            let diff = beside(&req, &Typed::of(&now.row.definition.0), &typed);
            Ok(conflict(view(&req, &now, &typed, 1, &Errors::default(), Some(diff))))
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(view(&req, &bench, &typed, 1, &errors, None)))
        }
    }
}

/// What another saved meanwhile beside what was typed.
fn beside(req: &Req, theirs: &Typed, mine: &Typed) -> Diff {
    let t = req.t;
    let yes = |said: bool| t.s(if said { msg::ASSIGNMENTS_YES } else { msg::ASSIGNMENTS_NO });
    let rows = |typed: &Typed| {
        typed.rows.iter().map(|(name, levels)| format!("{name}\n{levels}")).collect::<Vec<_>>().join("\n\n")
    };
    [
        (msg::ASSIGNMENTS_INSTRUCTIONS, theirs.definition.instructions.clone(), mine.definition.instructions.clone()),
        (msg::ASSIGNMENTS_MIN_WORDS, theirs.min_words.clone(), mine.min_words.clone()),
        (msg::ASSIGNMENTS_TAKES_FILES, yes(theirs.definition.files), yes(mine.definition.files)),
        (msg::ASSIGNMENTS_BLIND, yes(theirs.definition.blind), yes(mine.definition.blind)),
        (msg::ASSIGNMENTS_RUBRIC, rows(theirs), rows(mine)),
    ]
    .into_iter()
    .filter(|(_, a, b)| a != b)
    .fold(Diff::new(req.lang()), |diff, (key, a, b)| diff.field(t.s(key), a, b))
}

fn view(req: &Req, bench: &Bench, typed: &Typed, spare: usize, errors: &Errors, stale: Option<Diff>) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let tick = |on: bool| if on { "on" } else { "" };
    let rows = (typed.rows.len() + spare).min(MOST_CRITERIA);
    let form = Form::post(bench.path("/work"))
        .id("assignment")
        .version(bench.row.version)
        .keep(lang, format!("assignment.{}", bench.item.id))
        .body(html! {
            (Field::textarea(lang, "instructions", t.s(msg::ASSIGNMENTS_INSTRUCTIONS)).rows(16).spellcheck(true).required()
                .hint(t.s(msg::ASSIGNMENTS_INSTRUCTIONS_HINT)).value(typed.definition.instructions.as_str()).error(errors.at("instructions")))
            (Field::text(lang, "min_words", t.s(msg::ASSIGNMENTS_MIN_WORDS)).digits(Width::W4).hint(t.s(msg::ASSIGNMENTS_MIN_WORDS_HINT))
                .value(typed.min_words.as_str()).error(errors.at("min_words")))
            (Field::checkbox(lang, "files", t.s(msg::ASSIGNMENTS_TAKES_FILES)).value(tick(typed.definition.files)))
            (Field::checkbox(lang, "blind", t.s(msg::ASSIGNMENTS_BLIND)).hint(t.s(msg::ASSIGNMENTS_BLIND_HINT)).value(tick(typed.definition.blind)))
            (Section::new(t.s(msg::ASSIGNMENTS_RUBRIC)).text(t.s(msg::ASSIGNMENTS_RUBRIC_HINT)).body(html! {
                @for i in 0..rows { (criterion(req, i, typed, errors)) }
                @if rows < MOST_CRITERIA {
                    (Button::submit(t.s(msg::ASSIGNMENTS_MORE_CRITERIA)).quiet().icon(Icon::Plus).value("go", "more"))
                }
            }))
            (ButtonGroup::new()
                .add(Button::submit(t.s(msg::ASSIGNMENTS_SAVE)).value("go", "save"))
                .add(Button::link(t.s(msg::ASSIGNMENTS_TITLE_AND_TIME), bench.path("")).quiet()))
        });
    let picture = html! { (shown::instructions(&typed.definition)) (shown::rubric(t, &typed.definition)) };
    courses::course_page(req, &bench.workshop, &bench.course, "assignments.edit", "")
        .here(bench.item.title.clone())
        .body(html! {
            (errors.summary(t))
            @if let Some(diff) = stale {
                (Notice::warning(t.s(msg::ASSIGNMENTS_EDITED_MEANWHILE)).title(t.s(msg::ASSIGNMENTS_STALE)).announce())
                (diff)
            }
            (Section::new(bench.item.title.as_str()).text(t.s(msg::ASSIGNMENTS_EDIT_TEXT)).body(form))
            (Reveal::new(t.s(msg::ASSIGNMENTS_AS_LEARNER), picture).boxed())
        })
        .render()
}

fn criterion(req: &Req, i: usize, typed: &Typed, errors: &Errors) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let (name, levels) = typed.rows.get(i).map(|(n, l)| (n.as_str(), l.as_str())).unwrap_or_default();
    let (name_field, levels_field) = (format!("criterion-{i}"), format!("levels-{i}"));
    html! {
        (Fieldset::new(t.f(msg::ASSIGNMENTS_CRITERION_N, &[("n", (i + 1).into())])).body(html! {
            (Field::text(lang, name_field.as_str(), t.s(msg::ASSIGNMENTS_CRITERION)).maxlength(200).value(name).error(errors.at(&name_field)))
            (Field::textarea(lang, levels_field.as_str(), t.s(msg::ASSIGNMENTS_LEVELS)).rows(4).hint(t.s(msg::ASSIGNMENTS_LEVELS_HINT))
                .value(levels).error(errors.at(&levels_field)))
        }))
    }
}
