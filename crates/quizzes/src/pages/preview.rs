//! `/desk/{office}/courses/{course}/preview/{item}/quiz`: an author tries a quiz as it is being written. Questions are drawn
//! and marked as for a learner; nothing is saved, so there is no attempt and nothing for statistics.

use courses::{CourseRow, Previewed, Workshop, policy};
use db::{BoxFuture, Conn, Json};
use kernel::{Fault, Result, ids::ItemId};
use maud::{Markup, PreEscaped, html};
use questions::{Response as Given, State, attempt_score, band};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Form, Icon, Notice, Section, Stat, StatGrid, Tone};
use web::{Answer, FormData, Req, TypedPath};

use super::{ask, intro, percent, read, review};
use crate::{
    attempt::{AnswerRow, SlotGrade},
    msg,
    ready::Quiz,
    submit::graded,
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/preview/{item}/quiz", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
    /// The quiz.
    pub item: ItemId,
}

/// What the preview of a course shows of a quiz: what its learner reads before it begins, and the way to try it.
pub(crate) fn before<'c>(_: &'c mut Conn, what: &'c Previewed) -> BoxFuture<'c, Result<Markup>> {
    Box::pin(async move {
        let t = what.t;
        let item = what.content.item(what.item).ok_or_else(Fault::not_found)?;
        let quiz = Quiz::of(&what.content, item)?;
        Ok(html! {
            @if !quiz.intro.is_empty() { div.prose { (PreEscaped(&quiz.intro)) } }
            (Section::new(t.s(msg::QUIZZES_RULES)).body(intro::rules(t, &quiz)))
            (ButtonGroup::new().add(Button::link(t.s(msg::QUIZZES_TRY), format!("{}/quiz", what.here)).icon_after(Icon::ArrowRight)))
        })
    })
}

struct Bench {
    workshop: Workshop,
    course: CourseRow,
    quiz: Quiz,
}

impl Bench {
    async fn load(req: &Req, path: &Path) -> Result<Self> {
        let (workshop, course) = policy::author_course(req, &path.office, &path.course).await?;
        let (ctx, scope, id) = (req.ctx.clone(), workshop.scope, course.id);
        let content =
            req.app.db.read(move |c| Box::pin(async move { courses::draft(c, &ctx, scope, id).await })).await?;
        let item = content.item(path.item).ok_or_else(Fault::not_found)?;
        Ok(Self { quiz: Quiz::of(&content, item)?, workshop, course })
    }
    fn path(&self, rest: &str) -> String {
        self.workshop.course_path(&self.course, &format!("/preview/{}{rest}", self.quiz.item))
    }
}

/// The questions, drawn anew each time.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let bench = Bench::load(&req, &path).await?;
    let mut seed = [0; 8];
    req.ctx.entropy().fill(&mut seed);
    Ok(page(&req, &bench, questions(&req, &bench, u64::from_le_bytes(seed))))
}

/// Marks what was sent and shows what a learner would be told, with all answers.
pub async fn save(path: Path, req: Req, form: FormData) -> Answer<Markup> {
    let bench = Bench::load(&req, &path).await?;
    let seed = form.parsed::<u64>("seed").unwrap_or(0);
    let mut answers = Vec::new();
    for (slot, place) in bench.quiz.drawn(seed).into_iter().enumerate() {
        let Some(asked) = bench.quiz.questions.get(place) else { continue };
        answers.push(AnswerRow {
            slot: i64::try_from(slot).unwrap_or(i64::MAX),
            ordinal: 0,
            response: Json(read::response(&form, slot, &asked.question, seed)?),
            saved_at: req.ctx.now,
            mark: None,
            remark: None,
            marked_by: None,
            marked_at: None,
        });
    }
    let grades = graded(&bench.quiz, seed, &answers);
    Ok(page(&req, &bench, marked(&req, &bench, seed, &answers, &grades)))
}

fn page(req: &Req, bench: &Bench, body: Markup) -> Markup {
    let t = req.t;
    let title = bench.quiz.title.clone();
    bench
        .workshop
        .page(req, "quizzes.preview", title.clone())
        .kicker(t.s(bench.quiz.settings.purpose.label()))
        .crumb(t.s(courses::msg::COURSES_TITLE), bench.workshop.path("/courses"))
        .crumb(bench.course.title_in(req.lang()), bench.workshop.course_path(&bench.course, "/preview"))
        .crumb(title, bench.path(""))
        .here(t.s(msg::QUIZZES_TRY))
        .narrow()
        .body(html! {
            (Notice::info(t.s(msg::QUIZZES_TRY_TEXT)))
            (body)
        })
        .render()
}

fn questions(req: &Req, bench: &Bench, seed: u64) -> Markup {
    let t = req.t;
    let quiz = &bench.quiz;
    let slots = quiz.drawn(seed);
    let order = quiz.order(seed, slots.len());
    if slots.is_empty() {
        let rules = bench.workshop.course_path(&bench.course, &format!("/items/{}/quiz", quiz.item));
        return html! { (Notice::warning(t.s(msg::QUIZZES_UNREADY)).action(Button::link(t.s(msg::QUIZZES_TO_RULES), rules))) };
    }
    let blank = Given::Blank;
    html! {
        (Form::post(bench.path("/quiz")).hidden("seed", seed.to_string()).body(html! {
            @for (i, slot) in order.iter().enumerate() {
                @if let Some(asked) = slots.get(*slot).and_then(|place| quiz.questions.get(*place)) {
                    (ask::question(t, asked, &ask::Shown {
                        slot: *slot,
                        number: (i + 1, order.len()),
                        seed,
                        shuffle: quiz.settings.shuffle,
                        response: &blank,
                        ordinal: 0,
                        locked: false,
                    }))
                }
            }
            (ButtonGroup::new()
                .add(Button::submit(t.s(msg::QUIZZES_TRY_MARK)).icon(Icon::Check))
                .add(Button::link(t.s(msg::QUIZZES_TRY_AGAIN), bench.path("/quiz")).quiet().icon(Icon::Refresh)))
        }))
    }
}

fn marked(req: &Req, bench: &Bench, seed: u64, answers: &[AnswerRow], grades: &[SlotGrade]) -> Markup {
    let t = req.t;
    let quiz = &bench.quiz;
    let slots = quiz.drawn(seed);
    let order = quiz.order(seed, slots.len());
    let score = attempt_score(&grades.iter().map(|g| (g.points, g.fraction)).collect::<Vec<_>>());
    let reached: f64 = grades.iter().map(|g| g.points * g.fraction).sum();
    let of: f64 = grades.iter().map(|g| g.points).sum();
    let passed = quiz.settings.passes(score);
    html! {
        @if grades.iter().any(|g| g.state == State::NeedsMarking) { (Notice::warning(t.s(msg::QUIZZES_TRY_ESSAY))) }
        (StatGrid::new([
            Stat::new(format!("{}%", percent(score)), t.s(msg::QUIZZES_RESULT))
                .note(t.f(msg::QUIZZES_PASS_FROM, &[("n", quiz.settings.pass_percent.into())]))
                .tone(if passed { Tone::Success } else { Tone::Warning }),
            Stat::new(format!("{} / {}", ask::decimal(t, reached), ask::decimal(t, of)), t.s(msg::QUIZZES_POINTS_REACHED)),
        ]))
        p { strong { (t.s(if passed { msg::QUIZZES_PASSED } else { msg::QUIZZES_NOT_PASSED })) } }
        @if let Some(said) = band(&quiz.settings.bands, score) {
            div.prose { (PreEscaped(courses::text::render(&said.text, &|_| None).html)) }
        }
        (ButtonGroup::new()
            .add(Button::link(t.s(msg::QUIZZES_TRY_AGAIN), bench.path("/quiz")).icon(Icon::Refresh))
            .add(Button::link(t.s(msg::QUIZZES_TRY_END), bench.path("")).secondary()))
        (Section::new(t.s(msg::QUIZZES_REVIEW)).text(t.s(quiz.settings.shown.label())).body(html! {
            @for (i, slot) in order.into_iter().enumerate() {
                @let asked = slots.get(slot).and_then(|place| quiz.questions.get(*place));
                @if let (Some(asked), Some(grade)) = (asked, grades.get(slot)) {
                    (review::question(t, asked, grade, answers.get(slot), (i + 1, grades.len()), quiz.settings.partial_credit, true))
                }
            }
        }))
    }
}
