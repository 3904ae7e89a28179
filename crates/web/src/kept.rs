//! Files of a form that was refused: they are in the store already, and the form shown again names them, so that nobody
//! chooses them a second time.
//!
//! ```ignore
//! let keeper = Keeper::person(desk.member.person, format_args!("mail of {}", desk.scope.office()));
//! let mut files = keeper.again(&req.ctx, &form)?;                    // from an earlier try
//! files.push(keeper.keep(&req.app, &req.ctx, upload).await?);        // from this one
//! …                                                                  // refused: html! { (kept::hidden(&files)) }
//! ```
//!
//! The form carries a text sealed with the installation's key, which opens only for the same person (or the same secret
//! link), at the same form, for seven days. The fingerprint of the content would not do: everyone who ever had the file
//! knows it, and could have the store give out what somebody else put there.

use kernel::{Ctx, Micros, Result, ids::PersonId};
use maud::{Markup, html};
use seal::Place;
use serde::{Deserialize, Serialize};
use ui::Field;
use uuid::Uuid;

use crate::{App, Fields, Upload};

/// The hidden field that names files kept from an earlier try.
pub const FIELD: &str = "kept";
/// How long a file waits for its form, in days.
const DAYS: i64 = 7;
/// The most files one form may name.
const MOST: usize = 50;

/// A file in the store, waiting for the form it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    /// Its name.
    pub name: String,
    /// The object.
    pub stored: blob::Stored,
    /// What the hidden field carries.
    pub token: String,
}

/// For whom and for which form files are kept.
#[derive(Debug, Clone)]
pub struct Keeper {
    whose: String,
}

/// What is sealed.
#[derive(Serialize, Deserialize)]
struct Sealed {
    whose: String,
    until: i64,
    name: String,
    hash: String,
    size: u64,
    kind: String,
}

/// Sealed texts of this kind open nowhere else.
fn place() -> Place {
    Place::new("kept file", Uuid::nil())
}

impl Keeper {
    /// For a person signed in. `form` names the form and what it is about.
    pub fn person(person: PersonId, form: impl std::fmt::Display) -> Self {
        Self { whose: format!("person {person} {form}") }
    }
    /// For whoever came by a secret link.
    pub fn link(secret: &str, form: impl std::fmt::Display) -> Self {
        Self { whose: format!("link {secret} {form}") }
    }

    /// Puts a file that was sent into the store.
    ///
    /// # Errors
    /// `Unavailable` when the store is away or full; `Internal` without an installation key.
    pub async fn keep(&self, app: &App, ctx: &Ctx, upload: &Upload) -> Result<KeptFile> {
        let stored = app.blobs.put_file(upload.file.path(), &upload.name).await?;
        self.stored(ctx, stored, &upload.name)
    }

    /// Keeps a file that is in the store already.
    ///
    /// # Errors
    /// `Internal` without an installation key.
    pub fn stored(&self, ctx: &Ctx, stored: blob::Stored, name: &str) -> Result<KeptFile> {
        let what = Sealed {
            whose: self.whose.clone(),
            until: ctx.now.plus_days(DAYS).0,
            name: name.to_owned(),
            hash: stored.hex(),
            size: stored.size,
            kind: stored.media_type.clone(),
        };
        let text = serde_json::to_string(&what).map_err(kernel::Fault::internal)?;
        let token = seal::keyring()?.seal(&**ctx.entropy(), place(), &text)?;
        Ok(KeptFile { name: name.to_owned(), stored, token })
    }

    /// The files an earlier try of this form kept for whoever sends it now, in the order they were named. What was kept
    /// for others, for another form or too long ago is passed over.
    ///
    /// # Errors
    /// `Internal` without an installation key.
    pub fn again(&self, ctx: &Ctx, fields: &Fields) -> Result<Vec<KeptFile>> {
        if !fields.has(FIELD) {
            return Ok(Vec::new());
        }
        let keys = seal::keyring()?;
        let read = |token: &str| {
            let what: Sealed = serde_json::from_str(&keys.open(place(), token).ok()?).ok()?;
            let good = what.whose == self.whose && ctx.now < Micros(what.until);
            let hash = blob::parse_hash(&what.hash).filter(|_| good)?;
            let stored = blob::Stored { hash, size: what.size, media_type: what.kind, matches_claim: true };
            Some(KeptFile { name: what.name, stored, token: token.to_owned() })
        };
        Ok(fields.all(FIELD).take(MOST).filter_map(read).collect())
    }
}

/// The hidden fields of the form shown again.
pub fn hidden(files: &[KeptFile]) -> Markup {
    html! { @for file in files { (Field::hidden(FIELD, file.token.as_str())) } }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kernel::{FixedClock, SeededEntropy};

    use super::*;

    fn ctx(day: i64) -> Ctx {
        Ctx::system(Arc::new(FixedClock::at(Micros(0).plus_days(day))), Arc::new(SeededEntropy::new(3)))
    }

    fn fields(tokens: &[&str]) -> Fields {
        Fields(tokens.iter().map(|t| (FIELD.to_owned(), (*t).to_owned())).collect())
    }

    #[test]
    fn a_kept_file_comes_back_to_who_sent_it_for_the_same_form_within_a_week() {
        seal::install(seal::Keyring::parse(&"42".repeat(32)).unwrap());
        let anna = Keeper::person(PersonId(Uuid::from_u128(1)), "case 7");
        let stored = blob::Stored { hash: [7; 32], size: 3, media_type: "text/plain".into(), matches_claim: true };
        let kept = anna.stored(&ctx(0), stored.clone(), "mapa działki.txt").unwrap();
        let form = fields(&[&kept.token]);
        assert_eq!(anna.again(&ctx(6), &form).unwrap(), std::slice::from_ref(&kept));
        assert!(anna.again(&ctx(8), &form).unwrap().is_empty(), "a week is over");
        for other in [
            Keeper::person(PersonId(Uuid::from_u128(2)), "case 7"),
            Keeper::person(PersonId(Uuid::from_u128(1)), "case 8"),
            Keeper::link("abc", "case 7"),
        ] {
            assert!(other.again(&ctx(0), &form).unwrap().is_empty(), "{other:?}");
        }
        let changed: String = kept.token.chars().rev().collect();
        let elsewhere =
            seal::keyring().unwrap().seal(&SeededEntropy::new(1), Place::new("hook", Uuid::nil()), "{}").unwrap();
        let bad = fields(&[&stored.hex(), "", "sealed1.", &changed, &elsewhere]);
        assert!(anna.again(&ctx(0), &bad).unwrap().is_empty(), "a fingerprint known from elsewhere is not enough");
        assert!(!kept.token.contains(&stored.hex()) && !hidden(&[kept]).0.contains(&stored.hex()));
    }
}
