//! `/learn/{course}/work/{item}`: an assignment for its learner. What is to be done and how it is marked, the text and
//! files, where the work stands and what trainers said.

use std::sync::Arc;

use axum::response::{IntoResponse as _, Response};
use courses::{Content, CourseRow, Item, ItemKind};
use enrolments::{Enrolment, Guest, Mark};
use kernel::{Fault, FieldFault, Result, ids::ItemId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Area, Button, ButtonGroup, Diff, Field, Form, Icon, Notice, Reveal, Section, date_time};
use web::{Answer, Errors, FormData, Req, TypedPath, conflict, unprocessable};

use super::{shown, state_tag};
use crate::{
    definition::Definition,
    hand_in::{Came, LONGEST, MOST_FILES, NewFile, Sent, send},
    msg,
    text::words,
    work::{Edition, History, State, Work, history, work_of},
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/learn/{course}/work/{item}", rejection(web::BadPath))]
pub struct WorkPath {
    /// The course.
    pub course: String,
    /// The assignment.
    pub item: ItemId,
}

/// An assignment as its learner stands before it.
pub(super) struct Seat {
    pub course: CourseRow,
    pub mine: Enrolment,
    pub content: Arc<Content>,
    pub item: Item,
    pub definition: Definition,
    pub work: Option<Work>,
    pub history: History,
}

impl Seat {
    /// Reads it. `None` when whoever asks may not open the course, or not yet.
    ///
    /// # Errors
    /// `NotFound` when there is no such course or assignment.
    pub async fn take(req: &Req, guest: &Guest, path: &WorkPath) -> Result<Option<Self>> {
        let slug = path.course.clone();
        let found = req.app.db.read(move |c| Box::pin(async move { courses::by_slug(c, &slug).await })).await?;
        let course = found.ok_or_else(Fault::not_found)?;
        let mine = enrolments::learner(req, guest, course.id).await?.filter(|e| e.state.open());
        let version = mine.as_ref().map(|e| e.course_version).or(course.published).ok_or_else(Fault::not_found)?;
        let content = courses::content(&req.app, version).await?;
        let item = content.item(path.item).filter(|i| i.kind == ItemKind::Assignment).cloned();
        let item = item.ok_or_else(Fault::not_found)?;
        let Some(mine) = mine else { return Ok(None) };
        let (enrolment, at) = (mine.id, item.id);
        let (work, history) = req
            .app
            .db
            .read(move |c| {
                Box::pin(async move {
                    let work = work_of(c, enrolment, at).await?;
                    let past = match &work {
                        Some(work) => history(c, work.id).await?,
                        None => History::default(),
                    };
                    Ok((work, past))
                })
            })
            .await?;
        let definition = Definition::of_item(&item);
        Ok(Some(Self { course, mine, content, item, definition, work, history }))
    }

    fn state(&self) -> State {
        self.work.as_ref().map_or(State::Draft, |w| w.state)
    }
    pub fn path(&self) -> String {
        format!("/learn/{}/work/{}", self.course.slug, self.item.id)
    }
    fn course_path(&self) -> String {
        format!("/learn/{}", self.course.slug)
    }
}

/// What was typed and is shown again, with what is wrong.
#[derive(Default)]
struct Again {
    text: Option<String>,
    errors: Errors,
    diff: Option<Diff>,
}

fn to_course(req: &Req, path: &WorkPath) -> Response {
    req.redirect(format!("/learn/{}", path.course))
        .message(web::Tone::Info, msg::ASSIGNMENTS_BEGIN_FIRST)
        .into_response()
}

/// The page.
pub async fn show(path: WorkPath, req: Req, guest: Guest) -> Answer<Response> {
    let Some(seat) = Seat::take(&req, &guest, &path).await? else { return Ok(to_course(&req, &path)) };
    if seat.mine.last_item != Some(seat.item.id) {
        let (ctx, enrolment, item) = (req.ctx.clone(), seat.mine.id, seat.item.id);
        req.app
            .db
            .write(move |c| {
                let ctx = ctx.clone();
                Box::pin(async move { enrolments::mark(c, &ctx, enrolment, item, Mark::seen()).await })
            })
            .await?;
    }
    Ok(view(&req, &seat, &Again::default()).into_response())
}

/// Saves the draft, takes files, hands in.
pub async fn save(path: WorkPath, req: Req, guest: Guest, form: FormData) -> Answer<Response> {
    let Some(seat) = Seat::take(&req, &guest, &path).await? else { return Ok(to_course(&req, &path)) };
    let text = form.raw("text").unwrap_or_default().replace("\r\n", "\n").trim_end().to_owned();
    let (files, mut refused) =
        if seat.state().writable() { take_files(&req, &seat, &form).await? } else { Default::default() };
    let hand_in = form.get("go") == "hand-in";
    let sent = Sent {
        text: text.clone(),
        version: form.parsed("version").unwrap_or(0),
        files,
        remove: form.parsed("remove"),
        // With a file missing it is not what the learner meant to hand in.
        hand_in: hand_in && refused.is_empty(),
    };
    let (ctx, mine, item, definition) = (req.ctx.clone(), seat.mine.clone(), seat.item.id, seat.definition.clone());
    let came = req
        .app
        .db
        .write(move |c| {
            let (ctx, mine, definition, sent) = (ctx.clone(), mine.clone(), definition.clone(), sent.clone());
            Box::pin(async move { send(c, &ctx, &mine, item, &definition, &sent).await })
        })
        .await;
    let mut stale = false;
    match came {
        Ok(Came::HandedIn) => {
            return Ok(req.redirect(seat.path()).flash(msg::ASSIGNMENTS_HANDED_IN_NOW).into_response());
        }
        Ok(Came::Saved) if refused.is_empty() => {
            return Ok(req.redirect(format!("{}#work", seat.path())).flash(msg::ASSIGNMENTS_SAVED).into_response());
        }
        Ok(Came::Saved) => {}
        Ok(Came::Refused(fault)) => refused.extend(fault.fields),
        Ok(Came::Stale | Came::Closed) => stale = true,
        Err(fault) if !fault.fields.is_empty() => refused.extend(fault.fields),
        Err(fault) => return Err(fault.into()),
    }
    let seat = Seat::take(&req, &guest, &path).await?.ok_or_else(Fault::not_found)?;
    let diff = stale.then(|| meanwhile(&req, &seat, &text));
    let errors = match Fault::check(refused) {
        Ok(()) => Errors::default(),
        Err(fault) => Errors::of(req.t, fault)?,
    };
    let page = view(&req, &seat, &Again { text: Some(text), errors, diff });
    Ok(if stale { conflict(page) } else { unprocessable(page) })
}

/// What stands now beside what was sent.
fn meanwhile(req: &Req, seat: &Seat, text: &str) -> Diff {
    let now = match (&seat.work, seat.history.editions.last()) {
        (Some(work), _) if work.state.writable() => work.draft.clone(),
        (_, Some(last)) => last.text.clone(),
        _ => String::new(),
    };
    let t = req.t;
    Diff::new(req.lang()).headings(t.s(msg::ASSIGNMENTS_KEPT), t.s(msg::ASSIGNMENTS_SENT)).field(
        t.s(msg::ASSIGNMENTS_TEXT),
        now,
        text,
    )
}

/// Puts files that may be taken into the store, with what is wrong with the others.
async fn take_files(req: &Req, seat: &Seat, form: &FormData) -> Result<(Vec<NewFile>, Vec<FieldFault>)> {
    let (mut taken, mut refused) = (Vec::new(), Vec::new());
    if !seat.definition.files {
        return Ok((taken, refused));
    }
    for upload in form.files.iter().filter(|u| u.field == "files").take(MOST_FILES + 1) {
        let seen = blob::sniff(&upload.head, &upload.name);
        let mut good = blob::check_for_citizens(&seen, &upload.name);
        if good.is_ok() {
            let stored = req.app.blobs.put_file(upload.file.path(), &upload.name).await?;
            // The whole file may turn out to be another than its beginning: macros stand at the end.
            if blob::kinds_for_citizens().any(|k| k.media_type == stored.media_type) {
                taken.push(NewFile { name: upload.name.clone(), stored });
            } else {
                let kinds: Vec<&str> = blob::kinds_for_citizens().filter_map(|k| k.endings.first().copied()).collect();
                good = Err(Fault::invalid(blob::msg::FAULT_FILE_KIND)
                    .arg("name", upload.name.as_str())
                    .arg("allowed", kinds.join(", ")));
            }
        }
        if let Err(fault) = good {
            refused.push(FieldFault { field: "files".into(), key: fault.key, args: fault.args });
        }
    }
    Ok((taken, refused))
}

fn view(req: &Req, seat: &Seat, again: &Again) -> Markup {
    let t = req.t;
    let state = seat.state();
    let title = seat.item.title.clone();
    let last = seat.history.editions.last();
    let module = seat.content.module_of(seat.item.id).map(|m| m.title.clone()).unwrap_or_default();
    let known = html! {
        (Section::new(t.s(msg::ASSIGNMENTS_TASK)).body(shown::instructions(&seat.definition)))
        (shown::rubric(t, &seat.definition))
    };
    let mut page = req
        .page("assignments.work", title.clone())
        .area(Area::Start)
        .crumb(t.s(msg::ASSIGNMENTS_LEARNING), "/learn")
        .crumb(seat.course.title_in(t.lang()).to_owned(), seat.course_path())
        .here(title)
        .kicker(module)
        .narrow();
    if seat.work.is_some() {
        page = page.status(state_tag(req, state));
    }
    page.body(html! {
        @if again.diff.is_none() { (again.errors.summary(t)) }
        @if let Some(diff) = &again.diff {
            (Notice::warning(t.s(if state.writable() { msg::ASSIGNMENTS_STALE_TEXT } else { msg::ASSIGNMENTS_CLOSED_TEXT }))
                .title(t.s(msg::ASSIGNMENTS_STALE)).announce())
            (diff)
        }
        (standing(req, seat))
        @if let Some(last) = last && !state.writable() { (last_edition(req, seat, last)) }
        @if let Some(last) = last && state == State::Returned { (last_edition(req, seat, last)) }
        @if last.is_none() { (known) } @else { (Reveal::new(t.s(msg::ASSIGNMENTS_TASK_AND_RUBRIC), known).boxed()) }
        @if state.writable() { (writing(req, seat, again)) }
        (earlier(req, seat))
        (ButtonGroup::new().add(Button::link(t.s(msg::ASSIGNMENTS_TO_COURSE), seat.course_path()).quiet().icon(Icon::ArrowLeft)))
    })
    .render()
}

/// Where the work stands, in a sentence.
fn standing(req: &Req, seat: &Seat) -> Markup {
    let t = req.t;
    let Some(work) = &seat.work else { return html! {} };
    match (work.state, seat.history.editions.last()) {
        (State::Waiting, Some(last)) => html! {
            (Notice::info(html! { (t.s(msg::ASSIGNMENTS_WAITING_TEXT)) " " (date_time(t.lang(), last.at.timestamp())) })
                .title(t.s(msg::ASSIGNMENTS_STATE_WAITING)))
        },
        (State::Returned, _) => html! {
            (Notice::warning(t.s(msg::ASSIGNMENTS_RETURNED_TEXT)).title(t.s(msg::ASSIGNMENTS_STATE_RETURNED))
                .action(Button::link(t.s(msg::ASSIGNMENTS_GO_WRITE), "#work").secondary()))
        },
        (State::Passed, _) => html! {
            (Notice::success(t.s(msg::ASSIGNMENTS_PASSED_TEXT)).title(t.s(msg::ASSIGNMENTS_STATE_PASSED)))
        },
        _ => html! {},
    }
}

/// What was handed in last, with what was said of it.
fn last_edition(req: &Req, seat: &Seat, last: &Edition) -> Markup {
    let t = req.t;
    let said = seat.history.marking_of(last.number);
    let title = if said.is_some() { msg::ASSIGNMENTS_MARKED_WORK } else { msg::ASSIGNMENTS_YOUR_WORK };
    let files = seat.history.files_of(Some(last.number));
    html! {
        (Section::new(t.s(title)).text(shown::edition_title(t, last))
            .body(shown::edition(t, &seat.definition, last, files, said, &seat.path(), true)))
    }
}

/// What was handed in before, the newest first.
fn earlier(req: &Req, seat: &Seat) -> Markup {
    let t = req.t;
    let before: Vec<&Edition> = seat.history.editions.iter().rev().skip(1).collect();
    html! {
        @if !before.is_empty() {
            (Section::new(t.s(msg::ASSIGNMENTS_EARLIER)).body(html! {
                @for edition in before {
                    @let said = seat.history.marking_of(edition.number);
                    @let files = seat.history.files_of(Some(edition.number));
                    (Reveal::new(shown::edition_title(t, edition),
                        shown::edition(t, &seat.definition, edition, files, said, &seat.path(), true)).boxed())
                }
            }))
        }
    }
}

/// The form.
fn writing(req: &Req, seat: &Seat, again: &Again) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let definition = &seat.definition;
    let work = seat.work.as_ref();
    let text = again.text.clone().unwrap_or_else(|| work.map(|w| w.draft.clone()).unwrap_or_default());
    let least = if definition.min_words > 0 {
        t.f(msg::ASSIGNMENTS_TEXT_LEAST, &[("least", definition.min_words.into()), ("has", words(&text).into())])
    } else {
        t.s(msg::ASSIGNMENTS_TEXT_ANY)
    };
    let draft_files: Vec<_> = seat.history.files_of(None).cloned().collect();
    let label =
        if work.is_some_and(|w| w.editions > 0) { msg::ASSIGNMENTS_HAND_IN_AGAIN } else { msg::ASSIGNMENTS_HAND_IN };
    let key = format!("work.{}.{}", seat.mine.id, seat.item.id);
    let form = Form::multipart(seat.path())
        .id("work-form")
        .version(work.map_or(0, |w| w.version))
        .keep(lang, key)
        .body(html! {
            (Field::textarea(lang, "text", t.s(msg::ASSIGNMENTS_TEXT)).required_unmarked().rows(18).maxlength(u32::try_from(LONGEST).unwrap_or(u32::MAX))
                .spellcheck(true).hint(least).value(text).error(again.errors.at("text")))
            @if definition.files {
                (Field::file(lang, "files", t.s(msg::ASSIGNMENTS_FILES)).multiple()
                    .accept(blob::kinds_for_citizens().flat_map(|k| k.endings).map(|e| format!(".{e}")).collect::<Vec<_>>().join(","))
                    .hint(t.f(msg::ASSIGNMENTS_FILES_HINT, &[("most", MOST_FILES.into())])).error(again.errors.at("files")))
                @if !draft_files.is_empty() {
                    p { strong { (t.s(msg::ASSIGNMENTS_FILES_HERE)) } }
                    (shown::files(t, draft_files.iter(), &seat.path(), true))
                    (draft_files.iter().fold(ButtonGroup::new(), |group, f| group.add(
                        Button::submit(t.f(msg::ASSIGNMENTS_FILE_REMOVE, &[("name", f.name.as_str().into())]))
                            .quiet().small().icon(Icon::Trash).value("remove", f.number.to_string()),
                    )))
                }
            }
            @if definition.blind { (Notice::info(t.s(msg::ASSIGNMENTS_BLIND_LEARNER))) }
            (ButtonGroup::new()
                .add(Button::submit(t.s(label)).value("go", "hand-in").icon(Icon::Send))
                .add(Button::submit(t.s(msg::ASSIGNMENTS_SAVE_DRAFT)).secondary().value("go", "save")))
        });
    let text = match work.filter(|w| !w.draft.is_empty()) {
        Some(work) => html! { (t.s(msg::ASSIGNMENTS_SAVED_AT)) " " (date_time(lang, work.saved.timestamp())) },
        None => html! { (t.s(msg::ASSIGNMENTS_WRITE_TEXT)) },
    };
    html! { (Section::new(t.s(msg::ASSIGNMENTS_YOUR_WORK)).id("work").text(text).body(form)) }
}
