//! The routes of this subject.

use web::{Guard, Routes};

use crate::{api, pages::messages, pages::requests, request_api};

/// The routes of this subject.
pub fn routes() -> Routes {
    Routes::new()
        .get("correspondence.messages", Guard::Official, messages::show)
        .post("correspondence.messages", Guard::Official, messages::send)
        .get("correspondence.requests", Guard::Official, requests::show)
        .post("correspondence.requests", Guard::Official, requests::make)
        .post("correspondence.requests.close", Guard::Official, requests::close)
        .get("correspondence.api", Guard::Official, api::list)
        .post("correspondence.api", Guard::Official, api::send)
        .post("correspondence.api.read", Guard::Official, api::read)
        .get("correspondence.api.requests", Guard::Official, request_api::list)
        .post("correspondence.api.requests", Guard::Official, request_api::make)
        .post("correspondence.api.requests.close", Guard::Official, request_api::close)
}
