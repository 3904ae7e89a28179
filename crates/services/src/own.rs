//! What a person filled in and sent, for the copy of their own data (RODO art. 15 and 20).

use db::{Conn, q};
use kernel::{
    Lang, OfficeScope, Result,
    ids::{FormId, OfficeId, PersonId, ServiceId},
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    answers::{Answers, shown},
    draft::{self, DraftRow},
    form, service,
    submission::{self, Submission},
};

/// How many are read at once.
const PAGE: u32 = 200;

/// The forms a person sent, the newest first: answers as stored and in words, and the list of files.
///
/// # Errors
/// Those of the database.
pub async fn own_submissions(c: &mut Conn, person: PersonId) -> Result<Value> {
    let (mut all, mut before) = (Vec::new(), None::<(i64, Uuid)>);
    loop {
        let page = submission::submissions_of(c, person, before, PAGE).await?;
        let Some(last) = page.last() else { break };
        before = Some((last.sent_at.0, last.id.0));
        for s in &page {
            all.push(sent(c, s).await?);
        }
    }
    Ok(Value::Array(all))
}

async fn sent(c: &mut Conn, s: &Submission) -> Result<Value> {
    let scope = OfficeScope::checked(s.office_id);
    let files = submission::submission_files(c, scope, s.id).await?;
    let place = Place { office: s.office_id, service: s.service_id, form: s.form_id };
    let (office, service, answers) =
        place.told(c, &s.answers.0, &|field| files.iter().any(|f| f.field == field), s.lang()).await?;
    Ok(json!({
        "number": s.number, "office": office, "service": service, "sent": s.sent_at.rfc3339(),
        "channel": s.channel.as_str(), "sender": s.sender_name, "sender_email": s.sender_email,
        "answers": s.answers.0, "answers_in_words": answers, "sha256": s.hash,
        "files": files.iter().map(|f| json!({
            "name": f.name, "field": f.field, "bytes": f.size, "media_type": f.media_type, "sha256": f.hash,
        })).collect::<Vec<_>>(),
    }))
}

/// The forms a person began and did not send, the last changed first.
///
/// # Errors
/// Those of the database.
pub async fn own_drafts(c: &mut Conn, person: PersonId) -> Result<Value> {
    let rows: Vec<DraftRow> = c
        .all(q!(
            concat!(
                "SELECT ",
                draft::columns!(),
                " FROM draft WHERE person_id = $1 AND submission_id IS NULL ORDER BY updated DESC, id DESC LIMIT 10000"
            ),
            person
        ))
        .await?;
    let mut all = Vec::new();
    for row in rows {
        let d = draft::whole(c, OfficeScope::checked(row.office_id), row).await?;
        let typed = d.answers();
        let place = Place { office: d.row.office_id, service: d.row.service_id, form: d.row.form_id };
        let (office, service, answers) = place.told(c, &typed, &|field| d.files_of(field) > 0, Lang::default()).await?;
        all.push(json!({
            "office": office, "service": service, "created": d.row.created.rfc3339(), "updated": d.row.updated.rfc3339(),
            "answers": typed, "answers_in_words": answers,
            "files": d.files.iter().map(|f| json!({
                "name": f.name, "field": f.field, "bytes": f.size, "media_type": f.media_type, "sha256": f.hash,
            })).collect::<Vec<_>>(),
        }));
    }
    Ok(Value::Array(all))
}

/// Where a form belongs.
struct Place {
    office: OfficeId,
    service: ServiceId,
    form: FormId,
}

impl Place {
    /// The office's name, the service's name, and the questions with their answers in words.
    async fn told(
        &self,
        c: &mut Conn,
        answers: &Answers,
        files: &(dyn Fn(&str) -> bool + Sync),
        lang: Lang,
    ) -> Result<(String, String, Value)> {
        let scope = OfficeScope::checked(self.office);
        let office = offices::by_id(c, self.office).await?.name;
        let service = service::service(c, scope, self.service).await?;
        let form = form::form(c, scope, self.form).await?;
        let words: Vec<Value> = shown(&form, answers, &|field| files(field), lang)
            .into_iter()
            .flat_map(|step| step.fields)
            .filter(|field| !field.value.is_empty())
            .map(|field| json!({ "question": field.label, "answer": field.value }))
            .collect();
        Ok((office, service.name(lang).to_owned(), Value::Array(words)))
    }
}
