//! Sending a form: one unit of work that checks, numbers, keeps, confirms by e-mail and tells others.

use db::{Conn, Json, q};
use i18n::T;
use kernel::{
    Ctx, Event, Fault, FaultKind, Lang, OfficeScope, Result,
    ids::{DraftId, FormId, PersonId, SubmissionId},
};
use mail::Mail;
use serde_json::json;
use uuid::Uuid;

use crate::{
    answers::{self, Answers},
    draft::{self, Holder},
    form::{self, sha256},
    msg,
    schema::Form,
    service::{ServiceRow, unit_word},
    submission::{self, Channel, Submission, SubmissionFile},
};

/// A file to be sent; it is in the object store already.
#[derive(Debug, Clone, PartialEq)]
pub struct NewFile {
    /// The field it answers.
    pub field: String,
    /// Name.
    pub name: String,
    /// SHA-256, hexadecimal.
    pub hash: String,
    /// Bytes.
    pub size: i64,
    /// Media type recognised from the content.
    pub media_type: String,
}

/// What is sent, by whom.
#[derive(Debug, Clone)]
pub struct NewSubmission {
    /// The version of the form.
    pub form: FormId,
    /// The answers as typed.
    pub answers: Answers,
    /// The files.
    pub files: Vec<NewFile>,
    /// The sender's account.
    pub person: Option<PersonId>,
    /// The account's name, used when the form does not say who sends.
    pub name: String,
    /// The proven address, or empty (API).
    pub email: String,
    /// How it came.
    pub channel: Channel,
    /// Sending again with the same key gives the same submission.
    pub once: String,
}

/// What came of sending.
#[derive(Debug, Clone)]
pub struct Sent {
    /// The submission.
    pub submission: Submission,
    /// The secret of the link `/s/{secret}`, when it was sent without an account and just now.
    pub secret: Option<String>,
    /// Whether it was sent now, not before.
    pub fresh: bool,
}

/// Sends a draft. Sending it again gives the same submission. `public_url` is where the installation is reached, for
/// the link in the e-mail.
///
/// # Errors
/// `NotFound` for a draft the asker does not hold; `Invalid` with the fields at fault; `Forbidden` for a stranger whose
/// address is not proven.
pub async fn send(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: DraftId,
    holder: &Holder,
    public_url: &str,
) -> Result<Sent> {
    let draft = draft::draft(c, ctx, scope, id, holder).await?;
    let person = draft.row.person_id.or(holder.person);
    let account = match person {
        Some(person) => Some(identity::person(c, person).await?),
        None => None,
    };
    if account.is_none() && draft.row.email_proven_at.is_none() {
        return Err(Fault::new(FaultKind::Forbidden, msg::SERVICES_PROVE_FIRST));
    }
    let visible_files = draft.files.iter().map(|f| NewFile {
        field: f.field.clone(),
        name: f.name.clone(),
        hash: f.hash.clone(),
        size: f.size,
        media_type: f.media_type.clone(),
    });
    let new = NewSubmission {
        form: draft.row.form_id,
        answers: draft.answers(),
        files: visible_files.collect(),
        person,
        name: account.as_ref().map(identity::PersonRow::name).unwrap_or_default(),
        email: account.map_or_else(|| draft.row.email.clone(), |p| p.email),
        channel: Channel::Web,
        once: format!("draft:{id}"),
    };
    let sent = submit(c, ctx, scope, &draft.service, new, public_url).await?;
    if sent.fresh {
        c.exec(q!(
            "UPDATE draft SET submission_id = $2, updated = $3, person_id = COALESCE(person_id, $4) WHERE id = $1",
            id,
            sent.submission.id,
            ctx.now,
            person
        ))
        .await?;
    }
    Ok(sent)
}

/// Sends answers without a draft: the JSON API, the demo. Checks them against the form, gives the number without gaps,
/// keeps all, queues the e-mail of confirmation and emits `submission.sent`.
///
/// # Errors
/// `Invalid` with the fields at fault.
pub async fn submit(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    service: &ServiceRow,
    new: NewSubmission,
    public_url: &str,
) -> Result<Sent> {
    let form = form::form(c, scope, new.form).await?;
    let today = ctx.now.warsaw_date();
    let count = |field: &str| new.files.iter().filter(|f| f.field == field).count();
    let checked = answers::check(&form, &new.answers, &count, today, ctx.lang);
    Fault::check(checked.troubles.iter().map(answers::Trouble::fault).collect())?;
    let visible = answers::Visible::of(&form, &checked.answers, &|f| count(f) > 0);
    let files: Vec<&NewFile> = new.files.iter().filter(|f| visible.field(&f.field)).collect();

    // The counter's row is locked first: of two that send the same at once, the second then sees the first.
    let year = i64::from(today.year());
    c.exec(q!(
        "INSERT INTO submission_counter (office_id, year, last) VALUES ($1, $2, 0) ON CONFLICT (office_id, year) \
         DO UPDATE SET last = submission_counter.last",
        scope.office(),
        year
    ))
    .await?;
    if let Some(submission) = submission::by_once(c, &new.once).await? {
        if new.channel == Channel::Api && !same(c, scope, &submission, &checked.answers, &files).await? {
            return Err(Fault::conflict(msg::SERVICES_ONCE_OTHER));
        }
        return Ok(Sent { submission, secret: None, fresh: false });
    }
    let (ordinal,): (i64,) = c
        .one(q!(
            "UPDATE submission_counter SET last = last + 1 WHERE office_id = $1 AND year = $2 RETURNING last",
            scope.office(),
            year
        ))
        .await?;

    let secret = new.person.is_none().then(|| draft::secret(ctx));
    let submission = row(ctx, scope, service, &form, &new, checked.answers, &files, (year, ordinal));
    insert(c, &submission, &new.once, secret.as_deref()).await?;
    for (i, file) in (1i64..).zip(&files) {
        c.exec(q!(
            "INSERT INTO submission_file (id, submission_id, ordinal, field, name, hash, size, media_type) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            ctx.new_id::<Uuid>(),
            submission.id,
            i,
            &file.field,
            &file.name,
            &file.hash,
            file.size,
            &file.media_type
        ))
        .await?;
    }
    confirm(c, ctx, &submission, secret.as_deref(), public_url).await?;
    let term = service.span().map(|s| json!({ "amount": s.amount, "unit": unit_word(s.unit) }));
    let event = Event {
        kind: "submission.sent".into(),
        office: Some(scope.office()),
        object: submission.id.0,
        concerns: submission.person_id,
        payload: json!({
            "service": service.id,
            "service_slug": service.slug,
            "title": service.name_pl,
            "sender_name": submission.sender_name,
            "sender_email": submission.sender_email,
            "number": submission.number,
            "jrwa": service.jrwa,
            "term": term,
            "unit_id": service.unit_id,
            "files": files.len(),
        }),
    };
    c.emit(ctx, &event).await?;
    Ok(Sent { submission, secret, fresh: true })
}

/// Whether the answers and files are those sent before.
async fn same(
    c: &mut Conn,
    scope: OfficeScope,
    before: &Submission,
    answers: &Answers,
    files: &[&NewFile],
) -> Result<bool> {
    let kept = submission::submission_files(c, scope, before.id).await?;
    let alike = |(kept, new): (&SubmissionFile, &&NewFile)| (&kept.field, &kept.hash) == (&new.field, &new.hash);
    Ok(sha256(answers.canonical()) == before.answers_hash
        && kept.len() == files.len()
        && kept.iter().zip(files).all(alike))
}

#[expect(clippy::too_many_arguments, reason = "everything a row is made of")]
fn row(
    ctx: &Ctx,
    scope: OfficeScope,
    service: &ServiceRow,
    form: &Form,
    new: &NewSubmission,
    answers: Answers,
    files: &[&NewFile],
    (year, ordinal): (i64, i64),
) -> Submission {
    let number = format!("WE/{ordinal}/{year}");
    let answers_hash = sha256(answers.canonical());
    let mut items = vec![("wniosek.json".to_owned(), answers_hash.clone())];
    items.extend(files.iter().map(|f| (f.name.clone(), f.hash.clone())));
    Submission {
        id: ctx.new_id::<SubmissionId>(),
        office_id: scope.office(),
        service_id: service.id,
        form_id: new.form,
        year,
        ordinal,
        person_id: new.person,
        sender_name: sender_name(form, &answers, &new.name, &new.email),
        sender_email: new.email.clone(),
        lang: ctx.lang.code().to_owned(),
        answers: Json(answers),
        answers_hash,
        sent_at: ctx.now,
        channel: new.channel,
        hash: submission::fingerprint(&number, ctx.now, &items),
        number,
    }
}

/// Who sends, by the fields every form may have: `organisation`, or `given_name` and `family_name`; else the account.
pub(crate) fn sender_name(form: &Form, answers: &Answers, account: &str, email: &str) -> String {
    let text = |id: &str| if form.field(id).is_some() { answers.text(id).trim() } else { "" };
    let person = [text("given_name"), text("family_name")].join(" ").trim().to_owned();
    [text("organisation"), &person, account, email].into_iter().find(|n| !n.is_empty()).unwrap_or("—").to_owned()
}

async fn insert(c: &mut Conn, s: &Submission, once: &str, secret: Option<&str>) -> Result<()> {
    c.exec(q!(
        "INSERT INTO submission (id, office_id, service_id, form_id, once_key, year, ordinal, number, person_id, sender_name, \
         sender_email, lang, answers, answers_hash, sent_at, channel, hash, secret_hash) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        s.id,
        s.office_id,
        s.service_id,
        s.form_id,
        once,
        s.year,
        s.ordinal,
        &s.number,
        s.person_id,
        &s.sender_name,
        &s.sender_email,
        &s.lang,
        s.answers.clone(),
        &s.answers_hash,
        s.sent_at,
        s.channel,
        &s.hash,
        secret.map(sha256)
    ))
    .await?;
    Ok(())
}

/// The e-mail of confirmation: that it arrived, under which number, where to follow it; never what was in it, nor what it
/// was about, which may tell of illness or poverty to whoever reads along.
async fn confirm(c: &mut Conn, ctx: &Ctx, s: &Submission, secret: Option<&str>, public_url: &str) -> Result<()> {
    if s.sender_email.is_empty() {
        return Ok(());
    }
    let office = offices::by_id(c, s.office_id).await?;
    let lang: Lang = ctx.lang;
    let t = T(lang);
    let link = match secret {
        Some(secret) => format!("{public_url}/s/{secret}"),
        None => format!("{public_url}/my"),
    };
    let said = [("number", s.number.as_str().into()), ("office", office.name_in(lang).into())];
    let letter = Mail::new(&s.sender_email, &s.sender_name, lang, t.f(msg::SERVICES_MAIL_SENT_SUBJECT, &said))
        .paragraph(t.f(msg::SERVICES_MAIL_SENT_TEXT, &said))
        .paragraph(t.s(if secret.is_some() { msg::SERVICES_MAIL_SENT_SECRET } else { msg::SERVICES_MAIL_SENT_ACCOUNT }))
        .button(t.s(msg::SERVICES_MAIL_SENT_BUTTON), link);
    mail::queue(c, ctx, &letter).await?;
    Ok(())
}
