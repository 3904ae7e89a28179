//! `/desk/{office}/courses/{course}/marking`: answers that wait for a trainer, with the guide, the points and a remark.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use axum::response::{IntoResponse as _, Response};
use courses::{CourseRow, Workshop, course_page, policy};
use enrolments::Enrolment;
use kernel::{Fault, FaultKind, Result, ids::AttemptId};
use maud::{Markup, PreEscaped, html};
use offices::Role;
use questions::{Kind, Response as Given};
use serde::Deserialize;
use ui::{
    Button, ButtonGroup, Column, Diff, Empty, Field, Form, Icon, Notice, Row, Table, Tag, Tone, Width, date_time,
};
use web::{Answer, Errors, Fields, FormData, Req, TypedPath, conflict, stale};

use super::{ask, late, review};
use crate::{
    attempt::{AnswerRow, Attempt, answers},
    late::{LateAnswer, late_answers},
    marking::{NewMark, WaitingRow, attempt_in, mark, waiting},
    msg,
    ready::{Piece, Quiz, quiz},
};

/// Who marks.
const ROLES: &[Role] = &[Role::Trainer];

/// The queue.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/marking", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

/// An attempt to mark.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/marking/{attempt}", rejection(web::BadPath))]
pub struct AttemptPath {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
    /// The attempt.
    pub attempt: AttemptId,
}

/// The name of a learner as their trainer knows them.
async fn name_of(c: &mut db::Conn, enrolment: &Enrolment) -> Result<Option<String>> {
    match enrolment.person {
        Some(person) => Ok(Some(identity::person(c, person).await?.name())),
        None => Ok(None),
    }
}

/// The queue.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let (workshop, course) = policy::enter_course_people(&req, &path.office, ROLES, &path.course).await?;
    let (scope, id) = (workshop.scope, course.id);
    let rows = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let rows = waiting(c, scope, id).await?;
                let of: BTreeSet<_> = rows.iter().filter_map(|r| r.person).collect();
                let names: BTreeMap<_, _> =
                    identity::people(c, of).await?.into_iter().map(|p| (p.id, p.name())).collect();
                let mut titles = BTreeMap::new();
                for item in rows.iter().map(|r| r.item).collect::<BTreeSet<_>>() {
                    titles.insert(item, courses::item(c, item).await?.title);
                }
                let named = |row: WaitingRow| {
                    let title = titles.get(&row.item).cloned().unwrap_or_default();
                    let name = row.person.map(|p| names.get(&p).cloned().unwrap_or_default());
                    (row, title, name)
                };
                Ok(rows.into_iter().map(named).collect::<Vec<_>>())
            })
        })
        .await?;
    Ok(queue(&req, &workshop, &course, &rows))
}

fn queue(req: &Req, workshop: &Workshop, course: &CourseRow, rows: &[(WaitingRow, String, Option<String>)]) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let here = workshop.course_path(course, "/marking");
    let table = Table::new(t.s(msg::QUIZZES_MARKING))
        .column(Column::new(t.s(msg::QUIZZES_LEARNER)))
        .column(Column::new(t.s(msg::QUIZZES_QUIZ)))
        .column(Column::new(t.s(msg::QUIZZES_ATTEMPT)).numeric())
        .column(Column::new(t.s(msg::QUIZZES_HANDED_IN)).tight())
        .column(Column::new(t.s(msg::QUIZZES_LATE_COLUMN)).tight())
        .rows(rows.iter().map(|(row, title, name)| {
            Row::new([
                html! { (name.clone().unwrap_or_else(|| t.s(msg::QUIZZES_GUEST))) },
                html! { (title) },
                html! { (row.number) },
                html! { @if let Some(at) = row.submitted { (date_time(lang, at.timestamp())) } },
                html! { @if row.late > 0 { (Tag::new(t.f(msg::QUIZZES_LATE_N, &[("n", row.late.into())])).tone(Tone::Warning)) } },
            ])
            .link(format!("{here}/{}", row.attempt))
        }))
        .empty(Empty::new(Icon::CheckCircle, t.s(msg::QUIZZES_MARKING_NONE)).text(t.s(msg::QUIZZES_MARKING_NONE_TEXT)));
    course_page(req, workshop, course, "quizzes.marking", "/marking").body(table).render()
}

/// An attempt on its trainer's bench.
pub(super) struct Bench {
    pub(super) workshop: Workshop,
    pub(super) course: CourseRow,
    pub(super) quiz: Arc<Quiz>,
    pub(super) attempt: Attempt,
    answers: Vec<AnswerRow>,
    pub(super) late: Vec<LateAnswer>,
    learner: Option<String>,
}

pub(super) async fn load(req: &Req, path: &AttemptPath) -> Result<Bench> {
    let (workshop, course) = policy::enter_course_people(req, &path.office, ROLES, &path.course).await?;
    let (scope, of, id) = (workshop.scope, course.id, path.attempt);
    let (attempt, given, late, learner) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let row = attempt_in(c, scope, of, id).await?;
                let enrolment = enrolments::enrolment(c, row.enrolment).await?;
                let learner = name_of(c, &enrolment).await?;
                Ok((row, answers(c, id).await?, late_answers(c, id).await?, learner))
            })
        })
        .await?;
    let quiz = quiz(&req.app.db, attempt.course_version, attempt.item).await?;
    Ok(Bench { workshop, course, quiz, attempt, answers: given, late, learner })
}

impl Bench {
    /// The questions a person marks: slot, place in the quiz.
    fn essays(&self) -> Vec<(usize, usize)> {
        let essay = |place: &usize| {
            self.quiz.questions.get(*place).is_some_and(|q| matches!(q.question.kind, Kind::Essay { .. }))
        };
        self.quiz.drawn(self.attempt.seed()).into_iter().enumerate().filter(|(_, place)| essay(place)).collect()
    }
    /// Whether these marks, one at least, are those it has.
    fn has(&self, marks: &[NewMark]) -> bool {
        let kept = |new: &NewMark| {
            let points = self.quiz.drawn(self.attempt.seed()).get(new.slot).and_then(|p| self.quiz.questions.get(*p));
            let fraction = points.map(|asked| new.points / asked.question.points);
            self.answer(new.slot).is_some_and(|a| a.mark == fraction && a.remark.as_deref() == Some(new.remark.trim()))
        };
        !marks.is_empty() && marks.iter().all(kept)
    }
    pub(super) fn answer(&self, slot: usize) -> Option<&AnswerRow> {
        self.answers.iter().find(|a| usize::try_from(a.slot).is_ok_and(|s| s == slot))
    }
}

/// The answers with their guide.
pub async fn one(path: AttemptPath, req: Req) -> Answer<Markup> {
    let bench = load(&req, &path).await?;
    if bench.attempt.submitted.is_none() {
        return Err(Fault::not_found().into());
    }
    Ok(view(&req, &bench, None, &Errors::default(), None))
}

/// Saves the marks.
pub async fn save(path: AttemptPath, req: Req, form: FormData) -> Answer<Response> {
    let bench = load(&req, &path).await?;
    let mut marks = Vec::new();
    let mut faults = Vec::new();
    for (slot, _) in bench.essays() {
        let name = format!("points{slot}");
        if bench.answer(slot).is_none_or(|a| a.response.0.is_blank()) {
            continue;
        }
        let points = form.some(&name).and_then(|p| p.replace(',', ".").parse::<f64>().ok()).filter(|p| p.is_finite());
        match points {
            Some(points) => {
                marks.push(NewMark { slot, points, remark: form.get(&format!("remark{slot}")).replace("\r\n", "\n") })
            }
            None => faults.push(kernel::FieldFault { field: name, key: web::msg::FIELD_NUMBER, args: Vec::new() }),
        }
    }
    let (ctx, scope, quiz, id) = (req.ctx.clone(), bench.workshop.scope, Arc::clone(&bench.quiz), path.attempt);
    let seen = form.parsed::<i64>("markings").unwrap_or(-1);
    let whole = faults.is_empty();
    let done = match Fault::check(faults) {
        // What another trainer did comes first: what is at fault in the form is said when both have been seen.
        _ if seen != bench.attempt.markings => Err(Fault::conflict(web::msg::FAULT_STALE)),
        Err(fault) => Err(fault),
        Ok(()) => {
            let marks = marks.clone();
            req.app
                .db
                .write(move |c| {
                    let (ctx, quiz, marks) = (ctx.clone(), Arc::clone(&quiz), marks.clone());
                    Box::pin(async move { mark(c, &ctx, scope, &quiz, id, seen, &marks).await })
                })
                .await
        }
    };
    match done {
        Ok(_) => {
            let to = bench.workshop.course_path(&bench.course, "/marking");
            Ok(req.redirect(to).flash(msg::QUIZZES_MARKED).into_response())
        }
        Err(fault) if stale(&fault) => {
            let now = load(&req, &path).await?;
            if whole && now.has(&marks) {
                // The same form sent twice.
                let to = now.workshop.course_path(&now.course, "/marking");
                return Ok(req.redirect(to).flash(msg::QUIZZES_MARKED).into_response());
            }
            let (sent, diff) = (Some(&form.fields), beside(&req, &now, &form.fields));
            Ok(conflict(view(&req, &now, sent, &Errors::default(), Some(diff))))
        }
        Err(fault) if fault.kind == FaultKind::Conflict => Err(fault.into()),
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(view(&req, &bench, Some(&form.fields), &errors, None)))
        }
    }
}

/// The marks another trainer gave meanwhile beside those this one sent; everything of both is there.
fn beside(req: &Req, now: &Bench, sent: &Fields) -> Diff {
    let t = req.t;
    now.essays().into_iter().fold(Diff::new(req.lang()), |diff, (slot, place)| {
        let Some(asked) = now.quiz.questions.get(place) else { return diff };
        let given = now.answer(slot);
        let (name, of) = (asked.question.name.as_str(), asked.question.points);
        let theirs = given.and_then(|a| a.mark).map(|m| ask::decimal(t, m * of)).unwrap_or_default();
        let points = t.f(msg::QUIZZES_MARK_POINTS, &[("of", ask::decimal(t, of).into())]);
        diff.field(format!("{name} – {points}"), theirs, sent.get(&format!("points{slot}"))).field(
            format!("{name} – {}", t.s(msg::QUIZZES_REMARK)),
            given.and_then(|a| a.remark.clone()).unwrap_or_default(),
            sent.get(&format!("remark{slot}")),
        )
    })
}

fn view(req: &Req, bench: &Bench, typed: Option<&Fields>, errors: &Errors, stale: Option<Diff>) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let back = bench.workshop.course_path(&bench.course, "/marking");
    let learner = bench.learner.clone().unwrap_or_else(|| t.s(msg::QUIZZES_GUEST));
    let one = |slot: usize, place: usize| {
        let Some(asked) = bench.quiz.questions.get(place) else { return html! {} };
        let Kind::Essay { guide, min_words, .. } = &asked.question.kind else { return html! {} };
        let given = bench.answer(slot);
        let blank = Given::Blank;
        let response = given.map_or(&blank, |a| &a.response.0);
        let words = match response {
            Given::Essay { text } => text.split_whitespace().count(),
            _ => 0,
        };
        let (points, remark) = (format!("points{slot}"), format!("remark{slot}"));
        let had = given.and_then(|a| a.mark).map(|m| ask::decimal(t, m * asked.question.points));
        let value =
            |name: &str, kept: Option<String>| typed.map_or(kept.unwrap_or_default(), |f| f.get(name).to_owned());
        html! {
            section.question {
                div.question-head { h2.question-title { (asked.question.name) } span.question-points { (ask::points(t, asked.question.points)) } }
                div.prose.question-text { @for piece in &asked.text { @if let Piece::Html(text) = piece { (PreEscaped(text)) } } }
                div.question-given { p.label { (t.s(msg::QUIZZES_ANSWER)) } (review::given_words(t, asked, response)) }
                p.hint { (t.f(msg::QUIZZES_N_WORDS, &[("n", words.into())])) }
                @if *min_words > 0 && words < usize::try_from(*min_words).unwrap_or(usize::MAX) { (Notice::warning(t.f(msg::QUIZZES_TOO_SHORT, &[("n", (*min_words).into())]))) }
                @if !guide.is_empty() {
                    div.question-why { p.label { (t.s(msg::QUIZZES_FIELD_GUIDE)) } div.prose { (PreEscaped(courses::text::render(guide, &|_| None).html)) } }
                }
                @if response.is_blank() { p { (t.s(msg::QUIZZES_BLANK_IS_ZERO)) } }
                @else {
                    (Field::text(lang, points.as_str(), t.f(msg::QUIZZES_MARK_POINTS, &[("of", ask::decimal(t, asked.question.points).into())]))
                        .required().inputmode("decimal").width(Width::W8).value(value(&points, had)).error(errors.at(&points)))
                    (Field::textarea(lang, remark.as_str(), t.s(msg::QUIZZES_REMARK)).rows(3)
                        .value(value(&remark, given.and_then(|a| a.remark.clone()))).error(errors.at(&remark)))
                }
            }
        }
    };
    bench
        .workshop
        .page(req, "quizzes.mark", learner.clone())
        .kicker(bench.quiz.title.clone())
        .crumb(t.s(courses::msg::COURSES_TITLE), bench.workshop.path("/courses"))
        .crumb(bench.course.title_in(lang), bench.workshop.course_path(&bench.course, ""))
        .crumb(t.s(msg::QUIZZES_MARKING), back.clone())
        .here(learner)
        .narrow()
        .body(html! {
            (errors.summary(t))
            @if let Some(diff) = stale {
                (Notice::warning(t.s(msg::QUIZZES_MARKED_MEANWHILE)).title(t.s(web::msg::FAULT_STALE)).announce())
                (diff)
            }
            (late::on_bench(req, bench))
            @if !bench.essays().is_empty() {
                @let (id, markings) = (bench.attempt.id, bench.attempt.markings);
                (Form::post(format!("{back}/{id}")).hidden("markings", markings.to_string()).keep(lang, format!("mark.{id}.{markings}")).body(html! {
                    @for (slot, place) in bench.essays() { (one(slot, place)) }
                    (ButtonGroup::new().add(Button::submit(t.s(msg::QUIZZES_MARK_SAVE)).icon(Icon::Check)).add(Button::link(t.s(msg::QUIZZES_CANCEL), back.clone()).quiet()))
                }))
            }
        })
        .render()
}
