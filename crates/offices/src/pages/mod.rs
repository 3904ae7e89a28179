//! The screens of this subject, one a file.

pub(crate) mod admin_audit;
pub(crate) mod admin_data;
pub(crate) mod admin_home;
pub(crate) mod admin_import;
pub(crate) mod admin_people;
pub(crate) mod admin_person;
pub(crate) mod admin_point;
pub(crate) mod admin_points;
pub(crate) mod admin_positions;
pub(crate) mod admin_substitutions;
pub(crate) mod admin_unit;
pub(crate) mod admin_units;
pub(crate) mod claim;
pub(crate) mod claim_form;
pub(crate) mod desk_choice;
pub(crate) mod directory_entry;
pub(crate) mod fields;
pub(crate) mod installation;
pub(crate) mod operator;
pub(crate) mod operator_audit;
pub(crate) mod operator_claim;
pub(crate) mod operator_claims;
pub(crate) mod operator_jobs;
pub(crate) mod operator_office;
pub(crate) mod operator_offices;
pub(crate) mod site_about;
pub(crate) mod site_accessibility;
pub(crate) mod site_contact;
pub(crate) mod site_home;
pub(crate) mod start;

use maud::{Markup, Render};

/// A component as a piece of a page.
pub(crate) trait IntoMarkup: Render {
    /// Renders it.
    fn into_markup(self) -> Markup
    where
        Self: Sized,
    {
        self.render()
    }
}

impl<R: Render> IntoMarkup for R {}
