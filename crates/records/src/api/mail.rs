//! Changes of incoming mail by the API: typing in, registering, passing on, adding a scan.

use db::Conn;
use jiff::civil::Date;
use kernel::{
    Fault, FaultKind, Result,
    ids::{IncomingId, PersonId, ServiceId, UnitId},
};
use offices::{Desk, Role};
use serde::{Deserialize, Serialize};
use utoipa::{ToSchema, openapi::schema::Object};
use uuid::Uuid;
use web::{Answer, Body, NoQuery, Once, Problem, Query, Req};

use super::{
    documents::DocumentItem,
    incoming::{MailFull, MailPath, full},
    paths,
    upload::{DocumentQuery, NewDocumentForm, Sent, created},
};
use crate::{
    documents::{self, Origin},
    incoming::{self, Access, Channel, DcmiType, IncomingRow, Paper, Registration, To},
    msg,
};

paths! {
    /// Registering mail.
    RegisterPath "/api/v1/offices/{office}/incoming/{incoming}/register" { incoming: IncomingId }
    /// Passing mail on.
    AssignPath "/api/v1/offices/{office}/incoming/{incoming}/assign" { incoming: IncomingId }
    /// The documents that came with mail.
    MailDocumentsPath "/api/v1/offices/{office}/incoming/{incoming}/documents" { incoming: IncomingId }
}

/// How mail may come that another system tells of. What comes by a form comes by itself.
const CHANNELS: [Channel; 5] = [Channel::Api, Channel::Post, Channel::InPerson, Channel::Email, Channel::Electronic];

fn channels() -> Object {
    web::words("How it came; `api` when left out.", CHANNELS.iter().map(|c| c.as_str()))
}

fn accesses() -> Object {
    web::words("Whether the public may read it; `not-public` when left out.", Access::ALL.iter().map(|a| a.as_str()))
}

fn types() -> Object {
    web::words(
        "What kind of thing it is (DCMI Type Vocabulary); `Text` when left out.",
        DcmiType::ALL.iter().map(|t| t.as_str()),
    )
}

/// What the register says of a piece of mail. What is not known is left out and shows as "brak danych".
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RegistrationBody {
    /// The title.
    #[schema(max_length = 500, example = "Wniosek o wydanie zaświadczenia")]
    pub title: Option<String>,
    /// The sending organisation.
    pub organisation: Option<String>,
    /// Surname and given names of the sender.
    #[schema(example = "Kowalski Jan")]
    pub sender: Option<String>,
    /// The sender's e-mail.
    pub sender_email: Option<String>,
    /// The sender's address.
    pub sender_address: Option<String>,
    /// Town.
    pub town: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// The date on the letter: `2026`, `2026-01` or `2026-01-12`.
    pub letter_date: Option<String>,
    /// The sender's reference.
    pub sender_reference: Option<String>,
    /// How many attachments.
    #[schema(minimum = 0, maximum = 10000)]
    pub attachments: Option<i64>,
    /// Whether the public may read it; `not-public` when left out.
    #[schema(schema_with = accesses)]
    pub access: Option<Access>,
    /// What kind of thing it is (DCMI Type Vocabulary); `Text` when left out.
    #[schema(schema_with = types)]
    pub dcmi_type: Option<DcmiType>,
    /// Remarks.
    pub remarks: Option<String>,
}

impl RegistrationBody {
    /// What is known already, with what is told now.
    fn over(self, known: Registration) -> Registration {
        Registration {
            title: self.title.unwrap_or(known.title),
            organisation: self.organisation.unwrap_or(known.organisation),
            sender: self.sender.unwrap_or(known.sender),
            sender_email: self.sender_email.unwrap_or(known.sender_email),
            sender_address: self.sender_address.unwrap_or(known.sender_address),
            town: self.town.unwrap_or(known.town),
            country: self.country.unwrap_or(known.country),
            letter_date: self.letter_date.unwrap_or(known.letter_date),
            sender_reference: self.sender_reference.unwrap_or(known.sender_reference),
            attachments: self.attachments.or(known.attachments),
            access: self.access.unwrap_or(known.access),
            dcmi_type: self.dcmi_type.unwrap_or(known.dcmi_type),
            remarks: self.remarks.unwrap_or(known.remarks),
        }
    }
}

/// Mail that came outside the forms of this program.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MailBody {
    /// How it came; `api` when left out.
    #[serde(default)]
    #[schema(schema_with = channels)]
    pub channel: Option<Channel>,
    /// The day it came, ISO 8601; not in the future; today when left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub received: Option<Date>,
    /// The service it is for, if it is for one.
    #[serde(default)]
    pub service: Option<Uuid>,
    /// What is known of it; its title must be.
    pub about: RegistrationBody,
}

/// To whom mail is passed.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignBody {
    /// The unit; or a person.
    #[serde(default)]
    pub unit: Option<Uuid>,
    /// The person; or a unit.
    #[serde(default)]
    pub person: Option<Uuid>,
    /// A word of instruction.
    #[serde(default)]
    #[schema(max_length = 10000, example = "Proszę o odpowiedź do piątku")]
    pub instruction: String,
}

/// Makes sure that mail is there for the person at the desk, before what was sent is looked at.
async fn there(req: &Req, desk: &Desk, id: IncomingId) -> Result<()> {
    let desk = desk.clone();
    req.app.db.read(move |c| Box::pin(async move { incoming::get(c, &desk, id).await.map(|_| ()) })).await
}

async fn whole(c: &mut Conn, desk: &Desk, row: &IncomingRow) -> Result<MailFull> {
    Ok(full(row, documents::of_incoming(c, desk.scope, row.id).await?))
}

/// Faults of the fields of `about` by their place in the body.
fn in_about(mut fault: Fault) -> Fault {
    for f in fault.fields.iter_mut().filter(|f| f.field != "received" && f.field != "service") {
        f.field = format!("about/{}", f.field);
    }
    fault
}

/// Types in mail that came outside the forms and registers it at once.
///
/// It gets the next number of the register of the year, without gaps. Add its scans with `addIncomingDocument`.
///
/// # Errors
/// 401, 403, 404, 422.
#[utoipa::path(post, path = "/api/v1/offices/{office}/incoming", operation_id = "registerNewIncoming", tag = "incoming",
    request_body(content = MailBody, example = json!({"channel": "post", "received": "2026-03-02",
        "about": {"title": "Wniosek o wydanie zaświadczenia", "sender": "Kowalski Jan", "letter_date": "2026-02-27"}})),
    responses((status = 201, description = "Registered", body = MailFull, headers(("Location" = String, description = "The mail"))),
        (status = 200, description = "Registered before with this key", body = MailFull),
        (status = 409, description = "The key was used for another request")),
    security(("bearer" = ["cases:write"])))]
pub async fn type_in(path: MailPath, req: Req, _: NoQuery, body: Result<Body<MailBody>, Problem>) -> Answer {
    req.scope("cases:write")?;
    let desk = offices::desk(&req, &path.office, Some(Role::Registry)).await?;
    let Body(body) = body?;
    if body.channel.is_some_and(|c| !CHANNELS.contains(&c)) {
        return Err(Fault::field("channel", web::msg::FIELD_CHOICE).into());
    }
    let done = Once::of(&req, &body)?
        .run(&req, move |c, ctx| {
            Box::pin(async move {
                let service = body.service.map(ServiceId);
                if let Some(id) = service {
                    services::service(c, desk.scope, id).await.map_err(|f| match f.kind {
                        FaultKind::NotFound => Fault::field("service", msg::RECORDS_FIELD_SERVICE),
                        _ => f,
                    })?;
                }
                let paper = Paper {
                    channel: body.channel.unwrap_or(Channel::Api),
                    received: body.received.unwrap_or_else(|| ctx.now.warsaw_date()),
                    sender_person: None,
                    service,
                    about: body.about.over(Registration::default()),
                };
                let row = incoming::type_in(c, ctx, &desk, &paper).await.map_err(in_about)?;
                whole(c, &desk, &row).await
            })
        })
        .await?;
    Ok(created(done, &format!("/api/v1/offices/{}/incoming", path.office)))
}

/// Registers mail that came by a form.
///
/// What is left out stays as the form told it. Mail that is registered already is given as it is.
///
/// # Errors
/// 401, 403, 404, 422.
#[utoipa::path(post, path = "/api/v1/offices/{office}/incoming/{incoming}/register", operation_id = "registerIncoming",
    tag = "incoming", request_body(content = RegistrationBody, example = json!({"attachments": 2})),
    responses((status = 200, description = "Registered, now or before", body = MailFull),
        (status = 409, description = "Somebody else registered it at the same moment, or the key was used for another request")),
    security(("bearer" = ["cases:write"])))]
pub async fn register(
    path: RegisterPath,
    req: Req,
    _: NoQuery,
    body: Result<Body<RegistrationBody>, Problem>,
) -> Answer {
    req.scope("cases:write")?;
    let desk = offices::desk(&req, &path.office, Some(Role::Registry)).await?;
    let id = path.incoming;
    there(&req, &desk, id).await?;
    let Body(body) = body?;
    let done = Once::of(&req, &body)?
        .run(&req, move |c, ctx| {
            Box::pin(async move {
                let now = incoming::get(c, &desk, id).await?;
                let about = body.over(Registration::from(&now));
                let row = incoming::register(c, ctx, &desk, id, &about).await?;
                whole(c, &desk, &row).await
            })
        })
        .await?;
    Ok(done.ok())
}

/// Passes registered mail to a unit or a person (dekretacja).
///
/// The registry passes anything on, a superior what came to their units, an official what came to them, within the unit.
/// Whoever passed it on may not see it any more afterwards; the answer still shows it.
///
/// # Errors
/// 401, 403, 404; 409 when it is not registered yet or part of a case; 422.
#[utoipa::path(post, path = "/api/v1/offices/{office}/incoming/{incoming}/assign", operation_id = "assignIncoming",
    tag = "incoming", request_body = AssignBody,
    responses((status = 200, description = "Passed on, now or before with this key", body = MailFull),
        (status = 409, description = "Not registered yet, part of a case, or the key was used for another request")),
    security(("bearer" = ["cases:write"])))]
pub async fn assign(path: AssignPath, req: Req, _: NoQuery, body: Result<Body<AssignBody>, Problem>) -> Answer {
    req.scope("cases:write")?;
    let desk = offices::desk(&req, &path.office, None).await?;
    let id = path.incoming;
    there(&req, &desk, id).await?;
    let Body(body) = body?;
    let to = match (body.unit, body.person) {
        (Some(unit), None) => To::Unit(UnitId(unit)),
        (None, Some(person)) => To::Person(PersonId(person)),
        _ => return Err(Fault::field("unit", msg::RECORDS_FIELD_TO).into()),
    };
    let done = Once::of(&req, &body)?
        .run(&req, move |c, ctx| {
            Box::pin(async move {
                let row = incoming::assign(c, ctx, &desk, id, to, &body.instruction).await?;
                whole(c, &desk, &row).await
            })
        })
        .await?;
    Ok(done.ok())
}

/// Adds a document to mail that is not part of a case yet: the scan of a letter.
///
/// Send it as with `addCaseDocument`. It comes into the case with the mail.
///
/// # Errors
/// 400, 401, 403, 404; 409 when the mail is part of a case; 413; 415; 422.
#[utoipa::path(post, path = "/api/v1/offices/{office}/incoming/{incoming}/documents", operation_id = "addIncomingDocument",
    tag = "incoming", params(DocumentQuery),
    request_body(content(
        (NewDocumentForm = "multipart/form-data"),
        (Vec<u8> = "application/octet-stream"),
        (Vec<u8> = "application/pdf")
    ), description = "The file, in a form or as the body itself"),
    responses((status = 201, description = "Added", body = DocumentItem, headers(("Location" = String, description = "The document"))),
        (status = 200, description = "Added before with this key", body = DocumentItem),
        (status = 409, description = "The mail is part of a case, or the key was used for another request"),
        (status = 413, description = "The file is above the installation's limit")),
    security(("bearer" = ["cases:write"])))]
pub async fn add_document(
    path: MailDocumentsPath,
    req: Req,
    Query(query): Query<DocumentQuery>,
    request: axum::extract::Request,
) -> Answer {
    req.scope("cases:write")?;
    let desk = offices::desk(&req, &path.office, Some(Role::Registry)).await?;
    // What is not there must not fill the store either.
    there(&req, &desk, path.incoming).await?;
    let sent = Sent::read(request, &req.app, query, Origin::Party).await?;
    let (new, text) = sent.keep(&req.app).await?;
    let done = Once::of(&req, &text)?
        .run(&req, move |c, ctx| {
            Box::pin(async move {
                documents::add_to_incoming(c, ctx, &desk, path.incoming, new).await.map(DocumentItem::from)
            })
        })
        .await?;
    Ok(created(done, &format!("/api/v1/offices/{}/incoming/{}/documents", path.office, path.incoming)))
}
