//! What a person may do in an office.

use crate::msg;

db::text_enum! {
    /// A role in an office. One person may hold several.
    pub enum Role {
        /// Handles cases.
        Official = "official",
        /// Assigns cases and approves letters; sees the cases of the units below.
        Superior = "superior",
        /// Keeps the registers of incoming and outgoing mail (kancelaria).
        Registry = "registry",
        /// Sets the office up: units, people, services, file plan.
        Administrator = "administrator",
        /// Makes courses.
        Author = "author",
        /// Leads courses: groups, sessions, marks, questions of learners.
        Trainer = "trainer",
        /// Looks after the learning of the office: enrols, sets rules, sees who learned what.
        Coordinator = "coordinator",
    }
}

impl Role {
    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Role::Official => msg::OFFICES_ROLE_OFFICIAL,
            Role::Superior => msg::OFFICES_ROLE_SUPERIOR,
            Role::Registry => msg::OFFICES_ROLE_REGISTRY,
            Role::Administrator => msg::OFFICES_ROLE_ADMINISTRATOR,
            Role::Author => msg::OFFICES_ROLE_AUTHOR,
            Role::Trainer => msg::OFFICES_ROLE_TRAINER,
            Role::Coordinator => msg::OFFICES_ROLE_COORDINATOR,
        }
    }
    /// The key of a sentence on what it allows.
    pub fn hint(self) -> &'static str {
        match self {
            Role::Official => msg::OFFICES_ROLE_OFFICIAL_HINT,
            Role::Superior => msg::OFFICES_ROLE_SUPERIOR_HINT,
            Role::Registry => msg::OFFICES_ROLE_REGISTRY_HINT,
            Role::Administrator => msg::OFFICES_ROLE_ADMINISTRATOR_HINT,
            Role::Author => msg::OFFICES_ROLE_AUTHOR_HINT,
            Role::Trainer => msg::OFFICES_ROLE_TRAINER_HINT,
            Role::Coordinator => msg::OFFICES_ROLE_COORDINATOR_HINT,
        }
    }
}

/// Sorts roles and drops repeats.
pub(crate) fn tidy(mut roles: Vec<Role>) -> Vec<Role> {
    roles.sort_unstable();
    roles.dedup();
    roles
}
