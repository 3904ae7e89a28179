//! The context of an operation: who acts, when, with what randomness and in which language. It is the first
//! argument of every operation.

use std::{fmt, sync::Arc};

use serde::{Deserialize, Serialize};
use uuid::{Builder, Uuid};

use crate::{
    Clock, Entropy, Micros,
    ids::{ApiTokenId, OfficeId, PersonId},
};

/// The language a person reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Polish, the default.
    #[default]
    Pl,
    /// English.
    En,
}

impl Lang {
    /// The code of the language, ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Pl => "pl",
            Lang::En => "en",
        }
    }
    /// Reads a code such as `pl`, `en-GB`; anything unknown is `None`.
    pub fn parse(code: &str) -> Option<Lang> {
        match code.get(..2)?.to_ascii_lowercase().as_str() {
            "pl" => Some(Lang::Pl),
            "en" => Some(Lang::En),
            _ => None,
        }
    }
    /// Of words and their translation into English the ones for this language: the words themselves where they have none.
    pub fn choose<'a>(self, own: &'a str, english: &'a str) -> &'a str {
        if self == Lang::En && !english.is_empty() { english } else { own }
    }
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Somebody not signed in.
    Stranger,
    /// A signed-in person.
    Person {
        /// Who it is.
        id: PersonId,
        /// Name as shown, "Anna Nowak".
        name: String,
        /// Whether the person runs the installation.
        operator: bool,
    },
    /// A neighbouring system using the API.
    Token {
        /// The token.
        id: ApiTokenId,
        /// The token's name as its owner gave it.
        name: String,
        /// The person whose rights the token carries.
        person: PersonId,
        /// Their name.
        holder: String,
        /// The office it is limited to, if any.
        office: Option<OfficeId>,
        /// What it may do, for example `cases:read`.
        scopes: Vec<String>,
    },
    /// The program itself (jobs, the demo).
    System,
}

impl Actor {
    /// The person behind the action, if there is one.
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Actor::Person { id, .. } => Some(*id),
            Actor::Token { person, .. } => Some(*person),
            Actor::Stranger | Actor::System => None,
        }
    }
    /// The name to write into records and logs kept by law: of the person, also behind a token.
    pub fn name(&self) -> &str {
        match self {
            Actor::Person { name, .. } | Actor::Token { holder: name, .. } => name,
            Actor::Stranger => "",
            Actor::System => "SZPON",
        }
    }
    /// Whether this is a signed-in person who runs the installation.
    pub fn is_operator(&self) -> bool {
        matches!(self, Actor::Person { operator: true, .. })
    }
}

/// The proof that an operation is confined to one office. Every store function of an office's things takes it;
/// it is made only where membership, a public address or a token's office has been checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct OfficeScope(OfficeId);

impl OfficeScope {
    /// Confines to this office. Call it only where the right to do so was just checked.
    pub fn checked(office: OfficeId) -> Self {
        Self(office)
    }
    /// The office.
    pub fn office(self) -> OfficeId {
        self.0
    }
}

/// The context of one operation.
#[derive(Clone)]
pub struct Ctx {
    /// Who acts.
    pub actor: Actor,
    /// The language of answers.
    pub lang: Lang,
    /// The moment the operation began; one operation has one moment.
    pub now: Micros,
    /// An identifier of the request, repeated in the log.
    pub request: Uuid,
    /// The address the request came from, if any; kept in the audit log.
    pub remote: Option<String>,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
}

impl fmt::Debug for Ctx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ctx").field("actor", &self.actor).field("now", &self.now).finish_non_exhaustive()
    }
}

impl Ctx {
    /// A context that begins now.
    pub fn new(actor: Actor, lang: Lang, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Self {
        let now = clock.now();
        let mut ctx = Self { actor, lang, now, request: Uuid::nil(), remote: None, clock, entropy };
        ctx.request = ctx.uuid();
        ctx
    }
    /// The program's own context, in Polish.
    pub fn system(clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Self {
        Self::new(Actor::System, Lang::Pl, clock, entropy)
    }
    /// The same operation as somebody else.
    #[must_use]
    pub fn with_actor(&self, actor: Actor) -> Self {
        Self { actor, ..self.clone() }
    }
    /// The clock, for what begins later than the operation did.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }
    /// The source of randomness.
    pub fn entropy(&self) -> &Arc<dyn Entropy> {
        &self.entropy
    }
    /// A new identifier of the type asked for: UUIDv7 of this operation's moment.
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        T::from(self.uuid())
    }
    /// A new secret of 32 random bytes.
    pub fn secret(&self) -> [u8; 32] {
        let mut bytes = [0u8; 32];
        self.entropy.fill(&mut bytes);
        bytes
    }
    fn uuid(&self) -> Uuid {
        let mut random = [0u8; 10];
        self.entropy.fill(&mut random);
        // The clock is asked again, so that identifiers made by one long operation still sort by time.
        let millis = u64::try_from(self.clock.now().0 / 1000).unwrap_or(0);
        Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}
