//! A form being filled in (wersja robocza). It stays on the version of the form it began with, whatever is published
//! meanwhile, and on what was typed, also where it will not do yet.

mod change;
mod files;
mod keys;
mod start;

use std::collections::BTreeMap;

pub use change::{Saved, discard, expire, save};
use change::{open, touch};
use db::{Conn, Json, q};
pub use files::{add_file, remove_file};
use kernel::{
    Ctx, Fault, Micros, OfficeScope, Result,
    ids::{DraftId, FormId, OfficeId, PersonId, ServiceId, SubmissionId},
};
pub(crate) use keys::secret;
pub use keys::{KeyKind, PROOF_HOURS, by_secret, link, prove, proven};
use keys::{add_key, holds};
pub use start::start;
use uuid::Uuid;

use crate::{
    answers::Answers,
    form::{self, sha256},
    schema::Form,
    service::{self, ServiceRow},
};

/// How long a draft nobody touches is kept.
pub const KEPT_DAYS: i64 = 90;

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

/// A draft of the office, for whoever holds it. A stranger's draft opened by a person signed in becomes theirs when
/// something is saved in it.
///
/// # Errors
/// `NotFound` when there is none or the asker does not hold it; `SignIn` when it is somebody's and nobody is signed in.
pub async fn draft(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, id: DraftId, holder: &Holder) -> Result<Draft> {
    let row: DraftRow = c
        .one(q!(concat!("SELECT ", columns!(), " FROM draft WHERE office_id = $1 AND id = $2"), scope.office(), id))
        .await?;
    let own = row.person_id.is_some() && row.person_id == holder.person;
    let held = own || row.person_id.is_none() && holds(c, ctx, id, &holder.secrets).await?;
    if !held {
        // Whose session ended while they were writing is asked to sign in, and their text comes along.
        let owner_may_be = row.person_id.is_some() && holder.person.is_none();
        return Err(if owner_may_be { Fault::sign_in() } else { Fault::not_found() });
    }
    whole(c, scope, row).await
}

pub(crate) async fn whole(c: &mut Conn, scope: OfficeScope, row: DraftRow) -> Result<Draft> {
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
