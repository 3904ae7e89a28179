//! The JSON API of services.

mod list;
mod one;
mod submit;

pub use list::{Listed, ServiceItem, services};
pub use one::{ServiceFull, form_schema, one};
pub use submit::{NewAnswers, NewAnswersWithFiles, Receipt, submit};

/// What this subject adds to the OpenAPI document.
#[derive(utoipa::OpenApi)]
#[openapi(
    paths(list::services, one::one, one::form_schema, submit::submit),
    components(schemas(Listed, ServiceItem, ServiceFull, NewAnswers, NewAnswersWithFiles, Receipt))
)]
pub struct Api;
