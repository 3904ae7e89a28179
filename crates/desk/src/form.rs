//! Forms shown again with what was typed, the errors at their fields and in the summary.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use i18n::T;
use kernel::{Fault, FaultKind};
use maud::Markup;
use ui::{ErrorSummary, Field};
use web::{Fields, Problem, Req};

use crate::{msg, upload::Kept};

/// What a person typed into one of the forms of a page, and what was wrong with it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed {
    form: &'static str,
    fields: Fields,
    fault: Option<Fault>,
    kept: Vec<Kept>,
}

impl Typed {
    /// Nothing typed yet.
    pub fn nothing() -> Self {
        Self::default()
    }
    /// A form that was refused.
    pub fn refused(form: &'static str, fields: &Fields, fault: Fault) -> Self {
        Self { form, fields: fields.clone(), fault: Some(fault), kept: Vec::new() }
    }
    /// A form that goes on: a search within it, a preview.
    pub fn going_on(form: &'static str, fields: &Fields) -> Self {
        Self { form, fields: fields.clone(), fault: None, kept: Vec::new() }
    }
    /// Remembers the files that came with the form, so that they need not be sent again.
    #[must_use]
    pub fn with(mut self, kept: Vec<Kept>) -> Self {
        self.kept = kept;
        self
    }
    /// The files that came with this form.
    pub fn kept(&self, form: &str) -> &[Kept] {
        if self.is(form) { &self.kept } else { &[] }
    }
    /// The key of a form that is shown: the one it was sent under, so that what was done is not done twice; a new one when
    /// something else was done under that one already.
    pub fn key(&self, req: &Req, form: &str) -> String {
        let used = self.fault.as_ref().is_some_and(|f| f.key == msg::DESK_ONCE_OTHER);
        self.raw(form, "once").filter(|key| !used && !key.is_empty()).map_or_else(|| req.once(), str::to_owned)
    }
    /// The fields of one form of the page.
    pub fn of(&self, t: T, form: &'static str) -> Inputs<'_> {
        Inputs { t, form, typed: self }
    }
    /// Whether this form was sent.
    pub fn is(&self, form: &str) -> bool {
        self.form == form
    }
    /// What was typed into a field of the form that was sent.
    pub fn raw(&self, form: &str, name: &str) -> Option<&str> {
        if self.is(form) { self.fields.raw(name) } else { None }
    }
    /// The summary of errors; empty when there are none.
    pub fn summary(&self, t: T) -> ErrorSummary {
        let summary = ErrorSummary::new(t.lang());
        let Some(fault) = &self.fault else { return summary };
        if fault.fields.is_empty() {
            return summary.form(t.fault(fault));
        }
        fault.fields.iter().fold(summary, |s, f| s.field(&format!("{}-{}", self.form, f.field), t.args(f.key, &f.args)))
    }
    /// The page with the status that fits: 200 without a fault, 422 or 409 with one.
    pub fn answer(&self, page: Markup) -> Response {
        let status = match self.fault.as_ref().map(|f| f.kind) {
            None => StatusCode::OK,
            Some(FaultKind::Conflict) => StatusCode::CONFLICT,
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        };
        (status, page).into_response()
    }
}

/// Tells faults after which the form is shown again from those that are a page of their own.
pub(crate) fn again(fault: Fault) -> Result<Fault, Problem> {
    // A person knows nothing of keys.
    let key = match fault.key {
        web::msg::FAULT_ONCE_OTHER => msg::DESK_ONCE_OTHER,
        web::msg::FAULT_ONCE_AGAIN => msg::DESK_ONCE_AGAIN,
        key => key,
    };
    match fault.kind {
        FaultKind::Invalid | FaultKind::Conflict => Ok(Fault { key, ..fault }),
        _ => Err(fault.into()),
    }
}

/// The fields of one form: their ids, what was typed, what is wrong.
#[derive(Clone, Copy)]
pub(crate) struct Inputs<'a> {
    t: T,
    form: &'static str,
    typed: &'a Typed,
}

impl Inputs<'_> {
    /// Gives a field its id, what was typed and its error.
    pub fn dress(&self, name: &str, field: Field) -> Field {
        let field = field.id(format!("f-{}-{name}", self.form)).error(self.error(name));
        match self.typed.raw(self.form, name) {
            Some(value) => field.value(value),
            None => field,
        }
    }
    /// One line of text.
    pub fn text(&self, name: &str, label: &str, value: &str) -> Field {
        self.dress(name, Field::text(self.t.lang(), name, self.t.s(label)).value(value))
    }
    /// Several lines of text.
    pub fn lines(&self, name: &str, label: &str, value: &str) -> Field {
        self.dress(name, Field::textarea(self.t.lang(), name, self.t.s(label)).value(value))
    }
    /// One of a list.
    pub fn select(&self, name: &str, label: &str, value: &str) -> Field {
        self.dress(name, Field::select(self.t.lang(), name, self.t.s(label)).value(value))
    }
    /// One of a few.
    pub fn radios(&self, name: &str, label: &str, value: &str) -> Field {
        self.dress(name, Field::radios(self.t.lang(), name, self.t.s(label)).value(value))
    }
    /// A day.
    pub fn date(&self, name: &str, label: &str, value: &str) -> Field {
        self.dress(name, Field::date(self.t.lang(), name, self.t.s(label)).value(value))
    }
    fn error(&self, name: &str) -> Option<String> {
        let fault = self.typed.fault.as_ref().filter(|_| self.typed.is(self.form))?;
        let found = fault.fields.iter().find(|f| f.field == name)?;
        Some(self.t.args(found.key, &found.args))
    }
}

#[cfg(test)]
mod tests {
    use maud::Render as _;

    use super::*;

    #[test]
    fn a_refused_form_keeps_its_text_and_names_its_field_once_for_summary_and_link() {
        let fields = Fields(vec![("reason".into(), "bo tak".into())]);
        let fault = Fault::field("reason", web::msg::FIELD_REQUIRED);
        let typed = Typed::refused("pause", &fields, fault);
        let t = T::default();
        let field = typed.of(t, "pause").text("reason", web::msg::PAGE_MY, "").render().into_string();
        assert!(field.contains("bo tak") && field.contains("id=\"f-pause-reason\""), "{field}");
        let summary = typed.summary(t).render().into_string();
        assert!(summary.contains("#f-pause-reason"), "{summary}");
        let other = typed.of(t, "extend").text("reason", web::msg::PAGE_MY, "").render().into_string();
        assert!(!other.contains("bo tak"), "another form of the same page");
    }
}
