//! What a person must be told of their data (GDPR art. 13): with each form.

use i18n::T;
use maud::{Markup, html};
use offices::OfficeRow;
use ui::Reveal;

use crate::{msg, schema::Form};

/// The clause: who, what for, on what basis, how long, what rights.
pub(super) fn clause(t: T, office: &OfficeRow, form: &Form) -> Markup {
    let lang = t.lang();
    let contact = if office.rodo_contact.is_empty() { &office.email } else { &office.rodo_contact };
    html! {
        (Reveal::new(t.s(msg::SERVICES_RODO_TITLE), html! {
            p { (t.f(msg::SERVICES_RODO_WHO, &[("office", office.name_in(lang).into()), ("contact", contact.as_str().into())])) }
            p { (t.s(msg::SERVICES_RODO_PURPOSE)) " " (form.purpose.get(lang)) }
            p { (t.s(msg::SERVICES_RODO_BASIS)) " " (form.lawful_basis.get(lang)) }
            p { (t.s(msg::SERVICES_RODO_RIGHTS)) }
        }).boxed())
    }
}
