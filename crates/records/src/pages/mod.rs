//! Screens of this subject: the file plan, for administrators. Cases and mail have theirs in the subject `desk`.

pub mod import;
pub mod plan;
pub mod plans;

use i18n::T;
use kernel::Fault;
use ui::ErrorSummary;
use web::{Guard, Routes};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("records.plans", Guard::Administrator, plans::show)
        .get("records.plan_import", Guard::Administrator, import::show)
        .post("records.plan_import", Guard::Administrator, import::send)
        .get("records.plan", Guard::Administrator, plan::show)
        .get("records.plan_download", Guard::Administrator, plan::download)
        .post("records.plan_withdraw", Guard::Administrator, plan::withdraw)
}

/// What a fault says at a field.
pub(crate) fn at(t: T, fault: Option<&Fault>, field: &str) -> Option<String> {
    fault?.fields.iter().find(|f| f.field == field).map(|f| t.args(f.key, &f.args))
}

/// The summary over a form.
pub(crate) fn summary(t: T, fault: Option<&Fault>) -> ErrorSummary {
    let mut summary = ErrorSummary::new(t.lang());
    if let Some(fault) = fault {
        if fault.fields.is_empty() {
            summary = summary.form(t.fault(fault));
        }
        for f in &fault.fields {
            summary = summary.field(&f.field, t.args(f.key, &f.args));
        }
    }
    summary
}
