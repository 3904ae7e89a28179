//! How the page of a letter looks.

use i18n::T;
use maud::{Markup, html};
use offices::Desk;
use ui::{
    Button, ButtonGroup, Choice, Confirm, Diff, Event, Field, Form, Icon, Notice, Reveal, Section, SummaryList,
    Timeline, Tone, date, date_time, main_aside, main_beside,
};
use web::Req;

use super::{Again, letter::Seen, part_fields};
use crate::{
    Check, Content, State, Step, Way, content::PARTS, msg, placeholders, policy, preview::html_of, section::state_tag,
};

/// Two versions of a letter, the parts that differ.
pub(crate) fn difference(t: T, theirs: &Content, mine: &Content) -> Markup {
    let mut diff = Diff::new(t.lang());
    for (name, label, _) in PARTS {
        if theirs.part(name) != mine.part(name) {
            diff = diff.field(t.s(label), theirs.part(name), mine.part(name));
        }
    }
    html! { (diff) }
}

pub(crate) fn page(
    req: &Req,
    desk: &Desk,
    seen: &Seen,
    found: Option<&Check>,
    content: &Content,
    again: Again<'_>,
    before: Markup,
) -> Markup {
    let t = req.t;
    let row = &seen.row;
    let here = desk.path(&format!("/letters/{}", row.id));
    let editing = seen.works && row.state.editable();
    let main = html! {
        @if editing { (editor(t, &here, seen, content, again)) }
        @else { (Section::new(t.s(msg::LETTERS_TEXT)).body(html! { div.paper { (text(t, &row.content.0)) } })) }
    };
    let aside = html! {
        (what_next(t, desk, seen, found, &here, again))
        @if editing {
            (Section::new(t.s(msg::LETTERS_PREVIEW)).boxed().body(html! { div.paper id="preview" { (text(t, content)) } }))
        }
        (facts(t, seen))
        (way_so_far(t, seen))
    };
    let title = if row.title.is_empty() { t.s(msg::LETTERS_UNTITLED) } else { row.title.clone() };
    let reference = seen.case.reference.clone();
    desk.page(req, "letters.letter", title.clone())
        .crumb(t.s(msg::LETTERS_CASES), desk.path("/cases"))
        .crumb(reference, desk.path(&format!("/cases/{}", row.case)))
        .here(title)
        .status(html! { (state_tag(t, row)) })
        .actions(
            Button::link(
                t.s(if row.state.is_final() { msg::LETTERS_PDF } else { msg::LETTERS_PDF_DRAFT }),
                format!("{here}/pdf"),
            )
            .secondary()
            .icon(Icon::Document),
        )
        .body(html! {
            (again.summary(t))
            (before)
            @if editing { (main_beside(main, aside)) } @else { (main_aside(main, aside)) }
            @if seen.versions.len() > 1 { (Reveal::new(t.s(msg::LETTERS_VERSIONS), old_versions(t, seen)).boxed()) }
        })
        .render()
}

fn text(t: T, content: &Content) -> Markup {
    html_of(
        &placeholders::as_it_stands(t, content),
        (&t.s(msg::LETTERS_PART_REASONS), &t.s(msg::LETTERS_PART_INSTRUCTION)),
    )
}

fn editor(t: T, here: &str, seen: &Seen, content: &Content, again: Again<'_>) -> Markup {
    let lang = t.lang();
    html! {
        (Form::post(here).id("letter").version(seen.row.version).keep(lang, format!("letter-{}", seen.row.id))
            .preview(format!("{here}/preview"), "preview").body(html! {
                (part_fields(t, content, again))
                (Button::submit(t.s(msg::LETTERS_SAVE)))
            }))
    }
}

fn findings(t: T, found: &Check) -> Markup {
    html! {
        @if !found.missing.is_empty() {
            (Notice::warning(html! {
                p { (t.s(msg::LETTERS_MISSING_TEXT)) }
                ul {
                    @for name in &found.missing {
                        li { (placeholders::called(t, name)) " – " code { "{{" (name) "}}" } }
                    }
                }
            }).title(t.s(msg::LETTERS_MISSING)))
        }
        @if !found.replaced.is_empty() {
            @let signs = found.replaced.iter().map(char::to_string).collect::<Vec<_>>().join(" ");
            (Notice::warning(t.f(msg::LETTERS_REPLACED_TEXT, &[("signs", signs.into())])).title(t.s(msg::LETTERS_REPLACED)))
        }
        @if found.missing.is_empty() && found.replaced.is_empty() {
            p { (t.f(msg::LETTERS_PAGES, &[("n", found.pages.into())])) }
        }
    }
}

fn what_next(t: T, desk: &Desk, seen: &Seen, found: Option<&Check>, here: &str, again: Again<'_>) -> Markup {
    let row = &seen.row;
    let body = match row.state {
        State::Draft | State::Returned if seen.works => submit_form(t, desk, seen, found, here, again),
        State::Waiting => decide(t, desk, seen, found, here, again),
        State::Approved if seen.works => send_form(t, seen, here, again),
        _ => html! {},
    };
    // Who decides has a choice of two: one main thing to do, and its opposite.
    let deciding = row.state == State::Waiting && policy::approves(desk, row, &seen.superiors);
    let withdrawable = seen.works && !deciding && row.state.after(crate::Move::Withdraw).is_some();
    html! {
        @if row.state == State::Returned {
            @if let Some(last) = seen.steps.iter().rev().find(|s| s.step == Step::Returned) {
                (Notice::warning(html! { @for line in last.remarks.lines() { p { (line) } } p { (last.name) } }).title(t.s(msg::LETTERS_RETURNED_REMARKS)))
            }
        }
        (body)
        @if withdrawable { (withdraw_question(t, here)) }
    }
}

fn submit_form(t: T, desk: &Desk, seen: &Seen, found: Option<&Check>, here: &str, again: Again<'_>) -> Markup {
    let lang = t.lang();
    let author = seen.row.author.unwrap_or(desk.member.person);
    let choices = policy::choices(author, &seen.superiors);
    let chosen = seen.row.approver.map_or_else(String::new, |p| p.to_string());
    let first = choices.first().map(|m| m.person.to_string()).unwrap_or_default();
    let value = if choices.iter().any(|m| m.person.to_string() == chosen) { chosen } else { first };
    html! {
        (Section::new(t.s(msg::LETTERS_SUBMIT_TITLE)).boxed().body(html! {
            @if let Some(found) = found { (findings(t, found)) }
            @if choices.is_empty() { (Notice::danger(t.s(msg::LETTERS_FIELD_NO_SUPERIOR))) }
            @else {
                (Form::post(format!("{here}/submit")).version(seen.row.version).body(html! {
                    (Field::select(lang, "approver", t.s(msg::LETTERS_APPROVER)).required().value(value)
                        .hint(t.s(msg::LETTERS_SUBMIT_HINT)).error(again.error(t, "approver"))
                        .choices(choices.iter().map(|m| {
                            let label = if m.position.is_empty() { m.name() } else { format!("{}, {}", m.name(), m.position) };
                            Choice::new(m.person.to_string(), label)
                        })))
                    (Button::submit(t.s(msg::LETTERS_SUBMIT)).icon(Icon::Stamp))
                }))
            }
        }))
    }
}

fn decide(t: T, desk: &Desk, seen: &Seen, found: Option<&Check>, here: &str, again: Again<'_>) -> Markup {
    let lang = t.lang();
    let row = &seen.row;
    let approves = policy::approves(desk, row, &seen.superiors);
    html! {
        @if approves {
            (Section::new(t.s(msg::LETTERS_DECIDE)).boxed().body(html! {
                @if let Some(found) = found { (findings(t, found)) }
                p { (t.s(msg::LETTERS_DECIDE_TEXT)) }
                (Form::post(format!("{here}/approve")).version(row.version).body(Button::submit(t.s(msg::LETTERS_APPROVE)).icon(Icon::Stamp)))
                (Form::post(format!("{here}/return")).keep(lang, format!("return-{}", row.id)).body(html! {
                    (Field::textarea(lang, "remarks", t.s(msg::LETTERS_REMARKS)).required().rows(4).hint(t.s(msg::LETTERS_REMARKS_HINT))
                        .value(again.value("remarks", "")).error(again.error(t, "remarks")))
                    (Button::submit(t.s(msg::LETTERS_RETURN)).secondary())
                }))
            }))
        } @else {
            (Notice::info(t.f(msg::LETTERS_WAITS_FOR, &[("name", row.approver_name.as_str().into())])))
            @if policy::addressed(desk, row) && policy::wrote(desk, row) { (Notice::warning(t.s(msg::LETTERS_OWN_LETTER))) }
        }
        @if seen.works && !approves {
            (Form::post(format!("{here}/take-back")).body(Button::submit(t.s(msg::LETTERS_TAKE_BACK)).secondary()))
        }
    }
}

fn send_form(t: T, seen: &Seen, here: &str, again: Again<'_>) -> Markup {
    let lang = t.lang();
    let best = Way::best(&seen.parties).as_str();
    html! {
        (Section::new(t.s(msg::LETTERS_SEND_TITLE)).boxed().body(html! {
            (Form::post(format!("{here}/send")).body(html! {
                (Field::radios(lang, "way", t.s(msg::LETTERS_WAY)).required().value(again.value("way", best)).error(again.error(t, "way"))
                    .choices(Way::ALL.iter().map(|w| {
                        Choice::new(w.as_str(), t.s(w.label())).hint(t.s(w.hint())).disabled(!w.reaches(&seen.parties))
                    })))
                (Field::text(lang, "proof", t.s(msg::LETTERS_PROOF)).hint(t.s(msg::LETTERS_PROOF_HINT))
                    .value(again.value("proof", "")).error(again.error(t, "proof")))
                (Field::textarea(lang, "out_remarks", t.s(msg::LETTERS_OUT_REMARKS)).rows(2)
                    .value(again.value("out_remarks", "")).error(again.error(t, "out_remarks")))
                (Button::submit(t.s(msg::LETTERS_SEND)).icon(Icon::Send))
            }))
        }))
    }
}

fn withdraw_question(t: T, here: &str) -> Markup {
    let form = Form::post(format!("{here}/withdraw")).body(Button::submit(t.s(msg::LETTERS_WITHDRAW)).danger());
    html! {
        (ButtonGroup::new().add(
            Confirm::new(t.lang(), "withdraw", t.s(msg::LETTERS_WITHDRAW), t.s(msg::LETTERS_WITHDRAW_TITLE), form)
                .text(t.s(msg::LETTERS_WITHDRAW_TEXT)).small(),
        ))
    }
}

fn facts(t: T, seen: &Seen) -> Markup {
    let lang = t.lang();
    let row = &seen.row;
    let author = if row.author_name.is_empty() { t.s(msg::LETTERS_BY_SYSTEM) } else { row.author_name.clone() };
    let mut list = SummaryList::new(lang)
        .compact()
        .fact(t.s(msg::LETTERS_TEMPLATE_KIND), t.s(row.kind.label()))
        .fact(t.s(msg::LETTERS_COL_AUTHOR), author)
        .fact(t.s(msg::LETTERS_COL_CHANGED), date_time(lang, row.changed.timestamp()));
    if row.state.is_final() {
        list = list.fact(
            t.s(msg::LETTERS_APPROVED_BY),
            html! {
                span { (row.decided_by) @if let Some(at) = row.decided_at { ", " (date_time(lang, at.timestamp())) } }
            },
        );
        if !row.replaced.is_empty() {
            let signs = row.replaced.chars().map(|c| c.to_string()).collect::<Vec<_>>().join(" ");
            list = list.fact(t.s(msg::LETTERS_REPLACED), signs);
        }
    }
    if let Some(out) = &seen.out {
        list = list
            .fact(t.s(msg::LETTERS_OUT_NUMBER), out.label())
            .fact(t.s(msg::LETTERS_OUT_WAY), t.s(out.way.label()))
            .fact(t.s(msg::LETTERS_OUT_SENT), html! { span { (date_time(lang, out.sent_at.timestamp())) ", " (out.sent_by) } })
            .fact(
                t.s(msg::LETTERS_OUT_DELIVERED),
                match out.delivered_on {
                    Some(on) => {
                        html! { span { (date(lang, on.0)) @if !out.delivered_by.is_empty() { ", " (out.delivered_by) } } }
                    }
                    None => html! { (t.s(msg::LETTERS_OUT_UNDELIVERED)) },
                },
            );
    }
    html! { (Section::new(t.s(msg::LETTERS_ABOUT)).boxed().body(list)) }
}

fn way_so_far(t: T, seen: &Seen) -> Markup {
    if seen.steps.is_empty() {
        return html! {};
    }
    let lang = t.lang();
    let events = seen.steps.iter().rev().map(|s| {
        let (label, tone, icon) = match s.step {
            Step::Submitted => (msg::LETTERS_STEP_SUBMITTED, Tone::Info, Icon::Send),
            Step::TakenBack => (msg::LETTERS_STEP_TAKEN_BACK, Tone::Neutral, Icon::ArrowLeft),
            Step::Returned => (msg::LETTERS_STEP_RETURNED, Tone::Warning, Icon::ArrowLeft),
            Step::Approved => (msg::LETTERS_STEP_APPROVED, Tone::Success, Icon::Stamp),
            Step::Withdrawn => (msg::LETTERS_STEP_WITHDRAWN, Tone::Neutral, Icon::Close),
        };
        let who = if s.position.is_empty() { s.name.clone() } else { format!("{}, {}", s.name, s.position) };
        let more = if s.addressed_to.is_empty() { s.remarks.clone() } else { format!("→ {}", s.addressed_to) };
        Event::new(t.s(label)).icon(icon).tone(tone).when(date_time(lang, s.at.timestamp())).who(who).body(more)
    });
    html! { (Section::new(t.s(msg::LETTERS_HISTORY)).boxed().body(Timeline::new(events))) }
}

fn old_versions(t: T, seen: &Seen) -> Markup {
    let lang = t.lang();
    html! {
        @for pair in seen.versions.windows(2) {
            @if let [newer, older] = pair {
                (Section::new(html! { (newer.version) ". " (date_time(lang, newer.at.timestamp())) ", " (newer.by) }).minor()
                    .body(differences(t, &older.content.0, &newer.content.0)))
            }
        }
    }
}

fn differences(t: T, older: &Content, newer: &Content) -> Markup {
    let mut diff = Diff::new(t.lang()).headings(t.s(msg::LETTERS_VERSION_BEFORE), t.s(msg::LETTERS_VERSION_AFTER));
    for (name, label, _) in PARTS {
        if older.part(name) != newer.part(name) {
            diff = diff.field(t.s(label), older.part(name), newer.part(name));
        }
    }
    html! { (diff) }
}
