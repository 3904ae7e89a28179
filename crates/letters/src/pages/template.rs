//! One template: editing it with a preview, its placeholders, its earlier versions.

use axum::response::IntoResponse as _;
use i18n::T;
use kernel::{Fault, FaultKind, ids::TemplateId};
use maud::{Markup, html};
use offices::Desk;
use serde::Deserialize;
use ui::{
    Button, ButtonGroup, Choice, Confirm, Diff, Field, Form, Icon, Inserts, Notice, Reveal, Section, date_time,
    main_beside,
};
use web::{Answer, FormData, Req, TypedPath, conflict, unprocessable};

use super::{Again, part_fields, read, write};
use crate::{
    Content, Kind, NewTemplate, Saved, TemplateRow, TemplateVersion, add_template, change_template,
    content::PARTS,
    msg, placeholders,
    preview::html_of,
    retire_template, template,
    template::{may_change, template_versions},
};

macro_rules! path {
    ($name:ident $path:literal) => {
        #[doc = $path]
        #[derive(TypedPath, Deserialize)]
        #[typed_path($path, rejection(web::BadPath))]
        pub(crate) struct $name {
            pub office: String,
            pub template: TemplateId,
        }
    };
}
path!(TemplatePath "/desk/{office}/templates/{template}");
path!(RetirePath "/desk/{office}/templates/{template}/retire");

/// `/desk/{office}/templates/new`
#[derive(TypedPath, Deserialize)]
#[typed_path("/desk/{office}/templates/new", rejection(web::BadPath))]
pub(crate) struct NewPath {
    pub office: String,
}

/// `/desk/{office}/templates/preview`
#[derive(TypedPath, Deserialize)]
#[typed_path("/desk/{office}/templates/preview", rejection(web::BadPath))]
pub(crate) struct PreviewPath {
    pub office: String,
}

fn from_form(form: &FormData) -> NewTemplate {
    NewTemplate {
        name: form.get("name").to_owned(),
        hint: form.get("hint").to_owned(),
        kind: Kind::parse(form.get("kind")).unwrap_or(Kind::Letter),
        content: Content::from_fields(&form.fields),
    }
}

fn empty() -> NewTemplate {
    let content = Content { addressee: "{{party.name}}\n{{party.address}}".into(), ..Content::default() };
    NewTemplate { name: String::new(), hint: String::new(), kind: Kind::Letter, content }
}

pub(crate) async fn new(path: NewPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, None).await?;
    may_change(&desk)?;
    Ok(view(&req, &desk, None, &[], &empty(), Again::default(), None))
}

pub(crate) async fn add(path: NewPath, req: Req, form: FormData) -> Answer {
    let desk = offices::desk(&req, &path.office, None).await?;
    let new = from_form(&form);
    let made = new.clone();
    match write(&req, &desk, move |c, ctx, desk| Box::pin(add_template(c, ctx, desk, made.clone()))).await {
        Ok(row) => {
            let to = desk.path(&format!("/templates/{}", row.id));
            Ok(req.redirect(to).flash(msg::LETTERS_TEMPLATE_SAVED).into_response())
        }
        Err(fault) if fault.kind == FaultKind::Invalid => {
            let again = Again { fields: Some(&form.fields), fault: Some(&fault) };
            Ok(unprocessable(view(&req, &desk, None, &[], &new, again, None)))
        }
        Err(fault) => Err(fault.into()),
    }
}

async fn load(req: &Req, desk: &Desk, id: TemplateId) -> Result<(TemplateRow, Vec<TemplateVersion>), Fault> {
    read(req, desk, move |c, _, desk| {
        Box::pin(async move {
            Ok((template::template(c, desk.scope, id).await?, template_versions(c, desk.scope, id).await?))
        })
    })
    .await
}

fn of(row: &TemplateRow) -> NewTemplate {
    NewTemplate { name: row.name.clone(), hint: row.hint.clone(), kind: row.kind, content: row.content.0.clone() }
}

pub(crate) async fn show(path: TemplatePath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (row, versions) = load(&req, &desk, path.template).await?;
    Ok(view(&req, &desk, Some(&row), &versions, &of(&row), Again::default(), None))
}

pub(crate) async fn save(path: TemplatePath, req: Req, form: FormData) -> Answer {
    let desk = offices::desk(&req, &path.office, None).await?;
    let id = path.template;
    let version: i64 = form.parsed("version").unwrap_or(0);
    let (new, made) = (from_form(&form), from_form(&form));
    let saved =
        write(&req, &desk, move |c, ctx, desk| Box::pin(change_template(c, ctx, desk, id, version, made.clone())))
            .await;
    match saved {
        Ok(Saved::Done(_)) => {
            Ok(req.redirect(desk.path(&format!("/templates/{id}"))).flash(msg::LETTERS_TEMPLATE_SAVED).into_response())
        }
        Ok(Saved::Stale(theirs)) => {
            let (_, versions) = load(&req, &desk, id).await?;
            let page = view(&req, &desk, Some(&theirs), &versions, &new, Again::default(), Some(&theirs));
            Ok(conflict(page))
        }
        Err(fault) if fault.kind == FaultKind::Invalid => {
            let (row, versions) = load(&req, &desk, id).await?;
            let again = Again { fields: Some(&form.fields), fault: Some(&fault) };
            Ok(unprocessable(view(&req, &desk, Some(&row), &versions, &new, again, None)))
        }
        Err(fault) => Err(fault.into()),
    }
}

pub(crate) async fn retire(path: RetirePath, req: Req, form: FormData) -> Answer {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (id, retired) = (path.template, form.get("retired") == "yes");
    write(&req, &desk, move |c, ctx, desk| Box::pin(retire_template(c, ctx, desk, id, retired))).await?;
    Ok(req.redirect(desk.path(&format!("/templates/{id}"))).flash(msg::LETTERS_TEMPLATE_SAVED).into_response())
}

/// The preview beside the form, with sample data.
pub(crate) async fn preview(path: PreviewPath, req: Req, form: FormData) -> Answer<Markup> {
    offices::desk(&req, &path.office, None).await?;
    Ok(sample(&req, &Content::from_fields(&form.fields)))
}

/// The template with samples in it, and below what the official will have to fill in.
fn sample(req: &Req, content: &Content) -> Markup {
    let t = req.t;
    let left = placeholders::left(content);
    html! {
        div.paper { (html_of(&placeholders::as_sample(t, content), (&t.s(msg::LETTERS_PART_REASONS), &t.s(msg::LETTERS_PART_INSTRUCTION)))) }
        @if !left.is_empty() {
            p.hint { (t.s(msg::LETTERS_LEFT)) " " @for (i, name) in left.iter().enumerate() { @if i > 0 { ", " } (placeholders::called(t, name)) } "." }
        }
    }
}

/// The placeholders that are filled in by themselves, ready to be put into the form.
fn list_of_placeholders(t: T) -> Markup {
    html! {
        @for (heading, begins) in placeholders::GROUPS {
            @let group = placeholders::ALL.iter().filter(|p| begins.iter().any(|b| p.name.starts_with(b)));
            (group.fold(Inserts::new(t.lang(), "template", t.s(heading)), |list, p| {
                list.item(format!("{{{{{}}}}}", p.name), t.s(p.label), Some(p.sample))
            }))
        }
        p.hint { (t.s(msg::LETTERS_PLACEHOLDERS_TEXT)) }
    }
}

fn difference(req: &Req, theirs: &TemplateRow, mine: &NewTemplate) -> Markup {
    let t = req.t;
    let mut diff = Diff::new(t.lang()).field(t.s(msg::LETTERS_TEMPLATE_NAME), theirs.name.clone(), mine.name.clone());
    for (name, label, _) in PARTS {
        if theirs.content.0.part(name) != mine.content.part(name) {
            diff = diff.field(t.s(label), theirs.content.0.part(name), mine.content.part(name));
        }
    }
    html! { (Notice::warning(t.s(web::msg::FAULT_STALE)).announce()) (diff) }
}

fn view(
    req: &Req,
    desk: &Desk,
    row: Option<&TemplateRow>,
    versions: &[TemplateVersion],
    text: &NewTemplate,
    again: Again<'_>,
    theirs: Option<&TemplateRow>,
) -> Markup {
    let t = req.t;
    let lang = t.lang();
    let may = may_change(desk).is_ok();
    let title = row.map_or_else(|| t.s(msg::LETTERS_TEMPLATE_ADD), |r| r.name.clone());
    let action = desk.path(&row.map_or_else(|| "/templates/new".to_owned(), |r| format!("/templates/{}", r.id)));
    let form = Form::post(action)
        .id("template")
        .version(row.map_or(0, |r| r.version))
        .keep(lang, row.map_or_else(|| "template-new".to_owned(), |r| format!("template-{}", r.id)))
        .preview(desk.path("/templates/preview"), "preview")
        .body(html! {
            (Field::text(lang, "name", t.s(msg::LETTERS_TEMPLATE_NAME)).required().value(again.value("name", &text.name)).error(again.error(t, "name")))
            (Field::textarea(lang, "hint", t.s(msg::LETTERS_TEMPLATE_HINT)).rows(2).value(again.value("hint", &text.hint)).error(again.error(t, "hint")))
            (Field::select(lang, "kind", t.s(msg::LETTERS_TEMPLATE_KIND)).required().value(again.value("kind", text.kind.as_str()))
                .choices(Kind::ALL.iter().map(|k| Choice::new(k.as_str(), t.s(k.label())))))
            (part_fields(t, &text.content, again))
            (Button::submit(t.s(msg::LETTERS_SAVE)))
        });
    let preview = Section::new(t.s(msg::LETTERS_PREVIEW)).text(t.s(msg::LETTERS_PREVIEW_SAMPLE)).boxed().body(html! {
        div id="preview" { (sample(req, &text.content)) }
    });
    let aside = html! {
        @if may { (Reveal::new(t.s(msg::LETTERS_PLACEHOLDERS), list_of_placeholders(t)).boxed()) }
        (preview)
    };
    desk.page(req, "letters.template", title.clone())
        .crumb(t.s(msg::LETTERS_TEMPLATES), desk.path("/templates"))
        .here(title)
        .body(html! {
            (again.summary(t))
            @if let Some(theirs) = theirs { (difference(req, theirs, text)) }
            @if may { (main_beside(form, aside)) } @else { p.lead { (text.hint) } (aside) }
            @if !versions.is_empty() {
                (Reveal::new(t.s(msg::LETTERS_VERSIONS), html! {
                    @for v in versions {
                        (Section::new(html! { (v.version) ". " (date_time(lang, v.at.timestamp())) ", " (v.by) }).minor()
                            .body(html_of(&v.content.0, (&t.s(msg::LETTERS_PART_REASONS), &t.s(msg::LETTERS_PART_INSTRUCTION)))))
                    }
                }).boxed())
            }
            @if let (Some(row), true) = (row, may) { (ButtonGroup::new().add(retire_question(req, desk, row))) }
        })
        .render()
}

fn retire_question(req: &Req, desk: &Desk, row: &TemplateRow) -> Markup {
    let t = req.t;
    let action = desk.path(&format!("/templates/{}/retire", row.id));
    if row.retired {
        let form = Form::post(action)
            .hidden("retired", "no")
            .body(Button::submit(t.s(msg::LETTERS_TEMPLATE_RESTORE)).secondary());
        return html! { (form) };
    }
    let form = Form::post(action).hidden("retired", "yes").body(Button::submit(t.s(msg::LETTERS_TEMPLATE_RETIRE)));
    html! {
        (Confirm::new(t.lang(), "retire", t.s(msg::LETTERS_TEMPLATE_RETIRE), t.s(msg::LETTERS_TEMPLATE_RETIRE_TITLE), form)
            .text(t.s(msg::LETTERS_TEMPLATE_RETIRE_TEXT)).icon(Icon::Archive).calm().small())
    }
}
