//! The routes of this subject.

use web::{Guard, Routes};

use crate::{
    api,
    pages::{
        admin_form, admin_form_json, admin_list, admin_service, apply, confirm, list, receipt, service, step, summary,
    },
};

/// The routes of this subject.
pub fn routes() -> Routes {
    Routes::new()
        .get("services.list", Guard::Open, list::show)
        .get("services.service", Guard::Open, service::show)
        .get("services.apply", Guard::Open, apply::show)
        .post("services.apply", Guard::Open, apply::start)
        .get("services.back", Guard::Secret, apply::back)
        .get("services.step", Guard::Secret, step::show)
        .post("services.step", Guard::Secret, step::save)
        .post("services.step.autosave", Guard::Secret, step::autosave)
        .get("services.summary", Guard::Secret, summary::show)
        .post("services.summary", Guard::Secret, summary::post)
        .post("services.discard", Guard::Secret, summary::discard)
        .get("services.confirm", Guard::Secret, confirm::show)
        .post("services.confirm", Guard::Secret, confirm::post)
        .get("services.receipt", Guard::Secret, receipt::show)
        .get("services.receipt.pdf", Guard::Secret, receipt::receipt_pdf)
        .get("services.submission.pdf", Guard::Secret, receipt::submission_pdf)
        .get("services.answers", Guard::Secret, receipt::answers_json)
        .get("services.admin.list", Guard::Administrator, admin_list::show)
        .post("services.admin.list", Guard::Administrator, admin_list::save)
        .get("services.admin.service", Guard::Administrator, admin_service::show)
        .post("services.admin.service", Guard::Administrator, admin_service::save)
        .get("services.admin.form", Guard::Administrator, admin_form::show)
        .post("services.admin.form", Guard::Administrator, admin_form::save)
        .post("services.admin.form.preview", Guard::Administrator, admin_form::preview)
        .get("services.admin.form.json", Guard::Administrator, admin_form_json::show)
        .post("services.admin.form.json", Guard::Administrator, admin_form_json::save)
        .get("services.admin.form.compare", Guard::Administrator, admin_form_json::compare)
        .get("services.api.list", Guard::Open, api::services)
        .get("services.api.service", Guard::Open, api::one)
        .get("services.api.form_schema", Guard::Open, api::form_schema)
        .post("services.api.submit", Guard::Person, api::submit)
}
