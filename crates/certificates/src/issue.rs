//! Issuing: who completes a course gets a certificate in the same unit of work, once, with the next number.

use badges::{IdentityObject, LEAST};
use db::{BoxFuture, Conn, Json, Listener, q};
use enrolments::{Enrolment, State};
use kernel::{
    Ctx, Event, Fault, Result,
    ids::{CertificateId, CourseId, CourseVersionId, EnrolmentId, OfficeId},
};
use law::fold::fold;
use offices::Day;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::{code, facts, template};

/// Certificates of one status list: half of its places, so that a free place is soon found by chance.
pub(crate) const LIST: i64 = LEAST as i64 / 2;
/// How often a free place or code is looked for; that none is found has odds of less than one to 2 to the power of 60.
const DRAWS: usize = 64;

/// Issues certificates, and writes down what they will say when a version is published. The program registers it with
/// [`Db::listen`](db::Db::listen).
///
/// It hears `course.published`; `course.completed`; and `enrolment.claimed`, for somebody who completed a course as a
/// guest and now has an account.
pub fn listener() -> Listener {
    hear
}

fn part<T: DeserializeOwned>(event: &Event, name: &str) -> Option<T> {
    serde_json::from_value(event.payload.get(name)?.clone()).ok()
}

fn hear<'c>(c: &'c mut Conn, ctx: &'c Ctx, event: &'c Event) -> BoxFuture<'c, Result<()>> {
    Box::pin(async move {
        match event.kind.as_str() {
            "course.published" => {
                let Some(version) = part::<CourseVersionId>(event, "version") else { return Ok(()) };
                let course = courses::course(c, CourseId(event.object)).await?;
                facts::keep(c, &course, version).await
            }
            "course.completed" | "enrolment.claimed" => {
                let row = enrolments::enrolment(c, EnrolmentId(event.object)).await?;
                if row.state == State::Completed {
                    issue(c, ctx, &row).await?;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    })
}

/// Issues the certificate of a completed enrolment, unless there is one. A guest gets none: a certificate bears a name.
/// Emits `certificate.issued`. The enrolment is taken for this unit of work.
///
/// # Errors
/// Those of the database.
pub async fn issue(c: &mut Conn, ctx: &Ctx, row: &Enrolment) -> Result<Option<CertificateId>> {
    let (Some(person), Some(completed)) = (row.person, row.completed) else { return Ok(None) };
    if crate::of_enrolment(c, row.id).await?.is_some() {
        return Ok(None);
    }
    let who = identity::person(c, person).await?;
    let facts = facts::facts(c, row.course_version).await?;
    let (id, subject): (CertificateId, Uuid) = (ctx.new_id(), random(ctx));
    let code = free_code(c, ctx).await?;
    let (list, place) = free_place(c, ctx, row.holder).await?;
    let template = template::current(c, row.holder).await?.number;
    let identity = IdentityObject::email(&who.email, &badges::salt(&**ctx.entropy()));
    let today = ctx.now.warsaw_date();
    let expires = facts.valid_until(today).map(Day);
    let year = i64::from(today.year());
    // Last, so that others wait for the number as shortly as can be; when this unit of work fails the next one gets it.
    let (number,): (i64,) = c
        .one(q!(
            "INSERT INTO certificate_counter (office_id, year, last) VALUES ($1, $2, 1) \
             ON CONFLICT (office_id, year) DO UPDATE SET last = certificate_counter.last + 1 RETURNING last",
            row.holder,
            year
        ))
        .await?;
    let label = format!("SZ/{year}/{number:06}");
    let folded = fold(&format!("{} {label} {code} {} {}", who.name(), facts.title, facts.title_en));
    c.exec(q!(
        "INSERT INTO certificate (id, office_id, year, number, label, code, enrolment_id, course_id, version_id, person_id, \
         served_id, unit_id, name, facts, score, completed, issued, expires, revoked_at, revoked_by, reason, erased, \
         template, subject, identity, list, place, jwt, folded) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, \
         $13, $14, $15, $16, $17, $18, NULL, '', '', FALSE, $19, $20, $21, $22, $23, NULL, $24)",
        id,
        row.holder,
        year,
        number,
        &label,
        &code,
        row.id,
        row.course,
        row.course_version,
        person,
        row.office,
        row.unit,
        who.name(),
        Json(&facts),
        row.score,
        completed,
        ctx.now,
        expires,
        template,
        subject,
        Json(Some(identity)),
        list,
        place,
        folded
    ))
    .await?;
    let event = Event {
        kind: "certificate.issued".into(),
        office: Some(row.holder),
        object: id.0,
        concerns: Some(person),
        payload: serde_json::json!({ "certificate": id, "number": label, "course": row.course, "enrolment": row.id }),
    };
    c.emit(ctx, &event).await?;
    Ok(Some(id))
}

/// An identifier that tells nothing, not even when it was made.
fn random(ctx: &Ctx) -> Uuid {
    let mut bytes = [0u8; 16];
    ctx.entropy().fill(&mut bytes);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

async fn free_code(c: &mut Conn, ctx: &Ctx) -> Result<String> {
    for _ in 0..DRAWS {
        let code = code::fresh(ctx);
        if c.opt::<(CertificateId,)>(q!("SELECT id FROM certificate WHERE code = $1", &code)).await?.is_none() {
            return Ok(code);
        }
    }
    Err(Fault::internal("no free code of a certificate was found"))
}

/// A place in the office's status list that no certificate has. Counted up, places would tell when one was issued.
async fn free_place(c: &mut Conn, ctx: &Ctx, office: OfficeId) -> Result<(i64, i64)> {
    let (issued,): (i64,) = c
        .one(q!("SELECT CAST(COALESCE(SUM(last), 0) AS BIGINT) FROM certificate_counter WHERE office_id = $1", office))
        .await?;
    let list = issued / LIST + 1;
    for _ in 0..DRAWS {
        let mut bytes = [0u8; 8];
        ctx.entropy().fill(&mut bytes);
        // A power of two: every place is as likely.
        let place = i64::from_be_bytes(bytes).rem_euclid(LEAST as i64);
        let taken =
            q!("SELECT id FROM certificate WHERE office_id = $1 AND list = $2 AND place = $3", office, list, place);
        if c.opt::<(CertificateId,)>(taken).await?.is_none() {
            return Ok((list, place));
        }
    }
    Err(Fault::internal("no free place in the status list was found"))
}
