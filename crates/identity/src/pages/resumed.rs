//! After signing in again: the form that was on its way, with one button that sends it.

use maud::{Markup, html};
use ui::{Button, ButtonGroup, Form, Notice, Section};
use web::{Fields, Req};

use super::bare;
use crate::msg;

/// Fields that mean nothing to a person, or must not be shown.
const HIDDEN: &[&str] = &["once", "version", "csrf", "return", "do"];
/// A value from this length on is a text somebody wrote.
const TEXT: usize = 20;

pub(super) fn view(req: &Req, path: &str, body: &str) -> Markup {
    let t = req.t;
    let fields = Fields::parse(body.as_bytes());
    let texts: Vec<&str> = fields
        .0
        .iter()
        .filter(|(name, value)| {
            !HIDDEN.contains(&name.as_str()) && !name.contains("password") && value.chars().count() >= TEXT
        })
        .map(|(_, value)| value.as_str())
        .collect();
    let mut form = Form::post(path);
    for (name, value) in &fields.0 {
        form = form.hidden(name, value);
    }
    bare(req, "identity.resumed", msg::IDENTITY_RESUMED_TITLE)
        .path("/my")
        .body(html! {
            (Notice::success(t.s(msg::IDENTITY_RESUMED_TEXT)))
            (form.body(ButtonGroup::new().add(Button::submit(t.s(msg::IDENTITY_RESUMED_BUTTON)))
                .add(Button::link(t.s(msg::IDENTITY_RESUMED_LEAVE), "/").quiet())))
            @if !texts.is_empty() {
                (Section::new(t.s(msg::IDENTITY_RESUMED_WHAT)).boxed()
                    .body(html! { @for text in texts { @for line in text.lines() { p { (line) } } } }))
            }
        })
        .render()
}
