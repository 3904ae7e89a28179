//! An office of a hundred thousand people in fifty units, a third of whom completed a course within the last year, while
//! others are late.

use std::sync::Arc;

use db::{Conn, Db, q};
use enrolments::Learner;
use indicatif::ProgressBar;
use kernel::{
    Actor, Clock as _, Ctx, Fault, FixedClock, Lang, Micros, OfficeScope, Result, SystemClock, SystemEntropy,
    ids::{CourseId, OfficeId, UnitId},
};
use offices::{NewMember, NewUnit, Role};

/// Units of the office.
pub const UNITS: usize = 50;
/// People a unit of work enrols.
const BATCH: usize = 100;
/// One in so many completed, and one in so many of the others is late.
const COMPLETED: usize = 3;
const LATE: usize = 5;
/// One in so many of those who completed said what they think.
const SAID: usize = 4;
/// Over how many days they came.
const DAYS: usize = 360;

fn ctx(at: Micros) -> Ctx {
    Ctx::new(Actor::System, Lang::Pl, Arc::new(FixedClock::at(at)), Arc::new(SystemEntropy::default()))
}

/// Fills the office and enrols everybody on the course.
pub async fn fill(db: &Db, office: OfficeId, course: CourseId, count: usize) -> Result<()> {
    let now = SystemClock.now();
    let units = db
        .write(move |c| {
            Box::pin(async move {
                let mut units = Vec::with_capacity(UNITS);
                for n in 1..=UNITS {
                    units.push(unit(c, &ctx(now), OfficeScope::checked(office), n).await?);
                }
                Ok(units)
            })
        })
        .await?;
    let units: Arc<[UnitId]> = units.into();
    let bar = ProgressBar::new(count as u64);
    let mut running = tokio::task::JoinSet::new();
    for start in (0..count).step_by(BATCH) {
        if running.len() >= 6
            && let Some(one) = running.join_next().await
        {
            one.map_err(Fault::internal)??;
        }
        let (db, units, bar) = (db.clone(), Arc::clone(&units), bar.clone());
        let last = (start + BATCH).min(count);
        running.spawn(async move {
            db.write(move |c| {
                let units = Arc::clone(&units);
                Box::pin(async move {
                    for n in start..last {
                        let unit = units.get(n % UNITS).copied().ok_or_else(Fault::not_found)?;
                        person(c, now, OfficeScope::checked(office), unit, course, n).await?;
                    }
                    Ok(())
                })
            })
            .await?;
            bar.inc((last - start) as u64);
            Ok::<_, Fault>(())
        });
    }
    while let Some(one) = running.join_next().await {
        one.map_err(Fault::internal)??;
    }
    bar.finish();
    Ok(())
}

async fn unit(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, n: usize) -> Result<UnitId> {
    let from = ctx.now.plus_days(-500).warsaw_date();
    let new = NewUnit { parent: None, code: format!("W{n}"), name: format!("Wydział {n}"), from, to: None };
    offices::add_unit(c, ctx, scope, new).await
}

/// One person: comes on a day of the last year, is enrolled with a month to learn, and completed or is late.
async fn person(c: &mut Conn, now: Micros, scope: OfficeScope, unit: UnitId, course: CourseId, n: usize) -> Result<()> {
    let days = i64::try_from((n / UNITS) % DAYS + 1).map_err(Fault::internal)?;
    let ctx = ctx(now.plus_days(-days));
    let new = identity::NewPerson {
        email: format!("osoba{n}@bench.example"),
        given_name: "Osoba".into(),
        family_name: format!("Numer {n}"),
        password_hash: None,
        lang: Lang::Pl,
        verified: true,
    };
    let person = identity::register(c, &ctx, new).await?;
    let from = ctx.now.plus_days(-1).warsaw_date();
    let roles = vec![Role::Official];
    offices::add_member(c, &ctx, scope, NewMember { person, unit, position: None, roles, from, to: None }).await?;
    let mine = enrolments::enrol_open(c, &ctx, Learner::Person(person), course, None).await?;
    if n.is_multiple_of(COMPLETED) {
        // As `enrolments::mark` leaves the row at the end; the e-mails and certificates of so many people are not what is
        // measured.
        c.exec(q!(
            "UPDATE enrolment SET state = 'completed', done = required, completed = $2, score = 0.8 WHERE id = $1",
            mine.id,
            ctx.now.plus_seconds(3_600)
        ))
        .await?;
        if n.is_multiple_of(COMPLETED * SAID) {
            let done = enrolments::enrolment(c, mine.id).await?;
            let stars = i64::try_from(n % 5 + 1).map_err(Fault::internal)?;
            training::give(c, &ctx, &done, stars, "").await?;
        }
    } else {
        let late = n.is_multiple_of(LATE);
        let due = now.plus_days(if late { -days.clamp(1, 300) } else { 30 }).warsaw_date();
        enrolments::set_due(c, &ctx, scope, mine.id, Some(due)).await?;
    }
    Ok(())
}
