//! Passwords: what is accepted, and how they are kept.
//!
//! Kept as Argon2id (RFC 9106) with 19 MiB, two passes and one lane, the first choice of the OWASP Password Storage
//! Cheat Sheet. Hashing takes tens of milliseconds and 19 MiB, so it is done outside the database's unit of work, on
//! a thread of its own, by no more at once than there are processors: see [`hash_in_background`].

use std::{
    sync::{Arc, LazyLock},
    thread,
};

use argon2::{
    Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version, password_hash::phc::PasswordHash,
};
use kernel::{Arg, Args, Entropy, Fault, Result};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization as _;

use crate::{common, msg};

/// The fewest characters.
pub const SHORTEST: usize = 12;
/// The most characters; longer ones would only make work.
pub const LONGEST: usize = 128;

/// Memory in KiB.
const MEMORY: u32 = 19_456;
/// Passes over it.
const PASSES: u32 = 2;

static SLOTS: LazyLock<Semaphore> =
    LazyLock::new(|| Semaphore::new(thread::available_parallelism().map_or(1, usize::from)));

/// Compared with when there is no such account, so that the answer takes as long.
static NOBODY: LazyLock<String> =
    LazyLock::new(|| hash_with_salt("nobody has this password", &[7; 16]).unwrap_or_default());

/// The form in which a password is hashed: NFC, so that `ż` typed on any keyboard is the same.
pub(crate) fn normal(password: &str) -> String {
    password.nfc().collect()
}

fn argon() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY, PASSES, 1, None).map_err(|e| Fault::internal(e.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash_with_salt(password: &str, salt: &[u8]) -> Result<String> {
    let hashed = argon()?.hash_password_with_salt(normal(password).as_bytes(), salt);
    hashed.map(|h: PasswordHash| h.to_string()).map_err(|e| Fault::internal(e.to_string()))
}

/// The stored form of a password (a PHC string). Takes tens of milliseconds of a processor: within async code use
/// [`hash_in_background`].
///
/// # Errors
/// `Internal` when hashing fails.
pub fn hash(password: &str, entropy: &dyn Entropy) -> Result<String> {
    let mut salt = [0u8; 16];
    entropy.fill(&mut salt);
    hash_with_salt(password, &salt)
}

/// Whether a password is the one of a stored form. Without a stored form the same work is done and the answer is no.
pub fn verify(password: &str, stored: Option<&str>) -> bool {
    let nobody = NOBODY.as_str();
    let Ok(parsed) = PasswordHash::new(stored.unwrap_or(nobody)) else { return false };
    let Ok(argon) = argon() else { return false };
    let same = argon.verify_password(normal(password).as_bytes(), &parsed).is_ok();
    same && stored.is_some()
}

/// [`hash`] on a thread of its own, when there is a free processor.
///
/// # Errors
/// `Internal` when hashing fails.
pub async fn hash_in_background(password: &str, entropy: Arc<dyn Entropy>) -> Result<String> {
    let password = password.to_owned();
    in_background(move || hash(&password, &*entropy)).await?
}

/// [`verify`] on a thread of its own, when there is a free processor.
///
/// # Errors
/// `Internal` when the thread fails.
pub async fn verify_in_background(password: &str, stored: Option<String>) -> Result<bool> {
    // Nobody's password is longer; a longer one is not worth the work.
    let password: String = password.chars().take(LONGEST + 1).collect();
    in_background(move || verify(&password, stored.as_deref())).await
}

async fn in_background<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let _slot = SLOTS.acquire().await.map_err(Fault::internal)?;
    tokio::task::spawn_blocking(work).await.map_err(Fault::internal)
}

/// Why a password is not accepted, as the key of a message and its values; `None` when it is.
///
/// The rule follows NIST SP 800-63B-4, 3.1.1.2: long, not common, not the person's own data; no rule on kinds of signs.
/// `own` are the person's e-mail address and names.
pub fn refusal(password: &str, own: &[&str]) -> Option<(&'static str, Args)> {
    let password = normal(password);
    let length = password.chars().count();
    if length == 0 {
        return Some((web::msg::FIELD_REQUIRED, vec![]));
    }
    if length < SHORTEST {
        return Some((msg::IDENTITY_PASSWORD_SHORT, vec![("min", Arg::from(SHORTEST)), ("given", Arg::from(length))]));
    }
    if length > LONGEST {
        return Some((msg::IDENTITY_PASSWORD_LONG, vec![("max", Arg::from(LONGEST))]));
    }
    if common::is_common(&password) {
        return Some((msg::IDENTITY_PASSWORD_COMMON, vec![]));
    }
    contains_own(&password, own).then(|| (msg::IDENTITY_PASSWORD_OWN, vec![]))
}

/// [`refusal`] as a fault of a field.
///
/// # Errors
/// `Invalid` at the field when the password is not accepted.
pub fn check(field: &'static str, password: &str, own: &[&str]) -> Result<()> {
    match refusal(password, own) {
        None => Ok(()),
        Some((key, args)) => Err(Fault::new(kernel::FaultKind::Invalid, "fault-fields").and_field(field, key, args)),
    }
}

/// Whether a password holds the person's address, a part of it, or one of their names: from six letters up anywhere,
/// from four letters up as a word (so that Anna may write "panna"), and two of them written together.
fn contains_own(password: &str, own: &[&str]) -> bool {
    let letters = |text: &str| law::fold::fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let mut parts: Vec<String> = own
        .iter()
        .flat_map(|text| {
            let local = text.split('@').next().unwrap_or_default();
            [*text, local].into_iter().chain(local.split(|c: char| !c.is_alphanumeric()))
        })
        .map(letters)
        .filter(|part| part.chars().count() >= 3)
        .collect();
    parts.sort();
    parts.dedup();
    let folded = law::fold::fold(password);
    let squeezed = letters(password);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphabetic()).collect();
    let together = |a: &String| parts.iter().any(|b| a != b && squeezed.contains(&format!("{a}{b}")));
    parts.iter().any(|part| match part.chars().count() {
        6.. => squeezed.contains(part) || together(part),
        4.. => words.contains(&part.as_str()) || together(part),
        _ => together(part),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededEntropy;

    const OWN: &[&str] = &["anna.nowak@example.pl", "Anna", "Nowak-Żółć"];

    #[test]
    fn a_long_password_of_any_signs_is_accepted() {
        for good in [
            "cztery zielone rowery",
            "zupełnie nowe hasło sąsiada",
            "kR7#x9!pQ2$wLz",
            "žluťoučký kůň úpěl",
            "🐘🐘🦒🐍🦓🐪🐫🦘🐃🐂🐄🐎",
        ] {
            assert_eq!(refusal(good, OWN), None, "{good}");
        }
    }

    #[test]
    fn short_long_common_and_own_ones_are_refused_with_the_reason() {
        let why = |p: &str| refusal(p, OWN).map(|(key, _)| key);
        assert_eq!(why(""), Some(web::msg::FIELD_REQUIRED));
        assert_eq!(why("kR7#x9!pQ2$"), Some(msg::IDENTITY_PASSWORD_SHORT));
        assert_eq!(why(&"ab c".repeat(33)), Some(msg::IDENTITY_PASSWORD_LONG));
        assert_eq!(why("1qaz2wsx3edc"), Some(msg::IDENTITY_PASSWORD_COMMON));
        for own in
            ["anna.nowak na rowerze", "ANNA na rowerze", "rower zolc nowak", "NowakAnna w mieście", "stara-anna-nowak1"]
        {
            assert_eq!(why(own), Some(msg::IDENTITY_PASSWORD_OWN), "{own}");
        }
        assert_eq!(why("stara panna w oknie"), None, "a word that only holds the letters of the name");
    }

    #[test]
    fn characters_are_counted_not_bytes() {
        let eleven = "żółćęśąźńłó";
        let args = refusal(eleven, &[]).map(|(_, args)| args);
        assert_eq!(args, Some(vec![("min", Arg::Number(12)), ("given", Arg::Number(11))]));
    }

    #[test]
    fn a_hash_is_argon2id_knows_its_password_and_no_other() {
        let entropy = SeededEntropy::new(1);
        let stored = hash("cztery zielone rowery ż", &entropy).unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(verify("cztery zielone rowery z\u{307}", Some(&stored)), "the same letter typed in two parts");
        assert!(!verify("cztery zielone rowery", Some(&stored)));
        assert!(!verify("nobody has this password", None));
        assert_ne!(stored, hash("cztery zielone rowery ż", &entropy).unwrap(), "salted");
    }
}
