//! Forms shown again: what is wrong beside the fields and above them, and the status of such a page.

use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use i18n::T;
use kernel::{Fault, FaultKind, Result};
use maud::{Markup, Render as _, html};
use ui::{Diff, ErrorSummary, Notice};

use crate::msg;

/// What is wrong with a form, in the reader's language. The default is a form without errors.
///
/// ```ignore
/// match saved {
///     Ok(()) => Ok(req.redirect(to).flash(msg::SAVED).into_response()),
///     Err(fault) => {
///         let errors = Errors::of(req.t, fault)?;
///         Ok(errors.again(view(&req, &form.fields, &errors)))
///     }
/// }
/// ```
/// and in the view `(errors.summary(t))` above the form, `.error(errors.at("name"))` at each field.
#[derive(Debug, Clone, Default)]
pub struct Errors {
    fields: Vec<(String, String)>,
    form: Option<String>,
    beside: Option<Diff>,
}

impl Errors {
    /// What a fault says of the form it came from.
    ///
    /// # Errors
    /// The fault itself unless it is `Invalid` or `Conflict`: others are no fault of what was typed.
    pub fn of(t: T, fault: Fault) -> Result<Self> {
        if !matches!(fault.kind, FaultKind::Invalid | FaultKind::Conflict) {
            return Err(fault);
        }
        let fields: Vec<_> = fault.fields.iter().map(|f| (f.field.clone(), t.args(f.key, &f.args))).collect();
        let form = fields.is_empty().then(|| t.fault(&fault));
        Ok(Self { fields, form, beside: None })
    }
    /// Nothing is wrong, but another saved meanwhile ([`stale`]): what they saved beside what was typed.
    pub fn beside(diff: Diff) -> Self {
        Self { beside: Some(diff), ..Self::default() }
    }
    /// What is wrong with a field.
    pub fn at(&self, name: &str) -> Option<String> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, text)| text.clone())
    }
    /// All of it, above the form; nothing when all is well.
    pub fn summary(&self, t: T) -> Markup {
        if let Some(diff) = &self.beside {
            return html! { (Notice::warning(t.s(msg::FAULT_STALE)).announce()) (diff) };
        }
        let summary = self.fields.iter().fold(ErrorSummary::new(t.lang()), |s, (f, text)| s.field(f, text));
        match &self.form {
            Some(text) => summary.form(text).render(),
            None => summary.render(),
        }
    }
    /// The page with the form again: 422 to be corrected, 409 to be saved over what another saved.
    pub fn again(&self, page: Markup) -> Response {
        if self.beside.is_some() { conflict(page) } else { unprocessable(page) }
    }
}

/// Whether what was typed meets what another saved since the form was opened.
pub fn stale(fault: &Fault) -> bool {
    fault.kind == FaultKind::Conflict && fault.key == msg::FAULT_STALE
}

/// A page with a form to be corrected: 422.
pub fn unprocessable(page: Markup) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// A page that shows what another changed meanwhile: 409.
pub fn conflict(page: Markup) -> Response {
    (StatusCode::CONFLICT, page).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use i18n::Lang;

    /// Polish with the words of this crate.
    fn polish() -> T {
        i18n::init(&[msg::SOURCE]);
        T(Lang::Pl)
    }

    #[test]
    fn a_fault_of_fields_is_told_at_them_and_above() {
        let errors = Errors::of(polish(), Fault::field("name", msg::FIELD_REQUIRED)).unwrap();
        let said = errors.at("name").unwrap();
        assert_eq!(errors.at("email"), None);
        let above = errors.summary(polish()).0;
        assert!(above.contains(&said) && above.contains("href=\"#f-name\""), "{above}");
        assert_eq!(errors.again(html! {}).status(), 422);
    }

    #[test]
    fn a_fault_without_fields_is_told_above_the_form() {
        let errors = Errors::of(polish(), Fault::conflict(msg::FAULT_CONFLICT)).unwrap();
        let above = errors.summary(polish()).0;
        assert!(above.contains(&polish().s(msg::FAULT_CONFLICT)) && !above.contains("href"), "{above}");
        assert_eq!(errors.again(html! {}).status(), 422);
        assert_eq!(Errors::default().summary(polish()).0, "");
    }

    #[test]
    fn what_is_no_fault_of_the_form_goes_on() {
        assert_eq!(Errors::of(polish(), Fault::not_found()).unwrap_err().kind, FaultKind::NotFound);
        assert_eq!(Errors::of(polish(), Fault::forbidden()).unwrap_err().kind, FaultKind::Forbidden);
    }

    #[test]
    fn what_another_saved_stands_above_the_form() {
        assert!(stale(&Fault::conflict(msg::FAULT_STALE)) && !stale(&Fault::conflict(msg::FAULT_CONFLICT)));
        let errors = Errors::beside(Diff::new(Lang::Pl).field("Tytuł", "ich", "mój"));
        let above = errors.summary(polish()).0;
        assert!(above.contains("ich") && above.contains("mój") && above.contains(&polish().s(msg::FAULT_STALE)));
        assert_eq!(errors.again(html! {}).status(), 409);
    }
}
