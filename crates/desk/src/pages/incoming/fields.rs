//! The fields of the register of incoming mail, shared by registering, correcting and typing in from paper.

use i18n::T;
use maud::{Markup, html};
use records::incoming::{Access, DcmiType, Registration};
use ui::{Choice, Fieldset, Reveal, Width};
use web::Fields;

use crate::{form::Inputs, msg};

/// Reads the fields of a form.
pub(crate) fn read(f: &Fields) -> Registration {
    Registration {
        title: f.get("title").to_owned(),
        organisation: f.get("organisation").to_owned(),
        sender: f.get("sender").to_owned(),
        sender_email: f.get("sender_email").to_owned(),
        sender_address: f.get("sender_address").to_owned(),
        town: f.get("town").to_owned(),
        country: f.get("country").to_owned(),
        letter_date: letter_date(f.get("letter_date")),
        sender_reference: f.get("sender_reference").to_owned(),
        // What is no number is refused by the rule at its field, not taken for "unknown".
        attachments: f.some("attachments").map(|n| n.parse().unwrap_or(-1)),
        access: Access::parse(f.get("access")).unwrap_or(Access::None),
        dcmi_type: DcmiType::parse(f.get("dcmi_type")).unwrap_or(DcmiType::Text),
        remarks: f.raw("remarks").unwrap_or_default().to_owned(),
    }
}

/// A whole day may be written as people write it.
fn letter_date(text: &str) -> String {
    match offices::day::parse(text) {
        Some(day) => day.to_string(),
        None => text.to_owned(),
    }
}

/// A whole day as the hint of its field writes it; anything else as it is kept.
fn as_written(kept: &str) -> String {
    match kept.parse::<jiff::civil::Date>() {
        Ok(day) if kept.len() == 10 => day.strftime("%d.%m.%Y").to_string(),
        _ => kept.to_owned(),
    }
}

/// The key of the name of a DCMI type.
fn type_label(kind: DcmiType) -> &'static str {
    match kind {
        DcmiType::Text => msg::DESK_DCMI_TEXT,
        DcmiType::StillImage => msg::DESK_DCMI_STILL_IMAGE,
        DcmiType::MovingImage => msg::DESK_DCMI_MOVING_IMAGE,
        DcmiType::Sound => msg::DESK_DCMI_SOUND,
        DcmiType::Dataset => msg::DESK_DCMI_DATASET,
        DcmiType::Collection => msg::DESK_DCMI_COLLECTION,
        DcmiType::PhysicalObject => msg::DESK_DCMI_PHYSICAL_OBJECT,
        DcmiType::Software => msg::DESK_DCMI_SOFTWARE,
    }
}

/// The fields, filled with what is known.
pub(crate) fn view(t: T, i: Inputs<'_>, a: &Registration) -> Markup {
    html! {
        (i.text("title", msg::DESK_MAIL_TITLE, &a.title).required().maxlength(500))
        (Fieldset::new(t.s(msg::DESK_MAIL_SENDER)).hint(t.s(msg::DESK_MAIL_SENDER_HINT)).body(html! {
            (i.text("sender", msg::DESK_MAIL_SENDER_NAME, &a.sender).maxlength(300))
            (i.text("organisation", msg::DESK_MAIL_ORGANISATION, &a.organisation).maxlength(300))
            (i.text("sender_address", msg::DESK_MAIL_ADDRESS, &a.sender_address).maxlength(300))
            (i.text("town", msg::DESK_MAIL_TOWN, &a.town).maxlength(300).width(Width::W20))
            (i.text("country", msg::DESK_MAIL_COUNTRY, &a.country).maxlength(300).width(Width::W20))
            (i.text("sender_email", msg::DESK_MAIL_EMAIL, &a.sender_email).maxlength(300).inputmode("email").spellcheck(false))
        }))
        (Fieldset::new(t.s(msg::DESK_MAIL_LETTER)).body(html! {
            (i.text("letter_date", msg::DESK_MAIL_LETTER_DATE, &as_written(&a.letter_date)).width(Width::W12)
                .hint(t.s(msg::DESK_MAIL_LETTER_DATE_HINT)))
            (i.text("sender_reference", msg::DESK_MAIL_REFERENCE, &a.sender_reference).maxlength(300).width(Width::W20))
            (i.text("attachments", msg::DESK_MAIL_ATTACHMENTS, &a.attachments.map(|n| n.to_string()).unwrap_or_default())
                .digits(Width::W4))
            (i.lines("remarks", msg::DESK_MAIL_REMARKS, &a.remarks).rows(2).maxlength(10_000))
        }))
        (Reveal::new(t.s(msg::DESK_MAIL_METADATA), html! {
            (i.radios("access", msg::DESK_MAIL_ACCESS, a.access.as_str())
                .choices(Access::ALL.iter().map(|v| Choice::new(v.as_str(), t.s(v.label())))))
            (i.select("dcmi_type", msg::DESK_MAIL_TYPE, a.dcmi_type.as_str()).width(Width::W20).required()
                .choices(DcmiType::ALL.iter().map(|v| Choice::new(v.as_str(), t.s(type_label(*v))))))
        }))
    }
}
