//! Enrolling many at once: a unit, chosen people, or a file of addresses, with a preview.

use std::{collections::HashSet, io::Read as _};

use axum::response::{IntoResponse as _, Response};
use courses::{CourseRow, Workshop};
use kernel::{Fault, FaultKind, ids::PersonId};
use maud::{Markup, html};
use offices::{
    OfficeRow,
    import::{MAX_BYTES, decode},
    maybe_day,
};
use serde::Deserialize;
use ui::{
    Button, ButtonGroup, Choice, Column, Empty, Field, Form, Icon, Notice, Row, Section, Stat, StatGrid, Table, Tag,
    Tone,
};
use uuid::Uuid;
use web::{Answer, Errors, FormData, Req, TypedPath, conflict, read, with_query, work};

use super::{COORDINATOR, learners_page};
use crate::{Done, Many, Op, Plan, Whom, groups, many, msg, others::takes};

/// How many rows the preview shows.
const SHOWN: usize = 500;

/// `/desk/{office}/courses/{course}/learners/enrol`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/learners/enrol", rejection(web::BadPath))]
pub(crate) struct EnrolPath {
    pub office: String,
    pub course: String,
}

/// `/desk/{office}/courses/{course}/learners/enrol/{batch}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/learners/enrol/{batch}", rejection(web::BadPath))]
pub(crate) struct PreviewPath {
    pub office: String,
    pub course: String,
    pub batch: Uuid,
}

/// At which desk somebody enrols on which course.
struct At {
    workshop: Workshop,
    course: CourseRow,
    /// The office that gives the course, where it is another one.
    given_by: Option<OfficeRow>,
}

impl At {
    /// Lets in coordinators, to a course of their office or to one of another office that is open without approval.
    async fn enter(req: &Req, office: &str, course: &str) -> kernel::Result<Self> {
        let workshop = courses::enter_people(req, office, COORDINATOR).await?;
        let (mine, slug) = (workshop.scope.office(), course.to_owned());
        let (course, given_by) = read!(req, |c| {
            let row = courses::by_slug(c, &slug).await?.ok_or_else(Fault::not_found)?;
            if !takes(c, mine, &row).await? {
                return Err(Fault::not_found());
            }
            let given_by = if row.office == mine { None } else { Some(offices::by_id(c, row.office).await?) };
            Ok((row, given_by))
        })?;
        Ok(Self { workshop, course, given_by })
    }

    fn path(&self, rest: &str) -> String {
        self.workshop.course_path(&self.course, rest)
    }

    /// Where those enrolled are seen.
    fn list(&self) -> String {
        match self.given_by {
            None => self.path("/learners"),
            Some(_) => with_query(&self.workshop.path("/training/people"), &[("course", &self.course.id.to_string())]),
        }
    }

    /// A page with the tabs of the course; of another office's course with its name only.
    fn page(&self, req: &Req, screen: &'static str, body: Markup) -> Markup {
        let (t, lang) = (req.t, req.lang());
        let Some(office) = &self.given_by else {
            return learners_page(req, &self.workshop, &self.course, screen, "/learners/enrol", body);
        };
        let title = self.course.title_in(lang).to_owned();
        let given = t.f(msg::ENROLMENTS_MANY_OTHER_OFFICE, &[("office", office.name_in(lang).to_owned().into())]);
        self.workshop
            .page(req, screen, title.clone())
            .crumb(t.s(msg::ENROLMENTS_MANY_CRUMB), self.workshop.path("/training/enrol"))
            .here(title)
            .body(html! { (Notice::info(given)) (body) })
            .render()
    }
}

pub(crate) async fn show(path: EnrolPath, req: Req) -> Answer<Markup> {
    let at = At::enter(&req, &path.office, &path.course).await?;
    Ok(forms(&req, &at, &web::Fields::default(), &Errors::default()).await?)
}

/// What the form asks for.
async fn asked(form: &mut FormData) -> kernel::Result<(Whom, String)> {
    match form.get("whom") {
        "unit" => {
            let unit = form.parsed("unit").ok_or_else(|| Fault::field("unit", web::msg::FIELD_REQUIRED))?;
            Ok((Whom::Unit { unit, below: form.has("below") }, String::new()))
        }
        "people" => {
            let people: Vec<PersonId> = form.all("people").filter_map(|p| p.parse().ok()).collect();
            if people.is_empty() {
                return Err(Fault::field("people", web::msg::FIELD_REQUIRED));
            }
            Ok((Whom::People(people), String::new()))
        }
        _ => {
            if let Some(mut file) = form.files.pop() {
                if file.size > MAX_BYTES {
                    return Err(Fault::field("file", msg::ENROLMENTS_MANY_TOO_MANY));
                }
                let name = file.name.clone();
                let bytes = tokio::task::spawn_blocking(move || {
                    let mut bytes = Vec::new();
                    file.file.as_file_mut().read_to_end(&mut bytes).map(|_| bytes)
                });
                let bytes = bytes.await.map_err(Fault::internal)?.map_err(Fault::unavailable)?;
                let text = decode(&bytes).map_err(|fault| Fault::field("file", fault.key()))?;
                return Ok((Whom::Addresses(text), name));
            }
            let typed = form.raw("addresses").unwrap_or_default().trim().to_owned();
            if typed.is_empty() {
                return Err(Fault::field("file", msg::ENROLMENTS_MANY_NOBODY));
            }
            Ok((Whom::Addresses(typed), String::new()))
        }
    }
}

async fn keep(req: &Req, at: &At, form: &mut FormData) -> kernel::Result<Uuid> {
    let (whom, name) = asked(form).await?;
    let mut faults = Vec::new();
    let due = maybe_day(form, "due", &mut faults);
    Fault::check(faults)?;
    let many = Many { whom, group: form.parsed("group"), due };
    let (scope, id) = (at.workshop.scope, at.course.id);
    work!(req, |c, ctx, name, many| {
        many::plan_many(c, &ctx, scope, id, &many).await?;
        many::keep_many(c, &ctx, scope, id, &name, &many).await
    })
}

pub(crate) async fn ask(path: EnrolPath, req: Req, mut form: FormData) -> Answer<Response> {
    let at = At::enter(&req, &path.office, &path.course).await?;
    match keep(&req, &at, &mut form).await {
        Ok(id) => Ok(req.redirect(at.path(&format!("/learners/enrol/{id}"))).into_response()),
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(forms(&req, &at, &form.fields, &errors).await?))
        }
    }
}

async fn forms(req: &Req, at: &At, sent: &web::Fields, errors: &Errors) -> kernel::Result<Markup> {
    let (t, lang, scope, today, id) = (req.t, req.lang(), at.workshop.scope, req.ctx.now.warsaw_date(), at.course.id);
    let (units, people, groups) = read!(req, |c| Ok((
        offices::units(c, scope, today).await?,
        offices::members(c, scope, offices::Filter::on(today)).await?,
        groups::groups(c, id).await?,
    )))?;
    let action = at.path("/learners/enrol");
    let common = || {
        html! {
            (Field::date(lang, "due", t.s(msg::ENROLMENTS_DUE)).hint(t.s(msg::ENROLMENTS_DUE_HINT)).value(sent.get("due"))
                .error(errors.at("due")))
            @if !groups.is_empty() {
                (Field::select(lang, "group", t.s(msg::ENROLMENTS_GROUP))
                    .choices(std::iter::once(Choice::new("", t.s(msg::ENROLMENTS_NO_GROUP)))
                        .chain(groups.iter().filter(|g| !g.closed).map(|g| Choice::new(g.id.to_string(), &g.name))))
                    .value(sent.get("group")))
            }
            (Button::submit(t.s(msg::ENROLMENTS_MANY_PREVIEW)).icon(Icon::Eye))
        }
    };
    let units =
        units.iter().map(|u| Choice::new(u.id.to_string(), format!("{}{}", "\u{2003}".repeat(u.depth), u.title())));
    let mut seen = Vec::new();
    let people = people.iter().filter(|m| {
        let first = !seen.contains(&m.person);
        seen.push(m.person);
        first
    });
    let people = people.map(|m| {
        Choice::new(m.person.to_string(), format!("{} {}", m.family_name, m.given_name))
            .hint(format!("{} · {}", m.unit_code, m.email))
    });
    let chosen: Vec<String> = sent.all("people").map(str::to_owned).collect();
    let body = html! {
        (errors.summary(t))
        p.lead { (t.s(msg::ENROLMENTS_MANY_LEAD)) }
        (Section::new(t.s(msg::ENROLMENTS_MANY_UNIT)).boxed().body(Form::post(&action).id("by-unit").hidden("whom", "unit").body(html! {
            (Field::select(lang, "unit", t.s(msg::ENROLMENTS_UNIT)).required()
                .choices(std::iter::once(Choice::new("", t.s(msg::ENROLMENTS_CHOOSE))).chain(units)).value(sent.get("unit"))
                .error(errors.at("unit")))
            (Field::checkbox(lang, "below", t.s(msg::ENROLMENTS_MANY_BELOW)).value("on"))
            (common())
        })))
        (Section::new(t.s(msg::ENROLMENTS_MANY_FILE)).text(t.s(msg::ENROLMENTS_MANY_FILE_TEXT)).boxed()
            .body(Form::multipart(&action).id("by-file").hidden("whom", "file").body(html! {
                (Field::file(lang, "file", t.s(msg::ENROLMENTS_MANY_FILE_FIELD)).accept(".csv,.txt,text/csv").error(errors.at("file")))
                (Field::textarea(lang, "addresses", t.s(msg::ENROLMENTS_MANY_TYPED)).rows(4)
                    .value(sent.raw("addresses").unwrap_or_default()))
                (common())
            })))
        (Section::new(t.s(msg::ENROLMENTS_MANY_PEOPLE)).boxed().body(Form::post(&action).id("by-people").hidden("whom", "people").body(html! {
            (Field::checkboxes(lang, "people", t.s(msg::ENROLMENTS_PEOPLE)).required().choices(people).values(chosen).error(errors.at("people")))
            (common())
        })))
    };
    Ok(at.page(req, "enrolments.enrol", body))
}

pub(crate) async fn preview(path: PreviewPath, req: Req) -> Answer<Markup> {
    let at = At::enter(&req, &path.office, &path.course).await?;
    Ok(plan_page(&req, &at, path.batch, None).await?)
}

pub(crate) async fn confirm(path: PreviewPath, req: Req, form: FormData) -> Answer<Response> {
    let at = At::enter(&req, &path.office, &path.course).await?;
    let (scope, id, seen) = (at.workshop.scope, path.batch, form.get("seen").to_owned());
    let list = at.list();
    match work!(req, |c, ctx, seen| many::do_many(c, &ctx, scope, id, &seen).await) {
        Ok(done) => Ok(req.redirect(list).flash(said(done)).into_response()),
        Err(fault) if fault.key == msg::ENROLMENTS_MANY_DONE => {
            Ok(req.redirect(list).message(web::Tone::Info, msg::ENROLMENTS_MANY_DONE).into_response())
        }
        Err(fault) if matches!(fault.kind, FaultKind::Conflict | FaultKind::Invalid) => {
            let page = plan_page(&req, &at, id, Some(req.t.fault(&fault))).await?;
            Ok(conflict(page))
        }
        Err(fault) => Err(fault.into()),
    }
}

/// What became of them, in a sentence.
fn said(done: Done) -> &'static str {
    match (done.placed, done.waiting) {
        (_, 0) => msg::ENROLMENTS_MANY_ENROLLED,
        (0, _) => msg::ENROLMENTS_MANY_ALL_WAIT,
        _ => msg::ENROLMENTS_MANY_SOME_WAIT,
    }
}

async fn plan_page(req: &Req, at: &At, id: Uuid, said: Option<String>) -> kernel::Result<Markup> {
    let (scope, ctx, of, t) = (at.workshop.scope, req.ctx.clone(), at.course.id, req.t);
    let (batch, plan) = read!(req, |c| {
        let batch = many::kept_many(c, scope, id).await?;
        if batch.course != of {
            return Err(Fault::not_found());
        }
        let plan = many::plan_many(c, &ctx, scope, of, &batch.many.0).await?;
        Ok((batch, plan))
    })?;
    let action = at.path(&format!("/learners/enrol/{id}"));
    let back = at.path("/learners/enrol");
    let known = plan.rows.len() - plan.to_enrol() - plan.errors();
    let waits = plan.to_wait() > 0;
    let mut figures = vec![Stat::new(plan.to_enrol(), t.s(msg::ENROLMENTS_MANY_NEW))];
    if waits {
        figures.push(Stat::new(plan.to_place(), t.s(msg::ENROLMENTS_MANY_PLACED)));
        figures.push(Stat::new(plan.to_wait(), t.s(msg::ENROLMENTS_MANY_WAITING)));
    }
    figures.push(Stat::new(known, t.s(msg::ENROLMENTS_MANY_KNOWN)));
    figures.push(Stat::new(plan.errors(), t.s(msg::ENROLMENTS_MANY_WRONG)));
    let label = match (waits, plan.to_place()) {
        (false, n) => t.f(msg::ENROLMENTS_MANY_CONFIRM, &[("n", n.into())]),
        (true, 0) => t.s(msg::ENROLMENTS_MANY_CONFIRM_ALL_WAIT),
        (true, n) => t.f(msg::ENROLMENTS_MANY_CONFIRM_WAITING, &[("n", n.into())]),
    };
    let body = html! {
        @if let Some(said) = said { (Notice::warning(said).announce()) }
        (StatGrid::new(figures))
        @if waits && batch.done_at.is_none() { (Notice::warning(t.s(msg::ENROLMENTS_MANY_FEW_PLACES))) }
        @if batch.done_at.is_some() { (Notice::info(t.s(msg::ENROLMENTS_MANY_DONE))) }
        @else if plan.errors() > 0 { (Notice::danger(t.s(msg::ENROLMENTS_MANY_ERRORS))) }
        (rows(req, &plan))
        @if plan.errors() > 0 && batch.done_at.is_none() { (mend(req, &batch.many.0, &back)) }
        @if plan.ready() && batch.done_at.is_none() {
            (Form::post(action).hidden("seen", plan.fingerprint()).body(ButtonGroup::new()
                .add(Button::submit(label).icon(Icon::Check))
                .add(Button::link(t.s(msg::ENROLMENTS_CANCEL), back).quiet())))
        } @else {
            p { (Button::link(t.s(msg::ENROLMENTS_MANY_BACK), back).secondary()) }
        }
    };
    Ok(at.page(req, "enrolments.enrol_preview", body))
}

/// The list again, to be mended and looked at anew; nothing else has to be chosen a second time.
fn mend(req: &Req, many: &Many, action: &str) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let Whom::Addresses(text) = &many.whom else { return html! {} };
    html! {
        (Section::new(t.s(msg::ENROLMENTS_MANY_MEND)).text(t.s(msg::ENROLMENTS_MANY_MEND_TEXT)).boxed()
            .body(Form::post(action).id("mend").hidden("whom", "file")
                .hidden("due", many.due.map(|d| d.to_string()).unwrap_or_default())
                .hidden("group", many.group.map(|g| g.to_string()).unwrap_or_default())
                .body(html! {
                    (Field::textarea(lang, "addresses", t.s(msg::ENROLMENTS_MANY_TYPED)).required().id("mended")
                        .rows(u16::try_from(text.lines().count().clamp(4, 20)).unwrap_or(4)).value(text.as_str()))
                    (Button::submit(t.s(msg::ENROLMENTS_MANY_AGAIN)).icon(Icon::Eye))
                })))
    }
}

fn rows(req: &Req, plan: &Plan) -> Table {
    let t = req.t;
    let (wrong, right): (Vec<_>, Vec<_>) = plan.rows.iter().partition(|r| matches!(r.op, Op::Error(..)));
    // Those after the last free place wait.
    let new = plan.rows.iter().filter_map(|r| if let Op::New(person) = r.op { Some(person) } else { None });
    let wait: HashSet<PersonId> = new.skip(plan.to_place()).collect();
    Table::new(t.s(msg::ENROLMENTS_MANY_ROWS))
        .column(Column::new(t.s(msg::ENROLMENTS_MANY_LINE)).numeric().tight())
        .columns([t.s(msg::ENROLMENTS_PERSON), t.s(msg::ENROLMENTS_EMAIL), t.s(msg::ENROLMENTS_STATE)])
        .rows(wrong.into_iter().chain(right).take(SHOWN).map(|r| {
            let what = match &r.op {
                Op::New(person) if wait.contains(person) => {
                    html! { (Tag::new(t.s(msg::ENROLMENTS_MANY_OP_WAIT)).tone(Tone::Warning)) }
                }
                Op::New(_) => html! { (Tag::new(t.s(msg::ENROLMENTS_MANY_OP_NEW)).tone(Tone::Success)) },
                Op::Known(_, state) => html! { (Tag::new(t.s(state.label()))) },
                Op::Error(key, args) => {
                    html! { (Tag::new(t.s(msg::ENROLMENTS_MANY_OP_ERROR)).tone(Tone::Danger)) " " (t.args(key, args)) }
                }
            };
            let line = if r.line == 0 {
                html! { "–" }
            } else {
                html! { (r.line) }
            };
            let row = Row::new([line, html! { (r.label) }, html! { (r.email) }, what]);
            if matches!(r.op, Op::Error(..)) { row.tone(Tone::Danger) } else { row }
        }))
        .empty(Empty::new(Icon::People, t.s(msg::ENROLMENTS_MANY_NOBODY)))
}
