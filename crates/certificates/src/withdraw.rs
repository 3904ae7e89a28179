//! Withdrawing a key that somebody else may have: its public half is published no longer, so nothing signed with it holds,
//! whoever signed it. Certificates stay as they are; a credential signed with it is signed anew when its holder asks for
//! it, and holders are told to.

use audit::Entry;
use db::{Conn, q};
use jobs::{JobCtx, JobError, Runner};
use kernel::{
    Arg, Ctx, OfficeScope, Result,
    ids::{CertificateId, OfficeId, PersonId},
};
use serde::{Deserialize, Serialize};
use web::App;

use crate::{keys, msg};

/// The job that writes to the holders of what a withdrawn key signed, some at a time.
const AGAIN: &str = "certificates.again";
/// To how many one unit of work writes.
const SOME: usize = 200;

#[derive(Clone, Serialize, Deserialize)]
struct Again {
    office: OfficeId,
    key: String,
    after: Option<CertificateId>,
}

/// Withdraws a key of an office, in use or not; if it was in use, a new one takes its place. What it signed and somebody
/// downloaded holds no longer; the holders get an e-mail. `false` when it was withdrawn before.
///
/// # Errors
/// `NotFound` when the office has no such key; `Internal` when no new key can be made.
pub async fn withdraw(app: &App, ctx: &Ctx, scope: OfficeScope, short: &str) -> Result<bool> {
    let new = keys::fresh(ctx).await?;
    let again = Again { office: scope.office(), key: short.to_owned(), after: None };
    let ctx = ctx.clone();
    app.db
        .write(move |c| {
            let (ctx, new, again) = (ctx.clone(), new.clone(), again.clone());
            Box::pin(async move {
                let key = keys::key(c, again.office, &again.key).await?;
                let changed = c
                    .exec(q!(
                        "UPDATE badge_key SET withdrawn = $2, retired = COALESCE(retired, $2), secret = NULL \
                         WHERE id = $1 AND withdrawn IS NULL",
                        key.id,
                        ctx.now
                    ))
                    .await?;
                if changed == 0 {
                    return Ok(false);
                }
                let entry = Entry::security("badge_key.withdrawn", "office", again.office).detail("key", &*again.key);
                audit::write(c, &ctx, Some(again.office), &entry).await?;
                keys::replace(c, &ctx, again.office, &new).await?;
                jobs::enqueue(c, &ctx, AGAIN, &again, ctx.now).await.map(|_| true)
            })
        })
        .await
}

/// A person's certificates whose credential, as they have it, was signed with a key that was withdrawn since.
pub(crate) async fn stale(c: &mut Conn, person: PersonId) -> Result<Vec<CertificateId>> {
    let rows: Vec<(CertificateId,)> = c
        .all(q!(
            "SELECT z.id FROM certificate z JOIN badge_key k ON k.office_id = z.office_id AND k.short = z.jwt_key \
             WHERE z.person_id = $1 AND z.revoked_at IS NULL AND k.withdrawn IS NOT NULL LIMIT 500",
            person
        ))
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

async fn write_some(c: &mut Conn, ctx: &Ctx, again: &Again) -> Result<()> {
    let mut q = q!(
        "SELECT z.id, z.label, z.person_id FROM certificate z WHERE z.office_id = $1 AND z.jwt_key = $2 \
         AND z.revoked_at IS NULL AND z.person_id IS NOT NULL",
        again.office,
        &again.key
    );
    if let Some(after) = again.after {
        q = q.push(" AND z.id > ", after);
    }
    let rows: Vec<(CertificateId, String, PersonId)> = c.all(q.push(" ORDER BY z.id LIMIT ", SOME)).await?;
    for (_, number, person) in &rows {
        let Some((person, t)) = identity::reader(c, *person).await? else { continue };
        let number: &[(&'static str, Arg)] = &[("number", number.as_str().into())];
        let mail = person
            .mail(t.f(msg::CERTIFICATES_MAIL_AGAIN, number))
            .paragraph(t.f(msg::CERTIFICATES_MAIL_AGAIN_TEXT, number))
            .button(t.s(msg::CERTIFICATES_MAIL_AGAIN_BUTTON), identity::url("/learn/certificates"));
        mail::queue(c, ctx, &mail).await?;
    }
    if let Some((last, ..)) = rows.last().filter(|_| rows.len() == SOME) {
        jobs::enqueue(c, ctx, AGAIN, &Again { after: Some(*last), ..again.clone() }, ctx.now).await?;
    }
    Ok(())
}

/// Registers the job that writes to holders.
pub fn register(runner: &mut Runner) {
    runner.on(AGAIN, |job: JobCtx, again: Again| async move {
        let done = job.clone();
        let work = job.db.write(move |c| {
            let (job, again) = (done.clone(), again.clone());
            Box::pin(async move {
                write_some(c, &job.ctx, &again).await?;
                job.finish(c).await
            })
        });
        work.await.map_err(JobError::from)
    });
}
