//! One learner of a course: how far they are, and what the office may change.

use std::collections::HashSet;

use axum::response::IntoResponse as _;
use courses::{CourseRow, Workshop};
use kernel::ids::{EnrolmentId, GroupId, ItemId};
use maud::{Markup, html};
use offices::{Role, maybe_day};
use serde::Deserialize;
use ui::{
    Button, Choice, Column, Confirm, Empty, Field, Form, Icon, Meter, Row, Section, SummaryList, Table, Tag, Tone,
};
use web::{Answer, Errors, FormData, Req, TypedPath, read, work};

use super::{
    STAFF, course_page,
    learners::{name, state_tag},
};
use crate::{
    GroupRow, ItemState, LearnerRow, OutlineItem, Source, StepRow, StepState, enrol, enrolment, groups, leaving, list,
    msg, outline, progress, score_percent, versions,
};

/// `/desk/{office}/courses/{course}/learners/{enrolment}`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/learners/{enrolment}", rejection(web::BadPath))]
pub(crate) struct LearnerPath {
    pub office: String,
    pub course: String,
    pub enrolment: EnrolmentId,
}

struct Seen {
    row: LearnerRow,
    items: Vec<OutlineItem>,
    progress: std::collections::BTreeMap<kernel::ids::ItemId, progress::Progress>,
    steps: Vec<StepRow>,
    groups: Vec<GroupRow>,
    newer: Option<versions::Newer>,
    /// Works marked without names that are not passed yet: how they stand would tell whose they are.
    blind: HashSet<ItemId>,
}

impl Seen {
    /// How far the learner is with an item, where that may be told.
    fn told(&self, item: ItemId) -> Option<&progress::Progress> {
        self.progress.get(&item).filter(|_| !self.blind.contains(&item))
    }
}

/// Whether a work is marked without names: `blind` of the definition that assignments put into the version.
fn is_blind(item: &courses::Item) -> bool {
    item.kind == courses::ItemKind::Assignment
        && item.part.get("blind").and_then(serde_json::Value::as_bool) == Some(true)
}

async fn see(req: &Req, workshop: &Workshop, course: &CourseRow, id: EnrolmentId) -> kernel::Result<Seen> {
    let (scope, of) = (workshop.scope, course.id);
    let mut seen = read!(req, |c| {
        let row = enrolment::enrolment_in(c, scope, id).await?;
        if row.course != of {
            return Err(kernel::Fault::not_found());
        }
        let newer = versions::newer(c, &row).await?;
        let items = outline::outline(c, row.course_version).await?;
        let progress = progress::progress(c, id).await?;
        let steps = crate::steps(c, id).await?;
        let groups = groups::groups(c, of).await?;
        let row = list::named(c, vec![row]).await?.pop().ok_or_else(kernel::Fault::not_found)?;
        Ok(Seen { row, items, progress, steps, groups, newer, blind: HashSet::new() })
    })?;
    let content = courses::content(&req.app, seen.row.enrolment.course_version).await?;
    let passed = |id: ItemId| seen.progress.get(&id).is_some_and(|p| p.state == ItemState::Passed);
    seen.blind = content.items().filter(|i| is_blind(i) && !passed(i.id)).map(|i| i.id).collect();
    Ok(seen)
}

pub(crate) async fn show(path: LearnerPath, req: Req) -> Answer<Markup> {
    let (workshop, course) = courses::enter_course_people(&req, &path.office, STAFF, &path.course).await?;
    let seen = see(&req, &workshop, &course, path.enrolment).await?;
    Ok(view(&req, &workshop, &course, &seen, &Errors::default()))
}

pub(crate) async fn change(path: LearnerPath, req: Req, form: FormData) -> Answer {
    let (workshop, course) = courses::enter_course_people(&req, &path.office, STAFF, &path.course).await?;
    let (id, scope) = (path.enrolment, workshop.scope);
    let seen = see(&req, &workshop, &course, id).await?;
    let what = form.get("do");
    let coordinator = workshop.may(Role::Coordinator);
    let (done, said) = match what {
        "due" if coordinator => {
            let mut faults = Vec::new();
            let due = maybe_day(&form, "due", &mut faults);
            let done = match kernel::Fault::check(faults) {
                Ok(()) => work!(req, |c, ctx| enrol::set_due(c, &ctx, scope, id, due).await),
                Err(fault) => Err(fault),
            };
            (done, msg::ENROLMENTS_DUE_SET)
        }
        "group" => {
            let group: Option<GroupId> = form.parsed("group");
            let done = work!(req, |c, ctx| groups::put_into_group(c, &ctx, scope, id, group).await);
            (done, msg::ENROLMENTS_GROUP_SET)
        }
        "version" => {
            let done = work!(req, |c, ctx| versions::move_to_latest(c, &ctx, id).await.map(|_| ()));
            (done, msg::ENROLMENTS_VERSION_SET)
        }
        "withdraw" if coordinator => {
            let reason = form.get("reason").to_owned();
            let done = work!(req, |c, ctx, reason| leaving::withdraw(c, &ctx, id, &reason).await.map(|_| ()));
            (done, msg::ENROLMENTS_WITHDRAWN)
        }
        _ => return Err(kernel::Fault::forbidden().into()),
    };
    match done {
        Ok(()) => {
            let to = workshop.course_path(&course, &format!("/learners/{id}"));
            Ok(req.redirect(to).flash(said).into_response())
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(view(&req, &workshop, &course, &seen, &errors)))
        }
    }
}

fn view(req: &Req, workshop: &Workshop, course: &CourseRow, seen: &Seen, errors: &Errors) -> Markup {
    let (t, lang, today) = (req.t, req.lang(), req.ctx.now.warsaw_date());
    let e = &seen.row.enrolment;
    let title = name(t, &seen.row);
    // A marking, or a work handed in this minute, is activity as well.
    let last = e.last_at.filter(|_| seen.blind.is_empty());
    let group = e.group.and_then(|id| seen.groups.iter().find(|g| g.id == id)).map(|g| g.name.clone());
    let facts = SummaryList::new(lang)
        .fact(t.s(msg::ENROLMENTS_STATE), state_tag(t, e, today))
        .fact(t.s(msg::ENROLMENTS_SOURCE), t.s(e.source.label()))
        .maybe(t.s(msg::ENROLMENTS_EMAIL), Some(&seen.row.email).filter(|m| !m.is_empty()))
        .maybe(t.s(msg::ENROLMENTS_UNIT), Some(&seen.row.unit_code).filter(|u| !u.is_empty()))
        .maybe(t.s(msg::ENROLMENTS_GROUP), group)
        .fact(t.s(msg::ENROLMENTS_ENROLLED), ui::date_time(lang, e.created.timestamp()))
        .maybe(t.s(msg::ENROLMENTS_LAST), last.map(|m| ui::date_time(lang, m.timestamp())))
        .maybe(t.s(msg::ENROLMENTS_DUE), e.due.map(|d| ui::date(lang, d.0)))
        .maybe(t.s(msg::ENROLMENTS_COMPLETED), e.completed.map(|m| ui::date_time(lang, m.timestamp())))
        .maybe(t.s(msg::ENROLMENTS_SCORE), e.score.map(|s| format!("{} %", score_percent(s))))
        .maybe(t.s(msg::ENROLMENTS_REASON), Some(&e.reason).filter(|r| !r.is_empty()));
    let percent = u8::try_from(e.percent()).unwrap_or(100);
    let done = t.f(msg::ENROLMENTS_DONE_OF, &[("done", e.done.into()), ("required", e.required.into())]);
    course_page(req, workshop, course, "enrolments.learner", "/learners")
        .crumb(t.s(msg::ENROLMENTS_TAB), workshop.course_path(course, "/learners"))
        .here(title.clone())
        .body(html! {
            (errors.summary(t))
            (Section::new(title).body(html! {
                (facts)
                (Meter::new(t.s(msg::ENROLMENTS_DONE), done, percent))
            }))
            @if !seen.steps.is_empty() { (Section::new(t.s(msg::ENROLMENTS_STEPS)).body(steps(req, &seen.steps))) }
            (Section::new(t.s(msg::ENROLMENTS_ITEMS)).body(items(req, seen)))
            @if e.state.live() || e.state == crate::State::Completed { (changes(req, workshop, seen, errors)) }
        })
        .render()
}

fn steps(req: &Req, steps: &[StepRow]) -> Table {
    let (t, lang) = (req.t, req.lang());
    let tone = |s: StepState| match s {
        StepState::Approved => Tone::Success,
        StepState::Refused => Tone::Danger,
        StepState::Waiting => Tone::Warning,
        _ => Tone::Neutral,
    };
    Table::new(t.s(msg::ENROLMENTS_STEPS))
        .columns([
            t.s(msg::ENROLMENTS_STEP_WHO),
            t.s(msg::ENROLMENTS_STATE),
            t.s(msg::ENROLMENTS_STEP_BY),
            t.s(msg::ENROLMENTS_REASON),
        ])
        .rows(steps.iter().map(|s| {
            Row::new([
                html! { (t.s(s.role.label())) },
                html! { (Tag::new(t.s(s.state.label())).tone(tone(s.state))) },
                html! { (s.by) @if let Some(at) = s.at { br; small.hint { (ui::date_time(lang, at.timestamp())) } } },
                html! { (s.reason) },
            ])
        }))
}

fn items(req: &Req, seen: &Seen) -> Table {
    let (t, lang) = (req.t, req.lang());
    let tone = |s: ItemState| match s {
        ItemState::Done | ItemState::Passed => Tone::Success,
        ItemState::Failed => Tone::Danger,
        ItemState::Skipped => Tone::Info,
        ItemState::Seen => Tone::Neutral,
    };
    Table::new(t.s(msg::ENROLMENTS_ITEMS))
        .columns([t.s(msg::ENROLMENTS_ITEM), t.s(msg::ENROLMENTS_STATE)])
        .column(Column::new(t.s(msg::ENROLMENTS_SCORE)).numeric().tight())
        .column(Column::new(t.s(msg::ENROLMENTS_WHEN)).tight())
        .rows(seen.items.iter().map(|i| {
            let (p, blind) = (seen.told(i.id), seen.blind.contains(&i.id));
            Row::new([
                html! {
                    (i.title)
                    @if !i.required { br; small.hint { (t.s(msg::ENROLMENTS_ITEM_EXTRA)) } }
                    @if blind { br; small.hint { (t.s(msg::ENROLMENTS_ITEM_BLIND)) } }
                },
                html! { @if blind { (Tag::new(t.s(msg::ENROLMENTS_ITEM_UNDER_WAY))) } @else if let Some(p) = p { (Tag::new(t.s(p.state.label())).tone(tone(p.state))) } @else { (t.s(msg::ENROLMENTS_ITEM_NONE)) } },
                html! { @if let Some(s) = p.and_then(|p| p.score) { (score_percent(s)) " %" } },
                html! { @if let Some(at) = p.map(|p| p.done_at.unwrap_or(p.seen_at)) { (ui::date(lang, at.warsaw_date())) } },
            ])
        }))
        .empty(Empty::new(Icon::List, t.s(msg::ENROLMENTS_ITEM_NONE)))
}

fn changes(req: &Req, workshop: &Workshop, seen: &Seen, errors: &Errors) -> Section {
    let (t, lang) = (req.t, req.lang());
    let e = &seen.row.enrolment;
    let form = |what: &str| Form::post(req.path.clone()).hidden("do", what);
    let coordinator = workshop.may(Role::Coordinator) && e.state.live();
    let reason = Field::textarea(lang, "reason", t.s(msg::ENROLMENTS_REASON)).rows(3).error(errors.at("reason"));
    let reason = match e.source {
        Source::Rule => reason.required().hint(t.s(msg::ENROLMENTS_WITHDRAW_RULE)),
        _ => reason,
    };
    let none = std::iter::once(Choice::new("", t.s(msg::ENROLMENTS_NO_GROUP)));
    let groups =
        seen.groups.iter().map(|g| Choice::new(g.id.to_string(), &g.name).disabled(g.closed && e.group != Some(g.id)));
    Section::new(t.s(msg::ENROLMENTS_CHANGE)).body(html! {
        @if !seen.groups.is_empty() {
            (form("group").inline().body(html! {
                (Field::select(lang, "group", t.s(msg::ENROLMENTS_GROUP)).required_unmarked().choices(none.chain(groups))
                    .value(e.group.map(|g| g.to_string()).unwrap_or_default()))
                (Button::submit(t.s(msg::ENROLMENTS_GROUP_PUT)).secondary())
            }))
        }
        @if coordinator {
            (form("due").inline().body(html! {
                (Field::date(lang, "due", t.s(msg::ENROLMENTS_DUE)).value(e.due.map(|d| d.0.to_string()).unwrap_or_default())
                    .error(errors.at("due")))
                (Button::submit(t.s(msg::ENROLMENTS_DUE_PUT)).secondary())
            }))
        }
        @if let Some(newer) = &seen.newer {
            (form("version").body(html! {
                p { (t.f(msg::ENROLMENTS_NEWER, &[("again", newer.again.len().into()), ("added", newer.added.len().into())])) }
                (Button::submit(t.s(msg::ENROLMENTS_VERSION_PUT)).secondary())
            }))
        }
        @if coordinator {
            (Confirm::new(lang, "withdraw", t.s(msg::ENROLMENTS_WITHDRAW), t.s(msg::ENROLMENTS_WITHDRAW_TITLE),
                form("withdraw").body(html! {
                    (reason)
                    (Button::submit(t.s(msg::ENROLMENTS_WITHDRAW)).danger())
                })).text(t.s(msg::ENROLMENTS_WITHDRAW_TEXT)))
        }
    })
}
