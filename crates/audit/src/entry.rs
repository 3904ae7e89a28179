//! What is written into the log.

use serde_json::{Map, Value};

db::text_enum! {
    /// What an entry is about.
    pub enum Kind {
        /// Administration: people, roles, settings, plans, services.
        Admin = "admin",
        /// Access to protected data.
        Access = "access",
        /// Security: signing in, secrets, refusals.
        Security = "security",
    }
}

impl Kind {
    /// The message key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Admin => crate::msg::AUDIT_KIND_ADMIN,
            Kind::Access => crate::msg::AUDIT_KIND_ACCESS,
            Kind::Security => crate::msg::AUDIT_KIND_SECURITY,
        }
    }
}

/// An entry to be written. Who did it, when and from where is taken from the context.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What it is about.
    pub kind: Kind,
    /// What was done: `subject.verb`, past tense.
    pub action: &'static str,
    /// The kind of thing it was done to: `membership`, `case`.
    pub object_kind: &'static str,
    /// Which one.
    pub object_id: String,
    /// Further facts; of personal data only what tells whom it concerned.
    pub details: Map<String, Value>,
}

impl Entry {
    fn new(kind: Kind, action: &'static str, object_kind: &'static str, object: impl ToString) -> Self {
        Self { kind, action, object_kind, object_id: object.to_string(), details: Map::new() }
    }
    /// An entry about administration.
    pub fn admin(action: &'static str, object_kind: &'static str, object: impl ToString) -> Self {
        Self::new(Kind::Admin, action, object_kind, object)
    }
    /// An entry about access to protected data.
    pub fn access(action: &'static str, object_kind: &'static str, object: impl ToString) -> Self {
        Self::new(Kind::Access, action, object_kind, object)
    }
    /// An entry about security.
    pub fn security(action: &'static str, object_kind: &'static str, object: impl ToString) -> Self {
        Self::new(Kind::Security, action, object_kind, object)
    }
    /// Adds a fact. Never a password, token or other secret.
    #[must_use]
    pub fn detail(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.details.insert(name.to_owned(), value.into());
        self
    }
}
