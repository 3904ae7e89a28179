//! `POST /api/v1/offices/{office}/cases`.

use db::Conn;
use jiff::civil::Date;
use kernel::{
    Fault, FaultKind, FieldFault, Result,
    ids::{ClassId, IncomingId, PersonId, ServiceId, UnitId},
};
use law::term::Span;
use offices::Desk;
use serde::{Deserialize, Serialize};
use utoipa::{ToSchema, openapi::schema::Object};
use uuid::Uuid;
use web::{Answer, Body, NoQuery, Once, Problem, Req};

use super::{
    cases::{CaseItem, CasesPath, opened},
    upload::created,
};
use crate::{
    cases::{NewCase, Party, TermUnit, party_faults},
    file_plan, filled_form, incoming, msg,
};

fn units_of_terms() -> Object {
    web::words("The unit.", TermUnit::ALL.iter().map(|u| u.as_str()))
}

/// A term.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TermBody {
    /// How many units.
    #[schema(minimum = 1, example = 30)]
    pub amount: u32,
    /// The unit.
    #[schema(schema_with = units_of_terms)]
    pub unit: TermUnit,
}

/// A party of a case to be opened.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PartyBody {
    /// Name of a person or of an organisation.
    #[schema(example = "Jan Kowalski", max_length = 300)]
    pub name: String,
    /// Their account here: its holder sees the case.
    #[serde(default)]
    pub person: Option<Uuid>,
    /// E-mail.
    #[serde(default)]
    #[schema(format = "email", example = "jan.kowalski@example.pl")]
    pub email: String,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
    /// Postal address in one line.
    #[serde(default)]
    #[schema(example = "ul. Lipowa 3, 20-020 Lublin")]
    pub address: String,
    /// PESEL, NIP or REGON, told apart by their length; the check digit must match.
    #[serde(default)]
    #[schema(example = "44051401359")]
    pub identifier: String,
    /// Their own reference.
    #[serde(default)]
    pub reference: String,
    /// The date on their letter as far as known: `2026`, `2026-01` or `2026-01-12`.
    #[serde(default)]
    #[schema(example = "2026-01-12")]
    pub letter_date: String,
}

/// A case to be opened.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCaseBody {
    /// The symbol of a final class of the file plan in force.
    #[schema(example = "6131")]
    pub symbol: String,
    /// The title.
    #[schema(max_length = 500, example = "Zezwolenie na usunięcie drzewa")]
    pub title: String,
    /// The unit; one's own when left out.
    #[serde(default)]
    pub unit: Option<Uuid>,
    /// The service.
    #[serde(default)]
    pub service: Option<Uuid>,
    /// Registered incoming mail it begins with: it comes into the case with its files and with the filled form as PDF.
    #[serde(default)]
    pub incoming: Option<Uuid>,
    /// From whom; taken from the mail when left out.
    #[serde(default)]
    pub party: Option<PartyBody>,
    /// The day the proceedings begin, ISO 8601; not in the future; today when left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub started: Option<Date>,
    /// The term.
    #[serde(default)]
    pub term: Option<TermBody>,
}

/// Opens a case.
///
/// The case gets the next reference of its unit, class and year, without gaps.
///
/// # Errors
/// 401, 403, 404; 409 when the key was used for another request; 422 with the fields at fault.
#[utoipa::path(post, path = "/api/v1/offices/{office}/cases", operation_id = "openCase", tag = "cases",
    request_body = NewCaseBody,
    responses((status = 201, description = "Opened", body = CaseItem, headers(("Location" = String, description = "The case"))),
        (status = 200, description = "Opened before with this key", body = CaseItem),
        (status = 409, description = "The mail is part of a case already or not registered yet, or the key was used for another request")),
    security(("bearer" = ["cases:write"])))]
pub async fn open(path: CasesPath, req: Req, _: NoQuery, body: Result<Body<NewCaseBody>, Problem>) -> Answer {
    req.scope("cases:write")?;
    let desk = offices::desk(&req, &path.office, None).await?;
    let Body(body) = body?;
    let once = Once::of(&req, &body)?;
    let lang = req.t.law();
    let form = filled_form::prepare(&req.app, &desk, body.incoming.map(IncomingId)).await?;
    let done = once
        .run(&req, move |c, ctx| {
            Box::pin(async move {
                let today = ctx.now.warsaw_date();
                let (class, faults) = checked(c, &desk, &body, today, lang).await?;
                Fault::check(faults)?;
                let class = class.ok_or_else(|| Fault::field("symbol", msg::RECORDS_FIELD_CLASS))?;
                let new = new_case(&body, class, desk.member.unit, today);
                let row = form.open(c, ctx, &desk, new).await.map_err(named_here)?;
                Ok(opened(&row, today))
            })
        })
        .await?;
    Ok(created(done, &format!("/api/v1/offices/{}/cases", path.office)))
}

/// Looks up what the body names, and gives all that is wrong with it at once.
async fn checked(
    c: &mut Conn,
    desk: &Desk,
    body: &NewCaseBody,
    today: Date,
    lang: law::Lang,
) -> Result<(Option<ClassId>, Vec<FieldFault>)> {
    let mut faults = Vec::new();
    let mut wrong = |field: &str, key| faults.push(FieldFault { field: field.into(), key, args: Vec::new() });
    let class = file_plan::by_symbol(c, desk.scope, body.symbol.trim(), today).await?;
    match &class {
        None => wrong("symbol", msg::RECORDS_FIELD_CLASS),
        Some(class) if !class.is_final => wrong("symbol", msg::RECORDS_FIELD_CLASS_GROUP),
        Some(_) => {}
    }
    if body.title.trim().is_empty() {
        wrong("title", msg::RECORDS_FIELD_EMPTY);
    }
    if body.started.is_some_and(|day| day > today) {
        wrong("started", msg::RECORDS_FIELD_FUTURE);
    }
    if let Some(id) = body.service
        && missing(services::service(c, desk.scope, ServiceId(id)).await)?
    {
        wrong("service", msg::RECORDS_FIELD_SERVICE);
    }
    if let Some(id) = body.incoming
        && missing(incoming::get(c, desk, IncomingId(id)).await)?
    {
        wrong("incoming", msg::RECORDS_FIELD_INCOMING);
    }
    if let Some(party) = &body.party {
        let found = party_faults(c, &party_of(party), lang).await?;
        faults.extend(found.into_iter().map(|f| FieldFault { field: format!("party/{}", f.field), ..f }));
    }
    Ok((class.map(|k| k.id), faults))
}

/// Whether something named in a body is not there.
fn missing<T>(found: Result<T>) -> Result<bool> {
    match found {
        Ok(_) => Ok(false),
        Err(fault) if fault.kind == FaultKind::NotFound => Ok(true),
        Err(fault) => Err(fault),
    }
}

/// Faults of opening a case by the names of this body.
fn named_here(mut fault: Fault) -> Fault {
    for f in &mut fault.fields {
        match f.field.as_str() {
            "class" => f.field = "symbol".into(),
            "party" => f.field = "party/name".into(),
            _ => {}
        }
    }
    fault
}

fn party_of(p: &PartyBody) -> Party {
    let p = p.clone();
    Party {
        person: p.person.map(PersonId),
        name: p.name,
        email: p.email,
        phone: p.phone,
        address: p.address,
        identifier: p.identifier,
        reference: p.reference,
        letter_date: p.letter_date,
    }
}

fn new_case(body: &NewCaseBody, class: ClassId, own: UnitId, today: Date) -> NewCase {
    NewCase {
        class,
        unit: body.unit.map_or(own, UnitId),
        title: body.title.clone(),
        service: body.service.map(ServiceId),
        incoming: body.incoming.map(IncomingId),
        party: body.party.as_ref().map(party_of),
        started: body.started.unwrap_or(today),
        term: body.term.map(|t| Span::new(t.amount, t.unit.into())),
    }
}
