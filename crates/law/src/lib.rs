//! Rules of Polish administration as plain functions: no database, no files, no network, no clock.
//!
//! What a caller gives is what a function knows. Today's date is always an argument; the tables
//! (holidays, territorial units, starter file plans) are compiled in. Every rule names the act and
//! the article it comes from, and every refusal is a typed value that explains itself in Polish and
//! in English.
//!
//! # When does a term end?
//!
//! ```
//! use law::term::{self, Span, Unit};
//! use law::Lang;
//!
//! let delivered = jiff::civil::date(2025, 12, 10);
//! let counted = term::last_day(delivered, Span::new(14, Unit::Days))?;
//! assert_eq!(counted.last_day.to_string(), "2025-12-29");
//! assert!(counted.explain(Lang::En).contains("Christmas Eve"));
//! # Ok::<(), law::term::TermError>(())
//! ```
//!
//! # Is this number right?
//!
//! ```
//! use law::check::Nip;
//!
//! let nip: Nip = "856-734-62-15".parse()?;
//! assert_eq!(nip.as_str(), "8567346215");
//! let typo = "8567346216".parse::<Nip>().unwrap_err();
//! assert!(typo.why_pl().contains("cyfra kontrolna"));
//! # Ok::<(), law::check::Refusal>(())
//! ```
//!
//! # Where to add a rule
//!
//! One rule, one file, its tests beside it. Give the act and the article in the docstring; take the
//! date as an argument; return a typed error with a sentence in both languages; put the vectors
//! under `tests/vectors` and run every one of them.

pub mod check;
pub mod cli;
pub mod file_plan;
pub mod fold;
pub mod format;
pub mod holidays;
mod lang;
pub mod money;
pub mod reference;
pub mod term;
pub mod teryt;

pub use lang::{Lang, UnknownLang};
