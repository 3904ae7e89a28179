//! Secrets that are shown once and stored only as their SHA-256. They have 256 random bits, so a fast hash is enough:
//! there is nothing to guess.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use kernel::Ctx;
use sha2::{Digest as _, Sha256};

/// A new secret, as it stands in links and cookies: 43 characters.
pub(crate) fn fresh(ctx: &Ctx) -> String {
    URL_SAFE_NO_PAD.encode(ctx.secret())
}

/// What is stored of a secret.
pub(crate) fn digest(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}
