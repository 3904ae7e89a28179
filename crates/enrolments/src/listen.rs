//! What this subject hears of others.

use db::{BoxFuture, Conn, Listener};
use kernel::{Ctx, Event, Result};

use crate::{follow, versions};

/// Moves those who have not begun yet to a version just published, and puts enrolments where their learner serves when that
/// changes. The program registers it with [`Db::listen`](db::Db::listen).
pub fn listener() -> Listener {
    hear
}

fn hear<'c>(c: &'c mut Conn, ctx: &'c Ctx, event: &'c Event) -> BoxFuture<'c, Result<()>> {
    Box::pin(async move {
        match (event.kind.as_str(), event.concerns) {
            ("office.member.added" | "office.member.changed", Some(person)) => {
                follow::follow(c, ctx, person).await.map(|_| ())
            }
            ("course.published", _) => versions::listener()(c, ctx, event).await,
            _ => Ok(()),
        }
    })
}
