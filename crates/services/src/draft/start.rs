//! Beginning to fill a form in.

use db::{Conn, Json, q};
use kernel::{
    Ctx, Fault, OfficeScope, Result,
    ids::{DraftId, FormId, PersonId},
};

use super::{KeyKind, add_key, secret};
use crate::{
    answers::{Address, Answer, Answers},
    form,
    schema::{Kind, Prefill, Text},
    service,
};

/// Begins a draft of a published service's form. `account` is the person signed in; their name, e-mail and the addresses
/// they gave this office last time are filled in beforehand. Gives the draft and, for a stranger, the secret that opens it.
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
    let known = addresses_known(c, scope, person.id).await?;
    for step in &form.steps {
        let mut answers = Answers::default();
        for field in step.fields.iter().filter(|f| f.kind.answers()) {
            let same = |(id, label, _): &&(String, Text, Address)| *id == field.id && *label == field.label;
            if let Some((_, _, address)) = known.iter().find(same).filter(|_| field.kind == Kind::Address) {
                answers.0.insert(field.id.clone(), Answer::Address(address.clone()));
            }
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

/// The addresses this person gave this office in their last application, with the questions they answered: whoever writes
/// again need not write them again. Another question (the seat of a firm) is another address.
async fn addresses_known(c: &mut Conn, scope: OfficeScope, person: PersonId) -> Result<Vec<(String, Text, Address)>> {
    let last: Option<(FormId, Json<Answers>)> = c
        .opt(q!(
            "SELECT form_id, answers FROM submission WHERE person_id = $1 AND office_id = $2 \
             ORDER BY sent_at DESC, id DESC LIMIT 1",
            person,
            scope.office()
        ))
        .await?;
    let Some((form_id, Json(answers))) = last else { return Ok(Vec::new()) };
    let form = form::form(c, scope, form_id).await?;
    let fields = form.steps.into_iter().flat_map(|step| step.fields);
    let known = fields.filter_map(|f| match answers.0.get(&f.id) {
        Some(Answer::Address(address)) if !address.is_empty() => Some((f.id, f.label, address.clone())),
        _ => None,
    });
    Ok(known.collect())
}
