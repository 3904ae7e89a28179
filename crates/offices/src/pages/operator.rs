//! The operator's start: what needs a decision or a hand, how the installation does, who works on it.

use std::collections::BTreeMap;

use db::{Conn, Dialect, q};
use i18n::T;
use kernel::{Ctx, Micros, Result, ids::OfficeId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Area, Avatar, Button, Column, Empty, Icon, NavItem, Notice, Page, Row, Section, Stat, StatGrid, SummaryList, Table,
    Tag, Tone, main_aside,
};
use web::{Answer, Req, TypedPath, read};

use crate::{
    OfficeRow,
    claims::{self, ClaimRow, ClaimStatus},
    contribute, msg, office,
};

/// How many offices, claims and entries of the log stand on the page.
const FEW: usize = 6;
/// How many days the numbers look back.
const DAYS: i64 = 30;
/// A job that should have begun so many seconds ago waits too long.
const LATE: i64 = 600;
/// A backup older than so many days is too old.
const BACKUP_DAYS: i64 = 7;

/// `/operator`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/operator")]
pub struct OperatorPath;

/// A page of the operator with its menu.
pub(crate) fn page(req: &Req, screen: &'static str, title: impl Into<String>) -> Page {
    let items = [
        ("/operator", msg::OFFICES_OPERATOR_HOME, Icon::Home),
        ("/operator/claims", msg::OFFICES_OPERATOR_CLAIMS, Icon::Stamp),
        ("/operator/offices", msg::OFFICES_OPERATOR_OFFICES, Icon::Building),
        ("/operator/learning", msg::OFFICES_NAV_TRAINING, Icon::CheckCircle),
        ("/operator/jobs", msg::OFFICES_JOBS, Icon::Refresh),
        ("/operator/audit", msg::OFFICES_NAV_AUDIT, Icon::History),
    ];
    let path = req.path.split('?').next().unwrap_or_default();
    let nav = items
        .into_iter()
        .map(|(href, label, icon)| {
            let current = path == href || href != "/operator" && path.starts_with(href);
            NavItem::new(href, req.t.s(label)).icon(icon).current(current)
        })
        .collect();
    req.page(screen, title).area(Area::Operator).nav(nav)
}

/// What the page shows.
struct Seen {
    offices: (u64, u64),
    people: u64,
    waiting: u64,
    claims: Vec<ClaimRow>,
    jobs: jobs::Stats,
    late: i64,
    backup: Option<Micros>,
    at_work: Vec<(OfficeRow, u64, u64)>,
    applications: u64,
    log: Vec<audit::Event>,
    names: audit::Names,
    database: &'static str,
}

async fn look(c: &mut Conn, ctx: &Ctx) -> Result<Seen> {
    let (now, today) = (ctx.now, ctx.now.warsaw_date());
    let (people,): (u64,) = c.one(q!("SELECT COUNT(*) FROM person WHERE deleted_at IS NULL")).await?;
    let sent: BTreeMap<OfficeId, u64> = contribute::sent_since(c, now.plus_days(-DAYS)).await?.into_iter().collect();
    let staff: Vec<(OfficeId, u64)> = c
        .all(q!(
            "SELECT office_id, COUNT(DISTINCT person_id) FROM membership WHERE from_date <= $1 \
             AND (to_date IS NULL OR to_date >= $1) GROUP BY office_id",
            crate::Day(today)
        ))
        .await?;
    let staff: BTreeMap<OfficeId, u64> = staff.into_iter().collect();
    // Those to which most is sent; where nothing is sent anywhere, by name.
    let mut busiest: Vec<_> = sent.iter().map(|(id, n)| (*n, *id)).collect();
    busiest.sort_unstable_by(|a, b| b.cmp(a));
    let mut rows = Vec::new();
    for (_, id) in busiest.into_iter().take(FEW) {
        rows.push(office::by_id(c, id).await?);
    }
    for other in office::all(c, "", 0, FEW).await? {
        if rows.len() < FEW && !rows.iter().any(|o: &OfficeRow| o.id == other.id) {
            rows.push(other);
        }
    }
    let count = |of: &BTreeMap<OfficeId, u64>, id| of.get(&id).copied().unwrap_or_default();
    let at_work = rows.into_iter().map(|o| (count(&staff, o.id), count(&sent, o.id), o)).map(|(p, s, o)| (o, p, s));
    let log = audit::list(c, audit::Reach::Installation, &audit::Filter::default(), FEW).await?;
    let names = audit::names(c, audit::Reach::Installation, &log).await?;
    Ok(Seen {
        offices: office::count(c).await?,
        people,
        waiting: claims::waiting(c).await?,
        claims: claims::list(c, Some(ClaimStatus::Waiting), None, FEW).await?,
        jobs: jobs::stats(c, now).await?,
        late: jobs::stats(c, now.plus_seconds(-LATE)).await?.due,
        backup: audit::last_backup(c).await?.map(|event| event.at),
        at_work: at_work.collect(),
        applications: sent.values().sum(),
        log,
        names,
        database: match c.dialect() {
            Dialect::Sqlite => "SQLite",
            Dialect::Postgres => "PostgreSQL",
        },
    })
}

/// The page.
pub async fn show(_: OperatorPath, req: Req) -> Answer<Markup> {
    req.operator()?;
    let ctx = req.ctx.clone();
    let seen = read!(req, |c| look(c, &ctx).await)?;
    let t = req.t;
    let notices = notices(t, &seen, req.ctx.now);
    let state = if notices.is_empty() {
        Tag::new(t.s(msg::OFFICES_OPERATOR_WELL)).tone(Tone::Success).icon(Icon::Check)
    } else {
        Tag::new(t.f(msg::OFFICES_OPERATOR_ATTENTION, &[("n", notices.len().into())])).tone(Tone::Warning)
    };
    let body = html! {
        @if !notices.is_empty() { (ui::Stack::new(notices)) }
        (numbers(t, &seen))
        (main_aside(
            html! {
                @if !seen.claims.is_empty() { (waiting(t, &seen.claims)) }
                (offices(t, &seen))
                (Section::new(t.s(msg::OFFICES_OPERATOR_LAST))
                    .actions(Button::link(t.s(msg::OFFICES_NAV_AUDIT), "/operator/audit").quiet().small().icon_after(Icon::ArrowRight))
                    .body(audit::pages::brief(t, &seen.log, &seen.names)))
            },
            system(t, &seen),
        ))
    };
    Ok(page(&req, "offices.operator", t.s(msg::OFFICES_OPERATOR_TITLE)).status(state).body(body).render())
}

/// What needs the operator's hand, the gravest first.
fn notices(t: T, seen: &Seen, now: Micros) -> Vec<Notice> {
    let open = |label: &str, href: &str| Button::link(t.s(label), href).secondary().small();
    let mut all = Vec::new();
    if seen.jobs.dead > 0 {
        all.push(
            Notice::danger(t.f(msg::OFFICES_JOBS_FAILED, &[("n", seen.jobs.dead.into())]))
                .action(open(msg::OFFICES_JOBS_SEE, "/operator/jobs")),
        );
    }
    if seen.late > 0 {
        all.push(Notice::danger(t.f(msg::OFFICES_JOBS_LATE, &[("n", seen.late.into())])));
    }
    if seen.waiting > 0 {
        all.push(
            Notice::info(t.f(msg::OFFICES_OPERATOR_DECIDE, &[("n", i64::try_from(seen.waiting).unwrap_or(0).into())]))
                .action(open(msg::OFFICES_OPERATOR_CLAIMS, "/operator/claims")),
        );
    }
    match seen.backup {
        None => all.push(Notice::warning(html! {
            (t.s(msg::OFFICES_BACKUP_NEVER)) " " code { "szpon backup" }
        })),
        Some(at) if at.plus_days(BACKUP_DAYS) < now => {
            all.push(Notice::warning(
                html! { (t.s(msg::OFFICES_BACKUP_OLD)) " " (ui::date(t.lang(), at.warsaw_date())) "." },
            ));
        }
        Some(_) => {}
    }
    all
}

fn numbers(t: T, seen: &Seen) -> StatGrid {
    let (offices, suspended) = seen.offices;
    let claims = Stat::new(seen.waiting, t.s(msg::OFFICES_OPERATOR_WAITING)).icon(Icon::Stamp).link("/operator/claims");
    let mut at_work = Stat::new(offices - suspended, t.s(msg::OFFICES_OPERATOR_AT_WORK))
        .icon(Icon::Building)
        .link("/operator/offices");
    if suspended > 0 {
        at_work = at_work.note(t.f(msg::OFFICES_OPERATOR_SUSPENDED, &[("n", suspended.into_i64().into())]));
    }
    let failed =
        Stat::new(seen.jobs.dead, t.s(msg::OFFICES_JOBS_FAILED_SHORT)).icon(Icon::Refresh).link("/operator/jobs");
    StatGrid::new([
        claims.tone(if seen.waiting > 0 { Tone::Warning } else { Tone::Neutral }),
        at_work,
        Stat::new(seen.people, t.s(msg::OFFICES_OPERATOR_PEOPLE)).icon(Icon::People),
        Stat::new(seen.applications, t.s(msg::OFFICES_OPERATOR_SENT))
            .icon(Icon::Send)
            .note(t.f(msg::OFFICES_OPERATOR_DAYS, &[("n", DAYS.into())])),
        failed.tone(if seen.jobs.dead > 0 { Tone::Danger } else { Tone::Neutral }),
    ])
}

fn waiting(t: T, claims: &[ClaimRow]) -> Section {
    let rows = claims.iter().map(|claim| {
        Row::new([
            html! { (claim.office_name) },
            html! { (claim.person_name) br; small.hint { (claim.position) } },
            ui::date(t.lang(), claim.created.warsaw_date()),
        ])
        .link(format!("/operator/claims/{}", claim.id))
    });
    Section::new(t.s(msg::OFFICES_OPERATOR_WAITING)).body(
        Table::new(t.s(msg::OFFICES_OPERATOR_WAITING))
            .columns([t.s(msg::OFFICES_START_COLUMN_OFFICE), t.s(msg::OFFICES_CLAIM_WHO)])
            .column(Column::new(t.s(msg::OFFICES_CLAIM_WHEN)).tight())
            .rows(rows),
    )
}

fn offices(t: T, seen: &Seen) -> Section {
    let rows = seen.at_work.iter().map(|(office, people, sent)| {
        Row::new([
            html! {
                span.named { (Avatar::new(office.monogram()).square()) span { (office.name_in(t.lang())) } }
                @if office.suspended() { " " (Tag::new(t.s(msg::OFFICES_STATUS_SUSPENDED)).tone(Tone::Warning)) }
            },
            html! { (t.s(office.kind.label())) },
            html! { (people) },
            html! { (sent) },
        ])
        .link(format!("/operator/offices/{}", office.slug))
    });
    let found =
        Button::link(t.s(msg::OFFICES_OPERATOR_FOUND), "/operator/offices/new").quiet().small().icon(Icon::Plus);
    Section::new(t.s(msg::OFFICES_OPERATOR_AT_WORK)).actions(found).body(
        Table::new(t.s(msg::OFFICES_OPERATOR_AT_WORK))
            .column(Column::new(t.s(msg::OFFICES_START_COLUMN_OFFICE)))
            .column(Column::new(t.s(msg::OFFICES_OPERATOR_KIND)))
            .column(Column::new(t.s(msg::OFFICES_NAV_PEOPLE)).numeric())
            .column(Column::new(t.f(msg::OFFICES_OPERATOR_SENT_DAYS, &[("n", DAYS.into())])).numeric())
            .rows(rows)
            .empty(Empty::new(Icon::Building, t.s(msg::OFFICES_START_NONE))),
    )
}

/// How the program itself does.
fn system(t: T, seen: &Seen) -> Section {
    let lamp = |good: bool, text: String| {
        html! { (Tag::new(text).tone(if good { Tone::Success } else { Tone::Danger }).dot()) }
    };
    let queue = if seen.late > 0 {
        t.f(msg::OFFICES_JOBS_LATE_SHORT, &[("n", seen.late.into())])
    } else {
        t.s(msg::OFFICES_JOBS_ON_TIME)
    };
    let failed = match seen.jobs.dead {
        0 => t.s(msg::OFFICES_JOBS_NONE_FAILED),
        n => t.f(msg::OFFICES_JOBS_COUNT, &[("n", n.into())]),
    };
    let backup = match seen.backup {
        Some(at) => ui::date_time(t.lang(), at.timestamp()),
        None => html! { (t.s(msg::OFFICES_BACKUP_NONE)) },
    };
    let facts = SummaryList::new(t.lang())
        .fact(t.s(msg::OFFICES_SYSTEM_QUEUE), lamp(seen.late == 0, queue))
        .fact(t.s(msg::OFFICES_SYSTEM_WAITING), seen.jobs.waiting.to_string())
        .fact(t.s(msg::OFFICES_JOBS_FAILED_SHORT), lamp(seen.jobs.dead == 0, failed))
        .fact(t.s(msg::OFFICES_SYSTEM_BACKUP), backup)
        .fact(t.s(msg::OFFICES_SYSTEM_DATABASE), seen.database)
        .fact(t.s(msg::OFFICES_SYSTEM_VERSION), env!("CARGO_PKG_VERSION"))
        .compact();
    Section::new(t.s(msg::OFFICES_SYSTEM)).boxed().body(html! {
        (facts)
        ul.link-list role="list" {
            @for (href, label) in [
                ("/health/ready", msg::OFFICES_SYSTEM_READY),
                ("/metrics", msg::OFFICES_SYSTEM_METRICS),
                ("/api/openapi.json", msg::OFFICES_SYSTEM_API),
            ] { li { a href=(href) { (t.s(label)) } } }
        }
    })
}

/// A count as messages want it.
pub(crate) trait Count {
    /// The number, at most the greatest there is.
    fn into_i64(self) -> i64;
}

impl Count for u64 {
    fn into_i64(self) -> i64 {
        i64::try_from(self).unwrap_or(i64::MAX)
    }
}
