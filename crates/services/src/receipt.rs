//! The receipt of what was sent (potwierdzenie złożenia) and the filled form, as documents to print.

use db::Conn;
use kernel::{Lang, OfficeScope, Result, ids::SubmissionId};
use pdf::{Document, Language, Office, Receipt, Received, SubmissionField, SubmissionStep};

use crate::{
    answers,
    form::form,
    msg,
    service::service,
    submission::{Submission, SubmissionFile, submission_files},
};

/// The name of the item that holds the answers as data.
pub const ANSWERS_FILE: &str = "wniosek.json";

fn office(row: &offices::OfficeRow) -> Office {
    let town = [row.postal_code.as_str(), row.town.as_str()].join(" ").trim().to_owned();
    Office {
        name: row.name.clone(),
        address: [row.street.clone(), town].into_iter().filter(|l| !l.is_empty()).collect(),
        phone: row.phone.clone(),
        email: row.email.clone(),
        website: row.website.trim_start_matches("https://").to_owned(),
        e_delivery: row.delivery_address.clone(),
    }
}

fn language(lang: Lang) -> Language {
    match lang {
        Lang::Pl => Language::Pl,
        Lang::En => Language::En,
    }
}

fn sender(s: &Submission) -> Vec<String> {
    [s.sender_name.clone(), s.sender_email.clone()].into_iter().filter(|l| !l.is_empty()).collect()
}

fn received(files: &[SubmissionFile]) -> impl Iterator<Item = Received> {
    files.iter().map(|f| Received {
        name: f.name.clone(),
        size: u64::try_from(f.size).unwrap_or(0),
        sha256: f.hash.clone(),
    })
}

/// The items of a submission with their fingerprints: the answers as data, then the files.
pub fn items(s: &Submission, files: &[SubmissionFile]) -> Vec<Received> {
    let json = s.answers_json();
    let mut items =
        vec![Received { name: ANSWERS_FILE.into(), size: json.len() as u64, sha256: s.answers_hash.clone() }];
    items.extend(received(files));
    items
}

/// The receipt as a document.
///
/// # Errors
/// When the database is away.
pub async fn receipt_document(c: &mut Conn, scope: OfficeScope, s: &Submission) -> Result<Document> {
    let files = submission_files(c, scope, s.id).await?;
    let service = service(c, scope, s.service_id).await?;
    let row = offices::by_id(c, scope.office()).await?;
    let lang = s.lang();
    Ok(Receipt {
        language: language(lang),
        office: office(&row),
        number: s.number.clone(),
        received_at: law::format::warsaw_time(s.sent_at.0),
        sender: sender(s),
        service: service.name(lang).to_owned(),
        items: items(s, &files),
        note: i18n::T(lang).s(msg::SERVICES_RECEIPT_NOTE),
    }
    .into())
}

/// A filled form to be set, with what names it among the documents of a case.
#[derive(Debug, Clone)]
pub struct FilledForm {
    /// The document, for the renderer.
    pub document: Document,
    /// The day the form was sent: the date of the file, so that the same form gives the same bytes.
    pub date: jiff::civil::Date,
    /// Service and number, as a file name: `Odpis aktu stanu cywilnego, WE/12/2026.pdf`.
    pub name: String,
}

/// The most characters of the service's name in the name of a filled form.
const LONGEST_NAME: usize = 200;

/// The filled form of a submission, with its name.
///
/// # Errors
/// `NotFound` when the office has no such submission.
pub async fn filled_form(c: &mut Conn, scope: OfficeScope, id: SubmissionId) -> Result<FilledForm> {
    let submission = crate::submission::submission(c, scope, id).await?;
    let document = submission_document(c, scope, &submission).await?;
    let service: String = service(c, scope, submission.service_id).await?.name_pl.chars().take(LONGEST_NAME).collect();
    let date = submission.sent_at.warsaw_date();
    Ok(FilledForm { document, date, name: format!("{}, {}.pdf", service.trim(), submission.number) })
}

/// The filled form as a document, in the language it was filled in.
///
/// # Errors
/// When the database is away.
pub async fn submission_document(c: &mut Conn, scope: OfficeScope, s: &Submission) -> Result<Document> {
    let files = submission_files(c, scope, s.id).await?;
    let service = service(c, scope, s.service_id).await?;
    let row = offices::by_id(c, scope.office()).await?;
    let form = form(c, scope, s.form_id).await?;
    let lang = s.lang();
    let has = |field: &str| files.iter().any(|f| f.field == field);
    let shown = answers::shown(&form, &s.answers.0, &has, lang);
    let mut declarations = Vec::new();
    let mut steps = Vec::new();
    for step in shown {
        let mut fields = Vec::new();
        for field in step.fields {
            if field.declaration {
                if !field.value.is_empty() {
                    declarations.push(field.label);
                }
            } else if field.file {
                let names: Vec<&str> = files.iter().filter(|f| f.field == field.id).map(|f| f.name.as_str()).collect();
                fields.push(SubmissionField { label: field.label, value: names.join("\n") });
            } else {
                fields.push(SubmissionField { label: field.label, value: field.value });
            }
        }
        if !fields.is_empty() {
            steps.push(SubmissionStep { title: step.title, fields });
        }
    }
    Ok(pdf::Submission {
        language: language(lang),
        office: office(&row),
        service: service.name(lang).to_owned(),
        number: s.number.clone(),
        sent_at: Some(law::format::warsaw_time(s.sent_at.0)),
        sender: sender(s),
        steps,
        attachments: received(&files).collect(),
        declarations,
    }
    .into())
}
