//! What waits for somebody at a desk besides cases, mail and letters. The arrows between subjects do not lead from this one
//! to learning, so the program registers who tells it.

use std::sync::OnceLock;

use db::{BoxFuture, Conn};
use i18n::T;
use kernel::Result;
use offices::Desk;

/// A line of what waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wait {
    /// How many.
    pub count: i64,
    /// Of what, in the reader's language, after the number: `works to mark: Plain language`.
    pub words: String,
    /// Where it is done.
    pub href: String,
}

/// Tells what waits for somebody at a desk.
pub type Waits = for<'c> fn(&'c mut Conn, &'c Desk, T) -> BoxFuture<'c, Result<Vec<Wait>>>;

static WAITS: OnceLock<Waits> = OnceLock::new();

/// Registers who tells it. A second call changes nothing.
pub fn register_waits(tell: Waits) {
    let _ = WAITS.set(tell);
}

pub(crate) async fn waits(c: &mut Conn, desk: &Desk, t: T) -> Result<Vec<Wait>> {
    match WAITS.get() {
        Some(tell) => tell(c, desk, t).await,
        None => Ok(Vec::new()),
    }
}
