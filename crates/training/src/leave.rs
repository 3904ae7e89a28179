//! Who leaves the office is not chased: what a rule asked of them ends, other terms are cleared.

use db::{Conn, Db, q};
use enrolments::Source;
use kernel::{
    Ctx, OfficeScope, Result,
    ids::{EnrolmentId, OfficeId},
};
use offices::Day;

/// How many enrolments are looked at in one unit of work.
const AT_ONCE: usize = 500;

/// Enrolments with a term, those that wait for a place too, of people who no longer serve in the office.
const LEFT: &str = "SELECT e.id, e.holder_id, e.source FROM enrolment e WHERE e.due IS NOT NULL \
                    AND e.state IN ('requested', 'waiting', 'offered', 'active') AND e.office_id IS NOT NULL AND e.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM membership m \
                    WHERE m.person_id = e.person_id AND m.office_id = e.office_id AND m.from_date <= $1 \
                    AND (m.to_date IS NULL OR m.to_date >= $1)) ORDER BY e.due, e.id LIMIT ";

/// Ends what rules asked of people who left, and clears the terms others gave them. Gives how many enrolments.
///
/// # Errors
/// Those of the database.
pub async fn release(db: &Db, ctx: &Ctx) -> Result<usize> {
    let mut all = 0;
    loop {
        let ctx = ctx.clone();
        let n = db
            .write(move |c| {
                let ctx = ctx.clone();
                Box::pin(async move { some(c, &ctx).await })
            })
            .await?;
        all += n;
        if n < AT_ONCE {
            return Ok(all);
        }
    }
}

async fn some(c: &mut Conn, ctx: &Ctx) -> Result<usize> {
    let rows: Vec<(EnrolmentId, OfficeId, Source)> =
        c.all(q!(LEFT, Day(ctx.now.warsaw_date())).push("", AT_ONCE)).await?;
    for (id, holder, source) in &rows {
        match source {
            // Without a reason: whoever comes back is asked again.
            Source::Rule => {
                enrolments::let_go(c, ctx, *id).await?;
            }
            _ => enrolments::set_due(c, ctx, OfficeScope::checked(*holder), *id, None).await?,
        }
    }
    Ok(rows.len())
}
