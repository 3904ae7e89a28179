//! Who has an account.

use db::{Conn, FromRow, Q, RowRef, q};
use jiff::civil::Date;
use kernel::{Arg, Ctx, Fault, FieldFault, Lang, Micros, Result, ids::PersonId};
use serde_json::json;
use unicode_normalization::UnicodeNormalization as _;

use crate::{link, log, mails, msg};

/// The most characters a given or family name may have.
pub const NAME_LIMIT: usize = 80;
/// The most characters an e-mail address may have (RFC 5321 allows a path of 254 octets).
pub const EMAIL_LIMIT: usize = 254;

/// A person with an account, without anything secret.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonRow {
    /// Who.
    pub id: PersonId,
    /// The e-mail address, as the person writes it.
    pub email: String,
    /// Given name or names; empty once the account is deleted.
    pub given_name: String,
    /// Family name; empty once the account is deleted.
    pub family_name: String,
    /// The language of pages and e-mails.
    pub lang: Lang,
    /// Whether the person runs the installation.
    pub operator: bool,
    /// When the account was made.
    pub created: Micros,
    /// When the address was proved to be the person's; never for an invitation not yet taken up.
    pub verified_at: Option<Micros>,
    /// When the account was deleted.
    pub deleted_at: Option<Micros>,
    /// Counts changes, so that a stale edit is noticed.
    pub version: i64,
}

impl PersonRow {
    pub(crate) const SELECT: &'static str = "SELECT id, email, given_name, family_name, lang, operator, created, verified_at, deleted_at, version FROM person";

    /// The name as shown: "Anna Nowak".
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name).trim().to_owned()
    }
    /// The day the account was made, in Poland.
    pub fn since(&self) -> Date {
        self.created.warsaw_date()
    }
}

impl FromRow for PersonRow {
    fn from_row(row: &RowRef<'_>) -> Result<Self, db::ColumnError> {
        Ok(Self {
            id: row.get(0)?,
            email: row.get(1)?,
            given_name: row.get(2)?,
            family_name: row.get(3)?,
            lang: Lang::parse(&row.get::<String>(4)?).unwrap_or_default(),
            operator: row.get(5)?,
            created: row.get(6)?,
            verified_at: row.get(7)?,
            deleted_at: row.get(8)?,
            version: row.get(9)?,
        })
    }
}

/// The person of an identifier, deleted ones too (without their name).
///
/// # Errors
/// `NotFound` when there is none.
pub async fn person(c: &mut Conn, id: PersonId) -> Result<PersonRow> {
    c.one(Q::new(PersonRow::SELECT).push(" WHERE id = ", id)).await
}

/// The persons of several identifiers, in no order; deleted ones too (without their names). For lists: at most 1,000.
///
/// # Errors
/// When the database is away.
pub async fn people(c: &mut Conn, ids: impl IntoIterator<Item = PersonId>) -> Result<Vec<PersonRow>> {
    c.all(Q::new(PersonRow::SELECT).push_in(" WHERE id IN ", ids).text(" LIMIT 1000")).await
}

/// The person who has this address, whatever the case of its letters; the address need not be proved yet.
///
/// # Errors
/// When the database is away.
pub async fn find_by_email(c: &mut Conn, email: &str) -> Result<Option<PersonRow>> {
    c.opt(Q::new(PersonRow::SELECT).push(" WHERE deleted_at IS NULL AND email_fold = ", fold_email(email))).await
}

/// The form of an address in which two are compared: NFC, lower case.
pub fn fold_email(email: &str) -> String {
    email.trim().nfc().collect::<String>().to_lowercase()
}

/// Whether a text can be an e-mail address: a name, one `@`, a domain with a dot, nothing that could break a header.
pub fn is_email(text: &str) -> bool {
    let text = text.trim();
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[]\\,;:\"@".contains(c);
    let label = |l: &str| {
        !l.is_empty()
            && l.len() <= 63
            && !l.starts_with('-')
            && !l.ends_with('-')
            && l.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    text.len() <= EMAIL_LIMIT
        && !local.is_empty()
        && local.len() <= 64
        && local.chars().all(plain)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && domain.contains('.')
        && domain.split('.').all(label)
}

/// A new person.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// The e-mail address.
    pub email: String,
    /// Given name or names.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// The password, already hashed by [`crate::password::hash`]; `None` until a link sets it.
    pub password_hash: Option<String>,
    /// The language of pages and e-mails.
    pub lang: Lang,
    /// Whether the address counts as proved.
    pub verified: bool,
}

/// What is wrong with names and an address, field by field.
pub fn check_person(email: Option<&str>, given_name: &str, family_name: &str) -> Vec<FieldFault> {
    let mut wrong = Vec::new();
    let mut fault = |field: &str, key, args| wrong.push(FieldFault { field: field.into(), key, args });
    for (field, text) in [("given_name", given_name), ("family_name", family_name)] {
        if text.trim().is_empty() {
            fault(field, web::msg::FIELD_REQUIRED, vec![]);
        } else if text.chars().count() > NAME_LIMIT {
            fault(field, web::msg::FIELD_TOO_LONG, vec![("max", Arg::from(NAME_LIMIT))]);
        } else if !text.chars().any(char::is_alphabetic) || text.chars().any(|c| c.is_control() || "<>@/\\".contains(c))
        {
            fault(field, msg::IDENTITY_NAME_SIGNS, vec![]);
        }
    }
    if let Some(email) = email {
        if email.trim().is_empty() {
            fault("email", web::msg::FIELD_REQUIRED, vec![]);
        } else if !is_email(email) {
            fault("email", web::msg::FIELD_EMAIL, vec![]);
        }
    }
    wrong
}

/// Puts a text a person typed into the form in which it is stored: NFC, single spaces.
pub(crate) fn tidy(text: &str) -> String {
    text.nfc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Makes an account. For people who register themselves see [`crate::registration::begin`], which checks the
/// address first.
///
/// # Errors
/// `Invalid` with the fields at fault; `Conflict` when the address has an account.
pub async fn register(c: &mut Conn, ctx: &Ctx, new: NewPerson) -> Result<PersonId> {
    Fault::check(check_person(Some(&new.email), &new.given_name, &new.family_name))?;
    let id: PersonId = ctx.new_id();
    let (given, family) = (tidy(&new.given_name), tidy(&new.family_name));
    let made = c
        .exec(q!(
            "INSERT INTO person (id, email, email_fold, given_name, family_name, name_fold, password_hash, totp_last_step, \
             recovery_codes, lang, operator, created, verified_at, version) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, 0, '[]', $8, $9, $10, $11, 1) ON CONFLICT (email_fold) DO NOTHING",
            id,
            new.email.trim(),
            fold_email(&new.email),
            &given,
            &family,
            name_fold(&given, &family),
            new.password_hash,
            new.lang.code(),
            false,
            ctx.now,
            new.verified.then_some(ctx.now)
        ))
        .await?;
    if made == 0 {
        return Err(Fault::conflict(msg::IDENTITY_EMAIL_TAKEN));
    }
    log::security(c, ctx, id, "account.created", json!({})).await?;
    Ok(id)
}

/// The form of a name that lists are searched by: family name first.
pub(crate) fn name_fold(given: &str, family: &str) -> String {
    law::fold::fold(&format!("{family} {given}"))
}

/// Finds the person of an address, or makes an account without a password; then writes to the person that the office
/// invites them, with a link that sets the password where there is none yet.
///
/// `name` is the whole name, the family name last.
///
/// # Errors
/// `Invalid` when the address or name cannot be one.
pub async fn invite(
    c: &mut Conn,
    ctx: &Ctx,
    email: &str,
    name: &str,
    lang: Lang,
    by_office_name: &str,
) -> Result<PersonId> {
    if let Some(known) = find_by_email(c, email).await?
        && known.verified_at.is_some()
    {
        mails::added_to_office(c, ctx, &known, by_office_name).await?;
        return Ok(known.id);
    }
    let (given, family) = split_name(name);
    let id = match find_by_email(c, email).await? {
        Some(waiting) => waiting.id,
        None => {
            let new = NewPerson {
                email: email.to_owned(),
                given_name: given,
                family_name: family,
                password_hash: None,
                lang,
                verified: false,
            };
            register(c, ctx, new).await?
        }
    };
    let invited = person(c, id).await?;
    let secret = link::create(c, ctx, link::Purpose::Invitation, Some(id), &invited.email, json!({})).await?;
    mails::invitation(c, ctx, &invited, by_office_name, &secret).await?;
    log::security(c, ctx, id, "account.invited", json!({ "office": by_office_name })).await?;
    Ok(id)
}

/// Divides a whole name before its last word; a single word is the family name and stands for both.
pub(crate) fn split_name(name: &str) -> (String, String) {
    let name = tidy(name);
    match name.rsplit_once(' ') {
        Some((given, family)) => (given.to_owned(), family.to_owned()),
        None => (name.clone(), name),
    }
}

/// Makes a person the operator of the installation, or takes that away. No page leads here: only the program's own
/// commands and the demo.
///
/// # Errors
/// `NotFound` when nobody has the address.
pub async fn make_operator(c: &mut Conn, ctx: &Ctx, email: &str, operator: bool) -> Result<PersonId> {
    let person = find_by_email(c, email).await?.ok_or_else(Fault::not_found)?;
    c.exec(q!("UPDATE person SET operator = $1, version = version + 1 WHERE id = $2", operator, person.id)).await?;
    let what = if operator { "operator.granted" } else { "operator.withdrawn" };
    log::security(c, ctx, person.id, what, json!({})).await?;
    Ok(person.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_people_have_are_taken_and_others_are_not() {
        for good in
            ["anna.nowak@example.pl", "a+b@urzad.gov.pl", " J@x.co ", "zażółć@example.pl", "x_y-z@sub.domena.pl"]
        {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "",
            "anna",
            "anna@",
            "@x.pl",
            "anna@x",
            "a b@x.pl",
            "a@b@x.pl",
            "a@x..pl",
            "a@-x.pl",
            ".a@x.pl",
            "a@x.pl\nBcc: b@x.pl",
            "Anna <a@x.pl>",
        ] {
            assert!(!is_email(bad), "{bad:?}");
        }
    }

    #[test]
    fn a_name_is_divided_before_its_last_word() {
        assert_eq!(split_name(" Anna  Maria Nowak "), ("Anna Maria".into(), "Nowak".into()));
        assert_eq!(split_name("Cher"), ("Cher".into(), "Cher".into()));
    }

    #[test]
    fn names_that_are_none_are_refused_at_their_field() {
        let wrong = check_person(Some("x"), "", "<b>");
        assert_eq!(wrong.iter().map(|f| f.field.as_str()).collect::<Vec<_>>(), ["given_name", "family_name", "email"]);
        assert!(check_person(None, "Łucja", "O’Brien-Śliwa").is_empty());
    }
}
