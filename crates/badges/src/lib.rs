//! Open Badges 3.0: certificates anybody can check, also without this program.
//!
//! No web, no SQL, no network. The moment and what was fetched come in as arguments.
//!
//! # Issuing
//! ```
//! use badges::{
//!     AchievementCredential, AchievementSubject, Achievement, Alignment, IdentityObject, KeyPlace, Known, Profile,
//!     SigningKey, StatusEntry, Step, Verdict, sign_credential, verify,
//! };
//! use kernel::{Micros, SeededEntropy};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let now = Micros(1_795_315_200_000_000);
//! let key = SigningKey::generate_ed25519(&SeededEntropy::new(1))?; // RSA is the baseline: generate_rsa()
//! let office = "https://szpon.example/badges/laki";
//! let mut course = Achievement::course("https://szpon.example/learn/rodo", "RODO w urzędzie",
//!     "Wie, jak chronić dane osobowe.", "Zaliczony test końcowy.", "pl");
//! course.alignment.push(Alignment::digcomp("4.2", "Protecting personal data and privacy"));
//! let person = IdentityObject::email("anna@example.pl", &badges::salt(&SeededEntropy::new(2)));
//! let subject = AchievementSubject::new("urn:uuid:7f9c2ba4-e88f-427e-a4bb-000000000001", person, course);
//! let issuer = Profile::new(&format!("{office}/issuer"), "Urząd Gminy Łąki");
//! let mut credential = AchievementCredential::new("https://szpon.example/c/K7QF2M", issuer, subject, now);
//! credential.credential_status = Some(StatusEntry::revocation(&format!("{office}/status/1"), 4711));
//! let address = format!("{office}/keys/{}", key.short_name()?);
//! let token = sign_credential(&credential, &key, &KeyPlace::Address(address.clone()))?;
//!
//! // # Verifying: a step says what it needs, the caller fetches it and verifies again.
//! let mut known = Known::at(now);
//! let report = verify(token.as_bytes(), &known);
//! assert_eq!(report.verdict(), Verdict::Pending);
//! assert_eq!(report.needs()[0].url(), address);
//! known.fetched.insert(&address, serde_json::to_vec(&key.jwk(Some(&address))?)?);
//! let report = verify(token.as_bytes(), &known); // now it needs the status list
//! assert_eq!(report.needs()[0].url(), "https://szpon.example/badges/laki/status/1");
//! # let list = badges::StatusListCredential::revocations(report.needs()[0].url(), &credential.issuer.id, now, 24,
//! #     badges::StatusList::default());
//! # let list = badges::sign_status_list(&list, &key, &KeyPlace::Address(address.clone()))?;
//! # known.fetched.insert("https://szpon.example/badges/laki/status/1", list.into_bytes());
//! # assert_eq!(verify(token.as_bytes(), &known).verdict(), Verdict::Valid);
//! # Ok(())
//! # }
//! ```
//!
//! # To add
//! - A kind of signature: [`Algorithm`], its key in [`PublicKey`], a vector of its RFC in `jws.rs`.
//! - A kind of Data Integrity proof: `verify/proof.rs`; contexts it needs are built in (`rdf.rs`, `contexts/`).
//! - A kind of status: `verify/status.rs`.
//! - A member of the credential: `credential/`; if verification relies on it, `verify/schema.rs`.

mod bake;
mod credential;
mod encoding;
mod issue;
mod jwk;
mod jws;
mod key;
mod picture;
mod rdf;
mod status;
mod verify;

pub use bake::{BakeFault, bake, extract, is_picture};
pub use credential::{
    AchievedResult, Achievement, AchievementCredential, AchievementSubject, Alignment, CONTEXTS, CredentialSchema,
    Criteria, DIGCOMP, Evidence, IdentifierEntry, IdentityObject, Image, Profile, Related, ResultDescription, SCHEMA,
    StatusEntry, moment,
};
pub use issue::{IssueFault, sign_credential, sign_status_list};
pub use jwk::{Jwk, JwkSet, PublicKey};
pub use jws::KeyPlace;
pub use key::{Algorithm, KeyFault, SigningKey, multikey, salt};
pub use picture::{Picture, badge_svg};
pub use status::{LEAST, StatusList, StatusListCredential};
pub use verify::{Fetched, Known, LARGEST, Need, Outcome, Reason, Report, Step, Summary, Verdict, verify};
