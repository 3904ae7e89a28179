//! The AchievementCredential of Open Badges 3.0 in the Verifiable Credentials Data Model 2.0: what an office issues.
//!
//! The model has one text for a name. The certificate's own language stands in `inLanguage`; the achievement in the
//! other language is a page of its own, named in `related` ([`Achievement::also`]).

use jiff::Timestamp;
use kernel::Micros;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

mod achievement;

pub use achievement::{AchievedResult, Achievement, Alignment, Criteria, Related, ResultDescription};

/// The contexts every credential begins with, in this order.
pub const CONTEXTS: [&str; 2] =
    ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];
/// The JSON Schema of the specification, for verifiers that look for one.
pub const SCHEMA: &str =
    "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";
/// Where DigComp 2.2 is published.
pub const DIGCOMP: &str = "https://publications.jrc.ec.europa.eu/repository/handle/JRC128415";

/// A moment as credentials write it, in whole seconds, so that it equals the `nbf` and `exp` of the token.
pub fn moment(at: Micros) -> Timestamp {
    Timestamp::from_second(at.timestamp().as_second()).unwrap_or_else(|_| at.timestamp())
}

fn types(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// A credential: this issuer says that this person has this achievement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AchievementCredential {
    /// What the words mean; see [`CONTEXTS`].
    #[serde(rename = "@context")]
    pub context: Vec<String>,
    /// Its own identifier, a URI: best the public page where it is checked.
    pub id: String,
    /// `VerifiableCredential`, `AchievementCredential`.
    #[serde(rename = "type")]
    pub types: Vec<String>,
    /// A name to show, usually that of the course.
    pub name: String,
    /// More words, plain text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// A picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// Who issues it.
    pub issuer: Profile,
    /// When it was issued; from then it holds.
    pub valid_from: Timestamp,
    /// Until when it holds; no such moment means without end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Timestamp>,
    /// When the achievement was earned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub awarded_date: Option<Timestamp>,
    /// Who earned what.
    pub credential_subject: AchievementSubject,
    /// Works that prove it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// Where one sees whether it was revoked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credential_status: Option<StatusEntry>,
    /// A JSON Schema it keeps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub credential_schema: Vec<CredentialSchema>,
}

impl AchievementCredential {
    /// A credential with what is obligatory; set the other members as needed.
    pub fn new(id: &str, issuer: Profile, subject: AchievementSubject, issued: Micros) -> Self {
        Self {
            context: types(&CONTEXTS),
            id: id.to_owned(),
            types: types(&["VerifiableCredential", "AchievementCredential"]),
            name: subject.achievement.name.clone(),
            description: None,
            image: None,
            issuer,
            valid_from: moment(issued),
            valid_until: None,
            awarded_date: None,
            credential_subject: subject,
            evidence: Vec::new(),
            credential_status: None,
            credential_schema: vec![CredentialSchema {
                id: SCHEMA.to_owned(),
                kind: "1EdTechJsonSchemaValidator2019".to_owned(),
            }],
        }
    }
}

/// An issuer or another organisation or person.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    /// Its address; it answers this very profile as JSON.
    pub id: String,
    /// `Profile`.
    #[serde(rename = "type")]
    pub types: Vec<String>,
    /// Its name.
    pub name: String,
    /// Its web page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// A few words about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// A picture, for an office its coat of arms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// Numbers of public registers (REGON, TERYT).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_identifier: Vec<IdentifierEntry>,
}

impl Profile {
    /// An issuer.
    pub fn new(id: &str, name: &str) -> Self {
        Self { id: id.to_owned(), types: types(&["Profile"]), name: name.to_owned(), ..Self::default() }
    }
}

/// A number in a register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IdentifierEntry {
    /// `IdentifierEntry`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The number.
    pub identifier: String,
    /// The register: a word of the specification or `ext:` and a name.
    pub identifier_type: String,
}

impl IdentifierEntry {
    /// A number in a Polish register, e.g. `regon`, `teryt`, `nip`.
    pub fn of(register: &str, number: &str) -> Self {
        Self {
            kind: "IdentifierEntry".to_owned(),
            identifier: number.to_owned(),
            identifier_type: format!("ext:{register}"),
        }
    }
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// Its address, or a `data:` URI.
    pub id: String,
    /// `Image`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it shows, for those who cannot see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
}

impl Image {
    /// A picture and what it shows.
    pub fn new(address: &str, caption: &str) -> Self {
        Self { id: address.to_owned(), kind: "Image".to_owned(), caption: Some(caption.to_owned()) }
    }
}

/// Who earned the achievement, and how well.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AchievementSubject {
    /// A URI that names the person in this credential only, e.g. a random `urn:uuid:`. It becomes the token's `sub`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// `AchievementSubject`.
    #[serde(rename = "type")]
    pub types: Vec<String>,
    /// Who it is, for one who already knows: a hashed e-mail address.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifier: Vec<IdentityObject>,
    /// What was achieved.
    pub achievement: Achievement,
    /// How well.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub result: Vec<AchievedResult>,
}

impl AchievementSubject {
    /// A person and an achievement.
    pub fn new(id: &str, identifier: IdentityObject, achievement: Achievement) -> Self {
        Self {
            id: Some(id.to_owned()),
            types: types(&["AchievementSubject"]),
            identifier: vec![identifier],
            achievement,
            result: Vec::new(),
        }
    }
}

/// Whose credential it is, without telling it to those who do not know (Open Badges 3.0, appendix B.4.4). An e-mail
/// address has little entropy: the salt only keeps the same address from looking the same in two credentials.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IdentityObject {
    /// `IdentityObject`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Whether [`IdentityObject::identity_hash`] is a hash.
    pub hashed: bool,
    /// `sha256$` and the hexadecimal SHA-256 of the value followed by the salt.
    pub identity_hash: String,
    /// `emailAddress`.
    pub identity_type: String,
    /// The salt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salt: Option<String>,
}

impl IdentityObject {
    /// A hashed e-mail address (in lower case, without surrounding spaces); the salt comes from [`crate::salt`].
    pub fn email(address: &str, salt: &str) -> Self {
        Self {
            kind: "IdentityObject".to_owned(),
            hashed: true,
            identity_hash: hash(address, salt),
            identity_type: "emailAddress".to_owned(),
            salt: Some(salt.to_owned()),
        }
    }

    /// Whether it names this e-mail address. Written in the clear it may also stand.
    pub fn is_email(&self, address: &str) -> bool {
        let address = address.trim();
        let salt = self.salt.as_deref().unwrap_or_default();
        if !self.hashed {
            return self.identity_type == "emailAddress" && self.identity_hash.trim().eq_ignore_ascii_case(address);
        }
        // Others hash the address as it was typed.
        let as_typed = format!("sha256${}", hex(&Sha256::digest(format!("{address}{salt}"))));
        self.identity_hash.eq_ignore_ascii_case(&hash(address, salt))
            || self.identity_hash.eq_ignore_ascii_case(&as_typed)
    }
}

fn hash(address: &str, salt: &str) -> String {
    format!("sha256${}", hex(&Sha256::digest(format!("{}{salt}", address.trim().to_lowercase()))))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A work that proves the achievement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// `Evidence`.
    #[serde(rename = "type")]
    pub types: Vec<String>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is, in Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub narrative: Option<String>,
}

impl Evidence {
    /// A work with a name and words about it.
    pub fn new(name: &str, narrative: &str) -> Self {
        Self {
            id: None,
            types: types(&["Evidence"]),
            name: Some(name.to_owned()),
            narrative: Some(narrative.to_owned()),
        }
    }
}

/// The place of a credential in a status list (Bitstring Status List 1.0 §2.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StatusEntry {
    /// The list's address, `#` and the index.
    pub id: String,
    /// `BitstringStatusListEntry`.
    #[serde(rename = "type")]
    pub kind: String,
    /// `revocation`.
    pub status_purpose: String,
    /// The place in the list, from 0; a text by the standard.
    pub status_list_index: String,
    /// The list's address.
    pub status_list_credential: String,
}

impl StatusEntry {
    /// The place at which a revocation will stand. Draw indices at random: counted up, they tell when one was issued.
    pub fn revocation(list: &str, index: usize) -> Self {
        Self {
            id: format!("{list}#{index}"),
            kind: "BitstringStatusListEntry".to_owned(),
            status_purpose: "revocation".to_owned(),
            status_list_index: index.to_string(),
            status_list_credential: list.to_owned(),
        }
    }
}

/// A schema a credential keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CredentialSchema {
    /// Its address.
    pub id: String,
    /// `1EdTechJsonSchemaValidator2019`.
    #[serde(rename = "type")]
    pub kind: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hashed_address_is_known_again_whatever_its_case() {
        let identity = IdentityObject::email(" Anna.Nowak@Example.pl ", "sól");
        assert!(identity.is_email("anna.nowak@example.pl"));
        assert!(identity.is_email("ANNA.NOWAK@EXAMPLE.PL"));
        assert!(!identity.is_email("anna.nowak@example.com"));
        assert!(!serde_json::to_string(&identity).unwrap().to_lowercase().contains("nowak"));
        // The value of the specification's own example of a hash: SHA-256 of the address and the salt.
        let plain = IdentityObject::email("a@b.pl", "");
        assert_eq!(plain.identity_hash, format!("sha256${}", hex(&Sha256::digest("a@b.pl"))));
    }

    #[test]
    fn moments_are_written_in_whole_seconds() {
        let at = Micros(1_795_315_242_123_456);
        assert_eq!(serde_json::to_string(&moment(at)).unwrap(), "\"2026-11-22T02:40:42Z\"");
    }
}
