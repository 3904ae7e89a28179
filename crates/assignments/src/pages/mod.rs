//! Screens, one a file.

pub mod edit;
pub mod files;
pub mod mark;
pub mod queue;
pub mod shown;
pub mod work;

use courses::Previewed;
use db::{BoxFuture, Conn};
use kernel::{Fault, FaultKind, Result};
use maud::{Markup, html};
use offices::Role;
use ui::{ErrorSummary, Tag, Tone};
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

/// What is wrong with a form, in the reader's language.
#[derive(Debug, Clone, Default)]
pub(crate) struct Errors(Vec<(String, String)>);

impl Errors {
    /// Those of a fault that belongs beside its form; others go on.
    pub fn of(req: &Req, fault: Fault) -> Result<Self> {
        if !matches!(fault.kind, FaultKind::Invalid | FaultKind::Conflict) {
            return Err(fault);
        }
        if fault.fields.is_empty() {
            return Ok(Self(vec![(String::new(), req.t.fault(&fault))]));
        }
        Ok(Self(fault.fields.iter().map(|f| (f.field.clone(), req.t.args(f.key, &f.args))).collect()))
    }
    /// What is wrong with a field.
    pub fn at(&self, field: &str) -> Option<String> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, text)| text.clone())
    }
    /// All of it, above the form.
    pub fn summary(&self, req: &Req) -> ErrorSummary {
        self.0.iter().fold(ErrorSummary::new(req.lang()), |summary, (field, text)| {
            if field.is_empty() { summary.form(text) } else { summary.field(field, text) }
        })
    }
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
