//! The small words every subject of SZPON shares: typed identifiers, time, randomness, who acts, in whose
//! office, what may go wrong, and what has happened.
//!
//! No web and no SQL here. To add a kind of thing, add its identifier to the registry in [`ids`]; to let an
//! operation fail in a new way, give [`Fault`] a message key of your subject's locale file; to tell others that
//! something happened, write an [`Event`] in the same transaction.

mod clock;
mod ctx;
mod event;
mod fault;
pub mod ids;
mod rng;

pub use clock::{Clock, FixedClock, Micros, SystemClock};
pub use ctx::{Actor, Ctx, Lang, OfficeScope};
pub use event::Event;
pub use fault::{Arg, Args, Fault, FaultKind, FieldFault, Result};
pub use rng::{Entropy, SeededEntropy, SystemEntropy};
