//! Secrets that must be read again, sealed in the database with a key that is not there.
//!
//! Once, where the program is put together:
//!
//! ```ignore
//! let keys = Arc::new(Keyring::parse(&text)?);             // SZPON_SECRET_KEY or the file secret.key
//! seal::prepare(&db, &ctx, &keys, &[identity::SEALED, hooks::SEALED], false).await?;
//! seal::install(keys);
//! ```
//!
//! In a subject, where a secret is stored and read:
//!
//! ```ignore
//! let stored = seal::keyring()?.seal(&**ctx.entropy(), Place::new("hook", id.0), &secret)?;
//! let secret = seal::keyring()?.open(Place::new("hook", id.0), &stored)?;
//! ```

mod column;
mod keyring;
mod start;

use std::sync::{Arc, PoisonError, RwLock};

pub use column::Column;
use db::Migration;
use kernel::{Fault, Result};
pub use keyring::{KeyError, Keyring, OpenError, Place, is_sealed};
pub use start::{Found, Trouble, established, inspect, prepare};

/// The schema of this crate.
pub const MIGRATIONS: &[Migration] = &[Migration::new("seal", 1, include_str!("../migrations/1.sql"))];

static INSTALLED: RwLock<Option<Arc<Keyring>>> = RwLock::new(None);

/// Gives this process its keys. Said again, the last ones count.
pub fn install(keys: impl Into<Arc<Keyring>>) {
    *INSTALLED.write().unwrap_or_else(PoisonError::into_inner) = Some(keys.into());
}

/// The keys of this process.
///
/// # Errors
/// `Internal` when none were installed.
pub fn keyring() -> Result<Arc<Keyring>> {
    let installed = INSTALLED.read().unwrap_or_else(PoisonError::into_inner);
    installed.clone().ok_or_else(|| Fault::internal("no installation key was given to this process"))
}
