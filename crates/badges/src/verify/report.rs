//! What a verification found, step by step.

use std::collections::BTreeMap;

use jiff::Timestamp;
use kernel::Micros;
use serde_json::Value;

use crate::credential::IdentityObject;

/// The most bytes of a fetched document that are looked at.
const DOCUMENT_MOST: usize = 4 * 1024 * 1024;

/// What the caller knows: the moment, and what it fetched.
#[derive(Debug, Clone)]
pub struct Known {
    /// The present moment.
    pub now: Micros,
    /// Documents that earlier reports asked for.
    pub fetched: Fetched,
    /// Whether keys and lists may stand at `http:` addresses: in a demonstration on one machine, never else.
    pub allow_http: bool,
}

impl Known {
    /// Nothing fetched yet.
    pub fn at(now: Micros) -> Self {
        Self { now, fetched: Fetched::default(), allow_http: false }
    }
}

/// Documents by the address a [`Need`] named. Keep one set per verification, or one cache for all that forgets
/// status lists within minutes.
#[derive(Debug, Clone, Default)]
pub struct Fetched(BTreeMap<String, Option<Vec<u8>>>);

impl Fetched {
    /// The body that came from an address; more than 4 MiB counts as not to be had.
    pub fn insert(&mut self, url: &str, body: Vec<u8>) {
        self.0.insert(url.to_owned(), Some(body).filter(|b| b.len() <= DOCUMENT_MOST));
    }

    /// The address answers nothing, or may not be fetched.
    pub fn missing(&mut self, url: &str) {
        self.0.insert(url.to_owned(), None);
    }

    pub(crate) fn get(&self, url: &str) -> Option<Option<&[u8]>> {
        self.0.get(url).map(|body| body.as_deref())
    }
}

/// A step of the verification, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// It can be read: a token or JSON, of a size, in a picture or not.
    Form,
    /// It is an Open Badges 3.0 credential with all that belongs to one.
    Schema,
    /// The signature is right.
    Signature,
    /// The key is the issuer's.
    Issuer,
    /// It holds now.
    Dates,
    /// It was not revoked.
    Status,
}

impl Step {
    /// All of them.
    pub const ALL: [Step; 6] = [Step::Form, Step::Schema, Step::Signature, Step::Issuer, Step::Dates, Step::Status];

    /// Its name for message keys and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Step::Form => "form",
            Step::Schema => "schema",
            Step::Signature => "signature",
            Step::Issuer => "issuer",
            Step::Dates => "dates",
            Step::Status => "status",
        }
    }
}

/// What must be fetched before a step can be decided. The address comes from a stranger's credential: fetch it only
/// with the guards against requests into one's own network, without redirects to elsewhere, and with a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// A key: a JWK, a JWK Set, a DID document or an issuer's profile.
    Key {
        /// Where.
        url: String,
    },
    /// A status list.
    StatusList {
        /// Where.
        url: String,
    },
}

impl Need {
    /// The address.
    pub fn url(&self) -> &str {
        match self {
            Need::Key { url } | Need::StatusList { url } => url,
        }
    }
}

/// How a step ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is right.
    Ok,
    /// It is wrong.
    Failed(Reason),
    /// It can be neither confirmed nor denied here.
    Doubt(Reason),
    /// Fetch this and verify again.
    Needs(Need),
    /// It was not looked at, as an earlier step was not passed.
    Skipped,
}

/// Why a step was not passed. [`Reason::key`] is for message keys; what it prints is English for logs and JSON.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// More bytes than any credential has.
    #[error("it is too large")]
    TooLarge,
    /// Neither a token nor JSON nor a picture.
    #[error("it is neither a token nor JSON nor a PNG or SVG picture")]
    Unreadable,
    /// A picture that is broken.
    #[error("the picture is broken")]
    BrokenPicture,
    /// A picture without a credential.
    #[error("there is no credential in the picture")]
    EmptyPicture,
    /// An Open Badges 2.0 assertion or another thing.
    #[error("it is not an Open Badges 3.0 credential")]
    NotOpenBadges3,
    /// A member is missing.
    #[error("{0} is missing")]
    Missing(String),
    /// A member is not what it should be.
    #[error("{0} is not as it should be")]
    Malformed(String),
    /// A claim of the token says other than the credential.
    #[error("the claim {0} of the token contradicts the credential")]
    Claim(String),
    /// An algorithm that is not taken: none, an HMAC or an unknown one.
    #[error("the algorithm {0} is not accepted")]
    Algorithm(String),
    /// No signature at all.
    #[error("it is not signed")]
    Unsigned,
    /// A kind of proof this program does not know.
    #[error("not supported kind of proof: {0}")]
    UnsupportedProof(String),
    /// Words defined in a place this program does not have.
    #[error("not supported context: {0}")]
    UnsupportedContext(String),
    /// The key could not be fetched.
    #[error("the key at {0} cannot be fetched")]
    KeyUnreachable(String),
    /// There is no fitting key where it should be.
    #[error("there is no fitting key at {0}")]
    NoKey(String),
    /// The signature is wrong: the credential was changed or signed with another key.
    #[error("the signature is wrong")]
    BadSignature,
    /// The key belongs to somebody else than the issuer.
    #[error("the key at {0} is not the issuer's")]
    ForeignKey(String),
    /// The key came with the credential; anybody could have made both.
    #[error("the key came with the credential, so nothing shows whose it is")]
    SelfAsserted,
    /// Not yet.
    #[error("it does not hold before {0}")]
    NotYetValid(Timestamp),
    /// No more.
    #[error("it held until {0}")]
    Expired(Timestamp),
    /// Revoked.
    #[error("it was revoked")]
    Revoked,
    /// Suspended.
    #[error("it was suspended")]
    Suspended,
    /// The status list could not be fetched.
    #[error("the status list at {0} cannot be fetched")]
    StatusUnreachable(String),
    /// The status list is not what it should be.
    #[error("the status list is not as it should be: {0}")]
    BadStatusList(String),
    /// The status list is not signed by the issuer.
    #[error("the status list is not signed by the issuer")]
    StatusUnproven,
    /// A kind of status this program does not know.
    #[error("not supported kind of status: {0}")]
    UnsupportedStatus(String),
}

impl Reason {
    /// Its name for message keys, in kebab-case.
    pub fn key(&self) -> &'static str {
        match self {
            Reason::TooLarge => "too-large",
            Reason::Unreadable => "unreadable",
            Reason::BrokenPicture => "broken-picture",
            Reason::EmptyPicture => "empty-picture",
            Reason::NotOpenBadges3 => "not-open-badges-3",
            Reason::Missing(_) => "missing",
            Reason::Malformed(_) => "malformed",
            Reason::Claim(_) => "claim",
            Reason::Algorithm(_) => "algorithm",
            Reason::Unsigned => "unsigned",
            Reason::UnsupportedProof(_) => "unsupported-proof",
            Reason::UnsupportedContext(_) => "unsupported-context",
            Reason::KeyUnreachable(_) => "key-unreachable",
            Reason::NoKey(_) => "no-key",
            Reason::BadSignature => "bad-signature",
            Reason::ForeignKey(_) => "foreign-key",
            Reason::SelfAsserted => "self-asserted",
            Reason::NotYetValid(_) => "not-yet-valid",
            Reason::Expired(_) => "expired",
            Reason::Revoked => "revoked",
            Reason::Suspended => "suspended",
            Reason::StatusUnreachable(_) => "status-unreachable",
            Reason::BadStatusList(_) => "bad-status-list",
            Reason::StatusUnproven => "status-unproven",
            Reason::UnsupportedStatus(_) => "unsupported-status",
        }
    }
}

/// The whole in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Every step is right.
    Valid,
    /// A step is wrong.
    Invalid,
    /// No step is wrong, but one could not be decided.
    Unproven,
    /// Something must be fetched first.
    Pending,
}

/// What stands in the credential, as far as it could be read. Show it as the issuer's words only when the verdict
/// is [`Verdict::Valid`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Summary {
    /// The credential's identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The issuer's identifier.
    pub issuer: String,
    /// The issuer's name; empty where the credential only has the identifier.
    pub issuer_name: String,
    /// The achievement's name.
    pub achievement: String,
    /// What one who has it knows.
    pub description: String,
    /// What one had to do; Markdown.
    pub criteria: String,
    /// Whom it is about, in the issuer's way of naming.
    pub subject: String,
    /// Hashed or plain identities of the person.
    pub identities: Vec<IdentityObject>,
    /// Since when.
    pub valid_from: Option<Timestamp>,
    /// Until when.
    pub valid_until: Option<Timestamp>,
}

impl Summary {
    /// Whether it was issued to this e-mail address; `false` also when it does not say.
    pub fn is_email(&self, address: &str) -> bool {
        let address = address.trim();
        self.identities.iter().any(|identity| identity.is_email(address))
            || (!address.is_empty()
                && self
                    .subject
                    .get(..7)
                    .zip(self.subject.get(7..))
                    .is_some_and(|(s, rest)| s.eq_ignore_ascii_case("mailto:") && rest.eq_ignore_ascii_case(address)))
    }
}

/// The report of one verification.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Each step and how it ended, in order, all six.
    pub steps: Vec<(Step, Outcome)>,
    /// What stands in the credential.
    pub summary: Option<Summary>,
    /// The credential's JSON.
    pub body: Option<Value>,
}

impl Report {
    /// How a step ended.
    pub fn outcome(&self, step: Step) -> &Outcome {
        self.steps.iter().find(|(s, _)| *s == step).map_or(&Outcome::Skipped, |(_, o)| o)
    }

    /// What must be fetched.
    pub fn needs(&self) -> Vec<&Need> {
        self.steps.iter().filter_map(|(_, o)| if let Outcome::Needs(need) = o { Some(need) } else { None }).collect()
    }

    /// The whole in one word.
    pub fn verdict(&self) -> Verdict {
        let any = |test: fn(&Outcome) -> bool| self.steps.iter().any(|(_, o)| test(o));
        if any(|o| matches!(o, Outcome::Failed(_))) {
            Verdict::Invalid
        } else if any(|o| matches!(o, Outcome::Needs(_))) {
            Verdict::Pending
        } else if any(|o| matches!(o, Outcome::Doubt(_) | Outcome::Skipped)) {
            Verdict::Unproven
        } else {
            Verdict::Valid
        }
    }
}
