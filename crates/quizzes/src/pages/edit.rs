//! `/desk/{office}/courses/{course}/questions/…`: writing a question, with its picture and what is wrong with it beside.

use axum::response::{IntoResponse as _, Response};
use courses::{CourseRow, FileKind, FileRow, Workshop, policy, text::Media};
use kernel::{Fault, FaultKind, Result, ids::QuestionId};
use maud::{Markup, html};
use questions::{Finding, Question, Response as Given, Severity, check};
use serde::Deserialize;
use ui::{
    Button, ButtonGroup, Confirm, Event, Form, Icon, Notice, Reveal, Section, Tag, Timeline, Tone, date_time,
    main_beside,
};
use web::{Answer, Errors, Fields, FormData, Req, TypedPath, conflict};

use super::{
    ask,
    difference::{difference, difference_of, field_name},
    review,
};
use crate::{
    bank::{self, QuestionVersion},
    form::{
        KINDS, fields_of, question_of,
        view::{fields, kind_name},
    },
    msg,
    ready::asked,
};

/// The element the picture stands in.
const PREVIEW: &str = "question-preview";
/// How many options an empty form offers.
const ROWS: usize = 4;

/// A new question; `?kind=single` says of which kind.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/questions/new", rejection(web::BadPath))]
pub struct NewPath {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

/// A question.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/questions/{question}", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
    /// The question.
    pub question: QuestionId,
}

/// The picture of a question that is being written.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/questions/preview", rejection(web::BadPath))]
pub struct PreviewPath {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

/// A question on its author's bench.
struct Bench {
    workshop: Workshop,
    course: CourseRow,
    files: Vec<FileRow>,
    /// The question as it is kept; none while it is new.
    kept: Option<(QuestionId, i64, bool)>,
    history: Vec<QuestionVersion>,
}

impl Bench {
    async fn load(req: &Req, office: &str, course: &str, id: Option<QuestionId>) -> Result<(Self, Option<Question>)> {
        let (workshop, course) = policy::author_course(req, office, course).await?;
        let (scope, of) = (workshop.scope, course.id);
        let (files, row, history) = req
            .app
            .db
            .read(move |c| {
                Box::pin(async move {
                    let files = courses::file::files(c, of).await?;
                    Ok(match id {
                        None => (files, None, Vec::new()),
                        Some(id) => {
                            let row = bank::question(c, scope, of, id).await?;
                            (files, Some(row), bank::versions(c, scope, of, id).await?)
                        }
                    })
                })
            })
            .await?;
        let kept = row.as_ref().map(|r| (r.id, r.version, r.removed));
        Ok((Self { workshop, course, files, kept, history }, row.map(|r| r.content.0)))
    }

    fn list(&self) -> String {
        self.workshop.course_path(&self.course, "/questions")
    }

    fn path(&self) -> String {
        match self.kept {
            Some((id, ..)) => format!("{}/{id}", self.list()),
            None => format!("{}/new", self.list()),
        }
    }

    fn media(&self, name: &str) -> Option<Media> {
        let file = self.files.iter().find(|f| f.name == name)?;
        let src = courses::address(file.id);
        Some(if file.kind == FileKind::Picture { Media::Picture { src } } else { Media::Document { src } })
    }
}

/// The form of a new question.
pub async fn new(path: NewPath, req: Req) -> Answer<Markup> {
    let (bench, _) = Bench::load(&req, &path.office, &path.course, None).await?;
    let kind = KINDS.into_iter().find(|k| *k == req.query.get("kind")).unwrap_or(KINDS[0]);
    let mut form = vec![
        ("kind".to_owned(), kind.to_owned()),
        ("points".into(), "1".into()),
        ("shuffle".into(), "on".into()),
        ("case".into(), "on".into()),
    ];
    form.push(("category".into(), req.query.get("category").to_owned()));
    Ok(view(&req, &bench, &Fields(form), &Errors::default(), ROWS, None))
}

/// Adds the question.
pub async fn add(path: NewPath, req: Req, form: FormData) -> Answer<Response> {
    let (bench, _) = Bench::load(&req, &path.office, &path.course, None).await?;
    store(&req, &bench, &form).await
}

/// The form of a question.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let (bench, question) = Bench::load(&req, &path.office, &path.course, Some(path.question)).await?;
    let question = question.ok_or_else(Fault::not_found)?;
    Ok(view(&req, &bench, &fields_of(&question), &Errors::default(), ROWS, None))
}

/// Saves the question, or puts it aside and back.
pub async fn save(path: Path, req: Req, form: FormData) -> Answer<Response> {
    let (bench, _) = Bench::load(&req, &path.office, &path.course, Some(path.question)).await?;
    let aside = match form.get("go") {
        "aside" => true,
        "back" => false,
        _ => return store(&req, &bench, &form).await,
    };
    let (ctx, scope, course, id) = (req.ctx.clone(), bench.workshop.scope, bench.course.id, path.question);
    req.app
        .db
        .write(move |c| {
            let ctx = ctx.clone();
            Box::pin(async move { bank::put_aside(c, &ctx, scope, course, id, aside).await })
        })
        .await?;
    let key = if aside { msg::QUIZZES_PUT_ASIDE } else { msg::QUIZZES_PUT_BACK };
    Ok(req.redirect(bench.list()).flash(key).into_response())
}

async fn store(req: &Req, bench: &Bench, form: &FormData) -> Answer<Response> {
    let options = (0..crate::form::MOST_OPTIONS).filter(|i| form.has(&format!("a{i}"))).count().max(ROWS);
    match form.get("go") {
        "more" => return Ok(view(req, bench, &form.fields, &Errors::default(), options + 3, None).into_response()),
        "preview" => return Ok(view(req, bench, &form.fields, &Errors::default(), options, None).into_response()),
        _ => {}
    }
    let written = match question_of(&form.fields) {
        Ok(question) => keep(req, bench, question, form.parsed("version").unwrap_or(0)).await,
        Err(fault) => Err(fault),
    };
    match written {
        Ok(id) => {
            let to = if form.get("go") == "stay" { format!("{}/{id}", bench.list()) } else { bench.list() };
            Ok(req.redirect(to).flash(msg::QUIZZES_QUESTION_SAVED).into_response())
        }
        Err(fault) if fault.kind == FaultKind::Conflict => {
            let theirs = bench.history.first().map(|v| v.content.0.clone());
            let page = view(req, bench, &form.fields, &Errors::default(), options, theirs.as_ref());
            Ok(conflict(page))
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(view(req, bench, &form.fields, &errors, options, None)))
        }
    }
}

async fn keep(req: &Req, bench: &Bench, question: Question, version: i64) -> Result<QuestionId> {
    let (ctx, scope, course, kept) = (req.ctx.clone(), bench.workshop.scope, bench.course.id, bench.kept);
    req.app
        .db
        .write(move |c| {
            let (ctx, question) = (ctx.clone(), question.clone());
            Box::pin(async move {
                match kept {
                    None => bank::add(c, &ctx, scope, course, &question).await,
                    Some((id, ..)) => {
                        bank::edit(c, &ctx, scope, course, id, &question, version).await?;
                        Ok(id)
                    }
                }
            })
        })
        .await
}

/// The picture, for the page while one types.
pub async fn preview(path: PreviewPath, req: Req, form: FormData) -> Answer<Markup> {
    let (bench, _) = Bench::load(&req, &path.office, &path.course, None).await?;
    Ok(picture(&req, &bench, &form.fields))
}

/// A finding of the engine in words.
pub(crate) fn finding(req: &Req, f: &Finding) -> String {
    let args: Vec<(&'static str, kernel::Arg)> = f.args.iter().map(|(n, v)| (*n, v.as_str().into())).collect();
    req.t.f(f.key, &args)
}

/// The question as its learners see it, what is right, and what is wrong with it.
fn picture(req: &Req, bench: &Bench, form: &Fields) -> Markup {
    let t = req.t;
    if form.some("text").is_none() && bench.kept.is_none() {
        return html! { p.hint { (t.s(msg::QUIZZES_PICTURE_EMPTY)) } };
    }
    let question = match question_of(form) {
        Ok(question) => question,
        Err(fault) if fault.fields.is_empty() => return html! { (Notice::warning(t.fault(&fault))) },
        Err(fault) => {
            return html! { @for f in &fault.fields { (Notice::warning(html! {
                (field_name(req, &f.field)) ": " (t.args(f.key, &f.args))
            })) } };
        }
    };
    let found = check(&question);
    let whole = found.iter().all(|f| f.severity != Severity::Refused);
    let id = QuestionId(uuid::Uuid::nil());
    let ready = asked(id, 0, question, &|name| bench.media(name));
    let shown = ask::Shown {
        slot: 0,
        number: (1, 1),
        seed: 1,
        shuffle: true,
        response: &Given::Blank,
        ordinal: 0,
        locked: true,
    };
    html! {
        @for f in &found {
            @if f.severity == Severity::Refused { (Notice::danger(finding(req, f))) } @else { (Notice::warning(finding(req, f))) }
        }
        @if whole {
            @if found.is_empty() { (Notice::success(t.s(msg::QUIZZES_CHECK_CLEAN))) }
            (ask::question(t, &ready, &shown))
            @if let Some(right) = review::right_words(t, &ready) {
                div.question-right { p.label { (t.s(msg::QUIZZES_RIGHT_ANSWER)) } (right) }
            }
            @if !ready.explanation.is_empty() {
                div.question-why { p.label { (t.s(msg::QUIZZES_WHY)) } div.prose { (maud::PreEscaped(&ready.explanation)) } }
            }
        }
    }
}

fn view(req: &Req, bench: &Bench, form: &Fields, errors: &Errors, rows: usize, theirs: Option<&Question>) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let kind = form.get("kind").to_owned();
    let title = match (bench.kept, form.some("name")) {
        (Some(_), Some(name)) => name.to_owned(),
        _ => t.s(msg::QUIZZES_NEW),
    };
    let options = matches!(kind.as_str(), "single" | "multiple");
    let (version, removed) = bench.kept.map_or((0, false), |(_, v, r)| (v, r));
    let key = bench
        .kept
        .map_or_else(|| format!("question.new.{}.{kind}", bench.course.id), |(id, ..)| format!("question.{id}"));
    let mut buttons = ButtonGroup::new()
        .add(Button::submit(t.s(msg::QUIZZES_SAVE)).value("go", "save"))
        .add(Button::submit(t.s(msg::QUIZZES_SAVE_STAY)).secondary().value("go", "stay"));
    if options {
        buttons =
            buttons.add(Button::submit(t.s(msg::QUIZZES_OPTIONS_ADD)).secondary().icon(Icon::Plus).value("go", "more"));
    }
    let buttons = buttons
        .add(Button::submit(t.s(msg::QUIZZES_PREVIEW)).quiet().icon(Icon::Eye).value("go", "preview"))
        .add(Button::link(t.s(msg::QUIZZES_CANCEL), bench.list()).quiet());
    let written = Form::post(bench.path())
        .version(version)
        .keep(lang, key)
        .preview(format!("{}/preview", bench.list()), PREVIEW)
        .body(html! { (fields(t, form, errors, rows)) (buttons) });
    let aside = |go: &str, key: &str| Form::post(bench.path()).body(Button::submit(t.s(key)).value("go", go));
    bench
        .workshop
        .page(req, "quizzes.question", title.clone())
        .kicker(t.s(kind_name(&kind)))
        .crumb(t.s(courses::msg::COURSES_TITLE), bench.workshop.path("/courses"))
        .crumb(bench.course.title_in(lang), bench.workshop.course_path(&bench.course, ""))
        .crumb(t.s(msg::QUIZZES_BANK), bench.list())
        .here(title)
        .body(html! {
            (errors.summary(t))
            @if let Some(theirs) = theirs {
                (Notice::warning(t.s(msg::QUIZZES_STALE_TEXT)).title(t.s(web::msg::FAULT_STALE)))
                (difference(req, theirs, form))
            }
            @if removed { (Notice::info(t.s(msg::QUIZZES_IS_ASIDE)).action(aside("back", msg::QUIZZES_BRING_BACK))) }
            (main_beside(written, Section::new(t.s(msg::QUIZZES_PICTURE)).boxed().body(html! {
                div id=(PREVIEW) { (picture(req, bench, form)) }
            })))
            @if !bench.history.is_empty() { (history(req, &bench.history)) }
            @if bench.kept.is_some() && !removed {
                (Confirm::new(lang, "aside", t.s(msg::QUIZZES_SET_ASIDE), t.s(msg::QUIZZES_SET_ASIDE_TITLE), aside("aside", msg::QUIZZES_SET_ASIDE))
                    .text(t.s(msg::QUIZZES_SET_ASIDE_TEXT)).icon(Icon::Archive).calm())
            }
        })
        .render()
}

fn history(req: &Req, versions: &[QuestionVersion]) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let events = versions.iter().enumerate().map(|(i, v)| {
        let before = versions.get(i + 1).map(|b| &b.content.0);
        let what = html! {
            @if i == 0 { (Tag::new(t.s(msg::QUIZZES_VERSION_NOW)).tone(Tone::Success)) }
            @if let Some(before) = before { (Reveal::new(t.s(msg::QUIZZES_VERSION_CHANGES), difference_of(req, before, &v.content.0))) }
        };
        Event::new(t.f(msg::QUIZZES_VERSION_N, &[("n", v.number.into())]))
            .when(date_time(lang, v.at.timestamp()))
            .who(v.by.clone())
            .body(what)
            .icon(Icon::History)
    });
    html! { (Section::new(t.s(msg::QUIZZES_VERSIONS)).body(Timeline::new(events))) }
}
