//! The second step of signing in: codes of an app (TOTP, RFC 6238) and single-use recovery codes.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use db::{Conn, Json, q};
use kernel::{Ctx, Fault, FaultKind, Micros, Result, ids::PersonId};
use qrcode::{EcLevel, QrCode, render::svg};
use seal::Place;
use serde_json::json;
use subtle::ConstantTimeEq as _;
use totp_rs::{Builder, Secret, Totp};

use crate::{log, mails, msg, secret};

/// How many recovery codes a person gets.
pub const RECOVERY_CODES: usize = 10;
/// The name under which apps list the account.
const ISSUER: &str = "SZPON";
/// Signs of recovery codes: Crockford's base 32, in which no two look alike.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

db::row! {
    /// How a person's second step stands.
    #[derive(Clone)]
    pub struct Status {
        /// The secret in force, sealed.
        secret: Option<String>,
        /// The secret being set up; sealed in the row, open here.
        pending: Option<String>,
        /// The last step whose code was used.
        last_step: i64,
        /// SHA-256 of the recovery codes not used yet, in hex.
        codes: Json<Vec<String>>,
    }
}

impl Status {
    /// Whether signing in asks for a code.
    pub fn on(&self) -> bool {
        self.secret.is_some()
    }
    /// The secret being set up, in base 32.
    pub fn pending(&self) -> Option<&str> {
        self.pending.as_deref()
    }
    /// How many recovery codes are left.
    pub fn codes_left(&self) -> usize {
        self.codes.0.len()
    }
}

/// How a person's second step stands.
///
/// # Errors
/// `NotFound` when there is no such person.
pub async fn status(c: &mut Conn, person: PersonId) -> Result<Status> {
    let mut status: Status = c
        .one(q!(
            "SELECT totp_secret, totp_pending, totp_last_step, recovery_codes FROM person WHERE id = $1 AND deleted_at IS NULL",
            person
        ))
        .await?;
    if let Some(stored) = status.pending.take() {
        status.pending = open(person, &stored)?;
    }
    Ok(status)
}

/// Where a person's secrets are sealed to. Both columns share the place, so that one moves into the other as it is.
fn place(person: PersonId) -> Place {
    Place::new("person", person.0)
}

fn seal(ctx: &Ctx, person: PersonId, base32: &str) -> Result<String> {
    seal::keyring()?.seal(&**ctx.entropy(), place(person), base32)
}

/// A stored secret; `None`, with a word in the log, when the key it was sealed with is lost: then recovery codes are what
/// is left.
fn open(person: PersonId, stored: &str) -> Result<Option<String>> {
    match seal::keyring()?.open(place(person), stored) {
        Ok(base32) => Ok(Some(base32)),
        Err(why) => {
            tracing::error!(%person, %why, "the secret of a two-step sign-in cannot be opened");
            Ok(None)
        }
    }
}

fn totp(base32: &str) -> Result<Totp> {
    let secret = Secret::try_from_base32(base32).map_err(|_| Fault::internal("a TOTP secret that is not base 32"))?;
    Builder::new().with_secret(secret).build().map_err(|e| Fault::internal(e.to_string()))
}

fn seconds(now: Micros) -> u64 {
    u64::try_from(now.0 / 1_000_000).unwrap_or(0)
}

/// The step a code belongs to, if it is right now (or one step before or after: clocks differ) and later than the
/// last one used.
fn step_of(base32: &str, code: &str, now: Micros, last_step: i64) -> Result<Option<i64>> {
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    let found = totp(base32)?.check(&code, seconds(now)).and_then(|step| i64::try_from(step).ok());
    Ok(found.filter(|step| *step > last_step))
}

/// The code of a moment: for the demo's accounts and for tests.
///
/// # Errors
/// `Internal` when the secret is not base 32.
pub fn code_at(base32: &str, now: Micros) -> Result<String> {
    Ok(totp(base32)?.generate(seconds(now)).to_string())
}

/// The address that apps read, from the QR code or by a tap on a phone.
pub(crate) fn uri(base32: &str, email: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~@".contains(&b);
    let account: String =
        email.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect();
    format!("otpauth://totp/{ISSUER}:{account}?secret={base32}&issuer={ISSUER}")
}

/// A QR code as the address of a picture (SVG within the page), black on white in every theme.
pub(crate) fn qr(text: &str) -> Result<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|e| Fault::internal(e.to_string()))?;
    let picture = code.render::<svg::Color<'_>>().min_dimensions(232, 232).build();
    Ok(format!("data:image/svg+xml;base64,{}", STANDARD.encode(picture)))
}

/// Begins setting up: makes a secret that is not in force yet.
///
/// # Errors
/// `Conflict` when the second step is on already.
pub async fn begin(c: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<String> {
    if status(c, person).await?.on() {
        return Err(Fault::conflict(msg::IDENTITY_TOTP_ON_ALREADY));
    }
    let mut bytes = [0u8; 20];
    ctx.entropy().fill(&mut bytes);
    let base32 = Secret::from(bytes.to_vec()).to_base32();
    let sealed = seal(ctx, person, &base32)?;
    c.exec(q!("UPDATE person SET totp_pending = $1 WHERE id = $2", sealed, person)).await?;
    Ok(base32)
}

/// Gives up setting up.
///
/// # Errors
/// When the database is away.
pub async fn cancel(c: &mut Conn, person: PersonId) -> Result<()> {
    c.exec(q!("UPDATE person SET totp_pending = NULL WHERE id = $1", person)).await.map(|_| ())
}

/// Puts the secret in force after a right code of it, and gives the recovery codes, shown once.
///
/// # Errors
/// `Invalid` at `code` when it is wrong, `Conflict` when nothing is being set up.
pub async fn confirm(c: &mut Conn, ctx: &Ctx, person: PersonId, code: &str) -> Result<Vec<String>> {
    let status = status(c, person).await?;
    let Some(base32) = status.pending() else { return Err(Fault::conflict(msg::IDENTITY_TOTP_NOT_BEGUN)) };
    let Some(step) = step_of(base32, code, ctx.now, 0)? else { return Err(wrong_code()) };
    c.exec(q!(
        "UPDATE person SET totp_secret = totp_pending, totp_pending = NULL, totp_last_step = $1 WHERE id = $2",
        step,
        person
    ))
    .await?;
    log::security(c, ctx, person, "totp.on", json!({})).await?;
    mails::security(c, ctx, person, mails::Change::TotpOn).await?;
    new_codes(c, ctx, person).await
}

/// Puts a known secret in force without a code: for the demo's accounts.
///
/// # Errors
/// `Invalid` when the secret is not base 32 of at least 16 bytes.
pub async fn set(c: &mut Conn, ctx: &Ctx, person: PersonId, base32: &str) -> Result<()> {
    totp(base32).map_err(|_| Fault::invalid(msg::IDENTITY_CODE_WRONG))?;
    let sealed = seal(ctx, person, base32)?;
    c.exec(q!("UPDATE person SET totp_secret = $1, totp_last_step = 0 WHERE id = $2", sealed, person)).await?;
    log::security(c, ctx, person, "totp.on", json!({})).await
}

/// Turns the second step off; recovery codes go with it.
///
/// # Errors
/// When the database is away.
pub async fn turn_off(c: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<()> {
    c.exec(q!(
        "UPDATE person SET totp_secret = NULL, totp_pending = NULL, recovery_codes = '[]' WHERE id = $1",
        person
    ))
    .await?;
    log::security(c, ctx, person, "totp.off", json!({})).await?;
    mails::security(c, ctx, person, mails::Change::TotpOff).await
}

/// Replaces the recovery codes and gives the new ones, shown once: ten, like `k7m2p-9x4qd`, of 50 random bits.
///
/// # Errors
/// When the database is away.
pub async fn new_codes(c: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<String>> {
    let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| new_code(ctx)).collect();
    let stored: Vec<String> = codes.iter().map(|code| stored(code)).collect();
    c.exec(q!("UPDATE person SET recovery_codes = $1 WHERE id = $2", Json(stored), person)).await?;
    log::security(c, ctx, person, "totp.codes", json!({})).await?;
    Ok(codes)
}

fn new_code(ctx: &Ctx) -> String {
    let mut bytes = [0u8; 10];
    ctx.entropy().fill(&mut bytes);
    let mut code: String =
        bytes.iter().filter_map(|b| ALPHABET.get(usize::from(b & 31))).map(|b| char::from(*b)).collect();
    code.insert(5, '-');
    code
}

fn stored(code: &str) -> String {
    // As Crockford reads: what looks like 1 and 0 is 1 and 0.
    let plain: String = code
        .to_lowercase()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| match c {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        })
        .collect();
    hex::encode(secret::digest(&plain))
}

/// Checks a code of the app, or a recovery code, and uses it up.
///
/// # Errors
/// `Invalid` at `code` when it is wrong or was used.
pub(crate) async fn accept(c: &mut Conn, ctx: &Ctx, person: PersonId, code: &str) -> Result<()> {
    let status = status(c, person).await?;
    let sealed = status.secret.as_deref().ok_or_else(wrong_code)?;
    let step = match open(person, sealed)? {
        Some(base32) => step_of(&base32, code, ctx.now, status.last_step)?,
        None => None,
    };
    if let Some(step) = step {
        // Of two requests with one code, only one moves the step on.
        let moved = c
            .exec(q!("UPDATE person SET totp_last_step = $1 WHERE id = $2 AND totp_last_step < $1", step, person))
            .await?;
        return if moved == 0 { Err(wrong_code()) } else { Ok(()) };
    }
    let given = stored(code);
    let mut left = Vec::new();
    let mut found = false;
    for known in &status.codes.0 {
        if bool::from(known.as_bytes().ct_eq(given.as_bytes())) {
            found = true;
        } else {
            left.push(known.clone());
        }
    }
    if !found {
        return Err(wrong_code());
    }
    let count = left.len();
    let used = c
        .exec(q!(
            "UPDATE person SET recovery_codes = $1 WHERE id = $2 AND recovery_codes = $3",
            Json(left),
            person,
            Json(status.codes.0)
        ))
        .await?;
    if used == 0 {
        return Err(wrong_code());
    }
    log::security(c, ctx, person, "totp.recovery_code_used", json!({ "codes_left": count })).await?;
    mails::security(c, ctx, person, mails::Change::RecoveryCodeUsed(count)).await
}

fn wrong_code() -> Fault {
    Fault::new(FaultKind::Invalid, web::msg::FAULT_FIELDS).and_field("code", msg::IDENTITY_CODE_WRONG, Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "12345678901234567890" in base 32: the secret of RFC 6238, appendix B.
    const RFC: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn codes_are_those_of_the_rfc() {
        for (second, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert_eq!(code_at(RFC, Micros(second * 1_000_000)).unwrap(), code);
        }
    }

    #[test]
    fn a_step_is_taken_once_and_neighbours_are_forgiven() {
        let now = Micros(1_111_111_109_000_000);
        let step = step_of(RFC, "081 804", now, 0).unwrap().unwrap();
        assert_eq!(step, 1_111_111_109 / 30);
        assert_eq!(step_of(RFC, "081804", now, step).unwrap(), None);
        assert_eq!(step_of(RFC, "081804", now.plus_seconds(30), 0).unwrap(), Some(step));
        assert_eq!(step_of(RFC, "081804", now.plus_seconds(90), 0).unwrap(), None);
        assert_eq!(step_of(RFC, "", now, 0).unwrap(), None);
    }

    #[test]
    fn recovery_codes_are_read_however_they_are_written() {
        assert_eq!(stored("k7m2p-9x410"), stored(" K7M2P 9X4lO "));
        assert_ne!(stored("k7m2p-9x410"), stored("k7m2p-9x411"));
    }

    #[test]
    fn the_picture_and_the_address_hold_the_secret() {
        let address = uri(RFC, "zażółć+a@example.pl");
        assert_eq!(
            address,
            format!("otpauth://totp/SZPON:za%C5%BC%C3%B3%C5%82%C4%87%2Ba@example.pl?secret={RFC}&issuer=SZPON")
        );
        assert!(qr(&address).unwrap().starts_with("data:image/svg+xml;base64,"));
    }
}
