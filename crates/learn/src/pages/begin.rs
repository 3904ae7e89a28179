//! How to begin a course, or to begin it anew: with or without an account, in which group, why.

use enrolments::{GroupRow, Mode};
use i18n::T;
use jiff::civil::Date;
use maud::{Markup, html};
use ui::{Button, Choice, Field, Form, Icon, Notice};
use web::Req;

use super::course::About;
use crate::{msg, place::Place};

/// How to begin, for whoever has not.
pub(crate) fn begin(req: &Req, place: &Place, about: &About) -> Markup {
    let t = req.t;
    let next: String = url::form_urlencoded::byte_serialize(place.path("").as_bytes()).collect();
    let sign_in = || Button::link(t.s(msg::LEARN_SIGN_IN), format!("/sign-in?next={next}"));
    let mode = about.way.as_ref().map_or(Mode::Open, |w| w.mode);
    let stranger = req.signed_in.is_none();
    html! {
        @match (mode, stranger) {
            (Mode::Open, true) if !place.course.open => {
                (Notice::info(t.s(msg::LEARN_NEEDS_ACCOUNT)).action(sign_in().small()))
            },
            (Mode::Open, true) if about.full || req.query.get("full") == "yes" => {
                (Notice::info(t.s(enrolments::msg::ENROLMENTS_GUEST_FULL)).action(html! {
                    (Button::link(t.s(msg::LEARN_ACCOUNT_MAKE), format!("/register?next={next}")).small()) " "
                    (sign_in().secondary().small())
                }))
            },
            (Mode::Open, _) => {
                (form(place, t, msg::LEARN_ENROL).body(html! {
                    (groups(t, &about.groups))
                    (Button::submit(t.s(if stranger { msg::LEARN_ENROL_GUEST } else { msg::LEARN_ENROL })).icon_after(Icon::ArrowRight))
                    @if stranger { p.hint { (t.s(msg::LEARN_ENROL_GUEST_HINT)) } }
                }))
            },
            (_, true) => { (Notice::info(t.s(msg::LEARN_NEEDS_ACCOUNT)).action(sign_in().small())) },
            (Mode::Request, false) => {
                (form(place, t, msg::LEARN_ASK).body(html! {
                    (groups(t, &about.groups))
                    (why(t))
                    (Button::submit(t.s(msg::LEARN_ASK)))
                }))
            },
            (Mode::Closed, false) => { (Notice::info(by_coordinator(t, about))) },
        }
    }
}

/// How to begin a completed course anew, whose certificate is valid until a day.
pub(crate) fn renew(req: &Req, place: &Place, about: &About, until: Date) -> Markup {
    let t = req.t;
    let mode = about.way.as_ref().map_or(Mode::Open, |w| w.mode);
    let over = until < req.ctx.now.warsaw_date();
    html! {
        (Notice::warning(html! {
            (t.s(if over { msg::LEARN_RENEW_OVER } else { msg::LEARN_RENEW_ENDS })) " " (ui::date(t.lang(), until)) ". "
            @if mode == Mode::Closed { (by_coordinator(t, about)) } @else { (t.s(msg::LEARN_RENEW_TEXT)) }
        }).title(t.s(msg::LEARN_RENEW_TITLE)))
        @if mode != Mode::Closed {
            (form(place, t, msg::LEARN_RENEW).hidden("again", "yes").body(html! {
                (groups(t, &about.groups))
                @if mode == Mode::Request { (why(t)) }
                (Button::submit(t.s(msg::LEARN_RENEW)).icon_after(Icon::ArrowRight))
            }))
        }
    }
}

/// Whose coordinator enrols people.
fn by_coordinator(t: T, about: &About) -> String {
    t.f(msg::LEARN_BY_COORDINATOR, &[("office", about.office_name(t).into())])
}

fn form(place: &Place, t: T, label: &'static str) -> Form {
    Form::post(place.path("/enrol")).label(t.s(label))
}

fn why(t: T) -> Field {
    Field::textarea(t.lang(), "why", t.s(msg::LEARN_ASK_WHY)).rows(3).maxlength(4_000)
}

/// The choice of a group; nothing for a course without groups to choose.
fn groups(t: T, groups: &[GroupRow]) -> Markup {
    if groups.is_empty() {
        return html! {};
    }
    let none = Choice::new("", t.s(msg::LEARN_GROUP_NONE)).hint(t.s(msg::LEARN_GROUP_NONE_HINT));
    let choices = groups.iter().map(|g| {
        let places = g.free().map(|free| match free {
            0 => t.s(msg::LEARN_GROUP_FULL),
            n => t.f(msg::LEARN_GROUP_FREE, &[("n", n.into())]),
        });
        let days = days(t, g);
        Choice::new(g.id.to_string(), &g.name).hint(html! {
            @if let Some(days) = &days { (days) }
            @if days.is_some() && places.is_some() { ", " }
            @if let Some(places) = places { (places) }
        })
    });
    html! {
        (Field::radios(t.lang(), "group", t.s(msg::LEARN_GROUP)).required_unmarked()
            .choices(choices.chain(std::iter::once(none))).value(""))
    }
}

/// From when to when a group meets; none when nobody said.
pub(crate) fn days(t: T, group: &GroupRow) -> Option<Markup> {
    let lang = t.lang();
    match (group.from, group.to) {
        (None, None) => None,
        (Some(from), None) => Some(html! { (t.s(msg::LEARN_GROUP_FROM)) " " (ui::date(lang, from.0)) }),
        (None, Some(to)) => Some(html! { (t.s(msg::LEARN_GROUP_TO)) " " (ui::date(lang, to.0)) }),
        (Some(from), Some(to)) => Some(html! { (ui::date(lang, from.0)) " – " (ui::date(lang, to.0)) }),
    }
}
