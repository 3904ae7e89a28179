//! The administrator's start: what is still to be set up, and the office at a glance.

use i18n::T;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Card, CardGrid, Icon, Notice, Section, Stat, StatGrid, Tag, Tone};
use web::{Answer, Req, TypedPath, read};

use crate::{
    Desk, OfficeRow, Role,
    contribute::{self, SetUp},
    hours, member, msg, unit,
};

/// `/desk/{office}/admin`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin", rejection(web::BadPath))]
pub struct AdminPath {
    /// The office.
    pub office: String,
}

/// One thing to set up.
struct Task {
    title: &'static str,
    text: &'static str,
    rest: &'static str,
    icon: Icon,
    done: bool,
}

/// What a complete office has said of itself.
fn data_done(office: &OfficeRow, hours: bool) -> bool {
    hours
        && ![&office.street, &office.town, &office.email, &office.phone, &office.rodo_contact]
            .iter()
            .any(|f| f.is_empty())
}

fn tasks(office: &OfficeRow, units: u64, people: u64, hours: bool, others: SetUp) -> [Task; 6] {
    let task = |title, text, rest, icon, done| Task { title, text, rest, icon, done };
    [
        task(
            msg::OFFICES_TASK_DATA,
            msg::OFFICES_TASK_DATA_TEXT,
            "/admin/data",
            Icon::Building,
            data_done(office, true),
        ),
        task(msg::OFFICES_TASK_HOURS, msg::OFFICES_TASK_HOURS_TEXT, "/admin/points", Icon::Clock, hours),
        task(msg::OFFICES_TASK_UNITS, msg::OFFICES_TASK_UNITS_TEXT, "/admin/units", Icon::List, units > 1),
        task(msg::OFFICES_TASK_PEOPLE, msg::OFFICES_TASK_PEOPLE_TEXT, "/admin/people", Icon::People, people > 1),
        task(
            msg::OFFICES_TASK_FILE_PLAN,
            msg::OFFICES_TASK_FILE_PLAN_TEXT,
            "/admin/file-plan",
            Icon::Archive,
            others.file_plan,
        ),
        task(
            msg::OFFICES_TASK_SERVICES,
            msg::OFFICES_TASK_SERVICES_TEXT,
            "/admin/services",
            Icon::Send,
            others.services > 0,
        ),
    ]
}

/// The page.
pub async fn show(path: AdminPath, req: Req) -> Answer<Markup> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, today) = (desk.scope, req.ctx.now.warsaw_date());
    let (units, people, has_hours, others) = read!(req, |c| {
        let units = unit::count(c, scope.office(), today).await?;
        let people = member::count(c, scope.office(), today).await?;
        let has_hours = hours::any(c, scope.office()).await?;
        Ok((units, people, has_hours, contribute::progress(c, scope).await?))
    })?;
    let t = req.t;
    let list = tasks(&desk.office, units, people, has_hours, others);
    let body = html! {
        (checklist(t, &desk, &list))
        (Section::new(t.s(msg::OFFICES_ADMIN_NUMBERS)).body(StatGrid::new([
            Stat::new(units, t.s(msg::OFFICES_NAV_UNITS)).icon(Icon::Building).link(desk.path("/admin/units")),
            Stat::new(people, t.s(msg::OFFICES_NAV_PEOPLE)).icon(Icon::People).link(desk.path("/admin/people")),
            Stat::new(others.services, t.s(msg::OFFICES_NAV_SERVICES)).icon(Icon::List).link(desk.path("/admin/services")),
        ])))
        (Section::new(t.s(msg::OFFICES_ADMIN_MORE)).body(CardGrid::new([
            more(t, &desk, msg::OFFICES_POSITIONS_TITLE, msg::OFFICES_POSITIONS_LEAD, "/admin/positions", Icon::Person),
            more(t, &desk, msg::OFFICES_SUBSTITUTIONS_TITLE, msg::OFFICES_SUBSTITUTIONS_LEAD, "/admin/substitutions", Icon::Calendar),
            more(t, &desk, msg::OFFICES_IMPORT_TITLE, msg::OFFICES_IMPORT_LEAD, "/admin/import", Icon::Upload),
            more(t, &desk, msg::OFFICES_NAV_AUDIT, msg::OFFICES_AUDIT_LEAD, "/admin/audit", Icon::History),
        ])))
    };
    let site =
        Button::link(t.s(msg::OFFICES_ADMIN_SITE), format!("/o/{}", desk.office.slug)).secondary().icon(Icon::Globe);
    let page = desk.page(&req, "offices.admin", t.s(msg::OFFICES_ADMIN_TITLE));
    Ok(page.lead(t.s(msg::OFFICES_ADMIN_LEAD)).actions(site).body(body).render())
}

fn more(t: T, desk: &Desk, title: &str, text: &str, rest: &str, icon: Icon) -> Card {
    Card::new(t.s(title)).level(3).icon(icon).text(t.s(text)).link(desk.path(rest))
}

fn checklist(t: T, desk: &Desk, list: &[Task]) -> Markup {
    let done = list.iter().filter(|task| task.done).count();
    if done == list.len() {
        return html! { (Notice::success(t.s(msg::OFFICES_TASKS_ALL_TEXT)).title(t.s(msg::OFFICES_TASKS_ALL))) };
    }
    let next = list.iter().position(|task| !task.done);
    let cards = list.iter().enumerate().map(|(i, task)| {
        let state = if task.done {
            Tag::new(t.s(msg::OFFICES_TASK_DONE)).tone(Tone::Success).icon(Icon::Check)
        } else if Some(i) == next {
            Tag::new(t.s(msg::OFFICES_TASK_NEXT)).tone(Tone::Info)
        } else {
            Tag::new(t.s(msg::OFFICES_TASK_AHEAD))
        };
        Card::new(t.s(task.title)).level(3).icon(task.icon).text(t.s(task.text)).link(desk.path(task.rest)).foot(state)
    });
    let progress = t.f(msg::OFFICES_TASKS_PROGRESS, &[("done", done.into()), ("all", list.len().into())]);
    html! {
        (Section::new(t.s(msg::OFFICES_TASKS)).text(progress).body(html! { (CardGrid::new(cards)) }))
    }
}
