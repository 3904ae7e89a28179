//! A form being filled in (wersja robocza). It stays on the version of the form it began with, whatever is published
//! meanwhile, and on what was typed, also where it will not do yet.

mod keys;

use std::collections::BTreeMap;

use db::{Conn, Json, q};
use kernel::{
    Ctx, Fault, FaultKind, Micros, OfficeScope, Result,
    ids::{DraftId, FormId, OfficeId, PersonId, ServiceId, SubmissionId},
};
pub(crate) use keys::secret;
pub use keys::{KeyKind, PROOF_HOURS, by_secret, link, prove, proven};
use keys::{add_key, holds};
use uuid::Uuid;

use crate::{
    answers::{Answer, Answers},
    form::{self, sha256},
    msg,
    schema::{Form, Kind, Prefill},
    service::{self, ServiceRow},
};

/// How long a draft nobody touches is kept.
pub const KEPT_DAYS: i64 = 90;
/// The most files of one draft.
pub const MOST_FILES: usize = 60;

db::row! {
    /// A draft.
    #[derive(Debug, Clone, PartialEq)]
    pub struct DraftRow {
        /// Identifier.
        pub id: DraftId,
        /// The office.
        pub office_id: OfficeId,
        /// The service.
        pub service_id: ServiceId,
        /// The version of the form.
        pub form_id: FormId,
        /// The person filling it in, if signed in.
        pub person_id: Option<PersonId>,
        /// The address a stranger gave, or empty.
        pub email: String,
        /// When the address was proven.
        pub email_proven_at: Option<Micros>,
        /// When it was begun.
        pub created: Micros,
        /// When it was changed.
        pub updated: Micros,
        /// What became of it.
        pub submission_id: Option<SubmissionId>,
    }
}

macro_rules! columns {
    () => {
        "id, office_id, service_id, form_id, person_id, email, email_proven_at, created, updated, submission_id"
    };
}
pub(crate) use columns;

db::row! {
    /// A step of a draft: what was typed.
    #[derive(Debug, Clone, PartialEq)]
    pub struct StepRow {
        /// The step.
        pub step: String,
        /// What was typed.
        pub answers: Json<Answers>,
        /// Whether it was left with everything in order.
        pub done: bool,
        /// Counts changes.
        pub version: i64,
    }
}

db::row! {
    /// A file of a draft.
    #[derive(Debug, Clone, PartialEq)]
    pub struct DraftFile {
        /// Identifier.
        pub id: Uuid,
        /// The field it answers.
        pub field: String,
        /// Name as sent.
        pub name: String,
        /// SHA-256, hexadecimal.
        pub hash: String,
        /// Bytes.
        pub size: i64,
        /// Media type recognised from the content.
        pub media_type: String,
    }
}

db::row! {
    /// A draft in a person's list.
    #[derive(Debug, Clone, PartialEq)]
    pub struct DraftListed {
        /// Identifier.
        pub id: DraftId,
        /// The office.
        pub office_id: OfficeId,
        /// The service.
        pub service_id: ServiceId,
        /// The service's name in Polish.
        pub name_pl: String,
        /// The service's name in English.
        pub name_en: String,
        /// When it was changed.
        pub updated: Micros,
    }
}

/// Who asks for a draft: a person signed in, or the secrets in a browser's cookie.
#[derive(Debug, Clone, Default)]
pub struct Holder {
    /// The person signed in.
    pub person: Option<PersonId>,
    /// Secrets.
    pub secrets: Vec<String>,
}

/// A draft with all that belongs to it.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The draft.
    pub row: DraftRow,
    /// The service.
    pub service: ServiceRow,
    /// The form it is filled in on.
    pub form: Form,
    /// What was typed, by step.
    pub steps: BTreeMap<String, StepRow>,
    /// Its files, in the order added.
    pub files: Vec<DraftFile>,
}

impl Draft {
    /// All answers as typed.
    pub fn answers(&self) -> Answers {
        let mut all = Answers::default();
        for step in &self.form.steps {
            if let Some(row) = self.steps.get(&step.id) {
                all.0.extend(row.answers.0.0.clone());
            }
        }
        all
    }
    /// How many files answer a field.
    pub fn files_of(&self, field: &str) -> usize {
        self.files.iter().filter(|f| f.field == field).count()
    }
    /// The version of a step; 0 before it was first saved.
    pub fn version(&self, step: &str) -> i64 {
        self.steps.get(step).map_or(0, |s| s.version)
    }
    /// What was typed in a step.
    pub fn typed(&self, step: &str) -> Answers {
        self.steps.get(step).map(|s| s.answers.0.clone()).unwrap_or_default()
    }
}

/// Begins a draft of a published service's form. `account` is the person signed in with name parts and address, from
/// which fields are filled in beforehand. Gives the draft and, for a stranger, the secret that opens it.
///
/// # Errors
/// `NotFound` when the service is hidden or has no published form.
pub async fn start(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    slug: &str,
    account: Option<&identity::PersonRow>,
) -> Result<(DraftId, Option<String>)> {
    let service = service::published_service(c, scope, slug).await?;
    let form_id = service.form_id.ok_or_else(Fault::not_found)?;
    let form = form::form(c, scope, form_id).await?;
    let id: DraftId = ctx.new_id();
    c.exec(q!(
        "INSERT INTO draft (id, office_id, service_id, form_id, person_id, email, email_proven_at, created, updated, \
         submission_id) VALUES ($1, $2, $3, $4, $5, '', NULL, $6, $6, NULL)",
        id,
        scope.office(),
        service.id,
        form_id,
        account.map(|p| p.id),
        ctx.now
    ))
    .await?;
    let Some(person) = account else {
        let secret = secret(ctx);
        add_key(c, ctx, id, &secret, KeyKind::Holder, "").await?;
        return Ok((id, Some(secret)));
    };
    for step in &form.steps {
        let mut answers = Answers::default();
        for field in step.fields.iter().filter(|f| f.kind.answers()) {
            let text = match field.prefill {
                Some(Prefill::GivenName) => person.given_name.clone(),
                Some(Prefill::FamilyName) => person.family_name.clone(),
                Some(Prefill::FullName) => person.name(),
                Some(Prefill::Email) => person.email.clone(),
                None => continue,
            };
            answers.0.insert(field.id.clone(), Answer::Text(text));
        }
        if !answers.0.is_empty() {
            c.exec(q!(
                "INSERT INTO draft_step (draft_id, step, answers, done, version) VALUES ($1, $2, $3, FALSE, 1)",
                id,
                &step.id,
                Json(&answers)
            ))
            .await?;
        }
    }
    Ok((id, None))
}

/// A draft of the office, for whoever holds it. A stranger's draft opened by a person signed in becomes theirs when
/// something is saved in it.
///
/// # Errors
/// `NotFound` when there is none, or the asker does not hold it.
pub async fn draft(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: DraftId, holder: &Holder) -> Result<Draft> {
    let row: DraftRow = c
        .one(q!(concat!("SELECT ", columns!(), " FROM draft WHERE office_id = $1 AND id = $2"), scope.office(), id))
        .await?;
    let own = row.person_id.is_some() && row.person_id == holder.person;
    let held = own || row.person_id.is_none() && holds(c, ctx, id, &holder.secrets).await?;
    if !held {
        return Err(Fault::not_found());
    }
    whole(c, scope, row).await
}

async fn whole(c: &mut Conn, scope: OfficeScope, row: DraftRow) -> Result<Draft> {
    let service = service::service(c, scope, row.service_id).await?;
    let form = form::form(c, scope, row.form_id).await?;
    let steps: Vec<StepRow> =
        c.all(q!("SELECT step, answers, done, version FROM draft_step WHERE draft_id = $1 LIMIT 100", row.id)).await?;
    let files = c
        .all(q!(
            "SELECT id, field, name, hash, size, media_type FROM draft_file WHERE draft_id = $1 ORDER BY added, id LIMIT 200",
            row.id
        ))
        .await?;
    Ok(Draft { row, service, form, steps: steps.into_iter().map(|s| (s.step.clone(), s)).collect(), files })
}

/// Nothing can be changed in a draft that was sent.
fn open(draft: &DraftRow) -> Result<()> {
    match draft.submission_id {
        Some(_) => Err(Fault::conflict(msg::SERVICES_SENT_ALREADY)),
        None => Ok(()),
    }
}

async fn touch(c: &mut Conn, ctx: &Ctx, draft: &DraftRow, holder: &Holder) -> Result<()> {
    c.exec(q!(
        "UPDATE draft SET updated = $2, person_id = COALESCE(person_id, $3) WHERE id = $1",
        draft.id,
        ctx.now,
        holder.person
    ))
    .await?;
    Ok(())
}

/// What came of saving a step.
#[derive(Debug, Clone)]
pub enum Saved {
    /// It was saved; the version now.
    Done(i64),
    /// Another window saved the step meanwhile: what it holds now, and its version. Nothing was changed.
    Stale(Answers, i64),
}

/// Saves what was typed in a step, if `version` is still the one it has (or the same was typed). `done` marks it as
/// left in order.
///
/// # Errors
/// `NotFound` for a draft the asker does not hold or a step the form does not have, `Conflict` when it was sent.
#[expect(clippy::too_many_arguments, reason = "an operation's context and what is saved")]
pub async fn save(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: DraftId,
    holder: &Holder,
    step: &str,
    typed: &Answers,
    version: i64,
    done: bool,
) -> Result<Saved> {
    let draft = draft(c, ctx, scope, id, holder).await?;
    open(&draft.row)?;
    if draft.form.step(step).is_none() {
        return Err(Fault::not_found());
    }
    let rows: Vec<(i64,)> = if version == 0 {
        c.all(q!(
            "INSERT INTO draft_step (draft_id, step, answers, done, version) VALUES ($1, $2, $3, $4, 1) \
             ON CONFLICT (draft_id, step) DO NOTHING RETURNING version",
            id,
            step,
            Json(typed),
            done
        ))
        .await?
    } else {
        Vec::new()
    };
    let rows = if rows.is_empty() {
        c.all(q!(
            "UPDATE draft_step SET answers = $3, done = $4, version = version + 1 \
             WHERE draft_id = $1 AND step = $2 AND (version = $5 OR answers = $3) RETURNING version",
            id,
            step,
            Json(typed),
            done,
            version
        ))
        .await?
    } else {
        rows
    };
    if let Some((version,)) = rows.first() {
        touch(c, ctx, &draft.row, holder).await?;
        return Ok(Saved::Done(*version));
    }
    let now: Option<StepRow> = c
        .opt(q!("SELECT step, answers, done, version FROM draft_step WHERE draft_id = $1 AND step = $2", id, step))
        .await?;
    Ok(now.map_or(Saved::Stale(Answers::default(), 0), |row| Saved::Stale(row.answers.0, row.version)))
}

/// Adds a file that is in the object store already to a field of the draft.
///
/// # Errors
/// `NotFound` for a draft the asker does not hold or a field that takes no files, `Invalid` when there are too many,
/// `Conflict` when it was sent.
#[expect(clippy::too_many_arguments, reason = "an operation's context and what is added")]
pub async fn add_file(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: DraftId,
    holder: &Holder,
    field: &str,
    name: &str,
    stored: &blob::Stored,
) -> Result<Uuid> {
    let draft = draft(c, ctx, scope, id, holder).await?;
    open(&draft.row)?;
    let rule = draft.form.field(field).filter(|f| f.kind == Kind::File).ok_or_else(Fault::not_found)?;
    let most = rule.validation.max_files.unwrap_or(crate::answers::MOST_FILES_OF_FIELD);
    // The same content under the same name is one file, also after a double click.
    if let Some(same) = draft.files.iter().find(|f| f.field == field && f.hash == stored.hex() && f.name == name) {
        return Ok(same.id);
    }
    if draft.files_of(field) >= most as usize || draft.files.len() >= MOST_FILES {
        return Err(Fault::new(FaultKind::Invalid, "fault-fields").and_field(
            field,
            msg::SERVICES_FILES_MANY,
            vec![("max", most.into())],
        ));
    }
    let file: Uuid = ctx.new_id();
    c.exec(q!(
        "INSERT INTO draft_file (id, draft_id, field, name, hash, size, media_type, added) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        file,
        id,
        field,
        name,
        stored.hex(),
        i64::try_from(stored.size).unwrap_or(i64::MAX),
        &stored.media_type,
        ctx.now
    ))
    .await?;
    touch(c, ctx, &draft.row, holder).await?;
    Ok(file)
}

/// Takes a file out of the draft. The object stays in the store until nothing names it.
///
/// # Errors
/// As [`add_file`].
pub async fn remove_file(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: DraftId,
    holder: &Holder,
    file: Uuid,
) -> Result<()> {
    let draft = draft(c, ctx, scope, id, holder).await?;
    open(&draft.row)?;
    c.exec(q!("DELETE FROM draft_file WHERE draft_id = $1 AND id = $2", id, file)).await?;
    touch(c, ctx, &draft.row, holder).await
}

/// Throws a draft away, with what was typed. Its form was not sent.
///
/// # Errors
/// `NotFound` for a draft the asker does not hold, `Conflict` when it was sent.
pub async fn discard(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: DraftId, holder: &Holder) -> Result<()> {
    let draft = draft(c, ctx, scope, id, holder).await?;
    open(&draft.row)?;
    remove(c, id).await
}

async fn remove(c: &mut Conn, id: DraftId) -> Result<()> {
    for sql in [
        "DELETE FROM draft_key WHERE draft_id = $1",
        "DELETE FROM draft_file WHERE draft_id = $1",
        "DELETE FROM draft_step WHERE draft_id = $1",
        "DELETE FROM draft WHERE id = $1",
    ] {
        c.exec(q!(sql, id)).await?;
    }
    Ok(())
}

/// Throws away drafts nobody touched for [`KEPT_DAYS`] days (at most 500 at a time), and tells how many.
///
/// # Errors
/// When the database is away.
pub async fn expire(c: &mut Conn, ctx: &Ctx) -> Result<usize> {
    let old: Vec<(DraftId,)> = c
        .all(q!("SELECT id FROM draft WHERE updated < $1 ORDER BY updated LIMIT 500", ctx.now.plus_days(-KEPT_DAYS)))
        .await?;
    for (id,) in &old {
        remove(c, *id).await?;
    }
    Ok(old.len())
}

/// The unsent drafts of a person, the last changed first (at most 100): for the list in /my.
///
/// # Errors
/// When the database is away.
pub async fn drafts_of(c: &mut Conn, person: PersonId) -> Result<Vec<DraftListed>> {
    c.all(q!(
        "SELECT d.id, d.office_id, d.service_id, s.name_pl, s.name_en, d.updated FROM draft d JOIN service s ON s.id = d.service_id \
         WHERE d.person_id = $1 AND d.submission_id IS NULL ORDER BY d.updated DESC, d.id DESC LIMIT 100",
        person
    ))
    .await
}

/// The unsent drafts of a service which the asker holds, the last changed first (at most 5).
///
/// # Errors
/// When the database is away.
pub async fn held(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    service: ServiceId,
    holder: &Holder,
) -> Result<Vec<DraftRow>> {
    let query = q!(
        concat!(
            "SELECT ",
            columns!(),
            " FROM draft WHERE office_id = $1 AND service_id = $2 AND submission_id IS NULL"
        ),
        scope.office(),
        service
    );
    let query = match holder.person {
        Some(person) => query.push(" AND person_id = ", person),
        None => query
            .push_in(
                " AND person_id IS NULL AND id IN (SELECT draft_id FROM draft_key WHERE kind = 'holder' AND hash IN ",
                holder.secrets.iter().take(20).map(sha256),
            )
            .push(" AND expires > ", ctx.now)
            .text(")"),
    };
    c.all(query.text(" ORDER BY updated DESC, id DESC LIMIT 5")).await
}
