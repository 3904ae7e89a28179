//! Tables to be taken away, as CSV and as XLSX with the same content.
//!
//! A page offers [`buttons`] to an address of its own; the handler of that address reads which of the two was asked for
//! ([`Kind::asked`]), makes a [`Sheet`] and answers with it:
//! ```ignore
//! let files = sheet::buttons(t, |kind| with_query(&here, &[("kind", kind.as_str())]));
//!
//! let sheet = Sheet { name: t.s(msg::LIST), heads: vec![t.s(msg::PERSON), t.s(msg::DUE)], rows };
//! Ok(sheet.answer("learners", Kind::asked(&req), today).await?)
//! ```
//! Who takes away names leaves an entry of access in the audit log. The handler reads the rows in `db.read`, which many may
//! do at once, then writes the entry in a unit of work of its own, and answers after that: a long table must not hold up
//! whoever writes, and nothing leaves without its entry.

mod file;
mod give;

pub use file::{Cell, Sheet, harmless};
pub use give::{Kind, buttons};
