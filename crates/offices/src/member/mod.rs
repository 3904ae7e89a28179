//! People who serve in an office: in a unit, in a position, with roles, between two dates.

use db::{Conn, Json, Q, q};
use jiff::civil::Date;
use kernel::{
    OfficeScope, Result,
    ids::{MembershipId, OfficeId, PersonId, PositionId, UnitId},
};
use law::fold::{fold, sort_key};

use crate::{Day, Role, day, unit};

mod change;
mod who;

pub use change::{NewMember, add_member, change_member, end_member, invite};
pub use who::{Member, member_of};

/// The columns of [`MemberRow`], from `membership m`, `unit u`, `person p` and `position s`.
macro_rules! member_select {
    () => {
        "SELECT m.id, m.person_id, m.unit_id, u.code, u.name, m.position_id, COALESCE(s.name, ''), m.roles, m.from_date, \
         m.to_date, m.version, p.given_name, p.family_name, p.email FROM membership m JOIN unit u ON u.id = m.unit_id \
         JOIN person p ON p.id = m.person_id LEFT JOIN position s ON s.id = m.position_id WHERE m.office_id = $1"
    };
}
use member_select;

db::row! {
    /// A person's service in a unit.
    #[derive(Debug, Clone, PartialEq)]
    pub struct MemberRow {
        /// The identifier.
        pub id: MembershipId,
        /// Who.
        pub person: PersonId,
        /// In which unit.
        pub unit: UnitId,
        /// The unit's code.
        pub unit_code: String,
        /// The unit's name.
        pub unit_name: String,
        /// The position, if given.
        pub position_id: Option<PositionId>,
        /// The position's name; empty if none.
        pub position: String,
        /// What they may do.
        pub roles: Json<Vec<Role>>,
        /// From which day.
        pub from: Day,
        /// Until which day, if it ends.
        pub to: Option<Day>,
        /// Counts edits.
        pub version: i64,
        /// Given names.
        pub given_name: String,
        /// Family name.
        pub family_name: String,
        /// The address of the account.
        pub email: String,
    }
}

impl MemberRow {
    /// Name as shown: "Anna Nowak".
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }
    /// Whether the service lasts on a day.
    pub fn in_force(&self, on: Date) -> bool {
        day::within(on, self.from, self.to)
    }
    /// Whether it carries a role.
    pub fn has(&self, role: Role) -> bool {
        self.roles.0.contains(&role)
    }
}

/// What a list of people is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Serving in this unit.
    pub unit: Option<UnitId>,
    /// With this role.
    pub role: Option<Role>,
    /// Serving on this day; without it everybody who ever did.
    pub on: Option<Date>,
    /// Whose name, e-mail or position contains this (folded).
    pub text: String,
}

impl Filter {
    /// Everybody serving on a day.
    pub fn on(day: Date) -> Self {
        Self { on: Some(day), ..Self::default() }
    }
}

/// The people of an office, by family name in the Polish order; one row for each service.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn members(c: &mut Conn, scope: OfficeScope, filter: Filter) -> Result<Vec<MemberRow>> {
    let mut q = Q::new(member_select!()).bind(scope.office());
    if let Some(on) = filter.on {
        q = q.push(" AND m.from_date <= ", Day(on)).push(" AND (m.to_date IS NULL OR m.to_date >= ", Day(on)).text(")");
    }
    if let Some(unit) = filter.unit {
        q = q.push(" AND m.unit_id = ", unit);
    }
    if let Some(role) = filter.role {
        q = q.push(" AND m.roles LIKE ", format!("%\"{}\"%", role.as_str()));
    }
    let mut rows: Vec<MemberRow> = c.all(q.text(" LIMIT 20000")).await?;
    let wanted = fold(&filter.text);
    if !wanted.is_empty() {
        rows.retain(|r| fold(&format!("{} {} {}", r.name(), r.email, r.position)).contains(&wanted));
    }
    rows.sort_by_cached_key(|r| (sort_key(&r.family_name), sort_key(&r.given_name), r.from, r.id));
    Ok(rows)
}

/// One service of the office.
///
/// # Errors
/// `NotFound` when the office has none of this identifier.
pub async fn membership(c: &mut Conn, scope: OfficeScope, id: MembershipId) -> Result<MemberRow> {
    c.one(q!(concat!(member_select!(), " AND m.id = $2"), scope.office(), id)).await
}

/// The superiors of a unit on a day: its own first, then those of the units above.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn superiors_of(c: &mut Conn, scope: OfficeScope, unit: UnitId, on: Date) -> Result<Vec<MemberRow>> {
    let all = unit::units(c, scope, on).await?;
    let way = unit::with_those_above(&all, unit);
    let mut superiors = members(c, scope, Filter { role: Some(Role::Superior), ..Filter::on(on) }).await?;
    superiors.retain(|m| way.contains(&m.unit));
    superiors.sort_by_key(|m| way.iter().position(|u| *u == m.unit));
    Ok(superiors)
}

db::row! {
    /// A service of a person, with the name of its office.
    #[derive(Debug, Clone, PartialEq)]
    pub struct ServedRow {
        /// The office's name.
        pub office: String,
        /// The unit's name.
        pub unit: String,
        /// The position's name; empty if none.
        pub position: String,
        /// What they may do.
        pub roles: Json<Vec<Role>>,
        /// From which day.
        pub from: Day,
        /// Until which day, if it ends.
        pub to: Option<Day>,
    }
}

/// All services of a person in all offices, the first first: for the copy of their own data.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn memberships_of(c: &mut Conn, person: PersonId) -> Result<Vec<ServedRow>> {
    c.all(q!(
        "SELECT o.name, u.name, COALESCE(s.name, ''), m.roles, m.from_date, m.to_date FROM membership m \
         JOIN office o ON o.id = m.office_id JOIN unit u ON u.id = m.unit_id LEFT JOIN position s ON s.id = m.position_id \
         WHERE m.person_id = $1 ORDER BY m.from_date, m.id LIMIT 1000",
        person
    ))
    .await
}

/// How many people serve in an office on a day.
pub(crate) async fn count(c: &mut Conn, office: OfficeId, on: Date) -> Result<u64> {
    let (n,): (u64,) = c
        .one(q!(
            "SELECT COUNT(DISTINCT person_id) FROM membership WHERE office_id = $1 AND from_date <= $2 \
             AND (to_date IS NULL OR to_date >= $2)",
            office,
            Day(on)
        ))
        .await?;
    Ok(n)
}
