//! `/desk/{office}/courses/{course}/work/{work}`: marking. The text with a comment on each paragraph, the rubric, an overall
//! remark, passed or to be improved.

use std::fmt::Write as _;

use axum::response::{IntoResponse as _, Response};
use courses::{CourseRow, Workshop};
use kernel::{
    Fault, Result,
    ids::{CourseVersionId, ItemId, WorkId},
};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Choice, Diff, Field, Form, Icon, Notice, Reveal, Section};
use web::{Answer, Errors, Fields, Req, TypedPath, conflict, stale};

use super::{TRAINERS, shown, state_tag};
use crate::{
    definition::{Criterion, Definition},
    marking::{Comment, LONGEST_COMMENT, LONGEST_REMARK, NewMarking, Outcome, Seen, mark},
    msg,
    text::{MOST_PARAGRAPHS, paragraphs},
    work::{Edition, History, Marking, State, Work, history, work_in},
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/work/{work}", rejection(web::BadPath))]
pub struct MarkPath {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
    /// The work.
    pub work: WorkId,
}

/// A work on a trainer's table.
struct Bench {
    workshop: Workshop,
    course: CourseRow,
    work: Work,
    history: History,
    last: Edition,
    definition: Definition,
    title: String,
    /// Whose it is; none where it is not to be seen.
    name: Option<String>,
}

/// Whether a trainer may not see whose work it is.
pub(super) fn hidden(work: &Work, definition: &Definition) -> bool {
    definition.blind && work.state != State::Passed
}

/// What an assignment asks for in a version of its course.
pub(super) async fn definition_of(req: &Req, item: ItemId, version: CourseVersionId) -> Result<Definition> {
    let content = courses::content(&req.app, version).await?;
    Ok(content.item(item).map(Definition::of_item).unwrap_or_default())
}

impl Bench {
    async fn load(req: &Req, path: &MarkPath) -> Result<Self> {
        let (workshop, course) = courses::enter_course_people(req, &path.office, TRAINERS, &path.course).await?;
        let (scope, id, of) = (workshop.scope, path.work, course.id);
        let (work, past, person) = req
            .app
            .db
            .read(move |c| {
                Box::pin(async move {
                    let work = work_in(c, scope, id).await?;
                    if work.course != of {
                        return Err(Fault::not_found());
                    }
                    let enrolment = enrolments::enrolment_in(c, scope, work.enrolment).await?;
                    let person = match enrolment.person {
                        Some(person) => Some(identity::person(c, person).await?.name()),
                        None => None,
                    };
                    Ok((work, history(c, id).await?, person))
                })
            })
            .await?;
        let last = past.editions.last().cloned().ok_or_else(Fault::not_found)?;
        let content = courses::content(&req.app, last.course_version).await?;
        let item = content.item(work.item);
        let definition = item.map(Definition::of_item).unwrap_or_default();
        let title = item.map(|i| i.title.clone()).unwrap_or_default();
        let name = (!hidden(&work, &definition)).then(|| person.unwrap_or_else(|| req.t.s(msg::ASSIGNMENTS_GUEST)));
        Ok(Self { workshop, course, work, history: past, last, definition, title, name })
    }
    fn path(&self) -> String {
        self.workshop.course_path(&self.course, &format!("/work/{}", self.work.id))
    }
    fn said(&self) -> Option<&Marking> {
        self.history.marking_of(self.last.number)
    }
}

/// The page.
pub async fn show(path: MarkPath, req: Req) -> Answer<Markup> {
    let bench = Bench::load(&req, &path).await?;
    let typed = NewMarking { levels: vec![None; bench.definition.rubric.len()], ..NewMarking::default() };
    Ok(view(&req, &bench, &typed, &Errors::default(), None))
}

/// The form as sent.
fn read(form: &Fields, definition: &Definition) -> NewMarking {
    let comment = |n: usize| {
        let text = form.raw(&format!("comment-{n}"))?.replace("\r\n", "\n").trim().to_owned();
        (!text.is_empty()).then_some(Comment { paragraph: n, text })
    };
    NewMarking {
        outcome: Outcome::parse(form.get("outcome")),
        levels: (0..definition.rubric.len()).map(|i| form.parsed(&format!("level-{i}"))).collect(),
        comments: (1..=MOST_PARAGRAPHS).filter_map(comment).collect(),
        remark: form.raw("remark").unwrap_or_default().replace("\r\n", "\n").trim().to_owned(),
    }
}

/// Keeps the marking.
pub async fn save(path: MarkPath, req: Req, form: web::FormData) -> Answer<Response> {
    let bench = Bench::load(&req, &path).await?;
    let new = read(&form, &bench.definition);
    let seen = Seen { edition: form.parsed("edition").unwrap_or(0), markings: form.parsed("markings").unwrap_or(-1) };
    let (ctx, scope, id, definition, sent) =
        (req.ctx.clone(), bench.workshop.scope, bench.work.id, bench.definition.clone(), new.clone());
    let marked = req
        .app
        .db
        .write(move |c| {
            let (ctx, definition, sent) = (ctx.clone(), definition.clone(), sent.clone());
            Box::pin(async move { mark(c, &ctx, scope, id, &definition, seen, &sent).await })
        })
        .await;
    match marked {
        Ok(_) => {
            let to = bench.workshop.course_path(&bench.course, "/work");
            Ok(req.redirect(to).flash(msg::ASSIGNMENTS_MARKED_NOW).into_response())
        }
        Err(fault) if stale(&fault) => {
            let now = Bench::load(&req, &path).await?;
            if now.said().is_some_and(|m| same(m, &new) && m.edition == seen.edition && m.number == seen.markings + 1) {
                // The same form sent twice.
                let to = now.workshop.course_path(&now.course, "/work");
                return Ok(req.redirect(to).flash(msg::ASSIGNMENTS_MARKED_NOW).into_response());
            }
            let diff = beside(&req, &now, &new);
            Ok(conflict(view(&req, &now, &new, &Errors::default(), Some(diff))))
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(view(&req, &bench, &new, &errors, None)))
        }
    }
}

fn same(kept: &Marking, new: &NewMarking) -> bool {
    Some(kept.outcome) == new.outcome
        && kept.levels.0 == new.levels
        && kept.comments.0 == new.comments
        && kept.remark == new.remark
}

/// Comments as one text.
fn together(t: i18n::T, comments: &[Comment]) -> String {
    comments.iter().fold(String::new(), |mut text, c| {
        let on = t.f(msg::ASSIGNMENTS_COMMENT_ON, &[("n", c.paragraph.into())]);
        let _ = writeln!(text, "{on}: {}", c.text);
        text
    })
}

/// What another trainer said meanwhile beside what this one sent; everything of both is there.
fn beside(req: &Req, bench: &Bench, new: &NewMarking) -> Diff {
    let t = req.t;
    let theirs = bench.history.markings.last();
    let level = |c: &Criterion, chosen: Option<usize>| {
        chosen.and_then(|l| c.levels.get(l)).map(|l| l.label.clone()).unwrap_or_default()
    };
    let outcome = |o: Option<Outcome>| o.map(|o| t.s(o.label())).unwrap_or_default();
    let mut diff = Diff::new(req.lang()).field(
        t.s(msg::ASSIGNMENTS_OUTCOME),
        outcome(theirs.map(|m| m.outcome)),
        outcome(new.outcome),
    );
    for (i, criterion) in bench.definition.rubric.iter().enumerate() {
        let at = |levels: &[Option<usize>]| level(criterion, levels.get(i).copied().flatten());
        diff =
            diff.field(criterion.name.as_str(), theirs.map(|m| at(&m.levels.0)).unwrap_or_default(), at(&new.levels));
    }
    diff.field(t.s(msg::ASSIGNMENTS_REMARK), theirs.map(|m| m.remark.clone()).unwrap_or_default(), new.remark.as_str())
        .field(
            t.s(msg::ASSIGNMENTS_COMMENTS),
            theirs.map(|m| together(t, &m.comments.0)).unwrap_or_default(),
            together(t, &new.comments),
        )
}

fn view(req: &Req, bench: &Bench, typed: &NewMarking, errors: &Errors, stale: Option<Diff>) -> Markup {
    let t = req.t;
    let work = &bench.work;
    let called = match &bench.name {
        Some(name) => name.clone(),
        None => t.f(msg::ASSIGNMENTS_WORK_N, &[("n", work.number.into())]),
    };
    let title = format!("{} – {called}", bench.title);
    let waiting = work.state == State::Waiting;
    let newer = stale.is_some() && bench.said().is_none();
    bench
        .workshop
        .page(req, "assignments.mark", title)
        .crumb(t.s(courses::msg::COURSES_TITLE), bench.workshop.path("/courses"))
        .crumb(bench.course.title_in(t.lang()).to_owned(), bench.workshop.course_path(&bench.course, ""))
        .crumb(t.s(msg::ASSIGNMENTS_TAB), bench.workshop.course_path(&bench.course, "/work"))
        .here(called)
        .status(state_tag(req, work.state))
        .body(html! {
            (errors.summary(t))
            @if let Some(diff) = stale {
                (Notice::warning(t.s(if newer { msg::ASSIGNMENTS_NEWER_EDITION } else { msg::ASSIGNMENTS_MARKED_MEANWHILE }))
                    .title(t.s(msg::ASSIGNMENTS_STALE)).announce())
                (diff)
            }
            @if bench.name.is_none() { (Notice::info(t.s(msg::ASSIGNMENTS_BLIND_TRAINER))) }
            @if let Some(said) = bench.said() {
                (Section::new(t.s(msg::ASSIGNMENTS_MARKING)).body(shown::marking(t, &bench.definition, said)))
            }
            (Reveal::new(t.s(msg::ASSIGNMENTS_TASK), shown::instructions(&bench.definition)).boxed())
            @if waiting || !typed_nothing(typed) {
                (form(req, bench, typed, errors))
            } @else {
                (Section::new(t.s(msg::ASSIGNMENTS_HANDED_IN_TEXT)).text(shown::edition_title(t, &bench.last)).body(html! {
                    (shown::commented(t, &bench.last.text, bench.said()))
                    (files(req, bench, bench.last.number))
                }))
                (Reveal::new(t.s(msg::ASSIGNMENTS_MARK_AGAIN), form(req, bench, typed, errors)).boxed())
            }
            (earlier(req, bench))
        })
        .render()
}

fn typed_nothing(typed: &NewMarking) -> bool {
    typed.outcome.is_none()
        && typed.comments.is_empty()
        && typed.remark.is_empty()
        && typed.levels.iter().all(Option::is_none)
}

fn files(req: &Req, bench: &Bench, edition: i64) -> Markup {
    shown::files(req.t, bench.history.files_of(Some(edition)), &bench.path(), bench.name.is_some())
}

/// The form: the text with its comments, then the rubric and the whole.
fn form(req: &Req, bench: &Bench, typed: &NewMarking, errors: &Errors) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let texts = paragraphs(&bench.last.text);
    let own = |n: usize| typed.comments.iter().find(|c| c.paragraph == n).map(|c| c.text.as_str()).unwrap_or_default();
    // A newer edition may be shorter: what was said of paragraphs it does not have goes to the remark, so that it stays.
    let beyond: Vec<Comment> = typed.comments.iter().filter(|c| c.paragraph > texts.len()).cloned().collect();
    let remark = format!("{}\n{}", typed.remark, together(t, &beyond)).trim().to_owned();
    let text = html! {
        @if texts.is_empty() { p { (t.s(msg::ASSIGNMENTS_NO_TEXT)) } }
        @for (i, words) in texts.iter().enumerate() {
            @let n = i + 1;
            @let name = format!("comment-{n}");
            (shown::paragraph(n, words))
            (Reveal::new(t.f(msg::ASSIGNMENTS_COMMENT_ON, &[("n", n.into())]),
                Field::textarea(lang, name.as_str(), t.f(msg::ASSIGNMENTS_COMMENT_ON, &[("n", n.into())])).hide_label().rows(3)
                    .maxlength(u32::try_from(LONGEST_COMMENT).unwrap_or(u32::MAX)).spellcheck(true)
                    .value(own(n)).error(errors.at(&name)))
                .open(!own(n).is_empty() || errors.at(&name).is_some()))
        }
        (files(req, bench, bench.last.number))
    };
    let outcomes = [
        Choice::new(Outcome::Passed.as_str(), t.s(Outcome::Passed.label())).hint(t.s(msg::ASSIGNMENTS_PASSED_HINT)),
        Choice::new(Outcome::Returned.as_str(), t.s(Outcome::Returned.label()))
            .hint(t.s(msg::ASSIGNMENTS_RETURNED_HINT)),
    ];
    let body = html! {
        (Section::new(t.s(msg::ASSIGNMENTS_HANDED_IN_TEXT)).text(shown::edition_title(t, &bench.last)).body(text))
        @if !bench.definition.rubric.is_empty() {
            (Section::new(t.s(msg::ASSIGNMENTS_BY_RUBRIC))
                .text(t.f(msg::ASSIGNMENTS_MOST_POINTS, &[("n", bench.definition.most().into())]))
                .body(html! { @for (i, c) in bench.definition.rubric.iter().enumerate() { (criterion(req, i, c, typed, errors)) } }))
        }
        (Section::new(t.s(msg::ASSIGNMENTS_WHOLE)).body(html! {
            (Field::textarea(lang, "remark", t.s(msg::ASSIGNMENTS_REMARK)).rows(5).spellcheck(true)
                .maxlength(u32::try_from(LONGEST_REMARK).unwrap_or(u32::MAX)).hint(t.s(msg::ASSIGNMENTS_REMARK_HINT))
                .value(remark).error(errors.at("remark")))
            (Field::radios(lang, "outcome", t.s(msg::ASSIGNMENTS_OUTCOME)).required().choices(outcomes)
                .value(typed.outcome.map(Outcome::as_str).unwrap_or_default()).error(errors.at("outcome")))
        }))
        (ButtonGroup::new().add(Button::submit(t.s(msg::ASSIGNMENTS_SEND_MARK)).icon(Icon::Check)))
    };
    html! {
        (Form::post(bench.path())
            .id("marking")
            .hidden("edition", bench.last.number.to_string())
            .hidden("markings", bench.work.markings.to_string())
            .keep(lang, format!("marking.{}.{}.{}", bench.work.id, bench.last.number, bench.work.markings))
            .body(body))
    }
}

fn criterion(req: &Req, i: usize, criterion: &Criterion, typed: &NewMarking, errors: &Errors) -> Markup {
    let (t, name) = (req.t, format!("level-{i}"));
    let choices = criterion.levels.iter().enumerate().map(|(n, level)| {
        let choice = Choice::new(n.to_string(), format!("{} – {}", level.label, shown::points(t, level.points.into())));
        if level.text.is_empty() { choice } else { choice.hint(level.text.as_str()) }
    });
    let chosen = typed.levels.get(i).copied().flatten().map(|l| l.to_string()).unwrap_or_default();
    let field = Field::radios(req.lang(), name.as_str(), criterion.name.as_str()).required_unmarked().choices(choices);
    html! { (field.value(chosen).error(errors.at(&name))) }
}

/// What was handed in before, and markings that another took the place of.
fn earlier(req: &Req, bench: &Bench) -> Markup {
    let t = req.t;
    let counts = bench.said().map(|m| m.number);
    let before: Vec<&Edition> = bench.history.editions.iter().rev().skip(1).collect();
    let replaced: Vec<&Marking> =
        bench.history.markings.iter().filter(|m| m.edition == bench.last.number && Some(m.number) != counts).collect();
    html! {
        @if !replaced.is_empty() {
            (Section::new(t.s(msg::ASSIGNMENTS_REPLACED)).text(t.s(msg::ASSIGNMENTS_REPLACED_TEXT)).body(html! {
                @for m in replaced {
                    (Reveal::new(format!("{} · {}", m.by, t.s(m.outcome.label())), html! {
                        (shown::marking(t, &bench.definition, m))
                        (shown::commented(t, &bench.last.text, Some(m)))
                    }).boxed())
                }
            }))
        }
        @if !before.is_empty() {
            (Section::new(t.s(msg::ASSIGNMENTS_EARLIER)).body(html! {
                @for edition in before {
                    @let said = bench.history.marking_of(edition.number);
                    @let own = bench.history.files_of(Some(edition.number));
                    (Reveal::new(shown::edition_title(t, edition),
                        shown::edition(t, &bench.definition, edition, own, said, &bench.path(), bench.name.is_some())).boxed())
                }
            }))
        }
    }
}
