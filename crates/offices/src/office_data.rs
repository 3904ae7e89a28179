//! What an office says of itself: name, address, contact, texts for residents.

use db::{Conn, q};
use kernel::{Ctx, Fault, FieldFault, Result};
use law::fold::{fold, sort_key};

use crate::{OfficeRow, log, msg, office::by_id, points};

/// What the administrator tells about an office.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
pub struct OfficeData {
    /// The full name.
    pub name: String,
    /// The name in English; may be empty.
    pub name_en: String,
    /// Street and number.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub town: String,
    /// Official e-mail.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// Website, with `https://`.
    pub website: String,
    /// Address for electronic delivery.
    pub delivery_address: String,
    /// What the office does, in easy-to-read Polish.
    pub easy_text: String,
    /// The same in English.
    pub easy_text_en: String,
    /// How a deaf person reaches the office.
    pub deaf_contact: String,
    /// The bank account for fees.
    pub tax_account: String,
    /// Who answers about personal data.
    pub rodo_contact: String,
    /// Who answers about accessibility.
    pub accessibility_contact: String,
    /// What is not accessible.
    pub accessibility_note: String,
}

impl OfficeData {
    /// The names of the fields, with the keys of their labels and the most characters each may have.
    pub const FIELDS: [(&'static str, &'static str, usize); 16] = [
        ("name", msg::OFFICES_DATA_NAME, 200),
        ("name_en", msg::OFFICES_DATA_NAME_EN, 200),
        ("street", msg::OFFICES_DATA_STREET, 120),
        ("postal_code", msg::OFFICES_DATA_POSTAL_CODE, 6),
        ("town", msg::OFFICES_DATA_TOWN, 80),
        ("email", msg::OFFICES_DATA_EMAIL, 254),
        ("phone", msg::OFFICES_DATA_PHONE, 40),
        ("website", msg::OFFICES_DATA_WEBSITE, 200),
        ("delivery_address", msg::OFFICES_DATA_DELIVERY, 60),
        ("easy_text", msg::OFFICES_DATA_EASY, 4000),
        ("easy_text_en", msg::OFFICES_DATA_EASY_EN, 4000),
        ("deaf_contact", msg::OFFICES_DATA_DEAF, 2000),
        ("tax_account", msg::OFFICES_DATA_ACCOUNT, 40),
        ("rodo_contact", msg::OFFICES_DATA_RODO, 1000),
        ("accessibility_contact", msg::OFFICES_DATA_ACCESS_CONTACT, 1000),
        ("accessibility_note", msg::OFFICES_DATA_ACCESS_NOTE, 4000),
    ];

    /// The value of a field by its name.
    pub fn get(&self, field: &str) -> &str {
        match field {
            "name" => &self.name,
            "name_en" => &self.name_en,
            "street" => &self.street,
            "postal_code" => &self.postal_code,
            "town" => &self.town,
            "email" => &self.email,
            "phone" => &self.phone,
            "website" => &self.website,
            "delivery_address" => &self.delivery_address,
            "easy_text" => &self.easy_text,
            "easy_text_en" => &self.easy_text_en,
            "deaf_contact" => &self.deaf_contact,
            "tax_account" => &self.tax_account,
            "rodo_contact" => &self.rodo_contact,
            "accessibility_contact" => &self.accessibility_contact,
            "accessibility_note" => &self.accessibility_note,
            _ => "",
        }
    }

    /// What an office says now.
    pub fn of(office: &OfficeRow) -> Self {
        let o = office.clone();
        Self {
            name: o.name,
            name_en: o.name_en,
            street: o.street,
            postal_code: o.postal_code,
            town: o.town,
            email: o.email,
            phone: o.phone,
            website: o.website,
            delivery_address: o.delivery_address,
            easy_text: o.easy_text,
            easy_text_en: o.easy_text_en,
            deaf_contact: o.deaf_contact,
            tax_account: o.tax_account,
            rodo_contact: o.rodo_contact,
            accessibility_contact: o.accessibility_contact,
            accessibility_note: o.accessibility_note,
        }
    }

    fn check(&self) -> Result<()> {
        let mut faults: Vec<FieldFault> = Vec::new();
        let mut wrong = |field: &str, key, args| faults.push(FieldFault { field: field.into(), key, args });
        if self.name.trim().is_empty() {
            wrong("name", web::msg::FIELD_REQUIRED, Vec::new());
        }
        for (field, _, max) in Self::FIELDS {
            if self.get(field).chars().count() > max {
                wrong(field, web::msg::FIELD_TOO_LONG, vec![("max", max.into())]);
            }
        }
        if !self.postal_code.is_empty() && self.postal_code.parse::<law::check::PostalCode>().is_err() {
            wrong("postal_code", msg::OFFICES_FIELD_POSTAL_CODE, Vec::new());
        }
        if !self.email.is_empty() && !points::looks_like_email(&self.email) {
            wrong("email", web::msg::FIELD_EMAIL, Vec::new());
        }
        let site = self.website.strip_prefix("https://").or(self.website.strip_prefix("http://"));
        if !self.website.is_empty() && site.is_none_or(|s| !s.contains('.') || s.contains(char::is_whitespace)) {
            wrong("website", msg::OFFICES_FIELD_WEBSITE, Vec::new());
        }
        if !self.tax_account.is_empty() && self.tax_account.parse::<law::check::BankAccount>().is_err() {
            wrong("tax_account", msg::OFFICES_FIELD_ACCOUNT, Vec::new());
        }
        Fault::check(faults)
    }
}

/// Changes what an office says of itself; the address goes to its main seat too while that has the old one.
///
/// # Errors
/// `Invalid` with the fields at fault; `Conflict` (`fault-stale`) when somebody changed it meanwhile.
pub async fn change(c: &mut Conn, ctx: &Ctx, scope: kernel::OfficeScope, version: i64, data: OfficeData) -> Result<()> {
    data.check()?;
    let old = by_id(c, scope.office()).await?;
    let changed = c
        .exec(q!(
            "UPDATE office SET name = $1, name_en = $2, name_fold = $3, name_sort = $4, street = $5, postal_code = $6, \
             town = $7, email = $8, phone = $9, website = $10, delivery_address = $11, easy_text = $12, easy_text_en = $13, \
             deaf_contact = $14, tax_account = $15, rodo_contact = $16, accessibility_contact = $17, \
             accessibility_note = $18, version = version + 1 WHERE id = $19 AND version = $20",
            data.name.trim(),
            data.name_en.trim(),
            fold(&format!("{} {}", data.name, data.town)),
            sort_key(&data.name),
            data.street.trim(),
            points::postal_code(&data.postal_code),
            data.town.trim(),
            data.email.trim(),
            data.phone.trim(),
            data.website.trim(),
            data.delivery_address.trim(),
            data.easy_text.trim(),
            data.easy_text_en.trim(),
            data.deaf_contact.trim(),
            data.tax_account.trim(),
            data.rodo_contact.trim(),
            data.accessibility_contact.trim(),
            data.accessibility_note.trim(),
            scope.office(),
            version
        ))
        .await?;
    if changed == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    c.exec(q!(
        "UPDATE service_point SET street = $1, postal_code = $2, town = $3, phone = $4, email = $5, version = version + 1 \
         WHERE office_id = $6 AND main AND street = $7 AND postal_code = $8 AND town = $9",
        data.street.trim(),
        points::postal_code(&data.postal_code),
        data.town.trim(),
        data.phone.trim(),
        data.email.trim(),
        scope.office(),
        &old.street,
        &old.postal_code,
        &old.town
    ))
    .await?;
    let what = serde_json::json!({ "before": OfficeData::of(&old), "after": data });
    log::admin(c, ctx, Some(scope.office()), "office.changed", Some(scope.office().0), what).await
}
