//! What may go wrong. A fault carries a message key and arguments, never prose; the web turns it into a page, a
//! fragment or problem+json in the reader's language.

use std::{error::Error, fmt, sync::Arc};

/// A value put into a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Text.
    Text(String),
    /// A number, which also chooses the plural form.
    Number(i64),
}

impl From<&str> for Arg {
    fn from(s: &str) -> Self {
        Arg::Text(s.to_owned())
    }
}
impl From<String> for Arg {
    fn from(s: String) -> Self {
        Arg::Text(s)
    }
}
impl From<i64> for Arg {
    fn from(n: i64) -> Self {
        Arg::Number(n)
    }
}
impl From<i32> for Arg {
    fn from(n: i32) -> Self {
        Arg::Number(n.into())
    }
}
impl From<u32> for Arg {
    fn from(n: u32) -> Self {
        Arg::Number(n.into())
    }
}
impl From<usize> for Arg {
    fn from(n: usize) -> Self {
        Arg::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

/// Named values of a message.
pub type Args = Vec<(&'static str, Arg)>;

/// What kind of trouble it is; decides the HTTP status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// There is no such thing, or the actor may not know of it (404).
    NotFound,
    /// The actor must sign in first (401; pages lead to sign-in).
    SignIn,
    /// The actor knows of the thing but may not do this (403).
    Forbidden,
    /// What was asked cannot be read: a parameter nobody knows, a value that is none, JSON with a mistake in it (400).
    BadRequest,
    /// What was sent cannot be accepted (422).
    Invalid,
    /// There is something at this address, but nothing to be done with it in this way (405).
    Method,
    /// What was sent is of a kind that is not taken here (415).
    MediaType,
    /// Somebody else changed it meanwhile, or it is already done (409).
    Conflict,
    /// It was valid once and is no more: used or expired link (410).
    Gone,
    /// Too big (413).
    TooLarge,
    /// Too many tries (429).
    TooMany,
    /// A disk is full, the database is away (503). Nothing was done; trying again is right.
    Unavailable,
    /// A mistake of ours (500).
    Internal,
}

/// Trouble with one field of a form or of a JSON body.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldFault {
    /// The field's name as sent.
    pub field: String,
    /// Message key.
    pub key: &'static str,
    /// Values of the message.
    pub args: Args,
}

/// Something that went wrong.
#[derive(Clone)]
pub struct Fault {
    /// What kind of trouble.
    pub kind: FaultKind,
    /// Message key in a locale file.
    pub key: &'static str,
    /// Values of the message.
    pub args: Args,
    /// Fields at fault.
    pub fields: Vec<FieldFault>,
    /// What the program knows of the cause, for the log only.
    pub cause: Option<Arc<dyn Error + Send + Sync>>,
}

/// The result of an operation.
pub type Result<T, E = Fault> = std::result::Result<T, E>;

impl Fault {
    /// Trouble of a kind, with the key of its message.
    pub fn new(kind: FaultKind, key: &'static str) -> Self {
        Self { kind, key, args: Vec::new(), fields: Vec::new(), cause: None }
    }
    /// There is no such thing, or none the actor may know of.
    pub fn not_found() -> Self {
        Self::new(FaultKind::NotFound, "fault-not-found")
    }
    /// The actor must sign in.
    pub fn sign_in() -> Self {
        Self::new(FaultKind::SignIn, "fault-sign-in")
    }
    /// The actor may not do this.
    pub fn forbidden() -> Self {
        Self::new(FaultKind::Forbidden, "fault-forbidden")
    }
    /// What was sent cannot be accepted.
    pub fn invalid(key: &'static str) -> Self {
        Self::new(FaultKind::Invalid, key)
    }
    /// One field cannot be accepted.
    pub fn field(field: impl Into<String>, key: &'static str) -> Self {
        Self::new(FaultKind::Invalid, "fault-fields").and_field(field, key, Vec::new())
    }
    /// Already done, or changed meanwhile.
    pub fn conflict(key: &'static str) -> Self {
        Self::new(FaultKind::Conflict, key)
    }
    /// A mistake of ours or of the machine; the cause goes to the log.
    pub fn internal(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        let mut f = Self::new(FaultKind::Internal, "fault-internal");
        f.cause = Some(Arc::from(cause.into()));
        f
    }
    /// Something needed is away for now; nothing was done.
    pub fn unavailable(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        let mut f = Self::new(FaultKind::Unavailable, "fault-unavailable");
        f.cause = Some(Arc::from(cause.into()));
        f
    }
    /// Adds a value of the message.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
    /// Adds a field at fault.
    #[must_use]
    pub fn and_field(mut self, field: impl Into<String>, key: &'static str, args: Args) -> Self {
        self.fields.push(FieldFault { field: field.into(), key, args });
        self
    }
    /// `Ok` when no field is at fault, else the faults together.
    pub fn check(fields: Vec<FieldFault>) -> Result<()> {
        if fields.is_empty() {
            return Ok(());
        }
        Err(Self { fields, ..Self::new(FaultKind::Invalid, "fault-fields") })
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {}", self.kind, self.key)?;
        for (name, value) in &self.args {
            write!(f, " {name}={value:?}")?;
        }
        for field in &self.fields {
            write!(f, " [{}: {}]", field.field, field.key)?;
        }
        match &self.cause {
            Some(cause) => write!(f, ": {cause}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl Error for Fault {}
