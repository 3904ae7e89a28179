//! Screens, one a file.

pub mod edit;
pub mod files;
pub mod mark;
pub mod queue;
pub mod shown;
pub mod work;

use courses::Previewed;
use db::{BoxFuture, Conn};
use kernel::{Fault, Result};
use maud::{Markup, html};
use offices::Role;
use ui::{Tag, Tone};
use web::Req;

use crate::{definition::Definition, work::State};

/// Who marks.
pub(crate) const TRAINERS: &[Role] = &[Role::Trainer];

/// What the program registers with [`courses::register_preview`]: the instructions and the rubric, as a learner reads them.
pub(crate) fn preview<'c>(_: &'c mut Conn, what: &'c Previewed) -> BoxFuture<'c, Result<Markup>> {
    Box::pin(async move {
        let item = what.content.item(what.item).ok_or_else(Fault::not_found)?;
        let definition: Definition = serde_json::from_value(item.part.clone()).map_err(Fault::internal)?;
        Ok(html! { (shown::instructions(&definition)) (shown::rubric(what.t, &definition)) })
    })
}

/// Where a work stands.
pub(crate) fn state_tag(req: &Req, state: State) -> Tag {
    let tone = match state {
        State::Draft => Tone::Neutral,
        State::Waiting => Tone::Info,
        State::Returned => Tone::Warning,
        State::Passed => Tone::Success,
    };
    Tag::new(req.t.s(state.label())).tone(tone).dot()
}
