//! The figures on top of a desk.

use db::{Conn, Q};
use jiff::ToSpan as _;
use kernel::{Ctx, Result};
use offices::{Day, Desk};

use super::SOON;
use crate::{incoming, policy};

/// The figures on top of a desk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DeskCounts {
    /// Assigned to me and in progress.
    pub waiting: i64,
    /// Of all I see: due within [`SOON`] days.
    pub due_soon: i64,
    /// Of all I see: overdue.
    pub overdue: i64,
    /// Followed.
    pub followed: i64,
    /// Of my units, handled by nobody.
    pub unassigned: i64,
    /// Mail that waits.
    pub incoming: incoming::Counts,
}

/// Counts what waits at a desk. Cases in progress only, so the cost follows the work in hand, not the archive.
///
/// # Errors
/// Those of the database.
pub async fn desk_counts(c: &mut Conn, ctx: &Ctx, desk: &Desk) -> Result<DeskCounts> {
    let sight = policy::sight(desk);
    let today = ctx.now.warsaw_date();
    let soon = today.checked_add(SOON.days()).unwrap_or(today);
    // Each case once: by its handler, or by its unit when somebody else handles it.
    let figures = |q: Q| {
        q.text("SELECT CAST(COALESCE(SUM(CASE WHEN due < ").push("", Day(today)).text(
            " THEN 1 ELSE 0 END), 0) AS BIGINT), CAST(COALESCE(SUM(CASE WHEN due >= ",
        )
        .push("", Day(today))
        .push(" AND due <= ", Day(soon))
        .text(
            " THEN 1 ELSE 0 END), 0) AS BIGINT), CAST(COALESCE(SUM(CASE WHEN handler_id IS NULL THEN 1 ELSE 0 END), 0) \
             AS BIGINT), COUNT(*) FROM case_file WHERE state <> 'settled' AND state = 'open'",
        )
    };
    let mine = figures(Q::new("")).push_in(" AND handler_id IN ", sight.persons.iter().copied());
    let mine: (i64, i64, i64, i64) = c.one(mine.push(" AND office_id = ", desk.scope.office())).await?;
    let mut counts = DeskCounts { waiting: mine.3, overdue: mine.0, due_soon: mine.1, ..DeskCounts::default() };
    if !sight.units.is_empty() {
        let units = figures(Q::new(""))
            .push_in(" AND unit_id IN ", sight.units.iter().copied())
            .push_in(" AND (handler_id IS NULL OR handler_id NOT IN ", sight.persons.iter().copied());
        let units: (i64, i64, i64, i64) = c.one(units.text(")")).await?;
        counts.overdue += units.0;
        counts.due_soon += units.1;
        counts.unassigned = units.2;
    }
    let followed = Q::new("SELECT COUNT(*) FROM follow f JOIN case_file cf ON cf.id = f.case_id WHERE")
        .push(" f.person_id = ", desk.member.person)
        .push(" AND f.office_id = ", desk.scope.office());
    (counts.followed,) = c.one(policy::visible(followed, &sight)).await?;
    counts.incoming = incoming::counts(c, desk).await?;
    Ok(counts)
}
