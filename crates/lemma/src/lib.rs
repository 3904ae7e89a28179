//! Polish words for search: inflection, missing diacritics and slips of the finger forgiven.
//!
//! # A short tutorial
//!
//! To find "zgubiłem dowód" in a text that says "utrata lub zgubienie dowodu", both are turned into *terms*: folded
//! dictionary forms. Text to be searched gives its terms once, when it is stored:
//!
//! ```
//! let analyser = lemma::Analyser::polish();
//! assert_eq!(analyser.index_terms("Zgubienie dowodów"), ["zgubic", "dowod"]);
//! ```
//!
//! A query gives, for each telling word, the terms that may be meant; matching any of them is a match:
//!
//! ```
//! let analyser = lemma::Analyser::polish();
//! let stored = ["zgubic", "dowod"];
//! let query = analyser.query_terms("Jak zgubilam dowud?", &|term| stored.contains(&term));
//! assert_eq!(query, [["zgubic"], ["dowod"]]);
//! ```
//!
//! Here "jak" was dropped (it carries no subject), "zgubilam" was understood without its ł, and "dowud", unknown to the
//! dictionary, was repaired to a term that is really in the index.
//!
//! References, e-mail addresses, dates and codes stay whole, and a part of a reference finds it:
//!
//! ```
//! let analyser = lemma::Analyser::polish();
//! assert!(analyser.index_terms("Znak: OR.0123.4.2026.JK").contains(&"0123.4.2026".to_owned()));
//! assert_eq!(analyser.index_terms("800 plus"), analyser.index_terms("800+"));
//! ```
//!
//! Everything works on any string, without I/O and without failing. The dictionary (2.6 MB inside the program) comes from
//! the grammatical dictionary of Polish, see `data/NOTICE`; `README.md` tells how to make it anew.

mod analyser;
mod dictionary;
mod fold;
mod stop;
mod tokens;
mod unknown;

pub use analyser::{Analyser, Token, meet};
pub use fold::fold;
pub use tokens::Kind;
