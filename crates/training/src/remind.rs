//! Reminders: 14 and 3 days before the last day, then weekly; at most one e-mail a week to a person, which says only that
//! there is something to do. The superior hears once a week, only when somebody of their units is late.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use db::{Conn, Db, Q, q};
use jiff::{ToSpan as _, civil::Date};
use kernel::{
    Ctx, Micros, OfficeScope, Result,
    ids::{EnrolmentId, OfficeId, PersonId, UnitId},
};
use offices::{Day, Filter, Role};

use crate::msg;

/// The first reminder comes so many days before the last day.
pub const FIRST: i32 = 14;
/// The second.
pub const SECOND: i32 = 3;
/// Days between two e-mails to a person, and between two reminders of who is late.
pub const WEEK: i32 = 7;
/// How many enrolments are read at once.
const AT_ONCE: usize = 2_000;

/// Which reminder is due so many days before the last day (negative after it): 1, 2, then 3 and on, one for each week late.
fn step(days_left: i32) -> Option<i64> {
    match days_left {
        d if d > FIRST => None,
        d if d > SECOND => Some(1),
        d if d >= 0 => Some(2),
        d => Some(i64::from(3 + (-d - 1) / WEEK)),
    }
}

db::row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    struct Due {
        id: EnrolmentId,
        person: PersonId,
        due: Day,
        created: Micros,
    }
}

/// Enrolments under way with a term, of people who serve where they are enrolled for, or are enrolled for themselves.
const DUE: &str = "SELECT e.id, e.person_id, e.due, e.created FROM enrolment e WHERE e.state = 'active' \
                   AND e.due IS NOT NULL AND e.due <= $1 AND e.person_id IS NOT NULL AND (e.office_id IS NULL OR EXISTS \
                   (SELECT 1 FROM membership m WHERE m.person_id = e.person_id AND m.office_id = e.office_id \
                   AND m.from_date <= $2 AND (m.to_date IS NULL OR m.to_date >= $2)))";

/// The enrolments to remind of, by person; whoever began less than a week ago heard of it then.
async fn pending(c: &mut Conn, today: Date) -> Result<BTreeMap<PersonId, Vec<(EnrolmentId, Day, i64)>>> {
    let until = today.checked_add(i64::from(FIRST).days()).unwrap_or(Date::MAX);
    let mut all: BTreeMap<PersonId, Vec<(EnrolmentId, Day, i64)>> = BTreeMap::new();
    let mut last: Option<(Day, EnrolmentId)> = None;
    loop {
        let mut q = q!(DUE, Day(until), Day(today));
        if let Some((due, id)) = last {
            q = q.push(" AND (e.due, e.id) > (", due).push(", ", id).text(")");
        }
        let rows: Vec<Due> = c.all(q.push(" ORDER BY e.due, e.id LIMIT ", AT_ONCE)).await?;
        let sent: Vec<(EnrolmentId, Day, i64)> = c
            .all(
                Q::new("SELECT enrolment_id, due, step FROM training_reminder")
                    .push_in(" WHERE enrolment_id IN ", rows.iter().map(|r| r.id))
                    .text(" LIMIT 1000000"),
            )
            .await?;
        let sent: BTreeSet<(EnrolmentId, Day, i64)> = sent.into_iter().collect();
        for r in &rows {
            let Some(step) = step(days_between(today, r.due.0)) else { continue };
            let fresh = step == 1 && days_between(r.created.warsaw_date(), today) < WEEK;
            if !fresh && !sent.contains(&(r.id, r.due, step)) {
                all.entry(r.person).or_default().push((r.id, r.due, step));
            }
        }
        last = rows.last().map(|r| (r.due, r.id));
        if rows.len() < AT_ONCE {
            return Ok(all);
        }
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// Takes the person's turn for an e-mail of a kind: `false` when they had one less than a week ago.
async fn turn(c: &mut Conn, person: PersonId, kind: &str, today: Date) -> Result<bool> {
    let latest = today.checked_sub(i64::from(WEEK).days()).unwrap_or(Date::MIN);
    let taken = c
        .exec(q!(
            "INSERT INTO training_mail (person_id, kind, day) VALUES ($1, $2, $3) ON CONFLICT (person_id, kind) \
             DO UPDATE SET day = excluded.day WHERE training_mail.day <= $4",
            person,
            kind,
            Day(today),
            Day(latest)
        ))
        .await?;
    Ok(taken == 1)
}

/// Writes to everybody who is to be reminded today. Gives how many e-mails that were. Doing it twice sends nothing more.
///
/// # Errors
/// Those of the database. Who was written to before is not written to again by the next try.
pub async fn remind(db: &Db, ctx: &Ctx) -> Result<usize> {
    let today = ctx.now.warsaw_date();
    let people = db.read(move |c| Box::pin(async move { pending(c, today).await })).await?;
    let mut n = 0;
    for (person, of) in people {
        let ctx = ctx.clone();
        let sent = db.write(move |c| {
            let (ctx, of) = (ctx.clone(), of.clone());
            Box::pin(async move { one(c, &ctx, person, &of).await })
        });
        n += usize::from(sent.await?);
    }
    Ok(n)
}

async fn one(c: &mut Conn, ctx: &Ctx, person: PersonId, of: &[(EnrolmentId, Day, i64)]) -> Result<bool> {
    if !turn(c, person, "learner", ctx.now.warsaw_date()).await? {
        return Ok(false);
    }
    for (id, due, step) in of {
        c.exec(q!(
            "INSERT INTO training_reminder (enrolment_id, due, step, person_id, at) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT DO NOTHING",
            *id,
            *due,
            *step,
            person,
            ctx.now
        ))
        .await?;
    }
    let texts = [msg::TRAINING_MAIL_REMINDER, msg::TRAINING_MAIL_REMINDER_TEXT, msg::TRAINING_MAIL_REMINDER_BUTTON];
    write(c, ctx, person, texts, "/learn#mine").await
}

async fn write(c: &mut Conn, ctx: &Ctx, person: PersonId, texts: [&'static str; 3], path: &str) -> Result<bool> {
    let Some((person, t)) = identity::reader(c, person).await? else { return Ok(false) };
    let [subject, text, button] = texts;
    let mail = person.mail(t.s(subject)).paragraph(t.s(text)).button(t.s(button), identity::url(path));
    mail::queue(c, ctx, &mail).await?;
    Ok(true)
}

/// Who is late, by office: the unit and the person.
type Late = HashMap<OfficeId, Vec<(UnitId, PersonId)>>;

async fn late(c: &mut Conn, today: Date) -> Result<Late> {
    let rows: Vec<(OfficeId, UnitId, PersonId)> = c
        .all(q!(
            "SELECT DISTINCT office_id, unit_id, person_id FROM enrolment WHERE state = 'active' AND due IS NOT NULL \
             AND due < $1 AND office_id IS NOT NULL AND unit_id IS NOT NULL AND person_id IS NOT NULL LIMIT 200000",
            Day(today)
        ))
        .await?;
    let mut all = Late::new();
    for (office, unit, person) in rows {
        all.entry(office).or_default().push((unit, person));
    }
    Ok(all)
}

/// Writes to superiors of whom somebody is late, once a week. Gives how many e-mails that were.
///
/// # Errors
/// Those of the database.
pub async fn tell_superiors(db: &Db, ctx: &Ctx) -> Result<usize> {
    let today = ctx.now.warsaw_date();
    let late = db.read(move |c| Box::pin(async move { late(c, today).await })).await?;
    let mut n = 0;
    for (office, rows) in late {
        let ctx = ctx.clone();
        let sent = db.write(move |c| {
            let (ctx, rows) = (ctx.clone(), rows.clone());
            Box::pin(async move { office_superiors(c, &ctx, office, &rows).await })
        });
        n += sent.await?;
    }
    Ok(n)
}

async fn office_superiors(c: &mut Conn, ctx: &Ctx, office: OfficeId, late: &[(UnitId, PersonId)]) -> Result<usize> {
    let (scope, today) = (OfficeScope::checked(office), ctx.now.warsaw_date());
    let units = offices::units(c, scope, today).await?;
    let superiors = offices::members(c, scope, Filter { role: Some(Role::Superior), ..Filter::on(today) }).await?;
    let path = format!("/desk/{}/training", offices::by_id(c, office).await?.slug);
    let mut n = 0;
    for superior in superiors {
        let theirs = offices::with_those_below(&units, superior.unit);
        let concerns = late.iter().any(|(unit, who)| *who != superior.person && theirs.contains(unit));
        if concerns && turn(c, superior.person, "superior", today).await? {
            let texts = [msg::TRAINING_MAIL_LATE, msg::TRAINING_MAIL_LATE_TEXT, msg::TRAINING_MAIL_LATE_BUTTON];
            n += usize::from(write(c, ctx, superior.person, texts, &path).await?);
        }
    }
    Ok(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reminders_come_in_steps() {
        let steps = [15, 14, 4, 3, 0, -1, -7, -8, -14, -15].map(step);
        let expected = [None, Some(1), Some(1), Some(2), Some(2), Some(3), Some(3), Some(4), Some(4), Some(5)];
        assert_eq!(steps, expected);
    }
}
