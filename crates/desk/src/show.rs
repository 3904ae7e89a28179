//! What several pages show alike: days left, states, the table of cases, addresses.

use i18n::T;
use jiff::civil::Date;
use kernel::{Fault, FaultKind, ids::CaseId};
use maud::{Markup, html};
use offices::Desk;
use records::{cases::State, incoming, lists::ListRow};
use ui::{Column, Row, Table, Tag, Tone};
use web::Req;
pub(crate) use web::with_query;

use crate::{msg, pages::case::CasePath};

/// The most rows of a page of a list.
pub(crate) const ROWS: u32 = 50;

/// The address of a case's page.
pub(crate) fn case_path(desk: &Desk, case: CaseId) -> String {
    CasePath { office: desk.office.slug.clone(), case }.to_string()
}

/// A desk page of this crate: with the search in the header.
pub(crate) fn page(desk: &Desk, req: &Req, screen: &'static str, title: impl Into<String>) -> ui::Page {
    let page = desk.page(req, screen, title);
    if !desk.keeps_cases() {
        return page;
    }
    page.search(
        ui::SearchSlot::new(desk.path("/search"), req.t.s(msg::DESK_SEARCH_LABEL))
            .suggest(desk.path("/search/suggest"))
            .value(if screen == "desk.search" { req.query.get("q") } else { "" }),
    )
}

/// The state of a case as a tag.
pub(crate) fn state_tag(t: T, state: State) -> Tag {
    let tone = match state {
        State::Open => Tone::Info,
        State::Paused => Tone::Warning,
        State::Settled => Tone::Success,
    };
    Tag::new(t.s(state.label())).tone(tone).dot()
}

/// The state of incoming mail as a tag.
pub(crate) fn mail_tag(t: T, state: incoming::State) -> Tag {
    let tone = match state {
        incoming::State::Received => Tone::Warning,
        incoming::State::Registered | incoming::State::Assigned => Tone::Info,
        incoming::State::Filed => Tone::Success,
    };
    Tag::new(t.s(state.label())).tone(tone).dot()
}

/// Days left in words: "zostały 3 dni", "dziś mija termin", "2 dni po terminie".
pub(crate) fn days_left(t: T, left: i64) -> String {
    match left {
        0 => t.s(msg::DESK_DUE_TODAY),
        n if n > 0 => t.f(msg::DESK_DAYS_LEFT, &[("n", n.into())]),
        n => t.f(msg::DESK_DAYS_OVER, &[("n", (-n).into())]),
    }
}

/// What so many days left mean.
pub(crate) fn urgency(left: i64) -> Tone {
    match left {
        n if n < 0 => Tone::Danger,
        n if n <= records::lists::SOON => Tone::Warning,
        _ => Tone::Neutral,
    }
}

fn due_cell(t: T, row: &ListRow, today: Date) -> Markup {
    html! {
        @match (row.state, row.due()) {
            (State::Settled, _) => { @if let Some(at) = row.settled { (ui::date(t.lang(), at.warsaw_date())) } },
            (State::Paused, _) => (Tag::new(t.s(msg::DESK_TERM_PAUSED)).tone(Tone::Warning).dot()),
            (State::Open, None) => (t.s(msg::DESK_TERM_NONE)),
            (State::Open, Some(due)) => {
                (ui::date(t.lang(), due))
                @if let Some(left) = row.days_left(today) {
                    " " (Tag::new(days_left(t, left)).tone(urgency(left)))
                }
            },
        }
    }
}

/// The table of cases: title, reference, party, who handles it, when it is due, where it stands.
pub(crate) fn case_table(t: T, desk: &Desk, caption: String, rows: &[ListRow], today: Date) -> Table {
    let label = |key| Column::new(t.s(key));
    Table::new(caption)
        .column(label(msg::DESK_COLUMN_CASE))
        .column(label(msg::DESK_COLUMN_REFERENCE).tight())
        .column(label(msg::DESK_COLUMN_PARTY))
        .column(label(msg::DESK_COLUMN_HANDLER))
        .column(label(msg::DESK_COLUMN_DUE))
        .column(label(msg::DESK_COLUMN_STATE).tight())
        .rows(rows.iter().map(|r| {
            let tone = r.days_left(today).map_or(Tone::Neutral, urgency);
            Row::new([
                html! { (r.title) },
                html! { (r.reference) },
                html! { @if r.party.is_empty() { (t.s(msg::DESK_OWN_INITIATIVE)) } @else { (r.party) } },
                html! {
                    @if r.handler_name.is_empty() { (t.s(msg::DESK_NOBODY_YET)) } @else { (r.handler_name) }
                    ", " (r.unit_code)
                },
                due_cell(t, r, today),
                html! { (state_tag(t, r.state)) },
            ])
            .link(case_path(desk, r.id))
            .tone(tone)
        }))
}

/// How a day was counted, a line each.
pub(crate) fn explained(counted: &law::term::Counted, lang: kernel::Lang) -> Markup {
    let text = counted.explain(i18n::T(lang).law());
    html! { @for (n, line) in text.lines().enumerate() { @if n > 0 { br; } (line) } }
}

/// A date on a letter as far as it is known: a whole one in words, a part of one (`2026-01`) as it was written.
pub(crate) fn their_date(t: T, text: &str) -> Markup {
    match text.parse::<Date>() {
        Ok(day) if text.len() == 10 => ui::date(t.lang(), day),
        _ => html! { (text) },
    }
}

/// A file's size as the files' component wants it.
pub(crate) fn bytes(size: i64) -> u64 {
    u64::try_from(size).unwrap_or(0)
}

/// Turns "not this one" into `None`: what one may not see is not there.
pub(crate) fn seen<T>(result: kernel::Result<T>) -> kernel::Result<Option<T>> {
    match result {
        Ok(thing) => Ok(Some(thing)),
        Err(Fault { kind: FaultKind::NotFound, .. }) => Ok(None),
        Err(fault) => Err(fault),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_urgent_a_week_before_its_day() {
        assert_eq!(urgency(-1), Tone::Danger);
        assert_eq!(urgency(0), Tone::Warning);
        assert_eq!(urgency(7), Tone::Warning);
        assert_eq!(urgency(8), Tone::Neutral);
    }
}
