//! JSON in: a body read into a type, with what is wrong and where when it cannot be.

use axum::extract::{FromRequest, Request};
use kernel::Fault;
use serde::de::DeserializeOwned;

use crate::{App, Problem, form, msg};

/// A JSON body of at most 4 MB.
#[derive(Debug)]
pub struct Body<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &App) -> Result<Self, Problem> {
        let bytes = form::whole(request).await?;
        serde_json::from_slice(&bytes)
            .map(Body)
            .map_err(|e| Fault::invalid(msg::FAULT_JSON).arg("why", e.to_string()).into())
    }
}
