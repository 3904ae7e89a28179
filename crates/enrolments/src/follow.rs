//! Learners who change units or offices: an enrolment stands where the learner serves today, so that their superior sees
//! them and the one before does not. Certificates keep what was so on the day they were issued.

use db::{Conn, Db, q};
use kernel::{
    Ctx, Result,
    ids::{OfficeId, PersonId, UnitId},
};
use offices::Day;

use crate::{Enrolment, enrolment::of_person};

/// How many people are read, or followed in one unit of work, at once.
const AT_ONCE: usize = 500;

/// Where an enrolment stands: an office and a unit of it.
type Stands = (Option<OfficeId>, Option<UnitId>);

/// Where somebody serves, the longest service first.
async fn services(c: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<(OfficeId, UnitId)>> {
    c.all(q!(
        "SELECT office_id, unit_id FROM membership WHERE person_id = $1 AND from_date <= $2 \
         AND (to_date IS NULL OR to_date >= $2) ORDER BY from_date, id LIMIT 100",
        person,
        Day(ctx.now.warsaw_date())
    ))
    .await
}

/// Where an enrolment belongs by these services.
fn belongs(e: &Enrolment, services: &[(OfficeId, UnitId)]) -> Stands {
    let stays = (e.office, e.unit);
    let first_in = |office: OfficeId| services.iter().find(|s| s.0 == office);
    if let Some(office) = e.office
        && let Some(first) = first_in(office)
    {
        let same = services.iter().any(|s| s.0 == office && Some(s.1) == e.unit);
        return if same { stays } else { (Some(office), Some(first.1)) };
    }
    // What ended belongs to the office it was done in. What an office asked for by a day is that office's to release.
    let asked = e.office.is_some() && e.state.live() && e.due.is_some();
    if !e.state.live() || asked {
        return stays;
    }
    match first_in(e.holder).or_else(|| services.first()) {
        Some((office, unit)) => (Some(*office), Some(*unit)),
        None => (None, None),
    }
}

/// Puts a person's enrolments where they serve today. Of several units the one an enrolment stands in is kept while they
/// serve there. Enrolments that ended follow within their office; those still going on to another one, once the office
/// before released what it asked for by a day. Gives how many changed.
///
/// # Errors
/// Those of the database.
pub async fn follow(c: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<usize> {
    let mut rows = of_person(c, person).await?;
    if rows.is_empty() {
        return Ok(0);
    }
    // Always in one order, so that two at once cannot wait for each other.
    rows.reverse();
    let services = services(c, ctx, person).await?;
    let mut changed = 0;
    for row in rows {
        let to = belongs(&row, &services);
        if to == (row.office, row.unit) {
            continue;
        }
        c.exec(q!(
            "UPDATE enrolment SET office_id = $2, unit_id = $3, version = version + 1 WHERE id = $1",
            row.id,
            to.0,
            to.1
        ))
        .await?;
        changed += 1;
    }
    Ok(changed)
}

/// People of whom an enrolment may stand elsewhere than they serve on a day. The unit is compared in a `CASE`, so that SQLite looks
/// for the person's services and does not walk over everybody of the unit.
const ELSEWHERE: &str = "SELECT DISTINCT e.person_id FROM enrolment e WHERE e.person_id IS NOT NULL AND ((e.office_id IS NOT NULL \
    AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = e.person_id AND m.office_id = e.office_id \
    AND CASE WHEN m.unit_id = e.unit_id THEN TRUE ELSE FALSE END AND m.from_date <= $1 \
    AND (m.to_date IS NULL OR m.to_date >= $1)) \
    AND (e.state IN ('requested', 'waiting', 'offered', 'active') OR EXISTS (SELECT 1 FROM membership m \
    WHERE m.person_id = e.person_id AND m.office_id = e.office_id AND m.from_date <= $1 \
    AND (m.to_date IS NULL OR m.to_date >= $1)))) OR (e.office_id IS NULL \
    AND e.state IN ('requested', 'waiting', 'offered', 'active') AND EXISTS (SELECT 1 FROM membership m \
    WHERE m.person_id = e.person_id AND m.from_date <= $1 AND (m.to_date IS NULL OR m.to_date >= $1))))";

/// Follows everybody whose services began or ended by their dates, which nothing tells. The database finds them in one walk
/// over the enrolments; who serves where they did costs no more than that. Gives how many enrolments changed.
///
/// # Errors
/// Those of the database. What was done before stays, and another run goes on from there.
pub async fn follow_all(db: &Db, ctx: &Ctx) -> Result<usize> {
    let today = Day(ctx.now.warsaw_date());
    let (mut after, mut changed): (Option<PersonId>, usize) = (None, 0);
    loop {
        let people: Vec<(PersonId,)> = db
            .read(move |c| {
                Box::pin(async move {
                    let mut q = q!(ELSEWHERE, today);
                    if let Some(after) = after {
                        q = q.push(" AND e.person_id > ", after);
                    }
                    c.all(q.push(" ORDER BY e.person_id LIMIT ", AT_ONCE)).await
                })
            })
            .await?;
        let (last, n) = (people.last().map(|p| p.0), people.len());
        let ctx = ctx.clone();
        changed += db
            .write(move |c| {
                let (ctx, people) = (ctx.clone(), people.clone());
                Box::pin(async move {
                    let mut changed = 0;
                    for (person,) in people {
                        changed += follow(c, &ctx, person).await?;
                    }
                    Ok(changed)
                })
            })
            .await?;
        if n < AT_ONCE {
            return Ok(changed);
        }
        after = last;
    }
}
