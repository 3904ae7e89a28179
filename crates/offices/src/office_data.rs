//! What an office says of itself: name, address, contact, texts for residents.

use db::{Conn, q};
use kernel::{Ctx, Fault, FieldFault, Result};
use law::fold::{fold, sort_key};

use crate::{OfficeRow, log, msg, office::by_id, points};

/// Declares what the administrator tells about an office: each field once, with its label and the most characters.
macro_rules! told {
    ($($(#[$doc:meta])* $field:ident, $label:ident, $max:literal;)*) => {
        /// What the administrator tells about an office.
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(default)]
        pub struct OfficeData {
            $($(#[$doc])* pub $field: String,)*
        }

        impl OfficeData {
            /// The names of the fields, with the keys of their labels and the most characters each may have.
            pub const FIELDS: &'static [(&'static str, &'static str, usize)] =
                &[$((stringify!($field), msg::$label, $max)),*];

            /// The value of a field by its name; empty for an unknown one.
            pub fn get(&self, field: &str) -> &str {
                match field {
                    $(stringify!($field) => &self.$field,)*
                    _ => "",
                }
            }

            /// What an office says now.
            pub fn of(office: &OfficeRow) -> Self {
                Self { $($field: office.$field.clone()),* }
            }
        }
    };
}

told! {
    /// The full name.
    name, OFFICES_DATA_NAME, 200;
    /// The name in English; may be empty.
    name_en, OFFICES_DATA_NAME_EN, 200;
    /// Street and number.
    street, OFFICES_DATA_STREET, 120;
    /// Postal code.
    postal_code, OFFICES_DATA_POSTAL_CODE, 6;
    /// Town.
    town, OFFICES_DATA_TOWN, 80;
    /// Official e-mail.
    email, OFFICES_DATA_EMAIL, 254;
    /// Telephone.
    phone, OFFICES_DATA_PHONE, 40;
    /// Website, with `https://`.
    website, OFFICES_DATA_WEBSITE, 200;
    /// Address for electronic delivery.
    delivery_address, OFFICES_DATA_DELIVERY, 60;
    /// What the office does, in easy-to-read Polish.
    easy_text, OFFICES_DATA_EASY, 4000;
    /// The same in English.
    easy_text_en, OFFICES_DATA_EASY_EN, 4000;
    /// How a deaf person reaches the office.
    deaf_contact, OFFICES_DATA_DEAF, 2000;
    /// The bank account for fees.
    tax_account, OFFICES_DATA_ACCOUNT, 40;
    /// Who answers about personal data.
    rodo_contact, OFFICES_DATA_RODO, 1000;
    /// Who answers about accessibility.
    accessibility_contact, OFFICES_DATA_ACCESS_CONTACT, 1000;
    /// What is not accessible.
    accessibility_note, OFFICES_DATA_ACCESS_NOTE, 4000;
}

impl OfficeData {
    fn check(&self) -> Result<()> {
        let mut faults: Vec<FieldFault> = Vec::new();
        let mut wrong = |field: &str, key, args| faults.push(FieldFault { field: field.into(), key, args });
        if self.name.trim().is_empty() {
            wrong("name", web::msg::FIELD_REQUIRED, Vec::new());
        }
        for &(field, _, max) in Self::FIELDS {
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
