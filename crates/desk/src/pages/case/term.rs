//! `/desk/{office}/cases/{case}/term`: how the term was counted; pausing it, letting it run again, setting a new date.

use axum::response::{IntoResponse as _, Response};
use kernel::{Fault, Result, ids::CaseId};
use law::term::State as TermState;
use maud::{Markup, html};
use offices::Desk;
use records::{
    cases::{self, Ground, State},
    overview::{self, CaseOverview},
};
use ui::{Button, Choice, Column, Form, Icon, KeyDate, Meter, Notice, Row, Section, Table, Tone};
use web::{Answer, FormData, Req};

use super::{case_paths, task};
use crate::{
    form::{Typed, again},
    msg,
    show::{case_path, days_left, explained, urgency},
};

case_paths! {
    /// `/desk/{office}/cases/{case}/term`
    TermPath "/desk/{office}/cases/{case}/term";
    /// `/desk/{office}/cases/{case}/pause`
    PausePath "/desk/{office}/cases/{case}/pause";
    /// `/desk/{office}/cases/{case}/resume`
    ResumePath "/desk/{office}/cases/{case}/resume";
    /// `/desk/{office}/cases/{case}/extend`
    ExtendPath "/desk/{office}/cases/{case}/extend";
}

/// Shows the term.
///
/// # Errors
/// Those of [`offices::desk`]; `NotFound`.
pub async fn show(path: TermPath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    Ok(render(&req, &desk, path.case, &Typed::nothing()).await?)
}

async fn render(req: &Req, desk: &Desk, id: CaseId, typed: &Typed) -> Result<Response> {
    let (d, ctx, t) = (desk.clone(), req.ctx.clone(), req.t);
    let o = req.app.db.read(move |c| Box::pin(async move { overview::case_overview(c, &ctx, &d, id).await })).await?;
    records::log::looked_at_case(req, desk, &o.case).await?;
    let body = html! {
        (typed.summary(t))
        (meter(req, &o))
        @if let Some(due) = &o.due {
            (Section::new(t.s(msg::DESK_TERM_WHY)).minor().body(html! { p { (explained(&due.counted, t.lang())) } }))
        }
        (pauses(req, &o))
        @if o.case.frozen() { (Notice::info(t.s(msg::DESK_FROZEN))) } @else { (acts(req, desk, &o, typed)) }
    };
    Ok(typed.answer(task(req, desk, "desk.case-term", &o.case, msg::DESK_TERM).body(body).render()))
}

/// The clock of a case: how much of the term is used, what is left and until when.
pub(crate) fn meter(req: &Req, o: &CaseOverview) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let (Some(due), Some(term)) = (&o.due, o.term) else {
        return html! { p { (t.s(msg::DESK_TERM_NONE_TEXT)) } };
    };
    let today = req.ctx.now.warsaw_date();
    let (words, tone) = match term {
        TermState::Running { left } => {
            (days_left(t, left), if urgency(left) == Tone::Neutral { Tone::Info } else { urgency(left) })
        }
        TermState::Overdue { by } => (days_left(t, -by), Tone::Danger),
        TermState::Paused { left, .. } => (t.f(msg::DESK_TERM_PAUSED_LEFT, &[("n", left.into())]), Tone::Warning),
        TermState::Done { in_time: true, .. } => (t.s(msg::DESK_TERM_IN_TIME), Tone::Success),
        TermState::Done { .. } => (t.s(msg::DESK_TERM_LATE), Tone::Danger),
    };
    let start = o.clock.as_ref().map_or(o.case.started.0, law::term::Clock::start);
    let days = |a: jiff::civil::Date, b: jiff::civil::Date| a.until(b).map_or(0, |s| i64::from(s.get_days()));
    let (all, used) =
        (days(start, due.last_day).max(1), days(start, o.case.settled.map_or(today, kernel::Micros::warsaw_date)));
    let percent = u8::try_from((used * 100 / all).clamp(0, 100)).unwrap_or(100);
    html! {
        (Meter::new(t.f(msg::DESK_TERM_UNTIL, &[("day", law::format::long_date(due.last_day, t.law()).into())]), words, percent).tone(tone).note(html! {
            @if let TermState::Paused { since, .. } = term {
                (t.s(msg::DESK_TERM_PAUSED_SINCE)) " " (ui::date(lang, since)) ". "
            }
            @if let Some(to) = o.case.extended_to { (t.s(msg::DESK_TERM_EXTENDED_TO)) " " (ui::date(lang, to.0)) ". " }
            @if let Some(span) = o.case.span() { (t.s(msg::DESK_TERM_LENGTH)) ": " (span.words(t.law())) "." }
        }))
    }
}

fn pauses(req: &Req, o: &CaseOverview) -> Markup {
    let (t, lang) = (req.t, req.lang());
    if o.pauses.is_empty() {
        return html! {};
    }
    let table = Table::new(t.s(msg::DESK_PAUSES))
        .show_caption()
        .column(Column::new(t.s(msg::DESK_PAUSE_REASON)))
        .column(Column::new(t.s(msg::DESK_PAUSE_FROM)).tight())
        .column(Column::new(t.s(msg::DESK_PAUSE_TO)).tight())
        .column(Column::new(t.s(msg::DESK_PAUSE_GROUND)))
        .rows(o.pauses.iter().map(|p| {
            Row::new([
                html! { (p.reason) },
                html! { (ui::date(lang, p.from.0)) },
                html! { @match p.to { Some(to) => (ui::date(lang, to.0)), None => (t.s(msg::DESK_PAUSE_LASTS)) } },
                html! { (t.s(p.ground.label())) },
            ])
        }));
    html! { (table) }
}

fn acts(req: &Req, desk: &Desk, o: &CaseOverview, typed: &Typed) -> Markup {
    let (t, id) = (req.t, o.case.id);
    let tomorrow = req.ctx.now.warsaw_date().tomorrow().map(|d| d.to_string()).unwrap_or_default();
    let (pause, extend) = (typed.of(t, "pause"), typed.of(t, "extend"));
    html! {
        @if o.case.state == State::Paused {
            (Section::new(t.s(msg::DESK_RESUME)).boxed().text(t.s(msg::DESK_RESUME_TEXT)).body(
                Form::post(ResumePath::of(desk, id).to_string()).body(Button::submit(t.s(msg::DESK_RESUME_DO)).icon(Icon::Clock)),
            ))
        } @else {
            (Section::new(t.s(msg::DESK_PAUSE)).boxed().text(t.s(msg::DESK_PAUSE_TEXT)).body(
                Form::post(PausePath::of(desk, id).to_string()).keep(t.lang(), format!("pause-{id}")).body(html! {
                    (pause.radios("ground", msg::DESK_PAUSE_GROUND, "").required()
                        .choices(Ground::ALL.iter().map(|g| Choice::new(g.as_str(), t.s(g.label())))))
                    (pause.lines("reason", msg::DESK_PAUSE_REASON, "").required().rows(3).maxlength(10_000)
                        .hint(t.s(msg::DESK_REASON_HINT)))
                    (Button::submit(t.s(msg::DESK_PAUSE_DO)).secondary())
                }),
            ))
        }
        (Section::new(t.s(msg::DESK_EXTEND)).boxed().text(t.s(msg::DESK_EXTEND_TEXT)).body(html! {
            @if let Some(to) = o.case.extended_to {
                (KeyDate::new(t.s(msg::DESK_TERM_EXTENDED_TO), ui::date(t.lang(), to.0)))
            }
            (Form::post(ExtendPath::of(desk, id).to_string()).keep(t.lang(), format!("extend-{id}")).body(html! {
                (extend.date("until", msg::DESK_EXTEND_UNTIL, "").required().min(tomorrow))
                (extend.lines("reason", msg::DESK_EXTEND_REASON, "").required().rows(3).maxlength(10_000)
                    .hint(t.s(msg::DESK_REASON_HINT)))
                (Button::submit(t.s(msg::DESK_EXTEND_DO)).secondary())
            }))
        }))
    }
}

async fn answer(
    req: &Req,
    desk: &Desk,
    id: CaseId,
    form: &FormData,
    name: &'static str,
    done: Result<&'static str>,
) -> Answer<Response> {
    match done {
        Ok(key) => Ok(req.redirect(case_path(desk, id)).flash(key).into_response()),
        Err(fault) => Ok(render(req, desk, id, &Typed::refused(name, form, again(fault)?)).await?),
    }
}

/// Pauses the term.
///
/// # Errors
/// Those of [`offices::desk`] and [`cases::pause`].
pub async fn pause(path: PausePath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (d, ctx, id, reason) =
        (desk.clone(), req.ctx.clone(), path.case, form.raw("reason").unwrap_or_default().to_owned());
    let ground = Ground::parse(form.get("ground")).ok_or_else(|| Fault::field("ground", web::msg::FIELD_CHOICE));
    let done = req
        .app
        .db
        .write(move |c| Box::pin(async move { cases::pause(c, &ctx, &d, id, ground?, &reason).await }))
        .await
        .map(|_| msg::DESK_PAUSED);
    answer(&req, &desk, id, &form, "pause", done).await
}

/// Lets the term run again.
///
/// # Errors
/// Those of [`offices::desk`] and [`cases::resume`].
pub async fn resume(path: ResumePath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (d, ctx, id) = (desk.clone(), req.ctx.clone(), path.case);
    let done = req
        .app
        .db
        .write(move |c| Box::pin(async move { cases::resume(c, &ctx, &d, id).await }))
        .await
        .map(|_| msg::DESK_RESUMED);
    answer(&req, &desk, id, &form, "resume", done).await
}

/// Sets a new date.
///
/// # Errors
/// Those of [`offices::desk`] and [`cases::extend`].
pub async fn extend(path: ExtendPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (d, ctx, id, reason) =
        (desk.clone(), req.ctx.clone(), path.case, form.raw("reason").unwrap_or_default().to_owned());
    let until = offices::day::parse(form.get("until")).ok_or_else(|| Fault::field("until", web::msg::FIELD_DATE));
    let done = req
        .app
        .db
        .write(move |c| Box::pin(async move { cases::extend(c, &ctx, &d, id, until?, &reason).await }))
        .await
        .map(|_| msg::DESK_EXTENDED);
    answer(&req, &desk, id, &form, "extend", done).await
}
