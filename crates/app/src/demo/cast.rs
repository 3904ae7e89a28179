//! Who plays in the demonstration.

use kernel::{
    Actor, Fault,
    ids::{ClassId, OfficeId, PersonId, UnitId},
};
use offices::{OfficeData, Role};
use serde::Deserialize;

use super::{Account, Demo, OfficeSeen, PASSWORD};

/// The offices as `demo/offices.toml` describes them.
#[derive(Debug, Clone, Deserialize)]
pub struct OfficeAct {
    pub slug: String,
    pub teryt: Option<String>,
    pub kind: String,
    #[serde(flatten)]
    pub data: OfficeData,
    pub file_plan: String,
    pub units: Vec<UnitAct>,
    pub points: Vec<PointAct>,
    pub people: Vec<PersonAct>,
}

/// A unit.
#[derive(Debug, Clone, Deserialize)]
pub struct UnitAct {
    pub code: String,
    pub name: String,
    pub parent: Option<String>,
}

/// A service point.
#[derive(Debug, Clone, Deserialize)]
pub struct PointAct {
    pub name: String,
    pub street: String,
    pub postal_code: String,
    pub town: String,
    pub phone: String,
}

/// Somebody who serves in an office.
#[derive(Debug, Clone, Deserialize)]
pub struct PersonAct {
    pub given: String,
    pub family: String,
    pub unit: String,
    pub position: String,
    pub roles: Vec<String>,
}

/// A resident, as `demo/citizens.toml` describes them.
#[derive(Debug, Clone, Deserialize)]
pub struct CitizenAct {
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// The one PESEL they have: invented, with the right sex and check digit.
    pub pesel: String,
    /// Telephone.
    pub phone: String,
    /// The office they deal with.
    pub office: String,
    /// Street and number.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub town: String,
}

#[derive(Deserialize)]
struct Offices {
    office: Vec<OfficeAct>,
}

#[derive(Deserialize)]
struct Citizens {
    citizen: Vec<CitizenAct>,
}

/// The offices of the demonstration.
pub fn offices() -> Result<Vec<OfficeAct>, Fault> {
    toml::from_str::<Offices>(include_str!("../../demo/offices.toml")).map(|o| o.office).map_err(Fault::internal)
}

/// The residents of the demonstration.
pub fn citizens() -> Result<Vec<CitizenAct>, Fault> {
    toml::from_str::<Citizens>(include_str!("../../demo/citizens.toml")).map(|c| c.citizen).map_err(Fault::internal)
}

/// A person of the demonstration who can act.
#[derive(Debug, Clone)]
pub struct Player {
    /// Their account.
    pub id: PersonId,
    /// Name as shown.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Their unit's code; empty for residents.
    pub unit: String,
    /// Their roles; empty for residents.
    pub roles: Vec<Role>,
    /// A token of the JSON API.
    pub token: String,
}

impl Player {
    /// The person acting.
    pub fn actor(&self) -> Actor {
        Actor::Person { id: self.id, name: self.name.clone(), operator: false }
    }
}

/// An office of the demonstration with its people.
#[derive(Debug, Clone)]
pub struct Company {
    pub id: OfficeId,
    pub seen: OfficeSeen,
    pub people: Vec<Player>,
    pub units: Vec<(String, UnitId)>,
    pub classes: Vec<(String, ClassId)>,
}

impl Company {
    /// The first person with a role; in a unit if one is named.
    pub fn with(&self, role: Role, unit: Option<&str>) -> Option<&Player> {
        self.people.iter().find(|p| p.roles.contains(&role) && unit.is_none_or(|u| p.unit == u))
    }
    /// A unit by its code.
    pub fn unit(&self, code: &str) -> Option<UnitId> {
        self.units.iter().find_map(|(c, id)| (c == code).then_some(*id))
    }
    /// A class of the file plan by its symbol.
    pub fn class(&self, symbol: &str) -> Option<ClassId> {
        self.classes.iter().find_map(|(s, id)| (s == symbol).then_some(*id))
    }
}

/// Everybody.
#[derive(Debug, Clone)]
pub struct Cast {
    /// The offices with their people.
    pub(crate) offices: Vec<Company>,
    /// Residents with the office they deal with.
    pub(crate) citizens: Vec<(CitizenAct, Player)>,
    /// The operator.
    pub(crate) operator: Player,
}

impl Cast {
    /// An office by its short name.
    pub(crate) fn office(&self, slug: &str) -> Option<&Company> {
        self.offices.iter().find(|o| o.seen.slug == slug)
    }
    /// What outsiders are told.
    pub(crate) fn demo(&self) -> Demo {
        let account = |role: &str, office: &str, p: &Player| Account {
            role: role.into(),
            office: office.into(),
            name: p.name.clone(),
            login: p.email.clone(),
            password: PASSWORD.into(),
            totp_secret: None,
            api_token: p.token.clone(),
        };
        let mut accounts = vec![account("operator", "", &self.operator)];
        let roles = [
            ("admin", Role::Administrator),
            ("registry", Role::Registry),
            ("official", Role::Official),
            ("superior", Role::Superior),
            ("author", Role::Author),
            ("trainer", Role::Trainer),
            ("coordinator", Role::Coordinator),
        ];
        for office in &self.offices {
            let mut told: Vec<PersonId> = Vec::new();
            for (word, role) in roles {
                // Somebody whose only or main role it is, and whom another role has not named yet, if there is one.
                let fits = |p: &&Player| p.roles.contains(&role);
                let fresh = |p: &&Player| fits(p) && !told.contains(&p.id);
                let narrow = office.people.iter().filter(fresh).min_by_key(|p| p.roles.len());
                if let Some(p) = narrow.or_else(|| office.people.iter().find(fits)) {
                    told.push(p.id);
                    accounts.push(account(word, &office.seen.slug, p));
                }
            }
        }
        accounts.extend(self.citizens.iter().map(|(_, p)| account("citizen", "", p)));
        Demo { base_url: String::new(), accounts, offices: self.offices.iter().map(|o| o.seen.clone()).collect() }
    }
}
