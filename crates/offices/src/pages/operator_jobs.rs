//! Background work that failed for good: what it was, why, and another try.

use axum::response::IntoResponse as _;
use i18n::T;
use kernel::{Fault, ids::JobId};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Column, Empty, Form, Icon, Row, Stat, StatGrid, Table, Tone};
use web::{Answer, FormData, Req, TypedPath, read, work};

use super::operator;
use crate::msg;

/// How many are shown.
const PAGE: usize = 100;

/// `/operator/jobs`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/operator/jobs")]
pub struct JobsPath;

/// The page.
pub async fn show(_: JobsPath, req: Req) -> Answer<Markup> {
    req.operator()?;
    let now = req.ctx.now;
    let (stats, failed) = read!(req, |c| Ok((jobs::stats(c, now).await?, jobs::dead(c, PAGE).await?)))?;
    let t = req.t;
    let table = Table::new(t.s(msg::OFFICES_JOBS_FAILED_SHORT))
        .column(Column::new(t.s(msg::OFFICES_JOB_WHAT)))
        .column(Column::new(t.s(msg::OFFICES_JOB_ERROR)))
        .column(Column::new(t.s(msg::OFFICES_JOB_TRIES)).numeric())
        .column(Column::new(t.s(msg::OFFICES_JOB_SINCE)).tight())
        .column(Column::new(t.s(msg::OFFICES_JOB_DO)).hide_label().tight())
        .rows(failed.iter().map(|job| row(t, job)))
        .empty(
            Empty::new(Icon::CheckCircle, t.s(msg::OFFICES_JOBS_NONE_FAILED)).text(t.s(msg::OFFICES_JOBS_NONE_TEXT)),
        );
    let body = html! {
        (StatGrid::new([
            Stat::new(stats.waiting, t.s(msg::OFFICES_SYSTEM_WAITING)).icon(Icon::Clock),
            Stat::new(stats.due, t.s(msg::OFFICES_JOBS_DUE)).icon(Icon::Refresh),
            Stat::new(stats.dead, t.s(msg::OFFICES_JOBS_FAILED_SHORT)).icon(Icon::Danger)
                .tone(if stats.dead > 0 { Tone::Danger } else { Tone::Neutral }),
        ]))
        (table)
    };
    let page = operator::page(&req, "offices.operator_jobs", t.s(msg::OFFICES_JOBS));
    Ok(page.lead(t.s(msg::OFFICES_JOBS_LEAD)).body(body).render())
}

fn row(t: T, job: &jobs::Job) -> Row {
    let form = |act: &str, button: Button| {
        Form::post("/operator/jobs").inline().hidden("job", job.id.to_string()).hidden("do", act).body(button)
    };
    let what = name(t, &job.kind);
    Row::new([
        html! { (what) },
        html! { (job.last_error.as_deref().unwrap_or("–")) },
        html! { (job.attempts) },
        ui::date_time(t.lang(), job.created.timestamp()),
        html! {
            (ButtonGroup::new()
                .add(form("again", Button::submit(t.s(msg::OFFICES_JOB_AGAIN)).secondary().small().describes(what.as_str())))
                .add(form("remove", Button::submit(t.s(msg::OFFICES_JOB_REMOVE)).quiet().small().describes(what.as_str()))))
        },
    ])
}

/// Tries a failed job again or puts it away.
pub async fn act(_: JobsPath, req: Req, form: FormData) -> Answer {
    req.operator()?;
    let job: JobId = form.parsed("job").ok_or_else(Fault::not_found)?;
    let again = form.get("do") != "remove";
    let done = work!(req, |c, ctx| if again { jobs::revive(c, &ctx, job).await } else { jobs::remove(c, job).await })?;
    if !done {
        return Err(Fault::not_found().into());
    }
    let said = if again { msg::OFFICES_JOB_REVIVED } else { msg::OFFICES_JOB_REMOVED };
    Ok(req.redirect("/operator/jobs").flash(said).into_response())
}

/// The words for a kind of job; one without words stands as it is.
fn name(t: T, kind: &str) -> String {
    let key = format!("offices-job-{}", kind.replace(['.', '_'], "-"));
    if t.has(&key) { t.s(&key) } else { kind.to_owned() }
}
