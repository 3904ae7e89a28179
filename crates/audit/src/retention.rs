//! How long the log is kept.

use jiff::Span;
use jobs::Runner;
use kernel::Micros;

use crate::{Entry, store};

/// The shortest time the log is kept, in years: what the National Interoperability Framework (KRI, Dz.U. 2024
/// poz. 773, § 20) asks of logs when no other rule says more.
pub const LEAST_YEARS: u32 = 2;

/// Removes entries older than so many years, once a day; fewer than [`LEAST_YEARS`] count as that many. The removal
/// itself is written into the log.
pub fn register(runner: &mut Runner, years: u32) {
    let years = years.max(LEAST_YEARS);
    runner.every("audit.retention", 86_400, move |job| async move {
        let before = years_before(job.ctx.now, years);
        let db = job.db.clone();
        db.write(move |c| {
            let job = job.clone();
            Box::pin(async move {
                let removed = store::remove_before(c, before).await?;
                if removed > 0 {
                    let entry = Entry::security("audit.expired", "audit", "")
                        .detail("removed", removed)
                        .detail("before", before.warsaw_date().to_string());
                    store::write(c, &job.ctx, None, &entry).await?;
                }
                job.finish(c).await
            })
        })
        .await?;
        Ok(())
    });
}

/// The beginning of the day so many calendar years ago in Poland.
fn years_before(now: Micros, years: u32) -> Micros {
    let back = Span::new().try_years(years).and_then(|span| now.warsaw_date().checked_sub(span));
    back.map_or(Micros(i64::MIN), Micros::start_of)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn years_are_years_of_the_calendar() {
        let noon = Micros::start_of(date(2028, 2, 29)).plus_seconds(43_200);
        assert_eq!(years_before(noon, 2), Micros::start_of(date(2026, 2, 28)));
        assert_eq!(years_before(noon, 100_000), Micros(i64::MIN));
    }
}
