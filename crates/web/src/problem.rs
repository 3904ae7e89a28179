//! Faults on their way out.

use axum::{
    extract::rejection::PathRejection,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::{Fault, FaultKind};

/// What a handler gives.
pub type Answer<T = Response> = Result<T, Problem>;

/// A fault given by a handler. [`layers::faults`](crate::layers::faults) turns it into a page or JSON.
#[derive(Debug, Clone)]
pub struct Problem(pub Fault);

impl<E: Into<Fault>> From<E> for Problem {
    fn from(e: E) -> Self {
        Self(e.into())
    }
}

/// The HTTP status of a fault.
pub(crate) fn status(kind: FaultKind) -> StatusCode {
    match kind {
        FaultKind::NotFound => StatusCode::NOT_FOUND,
        FaultKind::SignIn => StatusCode::UNAUTHORIZED,
        FaultKind::Forbidden => StatusCode::FORBIDDEN,
        FaultKind::BadRequest => StatusCode::BAD_REQUEST,
        FaultKind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        FaultKind::Method => StatusCode::METHOD_NOT_ALLOWED,
        FaultKind::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        FaultKind::Conflict => StatusCode::CONFLICT,
        FaultKind::Gone => StatusCode::GONE,
        FaultKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        FaultKind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        FaultKind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        FaultKind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = status(self.0.kind).into_response();
        response.extensions_mut().insert(self.0);
        response
    }
}

/// A path whose parts cannot be read (an identifier that is none) is a page that does not exist.
#[derive(Debug)]
pub struct BadPath;

impl From<PathRejection> for BadPath {
    fn from(_: PathRejection) -> Self {
        Self
    }
}

impl IntoResponse for BadPath {
    fn into_response(self) -> Response {
        Problem(Fault::not_found()).into_response()
    }
}
