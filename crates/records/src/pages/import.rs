//! Importing an edition: a file or a starter plan, a preview of what will change and what is wrong, then the import.

use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use i18n::T;
use kernel::{Fault, FaultKind, FieldFault, Result};
use law::file_plan::{FileFault, MINISTRY_2025, Plan, STARTER_GMINA};
use maud::{Markup, html};
use offices::{Desk, Role};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Choice, Column, Field, Form, Notice, Row, Section, Stack, Stat, StatGrid, Table, Tone};
use web::{Answer, Fields, FormData, Req, TypedPath, kept::Keeper};

use super::{at, plan::PlanPath, plans::PlansPath, summary};
use crate::{
    file_plan::{self, Changes, NewPlan},
    msg,
};

/// The largest file of a plan, in bytes.
const LARGEST: u64 = 8 << 20;
/// How many problems or changes are shown.
const SHOWN: usize = 200;

/// `/desk/{office}/admin/file-plan/import`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/file-plan/import", rejection(web::BadPath))]
pub struct ImportPath {
    /// The office.
    pub office: String,
}

/// Shows the empty form.
///
/// # Errors
/// As [`offices::desk`].
pub async fn show(path: ImportPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let today = req.ctx.now.warsaw_date();
    let name = req.t.f(msg::RECORDS_IMPORT_NAME_DEFAULT, &[("year", i64::from(today.year()).to_string().into())]);
    let fields =
        Fields(vec![("from".into(), today.to_string()), ("name".into(), name), ("what".into(), "file".into())]);
    Ok(page(&req, &desk, &fields, None, None))
}

/// A plan that was read, with what is needed to read it again.
struct Reading {
    plan: Plan,
    /// The file as the hidden field names it, or nothing for a starter plan.
    kept: String,
    source: String,
    changes: Changes,
}

/// Shows the preview; imports when asked to.
///
/// # Errors
/// As [`offices::desk`]; what is wrong with the file or the fields is shown on the page.
pub async fn send(path: ImportPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let from = offices::day::parse(form.get("from"));
    let reading = match read(&req, &desk, &form).await {
        Ok(reading) => reading,
        Err(fault) if fault.kind == FaultKind::Invalid => {
            return Ok(
                (StatusCode::UNPROCESSABLE_ENTITY, page(&req, &desk, &form.fields, None, Some(&fault))).into_response()
            );
        }
        Err(fault) => return Err(fault.into()),
    };
    let Some(from) = from else {
        let fault = Fault::field("from", web::msg::FIELD_DATE);
        let body = page(&req, &desk, &form.fields, Some(&reading), Some(&fault));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, body).into_response());
    };
    if form.get("do") != "import" {
        let wrong = !reading.plan.can_be_imported();
        let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        return Ok((status, page(&req, &desk, &form.fields, Some(&reading), None)).into_response());
    }
    let new =
        NewPlan { name: form.get("name").to_owned(), from, source: reading.source.clone(), plan: reading.plan.clone() };
    let (ctx, seat) = (req.ctx.clone(), desk.clone());
    let done = req.app.db.write(move |c| Box::pin(async move { file_plan::import(c, &ctx, &seat, &new).await })).await;
    match done {
        Ok(row) => {
            let to = PlanPath { office: path.office, plan: row.id };
            Ok(req.redirect(to).flash(msg::RECORDS_IMPORT_DONE).into_response())
        }
        Err(fault) if fault.kind == FaultKind::Invalid => {
            let body = page(&req, &desk, &form.fields, Some(&reading), Some(&fault));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, body).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

async fn read(req: &Req, desk: &Desk, form: &FormData) -> Result<Reading> {
    let keeper = Keeper::person(desk.member.person, format_args!("file plan of {}", desk.scope.office()));
    let (bytes, kept, source) = match (form.get("what"), form.files.iter().find(|f| f.field == "file")) {
        ("gmina", _) => (STARTER_GMINA.to_vec(), String::new(), req.t.s(msg::RECORDS_IMPORT_GMINA)),
        ("ministry", _) => (MINISTRY_2025.to_vec(), String::new(), req.t.s(msg::RECORDS_IMPORT_MINISTRY)),
        (_, Some(upload)) => {
            if upload.size > LARGEST {
                return Err(Fault::field("file", msg::RECORDS_IMPORT_TOO_LARGE));
            }
            let kept = keeper.keep(&req.app, &req.ctx, upload).await?;
            let bytes = req.app.blobs.get_bytes(&kept.stored.hash).await?.to_vec();
            (bytes, kept.token, kept.name)
        }
        _ => {
            let kept = keeper.again(&req.ctx, form)?.into_iter().next();
            let kept = kept.ok_or_else(|| Fault::field("file", msg::RECORDS_IMPORT_NO_FILE))?;
            let bytes = req.app.blobs.get_bytes(&kept.stored.hash).await.map_err(|e| match e.kind {
                FaultKind::NotFound => Fault::field("file", msg::RECORDS_IMPORT_NO_FILE),
                _ => e,
            })?;
            if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST {
                return Err(Fault::field("file", msg::RECORDS_IMPORT_TOO_LARGE));
            }
            (bytes.to_vec(), kept.token, kept.name)
        }
    };
    let plan = law::file_plan::parse(&bytes).map_err(|e| unreadable(req, &e))?;
    let (scope, today) = (desk.scope, req.ctx.now.warsaw_date());
    let now = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                match file_plan::in_force(c, scope, today).await? {
                    Some(plan) => file_plan::classes(c, scope, plan.id, "").await,
                    None => Ok(Vec::new()),
                }
            })
        })
        .await?;
    let changes = file_plan::compare(&now, &plan);
    Ok(Reading { plan, kept, source, changes })
}

/// What is wrong with the file as a whole, in the words of the rule.
fn unreadable(req: &Req, fault: &FileFault) -> Fault {
    let why = fault.why(req.t.law());
    let field = FieldFault { field: "file".into(), key: msg::RECORDS_IMPORT_WHY, args: vec![("why", why.into())] };
    Fault { fields: vec![field], ..Fault::invalid(web::msg::FAULT_FIELDS) }
}

fn page(req: &Req, desk: &Desk, fields: &Fields, reading: Option<&Reading>, fault: Option<&Fault>) -> Markup {
    let t = req.t;
    let plans = PlansPath { office: desk.office.slug.clone() }.to_string();
    desk.page(req, "records.plan_import", t.s(msg::RECORDS_IMPORT_TITLE))
        .crumb(t.s(msg::RECORDS_PLANS_ADMIN), desk.path("/admin"))
        .crumb(t.s(msg::RECORDS_PLANS_TITLE), plans.clone())
        .here(t.s(msg::RECORDS_IMPORT_TITLE))
        .lead(t.s(msg::RECORDS_IMPORT_LEAD))
        .body(html! {
            (summary(t, fault))
            @if let Some(reading) = reading { (preview(t, reading)) }
            (form(t, desk, fields, reading, fault, &plans))
        })
        .render()
}

fn form(t: T, desk: &Desk, f: &Fields, reading: Option<&Reading>, fault: Option<&Fault>, back: &str) -> Markup {
    let lang = t.lang();
    let action = ImportPath { office: desk.office.slug.clone() }.to_string();
    let ready = reading.is_some_and(|r| r.plan.can_be_imported());
    let mut form = Form::multipart(action);
    if let Some(r) = reading.filter(|_| ready) {
        form = form
            .hidden(web::kept::FIELD, r.kept.clone())
            .hidden("source", r.source.clone())
            .hidden("what", f.get("what"));
    }
    let what = Field::radios(lang, "what", t.s(msg::RECORDS_IMPORT_WHAT)).value(f.get("what")).choices([
        Choice::new("file", t.s(msg::RECORDS_IMPORT_OWN)).hint(t.s(msg::RECORDS_IMPORT_OWN_HINT)),
        Choice::new("gmina", t.s(msg::RECORDS_IMPORT_GMINA)).hint(t.s(msg::RECORDS_IMPORT_GMINA_HINT)),
        Choice::new("ministry", t.s(msg::RECORDS_IMPORT_MINISTRY)).hint(t.s(msg::RECORDS_IMPORT_MINISTRY_HINT)),
    ]);
    let body = html! {
        @if !ready {
            (what)
            (Field::file(lang, "file", t.s(msg::RECORDS_IMPORT_FILE)).accept(".csv,text/csv").hint(t.s(msg::RECORDS_IMPORT_FILE_HINT))
                .error(at(t, fault, "file")).when("what", "file"))
        }
        (Field::text(lang, "name", t.s(msg::RECORDS_PLAN_NAME)).value(f.get("name")).required().maxlength(300)
            .error(at(t, fault, "name")))
        (Field::date(lang, "from", t.s(msg::RECORDS_PLAN_FROM)).value(f.get("from")).required()
            .hint(t.s(msg::RECORDS_IMPORT_FROM_HINT)).error(at(t, fault, "from")))
        @if ready {
            (ButtonGroup::new()
                .add(Button::submit(t.s(msg::RECORDS_IMPORT_DO)).value("do", "import"))
                .add(Button::link(t.s(msg::RECORDS_IMPORT_OTHER), ImportPath { office: desk.office.slug.clone() }.to_string()).secondary()))
        } @else {
            (ButtonGroup::new()
                .add(Button::submit(t.s(msg::RECORDS_IMPORT_PREVIEW)))
                .add(Button::link(t.s(msg::RECORDS_IMPORT_BACK), back).quiet()))
        }
    };
    html! { (form.body(body)) }
}

fn preview(t: T, r: &Reading) -> Markup {
    let lang = t.law();
    let (errors, warnings): (Vec<_>, Vec<_>) = (r.plan.errors().collect(), r.plan.warnings().collect());
    let problems = |title: &str, list: &[&law::file_plan::Problem]| {
        Table::new(title.to_owned())
            .show_caption()
            .column(Column::new(t.s(msg::RECORDS_IMPORT_LINE)).tight())
            .column(Column::new(t.s(msg::RECORDS_IMPORT_PROBLEM)))
            .rows(list.iter().take(SHOWN).map(|p| Row::new([html! { (p.line) }, html! { (p.why(lang)) }])))
    };
    let unverified = r.plan.rows.iter().filter(|row| !row.verified).count();
    let stats = StatGrid::new([
        Stat::new(r.plan.rows.len(), t.s(msg::RECORDS_IMPORT_ROWS)),
        Stat::new(r.changes.added.len(), t.s(msg::RECORDS_IMPORT_ADDED)),
        Stat::new(r.changes.changed.len(), t.s(msg::RECORDS_IMPORT_CHANGED)),
        Stat::new(r.changes.removed.len(), t.s(msg::RECORDS_IMPORT_REMOVED)),
    ]);
    let changed = Table::new(t.s(msg::RECORDS_IMPORT_CHANGES))
        .show_caption()
        .column(Column::new(t.s(msg::RECORDS_IMPORT_SYMBOL)).tight())
        .column(Column::new(t.s(msg::RECORDS_IMPORT_BEFORE)))
        .column(Column::new(t.s(msg::RECORDS_IMPORT_AFTER)))
        .rows(r.changes.rows().take(SHOWN).map(|(symbol, before, after)| {
            let tone = match (before.is_empty(), after.is_empty()) {
                (true, _) => Tone::Success,
                (_, true) => Tone::Danger,
                _ => Tone::Info,
            };
            Row::new([html! { (symbol) }, html! { (before) }, html! { (after) }]).tone(tone)
        }));
    let body = Stack::new([
        html! {
            @if !errors.is_empty() {
                (Notice::danger(t.f(msg::RECORDS_IMPORT_ERRORS, &[("n", errors.len().into())])).announce())
                (problems(&t.s(msg::RECORDS_IMPORT_ERRORS_TABLE), &errors))
            } @else {
                (Notice::info(t.s(msg::RECORDS_IMPORT_READY)).announce())
            }
        },
        html! { (stats) },
        html! {
            @if unverified > 0 { (Notice::warning(t.f(msg::RECORDS_PLAN_UNVERIFIED_NOTICE, &[("n", unverified.into())]))) }
        },
        html! { @if !warnings.is_empty() { (problems(&t.s(msg::RECORDS_IMPORT_WARNINGS_TABLE), &warnings)) } },
        html! { @if r.changes.any() { (changed) } },
    ]);
    html! { (Section::new(t.s(msg::RECORDS_IMPORT_PREVIEW_TITLE)).body(body)) }
}
