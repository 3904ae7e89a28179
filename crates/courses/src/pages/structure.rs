//! `/desk/{office}/courses/{course}`: what a course consists of, in order. Buttons move things one place; with scripts
//! they can be dragged as well.

use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use db::Conn;
use kernel::{
    Ctx, Fault, OfficeScope, Result,
    ids::{ItemId, ModuleId},
};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Choice, Empty, Field, Form, Icon, Reveal, Tag, Tone, Width};
use web::{Answer, Errors, Fields, FormData, Req, TypedPath};

use super::course_page;
use crate::{
    CourseRow, ItemFacts, ItemKind, ItemRow, ModuleRow, Workshop, hooks, item_kind_name, msg, policy,
    structure::{self, add_item, add_module, items, modules, put_aside},
};

/// Minutes an activity begins with, until its author says otherwise.
const MINUTES: u32 = 10;
/// The form that all small buttons belong to.
const FORM: &str = "structure";

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

/// What the page shows.
struct Seen {
    modules: Vec<ModuleRow>,
    items: Vec<ItemRow>,
    aside: (Vec<ModuleRow>, Vec<ItemRow>),
}

async fn see(req: &Req, course: &CourseRow) -> Result<Seen> {
    let id = course.id;
    req.app
        .db
        .read(move |c| {
            Box::pin(async move {
                Ok(Seen { modules: modules(c, id).await?, items: items(c, id).await?, aside: put_aside(c, id).await? })
            })
        })
        .await
}

/// The page.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let (workshop, course) = policy::author_course(&req, &path.office, &path.course).await?;
    let seen = see(&req, &course).await?;
    Ok(view(&req, &workshop, &course, &seen, &Fields::default(), &Errors::default()))
}

/// Where the page stands after a change, and what it says.
struct Done {
    place: String,
    said: &'static str,
    /// The page of another subject where the work goes on, after the address of the course.
    editor: Option<String>,
}

fn done(place: impl std::fmt::Display, said: &'static str) -> Result<Done> {
    Ok(Done { place: place.to_string(), said, editor: None })
}

/// Moves a thing one place among its like.
fn moved<T: Copy + PartialEq>(order: &[T], id: T, down: bool) -> Option<usize> {
    let at = order.iter().position(|x| *x == id)?;
    if down { Some(at + 1).filter(|to| *to < order.len()) } else { at.checked_sub(1) }
}

async fn change(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, course: &CourseRow, form: &Fields) -> Result<Done> {
    let at = form.parsed::<usize>("at").unwrap_or(usize::MAX);
    for (name, down) in [("up-item", false), ("down-item", true)] {
        if let Some(id) = form.parsed::<ItemId>(name) {
            let row = structure::own_item(c, scope, id).await?;
            let all = items(c, course.id).await?;
            let order: Vec<ItemId> = all.iter().filter(|i| i.module == row.module).map(|i| i.id).collect();
            let mut module = row.module;
            let to = match moved(&order, id, down) {
                Some(to) => to,
                // At the edge of its module it goes into the next one.
                None => {
                    let near: Vec<ModuleId> = modules(c, course.id).await?.iter().map(|m| m.id).collect();
                    match moved(&near, module, down).and_then(|i| near.get(i)) {
                        Some(next) => {
                            module = *next;
                            if down { 0 } else { usize::MAX }
                        }
                        None => return done(format_args!("i-{id}"), msg::COURSES_MOVED),
                    }
                }
            };
            structure::place_item(c, ctx, scope, id, module, to).await?;
            return done(format_args!("i-{id}"), msg::COURSES_MOVED);
        }
    }
    for (name, down) in [("up-module", false), ("down-module", true)] {
        if let Some(id) = form.parsed::<ModuleId>(name) {
            let order: Vec<ModuleId> = modules(c, course.id).await?.iter().map(|m| m.id).collect();
            if let Some(to) = moved(&order, id, down) {
                structure::place_module(c, ctx, scope, id, to).await?;
            }
            return done(format_args!("m-{id}"), msg::COURSES_MOVED);
        }
    }
    if let (Some(id), Some(into)) = (form.parsed::<ItemId>("place-item"), form.parsed::<ModuleId>("into")) {
        structure::place_item(c, ctx, scope, id, into, at).await?;
        return done(format_args!("i-{id}"), msg::COURSES_MOVED);
    }
    if let Some(id) = form.parsed::<ModuleId>("place-module") {
        structure::place_module(c, ctx, scope, id, at).await?;
        return done(format_args!("m-{id}"), msg::COURSES_MOVED);
    }
    if let Some(id) = form.parsed::<ItemId>("remove-item") {
        structure::remove_item(c, ctx, scope, id).await?;
        return done("aside", msg::COURSES_PUT_ASIDE);
    }
    if let Some(id) = form.parsed::<ModuleId>("remove-module") {
        structure::remove_module(c, ctx, scope, id).await?;
        return done("aside", msg::COURSES_PUT_ASIDE);
    }
    if let Some(id) = form.parsed::<ItemId>("restore-item") {
        structure::restore_item(c, ctx, scope, id).await?;
        return done(format_args!("i-{id}"), msg::COURSES_RESTORED);
    }
    if let Some(id) = form.parsed::<ModuleId>("restore-module") {
        structure::restore_module(c, ctx, scope, id).await?;
        return done(format_args!("m-{id}"), msg::COURSES_RESTORED);
    }
    if let Some(module) = form.parsed::<ModuleId>("add-item") {
        let kind = ItemKind::parse(form.get("kind")).filter(|k| hooks::editor(*k).is_some());
        let kind = kind.ok_or_else(|| Fault::field("kind", web::msg::FIELD_CHOICE))?;
        let facts = ItemFacts::new(form.get("title"), MINUTES);
        let id = add_item(c, ctx, scope, module, kind, &facts, serde_json::json!({})).await?;
        let mut added = done(format_args!("i-{id}"), msg::COURSES_ITEM_ADDED)?;
        let rest = hooks::editor(kind).filter(|rest| !rest.is_empty());
        added.editor = rest.map(|rest| format!("/items/{id}{rest}"));
        return Ok(added);
    }
    let id = add_module(c, ctx, scope, course.id, form.get("title"), "").await?;
    done(format_args!("m-{id}"), msg::COURSES_MODULE_ADDED)
}

/// Adds, moves, puts aside, brings back.
pub async fn save(path: Path, req: Req, form: FormData) -> Answer<Response> {
    let (workshop, course) = policy::author_course(&req, &path.office, &path.course).await?;
    let (scope, ctx, row, fields) = (workshop.scope, req.ctx.clone(), course.clone(), form.fields.clone());
    let result = req
        .app
        .db
        .write(move |c| {
            let (ctx, row, fields) = (ctx.clone(), row.clone(), fields.clone());
            Box::pin(async move { change(c, &ctx, scope, &row, &fields).await })
        })
        .await;
    match result {
        Ok(_) if req.fragment => Ok(StatusCode::NO_CONTENT.into_response()),
        Ok(done) => {
            let to = match &done.editor {
                Some(rest) => workshop.course_path(&course, rest),
                None => format!("{}#{}", workshop.course_path(&course, ""), done.place),
            };
            Ok(req.redirect(to).flash(done.said).into_response())
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            let seen = see(&req, &course).await?;
            Ok(errors.again(view(&req, &workshop, &course, &seen, &form.fields, &errors)))
        }
    }
}

/// A small button of the page's one form.
fn small(label: String, name: &'static str, id: impl ToString, of: &str) -> Button {
    Button::submit(label).small().quiet().describes(of).form(FORM).value(name, id.to_string())
}

fn view(req: &Req, workshop: &Workshop, course: &CourseRow, seen: &Seen, typed: &Fields, errors: &Errors) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let here = workshop.course_path(course, "");
    let adding = typed.parsed::<ModuleId>("add-item");
    let body = html! {
        (errors.summary(t))
        @if seen.modules.is_empty() {
            (Empty::new(Icon::List, t.s(msg::COURSES_NO_MODULES)).text(t.s(msg::COURSES_NO_MODULES_TEXT)))
        }
        div.structure data-reorder=(here) data-moved=(t.s(msg::COURSES_MOVED)) data-failed=(t.s(msg::COURSES_NOT_MOVED)) {
            p.visually-hidden role="status" data-status {}
            ol.structure-modules role="list" data-reorder-list="" data-reorder-kind="module" {
                @for (i, module) in seen.modules.iter().enumerate() {
                    (module_view(req, workshop, course, seen, i, module, (adding == Some(module.id)).then_some((typed, errors))))
                }
            }
        }
        (Form::post(here.clone()).inline().label(t.s(msg::COURSES_MODULE_ADD)).body(html! {
            (Field::text(lang, "title", t.s(msg::COURSES_MODULE_NEW)).required_unmarked().maxlength(200).id("new-module")
                .value(if adding.is_none() { typed.get("title") } else { "" })
                .error(errors.at("title").filter(|_| adding.is_none())))
            (Button::submit(t.s(msg::COURSES_MODULE_ADD)).secondary().icon(Icon::Plus).value("add-module", "1"))
        }))
        (aside(req, seen))
        (Form::post(here.clone()).id(FORM))
    };
    course_page(req, workshop, course, "courses.structure", "").body(body).render()
}

fn module_view(
    req: &Req,
    workshop: &Workshop,
    course: &CourseRow,
    seen: &Seen,
    number: usize,
    module: &ModuleRow,
    again: Option<(&Fields, &Errors)>,
) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let title = &module.title;
    let own: Vec<&ItemRow> = seen.items.iter().filter(|i| i.module == module.id).collect();
    let kinds = ItemKind::ALL.iter().filter(|k| hooks::editor(**k).is_some());
    let kinds = kinds.map(|k| Choice::new(k.as_str(), t.s(item_kind_name(*k))));
    let last = number + 1 == seen.modules.len();
    let suffix = module.id.to_string();
    html! {
        li.structure-module id={ "m-" (module.id) } data-reorder-item=(module.id) {
            div.structure-head {
                h2.structure-title { (title) }
                (ButtonGroup::new()
                    .add(Button::link(t.s(msg::COURSES_RENAME), workshop.course_path(course, &format!("/modules/{}", module.id))).small().quiet().describes(title))
                    .add(small(t.s(msg::COURSES_UP), "up-module", module.id, title).disabled(number == 0))
                    .add(small(t.s(msg::COURSES_DOWN), "down-module", module.id, title).disabled(last))
                    .add(small(t.s(msg::COURSES_REMOVE), "remove-module", module.id, title)))
            }
            @if !module.summary.is_empty() { p.structure-summary { (module.summary) } }
            ol.structure-items role="list" data-reorder-list=(module.id) data-reorder-kind="item" {
                @for (i, item) in own.iter().enumerate() {
                    @let first = number == 0 && i == 0;
                    (item_view(req, workshop, course, item, first, last && i + 1 == own.len()))
                }
            }
            (Form::post(workshop.course_path(course, "")).inline().label(t.f(msg::COURSES_ITEM_ADD_TO, &[("module", title.as_str().into())])).body(html! {
                (Field::select(lang, "kind", t.s(msg::COURSES_KIND)).required_unmarked().id(format!("kind-{suffix}")).width(Width::W12)
                    .value(again.map_or("lesson", |(f, _)| f.get("kind"))).choices(kinds))
                (Field::text(lang, "title", t.s(msg::COURSES_FIELD_TITLE)).required_unmarked().maxlength(200).id(format!("title-{suffix}"))
                    .value(again.map_or("", |(f, _)| f.get("title"))).error(again.and_then(|(_, e)| e.at("title"))))
                (Button::submit(t.s(msg::COURSES_ITEM_ADD)).secondary().icon(Icon::Plus).describes(title).value("add-item", module.id.to_string()))
            }))
        }
    }
}

fn item_view(req: &Req, workshop: &Workshop, course: &CourseRow, item: &ItemRow, first: bool, last: bool) -> Markup {
    let t = req.t;
    let title = &item.title;
    let edit = workshop.course_path(course, &format!("/items/{}", item.id));
    html! {
        li.structure-item id={ "i-" (item.id) } data-reorder-item=(item.id) {
            div.structure-what {
                a.structure-name href=(edit) { (title) }
                span.structure-facts {
                    (Tag::new(t.s(item_kind_name(item.kind))).tone(if item.kind == ItemKind::Lesson { Tone::Info } else { Tone::Neutral }))
                    " " (ui::duration(t.lang(), item.minutes))
                    @if !item.required { " · " (t.s(msg::COURSES_OPTIONAL)) }
                }
            }
            (ButtonGroup::new()
                .add(small(t.s(msg::COURSES_UP), "up-item", item.id, title).disabled(first))
                .add(small(t.s(msg::COURSES_DOWN), "down-item", item.id, title).disabled(last))
                .add(small(t.s(msg::COURSES_REMOVE), "remove-item", item.id, title)))
        }
    }
}

/// What was put aside, to be brought back.
fn aside(req: &Req, seen: &Seen) -> Markup {
    let t = req.t;
    let (modules, items) = &seen.aside;
    html! {
        @if !modules.is_empty() || !items.is_empty() {
            div id="aside" {
                (Reveal::new(t.f(msg::COURSES_ASIDE, &[("n", (modules.len() + items.len()).into())]), html! {
                    ul.structure-items role="list" {
                        @for module in modules {
                            li.structure-item {
                                span { (module.title) " " (Tag::new(t.s(msg::COURSES_MODULE))) }
                                (small(t.s(msg::COURSES_RESTORE), "restore-module", module.id, &module.title))
                            }
                        }
                        @for item in items {
                            li.structure-item {
                                span { (item.title) " " (Tag::new(t.s(item_kind_name(item.kind)))) }
                                (small(t.s(msg::COURSES_RESTORE), "restore-item", item.id, &item.title))
                            }
                        }
                    }
                }))
            }
        }
    }
}
