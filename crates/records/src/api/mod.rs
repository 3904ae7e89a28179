//! The JSON API of cases, incoming mail and file plans, for neighbouring systems. Tokens need `cases:read`, or
//! `cases:write` to change anything; what a token sees and does is what its person sees and does at the desk, by the same
//! functions and with the same entries of the record.

pub mod case;
pub mod cases;
pub mod documents;
pub mod hand;
pub mod incoming;
pub mod mail;
pub mod open;
pub mod plan;
pub mod settle;
pub mod term;
pub mod upload;

use utoipa::OpenApi;
use web::{Guard, Routes};

/// Paths with the office and, as told, the things in it.
macro_rules! paths {
    ($($(#[$doc:meta])* $name:ident $path:literal { $($field:ident : $t:ty),* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, web::TypedPath, serde::Deserialize)]
        #[typed_path($path, rejection(web::BadPath))]
        pub struct $name {
            /// The office's name in addresses.
            pub office: String,
            $(
                /// The thing named in the path.
                pub $field: $t,
            )*
        }
    )*};
}
use paths;

/// The description of this part of the API.
#[derive(OpenApi)]
#[openapi(
    paths(
        cases::list,
        open::open,
        case::show,
        case::record,
        settle::settle,
        hand::assign,
        term::pause,
        term::resume,
        documents::list,
        documents::add,
        documents::show,
        documents::content,
        incoming::list,
        incoming::show,
        incoming::document,
        incoming::register_csv,
        incoming::register_xml,
        mail::type_in,
        mail::register,
        mail::assign,
        mail::add_document,
        plan::show
    ),
    components(schemas(
        cases::CaseItem,
        cases::CaseList,
        open::NewCaseBody,
        open::PartyBody,
        open::TermBody,
        case::CaseFull,
        case::PauseItem,
        case::PartyItem,
        case::Record,
        case::RecordItem,
        settle::SettleBody,
        hand::HandBody,
        term::PauseBody,
        documents::DocumentItem,
        documents::DocumentList,
        upload::NewDocumentForm,
        incoming::MailItem,
        incoming::MailList,
        incoming::MailFull,
        mail::MailBody,
        mail::RegistrationBody,
        mail::AssignBody,
        plan::PlanItem,
        plan::ClassItem
    ))
)]
pub struct Api;

pub(crate) fn routes() -> Routes {
    let official = Guard::Official;
    Routes::new()
        .get("records.api.cases", Guard::Member, cases::list)
        .post("records.api.open", official, open::open)
        .get("records.api.case", official, case::show)
        .get("records.api.record", official, case::record)
        .post("records.api.settle", official, settle::settle)
        .post("records.api.assign", official, hand::assign)
        .post("records.api.pause", official, term::pause)
        .post("records.api.resume", official, term::resume)
        .get("records.api.documents", official, documents::list)
        .post("records.api.document_add", official, documents::add)
        .get("records.api.document", official, documents::show)
        .get("records.api.document_content", official, documents::content)
        .get("records.api.incoming", Guard::Member, incoming::list)
        .post("records.api.incoming_type_in", Guard::Registry, mail::type_in)
        .get("records.api.incoming_item", Guard::Member, incoming::show)
        .post("records.api.incoming_register", Guard::Registry, mail::register)
        .post("records.api.incoming_assign", Guard::Member, mail::assign)
        .post("records.api.incoming_document_add", Guard::Registry, mail::add_document)
        .get("records.api.incoming_document", Guard::Member, incoming::document)
        .get("records.api.incoming_csv", Guard::Registry, incoming::register_csv)
        .get("records.api.incoming_xml", Guard::Registry, incoming::register_xml)
        .get("records.api.file_plan", Guard::Member, plan::show)
}
