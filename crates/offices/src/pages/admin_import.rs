//! Import of units and people from CSV, with a preview.

use std::io::Read as _;

use axum::{
    body::Body,
    response::{IntoResponse as _, Response},
};
use i18n::T;
use kernel::{Fault, FaultKind};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Button, ButtonGroup, Column, Empty, Field, Form, Icon, Notice, Row, Section, Stat, StatGrid, Table, Tag, Tone,
};
use uuid::Uuid;
use web::{Answer, Errors, FormData, Req, TypedPath, Upload, conflict, read, work};

use crate::{
    Desk, Role,
    import::{self, FileFault, Kind, MAX_BYTES, Op, Plan, Problem, Stored},
    msg,
};

/// How many rows of each sort the preview shows.
const SHOWN: usize = 300;

/// `/desk/{office}/admin/import`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/import", rejection(web::BadPath))]
pub struct ImportPath {
    /// The office.
    pub office: String,
}

/// `/desk/{office}/admin/import/preview/{import}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/import/preview/{import}", rejection(web::BadPath))]
pub struct PreviewPath {
    /// The office.
    pub office: String,
    /// The stored file.
    pub import: Uuid,
}

/// `/desk/{office}/admin/import/template/{kind}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/import/template/{kind}", rejection(web::BadPath))]
pub struct TemplatePath {
    /// The office.
    pub office: String,
    /// `units` or `people`.
    pub kind: String,
}

fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Units => msg::OFFICES_IMPORT_UNITS,
        Kind::People => msg::OFFICES_IMPORT_PEOPLE,
    }
}

/// The forms.
pub async fn show(path: ImportPath, req: Req) -> Answer<Markup> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    Ok(forms(&req, &desk, None, &Errors::default()))
}

/// A file to fill in.
pub async fn template(path: TemplatePath, req: Req) -> Answer<Response> {
    crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let kind = Kind::parse(&path.kind).ok_or_else(Fault::not_found)?;
    let name = req.t.s(match kind {
        Kind::Units => msg::OFFICES_IMPORT_UNITS_FILE,
        Kind::People => msg::OFFICES_IMPORT_PEOPLE_FILE,
    });
    Ok(web::download(Body::from(import::template(kind, req.lang())), &name, "text/csv", None, false))
}

/// Stores a file and leads to its preview.
pub async fn upload(path: ImportPath, req: Req, mut form: FormData) -> Answer<Response> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, kind) = (desk.scope, Kind::parse(form.get("kind")).ok_or_else(Fault::not_found)?);
    let refuse = |fault: Fault| -> Answer<Response> {
        let errors = Errors::of(req.t, fault)?;
        Ok(errors.again(forms(&req, &desk, Some(kind), &errors)))
    };
    let Some(file) = form.files.pop() else {
        return refuse(Fault::field(field(kind), msg::OFFICES_IMPORT_NO_FILE));
    };
    let name = file.name.clone();
    let content = match read_file(file).await? {
        Ok(content) => content,
        Err(fault) => return refuse(Fault::field(field(kind), fault.key())),
    };
    let id = work!(req, |c, ctx, name, content| import::store(c, &ctx, scope, kind, &name, &content).await)?;
    Ok(req.redirect(desk.path(&format!("/admin/import/preview/{id}"))).into_response())
}

/// The field of a kind's file.
fn field(kind: Kind) -> &'static str {
    match kind {
        Kind::Units => "units_file",
        Kind::People => "people_file",
    }
}

async fn read_file(mut upload: Upload) -> kernel::Result<Result<String, FileFault>> {
    if upload.size > MAX_BYTES {
        return Ok(Err(FileFault::TooLong));
    }
    let bytes = tokio::task::spawn_blocking(move || {
        let mut bytes = Vec::new();
        upload.file.as_file_mut().read_to_end(&mut bytes).map(|_| bytes)
    })
    .await
    .map_err(Fault::internal)?
    .map_err(Fault::unavailable)?;
    Ok(import::decode(&bytes))
}

/// The preview.
pub async fn preview(path: PreviewPath, req: Req) -> Answer<Markup> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    Ok(show_plan(&req, &desk, path.import, None).await?)
}

/// Applies the file; shows the preview again when the office changed since it was seen.
pub async fn confirm(path: PreviewPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, id) = (desk.scope, path.import);
    let (seen, office) = (form.get("seen").to_owned(), desk.office.name.clone());
    match work!(req, |c, ctx, seen, office| import::apply(c, &ctx, scope, id, &seen, &office).await) {
        Ok(_) => Ok(req.redirect(desk.path("/admin/import")).flash(msg::OFFICES_IMPORT_APPLIED).into_response()),
        Err(fault) if fault.kind == FaultKind::Conflict && fault.key == msg::OFFICES_IMPORT_DONE => Ok(req
            .redirect(desk.path("/admin/import"))
            .message(web::Tone::Info, msg::OFFICES_IMPORT_DONE)
            .into_response()),
        Err(fault) if matches!(fault.kind, FaultKind::Conflict | FaultKind::Invalid) => {
            let page = show_plan(&req, &desk, id, Some(&fault)).await?;
            Ok(conflict(page))
        }
        Err(fault) => Err(fault.into()),
    }
}

fn forms(req: &Req, desk: &Desk, at: Option<Kind>, errors: &Errors) -> Markup {
    let t = req.t;
    let form = |kind: Kind, text: &str| {
        let template = desk.path(&format!("/admin/import/template/{}", kind.as_str()));
        Section::new(t.s(title(kind)))
            .text(t.s(text))
            .boxed()
            .body(Form::multipart(desk.path("/admin/import")).hidden("kind", kind.as_str()).body(html! {
            (Field::file(t.lang(), field(kind), t.s(msg::OFFICES_IMPORT_FILE))
                .hint(t.s(msg::OFFICES_IMPORT_FILE_HINT))
                .accept(".csv,.txt,text/csv")
                .error(if at == Some(kind) { errors.at(field(kind)) } else { None })
                .required())
            (ButtonGroup::new()
                .add(Button::submit(t.s(msg::OFFICES_IMPORT_PREVIEW)).icon(Icon::Eye))
                .add(Button::link(t.s(msg::OFFICES_IMPORT_TEMPLATE), template).quiet().download().icon(Icon::Download)))
        }))
    };
    let body = html! {
        (errors.summary(t))
        (form(Kind::Units, msg::OFFICES_IMPORT_UNITS_TEXT))
        (form(Kind::People, msg::OFFICES_IMPORT_PEOPLE_TEXT))
    };
    let page = desk.page(req, "offices.admin_import", t.s(msg::OFFICES_IMPORT_TITLE));
    page.lead(t.s(msg::OFFICES_IMPORT_LEAD)).narrow().body(body).render()
}

async fn show_plan(req: &Req, desk: &Desk, id: Uuid, fault: Option<&Fault>) -> kernel::Result<Markup> {
    let (scope, ctx, t) = (desk.scope, req.ctx.clone(), req.t);
    let (file, plan) = read!(req, |c| {
        let file = import::stored(c, scope, id).await?;
        let plan = import::plan(c, &ctx, scope, &file).await?;
        Ok((file, plan))
    })?;
    let body = html! {
        @if let Some(fault) = fault { (Notice::warning(said(t, fault)).announce()) }
        (plan_view(t, desk, &file, &plan))
    };
    Ok(desk
        .page(req, "offices.admin_import_preview", t.s(title(file.kind)))
        .crumb(t.s(msg::OFFICES_IMPORT_TITLE), desk.path("/admin/import"))
        .here(t.s(msg::OFFICES_IMPORT_PREVIEW_TITLE))
        .lead(t.f(msg::OFFICES_IMPORT_FILE_NAME, &[("file", file.file_name.into())]))
        .body(body)
        .render())
}

/// What a fault says, with its fields.
fn said(t: T, fault: &Fault) -> Markup {
    html! {
        p { (t.fault(fault)) }
        @if !fault.fields.is_empty() { ul { @for f in &fault.fields { li { (t.args(f.key, &f.args)) } } } }
    }
}

fn plan_view(t: T, desk: &Desk, file: &Stored, plan: &Plan) -> Markup {
    if let Some(fault) = &plan.file {
        let columns = match fault {
            FileFault::Columns(keys) => keys.iter().map(|k| t.s(k)).collect::<Vec<_>>().join(", "),
            FileFault::Twice(key) => t.s(key),
            _ => String::new(),
        };
        let text = t.f(fault.key(), &[("columns", columns.into())]);
        return html! {
            (Notice::danger(text).title(t.s(msg::OFFICES_IMPORT_CANNOT)))
            p { (Button::link(t.s(msg::OFFICES_IMPORT_OTHER), desk.path("/admin/import"))) }
        };
    }
    let n = plan.counts();
    let stats = StatGrid::new([
        Stat::new(n.new, t.s(msg::OFFICES_IMPORT_NEW)).tone(Tone::Success),
        Stat::new(n.changed, t.s(msg::OFFICES_IMPORT_CHANGES)).tone(Tone::Info),
        Stat::new(n.unchanged, t.s(msg::OFFICES_IMPORT_SAME)),
        Stat::new(n.errors, t.s(msg::OFFICES_IMPORT_ERRORS)).tone(if n.errors > 0 {
            Tone::Danger
        } else {
            Tone::Neutral
        }),
    ]);
    let (wrong, good): (Vec<_>, Vec<_>) = plan.rows.iter().partition(|r| matches!(r.op, Op::Error(_)));
    let acting = good.iter().filter(|r| !matches!(r.op, Op::Unchanged));
    let shown = wrong.iter().take(SHOWN).chain(acting.take(SHOWN));
    let table = Table::new(t.s(msg::OFFICES_IMPORT_ROWS))
        .column(Column::new(t.s(msg::OFFICES_IMPORT_LINE)).numeric().tight())
        .columns([t.s(msg::OFFICES_IMPORT_WHAT), t.s(msg::OFFICES_IMPORT_OP), t.s(msg::OFFICES_IMPORT_DETAILS)])
        .rows(shown.map(|r| {
            let (tag, details) = op(t, &r.op);
            let row = Row::new([html! { (r.line) }, html! { (r.label) }, html! { (tag) }, details]);
            if matches!(r.op, Op::Error(_)) { row.tone(Tone::Danger) } else { row }
        }))
        .empty(
            Empty::new(Icon::CheckCircle, t.s(msg::OFFICES_IMPORT_NOTHING)).text(t.s(msg::OFFICES_IMPORT_NOTHING_TEXT)),
        );
    html! {
        (stats)
        @if file.done_at.is_some() {
            (Notice::info(t.s(msg::OFFICES_IMPORT_DONE)))
        } @else if n.errors > 0 {
            (Notice::danger(t.s(msg::OFFICES_IMPORT_FIX_TEXT)).title(t.f(msg::OFFICES_IMPORT_FIX, &[("n", n.errors.into())])))
        }
        (table)
        @if wrong.len() > SHOWN || n.new + n.changed > SHOWN { p.hint { (t.f(msg::OFFICES_IMPORT_SHORTENED, &[("n", SHOWN.into())])) } }
        @if plan.ready() && file.done_at.is_none() {
            (Form::post(desk.path(&format!("/admin/import/preview/{}", file.id))).hidden("seen", plan.fingerprint()).body(
                ButtonGroup::new()
                    .add(Button::submit(t.f(msg::OFFICES_IMPORT_CONFIRM, &[("n", (n.new + n.changed).into())])).icon(Icon::Check))
                    .add(Button::link(t.s(msg::OFFICES_CANCEL), desk.path("/admin/import")).quiet())))
        } @else {
            p { (Button::link(t.s(msg::OFFICES_IMPORT_OTHER), desk.path("/admin/import"))) }
        }
    }
}

fn op(t: T, op: &Op) -> (Tag, Markup) {
    match op {
        Op::New => (Tag::new(t.s(msg::OFFICES_IMPORT_OP_NEW)).tone(Tone::Success), html! {}),
        Op::Unchanged => (Tag::new(t.s(msg::OFFICES_IMPORT_OP_SAME)), html! {}),
        Op::Changed(changes) => (
            Tag::new(t.s(msg::OFFICES_IMPORT_OP_CHANGED)).tone(Tone::Info),
            html! { ul { @for c in changes { li { (t.s(c.column)) ": " del { (c.before) } " → " ins { (c.after) } } } } },
        ),
        Op::Error(problems) => (
            Tag::new(t.s(msg::OFFICES_IMPORT_OP_ERROR)).tone(Tone::Danger),
            html! { ul { @for p in problems { li { (problem(t, p)) } } } },
        ),
    }
}

fn problem(t: T, p: &Problem) -> String {
    let text = t.args(p.key, &p.args);
    match p.column {
        Some(column) => format!("{}: {text}", t.s(column)),
        None => text,
    }
}
