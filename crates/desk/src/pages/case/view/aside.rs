//! The side of a case's page: term, party, facts, what can be done, the last entries of the record.

use maud::{Markup, html};
use offices::Desk;
use records::{action_label, cases::CaseRow};
use ui::{Button, ButtonGroup, Event, Field, Form, Icon, Section, Stack, SummaryList, Timeline};
use web::Req;

use super::works;
use crate::{
    msg,
    pages::{
        case::{
            edit::EditPath,
            hand::{FollowPath, HandPath},
            parties::{PartiesPath, facts},
            record::{RecordPath, look},
            show::Whole,
            term::{TermPath, meter},
        },
        classes,
        incoming::show::IncomingPath,
    },
};

/// How many entries of the record stand here.
const LAST: usize = 4;

/// The side.
pub(super) fn view(req: &Req, desk: &Desk, w: &Whole) -> Markup {
    let (t, o) = (req.t, &w.overview);
    html! {
        (Section::new(t.s(msg::DESK_TERM)).boxed().body(html! {
            (meter(req, o))
            @let label = if o.case.frozen() || !works(desk) { msg::DESK_TERM_SHOW } else { msg::DESK_TERM_CHANGE };
            (Button::link(t.s(label), TermPath::of(desk, o.case.id).to_string()).quiet().small().icon(Icon::Clock))
        }))
        (Section::new(t.s(msg::DESK_PARTY)).boxed().body(parties(req, desk, w)))
        (Section::new(t.s(msg::DESK_ABOUT)).boxed().body(about(req, desk, w)))
        (Section::new(t.s(msg::DESK_ACTS)).boxed().body(acts(req, desk, &o.case, o.followed)))
        (Section::new(t.s(msg::DESK_RECORD_LAST)).boxed().body(record(req, desk, w)))
    }
}

fn parties(req: &Req, desk: &Desk, w: &Whole) -> Markup {
    let t = req.t;
    let parties = &w.overview.parties;
    let label =
        if w.overview.case.frozen() || !works(desk) { msg::DESK_PARTIES_SHOW } else { msg::DESK_PARTIES_CHANGE };
    html! {
        @if parties.is_empty() { p { (t.s(msg::DESK_OWN_INITIATIVE)) } }
        @for p in parties {
            p { strong { (p.name) } }
            (facts(req, p))
        }
        (Button::link(t.s(label), PartiesPath::of(desk, w.overview.case.id).to_string()).quiet().small().icon(Icon::People))
    }
}

fn about(req: &Req, desk: &Desk, w: &Whole) -> Markup {
    let (t, lang, o) = (req.t, req.lang(), &w.overview);
    let case = &o.case;
    let handler = if case.handler_name.is_empty() { t.s(msg::DESK_NOBODY_YET) } else { case.handler_name.clone() };
    html! {
        (SummaryList::new(lang).compact()
            .fact(t.s(msg::DESK_COLUMN_HANDLER), handler)
            .fact(t.s(msg::DESK_UNIT), format!("{}, {}", o.unit.0, o.unit.1))
            .fact(t.s(msg::DESK_CLASS), html! { span { (classes::name(t, &o.class)) } })
            .fact(t.s(msg::DESK_CATEGORY), category(req, case))
            .fact(t.s(msg::DESK_OPENED_ON), ui::date(lang, case.opened.warsaw_date()))
            .fact(t.s(msg::DESK_STARTED), ui::date(lang, case.started.0))
            .maybe(t.s(msg::DESK_MAIL_REFERENCE), Some(case.party_reference.clone()).filter(|r| !r.is_empty()))
            .maybe(t.s(msg::DESK_CASE_REMARKS), Some(case.remarks.clone()).filter(|r| !r.is_empty())))
        @for m in &o.mail {
            @let path = IncomingPath { office: desk.office.slug.clone(), incoming: m.id };
            (Button::link(m.identifier().unwrap_or_else(|| m.title.clone()), path.to_string()).quiet().small().icon(Icon::Inbox))
        }
    }
}

fn category(req: &Req, case: &CaseRow) -> String {
    let known = case.category.as_deref().and_then(|c| c.parse::<law::file_plan::Category>().ok());
    known.map_or_else(|| req.t.s(msg::DESK_CATEGORY_NONE), |c| format!("{c}: {}", c.meaning(req.t.law())))
}

fn acts(req: &Req, desk: &Desk, case: &CaseRow, followed: bool) -> Markup {
    let t = req.t;
    let (key, on) = if followed { (msg::DESK_UNFOLLOW, "no") } else { (msg::DESK_FOLLOW, "yes") };
    let follow = Form::post(FollowPath::of(desk, case.id).to_string())
        .body(html! { (Field::hidden("on", on)) (Button::submit(t.s(key)).quiet().icon(Icon::Star)) });
    let mut group = ButtonGroup::new();
    if !case.frozen() && works(desk) {
        group = group
            .add(
                Button::link(t.s(msg::DESK_HAND), HandPath::of(desk, case.id).to_string())
                    .quiet()
                    .icon(Icon::ArrowRight),
            )
            .add(
                Button::link(t.s(msg::DESK_CASE_EDIT), EditPath::of(desk, case.id).to_string())
                    .quiet()
                    .icon(Icon::Edit),
            );
    }
    html! { (Stack::new([html! { (group) }, html! { (follow) }])) }
}

fn record(req: &Req, desk: &Desk, w: &Whole) -> Markup {
    let (t, o) = (req.t, &w.overview);
    html! {
        (Timeline::new(o.record.iter().rev().take(LAST).map(|e| {
            let (icon, tone) = look(&e.action);
            Event::new(action_label(t, &e.action)).icon(icon).tone(tone)
                .when(ui::date_time(t.lang(), e.at.timestamp())).who(e.person_name.clone())
        })))
        @if !o.intact { p { (ui::Tag::new(t.s(msg::DESK_RECORD_BROKEN_TITLE)).tone(ui::Tone::Danger)) } }
        (Button::link(t.s(msg::DESK_RECORD_ALL), RecordPath::of(desk, o.case.id).to_string()).quiet().small().icon(Icon::History))
    }
}
