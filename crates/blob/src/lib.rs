//! Files, kept under the fingerprint of their content: in a folder, or in an S3-compatible store.
//!
//! ```ignore
//! let store = Store::open("file:/var/lib/szpon/objects", &Options::default())?;   // or s3://bucket?region=…
//! let sniffed = blob::sniff(&head, "wniosek.pdf");
//! blob::check_for_citizens(&sniffed, "wniosek.pdf")?;          // a fault a person understands
//! let stored = store.put_stream(field, 20 << 20, "wniosek.pdf").await?;   // never whole in memory
//! // now write stored.hash, stored.size, stored.media_type into your table, in a unit of work
//! let body = store.stream(&stored.hash).await?;
//! ```
//!
//! An object is written before the row that names it and deleted after the last row is gone, so a row never
//! names what is not there. Writing the same content twice is the same object. When a `put_…` returns, the content
//! is durable: on a folder the file and the directories above it are flushed to the disk, on S3 the store has
//! confirmed it. What is read is checked against its fingerprint.
//!
//! To accept another kind of file from citizens, add a row to the table in `kind.rs`, and a rule to `sniff.rs` if
//! its content is not recognised yet.

mod fault;
mod kind;
mod open;
mod put;
mod sniff;
mod store;
mod zip;

/// The texts of this crate.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

pub use kind::{Kind, allowed_for_citizens, kinds_for_citizens};
pub use open::{Keys, Options};
pub use sniff::{Sniffed, check_claim, check_for_citizens, sniff, sniff_ends};
pub use store::{ByteStream, Found, Hash, Store, Stored, parse_hash};
