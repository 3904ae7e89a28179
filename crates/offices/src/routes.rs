//! The routes of this subject.

use web::{
    Guard::{Administrator, Open, Operator, Person},
    Routes,
};

use crate::{
    api,
    pages::{
        admin_audit, admin_data, admin_home, admin_import, admin_people, admin_person, admin_point, admin_points,
        admin_positions, admin_substitutions, admin_unit, admin_units, claim, claim_form, desk_choice, directory_entry,
        installation, operator, operator_audit, operator_claim, operator_claims, operator_jobs, operator_office,
        operator_offices, site_about, site_accessibility, site_contact, site_home, start,
    },
};

/// The routes of this subject.
pub fn routes() -> Routes {
    public().merge(administration()).merge(operators()).merge(interface())
}

fn public() -> Routes {
    Routes::new()
        .get("offices.start", Open, start::show)
        .get("offices.suggest", Open, start::suggest)
        .get("offices.entry", Open, directory_entry::show)
        .get("offices.claim_form", Person, claim_form::show)
        .post("offices.claim_form", Person, claim_form::send)
        .get("offices.claim", Person, claim::show)
        .post("offices.claim", Person, claim::withdraw)
        .get("offices.site", Open, site_home::show)
        .get("offices.site_about", Open, site_about::show)
        .get("offices.site_contact", Open, site_contact::show)
        .get("offices.site_accessibility", Open, site_accessibility::show)
        .get("offices.accessibility", Open, installation::accessibility)
        .get("offices.privacy", Open, installation::privacy)
        .get("offices.about", Open, installation::about)
        .get("offices.help", Open, installation::help)
        .get("offices.desk_choice", Person, desk_choice::show)
        .get("offices.admin_choice", Person, desk_choice::admin)
}

fn administration() -> Routes {
    Routes::new()
        .get("offices.admin", Administrator, admin_home::show)
        .get("offices.admin_data", Administrator, admin_data::show)
        .post("offices.admin_data", Administrator, admin_data::save)
        .get("offices.admin_units", Administrator, admin_units::show)
        .get("offices.admin_unit_new", Administrator, admin_unit::new)
        .post("offices.admin_unit_new", Administrator, admin_unit::add)
        .get("offices.admin_unit", Administrator, admin_unit::show)
        .post("offices.admin_unit", Administrator, admin_unit::save)
        .get("offices.admin_people", Administrator, admin_people::show)
        .get("offices.admin_person_new", Administrator, admin_person::new)
        .post("offices.admin_person_new", Administrator, admin_person::add)
        .get("offices.admin_person", Administrator, admin_person::show)
        .post("offices.admin_person", Administrator, admin_person::save)
        .post("offices.admin_person_end", Administrator, admin_person::end)
        .get("offices.admin_positions", Administrator, admin_positions::show)
        .post("offices.admin_positions", Administrator, admin_positions::add)
        .post("offices.admin_position", Administrator, admin_positions::rename)
        .get("offices.admin_substitutions", Administrator, admin_substitutions::show)
        .post("offices.admin_substitutions", Administrator, admin_substitutions::add)
        .post("offices.admin_substitution_end", Administrator, admin_substitutions::end)
        .get("offices.admin_points", Administrator, admin_points::show)
        .get("offices.admin_point_new", Administrator, admin_point::new)
        .post("offices.admin_point_new", Administrator, admin_point::add)
        .get("offices.admin_point", Administrator, admin_point::show)
        .post("offices.admin_point", Administrator, admin_point::save)
        .post("offices.admin_point_hours", Administrator, admin_point::save_hours)
        .post("offices.admin_point_exceptions", Administrator, admin_point::except)
        .post("offices.admin_point_exception_remove", Administrator, admin_point::remove)
        .get("offices.admin_import", Administrator, admin_import::show)
        .post("offices.admin_import", Administrator, admin_import::upload)
        .get("offices.admin_import_template", Administrator, admin_import::template)
        .get("offices.admin_import_preview", Administrator, admin_import::preview)
        .post("offices.admin_import_preview", Administrator, admin_import::confirm)
        .get("offices.admin_audit", Administrator, admin_audit::show)
        .get("offices.admin_audit_csv", Administrator, admin_audit::download)
}

fn operators() -> Routes {
    Routes::new()
        .get("offices.operator", Operator, operator::show)
        .get("offices.operator_claims", Operator, operator_claims::show)
        .get("offices.operator_claim", Operator, operator_claim::show)
        .post("offices.operator_claim", Operator, operator_claim::decide)
        .get("offices.operator_claim_file", Operator, operator_claim::file)
        .get("offices.operator_offices", Operator, operator_offices::show)
        .get("offices.operator_found", Operator, operator_office::new)
        .post("offices.operator_found", Operator, operator_office::found)
        .get("offices.operator_office", Operator, operator_office::show)
        .post("offices.operator_office", Operator, operator_office::set_status)
        .get("offices.operator_jobs", Operator, operator_jobs::show)
        .post("offices.operator_jobs", Operator, operator_jobs::act)
        .get("offices.operator_audit", Operator, operator_audit::show)
        .get("offices.operator_audit_csv", Operator, operator_audit::download)
}

fn interface() -> Routes {
    Routes::new()
        .get("offices.api_directory", Open, api::directory)
        .get("offices.api_office", Open, api::office)
        .get("offices.api_units", Administrator, api::units)
        .get("offices.api_people", Administrator, api::people)
}
