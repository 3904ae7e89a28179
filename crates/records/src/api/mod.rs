//! The JSON API of cases, incoming mail and file plans, for neighbouring systems. Tokens need `cases:read`, or
//! `cases:write` to open a case; what a token sees is what its person sees at the desk.

pub mod case;
pub mod cases;
pub mod incoming;
pub mod plan;

use utoipa::OpenApi;
use web::{Guard, Routes};

/// The description of this part of the API.
#[derive(OpenApi)]
#[openapi(
    paths(
        cases::list,
        cases::open,
        case::show,
        case::record,
        case::documents,
        incoming::list,
        incoming::register_csv,
        incoming::register_xml,
        plan::show
    ),
    components(schemas(
        cases::CaseItem,
        cases::CaseList,
        cases::NewCaseBody,
        cases::PartyBody,
        cases::TermBody,
        case::CaseFull,
        case::PauseItem,
        case::PartyItem,
        case::Record,
        case::RecordItem,
        case::DocumentItem,
        case::DocumentList,
        incoming::MailItem,
        incoming::MailList,
        plan::PlanItem,
        plan::ClassItem
    ))
)]
pub struct Api;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("records.api.cases", Guard::Member, cases::list)
        .post("records.api.open", Guard::Official, cases::open)
        .get("records.api.case", Guard::Official, case::show)
        .get("records.api.record", Guard::Official, case::record)
        .get("records.api.documents", Guard::Official, case::documents)
        .get("records.api.incoming", Guard::Member, incoming::list)
        .get("records.api.incoming_csv", Guard::Registry, incoming::register_csv)
        .get("records.api.incoming_xml", Guard::Registry, incoming::register_xml)
        .get("records.api.file_plan", Guard::Member, plan::show)
}
