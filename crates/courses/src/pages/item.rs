//! `/desk/{office}/courses/{course}/items/{item}`: an activity. A lesson has its editor; of the others the title, the
//! minutes and what their kind needs.

use axum::response::{IntoResponse as _, Response};
use kernel::{
    Fault, FaultKind, FieldFault, Result,
    ids::{CourseFileId, ItemId},
};
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::json;
use ui::{Button, ButtonGroup, Choice, Diff, Field, Form, Icon, Notice, Width};
use web::{Answer, Errors, Fields, FormData, Req, TypedPath, conflict, number};

use super::lesson;
use crate::{
    CourseRow, FileKind, FileRow, ItemFacts, ItemKind, ItemRow, Workshop, file, hooks, item_kind_name, msg, policy,
    structure::{edit_item, own_item, set_item_settings},
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/items/{item}", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
    /// The activity.
    pub item: ItemId,
}

/// An activity on its author's bench.
pub(super) struct Bench {
    pub workshop: Workshop,
    pub course: CourseRow,
    pub item: ItemRow,
    pub files: Vec<FileRow>,
}

pub(super) async fn load(req: &Req, office: &str, course: &str, item: ItemId) -> Result<Bench> {
    let (workshop, course) = policy::author_course(req, office, course).await?;
    let (scope, of) = (workshop.scope, course.id);
    let (item, files) = req
        .app
        .db
        .read(move |c| Box::pin(async move { Ok((own_item(c, scope, item).await?, file::files(c, of).await?)) }))
        .await?;
    if item.course != of {
        return Err(Fault::not_found());
    }
    Ok(Bench { workshop, course, item, files })
}

impl Bench {
    /// The address of the activity.
    pub(super) fn path(&self, rest: &str) -> String {
        self.workshop.course_path(&self.course, &format!("/items/{}{rest}", self.item.id))
    }
    /// Back to the structure, where the activity stands.
    pub(super) fn back(&self) -> String {
        format!("{}#i-{}", self.workshop.course_path(&self.course, ""), self.item.id)
    }
}

/// The title, minutes and whether it is required, as sent; what cannot be read is at fault.
pub(super) fn facts(form: &Fields, faults: &mut Vec<FieldFault>) -> ItemFacts {
    ItemFacts {
        title: form.get("title").to_owned(),
        minutes: number(form, "minutes", faults).unwrap_or(0),
        required: form.has("required"),
    }
}

/// The fields of every activity.
pub(super) fn fact_fields(req: &Req, x: &ItemFacts, errors: &Errors) -> Markup {
    let (t, lang) = (req.t, req.lang());
    html! {
        (Field::text(lang, "title", t.s(msg::COURSES_FIELD_TITLE)).required().maxlength(200).value(x.title.as_str()).error(errors.at("title")))
        (Field::text(lang, "minutes", t.s(msg::COURSES_FIELD_MINUTES)).required_unmarked().digits(Width::W4).value(x.minutes.to_string()).error(errors.at("minutes")))
        (Field::checkbox(lang, "required", t.s(msg::COURSES_FIELD_REQUIRED)).value(if x.required { "on" } else { "" }))
    }
}

/// What an activity says of itself now.
pub(super) fn facts_of(item: &ItemRow) -> ItemFacts {
    ItemFacts { title: item.title.clone(), minutes: item.minutes, required: item.required }
}

/// The page.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let bench = load(&req, &path.office, &path.course, path.item).await?;
    if bench.item.kind == ItemKind::Lesson {
        return lesson::show(&req, &bench).await;
    }
    let now = facts_of(&bench.item);
    Ok(view(&req, &bench, &now, chosen(&bench.item).as_deref(), &Errors::default(), None))
}

/// The file of an activity that is one.
fn chosen(item: &ItemRow) -> Option<String> {
    item.settings.0.get("file")?.as_str().map(str::to_owned)
}

/// Saves it.
pub async fn save(path: Path, req: Req, form: FormData) -> Answer<Response> {
    let bench = load(&req, &path.office, &path.course, path.item).await?;
    if bench.item.kind == ItemKind::Lesson {
        return lesson::save(&req, &bench, &form).await;
    }
    let mut faults = Vec::new();
    let facts = facts(&form, &mut faults);
    let wanted = form.some("file").map(str::to_owned);
    let saved = match Fault::check(faults) {
        Ok(()) => store(&req, &bench, &facts, wanted.as_deref(), form.parsed("version").unwrap_or(0)).await,
        Err(fault) => Err(fault),
    };
    match saved {
        Ok(()) => Ok(req.redirect(bench.back()).flash(msg::COURSES_SAVED).into_response()),
        Err(fault) if fault.kind == FaultKind::Conflict => {
            let bench = load(&req, &path.office, &path.course, path.item).await?;
            let diff = facts_diff(&req, Diff::new(req.lang()), &facts_of(&bench.item), &facts);
            let page = view(&req, &bench, &facts, wanted.as_deref(), &Errors::default(), Some(diff));
            Ok(conflict(page))
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(view(&req, &bench, &facts, wanted.as_deref(), &errors, None)))
        }
    }
}

async fn store(req: &Req, bench: &Bench, facts: &ItemFacts, file: Option<&str>, version: i64) -> Result<()> {
    let (scope, ctx, id, facts) = (bench.workshop.scope, req.ctx.clone(), bench.item.id, facts.clone());
    let settings = match (bench.item.kind, file) {
        (ItemKind::File, Some(file)) => {
            let known = bench.files.iter().any(|f| f.id.to_string() == file);
            let id: Option<CourseFileId> = file.parse().ok().filter(|_| known);
            let id = id.ok_or_else(|| Fault::field("file", web::msg::FIELD_CHOICE))?;
            Some(json!({ "file": id }))
        }
        _ => None,
    };
    req.app
        .db
        .write(move |c| {
            let (ctx, facts, settings) = (ctx.clone(), facts.clone(), settings.clone());
            Box::pin(async move {
                edit_item(c, &ctx, scope, id, &facts, version).await?;
                match settings {
                    Some(settings) => set_item_settings(c, &ctx, scope, id, settings).await,
                    None => Ok(()),
                }
            })
        })
        .await
}

/// Differences of what two authors say of an activity.
pub(super) fn facts_diff(req: &Req, diff: Diff, theirs: &ItemFacts, mine: &ItemFacts) -> Diff {
    let t = req.t;
    let yes = |x: bool| t.s(if x { msg::COURSES_YES } else { msg::COURSES_NO });
    [
        (msg::COURSES_FIELD_TITLE, theirs.title.clone(), mine.title.clone()),
        (msg::COURSES_FIELD_MINUTES, theirs.minutes.to_string(), mine.minutes.to_string()),
        (msg::COURSES_FIELD_REQUIRED, yes(theirs.required), yes(mine.required)),
    ]
    .into_iter()
    .filter(|(_, a, b)| a != b)
    .fold(diff, |d, (key, a, b)| d.field(t.s(key), a, b))
}

fn view(
    req: &Req,
    bench: &Bench,
    facts: &ItemFacts,
    file: Option<&str>,
    errors: &Errors,
    stale: Option<Diff>,
) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let item = &bench.item;
    let documents = bench.files.iter().filter(|f| f.kind != FileKind::Captions);
    let documents: Vec<Choice> =
        documents.map(|f| Choice::new(f.id.to_string(), format!("{} – {}", f.name, f.alt))).collect();
    let editor = hooks::editor(item.kind).filter(|rest| !rest.is_empty());
    let edit_content = if item.kind == ItemKind::Quiz { msg::COURSES_EDIT_QUIZ } else { msg::COURSES_EDIT_CONTENT };
    let save = Button::submit(t.s(msg::COURSES_SAVE));
    let save = if editor.is_some() { save.secondary() } else { save };
    bench
        .workshop
        .page(req, "courses.item", item.title.clone())
        .kicker(t.s(item_kind_name(item.kind)))
        .crumb(t.s(msg::COURSES_TITLE), bench.workshop.path("/courses"))
        .crumb(bench.course.title_in(lang), bench.workshop.course_path(&bench.course, ""))
        .here(item.title.clone())
        .narrow()
        .body(html! {
            (errors.summary(t))
            @if let Some(diff) = &stale { (Notice::warning(t.s(web::msg::FAULT_STALE))) (diff) }
            @if let Some(rest) = editor {
                p { (Button::link(t.s(edit_content), bench.path(rest)).icon(Icon::Edit)) }
            }
            (Form::post(bench.path("")).version(item.version).keep(lang, format!("item.{}", item.id)).body(html! {
                (fact_fields(req, facts, errors))
                @if item.kind == ItemKind::File {
                    @if documents.is_empty() {
                        (Notice::info(t.s(msg::COURSES_NO_FILES_YET))
                            .action(Button::link(t.s(msg::COURSES_TAB_FILES), bench.workshop.course_path(&bench.course, "/files")).secondary().small()))
                    } @else {
                        (Field::select(lang, "file", t.s(msg::COURSES_KIND_FILE)).value(file.unwrap_or_default())
                            .choices(documents).error(errors.at("file")))
                    }
                }
                (ButtonGroup::new().add(save).add(Button::link(t.s(msg::COURSES_CANCEL), bench.back()).quiet()))
            }))
        })
        .render()
}
