//! What an office says of itself: name, address, contact, texts.

use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Diff, Field, Fieldset, Form, Width};
use web::{Answer, Errors, Fields, FormData, Req, TypedPath, read, stale, work};

use super::fields::{area, text};
use crate::{Desk, OfficeData, OfficeRow, Role, msg, office};

/// `/desk/{office}/admin/data`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/data", rejection(web::BadPath))]
pub struct DataPath {
    /// The office.
    pub office: String,
}

fn filled(office: &OfficeRow) -> Fields {
    let data = OfficeData::of(office);
    Fields(OfficeData::FIELDS.iter().map(|(name, ..)| ((*name).to_owned(), data.get(name).to_owned())).collect())
}

fn read_form(f: &Fields) -> OfficeData {
    let get = |name: &str| f.get(name).to_owned();
    OfficeData {
        name: get("name"),
        name_en: get("name_en"),
        street: get("street"),
        postal_code: get("postal_code"),
        town: get("town"),
        email: get("email"),
        phone: get("phone"),
        website: get("website"),
        delivery_address: get("delivery_address"),
        easy_text: get("easy_text"),
        easy_text_en: get("easy_text_en"),
        deaf_contact: get("deaf_contact"),
        tax_account: get("tax_account"),
        rodo_contact: get("rodo_contact"),
        accessibility_contact: get("accessibility_contact"),
        accessibility_note: get("accessibility_note"),
    }
}

/// The form.
pub async fn show(path: DataPath, req: Req) -> Answer<Markup> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    Ok(view(&req, &desk, &filled(&desk.office), desk.office.version, &Errors::default()))
}

/// Saves it.
pub async fn save(path: DataPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, data) = (desk.scope, read_form(&form));
    let version = form.parsed("version").unwrap_or(0);
    let given = data.clone();
    match work!(req, |c, ctx, data| crate::change_office(c, &ctx, scope, version, data).await) {
        Ok(()) => Ok(req.redirect(desk.path("/admin")).flash(msg::OFFICES_DATA_SAVED).into_response()),
        Err(fault) if stale(&fault) => {
            let now = read!(req, |c| office::by_id(c, scope.office()).await)?;
            let theirs = OfficeData::of(&now);
            let mut diff = Diff::new(req.lang());
            for &(name, label, _) in OfficeData::FIELDS {
                if theirs.get(name) != given.get(name) {
                    diff = diff.field(req.t.s(label), theirs.get(name), given.get(name));
                }
            }
            let errors = Errors::beside(diff);
            Ok(errors.again(view(&req, &desk, &form.fields, now.version, &errors)))
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(view(&req, &desk, &form.fields, version, &errors)))
        }
    }
}

fn view(req: &Req, desk: &Desk, f: &Fields, version: i64, errors: &Errors) -> Markup {
    let (t, e) = (req.t, errors);
    let lang = t.lang();
    let line = |name: &str| {
        let label = OfficeData::FIELDS.iter().find(|(n, ..)| *n == name).map_or("", |(_, label, _)| *label);
        text(t, f, e, name, label)
    };
    let long = |name: &str| {
        let (label, max) =
            OfficeData::FIELDS.iter().find(|(n, ..)| *n == name).map_or(("", 0), |(_, label, max)| (*label, *max));
        area(t, f, e, name, label, u32::try_from(max).unwrap_or(4000)).rows(4)
    };
    let body = html! {
        (errors.summary(t))
        (Form::post(desk.path("/admin/data")).version(version).keep(lang, format!("office-data-{}", desk.office.slug)).body(html! {
            (Fieldset::new(t.s(msg::OFFICES_DATA_GROUP_NAME)).body(html! {
                (line("name").required())
                (line("name_en"))
            }))
            (Fieldset::new(t.s(msg::OFFICES_DATA_GROUP_CONTACT)).body(html! {
                (line("street").autocomplete("street-address"))
                (line("postal_code").width(Width::W8).autocomplete("postal-code"))
                (line("town").autocomplete("address-level2"))
                (Field::email(lang, "email", t.s(msg::OFFICES_DATA_EMAIL)).value(f.get("email")).error(e.at("email")))
                (Field::tel(lang, "phone", t.s(msg::OFFICES_DATA_PHONE)).value(f.get("phone")).error(e.at("phone")))
                (line("website").inputmode("url").spellcheck(false))
                (line("delivery_address").hint(t.s(msg::OFFICES_DATA_DELIVERY_HINT)).spellcheck(false))
                (line("tax_account").hint(t.s(msg::OFFICES_DATA_ACCOUNT_HINT)).digits(Width::Full))
            }))
            (Fieldset::new(t.s(msg::OFFICES_DATA_GROUP_TEXTS)).body(html! {
                (long("easy_text").hint(t.s(msg::OFFICES_DATA_EASY_HINT)))
                (long("easy_text_en"))
                (long("deaf_contact").hint(t.s(msg::OFFICES_DATA_DEAF_HINT)))
                (long("rodo_contact").hint(t.s(msg::OFFICES_DATA_RODO_HINT)).rows(2))
                (long("accessibility_contact").hint(t.s(msg::OFFICES_DATA_ACCESS_CONTACT_HINT)).rows(2))
                (long("accessibility_note").hint(t.s(msg::OFFICES_DATA_ACCESS_NOTE_HINT)))
            }))
            (ButtonGroup::new()
                .add(Button::submit(t.s(msg::OFFICES_SAVE)))
                .add(Button::link(t.s(msg::OFFICES_CANCEL), desk.path("/admin")).quiet()))
        }))
    };
    desk.page(req, "offices.admin_data", t.s(msg::OFFICES_TASK_DATA))
        .crumb(t.s(msg::OFFICES_ADMIN_TITLE), desk.path("/admin"))
        .here(t.s(msg::OFFICES_TASK_DATA))
        .narrow()
        .body(body)
        .render()
}
